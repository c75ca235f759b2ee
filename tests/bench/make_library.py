#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a large library out of real text: sections of Markdown files, recombined. The same files and
seed always give the same library.

    make_library.py OUT [--from DIR] [--articles N] [--seed N]

Each article has the front matter and the number of sections of one of the files, and each of its
sections comes from any of them, at its place or another. So words, lengths and tags are spread as in
the files, and no two articles are the same. Without --from the guidance that ships is taken.
"""
import argparse
import os
import random
import re

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
IN_A_FOLDER = 500


class Source:
    """A file cut into front matter, title and sections."""

    def __init__(self, text):
        front = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
        self.front = front[1] if front else ""
        body = text[front.end() :] if front else text
        self.sections = sections(body)
        title = re.search(r'^title: *"?(.+?)"?$', self.front, re.MULTILINE) or re.search(r"^# +(.+)", body, re.MULTILINE)
        self.title = title[1] if title else ""


def sections(body):
    """From one heading of the second level to the next; a fence's lines are no headings."""
    parts, fence = [""], None
    for line in body.splitlines(keepends=True):
        mark = re.match(r" {0,3}(```|~~~)", line)
        if mark and fence in (None, mark[1]):
            fence = None if fence else mark[1]
        if line.startswith("## ") and not fence:
            parts.append("")
        parts[-1] += line
    return [part for part in parts if len(part.split()) >= 5]


def heading(section):
    found = re.match(r"#+ +(.+)", section)
    return found[1].strip() if found else ""


def read_sources(folder):
    found = []
    for where, below, names in os.walk(folder):
        below.sort()
        for name in sorted(names):
            if name.endswith(".md"):
                with open(os.path.join(where, name), encoding="utf-8", errors="replace") as file:
                    source = Source(file.read())
                if source.title and source.sections:
                    found.append(source)
    return found


def without_id_and_title(front):
    """The other lines; a value that goes on over several lines stays with its key."""
    return re.sub(r"^(?:id|title):.*\n(?:[ \t].*\n)*", "", front, flags=re.MULTILINE)


def article(number, sources, all_sections, chance):
    base = chance.choice(sources)
    taken = [chance.choice(all_sections) for _ in base.sections]
    about = next((heading(section) for section in taken if heading(section)), "more")
    title = f"{base.title}: {about} ({number})".replace('"', "'")
    return f'---\ntitle: "{title}"\n{without_id_and_title(base.front)}---\n\n' + "\n".join(taken)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", metavar="OUT", help="a folder that is not there yet")
    parser.add_argument("--from", dest="folder", default=os.path.join(ROOT, "content", "guidance"), metavar="DIR")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N", help="10,000 unless said")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    said = parser.parse_args()
    sources = read_sources(said.folder)
    if not sources:
        parser.error(f"{said.folder} has no Markdown with a title and sections")
    all_sections = [section for source in sources for section in source.sections]
    chance = random.Random(said.seed)
    os.makedirs(said.out)
    for number in range(said.articles):
        folder = os.path.join(said.out, f"{number // IN_A_FOLDER:03d}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"article-{number:05d}.md"), "w", encoding="utf-8") as out:
            out.write(article(number, sources, all_sections, chance))


if __name__ == "__main__":
    main()
