/*
 * Reading a template: one pass over the bytes. Only { } [ ] mean something,
 * and all four are ASCII, so that bytes are enough.
 */
#include "doc/template_int.h"

#include "data/typed.h"
#include "doc/marks.h"
#include "doc/typography.h"

#include <string.h>

typedef struct Parser {
    Str text;
    Pos pos; /* of text.p[0] */
    size_t at;
    size_t counted; /* bytes whose characters `column` has counted */
    uint32_t column;
    bool folded;   /* several lines: nobody knows how YAML folded them */
    GArray *parts; /* of Part */
    int depth;     /* of segments */
    unsigned marks;            /* emphasis that is open … */
    size_t opened[MARK_SIGNS]; /* … and where each began */
    size_t bracket;            /* that closes a small text; the end: none */
    Typography typography;
    const House *house;
    bool ok;
    Arena *arena;
    Diags *diags;
} Parser;

/* The place of a byte of the template, counted on from the last one. In a text
 * of several lines, the place of the whole. */
static Pos place(Parser *p, size_t at)
{
    Pos pos = p->pos;
    if (p->folded)
        return pos;
    if (at < p->counted)
        p->counted = p->column = 0;
    p->column +=
        (uint32_t)str_count(str_sub(p->text, p->counted, at - p->counted));
    p->counted = at;
    pos.col += p->column;
    return pos;
}

static void fault(Parser *p, DiagCode code, size_t at)
{
    p->ok = false;
    diag0(p->diags, code, place(p, at));
}

static void part_add(Parser *p, Part part)
{
    part.marks = p->marks;
    g_array_append_val(p->parts, part);
}

/* Cells come in normal form from data/; what the layout says gets it here. */
static void text_add(Parser *p, size_t from, size_t to)
{
    Str text = str_sub(p->text, from, to - from);
    Pos pos = place(p, from);
    if (text.n == 0)
        return;
    unsigned flags = NORMAL_AUTHOR | typed_flags(p->house);
    if (!text_normalise(text, flags, pos, p->arena, p->diags, &text)) {
        p->ok = false;
        return;
    }
    text = typography_set(text, &p->typography, p->arena);
    typography_report(&p->typography, pos, p->diags);
    part_add(p, (Part){.kind = PART_TEXT, .pos = pos, .text = text});
}

/* ---- fields ---- */

/* Where `stop` comes first outside "…" and `…`; the end when it does not. */
static size_t find_outside_quotes(Str text, size_t from, char stop)
{
    char quote = 0;
    for (size_t i = from; i < text.n; i++) {
        char c = text.p[i];
        if (!quote && c == stop)
            return i;
        if (quote ? c == quote : c == '"' || c == '`')
            quote = quote ? 0 : c;
    }
    return text.n;
}

/* "은/는" or "을(를)" alone in braces can only be a particle; a bare 은 may be
 * the name of a column. */
static bool is_pair(Str inside)
{
    return josa_known(inside) &&
           (str_find(inside, STR("/")) >= 0 || str_find(inside, STR("(")) >= 0);
}

/* One word after a bar: a particle or a format. */
static void option_read(Parser *p, Str word, size_t at, Part *part)
{
    if (!part->text.n && josa_known(word)) {
        part->text = word;
        return;
    }
    if (part->format || !part->expr) {
        fault(p, DIAG_TEMPLATE_OPTION, at);
        return;
    }
    Format *format = ARENA_NEW(p->arena, Format);
    if (format_parse(word, place(p, at), p->arena, p->diags, format))
        part->format = format;
    else
        p->ok = false;
}

/* `inside` stands between braces from byte `at` on. */
static void field_read(Parser *p, Str inside, size_t at)
{
    Part part = {.kind = PART_FIELD, .pos = place(p, at)};
    size_t bar = find_outside_quotes(inside, 0, '|');
    Str expr = str_trim(str_sub(inside, 0, bar));
    if (bar == inside.n && is_pair(expr)) {
        part.kind = PART_PARTICLE;
        part.text = expr;
    } else if (expr.n) {
        size_t lead = (size_t)(expr.p - inside.p);
        part.expr = expr_parse(expr, place(p, at + lead), p->arena, p->diags);
        p->ok = p->ok && part.expr;
    } else if (bar == inside.n) {
        fault(p, DIAG_TEMPLATE_EMPTY, at);
    }
    while (bar < inside.n) {
        size_t from = bar + 1;
        bar = find_outside_quotes(inside, from, '|');
        Str word = str_trim(str_sub(inside, from, bar - from));
        option_read(p, word, at + from, &part);
    }
    if (!part.expr)
        part.kind = PART_PARTICLE;
    typography_skip(&p->typography);
    part_add(p, part);
}

static void brace_read(Parser *p)
{
    size_t from = p->at + 1;
    size_t end = find_outside_quotes(p->text, from, '}');
    if (end == p->text.n) {
        fault(p, DIAG_TEMPLATE_BRACE, p->at);
        p->at = end;
        return;
    }
    field_read(p, str_sub(p->text, from, end - from), from);
    p->at = end + 1;
}

/* ---- emphasis ---- */

static void sign_read(Parser *p, Sign sign)
{
    if (sign.kind == SIGN_UNKNOWN) {
        p->ok = false;
        diag(p->diags, DIAG_MARK_UNKNOWN, place(p, p->at),
             diag_str(p->diags, str_sub(p->text, p->at, SIGN_LENGTH)));
    } else {
        p->marks ^= sign_flag(sign.index);
        p->opened[sign.index] = p->at;
    }
    p->at += SIGN_LENGTH;
    if (sign.kind == SIGN_KNOWN && sign.index >= PAIR_SIGNS)
        p->bracket = sign_bracket(p->text, p->at);
}

