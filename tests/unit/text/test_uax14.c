/* UAX #14 inside words, and where syllable mode departs from it. */
#include "text_case.h"

#include "text/breaks.h"
#include "text/kinsoku.h"
#include "text/uax14.h"

#define GOLDEN CASES "unicode_deviations.txt"

enum { LONGEST = 64 };

static size_t read_chars(const char *text, BreakChar *c)
{
    size_t n = 0;
    Str s = str_of(text);
    for (size_t at = 0; at < s.n; n++) {
        c[n] = (BreakChar) {.at = (uint32_t)at};
        c[n].cp = str_next(s, &at);
        c[n].raw = (uint8_t)line_class(c[n].cp);
    }
    uax14_resolve(c, n);
    return n;
}

/* The breaks of a word as ÷. */
static char *broken(Case *c, const char *text)
{
    BreakChar chars[LONGEST];
    size_t n = read_chars(text, chars);
    GString *out = g_string_new("");
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && uax14_allows(chars, i))
            g_string_append(out, "÷");
        g_string_append_unichar(out, chars[i].cp);
    }
    char *result = arena_strndup(c->arena, out->str, out->len);
    g_string_free(out, TRUE);
    return result;
}

static void test_rules(void **state)
{
    static const struct {
        const char *rule, *text, *expected;
    } rows[] = {
        {"LB8a", "👩‍👧가", "👩‍👧÷가"},
        {"LB9", "가́나", "가́÷나"},
        {"LB11", "가\xE2\x81\xA0나", "가\xE2\x81\xA0나"},
        {"LB12", "가\xC2\xA0나", "가\xC2\xA0나"},
        {"LB13", "가)나!다", "가)÷나!÷다"},
        {"LB14", "가(나", "가÷(나"},
        {"LB16", "가)ー", "가)ー"},
        {"LB17", "가——나", "가÷——÷나"},
        {"LB19", "가“나”다", "가“나”다"},
        {"LB20", "가\xEF\xBF\xBC나", "가÷\xEF\xBF\xBC÷나"},
        {"LB21", "가-나々다", "가-÷나々÷다"},
        {"LB21a", "א-b", "א-b"},
        {"LB22", "가…나", "가…÷나"},
        {"LB23", "A4용지", "A4÷용÷지"},
        {"LB25", "$(12,345.67)%", "$(12,345.67)%"},
        {"LB25", "가)%", "가)÷%"},
        {"LB26", "ᄒᆞᆫ글", "ᄒᆞᆫ÷글"},
        {"LB27", "가%나", "가%÷나"},
        {"LB28", "abc가", "abc÷가"},
        {"LB30", "a(b)c", "a(b)c"},
        {"LB30a", "🇰🇷🇯🇵🇺", "🇰🇷÷🇯🇵÷🇺"},
        {"LB30b", "👦🏻", "👦🏻"},
        {"LB31", "가나漢字", "가÷나÷漢÷字"},
    };
    Case *c = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(broken(c, rows[i].text), rows[i].expected) != 0)
            fail_msg("%s: %s", rows[i].rule, broken(c, rows[i].text));
}

static bool soft_at(const WordInfo *w, uint32_t at)
{
    for (uint32_t i = 0; i < w->nbreaks; i++)
        if (w->breaks[i].at == at)
            return w->breaks[i].soft;
    return false;
}

/* The rule by which a break beside this character is taken away. */
static const char *rule_of(unsigned flags, bool before)
{
    if (before && flags & KIN_NOT_FIRST)
        return "K-17";
    if (!before && flags & KIN_NOT_LAST)
        return "K-18";
    if (!before && flags & KIN_MARKER)
        return "K-24";
    if (!before && flags & KIN_TIES)
        return flags & KIN_AFTER_SPACE ? "K-64" : "L-37";
    if (!before && flags & KIN_BINDS)
        return "K-23";
    return !before && flags & KIN_DIGIT ? "K-21" : "?";
}

/* Differences around one character, Hangul before it and behind it. */
static void compare_char(Case *c, uint32_t cp, const char *tail, GString *out)
{
    char utf8[5] = {0};
    utf8_put(utf8, cp);
    Str text = str_printf(c->arena, "가나다라마바%s%s", utf8, tail);
    BreakChar chars[LONGEST];
    read_chars(text.p, chars);
    WordInfo w = word_info(text);
    word_analyse(&w, c->arena);
    for (size_t i = 6; i <= 7; i++) {
        bool unicode = uax14_allows(chars, i), ours = soft_at(&w, chars[i].at);
        if (unicode != ours)
            g_string_append_printf(out, "U+%04X %s %s: Unicode %s, here %s, %s\n",
                (unsigned)cp, utf8, i == 6 ? "before" : "after",
                unicode ? "÷" : "×", ours ? "÷" : "×",
                rule_of(kinsoku(cp), i == 6));
    }
}

/* Whether the break after it goes only when no more than an ending follows. */
static bool holds_ending(Case *c, uint32_t cp)
{
    GString *stem = g_string_new(""), *ending = g_string_new("");
    compare_char(c, cp, "사아자차카타", stem);
    compare_char(c, cp, "사아자차", ending);
    bool holds = ending->len > stem->len;
    if (holds)
        assert_non_null(strstr(ending->str, "after: Unicode ÷, here ×, K-23"));
    g_string_free(stem, TRUE);
    g_string_free(ending, TRUE);
    return holds;
}

/* These characters in ranges: letters are many. */
static void list_endings(Case *c, GString *out)
{
    for (uint32_t cp = 0x21, last; cp < 0xFFF0; cp++) {
        if (!(kinsoku(cp) & KIN_BINDS) || !holds_ending(c, cp))
            continue;
        for (last = cp; kinsoku(last + 1) == kinsoku(cp)
             && holds_ending(c, last + 1);)
            last++;
        g_string_append_printf(out, "U+%04X–U+%04X after, before an ending: "
            "Unicode ÷, here ×, K-23\n", (unsigned)cp, (unsigned)last);
        cp = last;
        arena_reset(c->arena);
    }
}

/* Every departure from Unicode beside Hangul is listed with its rule. */
static void test_deviations_are_known(void **state)
{
    Case *c = *state;
    GString *out = g_string_new("");
    char *golden = NULL;
    for (uint32_t cp = 0x21; cp < 0xFFF0; cp++) {
        if (!kinsoku(cp) || kinsoku(cp) & KIN_HANGUL)
            continue;
        compare_char(c, cp, "사아자차카타", out);
        arena_reset(c->arena);
    }
    list_endings(c, out);
    if (g_getenv("HANJI_UPDATE"))
        g_file_set_contents(GOLDEN, out->str, -1, NULL);
    assert_true(g_file_get_contents(GOLDEN, &golden, NULL, NULL));
    assert_string_equal(out->str, golden);
    assert_null(strstr(golden, "?\n"));
    g_free(golden);
    g_string_free(out, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_rules),
        CASE_TEST(test_deviations_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
