# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of programmes in the window, end to end, on a practice desk: what suits a case, the blank that is
offered, plans and briefs, the gate before printing and a lead's exception, paths."""
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

import pyatspi

from window import TERMINAL, children, wait, walk
from window_test import Everybody, WindowTest

SUITABILITY = "What suits this case"
REASON = "The second facilitator is ill and the group would stop."


class Programmes(WindowTest):
    unnamed = Everybody.unnamed

    def open_practice(self, who, name):
        window = self.open("--practice")
        window.ready()
        self.act_as(window, who, name)
        window.press("Programmes", role="toggle button")
        return window

    def act_as(self, window, who, name):
        window.menu("File", "Sign in")
        dialog = window.dialog("Act as")
        wait(lambda: window.look("text", "Find a person", within=dialog),
             "the field").queryEditableText().setTextContents(who)
        wait(lambda: next(c for c in children(window.look("table", "People", within=dialog))
                          if c.name.startswith(name + "\n") or c.name == name), name)
        window.press("OK", within=dialog)
        window.find("label", "You act as " + name)

    def choose(self, window, name, item, within=None):
        box = wait(lambda: window.look("combo box", name, within=within, showing=False), name)
        wait(lambda: next((n for n in walk(box) if n.getRoleName() == "menu item" and item in n.name), None),
             item).queryAction().doAction(0)

    def set_case(self, window):
        """One step from moderate: all that is left to say is how far thinking goes."""
        window.press("Set a case...")
        dialog = window.dialog("Cases on this desk")
        wait(lambda: window.look("text", "Reference", within=dialog),
             "the reference").queryEditableText().setTextContents("north-7k2")
        for name, word in (("Setting", "Community"), ("DC-SRP", "Not applicable"), ("IIC-SRP", "Not applicable")):
            self.choose(window, name, word, dialog)
        for name, number in (("ARP", "55"), ("VRP", "20"), ("CSRP", "1")):
            wait(lambda: window.look("text", name, within=dialog, showing=False),
                 name).queryEditableText().setTextContents(number)
        window.press("Save and use this case", within=dialog)

    def module(self, window, name):
        cell = window.cell(name, table="Programme modules")
        cell.queryComponent().grabFocus()
        box = cell.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        pyatspi.Registry.generateMouseEvent(box.x + 12, box.y + 8, "b1c")

    def tab(self, window, name):
        window.press(name, role="toggle button")

    def save(self, window, file):
        """The file dialog is the system's own."""
        dialog = wait(lambda: next((n for n in children(window._application())
                                    if n.getRoleName() == "file chooser"), None), "the file dialog")
        wait(lambda: window.look("text", within=dialog),
             "the name of the file").queryEditableText().setTextContents(str(file))
        window.press("Save", within=dialog)
        window.find("label", "The page was saved as PDF")
        told = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
        return int(next(line.split(":")[1] for line in told.splitlines() if line.startswith("Pages")))

    def words_of(self, file):
        return " ".join(subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True,
                                       text=True).stdout.split())

    def test_the_offered_blank_is_answered_and_the_verdict_changes(self):
        window = self.open_practice("officer-14", "Officer 14")
        window.find("label", "Set a case to see what suits it")
        self.set_case(window)
        window.has_text(SUITABILITY, "Recommendation only")
        before = window.text(SUITABILITY)

        # The deciding blank, one after the other, until nothing can change the verdict any more.
        window.find("label", "Answer next: SARA: risk to partner")
        window.press("SARA: risk to partner: Medium")
        window.find("label", "Answered: SARA: risk to partner, Medium")
        window.find("label", "SARA partner medium")  # in the strip: it is the case that was written to
        wait(lambda: "Suitable" in window.text(SUITABILITY), "another verdict")
        self.assertNotEqual(before, window.text(SUITABILITY))

        window.press("Undo the answer")
        window.find("label", "Answer next: SARA: risk to partner")
        wait(lambda: "Suitable" not in window.text(SUITABILITY), "the verdict as it was")
        window.gone("label", "SARA partner medium")

        window.press("SARA: risk to partner: High")
        window.find("label", "SARA partner high")
        window.menu("Edit", "Undo")
        window.find("label", "Answer next: SARA: risk to partner")
        window.gone("label", "SARA partner high")

        window.press("Not known now")
        window.find("label", "Answer next: SARA: risk to others")
        window.press("Copy as text")
        window.find("label", "Copied: what suits this case")

        window.press("Attach to consultation...")
        tick = window.find("check box", "Send what the module says: Building Choices", showing=False)
        wait(lambda: tick.getState().contains(pyatspi.STATE_CHECKED), "the tick")

    def test_printing_is_blocked_until_a_lead_makes_an_exception(self):
        window = self.open_practice("specialist-15", "Specialist 15")
        self.tab(window, "Sessions and toolkits")
        window.has_text("Building", "May not be delivered yet")
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "plan.pdf"
            window.menu("File", "Save as P")
            dialog = window.dialog("Who delivers")
            window.find("label", "Specialist 15 may not deliver it yet", within=dialog)
            window.find("label", "deliver is not signed off", within=dialog)
            window.find("label", "Lead 7", within=dialog)
            self.assertIsNone(window.look("push button", "Make the exception", within=dialog))
            window.press("Close", within=dialog)
            self.assertFalse(file.exists())

            self.act_as(window, "lead-7", "Lead 7")
            window.has_text("Building", "May not be delivered yet")
            window.menu("File", "Save as P")
            dialog = window.dialog("Who delivers")
            self.choose(window, "Who delivers it?", "Specialist 15", dialog)
            button = window.find("push button", "Make the exception and print", within=dialog)
            self.assertFalse(button.getState().contains(pyatspi.STATE_SENSITIVE))
            window.find("text", "Reason of the exception", within=dialog).queryEditableText().setTextContents(REASON)
            self.assertFalse(button.getState().contains(pyatspi.STATE_SENSITIVE))
            self.choose(window, "Last day of the exception", "Two weeks", dialog)
            wait(lambda: button.getState().contains(pyatspi.STATE_SENSITIVE), "the button")
            button.queryAction().doAction(0)
            window.find("label", "Specialist 15 may deliver by your exception until")
            pages = self.save(window, file)
            self.assertIn(pages, (2, 3, 4))
            words = self.words_of(file)
            self.assertIn("For delivery by Specialist 15", words)
            self.assertIn("By exception of Lead 7 until", words)
            self.assertNotIn("May not be delivered yet", words)

        told = subprocess.run([TERMINAL, "--profile", window.profile, "--as", "lead-7", "staff", "exceptions"],
                              capture_output=True, text=True, env=window.environment, check=True).stdout
        self.assertIn(REASON, told)
        self.assertIn("specialist-15", told)

        self.tab(window, "Who may deliver")
        window.has_text("Who may deliver", REASON)  # a lead of the region reads it in the window too
        self.tab(window, "Sessions and toolkits")

        # From now on the person prints it alone.
        self.act_as(window, "specialist-15", "Specialist 15")
        window.has_text("Building", "For delivery by Specialist 15")
        self.tab(window, "Who may deliver")
        window.has_text("Who may deliver", "By exception")
        self.assertIsNone(window.look("push button", "Make an exception"))

    def test_a_brief_prints_on_one_page_and_asks_for_nothing(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.tab(window, "Sessions and toolkits")
        self.module(window, "Supervision toolkits")
        self.choose(window, "Programme or toolkit", "Stepping Stones")
        window.press("Five-minute brief", role="toggle button")
        window.has_text("Stepping Stones: five-minute brief", "Stop and call")
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "brief.pdf"
            window.menu("File", "Save as P")
            self.assertEqual(self.save(window, file), 1)
            self.assertIn("Stop and call", self.words_of(file))

    def test_a_path_is_followed_back_and_opened_from_outside(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.tab(window, "Paths")
        window.has_text("No paths", "can be chosen above")
        self.choose(window, "Path", "He says he didn't do it")
        title = "He says he didn't do it"
        window.has_text(title, "Is anyone in danger")

        def follow(words):
            link = wait(lambda: next((n for n in walk(window.document(title)) if n.getRoleName() == "link"
                                      and n.name == words), None), f"the answer {words!r}")
            link.queryAction().doAction(0)
        follow("No, as far as I know")
        window.has_text(title, "did a polygraph bring something up")
        window.menu("Go", "Back")
        wait(lambda: "Think of children" in window.text(title), "the step before")
        window.menu("Go", "Forward")
        window.has_text(title, "did a polygraph bring something up")
        window.press("The whole path", role="toggle button")
        window.has_text(title, "go to")
        window.run("guidepost://path/sexual-offending/denial/act-999").wait()
        window.has_text(title, "999")

    def test_every_tab_has_a_page_and_closed_modules_say_so(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.module(window, "Sexual offending, older")
        self.tab(window, "Guidance")
        window.has_text("Sexual offending, older", "for reading only")
        self.assertIn("Closing", window.cell("Sexual offending, older", table="Programme modules").name)
        self.tab(window, "What replaced what")
        window.has_text("What became of older programmes", "Look now at")
        self.tab(window, "Who may deliver")
        window.has_text("Who may deliver", "What is asked for")
        self.tab(window, "Sessions and toolkits")
        window.find("combo box", "Programme or toolkit")

    def test_a_module_that_hangs_is_stopped_and_the_desk_goes_on(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.set_case(window)
        window.find("label", "Answer next: SARA: risk to partner")
        hosts = subprocess.run(["pgrep", "-P", str(window.process.pid), "guidepost-modul"], capture_output=True,
                               text=True, check=True).stdout.split()
        for host in hosts:
            os.kill(int(host), signal.SIGSTOP)
        window.press("SARA: risk to partner: Low")
        wait(lambda: [row for row in window.rows("Programme modules") if "Stopped" in row and "2 seconds" in row],
             "the module that stopped")
        window.has_text(SUITABILITY, "Not asked, or not answered in full")
        self.assertIn("Not eligible", window.text(SUITABILITY))  # the other modules answered
        window.press("Search", role="toggle button", exactly=True)
        window.type("recall")
        window.results("recall")
        window.press("Programmes", role="toggle button")
        self.tab(window, "Suitability")
        wait(lambda: not [row for row in window.rows("Programme modules") if "Stopped" in row], "the module again")
        wait(lambda: "Not asked" not in window.text(SUITABILITY), "its answer")

    def test_the_panes_are_reached_by_key(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.set_case(window)
        answer = window.find("push button", "SARA: risk to partner: Low")
        window.menu("Go", "Programmes")

        def focused():
            return next((n for n in walk(window.frame) if n.getState().contains(pyatspi.STATE_FOCUSED)
                         and n.getRoleName() not in ("frame", "table")), None)
        seen = set()
        for _ in range(9):
            window.key("F6")
            node = wait(focused, "the focus")
            seen.add(node.name)
            if answer.getState().contains(pyatspi.STATE_FOCUSED):
                window.key("space")
                window.find("label", "SARA partner low")
                # What is asked next has the keyboard at once.
                wait(lambda: focused() and focused().name == "SARA: risk to others: Low", "the next answer")
                break
        else:
            self.fail(f"F6 never came to the answers, only to {seen}")

    def test_every_control_has_a_name(self):
        window = self.open_practice("lead-7", "Lead 7")
        self.set_case(window)
        window.find("label", "Answer next")
        for name in ("Suitability", "Sessions and toolkits", "Paths", "Who may deliver", "Guidance",
                     "What replaced what"):
            self.tab(window, name)
            # Pages come and go meanwhile: a tree that changed under the walk is walked again.
            wait(lambda: not self.unnamed(window.frame), f"names of all controls of {name}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
