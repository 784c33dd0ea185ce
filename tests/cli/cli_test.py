#!/usr/bin/env python3
"""The program as its users meet it: files, exit statuses, terminals, signals.

    cli_test.py --hanji BINARY [TEST…]

Each test has a project folder of its own: layouts/book.yaml with its theme and
a small table. What can be compared as text is in tests/cases/cli instead. The
other tests of this folder are made of CliTest, too.
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
        """More and more of it, until it is enough."""
        short = 0
        for mib in range(60, 400, 20):
            def limit(size=mib << 20):
                resource.setrlimit(resource.RLIMIT_AS, (size, size))
            run = self.hanji("build", self.layout, "-j1", preexec_fn=limit)
            if run.returncode == 0:
                break
            self.assertEqual(run.returncode, 5, run.stderr)
            self.assertTrue(run.stderr)
            self.assert_untouched()
            short += 1
        self.assertEqual(run.returncode, 0)
        self.assertGreater(short, 2)

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
