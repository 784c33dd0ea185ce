#!/usr/bin/env python3
"""The program as its users meet it: files, exit statuses, terminals, signals.

    cli_test.py --hanji BINARY [TEST…]

Each test has a project folder of its own: layouts/book.yaml with its theme and
a small table. What can be compared as text is in tests/cases/cli instead.
"""

import argparse
import json
import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
HANJI = None
SECONDS = 120

LAYOUT = """\
hanji: 1
document: {title: 작은 보고, organization: 시험시, year: 2024}
theme: themes/council.yaml
data:
  budget: {csv: ../data/예산 표.csv, key: 구분, unit: 억 원, columns: {합계: money}}
body:
  - cover: {year: "{year}년", title: "{title}", organization: "{organization}"}
  - chapter: 일반현황
    body:
      - item: 총 {sum(budget.합계) | 조억}, 고(故) 아무개
      - table: {rows: budget, columns: [구분, 합계]}
  - chapter: "{year}년 계획"
    body:
      - item: 둘째 장의 글
"""

TABLE = "구분,합계\n시,\"74,733\"\n구,\"41,517\"\n"


def not_sanitized(test):
    """What a sanitizer makes impossible: little memory, no /proc."""
    test.not_sanitized = True
    return test


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="hanji-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "layouts").mkdir()
        (self.folder / "data").mkdir()
        shutil.copytree(SOURCE / "layouts/themes",
                        self.folder / "layouts/themes")
        self.layout = self.folder / "layouts/book.yaml"
        self.layout.write_text(LAYOUT)
        (self.folder / "data/예산 표.csv").write_text(TABLE)

    def hanji(self, *args, cwd=None, env=None, **kwargs):
        """Runs hanji and gives the finished process."""
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder),
                       "LC_ALL": "C.UTF-8",
                       "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}
        environment.update(env or {})
        kwargs.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([HANJI, *map(str, args)],
                              cwd=cwd or self.folder, env=environment,
                              stdin=subprocess.DEVNULL, timeout=SECONDS,
                              stderr=subprocess.PIPE, **kwargs)

    def build(self, *args, status=0, **kwargs):
        run = self.hanji("build", self.layout, *args, **kwargs)
        self.assertEqual(run.returncode, status, run.stderr.decode())
        return run

    def pages(self):
        """How many pages the book has."""
        return len(json.loads(self.hanji("inspect", self.layout).stdout)
                   ["pages"])

    def leftovers(self, folder):
        return [p for p in Path(folder).iterdir() if ".hanji-" in p.name]