static void bracket_read(Parser *p)
{
    p->marks &= ~(unsigned)(MARK_SUPER | MARK_SUB);
    p->bracket = p->text.n;
    p->at++;
}

/* The sign at a place; a small text in a small one is none. */
static Sign sign_here(const Parser *p)
{
    Sign sign = sign_at(p->text, p->at);
    if (sign.index >= PAIR_SIGNS && p->bracket < p->text.n)
        sign = (Sign){SIGN_NONE, 0};
    return sign;
}

/* Emphasis closes where it was opened: what a segment changed is a fault. */
static void marks_close(Parser *p, unsigned outside)
{
    for (unsigned i = 0; p->ok && i < MARK_SIGNS; i++) {
        if (!((p->marks ^ outside) & sign_flag(i)))
            continue;
        p->ok = false;
        diag(p->diags, DIAG_MARK_OPEN, place(p, p->opened[i]), sign_text(i));
    }
    p->marks = outside;
}

/* ---- segments and text ---- */

static bool parts_have_field(const Parser *p, guint from)
{
    for (guint i = from; i < p->parts->len; i++)
        if (g_array_index(p->parts, Part, i).kind == PART_FIELD)
            return true;
    return false;
}

static void parts_read(Parser *p);

/* Segments in segments are read by recursion: not endlessly. */
enum { DEPTH_MAX = 8 };

static void segment_read(Parser *p)
{
    size_t open = p->at++;
    if (p->depth == DEPTH_MAX) {
        fault(p, DIAG_TEMPLATE_DEPTH, open);
        p->at = p->text.n;
        return;
    }
    guint index = p->parts->len;
    part_add(p, (Part){.kind = PART_SEGMENT, .pos = place(p, open)});
    unsigned outside = p->marks;
    p->depth++;
    parts_read(p);
    p->depth--;
    marks_close(p, outside);
    if (p->at >= p->text.n)
        fault(p, DIAG_TEMPLATE_BRACKET, open);
    else if (p->ok && !parts_have_field(p, index + 1))
        fault(p, DIAG_TEMPLATE_SEGMENT, open);
    p->at++;
    g_array_index(p->parts, Part, index).end = p->parts->len;
}

/* "{{" and its kin: the slice before keeps the first of the two. Two closing
 * brackets at the end of a segment in a segment close both. */
static bool is_doubled(const Parser *p)
{
    char c = p->text.p[p->at];
    return p->at + 1 < p->text.n && c == p->text.p[p->at + 1] &&
           !(c == ']' && p->depth > 1);
}

/* Up to the end, or to the bracket that closes the segment. */
static void parts_read(Parser *p)
{
    size_t from = p->at;
    while (p->at < p->text.n) {
        char c = p->text.p[p->at];
        Sign sign = sign_here(p);
        if (sign.kind != SIGN_NONE || p->at == p->bracket) {
            text_add(p, from, p->at);
            if (p->at == p->bracket)
                bracket_read(p);
            else
                sign_read(p, sign);
            from = p->at;
        } else if (!c || !strchr("{}[]", c)) {
            p->at++;
        } else if (is_doubled(p)) {
            text_add(p, from, p->at + 1);
            from = p->at += 2;
        } else {
            text_add(p, from, p->at);
            if (c == ']' && p->depth > 0)
                return;
            if (c == '{') {
                brace_read(p);
            } else if (c == '[') {
                segment_read(p);
            } else {
                fault(p, c == '}' ? DIAG_TEMPLATE_BRACE : DIAG_TEMPLATE_BRACKET,
                      p->at++);
            }
            from = p->at;
        }
    }
    if (from < p->text.n)
        text_add(p, from, p->text.n);
}

/* ---- figures that are no amounts (K-121) ---- */

static bool text_starts(const Part *part, const char *word)
{
    return part->kind == PART_TEXT && str_starts(part->text, str_of(word));
}

static void mark_plain(Parser *p)
{
    static const char *const after[] = {"년", "호", "쪽", "회계연도"};
    for (guint i = 0; i < p->parts->len; i++) {
        Part *part = &g_array_index(p->parts, Part, i);
        if (i > 0 && part[-1].kind == PART_TEXT &&
            str_ends(part[-1].text, STR("제")))
            part->plain = true;
        for (size_t k = 0; k < G_N_ELEMENTS(after); k++)
            if (i + 1 < p->parts->len && text_starts(&part[1], after[k]))
                part->plain = true;
    }
}

const Template *template_parse(Str text, Pos pos, bool quoted,
                               const House *house, Arena *a, Diags *diags)
{
    Parser p = {.text = text,
                .house = house,
                .pos = pos,
                .bracket = text.n,
                .ok = true,
                .arena = a,
                .diags = diags,
                .typography = {.keeps_range = house->keeps_range},
                .parts = g_array_new(FALSE, FALSE, sizeof(Part))};
    p.pos.col += quoted ? 1 : 0;
    p.folded = memchr(text.p, '\n', text.n) != NULL;
    parts_read(&p);
    marks_close(&p, 0);
    mark_plain(&p);
    Template *t = ARENA_NEW(a, Template);
    Part *parts = ARENA_ARRAY(a, Part, p.parts->len);
    if (p.parts->len)
        memcpy(parts, p.parts->data, p.parts->len * sizeof *parts);
    *t = (Template){.n = p.parts->len, .parts = parts};
    g_array_free(p.parts, TRUE);
    return p.ok ? t : NULL;
}

bool template_has_marks(const Template *t)
{
    for (size_t i = 0; t && i < t->n; i++)
        if (t->parts[i].marks ||
            (t->parts[i].format && format_is_marked(t->parts[i].format)))
            return true;
    return false;
}
