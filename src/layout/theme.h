/*
 * Theme: how a book looks. Read from a file of the project, or by its name
 * alone from those that come with hanji (layouts/themes in the source).
 *
 * The code has no looks of its own: every value stands in the file or in the
 * theme it `extends:`, and a missing one is an error. Layouts carry content and
 * order, themes carry looks: fonts by role, sizes, pitches, colours, spacing,
 * rules (K-149). A theme that was read keeps the limits of its purpose: sizes
 * (K-150), pitches (K-49), contrast (K-182), strokes (K-159).
 */
#ifndef LAYOUT_THEME_H
#define LAYOUT_THEME_H

#include "base/len.h"
#include "layout/node.h"

/* A text style of the theme; the names in the file are the words after
 * STYLE_ in lower case with "-". */
#define THEME_STYLES(S)                                                        \
    S(COVER_SLOGAN, "cover-slogan")                                            \
    S(COVER_YEAR, "cover-year")                                                \
    S(COVER_TITLE, "cover-title")                                              \
    S(COVER_ORGANIZATION, "cover-organization")                                \
    S(CONTENTS_TITLE, "contents-title")                                        \
    S(CONTENTS_1, "contents-1")                                                \
    S(CONTENTS_2, "contents-2")                                                \
    S(CONTENTS_3, "contents-3")                                                \
    S(CONTENTS_PAGE, "contents-page")                                          \
    S(CHAPTER, "chapter")                                                      \
    S(CHAPTER_NUMBER, "chapter-number")                                        \
    S(SECTION, "section")                                                      \
    S(SECTION_NUMBER, "section-number")                                        \
    S(FIELD, "field")                                                          \
    S(FIELD_NOTE, "field-note")                                                \
    S(TASK, "task")                                                            \
    S(TASK_NUMBER, "task-number")                                              \
    S(HEAD, "head")           /* □ */                                        \
    S(ITEM, "item")           /* ○ */                                        \
    S(SUBITEM, "subitem")     /* - */                                          \
    S(POINT, "point")         /* · */                                         \
    S(LEAD, "lead")           /* (lead-in) keywords and fact labels */         \
    S(ITEM_NOTE, "item-note") /* ※ under an item */                          \
    S(NOTE, "note")           /* ※ under a table or chart */                 \
    S(PARAGRAPH, "paragraph")                                                  \
    S(TABLE, "table")                                                          \
    S(TABLE_HEAD, "table-head")                                                \
    S(TABLE_TOTAL, "table-total")                                              \
    S(UNIT, "unit")           /* (단위: 억 원) */                          \
    S(CONTINUED, "continued") /* 다음 쪽에 이어짐 */                    \
    S(CAPTION, "caption")                                                      \
    S(BOX_LABEL, "box-label")                                                  \
    S(BOX_TEXT, "box-text")                                                    \
    S(CHART_NAME, "chart-name") /* series and categories */                    \
    S(CHART_VALUE, "chart-value")                                              \
    S(CHART_LABEL, "chart-label")                                              \
    S(CHART_TICK, "chart-tick")                                                \
    S(TILE_LABEL, "tile-label")                                                \
    S(TILE_FIGURE, "tile-figure")                                              \
    S(TILE_UNIT, "tile-unit")                                                  \
    S(TILE_NOTE, "tile-note")                                                  \
    S(RUNNING_TITLE, "running-title")                                          \
    S(RUNNING_HEAD, "running-head")                                            \
    S(PAGE_NUMBER, "page-number")

typedef enum StyleId {
#define S(id, name) STYLE_##id,
    THEME_STYLES(S)
#undef S
        STYLE_COUNT
} StyleId;

/* What a theme is for decides how small its type may be. */
typedef enum ThemePurpose {
    PURPOSE_COUNCIL,     /* read at a table: body 14 pt */
    PURPOSE_LARGE_PRINT, /* statutory large print */
    PURPOSE_FREE         /* no limits of size */
} ThemePurpose;

/* The right edge of running text (K-35, K-32). */
typedef enum ThemeEdge {
    EDGE_RAGGED,
    EDGE_JUSTIFIED, /* where word spaces need not open too far (K-40) */
    EDGE_FILLED     /* … else words are cut */
} ThemeEdge;

typedef struct ThemeColour {
    uint8_t r, g, b;
} ThemeColour;

typedef struct ThemeStyle {
    Str font;        /* a role of `fonts` */
    Len size, pitch; /* pitch: baseline to baseline (K-48) */
    ThemeColour colour;
    int letter_spacing; /* 1/1000 em */
    int glyph_width;    /* 1/1000 */
    Len spread;         /* > 0: distributed over this width (K-53) */
} ThemeStyle;