class Building(CliTest):
    def test_default_name_is_out_name(self):
        self.build()
        self.assertTrue((self.folder / "out/book.pdf").read_bytes()
                        .startswith(b"%PDF-1.7"))

    def test_standard_output(self):
        run = self.build("-o", "-")
        self.build("-o", "file.pdf")
        self.assertEqual(run.stdout, (self.folder / "file.pdf").read_bytes())

    def test_set_replaces_a_value(self):
        self.build("--set", "year=2031", "-o", "a.pdf")
        dump = self.hanji("inspect", self.layout, "--dump", "--set",
                          "year=2031").stdout.decode()
        self.assertIn("2031년", dump)
        self.assertNotIn("2024년", dump)

    def test_pages_of_every_format(self):
        self.build("--format", "png", "--dpi", "40", "-o", "p.png")
        self.assertEqual(sorted(p.name for p in self.folder.glob("p*.png")),
                         [f"p-{i}.png" for i in range(1, self.pages() + 1)])
        self.build("--format", "svg", "--pages", "2", "-o", "one.svg")
        root = xml.etree.ElementTree.parse(self.folder / "one.svg").getroot()
        self.assertTrue(root.tag.endswith("svg"))
        self.build("--pages", "3,1-2,2", "-o", "all.pdf")
        self.build("--pages", "2", "-o", "one.pdf")
        self.assertLess((self.folder / "one.pdf").stat().st_size,
                        (self.folder / "all.pdf").stat().st_size)

    def test_one_block_alone(self):
        """A page of its size; the picture takes the name of the block."""
        with self.layout.open("a") as layout:
            layout.write("  - tiles: [{label: 시, figure: '7'}]\n"
                         "    id: 지표\n")
        self.build("--only", "지표", "--format", "svg")
        root = xml.etree.ElementTree.parse(
            self.folder / "out/book-지표.svg").getroot()
        width, height = (float(root.get(k)[:-2]) for k in ("width", "height"))
        self.assertAlmostEqual(width, 170 / 25.4 * 72 + 4, delta=0.1)
        self.assertEqual(height, 68 + 4)

    def test_pages_beyond_the_book(self):
        run = self.build("--pages", "1,9", "-o", "a.pdf", status=2)
        self.assertIn(b"[pages-range]", run.stderr)
        self.assertFalse((self.folder / "a.pdf").exists())

    def test_a_table_too_big_is_refused_unread(self):
        """A hole of 100 GiB: it takes no room on the disk, nor in memory."""
        with (self.folder / "data/예산 표.csv").open("r+b") as table:
            table.truncate(100 << 30)
        run = self.build("-o", "a.pdf", status=3)
        self.assertIn("예산 표.csv: error: the file is too big",
                      run.stderr.decode())
        self.assertIn(b"[csv-too-big]", run.stderr)

    def test_several_pictures_do_not_go_through_a_pipe(self):
        run = self.build("--format", "png", "-o", "-", status=2)
        self.assertIn(b"[paint-pipe]", run.stderr)
        self.assertEqual(run.stdout, b"")

    def test_deps_is_a_make_rule(self):
        self.build("-o", "a b.pdf", "--deps", "a.d")
        rule = (self.folder / "a.d").read_text()
        self.assertTrue(rule.startswith("a\\ b.pdf:"))
        for name in ("book.yaml", "council.yaml", "예산\\ 표.csv"):
            self.assertIn(name, rule)

    def make(self, *targets):
        run = subprocess.run(["make", "-f", "book.mk", *targets],
                             cwd=self.folder, capture_output=True, text=True,
                             timeout=SECONDS)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout

    @unittest.skipUnless(shutil.which("make"), "no make")
    def test_deps_name_every_picture(self):
        """make builds anew after any input, and stands it when one is gone."""
        odd = self.folder / "data/a:b%c #$d.csv"
        odd.write_text(TABLE)
        self.layout.write_text(LAYOUT.replace(
            "body:\n  - cover", "  odd: {csv: '../data/a:b%c #$d.csv'}\n"
            "body:\n  - table: {rows: odd}\n  - cover", 1).replace(
                "{rows: odd}", "{rows: odd, columns: [구분]}"))
        self.build("--format", "png", "--dpi", "40", "--pages", "1-2",
                   "-o", "p%q.png", "--deps", "p.d")
        names = ["p%q-1.png", "p%q-2.png"]
        for name in names:
            self.assertTrue((self.folder / name).exists())
        (self.folder / "book.mk").write_text(
            "all: p%q-1.png p%q-2.png\np\\%q-1.png p\\%q-2.png:\n"
            "\t@echo '$@'; touch '$@'\ninclude p.d\n")
        self.assertIn("Nothing to be done", self.make())
        later = time.time() + 5
        os.utime(odd, (later, later))
        self.assertEqual(self.make().splitlines(), names)
        odd.unlink()
        self.assertEqual(self.make().splitlines(), names)

    def test_k46_report_of_fitted_lines(self):
        item = "안전업무 전반을 실질적으로 이끄는 총괄·조정기능 확대"
        text = f"  - item: {{lead: 빈틈없는 안전관리, text: {item}"
        with self.layout.open("a") as layout:
            layout.write(f"{text}}}\n{text}, fit: off}}\n")
        self.build("-o", "a.pdf", "--report", "fit.json")
        report = json.loads((self.folder / "fit.json").read_text())
        fitted = [p for p in report["paragraphs"] if item in p["text"]]
        self.assertEqual(len(fitted), 1)
        self.assertEqual(fitted[0]["how"], "tightened")
        self.assertEqual(fitted[0]["lines"], 1)
        self.assertGreaterEqual(fitted[0]["letter_spacing"], -5)
        self.assertGreaterEqual(report["lines_saved"], 1)

    LONG = ("사회적경제혁신타운 소셜벤처플랫폼과 지역공동체활성화지원센터 "
            "마을기업육성사업을 연계하여 사회적경제생태계를 조성하고 "
            "지역순환경제를 만들어감")

    def justified(self, fill):
        """What the report says of justified items, filled or not."""
        theme = self.folder / "layouts/themes/edge.yaml"
        theme.write_text("hanji_theme: 1\nextends: council\n"
                         "styles: {item: {align: justify}}\n"
                         f"fitting: {{fill: {fill}}}\n")
        self.layout.write_text(LAYOUT.replace("council", "edge")
                               + f"  - item: {self.LONG}\n")
        self.build("-o", "a.pdf", "--report", "fit.json")
        return json.loads((self.folder / "fit.json").read_text())["paragraphs"]

    def test_k32_a_cut_word_is_reported_and_comes_back(self):
        self.assertEqual(self.justified("false"), [])
        report = self.justified("true")
        self.assertEqual([p["how"] for p in report], ["cut"])
        self.assertEqual(report[0]["words_cut"], 1)
        for reader in self.READERS:
            lines = [line.strip() for line in self.read_by(reader).split("\n")]
            cut = next(i for i, line in enumerate(lines)
                       if line.endswith("지역순환"))
            rest = next(line for line in lines[cut + 1:] if line)
            joined = lines[cut] + rest
            self.assertTrue(joined.endswith("조성하고 지역순환경제를 만들어감"), joined)

    READERS = (["pdftotext", "{}", "-"], ["mutool", "draw", "-F", "text", "{}"],
               ["pdftotext", "-layout", "{}", "-"])

    def read_by(self, reader):
        """The text of the book as another program reads it."""
        command = [part.format(self.folder / "a.pdf") for part in reader]
        run = subprocess.run(command, capture_output=True, check=True,
                             timeout=SECONDS)
        return run.stdout.decode()

    def extracted(self, *lines):
        """What pdftotext gives back of items with these texts."""
        with self.layout.open("a") as layout:
            for line in lines:
                layout.write(f"  - item: {line}\n")
        self.build("-o", "a.pdf")
        return self.read_by(self.READERS[0])

    def test_k168_the_text_comes_back(self):
        signs = "530만㎡ ① Ⅲ ㈜ 시·도 8.11~17 “인용” 不 漢字"
        self.assertIn(signs, self.extracted(signs))

    HOUSE = ("{where} 시·도와 시ㆍ도, 시∙도", "기간 8.11~17 · 3∼4월, 3〜5일",
             "부지 530만㎡, 85m²와 3 km2, 20℃와 5㎞")

    def in_house(self, *sets, readers=READERS):
        """All that a book with dots, ranges and units says and shows."""
        self.layout.write_text(LAYOUT.replace(
            "title: 작은 보고", "title: 시ㆍ도 보고, subject: 1∼3월").replace(
            "columns: [구분, 합계]", "columns: [구분, 합계], unit: 억 원·건")
            .replace("body:\n", "variables: {where: 동·서}\nbody:\n", 1))
        table = self.folder / "data/예산 표.csv"
        table.write_text("구분,합계\n동∙서,\"74,733\"\n북・남 2∼3㎡,\"41,517\"\n")
        with self.layout.open("a") as layout:
            layout.write("  - section: 남·북 5~6㎡\n  - contents\n")
            for line in self.HOUSE:
                layout.write(f'  - item: "{line}"\n')
            layout.write("  - chart: {kind: bars, rows: budget, "
                         "category: 구분, values: 합계, caption: 동·서 1~2}\n")
        args = [part for key in sets for part in ("--set", key)]
        self.build("-o", "a.pdf", *args)
        dump = self.hanji("inspect", self.layout, "--dump", *args)
        info = subprocess.run(["pdfinfo", self.folder / "a.pdf"],
                              capture_output=True, check=True).stdout.decode()
        text = "".join(self.read_by(reader) for reader in readers)
        return text + info + dump.stdout.decode()

    def test_k04_k05_one_sign_unless_asked(self):
        said = self.in_house()
        self.assertIn("동·서 시·도와 시·도, 시·도", said)
        self.assertIn("8.11~17 · 3~4월, 3~5일", said)
        for sign in "ㆍ∙・∼〜":
            self.assertNotIn(sign, said)

    def test_k04_option_middot_318d_extracts_u318d(self):
        for choice in ("middot=318D", "middot=ㆍ"):
            said = self.in_house(choice)
            self.assertIn("동ㆍ서 시ㆍ도와 시ㆍ도, 시ㆍ도", said)
            self.assertIn("시ㆍ도 보고", said)
            for sign in "·∙・":
                self.assertNotIn(sign, said, choice)
        for asked in ("북·남", "북ㆍ남"):
            found = self.hanji("where", self.layout, "3", asked, "--set",
                               "middot=318D").stdout.decode()
            self.assertIn("예산 표.csv:3:1", found)

    def test_k05_option_range_mark(self):
        """Noto has one glyph for 〜 and ～; mutool 1.21 knows no ActualText."""
        for code, mark in (("223C", "∼"), ("301C", "〜"), ("FF5E", "～")):
            readers = [reader for reader in self.READERS
                       if mark != "～" or reader[0] != "mutool"]
            said = self.in_house("range_mark=" + code, readers=readers)
            self.assertIn(f"8.11{mark}17 · 3{mark}4월, 3{mark}5일", said)
            for sign in {*"~∼〜～"} - {mark}:
                self.assertNotIn(sign, said, code)

    def test_k04_k05_option_keep(self):
        said = self.in_house("middot=keep", "range_mark=keep")
        for text in ("동·서 시·도와 시ㆍ도, 시∙도", "시ㆍ도 보고", "1∼3월",
                     "8.11~17 · 3∼4월, 3〜5일", "동∙서", "북・남 2∼3㎡"):
            self.assertIn(text, said)

    def test_k124_options_square_metric_degree(self):
        said = self.in_house("square=m²", "metric=km", "degree=°C")
        self.assertIn("530만m², 85m²와 3 km², 20°C와 5km", said)
        for sign in "㎡㎞℃":
            self.assertNotIn(sign, said)
        said = self.in_house("square=㎡", "metric=㎞", "degree=℃")
        self.assertIn("530만㎡, 85㎡와 3 ㎢, 20℃와 5㎞", said)
        self.assertNotIn("²", said)

    def test_k168_brackets_keep_their_spaces(self):
        lines = ("그것은 「법」 개정과 『책』 출간, 《주간》 〈특집〉",
                 "앞(「법」)과 은「법」을 ‘「영」’ 【공고】 〔별표〕 뒤",
                 "「가」, 「나」을 「다」. 끝 「라」")
        self.extracted(*lines)
        for reader in self.READERS:
            text = self.read_by(reader)
            for line in lines:
                self.assertIn(line, text)

    def test_k168_brackets_beside_labels_and_emphasis(self):
        """Where a bracket begins or ends what is drawn at once."""
        with self.layout.open("a") as layout:
            layout.write("""\
  - item: 「가」 항목
  - subitem: 「나」 붙임표
  - subitem: 『다』 붙임표
  - item_note: 「라」 주
  - list: [「마」 첫째, 〈바〉 둘째]
  - item: {lead: 「사」, text: 「아」 뒤}
  - paragraph: "**「자」** 굵게, __밑줄__ 「차」, **앞** __「카」__ 끝, 앞**「타」**은"
""")
        self.build("-o", "a.pdf")
        for reader in self.READERS:
            text = self.read_by(reader)
            for line in ("「가」 항목", "- 「나」 붙임표", "- 『다』 붙임표",
                         "※ 「라」 주", "1. 「마」 첫째", "2. 〈바〉 둘째",
                         "(「사」) 「아」 뒤",
                         "「자」 굵게, 밑줄 「차」, 앞 「카」 끝, 앞「타」은"):
                self.assertIn(line, text, reader)

    def test_k168_brackets_back_to_back(self):
        """mutool 1.21, which knows no ActualText, takes the step of an em back
        from the one box to the other for a new line."""
        line = "「가」「나」『다』「라」 그리고 (「마」)「바」"
        self.assertIn(line, self.extracted(line))
        self.assertIn(line, self.read_by(self.READERS[2]))

    def read_with_fields(self, *items):
        """The book with these items, as (reader, text)."""
        layout = self.layout.read_text().replace("body:", """\
variables: {법: 「지방자치법」, 사업: 「유성」, 여: 『, 닫: 』, 글: 가나}
body:""", 1)
        self.layout.write_text(layout + "".join(f"  - item: '{item}'\n"
                                                for item in items)
                               + "  - note: 표 아래 주\n")
        self.build("-o", "a.pdf")
        for reader in (*self.READERS, ["pdftotext", "-raw", "{}", "-"]):
            yield reader, self.read_by(reader)

    def test_k168_brackets_of_fields_touch_letters_and_signs(self):
        """A field is a run of its own; nothing is torn at its brackets."""
        items = ("이는 {법}에 따라 {법} {법} 제3조, {법}",
                 "조성 “{사업}”{을/를} ({법})에 ‘{법}’, {글}{법}{글}",
                 "{법}·{법}, 1{법}1 A{법}B [[「법」]]을 함",
                 "옛 ᄒᆞᆫ{법}ᄒᆞᆫ 『{법}』과")
        lines = ("이는 「지방자치법」에 따라 「지방자치법」 「지방자치법」 제3조, 「지방자치법」",
                 "조성 “「유성」”을 (「지방자치법」)에 ‘「지방자치법」’, 가나「지방자치법」가나",
                 "「지방자치법」·「지방자치법」, 1「지방자치법」1 A「지방자치법」B [「법」]을 함",
                 "옛 ᄒᆞᆫ「지방자치법」ᄒᆞᆫ 『「지방자치법」』과")
        for reader, text in self.read_with_fields(*items):
            joined = " ".join(text.split())
            for line in lines:
                self.assertIn(line, joined, reader)

    def test_k168_brackets_of_other_tags_touch_letters_and_signs(self):
        """No text can hold what stands in two tags."""
        items = ("조성 **「법」**에 「법」**을** 앞**「법」**은",
                 "근거(**「법」**)에 “**「법」**”을 l**「법」**l",
                 "__「가」__을 앞__「가」__을 (__「가」__) 끝",
                 "^^「나」^^을 앞^^「나」^^을 (^^「나」^^) 끝",
                 "**「마」** **「바」** 뒤")
        lines = ("조성 「법」에 「법」을 앞「법」은",
                 "근거(「법」)에 “「법」”을 l「법」l",
                 "「가」을 앞「가」을 (「가」) 끝",
                 "「나」을 앞「나」을 (「나」) 끝",
                 "「마」 「바」 뒤")
        for reader, text in self.read_with_fields(*items):
            for line in lines:
                self.assertIn(line, text, reader)

    def test_k168_brackets_of_two_runs_back_to_back(self):
        """mutool 1.21: as within one run; and where the run before is too
        short to make room, it shows the space that makes it for the others."""
        items = ("{법}{사업}은 “{여}{법}{닫}”을", "**「가」**「나」 「다」**「라」**")
        lines = ("「지방자치법」「유성」은 “『「지방자치법」』”을",
                 "「가」「나」 「다」「라」")
        for reader, text in self.read_with_fields(*items):
            if reader[0] == "mutool":
                continue
            for line in lines:
                self.assertIn(line, text, reader)

    def test_k168_brackets_beside_small_text(self):
        """With -raw, small text ends a line, with brackets and without."""
        items = ("「법」^(1) {법}^(2)에 따름", "가나^(1){법}^(2){법}_(3) 다")
        for reader, text in self.read_with_fields(*items):
            if "-raw" in reader:
                text = text.replace("\n", "")
            self.assertIn("「법」1 「지방자치법」2에 따름", text, reader)
            if reader[0] == "mutool":
                text = text.replace(" 「", "「")
            self.assertIn("가나1「지방자치법」2「지방자치법」3 다", text, reader)

    def test_k168_a_narrow_gap_behind_a_label_is_a_space(self):
        for reader, text in self.read_with_fields():
            self.assertIn("※ 표 아래 주", text, reader)

    def test_k168_broken_lines_come_back(self):
        words = [f"{n}차 「균형발전법」 개정·시행" for n in range(40)]
        self.extracted(" ".join(words))
        for reader in self.READERS:
            joined = " ".join(self.read_by(reader).split())
            self.assertIn(" ".join(words), joined)

    def test_k42_fitted_lines_keep_their_word_spaces(self):
        """Of the sample book, in every reader: what letters and glyph widths
        give must not make two words one."""
        self.hanji("build", SOURCE / "layouts/briefing.yaml", "-o", "a.pdf",
                   "--report", "fit.json")
        report = json.loads((self.folder / "fit.json").read_text())
        texts = [p["text"] for p in report["paragraphs"]
                 if p["how"] == "tightened"]
        self.assertGreater(len(texts), 20)
        meant = self.hanji("inspect", SOURCE / "layouts/briefing.yaml",
                           "--dump").stdout.decode()
        ways = [["pdftotext", way, "{}", "-"] for way in ("-raw", "-layout")]
        for reader in (*self.READERS, *ways):
            read = self.read_by(reader)
            for text in texts:
                words = text.split()
                for joined in map("".join, zip(words, words[1:])):
                    if joined in read:
                        self.assertTrue(joined in meant, (reader, joined))

    def test_k168_forced_lines_come_back(self):
        """Letters and words far apart (K-41)."""
        (self.folder / "layouts/themes/forced.yaml").write_text(
            "hanji_theme: 1\nextends: council\nname: forced\n"
            "styles: {item: {align: force}}\n")
        self.layout.write_text(LAYOUT.replace("council", "forced"))
        lines = ("두 낱말", "인구", "1,234,567 원", "「법」, “가나”, ‘다’.",
                 "그것은 「법」 개정과 『책』 출간", "시민이 안심하는 안전한 도시",
                 "세종(대전)~충북 3.5%", "ᄒᆞᆫ글 나랏〮말〯",
                 "**굵은**글과 __밑줄__ 글", "**「자」** 굵게 앞 __「카」__ 끝",
                 "**앞** __「타」__은, 앞**「파」** 〈하〉")
        self.extracted(*[json.dumps(s, ensure_ascii=False) for s in lines])
        for way in ([], ["-raw"], ["-layout"]):
            read = self.read_by(["pdftotext", *way, "{}", "-"])
            read = [line.strip() for line in read.split("\n")]
            for line in lines:
                self.assertIn(re.sub(r"\*\*|__", "", line), read, way)

    def test_k210_old_hangul_comes_back(self):
        old = "ᄒᆞᆫ글 나랏〮말〯"
        self.assertIn(old, self.extracted(old))

    def test_k30_author_controls_leave_nothing(self):
        text = self.extracted('"쉼\\u00A0없이 붙\\u2060임 나\\u200B뉨\\n끝"')
        self.assertIn("쉼 없이 붙임 나뉨\n끝", text.replace("\u00A0", " "))
        for control in "\u200B\u2060\uFEFF\u00AD":
            self.assertNotIn(control, text)

    def test_sources_travel_inside(self):
        dump = self.hanji("inspect", self.layout, "--dump").stdout.decode()
        for line in ('attachment "예산 표.csv" text/csv Data',
                     'attachment "book.yaml" application/yaml Source',
                     'attachment "council.yaml" application/yaml Source'):
            self.assertIn(line, dump)

    def test_check_writes_nothing(self):
        before = sorted(self.folder.rglob("*"))
        run = self.hanji("check", self.layout)
        self.assertEqual((run.returncode, run.stdout), (0, b""))
        self.assertEqual(sorted(self.folder.rglob("*")), before)


