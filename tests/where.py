#!/usr/bin/env python3
"""Asks `hanji where` about every figure printed on a few pages of a book.

Whatever a page shows in digits has an answer: a cell, how it was computed, the
place in the layout, or that hanji added it (page numbers, running heads).
"""
import argparse
import json
import re
import subprocess
import sys

FIGURE = re.compile(r"[△-]?\d[\d,.]*%?")


def figures_of(page):
    """The figures that one page of `hanji inspect` shows."""
    found = set()
    for run in page["runs"]:
        found.update(FIGURE.findall(run["text"]))
    return sorted(found)


def unanswered(pages, ask):
    """(page, figure) for those that `ask` has no answer to; and how many."""
    asked, silent = 0, []
    for page in pages:
        for figure in figures_of(page):
            asked += 1
            if not ask(page["page"], figure):
                silent.append((page["page"], figure))
    return asked, silent


def run(hanji, *arguments):
    done = subprocess.run([hanji, *arguments], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


def self_test():
    pages = [{"page": 2, "runs": [{"text": "총 1,442천 명"}, {"text": "64.3%"}]}]
    assert figures_of(pages[0]) == ["1,442", "64.3%"]
    assert unanswered(pages, lambda page, figure: "x") == (2, [])
    assert unanswered(pages, lambda page, figure: figure[0] == "1")[1] == [
        (2, "64.3%")
    ]
    print("2 passed, 0 failed, 0 skipped")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--hanji")
    parser.add_argument("--layout")
    parser.add_argument("--pages", default="")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    book = json.loads(run(options.hanji, "inspect", options.layout))
    wanted = [int(n) for n in options.pages.split(",") if n]
    pages = [p for p in book["pages"] if not wanted or p["page"] in wanted]
    asked, silent = unanswered(
        pages,
        lambda page, figure: run(
            options.hanji, "where", options.layout, str(page), figure
        ),
    )
    for page, figure in silent:
        print(f"page {page}: no answer for {figure}")
    print(f"{asked - len(silent)} passed, {len(silent)} failed, 0 skipped")
    return 1 if silent or not asked else 0


if __name__ == "__main__":
    sys.exit(main())
