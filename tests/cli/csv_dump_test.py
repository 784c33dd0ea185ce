#!/usr/bin/python3
"""`hanji csv dump` beside an independent reader, cell by cell.

Files as offices make them are generated from a fixed seed: every encoding,
separator and line end, titles above, notes below, rows too short and too long,
hundreds of columns, cells of several lines, heads twice or missing. Python's
csv module and codecs say what their cells are.
"""
import codecs
import csv
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

HANJI = None

WORDS = ["문화과", "교통 정책과", "똠방각하", "뷁", "시설 정비(3단계)", "이월",
         "△1,234", "１，２３４", "2024. 1. 5.(금)", "12.5%", "-", "…", "", "",
         "a\"b", "\"", "쉼표, 있음", "둘째\n줄", "셋\r\n넷", " 앞뒤 ", "=SUM(A1)",
         "#REF!", "1.23E+11", "00123", "'23.12.31.", "세미;콜론", "막대|기",
         "대전광역시 서구", "㎡", "①", "·", "～", "0", "1", "23,456", "탭\t칸"]


class Shape:
    """How one file is made."""

    def __init__(self, rng):
        self.encoding = rng.choice(["utf-8", "utf-8-sig", "cp949", "cp949",
                                    "utf-16", "utf-16-le", "utf-16-be"])
        self.delimiter = rng.choice([",", ",", ",", "\t", ";", "|"])
        self.line_end = rng.choice(["\r\n", "\r\n", "\n", "\r"])
        self.quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
        if self.line_end == "\r":  # or the writer leaves \n unquoted
            self.quoting = csv.QUOTE_ALL
        self.columns = rng.choice([2, 3, 5, 8, 40, 207])
        self.rows = rng.choice([1, 3, 12, 40]) + 2
        self.title = rng.choice([None, None, "bare", "padded"])
        self.note = rng.random() < 0.3
        self.ragged = rng.random() < 0.2
        self.blank_line = rng.random() < 0.2
        self.final_end = rng.random() < 0.8

    def __str__(self):
        return ", ".join(f"{k}={v!r}" for k, v in vars(self).items())


def make_rows(shape, rng):
    heads = [f"열{i}" for i in range(shape.columns)]
    yield from title_rows(shape)
    yield heads
    for _ in range(shape.rows):
        n = shape.columns
        if shape.ragged and rng.random() < 0.3:
            n = max(2, n + rng.choice([-2, -1, 1, 2]))
        row = [rng.choice(WORDS) for _ in range(n)]
        if not any(row):
            row[0] = "행"
        yield row
    if shape.note:
        yield ["※ 자료: 통계청"] + [""] * (shape.columns - 1)


def title_rows(shape):
    if not shape.title:
        return
    pad = [""] * (shape.columns - 1) if shape.title == "padded" else []
    yield ["2024년 예산 현황"] + pad
    yield ["(단위: 백만원)"] + pad


def make_text(shape, rng):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=shape.delimiter,
                        lineterminator=shape.line_end, quoting=shape.quoting)
    for i, row in enumerate(make_rows(shape, rng)):
        if shape.blank_line and i == 3:
            out.write(shape.line_end)
        writer.writerow(row)
    text = out.getvalue()
    return text if shape.final_end else text[:-len(shape.line_end)]


def to_bytes(text, encoding):
    if encoding == "utf-16":
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    return text.encode(encoding)


def independent(data, shape):
    text = data.decode(shape.encoding)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True,
                      delimiter=shape.delimiter)
    return [row for row in rows if row]


def dump(path, *options):
    return subprocess.run([HANJI, "csv", "dump", path, *options],
                          capture_output=True, check=False)


class Generated(unittest.TestCase):
    FILES = 100

    def test_every_cell(self):
        with tempfile.TemporaryDirectory() as folder:
            for seed in range(self.FILES):
                rng = random.Random(seed)
                shape = Shape(rng)
                with self.subTest(seed=seed, shape=str(shape)):
                    self.compare(pathlib.Path(folder) / "표.csv", shape, rng)

    def compare(self, path, shape, rng):
        data = to_bytes(make_text(shape, rng), shape.encoding)
        path.write_bytes(data)
        expected = independent(data, shape)
        run = dump(path, "--no-header")
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        self.assertEqual(json.loads(run.stdout), expected)
        self.compare_objects(path, expected)

    def compare_objects(self, path, rows):
        """Keyed by the head, where that is one and every row fits it."""
        head = rows[0]
        fits = all(len(row) == len(head) for row in rows)
        run = dump(path)
        if len(set(head)) < len(head) or not fits:
            self.assertEqual(run.returncode, 3)
            self.assertIn("[dump-head-twice]" if len(set(head)) < len(head)
                          else "[csv-ragged]", run.stderr.decode())
            return
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        self.assertEqual(json.loads(run.stdout),
                         [dict(zip(head, row)) for row in rows[1:]])


