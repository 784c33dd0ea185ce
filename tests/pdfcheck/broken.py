#!/usr/bin/env python3
"""Breaks a good PDF on purpose, to see that the judges notice.

broken.py GOOD DIR writes DIR/KIND.pdf for each way of breaking it.
"""
import sys

import pikepdf


def no_language(pdf):
    del pdf.Root.Lang


def no_title(pdf):
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        del xmp['dc:title']


def loose_stroke(pdf):
    """A line that is neither content nor artifact."""
    page = pdf.pages[0]
    page.contents_add(pdf.make_stream(b'0 0 m 9 9 l S'))


def lost_element(pdf):
    """A paragraph that no element speaks of any more."""
    part = pdf.Root.StructTreeRoot.K.K[0]
    part.K = pikepdf.Array(list(part.K)[1:])


def late_text(pdf):
    """A list whose items are read from the last to the first."""
    items = next(e for e in pdf.objects
                 if isinstance(e, pikepdf.Dictionary) and e.get('/S') == '/L')
    items.K = pikepdf.Array(list(items.K)[::-1])


def deep_heading(pdf):
    """A chapter that begins on the third level."""
    heading = next(e for e in pdf.objects
                   if isinstance(e, pikepdf.Dictionary) and e.get('/S') == '/H1')
    heading.S = pikepdf.Name.H3


def silent_link(pdf):
    del pdf.pages[0].Annots[0].Contents


def no_unicode(pdf):
    fonts = pdf.pages[0].Resources.Font
    for name in fonts.keys():
        del fonts[name].ToUnicode


KINDS = [no_language, no_title, loose_stroke, lost_element, late_text, deep_heading, silent_link,
         no_unicode]


def main():
    good, folder = sys.argv[1:]
    for kind in KINDS:
        with pikepdf.open(good) as pdf:
            kind(pdf)
            pdf.save('%s/%s.pdf' % (folder, kind.__name__))


if __name__ == '__main__':
    main()
