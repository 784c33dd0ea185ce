#!/usr/bin/env python3
"""What hanji writes, and what it never writes over.

    outputs_test.py --hanji BINARY [TEST…]
"""

import shutil
import subprocess
import sys
from pathlib import Path

import cli_test
from cli_test import LAYOUT, SOURCE, CliTest

NANUM = "/usr/share/fonts/truetype/nanum"


class OutputTest(CliTest):
    def setUp(self):
        super().setUp()
        self.table = self.folder / "data/예산 표.csv"
        self.theme = self.folder / "layouts/themes/council.yaml"

    def tree(self):
        """Every file of the project with its bytes."""
        return {p: p.read_bytes() for p in self.folder.rglob("*")
                if p.is_file()}

    def refused(self, slug, *args, **kwargs):
        """Status 2, this message, and nothing written."""
        before = self.tree()
        run = self.hanji(*args, **kwargs)
        self.assertEqual(run.returncode, 2, (args, run.stderr.decode()))
        self.assertIn(f"[{slug}]", run.stderr.decode(), args)
        self.assertEqual(self.tree(), before, args)
        return run


class OverInputs(OutputTest):
    def test_any_option_over_any_input(self):
        lock = self.folder / "my.lock"
        shutil.copy(SOURCE / "fonts/fonts.lock", lock)
        for option in ("-o", "--report", "--deps", "--map"):
            for file in (self.layout, self.table, self.theme, lock):
                run = self.refused("output-input", "build", self.layout,
                                   "--font-lock", lock, option, file)
                self.assertIn(str(file), run.stderr.decode())

    def test_by_any_way(self):
        link = self.folder / "link.pdf"
        link.symlink_to(self.table)
        hard = self.folder / "hard.pdf"
        hard.hardlink_to(self.layout)
        (self.folder / "aside").symlink_to(self.folder / "data")
        for way in (link, hard, "./layouts/../data/예산 표.csv",
                    "aside/예산 표.csv"):
            self.refused("output-input", "build", self.layout, "-o", way)

    def test_an_input_in_the_other_normal_form(self):
        stored = self.folder / "data/\u1112\u1161\u11ab.csv"
        self.table.rename(stored)
        self.layout.write_text(LAYOUT.replace("예산 표", "한"))
        self.build("-o", "a.pdf")
        self.refused("output-input", "build", self.layout, "-o", stored)

    def test_a_font(self):
        fonts = self.folder / "fonts"
        shutil.copytree(NANUM, fonts)
        said = self.hanji("fonts", "--fonts", fonts).stdout.decode()
        own = next(line.split("  ")[-1].split(" (")[0]
                   for line in said.splitlines() if str(fonts) in line)
        self.refused("output-input", "build", self.layout, "--fonts", fonts,
                     "-o", own)
        self.refused("output-input", "fonts", "--fonts", fonts, "-o", own)
        self.refused("output-input", "fonts", "--lock", own, "-o", own)

    def test_the_page_of_a_picture(self):
        picture = self.folder / "data/t-2.png"
        self.table.rename(picture)
        self.layout.write_text(LAYOUT.replace("예산 표.csv", "t-2.png"))
        self.refused("output-input", "build", self.layout, "-o", "data/t.png")
        self.refused("output-input", "build", self.layout, "-o",
                     "data/t.png", "--pages", "2-3")
        self.build("-o", "data/t.png", "--pages", "2")
        self.build("-o", "data/t.png", "--pages", "3")

    def test_other_commands(self):
        text = self.folder / "글.txt"
        text.write_text("가나다\n")
        for args in (("csv", "dump", self.table, "-o", self.table),
                     ("csv", "sum", self.table, "구분", "-o", self.table),
                     ("text", "breaks", text, "-o", text),
                     ("text", "lines", text, "-o", text),
                     ("text", "lines", text, "--theme", self.theme, "-o",
                      self.theme),
                     ("inspect", self.layout, "-o", self.table),
                     ("where", self.layout, "3", "74,733", "-o", self.layout),
                     ("fonts", "--theme", self.theme, "-o", self.theme)):
            self.refused("output-input", *args)

    def test_standard_output_into_the_input(self):
        """`csv dump a.csv >> a.csv` would never end."""
        with self.table.open("ab") as out:
            self.refused("output-input", "csv", "dump", self.table, stdout=out)
        self.hanji("csv", "dump", self.table, stdout=subprocess.PIPE)

    def test_links_that_are_needed(self):
        """A link to a device, or to an open file, is not replaced."""
        for to in ("/dev/null", "/proc/self/fd/1", self.folder / "data"):
            link = self.folder / "link.pdf"
            link.symlink_to(to)
            self.refused("output-kind", "build", self.layout, "-o", link)
            self.assertTrue(link.is_symlink())
            link.unlink()

    def test_an_old_result_and_a_link_to_one_are_replaced(self):
        old = self.folder / "old.pdf"
        old.write_text("old")
        link = self.folder / "latest.pdf"
        link.symlink_to(old)
        self.build("-o", link)
        self.assertFalse(link.is_symlink())
        self.assertEqual(old.read_text(), "old")
        self.build("-o", old)
        self.assertNotEqual(old.read_bytes(), b"old")


