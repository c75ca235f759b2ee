# SPDX-License-Identifier: GPL-2.0-or-later
"""Half of a small screen and text twice as large: nothing covers anything else and nothing is cut off at the
side; what does not fit wraps or is scrolled to."""
import subprocess
import unittest

import pyatspi

from consulting_test import Consulting
from layout import NOWHERE, box_of, controls, overlap, place_of, troubles
from modules_test import Modules
from window import Window, children, is_showing, wait, walk
from window_test import WindowTest

WIDTH, HEIGHT = 512, 700


def words_cut_off(frame):
    """Buttons and labels that stick out at a side."""
    found = []
    for node in walk(frame):
        if node.getRoleName() in ("push button", "toggle button", "label", "check box", "combo box") and is_showing(node):
            x, _, w, _ = box_of(node)
            if x != NOWHERE and w > 2 and (x < -2 or x + w > WIDTH + 10):
                found.append(f"{node.getRoleName()} {node.name!r} from {x} to {x + w}")
    return found


def form_troubles(form):
    """Of a form that is scrolled: its parts may lie below what is in sight, never over each other."""
    boxes = [(f"{node.getRoleName()} {node.name!r}", place_of(node)) for node in controls(form)]
    return [f"{name} {box} covers {other} {its}" for i, (name, box) in enumerate(boxes)
            for other, its in boxes[i + 1:] if overlap(box, its)]


class Narrow(WindowTest):
    open_practice, act_as, begin, write = (Consulting.open_practice, Consulting.act_as, Consulting.begin,
                                           Consulting.write)
    set_case, fill, choose = Consulting.set_case, Consulting.fill, Consulting.choose

    def open(self, *arguments, **options):
        window = Window(*arguments, **options)
        window.environment["GDK_DPI_SCALE"] = "2"
        self.addCleanup(window.kill)
        return window.start()

    def make_narrow(self, window):
        def is_narrow():
            subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "guidepost", "windowsize", str(WIDTH),
                            str(HEIGHT)], check=False, capture_output=True)
            return box_of(window.frame)[2] <= WIDTH + 10
        wait(is_narrow, "the narrow window", also=lambda: str(box_of(window.frame)))

    def is_whole(self, window, told):
        def ask():
            return troubles(window.frame) + words_cut_off(window.frame)
        wait(lambda: not ask(), told, seconds=15, also=lambda: "\n".join(ask()))

    def test_search_and_article(self):
        window = self.open_practice("officer-14", "Officer 14")
        window.menu("Go", "Search")
        self.make_narrow(window)
        self.is_whole(window, "the first page")
        window.type("recall")
        window.results("recall")
        self.is_whole(window, "the results")
        window.focus(window.find("text", "Search guidance"))
        window.key("Return")
        wait(lambda: window.frame.name != "Guidepost" and window.look("push button", "Yes, this was useful"),
             "an article")
        self.is_whole(window, "the article")

    def test_consultations_thread_and_question(self):
        window = self.open_practice("specialist-14", "Specialist 14")
        self.make_narrow(window)
        table = wait(lambda: window.look("table", "Consultations"), "the list")
        self.is_whole(window, "the list of consultations")
        row = next(c for c in children(table) if c.getRoleName() == "table cell")
        Consulting.read(self, window, row.name.split("\n")[0])
        self.is_whole(window, "the thread")

    def test_the_question_with_a_case(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window)
        self.set_case(window)
        self.make_narrow(window)
        form = window.find("panel", "Ask a specialist")
        wait(lambda: not form_troubles(form) and not words_cut_off(window.frame), "the form", seconds=15,
             also=lambda: "\n".join(form_troubles(form) + words_cut_off(window.frame)))
        self.write(window, "What do you want to know", "His wife Joan Smith, 020 7946 0018, says he will kill her.")
        window.press("Send the question")
        window.find("label", "Call 999 now")
        wait(lambda: not form_troubles(form) and not words_cut_off(window.frame), "the form with what is needed",
             seconds=15, also=lambda: "\n".join(form_troubles(form) + words_cut_off(window.frame)))

    def test_programmes_modules_and_the_pages_button(self):
        window = self.open_practice("administrator-1", "Administrator 1")
        window.menu("Go", "Programmes")
        self.make_narrow(window)
        for page in ("Programmes", "Programme modules", "Search"):
            window.menu("Go", page)
            self.is_whole(window, page)
        window.press("Pages; this is Search")
        wait(lambda: next((n for top in children(window._application()) for n in walk(top)
                           if n.name == "Modules" and "menu item" in n.getRoleName() and is_showing(n)), None),
             "the modules in the menu").queryAction().doAction(0)
        window.find("push button", "Pages; this is Modules")

    def test_imported_texts(self):
        window = self.open("--practice").ready()
        Modules.act_as(self, window, "trainer-1", "Trainer 1")
        self.make_narrow(window)
        window.menu("File", "Imported")
        dialog = window.dialog("Imported texts")
        wait(lambda: not troubles(dialog), "the dialog", seconds=15, also=lambda: "\n".join(troubles(dialog)))


if __name__ == "__main__":
    unittest.main(verbosity=2)
