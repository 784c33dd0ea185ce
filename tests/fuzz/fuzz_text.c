/* Any text where an author may write some: values, expressions, templates,
 * words to break. Bytes that are not UTF-8 never come so far. */
#include "fuzz.h"

#include "base/json.h"
#include "base/len.h"
#include "data/date.h"
#include "data/expr.h"
#include "data/number.h"
#include "doc/template.h"
#include "text/text.h"

#include <stdlib.h>

static void read_values(Str s, Arena *a)
{
    Number number;
    Date date;
    Decimal decimal;
    Len len;
    number_read(s, &number);
    if (date_read(s, 2024, &date) == DATE_FINE)
        date_iso(date, a);
    /* What is printed reads back as the same number. */
    Decimal again;
    if (decimal_parse(s, &decimal) &&
        (!decimal_parse(decimal_format(decimal, false, a), &again) ||
         decimal_cmp(decimal, again) != 0))
        abort();
    if (len_parse(s, &len))
        len_dump(len, a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    Str s = {(const char *)bytes, n};
    Arena *a = arena_new(0);
    if (utf8_check(json_quote(s, a)) >= 0)
        abort();
    if (utf8_check(s) < 0) {
        Sources *sources = sources_new();
        Diags *diags = diags_new(sources);
        read_values(str_trim(s), a);
        expr_parse(s, POS_NONE, a, diags);
        template_parse(s, POS_NONE, n % 2 == 0, &(House){0}, a, diags);
        text_breaks(s, BREAK_WORD, a);
        text_breaks(s, BREAK_SYLLABLE, a);
        diags_free(diags);
        sources_free(sources);
    }
    arena_free(a);
    return 0;
}
