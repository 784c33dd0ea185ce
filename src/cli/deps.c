/*
 * Names in a rule. make takes a backslash before a space, a sign of its own or
 * one of a pattern, and for backslashes that stand before such a one; what it
 * would take for an assignment or a group comes out of an expansion. Not even
 * that helps against ";", which it looks for once more in what was expanded.
 */
#include "cli/deps.h"

#include "base/file.h"

#include <glib.h>
#include <string.h>

static bool is_blank(char c)
{
    return c && strchr("\t\n\v\f\r", c);
}

/* Characters that no spelling hides; a name like lib(member) is a part of an
 * archive. */
static bool is_readable(Str path)
{
    if (path.n > 0 && path.p[path.n - 1] == ')' && memchr(path.p, '(', path.n))
        return false;
    for (size_t i = 0; i < path.n; i++)
        if (path.p[i] == ';' || is_blank(path.p[i]))
            return false;
    return true;
}

static bool path_check(const Run *run, Str path)
{
    if (is_readable(path))
        return true;
    diag(run->diags, DIAG_DEPS_NAME, POS_NONE, diag_str(run->diags, path));
    return false;
}

bool deps_check(const Run *run, Str output)
{
    if (run->options->deps.n == 0)
        return true;
    bool ok = path_check(run, output);
    for (uint32_t i = 1; i <= sources_count(run->sources); i++)
        ok = path_check(run, sources_path(run->sources, i)) && ok;
    return ok;
}

/* % makes a pattern of a target, | sets prerequisites apart. */
static bool is_special(char c, bool target)
{
    return c && strchr(target ? " #:*?[%" : " #:*?[|", c);
}

/* Backslashes are signs of their own where something is behind them that a
 * backslash may stand before, or the end. */
static bool is_doubled(Str path, size_t at, bool target)
{
    while (at < path.n && path.p[at] == '\\')
        at++;
    return at == path.n || is_special(path.p[at], target);
}

static void put_char(GString *s, Str path, size_t at, bool target)
{
    char c = path.p[at];
    bool group = target && c == '&' && at + 1 == path.n;
    if (c == '=' || group) {
        g_string_append_printf(s, "$(or %c)", c);
        return;
    }
    if (is_special(c, target) || (c == '\\' && is_doubled(path, at, target)))
        g_string_append_c(s, '\\');
    g_string_append_c(s, c);
    if (c == '$')
        g_string_append_c(s, c);
}

static void put_path(GString *s, Str path, bool target)
{
    if (path.n > 0 && path.p[0] == '~')
        g_string_append(s, "./"); /* nobody's home */
    for (size_t i = 0; i < path.n; i++)
        put_char(s, path, i, target);
}

static void put_rules(GString *s, const Sources *read, const Output *outputs,
                      size_t n)
{
    for (size_t i = 0; i < n; i++) {
        g_string_append(s, i > 0 ? " \\\n" : "");
        put_path(s, outputs[i].path, true);
    }
    g_string_append_c(s, ':');
    for (uint32_t i = 1; i <= sources_count(read); i++) {
        g_string_append(s, " \\\n ");
        put_path(s, sources_path(read, i), false);
    }
    for (uint32_t i = 1; i <= sources_count(read); i++) {
        g_string_append(s, "\n\n");
        put_path(s, sources_path(read, i), true);
        g_string_append_c(s, ':');
    }
    g_string_append_c(s, '\n');
}

bool deps_write(const Run *run, const Output *outputs, size_t n)
{
    GString *s = g_string_new(NULL);
    put_rules(s, run->sources, outputs, n);
    FileOut *file = file_create(run->options->deps, run->diags);
    file_write(file, s->str, s->len);
    g_string_free(s, TRUE);
    return file_commit(file);
}
