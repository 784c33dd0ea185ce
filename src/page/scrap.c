/* The pool of scraps: a page holds some forty blocks, so forty small arenas
 * go round and round however long the book is. */
#include "page/piece.h"

#include <glib.h>

enum { SCRAP_BLOCK = 8 * 1024 };

Scrap *scrap_take(ScrapPool *pool)
{
    Scrap *s = pool->free;
    if (s) {
        pool->free = s->next;
    } else {
        s = g_new0(Scrap, 1);
        s->arena = arena_new(SCRAP_BLOCK);
    }
    s->users = 1;
    return s;
}

void scrap_drop(ScrapPool *pool, Scrap *s)
{
    if (--s->users > 0)
        return;
    arena_reset(s->arena);
    s->next = pool->free;
    pool->free = s;
}

void scrap_pool_release(ScrapPool *pool)
{
    while (pool->free) {
        Scrap *s = pool->free;
        pool->free = s->next;
        arena_free(s->arena);
        g_free(s);
    }
}
