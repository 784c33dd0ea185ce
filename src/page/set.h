/*
 * Setting: rich text to paragraphs, in the theme's styles.
 *
 * The one way from blocks to the text engine: it marks lead-in words, counts
 * what fitting did (K-46), and reports what is wider than its place at the
 * source of the text.
 */
#ifndef PAGE_SET_H
#define PAGE_SET_H

#include "page/book.h"

/* Into the scrap of the block being set. */
const Para *set_rich(Book *b, RichText t, const Type *type,
                     const ParaSpec *spec);

/* What a paragraph of running text asks for: broken and aligned as its style
 * says, fitted within the caps of the theme unless its block says otherwise
 * (K-46). Lives as the scrap does. */
ParaSpec set_body(Book *b, const Type *type, const BlockFit *fit, Len measure);
/* What the author says (K-46) in place of the fit of a spec; the spec itself
 * when `fit` is NULL. */
ParaSpec set_fit(Book *b, const BlockFit *fit, ParaSpec spec);

/* K-105: cells shrink by 2 pt at most, in steps of one. */
#define SHRINK_STEP LEN_PT(1)
enum { SHRINK_STEPS = 2 };

/* A table cell or label: running text (aligned left, not narrow) is tightened
 * as body text is and wraps; the rest shrinks when that brings it on one line,
 * and so does anything with a word that is too wide (K-105). `fit` of the
 * author, or NULL, goes before all that; the fit of `spec` is not read. */
const Para *set_cell(Book *b, RichText t, const Type *type, ParaSpec spec,
                     const BlockFit *fit);

/* One line of natural width in `a`. */
const Para *set_label(Book *b, Str s, const Type *type, Pos source, Arena *a);

/* The same of what the theme prints around the text of the book. Faults are
 * reported where the theme has it; its runs have no source, as nobody asks
 * where a bullet comes from. */
const Para *set_own(Book *b, ThemeText s, const Type *type, Arena *a);

/* A heading: one line by fitting (K-45), else balanced lines and a warning;
 * as the author says when `fit` is not NULL. */
const Para *set_heading(Book *b, RichText t, const Type *type, Len measure,
                        const BlockFit *fit);

/* The natural width on one line. Only measures: what no face has is reported
 * when the text is set. */
Len rich_width(Book *b, RichText t, const Type *type);
/* The width of its widest word. */
Len rich_word_width(Book *b, RichText t, const Type *type);

/* The text without its emphasis and note marks, as contents show headings. As long as the
 * scrap. */
RichText rich_bare(Book *b, RichText t);

/* Where a text comes from: its first span. */
Pos rich_source(RichText t);
bool rich_is_empty(RichText t);

/* Height of its lines. */
static inline Len para_height(const Para *p, const Type *type)
{
    return (Len)p->nlines * type->pitch;
}

#endif
