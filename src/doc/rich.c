#include "doc/rich.h"

#include "data/normal.h"

#include <string.h>

void rich_init(RichBuilder *b, Arena *document, Diags *diags)
{
    b->diags = diags;
    b->spans = g_array_new(FALSE, FALSE, sizeof(Span));
    b->arena = document;
}

void rich_release(RichBuilder *b)
{
    g_array_free(b->spans, TRUE);
}

void rich_add(RichBuilder *b, Str text, Pos source, unsigned flags)
{
    if (text.n == 0)
        return;
    Span span = {.text = text, .source = source, .flags = flags};
    g_array_append_val(b->spans, span);
}

size_t rich_mark(const RichBuilder *b)
{
    return b->spans->len;
}

void rich_rewind(RichBuilder *b, size_t mark)
{
    g_array_set_size(b->spans, (guint)mark);
}

/* The last `cap` bytes of a text, without a torn character at its head. */
static Str last_bytes(Str text, size_t cap)
{
    size_t from = text.n > cap ? text.n - cap : 0;
    while (from < text.n && ((unsigned char)text.p[from] & 0xC0) == 0x80)
        from++;
    return str_sub(text, from, text.n - from);
}

Str rich_tail(const RichBuilder *b, size_t first, char *out, size_t cap)
{
    size_t room = cap;
    for (guint i = b->spans->len; i-- > first && room > 0;) {
        const Span *span = &g_array_index(b->spans, Span, i);
        Str whole = span->text;
        if (span->flags & MARK_SUPER)
            continue; /* read after the particle, or as part of a unit */
        Str part = last_bytes(whole, room);
        room -= part.n;
        memcpy(out + room, part.p, part.n);
        if (part.n < whole.n)
            break;
    }
    return (Str){out + room, cap - room};
}

/* Whether it is short enough to be set. */
static bool check_length(const RichBuilder *b)
{
    size_t bytes = 0;
    const Span *longest = NULL;
    for (guint i = 0; i < b->spans->len; i++) {
        const Span *span = &g_array_index(b->spans, Span, i);
        bytes += span->text.n;
        if (!longest || span->text.n > longest->text.n)
            longest = span;
    }
    if (bytes <= TEXT_MAX)
        return true;
    diag(b->diags, DIAG_TEXT_LONG, longest->source,
         diag_arg(b->diags, "%zu", bytes / 1024),
         diag_arg(b->diags, "%d", TEXT_MAX / 1024));
    return false;
}

/* m, km, cm or mm at the end, which a power makes a unit of area. */
static bool ends_in_length(Str text, Arena *a)
{
    static const House signs = {.square = UNIT_SIGNS, .metric = UNIT_SIGNS};
    Str square = STR_JOIN(a, text, STR("²"));
    return !str_ends(house_text(&signs, square, a), STR("²"));
}

/* A raised 2 or 3 behind a length becomes a letter of the unit. */
static void squares_join(RichBuilder *b)
{
    for (guint i = 1; i < b->spans->len; i++) {
        Span *at = &g_array_index(b->spans, Span, i), *last = at - 1;
        bool two = str_eq(at->text, STR("2"));
        bool power = two || str_eq(at->text, STR("3"));
        if (!(at->flags & MARK_SUPER) || last->flags & MARK_SUPER || !power ||
            !ends_in_length(last->text, b->arena))
            continue;
        last->text = STR_JOIN(b->arena, last->text, two ? STR("²") : STR("³"));
        g_array_remove_index(b->spans, i--);
    }
}

RichText rich_take(RichBuilder *b)
{
    if (b->squares)
        squares_join(b);
    if (!check_length(b))
        rich_rewind(b, 0);
    uint32_t n = b->spans->len;
    if (n == 0)
        return (RichText){NULL, 0};
    Span *spans = arena_alloc(b->arena, n * sizeof *spans);
    memcpy(spans, b->spans->data, n * sizeof *spans);
    rich_rewind(b, 0);
    return (RichText){spans, n};
}

bool rich_empty(RichText t)
{
    return t.n == 0;
}

/* Bytes of the control that stands at `at`: U+200B, U+2060, where an author
 * wants a line to end or not (K-30). Only lines are to see them. */
static size_t control_length(Str s, size_t at)
{
    static const char *const controls[] = {"\xE2\x80\x8B", "\xE2\x81\xA0"};
    for (size_t i = 0; i < 2 && s.n - at >= 3; i++)
        if (memcmp(s.p + at, controls[i], 3) == 0)
            return 3;
    return 0;
}

/* Where the next control begins, from `at` on; the end when there is none. */
static size_t next_control(Str s, size_t at)
{
    while (at < s.n) {
        const char *hit = memchr(s.p + at, 0xE2, s.n - at);
        if (!hit)
            break;
        at = (size_t)(hit - s.p);
        if (control_length(s, at))
            return at;
        at++;
    }
    return s.n;
}

static bool has_controls(Str s)
{
    return next_control(s, 0) < s.n;
}

static char *put_plain(char *to, Str s)
{
    for (size_t at = 0; at < s.n;) {
        size_t end = next_control(s, at);
        memcpy(to, s.p + at, end - at);
        to += end - at;
        at = end < s.n ? end + control_length(s, end) : end;
    }
    return to;
}

static bool has_raised(RichText t)
{
    for (uint32_t i = 0; i < t.n; i++)
        if (t.spans[i].flags & MARK_SUPER)
            return true;
    return false;
}

static bool ends_in_latin(Str s)
{
    return s.n > 0 && g_ascii_isalpha(s.p[s.n - 1]);
}

RichText rich_level(RichText t, Arena *a)
{
    if (!has_raised(t))
        return t;
    Span *spans = ARENA_ARRAY(a, Span, t.n);
    uint32_t n = 0;
    for (uint32_t i = 0; i < t.n; i++) {
        Span span = t.spans[i];
        bool power = n > 0 && ends_in_latin(spans[n - 1].text);
        if (span.flags & MARK_SUPER && power && str_eq(span.text, STR("2")))
            span.text = STR("²");
        else if (span.flags & MARK_SUPER && power &&
                 str_eq(span.text, STR("3")))
            span.text = STR("³");
        else if (span.flags & MARK_SUPER)
            continue;
        spans[n++] = span;
    }
    return (RichText){spans, n};
}

RichText rich_read(RichText t, const House *house, Arena *a)
{
    t = rich_level(t, a);
    if (!house_keeps(house) || t.n == 0)
        return t;
    Span *spans = ARENA_ARRAY(a, Span, t.n);
    memcpy(spans, t.spans, t.n * sizeof *spans);
    for (uint32_t i = 0; i < t.n; i++)
        spans[i].text = text_fold(spans[i].text, a);
    return (RichText){spans, t.n};
}

Str rich_plain(RichText t, Arena *a)
{
    if (t.n == 1 && !has_controls(t.spans[0].text))
        return t.spans[0].text;
    size_t n = 0;
    for (uint32_t i = 0; i < t.n; i++)
        n += t.spans[i].text.n;
    char *bytes = arena_alloc(a, n + 1), *to = bytes;
    for (uint32_t i = 0; i < t.n; i++)
        to = put_plain(to, t.spans[i].text);
    *to = 0;
    return (Str){bytes, (size_t)(to - bytes)};
}
