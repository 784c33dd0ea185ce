/*
 * Line fitting (자간 조이기): tightening a paragraph within caps until a short
 * last line vanishes, or a title fits its line (K-42 … K-47).
 *
 * Each kind of fit is a ladder of stages, climbed in small steps; more
 * tightening never makes more lines, so the lowest step that serves is found
 * by halving. Loosening (K-44) is the optimum's own work: it moves words down
 * where that cures a short last line. What remains is tried once more with
 * lines that may open, and with words tightened so that more can move down.
 */
#include "text/text_int.h"

typedef struct Ladder Ladder;

typedef enum Dial { DIAL_SPACE, DIAL_LETTER, DIAL_WIDTH, DIAL_SIZE } Dial;

/* One dial turned from natural in equal steps. */
typedef struct Stage {
    Dial dial;
    int step, count;
} Stage;

struct Ladder {
    Stage stages[10];
    int nstages;
};

enum { HALF_POINT = LEN_ONE / 2 };

/* K-43: how far running text may go unless the theme says otherwise. The word
 * space is what is left of the natural gap between two words (K-42). */
static const FitValues body_caps = {700, -50, 950};

/* K-42. The dials take turns: a paragraph whose words stand at 80 %, letters
 * at -2 % and glyphs at 98 % looks like its neighbours, one of the same length
 * whose words stand at 70 % does not. Goes to the hard caps of K-43; those in
 * force end it earlier. */
static const Ladder body_ladder = {
    {{DIAL_SPACE, 50, 2}, {DIAL_LETTER, 5, 2}, {DIAL_WIDTH, 10, 1},
        {DIAL_SPACE, 50, 2}, {DIAL_LETTER, 5, 2}, {DIAL_WIDTH, 10, 2},
        {DIAL_LETTER, 5, 4}, {DIAL_WIDTH, 10, 7}, {DIAL_LETTER, 5, 8},
        {DIAL_SPACE, 50, 2}}, 10};

/* K-45. */
static const Ladder line_ladder = {
    {{DIAL_WIDTH, 10, 10}, {DIAL_LETTER, 5, 16}, {DIAL_SIZE, HALF_POINT, 4}},
    3};

/* K-105 with its caps of K-43. */
static const FitValues cell_caps = {700, -100, 900};

/* Size comes late: a smaller cell is seen at once among its neighbours, a
 * tightened one is not. */
static const Ladder cell_ladder = {
    {{DIAL_SPACE, 50, 2}, {DIAL_WIDTH, 10, 10}, {DIAL_LETTER, 5, 12},
        {DIAL_SIZE, LEN_ONE, 2}, {DIAL_LETTER, 5, 8}}, 5};

static const Ladder cell_body_ladder = {
    {{DIAL_SPACE, 50, 2}, {DIAL_WIDTH, 10, 10}, {DIAL_LETTER, 5, 20}}, 3};

/* How a paragraph is fitted: onto one line when that can be reached, else to
 * lose its short last lines. */
typedef struct Fitting {
    const Ladder *line, *body;
    const FitValues *caps;
} Fitting;

static const Fitting fittings[] = {
    [FIT_NONE] = {NULL, NULL, &body_caps},
    [FIT_BODY] = {NULL, &body_ladder, &body_caps},
    [FIT_LINE] = {&line_ladder, &body_ladder, &body_caps},
    [FIT_CELL] = {&cell_ladder, &cell_body_ladder, &cell_caps},
    [FIT_PROSE] = {&body_ladder, &body_ladder, &body_caps},
    [FIT_PINNED] = {NULL, NULL, &body_caps},
};

static int ladder_height(const Ladder *l)
{
    int height = 0;
    for (int i = 0; i < l->nstages; i++)
        height += l->stages[i].count;
    return height;
}

static void turn(Spacing *s, Dial dial, int by)
{
    switch (dial) {
    case DIAL_SPACE:
        s->word_space -= by;
        break;
    case DIAL_LETTER:
        s->letter_spacing -= by;
        break;
    case DIAL_WIDTH:
        s->glyph_width -= by;
        break;
    case DIAL_SIZE:
        s->size_change -= by;
        break;
    }
}

static int at_least(int value, int cap)
{
    return value > cap ? value : cap;
}

static const FitValues *caps_of(const Setting *s)
{
    return s->spec->values ? s->spec->values : fittings[s->spec->fit].caps;
}

/* Letter spacing, that of the space and of the letter before it, and glyph
 * width take from the gap between two words, too: the word space at which
 * `share` of the natural gap is left. */
static int least_word_space(Setting *set, const Spacing *s, int share)
{
    if (!set->survey.made)
        survey_make(set);
    int64_t wanted = (int64_t)set->survey.space * share
        - 2000 * (int64_t)s->letter_spacing;
    int64_t whole = (int64_t)set->survey.space * s->glyph_width;
    return whole > 0 ? (int)((wanted * 1000 + whole - 1) / whole) : share;
}

