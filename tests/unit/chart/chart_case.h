/*
 * A chart case: real fonts, the house style, and figures typed by hand.
 */
#ifndef TESTS_CHART_CASE_H
#define TESTS_CHART_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "chart/chart.h"

#include <stdlib.h>
#include <string.h>

typedef struct ChartCase {
    Sources *sources;
    Diags *diags;
    Arena *arena;
    Fonts *fonts;
    Text *text;
    ChartStyle style;
    ChartTools tools;
} ChartCase;

static inline ChartType case_type(const ChartCase *c, const char *role,
                                  double size, double pitch, Colour colour)
{
    ChartType t = {
        .text = {.size = LEN_PT(size), .colour = colour, .glyph_width = 1000},
        .pitch = LEN_PT(pitch),
        .centre = LEN_PT(size * 0.37),
    };
    assert_true(fonts_find_role(c->fonts, str_of(role), &t.text.role));
    return t;
}

static inline ChartStyle case_style(const ChartCase *c)
{
    const Colour ink = COLOUR_BLACK, accent = {0x0E, 0x33, 0x50};
    ChartStyle s = {.accent = accent,
                    .tint1 = {0xDE, 0xE6, 0xEB},
                    .tint2 = {0xEE, 0xF2, 0xF5},
                    .frame_top = LEN_PT(1.7),
                    .frame_bottom = LEN_PT(1.13),
                    .frame_inner = LEN_PT(0.34)};
    s.types[CHART_NAME] = case_type(c, "bold", 11.5, 15, ink);
    s.types[CHART_VALUE] = case_type(c, "bold", 12, 15, ink);
    s.types[CHART_LABEL] = case_type(c, "plain", 11, 14, ink);
    s.types[CHART_TICK] = case_type(c, "plain", 10.5, 14, ink);
    s.types[CHART_TILE_LABEL] = case_type(c, "bold", 11.5, 15, ink);
    s.types[CHART_TILE_FIGURE] = case_type(c, "bold", 25, 36, accent);
    s.types[CHART_TILE_UNIT] = case_type(c, "plain", 12, 16, ink);
    s.types[CHART_TILE_NOTE] = case_type(c, "plain", 10.5, 14, ink);
    return s;
}

/* Large print: labels of 14 pt. */
static inline void case_enlarge(ChartCase *c)
{
    for (int i = CHART_NAME; i <= CHART_TICK; i++) {
        ChartType *t = &c->style.types[i];
        t->text.size = LEN_PT(14);
        t->pitch = LEN_PT(18.5);
        t->centre = LEN_PT(14 * 0.37);
    }
}

static inline Fonts *case_fonts(Diags *diags)
{
    static const Str fallbacks[] = {{"NanumGothic", 11}};
    const FontRoleSpec roles[] = {
        {STR("plain"), STR("Noto Sans CJK KR"), 400, fallbacks, 1, POS_NONE},
        {STR("bold"), STR("Noto Sans CJK KR"), 700, fallbacks, 1, POS_NONE},
    };
    const Str dir = STR("/usr/share/fonts");
    return fonts_open(roles, 2, str_of(HANJI_SOURCE "/fonts/fonts.lock"), &dir,
                      1, diags);
}

static inline int case_setup(void **state)
{
    ChartCase *c = calloc(1, sizeof *c);
    c->sources = sources_new();
    c->diags = diags_new(c->sources);
    c->arena = arena_new(0);
    c->fonts = case_fonts(c->diags);
    assert_non_null(c->fonts);
    c->text = text_new(c->fonts, c->arena);
    c->style = case_style(c);
    c->tools = (ChartTools){.text = c->text,
                            .style = &c->style,
                            .width = LEN_MM(170),
                            .depth = LEN_MM(246),
                            .arena = c->arena,
                            .diags = c->diags};
    *state = c;
    return 0;
}

static inline int case_teardown(void **state)
{
    ChartCase *c = *state;
    text_free(c->text);
    fonts_free(c->fonts);
    arena_free(c->arena);
    diags_free(c->diags);
    sources_free(c->sources);
    free(c);
    return 0;
}

/* ---- data ---- */

static inline ChartText case_text(const char *text)
{
    return (ChartText){str_of(text), {1, 1, 1}};
}

/* "54,677" as a cell; "" and "…" are not known. */
static inline ChartValue case_value(ChartCase *c, const char *text, Pos pos)
{
    char digits[64];
    size_t n = 0;
    ChartValue v = {.text = str_of(text), .pos = pos};
    for (; *text && n < sizeof digits - 1; text++)
        if (*text != ',')
            digits[n++] = *text;
    (void)c;
    v.known = decimal_parse((Str){digits, n}, &v.number);
    return v;
}

