#include "pdf/nametree.h"

#include "pdf/syntax.h"

#include <stdlib.h>

enum { LEAF = 64 };

static int compare_keys(const void *a, const void *b)
{
    return str_cmp(((const NameTreeEntry *)a)->key,
                   ((const NameTreeEntry *)b)->key);
}

void put_names(Buf *b, const NameTreeEntry *entries, size_t n)
{
    buf_add_c(b, "/Names[");
    for (size_t i = 0; i < n; i++) {
        put_string(b, entries[i].key.p, entries[i].key.n);
        buf_add(b, entries[i].value.p, entries[i].value.n);
    }
    buf_add_char(b, ']');
}

static uint32_t add_leaf(Objects *o, const NameTreeEntry *entries, size_t n)
{
    Buf b = {0};
    uint32_t number;

    buf_add_c(&b, "/Limits[");
    put_string(&b, entries[0].key.p, entries[0].key.n);
    put_string(&b, entries[n - 1].key.p, entries[n - 1].key.n);
    buf_add_char(&b, ']');
    put_names(&b, entries, n);
    number = object_add_body(o, &b);
    buf_release(&b);
    return number;
}

uint32_t nametree_write(Objects *o, NameTreeEntry *entries, size_t n)
{
    Buf b = {0};
    uint32_t number;

    qsort(entries, n, sizeof *entries, compare_keys);
    buf_add_c(&b, "/Kids[");
    for (size_t i = 0; i < n; i += LEAF) {
        put_ref(&b, add_leaf(o, entries + i, n - i < LEAF ? n - i : LEAF));
        buf_add_char(&b, ' ');
    }
    buf_add_char(&b, ']');
    number = object_add_body(o, &b);
    buf_release(&b);
    return number;
}