/* The spacing on step `step` of a ladder, as far as the caps let it. */
static Spacing spacing_at(Setting *set, const Ladder *l, int step)
{
    Spacing s = SPACING_NATURAL;
    const FitValues *caps = caps_of(set);
    if (step == 0)
        return s;
    for (int i = 0; step > 0 && i < l->nstages; i++) {
        int steps = step < l->stages[i].count ? step : l->stages[i].count;
        turn(&s, l->stages[i].dial, steps * l->stages[i].step);
        step -= steps;
    }
    s.letter_spacing = at_least(s.letter_spacing, caps->letter_spacing);
    s.glyph_width = at_least(s.glyph_width, caps->glyph_width);
    s.least_space = least_word_space(set, &s, caps->word_space);
    s.word_space = at_least(s.word_space, s.least_space);
    return s;
}

static void measure_at(Setting *s, const Ladder *l, int step)
{
    s->fitted = step > 0;
    items_measure(s, spacing_at(s, l, step));
}

/* As few lines as hold the paragraph. Greedy ones do, but for justified lines,
 * whose word spaces may shrink (K-40): of those only the best are fewest. */
static void fill_lines(Setting *s)
{
    if (is_justified(s))
        lines_optimum(s, &s->t->ends);
    else
        lines_greedy(s, &s->t->ends);
}

/* The fewest lines on a step. */
static size_t count_lines(Setting *s, const Ladder *l, int step)
{
    measure_at(s, l, step);
    fill_lines(s);
    return s->t->ends.n;
}

static void count_base(Setting *s)
{
    count_lines(s, s->base.ladder, s->base.step);
}

static bool may_hold(Setting *s, const Ladder *l, int step, size_t lines)
{
    Spacing spacing = spacing_at(s, l, step);
    return survey_may_hold(s, &spacing, lines);
}

/* The lowest step that may have so few lines, by the width of the paragraph
 * alone; one above the ladder when none has. */
static int first_step(Setting *s, const Ladder *l, size_t lines)
{
    int low = 0, high = ladder_height(l);
    s->fitted = true;
    if (!may_hold(s, l, high, lines))
        return high + 1;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (may_hold(s, l, middle, lines))
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* Goes up from `*low`, which does not serve, in strides that grow: to a step
 * with at most `lines` lines, or 0. `*low` is the last that has more. */
static int stride_up(Setting *s, const Ladder *l, int *low, size_t lines)
{
    int height = ladder_height(l);
    for (int stride = 1; *low < height; stride *= 2) {
        int step = *low + stride < height ? *low + stride : height;
        if (count_lines(s, l, step) <= lines)
            return step;
        *low = step;
    }
    return 0;
}

/* The lowest step with at most `lines` lines, left in force; 0 when there is
 * none, and nothing is settled. The first that may serve is seldom far. */
static int climb(Setting *s, const Ladder *l, size_t lines)
{
    int base = l == s->base.ladder ? s->base.step : 0;
    int low = first_step(s, l, lines) - 1;
    low = low > base ? low : base;
    int high = stride_up(s, l, &low, lines);
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (count_lines(s, l, middle) <= lines)
            high = middle;
        else
            low = middle;
    }
    if (high)
        count_lines(s, l, high);
    return high;
}

static bool boxes_fit(Setting *s, const Ladder *l, int step)
{
    measure_at(s, l, step);
    return !lines_have_wide_box(s);
}

static bool fit_boxes_on(Setting *s, const Ladder *l)
{
    int low = 0, high = ladder_height(l);
    if (!boxes_fit(s, l, high))
        return false;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (boxes_fit(s, l, middle))
            high = middle;
        else
            low = middle;
    }
    s->base = (Rung) {l, high};
    measure_at(s, l, high);
    return true;
}

/* A title goes down its own ladder first (K-45), a cell keeps its size while it
 * can (K-105). */
bool fit_boxes(Setting *s)
{
    const Fitting *f = &fittings[s->spec->fit];
    bool title = s->spec->fit == FIT_LINE;
    const Ladder *first = title ? f->line : f->body;
    const Ladder *second = title ? f->body : f->line;
    if ((first && fit_boxes_on(s, first))
        || (second && fit_boxes_on(s, second)))
        return true;
    if (f->body)
        measure_at(s, NULL, 0);
    return false;
}

void fit_tightest(Setting *s)
{
    const Fitting *f = &fittings[s->spec->fit];
    const Ladder *l = f->line ? f->line : f->body;
    if (l)
        measure_at(s, l, ladder_height(l));
}

static size_t forced_lines(const Setting *s)
{
    size_t lines = 1;
    for (size_t i = 0; i + 1 < s->nitems; i++)
        lines += s->items[i].forced;
    return lines;
}

/* One line is one line. Of two filled greedily the first is the best there is,
 * unless it ends where an editor would not end it. */
static bool greedy_is_best(const Setting *s)
{
    const LineEnds *ends = &s->t->ends;
    if (ends->n == 1)
        return true;
    const Item *last = &s->items[ends->at[0] - 1];
    return ends->n == 2 && !s->spec->balance && !s->cut && last->space
        && last->cost == 0 && !is_justified(s)
        && s->spec->mode == BREAK_WORD && !lines_short(s, ends);
}

