/*
 * Parsing expressions: recursive descent over the grammar of expr.h, straight
 * from the text. Depth and size are bounded, so that no layout can exhaust the
 * stack here or in the evaluation.
 */
#include "data/expr_int.h"
#include "data/normal.h"

#include <string.h>

enum { DEPTH_MAX = 128 /* two a bracket */, NODES_MAX = 1000 };

const char *const function_names[FUNCTION_COUNT_OF] = {
    [FUNCTION_SUM] = "sum",     [FUNCTION_AVG] = "avg",
    [FUNCTION_MIN] = "min",     [FUNCTION_MAX] = "max",
    [FUNCTION_COUNT] = "count", [FUNCTION_FIRST] = "first",
    [FUNCTION_LAST] = "last",   [FUNCTION_YEAR] = "year",
    [FUNCTION_MONTH] = "month", [FUNCTION_DAY] = "day"};

typedef struct Parser {
    Str text;
    size_t at;
    Pos pos;
    Arena *arena;
    Diags *diags;
    int depth, nodes;
} Parser;

static const Expr *parse_or(Parser *p);

/* ---- characters ---- */

static uint32_t peek(const Parser *p)
{
    size_t at = p->at;
    return at < p->text.n ? str_next(p->text, &at) : 0;
}

static bool is_space(uint32_t cp)
{
    return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cp == 0xA0 ||
           cp == 0x3000;
}

static void skip_spaces(Parser *p)
{
    while (is_space(peek(p)))
        str_next(p->text, &p->at);
}

/* Takes `token` when it stands here, after spaces. */
static bool accept(Parser *p, const char *token)
{
    skip_spaces(p);
    Str t = str_of(token);
    if (!str_starts(str_sub(p->text, p->at, p->text.n), t))
        return false;
    p->at += t.n;
    return true;
}

static bool is_digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

/* Letters of names: ASCII words, and of the rest of Unicode all but signs
 * that the grammar uses and quotes. */
static bool is_letter(uint32_t cp)
{
    static const uint32_t signs[] = {0xD7,   0xF7,   0x2260, 0x2264, 0x2265,
                                     0x2018, 0x2019, 0x201C, 0x201D, 0x2212};
    if (cp < 0x80)
        return (cp | 0x20) - 'a' < 26u || cp == '_';
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i] == cp)
            return false;
    return !is_space(cp);
}

static Pos pos_at(const Parser *p, size_t at)
{
    Pos pos = p->pos;
    for (size_t i = 0; i < at; i++) {
        if (p->text.p[i] == '\n') {
            pos.line++;
            pos.col = 0;
        }
        pos.col += ((unsigned char)p->text.p[i] & 0xC0) != 0x80;
    }
    return pos;
}

static const Expr *fail(Parser *p, DiagCode code, size_t at, const char *what)
{
    diag(p->diags, code, pos_at(p, at), what, diag_str(p->diags, p->text));
    return NULL;
}

/* What stands at the fault, for the message. */
static const Expr *fail_here(Parser *p)
{
    skip_spaces(p);
    size_t next = p->at;
    if (p->at >= p->text.n)
        return fail(p, DIAG_EXPR_END, p->at, "");
    str_next(p->text, &next);
    return fail(p, DIAG_EXPR_SYNTAX, p->at,
                diag_str(p->diags, str_sub(p->text, p->at, next - p->at)));
}

/* ---- nodes ---- */

static Expr *node_new(Parser *p, ExprKind kind, size_t from)
{
    Expr *e = ARENA_NEW(p->arena, Expr);
    e->kind = kind;
    e->pos = pos_at(p, from);
    e->text = str_trim(str_sub(p->text, from, p->at - from));
    p->nodes++;
    return e;
}

static const Expr *binary_new(Parser *p, ExprOperator op, const Expr *left,
                              const Expr *right)
{
    size_t from = (size_t)(left->text.p - p->text.p);
    Expr *e = node_new(p, EXPR_BINARY, from);
    e->op = op;
    e->left = left;
    e->right = right;
    if (p->nodes > NODES_MAX)
        return fail(p, DIAG_EXPR_DEEP, from, "");
    return e;
}

