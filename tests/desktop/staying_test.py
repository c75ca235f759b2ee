# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person reads, has chosen or is filling in stays where it is until that person acts, and what has
the keyboard is in sight."""
import os
import re
import shutil
import sqlite3
import subprocess
import time
import unittest

import pyatspi

from consulting_test import Consulting
from layout import box_of
from window import TERMINAL, children, focused, is_showing, wait, walk
from window_test import MAINTAINS, WindowTest

RECALL = "Recall: the rules"
READING_SECONDS = 600 if os.environ.get("GUIDEPOST_LONG") else 8


def click(x, y, button=1, times=1):
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "40",
                    str(button)], check=True)


def middle(node):
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return box.x + box.width // 2, box.y + box.height // 2


class Staying(WindowTest):
    def publish(self, window, number):
        """Another program brings in what the words in the field find: each time a new revision of it, for
        a hundred copies would be no news to anybody."""
        folder = window.profile.parent / (window.profile.name + "-news")
        folder.mkdir(exist_ok=True)
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        (folder / "news.md").write_text(f"# Zebra number {number}\n\nGroup denies offence, zebra.\n")
        subprocess.run([TERMINAL, "--profile", str(window.profile), "--practice", "--as", "trainer-1", "article",
                        "import", str(folder)], check=True, capture_output=True, env=window.environment)

    def state(self, window, title):
        heading = next(n for n in walk(window.document(title)) if n.getRoleName() == "heading")
        selected = [c.name for c in children(window.look("table", "Results"))
                    if c.getState().contains(pyatspi.STATE_SELECTED)]
        return window.frame.name, box_of(heading), selected, window.rows()

    def test_reading_goes_on_while_guidance_is_published(self):
        window = self.open_ready("--practice", "--follow-seconds", "1")
        window.type("group denies offence zebra")
        wait(lambda: len(window.rows()) > 3, "results")
        wait(lambda: window.frame.name != "Guidepost", "the first one")
        third = children(window.look("table", "Results"))
        row = [next(third) for _ in range(3)][2].name
        click(*middle(window.cell(row)))
        title = row.split("\n")[0]
        document = window.document(title)
        click(*middle(document), button=5, times=4)  # the reader has gone on a little
        wait(lambda: window.frame.name.startswith(title), "the title")
        time.sleep(1)  # what the wheel began has come to rest
        before = self.state(window, title)
        end, number = time.monotonic() + READING_SECONDS, 0
        while time.monotonic() < end:
            number += 1
            self.publish(window, number)
            wait(lambda: window.look("push button", "There is new guidance"), "the mark", seconds=20)
            self.assertEqual(self.state(window, title), before)
        window.press("There is new guidance")
        window.gone("push button", "There is new guidance")
        wait(lambda: any(f"number {number}" in r for r in window.rows()), "what is new")
        wait(lambda: window.frame.name.startswith(title), "the page that was read")

    def test_an_article_that_was_jumped_to_stays_over_what_was_looked_for(self):
        window = self.open_ready("--practice", "--follow-seconds", "1")
        window.type("group denies offence zebra")
        wait(lambda: len(window.rows()) > 3, "results")
        wait(lambda: window.frame.name != "Guidepost", "the first one")
        window.menu("Go", "Jump to article")
        dialog = window.dialog("Jump to article")
        field = wait(lambda: window.look("text", "Title of the article", within=dialog), "the field")
        field.queryEditableText().setTextContents("recall rules")
        wait(lambda: [n for n in walk(dialog) if n.getRoleName() == "table cell" and RECALL in n.name],
             "the article in the list")
        window.focus(field)
        window.key("Return")
        wait(lambda: window.frame.name.startswith(RECALL), "the title")
        before = self.state(window, RECALL)
        for number in range(2):
            self.publish(window, number)
            wait(lambda: window.look("push button", "There is new guidance"), "the mark", seconds=20)
            time.sleep(1.5)  # the desk has looked again
            self.assertEqual(self.state(window, RECALL), before)

    def test_nothing_moves_when_there_is_no_news(self):
        window = self.open_ready("--follow-seconds", "1")
        window.type("recall")
        window.results("recall")
        wait(lambda: window.frame.name != "Guidepost", "the first one")
        title = window.frame.name.removesuffix(" - Guidepost")
        before = self.state(window, title)
        time.sleep(4)
        self.assertEqual(self.state(window, title), before)
        self.assertFalse(window.look("push button", "There is new guidance"))

    def test_the_article_stays_when_a_heading_is_chosen_in_every_way_or_again(self):
        window = self.open_ready("guidepost://article/maintaining-innocence")
        window.document(MAINTAINS)
        for times in (1, 2, 1):
            click(*middle(window.cell("Stop and ask", table="Contents")), times=times)
            window.heading_in_view(MAINTAINS, "Stop and ask")
        for key in ("Return", "Return", "space", "Down", "Return", "Up", "Return"):
            window.key(key)
        window.has_headings(MAINTAINS, "Do now", "Stop and ask")
        for _ in range(3):  # as fast as a hand can
            click(*middle(window.cell("Why", table="Contents")))
            click(*middle(window.cell("Stop and ask", table="Contents")))
        window.heading_in_view(MAINTAINS, "Stop and ask")
        window.has_headings(MAINTAINS, "Do now", "Stop and ask")
        self.assertNotIn("be shown", window.text(MAINTAINS))

    def chosen(self, within):
        """What each drop-down has chosen, by its name; a list that is not open shows its choice alone."""
        return [(n.name, n.querySelection().getSelectedChild(0).name) for n in walk(within)
                if n.getRoleName() == "combo box" and n.querySelection().nSelectedChildren]

    def test_the_wheel_scrolls_and_changes_no_value(self):
        window = self.open_ready()
        window.menu("Case", "Set or edit case")
        dialog = window.dialog("Cases on this desk")
        box = wait(lambda: window.look("combo box", within=dialog), "a drop-down in sight")
        first, place = self.chosen(dialog), box_of(box)
        self.assertGreater(len(first), 10)
        click(*middle(box), button=5, times=1)
        time.sleep(0.5)  # a value that changes does so by then
        self.assertEqual(self.chosen(dialog), first)
        for button in (5, 4, 5):
            click(*middle(box), button=button, times=6)
        wait(lambda: box_of(box) != place, "the form scrolled")
        self.assertEqual(self.chosen(dialog), first)

    def test_enter_reads_the_first_result_and_the_keyboard_goes_on_from_there(self):
        window = self.open_ready()
        window.focus(window.find("text", "Search guidance"))
        window.type("working with someone who maintains inn")
        self.assertIn(MAINTAINS, window.results(MAINTAINS)[0])
        window.key("Return")
        window.has_headings(MAINTAINS, "Do now")
        page = lambda: window.document(MAINTAINS)
        wait(lambda: window.frame.name.startswith(MAINTAINS), "the title")
        top = lambda: box_of(next(n for n in walk(page()) if n.getRoleName() == "heading"))[1]
        before = top()
        window.key("Down", "Down", "Down", "Down")
        wait(lambda: top() < before, "the page scrolled down")
        window.key("space")
        with sqlite3.connect(f"file:{window.profile / 'guidepost.sqlite'}?mode=ro", uri=True) as store:
            self.assertEqual(store.execute("select count(*) from event where kind = 'article.useful'").fetchone(), (0,))
        window.key("Tab")
        wait(lambda: any(n.getRoleName() == "link" and n.getState().contains(pyatspi.STATE_FOCUSED)
                         for n in walk(page())), "the focus on a link of the page")

    def test_an_answer_about_a_page_can_be_taken_back(self):
        window = self.open_ready("guidepost://article/maintaining-innocence")
        window.document(MAINTAINS)
        window.press("No, this was not useful")
        window.press("Take this answer back")
        window.find("push button", "Yes, this was useful")

        def answers():
            with sqlite3.connect(f"file:{window.profile / 'guidepost.sqlite'}?mode=ro", uri=True) as store:
                rows = store.execute("select p.body from event e join event_payload p on p.event = e.id "
                                     "where e.kind = 'article.useful' order by e.seq").fetchall()
            return [re.search('"answer":"([^"]*)"', row[0]).group(1) for row in rows]
        wait(lambda: answers() == ["no", "taken-back"], "both in the history")


class Asking(WindowTest):
    open_practice, act_as = Consulting.open_practice, Consulting.act_as
    begin, write, fill, choose = Consulting.begin, Consulting.write, Consulting.fill, Consulting.choose

    def inside(self, node, frame):
        _, _, width, height = box_of(frame)
        x, y, w, h = box_of(node)
        return w > 2 and h > 2 and x >= 0 and y >= 0 and x < width and y + min(h, 20) <= height

    def test_what_has_the_focus_in_the_form_is_in_sight(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window)
        window.focus(window.find("text", "What do you want to know"))
        foot = box_of(window.find("push button", "Send the question"))[1]
        seen, hidden = [], []
        for _ in range(40):
            window.key("ctrl+Tab" if seen and seen[-1].startswith("text") else "Tab")

            def settled():
                node = focused(window)
                return node if node and is_showing(node) else None
            node = wait(settled, "a focus in sight")
            name = node.getRoleName() + " " + node.name
            x, y, w, h = box_of(node)
            wait(lambda: self.inside(focused(window), window.frame), f"{name} on screen",
                 also=lambda: str(box_of(focused(window))))
            if "Send" not in name and y >= foot and x < 900:
                hidden.append(name)
            if seen and name == seen[0]:
                break
            seen.append(name)
        self.assertEqual(hidden, [])
        self.assertGreater(len(set(seen)), 10, seen)

    def places(self, window, *wanted):
        return [box_of(window.find(role, name)) for role, name in wanted]

    def test_nothing_moves_under_the_hands_of_somebody_who_writes_a_question(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window, "He is angry.")
        window.press("Close, keep as draft")
        window.menu("Consult", "Ask a specialist")
        window.find("label", "This is what you had written")
        field, send = ("text", "What do you want to know"), ("push button", "Send the question")
        window.focus(window.find(*field))
        before = self.places(window, field, send)
        window.key("ctrl+shift+y")
        window.find("label", "Open a consultation of yours")  # one notice comes in place of another
        self.assertEqual(self.places(window, field, send), before)
        self.write(window, "What do you want to know", "He said he will kill his wife Joan Smith tonight, 020 7946 0018.")
        window.find("push button", "Replace what says who it is")
        window.press("Send the question")
        window.find("label", "Call 999 now")
        wait(lambda: any("Call 999" in n.name and n.getRoleName() == "label" and box_of(n)[1] > before[0][1] + 200
                         for n in walk(window.frame)), "whom to call, where one sends")
        self.assertEqual(self.places(window, field, send), before)
        window.gone("label", "Open a consultation of yours")  # it went by itself
        self.assertEqual(self.places(window, field, send), before)

    def test_nothing_moves_under_the_hands_of_somebody_who_answers(self):
        window = self.open_practice("officer-14", "Officer 14")
        Consulting.ask(self, window)
        field = ("text", "Your words")
        window.focus(window.find(*field))
        send = ("push button", "Send message")
        before = self.places(window, field, send)
        self.write(window, "Your words", "His wife Joan Smith, 020 7946 0018, called again and again.")
        window.find("push button", "Replace what says who it is")
        wait(lambda: self.places(window, field, send) == before, "the field and Send where they were",
             also=lambda: f"{before} became {self.places(window, field, send)}")

    def test_the_wheel_changes_no_value_of_the_form(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window)
        self.fill(window)  # a list in which nothing is chosen yet would not step on
        first = wait(lambda: [one for one in [Staying.chosen(self, window.frame)] if len(one) > 1], "choices")[0]
        boxes = wait(lambda: [n for n in walk(window.frame) if n.getRoleName() == "combo box" and is_showing(n)
                              and self.inside(n, window.frame)], "drop-downs in sight")
        for box in boxes:
            click(*middle(box), button=5, times=2)
            time.sleep(0.5)  # a value that changes does so by then
            self.assertEqual(Staying.chosen(self, window.frame), first, box.name)

    def test_sending_with_something_missing_names_all_of_it_with_a_way_to_each(self):
        window = self.open_practice("officer-14", "Officer 14")
        window.menu("Consult", "Ask a specialist")
        window.find("text", "What do you want to know")
        window.press("Send the question")
        for name in ("Danger: yes or no", "The question", "The decision", "By which day", "How soon",
                     "What you ask for"):
            window.find("push button", "Still needed: " + name)
        window.press("Still needed: By which day")
        window.key("Down")  # the keyboard is on the days: a first one is chosen
        window.gone("push button", "Still needed: By which day")
        window.press("Still needed: The question")
        wait(lambda: focused(window) and "What do you want to know" in focused(window).name, "the focus on the question")
        self.write(window, "What do you want to know", "May he start the group on Monday?")
        window.gone("push button", "Still needed: The question")

    def test_nothing_that_was_read_is_ticked_for_the_officer(self):
        window = self.open_practice("officer-14", "Officer 14")
        window.press("Search", role="toggle button", exactly=True)
        window.type("working with someone who maintains inn")
        self.assertIn(MAINTAINS, window.results(MAINTAINS)[0])
        window.focus(window.find("text", "Search guidance"))
        window.key("Return")
        window.document(MAINTAINS)
        self.begin(window)
        cells = wait(lambda: [n for n in walk(window.find("table", "Read first", showing=False))
                              if n.getRoleName() == "table cell"], "what was read")
        self.assertFalse([n.name for n in cells if n.getState().contains(pyatspi.STATE_CHECKED)])


if __name__ == "__main__":
    unittest.main(verbosity=2)
