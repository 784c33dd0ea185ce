#include "doc/names.h"

#include <glib.h>

const char *names_list(const Str *names, size_t n, Diags *diags)
{
    enum { SHOWN = 60 };
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < n && i < SHOWN; i++)
        g_string_append_printf(list, "%s" STR_FMT, i ? ", " : "",
                               STR_ARG(names[i]));
    if (n > SHOWN)
        g_string_append(list, " …");
    const char *text = diag_arg(diags, "%s", list->str);
    g_string_free(list, TRUE);
    return text;
}
