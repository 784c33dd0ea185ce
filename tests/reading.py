#!/usr/bin/env python3
"""K-167: read in structure order, the sample book is its source text.

A screen reader follows the structure tree of a PDF. What it says must be the
texts of the tables in their order: each item before what is under it, notes
after what they explain, boxes entry by entry, tables row by row.
"""
import argparse
import csv
import io
import pathlib
import re
import subprocess
import sys

import pikepdf

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/pdfcheck"))
import spoken
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
BOXES = ("당면사항", "참고사항")
ENTRY = "·"
SPACE = re.compile(r"\s+")


def bare(text):
    return SPACE.sub("", text)


def table(path):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp949")
    return list(csv.DictReader(io.StringIO(text)))


# ---- what the source says ----


def row_words(row, sign_before):
    """An item: its sign, its key word, its text; a box: its label, its entries."""
    sign = row["구분"]
    if sign in BOXES:
        if sign != sign_before:
            yield sign
        for entry in row["내용"].split("\n"):
            yield ENTRY + entry
        return
    yield sign
    if row["핵심어"]:
        yield "(%s)" % row["핵심어"]
    yield row["내용"]


def task_words(rows):
    """Fields with their committees, tasks with their numbers, items."""
    fields, tasks, before = 0, 0, None
    for row in rows:
        if row["분야"]:
            fields, tasks = fields + 1, 0
            yield from (str(fields), row["분야"] + "분야", row["소관위원회"])
        if row["과제"]:
            yield from (CIRCLED[tasks], row["과제"])
            tasks, before = tasks + 1, None
        yield from row_words(row, before)
        before = row["구분"]


def achievement_words(rows):
    yield from ("일자별", "주요성과", "비고", "계", "%d개" % len(rows))
    for row in rows:
        _, month, day = row["일자"].split("-")
        yield from ("%d.%d." % (int(month), int(day)), row["주요성과"], row["비고"])


def percent(part, whole):
    return "%.1f%%" % (100 * part / whole)


def budget_words(rows):
    """The head, the total, the rows, each with its share."""
    columns = list(rows[0])
    yield from columns + ["비율", "계"]
    number = [{c: int(r[c].replace(",", "")) for c in columns[1:]} for r in rows]
    total = {c: sum(n[c] for n in number) for c in columns[1:]}
    yield from ["{:,}".format(total[c]) for c in columns[1:]] + ["100.0%"]
    for row, n in zip(rows, number):
        yield from (row[c] for c in columns)
        yield percent(n["합계"], total["합계"])


# ---- what the book says ----


def book_words(path):
    with pikepdf.open(path) as pdf:
        return [text.strip() for _, text in spoken.spoken(pdf)]


def first_difference(book, source):
    at = next((i for i, (a, b) in enumerate(zip(book, source)) if a != b),
              min(len(book), len(source)))
    return "the book says “%s”, the source “%s”" % (
        book[max(0, at - 20):at + 20], source[max(0, at - 20):at + 20])


def difference(book, source):
    """What is wrong unless `book` begins with the words of `source`."""
    wanted = bare("".join(source))
    text = bare("".join(book))[:len(wanted)]
    return None if text == wanted else first_difference(text, wanted)


def compare(name, book, source):
    wrong = difference(book, source)
    print("FAIL reading %s: %s" % (name, wrong) if wrong else "PASS reading " + name)
    return bool(wrong)


def after(words, *heads):
    """The words after a heading, past the contents, which name it first."""
    for head in heads:
        words = words[words.index(head) + 1:]
    return words


def check(hanji, folder):
    pdf = folder / "reading.pdf"
    subprocess.run([hanji, "build", ROOT / "layouts/briefing.yaml", "-o", pdf], check=True)
    words, data = book_words(pdf), ROOT / "data"
    plan, done = "2024년 주요업무 추진계획", "일자별 주요성과"
    return (
        compare("tasks", after(words, plan, plan), task_words(table(data / "tasks.csv")))
        + compare("achievements", after(words, done, done),
                  achievement_words(table(data / "achievements.csv")))
        + compare("budget", after(words, "(단위: 억 원)"),
                  budget_words(table(data / "budget.csv"))))


# ---- self-test ----

TASKS = [
    {"분야": "행정", "소관위원회": "위원회", "과제": "과제", "구분": "○", "핵심어": "말", "내용": "가"},
    {"분야": "", "소관위원회": "", "과제": "", "구분": "-", "핵심어": "", "내용": "나"},
    {"분야": "", "소관위원회": "", "과제": "", "구분": "당면사항", "핵심어": "", "내용": "다\n라"},
]


def self_test():
    words = list(task_words(TASKS))
    assert words == ["1", "행정분야", "위원회", "①", "과제", "○", "(말)", "가", "-", "나",
                     "당면사항", "·다", "·라"], words
    late = words[:5] + words[8:10] + words[5:8] + words[10:]
    assert difference(words + ["more"], words) is None
    assert "과제-나" in difference(late, words)
    assert difference(words[:-1], words)
    print("4 passed, 0 failed, 0 skipped")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--hanji")
    parser.add_argument("--folder", type=pathlib.Path)
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    options.folder.mkdir(parents=True, exist_ok=True)
    return 1 if check(options.hanji, options.folder) else 0


if __name__ == "__main__":
    sys.exit(main())
