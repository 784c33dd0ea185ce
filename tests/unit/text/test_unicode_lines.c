/*
 * The test lines of UAX #14 that have Hangul in them, in syllable mode: every
 * break is Unicode's, but for those that a rule of ours takes away or gives.
 * Each kind of departure is listed with its rule in unicode_test_lines.txt.
 *
 * The lines come with Debian's unicode-data, of the version whose classes are
 * pinned; without it the test is skipped.
 */
#include "text_case.h"

#include "text/kinsoku.h"
#include "text/line_class.h"

#define LINES "/usr/share/unicode/auxiliary/LineBreakTest.txt"
#define GOLDEN CASES "unicode_test_lines.txt"

enum { LONGEST = 128, HANGUL = 0xAC00 };

/* The characters of a line, spaces and controls left out. */
typedef struct Broken {
    size_t n;
    uint32_t cp[LONGEST];
    bool spaced[LONGEST]; /* a space stands before it */
    bool breaks[LONGEST]; /* a line may end before it */
} Broken;

static bool is_hangul(uint32_t cp)
{
    return (cp >= 0x1100 && cp <= 0x11FF) || (cp >= HANGUL && cp <= 0xD7A3);
}

/* Quotes are curled and brackets composed on their way (K-56, K-01). */
static uint32_t plain(uint32_t cp)
{
    switch (cp) {
    case 0x201C:
    case 0x201D:
        return '"';
    case 0x2329:
        return 0x3008;
    default:
        return cp;
    }
}

static void add_char(Broken *b, uint32_t cp, bool *spaced, bool *breaks)
{
    assert_true(b->n < LONGEST);
    b->cp[b->n] = plain(cp);
    b->spaced[b->n] = *spaced;
    b->breaks[b->n++] = *breaks;
    *spaced = *breaks = false;
}

/* "× 0023 ÷ AC00 ÷ # …": the text of the line goes to `text`. */
static void read_line(const char *line, Broken *b, GString *text)
{
    char *data = g_strndup(line, strcspn(line, "#"));
    char **words = g_strsplit(g_strstrip(data), " ", -1);
    bool spaced = false, breaks = false;
    b->n = 0;
    for (char **w = words; w[0] && w[1]; w += 2) {
        uint32_t cp = (uint32_t)strtoul(w[1], NULL, 16);
        g_string_append_unichar(text, cp);
        breaks |= strcmp(w[0], "÷") == 0;
        if (cp == ' ')
            spaced = true;
        else if (cp != 0x200B && cp != 0x2060)
            add_char(b, cp, &spaced, &breaks);
    }
    g_strfreev(words);
    g_free(data);
}

static void read_ours(Str marked, Broken *b)
{
    bool spaced = false, breaks = false;
    b->n = 0;
    for (size_t at = 0; at < marked.n;) {
        uint32_t cp = str_next(marked, &at);
        breaks |= cp == '|';
        spaced |= cp == ' ' || cp == 0xA6; /* ¦: only in need */
        if (cp != ' ' && cp != '|' && cp != 0xA6)
            add_char(b, cp, &spaced, &breaks);
    }
}

/* The character before i that is no mark on another. */
static uint32_t base_before(const Broken *b, size_t i)
{
    while (i-- > 1 && line_class(b->cp[i]) == LC_CM)
        ;
    return b->cp[i];
}

/* Lines with Hangul, and without what never reaches a paragraph (K-11) or is
 * composed on its way (K-01). */
static bool concerns_us(const Broken *b)
{
    bool hangul = false;
    for (size_t i = 0; i < b->n; i++) {
        uint32_t cp = b->cp[i];
        if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp > 0x3FFFF)
            return false;
        if (i > 0 && cp >= 0x11A8 && cp < 0x1200 && is_hangul(b->cp[i - 1]))
            return false;
        hangul |= is_hangul(cp);
    }
    return hangul;
}

/* Why there is no break between two characters where Unicode has one. */
static const char *rule_of(uint32_t before, uint32_t after, bool first)
{
    unsigned b = kinsoku(before), a = kinsoku(after);
    if (a & KIN_NOT_FIRST)
        return "K-17";
    if (b & KIN_NOT_LAST)
        return "K-18";
    if (before == '"')
        return "K-56: it opens, so K-18";
    if (b & KIN_BINDS)
        return "K-23";
    if (first && (b & KIN_MARKER || before == '-'))
        return "K-24: it begins the word, like a marker";
    if (first && b & KIN_MARK)
        return "K-16: it joins nothing where it begins the word";
    if (b & KIN_DIGIT)
        return "K-21";
    if (a & KIN_DIGIT)
        return "K-20";
    if (b & KIN_TIES)
        return b & KIN_AFTER_SPACE ? "K-64" : "L-37";
    return before == 0xA0 || after == 0xA0
        ? "K-30: spaces beside a no-break space hold, too"
        : "?";
}

static const char *rule_for_break(uint32_t before)
{
    return line_class(before) == LC_CM
        ? "K-08: a mark without its letter is a word of its own"
        : "?";
}

static char *name_of(Case *c, uint32_t cp)
{
    return is_hangul(cp) ? "Hangul" : arena_printf(c->arena, "U+%04X", cp);
}

static void note(GString *out, GHashTable *seen, char *row)
{
    if (g_hash_table_add(seen, g_strdup(row)))
        g_string_append(out, row);
}

static void compare_line(Case *c, const Broken *uni, const Broken *ours,
    GString *out, GHashTable *seen)
{
    for (size_t i = 1; i < uni->n; i++) {
        bool more = uni->breaks[i];
        uint32_t after = uni->cp[i],
                 before = more ? base_before(uni, i) : uni->cp[i - 1];
        if (more == ours->breaks[i])
            continue;
        note(out, seen,
            arena_printf(c->arena, "%s%s %s: Unicode %s, here %s, %s\n",
                name_of(c, before), uni->spaced[i] ? " SP" : "",
                name_of(c, after), more ? "÷" : "×",
                ours->breaks[i] ? "÷" : "×",
                more ? rule_of(before, after, i == 1)
                     : rule_for_break(before)));
    }
}

static size_t compare_file(Case *c, char *all, GString *out)
{
    size_t compared = 0;
    GHashTable *seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char **lines = g_strsplit(all, "\n", -1);
    for (char **l = lines; *l; l++) {
        GString *text = g_string_new(NULL);
        Broken uni, ours;
        read_line(*l, &uni, text);
        if (concerns_us(&uni)) {
            read_ours(text_breaks((Str) {text->str, text->len},
                          BREAK_SYLLABLE, c->arena),
                &ours);
            assert_int_equal(uni.n, ours.n);
            compare_line(c, &uni, &ours, out, seen);
            compared++;
        }
        g_string_free(text, TRUE);
        arena_reset(c->arena);
    }
    g_strfreev(lines);
    g_hash_table_unref(seen);
    return compared;
}

static void test_lines_of_unicode(void **state)
{
    Case *c = *state;
    char *all, *golden = NULL;
    if (!g_file_get_contents(LINES, &all, NULL, NULL))
        skip();
    assert_non_null(strstr(all, line_class_unicode));
    GString *out = g_string_new("");
    assert_true(compare_file(c, all, out) > 1000);
    if (g_getenv("HANJI_UPDATE"))
        g_file_set_contents(GOLDEN, out->str, -1, NULL);
    assert_true(g_file_get_contents(GOLDEN, &golden, NULL, NULL));
    assert_string_equal(out->str, golden);
    assert_null(strstr(golden, "?\n"));
    g_free(golden);
    g_string_free(out, TRUE);
    g_free(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_lines_of_unicode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
