/*
 * Blocks: the bound document: layout × data, numbered, in order.
 *
 * doc/ walks the checked layout, opens loops over rows, fills templates, picks
 * particles, formats figures and numbers headings. What comes out is one flat
 * array of blocks with final text; page/ only has to place it. No font, no
 * size, no position here. Lives in the document arena.
 *
 * Always true: text is in K-01 form with house glyphs and quotes; every span
 * keeps the place it came from: the cell of a value, the layout of typed text.
 */
#ifndef DOC_BLOCK_H
#define DOC_BLOCK_H

#include "data/figure_style.h"
#include "data/table.h"
#include "doc/provenance.h"
#include "layout/layout.h"

/* A stretch of text from one source. */
typedef struct Span {
    Str text;
    Pos source;
    unsigned flags; /* SpanMark */
} Span;

typedef enum SpanMark {
    MARK_LEAD = 1, /* (키워드): bold, glued to the next word (K-75) */
    MARK_STRONG = 2,
    MARK_FIGURE = 4,    /* a formatted value of the data */
    MARK_UNDERLINE = 8, /* K-213 */
    MARK_DOTS = 16,     /* a dot above each letter (K-212) */
    MARK_SUPER = 32,    /* raised and small (K-50) */
    MARK_SUB = 64,      /* lowered and small */
    MARK_DATE = 128,    /* formatted as a date or a time: particles know */
    MARK_TIME = 256
} SpanMark;

typedef struct RichText {
    const Span *spans;
    uint32_t n;
} RichText;

typedef enum BlockKind {
    BLOCK_COVER,
    BLOCK_CONTENTS,
    BLOCK_CHAPTER,   /* level 1: Ⅰ */
    BLOCK_SECTION,   /* level 2: 1 in a square */
    BLOCK_FIELD,     /* level 2: 1 in a band, `note` at the right */
    BLOCK_TASK,      /* level 3: ① */
    BLOCK_HEAD,      /* □ */
    BLOCK_ITEM,      /* ○ */
    BLOCK_SUBITEM,   /* - */
    BLOCK_POINT,     /* · */
    BLOCK_NUMBERED,  /* level 1 … 8: 1. 가. 1) 가) (1) (가) ① ㉮ */
    BLOCK_ITEM_NOTE, /* ※ under an item */
    BLOCK_NOTE,      /* ※ under a table or chart */
    BLOCK_PARAGRAPH,
    BLOCK_FACTS, /* label – value rows */
    BLOCK_TABLE,
    BLOCK_CHART,
    BLOCK_TIMELINE,   /* events by day */
    BLOCK_SCHEDULE,   /* jobs over months: 추진일정 */
    BLOCK_MAP,        /* a tile for each district */
    BLOCK_FLOW,       /* steps with arrows: 추진체계 */
    BLOCK_TILES, /* key figures */
    BLOCK_BOX, /* 당면사항 / 참고사항 */
    BLOCK_PAGE_BREAK
} BlockKind;

typedef enum CellAlign {
    CELL_AUTO,
    CELL_LEFT,
    CELL_CENTRE,
    CELL_RIGHT,
    CELL_DECIMAL
} CellAlign;

typedef struct BlockColumn {
    RichText head;
    CellAlign align;  /* decided by doc from the type (K-95); never AUTO */
    int weight;       /* relative width wish, 0 = by content */
    bool date_padded; /* compact dates, padded by U+2007 (K-113) */
    bool scope_row;   /* its cells are row headers */
    const struct BlockFit *fit; /* of its cells; NULL: that of the table */
} BlockColumn;

typedef enum RowRole { ROW_PLAIN, ROW_TOTAL, ROW_SUBTOTAL } RowRole;

typedef struct BlockRow {
    RowRole role;
    bool group_start; /* a heavier rule above: the month changes */
    const RichText *cells;
} BlockRow;

typedef struct BlockTable {
    RichText caption; /* empty: none */
    Str unit; /* "억 원": prints (단위: 억 원), K-94; may be empty */
    uint32_t ncolumns, nrows;
    const BlockColumn *columns;
    const BlockRow *rows;
} BlockTable;

