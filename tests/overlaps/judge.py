"""What is wrong with the texts of a page, seen from outside: from the JSON that
`hanji inspect` prints, knowing nothing of how charts are made.

A text is the box around its glyphs. It must not touch another text, nor a line
or an edge that is not covered by something white or plain around the whole
text, and must stand out from what it lies on.
"""

# Of the size: how far the glyphs of a line of hangul and figures reach.
ABOVE, BELOW = 0.82, 0.08
# Of the size: a space is no narrower, and none is seen where a line ends.
SPACE = 0.2
# What touches by less than this (pt) is a rounding.
SLACK = 0.05
CONTRAST = 4.5  # of text and ground, as WCAG 2.1 counts it
STEPS = 8       # a curve is looked at as so many straight pieces


class Box:
    def __init__(self, left, top, right, bottom):
        self.left, self.top = left, top
        self.right, self.bottom = right, bottom

    def touches(self, other):
        return (self.left + SLACK < other.right and
                other.left + SLACK < self.right and
                self.top + SLACK < other.bottom and
                other.top + SLACK < self.bottom)

    def corners(self):
        return [(self.left, self.top), (self.right, self.top),
                (self.right, self.bottom), (self.left, self.bottom)]

    def crossed_by(self, start, end, around=0.0):
        """Does a line so thick pass through?"""
        (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
        first, last = 0.0, 1.0
        for at, by, low, high in (
                (x, dx, self.left - around + SLACK,
                 self.right + around - SLACK),
                (y, dy, self.top - around + SLACK,
                 self.bottom + around - SLACK)):
            if abs(by) < 1e-9:
                if not low < at < high:
                    return False
                continue
            near, far = sorted(((low - at) / by, (high - at) / by))
            first, last = max(first, near), min(last, far)
        return first < last


def text_box(run):
    size, text = run["size"], run["text"]
    unseen = (len(text) - len(text.rstrip(" "))) * SPACE * size
    return Box(run["x"], run["y"] - ABOVE * size,
               run["x"] + run["width"] - unseen, run["y"] + BELOW * size)


def curve(start, handles):
    """Points along a Bézier curve, its start left out."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = [start, *handles]
    for i in range(1, STEPS + 1):
        t = i / STEPS
        u = 1 - t
        yield (u**3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3,
               u**3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3)


def outlines(words):
    """The lines of a path: lists of points, closed ones end where they
    began."""
    parts, at = [], 0
    words = words.split()

    def point():
        nonlocal at
        at += 1
        return tuple(map(float, words[at - 1].split(",")))

    while at < len(words):
        word = words[at]
        at += 1
        if word == "M":
            parts.append([point()])
        elif word == "L":
            parts[-1].append(point())
        elif word == "C":
            handles = [point(), point(), point()]
            parts[-1].extend(curve(parts[-1][-1], handles))
        else:
            parts[-1].append(parts[-1][0])
    return parts


def edges(parts, closed):
    for part in parts:
        yield from zip(part, part[1:])
        if closed and part[0] != part[-1]:
            yield part[-1], part[0]


def holds_point(parts, point):
    """Inside, by counting the edges to its right."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in edges(parts, True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


def light(colour):
    def linear(channel):
        c = channel / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
    r, g, b = (linear(int(colour[i:i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    low, high = sorted((light(a), light(b)))
    return (high + 0.05) / (low + 0.05)


class Path:
    """A path as it lies on the page."""

    def __init__(self, path):
        self.parts = outlines(path["path"])
        self.fill, self.hatch = path.get("fill"), path.get("hatch")
        self.half = path.get("line", 0) / 2 if "stroke" in path else None
        self.under = path["under"]
        points = [p for part in self.parts for p in part]
        reach = self.half or 0
        self.box = Box(min(x for x, _ in points) - reach,
                       min(y for _, y in points) - reach,
                       max(x for x, _ in points) + reach,
                       max(y for _, y in points) + reach)

    def crosses(self, box):
        around = self.half or 0
        return any(box.crossed_by(start, end, around)
                   for start, end in edges(self.parts, self.fill is not None))

    def covers(self, box):
        return self.fill is not None and all(
            holds_point(self.parts, corner) for corner in box.corners())


def ground_fault(run, box, index, paths):
    """What is wrong with what a text lies on, or nothing."""
    crossed, ground, hatched = False, "#FFFFFF", False
    for path in paths:
        if not path.box.touches(box):
            continue
        cut, covers = path.crosses(box), path.covers(box)
        if index < path.under:
            if cut or covers:
                return "has something over it"
        elif cut:
            crossed = True
        elif covers:
            crossed, ground, hatched = False, path.fill, bool(path.hatch)
    if crossed:
        return "is crossed by a line"
    if hatched:
        return "stands on a hatch"
    if contrast(run["colour"], ground) < CONTRAST:
        return f"is {run['colour']} on {ground}"
    return ""


def same_line(a, b):
    """Runs of one line meet, they do not overlap."""
    return a["y"] == b["y"] and (abs(a["x"] + a["width"] - b["x"]) < 1 or
                                 abs(b["x"] + b["width"] - a["x"]) < 1)


def faults(page):
    """What is wrong on a page, in words."""
    runs = [r for r in page["runs"] if r["text"].strip()]
    index = {id(r): i for i, r in enumerate(page["runs"])}
    boxes = [text_box(r) for r in runs]
    paths = [Path(p) for p in page["paths"]]
    where = f"page {page['page']}"
    found = []
    for i, (run, box) in enumerate(zip(runs, boxes)):
        if box.left < -SLACK or box.right > page["width"] + SLACK:
            found.append(f"{where}: {run['text']!r} leaves the page")
        wrong = ground_fault(run, box, index[id(run)], paths)
        if wrong:
            found.append(f"{where}: {run['text']!r} {wrong}")
        for other, there in zip(runs[i + 1:], boxes[i + 1:]):
            if box.touches(there) and not same_line(run, other):
                found.append(f"{where}: {run['text']!r} and "
                             f"{other['text']!r} overlap")
    return found


def squeezed(text):
    return "".join(text.split())


def figure_texts(pages):
    """The texts in each figure, in order: {tag: text without spaces}."""
    texts = {}
    for page in pages:
        for run in page["runs"]:
            if run.get("role") == "figure":
                texts.setdefault(run["tag"], []).append(run["text"])
    return {tag: squeezed("".join(t)) for tag, t in texts.items()}
