/*
 * Holding a tree against a shape.
 *
 * Every fault is reported where its author can mend it, and checking goes on:
 * a wrong value does not hide the next one. A key that is merely misspelt
 * would also leave its right name missing; that second message is kept away.
 */
#include "base/len.h"
#include "layout/names.h"
#include "layout/theme_int.h"

#include <stdlib.h>
#include <string.h>

enum { STROKE_MIN = LEN_PT(0.28) }; /* K-159: 0.1 mm */

typedef struct Check {
    SchemaVisit *visit;
    void *context;
    Diags *diags;
    bool ok;
    bool stopped; /* so many faults that nobody reads more */
} Check;

static void check_node(Check *c, const Shape *shape, const char *key,
                       const Node *node);

static void fault(Check *c, DiagCode code, Pos pos, const char *first,
                  const char *second)
{
    c->ok = false;
    c->stopped = !diag(c->diags, code, pos, first, second);
}

const Field *field_find(const Field *fields, Str key)
{
    for (const Field *f = fields; f && f->key; f++)
        if (str_eq_c(key, f->key))
            return f;
    return NULL;
}

/* ---- words that mean nothing ---- */

static void add_fields(Names *names, const Field *fields)
{
    for (const Field *f = fields; f && f->key; f++)
        names_add(names, str_of(f->key));
}

/* "-item" and "item:{…" and "chapter 장": a space or a colon was forgotten. The
 * word as it should be, or NULL when that is not what is wrong. */
static const char *respace(Str word, const Names *names, Diags *diags)
{
    if (str_starts(word, STR("-")) && word.n > 1)
        return diag_arg(diags, "- " STR_FMT, STR_ARG(str_sub(word, 1, word.n)));
    for (size_t i = 0; i < names->n; i++) {
        Str name = names->names[i];
        if (word.n <= name.n || !str_starts(word, name) ||
            !strchr(": ", word.p[name.n]))
            continue;
        Str text = str_trim(str_sub(word, name.n + 1, word.n));
        return diag_arg(diags, STR_FMT ": " STR_FMT, STR_ARG(name),
                        STR_ARG(text));
    }
    return NULL;
}

/* Answers the name that was meant, if it is clear. */
static Str fault_unknown(Check *c, DiagCode near, DiagCode far, Pos pos,
                         Str word, const Names *names)
{
    Str guess = STR("");
    const char *spaced = respace(word, names, c->diags);
    c->ok = false;
    c->stopped =
        spaced ? !diag(c->diags, DIAG_LAYOUT_SPACING, pos,
                       diag_str(c->diags, word), spaced)
               : !names_fault(names, near, far, pos, word, c->diags, &guess);
    return guess;
}

/* ---- scalars ---- */

static const char *range_text(Check *c, ScalarKind kind, long value)
{
    if (kind == SCALAR_INTEGER)
        return diag_arg(c->diags, "%ld", value);
    if (kind == SCALAR_PERCENT)
        return diag_arg(c->diags, "%ld.%ld%%", value / 10, labs(value) % 10);
    return diag_arg(c->diags, "%gpt", len_pt((Len)value));
}

static void fault_range(Check *c, const Shape *s, const char *key, Str text,
                        Pos pos)
{
    const char *low = range_text(c, s->scalar, s->min);
    const char *high = range_text(c, s->scalar, s->max);
    if (s->scalar == SCALAR_PITCH)
        theme_pitch_range(text, &low, &high);
    c->ok = false;
    c->stopped = !diag(c->diags, DIAG_LAYOUT_RANGE, pos, key,
                       diag_clip(c->diags, text), low, high);
}

/* A range of 0 … 0 is none. */
static void check_range(Check *c, const Shape *s, const char *key, Str text,
                        long value, Pos pos)
{
    if ((s->min == 0 && s->max == 0) || (value >= s->min && value <= s->max))
        return;
    fault_range(c, s, key, text, pos);
}

static bool is_choice(const char *const *choices, Str text)
{
    for (; *choices; choices++)
        if (str_eq_c(text, *choices))
            return true;
    return false;
}

static void fault_choice(Check *c, const Shape *s, Str text, Pos pos)
{
    Names names = {.n = 0};
    for (size_t i = 0; s->choices[i]; i++)
        names_add(&names, str_of(s->choices[i]));
    c->ok = false;
    c->stopped = !names_fault(&names, DIAG_LAYOUT_CHOICE_NEAR,
                              DIAG_LAYOUT_CHOICE, pos, text, c->diags, NULL);
}

