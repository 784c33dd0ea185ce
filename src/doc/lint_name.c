/*
 * One name in two spellings: 대전 0시 축제 and 대전0시 축제. Names are what
 * stands alone in a heading, a label, the first cell of a row, or in corner
 * brackets. Two are the same name when they agree without spaces, dots and
 * hyphens.
 */
#include "doc/lint_int.h"

#include <string.h>

enum { KEY_MAX = 90, KEY_MIN = 6 }; /* bytes: two syllables at least */

typedef struct Name {
    Str spelling;
    Pos first;
    bool told;
} Name;

void lint_names_init(Lint *l)
{
    l->names = g_hash_table_new(g_str_hash, g_str_equal);
}

/* The name without what spellings differ in; its bytes, 0 when none. */
static size_t name_key(Str name, char out[KEY_MAX + 1])
{
    size_t n = 0;
    for (size_t at = 0; at < name.n; at++) {
        char c = name.p[at];
        bool dot = c == '\xC2' && at + 1 < name.n && name.p[at + 1] == '\xB7';
        at += dot;
        if (!dot && c != ' ' && c != '-')
            out[n++] = c;
    }
    out[n] = 0;
    return n;
}

void lint_name_seen(Lint *l, Str name, Pos pos)
{
    char key[KEY_MAX + 1];
    if (name.n < KEY_MIN || name.n > KEY_MAX || name_key(name, key) < KEY_MIN)
        return;
    Name *known = g_hash_table_lookup(l->names, key);
    if (!known) {
        known = ARENA_NEW(l->arena, Name);
        *known = (Name){str_dup(name, l->arena), pos, false};
        g_hash_table_insert(l->names, arena_strndup(l->arena, key, strlen(key)),
                            known);
    } else if (!known->told && !str_eq(known->spelling, name)) {
        known->told = true;
        diag(l->diags, DIAG_LINT_NAME, pos, diag_str(l->diags, name),
             diag_str(l->diags, known->spelling),
             lint_place_text(l, known->first));
    }
}
