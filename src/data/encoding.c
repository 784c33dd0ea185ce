/* Finding the encoding of a file, and decoding it as a whole. */
#include "data/encoding.h"

enum {
    CERTAIN = 64, /* this many bad characters and none good: CP949 */
    FAULTS_SHOWN = 20,
    PAIRS_SEEN = 8192, /* bytes at the start that are looked at in pairs */
    PAIRS_LEAST = 16   /* one in so many at least is ASCII in any table */
};

/* A pair of bytes that may be an ASCII character in UTF-16. */
static void see_pair(EncodingProbe *p, size_t way, unsigned char c,
                     unsigned char zero)
{
    bool end = c == '\n' || c == '\r';
    if (zero != 0 || (!end && c != '\t' && (c < ' ' || c > '~')))
        return;
    p->units[way]++;
    p->ends[way] += end;
}

static void see_pairs(EncodingProbe *p, Str piece)
{
    for (size_t i = 0; i < piece.n && p->seen < PAIRS_SEEN; i++, p->seen++) {
        unsigned char c = (unsigned char)piece.p[i];
        if (p->seen % 2) {
            see_pair(p, 0, p->odd, c);
            see_pair(p, 1, c, p->odd);
        }
        p->odd = c;
    }
}

/* Lines end in pairs, and there are many, by far more than the other way
 * round. */
static bool is_utf16(const EncodingProbe *p, size_t way)
{
    return p->ends[way] > 0 && p->units[way] > 4 * p->units[1 - way] &&
           p->units[way] * PAIRS_LEAST * 2 >= p->seen;
}

bool probe_piece(EncodingProbe *p, Str piece, bool last)
{
    size_t at = 0;
    see_pairs(p, piece);
    do {
        Decoding d =
            decode_piece(&p->decoder, str_sub(piece, at, piece.n), last, NULL);
        at += d.used;
        p->good += d.wide;
        p->bad += d.nbad > 0;
        if (p->bad > CERTAIN && p->good * 2 < p->bad)
            return false;
    } while (at < piece.n || (last && p->decoder.nheld));
    return true;
}

Encoding probe_verdict(const EncodingProbe *p)
{
    if (is_utf16(p, 0) || is_utf16(p, 1))
        return is_utf16(p, 0) ? ENCODING_UTF16LE : ENCODING_UTF16BE;
    return p->bad > 0 && p->good <= p->bad ? ENCODING_CP949 : ENCODING_UTF8;
}

void probe_tell(const EncodingProbe *p, uint32_t file, Diags *diags)
{
    Encoding e = probe_verdict(p);
    if (e == ENCODING_UTF16LE || e == ENCODING_UTF16BE)
        diag(diags, DIAG_ENCODING_UNMARKED, ((Pos){file, 0, 0}),
             encoding_name(e));
}

Str bytes_shown(const unsigned char *p, unsigned n, Arena *a)
{
    Str shown = STR("");
    for (unsigned i = 0; i < n; i++)
        shown = str_printf(a, STR_FMT "%s0x%02X", STR_ARG(shown), i ? " " : "",
                           p[i]);
    return shown;
}

/* Line and column at the end of what has been decoded. */
typedef struct Place {
    uint32_t line, col;
    bool after_cr;
} Place;

static void place_move(Place *place, Str text)
{
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        bool joined = c == '\n' && place->after_cr;
        place->after_cr = c == '\r';
        if ((c == '\n' && !joined) || c == '\r') {
            place->line++;
            place->col = 1;
        } else if (!joined) {
            place->col += ((unsigned char)c & 0xC0) != 0x80;
        }
    }
}

/* Bad bytes one after the other are one fault. */
typedef struct Fault {
    unsigned char bytes[4];
    unsigned n;
    Place place;
} Fault;

typedef struct Faults {
    Fault open;
    size_t count;
    Encoding encoding;
    uint32_t file;
    Diags *diags;
    Arena *arena;
} Faults;

static void faults_tell(Faults *f)
{
    if (f->open.n && ++f->count <= FAULTS_SHOWN) {
        Str shown = bytes_shown(f->open.bytes, f->open.n, f->arena);
        diag(f->diags, DIAG_ENCODING_BYTES,
             ((Pos){f->file, f->open.place.line, f->open.place.col}),
             diag_str(f->diags, shown), encoding_name(f->encoding));
    }
    f->open.n = 0;
}

static void faults_add(Faults *f, const Decoding *d, Place place)
{
    if (f->open.n == 0)
        f->open.place = place;
    for (unsigned i = 0; i < d->nbad && f->open.n < 4; i++)
        f->open.bytes[f->open.n++] = d->bad[i];
}

static Str decode_all(Str bytes, Faults *faults, Arena *a)
{
    char *out = arena_alloc(a, decode_room(bytes.n));
    Decoder decoder = {.encoding = faults->encoding};
    Place place = {1, 1, false};
    size_t at = 0, length = 0;
    do {
        Decoding d = decode_piece(&decoder, str_sub(bytes, at, bytes.n), true,
                                  out + length);
        if (d.written)
            faults_tell(faults);
        if (d.nbad || faults->count)
            place_move(&place, (Str){out + length, d.written});
        at += d.used;
        length += d.written;
        if (d.nbad)
            faults_add(faults, &d, place);
    } while (at < bytes.n || decoder.nheld);
    faults_tell(faults);
    return (Str){out, length};
}

/* Files that are no text, or a text of another kind: one message instead of one
 * for each of their bytes. */
static bool check_kind(Str bytes, uint32_t file, Diags *diags)
{
    static const struct {
        Str head;
        DiagCode code;
    } kinds[] = {
        {{"PK\x03\x04", 4}, DIAG_CSV_WORKBOOK},
        {{"\xD0\xCF\x11\xE0", 4}, DIAG_CSV_WORKBOOK},
        {{"\xFF\xFE\0\0", 4}, DIAG_ENCODING_UTF32},
        {{"\0\0\xFE\xFF", 4}, DIAG_ENCODING_UTF32},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_starts(bytes, kinds[i].head)) {
            diag0(diags, kinds[i].code, (Pos){file, 1, 1});
            return false;
        }
    return true;
}

bool text_decode(Str bytes, Str wanted, Pos wanted_at, uint32_t file, Arena *a,
                 Diags *diags, DecodedText *out)
{
    Encoding marked = ENCODING_UTF8;
    size_t mark = encoding_bom(bytes, &marked);
    *out = (DecodedText){STR(""), marked, mark > 0};
    if (!check_kind(bytes, file, diags))
        return false;
    if (wanted.n && !encoding_parse(wanted, &out->encoding)) {
        diag(diags, DIAG_ENCODING_NAME, wanted_at, diag_str(diags, wanted));
        return false;
    }
    if (mark && (!wanted.n || out->encoding == marked))
        bytes = str_sub(bytes, mark, bytes.n);
    EncodingProbe probe = ENCODING_PROBE;
    probe_piece(&probe, bytes, true);
    if (!wanted.n && !mark) {
        out->encoding = probe_verdict(&probe);
        probe_tell(&probe, file, diags);
    }
    if (out->encoding == ENCODING_UTF8 && probe.bad == 0) {
        out->text = bytes;
        return true;
    }
    Faults faults = {
        .encoding = out->encoding, .file = file, .diags = diags, .arena = a};
    out->text = decode_all(bytes, &faults, a);
    return faults.count == 0;
}