/* ---- primaries ---- */

static size_t scan_name(const Parser *p, size_t at)
{
    for (size_t next = at; at < p->text.n; at = next) {
        uint32_t cp = str_next(p->text, &next);
        if (!is_letter(cp) && !is_digit(cp))
            break;
    }
    return at;
}

/* A name as it stands, or in backquotes. False when there is none. */
static bool take_name(Parser *p, Str *out)
{
    skip_spaces(p);
    size_t from = p->at;
    if (peek(p) == '`') {
        Str rest = str_sub(p->text, from + 1, p->text.n);
        ptrdiff_t end = str_find(rest, STR("`"));
        if (end <= 0)
            return false;
        p->at = from + (size_t)end + 2;
        *out = text_fold(str_trim(str_sub(rest, 0, (size_t)end)), p->arena);
        return true;
    }
    p->at = scan_name(p, from);
    *out = text_fold(str_sub(p->text, from, p->at - from), p->arena);
    return p->at > from;
}

static const struct Quote {
    const char *open, *close;
} quotes[] = {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"‘", "’"}};

/* "text": false when no quote opens here, or when it never closes. */
static bool take_text(Parser *p, Str *out)
{
    skip_spaces(p);
    Str rest = str_sub(p->text, p->at, p->text.n);
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        Str open = str_of(quotes[i].open);
        if (!str_starts(rest, open))
            continue;
        rest = str_sub(rest, open.n, rest.n);
        ptrdiff_t end = str_find(rest, str_of(quotes[i].close));
        if (end < 0)
            return false;
        p->at += open.n + (size_t)end + strlen(quotes[i].close);
        *out = text_fold(str_sub(rest, 0, (size_t)end), p->arena);
        return true;
    }
    return false;
}

/* 1.2.3 and "1." are no numbers; others have more digits than are held. */
static DiagCode number_fault(Str s)
{
    const char *point = memchr(s.p, '.', s.n);
    size_t before = point ? (size_t)(point - s.p) : s.n;
    Str after = str_sub(s, before + 1, s.n);
    bool plain = before > 0 &&
                 (!point || (after.n > 0 && !memchr(after.p, '.', after.n)));
    return plain ? DIAG_EXPR_DIGITS : DIAG_EXPR_NUMBER;
}

static const Expr *parse_number(Parser *p)
{
    size_t from = p->at;
    while (is_digit(peek(p)) || peek(p) == '.')
        p->at++;
    Str digits = str_sub(p->text, from, p->at - from);
    Decimal number;
    if (!decimal_parse(digits, &number))
        return fail(p, number_fault(digits), from, diag_clip(p->diags, digits));
    bool percent = accept(p, "%");
    Expr *e = node_new(p, EXPR_NUMBER, from);
    e->ratio = percent && decimal_shift(number, -2, &number);
    e->number = number;
    return e;
}

/* Digits alone are a number; 2023년 is a name that begins with digits. */
static bool at_number(const Parser *p)
{
    size_t at = p->at;
    while (at < p->text.n && is_digit((unsigned char)p->text.p[at]))
        at++;
    return at > p->at && scan_name(p, at) == at;
}

static bool find_function(Str name, ExprFunction *out)
{
    for (size_t i = 0; i < FUNCTION_COUNT_OF; i++) {
        if (str_eq_c(name, function_names[i])) {
            *out = (ExprFunction)i;
            return true;
        }
    }
    return false;
}