static void take_best(Setting *s)
{
    if (!greedy_is_best(s))
        lines_optimum(s, &s->t->ends);
}

/* The best lines of the paragraph as it is without a cure. */
static void take_base(Setting *s)
{
    count_base(s);
    take_best(s);
}

/* What a cure must come to. */
typedef struct Aim {
    size_t lines;       /* no more than these */
    uint32_t too_short; /* fewer short ones */
    int ragged;         /* no line emptier than this, 1/1000 of its room */
} Aim;

enum { ANY_RAGGED = 1000 };

static bool is_within_ragged(const Setting *s, int ragged)
{
    const LineEnds *ends = &s->t->ends;
    for (uint32_t i = 0, from = 0; i < ends->n; from = ends->at[i++]) {
        uint32_t to = ends->at[i];
        Len room = line_room(s, i);
        int64_t slack = room - items_inside(s->items, from, to);
        bool last = to == s->nitems || s->items[to - 1].forced;
        if (!last && slack * 1000 > (int64_t)room * ragged)
            return false;
    }
    return true;
}

/* Whether the best lines at a step come to it; they are in force then. */
static bool cures(Setting *s, const Ladder *l, int step, Aim aim)
{
    if (count_lines(s, l, step) > aim.lines)
        return false;
    if (!is_justified(s))
        take_best(s);
    return lines_short(s, &s->t->ends) < aim.too_short
        && (aim.ragged == ANY_RAGGED || is_within_ragged(s, aim.ragged));
}

/* The lowest step from `step` on that cures, left in force. Each is tried: words
 * that have moved down may come up again a step further. */
static bool cure_from(Setting *s, const Ladder *l, int step, Aim aim)
{
    for (; step <= ladder_height(l); step++)
        if (cures(s, l, step, aim))
            return true;
    return false;
}

/* Tightens until there are so few lines, and on until fewer are short: one line
 * less may only have drawn the others together. */
static bool tighten(Setting *s, const Ladder *l, Aim aim)
{
    int step = climb(s, l, aim.lines);
    return step && cure_from(s, l, step, aim);
}

/* K-44: how ragged lines may become when words move down so that the last one
 * is long enough. */
enum { RAGGED = 600 };

/* What neither tightening nor moving words down cures: one line less is worth
 * ragged lines; else words may be tightened so that more of them can move; else
 * lines open, but no further than ragged ones do, and no word is cut elsewhere for
 * it. */
static bool tighten_hard(Setting *s, const Ladder *l, uint32_t too_short)
{
    size_t lines = s->t->ends.n;
    int base = s->base.step;
    const Aim fewer = {lines - too_short, too_short, ANY_RAGGED};
    const Aim same = {lines, too_short, RAGGED};
    s->strict = true;
    bool cured = tighten(s, l, fewer);
    s->strict = false;
    cured = cured || cure_from(s, l, base + 1, same);
    s->strict = true;
    cured = cured || (!s->cut && cure_from(s, l, base, same));
    s->strict = false;
    return cured;
}

/* Whether word spaces alone, which justification may shrink, come to so few
 * lines. */
static bool spaces_save(Setting *s, size_t lines)
{
    if (!is_justified(s))
        return false;
    lines_optimum(s, &s->t->ends);
    return s->t->ends.n <= lines && !lines_short(s, &s->t->ends);
}

/* The best lines, short last ones lost if tightening can lose them (K-42),
 * else words moved down (K-44). Starts from greedy lines. */
static void fit_body(Setting *s, const Ladder *l, FitResult *result)
{
    size_t natural = s->t->ends.n;
    uint32_t too_short = lines_short(s, &s->t->ends), left;
    const Aim fewer = {natural - too_short, too_short, ANY_RAGGED};
    bool cured = too_short
        && (spaces_save(s, fewer.lines) || tighten(s, l, fewer));
    if (!cured)
        take_base(s);
    if (!cured && (left = lines_short(s, &s->t->ends)) > 0
        && !(cured = tighten_hard(s, l, left)))
        take_base(s);
    if (cured && s->t->ends.n < natural)
        result->lines_saved = (uint16_t)(natural - s->t->ends.n);
    else
        result->loosened = cured || too_short > 0;
}

FitResult lines_fit(Setting *s)
{
    FitResult result = {0};
    const Fitting *fitting = &fittings[s->spec->fit];
    size_t wanted = forced_lines(s);
    lines_greedy(s, &s->t->ends);
    if (s->t->ends.n == wanted)
        return result; /* no line but what the author asked for */
    if (fitting->line) {
        size_t natural = s->t->ends.n;
        if (climb(s, fitting->line, wanted)) {
            result.lines_saved = (uint16_t)(natural - wanted);
            return result;
        }
        count_base(s);
        result.failed = s->spec->fit == FIT_LINE;
    }
    /* Words that fit by their size alone are tight enough. */
    if (fitting->body && (!s->base.step || s->base.ladder == fitting->body))
        fit_body(s, fitting->body, &result);
    else
        take_best(s);
    if (s->spec->fill && is_justified(s))
        lines_fill(s);
    return result;
}
