#!/usr/bin/env python3
"""Every command that help and the READMEs show does what it says.

    examples_test.py --hanji BINARY

The lines are run as they are printed, by a shell, in a copy of layouts/ and
data/. Of a README those count that name a file of the repository: the others
speak of files of the reader.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys

import cli_test
from cli_test import SECONDS, SOURCE

# What examples of help name besides files of the repository.
TEXT = "총 82개 과제를 추진함\n"
TABLE = "부서,예산액,집행액\n예산과,100,50\n"
READMES = ("README.md", "layouts/README.md", "data/README.md",
           "fonts/README.md")


def shell_lines(text):
    """Lines of ```sh blocks and lines set apart by four spaces."""
    fenced = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
    rest = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    apart = re.findall(r"^    (\S.*)", rest, re.M)
    return [line for block in fenced for line in block.splitlines()] + apart


def commands_of(line):
    """The calls of hanji in a line, without what else it does."""
    for part in line.split(" && "):
        part = part.removeprefix("build/bin/")
        if part.startswith("hanji "):
            yield part


def names_a_file(command):
    return any((SOURCE / word).is_file() or word.startswith("/")
               for word in shlex.split(command)[1:])


class Examples(cli_test.CliTest):
    def setUp(self):
        super().setUp()
        for name in ("layouts", "data"):
            shutil.copytree(SOURCE / name, self.folder / name,
                            dirs_exist_ok=True)
        (self.folder / "원고.txt").write_text(TEXT)
        (self.folder / "거래내역.csv").write_text(TABLE)
        (self.folder / "옛자료.csv").write_bytes(TABLE.encode("cp949"))
        (self.folder / "bin").mkdir()
        (self.folder / "bin/hanji").symlink_to(cli_test.HANJI)

    def run_line(self, line):
        path = f"{self.folder}/bin:{os.environ['PATH']}"
        run = subprocess.run(
            ["sh", "-c", line], cwd=self.folder, timeout=SECONDS,
            env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL, capture_output=True)
        said = run.stderr.decode()
        self.assertEqual(run.returncode, 0, f"{line}\n{said}")
        self.assertNotRegex(said, "warning:|error:", line)

    def help_of(self, *words):
        said = self.hanji(*words, "--help").stdout.decode()
        return re.findall(r"^  (.*\bhanji .*)", said, re.M)

    def test_help(self):
        main = self.help_of()
        examples = set(main)
        for line in main:
            words = re.search(r"\bhanji (.*)", line)[1].split()
            examples |= set(self.help_of(words[0]))
            if words[0] in ("csv", "text"):
                examples |= set(self.help_of(*words[:2]))
        self.assertGreater(len(examples), 15)
        for line in sorted(examples):
            if "COMMAND" not in line:
                self.run_line(line)

    def test_readmes(self):
        ran = 0
        for readme in READMES:
            for line in shell_lines((SOURCE / readme).read_text()):
                for command in commands_of(line):
                    if names_a_file(command):
                        self.run_line(command)
                        ran += 1
        self.assertGreaterEqual(ran, 5)


if __name__ == "__main__":
    sys.exit(cli_test.main(sys.modules[__name__]))
