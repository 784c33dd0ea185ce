#!/usr/bin/env python3
"""What a tagged PDF says to who cannot see it.

spoken.py FILE prints the texts of the structure tree in its order, one marked
content a line: the glyphs by their ToUnicode maps, ActualText in place of
them. poppler would do (pdfinfo -struct-text) but loses the rest of a content
after an ActualText inside it.
"""
import re
import sys

import pikepdf


def utf16(code):
    return bytes.fromhex(code).decode('utf-16-be')


def code_texts(cmap):
    """What each code of a ToUnicode map means."""
    texts = {}
    for block in re.findall(r'beginbfchar(.*?)endbfchar', cmap, re.S):
        for code, text in re.findall(r'<(\w+)>\s*<(\w+)>', block):
            texts[int(code, 16)] = utf16(text)
    for block in re.findall(r'beginbfrange(.*?)endbfrange', cmap, re.S):
        for low, high, text in re.findall(r'<(\w+)>\s*<(\w+)>\s*<(\w+)>', block):
            start, digits = int(text, 16), len(text)
            for i in range(int(high, 16) - int(low, 16) + 1):
                texts[int(low, 16) + i] = utf16('%0*X' % (digits, start + i))
    return texts


class PageText:
    """The text of each marked content of a page."""

    def __init__(self, page, fonts):
        self.page, self.fonts = page, fonts
        self.texts = {}   # MCID -> its text
        self.open = []    # (MCID or None, whether its glyphs are silent)
        self.font = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            self.step(operands, str(operator))

    def step(self, operands, operator):
        if operator in ('BDC', 'BMC'):
            self.begin(operands[1] if len(operands) > 1 else {})
        elif operator == 'EMC':
            self.open.pop()
        elif operator == 'Tf':
            self.font = self.font_texts(self.page.Resources.Font[str(operands[0])])
        elif operator in ('Tj', 'TJ'):
            strings = operands[0] if operator == 'TJ' else operands
            for s in strings:
                if isinstance(s, pikepdf.String):
                    self.show(bytes(s))

    def font_texts(self, font):
        number = font.objgen[0]
        if number not in self.fonts:
            self.fonts[number] = code_texts(font.ToUnicode.read_bytes().decode('latin-1'))
        return self.fonts[number]

    def begin(self, properties):
        mcid, silent = self.open[-1] if self.open else (None, False)
        if '/MCID' in properties:
            mcid = int(properties.MCID)
            self.texts.setdefault(mcid, '')
        if '/ActualText' in properties and not silent:
            self.say(mcid, str(properties.ActualText))
            silent = True
        self.open.append((mcid, silent))

    def say(self, mcid, text):
        if mcid is not None:
            self.texts[mcid] += text

    def show(self, codes):
        mcid, silent = self.open[-1]
        if not silent:
            self.say(mcid, ''.join(self.font[codes[i] << 8 | codes[i + 1]]
                                   for i in range(0, len(codes), 2)))


def kids_of(e):
    kids = e.get('/K')
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def spoken(pdf):
    """(type of its element, text) of every marked content, as the tree has them."""
    fonts = {}
    pages = {p.obj.objgen[0]: PageText(p, fonts).texts for p in pdf.pages}

    def walk(e):
        if '/ActualText' in e:
            yield str(e.S), str(e.ActualText)
            return
        for kid in kids_of(e):
            if isinstance(kid, int):
                yield str(e.S), pages[e.Pg.objgen[0]][kid]
            elif kid.get('/Type') == '/MCR':
                yield str(e.S), pages[kid.Pg.objgen[0]][int(kid.MCID)]
            elif kid.get('/Type') != '/OBJR':
                yield from walk(kid)

    return list(walk(pdf.Root.StructTreeRoot.K))


def main():
    for path in sys.argv[1:]:
        with pikepdf.open(path) as pdf:
            for kind, text in spoken(pdf):
                print(kind, text)


if __name__ == '__main__':
    main()
