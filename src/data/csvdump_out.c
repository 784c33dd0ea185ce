/* JSON through a buffer: what needs no escape is copied eight bytes at a time.
 */
#include "data/csvdump_out.h"

#include <string.h>

void out_flush(Out *o)
{
    if (o->n && !o->stopped)
        o->stopped = !o->write(o->context, o->buffer, o->n);
    o->n = 0;
}

/* Where the next `n` bytes go, n at most BUFFER. */
static char *out_room(Out *o, size_t n)
{
    if (BUFFER - o->n < n)
        out_flush(o);
    return o->buffer + o->n;
}

void out_bytes(Out *o, const char *p, size_t n)
{
    for (size_t part; n > 0; p += part, n -= part) {
        part = n < BUFFER ? n : BUFFER;
        memcpy(out_room(o, part), p, part);
        o->n += part;
    }
}

void out_text(Out *o, const char *c)
{
    out_bytes(o, c, strlen(c));
}

static bool needs_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

/* Copies the bytes that go out as they are: how many. Eight at a look, each
 * bit trick marking the high bit of bytes that are 0 after the subtraction. */
static size_t copy_plain(const char *p, size_t n, char *out)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    size_t i = 0;
    for (uint64_t w; i + sizeof w <= n; i += sizeof w) {
        memcpy(&w, p + i, sizeof w);
        uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\';
        uint64_t control = (w - ones * 0x20) & ~w;
        uint64_t signs = ((quote - ones) & ~quote) | ((slash - ones) & ~slash);
        if ((control | signs) & high)
            break;
        memcpy(out + i, &w, sizeof w);
    }
    for (; i < n && !needs_escape((unsigned char)p[i]); i++)
        out[i] = p[i];
    return i;
}

enum { ESCAPED_MAX = 6 /* \u0001 */ };

/* One character as JSON writes it: how many bytes. */
static size_t put_escaped(char c, char *out)
{
    static const char hex[] = "0123456789ABCDEF";
    static const char short_forms[0x20] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    bool sign = c == '"' || c == '\\';
    char form = sign ? c : short_forms[(unsigned char)c];
    out[0] = '\\';
    out[1] = form;
    if (form)
        return 2;
    memcpy(out + 1, "u00", 3);
    out[4] = hex[c >> 4];
    out[5] = hex[c & 15];
    return ESCAPED_MAX;
}

static void out_escaped(Out *o, Str s)
{
    char *out = out_room(o, s.n * ESCAPED_MAX), *end = out;
    for (size_t i = 0; i < s.n;) {
        size_t plain = copy_plain(s.p + i, s.n - i, end);
        end += plain;
        i += plain;
        if (i < s.n)
            end += put_escaped(s.p[i++], end);
    }
    o->n += (size_t)(end - out);
}

void out_string(Out *o, Str s)
{
    enum { PART = BUFFER / ESCAPED_MAX };
    for (; s.n > PART; s = (Str){s.p + PART, s.n - PART})
        out_escaped(o, (Str){s.p, PART});
    out_escaped(o, s);
}
