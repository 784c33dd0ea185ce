"""Makes a smaller or larger book from the sample, for the benchmark.

The task sheets are repeated as often as needed (or cut short); each copy gets
fields of its own name, so that numbering, contents and outline grow with the
book. The rest of the sample stays as it is.
"""
import csv
import io
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def read_tasks(source):
    """The head and, for each task sheet, its rows."""
    rows = list(csv.reader(io.StringIO(source.read_bytes().decode("cp949"))))
    sheets = []
    for row in rows[1:]:
        if row[2]:
            sheets.append([])
        sheets[-1].append(row)
    return rows[0], sheets


def grow_tasks(source, sheets_wanted):
    head, sheets = read_tasks(source)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for i in range(sheets_wanted):
        copy, sheet = divmod(i, len(sheets))
        for row in sheets[sheet]:
            new = list(row)
            if new[0] and copy:
                new[0] = f"{new[0]} {copy + 1}"
            writer.writerow(new)
    return out.getvalue().encode("utf-8-sig")


def grow_book(target, sheets):
    """Writes a project with so many task sheets below `target`."""
    target = pathlib.Path(target)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "layouts", target / "layouts")
    shutil.copytree(ROOT / "data", target / "data")
    tasks = target / "data" / "tasks.csv"
    tasks.write_bytes(grow_tasks(ROOT / "data" / "tasks.csv", sheets))
    return target / "layouts" / "briefing.yaml"


if __name__ == "__main__":
    print(grow_book(sys.argv[1], int(sys.argv[2])))