class SameBytes(CliTest):
    """The bytes depend on the input alone."""

    def bytes_of(self, *args, **kwargs):
        return self.build("-o", "-", *args, **kwargs).stdout

    def test_surroundings_do_not_matter(self):
        expected = self.bytes_of("--jobs", "1")
        for env in ({"TZ": "Asia/Seoul"}, {"TZ": "America/New_York"},
                    {"LC_ALL": "ko_KR.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8"},
                    {"LANG": "de_DE.UTF-8"}, {"HOME": "/nonexistent"},
                    {"FREETYPE_PROPERTIES": "cff:no-stem-darkening=0"}):
            self.assertEqual(self.bytes_of(env=env), expected, env)

    def test_jobs_do_not_matter(self):
        for format in ("pdf", "png", "svg"):
            args = ("--format", format, "--pages", "2")
            self.assertEqual(self.bytes_of("--jobs", "1", *args),
                             self.bytes_of("--jobs", "2", *args), format)
        self.assertEqual(self.bytes_of("--jobs", "1"),
                         self.bytes_of("--jobs", "2"))

    def test_working_folder_does_not_matter(self):
        expected = self.bytes_of()
        run = self.hanji("build", "book.yaml", "-o", "-",
                         cwd=self.folder / "layouts")
        self.assertEqual(run.stdout, expected)
        moved = self.folder.with_name(self.folder.name + "-moved")
        shutil.copytree(self.folder, moved)
        self.addCleanup(shutil.rmtree, moved)
        run = self.hanji("build", moved / "layouts/book.yaml", "-o", "-")
        self.assertEqual(run.stdout, expected)

    def test_date_comes_from_source_date_epoch(self):
        plain = self.bytes_of()
        epoch = self.bytes_of(env={"SOURCE_DATE_EPOCH": "1704034800"})
        self.assertNotEqual(plain, epoch)
        self.assertIn(b"2023-12-31T15:00:00", epoch)
        run = self.build(env={"SOURCE_DATE_EPOCH": "yesterday"}, status=2)
        self.assertIn(b"[source-date-epoch]", run.stderr)


