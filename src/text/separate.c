#include "text/separate.h"

#include "text/line_class.h"
#include "text/normal.h"

enum { WORD_LIMIT = 4096 /* bytes; longer words come in joined parts */ };

/* Bytes with which a separator can begin. */
static bool may_separate(unsigned char c)
{
    static const bool table[256] = {
        ['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true,
        ['\r'] = true, [' '] = true, [0xC2] = true, [0xE1] = true,
        [0xE2] = true, [0xE3] = true, [0xEF] = true};
    return table[c];
}

static Separator separator_of(uint32_t cp)
{
    switch (cp) {
    case '\n':
        return SEP_NEWLINE;
    case 0x00AD:
        return SEP_DROP;
    case 0x200B:
        return SEP_BREAK;
    case 0x2060:
    case 0xFEFF:
        return SEP_HOLD;
    default:
        if (is_fixed_space(cp))
            return SEP_FIXED;
        return is_word_space(cp) ? SEP_SPACE : SEP_NONE;
    }
}

/* Whether the character before `at` forbids a break there. */
static bool is_held(Str s, size_t at)
{
    size_t from = at;
    while (from > 0 && ((unsigned char)s.p[--from] & 0xC0) == 0x80)
        ;
    if (from == at)
        return false;
    Separator sep = separator_of(str_next(s, &from));
    return sep == SEP_FIXED || sep == SEP_HOLD;
}

/* Whether combining marks could begin with this byte. */
static bool may_mark(unsigned char c)
{
    return c >= 0xCC && !(c >= 0xE3 && c <= 0xED);
}

static size_t marks_end(Str s, size_t at)
{
    size_t end = at;
    while (at < s.n && line_class(str_next(s, &at)) == LC_CM)
        end = at;
    return end;
}

/* Marks behind a no-break space or a joiner are part of it (LB9): what follows
 * them is held, too. Answers their end, or `at`. */
static size_t held_marks(Str s, size_t at)
{
    size_t end = marks_end(s, at), behind = end;
    bool more = end < s.n && separator_of(str_next(s, &behind)) == SEP_NONE;
    return more ? end : at;
}

size_t word_cut(Str s, size_t at, size_t *next, Separator *sep)
{
    if (at > 0 && at < s.n && may_mark((unsigned char)s.p[at])
        && is_held(s, at) && (*next = held_marks(s, at)) > at) {
        *sep = SEP_HOLD;
        return *next;
    }
    size_t limit = s.n - at > WORD_LIMIT ? at + WORD_LIMIT : s.n;
    for (; at < limit; at++) {
        if (!may_separate((unsigned char)s.p[at]))
            continue;
        *next = at;
        *sep = separator_of(str_next(s, next));
        if (*sep != SEP_NONE)
            return at;
    }
    while (at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80)
        at++; /* not inside a character */
    *next = at;
    *sep = SEP_NONE;
    return at;
}
