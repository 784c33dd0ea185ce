#!/usr/bin/env python3
"""No mutable statics: what the compiler put into writable memory, by name.

    statics.py ARCHIVE…   one line a variable, status 1 if there is any

Reads the symbol tables of the built libraries, so that nothing hides behind a
macro. Constant tables of pointers are writable only to the loader
(.data.rel.ro) and are fine. For a build without sanitizers: those add their
own.
"""

import re
import subprocess
import sys

# Section and name of a variable in `objdump -t`; a line with `d` is the
# section itself.
OBJECT = re.compile(
    r"^[0-9a-f]+ [lg!u ]......? (\.t?(?:data|bss)(?!\.rel\.ro)\S*|\*COM\*)\s+"
    r"[0-9a-f]+ (?:\.hidden )?(\S+)$")
MEMBER = re.compile(r"^(\S+\.o):\s+file format")


def find_statics(listing):
    member = "?"
    for line in listing.splitlines():
        if m := MEMBER.match(line):
            member = m.group(1)
        elif (m := OBJECT.match(line)) and m.group(2) != m.group(1):
            yield f"{member}: {m.group(2)} in {m.group(1)}"


def self_test():
    """A library with one of each kind, built here."""
    import pathlib
    import tempfile
    source = ("static int hidden; int counter = 1; static const int fine = 2;\n"
              "const char *const names[] = {\"a\", \"b\"};\n"
              "static _Thread_local int each;\n"
              "int next(void) { static int kept; each++;\n"
              "    return hidden++ + kept++ + fine + counter; }\n")
    with tempfile.TemporaryDirectory() as folder:
        c = pathlib.Path(folder) / "x.c"
        c.write_text(source)
        o = c.with_suffix(".o")
        subprocess.run(["cc", "-O0", "-fPIC", "-c", c, "-o", o], check=True)
        listing = subprocess.run(["objdump", "-t", o], check=True,
                                 capture_output=True, text=True).stdout
    found = sorted(re.split(r"[ .]", x.split(": ")[1])[0]
                   for x in find_statics(listing))
    if found != ["counter", "each", "hidden", "kept"]:
        return [f"found {found}"]
    return []


def main(args):
    if args == ["--self-test"]:
        faults = self_test()
    else:
        listing = subprocess.run(["objdump", "-t", *args], check=True,
                                 capture_output=True, text=True).stdout
        faults = list(find_statics(listing))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