class OldOutput(CliTest):
    """Whatever fails, an old file stays whole and nothing is left behind. The
    failing system calls are in tests/faults.py."""

    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"
        self.out.mkdir()
        self.old = self.out / "book.pdf"
        self.old.write_text("old")

    def assert_untouched(self):
        self.assertEqual(self.old.read_text(), "old")
        self.assertEqual(self.leftovers(self.out), [])

    def test_faulty_layout(self):
        self.layout.write_text(LAYOUT.replace("chapter:", "chaptre:"))
        run = self.build(status=4)
        self.assertIn(b"book.yaml:8:5: error:", run.stderr)
        self.assert_untouched()

    def test_missing_table(self):
        (self.folder / "data/예산 표.csv").unlink()
        run = self.build(status=3)
        self.assertIn(b"book.yaml:5:", run.stderr)
        self.assert_untouched()

    def test_ragged_row_is_told_by_its_place(self):
        (self.folder / "data/예산 표.csv").write_text(TABLE + "동,1,2\n")
        run = self.build(status=3)
        self.assertIn("예산 표.csv:4:", run.stderr.decode())
        self.assert_untouched()

    def test_missing_glyph_is_told_by_its_cell(self):
        (self.folder / "data/예산 표.csv").write_text(
            TABLE.replace("시", "\U00012000"))
        run = self.hanji("build", self.layout)
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("예산 표.csv:2:1: error", run.stderr.decode())
        self.assert_untouched()

    def test_missing_font(self):
        lock = (SOURCE / "fonts/fonts.lock").read_text()
        (self.folder / "my.lock").write_text(
            lock.replace("NotoSansCJK-", "Absent-"))
        run = self.build("--font-lock", "my.lock", status=5)
        self.assertIn(b"apt install fonts-noto-cjk", run.stderr)
        self.assert_untouched()

    def test_full_disk_on_standard_output(self):
        with open("/dev/full", "wb") as full:
            run = self.build("-o", "-", status=5, stdout=full)
        self.assertIn(b"[disk-full]", run.stderr)

    def test_file_size_limit(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        run = self.build(status=5, preexec_fn=limit)
        self.assertIn(b"[file-write]", run.stderr)
        self.assert_untouched()

    @not_sanitized
    def test_no_memory(self):
        for mib in (60, 90, 120, 140):
            def limit(size=mib << 20):
                resource.setrlimit(resource.RLIMIT_AS, (size, size))
            run = self.build("-j1", status=5, preexec_fn=limit)
            self.assertTrue(run.stderr)
            self.assert_untouched()

    def test_folder_without_permission(self):
        self.out.chmod(0o500)
        self.addCleanup(self.out.chmod, 0o700)
        # root may write everywhere, unless that right is taken away.
        plain = [HANJI, "build", self.layout, "-o", self.old]
        meek = ["setpriv", "--bounding-set=-dac_override", *plain]
        run = subprocess.run(meek if os.geteuid() == 0 else plain,
                             cwd=self.folder, capture_output=True,
                             timeout=SECONDS)
        self.assertEqual(run.returncode, 5, run.stderr)
        self.assertIn(b"[file-denied]", run.stderr)
        self.assert_untouched()

    def test_small_disk(self):
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=16k", "none", self.out],
            capture_output=True)
        if mounted.returncode:
            self.skipTest("cannot mount a small file system here")
        self.addCleanup(subprocess.run, ["umount", self.out], check=True)
        self.old.write_text("old")
        run = self.build(status=5)
        self.assertIn(b"[disk-full]", run.stderr)
        self.assert_untouched()

    def test_target_is_a_folder(self):
        (self.folder / "dir.pdf").mkdir()
        run = self.build("-o", "dir.pdf", status=2)
        self.assertIn(b"[output-kind]", run.stderr)

    def test_several_pictures_all_or_none(self):
        old = self.out / "p-1.png"
        old.write_text("old")
        self.build("--format", "png", "--pages", "1,9", "-o", "out/p.png",
                   status=2)
        self.assertEqual(old.read_text(), "old")
        self.assertFalse((self.out / "p-9.png").exists())


