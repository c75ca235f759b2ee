# SPDX-License-Identifier: GPL-2.0-or-later
"""Guidepost and its peers: how each is asked to index a folder, to take in one changed page, and to
answer a list of queries. What a peer cannot do it has no command for."""
import os
import shutil
import sqlite3
import subprocess
from dataclasses import dataclass
from typing import Callable, Optional

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "peers")
DEBIAN_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-recoll belongs to

Command = Callable[..., list]


@dataclass
class Contestant:
    """`index` and `update` get (folder, place, page), the others (place, file of queries). `index_part`
    is where in its place the index lies, when that is not all there is."""

    name: str
    index: Command
    update: Command
    latency: Optional[Command] = None
    prefix: Optional[Command] = None
    prepare: Callable = lambda folder, place: None  # before the clock starts
    index_part: str = ""


def built(build, name):
    """A program of ours in a build folder."""
    return os.path.join(build, "tests", "bench", name)


def guidepost(build):
    program = built(build, "guidepost-bench")
    return Contestant(
        "Guidepost",
        index=lambda folder, place, page: [program, "index", folder, place],
        update=lambda folder, place, page: [program, "update", folder, place, page],
        latency=lambda place, file: [program, "latency", place, file],
        prefix=lambda place, file: [program, "prefix", place, file],
        index_part="index",
    )


def xapian(build):
    program = built(build, "xapian-raw")
    return Contestant(
        "raw Xapian",
        index=lambda folder, place, page: [program, "index", folder, place],
        update=lambda folder, place, page: [program, "update", folder, place, page],
        latency=lambda place, file: [program, "latency", place, file],
        prefix=lambda place, file: [program, "prefix", place, file],
    )


def fts5(_build):
    program = ["python3", os.path.join(PEERS, "fts5.py")]
    return Contestant(
        "SQLite FTS5",
        index=lambda folder, place, page: [*program, "index", folder, place],
        update=lambda folder, place, page: [*program, "update", folder, place, page],
        latency=lambda place, file: [*program, "latency", place, file],
        prefix=lambda place, file: [*program, "prefix", place, file],
    )


def omega(_build):
    # Its searcher is a page of a web server and starts anew for each query: nothing to compare with.
    def index(folder, place, page):
        return ["omindex", "--db", place, "--mime-type=md:text/plain", "--url", "/", folder]

    return Contestant("omindex", index=index, update=index)


def recoll(_build):
    def prepare(folder, place):
        os.makedirs(place)
        with open(os.path.join(place, "recoll.conf"), "w", encoding="utf-8") as out:
            out.write(f"topdirs = {folder}\nindexStripChars = 1\nloglevel = 1\nidxloglevel = 1\nidxflushmb = 50\n")

    contestant = Contestant(
        "Recoll",
        index=lambda folder, place, page: ["recollindex", "-c", place],
        update=lambda folder, place, page: ["recollindex", "-c", place, "-i", page],
        prepare=prepare,
    )
    if recoll_speaks_python():
        search = os.path.join(PEERS, "recoll_search.py")
        contestant.latency = lambda place, file: [DEBIAN_PYTHON, search, "latency", place, file]
    return contestant


def recoll_speaks_python():
    if not os.path.exists(DEBIAN_PYTHON):
        return False
    asked = subprocess.run(
        [DEBIAN_PYTHON, "-c", "from recoll import recoll"], capture_output=True, check=False
    )
    return asked.returncode == 0


def sqlite_has_fts5():
    try:
        sqlite3.connect(":memory:").execute("create virtual table t using fts5(a)")
    except sqlite3.OperationalError:
        return False
    return True


# In the order in which they run and are shown. The second entry says why one is missing, or "".
ALL = {
    "guidepost": (guidepost, lambda build: missing_program(built(build, "guidepost-bench"))),
    "xapian": (xapian, lambda build: missing_program(built(build, "xapian-raw"))),
    "fts5": (fts5, lambda build: "" if sqlite_has_fts5() else "this Python's SQLite is built without FTS5"),
    "omega": (omega, lambda build: missing_program("omindex", "apt install xapian-omega")),
    "recoll": (recoll, lambda build: missing_program("recollindex", "apt install recollcmd python3-recoll")),
}


def missing_program(name, remedy="build it: README.md"):
    return "" if shutil.which(name) else f"{name} is not there ({remedy})"
