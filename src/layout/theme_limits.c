/*
 * Limits that every theme keeps, so that its books can be read: size by purpose
 * (K-150), line pitch (K-49), contrast (K-182), and paper that holds the text.
 * Thin strokes (K-159) the schema refuses.
 */
#include "layout/names.h"
#include "layout/theme_int.h"

#include <math.h>

typedef struct Limits {
    const Theme *theme;
    const Node *root;
    Diags *diags;
    bool ok;
} Limits;

/* ---- what each style is ---- */

/* K-150 sets sizes for these; the other styles are larger or furniture. */
typedef enum SizeClass { SIZE_OTHER, SIZE_BODY, SIZE_SMALL } SizeClass;

/* What a style stands on. */
typedef enum Ground {
    GROUND_PAPER,
    GROUND_ACCENT,
    GROUND_TINT1,
    GROUND_TINT2
} Ground;

static const struct {
    SizeClass size;
    Ground ground;
} traits[STYLE_COUNT] = {
    [STYLE_HEAD] = {.size = SIZE_BODY},
    [STYLE_ITEM] = {.size = SIZE_BODY},
    [STYLE_SUBITEM] = {.size = SIZE_BODY},
    [STYLE_POINT] = {.size = SIZE_BODY},
    [STYLE_LEAD] = {.size = SIZE_BODY},
    [STYLE_PARAGRAPH] = {.size = SIZE_BODY},
    [STYLE_BOX_TEXT] = {.size = SIZE_BODY},
    [STYLE_ITEM_NOTE] = {.size = SIZE_SMALL},
    [STYLE_NOTE] = {.size = SIZE_SMALL},
    [STYLE_TABLE] = {.size = SIZE_SMALL},
    [STYLE_UNIT] = {.size = SIZE_SMALL},
    [STYLE_CONTINUED] = {.size = SIZE_SMALL},
    [STYLE_CAPTION] = {.size = SIZE_SMALL},
    [STYLE_CHART_NAME] = {.size = SIZE_SMALL},
    [STYLE_CHART_VALUE] = {.size = SIZE_SMALL},
    [STYLE_CHART_LABEL] = {.size = SIZE_SMALL},
    [STYLE_CHART_TICK] = {.size = SIZE_SMALL},
    [STYLE_TILE_LABEL] = {.size = SIZE_SMALL},
    [STYLE_TILE_UNIT] = {.size = SIZE_SMALL},
    [STYLE_TILE_NOTE] = {.size = SIZE_SMALL},
    [STYLE_RUNNING_TITLE] = {.size = SIZE_SMALL},
    [STYLE_RUNNING_HEAD] = {.size = SIZE_SMALL},
    [STYLE_PAGE_NUMBER] = {.size = SIZE_SMALL},
    [STYLE_TABLE_HEAD] = {.size = SIZE_SMALL, .ground = GROUND_TINT1},
    [STYLE_TABLE_TOTAL] = {.size = SIZE_SMALL, .ground = GROUND_TINT2},
    [STYLE_BOX_LABEL] = {.size = SIZE_SMALL, .ground = GROUND_TINT1},
    [STYLE_CHAPTER_NUMBER] = {.ground = GROUND_ACCENT},
    [STYLE_FIELD] = {.ground = GROUND_TINT1},
    [STYLE_FIELD_NOTE] = {.size = SIZE_SMALL, .ground = GROUND_TINT1},
};

/* Smallest sizes of body and small type for each purpose. */
static const struct {
    Len body, small;
} sizes[] = {
    [PURPOSE_COUNCIL] = {LEN_PT(14), LEN_PT(10)},
    [PURPOSE_LARGE_PRINT] = {LEN_PT(13), LEN_PT(13)},
    [PURPOSE_FREE] = {0, 0},
};

/* ---- faults ---- */

/* Where a value of a style is written. */
static Pos style_pos(const Limits *l, StyleId id, const char *key)
{
    const Node *style = node_find(node_find(l->root, "styles"), style_name(id));
    const Node *value = node_find(style, key);
    return value ? value->pos : style->pos;
}

/* Of two values that are at odds, that of the theme which is the heir: its author
 * can mend it. A theme is read before the one that it extends. */
static Pos heirs_pos(Pos a, Pos b)
{
    return b.file && b.file < a.file ? b : a;
}

static void fault(Limits *l, DiagCode code, StyleId id, Pos pos, const char *is,
                  const char *least)
{
    l->ok = false;
    diag(l->diags, code, pos, style_name(id), is, least);
}

/* ---- the limits ---- */

static void check_size(Limits *l, StyleId id)
{
    static const Len none = 0;
    const Len *least[] = {
        [SIZE_OTHER] = &none,
        [SIZE_BODY] = &sizes[l->theme->purpose].body,
        [SIZE_SMALL] = &sizes[l->theme->purpose].small,
    };
    Len size = l->theme->styles[id].size, limit = *least[traits[id].size];
    if (size < limit)
        fault(l, DIAG_THEME_SIZE, id, style_pos(l, id, "size"),
              diag_arg(l->diags, "%gpt", len_pt(size)),
              diag_arg(l->diags, "%gpt", len_pt(limit)));
}

