#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What people bring in and take out, in the window."""
import pathlib
import subprocess
import tempfile
import unittest

import pyatspi

import modules_test
from window import TERMINAL, Window, wait
from window_test import Everybody, WindowTest


class Imports(WindowTest):
    act_as = modules_test.Modules.act_as
    unnamed = Everybody.unnamed

    def open_practice(self, who):
        window = Window("--practice")
        self.addCleanup(window.kill)
        window.start()
        window.ready()
        self.act_as(window, *who)
        return window

    def bring_in(self, window):
        with tempfile.TemporaryDirectory() as folder:
            notes = pathlib.Path(folder) / "team-notes"
            notes.mkdir()
            (notes / "bus.md").write_text("# Bus pass\n\nAsk the qqxzzy depot.\n")
            subprocess.run([TERMINAL, "--profile", window.profile, "--practice", "--as", "trainer-1", "article",
                            "import", notes], check=True, env=window.environment, capture_output=True)

    def test_texts_are_taken_out_with_a_reason_and_brought_back(self):
        window = self.open_practice(("trainer-1", "Trainer 1"))
        self.bring_in(window)
        window.menu("File", "Imported texts")
        dialog = window.dialog("Imported texts")
        self.assertEqual(self.unnamed(dialog), [])
        take_out = window.find("push button", "Take out", within=dialog)
        self.assertFalse(take_out.getState().contains(pyatspi.STATE_SENSITIVE))  # without a reason
        window.find("text", "Why they are taken out", within=dialog).queryEditableText().setTextContents("old")
        wait(lambda: take_out.getState().contains(pyatspi.STATE_SENSITIVE), "the button")
        window.press("Take out", within=dialog)
        window.find("label", "The texts were taken out")
        window.type("qqxzzy")
        window.find("label", "Nothing found")
        window.menu("File", "Imported texts")
        window.press("Bring back", within=window.dialog("Imported texts"))
        window.find("label", "The texts are back")
        window.type("qqxzzy depot")
        window.results("Bus pass")

    def test_an_officer_is_told_who_brings_texts_in(self):
        window = self.open_practice(("officer-14", "Officer 14"))
        for item in ("Import folder", "Imported texts"):
            window.menu("File", item)
            window.find("label", "brought in and taken out by specialists")
            window.press("Dismiss")


if __name__ == "__main__":
    unittest.main(verbosity=2)
