#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite's FTS5 (Porter stems, bm25) through Python's own sqlite3, files read whole.

    fts5.py index DIR DB | update DIR DB FILE | latency DB QUERIES | prefix DB PREFIXES | run JUDGED OUT

The verbs do and print what those of guidepost-bench do. "update" and "index" take Python's start with
them: 20 to 40 ms.
"""
import os
import re
import sqlite3
import sys
import time

STOP_WORDS = set(
    """a about an and any are as at be by can did do does for from had has have how i if in into is it its me
my no not of on or our should so such than that the their them there these they this to was we were what
when where which who why will with would you your""".split()
)


def connect(path):
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("pragma journal_mode=wal")
    database.execute("pragma synchronous=full")  # as safe as the others
    database.execute("pragma cache_size=-65536")
    return database


def make(path):
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)
    database = connect(path)
    database.execute("create table page(id integer primary key, path text unique, body text)")
    database.execute(
        "create virtual table words using fts5(body, content='page', content_rowid='id', tokenize='porter unicode61')"
    )
    return database


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def add(database, path, body):
    row = database.execute("insert into page(path, body) values (?, ?)", (path, body)).lastrowid
    database.execute("insert into words(rowid, body) values (?, ?)", (row, body))


def index(folder, path):
    database = make(path)
    database.execute("begin")
    for where, _, names in os.walk(folder):
        for name in names:
            file = os.path.join(where, name)
            add(database, os.path.relpath(file, folder), read(file))
    database.execute("commit")
    database.execute("pragma wal_checkpoint(truncate)")
    return database


def update(folder, path, file):
    database = connect(path)
    name, body = os.path.relpath(file, folder), read(file)
    row, before = database.execute("select id, body from page where path = ?", (name,)).fetchone()
    database.execute("begin")
    database.execute("insert into words(words, rowid, body) values ('delete', ?, ?)", (row, before))
    database.execute("update page set body = ? where id = ?", (body, row))
    database.execute("insert into words(rowid, body) values (?, ?)", (row, body))
    database.execute("commit")


def expression(text, goes_on=False, without=frozenset()):
    words = re.findall(r"\w+", text)
    words = [word for word in words if word.lower() not in without] or words
    quoted = [f'"{word}"' for word in words]
    if goes_on and quoted:
        quoted[-1] += "*"
    return " OR ".join(quoted)


def latency(path, queries, goes_on):
    database = connect(path)
    for query in read(queries).splitlines():
        start = time.perf_counter()
        rows = database.execute(  # ranked first; the twenty texts are read after
            "select page.path, substr(page.body, 1, 200) from "
            "(select rowid as id, rank as place from words where words match ? order by rank limit 20) as best "
            "join page on page.id = best.id order by best.place",
            (expression(query, goes_on),),
        ).fetchall()
        print(f"{(time.perf_counter() - start) * 1e6:.1f}\t{len(rows)}\t{query}")


def run(judged, out):
    database = index(os.path.join(judged, "md"), out + ".sqlite")
    ids = dict(line.split("\t", 1) for line in read(os.path.join(judged, "ids.tsv")).splitlines())
    with open(out, "w", encoding="utf-8") as result:
        for line in read(os.path.join(judged, "queries.tsv")).splitlines():
            number, text = line.split("\t", 1)
            rows = database.execute(
                "select page.path, best.score from (select rowid as id, bm25(words) as score from words "
                "where words match ? order by 2 limit 1000) as best join page on page.id = best.id order by 2",
                (expression(text, without=STOP_WORDS),),
            )
            for rank, (path, score) in enumerate(rows, 1):
                result.write(f"{number} Q0 {ids[path[:-3]]} {rank} {-score:.6f} fts5\n")
    database.close()
    os.remove(out + ".sqlite")


VERBS = {
    "index": (index, 2),
    "update": (update, 3),
    "latency": (lambda path, queries: latency(path, queries, False), 2),
    "prefix": (lambda path, prefixes: latency(path, prefixes, True), 2),
    "run": (run, 2),
}


def main():
    verb, count = VERBS.get(sys.argv[1] if len(sys.argv) > 1 else "", (None, 0))
    if not verb or len(sys.argv) != count + 2:
        sys.exit(__doc__)
    verb(*sys.argv[2:])


if __name__ == "__main__":
    main()
