/* Holding what is to be written against what was read. */
#include "cli/outputs.h"

#include "base/file.h"

#include <glib.h>
#include <string.h>

/* Standard input or output has an identity only where it is a file. */
static bool identity_find(Str path, bool input, FileIdentity *out, Arena *a)
{
    if (str_eq_c(path, "-"))
        return file_identity_std(input, out);
    *out = file_identity(input ? path_find(path, a) : path, a);
    return true;
}

typedef struct Inputs {
    FileIdentity *files;
    size_t n;
} Inputs;

static void inputs_add(Inputs *in, const Sources *read, Arena *a)
{
    for (uint32_t i = 1; i <= sources_count(read); i++)
        if (identity_find(sources_path(read, i), true, &in->files[in->n], a))
            in->n++;
}

static Inputs inputs_find(const Run *run, Arena *a)
{
    size_t most = sources_count(run->sources) + sources_count(run->others);
    Inputs in = {ARENA_ARRAY(a, FileIdentity, most), 0};
    inputs_add(&in, run->sources, a);
    inputs_add(&in, run->others, a);
    return in;
}

static bool is_among(FileIdentity output, const Inputs *in)
{
    for (size_t i = 0; i < in->n; i++)
        if (file_is_same(output, in->files[i]))
            return true;
    return false;
}

/* An output and which file it is. */
typedef struct Named {
    Output output;
    FileIdentity identity;
    bool identified;
} Named;

static bool is_same(const Named *a, const Named *b)
{
    if (str_eq(a->output.path, b->output.path))
        return true;
    return a->identified && b->identified &&
           file_is_same(a->identity, b->identity);
}

static void report_twice(const Run *run, const Output *a, const Output *b)
{
    diag(run->diags, DIAG_OUTPUT_TWICE, POS_NONE,
         option_shown(a->option, run->diags), diag_str(run->diags, a->path),
         option_shown(b->option, run->diags), diag_str(run->diags, b->path));
}

/* Holds the last of `n` outputs against the inputs and those before it. */
static bool check_last(const Run *run, const Inputs *in, const Named *all,
                       size_t n)
{
    const Named *last = &all[n - 1];
    if (last->identified && is_among(last->identity, in)) {
        diag(run->diags, DIAG_OUTPUT_INPUT, POS_NONE,
             option_shown(last->output.option, run->diags),
             diag_str(run->diags, last->output.path));
        return false;
    }
    for (size_t i = 0; i < n - 1; i++) {
        if (is_same(&all[i], last)) {
            report_twice(run, &all[i].output, &last->output);
            return false;
        }
    }
    return true;
}

bool outputs_check(const Run *run, const Output *outputs, size_t n)
{
    Arena *a = arena_new(0);
    Named *all = ARENA_ARRAY(a, Named, n);
    const Inputs in = inputs_find(run, a);
    bool ok = true;
    for (size_t i = 0; i < n; i++) {
        all[i].output = outputs[i];
        all[i].identified =
            identity_find(outputs[i].path, false, &all[i].identity, a);
        ok = check_last(run, &in, all, i + 1) && ok;
    }
    arena_free(a);
    return ok;
}

/* ---- names ---- */

/* Well-known formats that are no format of a book. */
static const char *const foreign[] = {"docx", "hwp", "hwpx", "html", "htm",
                                      "txt", "jpg", "jpeg", "xlsx", "csv",
                                      "yaml", "yml", "json", "md"};

/* What follows the last dot, which is not the first character. */
static Str suffix_of(Str path)
{
    Str base = path_base(path);
    size_t from = base.n;
    while (from > 1 && base.p[from - 1] != '.')
        from--;
    return from > 1 ? str_sub(base, from, base.n - from) : STR("");
}

static bool is_foreign(Str suffix)
{
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (suffix.n == strlen(foreign[i]) &&
            !g_ascii_strncasecmp(suffix.p, foreign[i], suffix.n))
            return true;
    return false;
}

bool outputs_check_suffix(const Run *run)
{
    const Options *o = run->options;
    if (!is_foreign(suffix_of(o->output)))
        return true;
    diag(run->diags, DIAG_OUTPUT_SUFFIX, POS_NONE, o->format->name,
         diag_str(run->diags, o->output));
    return false;
}

bool outputs_check_own(const Run *run)
{
    Str path = run->options->output;
    const Output own = {OPT_OUTPUT, path.n > 0 ? path : STR("-")};
    return outputs_check(run, &own, 1);
}
