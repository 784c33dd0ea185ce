/* Reading and writing for commands. */
#include "cli/run.h"

#include "base/file.h"
#include "cli/options.h"
#include "cli/outputs.h"

#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>

bool run_print(Run *run, Str text)
{
    Str output = run->options->output;
    if (!outputs_check_own(run))
        return false;
    FileOut *f = file_create(output.n > 0 ? output : STR("-"), run->diags);
    file_write(f, text.p, text.n);
    return file_commit(f);
}

static bool read_stdin(Run *run, Str *out)
{
    GString *s = g_string_new(NULL);
    char piece[8192];
    size_t n;
    while ((n = fread(piece, 1, sizeof piece, stdin)) > 0)
        g_string_append_len(s, piece, (gssize)n);
    *out = str_dup((Str){s->str, s->len}, run->arena);
    g_string_free(s, TRUE);
    if (ferror(stdin))
        diag(run->diags, DIAG_FILE_READ, POS_NONE, "-", strerror(errno));
    return !ferror(stdin);
}

/* The position of the byte `at`, before which all is UTF-8. */
static Pos pos_of(uint32_t file, Str text, size_t at)
{
    uint32_t line = 1;
    size_t start = 0;
    for (size_t i = 0; i < at; i++)
        if (text.p[i] == '\n') {
            line++;
            start = i + 1;
        }
    size_t before = str_count(str_sub(text, start, at - start));
    return (Pos){file, line, (uint32_t)before + 1};
}

bool run_read_text(Run *run, Str path, Str *out)
{
    bool piped = str_eq_c(path, "-");
    if (piped ? !read_stdin(run, out)
              : !file_read(path, POS_NONE, run->arena, run->diags, out))
        return false;
    if (str_starts(*out, STR("\xEF\xBB\xBF")))
        *out = str_sub(*out, 3, out->n);
    uint32_t file = sources_add(run->sources, path);
    ptrdiff_t bad = utf8_check(*out);
    if (bad < 0)
        sources_set_text(run->sources, file, *out);
    else
        diag0(run->diags, DIAG_TEXT_UTF8, pos_of(file, *out, (size_t)bad));
    return bad < 0;
}
