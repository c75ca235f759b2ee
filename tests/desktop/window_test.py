# SPDX-License-Identifier: GPL-2.0-or-later
"""What an officer does in the window, end to end: real program, real store, real index."""
import fcntl
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
import warnings

import pyatspi

from window import CONTENT, PATIENCE, PROGRAM, TERMINAL, Window, children, is_showing, wait, walk

MAINTAINS = "I didn't do it"


class WindowTest(unittest.TestCase):
    def setUp(self):
        warnings.simplefilter("ignore")  # pyatspi's own old names

    def open(self, *arguments, **options):
        window = Window(*arguments, **options)
        self.addCleanup(window.kill)
        window.start()
        return window

    def open_ready(self, *arguments, **options):
        return self.open(*arguments, **options).ready()


class Searching(WindowTest):
    def test_each_letter_gives_results_and_enter_opens_the_first(self):
        window = self.open_ready()
        window.type("working with someone who maintains inn")
        self.assertIn(MAINTAINS, window.results(MAINTAINS)[0])
        window.find("label", "Showing results for")
        window.focus(window.find("text", "Search guidance"))
        window.key("Return")
        window.has_headings(MAINTAINS, "Do now", "Why", "What to say", "Stop and ask")
        wait(lambda: MAINTAINS in window.frame.name, "the title of the window")

    def test_a_short_form_with_several_meanings_asks(self):
        window = self.open_ready()
        window.type("AP")
        window.press("AP: search for approved premises")
        window.has_typed('"approved premises"')

    def test_a_slip_of_spelling_is_offered_right(self):
        window = self.open_ready()
        window.type("stalkng")
        window.results("stalking")
        window.press("Did you mean: stalking")
        window.results("stalking")

    def test_a_filter_narrows_and_goes_again(self):
        window = self.open_ready()
        window.type("group")
        window.results("group")
        def only_this(row):
            return "Building\u00a0Choices" in row

        wait(lambda: not all(map(only_this, window.rows())), "other articles too")
        window.press("Narrow by Programme: Building Choices")
        window.find("push button", "Narrowed by Programme: Building Choices")
        wait(lambda: window.rows() and all(map(only_this, window.rows())), "articles of the programme alone")
        window.press("Narrowed by Programme: Building Choices")
        wait(lambda: not all(map(only_this, window.rows())), "other articles again")

    def test_nothing_found_says_so_and_what_to_do(self):
        window = self.open_ready()
        window.type("qqxzzy")
        window.find("label", "Nothing found")
        wait(lambda: not window.rows(), "an empty list")
        window.has_text("Nothing found", "Use fewer words")

    def test_escape_clears_and_home_comes_back(self):
        window = self.open_ready()
        window.type("recall")
        window.results("recall")
        # What is found is looked at after a pause; until then home is still there.
        wait(lambda: "recall" in window.frame.name.lower(), "the first result")
        window.focus(window.find("text", "Search guidance"))
        window.key("Escape")
        window.has_typed("")
        window.document("Guidepost")

    def test_undo_in_the_search_field(self):
        window = self.open_ready()
        field = window.find("text", "Search guidance")
        window.focus(field)
        window.type("recall")
        window.type("licence")
        window.key("ctrl+z")
        wait(lambda: field.queryText().getText(0, -1) == "recall", "the text before")
        window.key("ctrl+shift+z")
        wait(lambda: field.queryText().getText(0, -1) == "licence", "the text after")


