/* Charts: what each kind can draw, and the data looked over. */
#include "chart/chart.h"

#include "chart/plot.h"

/* More categories than this are not even measured. */
enum { MANY = 1000 };

/* Series that stand apart need no fill of their own; more of them nobody
 * compares. */
enum { PANELS = 40 };

/* What a kind cannot do without. */
typedef enum KindNeed {
    ANY = 0,
    POSITIVE = 1 << 0,  /* parts of a whole */
    COMPLETE = 1 << 1,  /* every figure is known, as they are added up */
    FROM_ZERO = 1 << 2  /* bars that begin at zero and have one way to go */
} KindNeed;

typedef struct KindInfo {
    const char *name; /* in layouts */
    ChartKindDraw *draw;
    unsigned needs;        /* of KindNeed */
    uint32_t fewest, most; /* series */
    uint32_t least_categories;
    uint32_t most_categories; /* 0: as many as a page has room for */
} KindInfo;

static const KindInfo kinds[CHART_KINDS] = {
    [CHART_COMPOSITION] = {"composition", composition_draw, POSITIVE, 1, FILLS,
                           1, 0},
    [CHART_SHARE] = {"share", composition_draw, POSITIVE, 1, FILLS, 1, 0},
    [CHART_BARS] = {"bars", bars_draw, ANY, 1, FILLS, 1, 0},
    [CHART_COLUMNS] = {"columns", columns_draw, ANY, 1, FILLS, 1, 0},
    [CHART_LINES] = {"lines", lines_draw, ANY, 1, FILLS, 1, 0},
    [CHART_STACKED] = {"stacked", stacked_draw, POSITIVE, 1, FILLS, 1, 0},
    [CHART_AREA] = {"area", area_draw, POSITIVE, 1, FILLS, 2, 0},
    [CHART_DONUT] = {"donut", donut_draw, POSITIVE | COMPLETE, 1, 1, 1, FILLS},
    [CHART_PROGRESS] = {"progress", progress_draw, FROM_ZERO, 1, 1, 1, 0},
    [CHART_WATERFALL] = {"waterfall", waterfall_draw, COMPLETE, 1, 1, 1, 0},
    [CHART_SLOPE] = {"slope", slope_draw, ANY, 2, 2, 1, 0},
    [CHART_DOTS] = {"dots", dots_draw, ANY, 2, 2, 1, 0},
    [CHART_PYRAMID] = {"pyramid", pyramid_draw, FROM_ZERO, 2, 2, 1, 0},
    [CHART_MULTIPLES] = {"multiples", multiples_draw, ANY, 2, PANELS, 1, 0},
    [CHART_SPARKLINES] = {"sparklines", sparklines_draw, ANY, 2, PANELS, 1, 0},
};

bool chart_kind_find(Str name, ChartKind *out)
{
    for (int kind = 0; kind < CHART_KINDS; kind++)
        if (str_eq_c(name, kinds[kind].name)) {
            *out = (ChartKind)kind;
            return true;
        }
    return false;
}

static void report_categories(const ChartSpec *spec, uint32_t least,
                              uint32_t most, Diags *diags)
{
    /* A donut of many parts has a better way out than fewer categories. */
    if (spec->kind == CHART_DONUT)
        diag(diags, DIAG_CHART_PARTS, spec->pos,
             diag_arg(diags, "%u", spec->ncategories),
             diag_arg(diags, "%u", most));
    else
        diag(diags, DIAG_CHART_CATEGORIES, spec->pos,
             diag_arg(diags, "%u", spec->ncategories),
             diag_arg(diags, "%u", least), diag_arg(diags, "%u", most));
}

static bool count_check(const ChartSpec *spec, const KindInfo *k, Diags *diags)
{
    bool series = spec->nseries >= k->fewest && spec->nseries <= k->most;
    uint32_t limit = k->most_categories ? k->most_categories : MANY;
    bool categories =
        spec->ncategories >= k->least_categories && spec->ncategories <= limit;
    if (!series)
        diag(diags, DIAG_CHART_SERIES, spec->pos,
             diag_arg(diags, "%u", spec->nseries),
             diag_arg(diags, "%u", k->fewest), diag_arg(diags, "%u", k->most));
    if (!categories)
        report_categories(spec, k->least_categories, limit, diags);
    return series && categories;
}

/* Can the kind draw this figure? */
static bool value_check(const ChartValue *v, const KindInfo *k, Diags *diags)
{
    DiagCode code;
    bool negative = v->known && decimal_sign(v->number) < 0;
    if (!v->known && (k->needs & COMPLETE))
        code = DIAG_CHART_UNKNOWN;
    else if (negative && (k->needs & POSITIVE))
        code = DIAG_CHART_NEGATIVE;
    else if (negative && (k->needs & FROM_ZERO))
        code = DIAG_CHART_BELOW_ZERO;
    else
        return true;
    diag(diags, code, v->pos, diag_str(diags, v->text), k->name);
    return false;
}

/* Anything known at all, and nothing that the kind cannot draw. */
static bool values_check(const ChartSpec *spec, const KindInfo *k, Diags *diags)
{
    bool any = false, ok = true;
    for (uint32_t i = 0; i < spec->nseries; i++)
        for (uint32_t c = 0; c < spec->ncategories; c++)
            any |= spec_value(spec, i, c)->known;
    if (!any) {
        diag0(diags, DIAG_CHART_EMPTY, spec->pos);
        return false;
    }
    for (uint32_t i = 0; i < spec->nseries; i++)
        for (uint32_t c = 0; c < spec->ncategories; c++)
            ok &= value_check(spec_value(spec, i, c), k, diags);
    return ok;
}

const ChartDrawing *chart_make(const ChartSpec *spec, const ChartTools *tools)
{
    const KindInfo *k = &kinds[spec->kind];
    if (spec->ncategories == 0) {
        diag0(tools->diags, DIAG_CHART_EMPTY, spec->pos);
        return NULL;
    }
    if (!count_check(spec, k, tools->diags) ||
        !values_check(spec, k, tools->diags))
        return NULL;
    return k->draw(spec, tools);
}
