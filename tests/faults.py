#!/usr/bin/env python3
"""No failing system call and no kill damages a finished book (R3).

    faults.py --hanji BINARY

Builds a small book over an old file under strace, finds every system call
from the making of the temporary file to the end, and builds again for each of
them and each way it can fail: with an error, or killed there. Whatever
happens, the file holds the old bytes or the new ones, whole; the status tells
which; and no temporary is left but by a kill, until the next run.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LAYOUT = """\
hanji: 1
document: {title: 시험, organization: 시청, year: 2024}
theme: themes/council.yaml
body:
  - paragraph: 첫째 문단입니다.
"""
OLD = b"the old book\n"
SURROUNDINGS = 5

# How each call is made to fail. EINTR must be got over, not reported.
FAILURES = {
    "openat": ["error=EMFILE", "error=EACCES"],
    "write": ["error=ENOSPC", "error=EIO", "error=EDQUOT", "error=EINTR"],
    "fchmod": ["error=EPERM"],
    "fsync": ["error=EIO", "error=ENOSPC"],
    "close": ["error=EIO"],
    "newfstatat": ["error=EACCES"],
    "rename": ["error=EXDEV", "error=EACCES", "error=EROFS"],
}
KILL = "signal=KILL"
CALL = re.compile(r"^\d+ +(\w+)\((.*)")


class Project:
    def __init__(self, folder, hanji, themes):
        self.folder = Path(folder)
        self.hanji = hanji
        self.layout = self.folder / "layouts" / "book.yaml"
        self.book = self.folder / "out" / "book.pdf"
        self.log = self.folder / "strace.log"
        shutil.copytree(themes, self.folder / "layouts" / "themes")
        self.layout.write_text(LAYOUT)
        self.book.parent.mkdir()

    def build(self, *strace):
        """Exit status and standard error of one run over the old file."""
        command = [self.hanji, "build", self.layout, "-o", self.book,
                   "--jobs", "1"]
        if strace:
            command = ["strace", "-f", "-o", self.log, *strace, *command]
        # Leaks cannot be looked for under a tracer.
        env = {"PATH": os.environ["PATH"], "HOME": str(self.folder),
               "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"}
        run = subprocess.run(command, env=env, capture_output=True,
                             timeout=60, stdin=subprocess.DEVNULL)
        return run.returncode, run.stderr.decode("utf-8", "replace")

    def leftovers(self):
        return [p for p in self.book.parent.iterdir() if p != self.book]


def find_calls(log):
    """(name, how manieth of its name) from the temporary file to the exit."""
    counts, found, begun = {}, [], False
    for line in log.read_text(errors="replace").splitlines():
        m = CALL.match(line)
        if not m:
            continue
        name, rest = m.groups()
        counts[name] = counts.get(name, 0) + 1
        begun = begun or (name == "openat" and ".hanji-" in rest)
        if begun and name in FAILURES:
            found.append((name, counts[name]))
    return found


def faults_of(status, said, failure, project, new):
    """What is wrong after a run that met a failure."""
    content = project.book.read_bytes()
    if content not in (OLD, new):
        yield f"the book is damaged: {len(content)} bytes"
    if failure == KILL:
        return
    if status == 0 and content != new:
        yield "success is told, but the old book is there"
    if status not in (0, SURROUNDINGS):
        yield f"exit status {status}: {said}"
    if status == SURROUNDINGS and str(project.book) not in said:
        yield f"the message does not name the file: {said}"
    if failure == "error=EINTR" and status != 0:
        yield "an interrupted call was not made again"
    if project.leftovers():
        yield f"left behind: {project.leftovers()}"


def check_next_run(project):
    """A later run removes what a kill left."""
    then = time.time() - 3600
    for path in project.leftovers():
        os.utime(path, (then, then))
    status, said = project.build()
    if status != 0:
        yield f"the run after a kill: exit status {status}: {said}"
    if project.leftovers():
        yield f"the run after a kill left {project.leftovers()}"


def check_failure(project, call, failure, new):
    name, n = call
    project.book.write_bytes(OLD)
    status, said = project.build(
        "-e", f"trace={name}", "-e", f"inject={name}:{failure}:when={n}")
    hit = "INJECTED" in project.log.read_text(errors="replace") \
        or failure == KILL and status != 0
    wrong = [] if hit else ["the failure was never met"]
    wrong += faults_of(status, said, failure, project, new)
    if failure == KILL:
        wrong += check_next_run(project)
    for path in project.leftovers():
        path.unlink()
    return [f"{name} {n} {failure}: {fault}" for fault in wrong]


def can_trace():
    try:
        return subprocess.run(["strace", "-o", "/dev/null", "true"],
                              capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def sweep(project):
    """One result a failure: the faults found, none when all is well."""
    project.book.write_bytes(OLD)
    status, said = project.build("-e", f"trace={','.join(FAILURES)}")
    if status != 0:
        return [[f"without any failure: exit status {status}: {said}"]]
    new = project.book.read_bytes()
    calls = find_calls(project.log)
    names = {name for name, _ in calls}
    if names != set(FAILURES):
        return [[f"expected calls are missing: {set(FAILURES) - names}"]]
    return [check_failure(project, call, failure, new)
            for call in calls for failure in [*FAILURES[call[0]], KILL]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hanji", required=True, type=Path)
    hanji = parser.parse_args().hanji.resolve()
    themes = Path(__file__).resolve().parent.parent / "layouts" / "themes"
    if not can_trace():
        print("strace cannot trace here\n0 passed, 0 failed, 1 skipped")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        results = sweep(Project(folder, hanji, themes))
    for fault in (fault for result in results for fault in result):
        print(fault)
    failed = sum(1 for result in results if result)
    print(f"{len(results) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