class Reading(WindowTest):
    def read(self, *arguments):
        window = self.open_ready("guidepost://article/maintaining-innocence", *arguments)
        window.document(MAINTAINS)
        return window

    def test_the_contents_list_jumps_to_a_section(self):
        window = self.read()
        cell = window.cell("Stop and ask", table="Contents")
        cell.queryComponent().grabFocus()
        box = cell.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        pyatspi.Registry.generateMouseEvent(box.x + 12, box.y + box.height // 2, "b1c")
        window.heading_in_view(MAINTAINS, "Stop and ask")

    def test_find_in_page(self):
        window = self.read()
        window.menu("Edit", "Find in page")
        field = window.find("text", "Find in page")
        field.queryEditableText().setTextContents("treatment manager")
        window.find("label", "found")
        field.queryEditableText().setTextContents("qqxzzy")
        window.find("label", "Not in this page")
        window.press("Close the find bar")
        wait(lambda: not window.look("text", "Find in page"), "the bar closed")

    def test_back_and_forward(self):
        window = self.read()
        window.menu("Go", "Home")
        window.document("Guidepost")
        window.press("Back", exactly=True)
        window.document(MAINTAINS)
        window.press("Forward", exactly=True)
        window.document("Guidepost")

    def test_a_link_within_an_article_leads_to_the_other(self):
        window = self.read()
        link = wait(lambda: next((n for n in walk(window.document(MAINTAINS)) if n.getRoleName() == "link"
                                  and "appeal is pending" in n.name), None), "the link")
        link.queryAction().doAction(0)
        wait(lambda: "appeal" in window.frame.name.lower(), "the other article")
        window.press("Back", exactly=True)
        window.document(MAINTAINS)

    def test_a_bookmark_is_kept_for_the_next_start(self):
        window = self.read()
        window.press("Bookmark this page", role="toggle button")
        window.find("toggle button", "Bookmarked")
        window.close()
        again = self.open_ready(profile=window.profile)
        again.find("toggle button", "Bookmarked")
        again.menu("Go", "Home")
        again.has_headings("Guidepost", "Bookmarks")

    def test_an_answer_is_recorded_as_an_event(self):
        window = self.read()
        window.press("Yes, this was useful")
        window.find("label", "Thank you")

        def payload():
            with sqlite3.connect(f"file:{window.profile / 'guidepost.sqlite'}?mode=ro", uri=True) as store:
                return store.execute("select p.body from event e join event_payload p on p.event = e.id "
                                     "where e.kind = 'article.useful'").fetchall()
        rows = wait(payload, "the event")
        self.assertEqual(len(rows), 1)
        self.assertIn("maintaining-innocence", rows[0][0])
        self.assertIn('"answer":"yes"', rows[0][0].replace(" ", ""))

    def test_jump_to_an_article(self):
        window = self.open_ready()
        window.menu("Go", "Jump to article")
        dialog = window.dialog("Jump to article")
        field = wait(lambda: window.look("text", "Title of the article", within=dialog), "the field")
        field.queryEditableText().setTextContents("recall rules")
        wait(lambda: [n for n in walk(dialog) if n.getRoleName() == "table cell" and "Recall: the rules" in n.name],
             "the article in the list")
        window.focus(field)
        window.key("Return")
        window.document("Recall: the rules")

    def test_a_page_is_printed_to_a_pdf_with_pages(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "page.pdf"
            window = Window("--print-to", str(file), "guidepost://article/maintaining-innocence")
            self.addCleanup(window.kill)
            window.start()
            self.assertEqual(window.process.wait(PATIENCE), 0)
            told = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
            about = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
            pages = int(about["Pages"])
            self.assertIn("A4", about["Page size"])
            texts = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True,
                                   text=True).stdout.split("\f")[:-1]
            self.assertEqual(len(texts), pages)
            self.assertTrue(2 <= pages <= 8, pages)  # an article of 700 words, with room to read
            self.assertTrue(all(text.strip() for text in texts), "an empty page")
            words = " ".join(" ".join(texts).split())
            for part in (MAINTAINS, "Written from public sources for practice", "Do now", "Sources"):
                self.assertIn(part, words)
            self.assertIn(MAINTAINS, texts[0])
            home = pathlib.Path(os.environ["XDG_DATA_HOME"])
            recent = home / "recently-used.xbel"
            self.assertFalse(recent.exists() and "page.pdf" in recent.read_text())

    def test_an_article_that_is_not_here_is_told(self):
        window = self.open_ready("guidepost://article/never-written")
        window.document("This article is not on this desk")


class Cases(WindowTest):
    def test_a_case_is_set_once_and_results_say_what_fits(self):
        window = self.open_ready()
        window.press("Set case")
        dialog = window.dialog("Cases on this desk")
        field = wait(lambda: window.look("text", "Reference", within=dialog), "the reference")
        field.queryEditableText().setTextContents("north-7k2")
        box = wait(lambda: window.look("check box", "Offence: Sexual", within=dialog), "the offence")
        box.queryAction().doAction(0)
        window.press("Save and use this case", within=dialog)
        window.find("label", "Case north-7k2")
        window.find("label", "Sexual")
        window.type("group")
        self.assertTrue(wait(lambda: [r for r in window.rows() if "Fits" in r], "what fits the case"))
        window.press("Clear case")
        window.find("label", "No case set")

    def test_a_reference_that_cannot_be_used_is_refused_with_the_reason(self):
        window = self.open_ready()
        window.press("Set case")
        dialog = window.dialog("Cases on this desk")
        field = wait(lambda: window.look("text", "Reference", within=dialog), "the reference")
        field.queryEditableText().setTextContents("John Smith")
        window.press("Save and use this case", within=dialog)
        wait(lambda: window.look("label", "Reference takes", within=dialog), "the reason")
        field.queryEditableText().setTextContents("john-smith")
        window.press("Save and use this case", within=dialog)
        wait(lambda: window.look("label", "This reference may say who", within=dialog), "the reason")
        window.press("Cancel", within=dialog)
        window.find("label", "No case set")


class Trouble(WindowTest):
    def test_a_damaged_index_still_gives_titles_and_is_mended(self):
        window = self.open_ready()
        window.close()
        spoiled = 0
        for file in (window.profile / "index").rglob("*.glass"):
            file.write_bytes(b"\0" * 64)
            spoiled += 1
        self.assertGreater(spoiled, 0)
        again = self.open(profile=window.profile)
        again.type("recall")
        again.results("recall")
        again.ready()
        again.type("keyworker each week")
        again.results("Approved premises")

    def test_what_is_not_searchable_yet_is_told_with_every_answer(self):
        window = self.open_ready()
        with open(window.profile / "index/lock") as lock, tempfile.TemporaryDirectory() as folder:
            fcntl.flock(lock, fcntl.LOCK_EX)  # as another program does while it makes the index
            for number in range(2):
                (pathlib.Path(folder) / f"note-{number}.md").write_text(f"# Note {number}\n\nA qqxzzy.\n")
            password = b"kettle tram marigold\n"
            for words, typed in ((["staff", "edit", "admin", "name=Admin", "roles=administrator", "region=London"], b""),
                                 (["staff", "password", "admin"], password), (["sign-in", "admin"], password),
                                 (["article", "import", folder], b""), (["sign-out"], b"")):
                subprocess.run([TERMINAL, "--profile", window.profile, *words], check=True, input=typed,
                               env=window.environment, capture_output=True)
            window.type("recall")
            window.find("label", "2 articles are not searchable yet")
            window.type("qqxzzy")
            window.find("label", "Nothing found")
            window.has_text("Nothing found", "2 articles are not searchable yet")

    def test_a_journal_that_was_put_aside_is_told_with_its_place_until_that_is_dismissed(self):
        window = self.open_ready()
        window.close()
        (window.profile / "journal.sqlite").write_bytes(b"no database " * 1000)
        again = self.open_ready(profile=window.profile)  # the message outlasts setting up
        told = again.find("label", "could not be read").name
        aside = next(window.profile.glob("journal.sqlite.damaged-*"))
        self.assertIn(str(aside), told)
        again.press("Dismiss")
        wait(lambda: not again.look("label", "could not be read"), "the message gone")
        again.close()
        self.assertEqual(self.open_ready(profile=window.profile).look("label", "could not be read"), None)

    def test_an_empty_library_offers_to_import(self):
        with tempfile.TemporaryDirectory() as folder:
            content = pathlib.Path(folder)
            (content / "guidance").mkdir()
            (content / "vocabulary.tsv").write_text("AP\tapproved premises\tsame\n")
            window = self.open(content=content)
            window.find("label", "There is no guidance on this desk")
            window.find("push button", "Import folder")

    def test_a_long_first_start_can_be_used_stopped_and_carried_on(self):
        with tempfile.TemporaryDirectory() as folder:
            content = pathlib.Path(folder)
            shipped = pathlib.Path(CONTENT) / "guidance"
            (content / "guidance").mkdir()
            for file in shipped.parent.iterdir():
                if file.is_file():
                    (content / file.name).write_bytes(file.read_bytes())
            (content / "guidance/pack.yaml").write_bytes((shipped / "pack.yaml").read_bytes())
            article = (shipped / "recall.md").read_text()
            for number in range(4000):
                (content / f"guidance/recall-{number}.md").write_text(
                    article.replace("id: recall\n", f"id: recall-{number}\n", 1))
            window = self.open(content=content)
            window.find("push button", "Stop", exactly=True)
            window.type("recall")
            window.results("recall")
            # By title alone, or from what the index has by now: either way it is said.
            window.find("label", "searchable yet")
            window.press("Stop", exactly=True)
            window.find("label", "Stopped. What was done so far is kept")
            window.press("Carry on")
            window.find("push button", "Stop", exactly=True)

    def test_a_second_start_hands_its_link_to_the_first(self):
        window = self.open_ready()
        second = window.run("guidepost://article/recall")
        self.assertEqual(second.wait(PATIENCE), 0)
        wait(lambda: "Recall" in window.frame.name, "the article of the link")

    def test_a_link_that_asks_for_more_than_reading_is_refused(self):
        for link in ("guidepost://import/etc", "guidepost://article/../../etc", "file:///etc/passwd"):
            with self.subTest(link):
                done = subprocess.run([PROGRAM, link], capture_output=True, timeout=PATIENCE)
                self.assertNotEqual(done.returncode, 0)
                self.assertIn(b"no link to an article", done.stderr)

    def test_a_start_complains_of_nothing(self):
        for arguments in ((), ("--practice",)):
            window = self.open_ready(*arguments)
            window.type("recall")
            window.results("recall")
            window.press("Programmes", role="toggle button")
            window.find("push button", "Set a case")
            self.assertEqual(window.words(), "")

    def test_the_version_needs_no_profile(self):
        done = subprocess.run([PROGRAM, "--version"], capture_output=True, timeout=PATIENCE)
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith(b"guidepost "))


