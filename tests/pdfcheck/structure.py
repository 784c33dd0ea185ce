#!/usr/bin/env python3
"""Holds the structure of a tagged PDF against its pages.

structure.py FILE... prints PASS or FAIL for each file and what is wrong.
Validators look at both sides, but not at whether they agree: every marked
content has its element and the other way round, every link its element, every
painted thing a place in the text or among the artifacts, every shown code its
text, every table cell its place in the grid, headings skip no level. The tree reads the pages from the
first mark to the last (K-167).
"""
import re
import sys

import pikepdf

PAINTING = {'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'EI',
            'Tj', 'TJ', "'", '"'}


def kids_of(e):
    kids = e.get('/K')
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


class Order:
    """Holds the marks of the tree against their order on the pages.

    Marks are numbered as they are drawn, and things are drawn as they are read.
    One thing may turn back: a row of a table that is cut by a page end, whose
    cells each begin on the page where the row does.
    """

    def __init__(self, fault):
        self.fault = fault
        self.page = 0      # where the tree has come to
        self.first = None  # the page where the row being read begins
        self.reached = {}  # page -> the last mark read there

    def row(self):
        self.first = self.page

    def cell(self):
        self.page = self.first

    def row_end(self):
        self.page, self.first = max(self.reached, default=0), None

    def read(self, page, mcid):
        if page < self.page:
            self.fault('order: page %d is read after page %d', page + 1, self.page + 1)
        elif mcid <= self.reached.get(page, -1):
            self.fault('order: page %d: mark %d is read after mark %d', page + 1, mcid,
                       self.reached[page])
        self.page = page
        self.reached[page] = max(mcid, self.reached.get(page, -1))


