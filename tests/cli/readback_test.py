#!/usr/bin/env python3
"""The text of a book as other programs take it out of the PDF (K-168).

    readback_test.py --hanji BINARY [TEST…]
"""

import json
import re
import subprocess
import sys

import cli_test
from cli_test import LAYOUT, SECONDS, SOURCE, CliTest


class ReadBack(CliTest):
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

    def test_k168_ligatures_are_their_letters(self):
        """In ToUnicode, for readers that know no ActualText."""
        with self.layout.open("a") as layout:
            layout.write("  - item: config 파일과 office, 흐름 flow\n"
                         "  - chapter: 둘째 ﬁ\n")
        self.build("-o", "a.pdf")
        for reader in self.READERS:
            self.assertIn("config 파일과 office, 흐름 flow", self.read_by(reader))
        self.assertIn("ﬁ", self.read_by(self.READERS[0]))
        plain = self.folder / "plain.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable",
                        self.folder / "a.pdf", plain], check=True,
                       timeout=SECONDS)
        maps = [part for part in plain.read_bytes().split(b"endstream")
                if b"begincmap" in part]
        self.assertTrue(any(b"<00660069>" in part for part in maps))
        self.assertFalse(any(b"<FB01>" in part for part in maps))

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

    def test_k124_where_knows_a_unit_however_it_is_printed(self):
        table = self.folder / "data/예산 표.csv"
        table.write_text("구분,합계\n최고 30℃,\"74,733\"\n")
        with self.layout.open("a") as layout:
            layout.write("  - item: 넓이 85m2\n")
        for args, printed in ((("degree=°C",), "30°C"), ((), "30℃")):
            for asked in ("30°C", "30℃"):
                found = self.hanji("where", self.layout, "3", asked, *(
                    part for key in args for part in ("--set", key)))
                self.assertIn(printed, found.stdout.decode())
                self.assertIn("예산 표.csv:2:1", found.stdout.decode())
        for asked in ("85㎡", "85m²", "85m2"):
            found = self.hanji("where", self.layout, "4", asked,
                               "--set", "square=㎡").stdout.decode()
            self.assertIn("넓이 85㎡", found)

    def test_k124_where_knows_the_cells_of_a_converted_unit(self):
        """A value is printed with its unit in one piece."""
        (self.folder / "data/땅.csv").write_text("곳,넓이\n가,3000\n나,4000\n")
        self.layout.write_text(LAYOUT.replace("body:\n", """\
  land: {csv: ../data/땅.csv, columns: {넓이: {type: money, unit: ㎡}}}
body:
""", 1) + "  - item: \"{sum(land.넓이) | 단위}\"\n")
        for args in ((), ("--set", "square=m²")):
            found = self.hanji("where", self.layout, "4", "7,000",
                               *args).stdout.decode()
            self.assertIn("= sum(land.넓이)", found)
            self.assertIn("땅.csv:3:3", found)

    def test_k46_the_report_has_the_signs_that_are_printed(self):
        with self.layout.open("a") as layout:
            for n in range(1, 12):
                layout.write("  - item: 안전·업무 85m2를 이끄는 총괄∙조정 "
                             f"{'가' * n} 기능을 실질적으로 확대하여 강화\n")
        self.build("-o", "a.pdf", "--report", "fit.json",
                   "--set", "middot=318D", "--set", "square=㎡")
        report = json.loads((self.folder / "fit.json").read_text())
        texts = "".join(p["text"] for p in report["paragraphs"])
        self.assertIn("안전ㆍ업무 85㎡를 이끄는 총괄ㆍ조정", texts)

    DOTS = ("행정ㆍ자치 시ㆍ군ㆍ구, 「도시ㆍ교통」 3ㆍ1 AㆍB 값ㆍ",
            "사회ㆍ경제ㆍ문화 정책을 총괄ㆍ조정하고 주민ㆍ단체와 ‘가’ㆍ‘나’ 시ㆍ도를 이어감",
            "「가법」ㆍ나법")

    def test_k04_the_letter_dot_comes_back(self):
        """Half an em wide, its box lies over both neighbours."""
        with self.layout.open("a") as layout:
            for kind in ("item", "head", "paragraph"):
                for line in self.DOTS:
                    layout.write(f"  - {kind}: {line}\n")
        self.build("-o", "a.pdf", "--set", "middot=318D")
        raw = ["pdftotext", "-raw", "{}", "-"]
        for reader in (*self.READERS, raw):
            text = self.read_by(reader)
            for line in self.DOTS:
                self.assertEqual(text.count(line), 3, (reader, line, text))

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


if __name__ == "__main__":
    sys.exit(cli_test.main(sys.modules[__name__]))