typedef struct BlockFact {
    RichText label, text;
} BlockFact;

typedef struct BlockFacts {
    uint32_t n;
    const BlockFact *rows;
} BlockFacts;

typedef struct BlockBox {
    RichText label;
    uint32_t n;
    const RichText *entries;
} BlockBox;

/* A figure of a chart. */
typedef struct BlockFigure {
    bool known; /* false: blank, unknown, suppressed */
    Decimal number;
    RichText text; /* as a table prints it, but for a zero written as - */
    RichText cell; /* as the table of the chart prints it */
    Pos pos;
} BlockFigure;

typedef struct BlockSeries {
    RichText name;
    const BlockFigure *figures; /* one a category */
} BlockSeries;

typedef struct BlockChart {
    Str kind;         /* as the layout calls it: "composition" */
    RichText caption; /* "그림 1" is the block's label */
    Str unit;         /* as of a table; may be empty */
    Str as_of;        /* "2023. 12. 31. 기준"; may be empty */
    int power;        /* of ten, of that unit */
    Str after;        /* ends every figure: "%", "%p"; may be empty */
    int digits;       /* the most decimals that a figure is printed with */
    RichText head;    /* what the categories are: "사업명" */
    RichText total;   /* what their whole is called: "계" */
    uint32_t ncategories, nseries, nbeside;
    const RichText *categories;
    const BlockSeries *series;
    const BlockSeries *target; /* what was planned; NULL: not told */
    const BlockSeries *beside; /* figures that are printed, not drawn */
    const bool *levels; /* category k is a total itself; NULL: none is */
    Str alt; /* what it tells to who cannot see it (K-174) */
} BlockChart;

typedef struct BlockEvent {
    Date date;
    Pos day; /* the cell of the date */
    RichText text;
} BlockEvent;

typedef struct BlockTimeline {
    RichText caption;
    uint32_t n;
    const BlockEvent *events; /* by day */
    bool across;              /* an axis of months; else a ribbon */
    int split;                /* months of a part of an axis; 0: as it fits */
    Date from, to;            /* what it shows; year 0: as its events ask */
    Str alt;                  /* of the whole */
} BlockTimeline;

/* How far a job is: as its progress says, else by the base date. */
typedef enum JobState { JOB_DONE, JOB_RUNNING, JOB_AHEAD } JobState;

/* A job of a schedule: a bar, or a day of its own. */
typedef struct BlockTask {
    RichText group, name, text; /* group and text may be empty */
    RichText progress;          /* "40%"; may be empty */
    Decimal done;               /* the same as a share; 0 when not said */
    JobState state;
    Date from, to;              /* full, in order */
    Pos day;                    /* the cell of the first one */
    bool milestone, vague;
} BlockTask;

typedef struct BlockSchedule {
    RichText caption, head;
    uint32_t n;
    const BlockTask *tasks;
    int unit;            /* months of a column; 0: as it fits */
    Date base, from, to; /* year 0: none */
    Str alt;             /* as the layout writes it; empty: made part by part */
} BlockSchedule;

/* A district of a map. */
typedef struct BlockPlace {
    RichText name;
    uint32_t row, column; /* of the grid, from 1 */
    BlockFigure figure;   /* not known: the data does not tell */
    Pos pos;              /* the cell of its name */
} BlockPlace;

typedef struct BlockMap {
    RichText caption;
    Str unit;  /* as of a table; may be empty */
    int power; /* of ten, of that unit */
    Str after; /* ends every figure: "%"; may be empty */
    uint32_t n;
    const BlockPlace *places;
    Str alt;
} BlockMap;

/* A step of a flow: who does what, and with whom. */
typedef struct BlockStep {
    RichText title, text, by, with; /* all but the title may be empty */
} BlockStep;

typedef struct BlockFlow {
    RichText caption;
    uint32_t n;
    const BlockStep *steps;
    Str alt;
} BlockFlow;

