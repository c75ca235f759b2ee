#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Guidepost beside its peers on a folder of Markdown, in one run. README.md says how to read it."""
import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time

import contestants
import questions
from measuring import load, percentile, run, size_of, steady, times_of

BASE = "raw Xapian"  # whose figures the others are divided by
LEAST_ANSWERS = 7  # rounds of queries and of updates, which are short and easily disturbed
PAGE_BYTES = range(800, 6000)  # of the page that is changed: neither a stub nor a book
COLUMNS = [
    ("index s", 2),
    ("cpu s", 2),
    ("MB/s", 1),
    ("peak MiB", 0),
    ("index/text", 2),
    ("disk/text", 2),
    ("update ms", 1),
    ("query p50 ms", 2),
    ("p99", 2),
    ("typing p50 ms", 2),
    ("p99", 2),
]


def copy_markdown(folder, to):
    """The Markdown files below `folder`, links left out; returns their paths in the copy."""
    copies = []
    for where, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            file = os.path.join(where, name)
            if not name.lower().endswith((".md", ".markdown")) or name.startswith("."):
                continue
            if os.path.islink(file) or not os.path.isfile(file):
                continue
            copy = os.path.join(to, os.path.relpath(file, folder))
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            shutil.copyfile(file, copy)
            copies.append(copy)
    return copies


def page_to_change(files):
    """One of a middling size from the middle of the folder."""
    middle_first = files[len(files) // 2 :] + files[: len(files) // 2]
    return next((file for file in middle_first if os.path.getsize(file) in PAGE_BYTES), files[0])


class Figures:
    def __init__(self, contestant, work):
        self.contestant = contestant
        self.place = os.path.join(work, contestant.name.replace(" ", "-"))
        self.index, self.update, self.queries, self.typing = [], [], [], []
        self.index_size, self.disk_size = 0, 0

    def run_index(self, folder, page):
        if os.path.isdir(self.place):
            shutil.rmtree(self.place)
        elif os.path.exists(self.place):
            os.remove(self.place)
        self.contestant.prepare(folder, self.place)
        self.index.append(run(self.contestant.index(folder, self.place, page)))
        self.index_size = size_of(os.path.join(self.place, self.contestant.index_part).rstrip("/"))
        self.disk_size = size_of(self.place)

    def run_answers(self, asked):
        for command, times, end in (
            (self.contestant.latency, self.queries, ".queries"),
            (self.contestant.prefix, self.typing, ".prefixes"),
        ):
            if command:
                times.append(times_of(run(command(self.place, asked + end)).out))

    def run_update(self, folder, page, note):
        time.sleep(1.1)  # who looks at the file's time may look at whole seconds
        with open(page, "a", encoding="utf-8") as out:
            out.write(f"\nchanged {note}\n")
        self.update.append(run(self.contestant.update(folder, self.place, page)))

    def row(self, text_bytes):
        wall = statistics.median(taken.wall for taken in self.index)
        values = [
            wall,
            statistics.median(taken.cpu for taken in self.index),
            text_bytes / 1e6 / wall,
            max(taken.peak for taken in self.index),
            self.index_size / text_bytes,
            self.disk_size / text_bytes,
            statistics.median(taken.wall for taken in self.update) * 1000,
        ]
        for rounds in (self.queries, self.typing):
            times = steady(rounds)
            values += [percentile(times, share) if times else None for share in (0.50, 0.99)]
        return values


def cells(values, decimals):
    return [f"{value:.{places}f}" if value is not None else "-" for value, places in zip(values, decimals)]


def print_table(all_figures, text_bytes):
    rows = {figures.contestant.name: figures.row(text_bytes) for figures in all_figures}
    print("| | " + " | ".join(name for name, _ in COLUMNS) + " |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    for name, values in rows.items():
        print(f"| {name} | " + " | ".join(cells(values, [places for _, places in COLUMNS])) + " |")
    base = rows.get(BASE)
    if not base:
        return
    for name, values in rows.items():
        if name != BASE:
            ratios = [value / of if value is not None and of else None for value, of in zip(values, base)]
            print(f"| {name} / {BASE} | " + " | ".join(cells(ratios, [2] * len(COLUMNS))) + " |")


def chosen(names, build):
    unknown = set(names) - set(contestants.ALL)
    if unknown:
        sys.exit(f"no such peer: {', '.join(sorted(unknown))}; there are {', '.join(contestants.ALL)}")
    found = []
    for name, (make, why_missing) in contestants.ALL.items():
        if name in names:
            if why := why_missing(build):
                print(f"without {name}: {why}", file=sys.stderr)
            else:
                found.append(make(build))
    return found


def main():
    root = os.path.dirname(os.path.dirname(contestants.HERE))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", metavar="DIR", help="Markdown; it is copied, never changed")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="3 unless said")
    parser.add_argument("--peers", default=",".join(contestants.ALL), metavar="A,B", help="%(default)s")
    parser.add_argument("--queries", type=int, default=100, metavar="N", help="100 unless said")
    parser.add_argument("--build", default=os.path.join(root, "build", "bench"), metavar="DIR", help="%(default)s")
    parser.add_argument("--work", metavar="DIR", help="where copy and indexes go; a temporary folder unless said")
    said = parser.parse_args()
    if said.rounds < 1:
        parser.error("one round at least")

    found = chosen(said.peers.split(","), said.build)
    if not found:
        sys.exit("nothing is left to compare")
    with tempfile.TemporaryDirectory(prefix="guidepost-compare-", dir=said.work) as work:
        folder = os.path.join(work, "pages")
        files = copy_markdown(said.folder, folder)
        if not files:
            sys.exit(f"there is no Markdown in {said.folder}")
        text_bytes = sum(os.path.getsize(file) for file in files)
        asked = os.path.join(work, "asked")
        queries = questions.queries(folder, said.queries)
        if not queries:
            sys.exit(f"the Markdown in {said.folder} has no headings to make queries of")
        keys = [key for query in queries for key in questions.last_word_typed(query)]
        questions.write_lines(asked + ".queries", queries)
        questions.write_lines(asked + ".prefixes", keys)
        print(
            f"{len(files)} files, {text_bytes / 1e6:.1f} MB, {len(queries)} queries, {len(keys)} keys, "
            f"{said.rounds} rounds; at the start {load()}",
            flush=True,
        )
        page = page_to_change(files)
        all_figures = [Figures(contestant, work) for contestant in found]
        # In turn (A B C A B C), so that a ratio survives a machine that becomes slower meanwhile.
        for _ in range(said.rounds):
            for figures in all_figures:
                figures.run_index(folder, page)
        for number in range(max(said.rounds, LEAST_ANSWERS)):
            for figures in all_figures:
                figures.run_answers(asked)
                figures.run_update(folder, page, f"{figures.contestant.name} {number}")
        print(f"at the end {load()}\n")
        print_table(all_figures, text_bytes)


if __name__ == "__main__":
    main()
