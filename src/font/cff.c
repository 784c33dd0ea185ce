/*
 * Reads the top DICT, the charset and the sizes of charstrings of a CFF table
 * (Adobe Technical Note 5176, sections 4, 5, 9, 13 and 14). HarfBuzz 6 knows
 * them but does not tell.
 */
#include "font/cff.h"

/* Operators of the top DICT; two-byte ones are 12 << 8 | second byte. */
enum { OP_CHARSET = 15, OP_CHARSTRINGS = 17, OP_ROS = 12 << 8 | 30 };

typedef struct TopDict {
    bool ros; /* registry-ordering-supplement: the mark of a CID-keyed font */
    int32_t charset, charstrings;
} TopDict;

static size_t offset_at(Bytes b, size_t at, unsigned size)
{
    size_t offset = 0;
    for (unsigned i = 0; i < size; i++)
        offset = offset << 8 | bytes_u8(b, at + i);
    return offset;
}

/* Steps over the INDEX at *at; `first` becomes its first object. */
static bool index_skip(Bytes b, size_t *at, Bytes *first)
{
    size_t count = bytes_u16(b, *at);
    if (!bytes_have(b, *at, 2))
        return false;
    if (count == 0) {
        *at += 2;
        *first = (Bytes){b.p, 0};
        return true;
    }
    unsigned size = bytes_u8(b, *at + 2);
    size_t offsets = *at + 3;
    if (size < 1 || size > 4 || !bytes_have(b, offsets, (count + 1) * size))
        return false;
    size_t data = offsets + (count + 1) * size - 1; /* offsets count from 1 */
    size_t from = offset_at(b, offsets, size);
    size_t to = offset_at(b, offsets + size, size);
    size_t end = offset_at(b, offsets + count * size, size);
    if (from != 1 || to < from || end < to || !bytes_have(b, data, end))
        return false;
    *first = bytes_sub(b, data + from, to - from);
    *at = data + end;
    return true;
}

/* Length of the operand at `at`: the value only matters for integers. */
static size_t operand_read(Bytes b, size_t at, int32_t *value)
{
    unsigned b0 = bytes_u8(b, at);
    *value = 0;
    if (b0 == 28) {
        *value = bytes_i16(b, at + 1);
        return 3;
    }
    if (b0 == 29) {
        *value = (int32_t)bytes_u32(b, at + 1);
        return 5;
    }
    if (b0 == 30) { /* a real: nibbles up to one that is 15 */
        size_t n = 1;
        while (at + n < b.n && (b.p[at + n] & 15) != 15 &&
               b.p[at + n] >> 4 != 15)
            n++;
        return n + 1;
    }
    int b1 = (int)bytes_u8(b, at + 1);
    if (b0 >= 247 && b0 <= 250)
        *value = (int32_t)(b0 - 247) * 256 + b1 + 108;
    else if (b0 >= 251 && b0 <= 254)
        *value = -(int32_t)(b0 - 251) * 256 - b1 - 108;
    else
        *value = (int32_t)b0 - 139;
    return b0 >= 247 ? 2 : 1;
}

static TopDict top_dict_read(Bytes dict)
{
    TopDict top = {0};
    int32_t last = 0;
    for (size_t at = 0; at < dict.n;) {
        unsigned op = dict.p[at];
        if (op >= 28) {
            at += operand_read(dict, at, &last);
            continue;
        }
        at++;
        if (op == 12)
            op = 12 << 8 | bytes_u8(dict, at++);
        if (op == OP_ROS)
            top.ros = true;
        else if (op == OP_CHARSET)
            top.charset = last;
        else if (op == OP_CHARSTRINGS)
            top.charstrings = last;
    }
    return top;
}

/* Format 0: a CID for each glyph but glyph 0. */
static bool charset_list(Bytes b, size_t at, unsigned n, uint16_t *cid)
{
    if (!bytes_have(b, at, (size_t)(n - 1) * 2))
        return false;
    for (unsigned g = 1; g < n; g++)
        cid[g] = (uint16_t)bytes_u16(b, at + (size_t)(g - 1) * 2);
    return true;
}

/* Formats 1 and 2: ranges of a first CID and how many follow it. */
static bool charset_ranges(Bytes b, size_t at, unsigned left_size, unsigned n,
                           uint16_t *cid)
{
    for (unsigned g = 1; g < n; at += 2 + left_size) {
        if (!bytes_have(b, at, 2 + left_size))
            return false;
        unsigned first = bytes_u16(b, at);
        size_t left = offset_at(b, at + 2, left_size);
        if (first + left > UINT16_MAX)
            return false;
        for (size_t i = 0; i <= left && g < n; i++)
            cid[g++] = (uint16_t)(first + i);
    }
    return true;
}

static bool charset_read(Bytes b, size_t at, unsigned n, uint16_t *cid)
{
    unsigned format = bytes_u8(b, at);
    if (!bytes_have(b, at, 1) || format > 2)
        return false;
    if (format == 0)
        return charset_list(b, at + 1, n, cid);
    return charset_ranges(b, at + 1, format, n, cid);
}

/* The INDEX of charstrings, if there is one, with one for each glyph. */
static bool charstrings_find(Bytes table, int32_t from, unsigned nglyphs,
                             Bytes *out)
{
    Bytes first;
    if (from <= 0)
        return from == 0;
    size_t end = (size_t)from;
    if (!index_skip(table, &end, &first) ||
        bytes_u16(table, (size_t)from) != nglyphs)
        return false;
    *out = bytes_sub(table, (size_t)from, end - (size_t)from);
    return true;
}

size_t cff_outline_size(Bytes outlines, uint32_t glyph)
{
    enum { OFFSETS = 3 };
    if (glyph >= bytes_u16(outlines, 0))
        return 0;
    unsigned size = bytes_u8(outlines, 2);
    size_t at = OFFSETS + (size_t)glyph * size;
    size_t from = offset_at(outlines, at, size);
    size_t to = offset_at(outlines, at + size, size);
    return to > from ? to - from : 0;
}

static bool is_identity(const uint16_t *cid, unsigned n)
{
    for (unsigned g = 0; g < n; g++) {
        if (cid[g] != g)
            return false;
    }
    return true;
}

bool cff_read(Bytes table, unsigned nglyphs, Arena *a, Cff *out)
{
    size_t at = bytes_u8(table, 2); /* header size */
    Bytes name, dict;
    if (bytes_u8(table, 0) != 1 || !index_skip(table, &at, &name) ||
        !index_skip(table, &at, &dict) || dict.n == 0 || nglyphs == 0)
        return false;
    TopDict top = top_dict_read(dict);
    *out = (Cff){.cid_keyed = top.ros};
    if (!charstrings_find(table, top.charstrings, nglyphs, &out->outlines))
        return false;
    if (!top.ros || top.charset == 0)
        return true;
    if (top.charset < 0)
        return false;
    uint16_t *cid = ARENA_ARRAY(a, uint16_t, nglyphs);
    if (!charset_read(table, (size_t)top.charset, nglyphs, cid))
        return false;
    if (!is_identity(cid, nglyphs))
        out->cid = cid;
    return true;
}
