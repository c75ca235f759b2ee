# SPDX-License-Identifier: GPL-2.0-or-later
"""The window where there is no X server: a first start under a Wayland compositor without a screen."""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

from layout import box_of, controls, rows_in_sight, troubles
from window import Window, wait
from window_test import WindowTest

# A compositor without a screen has no keyboard and no mouse either, and the toolkit complains of that.
OF_NO_SEAT = ("GDK_IS_SEAT", "GDK_IS_DEVICE")


class Wayland(WindowTest):
    def setUp(self):
        super().setUp()
        if not shutil.which("weston"):
            self.skipTest("weston, the compositor these tests run under, is not installed")

    def compositor(self):
        """The address of one that has just come up."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="guidepost-wayland-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o700)
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        log = open(folder / "log", "w")
        self.addCleanup(log.close)
        process = subprocess.Popen(
            ["weston", "--backend=headless-backend.so", "--use-pixman", "--no-config", "--width=1024", "--height=700",
             "--idle-time=0", "--socket=wayland-test"],
            env=dict(environment, XDG_RUNTIME_DIR=str(folder)), stdout=log, stderr=log)

        def end():
            process.terminate()
            process.wait()
        self.addCleanup(end)

        def is_up():
            self.assertIsNone(process.poll(), (folder / "log").read_text())
            return (folder / "wayland-test").exists()
        wait(is_up, "the compositor", also=lambda: (folder / "log").read_text())
        return str(folder / "wayland-test")

    def open_here(self, *arguments):
        window = Window(*arguments)
        window.environment.update(WAYLAND_DISPLAY=self.compositor(), GDK_BACKEND="wayland")
        del window.environment["DISPLAY"]
        self.addCleanup(window.kill)
        return window.start()

    def start_with(self, window, key, value):
        window.process.kill()  # without a seat no menu opens
        window.process.wait()
        with sqlite3.connect(window.profile / "journal.sqlite") as journal:
            journal.execute("insert or replace into setting values (?, ?)", (key, value))
        window.start().ready()

    def complaints(self, window):
        return [line for line in window.words().splitlines()
                if line.strip() and not any(words in line for words in OF_NO_SEAT)]

    def is_whole(self, window, told):
        wait(lambda: not troubles(window.frame), told, also=lambda: "\n".join(troubles(window.frame)))

    def test_a_first_start_lists_results_shows_an_article_and_complains_of_nothing(self):
        window = self.open_here("guidepost://article/recall").ready()
        window.document("Recall")
        self.is_whole(window, "the article whole")
        window.type("recall")
        wait(lambda: rows_in_sight(window), "rows of the results in sight")
        self.is_whole(window, "the results whole")
        window.press("Programmes", role="toggle button")
        wait(lambda: any(n.getRoleName() == "document web" for n in controls(window.frame)), "a page")
        self.is_whole(window, "another page whole")
        self.assertEqual(self.complaints(window), [])

    def test_the_size_that_the_desktop_gives_is_taken(self):
        window = self.open_here().ready()
        self.start_with(window, "window.size", "700x500")
        self.assertLess(box_of(window.frame)[2], 800)
        window.type("recall")
        wait(lambda: rows_in_sight(window), "rows of the results in sight")
        self.is_whole(window, "the results whole in a small window")
        self.start_with(window, "window.maximized", "yes")
        wait(lambda: box_of(window.frame)[2] == 1024, "the whole width", also=lambda: str(box_of(window.frame)))
        window.type("recall")
        wait(lambda: rows_in_sight(window), "rows of the results in sight")
        self.is_whole(window, "the results whole")
        self.assertEqual(self.complaints(window), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
