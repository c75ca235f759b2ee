# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts the window into each of its states and takes a picture; called by script/screenshots inside a
screen of its own, once for each look."""
import pathlib
import shutil
import subprocess
import sys
import time
import warnings

import pyatspi

from window import CONTENT, TERMINAL, Window, children, wait, walk

warnings.simplefilter("ignore")
look, folder = sys.argv[1], pathlib.Path(sys.argv[2])


def settle():
    """Two pictures in a row that are the same: nothing moves any more."""
    before = None
    end = time.monotonic() + 10
    while time.monotonic() < end:
        now = subprocess.run(["import", "-window", "root", "rgb:-"], capture_output=True, check=True).stdout
        if now == before:
            return
        before = now
        time.sleep(0.25)


def picture(name):
    # The caret blinks and the pointer is nobody's business.
    subprocess.run(["xdotool", "mousemove", "5000", "5000"], check=True)
    settle()
    subprocess.run(["import", "-window", "root", str(folder / f"{name}.png")], check=True)


def set_case(window):
    window.press("Set case")
    dialog = window.dialog("Cases on this desk")
    within = dict(within=dialog)
    wait(lambda: window.look("text", "Reference", **within), "the reference").queryEditableText().setTextContents(
        "north-7k2")
    for box in ("Offence: Sexual",):
        wait(lambda: window.look("check box", box, **within), box).queryAction().doAction(0)
    for name, word in (("Public", "High"), ("DC-SRP", "Medium"), ("What they say", "Maintains innocence"),
                       ("Setting", "Community"), ("Kind of sentence", "Licence")):
        choose(window, dialog, name, word)
    return dialog


def choose(window, dialog, name, word):
    box = wait(lambda: window.look("combo box", name, within=dialog, showing=False), name)
    item = wait(lambda: next((n for n in walk(box) if n.getRoleName() == "menu item" and n.name == word), None), word)
    item.queryAction().doAction(0)


def fill_screen():
    """As the window manager maximises a window, so that nothing of it lies below the edge."""
    frame = wait(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Guidepost"],
                                        capture_output=True, text=True).stdout.split(), "the window's number")[0]
    subprocess.run(["xdotool", "windowactivate", "--sync", frame, "key", "super+Up"], check=True)


def act_as(window, who, name, menu="Consult", item="Consultations"):
    window.menu("File", "Sign in")
    dialog = window.dialog("Act as")
    wait(lambda: window.look("text", "Find a person", within=dialog), "the field").queryEditableText().setTextContents(who)
    wait(lambda: next(c for c in children(window.look("table", "People", within=dialog))
                      if c.name.startswith(name)), name)
    window.press("OK", within=dialog)
    window.find("label", "You act as " + name)
    window.menu(menu, item)


def read_first(window):
    cell = wait(lambda: next(c for c in children(window.look("table", "Consultations"))
                             if c.getRoleName() == "table cell"), "a consultation")
    cell.queryComponent().grabFocus()
    box = cell.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    pyatspi.Registry.generateMouseEvent(box.x + 12, box.y + 8, "b1c")
    wait(lambda: "GP-" in window.frame.name, "the thread")


def consulting():
    """Both views and the form, on a practice desk."""
    window = Window("--practice").start()
    fill_screen()
    try:
        window.ready()
        act_as(window, "officer-14", "Officer 14")
        window.menu("Consult", "Ask a specialist")
        window.press("Is anybody in immediate danger now?: No", role="toggle button")
        for field, words in (("What do you want to know", "He says that nothing happened, and the group starts on "
                              "Monday with two others. May he start, and what do I tell the facilitator? His "
                              "girlfriend Sarah asks as well."),
                             ("What do you have to decide", "Whether he starts on Monday"),
                             ("What have you tried", "Two sessions on the offence; he talks about everything else.")):
            window.find("text", field).queryEditableText().setTextContents(words)
        window.press("How soon does it matter?: Soon", role="toggle button")
        choose(window, window.frame, "Field", "Sexual offending")
        window.find("label", "is expected to answer")
        picture("ask")
        window.press("Close, keep as draft")
        read_first(window)
        picture("consultations-officer")
        act_as(window, "specialist-14", "Specialist 14")
        read_first(window)
        picture("consultations-specialist")
    finally:
        window.kill()


def programmes():
    """What suits a case and what to answer next, a plan, and the gate before it is printed."""
    window = Window("--practice").start()
    fill_screen()
    try:
        window.ready()
        act_as(window, "lead-7", "Lead 7")
        window.press("Programmes", role="toggle button")
        window.find("push button", "Set a case...")
        if look == "light":
            picture("programmes-no-case")
        window.press("Save and use this case", within=set_case(window))
        window.press("SARA: risk to partner: Low")
        window.find("push button", "SARA: risk to others: Low")
        window.has_text("What suits this case", "SARA partner low")
        picture("programmes")
        if look != "light":
            return
        window.press("Sessions and toolkits", role="toggle button")
        window.has_text("Building Choices", "May not be delivered yet")
        picture("programmes-plan")
        window.press("Print...")
        dialog = window.dialog("Who delivers")
        choose(window, dialog, "Who delivers it?", "Specialist 15, not yet")
        window.find("label", "Specialist 15 may not deliver", within=dialog)
        picture("programmes-gate")
        window.press("Cancel", within=dialog)
        window.press("Paths", role="toggle button")
        choose(window, window.frame, "Path", "He says he didn't do it: what now?")
        window.has_text("He says he didn't do it", "Is anyone in danger")
        picture("programmes-path")
    finally:
        window.kill()


def modules():
    """The page of modules, as an administrator sees it: one whose code ran, one that is switched off, and a
    pack that is looked at."""
    window = Window("--practice").start()
    fill_screen()
    try:
        window.ready()
        act_as(window, "administrator-1", "Administrator 1", "Go", "Programme modules")
        window.find("table", "Programme modules")
        select(window, 2)
        window.press("Disable", exactly=True)
        window.find("push button", "Enable", exactly=True)
        window.find("label", "is disabled")
        select(window, 0)
        wait(lambda: any(n.name == "What holds its code" for n in walk(window.frame)), "the page")
        window.key("Escape")  # a menu may still be open
        picture("modules")
        window.press("Install a pack")
        dialog = window.dialog("Install a pack")
        pack = window.profile / "pack"
        shutil.copytree(pathlib.Path(CONTENT).parent / "plugins" / "toolkits", pack)
        (pack / "module.yaml").write_text((pack / "module.yaml").read_text().replace("id: toolkits", "id: kits"))
        (pack / "guidance" / "pack.yaml").write_text(
            (pack / "guidance" / "pack.yaml").read_text().replace("id: toolkits", "id: kits"))
        subprocess.run([TERMINAL, "--profile", str(window.profile), "module", "sign", str(pack)], check=True)
        window.find("text", "The pack", within=dialog).queryEditableText().setTextContents(str(pack))
        window.press("Look at it", within=dialog)
        window.find("check box", "install it unsigned", within=dialog)
        picture("modules-install")
    finally:
        window.kill()


def select(window, row):
    def click():  # rows are made anew when something changes, and may lie out of sight
        cell = [c for c in children(window.look("table", "Programme modules")) if c.getRoleName() == "table cell"][row]
        cell.queryComponent().grabFocus()
        box = cell.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        pyatspi.Registry.generateMouseEvent(box.x + 12, box.y + 8, "b1c")
        return cell.name.split("  ")[0].split("\n")[0]
    window.document(wait(click, "the row"))


def everything(window):
    picture("home")
    dialog = set_case(window)
    picture("case")
    window.press("Save and use this case", within=dialog)
    window.find("label", "Case north-7k2")
    window.type("denies offence group programme")
    window.results("denies")
    wait(lambda: window.look("push button", "Narrow by"), "counts")
    wait(lambda: "Guidepost" != window.frame.name, "the first result")
    picture("search")


def main():
    window = Window("--practice").start()
    fill_screen()
    try:
        if look == "first":
            picture("first-start")
            return
        window.ready()
        act_as(window, "officer-14", "Officer 14", "Go", "Home")
        if look in ("light", "dark"):
            everything(window)
        if look == "dark":
            return
        if look == "light":
            window.press("Narrow by Programme: Building Choices")
            window.find("push button", "Narrowed by")
            window.press("More to narrow by")
            dialog = window.dialog("Narrow the results")
            picture("filters")
            window.press("Cancel", within=dialog)
            window.type("AP curfew")
            window.results("curfew")
            window.find("push button", "AP: search for")
            picture("several-meanings")
            window.type("qqxzzy")
            window.find("label", "Nothing found")
            window.document("Nothing found")
            picture("nothing-found")
            window.menu("Go", "Jump to article")
            dialog = window.dialog("Jump to article")
            wait(lambda: window.look("text", "Title of the article", within=dialog),
                 "the field").queryEditableText().setTextContents("re")
            picture("jump")
            window.focus(window.look("text", "Title of the article", within=dialog))
            window.key("Escape")
            window.menu("Help", "Keyboard shortcuts")
            dialog = window.dialog("Keyboard shortcuts")
            picture("shortcuts")
            window.press("Close", within=dialog)
            window.menu("Go", "Home")
            window.document("Guidepost")
            window.run("guidepost://article/maintaining-innocence").wait()
            window.document("I didn't do it")
            window.menu("Edit", "Find in page")
            window.find("text", "Find in page").queryEditableText().setTextContents("facilitator")
            window.find("label", "found")
            picture("article")
            return
        set_and_search(window)
    finally:
        window.kill()


def set_and_search(window):
    dialog = set_case(window)
    if look == "large":
        picture("case")
    window.press("Save and use this case", within=dialog)
    window.find("label", "Case north-7k2")
    window.type("AP curfew")
    window.results("curfew")
    wait(lambda: window.look("push button", "Narrow by"), "counts")
    picture("search")
    if look == "large":
        window.focus(window.find("text", "Search guidance"))
        window.key("Return")
        window.document("Approved premises")
        picture("article")


main()
if look != "first":
    consulting()
    programmes()
    modules()
