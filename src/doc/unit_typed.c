/*
 * A unit is printed in many places, in alternative texts too, so it is one
 * plain text: small figures become characters that are small by themselves.
 */
#include "doc/unit_typed.h"

#include "data/normal.h"
#include "data/typed.h"
#include "doc/marks.h"
#include "layout/node.h"

#include <glib.h>

/* The small form of a figure or minus; NULL when it has none. */
static const char *small_form(char c, bool raised)
{
    static const char *const forms[2][10] = {
        {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"},
        {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}};
    if (c == '-')
        return raised ? "⁻" : "₋";
    return c >= '0' && c <= '9' ? forms[raised][c - '0'] : NULL;
}

/* False when a character has no small form. */
static bool small_put(GString *s, Str text, bool raised)
{
    for (size_t i = 0; i < text.n; i++) {
        const char *form = small_form(text.p[i], raised);
        if (!form)
            return false;
        g_string_append(s, form);
    }
    return text.n > 0;
}

static bool is_small(Sign sign)
{
    return sign.kind == SIGN_KNOWN && sign.index >= PAIR_SIGNS;
}

/* `unit` with its small texts as characters; answers what stands at the first
 * that cannot be, or an empty text. */
static Str smalls_put(GString *s, Str unit)
{
    for (size_t at = 0; at < unit.n; at++) {
        Sign sign = sign_at(unit, at);
        if (!is_small(sign)) {
            g_string_append_c(s, unit.p[at]);
            continue;
        }
        size_t from = at + SIGN_LENGTH, end = sign_bracket(unit, from);
        bool raised = sign_flag(sign.index) == MARK_SUPER;
        if (end == unit.n ||
            !small_put(s, str_sub(unit, from, end - from), raised))
            return str_sub(unit, at, end + 1 - at);
        at = end;
    }
    return STR("");
}

/* The first sign of emphasis around a part of it. */
static Str emphasis_find(Str unit)
{
    const char *sign = marks_typed(unit);
    return sign ? str_of(sign) : STR("");
}

Str unit_typed(const Node *map, const House *house, Arena *a, Diags *diags)
{
    const Node *node = node_find(map, "unit");
    Str unit = node_text(node, STR(""));
    if (unit.n == 0 ||
        !text_normalise(unit, typed_flags(house), node->pos, a, diags, &unit))
        return unit;
    GString *s = g_string_new(NULL);
    Str fault = emphasis_find(unit);
    fault = fault.n ? fault : smalls_put(s, unit);
    if (fault.n)
        diag(diags, DIAG_UNIT_MARK, node->pos, diag_clip(diags, fault));
    else if (s->len != unit.n)
        unit = str_dup((Str){s->str, s->len}, a);
    g_string_free(s, TRUE);
    return unit;
}