# The situations of the public suites for CSV readers, in words of our own: what
# stands in the file, and the rows that it means.
SITUATIONS = {
    "a comma in quotes": ('이름,주소\n김,"대전, 서구"\n',
                          [["이름", "주소"], ["김", "대전, 서구"]]),
    "empty cells": ('a,b,c\n1,"",""\n2,3,4\n',
                    [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
    "empty cells, CRLF": ('a,b,c\r\n1,"",""\r\n2,3,4\r\n',
                          [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
    "quotes in quotes": ('a,b\n1,"그는 ""예""라고 함"\n3,4\n',
                         [["a", "b"], ["1", '그는 "예"라고 함'], ["3", "4"]]),
    "JSON in a cell": ('키,값\n1,"{""점"": [102, 0.5], ""이름"": ""가""}"\n',
                       [["키", "값"], ["1", '{"점": [102, 0.5], "이름": "가"}']]),
    "lines in a cell": ('a,b,c\n1,2,3\n"첫째 줄\n둘째 줄",5,6\n',
                        [["a", "b", "c"], ["1", "2", "3"],
                         ["첫째 줄\n둘째 줄", "5", "6"]]),
    "lines in a cell, CRLF": ('a,b\r\n"첫째 줄\r\n둘째 줄",5\r\n',
                              [["a", "b"], ["첫째 줄\r\n둘째 줄", "5"]]),
    "quotes and lines": ('a,b\n1,"하 ""\n하 ""\n하"\n3,4\n',
                         [["a", "b"], ["1", '하 "\n하 "\n하'], ["3", "4"]]),
    "plain": ("a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
    "plain, CRLF": ("a,b,c\r\n1,2,3\r\n", [["a", "b", "c"], ["1", "2", "3"]]),
    "plain, CR": ("a,b,c\r1,2,3\r", [["a", "b", "c"], ["1", "2", "3"]]),
    "no last line end": ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    "beyond ASCII": ("a,b\n1,ʤ 가 😀\n", [["a", "b"], ["1", "ʤ 가 😀"]]),
    "spaces stay": ("a , b\n 1,2 \n", [["a ", " b"], [" 1", "2 "]]),
    "only spaces": ("a,b\n  ,\t\n", [["a", "b"], ["  ", "\t"]]),
    "one column": ("a\n1\n2\n", [["a"], ["1"], ["2"]]),
    "only a head": ("a,b\n", [["a", "b"]]),
    "nothing": ("", []),
    "only separators": (",,\n,,\n", [["", "", ""], ["", "", ""]]),
    "only quotes": ('"",""\n"","1"\n', [["", ""], ["", "1"]]),
    "a quoted head": ('"가, 나","다\n라"\n1,2\n',
                      [["가, 나", "다\n라"], ["1", "2"]]),
    "a head twice": ("a,a\n1,2\n", [["a", "a"], ["1", "2"]]),
    "rows of all lengths": ("a,b\n1\n1,2,3\n", [["a", "b"], ["1"],
                                               ["1", "2", "3"]]),
    "empty lines": ("a,b\n\n1,2\n\n\n3,4\n", [["a", "b"], ["1", "2"],
                                              ["3", "4"]]),
    "a lone quote": ('a,b\n"""",2\n', [["a", "b"], ['"', "2"]]),
    "numbers as written": ("a,b\n007,1e5\n", [["a", "b"], ["007", "1e5"]]),
    "semicolons": ("a;b\n1,5;2\n3,5;4\n", [["a", "b"], ["1,5", "2"],
                                          ["3,5", "4"]]),
    "an empty line below a title": ("제목\n\na,b\n1,2\n3,4\n",
                                    [["제목"], ["a", "b"], ["1", "2"],
                                     ["3", "4"]]),
    "tabs": ("a\tb\n1, 2\t3\n", [["a", "b"], ["1, 2", "3"]]),
    "a byte order mark": ("\ufeffa,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    "a long cell": ("a,b\n" + "가" * 100000 + ",2\n",
                    [["a", "b"], ["가" * 100000, "2"]]),
}

# What no reader should pass over.
REFUSED = {
    "a quote inside a cell": ('a,b\n가"나,2\n', "csv-stray-quote"),
    "text after a quote": ('a,b\n"가"나,2\n', "csv-after-quote"),
    "a quote that stays open": ('a,b\n"가,2\n', "csv-open-quote"),
}


class Situations(unittest.TestCase):
    def dump_text(self, text):
        with tempfile.NamedTemporaryFile(suffix=".csv") as file:
            file.write(text.encode())
            file.flush()
            return dump(file.name, "--no-header")

    def test_rows(self):
        for name, (text, rows) in SITUATIONS.items():
            with self.subTest(name):
                run = self.dump_text(text)
                self.assertEqual(run.returncode, 0, run.stderr.decode())
                self.assertEqual(json.loads(run.stdout), rows)

    def test_refused(self):
        for name, (text, slug) in REFUSED.items():
            with self.subTest(name):
                run = self.dump_text(text)
                self.assertEqual(run.returncode, 3)
                self.assertIn(f"[{slug}]", run.stderr.decode())


if __name__ == "__main__":
    HANJI = sys.argv.pop(1)
    unittest.main()
