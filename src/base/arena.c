/*
 * Arena: a list of blocks, filled from the front of the newest.
 *
 * A request that finds no room and is too large for a first block gets a block
 * of its own, which is put behind the newest so that the room left in that one
 * is still used.
 *
 * An arena that outgrows its first blocks goes on with huge pages: the kernel
 * hands out 2 MiB at once in the time of a few dozen small pages, and a long
 * book fills thousands of those. The blocks grow up to there, since a huge page
 * is paid for as a whole and the last one of an arena is half empty.
 */
#include "base/arena.h"

#include "base/diag.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define BLOCK_FIRST ((size_t)64 * 1024)
#define GROWTH 4
#define HUGE_PAGE ((size_t)2 * 1024 * 1024)
#define ALIGNMENT alignof(max_align_t)

typedef struct Block {
    struct Block *next;
    size_t size; /* of data */
    alignas(max_align_t) char data[];
} Block;

struct Arena {
    Block *newest;
    char *at, *end; /* free room of the newest block */
    size_t block;   /* size of the next block, its head included */
    size_t large;   /* more than this gets a block of its own */
    bool grows;
    size_t held;
};

_Noreturn void out_of_memory(void)
{
    fputs("hanji: 메모리가 모자랍니다 / out of memory [out-of-memory]\n", stderr);
    _Exit(EXIT_SURROUNDINGS);
}

static void *not_null(void *p)
{
    if (!p)
        out_of_memory();
    return p;
}

/* Asking is enough: a kernel without huge pages says no and does no harm. */
static void *huge_alloc(void)
{
    void *p = not_null(aligned_alloc(HUGE_PAGE, HUGE_PAGE));
    madvise(p, HUGE_PAGE, MADV_HUGEPAGE);
    return p;
}

Arena *arena_new(size_t block)
{
    Arena *a = not_null(malloc(sizeof *a));
    size_t first = block ? sizeof(Block) + block : BLOCK_FIRST;
    *a = (Arena){
        .block = first,
        .large = first - sizeof(Block),
        .grows = block == 0,
        .held = sizeof *a,
    };
    return a;
}

static void free_blocks(Block *b)
{
    while (b) {
        Block *next = b->next;
        free(b);
        b = next;
    }
}

void arena_free(Arena *a)
{
    if (!a)
        return;
    free_blocks(a->newest);
    free(a);
}

static void use_block(Arena *a, Block *b)
{
    a->newest = b;
    a->at = b->data;
    a->end = b->data + b->size;
}

void arena_reset(Arena *a)
{
    /* The newest block is always of the ordinary size: own blocks of large
     * requests are put behind it. */
    Block *keep = a->newest;
    if (!keep)
        return;
    free_blocks(keep->next);
    keep->next = NULL;
    use_block(a, keep);
    a->held = sizeof *a + sizeof *keep + keep->size;
}

/* A block of so many bytes with its head. */
static Block *block_new(Arena *a, size_t n)
{
    Block *b = n == HUGE_PAGE ? huge_alloc() : not_null(malloc(n));
    b->next = NULL;
    b->size = n - sizeof *b;
    a->held += n;
    return b;
}

static size_t next_block(size_t now)
{
    return now < HUGE_PAGE / GROWTH ? now * GROWTH : HUGE_PAGE;
}

static void add_block(Arena *a)
{
    Block *b = block_new(a, a->block);
    b->next = a->newest;
    use_block(a, b);
    if (a->grows)
        a->block = next_block(a->block);
}

static void *alloc_own_block(Arena *a, size_t n)
{
    if (!a->newest)
        add_block(a);
    Block *b = block_new(a, sizeof *b + n);
    b->next = a->newest->next;
    a->newest->next = b;
    return b->data;
}

void *arena_alloc(Arena *a, size_t n)
{
    if (n > SIZE_MAX / 2)
        out_of_memory();
    n = (n + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    if (n > (size_t)(a->end - a->at) || !a->newest) {
        if (n > a->large)
            return alloc_own_block(a, n);
        add_block(a);
    }
    void *p = a->at;
    a->at += n;
    return p;
}

void *arena_calloc(Arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory();
    size_t n = count * size;
    void *p = arena_alloc(a, n);
    if (n > 0)
        memset(p, 0, n);
    return p;
}

char *arena_strndup(Arena *a, const char *p, size_t n)
{
    char *copy = arena_alloc(a, n + 1);
    if (n)
        memcpy(copy, p, n);
    copy[n] = '\0';
    return copy;
}

/* Most texts are short: printed once, aside, before their length is known. */
char *arena_vprintf(Arena *a, const char *format, va_list ap)
{
    char aside[256];
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(aside, sizeof aside, format, ap);
    if (n < 0)
        abort();
    char *text = arena_alloc(a, (size_t)n + 1);
    if ((size_t)n < sizeof aside)
        memcpy(text, aside, (size_t)n + 1);
    else
        vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}

char *arena_printf(Arena *a, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    char *text = arena_vprintf(a, format, ap);
    va_end(ap);
    return text;
}

size_t arena_size(const Arena *a)
{
    return a->held;
}
