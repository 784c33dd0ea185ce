/* Reading the values of options. */
#include "cli/option_values.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_JOBS = 256, MAX_PAGE = 1000000, MIN_DPI = 10, MAX_DPI = 1200 };

/* The place of `value` in a list of words, -1 when it is none of them. */
static int word_find(Str value, const char *const *words, int n)
{
    for (int i = 0; i < n; i++) {
        if (str_eq_c(value, words[i]))
            return i;
    }
    return -1;
}

/* Digits from *at on, as a number from 1 to `max`. */
static bool number_read(Str s, size_t *at, uint32_t max, uint32_t *out)
{
    size_t from = *at;
    uint32_t n = 0;
    for (; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9'; ++*at) {
        n = n * 10 + (uint32_t)(s.p[*at] - '0');
        if (n > max)
            return false;
    }
    *out = n;
    return *at > from && n >= 1;
}

static bool whole_number(Str s, uint32_t max, uint32_t *out)
{
    size_t at = 0;
    return number_read(s, &at, max, out) && at == s.n;
}

static bool text_read(Str value, Str *out)
{
    *out = value;
    return value.n > 0;
}

bool option_output(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->output);
}

bool option_format(Str value, Options *o, Arena *a)
{
    (void)a;
    size_t n;
    const PaintFormat *formats = painter_formats(&n);
    for (size_t i = 0; i < n; i++) {
        if (!str_eq_c(value, formats[i].name))
            continue;
        o->format = &formats[i];
        return true;
    }
    return false;
}

typedef struct PageRange {
    uint32_t first, last; /* from 1 */
} PageRange;

/* One part of "2,4-6". */
static bool range_read(Str s, size_t *at, PageRange *r)
{
    if (!number_read(s, at, MAX_PAGE, &r->first))
        return false;
    r->last = r->first;
    if (*at < s.n && s.p[*at] == '-') {
        ++*at;
        return number_read(s, at, MAX_PAGE, &r->last) && r->last >= r->first;
    }
    return true;
}

static size_t commas(Str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == ',';
    return n;
}

/* Marks each page of the ranges in a table, so that the list comes out in
 * order and without doubles however it was written. */
static void pages_list(const PageRange *ranges, size_t n, uint32_t last,
                       Options *o, Arena *a)
{
    bool *wanted = ARENA_ARRAY(a, bool, last + 1);
    for (size_t i = 0; i < n; i++)
        memset(wanted + ranges[i].first, true,
               ranges[i].last - ranges[i].first + 1);
    uint32_t *pages = ARENA_ARRAY(a, uint32_t, last);
    o->npages = 0;
    for (uint32_t p = 1; p <= last; p++) {
        if (wanted[p])
            pages[o->npages++] = p - 1;
    }
    o->pages = pages;
}

bool option_pages(Str value, Options *o, Arena *a)
{
    PageRange *ranges = ARENA_ARRAY(a, PageRange, commas(value) + 1);
    size_t n = 0;
    uint32_t last = 0;
    for (size_t at = 0;; at++) {
        if (!range_read(value, &at, &ranges[n]))
            return false;
        last = ranges[n].last > last ? ranges[n].last : last;
        n++;
        if (at == value.n)
            break;
        if (value.p[at] != ',')
            return false;
    }
    pages_list(ranges, n, last, o, a);
    return true;
}

bool option_max_pages(Str value, Options *o, Arena *a)
{
    (void)a;
    return whole_number(value, MAX_PAGE, &o->pages_max);
}

bool option_only(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->only);
}

bool option_set(Str value, Options *o, Arena *a)
{
    (void)a;
    const char *equals = memchr(value.p, '=', value.n);
    if (!equals || equals == value.p || utf8_check(value) >= 0)
        return false;
    size_t n = (size_t)(equals - value.p);
    o->sets[o->nsets++] =
        (LayoutSet){str_sub(value, 0, n), str_sub(value, n + 1, value.n)};
    return true;
}

