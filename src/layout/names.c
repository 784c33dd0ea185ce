/* "Did you mean", or else all that is possible. */
#include "layout/names.h"

#include "base/name.h"

void names_add(Names *names, Str name)
{
    if (names->n < NAMES_MAX)
        names->names[names->n++] = name;
}

bool names_have(const Names *names, Str name)
{
    for (size_t i = 0; i < names->n; i++)
        if (name_same(names->names[i], name))
            return true;
    return false;
}

static const char *names_join(const Names *names, Diags *diags)
{
    const char *joined = names->n ? "" : "–";
    for (size_t i = 0; i < names->n; i++)
        joined = diag_arg(diags, "%s%s" STR_FMT, joined, i ? ", " : "",
                          STR_ARG(names->names[i]));
    return joined;
}

bool names_fault(const Names *names, DiagCode near, DiagCode far, Pos pos,
                 Str word, Diags *diags, Str *guess)
{
    Str nearest = str_nearest(word, names->names, names->n);
    if (guess)
        *guess = nearest;
    return diag(diags, nearest.n ? near : far, pos, diag_str(diags, word),
                nearest.n ? diag_str(diags, nearest)
                          : names_join(names, diags));
}
