/*
 * Display list: what is drawn, page by page.
 *
 * page/ writes it, painters read it, tests compare its text dump. A painter
 * makes no layout decision: everything is at its final place. Each drawing
 * operation stands inside exactly one tag or artifact (asserted), so the PDF
 * is complete to PDF/UA-1 7.1 by construction.
 *
 * A DlPage owns an arena and is self-contained but for Shaped text, faces and
 * the document's tags, which outlive it: it may be painted on another thread
 * and freed while later pages are still being set.
 *
 * Coordinates: Len, origin at the top left, y down; text at its baseline.
 */
#ifndef DLIST_DLIST_H
#define DLIST_DLIST_H

#include "base/source.h"
#include "dlist/glyphs.h"
#include "dlist/tag.h"

/* Grey (r == g == b) is painted as DeviceGray so that black stays K100
 * (K-158); 8 bits a channel. */
typedef struct Colour {
    uint8_t r, g, b;
} Colour;

#define COLOUR_BLACK ((Colour){0, 0, 0})
#define COLOUR_WHITE ((Colour){255, 255, 255})

typedef enum Artifact {
    ARTIFACT_LAYOUT,     /* rules, frames, fills, drawn markers' shapes */
    ARTIFACT_HEADER,     /* pagination: running head */
    ARTIFACT_FOOTER,     /* pagination: page number */
    ARTIFACT_REPEAT,     /* pagination: repeated table head, continuation */
    ARTIFACT_BACKGROUND
} Artifact;

const char *artifact_name(Artifact a); /* "layout", for dumps */

/* A piece of a line: a shaped word followed by extra space (negative when
 * tightened). */
typedef struct DlPiece {
    const Shaped *shaped;
    Len gap;
} DlPiece;

/* A run of one face, size and colour on one baseline. */
typedef struct DlRun {
    const Face *face;
    Len size;
    Len x, y;               /* of the first glyph's origin */
    Len width;              /* advance of the whole run, spacing included */
    Colour colour;
    int16_t letter_spacing; /* 1/1000 em after each glyph but the run's last
                               when `last_tight`; not scaled by glyph_width */
    int16_t glyph_width;    /* 1/1000: 1000 is natural (장평) */
    bool last_tight;        /* last glyph carries no letter spacing (K-36) */
    bool spread;            /* gaps inside its words may be as wide as spaces:
                               each word and its space read as one (K-41) */
    uint32_t npieces;
    const DlPiece *pieces;
    Pos source;             /* the cell or layout text it shows */
} DlRun;

typedef enum DlSegment { SEG_MOVE, SEG_LINE, SEG_CURVE, SEG_CLOSE } DlSegment;

typedef struct DlPath {
    uint32_t nsegs;
    const uint8_t *segs;   /* DlSegment */
    const Point *points;   /* 1 a move or line, 3 a curve, 0 a close */
    Pos source;            /* the cell whose figure it shows, if any */
} DlPath;

typedef enum DlHatch {
    HATCH_NONE,
    HATCH_DIAGONAL, /* 45° lines; a fixed pitch in page units (grey-proof) */
    HATCH_DOTS
} DlHatch;

typedef struct DlPaint {
    bool fill, stroke;
    bool even_odd;
    bool round_cap;
    DlHatch hatch;          /* over the fill colour, in black */
    Colour fill_colour, stroke_colour;
    Len line_width;
    Len dash[2];            /* on, off; 0 = solid */
} DlPaint;

typedef enum DlOpKind {
    OP_TAG_BEGIN, OP_ARTIFACT_BEGIN, OP_END, OP_RUN, OP_PATH
} DlOpKind;

typedef struct DlOp {
    struct DlOp *next;
    DlOpKind kind;
    union {
        struct {
            Tag *tag;
            uint32_t mark;  /* marked-content id on this page: 0, 1, … */
            Str actual;     /* replacement text of this content, or empty */
        } tag;
        Artifact artifact;
        DlRun run;
        struct {
            DlPath path;
            DlPaint paint;
        } path;
    };
} DlOp;

typedef struct DlLink {
    Rect rect;
    uint32_t target;   /* a DlDest of the document, or UINT32_MAX for uri */
    Str uri;
    Str contents;      /* what it says to a reader (PDF/UA-1 7.18.5) */
    Tag *tag;          /* its ROLE_LINK */
} DlLink;

typedef struct DlPage {
    Arena *arena;
    uint32_t index;    /* 0, 1, … in the finished file */
    Len width, height;
    DlOp *ops, **tail; /* ops in order; where the next one is hung */
    uint32_t nmarks;
    Tag **marks;       /* mark -> tag (grows; in arena) */
    uint32_t nlinks, cap_marks, cap_links;
    DlLink *links;
    bool open;         /* inside a bracket, for the assertion */
} DlPage;

/* A place to jump to: a heading. */
typedef struct DlDest {
    uint32_t page;
    Len y;             /* top of the heading */
    Str name;          /* stable: "chapter-3", "task-3-1-2" */
} DlDest;