bool option_jobs(Str value, Options *o, Arena *a)
{
    (void)a;
    uint32_t n;
    if (!whole_number(value, MAX_JOBS, &n))
        return false;
    o->jobs = (int)n;
    return true;
}

bool option_dpi(Str value, Options *o, Arena *a)
{
    (void)a;
    uint32_t n;
    if (!whole_number(value, MAX_DPI, &n) || n < MIN_DPI)
        return false;
    o->dpi = n;
    return true;
}

bool option_deps(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->deps);
}

bool option_map(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->map);
}

bool option_report(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->report);
}

bool option_dump(Str value, Options *o, Arena *a)
{
    (void)value, (void)a;
    return o->dump = true;
}

bool option_fonts(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->font_dirs[o->nfont_dirs++]);
}

bool option_font_lock(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->font_lock);
}

bool option_theme(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->theme);
}

bool option_verify(Str value, Options *o, Arena *a)
{
    (void)value, (void)a;
    return o->verify = true;
}

bool option_lock(Str value, Options *o, Arena *a)
{
    (void)value, (void)a;
    return o->lock = true;
}

bool option_encoding(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->encoding);
}

bool option_delimiter(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->delimiter);
}

bool option_no_header(Str value, Options *o, Arena *a)
{
    (void)value, (void)a;
    return o->no_header = true;
}

bool option_verbose(Str value, Options *o, Arena *a)
{
    (void)value, (void)a;
    return o->verbose = true;
}

bool option_mode(Str value, Options *o, Arena *a)
{
    static const char *const words[] = {
        [BREAK_WORD] = "word", [BREAK_SYLLABLE] = "syllable"};
    (void)a;
    int i = word_find(value, words, 2);
    o->mode = i == BREAK_SYLLABLE ? BREAK_SYLLABLE : BREAK_WORD;
    return i >= 0;
}

bool option_width(Str value, Options *o, Arena *a)
{
    (void)a;
    return len_parse(value, &o->width) && o->width > 0;
}

bool option_size(Str value, Options *o, Arena *a)
{
    (void)a;
    return len_parse(value, &o->size) && o->size > 0;
}

bool option_font(Str value, Options *o, Arena *a)
{
    (void)a;
    return text_read(value, &o->font);
}

bool option_no_fit(Str value, Options *o, Arena *a)
{
    (void)value, (void)a;
    return o->no_fit = true;
}

bool option_diagnostics(Str value, Options *o, Arena *a)
{
    static const char *const words[] = {[DIAG_HUMAN] = "human",
                                        [DIAG_JSON] = "json",
                                        [DIAG_SARIF] = "sarif",
                                        [DIAG_GITHUB] = "github"};
    (void)a;
    int i = word_find(value, words, 4);
    if (i >= 0)
        o->diagnostics = (DiagFormat)i;
    return i >= 0;
}

bool option_fail_level(Str value, Options *o, Arena *a)
{
    static const char *const words[] = {[LEVEL_NOTE] = "note",
                                        [LEVEL_WARNING] = "warning",
                                        [LEVEL_ERROR] = "error"};
    (void)a;
    int i = word_find(value, words, 3);
    if (i >= 0)
        o->fail_level = (DiagLevel)i;
    return i >= 0;
}

bool option_lang(Str value, Options *o, Arena *a)
{
    static const char *const words[] = {
        [DIAG_KOREAN] = "ko", [DIAG_ENGLISH] = "en"};
    (void)a;
    int i = word_find(value, words, 2);
    if (i >= 0)
        o->language = (DiagLanguage)i;
    return i >= 0;
}

bool option_help(Str value, Options *o, Arena *a)
{
    (void)value, (void)a;
    return o->help = true;
}

bool option_version(Str value, Options *o, Arena *a)
{
    (void)value, (void)a;
    return o->version = true;
}

DiagLanguage option_language_default(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *locale = getenv(names[i]);
        if (locale && locale[0])
            return strncmp(locale, "ko", 2) == 0 ? DIAG_KOREAN : DIAG_ENGLISH;
    }
    return DIAG_ENGLISH;
}
