/* Diag: the list of messages, each kept once. */
#include "base/diag_int.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

enum { MESSAGES_MAX = 1000 /* of one level */ };

static const DiagInfo infos[] = {
#define X(code, slug, level, exit, ko, en, why_ko, why_en)                     \
    {slug, level, exit, ko, en, why_ko, why_en},
#include "base/diag_codes.def"
#undef X
};

const DiagInfo *diag_info(DiagCode code)
{
    assert(code < DIAG_CODE_COUNT);
    return &infos[code];
}

bool diag_find(Str slug, DiagCode *out)
{
    for (DiagCode code = 0; code < DIAG_CODE_COUNT; code++) {
        if (str_eq_c(slug, infos[code].slug)) {
            *out = code;
            return true;
        }
    }
    return false;
}

const char *diag_level_name(DiagLevel level)
{
    static const char *const names[] = {"note", "warning", "error", "fatal"};
    return names[level];
}

Diags *diags_new(const Sources *sources)
{
    Diags *d = g_new0(Diags, 1);
    d->arena = arena_new(0);
    d->sources = sources;
    d->messages = g_ptr_array_new();
    d->known = g_hash_table_new(g_str_hash, g_str_equal);
    return d;
}

void diags_free(Diags *d)
{
    if (!d)
        return;
    g_hash_table_destroy(d->known);
    g_ptr_array_free(d->messages, TRUE);
    arena_free(d->arena);
    g_free(d);
}

/* Whether the place is in a text of `chars` characters that begins at `from`. */
static bool is_within(Pos place, Pos from, size_t chars)
{
    enum { ESCAPED = 3 }; /* so many characters of a file for one of its text */
    return place.file == from.file && place.line == from.line &&
           place.col >= from.col && place.col - from.col <= chars * ESCAPED;
}

Pos diag_char_place(const Diags *d, Pos from, uint32_t cp, size_t nth,
                    size_t chars)
{
    Str line = sources_line(d->sources, from);
    Pos here = {from.file, from.line, 1};
    for (size_t at = 0; at < line.n; here.col++)
        if (str_next(line, &at) == cp && is_within(here, from, chars) &&
            --nth == 0)
            return here;
    return POS_NONE;
}

/* Code, position and arguments as one string; a byte that no argument should
 * hold keeps them apart. */
static GString *message_key(DiagCode code, Pos pos, const char *const *args)
{
    GString *key = g_string_new(NULL);
    g_string_printf(key, "%d:%u:%u:%u", (int)code, pos.file, pos.line, pos.col);
    for (; *args; args++) {
        g_string_append_c(key, '\x1f');
        g_string_append(key, *args);
    }
    return key;
}

