#include "doc/lead.h"

#include "base/house.h"

#include <string.h>

enum {
    LEAD_MAX = 24,                    /* characters in the brackets … */
    LEAD_BYTES = LEAD_MAX * 3 + 3 + 4 /* … with those, a space and a letter */
};

/* Brackets that say what the next word is, or when, not what the item is
 * about. */
static bool is_title(Str keyword)
{
    static const char *const endings[] = {"가칭", "회사", "법인", "조합",
                                          "요일"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (str_ends(keyword, str_of(endings[i])))
            return true;
    return false;
}

static bool is_syllable(uint32_t cp)
{
    return cp >= 0xAC00 && cp <= 0xD7A3;
}

static bool may_stand(uint32_t cp)
{
    return is_syllable(cp) || house_plain(cp) == HOUSE_MIDDOT ||
           (cp < 0x80 && (g_ascii_isalpha((gchar)cp) || cp == ' ' ||
                          cp == '-' || cp == '&'));
}

/* The byte of the bracket that closes a keyword; 0 when none does. */
static size_t keyword_end(Str text)
{
    size_t at = 1, end = 1, characters = 0, syllables = 0;
    while (at < text.n) {
        uint32_t cp = str_next(text, &at);
        if (cp == ')')
            return syllables > 1 ? end : 0;
        if (!may_stand(cp) || ++characters > LEAD_MAX)
            return 0;
        syllables += is_syllable(cp);
        end = at;
    }
    return 0;
}

size_t lead_typed(Str text)
{
    size_t end = text.n && text.p[0] == '(' ? keyword_end(text) : 0;
    Str keyword = str_sub(text, 1, end > 0 ? end - 1 : 0);
    if (keyword.n == 0 || keyword.p[0] == ' ' || str_ends(keyword, STR(" ")) ||
        is_title(keyword))
        return 0;
    bool goes_on = end + 2 < text.n && text.p[end + 1] == ' ';
    return goes_on ? end + 1 : 0;
}

/* The first bytes of all spans. */
static Str head_of(const GArray *spans, char *out, size_t cap)
{
    size_t n = 0;
    for (guint i = 0; i < spans->len && n < cap; i++) {
        Str text = str_sub(g_array_index(spans, Span, i).text, 0, cap - n);
        memcpy(out + n, text.p, text.n);
        n += text.n;
    }
    while (n > 0 && utf8_check((Str){out, n}) >= 0)
        n--;
    return (Str){out, n};
}

/* Divides the span at `i` after `n` bytes. */
static void span_divide(GArray *spans, guint i, size_t n)
{
    Span *span = &g_array_index(spans, Span, i), rest = *span;
    span->text = str_sub(rest.text, 0, n);
    rest.text = str_sub(rest.text, n, rest.text.n);
    g_array_insert_val(spans, i + 1, rest);
}

void lead_mark(RichBuilder *rich)
{
    char bytes[LEAD_BYTES];
    GArray *spans = rich->spans;
    size_t n = lead_typed(head_of(spans, bytes, sizeof bytes));
    for (guint i = 0; n > 0; i++) {
        if (g_array_index(spans, Span, i).text.n > n)
            span_divide(spans, i, n);
        Span *span = &g_array_index(spans, Span, i);
        span->flags |= MARK_LEAD;
        n -= span->text.n;
    }
}
