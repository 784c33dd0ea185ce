#!/usr/bin/env python3
"""Runs the cases: a layout, and what must come out of it.

    run.py --hanji BINARY [TOPIC | TOPIC/NAME]…           compares
    run.py --hanji BINARY --update TOPIC/NAME…            writes what came out

With --keep-pdfs DIR the PDF files that cases made are kept there, for judges.

A case is TOPIC/NAME.yaml (or NAME.cmd alone) beside the files it expects:

    NAME.cmd        arguments of hanji, when the usual commands are not meant;
                    {tmp} is an empty folder, {name} is NAME
    NAME.out_dlist  the display list: standard output of `inspect --dump`
    NAME.out_diag   the messages: standard error of `check`, without colour
    NAME.out        standard output of NAME.cmd
    NAME.out_exit   the exit status, when it is not 0
    NAME.lang       language of the messages, `ko` when there is no such file
    NAME.xfail      why it fails today; to succeed is a failure then

hanji runs in a copy of the topic's folder beside the themes of layouts/themes:
`theme: council.yaml` finds the house style, messages show short paths, and
nothing is written to the tree.
"""

import argparse
import difflib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
THEMES = HERE.parent.parent / "layouts" / "themes"
SECONDS = 120
LOCALES = {"ko": "ko_KR.UTF-8", "en": "C.UTF-8"}


class Case:
    def __init__(self, path):
        self.folder = path.parent
        self.name = path.stem
        self.id = f"{path.parent.name}/{path.stem}"

    def file(self, suffix):
        return self.folder / f"{self.name}.{suffix}"

    def read(self, suffix, otherwise=""):
        file = self.file(suffix)
        return file.read_text() if file.exists() else otherwise

    def commands(self, tmp):
        """(arguments, suffix of stdout, suffix of stderr) of each run."""
        if self.file("cmd").exists():
            line = self.read("cmd").format(tmp=tmp, name=self.name)
            return [(shlex.split(line), "out", "out_diag")]
        layout = f"{self.name}.yaml"
        runs = []
        if self.file("out_dlist").exists():
            runs.append((["inspect", layout, "--dump"], "out_dlist", None))
        if self.file("out_diag").exists() or not runs:
            runs.append((["check", layout], None, "out_diag"))
        return runs


class Workplace:
    """Copies of the topics, made when first asked for."""

    def __init__(self, folder):
        self.folder = Path(folder) / "cases"

    def place(self, case):
        copy = self.folder / case.folder.name
        if not copy.exists():
            shutil.copytree(THEMES, copy)
            shutil.copytree(case.folder, copy, dirs_exist_ok=True)
        return copy


def environment(case, tmp):
    """What a user has set must not change what is compared."""
    locale = LOCALES[case.read("lang", "ko").strip()]
    return {"PATH": os.environ["PATH"], "HOME": tmp, "LC_ALL": locale,
            "NO_COLOR": "1",
            # A leak is no difference in the output; unit tests look for them.
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}


def keep_pdfs(case, tmp, folder):
    for pdf in Path(tmp).rglob("*.pdf"):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(pdf, folder / f"{case.folder.name}-{case.name}-{pdf.name}")


def run_case(case, hanji, workplace, pdfs=None):
    """suffix -> what came out, for every run of the case."""
    came = {}
    with tempfile.TemporaryDirectory() as tmp:
        for arguments, out, err in case.commands(tmp):
            run = subprocess.run(
                [hanji, *arguments], cwd=workplace.place(case), timeout=SECONDS,
                env=environment(case, tmp), stdin=subprocess.DEVNULL,
                capture_output=True)
            for suffix, stream in ((out, run.stdout), (err, run.stderr)):
                if suffix:
                    text = stream.decode("utf-8", "backslashreplace")
                    came[suffix] = text.replace(tmp, "{tmp}")
            if run.returncode and "out_exit" in came:
                continue
            came["out_exit"] = f"{run.returncode}\n"
        if pdfs:
            keep_pdfs(case, tmp, pdfs)
    return came


def expected_of(case, suffix):
    """None when the case does not say."""
    if suffix == "out_exit":
        return case.read(suffix, "0\n")
    return case.read(suffix) if case.file(suffix).exists() else None


def differences(case, came):
    for suffix, text in came.items():
        expected = expected_of(case, suffix)
        if expected is None and suffix == "out_diag" and text:
            # Messages nobody expected.
            expected = ""
        if expected is not None and text != expected:
            yield from difflib.unified_diff(
                expected.splitlines(), text.splitlines(),
                f"{case.id}.{suffix}", "came out", lineterm="", n=2)


def update(case, came):
    for suffix, text in came.items():
        file = case.file(suffix)
        if suffix == "out_exit" and text == "0\n":
            file.unlink(missing_ok=True)
        elif text or file.exists():
            file.write_text(text)
    print(f"{case.id}: written {', '.join(came)}")


def judge(case, *how):
    """What is wrong with the case, as lines; none when all is well."""
    try:
        wrong = list(differences(case, run_case(case, *how)))
    except subprocess.TimeoutExpired:
        wrong = [f"no end after {SECONDS} seconds"]
    if not case.file("xfail").exists():
        return wrong
    if wrong:
        return []
    return [f"{case.name}.xfail can go: the case succeeds"]


def find_cases(wanted):
    """Layouts that nobody expects anything of belong to other cases."""
    found = {}
    for path in sorted(HERE.glob("*/*.*")):
        case = Case(path)
        expects = any(case.file(s).exists()
                      for s in ("cmd", "out_dlist", "out_diag", "out_exit"))
        if path.suffix in (".yaml", ".cmd") and expects:
            if not wanted or case.id in wanted or case.folder.name in wanted:
                found[case.id] = case
    return list(found.values())


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hanji", required=True, type=Path)
    parser.add_argument("--update", metavar="TOPIC/NAME", nargs="+")
    parser.add_argument("--keep-pdfs", metavar="DIR", type=Path)
    parser.add_argument("wanted", nargs="*")
    return parser.parse_args()


def update_named(names, hanji, workplace):
    # A new case expects nothing yet: a layout of that name is enough.
    for name in names:
        case = Case(HERE / f"{name}.yaml")
        update(case, run_case(case, hanji, workplace))
    return 0


def compare(cases, *how):
    failed = 0
    for case in cases:
        wrong = judge(case, *how)
        failed += bool(wrong)
        if wrong:
            print(f"FAILED {case.id}", *wrong, sep="\n    ")
    print(f"{len(cases) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed or not cases else 0


def main():
    arguments = read_arguments()
    hanji = arguments.hanji.resolve()
    with tempfile.TemporaryDirectory() as folder:
        workplace = Workplace(folder)
        if arguments.update:
            return update_named(arguments.update, hanji, workplace)
        return compare(find_cases(arguments.wanted), hanji, workplace,
                       arguments.keep_pdfs)


if __name__ == "__main__":
    sys.exit(main())
