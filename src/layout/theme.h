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
 * STYLE_ in lower case with "-". Of `running` and `prose` ones a theme says
 * how their lines break and align; the former stand behind a marker. */
#define THEME_STYLES(S)                                                       \
    S(COVER_SLOGAN, "cover-slogan", style)                                    \
    S(COVER_YEAR, "cover-year", style)                                        \
    S(COVER_TITLE, "cover-title", style)                                      \
    S(COVER_ORGANIZATION, "cover-organization", style)                        \
    S(CONTENTS_TITLE, "contents-title", style)                                \
    S(CONTENTS_1, "contents-1", style)                                        \
    S(CONTENTS_2, "contents-2", style)                                        \
    S(CONTENTS_3, "contents-3", style)                                        \
    S(CONTENTS_PAGE, "contents-page", style)                                  \
    S(CHAPTER, "chapter", style)                                              \
    S(CHAPTER_NUMBER, "chapter-number", style)                                \
    S(SECTION, "section", style)                                              \
    S(SECTION_NUMBER, "section-number", style)                                \
    S(FIELD, "field", style)                                                  \
    S(FIELD_NOTE, "field-note", style)                                        \
    S(TASK, "task", style)                                                    \
    S(TASK_NUMBER, "task-number", style)                                      \
    S(HEAD, "head", style)           /* □ */                                  \
    S(ITEM, "item", running)           /* ○ */                                \
    S(SUBITEM, "subitem", running)     /* - */                                \
    S(POINT, "point", running)         /* · */                                \
    S(LEAD, "lead", style)           /* (lead-in) keywords and fact labels */ \
    S(ITEM_NOTE, "item-note", running) /* ※ under an item */                  \
    S(NOTE, "note", running)           /* ※ under a table or chart */         \
    S(PARAGRAPH, "paragraph", prose)                                          \
    S(TABLE, "table", style)                                                  \
    S(TABLE_HEAD, "table-head", style)                                        \
    S(TABLE_TOTAL, "table-total", style)                                      \
    S(UNIT, "unit", style)           /* (단위: 억 원) */                          \
    S(CONTINUED, "continued", style) /* 다음 쪽에 이어짐 */                          \
    S(CAPTION, "caption", style)                                              \
    S(BOX_LABEL, "box-label", style)                                          \
    S(BOX_TEXT, "box-text", running)                                          \
    S(CHART_NAME, "chart-name", style) /* series and categories */            \
    S(CHART_VALUE, "chart-value", style)                                      \
    S(CHART_LABEL, "chart-label", style)                                      \
    S(CHART_TICK, "chart-tick", style)                                        \
    S(TILE_LABEL, "tile-label", style)                                        \
    S(TILE_FIGURE, "tile-figure", style)                                      \
    S(TILE_UNIT, "tile-unit", style)                                          \
    S(TILE_NOTE, "tile-note", style)                                          \
    S(RUNNING_TITLE, "running-title", style)                                  \
    S(RUNNING_HEAD, "running-head", style)                                    \
    S(PAGE_NUMBER, "page-number", style)

typedef enum StyleId {
#define S(id, name, shape) STYLE_##id,
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

typedef struct ThemeColour {
    uint8_t r, g, b;
} ThemeColour;

/* How far apart lines stand, baseline to baseline (K-48). It depends on the
 * size of the style alone, never on what stands in a line. */
typedef enum PitchKind {
    PITCH_LENGTH, /* 24pt */
    PITCH_SHARE,  /* 160%: of the size, in thousandths */
    PITCH_GAP,    /* gap 9pt: this and the size */
    PITCH_LEAST   /* least 20pt: this, or more where the size asks for it */
} PitchKind;

typedef struct ThemePitch {
    PitchKind kind;
    int value; /* a Len or thousandths */
} ThemePitch;

/* Where lines of running text may end (K-13). */
typedef enum ThemeBreak { THEME_BREAK_WORD, THEME_BREAK_SYLLABLE } ThemeBreak;

/* How they align (K-35, K-40, K-41). */
typedef enum ThemeAlign {
    THEME_ALIGN_AUTO, /* left in word mode, justified in syllable mode */
    THEME_ALIGN_LEFT,
    THEME_ALIGN_JUSTIFY,
    THEME_ALIGN_FORCE,  /* justified, the last line too */
    THEME_ALIGN_CENTRE, /* these two: only text without a marker */
    THEME_ALIGN_RIGHT
} ThemeAlign;

typedef struct ThemeStyle {
    Str font;        /* a role of `fonts` */
    Len size;
    ThemePitch pitch_as; /* as written … */
    Len pitch;           /* … and what it comes to */
    ThemeColour colour;
    int letter_spacing; /* 1/1000 em */
    int glyph_width;    /* 1/1000 */
    Len spread;         /* > 0: distributed over this width (K-53) */
    ThemeBreak lines;   /* of running text … */
    ThemeAlign align;
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

/* A text that the pages print, and where the theme has it. */
typedef struct ThemeText {
    Str text;
    Pos pos;
} ThemeText;

typedef struct ThemeMarker {
    ThemeText text; /* what it reads as: "○", "-", "·", "※", "□" */
    bool drawn;     /* drawn as a shape instead of set */
    Len x;          /* left edge of the marker */
    Len text_x;     /* left edge of the text: exact hanging indent (K-72) */
    Len size;       /* of a drawn marker: ring diameter, square side */
    Len stroke;
} ThemeMarker;

/* The first line of a paragraph right after a heading (K-76). */
typedef enum ThemeAfterHeading {
    AFTER_HEADING_NONE,
    AFTER_HEADING_INDENT
} ThemeAfterHeading;

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
    ThemeText page_number; /* "- {page} -" */

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
    ThemeText continued; /* "다음 쪽에 이어짐" */

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
    /* last lines that fitting cures: of so many characters, or so many
     * thousandths of the measure, at most (K-42) */
    int short_chars, short_share;

    bool fill; /* justified lines by syllables of the next word (K-32) */

    /* gaps inside words, 1/1000 em (K-38, K-51) */
    int latin_gap, operator_gap;
    int hanging;    /* of closing marks at line ends, 1/1000 (K-52) */
    Len first_line; /* indent of a paragraph's first line (K-76) … */
    ThemeAfterHeading after_heading; /* … also right after a heading? */

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
/* Readable values, for tests. */
Str theme_dump(const Theme *t, Arena *a);
const char *style_name(StyleId id);

#endif
