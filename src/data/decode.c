/*
 * The decoder: one `step` per encoding reads one character; the loop around
 * them is shared. Long runs that need no change skip the steps.
 */
#include "data/decode.h"

#include <string.h>
#include <strings.h>

/* One character read: its length in bytes, or why there is none. */
typedef struct Step {
    uint32_t cp;
    unsigned n; /* bytes read; of the bad bytes when `bad` */
    bool bad;   /* n == 0 and not bad: more bytes are needed */
} Step;

typedef Step StepReader(const unsigned char *p, size_t n);

static const Step MORE = {0, 0, false};

static Step step_good(uint32_t cp, unsigned n)
{
    return (Step){cp, n, false};
}

static Step step_bad(unsigned n)
{
    return (Step){0, n, true};
}

static bool is_continuation(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

/* Second bytes that would be overlong, a surrogate or past U+10FFFF. */
static bool is_bad_second(unsigned char lead, unsigned char second)
{
    return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
           (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
}

static Step step_utf8(const unsigned char *p, size_t n)
{
    static const unsigned char mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned char lead = p[0];
    if (lead < 0x80)
        return step_good(lead, 1);
    if (lead < 0xC2 || lead > 0xF4)
        return step_bad(1);
    unsigned length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    uint32_t cp = lead & mask[length];
    for (unsigned i = 1; i < length; i++) {
        if (i == n)
            return MORE;
        if (!is_continuation(p[i]) || (i == 1 && is_bad_second(lead, p[1])))
            return step_bad(i);
        cp = cp << 6 | (p[i] & 0x3F);
    }
    return step_good(cp, length);
}

static Step step_cp949(const unsigned char *p, size_t n)
{
    if (p[0] < 0x80)
        return step_good(p[0], 1);
    if (p[0] == 0x80 || p[0] == 0xFF)
        return step_bad(1);
    if (n < 2)
        return MORE;
    uint32_t cp = cp949_char(p[0], p[1]);
    if (cp)
        return step_good(cp, 2);
    return step_bad(p[1] < 0x80 ? 1 : 2); /* never swallow a comma */
}

static Step step_utf16(const unsigned char *p, size_t n, unsigned high)
{
    if (n < 2)
        return MORE;
    uint32_t unit = (uint32_t)p[high] << 8 | p[1 - high];
    if (unit < 0xD800 || unit > 0xDFFF)
        return step_good(unit, 2);
    if (unit > 0xDBFF)
        return step_bad(2);
    if (n < 4)
        return MORE;
    uint32_t low = (uint32_t)p[2 + high] << 8 | p[3 - high];
    if (low < 0xDC00 || low > 0xDFFF)
        return step_bad(2);
    return step_good(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), 4);
}

static Step step_utf16le(const unsigned char *p, size_t n)
{
    return step_utf16(p, n, 1);
}

static Step step_utf16be(const unsigned char *p, size_t n)
{
    return step_utf16(p, n, 0);
}

/* How many bytes from `p` on are good as they are: the run that needs no step.
 * *wide counts its characters from U+0800 on. */
typedef size_t RunReader(const unsigned char *p, size_t n, size_t *wide);

/* `high` has the high bit of each byte beyond ASCII, as eight of them lie in
 * memory: how many come before the first. */
static unsigned bytes_before(uint64_t high)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (unsigned)__builtin_ctzll(high) / 8;
#else
    return (unsigned)__builtin_clzll(high) / 8;
#endif
}

static size_t ascii_run(const unsigned char *p, size_t n, size_t *wide)
{
    const uint64_t high_bits = UINT64_C(0x8080808080808080);
    size_t i = 0;
    (void)wide;
    for (uint64_t word; i + sizeof word <= n; i += sizeof word) {
        memcpy(&word, p + i, sizeof word);
        if (word & high_bits)
            return i + bytes_before(word & high_bits);
    }
    while (i < n && p[i] < 0x80)
        i++;
    return i;
}

/* A three-byte character that may be taken as it is, among them all of Hangul.
 * Those with the lead E0, whose second byte is restricted, and surrogates are
 * left to step_utf8. */
static bool is_three(const unsigned char *p)
{
    unsigned bytes = (unsigned)p[0] << 16 | (unsigned)p[1] << 8 | p[2];
    return (bytes & 0xF0C0C0) == 0xE08080 && p[0] != 0xE0 &&
           (p[0] != 0xED || p[1] <= 0x9F);
}

/* ASCII and characters of three bytes. */
static size_t utf8_run(const unsigned char *p, size_t n, size_t *wide)
{
    size_t i = 0, before, threes = 0;
    do {
        before = i;
        for (; i + 3 <= n && is_three(p + i); i += 3)
            threes++;
        if (i < n && p[i] < 0x80)
            i += ascii_run(p + i, n - i, wide);
    } while (i > before);
    *wide += threes;
    return i;
}

static size_t no_run(const unsigned char *p, size_t n, size_t *wide)
{
    (void)p, (void)n, (void)wide;
    return 0;
}

