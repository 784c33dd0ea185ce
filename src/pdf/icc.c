/*
 * ICC.1:2010: a header of 128 bytes, a table of tags, the tags' data. Numbers
 * are s15Fixed16 unless said otherwise.
 */
#include "pdf/icc.h"

enum { TAGS = 10, DATA_AT = 128 + 4 + TAGS * 12 };

#define SIG(s)                                                                 \
    ((uint32_t)(s)[0] << 24 | (uint32_t)(s)[1] << 16 | (uint32_t)(s)[2] << 8 | \
     (uint32_t)(s)[3])

/* D50, the white of the profile connection space. */
static const uint32_t white[] = {0xF6D6, 0x10000, 0xD32D};
/* The primaries of sRGB, adapted from D65 to D50 by Bradford's matrix. */
static const uint32_t red[] = {0x6FA0, 0x38F5, 0x0390};
static const uint32_t green[] = {0x6297, 0xB787, 0x18D9};
static const uint32_t blue[] = {0x249F, 0x0F84, 0xB6C3};
static const uint32_t bradford[] = {0x10C42,    0x05DE, 0xFFFFF325,
                                    0x0793,     0xFD90, 0xFFFFFBA1,
                                    0xFFFFFDA2, 0x03DC, 0xC06E};
/* y = (a x + b)^g above d, c x below: g a b c d. */
static const uint32_t curve[] = {0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B};

/* Type signature, four reserved bytes, numbers. */
static void add_numbers(Buf *out, const char *type, const uint32_t *v, size_t n)
{
    buf_add_u32(out, SIG(type));
    buf_add_u32(out, 0);
    for (size_t i = 0; i < n; i++)
        buf_add_u32(out, v[i]);
}

/* One text in English, UTF-16BE. */
static void add_text(Buf *out, const char *text)
{
    size_t n = strlen(text);

    buf_add_u32(out, SIG("mluc"));
    buf_add_u32(out, 0);
    buf_add_u32(out, 1);  /* one record */
    buf_add_u32(out, 12); /* of this size */
    buf_add_c(out, "enUS");
    buf_add_u32(out, (uint32_t)(2 * n));
    buf_add_u32(out, 28); /* where it begins */
    for (size_t i = 0; i < n; i++)
        buf_add_u16(out, (unsigned char)text[i]);
    if (n % 2)
        buf_add_u16(out, 0); /* tags stand at multiples of four */
}

static void add_curve(Buf *out)
{
    buf_add_u32(out, SIG("para"));
    buf_add_u32(out, 0);
    buf_add_u32(out, 3u << 16); /* function type 3 */
    for (size_t i = 0; i < 5; i++)
        buf_add_u32(out, curve[i]);
}

static void add_header(Buf *out, size_t size)
{
    size_t start = out->n;

    buf_add_u32(out, (uint32_t)size);
    buf_add_u32(out, 0);          /* no preferred engine */
    buf_add_u32(out, 0x04300000); /* version 4.3 */
    buf_add_c(out, "mntrRGB XYZ ");
    buf_add_u16(out, 2010); /* a fixed date: the profile never changes */
    for (int i = 0; i < 5; i++)
        buf_add_u16(out, i < 2 ? 1 : 0);
    buf_add_c(out, "acsp");
    while (out->n - start < 68)
        buf_add_char(out, 0);
    for (size_t i = 0; i < 3; i++)
        buf_add_u32(out, white[i]);
    while (out->n - start < 128)
        buf_add_char(out, 0);
}

void icc_srgb(Buf *out)
{
    static const char names[TAGS][5] = {"desc", "cprt", "wtpt", "chad", "rXYZ",
                                        "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    size_t at[TAGS + 1];
    Buf data = {0};

    at[0] = data.n, add_text(&data, "sRGB");
    at[1] = data.n, add_text(&data, "No copyright, use freely");
    at[2] = data.n, add_numbers(&data, "XYZ ", white, 3);
    at[3] = data.n, add_numbers(&data, "sf32", bradford, 9);
    at[4] = data.n, add_numbers(&data, "XYZ ", red, 3);
    at[5] = data.n, add_numbers(&data, "XYZ ", green, 3);
    at[6] = data.n, add_numbers(&data, "XYZ ", blue, 3);
    at[7] = data.n, add_curve(&data);
    at[8] = data.n;

    add_header(out, DATA_AT + data.n);
    buf_add_u32(out, TAGS);
    for (int i = 0; i < TAGS; i++) {
        int shared = i < 7 ? i : 7; /* one curve for three channels */
        buf_add_u32(out, SIG(names[i]));
        buf_add_u32(out, (uint32_t)(DATA_AT + at[shared]));
        buf_add_u32(out, (uint32_t)(at[shared + 1] - at[shared]));
    }
    buf_add(out, data.p, data.n);
    buf_release(&data);
}