class Protected(WindowTest):
    """Run by an account for which write-protected means write-protected: see without_rights."""

    def protect(self, profile):
        for path in [profile, *profile.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)

        def give_back():
            for path in [profile, *profile.rglob("*")]:
                path.chmod(0o700 if path.is_dir() else 0o600)
        self.addCleanup(give_back)

    def test_a_profile_that_may_not_be_written_is_searched_and_read(self):
        window = self.open_ready("guidepost://article/recall")
        window.document("Recall")
        window.press("Bookmark this page", role="toggle button")
        window.find("toggle button", "Bookmarked")
        window.close()
        before = {path: path.stat().st_mtime_ns for path in window.profile.rglob("*")}
        self.protect(window.profile)

        again = self.open_ready("guidepost://article/recall", profile=window.profile)
        again.document("Recall")
        self.assertIn(str(window.profile), again.find("label", "This desk may not be written").name)
        again.find("toggle button", "Bookmarked")  # what was there before is there to read
        self.assertEqual(again.look("push button", "Yes, this was useful"), None)
        again.type("working with someone who maintains inn")
        again.results(MAINTAINS)
        again.has_headings(MAINTAINS, "Do now")
        again.menu("Go", "Home")
        again.has_headings("Guidepost", "Bookmarks", "Recently read")
        again.press("Dismiss")
        self.assertEqual(again.look("label", "Something went wrong"), None)
        again.close()
        self.assertEqual(before, {path: path.stat().st_mtime_ns for path in window.profile.rglob("*")})

    def test_a_question_that_cannot_be_sent_is_told_before_the_first_word_and_kept(self):
        window = self.open_ready("--practice")
        window.close()
        self.protect(window.profile)
        again = self.open("--practice", profile=window.profile)
        again.find("label", "This desk may not be written")
        again.menu("Consult", "Ask a specialist")
        again.find("text", "What do you want to know")
        again.find("label", "Nothing can be sent from this desk")
        self.assertFalse(again.look("push button", "Send the question"))

        def question():
            return again.find("text", "What do you want to know").queryText()
        again.focus(again.find("text", "What do you want to know"))
        again.find("text", "What do you want to know").queryEditableText().setTextContents("May he start on Monday?")
        again.key("ctrl+shift+Return")
        again.press("Close, keep as draft")
        again.menu("Consult", "Ask a specialist")
        wait(lambda: question().getText(0, -1).startswith("May he start on Monday?"), "what was typed")
        again.menu("File", "Quit")  # it would be gone
        wait(lambda: next((n for top in children(again._application()) for n in walk(top)
                           if n.getRoleName() == "push button" and n.name == "Stay"), None),
             "the question about it").queryAction().doAction(0)
        again.press("Copy what I wrote")
        again.find("label", "Copied: what you wrote")
        again.close()

    def test_a_write_protected_profile_without_an_index_is_searched_by_titles(self):
        window = self.open_ready()
        window.close()
        shutil.rmtree(window.profile / "index")
        self.protect(window.profile)
        again = self.open(profile=window.profile)
        again.find("label", "Index is incomplete")
        again.type("recall")
        again.results("recall")
        again.find("label", "Only titles are searched")