static const Expr *parse_call(Parser *p, size_t from, Str name)
{
    ExprFunction function;
    if (!find_function(name, &function)) {
        Str names[FUNCTION_COUNT_OF];
        for (size_t i = 0; i < FUNCTION_COUNT_OF; i++)
            names[i] = str_of(function_names[i]);
        Str near = str_nearest(name, names, FUNCTION_COUNT_OF);
        diag(p->diags, DIAG_EXPR_FUNCTION, pos_at(p, from),
             diag_str(p->diags, name), diag_str(p->diags, near));
        return NULL;
    }
    const Expr *argument = NULL;
    if (!accept(p, ")")) {
        argument = parse_or(p);
        if (!argument)
            return NULL;
        if (!accept(p, ")"))
            return fail_here(p);
    }
    if (!argument && function != FUNCTION_COUNT)
        return fail(p, DIAG_EXPR_ARGUMENT, from, diag_str(p->diags, name));
    Expr *e = node_new(p, EXPR_CALL, from);
    e->function = function;
    e->left = argument;
    return e;
}

/* The key between brackets: a "text" or everything up to "]". */
static bool take_key(Parser *p, Str *out)
{
    if (!take_text(p, out)) {
        Str rest = str_sub(p->text, p->at, p->text.n);
        ptrdiff_t end = str_find(rest, STR("]"));
        if (end <= 0)
            return false;
        *out = text_fold(str_trim(str_sub(rest, 0, (size_t)end)), p->arena);
        p->at += (size_t)end;
    }
    return accept(p, "]");
}

static const Expr *parse_keyed(Parser *p, size_t from, Str table)
{
    Str key, column;
    if (!take_key(p, &key) || !accept(p, ".") || !take_name(p, &column))
        return fail_here(p);
    Expr *e = node_new(p, EXPR_KEYED, from);
    e->table = table;
    e->key = key;
    e->name = column;
    return e;
}

static const Expr *parse_member(Parser *p, size_t from, Str table)
{
    Str column;
    if (!take_name(p, &column))
        return fail_here(p);
    Expr *e = node_new(p, EXPR_MEMBER, from);
    e->table = table;
    e->name = column;
    return e;
}

static const Expr *parse_name(Parser *p)
{
    size_t from = p->at;
    Str name;
    if (!take_name(p, &name))
        return fail_here(p);
    if (accept(p, "("))
        return parse_call(p, from, name);
    if (accept(p, "["))
        return parse_keyed(p, from, name);
    if (accept(p, "."))
        return parse_member(p, from, name);
    Expr *e = node_new(p, EXPR_NAME, from);
    e->name = name;
    return e;
}

/* The inner tree; its text takes in the brackets. */
static const Expr *parse_bracket(Parser *p, size_t from)
{
    const Expr *inner = parse_or(p);
    if (!inner)
        return NULL;
    if (!accept(p, ")"))
        return fail_here(p);
    Expr *e = ARENA_NEW(p->arena, Expr);
    *e = *inner;
    e->text = str_sub(p->text, from, p->at - from);
    return e;
}

static const Expr *parse_primary(Parser *p)
{
    skip_spaces(p);
    size_t from = p->at;
    if (accept(p, "("))
        return parse_bracket(p, from);
    if (at_number(p))
        return parse_number(p);
    Str text;
    if (take_text(p, &text)) {
        Expr *e = node_new(p, EXPR_TEXT, from);
        e->name = text;
        return e;
    }
    return parse_name(p);
}

/* ---- operators ---- */

/* Takes a word operator: `not`, not the beginning of `notes`. */
static bool accept_word(Parser *p, const char *word)
{
    skip_spaces(p);
    size_t end = scan_name(p, p->at);
    if (!str_eq_c(str_sub(p->text, p->at, end - p->at), word))
        return false;
    p->at = end;
    return true;
}

static const Expr *prefix_new(Parser *p, ExprKind kind, size_t from,
                              const Expr *operand)
{
    if (!operand)
        return NULL;
    Expr *e = node_new(p, kind, from);
    e->left = operand;
    return e;
}

static const Expr *parse_unary(Parser *p)
{
    skip_spaces(p);
    size_t from = p->at;
    if (++p->depth > DEPTH_MAX)
        return fail(p, DIAG_EXPR_DEEP, from, "");
    const Expr *e = accept(p, "-") || accept(p, "−")
                        ? prefix_new(p, EXPR_NEGATE, from, parse_unary(p))
                        : parse_primary(p);
    p->depth--;
    return e;
}

