#!/usr/bin/env python3
"""Charts of generated data: no text touches anything, no name is lost.

    overlaps.py --hanji BINARY [--seed N] [--sets N] [--keep DIR]
    overlaps.py --self-test

Each kind of chart is drawn from many sets of figures: large beside tiny, zeros,
unknown ones, negative ones, one row and many, names of one syllable and of a
whole phrase. The judging (judge.py) looks at nothing but what `hanji inspect`
prints. A set that hanji refuses with a message is no overlap, but few may be.

To take in a new kind, add a row to KINDS.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import judge

HERE = Path(__file__).resolve().parent
LAYOUTS = HERE.parents[1] / "layouts"
THEMES = LAYOUTS / "themes"
BOOKS = ["briefing.yaml", "examples/charts.yaml"]  # judged as they are
PER_BOOK = 50         # charts in one run of hanji
MOST_REFUSED = 0.06   # of the sets

NAMES = ["시", "구", "동구", "유성구", "2023년", "1월", "도시철도 2호선 트램",
         "대전·세종·충북 광역철도 건설", "국가균형발전특별회계 보조사업", "기금",
         "(가칭)글로컬 대학", "AI·SW 인재양성", "65세 이상", "R&D", "제2매립장"]
PERIODS = ["2019년", "2020년", "2021년", "2022년", "2023년", "2024년", "1월", "2월",
           "1/4분기", "2/4분기", "민선 8기", "2024년 상반기", "2025년(계획)"]
SERIES = ["일반회계", "특별회계", "기금", "국비", "민간투자", "2024년", "기타"]
EVENTS = ["개소", "신규 지정", "바이오벤처 오픈랩 개소", "복합문화체육센터 3곳 동시 착공",
          "도시철도 2호선 트램 총사업비 협의 완료(1조 4천억 원 규모)",
          "나노·반도체 국가산업단지 선정(530만m², 약 160만 평)", "투자협약 체결"]

# How large the figures of a set are.
SIZES = [9, 99, 999, 9999, 90000, 10**7, 10**12, 10**14]
SMALL = SIZES[:-2]  # where many figures stand side by side


class Kind:
    """A kind of chart and the figures that it draws."""

    def __init__(self, name, rows, series, negative=False, unknown=True,
                 named=True, pool=NAMES, layout=None, table=None, types=None,
                 typed=False, sizes=SIZES):
        self.name, self.rows, self.series = name, rows, series
        self.pool = pool            # of its categories
        self.negative, self.unknown = negative, unknown
        self.sizes = sizes          # of its figures
        self.named = named          # every category is printed
        self.layout = layout or chart_layout
        self.table = table or chart_table
        self.types = types or {}    # of columns that are no text, no money
        self.typed = typed          # in the layout itself, without a table


def names(rng, pool, n):
    """So many of the pool, made different by a number when they run out."""
    picked = rng.sample(pool, min(n, len(pool)))
    return picked + [f"{rng.choice(pool)} {i}" for i in range(len(picked), n)]


def figure(rng, kind, size):
    if kind.unknown and rng.random() < 0.03:
        return "…"
    if rng.random() < 0.06:
        return "0"
    most = size if rng.random() < 0.7 else max(size // 1000, 9)
    value = rng.randint(1, most)
    sign = "△" if kind.negative and rng.random() < 0.25 else ""
    return f"{sign}{value:,}"


def chart_table(rng, kind):
    """(heads, rows) of a set; the first column holds the categories."""
    series = names(rng, SERIES, rng.randint(*kind.series))
    size = rng.choice(kind.sizes)
    rows = [[name] + [figure(rng, kind, size) for _ in series]
            for name in names(rng, kind.pool, rng.randint(*kind.rows))]
    rows[0][1] = f"{rng.randint(1, size):,}"  # something is known
    return ["구분", *series], rows


def chart_layout(kind, table, heads, rows):
    values = ", ".join(f'"{h}"' for h in heads[1:])
    return (f"  - chart: {{kind: {kind.name}, rows: {table}, category: 구분, "
            f"values: [{values}], caption: {table}}}")


def event_table(rng, kind):
    days = sorted((rng.randint(1, 12), rng.randint(1, 28))
                  for _ in range(rng.randint(*kind.rows)))
    return ["일자", "일"], [[f"2023-{m:02}-{d:02}", rng.choice(EVENTS)]
                        for m, d in days]


def event_layout(kind, table, heads, rows):
    axis = "horizontal" if kind.name == "axis" else "vertical"
    return (f"  - timeline: {{rows: {table}, date: 일자, text: \"{{일}}\", "
            f"axis: {axis}, caption: {table}}}")


def tile_table(rng, kind):
    """Key figures, long and short, with units."""
    size = rng.choice(SIZES)
    return ["구분", "값", "단위"], [
        [name, f"{rng.randint(1, size):,}", rng.choice(["억 원", "%", "km²"])]
        for name in names(rng, NAMES, rng.randint(*kind.rows))]


def tile_layout(kind, table, heads, rows):
    tiles = ", ".join(
        f'{{label: "{label}", figure: "{number}", unit: "{unit}"}}'
        for label, number, unit in rows)
    return f"  - tiles: [{tiles}]"


def progress_table(rng, kind):
    """What is done and what was planned, in %: none, much, and more than all."""
    heads = ["구분", "집행률", "목표"]
    rows = [[name, f"{rng.choice([0, 100, 130, rng.randint(1, 999) / 10])}%",
             f"{rng.randint(1, 100)}%"]
            for name in names(rng, NAMES, rng.randint(*kind.rows))]
    return heads, rows


def progress_layout(kind, table, heads, rows):
    return (f"  - chart: {{kind: progress, rows: {table}, category: 구분, "
            f"values: {{name: 집행률, value: 집행률, as: percent}}, "
            f"target: 목표, caption: {table}}}")


def plan_table(rng, kind):
    """Tasks of days, of vague times and without an end, some in one lane."""
    tasks = names(rng, NAMES, rng.randint(1, 6))
    rows = []
    for _ in range(rng.randint(*kind.rows)):
        start, end = sorted(rng.sample(range(24), 2))
        begin = rng.choice([f"{2023 + start // 12}-{start % 12 + 1:02}-01",
                            f"{2023 + start // 12}년 {rng.choice('상하')}반기"])
        last = f"{2023 + end // 12}-{end % 12 + 1:02}-28"
        plain = rng.random() < 0.7 and "반기" not in begin
        rows.append([rng.choice(tasks), rng.choice(EVENTS), begin,
                     last if plain else ""])
    return ["사업", "일", "시작", "끝"], sorted(rows, key=lambda r: r[0])


def plan_layout(kind, table, heads, rows):
    return (f"  - schedule: {{rows: {table}, name: 사업, text: \"{{일}}\", "
            f"start: 시작, end: 끝, base_date: 2023-12-31, "
            f"from: 2023-01-01, to: 2024-12-31, caption: {table}}}")


def place_table(rng, kind):
    """Figures in a grid with holes, one of them often far beyond the others."""
    size = rng.choice(kind.sizes)
    places = rng.sample([(r, c) for r in range(1, 6) for c in range(1, 6)],
                        rng.randint(*kind.rows))
    shorts = [n for n in NAMES if len(n) < 9]
    rows = [[name, figure(rng, kind, size), str(r), str(c)]
            for name, (r, c) in zip(names(rng, shorts, len(places)), places)]
    rows[0][1] = f"{rng.randint(1, size):,}"
    return ["곳", "값", "행", "열"], rows


def place_layout(kind, table, heads, rows):
    return (f"  - map: {{rows: {table}, name: 곳, value: 값, row: 행, "
            f"column: 열, caption: {table}}}")


def step_table(rng, kind):
    return ["단계", "내용", "주관", "상대"], [
        [rng.choice(EVENTS), rng.choice(EVENTS), rng.choice(NAMES),
         rng.choice(["", rng.choice(NAMES)])]
        for _ in range(rng.randint(*kind.rows))]


def step_layout(kind, table, heads, rows):
    steps = ", ".join(
        f'{{title: "{title}", text: "{text}", by: "{by}"'
        + (f', with: "{other}"}}' if other else "}")
        for title, text, by, other in rows)
    return f"  - flow: {{caption: {table}, steps: [{steps}]}}"


KINDS = [
    Kind("composition", rows=(1, 6), series=(1, 5)),
    Kind("share", rows=(1, 6), series=(1, 5)),
    Kind("bars", rows=(1, 9), series=(1, 4), negative=True),
    Kind("columns", rows=(1, 12), series=(1, 4), negative=True),
    Kind("lines", rows=(1, 12), series=(1, 4), negative=True, pool=PERIODS),
    Kind("stacked", rows=(1, 7), series=(1, 5)),
    Kind("area", rows=(2, 9), series=(1, 5), pool=PERIODS),
    Kind("donut", rows=(1, 5), series=(1, 1), unknown=False),
    Kind("waterfall", rows=(2, 7), series=(1, 1), negative=True,
         unknown=False, pool=PERIODS),
    Kind("slope", rows=(1, 6), series=(2, 2)),
    Kind("dots", rows=(1, 12), series=(2, 2), negative=True),
    Kind("pyramid", rows=(1, 12), series=(2, 2)),
    Kind("multiples", rows=(2, 5), series=(2, 7), negative=True,
         pool=PERIODS[:8], sizes=SMALL),
    Kind("sparklines", rows=(1, 9), series=(2, 6), negative=True,
         sizes=SMALL),
    Kind("progress", rows=(1, 12), series=(1, 1), layout=progress_layout,
         table=progress_table, types={"집행률": "ratio", "목표": "ratio"}),
    Kind("map", rows=(1, 17), series=(1, 1), layout=place_layout,
         table=place_table, types={"행": "code", "열": "code"},
         sizes=SMALL),
    Kind("schedule", rows=(1, 14), series=(1, 1), layout=plan_layout,
         table=plan_table, named=False,
         types={"일": "text", "시작": "date", "끝": "date"}),
    Kind("flow", rows=(2, 7), series=(1, 1), layout=step_layout,
         table=step_table, named=False, typed=True),
    Kind("timeline", rows=(1, 40), series=(1, 1), layout=event_layout,
         table=event_table, named=False,
         types={"일자": "date", "일": "text"}),
    Kind("axis", rows=(1, 40), series=(1, 1), layout=event_layout,
         table=event_table, named=False,
         types={"일자": "date", "일": "text"}),
    Kind("tiles", rows=(1, 7), series=(1, 1), layout=tile_layout,
         table=tile_table, named=False, typed=True),
]


class Set:
    """One chart of a book."""

    def __init__(self, rng, kind, number):
        self.kind, self.table = kind, f"t{number}"
        self.heads, self.rows = kind.table(rng, kind)
        self.line = 0  # in the layout

    def csv(self):
        def cell(text):
            return f'"{text}"' if "," in text else text
        return "".join(",".join(map(cell, row)) + "\n"
                       for row in [self.heads, *self.rows])

    def columns(self):
        types = {self.heads[0]: "text", **self.kind.types}
        return "{" + ", ".join(f'"{h}": {types.get(h, "money")}'
                               for h in self.heads) + "}"

    def wanted(self):
        """The names that its figure must show."""
        return [judge.squeezed(row[0]) for row in self.rows] \
            if self.kind.named else []


def write_book(folder, sets):
    lines = ["hanji: 1", "document: {title: 그림}", "theme: council.yaml"]
    if any(not s.kind.typed for s in sets):
        lines.append("data:")
    for s in sets:
        if s.kind.typed:
            continue
        (folder / f"{s.table}.csv").write_text(s.csv())
        lines.append(f"  {s.table}: {{csv: {s.table}.csv, "
                     f"columns: {s.columns()}}}")
    lines.append("body:")
    for s in sets:
        lines.append(s.kind.layout(s.kind, s.table, s.heads, s.rows))
        s.line = len(lines)
    (folder / "book.yaml").write_text("\n".join(lines) + "\n")


def inspect(hanji, folder):
    return subprocess.run([hanji, "inspect", "book.yaml", "--lang", "en"],
                          cwd=folder, capture_output=True, text=True,
                          timeout=300)


def refusals(sets, messages):
    """{set: message} of what hanji would not draw."""
    by_line = {s.line: s for s in sets}
    by_table = {f"{s.table}.csv": s for s in sets}
    found = {}
    for file, line, text in re.findall(
            r"^([^:\n]+):(\d+):\d+: error: (.*)$", messages, re.M):
        s = by_table.get(file) or by_line.get(int(line))
        if s:
            found[s] = text
    return found


def draw(hanji, folder, sets):
    """(the pages of a book, what was refused of it)."""
    refused = {}
    while True:
        kept = [s for s in sets if s not in refused]
        write_book(folder, kept)
        run = inspect(hanji, folder)
        if run.returncode == 0:
            return json.loads(run.stdout), kept, refused
        more = refusals(kept, run.stderr)
        if not more:
            sys.exit(f"hanji inspect: exit {run.returncode}\n{run.stderr}")
        refused.update(more)


def lost_names(book, sets):
    """Names that no figure shows, figure by figure in order."""
    texts = judge.figure_texts(book["pages"])
    figures = [texts[tag] for tag in sorted(texts)]
    drawn = [s for s in sets if s.kind.named]
    if not any(not s.kind.named for s in sets):
        assert len(figures) == len(drawn), "a chart is missing"
    found = []
    for s, text in zip(drawn, figures):
        found += [f"{s.kind.name} {s.table}: {name!r} is lost"
                  for name in s.wanted() if name not in text]
    return found


def judge_book(hanji, folder, sets):
    book, kept, refused = draw(hanji, folder, sets)
    found = [f for page in book["pages"] for f in judge.faults(page)]
    return found + lost_names(book, kept), refused


def judge_kind(hanji, rng, kind, count, keep):
    """Prints what was found; (how many passed, how many failed, refused)."""
    found, refused = [], {}
    sets = [Set(rng, kind, i) for i in range(count)]
    for at in range(0, count, PER_BOOK):
        folder = Path(tempfile.mkdtemp(prefix="hanji-overlaps-"))
        shutil.copytree(THEMES, folder, dirs_exist_ok=True)
        some, none = judge_book(hanji, folder, sets[at:at + PER_BOOK])
        found += some
        refused.update(none)
        if keep and some:
            shutil.copytree(folder, keep / f"{kind.name}-{at}",
                            dirs_exist_ok=True)
        shutil.rmtree(folder)
    for text in found[:20]:
        print(f"FAILED {kind.name}: {text}")
    for s, text in list(refused.items())[:5]:
        print(f"  refused {kind.name} {s.table}: {text}")
    return len(found), len(refused)


def judge_example(hanji, layout):
    """A book of layouts/, page by page: how many faults."""
    run = subprocess.run([hanji, "inspect", LAYOUTS / layout],
                         capture_output=True, text=True, timeout=300)
    if run.returncode:
        sys.exit(f"hanji inspect {layout}: exit {run.returncode}\n{run.stderr}")
    found = [f for page in json.loads(run.stdout)["pages"]
             for f in judge.faults(page)]
    for text in found:
        print(f"FAILED {layout}: {text}")
    return len(found)


def run_all(options):
    refused = 0
    failed = sum(judge_example(options.hanji, book) for book in BOOKS)
    count = len(BOOKS)
    for kind in KINDS:
        if options.kind and kind.name != options.kind:
            continue
        rng = random.Random(f"{options.seed} {kind.name}")
        wrong, none = judge_kind(options.hanji, rng, kind, options.sets,
                                 options.keep)
        failed, refused = failed + wrong, refused + none
        count += options.sets
        print(f"{kind.name}: {options.sets} sets, {none} refused, "
              f"{wrong} faults")
    if refused > MOST_REFUSED * count:
        print(f"FAILED: {refused} of {count} sets refused")
        failed += 1
    print(f"{count - min(failed, count)} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


# ---- self-test ----

def page_of(runs, paths):
    return {"page": 1, "width": 200, "height": 100, "paths": paths,
            "runs": [{"text": t, "x": x, "y": y, "width": w, "size": 10,
                      "colour": c} for t, x, y, w, c in runs]}


def self_test():
    black, white = "#000000", "#FFFFFF"
    text = ("글", 20, 20, 20, black)
    line = {"path": "M 0,18 L 100,18", "stroke": black, "line": 0.5,
            "under": 0}
    plate = {"path": "M 15,8 L 45,8 L 45,24 L 15,24 Z", "fill": white,
             "under": 0}
    bar = {"path": "M 0,0 L 100,0 L 100,50 L 0,50 Z", "fill": "#0E3350",
           "stroke": black, "line": 1, "under": 0}
    half = {"path": "M 0,0 L 30,0 L 30,50 L 0,50 Z", "fill": "#DEE6EB",
            "under": 0}
    ring = {"path": "M 30,-10 C 60,-10 60,45 30,45 C 0,45 0,-10 30,-10 Z",
            "fill": "#DEE6EB", "under": 0}
    hatched = dict(bar, fill=white, hatch="diagonal")
    for paths, wrong in [
            ([], ""), ([line], "crossed"), ([line, plate], ""),
            ([plate, line], "crossed"), ([bar], "#0E3350"),
            ([bar, plate], ""), ([half], "crossed"), ([hatched], "hatch"),
            ([hatched, plate], ""), ([ring], ""),
            ([dict(line, under=1)], "over it"),
            ([dict(plate, under=1)], "over it")]:
        found = judge.faults(page_of([text], paths))
        assert bool(found) == bool(wrong) and wrong in "".join(found), found
    beside = ("자", 40, 20, 10, black)
    over = ("자", 35, 20, 10, black)
    assert not judge.faults(page_of([text, beside], []))
    assert "overlap" in judge.faults(page_of([text, over], []))[0]
    assert "leaves" in judge.faults(page_of([("끝", 190, 20, 20, black)],
                                            []))[0]
    assert not judge.faults(page_of([("글", 20, 20, 20, white)], [bar]))
    edge = {"path": "M 39,0 L 39,50", "stroke": black, "line": 0.5, "under": 0}
    assert not judge.faults(page_of([("글 ", 20, 20, 20, black)], [edge]))
    assert judge.faults(page_of([("글을", 20, 20, 20, black)], [edge]))
    rng = random.Random(1)
    assert len(set(names(rng, NAMES, 40))) == 40
    print("1 passed, 0 failed, 0 skipped")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hanji", type=Path)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--sets", type=int, default=2 * PER_BOOK)
    parser.add_argument("--kind")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    options.hanji = options.hanji.resolve()
    return run_all(options)


if __name__ == "__main__":
    sys.exit(main())