class Welsh(WindowTest):
    """By the build tree's own catalogue; the system knows no such locale."""

    def open_in(self, language):
        window = Window()
        self.addCleanup(window.kill)
        window.environment["LANGUAGE"] = language
        return window.start()

    def test_menus_index_and_search_speak_welsh(self):
        window = self.open_in("cy")
        for menu in ("Ffeil", "Golygu", "Gweld", "Mynd", "Achos", "Cymorth"):
            window.find("menu", menu, exactly=True)
        self.assertIsNone(window.look("menu", "File", exactly=True))
        window.find("label", "Mae'r mynegai'n gyfredol")
        window.find("text", "Chwilio canllawiau").queryEditableText().setTextContents("recall")
        window.find("label", "Yn dangos canlyniadau ar gyfer")
        window.find("push button", "Cyfyngu yn \u00f4l Lleoliad: ")  # from the model, which has no wx

    def test_a_language_without_a_catalogue_is_english(self):
        self.open_in("br").find("menu", "File", exactly=True)


class Footprint(WindowTest):
    def test_a_practice_desk_writes_into_its_own_profile_alone(self):
        with tempfile.TemporaryDirectory() as home:
            data, cache = pathlib.Path(home) / "data", pathlib.Path(home) / "cache"
            window = Window("--practice", profile=data / "guidepost-practice")
            window.environment.update(XDG_DATA_HOME=str(data), XDG_CACHE_HOME=str(cache))
            window.finds_profile = True
            self.addCleanup(window.kill)
            window.start().ready()
            window.document("Guidepost")
            window.close()
            written = [p for folder in (data, cache) for p in folder.rglob("*")
                       if p.is_file() and window.profile not in p.parents and "mesa" not in str(p)]
            self.assertEqual(written, [])
            left = [p for p in pathlib.Path(os.environ["XDG_RUNTIME_DIR"]).glob("guidepost-toolkit-*")]
            self.assertEqual(left, [])