typedef struct Token {
    const char *text;
    ExprOperator op;
    bool word;
} Token;

/* One level of operators that bind alike, from the left. */
typedef struct Level {
    const Expr *(*operand)(Parser *p);
    const Token *tokens;
    size_t n;
} Level;

static bool accept_token(Parser *p, const Level *level, ExprOperator *op)
{
    for (size_t i = 0; i < level->n; i++) {
        const Token *t = &level->tokens[i];
        if (t->word ? accept_word(p, t->text) : accept(p, t->text)) {
            *op = t->op;
            return true;
        }
    }
    return false;
}

static const Expr *parse_level(Parser *p, const Level *level, bool once)
{
    const Expr *left = level->operand(p);
    ExprOperator op;
    while (left && accept_token(p, level, &op)) {
        const Expr *right = level->operand(p);
        left = right ? binary_new(p, op, left, right) : NULL;
        if (once)
            break;
    }
    return left;
}

#define LEVEL(operand, tokens)                                                 \
    (&(const Level){operand, tokens, sizeof tokens / sizeof *tokens})

static const Expr *parse_product(Parser *p)
{
    static const Token tokens[] = {{"*", OPERATOR_MULTIPLY, false},
                                   {"×", OPERATOR_MULTIPLY, false},
                                   {"/", OPERATOR_DIVIDE, false},
                                   {"÷", OPERATOR_DIVIDE, false}};
    return parse_level(p, LEVEL(parse_unary, tokens), false);
}

static const Expr *parse_sum(Parser *p)
{
    static const Token tokens[] = {{"+", OPERATOR_ADD, false},
                                   {"-", OPERATOR_SUBTRACT, false},
                                   {"−", OPERATOR_SUBTRACT, false}};
    return parse_level(p, LEVEL(parse_product, tokens), false);
}

static const Expr *parse_compare(Parser *p)
{
    /* Longer signs first: <= before <. */
    static const Token tokens[] = {
        {"!=", OPERATOR_NOT_EQUAL, false},  {"≠", OPERATOR_NOT_EQUAL, false},
        {"<=", OPERATOR_LESS_EQUAL, false}, {"≤", OPERATOR_LESS_EQUAL, false},
        {">=", OPERATOR_MORE_EQUAL, false}, {"≥", OPERATOR_MORE_EQUAL, false},
        {"==", OPERATOR_EQUAL, false},      {"=", OPERATOR_EQUAL, false},
        {"<", OPERATOR_LESS, false},        {">", OPERATOR_MORE, false}};
    return parse_level(p, LEVEL(parse_sum, tokens), true);
}

static const Expr *parse_not(Parser *p)
{
    skip_spaces(p);
    size_t from = p->at;
    if (++p->depth > DEPTH_MAX)
        return fail(p, DIAG_EXPR_DEEP, from, "");
    const Expr *e = accept_word(p, "not")
                        ? prefix_new(p, EXPR_NOT, from, parse_not(p))
                        : parse_compare(p);
    p->depth--;
    return e;
}

static const Expr *parse_and(Parser *p)
{
    static const Token tokens[] = {{"and", OPERATOR_AND, true},
                                   {"그리고", OPERATOR_AND, true}};
    return parse_level(p, LEVEL(parse_not, tokens), false);
}

static const Expr *parse_or(Parser *p)
{
    static const Token tokens[] = {{"or", OPERATOR_OR, true},
                                   {"또는", OPERATOR_OR, true}};
    return parse_level(p, LEVEL(parse_and, tokens), false);
}

const Expr *expr_parse(Str text, Pos pos, Arena *a, Diags *diags)
{
    Parser p = {
        .text = str_dup(text, a), .pos = pos, .arena = a, .diags = diags};
    const Expr *e = parse_or(&p);
    skip_spaces(&p);
    if (e && p.at < p.text.n)
        return fail_here(&p);
    return e;
}

Str expr_text(const Expr *e)
{
    return e->text;
}