class Check:
    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.faults = []
        self.order = Order(self.fault)
        self.heading = 0     # level of the last one
        self.shown = {}      # font object -> codes
        self.contents = {}   # (page number, mcid) -> how often marked
        self.claimed = {}    # (page number, mcid) -> element
        self.objects = {}    # object number of an OBJR's target -> element
        self.pages = {p.obj.objgen[0]: i for i, p in enumerate(self.pdf.pages)}

    def fault(self, text, *args):
        if len(self.faults) < 20:
            self.faults.append(text % args)

    def run(self):
        self.parents = dict(self.number_tree(self.root.StructTreeRoot.ParentTree))
        for i, page in enumerate(self.pdf.pages):
            Page(self, i, page).run()
        self.element(self.root.StructTreeRoot.K, self.root.StructTreeRoot)
        self.compare()
        for i, page in enumerate(self.pdf.pages):
            self.links(i, page)
        self.fonts()
        self.destinations()
        return self.faults

    # -- trees ---------------------------------------------------------------

    def number_tree(self, node):
        for kid in node.get('/Kids', []):
            entries = list(self.number_tree(kid))
            limits = [int(x) for x in kid.Limits]
            if limits != [entries[0][0], entries[-1][0]]:
                self.fault('parent tree: limits %s are not those of its keys', limits)
            yield from entries
        nums = node.get('/Nums', [])
        for i in range(0, len(nums), 2):
            yield int(nums[i]), nums[i + 1]

    def name_tree(self, node):
        entries = []
        for kid in node.get('/Kids', []):
            entries += self.name_tree(kid)
        names = node.get('/Names', [])
        entries += [(bytes(names[i]), names[i + 1]) for i in range(0, len(names), 2)]
        keys = [k for k, _ in entries]
        if keys != sorted(set(keys)):
            self.fault('name tree: keys not sorted or twice')
        return entries

    # -- elements ------------------------------------------------------------

    def element(self, e, parent):
        if e.P.objgen != parent.objgen:
            self.fault('%s: /P is not its parent', e.S)
        if re.fullmatch('/H[1-6]', str(e.S)):
            self.level(int(str(e.S)[2:]))
        if e.S == '/TR':
            self.row(e)
        else:
            for kid in kids_of(e):
                self.kid(kid, e)
        if e.S == '/Table':
            self.table(e)
        if e.S == '/Figure' and not str(e.get('/Alt', '')):
            self.fault('Figure without /Alt')
        if e.S == '/TH' and '/Scope' not in e.get('/A', {}):
            self.fault('TH without /Scope')

    def level(self, level):
        if level > self.heading + 1:
            self.fault('heading: H%d after H%d', level, self.heading)
        self.heading = level

    def row(self, e):
        self.order.row()
        for kid in kids_of(e):
            self.order.cell()
            self.kid(kid, e)
        self.order.row_end()

    def kid(self, kid, e):
        if isinstance(kid, int):
            self.claim(e.Pg, kid, e)
        elif kid.get('/Type') == '/MCR':
            self.claim(kid.Pg, int(kid.MCID), e)
        elif kid.get('/Type') == '/OBJR':
            self.objects[kid.Obj.objgen[0]] = e
        else:
            self.element(kid, e)

    def claim(self, page, mcid, e):
        key = self.pages[page.objgen[0]], mcid
        if key in self.claimed:
            self.fault('page %d: mark %d has two elements', key[0] + 1, mcid)
        self.claimed[key] = e
        self.order.read(*key)

    def compare(self):
        for key in sorted(set(self.contents) | set(self.claimed)):
            page, mcid = key
            if self.contents.get(key) != 1:
                self.fault('page %d: mark %d stands %d times in the content',
                           page + 1, mcid, self.contents.get(key, 0))
            if key not in self.claimed:
                self.fault('page %d: mark %d has no element', page + 1, mcid)
                continue
            listed = self.parents.get(int(self.pdf.pages[page].StructParents), [])
            if mcid >= len(listed) or listed[mcid].objgen != self.claimed[key].objgen:
                self.fault('page %d: mark %d has another parent in the parent tree',
                           page + 1, mcid)

    def rows(self, e):
        for kid in kids_of(e):
            if not isinstance(kid, pikepdf.Dictionary) or '/S' not in kid:
                continue
            if kid.S == '/TR':
                yield kid
            elif kid.S in ('/THead', '/TBody', '/TFoot'):
                yield from self.rows(kid)

    def table(self, e):
        """Every place of the grid has exactly one cell."""
        taken, height = set(), 0
        for r, row in enumerate(self.rows(e)):
            height, column = r + 1, 0
            for cell in kids_of(row):
                a = cell.get('/A', {})
                while (r, column) in taken:
                    column += 1
                for y in range(int(a.get('/RowSpan', 1))):
                    for x in range(int(a.get('/ColSpan', 1))):
                        if (r + y, column + x) in taken:
                            self.fault('table: cells overlap in row %d', r + 1)
                        taken.add((r + y, column + x))
        width = 1 + max((c for _, c in taken), default=-1)
        if len(taken) != width * height:
            self.fault('table: %d cells for %d x %d places', len(taken), height, width)

    # -- links, destinations -------------------------------------------------

    def links(self, i, page):
        for annot in page.get('/Annots', []):
            e = self.objects.get(annot.objgen[0])
            if annot.Subtype != '/Link':
                continue
            if e is None or e.S != '/Link':
                self.fault('page %d: a link without element', i + 1)
            elif self.parents[int(annot.StructParent)].objgen != e.objgen:
                self.fault('page %d: a link with another parent in the parent tree', i + 1)
            if not str(annot.get('/Contents', '')):
                self.fault('page %d: a link that says nothing', i + 1)
            if int(annot.get('/F', 0)) != 4:
                self.fault('page %d: a link that is not printed', i + 1)
            if '/Dest' not in annot and '/A' not in annot:
                self.fault('page %d: a link to nowhere', i + 1)

    def destinations(self):
        names = self.root.get('/Names', {})
        known = dict(self.name_tree(names.get('/Dests', pikepdf.Dictionary())))
        self.name_tree(names.get('/EmbeddedFiles', pikepdf.Dictionary()))
        for page in self.pdf.pages:
            for annot in page.get('/Annots', []):
                if '/Dest' in annot and bytes(annot.Dest) not in known:
                    self.fault('link: no destination %s', annot.Dest)
        item = self.root.get('/Outlines', {}).get('/First')
        while item is not None:
            item = self.outline(item, known)

    def outline(self, item, known):
        if bytes(item.Dest) not in known:
            self.fault('outline: no destination %s', item.Dest)
        kid = item.get('/First')
        while kid is not None:
            kid = self.outline(kid, known)
        return item.get('/Next')

    # -- fonts ---------------------------------------------------------------

    def fonts(self):
        for number, codes in self.shown.items():
            font = self.pdf.get_object((number, 0))
            if '/ToUnicode' not in font:
                self.fault('%s: no /ToUnicode', font.BaseFont)
                continue
            told = self.to_unicode(font.ToUnicode.read_bytes().decode('latin-1'), font.BaseFont)
            for code in sorted(codes - told):
                self.fault('%s: code %04X has no text', font.BaseFont, code)

    def to_unicode(self, cmap, name):
        told = set()
        for block in re.findall(r'beginbfchar(.*?)endbfchar', cmap, re.S):
            told |= {int(c, 16) for c, _ in re.findall(r'<(\w+)>\s*<(\w+)>', block)}
        for block in re.findall(r'beginbfrange(.*?)endbfrange', cmap, re.S):
            for low, high, text in re.findall(r'<(\w+)>\s*<(\w+)>\s*<(\w+)>', block):
                first, last = int(low, 16), int(high, 16)
                if first >> 8 != last >> 8 or int(text[-2:], 16) + last - first > 255:
                    self.fault('%s: range %s-%s crosses a 256 boundary', name, low, high)
                told |= set(range(first, last + 1))
        return told