typedef struct ThemeFont {
    Str name; /* "serif-bold" */
    Str family;
    int weight;
    const Str *fallbacks;
    size_t nfallbacks;
    Pos pos;
} ThemeFont;

/* Space around a block; `before` vanishes at the top of a page. */
typedef struct ThemeSpace {
    Len before, before_after_heading, after;
} ThemeSpace;

typedef struct ThemeMarker {
    Str text;   /* what it reads as: "○", "-", "·", "※", "□" */
    bool drawn; /* drawn as a shape instead of set */
    Len x;      /* left edge of the marker */
    Len text_x; /* left edge of the text: exact hanging indent (K-72) */
    Len size;   /* of a drawn marker: ring diameter, square side */
    Len stroke;
} ThemeMarker;

typedef struct Theme {
    Str path;
    const Str *files; /* its own path and those it inherits from */
    size_t nfiles;
    Str name;
    ThemePurpose purpose;
    ThemeFont *fonts;
    size_t nfonts;
    ThemeStyle styles[STYLE_COUNT];

    /* page */
    Len width, height;
    Len inner, outer; /* margins, mirrored when `mirrored` */
    bool mirrored;
    Len top, depth; /* text area */
    Len contents_top;
    Len head_baseline, head_rule, foot_baseline; /* from the top edge */
    Len head_stroke; /* thickness of the rule at head_rule */
    Str page_number; /* "- {page} -" */

    /* colours and rules */
    ThemeColour ink, accent, tint1, tint2;
    Len rule_top, rule_bottom, rule_head, rule_inner;
    Len rule_group; /* where the group of a long list changes */

    /* markers of the four item levels and of notes */
    ThemeMarker head_marker, item_marker, subitem_marker, point_marker;
    ThemeMarker item_note_marker, note_marker;
    ThemeMarker box_marker; /* x from the left padding of the box text */

    /* spaces */
    ThemeSpace chapter, section, field, task, head, item, subitem, point,
        item_note, note, facts, table, chart, tiles, box, paragraph;

    /* chapter, field, section, task */
    Len chapter_block, chapter_gap, chapter_rule;
    Len field_height, field_bar, field_number_width;
    Len field_note_inset; /* the note ends this far inside the band */
    Len section_square, section_stroke, section_gap;
    Len task_number_width, task_rule, task_rule_gap;

    /* facts */
    Len fact_label_width, fact_gap;

    /* tables */
    Len cell_pad_x, cell_pad_y, list_pad_y;
    Len cell_text_x; /* left padding of left-aligned text */
    int list_rows;   /* from this many rows on a table is a long list */
    Len unit_gap, continued_gap;
    Str continued; /* "다음 쪽에 이어짐" */

    /* box */
    Len box_label_width, box_pad_top, box_pad_right, box_pad_bottom,
        box_pad_left;
    int box_two_columns; /* from this many entries on */

    /* contents */
    Len contents_rule_gap;  /* line box of the title to its rule */
    Len contents_number[3]; /* width of the number column of each level */
    Len contents_indent[3];
    Len contents_before[3]; /* space above a row of it */
    Len leader_pitch, leader_margin, leader_gap, contents_page_width;

    /* how far fitting may tighten lines, 1/1000 (K-43) */
    int fit_word_space, fit_letter_spacing, fit_glyph_width;
    ThemeEdge edge;

    /* gaps inside words, 1/1000 em (K-38, K-51) */
    int latin_gap, operator_gap;
    int hanging;    /* of closing marks at line ends, 1/1000 (K-52) */
    Len first_line; /* indent of a paragraph's first line (K-76) */

    /* cover: spine rule, stitches, slip; y of texts: top of the line box */
    Len spine_x, spine_rule, stitch_from;
    Len stitch_first, stitch_step; /* y of the first, distance of the next */
    int stitch_count;
    Len slip_x, slip_y, slip_width, slip_height, slip_outer, slip_gap,
        slip_inner;
    Len slogan_y, cover_rule_y, year_y, title_y, organization_y;
    Len cover_rule_width, cover_rule;
} Theme;

/* Whether a theme is one of hanji's own by its name, council, and no file: the
 * path of a file has a dot or a slash. */
bool theme_is_own(Str written);

/* Reads and checks a theme; NULL when reported. hanji's own themes, which
 * `extends:` may name, stand in the folder `own`. `from` is where the layout
 * names it. */
const Theme *theme_read(Str path, Str own, Pos from, Sources *sources,
                        Arena *document, Diags *diags);
/* Readable values, for tests and `info --theme`. */
Str theme_dump(const Theme *t, Arena *a);
const char *style_name(StyleId id);

#endif
