# SPDX-License-Identifier: GPL-2.0-or-later
"""What officers, specialists and trainers do with a consultation in the window, end to end, on a
practice desk."""
import json
import subprocess
import unittest

import pyatspi

from layout import box_of
from window import TERMINAL, children, focused, is_showing, wait, walk
from window_test import Everybody, WindowTest

QUESTION = "May he start the group on Monday? He says that nothing happened."
TITLE = "May he start the group on Monday?"
ANSWER = "Yes, he may start.\nTell the facilitator first."
NOTE = "Seen like this before."


class Consulting(WindowTest):
    unnamed = Everybody.unnamed

    def open_practice(self, who, name, **options):
        window = self.open("--practice", **options)
        window.ready()
        self.act_as(window, who, name)
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
        window.menu("Consult", "Consultations")

    def write(self, window, field, text, **options):
        window.find("text", field, **options).queryEditableText().setTextContents(text)

    def choose(self, window, name, item):
        box = window.find("combo box", name)
        wait(lambda: next((n for n in walk(box) if n.getRoleName() == "menu item" and item in n.name), None),
             item).queryAction().doAction(0)

    def begin(self, window, question=QUESTION):
        window.menu("Consult", "Ask a specialist")
        self.write(window, "What do you want to know", question)

    def fill(self, window, danger="No"):
        window.press("Is anybody in immediate danger now?: " + danger, role="toggle button")
        self.write(window, "What do you have to decide", "Whether he starts")
        self.write(window, "What have you tried", "Two sessions on the offence")
        self.choose(window, "By which day", "Fri")
        window.press("How soon does it matter?: Soon: 2 days", role="toggle button")
        window.press("What do you ask for?: Advice only", role="toggle button")
        self.choose(window, "Field", "Sexual")

    def answer(self, window, name):
        """Presses a button of the question that the desk asks."""
        wait(lambda: next((n for top in children(window._application()) for n in walk(top)
                           if n.getRoleName() == "push button" and n.name == name), None),
             name).queryAction().doAction(0)

    def ask(self, window):
        self.begin(window)
        self.fill(window)
        window.press("Send the question")
        window.has_text(TITLE, "Question")

    def set_case(self, window):
        window.press("Set or edit case")
        dialog = window.dialog("Cases on this desk")
        within = dict(within=dialog, showing=False)
        self.write(window, "Reference", "north-7k2", within=dialog)
        wait(lambda: window.look("check box", "Offence: Sexual", **within), "the offence").queryAction().doAction(0)
        for box, item in (("DC-SRP", "High"), ("Setting", "Community"),
                          ("Found eligible for this programme", "No")):
            found = wait(lambda: window.look("combo box", box, **within), box)
            wait(lambda: next((n for n in walk(found) if n.getRoleName() == "menu item" and n.name == item), None),
                 item).queryAction().doAction(0)
        window.press("Save and use this case", within=dialog)

    def read(self, window, title=TITLE):
        def opened():  # the list may be filled anew between the look for the row and the click
            cell = next(c for c in children(window.look("table", "Consultations")) if title in c.name)
            cell.queryComponent().grabFocus()
            box = cell.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            pyatspi.Registry.generateMouseEvent(box.x + 12, box.y + 8, "b1c")
            return wait(lambda: next(n for n in walk(window.frame) if n.getRoleName() == "document web"
                                     and n.name.startswith(title)), "the page", seconds=5)
        wait(opened, f"the page {title!r}")

    def kind(self, window, kind):
        window.press(kind, role="toggle button", exactly=True)

    def words(self, window):
        return window.find("text", "Your words").queryText().getText(0, -1)

    def reply(self, window, text, button, kind=None):
        if kind:
            self.kind(window, kind)
            window.find("push button", button, exactly=True)
        self.write(window, "Your words", text)
        window.press(button, exactly=True)
        wait(lambda: window.find("text", "Your words").queryText().getText(0, -1) == "", "an empty field")

    def test_the_search_leads_to_asking_for_those_who_ask(self):
        window = self.open_practice("officer-14", "Officer 14")
        window.press("Search", role="toggle button", exactly=True)
        window.press("Ask a specialist", exactly=True)
        window.find("text", "What do you want to know")
        self.act_as(window, "trainer", "Trainer 1")
        window.press("Search", role="toggle button", exactly=True)
        window.gone("push button", "Ask a specialist")

    def test_the_key_that_sends_works_in_a_text_and_after_the_menu_had_it_grey(self):
        window = self.open_practice("officer-14", "Officer 14")
        window.press("Search", role="toggle button", exactly=True)
        menu = window.find("menu", "Consult", exactly=True)
        menu.queryAction().doAction(0)  # nothing can be sent from here
        wait(lambda: next((n for n in walk(menu) if n.name.startswith("Send") and is_showing(n)
                           and not n.getState().contains(pyatspi.STATE_SENSITIVE)), None), "a grey item")
        window.key("Escape", "Escape")
        self.begin(window)
        self.fill(window)
        window.focus(window.find("text", "What have you tried"))
        window.key("ctrl+Return")
        window.has_text(TITLE, "Question")
        self.assertNotIn("offence\n", window.text(TITLE))

    def test_guidance_is_not_looked_for_by_a_name(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window, "He says that nothing happened, and the group starts on Monday. His girlfriend Sarah asks as well.")
        rows = wait(lambda: window.rows("Guidance that may settle it"), "guidance")
        self.assertFalse([row for row in rows if "Sarah" in row], rows)

    def test_an_officer_asks_a_specialist_answers_and_it_becomes_a_draft(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.ask(window)
        adviser = wait(lambda: next((n.name for n in walk(window.frame) if n.getRoleName() == "label"
                                     and "offered to Specialist" in n.name), None), "to whom it was offered")
        name = "Specialist " + adviser.split("Specialist ")[1].split()[0]

        self.act_as(window, name.lower().replace(" ", "-"), name)
        self.read(window)
        window.press("Accept", exactly=True)
        window.find("push button", "Send answer")
        self.write(window, "Your words", ANSWER)
        self.kind(window, "Note")
        wait(lambda: self.words(window) == "", "a field of its own for the note")
        window.find("label", "Specialists and leads see a note. The officer never does.")
        self.reply(window, NOTE, "Add note")
        window.has_text(TITLE, NOTE)
        self.assertNotIn("Yes, he may start.", window.text(TITLE))
        self.kind(window, "Answer")
        wait(lambda: self.words(window) == ANSWER, "the answer as it was")
        window.press("Send answer", exactly=True)
        wait(lambda: self.words(window) == "", "an empty field")
        window.has_text(TITLE, "Tell the facilitator first.")

        self.act_as(window, "officer-14", "Officer 14")
        self.read(window)
        window.has_text(TITLE, "Tell the facilitator first.")
        self.assertNotIn(NOTE, window.text(TITLE))
        self.reply(window, "Thank you, that helps.", "Send message")
        window.has_text(TITLE, "Thank you, that helps.")
        window.find("push button", "Agree", exactly=True)  # a message takes no choice away
        window.press("Agree", exactly=True)
        window.has_text(TITLE, "agrees with the advice")
        window.press("Copy for the record", exactly=True)
        window.find("label", "Copied")
        pasted = subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, text=True).stdout \
            if subprocess.run(["which", "xclip"], capture_output=True).returncode == 0 else None
        if pasted is not None:
            self.assertIn("OFFICIAL-SENSITIVE", pasted)
            self.assertIn("Yes, he may start.", pasted)
            self.assertNotIn(NOTE, pasted)

        self.act_as(window, name.lower().replace(" ", "-"), name)
        window.press("List Answered")
        self.read(window)
        window.press("More that can be done")
        item = wait(lambda: next((n for n in walk(window._application()) if n.getRoleName() == "menu item"
                                  and n.name.startswith("Make guidance")), None), "the item of the menu")
        item.queryAction().doAction(0)
        dialog = window.dialog("Make guidance")
        self.write(window, "Title", "Starting a group while innocence is maintained", within=dialog)
        window.press("Make the draft", within=dialog)
        window.find("label", "A draft was made")

        self.act_as(window, "trainer", "Trainer 1")
        window.press("Drafts", role="toggle button")
        cell = window.cell("Starting a group while innocence is maintained", table="Drafts")
        cell.queryComponent().grabFocus()
        box = cell.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        pyatspi.Registry.generateMouseEvent(box.x + 12, box.y + 8, "b1c")
        window.has_text("Starting a group", "it is no guidance")
        self.assertNotIn("Officer 14", window.text("Starting a group"))

    def test_what_is_typed_outlives_the_death_of_the_program(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window, "Words that nobody may lose")
        window.find("label", "Guidance that may settle it")
        window.process.kill()
        window.process.wait()
        window.start()
        window.ready()
        window.menu("Consult", "Ask a specialist")
        field = window.find("text", "What do you want to know")
        wait(lambda: field.queryText().getText(0, -1) == "Words that nobody may lose", "the words again")
        window.find("label", "This is what you had written")

    def test_danger_stops_the_form_until_somebody_was_called(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window, "He has a knife and says he is going to kill her tonight. What do I do?")
        self.fill(window)
        self.write(window, "Whom did you call", "")
        window.find("label", "Call now")
        window.press("Send the question")
        window.find("label", "Call first")
        self.write(window, "Whom did you call", "Duty senior probation officer and police")
        self.write(window, "When?", "16:20 today")
        window.press("Send the question")
        window.has_text("He has a knife", "Called before asking")

    def test_in_a_narrow_window_whom_to_call_is_in_sight_where_one_sends(self):
        window = self.open_practice("officer-14", "Officer 14")
        subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Guidepost", "windowsize", "1024", "700"],
                       check=True)
        self.begin(window, "He has a knife and says he is going to kill her tonight. What do I do?")
        told = window.find("label", "Call 999 now. What you write says")
        frame, box = box_of(window.frame), box_of(told)
        self.assertLessEqual(box[1] + box[3], frame[1] + frame[3])
        window.press("Still needed: Whom you called, and when")
        wait(lambda: focused(window) is not None and focused(window).name.startswith("Whom did you call"),
             "the place where it is said")

    def test_danger_is_asked_and_yes_needs_no_words_that_tell_it(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window)
        for answer in ("Yes", "No"):
            button = window.find("toggle button", "Is anybody in immediate danger now?: " + answer)
            self.assertFalse(button.getState().contains(pyatspi.STATE_CHECKED))
        window.press("Send the question")
        window.find("push button", "Still needed: Danger: yes or no")
        self.fill(window, danger="Yes")
        window.find("label", "Call 999 now")
        window.find("label", "Call now:")
        window.press("Send the question")
        window.find("label", "You say that somebody is in danger now. Call first")
        self.write(window, "Whom did you call", "Police and duty manager")
        self.write(window, "When?", "16:20 today")
        window.press("Send the question")
        window.has_text(TITLE, "Somebody is in danger now")
        window.find("label", "to the lead")

    def test_words_that_are_no_danger_go_out_with_the_reason(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window, "He has a knife and says he is going to kill her tonight. What do I do?")
        self.fill(window)
        window.find("label", "Call 999 now")
        window.press("More about this danger")
        self.write(window, "This is not what it says", "It is a line of the play they rehearse on the wing")
        window.press("Send the question")
        window.has_text("He has a knife", "a line of the play")

    def test_a_reason_that_says_who_it_is_about_is_asked_about_before_it_goes_out(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window, "He has a knife and says he is going to kill her tonight. What do I do?")
        self.fill(window)
        window.find("label", "Call 999 now")
        window.press("More about this danger")
        self.write(window, "This is not what it says", "A play on the wing, his number is A1234BC")
        window.press("Send the question")
        self.answer(window, "Go back")
        self.write(window, "This is not what it says", "A play on the wing")
        window.press("Send the question")
        window.has_text("He has a knife", "A play on the wing")

    def test_what_modules_ask_and_say_goes_with_the_question(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window)
        self.fill(window)
        self.set_case(window)
        self.choose(window, "Where the referral to this programme stands", "On programme")
        window.press("Send what the module says: Building Choices 1", role="check box", showing=False)
        window.find("label", "Building Choices asks for sexual offending")
        window.press("Send the question")
        window.has_text(TITLE, "What the modules say")
        window.has_text(TITLE, "a recommendation, not a decision")
        window.has_text(TITLE, "On programme")
        window.find("label", "What the modules say")
        window.find("label", "Building Choices asks for sexual offending")
        window.find("label", "epf eligible")

    def test_what_says_who_it_is_asks_once_before_it_goes_out(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window, "May X123456 start the group on Monday?")
        self.fill(window)
        window.press("Send the question")
        self.answer(window, "Go back")
        window.find("push button", "Send the question")
        field = window.find("text", "What do you want to know")
        self.assertIn("X123456", field.queryText().getText(0, -1))
        window.press("Send the question")
        self.answer(window, "Send as it is")
        window.has_text("May X123456 start", "Question")

    def test_guidance_that_settles_it_is_counted(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window)
        window.press("The marked guidance settles it")
        window.find("label", "Recorded: settled by")
        done = subprocess.run([TERMINAL, "--profile", str(window.profile), "--as", "trainer-1", "consult", "settled",
                               "--json"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["questions"], 1)

    def test_the_guard_marks_and_one_key_replaces(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.begin(window, "His CRN is X123456 and he is fine.")
        window.find("label", "This looks like: case reference number")
        window.focus(window.find("text", "What do you want to know"))
        window.key("ctrl+shift+r")
        field = window.find("text", "What do you want to know")
        wait(lambda: "X123456" not in field.queryText().getText(0, -1), "the number replaced")
        window.gone("label", "This looks like")

    def test_a_reply_to_a_thread_that_moved_on_is_shown_beside_what_arrived(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.ask(window)
        ref = window.find("label", "offered to Specialist")
        ref = wait(lambda: next((n.name for n in walk(window.frame) if n.getRoleName() == "table cell"
                                 and TITLE in n.name), None), "the row").split("\n")[1].split()[0]
        self.write(window, "Your words", "He also asked for an interpreter.")
        subprocess.run([TERMINAL, "--profile", str(window.profile), "--as", "lead-1", "consult", "list", "--json"],
                       capture_output=True)
        adviser = wait(lambda: next((n.name for n in walk(window.frame) if n.getRoleName() == "label"
                                     and "offered to Specialist" in n.name), None), "the offer")
        login = "specialist-" + adviser.split("Specialist ")[1].split()[0]
        for verb, text in ((["offer", "accept"], None), (["consult", "reply"], "From the terminal.")):
            done = subprocess.run([TERMINAL, "--profile", str(window.profile), "--as", login, *verb, ref],
                                  input=text, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        window.press("Send message", exactly=True)
        window.find("label", "this arrived while you were writing")
        field = window.find("text", "Your words")
        self.assertEqual(field.queryText().getText(0, -1), "He also asked for an interpreter.")
        window.press("Send all the same")
        window.has_text(TITLE, "He also asked for an interpreter.")

    def test_asking_again_is_an_act_of_its_own(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.ask(window)
        row = wait(lambda: next((n.name for n in walk(window.frame) if n.getRoleName() == "table cell"
                                 and TITLE in n.name), None), "the row")
        ref = row.split("\n")[1].split()[0]
        adviser = wait(lambda: next((n.name for n in walk(window.frame) if n.getRoleName() == "label"
                                     and "offered to Specialist" in n.name), None), "the offer")
        login = "specialist-" + adviser.split("Specialist ")[1].split()[0]
        for verb, text in ((["offer", "accept"], None), (["consult", "reply"], "Yes, he may.")):
            done = subprocess.run([TERMINAL, "--profile", str(window.profile), "--as", login, *verb, ref],
                                  input=text, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        self.act_as(window, "officer-14", "Officer 14")
        self.read(window)
        window.has_text(TITLE, "Yes, he may.")
        self.reply(window, "The group moved to Thursday. Still?", "Ask again", "Ask again")
        window.has_text(TITLE, "Asks again")
        window.find("label", "asked again by Officer 14")
        window.gone("push button", "Agree")

    def test_every_control_has_a_name(self):
        window = self.open_practice("officer-14", "Officer 14")
        self.assertEqual(self.unnamed(window.frame), [])
        self.ask(window)
        self.assertEqual(self.unnamed(window.frame), [])
        self.begin(window, "He has a knife and says he is going to kill her tonight. X123456")
        window.find("text", "Whom did you call")
        self.assertEqual(self.unnamed(window.frame), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
