/* The signs of emphasis: one table, one look at the bytes around. */
#include "doc/marks.h"

#include <string.h>

static const struct {
    const char *text;
    unsigned flag;
} signs[MARK_SIGNS] = {
    {"**", MARK_STRONG},
    {"__", MARK_UNDERLINE},
    {"^^", MARK_DOTS},
    {"^(", MARK_SUPER},
    {"_(", MARK_SUB},
};

unsigned sign_flag(unsigned index)
{
    return signs[index].flag;
}

const char *sign_text(unsigned index)
{
    return signs[index].text;
}

unsigned signs_all(void)
{
    unsigned all = 0;
    for (unsigned i = 0; i < MARK_SIGNS; i++)
        all |= signs[i].flag;
    return all;
}

/* Exactly two of a character. */
static bool is_pair(Str text, size_t at)
{
    char c = text.p[at];
    return at + 1 < text.n && text.p[at + 1] == c &&
           (at == 0 || text.p[at - 1] != c) &&
           (at + 2 >= text.n || text.p[at + 2] != c);
}

static bool is_blank(Str text, size_t at)
{
    return at >= text.n || text.p[at] == ' ' || text.p[at] == '\n';
}

/* A pair that hugs a text, with its partner behind it: "a == b" is none. */
static bool encloses(Str text, size_t at)
{
    if (is_blank(text, at + SIGN_LENGTH))
        return false;
    for (size_t i = at + SIGN_LENGTH; i < text.n; i++)
        if (text.p[i] == text.p[at] && is_pair(text, i))
            return !is_blank(text, i - 1);
    return false;
}

/* A quote in a field hides what it holds: {"1)"}. */
static size_t field_end(Str text, size_t from)
{
    bool quoted = false;
    for (size_t i = from; i < text.n; i++) {
        if (text.p[i] == '"')
            quoted = !quoted;
        else if (text.p[i] == '}' && !quoted)
            return i;
    }
    return from;
}

size_t sign_bracket(Str text, size_t from)
{
    int depth = 1;
    for (size_t i = from; i < text.n; i++) {
        if (text.p[i] == '{')
            i = field_end(text, i);
        else if (text.p[i] == '(')
            depth++;
        else if (text.p[i] == ')' && --depth == 0)
            return i;
    }
    return text.n;
}

/* Figures, Latin letters, their signs, and fields: what stands below a line. */
static bool is_below(Str text, size_t from)
{
    size_t end = sign_bracket(text, from);
    for (size_t i = from; i < end; i++)
        if (text.p[i] == '{')
            i = field_end(text, i);
        else if ((unsigned char)text.p[i] >= 0x80 || text.p[i] == ' ')
            return false;
    return end > from;
}

/* "^(" anywhere, since a note begins with its mark; "_(" only at a letter. */
static bool opens_small(Str text, size_t at)
{
    char c = text.p[at];
    bool after = at > 0 && text.p[at - 1] == c;
    if (after || at + 1 >= text.n || text.p[at + 1] != '(')
        return false;
    return c == '^' ||
           (c == '_' && at > 0 && !is_blank(text, at - 1) &&
            text.p[at - 1] != '(' && is_below(text, at + SIGN_LENGTH));
}

/* Signs of ours, and the two that those who know Markdown try: struck through
 * and highlighted. */
Sign sign_at(Str text, size_t at)
{
    if (!text.p[at] || !strchr("*_^~=", text.p[at]))
        return (Sign){SIGN_NONE, 0};
    if (opens_small(text, at))
        return (Sign){SIGN_KNOWN, text.p[at] == '^' ? 3 : 4};
    if (!is_pair(text, at))
        return (Sign){SIGN_NONE, 0};
    for (unsigned i = 0; i < PAIR_SIGNS; i++)
        if (text.p[at] == signs[i].text[0])
            return (Sign){SIGN_KNOWN, i};
    return (Sign){encloses(text, at) ? SIGN_UNKNOWN : SIGN_NONE, 0};
}

const char *marks_typed(Str text)
{
    for (size_t at = 0; at < text.n; at++) {
        Sign sign = sign_at(text, at);
        if (sign.kind == SIGN_KNOWN && encloses(text, at))
            return sign_text(sign.index);
    }
    return NULL;
}

/* ---- in cells ---- */

static bool report_open(unsigned marks, Pos source, Diags *diags)
{
    for (unsigned i = 0; i < MARK_SIGNS; i++)
        if (marks & signs[i].flag)
            diag(diags, DIAG_CELL_MARK_OPEN, source, signs[i].text);
    return marks == 0;
}

bool marks_add(RichBuilder *rich, Str text, Pos source, Diags *diags)
{
    unsigned marks = 0;
    size_t from = 0, bracket = text.n; /* that closes a small text */
    for (size_t at = 0; at < text.n; at++) {
        Sign sign = sign_at(text, at);
        if (at == bracket) {
            rich_add(rich, str_sub(text, from, at - from), source, marks);
            marks &= ~(unsigned)(MARK_SUPER | MARK_SUB);
            from = at + 1;
            bracket = text.n;
            continue;
        }
        if (sign.kind == SIGN_UNKNOWN) {
            Str typed = str_sub(text, at, SIGN_LENGTH);
            diag(diags, DIAG_CELL_MARK_UNKNOWN, source, diag_str(diags, typed));
            return false;
        }
        if (sign.kind == SIGN_NONE)
            continue;
        if (sign.index >= PAIR_SIGNS && bracket < text.n)
            continue; /* small in small is text */
        rich_add(rich, str_sub(text, from, at - from), source, marks);
        marks ^= signs[sign.index].flag;
        from = at + SIGN_LENGTH;
        if (sign.index >= PAIR_SIGNS)
            bracket = sign_bracket(text, from);
        at = from - 1;
    }
    rich_add(rich, str_sub(text, from, text.n - from), source, marks);
    return report_open(marks, source, diags);
}
