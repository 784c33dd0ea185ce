#!/usr/bin/env python3
"""Counts the tests inside the tests.

    count.py RESULTS.xml…

Reads what `ctest --output-junit` wrote. A test of ctest is often a program of
many tests; it says how many in one of three ways:

    [  PASSED  ] 7 test(s).              cmocka, also FAILED and SKIPPED
    7 passed, 0 failed, 1 skipped        a sum, alone on its line
    PASS qpdf book.pdf                   one test a line, also FAIL

One that says nothing counts as one. One that failed without a failure among
its own (it crashed, say) counts as one failure more. Prints the sum in the
second form; status 1 when anything failed or nothing passed.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

CMOCKA = re.compile(r"^\[  (PASSED|FAILED|SKIPPED) +\] (\d+) test\(s\)", re.M)
PLAIN = re.compile(r"^(\d+) passed, (\d+) failed, (\d+) skipped$", re.M)
SINGLE = re.compile(r"^(PASS|FAIL) \S", re.M)
KINDS = ("PASSED", "FAILED", "SKIPPED")


def count_inside(output):
    counts = dict.fromkeys(KINDS, 0)
    for kind, n in CMOCKA.findall(output):
        counts[kind] += int(n)
    for kind in SINGLE.findall(output):
        counts[kind + "ED"] += 1
    for numbers in PLAIN.findall(output):
        for kind, n in zip(KINDS, numbers):
            counts[kind] += int(n)
    return counts


def count_test(status, output):
    """`status` is what ctest says: run, fail, notrun, disabled."""
    counts = count_inside(output)
    if status in ("notrun", "disabled"):
        # A program that is missing was not skipped by intention.
        return {"PASSED": 0, "FAILED": 0, "SKIPPED": 1} \
            if "SKIP_" in output or status == "disabled" \
            else {"PASSED": 0, "FAILED": 1, "SKIPPED": 0}
    if status == "fail" and counts["FAILED"] == 0:
        counts["FAILED"] = 1
    elif sum(counts.values()) == 0:
        counts["PASSED"] = 1
    return counts


def count_file(path):
    total = dict.fromkeys(KINDS, 0)
    for test in ElementTree.parse(path).getroot().iter("testcase"):
        output = test.findtext("system-out") or ""
        skipped = test.find("skipped")
        if skipped is not None and "SKIP_" in skipped.get("message", ""):
            output += skipped.get("message")
        counts = count_test(test.get("status"), output)
        for kind in KINDS:
            total[kind] += counts[kind]
    return total


def self_test():
    cmocka = "[  PASSED  ] 6 test(s).\n[  FAILED  ] 2 test(s), listed below:\n"
    plain = "FAILED a/b\n5 passed, 1 failed, 2 skipped\n"
    cases = [
        (("run", "[  PASSED  ] 7 test(s).\n"), (7, 0, 0)),
        (("fail", cmocka), (6, 2, 0)),
        (("fail", plain), (5, 1, 2)),
        (("fail", "PASS a b\nFAIL c d\n  PASS e\n"), (1, 1, 0)),
        (("run", "fine"), (1, 0, 0)),
        (("fail", "crash"), (0, 1, 0)),
        (("fail", "[  PASSED  ] 7 test(s).\nleak"), (7, 1, 0)),
        (("notrun", ""), (0, 1, 0)),
        (("notrun", "SKIP_RETURN_CODE=77"), (0, 0, 1)),
        (("run", "say: 1 passed, 2 failed, 3 skipped"), (1, 0, 0)),
    ]
    for (status, output), expected in cases:
        counts = count_test(status, output)
        if tuple(counts[k] for k in KINDS) != expected:
            print(f"{status} {output!r}: {counts}")
            return 1
    return 0


def main(args):
    if args == ["--self-test"]:
        return self_test()
    totals = [count_file(path) for path in args]
    passed, failed, skipped = (sum(t[kind] for t in totals) for kind in KINDS)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
