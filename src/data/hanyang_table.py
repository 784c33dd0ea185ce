#!/usr/bin/env python3
"""Writes hanyang_table.h: the old Hangul of Hanyang's private codes (K-10).

usage: hanyang_table.py > hanyang_table.h

The facts are the KTUG table of the Hanyang codes, which its makers gave to the
public domain. It is asked for code by code through the Python package
hypua2jamo 0.7, which must be installed to run this; nothing of that package is
part of hanji. Run once; the table is committed.

The codes are three lists of letters (initials, vowels, finals) and two ranges
of syllables. The syllables stand in the order of those lists, so that a run of
them shares initial and vowel and a byte each tells the final. The order is
also what the table is proved by: see check().
"""
import sys

from hypua2jamo import translate

INITIALS = range(0xF784, 0xF801)
VOWELS = range(0xF806, 0xF865)
FINALS = range(0xF86A, 0xF8F8)  # the first is "no final"
SYLLABLES = [*range(0xE0BC, 0xF000), *range(0xF100, 0xF66F)]

# The table departs from its own order here: two vowels have changed places,
# and F4C7 stands where U+1112 U+1165 U+11F9 is awaited.
OUT_OF_ORDER = {0xE230, 0xF4C8}
# Finals with two codes each, an older and a newer one.
TWICE = {0x11EC, 0x11F1, 0x11EF, 0xD7F6}

JAMO = {
    "initial": [(0x1100, 0x115F), (0xA960, 0xA97C)],
    "vowel": [(0x1160, 0x11A7), (0xD7B0, 0xD7C6)],
    "final": [(0x11A8, 0x11FF), (0xD7CB, 0xD7FB)],
}


def is_jamo(cp, kind):
    return any(first <= cp <= last for first, last in JAMO[kind])


def letters(codes, kind):
    """The jamo of a list of codes; 0 where a code stands for none."""
    out = []
    for code in codes:
        text = translate(chr(code))
        assert len(text) <= 1 and all(is_jamo(ord(c), kind) for c in text)
        out.append(ord(text) if text else 0)
    return out


def syllable(code):
    parts = [ord(c) for c in translate(chr(code))]
    assert 2 <= len(parts) <= 3, "%04X" % code
    assert is_jamo(parts[0], "initial") and is_jamo(parts[1], "vowel")
    assert len(parts) == 2 or is_jamo(parts[2], "final")
    return parts + [0] * (3 - len(parts))


def check(initials, vowels, finals, syllables):
    assert len(set(initials)) == len(initials)
    assert len(set(vowels)) == len(vowels)
    twice = {cp for cp in finals if finals.count(cp) > 1}
    assert twice == TWICE, twice
    last = (0, 0, -1)
    for code, (initial, vowel, final) in zip(SYLLABLES, syllables):
        places = [i for i, cp in enumerate(finals) if cp == final]
        keys = [(initials.index(initial), vowels.index(vowel), i)
                for i in places]
        after = [key for key in keys if key > last]
        assert bool(after) == (code not in OUT_OF_ORDER), "%04X" % code
        last = min(after or keys)
    for code in [*range(0xE000, 0xE0BC), *range(0xF000, 0xF100)]:
        assert translate(chr(code)) == chr(code)


def array(ctype, name, values, form):
    print("\nstatic const %s %s[] = {" % (ctype, name))
    line = ""
    for item in (form(value) + "," for value in values):
        if len(line) + len(item) > 78:
            print(line)
            line = ""
        line += item
    print(line)
    print("};")


def main():
    initials = letters(INITIALS, "initial")
    vowels = letters(VOWELS, "vowel")
    finals = letters(FINALS, "final")
    syllables = [syllable(code) for code in SYLLABLES]
    check(initials, vowels, finals, syllables)
    runs = []
    for i, (initial, vowel, _) in enumerate(syllables):
        pair = initials.index(initial), vowels.index(vowel)
        if not runs or runs[-1][1:] != pair:
            runs.append((i, *pair))
    print("/* Made by hanyang_table.py from the KTUG table: do not edit. */")
    print("/* clang-format off */")
    array("uint16_t", "hanyang_initials", initials, "0x{:X}".format)
    array("uint16_t", "hanyang_vowels", vowels, "0x{:X}".format)
    array("uint16_t", "hanyang_finals", finals, "0x{:X}".format)
    print("\n/* First syllable, then places in the lists above. */")
    array("struct HanyangRun", "hanyang_runs", runs,
          lambda run: "{%d,%d,%d}" % run)
    print("\n/* For each syllable, the place of its final. */")
    array("unsigned char", "hanyang_syllables",
          [finals.index(final) for _, _, final in syllables], str)


if __name__ == "__main__":
    main()