static const struct EncodingInfo {
    const char *name;
    StepReader *step;
    RunReader *run;
    Str bom;
} encodings[ENCODING_COUNT] = {
    [ENCODING_UTF8] = {"UTF-8", step_utf8, utf8_run, {"\xEF\xBB\xBF", 3}},
    [ENCODING_CP949] = {"CP949", step_cp949, ascii_run, {"", 0}},
    [ENCODING_UTF16LE] = {"UTF-16LE", step_utf16le, no_run, {"\xFF\xFE", 2}},
    [ENCODING_UTF16BE] = {"UTF-16BE", step_utf16be, no_run, {"\xFE\xFF", 2}},
};

static const struct EncodingAlias {
    const char *name;
    Encoding encoding;
} aliases[] = {
    {"utf-8", ENCODING_UTF8},        {"utf8", ENCODING_UTF8},
    {"utf-8-sig", ENCODING_UTF8},    {"cp949", ENCODING_CP949},
    {"uhc", ENCODING_CP949},         {"ms949", ENCODING_CP949},
    {"windows-949", ENCODING_CP949}, {"euc-kr", ENCODING_CP949},
    {"euckr", ENCODING_CP949},       {"ksc5601", ENCODING_CP949},
    {"utf-16le", ENCODING_UTF16LE},  {"utf-16", ENCODING_UTF16LE},
    {"utf16", ENCODING_UTF16LE},     {"utf16le", ENCODING_UTF16LE},
    {"utf-16be", ENCODING_UTF16BE},  {"utf16be", ENCODING_UTF16BE},
};

const char *encoding_name(Encoding e)
{
    return encodings[e].name;
}

bool encoding_parse(Str name, Encoding *out)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (strlen(aliases[i].name) == name.n &&
            strncasecmp(aliases[i].name, name.p, name.n) == 0) {
            *out = aliases[i].encoding;
            return true;
        }
    }
    return false;
}

size_t encoding_bom(Str start, Encoding *out)
{
    for (size_t i = 0; i < ENCODING_COUNT; i++) {
        if (encodings[i].bom.n && str_starts(start, encodings[i].bom)) {
            *out = (Encoding)i;
            return encodings[i].bom.n;
        }
    }
    return 0;
}

size_t decode_room(size_t n)
{
    /* Two bytes become three at most; `held` and a last step add a little. */
    return n + n / 2 + 16;
}

static void write_char(Decoding *done, char *out, uint32_t cp)
{
    char utf8[4];
    size_t n = utf8_put(utf8, cp);
    if (out)
        memcpy(out + done->written, utf8, n);
    done->written += n;
    done->wide += n > 2;
}

static void write_run(Decoding *done, char *out, const void *p, size_t n)
{
    if (out)
        memcpy(out + done->written, p, n);
    done->written += n;
    done->used += n;
}

static void mark_bad(Decoding *done, const unsigned char *p, unsigned n)
{
    memcpy(done->bad, p, n);
    done->nbad = n;
}

/* Finishes the held character with the first bytes of the piece. */
static void step_held(Decoder *d, Str piece, bool last, char *out,
                      Decoding *done)
{
    unsigned char joined[sizeof d->held] = {0};
    unsigned held = d->nheld;
    size_t n = held;
    memcpy(joined, d->held, held);
    for (size_t i = 0; i < piece.n && n < sizeof joined; i++)
        joined[n++] = (unsigned char)piece.p[i];
    Step s = encodings[d->encoding].step(joined, n);
    if (s.n == 0 && !last) {
        memcpy(d->held, joined, n);
        d->nheld = (unsigned)n;
        done->used += n - held;
        return;
    }
    d->nheld = 0;
    if (s.n == 0)
        s = step_bad((unsigned)n);
    if (s.n < held) /* bad in the middle: what follows is read again */
        memcpy(d->held, joined + s.n, d->nheld = held - s.n);
    done->used += s.n > held ? s.n - held : 0;
    if (s.bad)
        mark_bad(done, joined, s.n);
    else
        write_char(done, out, s.cp);
}

static void hold(Decoder *d, const unsigned char *p, size_t n, Decoding *done)
{
    memcpy(d->held, p, n);
    d->nheld = (unsigned)n;
    done->used += n;
}

Decoding decode_piece(Decoder *d, Str piece, bool last, char *out)
{
    const struct EncodingInfo *e = &encodings[d->encoding];
    const unsigned char *p = (const unsigned char *)piece.p;
    Decoding done = {0};
    while (d->nheld && !done.nbad && (done.used < piece.n || last))
        step_held(d, str_sub(piece, done.used, piece.n), last, out, &done);
    while (done.used < piece.n && !done.nbad) {
        size_t left = piece.n - done.used;
        size_t run = e->run(p + done.used, left, &done.wide);
        if (run) {
            write_run(&done, out, p + done.used, run);
            continue;
        }
        Step s = e->step(p + done.used, left);
        if (s.n == 0 && !last) {
            hold(d, p + done.used, left, &done);
            break;
        }
        if (s.n == 0)
            s = step_bad((unsigned)left);
        if (s.bad)
            mark_bad(&done, p + done.used, s.n);
        else
            write_char(&done, out, s.cp);
        done.used += s.n;
    }
    return done;
}