typedef struct BlockTile {
    RichText label, figure, unit, note;
} BlockTile;

typedef struct BlockTiles {
    uint32_t n;
    const BlockTile *tiles;
} BlockTiles;

typedef struct BlockCover {
    RichText slogan, year, title, organization, date; /* any may be empty */
} BlockCover;

typedef struct BlockContents {
    RichText title;
    int depth; /* 1 … 3 */
} BlockContents;

/* K-46: what the author says about fitting: nothing but this. In 1/1000. */
typedef struct BlockFit {
    bool off;
    int word_space, letter_spacing, glyph_width;
} BlockFit;

typedef struct Block {
    BlockKind kind;
    uint8_t level;   /* headings 1 … 3, numbered items 1 … 8; else 0 */
    bool new_page;   /* asked for in the layout */
    bool same_page;  /* new_page: false is written there */
    uint32_t number; /* of a heading among its siblings, 1, 2, … */
    Str label;       /* the number as printed: "Ⅰ", "1", "①" */
    Pos pos;         /* in the layout */
    RichText text;   /* headings, items, notes, paragraphs */
    RichText note;   /* field: the committee at the right */
    const BlockFit *fit; /* of its texts, captions too; NULL: as they are
                            fitted by themselves */
    union {
        const BlockTable *table;
        const BlockFacts *facts;
        const BlockBox *box;
        const BlockChart *chart;
        const BlockTimeline *timeline;
        const BlockSchedule *schedule;
        const BlockMap *map;
        const BlockFlow *flow;
        const BlockTiles *tiles;
        const BlockCover *cover;
        const BlockContents *contents;
    };
} Block;

/* What a block with an `id` made: itself and what is below it. Inside loops
 * there are several of one id. */
typedef struct DocumentPart {
    Str id;
    size_t first, n; /* of the blocks; n may be 0 */
} DocumentPart;

typedef struct Document {
    const Layout *layout;
    Str title; /* "2024년 주요 업무 보고": furniture, metadata */
    Pos title_pos;
    Str author, organization, subject, keywords, language;
    Date base_date;
    FigureStyle figures; /* K-110 */
    House house; /* the signs it is printed with */
    size_t nblocks;
    const Block *blocks;
    size_t nparts;
    const DocumentPart *parts;
    uint32_t pages_max; /* a longer book is refused (R5); 0: any is made */
    bool alone; /* a part of a book: no furniture, pages of its size */
    size_t ntables;
    const Table *const *tables; /* read for this document, in layout order */
} Document;

enum { DOCUMENT_PAGES = 20000 }; /* pages_max, unless asked otherwise */

/* Reads the tables, runs the checks, binds the layout. NULL when errors were
 * reported; every fault that can be reached is. */
const Document *document_bind(const Layout *layout, Sources *sources,
                              Arena *document, Diags *diags);
/* The same, noting how values came about (unless `provenance` is NULL), of at
 * most so many pages. */
const Document *document_trace(const Layout *layout, uint32_t pages_max,
                               Sources *sources, Provenance *provenance,
                               Arena *document, Diags *diags);

/* A document of nothing but the parts with this id, as they are numbered in
 * the whole one. NULL when reported: nothing has it, or it prints nothing. */
const Document *document_part(const Document *d, Str id, Arena *a,
                              Diags *diags);

/* The text of a rich text without its marks. */
Str rich_plain(RichText t, Arena *a);

/* The text for those who read its words and figures: a raised 2 or 3 behind a
 * Latin letter is ² or ³, other raised text belongs to no word and is left out.
 * `t` itself when nothing is raised. */
RichText rich_level(RichText t, Arena *a);
/* The text as whoever reads words and figures sees it: without what is raised,
 * its signs in the form they have inside. */
RichText rich_read(RichText t, const House *house, Arena *a);
/* One block a line with its text and sources: what doc's cases compare. */
char *document_dump(const Document *d, const Sources *sources, Arena *a);

#endif
