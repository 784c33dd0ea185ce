/*
 * Ticks: the extended Wilkinson search, with the numbers and names of the
 * paper, and the words of the ticks.
 */
#include "chart/scale.h"

#include <math.h>

/* Ten times the nice numbers, the nicest first. */
static const int nice[] = {10, 50, 20, 25, 40, 30};
enum { NICE = sizeof nice / sizeof *nice };

/* Weights of simplicity, coverage, density; legibility is always 1 here. */
#define W_SIMPLE 0.25
#define W_COVER 0.2
#define W_DENSE 0.5
#define W_LEGIBLE 0.05

/* Bounds that no sensible request reaches; hostile ones end. */
enum { MOST_STRIDE = 20, MOST_TICKS = 40, MOST_POWERS = 3 };

typedef struct Search {
    double low, high; /* of the data */
    double want;
    bool loose;
    double best;
    Ticks found;
} Search;

static double simplicity(int q, int j, bool zero)
{
    return 1 - (double)q / (NICE - 1) - j + zero;
}

static double coverage(const Search *s, double low, double high)
{
    double tenth = 0.1 * (s->high - s->low);
    double above = s->high - high, below = s->low - low;
    return 1 - 0.5 * (above * above + below * below) / (tenth * tenth);
}

static double coverage_most(const Search *s, double span)
{
    double range = s->high - s->low;
    if (span <= range)
        return 1;
    double half = (span - range) / 2, tenth = 0.1 * range;
    return 1 - half * half / (tenth * tenth);
}

static double density(const Search *s, int k, double low, double high)
{
    double r = (k - 1) / (high - low);
    double wanted = (s->want - 1) / (fmax(high, s->high) - fmin(low, s->low));
    return 2 - fmax(r / wanted, wanted / r);
}

static double density_most(const Search *s, int k)
{
    return k >= s->want ? 2 - (k - 1) / (s->want - 1) : 1;
}

static double score(double simple, double cover, double dense)
{
    return W_SIMPLE * simple + W_COVER * cover + W_DENSE * dense + W_LEGIBLE;
}

/* Both ends taken in, and a tick at a zero between them. */
static bool is_loose(const Search *s, double low, double high, bool zero)
{
    bool wants_zero = s->low <= 0 && s->high >= 0;
    return low <= s->low && high >= s->high && (zero || !wants_zero);
}

/* One choice of step and first tick. */
static void try_start(Search *s, int q, int j, int k, int power, int64_t start)
{
    double unit = nice[q] * pow(10, power - 1);
    double low = (double)start * unit;
    double high = low + (double)j * unit * (k - 1);
    bool zero = start % j == 0 && low <= 0 && high >= 0;
    double mark = score(simplicity(q, j, zero), coverage(s, low, high),
                        density(s, k, low, high));
    if (mark <= s->best)
        return;
    if (s->loose && !is_loose(s, low, high, zero))
        return;
    s->best = mark;
    s->found = (Ticks){start, j, nice[q], power - 1, k, low, high};
}

/* k ticks whose step is j * nice[q] * 10^power, for growing powers. */
static void try_powers(Search *s, int q, int j, int k)
{
    double best_simple = simplicity(q, j, true);
    double best_dense = density_most(s, k);
    double step = (s->high - s->low) / (k + 1) / (j * nice[q] / 10.0);
    int first = (int)ceil(log10(step));
    for (int power = first; power < first + MOST_POWERS; power++) {
        double unit = nice[q] * pow(10, power - 1), span = unit * j * (k - 1);
        if (score(best_simple, coverage_most(s, span), best_dense) < s->best)
            return;
        int64_t from =
            (int64_t)floor(s->high / (unit * j)) * j - (int64_t)(k - 1) * j;
        int64_t to = (int64_t)ceil(s->low / (unit * j)) * j;
        for (int64_t start = from; start <= to; start++)
            try_start(s, q, j, k, power, start);
    }
}

/* False when no larger j can do better. */
static bool try_stride(Search *s, int j)
{
    for (int q = 0; q < NICE; q++) {
        double simple = simplicity(q, j, true);
        if (score(simple, 1, 1) < s->best)
            return false;
        for (int k = 2; k < MOST_TICKS; k++) {
            if (score(simple, 1, density_most(s, k)) < s->best)
                break;
            try_powers(s, q, j, k);
        }
    }
    return true;
}

bool ticks_find(double low, double high, int want, bool loose, Ticks *out)
{
    Search s = {.low = low,
                .high = high,
                .want = want,
                .loose = loose,
                .best = -INFINITY};
    /* Beyond this, multiples no longer differ as floating point. */
    bool sane = isfinite(low) && isfinite(high) && high > low && want >= 2 &&
                (high - low) > fmax(fabs(low), fabs(high)) * 1e-9;
    if (!sane)
        return false;
    for (int j = 1; j <= MOST_STRIDE && try_stride(&s, j); j++)
        ;
    *out = s.found;
    return s.best > -INFINITY;
}

Decimal ticks_at(const Ticks *t, int i)
{
    int64_t n = (t->start + (int64_t)i * t->stride) * t->base;
    Decimal d = decimal_from_int(n);
    decimal_shift(d, t->power, &d);
    return decimal_trim(d);
}

/* ---- words ---- */

/* Figures from here on are written with a scale word. */
#define LONG_FIGURE 1e5

typedef struct ScaleWord {
    int power;
    const char *word;
} ScaleWord;

/* The largest word that leaves a whole number or one more digit. */
static ScaleWord scale_word(double largest)
{
    static const ScaleWord words[] = {
        {16, "경"}, {12, "조"}, {8, "억"}, {4, "만"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (largest >= pow(10, words[i].power))
            return words[i];
    return (ScaleWord){0, ""};
}

static Str tick_text(Decimal d, ScaleWord w, Str after, Negative negative,
                     Arena *a)
{
    const char *word = decimal_sign(d) ? w.word : "";
    Str unit = str_printf(a, "%s" STR_FMT, word, STR_ARG(after));
    return figure_write(decimal_trim(d), true, unit, negative, a);
}

static double largest_of(const Decimal *amounts, int n)
{
    double largest = 0;
    for (int i = 0; i < n; i++)
        largest = fmax(largest, fabs((double)amounts[i].coef *
                                     pow(10, -amounts[i].scale)));
    return largest;
}

void amounts_print(const Decimal *amounts, int n, int power, Str after,
                   Negative negative, Arena *a, Str *out)
{
    double largest = largest_of(amounts, n);
    bool worded = power >= 0 && largest >= LONG_FIGURE;
    ScaleWord w = {0, ""};
    if (worded)
        w = scale_word(largest * pow(10, power));
    for (int i = 0; i < n; i++) {
        Decimal d = amounts[i];
        if (worded)
            decimal_shift(d, power - w.power, &d);
        out[i] = tick_text(d, w, after, negative, a);
    }
}

void ticks_print(const Ticks *t, int power, Str after, Negative negative,
                 Arena *a, Str *out)
{
    Decimal *ticks = ARENA_ARRAY(a, Decimal, (size_t)t->n);
    for (int i = 0; i < t->n; i++)
        ticks[i] = ticks_at(t, i);
    amounts_print(ticks, t->n, power, after, negative, a, out);
}
