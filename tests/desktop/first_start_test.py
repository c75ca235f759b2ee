# SPDX-License-Identifier: GPL-2.0-or-later
"""The first minute: an empty profile, a window manager, a busy machine. GUIDEPOST_LONG=1 starts it as
often as it takes to trust it."""
import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest
import warnings

from layout import controls, rows_in_sight, troubles
from window import Window, wait, walk

LONG = bool(os.environ.get("GUIDEPOST_LONG"))
STARTS = 50 if LONG else 6
READ_ONLY_STARTS = 20 if LONG else 2


@contextlib.contextmanager
def busy_machine():
    """Something else wants every processor."""
    others = [subprocess.Popen(["sh", "-c", "while :; do :; done"]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def key(*keys):
    subprocess.run(["xdotool", "key", *keys], check=True)


def resize(width, height):
    subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "guidepost", "windowsize", str(width),
                    str(height)], check=False, capture_output=True)


def do_nothing():
    pass


def be_resized():
    for width, height in ((900, 600), (1200, 780), (1024, 700)):
        resize(width, height)
        time.sleep(0.15)  # what a hand does: not an answer that is waited for


WAYS = {"as it comes": do_nothing, "maximised": lambda: key("super+Up"), "at half width": lambda: key("super+Left"),
        "resized while filling": be_resized}


class FirstStart(unittest.TestCase):
    def setUp(self):
        warnings.simplefilter("ignore")

    def is_whole(self, window, told):
        """A layout may take a moment, but it must come by itself."""
        wait(lambda: not troubles(window.frame), told, also=lambda: "\n".join(troubles(window.frame)))

    def has_page(self, window, told):
        wait(lambda: any(node.getRoleName() == "document web" for node in controls(window.frame)),
             f"a page to read, {told}")

    def look_at(self, window, told, other_page="Programmes"):
        self.is_whole(window, f"the first page whole, {told}")
        self.has_page(window, told)
        window.type("recall")
        wait(lambda: rows_in_sight(window), f"rows of the results in sight, {told}", seconds=20)
        self.is_whole(window, f"the results whole, {told}")
        window.press(other_page, role="toggle button")
        if other_page == "Consultations":
            self.has_page(window, f"{other_page}, {told}")
        self.is_whole(window, f"{other_page} whole, {told}")

    def test_a_first_start_under_load_is_whole_however_the_window_is_placed(self):
        with busy_machine():
            for number in range(STARTS):
                way = list(WAYS)[number % len(WAYS)]
                window = Window()
                try:
                    window.start()
                    WAYS[way]()
                    self.look_at(window, f"start {number + 1}, {way}")
                finally:
                    window.kill()

    def test_signing_in_on_a_fresh_practice_desk_leaves_the_window_whole(self):
        with busy_machine():
            for number in range(max(STARTS // 3, 2)):
                window = Window("--practice")
                try:
                    window.start()
                    self.is_whole(window, f"practice start {number + 1}")
                    window.menu("File", "Sign in")
                    dialog = window.dialog("Act as")
                    wait(lambda: not troubles(dialog), "the dialog whole")
                    window.look("text", "Find a person", within=dialog).queryEditableText().setTextContents("officer-14")
                    wait(lambda: any(c.name.startswith("Officer 14") for c in walk(dialog)), "the officer")
                    window.press("OK", within=dialog)
                    window.find("label", "You act as Officer 14")
                    self.look_at(window, f"practice start {number + 1}", other_page="Consultations")
                finally:
                    window.kill()

    def test_a_first_start_on_a_protected_profile_is_whole(self):
        if os.geteuid() == 0:
            self.skipTest("nothing is protected from root; run as without_rights does")
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "profile"
            made = Window(profile=source)
            made.start().ready()
            made.kill()
            try:
                for path in [source, *source.rglob("*")]:
                    path.chmod(0o500 if path.is_dir() else 0o400)
                with busy_machine():
                    for number in range(READ_ONLY_STARTS):
                        window = Window(profile=source)
                        try:
                            window.start()
                            self.look_at(window, f"protected start {number + 1}")
                        finally:
                            window.kill()
            finally:
                for path in [source, *source.rglob("*")]:
                    path.chmod(0o700 if path.is_dir() else 0o600)


if __name__ == "__main__":
    unittest.main(verbosity=2)
