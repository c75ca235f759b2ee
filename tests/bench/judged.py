#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lays out a judged collection, as it is published, for relevance.py: each document a Markdown file, and
the questions that have judgements.

    judged.py smart DOCUMENTS QUESTIONS JUDGEMENTS OUT      Cranfield, CACM, CISI (fields .I .T .W .K)
    judged.py npl DOCUMENTS QUESTIONS JUDGEMENTS OUT        NPL (numbered paragraphs ended by /)

Cranfield numbers its questions anew: its judgements count them in their order.
"""
import os
import re
import sys


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def joined(lines):
    return " ".join(" ".join(lines).split())


def smart_records(path):
    """(number, title, text and keywords) of each record; other fields (authors, citations) are left out."""
    for record in re.split(r"^\.I +", read(path), flags=re.MULTILINE)[1:]:
        number, *lines = record.splitlines()
        fields, field = {"T": [], "W": [], "K": []}, None
        for line in lines:
            if re.fullmatch(r"\.[A-Z]\s*", line):
                field = line[1]
            elif field in fields:
                fields[field].append(line)
        yield str(int(number)), joined(fields["T"]), joined(fields["W"] + fields["K"])


def npl_records(path):
    for record in re.split(r"^ *\/ *$", read(path), flags=re.MULTILINE):
        number, *lines = record.strip().splitlines() or [""]
        if number:
            yield number.strip(), "", joined(lines)


def smart_judgements(path):
    """Whatever is listed is relevant; 0 as a grade says nothing in these files."""
    for line in read(path).splitlines():
        fields = line.split()
        if len(fields) >= 4:
            # question document 0 0, or question 0 document grade
            document = fields[2] if fields[1] == "0" else fields[1]
            yield str(int(fields[0])), str(int(document))


def npl_judgements(path):
    for number, _, documents in npl_records(path):
        for document in documents.split():
            yield number, document


def main():
    if len(sys.argv) != 6 or sys.argv[1] not in ("smart", "npl"):
        sys.exit(__doc__)
    is_npl = sys.argv[1] == "npl"
    documents, questions, judgements, out = sys.argv[2:]
    records = npl_records if is_npl else smart_records
    relevant = list(dict.fromkeys((npl_judgements if is_npl else smart_judgements)(judgements)))
    asked = [(number, joined([title, text])) for number, title, text in records(questions)]
    if {number for number, _ in relevant} - {number for number, _ in asked}:
        asked = [(str(place), text) for place, (_, text) in enumerate(asked, 1)]

    os.makedirs(os.path.join(out, "md"))
    with open(os.path.join(out, "ids.tsv"), "w", encoding="utf-8") as ids:
        for place, (number, title, text) in enumerate(records(documents)):
            ids.write(f"{place}\t{number}\n")
            with open(os.path.join(out, "md", f"{place}.md"), "w", encoding="utf-8") as page:
                page.write(f"# {title}\n\n{text}\n" if title else f"{text}\n")
    judged = {number for number, _ in relevant}
    with open(os.path.join(out, "queries.tsv"), "w", encoding="utf-8") as lines:
        lines.writelines(f"{number}\t{text}\n" for number, text in asked if number in judged)
    with open(os.path.join(out, "qrels.txt"), "w", encoding="utf-8") as lines:
        lines.writelines(f"{number} 0 {document} 1\n" for number, document in relevant)


if __name__ == "__main__":
    main()
