#!/usr/bin/env python3
"""Writes hanja_table.h: how the Korean reading of each hanja ends.

usage: hanja_table.py Unihan_Readings.txt[.bz2] > hanja_table.h

The readings are the kHangul field of Unihan (Unicode 15.0; in Debian the
package unicode-data). Two bits a character: 0 a consonant, 1 the consonant ㄹ,
2 a vowel, 3 unknown, either because there is no reading or because readings
disagree.
"""
import bz2
import sys

RANGES = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA0B)]
CONSONANT, RIEUL, VOWEL, UNKNOWN = range(4)


def ending(syllable):
    final = (ord(syllable[-1]) - 0xAC00) % 28
    return VOWEL if final == 0 else RIEUL if final == 8 else CONSONANT


def read(path):
    opener = bz2.open if path.endswith(".bz2") else open
    classes = {}
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 3 or fields[1] != "kHangul":
                continue
            ends = {ending(r.split(":")[0]) for r in fields[2].split()}
            classes[int(fields[0][2:], 16)] = (
                ends.pop() if len(ends) == 1 else UNKNOWN)
    return classes


def packed(classes, first, last):
    out = bytearray((last - first) // 4 + 1)
    for i in range(len(out) * 4):
        value = classes.get(first + i, UNKNOWN)
        out[i // 4] |= value << (i % 4 * 2)
    return out


def main():
    classes = read(sys.argv[1])
    print("/* Made by hanja_table.py from Unihan 15.0 (kHangul): do not edit. */")
    print("/* clang-format off */")
    for first, last in RANGES:
        data = packed(classes, first, last)
        print(f"\nstatic const unsigned char hanja_{first:04x}[] = {{")
        for i in range(0, len(data), 12):
            print("    " + ", ".join(f"0x{b:02x}" for b in data[i:i + 12]) + ",")
        print("};")


main()
