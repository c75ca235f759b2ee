#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Queries of one to four words out of the headings of a folder of Markdown, always the same for the
same folder, and what is typed on the way to each of them.

    questions.py DIR OUT      writes OUT.queries (one a line) and OUT.prefixes (one a key)
    questions.py --of FILE OUT    OUT.prefixes for the queries in FILE: first column, # is a comment
"""
import os
import random
import re
import sys

STOP_WORDS = set(
    "a an and are as at be by for from how i if in into is it not of on or the this to what when where "
    "which with you your".split()
)
LONGEST = 4  # words of a query
MOST_TRIES = 100_000


def headings(folder):
    """The words of each title and of each heading down to the third level."""
    for where, below, names in os.walk(folder):
        below.sort()
        for name in sorted(names):
            with open(os.path.join(where, name), encoding="utf-8", errors="replace") as lines:
                for line in lines:
                    heading = re.match(r"(?:#{1,3} |title:)\s*(.+)", line)
                    if heading:
                        words = [w.lower() for w in re.findall(r"[A-Za-z]{3,}", heading[1])]
                        words = [w for w in words if w not in STOP_WORDS]
                        if words:
                            yield words


def queries(folder, count):
    """Up to `count` different queries; fewer when the headings do not yield more."""
    lines = list(headings(folder))
    chance = random.Random(1234)
    found = []
    for _ in range(MOST_TRIES):
        if len(found) == count or not lines:
            break
        length = len(found) % LONGEST + 1
        words = chance.choice(lines)
        if len(words) >= length:
            start = chance.randrange(len(words) - length + 1)
            query = " ".join(words[start : start + length])
            if query not in found:
                found.append(query)
    return found


def last_word_typed(query):
    """The query at each key of its last word: the words before it are there already."""
    *before, last = query.split()
    return [" ".join([*before, last[:n]]) for n in range(1, len(last) + 1)]


def all_typed(query):
    """The query at each key from its first letter."""
    return [query[:n] for n in range(1, len(query) + 1) if query[n - 1] != " "]


def write_lines(path, lines):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in lines)


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "--of":
        with open(sys.argv[2], encoding="utf-8") as lines:
            asked = [line.split("\t")[0].strip() for line in lines if not line.startswith("#")]
        asked = [query for query in asked if query]
        typed = all_typed
    elif len(sys.argv) == 3:
        asked = queries(sys.argv[1], 100)
        typed = last_word_typed
    else:
        sys.exit(__doc__)
    out = sys.argv[-1]
    write_lines(out + ".queries", asked)
    write_lines(out + ".prefixes", [key for query in asked for key in typed(query)])


if __name__ == "__main__":
    main()