class OverEachOther(OutputTest):
    def test_results_of_one_run(self):
        for args in (("--map", "x.json", "--report", "x.json"),
                     ("-o", "x.pdf", "--deps", "./x.pdf"),
                     ("-o", "new/a/x.pdf", "--deps", "new/b/../a/x.pdf"),
                     ("--deps", "out/book.pdf"),
                     ("--deps", self.folder / "out/book.pdf"),
                     ("-o", "-", "--deps", "-"),
                     ("-o", "x.pdf", "--map", "-", "--report", "-")):
            self.refused("output-twice", "build", self.layout, *args)
        self.build("-o", "x.pdf", "--map", "x.json", "--report", "-",
                   "--deps", "x.d")

    def test_links_to_one_file(self):
        (self.folder / "a").mkdir()
        (self.folder / "b").symlink_to("a")
        self.refused("output-twice", "build", self.layout, "-o", "a/x.pdf",
                     "--report", "b/x.pdf")

    def test_pages_of_pictures(self):
        run = self.refused("output-twice", "build", self.layout, "-o",
                           "p.png", "--report", "p-2.png")
        self.assertIn("--output p-2.png, --report p-2.png",
                      run.stderr.decode())
        # Such a page is not made, and that name is not used.
        self.build("-o", "p.png", "--report", "p-99.png")
        self.build("-o", "p.png", "--pages", "2", "--report", "p-2.png")
        self.refused("output-twice", "build", self.layout, "-o", "p.png",
                     "--pages", "2", "--report", "p.png")


class Formats(OutputTest):
    MAGIC = {"pdf": b"%PDF", "png": b"\x89PNG", "svg": b"<?xml"}

    def test_the_name_says_the_format(self):
        for name, magic in (("a.png", "png"), ("a.svg", "svg"),
                            ("A.SVG", "svg"), ("a.pdf", "pdf"),
                            ("a.tmp", "pdf"), ("png", "pdf"),
                            ("png.d/.svg", "pdf")):
            self.build("-o", name, "--pages", "1")
            self.assertTrue((self.folder / name).read_bytes()
                            .startswith(self.MAGIC[magic]), name)

    def test_format_wins_over_no_ending(self):
        self.build("-o", "a.tmp", "--pages", "1", "--format", "png")
        self.assertTrue((self.folder / "a.tmp").read_bytes()
                        .startswith(self.MAGIC["png"]))
        run = self.build("-o", "-", "--pages", "1", "--format", "svg")
        self.assertTrue(run.stdout.startswith(self.MAGIC["svg"]))

    def test_names_of_other_formats(self):
        for name in ("a.docx", "a.hwp", "a.hwpx", "a.html", "a.htm", "a.txt",
                     "a.jpg", "a.jpeg", "a.xlsx", "a.csv", "a.yaml", "a.yml",
                     "a.json", "a.md", "A.DOCX", "b.pdf.txt"):
            self.refused("output-suffix", "build", self.layout, "-o", name)
        self.refused("output-suffix", "build", self.layout, "-o", "a.jpg",
                     "--format", "png")
        for name in ("docx", ".txt", "a.docx2", "a.txt.old", "a."):
            self.build("-o", name, "--pages", "1")
            self.assertTrue((self.folder / name).read_bytes()
                            .startswith(self.MAGIC["pdf"]), name)

    def test_contradictions(self):
        for format, name in (("png", "a.svg"), ("pdf", "a.png"),
                             ("svg", "a.PDF")):
            self.refused("output-suffix", "build", self.layout, "-o", name,
                         "--format", format)


class FailLevel(OutputTest):
    def test_what_counts_as_failure_leaves_the_old_book(self):
        self.layout.write_text(LAYOUT.replace(
            "body:\n  - cover",
            "  unused: {csv: ../data/예산 표.csv}\nbody:\n  - cover"))
        old = self.folder / "a.pdf"
        old.write_text("old")
        run = self.build("-o", old, "--fail-level", "warning", "--deps",
                         "a.d", "--report", "a.json", status=1)
        self.assertIn(b"warning", run.stderr)
        self.assertEqual(old.read_text(), "old")
        self.assertFalse((self.folder / "a.d").exists())
        self.assertFalse((self.folder / "a.json").exists())
        self.build("-o", old)
        self.assertNotEqual(old.read_bytes(), b"old")


if __name__ == "__main__":
    sys.exit(cli_test.main(sys.modules[__name__]))
