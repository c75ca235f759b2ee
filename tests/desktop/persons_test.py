# SPDX-License-Identifier: GPL-2.0-or-later
"""Several people at one account: what one of them set is nobody else's."""
import unittest

from consulting_test import Consulting
from window import children, wait, walk
from window_test import WindowTest


class Persons(WindowTest):
    open_practice, act_as, write, set_case = (Consulting.open_practice, Consulting.act_as, Consulting.write,
                                              Consulting.set_case)

    def cases_to_edit(self, window):
        window.press("Set case")
        dialog = window.dialog("Cases on this desk")
        found = wait(lambda: [n.name for n in walk(dialog) if n.getRoleName() in ("table cell", "list item")],
                     "the list of cases")
        window.press("Cancel", within=dialog)
        return found

    def test_the_case_that_is_set_stays_with_the_person_who_set_it(self):
        window = self.open_practice("officer-14", "Officer 14")
        window.menu("Consult", "Ask a specialist")
        self.set_case(window)
        window.find("label", "Case north-7k2")
        self.act_as(window, "officer-15", "Officer 15")
        window.find("label", "No case set")
        self.assertFalse(window.look("push button", "Switch case"))
        self.assertNotIn("north-7k2", self.cases_to_edit(window))
        window.menu("Consult", "Ask a specialist")
        window.find("text", "What do you want to know")
        self.assertFalse(any("north-7k2" in n.name for n in walk(window.frame)))
        self.act_as(window, "officer-14", "Officer 14")
        window.find("label", "Case north-7k2")

    def test_people_to_act_as_stand_as_their_names_are_said(self):
        window = self.open_practice("officer-14", "Officer 14")
        window.menu("File", "Sign in")
        dialog = window.dialog("Act as")
        table = wait(lambda: window.look("table", "People", within=dialog), "the people")
        wait(lambda: window.look("text", "Find a person", within=dialog),
             "the field").queryEditableText().setTextContents("officer-")

        def names():
            found = [cell.name.split("\n")[0] for cell in children(table) if cell.getRoleName() == "table cell"]
            return found if found and all(name.startswith("Officer") for name in found) else None
        found = wait(names, "the officers")
        self.assertEqual(found, [f"Officer {number}" for number in range(1, len(found) + 1)])
        self.assertGreater(len(found), 10)
        window.press("Cancel", within=dialog)

    def test_a_key_that_can_do_nothing_says_why(self):
        window = self.open_practice("lead-1", "Lead 1")
        window.press("Search", role="toggle button", exactly=True)
        window.focus(window.find("text", "Search guidance"))
        for key, words in (("ctrl+shift+n", "Asking is the officer's"), ("ctrl+shift+x", "No case is set"),
                           ("ctrl+shift+s", "You have no cases"), ("alt+Left", "There is no page"),
                           ("ctrl+Return", '"Send" has nothing to do on this page'),
                           ("ctrl+shift+k", '"Copy link to this page" has nothing to do')):
            window.key(key)
            window.find("label", words)


if __name__ == "__main__":
    unittest.main(verbosity=2)
