#!/usr/bin/env python3
"""Pages of the sample book against pictures that a person has looked at.

    pictures.py --hanji BINARY [--keep DIR]    compares
    pictures.py --hanji BINARY --update        writes the references anew

The fonts are pinned by hash, hinting is off, so pictures should be equal to
the byte. Another release of Cairo or FreeType may differ by a level of grey:
a page passes with at most one level a channel in any pixel, and more in at
most one pixel of ten thousand. Of a page that fails, what came out and the
difference stay in DIR.
"""

import argparse
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
LAYOUT = HERE.parents[1] / "layouts/briefing.yaml"
DPI = 60
# Cover, contents, facts and budget, achievements, their timeline, the first task
# and one whose box has two columns.
PAGES = {1: "cover", 2: "contents", 3: "general", 4: "achievements",
         6: "timeline", 7: "tasks", 10: "tasks-later"}
LEVELS = 1
STRAYS = 1e-4


def unfilter(kind, row, above, step):
    """Undoes the filter of one PNG row in place."""
    for x in range(len(row)):
        left = row[x - step] if x >= step else 0
        up = above[x]
        corner = above[x - step] if x >= step else 0
        if kind == 1:
            row[x] = (row[x] + left) & 255
        elif kind == 2:
            row[x] = (row[x] + up) & 255
        elif kind == 3:
            row[x] = (row[x] + (left + up) // 2) & 255
        elif kind == 4:
            guess = left + up - corner
            near = min((left, up, corner),
                       key=lambda c: abs(guess - c))
            row[x] = (row[x] + near) & 255


def read_png(data):
    """(width, height, RGB bytes) of an 8-bit RGB picture."""
    at, packed = 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
            assert (depth, colour) == (8, 2), "not an 8-bit RGB picture"
        elif kind == b"IDAT":
            packed += body
        at += 12 + size
    raw, stride = zlib.decompress(packed), width * 3
    above, pixels = bytearray(stride), bytearray()
    for y in range(height):
        start = y * (stride + 1)
        row = bytearray(raw[start + 1:start + 1 + stride])
        unfilter(raw[start], row, above, 3)
        pixels += row
        above = row
    return width, height, bytes(pixels)


def write_png(width, height, pixels):
    def chunk(kind, body):
        return (struct.pack(">I", len(body)) + kind + body +
                struct.pack(">I", zlib.crc32(kind + body)))
    rows = b"".join(b"\0" + pixels[y * width * 3:(y + 1) * width * 3]
                    for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" +
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0,
                                       0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def compare(expected, came):
    """(what is wrong or "", the difference as a picture or None)."""
    if expected == came:
        return "", None
    (w, h, a), (w2, h2, b) = read_png(expected), read_png(came)
    if (w, h) != (w2, h2):
        return f"{w2}x{h2} pixels instead of {w}x{h}", None
    off = [abs(x - y) for x, y in zip(a, b)]
    strays = sum(max(off[i:i + 3]) > LEVELS for i in range(0, len(off), 3))
    if strays <= STRAYS * w * h:
        return "", None
    picture = bytes(255 - min(255, d * 8) for d in off)
    return (f"{strays} of {w * h} pixels differ, by up to {max(off)}",
            write_png(w, h, picture))


def paint(hanji, page):
    with tempfile.TemporaryDirectory() as tmp:
        out = Path(tmp) / "page.png"
        subprocess.run([hanji, "build", LAYOUT, "--format", "png", "--dpi",
                        str(DPI), "--pages", str(page), "-o", out],
                       check=True, timeout=120)
        return out.read_bytes()


def judge(name, expected, came, keep):
    """True when the page passes; tells what is wrong when not."""
    wrong, difference = compare(expected, came)
    if not wrong:
        return True
    print(f"FAILED {name}: {wrong}")
    if keep:
        (keep / f"{name}.came.png").write_bytes(came)
        if difference:
            (keep / f"{name}.diff.png").write_bytes(difference)
        print(f"  see {keep}/{name}.came.png")
    return False


def self_test():
    white = bytes([255]) * (100 * 100 * 3)
    plain = write_png(100, 100, white)
    assert read_png(plain) == (100, 100, white)

    def spoiled(pixels, by):
        spoilt = bytearray(white)
        spoilt[:pixels * 3] = bytes([255 - by]) * (pixels * 3)
        return write_png(100, 100, bytes(spoilt))

    assert compare(plain, plain) == ("", None)
    assert compare(plain, spoiled(5000, 1))[0] == ""    # a level everywhere
    assert compare(plain, spoiled(1, 200))[0] == ""     # one stray pixel
    wrong, difference = compare(plain, spoiled(2, 2))
    assert "2 of 10000" in wrong
    assert read_png(difference)[2][:3] == bytes([239]) * 3
    assert "instead of" in compare(plain, write_png(50, 200, white))[0]
    for kind in range(5):  # each filter, undone
        row, above = bytearray([10, 20, 30, 40, 50, 60]), bytearray([7] * 6)
        unfilter(kind, row, above, 3)
        assert row[5] == {0: 60, 1: 90, 2: 67, 3: 80, 4: 97}[kind], (kind, row)
    print("1 passed, 0 failed, 0 skipped")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hanji")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    passed = 0
    for page, name in PAGES.items():
        reference = HERE / f"{page:02}-{name}.ref.png"
        came = paint(options.hanji, page)
        if options.update:
            reference.write_bytes(came)
        expected = reference.read_bytes()
        passed += judge(reference.name.removesuffix(".ref.png"), expected,
                        came, options.keep)
    failed = len(PAGES) - passed
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