class Everybody(WindowTest):
    def unnamed(self, node):
        """Controls one can get to and would not know what they are."""
        inside_page = {"document web", "menu bar"}
        if node.getRoleName() in inside_page:
            return []
        found = []
        states = node.getState()
        if is_showing(node) and states.contains(pyatspi.STATE_FOCUSABLE) and not node.name.strip():
            labels = [r for r in node.getRelationSet() if r.getRelationType() == pyatspi.RELATION_LABELLED_BY]
            if not labels:
                found.append(f"{node.getRoleName()} in {node.parent.getRoleName()} {node.parent.name!r}")
        for child in children(node):
            found += self.unnamed(child)
        return found

    def test_every_control_has_a_name(self):
        window = self.open_ready("guidepost://article/maintaining-innocence")
        window.document(MAINTAINS)
        window.type("AP recall")
        window.results("recall")
        window.menu("Edit", "Find in page")
        window.find("text", "Find in page")
        self.assertEqual(self.unnamed(window.frame), [])

    def test_every_control_of_the_dialogs_has_a_name(self):
        window = self.open_ready()
        for menu, item, title, close in (("Case", "Set or edit case", "Cases on this desk", "Cancel"),
                                         ("Help", "Keyboard shortcuts", "Keyboard shortcuts", "Close")):
            with self.subTest(title):
                window.menu(menu, item)
                dialog = window.dialog(title)
                self.assertEqual(self.unnamed(dialog), [])
                window.press(close, within=dialog)

    def test_f6_goes_round_the_panes(self):
        window = self.open_ready("guidepost://article/maintaining-innocence")
        window.type("recall")
        window.results("recall")
        window.focus(window.find("text", "Search guidance"))
        seen = set()

        def focused():
            # The page itself shows none of its parts as focused while no link is.
            return next(((n.getRoleName(), n.name) for n in walk(window.frame)
                         if n.getState().contains(pyatspi.STATE_FOCUSED)), ("document web", "the page"))
        for _ in range(12):
            here = focused()
            seen.add(here[0] + " " + here[1].split(",")[0][:12])
            window.key("F6")
            wait(lambda: focused() != here, "the next pane")
        self.assertGreaterEqual(len(seen), 5, seen)


if __name__ == "__main__":
    unittest.main(verbosity=2)