/* Letters of any script, digits and "_": what an expression takes for a name
 * without backquotes. */
static bool is_name(Str text)
{
    static const char signs[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~ \t\n";
    if (text.n == 0 || (text.p[0] >= '0' && text.p[0] <= '9'))
        return false;
    for (size_t i = 0; i < text.n; i++)
        if (strchr(signs, text.p[i]))
            return false;
    return true;
}

/* The kinds that are written in a certain way, and the message when they are
 * not. `read` gives the number that is held against min and max. */
static bool read_bool(Str s, long *out)
{
    *out = 0;
    return str_eq_c(s, "true") || str_eq_c(s, "false");
}

static bool read_length(Str s, long *out)
{
    Len length = 0;
    bool ok = len_parse(s, &length);
    *out = length;
    return ok;
}

static bool read_colour(Str s, long *out)
{
    uint32_t rgb = 0;
    *out = 0;
    return scalar_colour(s, &rgb);
}

static bool read_ink(Str s, long *out)
{
    return theme_ink_find(s) >= 0 || read_colour(s, out);
}

static bool read_pitch(Str s, long *out)
{
    ThemePitch pitch;
    *out = 0;
    return theme_pitch_read(s, &pitch);
}

static bool read_date(Str s, long *out)
{
    *out = 0;
    return scalar_date(s);
}

static bool read_name(Str s, long *out)
{
    *out = 0;
    return is_name(s);
}

static bool read_null(Str s, long *out)
{
    *out = 0;
    return s.n == 0;
}

static const struct {
    ScalarRead *read;
    DiagCode code;
} scalars[SCALAR_KINDS] = {
    [SCALAR_NULL] = {read_null, DIAG_LAYOUT_EXPECTS_NOTHING},
    [SCALAR_NAME] = {read_name, DIAG_LAYOUT_EXPECTS_NAME},
    [SCALAR_INTEGER] = {scalar_integer, DIAG_LAYOUT_EXPECTS_INTEGER},
    [SCALAR_BOOL] = {read_bool, DIAG_LAYOUT_EXPECTS_BOOL},
    [SCALAR_DATE] = {read_date, DIAG_LAYOUT_EXPECTS_DATE},
    [SCALAR_LENGTH] = {read_length, DIAG_LAYOUT_EXPECTS_LENGTH},
    [SCALAR_STROKE] = {read_length, DIAG_LAYOUT_EXPECTS_LENGTH},
    [SCALAR_PERCENT] = {scalar_percent, DIAG_LAYOUT_EXPECTS_PERCENT},
    [SCALAR_PITCH] = {read_pitch, DIAG_LAYOUT_EXPECTS_PITCH},
    [SCALAR_COLOUR] = {read_colour, DIAG_LAYOUT_EXPECTS_COLOUR},
    [SCALAR_INK] = {read_ink, DIAG_LAYOUT_EXPECTS_INK},
};

/* Not a value of its kind, or one far beyond its range. */
static void fault_scalar(Check *c, const Shape *s, const char *key, Str text,
                         Pos pos)
{
    bool ranged = s->scalar == SCALAR_PITCH || s->min != 0 || s->max != 0;
    if (ranged && scalar_is_beyond(text, scalars[s->scalar].read))
        fault_range(c, s, key, text, pos);
    else
        fault(c, scalars[s->scalar].code, pos, key, diag_clip(c->diags, text));
}

static void check_text(Check *c, const Shape *s, const char *key, Str text,
                       Pos pos)
{
    long value = 0;
    if (s->scalar == SCALAR_CHOICE) {
        if (!is_choice(s->choices, text))
            fault_choice(c, s, text, pos);
    } else if (scalars[s->scalar].read &&
               !scalars[s->scalar].read(text, &value)) {
        fault_scalar(c, s, key, text, pos);
    } else if (s->scalar == SCALAR_STROKE && value > 0 && value < STROKE_MIN) {
        fault(c, DIAG_THEME_STROKE, pos, key, diag_str(c->diags, text));
    } else {
        check_range(c, s, key, text, value, pos);
    }
    if (c->visit)
        c->visit(c->context, s->scalar, text, pos);
}

static void check_scalar(Check *c, const Shape *s, const char *key,
                         const Node *node)
{
    if (node->tilde && s->scalar != SCALAR_NULL &&
        schema_takes_text(s, STR("~")))
        fault(c, DIAG_LAYOUT_TILDE, node->pos, key, NULL);
    else if (node_is_null(node) && s->scalar != SCALAR_NULL)
        fault(c, DIAG_LAYOUT_EMPTY, node->pos, key, NULL);
    else
        check_text(c, s, key, node->text, node->pos);
}

/* ---- maps ---- */

/* Keys that do nothing here because of others. */
static void check_together(Check *c, const Node *map, const Field *f)
{
    const NodeEntry *entry = node_find_entry(map, str_of(f->key));
    if (!entry)
        return;
    if (f->needs && !node_find(map, f->needs))
        fault(c, DIAG_LAYOUT_NEEDS, entry->key_pos, f->key, f->needs);
    if (f->excludes && node_find(map, f->excludes))
        fault(c, DIAG_LAYOUT_EXCLUDES, entry->key_pos, f->key, f->excludes);
}

/* `guessed` holds the names that misspelt keys were taken for. */
static void check_missing(Check *c, const Node *map, const Field *f,
                          const char *key, const Names *guessed)
{
    if (!(f->flags & FIELD_REQUIRED) || node_find(map, f->key) ||
        (f->excludes && node_find(map, f->excludes)))
        return;
    if (!names_have(guessed, str_of(f->key)))
        fault(c, DIAG_LAYOUT_MISSING, map->pos, key, f->key);
}

static void check_entry(Check *c, const Field *fields, const NodeEntry *e,
                        Names *guessed)
{
    const Field *f = field_find(fields, e->key);
    if (f) {
        check_node(c, f->shape, f->key, e->value);
        return;
    }
    Names names = {.n = 0};
    add_fields(&names, fields);
    Str guess = fault_unknown(c, DIAG_LAYOUT_KEY_NEAR, DIAG_LAYOUT_KEY,
                              e->key_pos, e->key, &names);
    if (guess.n)
        names_add(guessed, guess);
}

/* The entries of `map` but those that `apart` knows. */
static void check_fields(Check *c, const Field *fields, const Field *apart,
                         const char *key, const Node *map)
{
    Names guessed = {.n = 0};
    for (size_t i = 0; i < map->n && !c->stopped; i++)
        if (field_find(fields, map->entries[i].key) ||
            !field_find(apart, map->entries[i].key))
            check_entry(c, fields, &map->entries[i], &guessed);
    for (const Field *f = fields; f && f->key; f++) {
        check_together(c, map, f);
        check_missing(c, map, f, key, &guessed);
    }
}

static void check_free_keys(Check *c, const Shape *s, const char *key,
                            const Node *map)
{
    Shape name = {.scalar = s->keys};
    if (map->n == 0)
        fault(c, DIAG_LAYOUT_EMPTY, map->pos, key, NULL);
    if (s->single && map->n > 1)
        fault(c, DIAG_LAYOUT_SINGLE, map->entries[1].key_pos, key, NULL);
    for (size_t i = 0; i < map->n && !c->stopped; i++) {
        const NodeEntry *e = &map->entries[i];
        check_text(c, &name, key, e->key, e->key_pos);
        check_node(c, s->values, diag_str(c->diags, e->key), e->value);
    }
}

/* ---- blocks ---- */

static void fault_block(Check *c, const Shape *s, Str word, Pos pos)
{
    Names names = {.n = 0};
    add_fields(&names, s->blocks);
    fault_unknown(c, DIAG_LAYOUT_BLOCK_NEAR, DIAG_LAYOUT_BLOCK, pos, word,
                  &names);
}

/* `- cover` is short for `- cover:`. */
static void check_bare_block(Check *c, const Shape *s, const Node *node)
{
    const Field *f = field_find(s->blocks, node->text);
    if (!f)
        fault_block(c, s, node->text, node->pos);
    else if (f->shape->scalar != SCALAR_NULL)
        fault(c, DIAG_LAYOUT_BLOCK_BARE, node->pos, f->key, NULL);
}

/* A block key among the entries that is neither `f` nor may stand beside it. */
static const NodeEntry *find_stranger(const Shape *s, const Node *map,
                                      const Field *f)
{
    for (size_t i = 0; i < map->n; i++) {
        Str key = map->entries[i].key;
        if (field_find(s->blocks, key) && !str_eq_c(key, f->key) &&
            !field_find(f->beside, key))
            return &map->entries[i];
    }
    return NULL;
}

/* The key that says which block this is. `note` is a block and also stands
 * beside `field`: the one that suffers the others wins. */
static const Field *find_block(const Shape *s, const Node *map)
{
    const Field *first = NULL;
    for (size_t i = 0; i < map->n; i++) {
        const Field *f = field_find(s->blocks, map->entries[i].key);
        if (f && !find_stranger(s, map, f))
            return f;
        first = first ? first : f;
    }
    return first;
}

static void check_block(Check *c, const Shape *s, const Node *map)
{
    const Field *f = find_block(s, map);
    if (!f) {
        Str word = map->n ? map->entries[0].key : STR("{}");
        fault_block(c, s, word, map->n ? map->entries[0].key_pos : map->pos);
        return;
    }
    /* Two blocks in one entry: the dash of the second was forgotten. */
    const NodeEntry *stranger = find_stranger(s, map, f);
    if (stranger)
        fault(c, DIAG_LAYOUT_BLOCK_TWO, stranger->key_pos, f->key,
              diag_str(c->diags, stranger->key));
    check_node(c, f->shape, f->key, node_find(map, f->key));
    check_fields(c, f->beside, s->blocks, f->key, map);
}

/* ---- any node ---- */

static void check_list(Check *c, const Shape *s, const char *key,
                       const Node *list)
{
    if (list->n == 0)
        fault(c, DIAG_LAYOUT_EMPTY, list->pos, key, NULL);
    else if (s->length && list->n != s->length)
        fault(c, DIAG_LAYOUT_LENGTH, list->pos, key,
              diag_arg(c->diags, "%zu", s->length));
    for (size_t i = 0; i < list->n && !c->stopped; i++)
        check_node(c, s->item, key, list->entries[i].value);
}

/* `text: {title}` without quotes is a map of one key without a value. */
static bool is_unquoted_template(const Shape *s, const Node *node)
{
    return s->scalar == SCALAR_TEMPLATE && node->kind == NODE_MAP &&
           node->n == 1 && node_is_null(node->entries[0].value);
}

static void fault_kind(Check *c, const Shape *s, const char *key,
                       const Node *node)
{
    DiagCode code = DIAG_LAYOUT_EXPECTS_TEXT;
    if (is_unquoted_template(s, node)) {
        fault(c, DIAG_LAYOUT_QUOTE, node->pos,
              diag_str(c->diags, node->entries[0].key), NULL);
        return;
    }
    if (node_is_null(node))
        code = DIAG_LAYOUT_EMPTY;
    else if (s->item)
        code = DIAG_LAYOUT_EXPECTS_LIST;
    else if (s->fields || s->values || s->blocks)
        code = DIAG_LAYOUT_EXPECTS_MAP;
    fault(c, code, node->pos, key, NULL);
}

static void check_map(Check *c, const Shape *s, const char *key,
                      const Node *map)
{
    if (s->blocks) {
        check_block(c, s, map);
    } else if (s->fields) {
        check_fields(c, s->fields, NULL, key, map);
    } else {
        check_free_keys(c, s, key, map);
    }
}

static void check_node(Check *c, const Shape *s, const char *key,
                       const Node *node)
{
    bool map = s->fields || s->values || s->blocks;
    if (node->kind == NODE_LIST && s->item)
        check_list(c, s, key, node);
    else if (node->kind == NODE_MAP && map && !is_unquoted_template(s, node))
        check_map(c, s, key, node);
    else if (node->kind == NODE_SCALAR && s->blocks)
        check_bare_block(c, s, node);
    else if (node->kind == NODE_SCALAR && s->scalar)
        check_scalar(c, s, key, node);
    else
        fault_kind(c, s, key, node);
}

bool schema_check(const Shape *shape, const Node *node, SchemaVisit *visit,
                  void *context, Diags *diags)
{
    Check c = {.visit = visit, .context = context, .diags = diags, .ok = true};
    check_node(&c, shape, shape->name, node);
    return c.ok;
}

bool schema_takes_text(const Shape *shape, Str text)
{
    Sources *sources = sources_new();
    Check c = {.diags = diags_new(sources), .ok = true};
    check_text(&c, shape, "", text, POS_NONE);
    diags_free(c.diags);
    sources_free(sources);
    return c.ok;
}

const char *schema_form(const Shape *s, Diags *diags)
{
    const char *joined = "";
    for (size_t i = 0; s->choices && s->choices[i]; i++)
        joined = diag_arg(diags, "%s%s%s", joined, i ? "|" : "", s->choices[i]);
    return s->choices                      ? joined
           : s->scalar == SCALAR_INTEGER ? diag_arg(diags, "%ld..%ld",
                                                    s->min, s->max)
           : s->scalar == SCALAR_DATE    ? "2023-12-31"
                                         : "TEXT";
}
