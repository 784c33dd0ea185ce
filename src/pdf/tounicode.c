#include "pdf/tounicode.h"

#include "pdf/syntax.h"

enum { SECTION = 100 }; /* entries between begin and end, by the standard */

/* A code that only continues its neighbour needs some text: the zero width
 * space shows and says nothing. */
#define NO_TEXT STR("\u200B")

/* The one character of the text inside the BMP, or 0. */
static uint32_t single_char(Str text)
{
    size_t at = 0;
    uint32_t cp = text.n ? str_next(text, &at) : 0;

    return at == text.n && cp < 0x10000 ? cp : 0;
}

/* How many codes from `c` on form one range. */
static size_t range_length(const CodeText *c, size_t n)
{
    uint32_t cp = single_char(c->text);
    size_t k = 1;

    while (cp && k < n && c[k].code == c->code + k &&
           c[k].code >> 8 == c->code >> 8 && (cp + k) >> 8 == cp >> 8 &&
           single_char(c[k].text) == cp + k)
        k++;
    return k;
}

/* Some readers want the space. */
static void put_code(Buf *b, uint16_t code)
{
    buf_printf(b, "<%04X> ", code);
}

static void put_target(Buf *b, Str text)
{
    Buf utf16 = {0};

    for (size_t at = 0; at < text.n;)
        put_utf16(&utf16, str_next(text, &at));
    put_hex(b, utf16.p, utf16.n);
    buf_release(&utf16);
}

static void put_entry(Buf *b, const CodeText *c, size_t length)
{
    put_code(b, c->code);
    if (length > 1)
        put_code(b, c[length - 1].code);
    put_target(b, c->text.n ? c->text : NO_TEXT);
    buf_add_char(b, '\n');
}

/* All ranges, or all single codes, in sections. */
static void put_entries(Buf *out, const CodeText *codes, size_t n, bool ranges)
{
    const char *kind = ranges ? "range" : "char";
    Buf section = {0};
    int count = 0;

    for (size_t i = 0, length; i < n; i += length) {
        length = range_length(codes + i, n - i);
        if ((length > 1) == ranges) {
            put_entry(&section, codes + i, length);
            count++;
        }
        if (count == SECTION || (count && i + length == n)) {
            buf_printf(out, "%d beginbf%s\n", count, kind);
            buf_add(out, section.p, section.n);
            buf_printf(out, "endbf%s\n", kind);
            section.n = 0;
            count = 0;
        }
    }
    buf_release(&section);
}

void tounicode_write(const CodeText *codes, size_t n, Buf *out)
{
    buf_add_c(
        out,
        "/CIDInit /ProcSet findresource begin\n"
        "12 dict begin\n"
        "begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>>"
        " def\n"
        "/CMapName /Adobe-Identity-UCS def\n"
        "/CMapType 2 def\n"
        "1 begincodespacerange\n"
        "<0000> <FFFF>\n"
        "endcodespacerange\n");
    put_entries(out, codes, n, true);
    put_entries(out, codes, n, false);
    buf_add_c(out, "endcmap\n"
                   "CMapName currentdict /CMap defineresource pop\n"
                   "end\n"
                   "end\n");
}
