#include "doc/map_words.h"

#include <glib.h>

static void say_place(GString *out, const BlockPlace *p, Arena *a)
{
    g_string_append_printf(out, STR_FMT " " STR_FMT,
                           STR_ARG(rich_plain(p->name, a)),
                           STR_ARG(rich_plain(p->figure.text, a)));
}

static int place_order(const void *a, const void *b)
{
    const BlockPlace *x = *(const BlockPlace *const *)a;
    const BlockPlace *y = *(const BlockPlace *const *)b;
    int by = decimal_cmp(y->figure.number, x->figure.number);
    return by ? by : (x > y) - (x < y);
}

/* The known places, the largest first. */
static uint32_t places_sorted(const BlockMap *map, const BlockPlace **out)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < map->n; i++)
        if (map->places[i].figure.known)
            out[n++] = &map->places[i];
    qsort(out, n, sizeof *out, place_order);
    return n;
}

static void say_unknown(GString *out, const BlockMap *map, Arena *a)
{
    const char *between = " 자료가 없는 곳: ";
    for (uint32_t i = 0; i < map->n; i++) {
        if (map->places[i].figure.known)
            continue;
        g_string_append_printf(out, "%s" STR_FMT, between,
                               STR_ARG(rich_plain(map->places[i].name, a)));
        between = ", ";
    }
    if (between[0] == ',')
        g_string_append_c(out, '.');
}

Str map_words(const BlockMap *map, Arena *a)
{
    GString *out = g_string_new(NULL);
    const BlockPlace **sorted = ARENA_ARRAY(a, const BlockPlace *, map->n);
    uint32_t n = places_sorted(map, sorted);
    g_string_append_printf(out, STR_FMT, STR_ARG(rich_plain(map->caption, a)));
    if (map->unit.n > 0)
        g_string_append_printf(out, "(단위: " STR_FMT ")", STR_ARG(map->unit));
    if (n > 0) {
        g_string_append(out, ". 최대 ");
        say_place(out, sorted[0], a);
        g_string_append(out, ", 최소 ");
        say_place(out, sorted[n - 1], a);
        g_string_append(out, "임. 큰 차례로 ");
    }
    for (uint32_t i = 0; i < n; i++) {
        g_string_append(out, i > 0 ? ", " : "");
        say_place(out, sorted[i], a);
    }
    g_string_append_c(out, '.');
    say_unknown(out, map, a);
    Str all = str_dup((Str){out->str, out->len}, a);
    g_string_free(out, TRUE);
    return all;
}
