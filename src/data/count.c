#include "data/count.h"

#include <glib.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- counts in texts ---- */

/* What rows are counted in; longer ones first. */
static const char *const counters[] = {"개소", "가지", "건", "개",
                                       "곳",   "종",   "명", "대"};

static bool starts_any(Str s, const char *const *words, size_t n, Str *word)
{
    for (size_t i = 0; i < n; i++)
        if (str_starts(s, str_of(words[i]))) {
            *word = str_of(words[i]);
            return true;
        }
    return false;
}

static bool ends_any(Str s, const char *const *words)
{
    for (; *words; words++)
        if (str_ends(s, str_of(*words)))
            return true;
    return false;
}

/* "1,234" at the head of `s`; 0 when it is no whole number that counts. */
static size_t read_number(Str s, int64_t *out)
{
    enum { DIGITS = 7 };
    size_t at = 0, digits = 0;
    *out = 0;
    for (; at < s.n && (is_digit(s.p[at]) || s.p[at] == ','); at++)
        if (s.p[at] != ',' && ++digits <= DIGITS)
            *out = *out * 10 + (s.p[at] - '0');
    return digits > 0 && digits <= DIGITS && s.p[at - 1] != ',' ? at : 0;
}

static bool is_part(Str before, Str after)
{
    static const char *const parts[] = {"상위", "하위", "제", "약",
                                        "최근", "주요", "~",  NULL};
    static const char *const of[] = {"중", "이상", "이하", "미만", "증", "감"};
    Str word;
    return ends_any(before, parts) ||
           starts_any(str_trim(after), of, G_N_ELEMENTS(of), &word);
}

/* The count whose digits begin at `at`. */
static bool read_count(Str text, size_t at, Count *out)
{
    static const char *const wholes[] = {"총", "모두", "전체", NULL};
    Str counter, before = str_trim(str_sub(text, 0, at));
    size_t n = read_number(str_sub(text, at, text.n - at), &out->n);
    Str after = str_trim(str_sub(text, at + n, text.n));
    if (n == 0 ||
        !starts_any(after, counters, G_N_ELEMENTS(counters), &counter))
        return false;
    out->from = at;
    out->to = (size_t)(after.p - text.p) + counter.n;
    after = str_sub(text, out->to, text.n - out->to);
    out->noun = str_hangul(str_trim(after));
    out->whole = ends_any(before, wholes);
    out->last = str_trim(after).n == 0 || after.p[0] == ')' ||
                after.p[0] == ',' || after.p[0] == ']';
    return !is_part(before, after);
}

bool count_find(Str text, size_t from, Count *out)
{
    for (size_t at = from; at < text.n; at++) {
        if (!is_digit(text.p[at]))
            continue;
        bool inside =
            at > 0 && (is_digit(text.p[at - 1]) || text.p[at - 1] == '.' ||
                       text.p[at - 1] == ',');
        if (!inside && read_count(text, at, out))
            return true;
    }
    return false;
}

/* ---- counts of tables ---- */

int64_t count_rows(const Table *t)
{
    int64_t n = 0;
    for (size_t row = 0; row < table_rows(t); row++)
        n += !table_is_total(t, row);
    return n;
}

int64_t count_filled(const Table *t, size_t col)
{
    int64_t n = 0;
    for (size_t row = 0; row < table_rows(t); row++)
        n += !table_is_total(t, row) && table_text(t, row, col).n > 0;
    return n;
}

static guint hash_text(gconstpointer key)
{
    const Str *s = key;
    guint hash = 2166136261u;
    for (size_t i = 0; i < s->n; i++)
        hash = (hash ^ (unsigned char)s->p[i]) * 16777619u;
    return hash;
}

static gboolean same_text(gconstpointer a, gconstpointer b)
{
    return str_eq(*(const Str *)a, *(const Str *)b);
}

int64_t count_different(const Table *t, size_t col)
{
    GHashTable *seen = g_hash_table_new(hash_text, same_text);
    Str *texts = g_new(Str, table_rows(t) + 1);
    for (size_t row = 0; row < table_rows(t); row++) {
        texts[row] = table_text(t, row, col);
        if (!table_is_total(t, row) && texts[row].n > 0)
            g_hash_table_add(seen, &texts[row]);
    }
    int64_t n = g_hash_table_size(seen);
    g_hash_table_destroy(seen);
    g_free(texts);
    return n;
}

bool count_is_near(int64_t claimed, int64_t found)
{
    enum { FEW = 1, SHARE = 5 };
    int64_t off = claimed > found ? claimed - found : found - claimed;
    return off <= FEW || off * SHARE <= found;
}
