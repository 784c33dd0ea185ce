/* Terse style (개조식, K-129), and names that stand alone. */
#include "doc/lint_int.h"

/* 추진한다. 바랍니다. but not 캐나다 */
static bool is_sentence(Str text)
{
    static const char *const endings[] = {"니다", "한다", "된다", "이다",
                                          "있다", "없다", "했다", "됐다"};
    if (str_ends(text, STR("다.")))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (str_ends(text, str_of(endings[i])))
            return true;
    return false;
}

static void note_end(Lint *l, const LintText *t, DiagCode code, Str text)
{
    enum { SHOWN = 30 };
    size_t from = text.n > SHOWN ? text.n - SHOWN : 0;
    while (from < text.n && ((unsigned char)text.p[from] & 0xC0) == 0x80)
        from++;
    diag(l->diags, code, lint_pos(t, text.n - 1),
         diag_str(l->diags, str_sub(text, from, text.n)));
}

/* Most items end in a noun: one look at the last byte, which of 다 is A4. */
static bool may_end_sentence(char last)
{
    return last == '.' || last == '?' || last == '!' || last == '\xA4';
}

static void item_check(Lint *l, const LintText *t)
{
    Str text = t->text;
    if (!may_end_sentence(text.p[text.n - 1]))
        return;
    if (is_sentence(text))
        note_end(l, t, DIAG_LINT_ITEM_SENTENCE, text);
    else if (str_ends(text, STR("?")) || str_ends(text, STR("!")))
        note_end(l, t, DIAG_LINT_ITEM_MARK, text);
}

void lint_text_end(Lint *l, const LintText *t)
{
    if (t->place == PLACE_ITEM)
        item_check(l, t);
    else if (t->place == PLACE_NAME || t->place == PLACE_HEADING)
        lint_name_seen(l, str_trim(t->text), t->rich.spans[0].source);
}