class Signals(CliTest):
    def start(self, *args):
        """A build that takes some seconds."""
        items = "".join(f"      - item: 긴 책의 {i}번째 글\n"
                        for i in range(3000))
        self.layout.write_text(LAYOUT + items)
        process = subprocess.Popen(
            [HANJI, "build", self.layout, *args], cwd=self.folder,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(process.kill)
        return process

    def wait_until(self, process, field, number):
        """Until the signal is in this set of the program, as SigBlk, those
        held back."""
        status = Path(f"/proc/{process.pid}/status")
        for _ in range(SECONDS * 100):
            found = re.search(field + r":\s*([0-9a-f]+)", status.read_text())
            if int(found[1], 16) >> (number - 1) & 1:
                return
            time.sleep(0.01)
        self.fail(f"signal {number} is not in {field}")

    def test_interrupt_leaves_nothing(self):
        (self.folder / "out").mkdir()
        old = self.folder / "out/p-1.png"
        old.write_text("old")
        for number in (signal.SIGINT, signal.SIGTERM):
            process = self.start("--format", "png", "--dpi", "300",
                                 "-o", "out/p.png")
            self.wait_until(process, "SigBlk", number)
            process.send_signal(number)
            process.communicate(timeout=SECONDS)
            self.assertEqual(process.returncode, -number)
            self.assertEqual(self.leftovers(self.folder / "out"), [])
            self.assertEqual(old.read_text(), "old")

    def test_closed_pipe_is_quiet(self):
        process = self.start("-o", "-")
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()
        process.stderr.close()
        process.wait(timeout=SECONDS)
        self.assertEqual((process.returncode, errors), (-signal.SIGPIPE, b""))

    def test_fault_of_hanji(self):
        old = self.folder / "x-1.png"
        old.write_text("old")
        process = self.start("--format", "png", "--dpi", "300", "-o", "x.png")
        # A sanitizer catches the signal long before it can deal with it; once
        # pages are made, whoever handles it is ready.
        self.wait_until(process, "SigBlk", signal.SIGINT)
        process.send_signal(signal.SIGSEGV)
        _, errors = process.communicate(timeout=SECONDS)
        self.assertEqual(old.read_text(), "old")
        if b"__asan_init" in Path(HANJI).read_bytes():
            self.assertIn(b"SEGV", errors)  # the sanitizer tells more
            return
        self.assertEqual(process.returncode, 6)
        self.assertIn(b"internal fault", errors)


class Terminal(CliTest):
    def on_terminal(self, *args, env=None):
        """What a terminal shows of standard error."""
        master, slave = pty.openpty()
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "ko_KR.UTF-8",
                       "TERM": "xterm"}
        environment.update(env or {})
        process = subprocess.Popen(
            [HANJI, *map(str, args)], cwd=self.folder, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=slave)
        os.close(slave)
        shown = b""
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:  # the other side is gone
                piece = b""
            if not piece:
                break
            shown += piece
        os.close(master)
        process.wait(timeout=SECONDS)
        return shown.decode()

    def test_colour_and_caret(self):
        self.layout.write_text(LAYOUT.replace("chapter:", "chaptre:"))
        shown = self.on_terminal("check", self.layout)
        self.assertIn("\x1b[1;31m오류", shown)
        self.assertIn("- chaptre: 일반현황", shown)
        self.assertRegex(shown, r"\| +\x1b\[1m\^")

    def test_no_color_keeps_the_caret(self):
        self.layout.write_text(LAYOUT.replace("chapter:", "chaptre:"))
        shown = self.on_terminal("check", self.layout, env={"NO_COLOR": "1"})
        self.assertNotIn("\x1b", shown)
        self.assertIn("^", shown)

    def test_pipe_has_neither(self):
        self.layout.write_text(LAYOUT.replace("chapter:", "chaptre:"))
        said = self.hanji("check", self.layout).stderr
        self.assertNotIn(b"\x1b", said)
        self.assertNotIn(b"^", said)

    def test_says_what_was_made(self):
        shown = self.on_terminal("build", self.layout, "-o", "a.pdf")
        self.assertEqual(shown, f"a.pdf: {self.pages()}쪽\r\n")
        self.assertEqual(self.build("-o", "a.pdf").stderr, b"")

    def test_bar_of_long_work(self):
        items = "".join(f"      - item: 긴 책의 {i}번째 글\n"
                        for i in range(1500))
        self.layout.write_text(LAYOUT + items)
        shown = self.on_terminal("build", self.layout, "--format", "png",
                                 "-o", "p.png")
        self.assertRegex(shown, r"\r\[#+ *\] \d+/\d+")
        self.assertIn("\r\x1b[K", shown)
        shown = self.on_terminal("build", self.layout, "--format", "png",
                                 "-o", "p.png", "--diagnostics", "json")
        self.assertEqual(shown, "")


