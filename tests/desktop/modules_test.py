# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of programme modules: what it says, switching, packs, and modules that die or hang."""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import pyatspi

from window import TERMINAL, Window, children, wait, walk
from window_test import Everybody, WindowTest

TEST_MODULES = pathlib.Path(os.environ["GUIDEPOST_TEST_MODULES"])
HOSTILE_MODULES = pathlib.Path(os.environ["GUIDEPOST_HOSTILE_MODULES"])
LIST = "Programme modules"
TOOLKIT = "Maps for Change: men convicted"
SHORT_FORM, MEANT = "shame toolkit", "Moving On"  # of the toolkits' own vocabulary


class Modules(WindowTest):
    unnamed = Everybody.unnamed

    def folder(self):
        folder = tempfile.mkdtemp(prefix="guidepost-modules-")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return pathlib.Path(folder)

    def open_modules(self, *sources, who=("administrator-1", "Administrator 1"), profile=None):
        """The page on a practice desk, with these module folders; without any, with those that ship."""
        window = Window("--practice", profile=profile)
        self.addCleanup(window.kill)
        if sources:
            folder = self.folder()
            for source in sources:
                shutil.copytree(source, folder / source.name)
            window.environment["GUIDEPOST_MODULES"] = str(folder)
        window.start()
        window.ready()
        if who:
            self.act_as(window, *who)
        window.menu("Go", "Programme modules")
        window.find("table", LIST)
        return window

    def act_as(self, window, who, name):
        window.menu("File", "Sign in")
        dialog = window.dialog("Act as")
        wait(lambda: window.look("text", "Find a person", within=dialog),
             "the field").queryEditableText().setTextContents(who)
        wait(lambda: next(c for c in children(window.look("table", "People", within=dialog))
                          if c.name.startswith(name)), name)
        window.press("OK", within=dialog)
        window.find("label", "You act as " + name)

    def select(self, window, name):
        cell = window.cell(name, table=LIST)
        cell.queryComponent().grabFocus()
        box = cell.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        pyatspi.Registry.generateMouseEvent(box.x + 12, box.y + 8, "b1c")
        window.document(name)

    def row_says(self, window, name, words):
        wait(lambda: words in next(row for row in window.rows(LIST) if row.startswith(name)),
             f"{words!r} beside {name!r}")

    def is_sensitive(self, node):
        return node.getState().contains(pyatspi.STATE_SENSITIVE)

    def search(self, window, text):
        window.menu("Go", "Search")
        window.type(text)

    def test_the_list_says_how_each_stands_and_a_disabled_module_leaves_the_search(self):
        window = self.open_modules()
        self.assertEqual(len(window.rows(LIST)), 5)
        self.assertTrue(all("Ready" in row and "Came with Guidepost" in row for row in window.rows(LIST)))
        self.select(window, "Building Choices")
        window.has_text("Building Choices", "Says what suits a case")
        window.has_text("Building Choices", "What holds its code")
        window.has_text("Building Choices", "Two seconds for an answer")
        self.assertEqual(self.unnamed(window.frame), [])

        name = next(row for row in window.rows(LIST) if "oolkit" in row).split("  ")[0].split("\n")[0]
        self.search(window, TOOLKIT)
        window.results(TOOLKIT)
        window.menu("Go", "Programme modules")
        self.select(window, name)
        window.has_text(name, "It has no code")
        window.press("Disable", exactly=True)
        self.row_says(window, name, "Disabled")
        window.find("label", "is disabled")
        window.has_text(name, "Enable brings it back")
        self.search(window, "")
        self.search(window, TOOLKIT)
        wait(lambda: window.rows() and not any(TOOLKIT in row for row in window.rows()),
             "results without the toolkit")

        window.menu("Go", "Programme modules")
        window.press("Enable", exactly=True)
        self.row_says(window, name, "Ready")
        self.search(window, "")
        self.search(window, TOOLKIT)
        wait(lambda: any(TOOLKIT in row for row in window.rows()), "the toolkit again")

    def test_the_short_forms_of_a_module_are_known_as_soon_as_it_is_enabled(self):
        window = self.open_modules()
        name = next(row for row in window.rows(LIST) if "oolkit" in row).split("  ")[0].split("\n")[0]
        self.select(window, name)
        window.press("Disable", exactly=True)
        self.row_says(window, name, "Disabled")
        profile = window.profile
        window.close()

        window = self.open_modules(profile=profile)
        self.search(window, SHORT_FORM)  # the window's searching begins before the module is there
        window.menu("Go", "Programme modules")
        self.select(window, name)
        window.press("Enable", exactly=True)
        self.row_says(window, name, "Ready")
        self.search(window, "")
        self.search(window, SHORT_FORM)
        window.results(MEANT)

    def test_an_officer_may_look_and_is_told_who_switches(self):
        window = self.open_modules(TEST_MODULES / "template", who=None)
        self.select(window, "A template")
        window.find("label", "Leads and administrators switch modules.")
        self.assertFalse(self.is_sensitive(window.find("push button", "Disable", exactly=True)))
        self.assertFalse(self.is_sensitive(window.find("push button", "Install a pack")))
        self.assertTrue(self.is_sensitive(window.find("push button", "Verify", exactly=True)))
        window.press("Verify", exactly=True)
        window.find("label", "was read again and can be used")

    def test_a_pack_is_shown_before_it_is_installed_and_a_refused_one_says_why(self):
        window = self.open_modules(TEST_MODULES / "steps")
        pack = self.folder() / "pack"
        shutil.copytree(TEST_MODULES / "template", pack)

        window.press("Install a pack")
        dialog = window.dialog("Install a pack")
        within = dict(within=dialog)
        install = window.find("push button", "Install", exactly=True, **within)
        self.assertFalse(self.is_sensitive(install))
        field = window.find("text", "The pack", **within)
        field.queryEditableText().setTextContents(str(pack))
        window.press("Look at it", **within)
        window.find("label", "This pack is refused", **within)
        window.find("label", "checksums", **within)
        self.assertFalse(self.is_sensitive(install))

        subprocess.run([TERMINAL, "--profile", str(window.profile), "module", "sign", str(pack)], check=True,
                       capture_output=True)
        window.press("Look at it", **within)
        window.find("label", "Nobody signed it", **within)
        window.find("label", "A template for modules 1.0.0", **within)
        self.assertFalse(self.is_sensitive(install))
        window.find("check box", "install it unsigned", **within).queryAction().doAction(0)
        wait(lambda: self.is_sensitive(install), "the button")
        install.queryAction().doAction(0)
        self.row_says(window, "A template", "Nobody signed it")
        window.find("label", "is installed")
        self.search(window, "example article of a module")
        window.results("example article")

        window.menu("Go", "Programme modules")
        self.select(window, "A template")
        window.press("Remove", exactly=False)
        wait(lambda: next(node for window_ in children(window._application()) if window_.getRoleName() != "frame"
                          for node in walk(window_) if node.getRoleName() == "push button" and node.name == "Remove"),
             "the question").queryAction().doAction(0)
        wait(lambda: not any(row.startswith("A template") for row in window.rows(LIST)), "a list without it")

    def host_of(self, window):
        """The process that runs a module's code: of several the one started last."""
        hosts = []
        for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                name, rest = status.read_text().rsplit(")", 1)
            except OSError:
                continue
            if "(guidepost-modul" in name and int(rest.split()[1]) == window.process.pid:
                hosts.append(int(status.parent.name))
        return max(hosts, default=None)

    def test_a_killed_module_is_shown_as_stopped_and_everything_else_goes_on(self):
        window = self.open_modules(TEST_MODULES / "steps", TEST_MODULES / "template")
        self.select(window, "Steps")
        window.has_text("Steps", "What holds its code")
        host = wait(lambda: self.host_of(window), "the process of the module")
        killed = time.monotonic()
        os.kill(host, signal.SIGKILL)
        self.row_says(window, "Steps", "Stopped")
        print(f"shown as stopped after {time.monotonic() - killed:.1f} s", flush=True)
        window.find("label", "Searching and consultations go on")
        window.has_text("Steps", "signal 9")
        self.row_says(window, "A template", "Ready")
        self.search(window, "curfew")
        window.results("curfew")
        window.menu("Go", "Programme modules")
        window.press("Try again", exactly=True)
        self.row_says(window, "Steps", "Ready")

    def test_a_module_that_dies_while_somebody_searches_is_told_there(self):
        window = self.open_modules(TEST_MODULES / "steps")
        self.select(window, "Steps")
        host = wait(lambda: self.host_of(window), "the process of the module")
        self.search(window, "curfew")
        os.kill(host, signal.SIGKILL)
        window.find("label", "Steps was stopped")
        window.results("curfew")

    def test_a_module_that_hangs_keeps_nothing_waiting(self):
        window = self.open_modules(HOSTILE_MODULES / "loop-when-made", TEST_MODULES / "steps", who=None)
        # It is the first of the list and so looked at: nothing waits for it.
        self.search(window, "curfew")
        window.results("curfew")
        window.menu("Go", "Programme modules")
        self.row_says(window, "loop-when-made", "Stopped")
        self.select(window, "loop-when-made")
        window.has_text("loop-when-made", "longer than 2 seconds")
        self.select(window, "Steps")
        window.has_text("Steps", "What holds its code")

    def test_a_module_that_cannot_be_read_is_there_with_the_reason(self):
        broken = self.folder() / "broken"
        broken.mkdir()
        (broken / "module.yaml").write_text("id: [\n")
        window = self.open_modules(broken, who=None)
        self.row_says(window, "broken", "Refused")
        window.has_text("broken", "cannot be read")
        window.has_text("broken", "Nothing of it runs")

    def test_without_modules_the_page_says_what_they_would_be(self):
        window = Window("--practice")
        self.addCleanup(window.kill)
        window.environment["GUIDEPOST_MODULES"] = str(self.folder())
        window.start()
        window.ready()
        window.menu("Go", "Programme modules")
        window.has_text("No programme modules", "searching and consultations work all the same")
        self.assertEqual(self.unnamed(window.frame), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
