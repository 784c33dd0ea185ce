/* What holds for every paragraph, tried on the sample book's bullets at many
 * measures, in both modes, with and without fitting. */
#include "text_case.h"

#include "text/kinsoku.h"

static uint32_t first_char(const char *line)
{
    return g_utf8_get_char(line);
}

static uint32_t last_char(const char *line)
{
    const char *end = line + strlen(line);
    while (end > line && end[-1] == ' ')
        end--;
    return end > line ? g_utf8_get_char(g_utf8_prev_char(end)) : 0;
}

/* K-17, K-18, K-20 at the break after line i. */
static void check_break(Case *c, const Para *p, uint32_t i)
{
    char *before = line_of(c, p, i), *after = line_of(c, p, i + 1);
    unsigned first = kinsoku(first_char(after)), last =
        kinsoku(last_char(before));
    if (first & KIN_NOT_FIRST && !(first & KIN_AFTER_SPACE)
        && first_char(after) != 0x2019)
        fail_msg("begins a line: %s", after);
    if (last & KIN_NOT_LAST)
        fail_msg("ends a line: %s", before);
    if (p->lines[i].emergency && last & KIN_DIGIT && first & KIN_DIGIT)
        fail_msg("number cut: %s/%s", before, after);
}

/* K-168: the lines give the text back. */
static void check_text(Case *c, const Para *p, const char *bullet)
{
    GString *all = g_string_new("");
    for (uint32_t i = 0; i < p->nlines; i++)
        g_string_append(all, line_of(c, p, i));
    const Para *whole = set_para(c, bullet,
        (ParaSpec) {.measure = LEN_PT(1000000)});
    assert_string_equal(all->str, line_of(c, whole, 0));
    g_string_free(all, TRUE);
}

static bool is_space_at(const GString *s, size_t at)
{
    return at >= s->len || s->str[at] == ' ';
}

/* Past the next word when that may not begin a line (K-17). */
static size_t take_closed(const GString *s, size_t to)
{
    if (to >= s->len || is_space_at(s, to + 1)
        || !(kinsoku(g_utf8_get_char(s->str + to + 1)) & KIN_NOT_FIRST))
        return to;
    do
        to++;
    while (!is_space_at(s, to));
    return to;
}

/* Before a marker that stands before the word (K-24). */
static size_t take_marker(const GString *s, size_t from)
{
    if (from < 2)
        return from;
    const char *marker = g_utf8_prev_char(s->str + from - 1);
    return kinsoku(g_utf8_get_char(marker)) & KIN_MARKER
        ? (size_t)(marker - s->str) : from;
}

/* The place of a "¦" between letters. */
static bool is_at_mark(const GString *s, size_t at)
{
    const char *before = g_utf8_prev_char(s->str + at);
    return kinsoku(g_utf8_get_char(before)) & (KIN_MARK | KIN_CLOSE)
        || kinsoku(g_utf8_get_char(s->str + at)) & KIN_OPEN;
}

/* What stands between the ordinary breaks around s[at]. */
static void take_piece(Case *c, const GString *s, size_t at, size_t *from,
    size_t *to)
{
    Str marked = text_breaks((Str) {s->str, s->len}, BREAK_WORD, c->arena);
    *from = 0;
    *to = s->len;
    for (size_t k = 0, i = 0; k < marked.n;) {
        bool parts = marked.p[k] == '|';
        bool needs = str_starts(str_sub(marked, k, marked.n - k), STR("¦"));
        if (parts && i >= at) {
            *to = i;
            return;
        }
        k += needs ? strlen("¦") : 1;
        if (!parts && !needs)
            i++;
        for (; (parts || needs) && i < s->len && is_space_at(s, i);)
            i++;
        *from = parts ? i : *from;
    }
}

/* K-14: a word is cut only when it is wider than the measure, with what can
 * never leave it; at a mark also rather than numbers and dates beside it are
 * parted (K-16, K-21, K-22). */
static void check_cut(Case *c, const Para *p, uint32_t line, Len measure)
{
    GString *all = g_string_new("");
    size_t at = 0;
    for (uint32_t i = 0; i < p->nlines; i++) {
        g_string_append(all, line_of(c, p, i));
        at = i == line ? all->len : at;
    }
    size_t from = at, to = at;
    while (from > 0 && !is_space_at(all, from - 1))
        from--;
    while (!is_space_at(all, to))
        to++;
    from = take_marker(all, from);
    to = take_closed(all, to);
    if (is_at_mark(all, at))
        take_piece(c, all, at, &from, &to);
    char *word = arena_strndup(c->arena, all->str + from, to - from);
    if (width_of(c, word) <= measure)
        fail_msg("cut without need: %s in %s", word, all->str);
    g_string_free(all, TRUE);
}

