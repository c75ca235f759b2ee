# SPDX-License-Identifier: GPL-2.0-or-later
"""The window as a screen reader sees it. Everything is waited for with a deadline; nothing sleeps
for a fixed time."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import pyatspi
from gi.repository import GLib

PATIENCE = float(os.environ.get("GUIDEPOST_TEST_PATIENCE", "30"))
PROGRAM = os.environ["GUIDEPOST_PROGRAM"]
TERMINAL = os.environ.get("GUIDEPOST_TERMINAL")
CONTENT = os.environ["GUIDEPOST_CONTENT"]


def focused(window):
    return next((n for n in walk(window.frame) if n.getState().contains(pyatspi.STATE_FOCUSED)), None)


def wait(ask, what, seconds=PATIENCE, also=None):
    """The first answer of `ask` that counts as true. `also` tells more when there is none."""
    end = time.monotonic() + seconds
    while True:
        try:
            answer = ask()
        except Exception:  # a node that went away while it was looked at
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            if "GUIDEPOST_TEST_PICTURE" in os.environ:  # what was there instead
                subprocess.run(["import", "-window", "root", os.environ["GUIDEPOST_TEST_PICTURE"]])
            raise AssertionError("waited in vain for " + what + (": " + also() if also else ""))
        time.sleep(0.03)


def children(node):
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def is_showing(node):
    states = node.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


class Window:
    """One run of the program on a profile of its own."""

    def __init__(self, *arguments, profile=None, content=CONTENT):
        self.own = None if profile else tempfile.mkdtemp(prefix="guidepost-window-")
        self.profile = pathlib.Path(profile or pathlib.Path(self.own) / "profile")
        self.environment = dict(os.environ, GUIDEPOST_CONTENT=str(content))
        if content != CONTENT:  # then the test says what there is to read, and modules bring nothing
            modules = pathlib.Path(content) / "modules"
            modules.mkdir()
            self.environment["GUIDEPOST_MODULES"] = str(modules)
        self.arguments = list(arguments)
        self.process = None
        self.finds_profile = False  # then the program looks for it itself, and the environment says where

    def start(self):
        self.log = tempfile.TemporaryFile("w+")
        self.process = self.run(*self.arguments)
        self.frame = wait(self._frame, "the window")
        return self

    def run(self, *arguments):
        where = [] if self.finds_profile else ["--profile", str(self.profile)]
        return subprocess.Popen([PROGRAM, *where, *arguments], env=self.environment, stderr=self.log)

    def _application(self):
        if self.process.poll() is not None:
            raise AssertionError("the program ended by itself")
        for application in children(pyatspi.Registry.getDesktop(0)):
            if application.name == "guidepost" and application.get_process_id() == self.process.pid:
                return application
        return None

    def _frame(self):
        application = self._application()
        return next((n for n in children(application) if n.getRoleName() == "frame"), None) if application else None

    def close(self):
        """Ends the program as a person does, so that it keeps its state."""
        if self.process.poll() is None:
            self.menu("File", "Quit")
            self.process.wait(PATIENCE)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.own:
            shutil.rmtree(self.own, ignore_errors=True)

    def words(self):
        self.log.seek(0)
        return self.log.read()

    # Finding

    def look(self, role, name="", within=None, exactly=False, showing=True):
        for node in walk(within or self.frame):
            if node.getRoleName() != role:
                continue
            if (node.name == name if exactly else name in node.name) and (not showing or is_showing(node)):
                return node
        return None

    def find(self, role, name="", **options):
        return wait(lambda: self.look(role, name, **options), f"a {role} named {name!r}")

    def gone(self, role, name):
        wait(lambda: not self.look(role, name), f"no {role} named {name!r}")

    def dialog(self, title):
        def ask():
            for node in children(self._application()):
                if node.getRoleName() in ("dialog", "alert") and title in node.name:
                    return node
            return None
        return wait(ask, f"the dialog {title!r}")

    # Doing

    def press(self, name, role="push button", **options):
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self.find(role, name, **options).queryAction().doAction(0)
            except (GLib.Error, NotImplementedError) as error:
                # Chips are made anew when what they offer changes: the one found may be gone. Any
                # other trouble may have come after the press, which must not be made twice.
                is_gone = isinstance(error, NotImplementedError) or any(
                    words in error.message for words in ("no longer exists", "does not exist"))
                if not is_gone or time.monotonic() > end:
                    raise

    def menu(self, title, item):
        menu = wait(lambda: self.look("menu", title, exactly=True), f"the menu {title!r}")
        menu.queryAction().doAction(0)  # the items are brought up to date when it opens
        found = wait(lambda: next((n for n in walk(menu) if n.name.startswith(item)
                                   and n.getRoleName() != "menu" and is_showing(n)), None),
                     f"{item!r} in the menu {title!r}")
        found.queryAction().doAction(0)

    def type(self, text):
        self.find("text", "Search guidance").queryEditableText().setTextContents(text)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def focus(self, node):
        node.queryComponent().grabFocus()
        wait(lambda: node.getState().contains(pyatspi.STATE_FOCUSED), f"the focus on {node.name!r}")

    # Reading

    def ready(self):
        """Everything that ships is searchable."""
        wait(lambda: self.look("label", "Index up to date"), "the index")
        return self

    def rows(self, table="Results"):
        node = self.look("table", table)
        return [cell.name for cell in children(node) if cell.getRoleName() == "table cell"] if node else []

    def results(self, word):
        """Rows of which one holds the word."""
        return wait(lambda: [r for r in [self.rows()] if any(word.lower() in row.lower() for row in r)],
                    f"results with {word!r}")[0]

    def cell(self, text, table="Results"):
        return wait(lambda: next((c for c in children(self.look("table", table)) if text in c.name), None),
                    f"the row {text!r}")

    def document(self, title):
        return wait(lambda: next((n for n in walk(self.frame) if n.getRoleName() == "document web"
                                  and n.name.startswith(title)), None), f"the page {title!r}")

    def headings(self, title):
        return [n.name for n in walk(self.document(title)) if n.getRoleName() == "heading"]

    def has_headings(self, title, *headings):
        """A page is there before all of it is: what it holds is waited for."""
        wait(lambda: set(headings) <= set(self.headings(title)), f"the headings {headings} in {title!r}")

    def has_text(self, title, words):
        wait(lambda: words in self.text(title), f"{words!r} in {title!r}")

    def has_typed(self, words):
        field = self.find("text", "Search guidance")
        wait(lambda: field.queryText().getText(0, -1) == words, f"{words!r} in the field")

    def text(self, title):
        parts = []
        for node in walk(self.document(title)):
            try:
                parts.append(node.queryText().getText(0, -1))
            except NotImplementedError:
                pass
        return " ".join(parts)

    def heading_in_view(self, title, heading):
        def ask():
            node = next(n for n in walk(self.document(title)) if n.getRoleName() == "heading" and n.name == heading)
            return is_showing(node)
        wait(ask, f"the heading {heading!r} in view")
