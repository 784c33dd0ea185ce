/*
 * Formulas that heads state themselves. A letter in brackets, or a sign like
 * ㉮ or ①, names a column: 예산액(A), ㉮ 집행액. A head whose brackets hold
 * arithmetic of such letters, or that says ㉰=㉮-㉯, claims it for every row.
 *
 *   stated = [letter "="] sum ;  sum = product { ("+" | "-") product }
 *   product = primary { ("*" | "/") primary } ;  primary = letter | number
 *           | "(" sum ")"
 */
#include "data/formula.h"

/* One letter: A … Z, or a circled sign (㉮ … ㉻, ① … ⑳, ⓐ … ⓩ). 0 otherwise. */
static uint32_t as_letter(uint32_t cp)
{
    if (cp >= 0xFF21 && cp <= 0xFF3A)
        cp -= 0xFEE0;
    bool letter = (cp >= 'A' && cp <= 'Z') || (cp >= 0x3260 && cp <= 0x327B) ||
                  (cp >= 0x2460 && cp <= 0x2473) ||
                  (cp >= 0x24D0 && cp <= 0x24E9);
    return letter ? cp : 0;
}

/* The text between the `nth` pair of brackets; the whole name for n = 0. */
static bool nth_part(Str name, size_t nth, Str *out)
{
    *out = name;
    for (size_t i = 0; i < nth; i++) {
        ptrdiff_t open = str_find(name, STR("("));
        if (open < 0)
            return false;
        size_t from = (size_t)open + 1, depth = 1, at = from;
        for (; at < name.n && depth; at++)
            depth += (size_t)((name.p[at] == '(') - (name.p[at] == ')'));
        *out = str_sub(name, from, at - from - (depth == 0));
        name = str_sub(name, at, name.n);
    }
    return true;
}

/* "C=A+B" → C, leaving A+B; 0 when no letter is being defined. */
static uint32_t cut_defined(Str *s)
{
    size_t at = 0;
    if (s->n == 0)
        return 0;
    uint32_t letter = as_letter(str_next(*s, &at));
    if (!letter || at >= s->n || s->p[at] != '=')
        return 0;
    *s = str_sub(*s, at + 1, s->n);
    return letter;
}

/* The letter that a column bears: 예산액(A), ㉮예산액, (C=A+B). */
static uint32_t column_letter(const Figures *figures, size_t col)
{
    Str name = figures->columns[col].name, part;
    for (size_t nth = 0; nth_part(name, nth, &part); nth++) {
        size_t at = 0;
        uint32_t letter = cut_defined(&part);
        if (letter || part.n == 0)
            return letter;
        letter = as_letter(str_next(part, &at));
        bool sign = nth == 0 && letter > 'Z'; /* ㉮ before a name */
        if (letter && (sign || (nth > 0 && at == part.n)))
            return letter;
    }
    return 0;
}

/* ---- reading ---- */

typedef struct HeadReader {
    const Figures *figures;
    Str text;
    size_t at, target;
    size_t letters, operators;
    Formula *out;
} HeadReader;

static uint32_t take(HeadReader *r)
{
    return r->at < r->text.n ? str_next(r->text, &r->at) : 0;
}

static uint32_t peek(HeadReader *r)
{
    size_t at = r->at;
    return at < r->text.n ? str_next(r->text, &at) : 0;
}

static bool read_sum(HeadReader *r, int depth);

static bool read_letter(HeadReader *r, uint32_t letter)
{
    for (size_t col = 0; col < r->figures->ncolumns; col++) {
        if (col == r->target || !r->figures->columns[col].holds ||
            column_letter(r->figures, col) != letter)
            continue;
        r->letters++;
        return formula_push(r->out, term_column(col));
    }
    return false;
}

static bool read_number(HeadReader *r)
{
    size_t from = r->at;
    Decimal number;
    while (peek(r) >= '0' && peek(r) <= '9')
        take(r);
    return decimal_parse(str_sub(r->text, from, r->at - from), &number) &&
           formula_push(r->out, term_number(number));
}

static bool read_primary(HeadReader *r, int depth)
{
    uint32_t cp = peek(r), letter = as_letter(cp);
    if (cp >= '0' && cp <= '9')
        return read_number(r);
    take(r);
    if (letter)
        return read_letter(r, letter);
    return cp == '(' && depth < 4 && read_sum(r, depth + 1) && take(r) == ')';
}

/* 0 when `cp` is no operator of the given pair. */
static TermKind product_sign(uint32_t cp)
{
    if (cp == '*' || cp == 0xD7 || cp == 0xFF0A)
        return TERM_MULTIPLY;
    return cp == '/' || cp == 0xF7 || cp == 0xFF0F ? TERM_DIVIDE : TERM_COLUMN;
}

static TermKind sum_sign(uint32_t cp)
{
    if (cp == '+' || cp == 0xFF0B)
        return TERM_ADD;
    return cp == '-' || cp == 0x2212 || cp == 0xFF0D ? TERM_SUBTRACT
                                                     : TERM_COLUMN;
}

static bool read_product(HeadReader *r, int depth)
{
    if (!read_primary(r, depth))
        return false;
    for (TermKind sign; (sign = product_sign(peek(r))) != TERM_COLUMN;) {
        take(r);
        r->operators++;
        if (!read_primary(r, depth) ||
            !formula_push(r->out, (Term){.kind = sign}))
            return false;
    }
    return true;
}

static bool read_sum(HeadReader *r, int depth)
{
    if (!read_product(r, depth))
        return false;
    for (TermKind sign; (sign = sum_sign(peek(r))) != TERM_COLUMN;) {
        take(r);
        r->operators++;
        if (!read_product(r, depth) ||
            !formula_push(r->out, (Term){.kind = sign}))
            return false;
    }
    return true;
}

static bool read_stated(const Figures *figures, size_t col, Str text,
                        Formula *out)
{
    *out = (Formula){.n = 0};
    cut_defined(&text);
    HeadReader r = {
        .figures = figures, .text = text, .target = col, .out = out};
    return read_sum(&r, 0) && (r.at == text.n || peek(&r) == ',') &&
           r.letters > 0 && r.operators > 0;
}

bool formula_of_head(const Figures *figures, size_t col, Formula *out)
{
    Str part;
    for (size_t nth = 0; nth_part(figures->columns[col].name, nth, &part);
         nth++)
        if (read_stated(figures, col, part, out))
            return true;
    return false;
}
