/*
 * How long charts of about a hundred marks take, kind by kind, from figures to
 * a finished drawing, its proof included. The budget: 1 ms each.
 *
 *   bench_chart FONTS.LOCK FONT_FOLDER [ROUNDS]
 *
 * `first` shapes its words; `next` is the mean of the rounds after it, which
 * find them in the cache, as the charts of a book mostly do.
 */
#include "chart/chart.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct Shape {
    const char *kind;
    uint32_t categories, series;
} Shape;

/* A hundred marks where the kind draws so many. */
static const Shape shapes[] = {
    {"composition", 20, 5}, {"share", 20, 5},      {"bars", 25, 4},
    {"columns", 25, 4},     {"lines", 20, 5},      {"stacked", 12, 5},
    {"area", 20, 5},        {"donut", 5, 1},       {"progress", 100, 1},
    {"waterfall", 9, 1},   {"slope", 25, 2},      {"dots", 50, 2},
};

typedef struct Bench {
    Diags *diags;
    Fonts *fonts;
    Text *text;
    ChartStyle style;
    int rounds;
} Bench;

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* ---- figures ---- */

static ChartText text_of(Arena *a, const char *format, unsigned n)
{
    return (ChartText){str_of(arena_printf(a, format, n)), POS_NONE};
}

static ChartSeries series_make(Arena *a, uint32_t i, uint32_t n)
{
    ChartValue *values = ARENA_ARRAY(a, ChartValue, n);
    for (uint32_t k = 0; k < n; k++) {
        int64_t number = 1000 + (k * 7919 + i * 104729) % 9000;
        Decimal d = decimal_from_int(number);
        values[k] = (ChartValue){.known = true,
                                 .number = d,
                                 .text = decimal_format(d, true, a)};
    }
    return (ChartSeries){text_of(a, "계열 %u", i + 1), values};
}

static ChartSpec spec_make(const Shape *shape, Arena *a)
{
    ChartSpec spec = {.ncategories = shape->categories,
                      .nseries = shape->series,
                      .total = {STR("계"), POS_NONE},
                      .head = {STR("구분"), POS_NONE},
                      .power = 8};
    ChartText *names = ARENA_ARRAY(a, ChartText, shape->categories);
    ChartSeries *series = ARENA_ARRAY(a, ChartSeries, shape->series);
    for (uint32_t k = 0; k < shape->categories; k++)
        names[k] = text_of(a, "%u", k + 1);
    for (uint32_t i = 0; i < shape->series; i++)
        series[i] = series_make(a, i, shape->categories);
    spec.categories = names;
    spec.series = series;
    chart_kind_find(str_of(shape->kind), &spec.kind);
    return spec;
}

/* ---- drawing ---- */

/* Seconds for one chart; negative when it was refused. */
static double draw_once(Bench *b, const Shape *shape, uint32_t *marks)
{
    Arena *a = arena_new(0);
    ChartSpec spec = spec_make(shape, a);
    ChartTools tools = {.text = b->text,
                        .style = &b->style,
                        .width = LEN_MM(170),
                        .depth = LEN_MM(2000),
                        .arena = a,
                        .diags = b->diags};
    double start = seconds();
    const ChartDrawing *d = chart_make(&spec, &tools);
    double spent = seconds() - start;
    const ChartPlace *places;
    *marks = d ? drawing_marks(d, a, &places) : 0;
    arena_free(a);
    return d ? spent : -1;
}

static void bench_kind(Bench *b, const Shape *shape)
{
    uint32_t marks;
    double first = draw_once(b, shape, &marks), sum = 0;
    if (first < 0) {
        printf("%-12s refused\n", shape->kind);
        return;
    }
    for (int i = 0; i < b->rounds; i++)
        sum += draw_once(b, shape, &marks);
    printf("%-12s %6u marks  first %7.3f ms  next %7.3f ms (1)\n", shape->kind,
           marks, first * 1e3, sum / b->rounds * 1e3);
}

/* ---- looks ---- */

static void style_make(Bench *b)
{
    static const double sizes[CHART_ROLES] = {11.5, 12, 11,  10.5,
                                              11.5, 25, 12, 10.5};
    b->style = (ChartStyle){.accent = {0x0E, 0x33, 0x50},
                            .tint1 = {0xDE, 0xE6, 0xEB},
                            .tint2 = {0xEE, 0xF2, 0xF5}};
    for (int i = 0; i < CHART_ROLES; i++) {
        Len size = LEN_PT(sizes[i]);
        b->style.types[i] = (ChartType){
            .text = {.size = size, .glyph_width = 1000},
            .pitch = size * 4 / 3,
            .centre = size * 37 / 100,
        };
        fonts_find_role(b->fonts, STR("plain"),
                        &b->style.types[i].text.role);
    }
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "bench_chart FONTS.LOCK FONT_FOLDER [ROUNDS]\n");
        return 2;
    }
    const FontRoleSpec role = {STR("plain"), STR("Noto Sans CJK KR"), 400,
                               NULL, 0, POS_NONE};
    const Str folder = str_of(argv[2]);
    Sources *sources = sources_new();
    Arena *run = arena_new(0);
    Bench b = {.diags = diags_new(sources),
               .rounds = argc > 3 ? atoi(argv[3]) : 20};
    b.fonts = fonts_open(&role, 1, str_of(argv[1]), &folder, 1, b.diags);
    if (!b.fonts)
        return 1;
    b.text = text_new(b.fonts, run);
    style_make(&b);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        bench_kind(&b, &shapes[i]);
    text_free(b.text);
    fonts_free(b.fonts);
    arena_free(run);
    diags_free(b.diags);
    sources_free(sources);
    return 0;
}
