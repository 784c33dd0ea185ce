#!/usr/bin/env python3
"""The commands that show something: inspect, schema, text, fonts, help.

    looking_test.py --hanji BINARY [TEST…]
"""

import json
import os
import subprocess
import sys

import cli_test
from cli_test import LAYOUT, SECONDS, SOURCE, CliTest, not_sanitized


class Looking(CliTest):
    def test_inspect_is_json_with_source_cells(self):
        run = self.hanji("inspect", self.layout)
        book = json.loads(run.stdout)
        self.assertEqual(book["title"], "2024년 작은 보고")
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
        (bin / "hanji").symlink_to(cli_test.HANJI)
        hide = "mount -t tmpfs none /proc && "
        unshare = ["unshare", "-m", "sh", "-c"]
        if subprocess.run([*unshare, hide + "true"],
                          capture_output=True).returncode:
            self.skipTest("cannot hide /proc here")
        for call in ("bin/hanji", "./bin/../bin/hanji", "hanji", cli_test.HANJI):
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


if __name__ == "__main__":
    sys.exit(cli_test.main(sys.modules[__name__]))
