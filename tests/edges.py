#!/usr/bin/env python3
"""Holds the sources against the edges of src/CMakeLists.txt and the doors.

    edges.py [ROOT]      checks ROOT/src; one line a fault, status 1 if any
    edges.py --self-test makes a wrong tree and expects every fault to be found

An edge says which folder may include which. A door says that a library, or a
kind of call, is used in named files alone, so that it can be replaced or
watched in one place. Generators below src/*/gen and *.py are no sources.
"""

import re
import sys
import tempfile
from pathlib import Path

# Header of a library -> the files that may include it.
LIBRARY_DOORS = [
    (r"yaml\.h", r"layout/(node|yaml_\w+)\.[ch]"),
    (r"csv\.h", r"data/csv\w*\.[ch]"),
    (r"pango/.*", r"text/.*"),
    (r"fontconfig/.*", r"(?!)"),  # nobody: the machine's fonts are not asked
    (r"hpdf.*\.h", r"pdf/.*"),
    (r"cairo.*\.h", r"chart/.*|paint/(cairo|png|svg)\.[ch]"),
    (r"hb.*\.h", r"(font|text|dlist|pdf)/.*|paint/cairo\.[ch]"),
    (r"libdeflate\.h", r"(pdf|paint)/.*"),
]

# What is called -> its name in a message, the files that may call it.
CALL_DOORS = [
    (r"fopen|fdopen|freopen|open|openat|creat|mk\w*stemps?|tmpfile"
     r"|g_f?open|g_file_[sg]et_contents\w*|g_mapped_file_new"
     r"|FT_New_Face|HPDF_SaveToFile"
     r"|HPDF_Load\w*FromFile\w*|cairo_surface_write_to_png"
     r"|cairo_(svg|pdf|ps)_surface_create|cairo_image_surface_create_from_png",
     "opens a file", r"base/(file|path)\w*\.c"),
    # Fonts are mapped, not read: a face of 20 MB costs what is looked at.
    (r"hb_blob_create_from_file\w*", "maps a font", r"font/.*"),
    (r"v?printf|v?fprintf|v?dprintf|f?puts|f?putc|putchar|fwrite|perror"
     r"|g_print\w*|g_message|g_warning|g_critical|g_log",
     "prints", r"base/(diag|arena)\w*\.c|cli/.*"),
    (r"setlocale|getenv|secure_getenv|setenv|localtime(_r)?|time|gettimeofday"
     r"|clock_gettime|rand|random|g_random_\w+|g_get_\w*time",
     "depends on the surroundings", r"base/file\w*\.c|cli/.*"),
    (r"system|popen|exec[lv]\w*|g_spawn_\w+|dlopen|socket|connect",
     "leaves the program", r""),
    (r"gets|vsprintf|strtok|atoi|atol|atof|alloca|longjmp",
     "is not used here", r""),
]

EDGE = re.compile(r"^hanji_folder\(\s*(\w+)([^)]*)\)", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.M)
# Comments and literals, in the order in which they shadow each other.
SHADOWS = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def read_edges(cmake):
    """Folder -> folders that it may include."""
    edges = {}
    cmake = re.sub(r"#.*", "", cmake)
    for name, rest in EDGE.findall(cmake):
        allowed = re.search(r"MAY_INCLUDE\s+(.*?)(?:LIBS|$)", rest, re.S)
        edges[name] = allowed.group(1).split() if allowed else []
    return edges


def check_order(edges):
    """A folder may include only those declared before it: no circles."""
    seen = set()
    for folder, allowed in edges.items():
        for other in allowed:
            if other not in seen:
                yield f"src/CMakeLists.txt: {folder} names {other}, which " \
                      "is not declared before it"
        seen.add(folder)


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def without_shadows(text):
    """Blanks comments and literals, keeping every line where it is."""
    return SHADOWS.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def without_comments(text):
    def blank(m):
        keep = m.group()[0] in "\"'"
        return m.group() if keep else re.sub(r"[^\n]", " ", m.group())
    return SHADOWS.sub(blank, text)


def folder_of(name):
    """`main.c` stands above the folders; it is the front door of cli."""
    return name.split("/")[0] if "/" in name else "cli"


def check_own_include(name, path, edges):
    """Includes of our own headers: what is wrong, or None."""
    folder = folder_of(name)
    if "/" not in path:
        return "write includes from src/"
    other, base = path.split("/", 1)
    if other not in edges:
        return f"no folder {other} in src/CMakeLists.txt"
    if other != folder and other not in edges.get(folder, []):
        return f"{folder} may not include {other}"
    if other != folder and base.endswith("_int.h"):
        return f"{path} is for {other} alone"
    return None


def check_library_include(name, path):
    for header, door in LIBRARY_DOORS:
        if re.fullmatch(header, path) and not re.fullmatch(door, name):
            return f"<{path}> has its door elsewhere"
    return None


def check_includes(name, text, edges):
    for m in INCLUDE.finditer(without_comments(text)):
        quote, path = m.groups()
        fault = check_own_include(name, path, edges) if quote == '"' \
            else check_library_include(name, path)
        if fault:
            yield f"src/{name}:{line_of(text, m.start(2))}: {fault}"