static void check_para(Case *c, const char *bullet, ParaSpec spec)
{
    const Para *p = set_para(c, bullet, spec);
    check_text(c, p, bullet);
    for (uint32_t i = 0; i < p->nlines; i++) {
        assert_true(p->overflow || p->lines[i].width <= spec.measure);
        if (i + 1 == p->nlines)
            continue;
        check_break(c, p, i);
        if (p->lines[i].emergency && spec.mode == BREAK_WORD)
            check_cut(c, p, i, spec.measure);
    }
}

static void check_all(Case *c, ParaSpec spec)
{
    char **bullets = read_bullets();
    for (char **b = bullets; *b; b++) {
        check_para(c, *b + 2, spec);
        arena_reset(c->arena);
    }
    g_strfreev(bullets);
}

static void test_word_mode(void **state)
{
    for (int pt = 40; pt <= 500; pt += 46)
        check_all(*state, (ParaSpec) {.measure = LEN_PT(pt)});
}

static void test_fitted(void **state)
{
    for (int pt = 70; pt <= 500; pt += 86)
        check_all(*state, (ParaSpec) {.measure = LEN_PT(pt), .fit = FIT_BODY});
}

static void test_syllable_mode(void **state)
{
    for (int pt = 40; pt <= 500; pt += 92)
        check_all(*state,
            (ParaSpec) {.measure = LEN_PT(pt), .mode = BREAK_SYLLABLE});
}

static void test_justified(void **state)
{
    for (int mode = BREAK_WORD; mode <= BREAK_SYLLABLE; mode++)
        check_all(*state, (ParaSpec) {.measure = LEN_PT(300),
            .mode = (BreakMode)mode, .align = ALIGN_JUSTIFY});
}

/* K-40 holds for fitted paragraphs, too. */
static void test_justified_and_fitted(void **state)
{
    Case *c = *state;
    char **bullets = read_bullets();
    ParaSpec spec = {.measure = LEN_PT(300), .align = ALIGN_JUSTIFY,
        .fit = FIT_BODY};
    for (char **b = bullets; *b; b++) {
        const Para *p = set_para(c, *b + 2, spec);
        for (uint32_t i = 0; i < p->nlines; i++) {
            assert_in_range(p->lines[i].word_space, 700, 2000);
            assert_true(p->lines[i].width <= spec.measure);
        }
        arena_reset(c->arena);
    }
    g_strfreev(bullets);
}

static void test_balanced(void **state)
{
    check_all(*state, (ParaSpec) {.measure = LEN_PT(300), .balance = true});
}

/* No measure makes more lines by fitting unless words are kept whole by it,
 * and no fit passes its caps. */
static void test_fit_never_adds_lines(void **state)
{
    Case *c = *state;
    char **bullets = read_bullets();
    for (char **b = bullets; *b; b++) {
        for (int pt = 120; pt < 480; pt += 60) {
            ParaSpec spec = {.measure = LEN_PT(pt)};
            uint32_t natural = set_para(c, *b + 2, spec)->nlines;
            spec.fit = FIT_BODY;
            const Para *p = set_para(c, *b + 2, spec);
            if (!p->kept_words)
                assert_int_equal(p->nlines + p->lines_saved, natural);
            /* of the gap of 310, 70 % are left (K-42) */
            assert_true(310 * p->word_space / 1000 * p->glyph_width / 1000
                + 2 * p->letter_spacing >= 310 * 7 / 10 - 1);
            assert_true(p->word_space >= 700);
            assert_true(p->letter_spacing >= -50 && p->letter_spacing <= 0);
            assert_in_range(p->glyph_width, 950, 1000);
        }
        arena_reset(c->arena);
    }
    g_strfreev(bullets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_word_mode),
        CASE_TEST(test_fitted),
        CASE_TEST(test_syllable_mode),
        CASE_TEST(test_justified),
        CASE_TEST(test_justified_and_fitted),
        CASE_TEST(test_balanced),
        CASE_TEST(test_fit_never_adds_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
