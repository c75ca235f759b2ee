#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well a ranking answers questions that people have judged.

    relevance.py QRELS RUN... [--queries QUERIES] [--vs RUN]
        figures of run files; --vs gives the probability that a difference in nDCG@10 is chance
    relevance.py --collections DIR [--build DIR] [--out DIR]
        Guidepost, raw Xapian and FTS5 on every judged collection in DIR: its folders hold md/<n>.md,
        queries.tsv, qrels.txt and ids.tsv (n TAB id); the run files stay in --out

run file: query Q0 document rank score name        qrels: query 0 document grade
Every judged query counts, also one that a run has nothing for. nDCG takes 2^grade - 1 as gain.
"""
import argparse
import math
import os
import random
import sys
import tempfile
from collections import defaultdict

import contestants
from measuring import run as run_program

FIGURES = ("nDCG@10", "MAP", "recall@100", "first", "P@5")
SWAPS = 10_000


def read_qrels(path):
    grades = defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if len(fields) >= 4:
                grades[fields[0]][fields[2]] = max(int(fields[3]), 0)
    return {query: found for query, found in grades.items() if any(found.values())}


def read_run(path):
    """Documents of each query, best first, each once."""
    ranked = defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if len(fields) >= 5:
                ranked[fields[0]].append((int(fields[3]), fields[2]))
    return {query: list(dict.fromkeys(name for _, name in sorted(found))) for query, found in ranked.items()}


def read_queries(path):
    with open(path, encoding="utf-8") as lines:
        return {line.split("\t")[0] for line in lines}


def gain(grades):
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


def figures_of(grades, documents):
    got = [grades.get(document, 0) for document in documents]
    ideal = sorted((grade for grade in grades.values() if grade), reverse=True)
    hits, precision, first = 0, 0.0, 0.0
    for place, grade in enumerate(got[:1000], 1):
        if grade:
            hits += 1
            precision += hits / place
            first = first or 1 / place
    return {
        "nDCG@10": gain(got) / gain(ideal),
        "MAP": precision / len(ideal),
        "recall@100": sum(1 for grade in got[:100] if grade) / len(ideal),
        "first": first,
        "P@5": sum(1 for grade in got[:5] if grade) / 5,
    }


class Evaluation:
    def __init__(self, qrels, documents, queries=None):
        asked = [query for query in qrels if queries is None or query in queries]
        self.by_query = {query: figures_of(qrels[query], documents.get(query, [])) for query in asked}
        self.unanswered = sum(1 for query in asked if not documents.get(query))

    def mean(self, figure):
        return sum(found[figure] for found in self.by_query.values()) / len(self.by_query)

    def chance(self, other):
        """Paired randomisation: how often swapping the two at random differs as much."""
        differences = [self.by_query[query]["nDCG@10"] - other.by_query[query]["nDCG@10"] for query in self.by_query]
        seen = abs(sum(differences)) - 1e-12
        toss = random.Random(1)
        as_much = sum(abs(sum(d if toss.random() < 0.5 else -d for d in differences)) >= seen for _ in range(SWAPS))
        return (1 + as_much) / (SWAPS + 1)


def print_runs(said):
    qrels = read_qrels(said.files[0])
    queries = read_queries(said.queries) if said.queries else None
    base = Evaluation(qrels, read_run(said.vs), queries) if said.vs else None
    print("| run | " + " | ".join(FIGURES) + " | unanswered |" + (" chance |" if base else ""))
    print("|---" * (len(FIGURES) + 2 + (1 if base else 0)) + "|")
    for path in said.files[1:]:
        found = Evaluation(qrels, read_run(path), queries)
        row = [os.path.basename(path), *(f"{found.mean(figure):.4f}" for figure in FIGURES), str(found.unanswered)]
        print("| " + " | ".join(row + ([f"{found.chance(base):.3f}"] if base else [])) + " |")


def rankers(build):
    """Name, and the command that writes a run file."""
    fts5 = ["python3", os.path.join(contestants.PEERS, "fts5.py")]
    commands = {
        "Guidepost": [contestants.built(build, "guidepost-bench")],
        "raw Xapian": [contestants.built(build, "xapian-raw")],
    }
    for command in commands.values():
        if why := contestants.missing_program(command[0]):
            sys.exit(why)
    if contestants.sqlite_has_fts5():
        commands["FTS5, stop words dropped"] = fts5
    return commands


def print_collections(folder, build, out):
    names = sorted(name for name in os.listdir(folder) if os.path.exists(os.path.join(folder, name, "qrels.txt")))
    if not names:
        sys.exit(f"{folder} has no folder with md, queries.tsv, qrels.txt and ids.tsv")
    print("| nDCG@10 | " + " | ".join(names) + " | mean | questions without an answer |")
    print("|---" * (len(names) + 3) + "|")
    base = None
    for ranker, command in rankers(build).items():
        found = {}
        for name in names:
            judged = os.path.join(folder, name)
            path = os.path.join(out, f"{name}.{ranker.split(',')[0].replace(' ', '-')}.run")
            run_program([*command, "run", judged, path])
            qrels = read_qrels(os.path.join(judged, "qrels.txt"))
            queries = read_queries(os.path.join(judged, "queries.tsv"))
            found[name] = Evaluation(qrels, read_run(path), queries)
        values = [found[name].mean("nDCG@10") for name in names]
        values.append(sum(values) / len(values))
        unanswered = sum(evaluation.unanswered for evaluation in found.values())
        print(f"| {ranker} | " + " | ".join(f"{value:.4f}" for value in values) + f" | {unanswered} |", flush=True)
        if ranker == "raw Xapian":
            base = values
        if ranker == "Guidepost":
            own = values
    print("| Guidepost / raw Xapian | " + " | ".join(f"{a / b:.3f}" for a, b in zip(own, base)) + " | |")


def main():
    root = os.path.dirname(os.path.dirname(contestants.HERE))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="QRELS RUN")
    parser.add_argument("--queries", help="only the queries of this file count")
    parser.add_argument("--vs", metavar="RUN")
    parser.add_argument("--collections", metavar="DIR")
    parser.add_argument("--build", default=os.path.join(root, "build", "bench"), metavar="DIR", help="%(default)s")
    parser.add_argument("--out", metavar="DIR", help="where the run files stay; nowhere unless said")
    said = parser.parse_args()
    if said.collections and said.out:
        os.makedirs(said.out, exist_ok=True)
        print_collections(said.collections, said.build, said.out)
    elif said.collections:
        with tempfile.TemporaryDirectory(prefix="guidepost-runs-") as out:
            print_collections(said.collections, said.build, out)
    elif len(said.files) >= 2:
        print_runs(said)
    else:
        parser.error("name qrels and run files, or --collections")


if __name__ == "__main__":
    main()