def check_calls(name, text):
    bare = without_shadows(text)
    for calls, what, door in CALL_DOORS:
        if re.fullmatch(door, name):
            continue
        # Not a member, not a part of a longer name, not a declaration of ours.
        for m in re.finditer(rf"(?<![\w.>])({calls})\s*\(", bare):
            yield f"src/{name}:{line_of(bare, m.start())}: " \
                  f"{m.group(1)} {what}"


def check_guard(name, text):
    # A generated table is a part of the one file that includes it.
    if not name.endswith(".h") or re.match(r"/\* (Made|Generated) by", text):
        return
    guard = re.sub(r"\W", "_", name).upper()
    if f"#ifndef {guard}\n#define {guard}\n" not in text:
        yield f"src/{name}:1: the guard is {guard}"


def check_folder_is_declared(name, edges):
    if folder_of(name) not in edges:
        yield f"src/{name}:1: no folder {folder_of(name)} in " \
              "src/CMakeLists.txt"


def check(root):
    src = Path(root) / "src"
    edges = read_edges((src / "CMakeLists.txt").read_text())
    if not edges:
        return ["src/CMakeLists.txt: no hanji_folder(…) found"]
    faults = list(check_order(edges))
    for path in sorted([*src.glob("*.[ch]"), *src.glob("*/*.[ch]")]):
        name = path.relative_to(src).as_posix()
        text = path.read_text()
        faults += check_folder_is_declared(name, edges)
        faults += check_includes(name, text, edges)
        faults += check_calls(name, text)
        faults += check_guard(name, text)
    return faults


# ---- the test of the test ----

WRONG_TREE = {
    "CMakeLists.txt":
        "# hanji_folder(comment MAY_INCLUDE base)\n"
        "function(hanji_folder name)\nendfunction()\n"
        "hanji_folder(base LIBS glib)\n"
        "hanji_folder(data MAY_INCLUDE base LIBS csv)\n"
        "hanji_folder(page MAY_INCLUDE base\n  data text)\n"
        "hanji_folder(text MAY_INCLUDE base)\n",
    "base/good.h": "#ifndef BASE_GOOD_H\n#define BASE_GOOD_H\n#endif\n",
    "base/file_read.c": 'int f(void) { return open("x", 0); }\n',
    "base/diag.c": 'void f(void) { printf("x"); }\n',
    "base/up.c": '#include "data/table.h"\n',
    "data/table_int.h": "#ifndef WRONG\n#define WRONG\n#endif\n",
    "data/made_table.h": "/* Made by x.py */\n0, 1, 2,\n",
    "data/doors.c": '#include <yaml.h>\n#include <csv.h>\n'
                    '#include "good.h"\n#include "base/good.h"\n',
    "data/calls.c": '// fopen("x")\n/* printf(\n"x") */\n'
                    'char *s = "open(";\nint n = f->open (1), m = reopen(2);\n'
                    'FILE *x = fopen\n    ("a", "r");\nputs("x");\n'
                    'int t = time(NULL);\nint e = atoi("1");\n'
                    'int p = system("ls");\n',
    "page/inner.c": '#include "data/table_int.h"\n#include "nowhere/x.h"\n',
    "text/pango.c": '#include <pango/pango.h>\n#include <cairo.h>\n',
    "stray/x.c": "\n",
    "main.c": '#include "base/good.h"\n',
}

EXPECTED = """\
src/CMakeLists.txt: page names text, which is not declared before it
src/base/up.c:1: base may not include data
src/data/calls.c:10: atoi is not used here
src/data/calls.c:11: system leaves the program
src/data/calls.c:6: fopen opens a file
src/data/calls.c:8: puts prints
src/data/calls.c:9: time depends on the surroundings
src/data/doors.c:1: <yaml.h> has its door elsewhere
src/data/doors.c:2: <csv.h> has its door elsewhere
src/data/doors.c:3: write includes from src/
src/data/table_int.h:1: the guard is DATA_TABLE_INT_H
src/main.c:1: cli may not include base
src/main.c:1: no folder cli in src/CMakeLists.txt
src/page/inner.c:1: data/table_int.h is for data alone
src/page/inner.c:2: no folder nowhere in src/CMakeLists.txt
src/stray/x.c:1: no folder stray in src/CMakeLists.txt
src/text/pango.c:2: <cairo.h> has its door elsewhere
"""


def self_test():
    with tempfile.TemporaryDirectory() as root:
        for name, text in WRONG_TREE.items():
            path = Path(root) / "src" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        found = sorted(check(root))
    if found == EXPECTED.splitlines():
        return []
    missing = [f"not found: {x}" for x in EXPECTED.splitlines()
               if x not in found]
    return missing + [f"found, but fine: {x}" for x in found
                      if x not in EXPECTED.splitlines()]


def main(args):
    here = Path(__file__).resolve().parent.parent
    faults = self_test() if args == ["--self-test"] \
        else check(args[0] if args else here)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