/* Lists end with NULL; cells row by row: a category, its figures. */
static inline ChartSpec case_spec(ChartCase *c, ChartKind kind,
                                  const char *const *series,
                                  const char *const *cells)
{
    ChartSpec spec = {.kind = kind, .total = case_text("계"), .pos = {1, 1, 1}};
    while (series[spec.nseries])
        spec.nseries++;
    size_t n = 0;
    while (cells[n])
        n++;
    spec.ncategories = (uint32_t)(n / (spec.nseries + 1));
    ChartText *names = ARENA_ARRAY(c->arena, ChartText, spec.ncategories);
    ChartSeries *all = ARENA_ARRAY(c->arena, ChartSeries, spec.nseries);
    for (uint32_t i = 0; i < spec.nseries; i++) {
        ChartValue *values =
            ARENA_ARRAY(c->arena, ChartValue, spec.ncategories);
        for (uint32_t k = 0; k < spec.ncategories; k++)
            values[k] = case_value(c, cells[k * (spec.nseries + 1) + 1 + i],
                                   (Pos){1, k + 2, i + 2});
        all[i] = (ChartSeries){case_text(series[i]), values};
    }
    for (uint32_t k = 0; k < spec.ncategories; k++)
        names[k] = case_text(cells[k * (spec.nseries + 1)]);
    spec.categories = names;
    spec.series = all;
    return spec;
}

/* ---- what came out ---- */

static inline bool case_has_label(ChartCase *c, const ChartDrawing *d,
                                  const char *text)
{
    const ChartPlace *p;
    uint32_t n = drawing_labels(d, c->arena, &p);
    for (uint32_t i = 0; i < n; i++)
        if (str_eq_c(p[i].text, text))
            return true;
    return false;
}

static inline void case_inside(ChartCase *c, const ChartDrawing *d,
                               const ChartPlace *p, uint32_t n)
{
    const Len slack = LEN_PT(0.6);
    for (uint32_t i = 0; i < n; i++) {
        assert_true(p[i].box.x >= -slack && p[i].box.y >= -slack);
        assert_true(p[i].box.x + p[i].box.w <= c->tools.width + slack);
        assert_true(p[i].box.y + p[i].box.h <= drawing_height(d) + slack);
    }
}

/* Nothing touches, and all labels and marks stand inside the drawing. */
static inline void case_proved(ChartCase *c, const ChartDrawing *d)
{
    const ChartPlace *p;
    assert_int_equal(drawing_overlaps(d), 0);
    case_inside(c, d, p, drawing_labels(d, c->arena, &p));
    case_inside(c, d, p, drawing_marks(d, c->arena, &p));
}

/* ---- generated data ---- */

typedef struct CaseRange {
    uint32_t series, categories; /* at most */
    bool negative, unknown;      /* some are */
} CaseRange;

static inline uint32_t case_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

/* Figures small, large, zero, and sometimes of 15 digits. */
static inline const char *case_figure(ChartCase *c, uint32_t *seed,
                                      const CaseRange *range)
{
    static const uint64_t sizes[] = {90, 9000, 9000, 90000, 90000, 700000};
    uint32_t kind = case_random(seed) % 40;
    uint64_t size = sizes[case_random(seed) % 6];
    bool minus = range->negative && case_random(seed) % 4 == 0;
    if (kind == 0)
        return "0";
    if (kind == 1 && range->unknown)
        return "…";
    uint64_t n = case_random(seed) % size;
    if (kind == 2 && case_random(seed) % 20 == 0)
        n = 100000000000000 + n * 1000003;
    return arena_printf(c->arena, "%s%llu", minus ? "-" : "",
                        (unsigned long long)n);
}

/* Cells as case_spec() takes them, by turns with short names and long ones. */
static inline ChartSpec case_generated(ChartCase *c, uint32_t *seed,
                                       ChartKind kind, CaseRange range)
{
    static const char *const names[] = {"동구",
                                        "2023년",
                                        "도시철도 2호선 트램",
                                        "유성구",
                                        "기금",
                                        "국가균형발전특별회계",
                                        "대전·세종·충북 광역철도 건설"};
    static const char *const parts[] = {"국비",   "시비", "특별회계", "민간",
                                        "기타",   "구비", "교부세",   "기금",
                                        "지방채", "성과"};
    uint32_t series = 1 + case_random(seed) % range.series;
    uint32_t rows = 1 + case_random(seed) % range.categories;
    uint32_t pool = case_random(seed) % 3 ? 2 : 7;
    const char **cells =
        ARENA_ARRAY(c->arena, const char *, (size_t)rows *(series + 1) + 1);
    const char **heads = ARENA_ARRAY(c->arena, const char *, series + 1);
    size_t n = 0;
    for (uint32_t i = 0; i < series; i++)
        heads[i] = parts[i % 10];
    for (uint32_t k = 0; k < rows; k++) {
        cells[n++] = names[case_random(seed) % pool];
        for (uint32_t i = 0; i < series; i++)
            cells[n++] = case_figure(c, seed, &range);
    }
    return case_spec(c, kind, heads, cells);
}

/* Draws `rounds` generated charts; answers how many were drawn, all proved. */
static inline uint32_t case_rounds(ChartCase *c, ChartKind kind,
                                   CaseRange range, uint32_t rounds)
{
    uint32_t seed = 20240105 + (uint32_t)kind, made = 0;
    for (uint32_t i = 0; i < rounds; i++) {
        ChartSpec spec = case_generated(c, &seed, kind, range);
        const ChartDrawing *d = chart_make(&spec, &c->tools);
        if (d)
            case_proved(c, d);
        made += d != NULL;
    }
    return made;
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)
#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

#endif
