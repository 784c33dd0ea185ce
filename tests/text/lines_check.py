#!/usr/bin/python3
"""Sets thousands of made paragraphs with `hanji text lines` and judges every
line by the rules, with code that shares nothing with hanji's.

    lines_check.py --hanji BINARY [--count N] [--seed N] [--text FILE]
    lines_check.py --self-test

Judged are K-14 (no 어절 split unless it alone is wider than the measure), K-17
and K-18 (no forbidden line start or end), K-20 … K-24, K-28 and K-33 (what
stays together), K-36 and K-47 (no line over the measure), K-42 … K-44 (no short
last line that the caps could have cured), K-168 (nothing lost, nothing added)
and K-34 (syllable mode keeps them too).
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from korean import paragraphs  # noqa: E402

NOT_FIRST = set(")]}）］｝〕〉》」』】’”,.!?;:、。，．！？：；·ㆍ∙・‧…‥~∼～〜-‐–—―/%％‰℃°㎡㎢㎥㎞㎝㎜㎏〃ー々\u302E\u302F")
NOT_LAST = set("([{（［｛〔〈《「『【‘“$₩￦€£¥#№")
HOUSE = str.maketrans("ㆍ∙・‧∼〜～", "····~~~")
MARKERS = set("□○※①②③④⑤⑥⑦⑧⑨㉮㉯☞➡▶✓")
# A typed space before them says that they begin something: "……끝", "-5", "’23".
AFTER_SPACE = set("-–—―…‥’")
COUNTERS = "명원개동석평건곳대회호위배층년일시㎡㎥%"
PARTICLES = "은 는 이 가 을 를 의 에 로 와 과 도 만".split()

# (measure in pt, size in pt): narrow cells, columns, the page.
SETTINGS = [(481.9, 15), (440, 15), (300, 14), (170, 12), (90, 11)]
SPACE, CAP_SPACE, CAP_LETTER, CAP_WIDTH = 0.31, 0.70, 0.05, 0.95
SHORT_CHARS, SHORT_SHARE, MARGIN = 4, 0.2, 0.005


class Hanji:
    def __init__(self, binary):
        self.binary = binary
        self.widths = {}

    def run(self, text, *args):
        done = subprocess.run([self.binary, "text", *args], input=text.encode(), capture_output=True)
        if done.returncode:
            sys.exit(f"hanji text {' '.join(args)}: {done.stderr.decode()[:2000]}")
        return done.stdout.decode()

    def lines(self, texts, measure, size, *args):
        out = self.run("\n".join(texts) + "\n", "lines", "--width", f"{measure}pt", "--size", f"{size}pt", *args)
        return [p["lines"] for p in json.loads(out)]

    def groups(self, texts):
        """For each text itself, its quotes curled, and the pieces between its
        ordinary breaks."""
        marked = self.run("\n".join(texts) + "\n", "breaks").split("\n")[:-1]
        return zip(*map(align, texts, marked))

    def measure(self, pieces, size):
        """Notes natural widths."""
        for piece, lines in zip(pieces, self.lines(pieces, 28000, size, "--no-fit")):
            self.widths[piece, size] = sum(line["width_pt"] for line in lines)


def align(text, marked):
    """Reads what `text breaks` prints along the text it was given."""
    at, start, source, pieces = 0, 0, "", []

    def spaces():
        nonlocal at, source
        while text[at:at + 1] == " ":
            at, source = at + 1, source + " "
    for c in marked:
        if c == "|":
            pieces.append(source[start:])
            spaces()
            start = len(source)
        elif c == "¦":
            spaces()
        else:
            if c != text[at] and not (text[at] in "'\"" and c in "‘’“”"):
                sys.exit(f"text breaks changed {text!r} to {marked!r}")
            at, source = at + 1, source + c
    return source, pieces + [source[start:]]


def agrees(counter, particle):
    """명이, but 평가 and 회의 are nouns."""
    if not particle or not "가" <= counter <= "힣":
        return True
    if counter + particle in ("회의", "동의"):
        return False
    return particle not in ("는 가 를 와" if (ord(counter) - 0xAC00) % 28 else "은 이 을 과").split()


def letters(text):
    return sum(not c.isspace() for c in text)


def is_short(line, measure):
    return letters(line["text"]) <= SHORT_CHARS or line["width_pt"] <= measure * SHORT_SHARE


def is_list(marker, following):
    """Two markers of one kind: ① ②, (1) (10), 가. 나."""
    kinds = [re.sub("[가나다라마바사]", "가", re.sub("[①-⑨]", "①", re.sub("[0-9]+", "1", m))) for m in (marker, following)]
    return kinds[0] == kinds[1]


class Judge:
    """One paragraph as set."""

    def __init__(self, found, source, lines, measure, size, widths):
        self.found, self.source, self.lines = found, source, lines
        self.measure, self.size, self.widths = measure, size, widths

    def fault(self, rule, what):
        self.found.append((rule, what, f"{self.measure}pt/{self.size}pt", " ⏎ ".join(x["text"] for x in self.lines)))

    def match(self):
        """K-168: walks the source along the lines. False where they differ;
        else where each line ends: (offset, at a space)."""
        at, self.ends = 0, []
        for line in self.lines:
            if not self.source.startswith(line["text"], at):
                self.fault("K-168", f"differs from the source at {self.source[at:at + 12]!r}")
                return False
            at += len(line["text"])
            start = at
            while at < len(self.source) and self.source[at] == " ":
                at += 1
            self.ends.append((start, at))
        if at != len(self.source):
            self.fault("K-168", f"lost {self.source[at:]!r}")
        return at == len(self.source)

    def word_around(self, at):
        left = self.source.rfind(" ", 0, at) + 1
        right = self.source.find(" ", at)
        return left, right if right >= 0 else len(self.source)

    def check_edges(self, end, after):
        """K-17, K-18, K-24 at a line end."""
        first, last = self.source[after], self.source[end - 1]
        following = self.source[after + 1:after + 2]
        begins = end < after and (first in AFTER_SPACE and following not in ("", " ")
                                  or re.match(r"[./%]+[A-Za-z]|~/+[A-Za-z]|[.%][0-9]", self.source[after:]))
        year = re.search(r"[·/,~-]$", self.source[:end]) and re.match(r"’[0-9]{2}(?![0-9])", self.source[after:])
        if first in NOT_FIRST and not begins and not year and not (end < after and self.in_need(end, after)):
            self.fault("K-17", f"a line begins with {first}")
        if last in NOT_LAST:
            self.fault("K-18", f"a line ends with {last}")
        word = self.source[self.source.rfind(" ", 0, end) + 1:end]
        day = re.search(r"[0-9]\. $", self.source[:end - len(word)])
        if is_list(word, self.source[after:].split(" ")[0]):
            return  # ① ② ③: no item of its own
        if word in MARKERS or (end == len(word) and word in "-·") or (
                not day and re.fullmatch(r"([0-9가나다라마바사]|Ⅲ)[.)]|\(([0-9가나다라마바사]|Ⅲ)\)", word)):
            self.fault("K-24", f"a line ends with the marker {word}")

    def in_need(self, end, after):
        """Whether the sign behind this space finds no room beside its word."""
        left, right = self.with_markers(self.word_around(end - 1)[0]), self.word_around(after)[1]
        piece = self.source[left:right]
        if not self.widths:  # at least half an em a letter
            return (letters(piece) + 1) * self.size / 2 > self.measure
        return not self.widths(piece) or self.widths(piece) > self.measure

    def check_numbers(self, end, after):
        """K-20 … K-22: what no line end may part."""
        before, behind = self.source[:end], self.source[after:]
        digits = re.search(r"[0-9]$", before) and re.match(r"[0-9]|[,.:/][0-9]", behind)
        if digits and end == after:
            self.fault("K-20", f"number cut: {before[-8:]} ⏎ {behind[:8]}")

    def glued(self, end, after):
        """Whether a rule of ours speaks against a break at this space."""
        before, behind = self.source[:end], self.source[after:]
        counter = re.match(rf"([{COUNTERS}])({'|'.join(PARTICLES)})?(?![가-힣A-Za-z0-9])", behind)
        if counter and agrees(*counter.groups()) and re.search(r"[0-9][천만백억조]*여?$", before):
            return "K-21"
        if re.search(r"(^|[^0-9.])[0-9]{4}\.$", before) and re.match(r"[0-9]{1,2}(\.|월)|[상하]반기", behind):
            return "K-22"
        if re.search(r"[0-9]시$", before) and re.match(r"[0-9]+분", behind):
            return "K-22"
        if re.search(r"(^| )故$", before):
            return "K-33"
        return "K-88" if re.match(r"끝\.$", behind) else None

    def check_breaks(self, groups):
        """K-14 and what stays together: only what is wider than the measure
        may be parted otherwise than at an ordinary break."""
        bounds, at = [], 0
        for group in groups:
            bounds.append((at, at + len(group)))
            at += len(group)
            while self.source[at:at + 1] == " ":
                at += 1
        for end, after in self.ends[:-1]:
            self.check_edges(end, after)
            self.check_numbers(end, after)
            group = next(((a, b) for a, b in bounds if a < end < b), None)
            if end == after and group and self.at_mark(end):
                self.check_wide("K-16", *group)
            elif end == after:
                self.check_wide("K-14", *self.word_around(end))
            elif group:
                self.check_wide(self.glued(end, after) or "K-24", *group)
            elif self.glued(end, after):
                self.fault(self.glued(end, after), f"parted: {self.source[end - 8:after + 8]!r}")

    def at_mark(self, end):
        """A break in need that comes before the parting of numbers (K-16)."""
        return bool(re.search(r"[·/,~)\]」』》〉’”-]$", self.source[:end]) or re.match(r"[(\[「『《〈]", self.source[end:]))

    def with_markers(self, left):
        """Where the markers begin that hold the word at `left`."""
        while left > 1 and self.source[left - 2] in MARKERS | set("-·.)"):
            left = self.source.rfind(" ", 0, left - 1) + 1
        return left

    def check_wide(self, rule, left, right):
        left = self.with_markers(left)
        piece = self.source[left:right]
        if self.widths(piece) <= self.measure:
            self.fault(rule, f"parted without need: {piece}")

    def check_width(self):
        for line in self.lines:
            if line["width_pt"] <= self.measure + 0.01:
                continue
            if not re.search(r"[0-9A-Za-z()「」『』《》]", line["text"]):
                self.fault("K-36", f"{line['width_pt']} pt wide: {line['text']}")

    def check_last(self, groups, natural):
        """K-28, K-42 … K-44."""
        last = self.lines[-1]
        if len(self.lines) < 2 or not is_short(last, self.measure):
            return
        if any(self.widths(g) > self.measure * (1 - MARGIN) for g in groups):
            return  # words in need of a cut: no simple cure
        if re.fullmatch(r"등\.?", last["text"]):
            self.fault("K-28", "등 alone")
        if self.curable(groups, natural):
            self.fault("K-42", f"curable within the caps: {last['text']}")
        self.check_loosened(groups)

    def tight(self, text):
        """The width of text at the caps, from its natural one."""
        return self.widths(text) * CAP_WIDTH - CAP_LETTER * self.size * len(text)

    def curable(self, groups, natural):
        """Whether filling lines at the caps, a little pessimistic, saves a line
        and leaves a last line that can stand."""
        room, lines = self.measure * (1 - 2 * MARGIN), [[0.0, 0]]
        space = SPACE * CAP_SPACE * self.size  # what is left of the gap, letter spacing and all
        held = space - (SPACE * CAP_WIDTH - 2 * CAP_LETTER) * self.size
        for group in groups:
            width = self.tight(group) + CAP_LETTER * self.size
            width += group.count(" ") * held
            if lines[-1][0] and lines[-1][0] + space + width > room:
                lines.append([0.0, 0])
            lines[-1][0] += width + (space if lines[-1][0] else 0)
            lines[-1][1] += letters(group)
        width, count = lines[-1]
        if any(w < self.measure / 2 for w, _ in lines[:-1]):
            return False  # it would only move the hole
        return len(lines) < natural and count > SHORT_CHARS and width > self.measure * SHORT_SHARE

    def check_loosened(self, groups):
        """K-44: the last group of the line above would cure it, and leave that
        line nearly full."""
        last, above = self.lines[-1]["text"], self.lines[-2]["text"]
        moved = next((g for g in groups if above.endswith(" " + g)), None)
        if not moved or len(self.lines) < 3:
            return
        left = self.widths(above[:-len(moved) - 1])
        joined = moved + " " + last
        if left >= self.measure * 0.75 and letters(joined) > SHORT_CHARS + 1 and \
                self.measure * (SHORT_SHARE + 0.01) < self.widths(joined) <= self.measure:
            self.fault("K-44", f"{moved} could stand before {last}")


def judge_setting(hanji, sources, groups, measure, size, found):
    """Judges twice over at least: what was asked for and not measured yet is
    measured between, all at once."""
    fitted = hanji.lines(sources, measure, size)
    natural = hanji.lines(sources, measure, size, "--no-fit")
    wanted = {g for gs in groups for g in gs}
    while wanted:
        hanji.measure(sorted(wanted), size)
        wanted, faults = set(), []

        def widths(piece):
            if (piece, size) not in hanji.widths:
                wanted.add(piece)
            return hanji.widths.get((piece, size), 0)
        for source, gs, fit, plain in zip(sources, groups, fitted, natural):
            for lines, is_fit in ((fit, True), (plain, False)):
                judge = Judge(faults, source, lines, measure, size, widths)
                if judge.match():
                    judge.check_breaks(gs)
                    judge.check_width()
                    if is_fit:
                        judge.check_last(gs, len(plain))
    found += faults


def judge_syllables(hanji, sources, measure, size, found):
    for source, lines in zip(sources, hanji.lines(sources, measure, size, "--mode", "syllable")):
        judge = Judge(found, source, lines, measure, size, None)
        if not judge.match():
            continue
        for end, after in judge.ends[:-1]:
            judge.check_edges(end, after)
            judge.check_numbers(end, after)


# Lines that break a rule, in a measure of ten letters.
WRONG = [
    ("K-14", "하나 둘셋넷", ["하나 둘", "셋넷"]),
    ("K-17", "하나 둘, 셋", ["하나 둘", ", 셋"]),
    ("K-18", "하나 (둘) 셋", ["하나 (", "둘) 셋"]),
    ("K-20", "예산 1,234 증가", ["예산 1,2", "34 증가"]),
    ("K-21", "모두 50 명이 참석", ["모두 50", "명이 참석"]),
    ("K-21", "모두 50여 명이 참석", ["모두 50여", "명이 참석"]),
    ("K-22", "오는 2024. 1. 5. 개최", ["오는 2024.", "1. 5. 개최"]),
    ("K-22", "오는 2024. 3월 개최", ["오는 2024.", "3월 개최"]),
    ("K-24", "붙임 1. 계획서", ["붙임 1.", "계획서"]),
    ("K-24", "① 핵심사업", ["①", "핵심사업"]),
    ("K-28", "하나 둘 등", ["하나 둘", "등"]),
    ("K-33", "시인 故 이종수", ["시인 故", "이종수"]),
    ("K-36", "하나둘셋넷다섯여섯일곱", ["하나둘셋넷다섯여섯일곱"]),
    ("K-42", "가나다라마바 사아 자차카 타파하 가나 다라", ["가나다라마바 사아", "자차카 타파하 가나", "다라"]),
    ("K-44", "가나 하나둘셋넷다섯여 일곱여덟 다라", ["가나", "하나둘셋넷다섯여 일곱여덟", "다라"]),
    ("K-168", "하나 둘", ["하나", "들"]),
]


def self_test():
    """Every rule finds what breaks it."""
    missed = []
    for rule, source, texts in WRONG:
        found = []
        lines = [{"text": t, "width_pt": 10.0 * len(t)} for t in texts]
        judge = Judge(found, source, lines, 100, 10, lambda piece: 10.0 * len(piece))
        groups = source.split(" ")
        if judge.match():
            judge.check_breaks(groups)
            judge.check_width()
            judge.check_last(groups, len(lines))
        if rule not in {f[0] for f in found}:
            missed.append(rule)
    print(f"{len(WRONG) - len(missed)} passed, {len(missed)} failed, 0 skipped  {' '.join(missed)}")
    return 1 if missed else 0


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--hanji")
    args.add_argument("--self-test", action="store_true")
    args.add_argument("--count", type=int, default=600)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--text", help="paragraphs of your own, one a line")
    args.add_argument("--show", type=int, default=3)
    options = args.parse_args()
    if options.self_test:
        return self_test()
    hanji, found = Hanji(options.hanji), []
    texts = pathlib.Path(options.text).read_text().splitlines() if options.text else \
        paragraphs(options.seed, options.count)
    texts = [unicodedata.normalize("NFC", re.sub(r"\s", " ", t.strip())) for t in texts if t.strip() and not set(t) & set("|¦")]
    texts = [t.translate(HOUSE) for t in texts]  # K-04, K-05: as lines are set
    sources, groups = hanji.groups(texts)
    for measure, size in SETTINGS:
        judge_setting(hanji, sources, groups, measure, size, found)
        judge_syllables(hanji, sources, measure, size, found)
    return report(found, len(texts), options.show)


def report(found, count, show):
    kinds = collections.Counter(rule for rule, *_ in found)
    for rule in sorted(kinds):
        print(f"{rule}: {kinds[rule]}")
        for _, what, setting, lines in [f for f in found if f[0] == rule][:show]:
            print(f"  {setting}: {what}\n    {lines}")
    print(f"{count} paragraphs, {len(SETTINGS)} settings: {len(found)} faults")
    print(f"{int(not found)} passed, {int(bool(found))} failed, 0 skipped")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
