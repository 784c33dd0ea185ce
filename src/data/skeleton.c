/*
 * Finding marks sixteen bytes at a look: `marks_of` answers a bit for each
 * byte that is one, and only those bits are walked.
 */
#include "data/skeleton.h"

#include <glib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LOOK = 16 };

void skeleton_init(Skeleton *s, char delimiter)
{
    *s = (Skeleton){.delimiter = delimiter};
}

void skeleton_release(Skeleton *s)
{
    g_free(s->letters);
    g_free(s->at);
}

static bool is_mark(char c, char delimiter)
{
    return c == delimiter || c == SKELETON_QUOTE || c == '\n' || c == '\r';
}

/* The marks among `n` bytes, at most LOOK: the bit of each is set. */
static unsigned marks_of_few(const char *p, size_t n, char delimiter)
{
    unsigned marks = 0;
    for (size_t i = 0; i < n; i++)
        marks |= (unsigned)is_mark(p[i], delimiter) << i;
    return marks;
}

#ifdef __SSE2__
static unsigned marks_of(const char *p, char delimiter)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i cell =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(delimiter)),
                     _mm_cmpeq_epi8(bytes, _mm_set1_epi8(SKELETON_QUOTE)));
    __m128i line = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(cell, line));
}
#else
static unsigned marks_of(const char *p, char delimiter)
{
    return marks_of_few(p, LOOK, delimiter);
}
#endif

static void put(Skeleton *s, char letter, size_t at)
{
    s->letters[s->n] = letter;
    s->at[s->n++] = (uint32_t)at;
}

/* The letters for the marks that stand in the look at `from`; everything up to
 * `done` has its letters. Answers how far they go now. */
static size_t put_marks(Skeleton *s, Str text, size_t from, unsigned marks,
                        size_t done)
{
    for (; marks; marks &= marks - 1) {
        size_t at = from + (size_t)__builtin_ctz(marks);
        char c = text.p[at];
        if (at > done)
            put(s, SKELETON_PLAIN, done);
        put(s, c == s->delimiter ? SKELETON_DELIMITER : c, at);
        done = at + 1;
    }
    return done;
}

/* A text has at most as many letters as bytes; one more ends the places. */
static void make_room(Skeleton *s, size_t n)
{
    if (s->n + n + 1 <= s->room)
        return;
    s->room = 2 * (s->n + n + 1);
    s->letters = g_realloc(s->letters, s->room);
    s->at = g_realloc_n(s->at, s->room, sizeof *s->at);
}

void skeleton_add(Skeleton *s, Str text, size_t from)
{
    size_t done = from, at = from;
    make_room(s, text.n - from);
    for (; at + LOOK <= text.n; at += LOOK)
        done =
            put_marks(s, text, at, marks_of(text.p + at, s->delimiter), done);
    unsigned rest = marks_of_few(text.p + at, text.n - at, s->delimiter);
    done = put_marks(s, text, at, rest, done);
    if (done < text.n)
        put(s, SKELETON_PLAIN, done);
    s->at[s->n] = (uint32_t)text.n;
}

void skeleton_drop(Skeleton *s, size_t n)
{
    if (n == 0 || s->room == 0)
        return;
    uint32_t base = s->at[n];
    s->n -= n;
    memmove(s->letters, s->letters + n, s->n);
    for (size_t i = 0; i <= s->n; i++)
        s->at[i] = s->at[i + n] - base;
}