static void check_pitch(Limits *l, StyleId id)
{
    const ThemeStyle *s = &l->theme->styles[id];
    /* To the nearest length: 130 % of most sizes is none exactly. */
    int64_t percent = ((int64_t)s->pitch * 100 + s->size / 2) / s->size;
    if (percent > 129)
        percent = 129;
    if (s->pitch < len_mul(s->size, 1300, 1000))
        fault(l, DIAG_THEME_PITCH, id,
              heirs_pos(style_pos(l, id, "pitch"), style_pos(l, id, "size")),
              diag_arg(l->diags, "%d", (int)percent), NULL);
}

/* Relative luminance of WCAG. */
static double linear(uint8_t channel)
{
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(ThemeColour c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

static double contrast(ThemeColour a, ThemeColour b)
{
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

static ThemeColour ground_colour(const Theme *t, Ground ground)
{
    const ThemeColour colours[] = {[GROUND_PAPER] = {255, 255, 255},
                                   [GROUND_ACCENT] = t->accent,
                                   [GROUND_TINT1] = t->tint1,
                                   [GROUND_TINT2] = t->tint2};
    return colours[ground];
}

/* Where a colour of the palette is written; nowhere for paper and others that
 * have no entry. */
static Pos palette_pos(const Limits *l, Str name)
{
    const char *key = diag_str(l->diags, name);
    const Node *colour = node_find(node_find(l->root, "colours"), key);
    return colour ? colour->pos : POS_NONE;
}

/* The colour of the style, the one of the palette that it names, or the one of
 * its ground. */
static Pos contrast_pos(const Limits *l, StyleId id)
{
    static const char *const grounds[] = {[GROUND_PAPER] = "white",
                                          [GROUND_ACCENT] = "accent",
                                          [GROUND_TINT1] = "tint1",
                                          [GROUND_TINT2] = "tint2"};
    const Node *style = node_find(node_find(l->root, "styles"), style_name(id));
    const Node *colour = node_find(style, "colour");
    Pos pos = style_pos(l, id, "colour");
    if (colour)
        pos = heirs_pos(pos, palette_pos(l, colour->text));
    return heirs_pos(pos, palette_pos(l, str_of(grounds[traits[id].ground])));
}

static void check_contrast(Limits *l, StyleId id)
{
    double is = contrast(l->theme->styles[id].colour,
                         ground_colour(l->theme, traits[id].ground));
    if (is < 4.5)
        fault(l, DIAG_THEME_CONTRAST, id, contrast_pos(l, id),
              diag_arg(l->diags, "%.1f", floor(is * 10) / 10), NULL);
}

/* ---- fonts and paper ---- */

static void check_font(Limits *l, StyleId id)
{
    const Theme *t = l->theme;
    Names names = {.n = 0};
    for (size_t i = 0; i < t->nfonts; i++)
        names_add(&names, t->fonts[i].name);
    if (names_have(&names, t->styles[id].font))
        return;
    l->ok = false;
    names_fault(&names, DIAG_THEME_FONT_NEAR, DIAG_THEME_FONT,
                style_pos(l, id, "font"), t->styles[id].font, l->diags, NULL);
}

static void check_paper(Limits *l)
{
    const Theme *t = l->theme;
    const struct {
        Len used, paper;
        const char *what;
    } sums[] = {
        {t->inner + t->outer + LEN_MM(20), t->width, "inner + outer"},
        {t->top + t->depth, t->height, "top + depth"},
        {t->contents_top, t->top + t->depth, "contents_top"},
        {t->foot_baseline, t->height, "foot_baseline"},
        {t->slip_x + t->slip_width, t->width, "slip_x + slip_width"},
        {t->slip_y + t->slip_height, t->height, "slip_y + slip_height"},
    };
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        if (sums[i].used <= sums[i].paper)
            continue;
        l->ok = false;
        diag(l->diags, DIAG_THEME_PAGE, node_find(l->root, "page")->pos,
             sums[i].what);
    }
}

/* Every page would bear the same words. */
static void check_page_number(Limits *l)
{
    if (str_find(l->theme->page_number.text, STR("{page}")) >= 0)
        return;
    l->ok = false;
    diag(l->diags, DIAG_THEME_PAGE_NUMBER, l->theme->page_number.pos,
         diag_str(l->diags, l->theme->page_number.text));
}

bool theme_check_limits(const Theme *t, const Node *root, Diags *diags)
{
    Limits l = {.theme = t, .root = root, .diags = diags, .ok = true};
    for (StyleId id = 0; id < STYLE_COUNT; id++) {
        check_font(&l, id);
        check_size(&l, id);
        check_pitch(&l, id);
        check_contrast(&l, id);
    }
    check_paper(&l);
    check_page_number(&l);
    return l.ok;
}
