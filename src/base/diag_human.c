/*
 * Messages for people: `file:line:col: level: text [slug]`, and on a terminal
 * the line it speaks of with a caret under the place.
 *
 * Input can hold anything, so nothing of it reaches a terminal unfiltered:
 * control characters would move its cursor or worse. Columns are counted as
 * terminals draw them: Hangul and hanja take two.
 */
#include "base/diag_int.h"

enum {
    LINE_ROOM = 100, /* columns of a source line that are shown */
    LINE_BEFORE = 60 /* at most so many of them before the caret */
};

static const char RESET[] = "\x1b[0m", BOLD[] = "\x1b[1m";

static const struct LevelLook {
    const char *ko, *colour;
} looks[] = {
    [LEVEL_NOTE] = {"알림", "\x1b[1;36m"},
    [LEVEL_WARNING] = {"주의", "\x1b[1;33m"},
    [LEVEL_ERROR] = {"오류", "\x1b[1;31m"},
    [LEVEL_FATAL] = {"중단", "\x1b[1;31m"},
};

static bool is_control(uint32_t cp)
{
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) ||
           (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static int columns_of(uint32_t cp)
{
    if (is_control(cp))
        return 1;
    if (g_unichar_iszerowidth(cp))
        return 0;
    return g_unichar_iswide(cp) ? 2 : 1;
}

/* A control character becomes a space, so that columns still count. */
static void put_safe(Str s, FILE *to)
{
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        if (is_control(str_next(s, &at)))
            fputc(' ', to);
        else
            fwrite(s.p + from, 1, at - from, to);
    }
}

static int columns_between(Str s, size_t from, size_t to)
{
    int columns = 0;
    for (size_t at = from; at < to;)
        columns += columns_of(str_next(s, &at));
    return columns;
}

static size_t offset_of_column(Str line, uint32_t col)
{
    size_t at = 0;
    for (uint32_t i = 1; i < col && at < line.n; i++)
        str_next(line, &at);
    return at;
}

/* The part of a long line that is shown: from `from`, LINE_ROOM wide. */
static Str cut_line(Str line, size_t caret, size_t *from)
{
    *from = 0;
    int before = columns_between(line, 0, caret);
    while (before > LINE_BEFORE) {
        uint32_t cp = str_next(line, from);
        before -= columns_of(cp);
    }
    size_t end = *from;
    for (int room = LINE_ROOM; end < line.n;) {
        size_t next = end;
        room -= columns_of(str_next(line, &next));
        if (room < 0)
            break;
        end = next;
    }
    return str_sub(line, *from, end - *from);
}

static void print_caret(const Diags *d, const DiagPrint *how, Pos pos, FILE *to)
{
    Str line = sources_line(d->sources, pos);
    if (line.n == 0 || pos.col == 0 || utf8_check(line) >= 0)
        return;
    size_t caret = offset_of_column(line, pos.col), from;
    Str shown = cut_line(line, caret, &from);
    fprintf(to, "%6u | %s", pos.line, from > 0 ? "…" : "");
    put_safe(shown, to);
    fprintf(to, "%s\n       | %*s%s^%s\n", from + shown.n < line.n ? "…" : "",
            (from > 0) + columns_between(line, from, caret), "",
            how->colour ? BOLD : "", how->colour ? RESET : "");
}

static void print_place(const Diags *d, Pos pos, FILE *to)
{
    if (pos.file == 0)
        return;
    put_safe(sources_path(d->sources, pos.file), to);
    if (pos.line > 0)
        fprintf(to, ":%u", pos.line);
    if (pos.line > 0 && pos.col > 0)
        fprintf(to, ":%u", pos.col);
    fputs(": ", to);
}

static void print_times(uint32_t times, DiagLanguage language, FILE *to)
{
    if (times > 1)
        fprintf(to, language == DIAG_KOREAN ? " (%u번)" : " (%u times)", times);
}

static void print_message(const Diags *d, size_t i, const DiagPrint *how,
                          Arena *scratch, FILE *to)
{
    const Message *m = diags_message(d, i);
    const DiagInfo *info = diag_info(m->code);
    const struct LevelLook *look = &looks[info->level];
    print_place(d, m->pos, to);
    fprintf(to, "%s%s:%s ", how->colour ? look->colour : "",
            how->language == DIAG_KOREAN ? look->ko
                                         : diag_level_name(info->level),
            how->colour ? RESET : "");
    put_safe(diags_text(d, i, how->language, scratch), to);
    print_times(m->times, how->language, to);
    fprintf(to, " [%s]\n", info->slug);
    if (how->caret)
        print_caret(d, how, m->pos, to);
}

bool diags_print_human(const Diags *d, const DiagPrint *how, FILE *to)
{
    Arena *scratch = arena_new(0);
    for (guint i = 0; i < d->messages->len; i++) {
        print_message(d, i, how, scratch, to);
        arena_reset(scratch);
    }
    arena_free(scratch);
    return !ferror(to);
}