typedef struct DlOutline {
    int level;         /* 1 … 6, never skipping */
    Str text;          /* with its number, plain */
    uint32_t dest;
} DlOutline;

/* Pages from `page` on are labelled in this style (K-160). */
typedef struct DlLabels {
    uint32_t page;
    char style;        /* 'D' 1 2 3, 'r' i ii iii, 0 = prefix alone */
    uint32_t start;
    Str prefix;
} DlLabels;

/* A file carried in the document (PDF/A-3 associated file). */
typedef struct DlAttachment {
    Str name;          /* NFC, "budget.csv" */
    Str mime;          /* "text/csv" */
    Str relation;      /* "Data", "Source" */
    Str description;
    Str bytes;
} DlAttachment;

typedef struct DlMeta {
    Str title, author, organization, subject, keywords, language;
    int64_t time;      /* seconds since 1970; INT64_MIN = none known */
} DlMeta;

/* What belongs to the document and not to one page. Arrays grow by the
 * functions below and are read directly. All in `arena`. */
typedef struct DlDoc {
    Arena *arena;
    TagTree *tags;
    DlMeta meta;
    uint32_t npages;   /* pages begun so far */
    uint32_t ndests, noutline, nlabels, nattachments;
    uint32_t cap_dests, cap_outline, cap_labels, cap_attachments;
    DlDest *dests;
    DlOutline *outline;
    DlLabels *labels;
    DlAttachment *attachments;
} DlDoc;

DlDoc *dldoc_new(Arena *document);
/* A destination whose place is filled in later (dests[i]). */
uint32_t dldoc_add_dest(DlDoc *d, Str name);
void dldoc_add_outline(DlDoc *d, int level, Str text, uint32_t dest);
void dldoc_add_labels(DlDoc *d, DlLabels labels);
void dldoc_add_attachment(DlDoc *d, DlAttachment a);

/* A page with its own arena; `index` is its place in the finished file. */
DlPage *dlpage_new(DlDoc *d, uint32_t index, Len width, Len height);
void dlpage_free(DlPage *p);

/* Brackets: everything drawn stands in one; they do not nest. A tag may be
 * opened several times, on several pages; each time is one marked content and
 * one content kid of the tag, in this order. `actual`: text read instead of
 * the glyphs (drawn markers, △ before a number), or the empty Str. */
void dlpage_begin_tag(DlPage *p, DlDoc *d, Tag *tag, Str actual);
void dlpage_begin_artifact(DlPage *p, Artifact kind);
void dlpage_end(DlPage *p);

/* Copies the run and its pieces into the page; `at` is added to x and y. */
void dlpage_add_run(DlPage *p, const DlRun *run, Point at);
/* Copies. */
void dlpage_add_path(DlPage *p, const DlPath *path, const DlPaint *paint);
/* Common paths. */
void dlpage_fill_rect(DlPage *p, Rect r, Colour c);
void dlpage_stroke_rect(DlPage *p, Rect r, Len line_width, Colour c);
void dlpage_line(DlPage *p, Point from, Point to, Len line_width, Colour c);
void dlpage_circle(DlPage *p, Point centre, Len radius, const DlPaint *paint);
/* A link; its tag gets the link as a kid. */
void dlpage_add_link(DlPage *p, DlDoc *d, DlLink link);

/* The text of a run, in logical order. */
Str dlrun_text(const DlRun *run, Arena *a);
/* A path in the words of SVG: "M 1,2 L 3,4 Z". */
Str dlpath_text(const DlPath *path, Arena *a);
const char *hatch_name(DlHatch hatch); /* "diagonal"; "" of none */
/* size * milli / (1000 * upem), half away from zero: thousandths of font units
 * as a length. A divisor the compiler knows is a multiplication, and a book
 * asks for a million widths: so the two ems in use are told apart. A result
 * that might not be a Len goes the long way. */
static inline Len units_len(Len size, int64_t milli, int64_t upem)
{
    const Len size_limit = 1024 * LEN_ONE;
    const int64_t milli_limit = INT64_C(1) << 30;

    if (size < 0 || size > size_limit || milli < 0 || milli > milli_limit)
        return len_mul(size, milli, upem * 1000);
    if (upem == 1000)
        return (Len)((size * milli + 500000) / 1000000);
    if (upem == 1024)
        return (Len)((size * milli + 512000) / 1024000);
    return len_mul(size, milli, upem * 1000);
}

/* Width in Len of a shaped text at a size, spacing and glyph width; the same
 * rounding everywhere. */
Len shaped_width(const Shaped *s, Len size, int letter_spacing,
    int glyph_width);

/* The readable form that tests compare: one operation a line, lengths in pt
 * with 3 decimals, text quoted, sources as file:line:col when `sources` is
 * given. Pages count from 1. Stable: a change of the form changes every
 * golden. */
char *dlpage_dump(const DlPage *p, const Sources *sources, Arena *a);
/* Outline, destinations, labels, attachments (name, size) of the document. */
char *dldoc_dump(const DlDoc *d, Arena *a);

#endif
