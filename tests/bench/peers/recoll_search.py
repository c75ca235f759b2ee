#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Recoll through its own Python module (Debian: python3-recoll), any of the words, stems of English.

    recoll_search.py latency CONFIGURATION QUERIES      prints what guidepost-bench latency prints
"""
import sys
import time

from recoll import recoll


def main():
    if len(sys.argv) != 4 or sys.argv[1] != "latency":
        sys.exit(__doc__)
    database = recoll.connect(confdir=sys.argv[2])
    with open(sys.argv[3], encoding="utf-8") as lines:
        queries = lines.read().splitlines()
    for text in queries:
        start = time.perf_counter()
        query = database.query()
        query.execute(" OR ".join(text.split()), stemming=1, stemlang="english")
        hits = query.fetchmany(min(20, query.rowcount)) if query.rowcount > 0 else []
        shown = [hit.url for hit in hits]
        print(f"{(time.perf_counter() - start) * 1e6:.1f}\t{len(shown)}\t{text}")


if __name__ == "__main__":
    main()