class Looking(CliTest):
    def test_inspect_is_json_with_source_cells(self):
        run = self.hanji("inspect", self.layout)
        book = json.loads(run.stdout)
        self.assertEqual(book["title"], "2024년 작은 보고"
                         if "2024년" in book["title"] else "작은 보고")
        runs = [r for p in book["pages"] for r in p["runs"]]
        figure = next(r for r in runs if r["text"].strip() == "74,733")
        self.assertTrue(figure["source"]["file"].endswith("예산 표.csv"))
        self.assertEqual((figure["source"]["line"],
                          figure["source"]["column"]), (2, 3))
        self.assertEqual(figure["role"], "cell")
        self.assertEqual(book["tags"]["role"], "document")
        self.assertGreater(len(book["outline"]), 1)

    def test_inspect_shows_marks_with_their_cells(self):
        with self.layout.open("a") as layout:
            layout.write("  - chart: {kind: bars, rows: budget, "
                         "category: 구분, values: 합계, caption: 막대}\n")
        book = json.loads(self.hanji("inspect", self.layout).stdout)
        bars = [p for page in book["pages"] for p in page["paths"]
                if "source" in p]
        self.assertEqual([b["source"]["line"] for b in bars], [2, 3])
        self.assertEqual({b["role"] for b in bars}, {"figure"})
        self.assertEqual({b["fill"] for b in bars}, {"#0E3350"})
        self.assertTrue(bars[0]["path"].startswith("M "))

    def test_inspect_of_some_pages(self):
        book = json.loads(
            self.hanji("inspect", self.layout, "--pages", "2").stdout)
        self.assertEqual([p["page"] for p in book["pages"]], [2])

    def test_inspect_to_a_file(self):
        self.hanji("inspect", self.layout, "-o", "book.json")
        json.loads((self.folder / "book.json").read_text())

    def test_schemas_are_json(self):
        for args in ((), ("layout",), ("theme",)):
            schema = json.loads(self.hanji("schema", *args).stdout)
            self.assertIn("2020-12", schema["$schema"])

    def write_long(self, cell):
        """A book that sets one long cell in a table and in an item."""
        folder = self.folder / "long"
        (folder / "layouts").mkdir(parents=True)
        (folder / "layouts" / "t.csv").write_text(f"가,나\n{cell},1\n")
        layout = folder / "layouts" / "long.yaml"
        layout.write_text(
            "hanji: 1\ndocument: {title: 긴 칸}\n"
            "data: {t: {csv: t.csv, columns: {가: text}}}\nbody:\n"
            "  - table: {rows: t, columns: [가, 나, {name: 다, value: 가}]}\n"
            "  - each: t\n    body: [{item: \"{가}\"}]\n")
        return str(layout)

    def test_longest_cell(self):
        run = self.hanji("check", self.write_long("W" * 65000))
        self.assertEqual(run.returncode, 0, run.stderr)

    def test_cell_that_is_too_long(self):
        run = self.hanji("check", self.write_long("가" * 700_000))
        self.assertEqual(run.returncode, 3)
        self.assertIn(b"t.csv:2:1: ", run.stderr)
        self.assertIn(b"[text-long]", run.stderr)

    def test_row_that_is_too_long(self):
        run = self.hanji("check", self.write_long("가" * 6_000_000))
        self.assertEqual(run.returncode, 3)
        self.assertIn(b"t.csv:2:1: ", run.stderr)
        self.assertIn(b"[csv-too-long]", run.stderr)

    def test_lines_too_narrow_for_anything(self):
        (self.folder / "narrow.txt").write_text("가" * 100_000)
        run = self.hanji("text", "lines", "--width", "1mm", "narrow.txt")
        self.assertEqual(run.returncode, 0)
        self.assertEqual(run.stderr.count(b"[line-wide]"), 1)

    def test_lines_of_a_megabyte(self):
        """One input line of 1 MB is one paragraph, and nothing of it is lost."""
        text = " ".join(["대전광역시 예산은 6,250억 원임"] * 24000)
        (self.folder / "long.txt").write_text(text)
        run = self.hanji("text", "lines", "long.txt")
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        [paragraph] = json.loads(run.stdout)
        self.assertEqual(" ".join(line["text"] for line in paragraph["lines"]),
                         text)

    def test_a_line_that_is_too_long(self):
        """Told with its place; the lines around it go on."""
        text = "첫째\n" + "가" * 400_000 + "\n셋째\n"
        (self.folder / "long.txt").write_text(text)
        for command in ("lines", "breaks"):
            run = self.hanji("text", command, "long.txt")
            self.assertEqual(run.returncode, 3)
            self.assertIn(b"long.txt:2:1: ", run.stderr)
            self.assertIn(b"of 1172 KiB: at most 1024 KiB [text-long]",
                          run.stderr)
            self.assertNotIn("가".encode(), run.stdout)
            self.assertIn("셋째".encode(), run.stdout)

    def test_text_lines(self):
        text = self.folder / "글.txt"
        text.write_text("가나다 라마바 사아자 차카타 파하\n")
        lines = json.loads(self.hanji("text", "lines", "--width", "30mm",
                                      "--size", "15pt", text).stdout)
        texts = [line["text"] for line in lines[0]["lines"]]
        self.assertGreater(len(texts), 1)
        self.assertEqual(" ".join(texts), text.read_text().strip())

    def text_breaks(self, text):
        (self.folder / "t.txt").write_text(text + "\n")
        return self.hanji("text", "breaks", "t.txt").stdout.decode().strip()

    def test_k56_quotes_of_text_breaks(self):
        """Two digits after a quote are a year only when none closes it."""
        self.assertEqual(self.text_breaks("'24시간 돌봄' 체계"),
                         "‘24시간|돌봄’|체계")
        self.assertEqual(self.text_breaks("'30만 자족도시'"), "‘30만|자족도시’")
        self.assertEqual(self.text_breaks("'60년대 골목길'"), "‘60년대|골목길’")
        self.assertEqual(self.text_breaks("'23.12.31. 기준"), "’23.12.31.|기준")

    def text_lines(self, text, *args):
        (self.folder / "t.txt").write_text(text + "\n")
        return self.hanji("text", "lines", *args, "t.txt")

    def test_k04_k56_text_lines_as_in_a_book(self):
        run = self.text_lines("시∙도 8.11∼17 '24시간 돌봄'\n시ㆍ도")
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        texts = [p["lines"][0]["text"] for p in json.loads(run.stdout)]
        self.assertEqual(texts, ["시·도 8.11~17 ‘24시간 돌봄’", "시·도"])

    def test_a_bad_line_leaves_the_others(self):
        for bad in ("가\u0007나", "가\U000F0001나", "가\u13A0나"):
            run = self.text_lines(f"첫째\n{bad}\n셋째")
            self.assertEqual(run.returncode, 3, bad)
            self.assertIn("t.txt:2:", run.stderr.decode())
            texts = [p["lines"][0]["text"] for p in json.loads(run.stdout)]
            self.assertEqual((texts[0], texts[2]), ("첫째", "셋째"))

    def test_fonts_and_lock(self):
        said = self.hanji("fonts", "--verify").stdout.decode()
        self.assertRegex(said, r"(?m)^serif +Noto Serif CJK KR 400 ")
        lock = (SOURCE / "fonts/fonts.lock").read_text().splitlines()
        line = next(l for l in lock if l.startswith("NanumGothic\t400"))
        file = "/usr/share/fonts/" + line.split("\t")[2]
        printed = self.hanji("fonts", "--lock", file).stdout.decode()
        self.assertEqual(printed.split("\t")[:7], line.split("\t")[:7])

    def test_info_and_version(self):
        self.assertIn(b"HarfBuzz", self.hanji("info").stdout)
        self.assertRegex(self.hanji("--version").stdout.decode(),
                         r"^hanji \d+\.\d+\.\d+\n$")

    @not_sanitized
    def test_own_files_are_found_without_proc(self):
        """As in a plain chroot, however hanji is called."""
        bin = self.folder / "bin"
        bin.mkdir()
        (bin / "hanji").symlink_to(HANJI)
        hide = "mount -t tmpfs none /proc && "
        unshare = ["unshare", "-m", "sh", "-c"]
        if subprocess.run([*unshare, hide + "true"],
                          capture_output=True).returncode:
            self.skipTest("cannot hide /proc here")
        for call in ("bin/hanji", "./bin/../bin/hanji", "hanji", HANJI):
            run = subprocess.run(
                [*unshare, f"{hide}{call} build layouts/book.yaml"],
                cwd=self.folder, capture_output=True, timeout=SECONDS,
                env={"PATH": f"{bin}:{os.environ['PATH']}",
                     "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"})
            self.assertEqual((run.returncode, run.stderr), (0, b""), call)

    def test_every_command_has_help_with_examples(self):
        help = self.hanji("--help").stdout.decode()
        commands = help.split("Commands:\n")[1].split("\n\n")[0]
        for line in commands.splitlines():
            if line.startswith("   "):  # the text of a long name
                continue
            words = [w for w in line.split() if w.islower()][:2]
            if words[0] not in ("csv", "text"):
                words = words[:1]
            said = self.hanji(*words, "--help")
            self.assertEqual(said.returncode, 0, words)
            self.assertIn(b"Examples:\n  hanji ", said.stdout
                          .replace(b"echo '", b"hanji "))

    def test_fail_level(self):
        self.layout.write_text(LAYOUT.replace(
            "body:\n  - cover",
            "  unused: {csv: ../data/예산 표.csv}\nbody:\n  - cover"))
        self.assertEqual(self.hanji("check", self.layout).returncode, 0)
        run = self.hanji("check", self.layout, "--fail-level", "warning")
        self.assertEqual(run.returncode, 1)


class Result(unittest.TextTestResult):
    passed = 0

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1


def drop_tests_of_plain_trees(module):
    """Out of a sanitized tree: the plain one runs them."""
    if b"__asan_init" not in Path(HANJI).read_bytes():
        return
    for case in vars(module).values():
        for name, test in list(getattr(case, "__dict__", {}).items()):
            if getattr(test, "not_sanitized", False):
                delattr(case, name)


def main(module):
    global HANJI
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hanji", required=True)
    parser.add_argument("tests", nargs="*")
    options = parser.parse_args()
    HANJI = os.path.abspath(options.hanji)
    drop_tests_of_plain_trees(module)
    loader = unittest.TestLoader()
    suite = (loader.loadTestsFromNames(options.tests, module)
             if options.tests else loader.loadTestsFromModule(module))
    result = unittest.TextTestRunner(resultclass=Result, verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.passed} passed, {failed} failed, "
          f"{len(result.skipped)} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.modules[__name__]))
