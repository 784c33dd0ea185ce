/* Parts of a document: the blocks of one `id`, to be set alone. */
#include "base/name.h"
#include "doc/block.h"
#include "doc/names.h"

#include <string.h>

static bool has_name(const Str *names, size_t n, Str name)
{
    for (size_t i = 0; i < n; i++)
        if (name_same(names[i], name))
            return true;
    return false;
}

/* Loops make a part for each row; a message names it once. */
static size_t part_ids(const Document *d, Str *out)
{
    size_t n = 0;
    for (size_t i = 0; i < d->nparts; i++)
        if (!has_name(out, n, d->parts[i].id))
            out[n++] = d->parts[i].id;
    return n;
}

static void report_unknown(const Document *d, Str id, Arena *a, Diags *diags)
{
    Str *ids = ARENA_ARRAY(a, Str, d->nparts);
    size_t n = part_ids(d, ids);
    if (n == 0) {
        diag(diags, DIAG_ONLY_NONE, POS_NONE, diag_str(diags, id));
        return;
    }
    Str near = str_nearest(id, ids, n);
    diag(diags, near.n ? DIAG_ONLY_NEAR : DIAG_ONLY_UNKNOWN, POS_NONE,
         diag_str(diags, id),
         near.n ? diag_str(diags, near) : names_list(ids, n, diags));
}

const Document *document_part(const Document *d, Str id, Arena *a, Diags *diags)
{
    Block *blocks = ARENA_ARRAY(a, Block, d->nblocks);
    size_t n = 0, found = 0;
    for (size_t i = 0; i < d->nparts; i++) {
        const DocumentPart *part = &d->parts[i];
        if (!name_same(part->id, id))
            continue;
        memcpy(blocks + n, d->blocks + part->first, part->n * sizeof *blocks);
        n += part->n;
        found++;
    }
    if (found == 0)
        report_unknown(d, id, a, diags);
    else if (n == 0)
        diag(diags, DIAG_ONLY_NOTHING, POS_NONE, diag_str(diags, id));
    if (n == 0)
        return NULL;
    Document *alone = ARENA_NEW(a, Document);
    *alone = *d;
    alone->blocks = blocks;
    alone->nblocks = n;
    alone->nparts = 0;
    alone->alone = true;
    return alone;
}