static const char *const *copy_args(Diags *d, const char *const *args)
{
    size_t n = 0;
    while (args[n])
        n++;
    const char **copy = ARENA_ARRAY(d->arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        copy[i] = arena_strndup(d->arena, args[i], strlen(args[i]));
    return copy;
}

static void keep_message(Diags *d, DiagCode code, Pos pos,
                         const char *const *args)
{
    GString *key = message_key(code, pos, args);
    Message *m = g_hash_table_lookup(d->known, key->str);
    if (!m) {
        m = ARENA_NEW(d->arena, Message);
        *m = (Message){code, pos, copy_args(d, args), 0};
        g_ptr_array_add(d->messages, m);
        g_hash_table_insert(d->known,
                            arena_strndup(d->arena, key->str, key->len), m);
        d->by_level[diag_info(code)->level]++;
    }
    m->times++;
    g_string_free(key, TRUE);
}

bool diag_add(Diags *d, DiagCode code, Pos pos, const char *const *args)
{
    static const char *const no_args[] = {NULL};
    DiagLevel level = diag_info(code)->level;
    if (d->by_level[level] < MESSAGES_MAX)
        keep_message(d, code, pos, args);
    else
        keep_message(d, DIAG_TOO_MANY, POS_NONE, no_args);
    if (level == LEVEL_FATAL || d->by_level[LEVEL_ERROR] >= MESSAGES_MAX)
        d->stop = true;
    return !d->stop;
}

bool diag0(Diags *d, DiagCode code, Pos pos)
{
    static const char *const no_args[] = {NULL};
    return diag_add(d, code, pos, no_args);
}

const char *diag_arg(Diags *d, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    const char *arg = arena_vprintf(d->arena, format, ap);
    va_end(ap);
    return arg;
}

const char *diag_str(Diags *d, Str s)
{
    return str_c(s, d->arena);
}

const char *diag_clip(Diags *d, Str s)
{
    enum { CLIP_MAX = 40 };
    size_t at = 0;
    for (int n = 0; n < CLIP_MAX && at < s.n; n++)
        str_next(s, &at);
    return at < s.n ? diag_arg(d, STR_FMT "…", STR_ARG(str_sub(s, 0, at)))
                    : diag_str(d, s);
}

const char *diag_place(Diags *d, Pos pos)
{
    return diag_arg(d, STR_FMT ":%" PRIu32 ":%" PRIu32,
                    STR_ARG(sources_path(d->sources, pos.file)), pos.line,
                    pos.col);
}

size_t diags_count(const Diags *d, DiagLevel at_least)
{
    size_t count = 0;
    for (DiagLevel level = at_least; level <= LEVEL_FATAL; level++)
        count += d->by_level[level];
    return count;
}

bool diags_blamed_in(const Diags *d, Pos pos, size_t chars)
{
    for (guint i = 0; pos.file && i < d->messages->len; i++) {
        const Message *m = g_ptr_array_index(d->messages, i);
        if (is_within(m->pos, pos, chars) &&
            diag_info(m->code)->level >= LEVEL_ERROR)
            return true;
    }
    return false;
}

bool diags_blamed(const Diags *d, Pos pos)
{
    return diags_blamed_in(d, pos, 0);
}

bool diags_ok(const Diags *d)
{
    return diags_count(d, LEVEL_ERROR) == 0;
}

const Message *diags_message(const Diags *d, size_t i)
{
    assert(i < d->messages->len);
    return g_ptr_array_index(d->messages, (guint)i);
}

/* Who can mend it: that depends on where it was typed (EXIT_TEXT, --set). */
static DiagExit message_exit(const Diags *d, const Message *m)
{
    DiagExit exit = diag_info(m->code)->exit;
    bool input = exit == EXIT_TEXT || exit == EXIT_DATA || exit == EXIT_LAYOUT;
    if (input && pos_is_option(m->pos))
        return EXIT_USAGE;
    if (exit != EXIT_TEXT)
        return exit;
    /* What no file holds hanji prints of its own: the theme's fonts lack it. */
    bool own = m->pos.file == 0;
    bool layout = sources_kind(d->sources, m->pos.file) == SOURCE_LAYOUT;
    return own || layout ? EXIT_LAYOUT : EXIT_DATA;
}

DiagExit diags_exit(const Diags *d, DiagLevel fail)
{
    const Message *worst = NULL;
    DiagLevel level = fail;
    for (guint i = 0; i < d->messages->len; i++) {
        const Message *m = diags_message(d, i);
        DiagLevel own = diag_info(m->code)->level;
        if (own < level || (worst && own == level))
            continue;
        worst = m;
        level = own;
    }
    if (!worst)
        return EXIT_OK;
    /* Notes and warnings have no class of their own: they are findings. */
    return level >= LEVEL_ERROR ? message_exit(d, worst) : EXIT_FINDINGS;
}

DiagCode diags_code(const Diags *d, size_t i)
{
    return diags_message(d, i)->code;
}

Pos diags_pos(const Diags *d, size_t i)
{
    return diags_message(d, i)->pos;
}

/* Argument n, or NULL when the message has fewer. */
static const char *find_arg(const Message *m, size_t n)
{
    for (size_t i = 0; m->args[i]; i++)
        if (i == n)
            return m->args[i];
    return NULL;
}

/* Only {0} … {9} and {0?} … {9?} are places; other braces belong to the text,
 * which may well speak of a template. Answers their length, 0 elsewhere. */
static size_t place_length(const char *p, bool *suggestion)
{
    if (p[0] != '{' || p[1] < '0' || p[1] > '9')
        return 0;
    *suggestion = p[2] == '?';
    size_t n = *suggestion ? 4 : 3;
    return p[n - 1] == '}' ? n : 0;
}

static void put_suggestion(GString *text, const char *arg, DiagLanguage l)
{
    if (*arg)
        g_string_append_printf(text,
                               l == DIAG_KOREAN ? " (혹시 %s?)"
                                                : " (did you mean %s?)",
                               arg);
}

/* The arguments of `m` in their places, or "…" when there is no `m`. */
static Str fill_places(DiagCode code, const Message *m, DiagLanguage l,
                       Arena *a)
{
    const DiagInfo *info = diag_info(code);
    GString *text = g_string_new(NULL);
    size_t n = 1;
    for (const char *p = l == DIAG_KOREAN ? info->ko : info->en; *p; p += n) {
        bool suggestion = false;
        n = place_length(p, &suggestion);
        const char *arg = n && m ? find_arg(m, (size_t)(p[1] - '0')) : NULL;
        assert(arg || !n || !m);
        if (suggestion)
            put_suggestion(text, arg ? arg : "", l);
        else if (n)
            g_string_append(text, arg ? arg : m ? "" : "…");
        else
            g_string_append_c(text, *p);
        n = n ? n : 1;
    }
    Str out = {arena_strndup(a, text->str, text->len), text->len};
    g_string_free(text, TRUE);
    return out;
}

Str diag_outline(DiagCode code, DiagLanguage l, Arena *a)
{
    return fill_places(code, NULL, l, a);
}

Str diags_text(const Diags *d, size_t i, DiagLanguage l, Arena *a)
{
    const Message *m = diags_message(d, i);
    return fill_places(m->code, m, l, a);
}

bool diags_print(const Diags *d, const DiagPrint *how, FILE *to)
{
    static bool (*const printers[])(const Diags *, const DiagPrint *,
                                    FILE *) = {
        [DIAG_HUMAN] = diags_print_human,
        [DIAG_JSON] = diags_print_json,
        [DIAG_SARIF] = diags_print_sarif,
        [DIAG_GITHUB] = diags_print_github,
    };
    bool ok = printers[how->format](d, how, to);
    return fflush(to) == 0 && ok && !ferror(to);
}
