#!/usr/bin/env python3
"""The rule that --deps writes, read by make itself."""

import os
import shutil
import subprocess
import sys
import time
import unittest

import cli_test
from cli_test import LAYOUT, SECONDS, TABLE, CliTest


@unittest.skipUnless(shutil.which("make"), "no make")
class Deps(CliTest):
    """make builds anew after any input, and stands it when one is gone."""

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

    def test_deps_name_every_picture(self):
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

    # Each has what make takes for something of its own.
    ODD = ["q=1.csv", "q?=1.csv", "x[1]*?.csv", "x]*.csv",
           "a|b.csv", "x(1).csv", "a&b&", "$(or x).csv",
           "a,b'c\"d`e.csv", "include x.csv"]
    # No layout has these in a path, a command may.
    MORE = ["a\\b", "a\\#b", "a\\ b", "a\\*b", "a\\%b", "a\\|b", "a\\",
            "a\\\\:b", "q:=1", "~t|e"]

    def use(self, name):
        """A table of this name in the layout, its layout in the same folder,
        so that its path begins with it."""
        quoted = name.replace("'", "''")
        self.layout = "book.yaml"
        (self.folder / self.layout).write_text(LAYOUT.replace(
            "../data/", "data/").replace("themes/council.yaml", "council").replace(
            "body:\n  - cover", f"  odd: {{csv: '{quoted}'}}\nbody:\n"
            "  - table: {rows: odd, columns: [구분]}\n  - cover", 1))
        odd = self.folder / name
        odd.write_text(TABLE)
        return odd

    def test_odd_names_of_inputs(self):
        (self.folder / "book.mk").write_text(
            "all: a.pdf\na.pdf:\n\t@echo made; touch a.pdf\ninclude a.d\n")
        for name in self.ODD:
            with self.subTest(name=name):
                odd = self.use(name)
                self.build("-o", "a.pdf", "--deps", "a.d")
                (self.folder / "xay.csv").touch()  # no pattern is to find it
                self.assertIn("Nothing to be done", self.make())
                later = time.time() + 5
                os.utime(odd, (later, later))
                self.assertEqual(self.make(), "made\n")
                odd.unlink()
                self.assertEqual(self.make(), "made\n")

    def test_odd_names_of_outputs(self):
        for name in self.ODD + self.MORE:
            with self.subTest(name=name):
                self.build("-o", name + ".pdf", "--deps", "a.d")
                (self.folder / "book.mk").write_text("include a.d\n")
                known = subprocess.run(
                    ["make", "-rRpnf", "book.mk"], cwd=self.folder,
                    capture_output=True, text=True, timeout=SECONDS)
                self.assertIn(f"\n{name}.pdf: {self.layout}", known.stdout)

    def test_names_that_make_cannot_read(self):
        for name in ("a;b.csv", "a\tb.csv", "data/x(1)"):
            with self.subTest(name=name):
                self.use(name)
                run = self.build("-o", "b.pdf", "--deps", "b.d", status=2)
                said = name.replace("\t", " ")
                self.assertIn(f"{said} [deps-name]", run.stderr.decode())
                self.assertFalse((self.folder / "b.pdf").exists())
                self.build("-o", "b.pdf")
                (self.folder / "b.pdf").unlink()
        self.build("-o", "a;b.pdf", "--deps", "b.d", status=2)


if __name__ == "__main__":
    sys.exit(cli_test.main(sys.modules[__name__]))