class Page:
    """Walks the operators of one page."""

    def __init__(self, check, index, page):
        self.check, self.index, self.page = check, index, page
        self.open = []       # what brackets stand open: 'BT' or a tag
        self.font = None

    def fault(self, text, *args):
        self.check.fault('page %d: ' % (self.index + 1) + text, *args)

    def run(self):
        for operands, operator in pikepdf.parse_content_stream(self.page):
            self.step(operands, str(operator))
        if self.open:
            self.fault('%s is not closed', self.open[-1])

    def step(self, operands, operator):
        if operator in ('BDC', 'BMC'):
            self.begin(operands)
        elif operator == 'EMC':
            self.end('BT', False)
        elif operator == 'BT':
            self.open.append('BT')
        elif operator == 'ET':
            self.end('BT', True)
        elif operator == 'Tf':
            self.font = self.page.Resources.Font[str(operands[0])].objgen[0]
        elif operator in PAINTING:
            self.paint(operands, operator)

    def begin(self, operands):
        tag = str(operands[0])
        properties = operands[1] if len(operands) > 1 else {}
        if '/MCID' in properties:
            key = self.index, int(properties.MCID)
            self.check.contents[key] = self.check.contents.get(key, 0) + 1
        if ('/MCID' in properties or tag == '/Artifact') and self.inside():
            self.fault('%s stands inside another bracket', tag)
        self.open.append(tag if '/MCID' in properties or tag == '/Artifact' else 'other')

    def inside(self):
        return [x for x in self.open if x not in ('BT', 'other')]

    def end(self, text, wanted):
        if not self.open or (self.open[-1] == text) != wanted:
            self.fault('brackets and text objects do not nest')
        else:
            self.open.pop()

    def paint(self, operands, operator):
        if not self.inside():
            self.fault('%s stands in no bracket', operator)
        if operator not in ('Tj', 'TJ'):
            return
        strings = operands[0] if operator == 'TJ' else operands
        codes = self.check.shown.setdefault(self.font, set())
        for s in strings:
            if isinstance(s, pikepdf.String):
                b = bytes(s)
                codes.update(b[i] << 8 | b[i + 1] for i in range(0, len(b), 2))


def main():
    worst = 0
    for path in sys.argv[1:]:
        try:
            faults = Check(path).run()
        except (pikepdf.PdfError, AttributeError, KeyError) as missing:
            faults = ['unreadable: %r' % missing]
        print('FAIL' if faults else 'PASS', 'structure', path)
        for fault in faults:
            print('  ' + fault)
        worst = worst or bool(faults)
    return int(worst)


if __name__ == '__main__':
    sys.exit(main())
