/*
 * A shape as JSON Schema (draft 2020-12), for completion in editors.
 *
 * Named shapes become $defs and are referred to, which also ends the recursion
 * of blocks within blocks. Patterns are as strict as JSON Schema can say; the
 * check in schema_check.c says more and is the one that counts.
 */
#include "layout/schema.h"

#include "base/json.h"

#include <glib.h>

typedef struct Writer {
    GString *out;
    Arena *arena;
    int indent;
    bool fresh;       /* nothing written yet at this level */
    bool inherits;    /* no key is required: another file may have it */
    GPtrArray *named; /* shapes met, to be written as $defs */
} Writer;

/* ---- JSON, one member a line ---- */

static void write_quoted(Writer *w, const char *text)
{
    Str quoted = json_quote(str_of(text), w->arena);
    g_string_append_len(w->out, quoted.p, (gssize)quoted.n);
}

/* Begins a member, or an element when key is NULL. */
static void begin_member(Writer *w, const char *key)
{
    g_string_append(w->out, w->fresh ? "\n" : ",\n");
    g_string_append_printf(w->out, "%*s", w->indent * 2, "");
    if (key) {
        write_quoted(w, key);
        g_string_append(w->out, ": ");
    }
    w->fresh = false;
}

static void open_group(Writer *w, const char *key, char bracket)
{
    begin_member(w, key);
    g_string_append_c(w->out, bracket);
    w->indent++;
    w->fresh = true;
}

static void close_group(Writer *w, char bracket)
{
    w->indent--;
    if (!w->fresh)
        g_string_append_printf(w->out, "\n%*s", w->indent * 2, "");
    g_string_append_c(w->out, bracket);
    w->fresh = false;
}

static void write_text(Writer *w, const char *key, const char *text)
{
    begin_member(w, key);
    write_quoted(w, text);
}

static void write_number(Writer *w, const char *key, long n)
{
    begin_member(w, key);
    g_string_append_printf(w->out, "%ld", n);
}

static void write_false(Writer *w, const char *key)
{
    begin_member(w, key);
    g_string_append(w->out, "false");
}

/* ---- scalars ---- */

#define LENGTH_PATTERN "^-?[0-9]+(\\.[0-9]+)?(pt|mm|cm|in)$"
#define PITCH_PATTERN                                                          \
    "^([0-9]+(\\.[0-9])?%|((gap|least) +)?[0-9]+(\\.[0-9]+)?(pt|mm|cm|in))$"
#define NAME_PATTERN                                                           \
    "^[^-0-9!\"#$%&'()*+,./:;<=>?@\\[\\\\\\]^`{|}~ ]"                          \
    "[^-!\"#$%&'()*+,./:;<=>?@\\[\\\\\\]^`{|}~ ]*$"
#define COLOUR_PATTERN "^#[0-9A-Fa-f]{6}$"

/* What str_trim() takes off. */
#define SPACE_SET "\\t-\\r \u00A0\u2000-\u200A\u202F\u3000"
#define SPACES "[" SPACE_SET "]*"
/* The brackets of a format, which may be left out: digits 0 … 18, a place, a
 * weekday. */
#define BRACKETS(inside) "(" SPACES "\\(" SPACES "(" inside ")" SPACES "\\))?"
#define DIGITS BRACKETS("[0-9]|0[0-9]|1[0-8]")
#define PLACE BRACKETS("[십백천]?[만억조]|[십백천원]")
#define WEEKDAY BRACKETS("요일|weekday")
/* The end of a period, which may not. */
#define PERIOD_END SPACES "\\(.*[^" SPACE_SET "].*\\)"

/* Formats with something in brackets or with spaces around. */
const char schema_format_pattern[] =
    "^" SPACES
    "((수|number|천단위|comma|숫자|plain|빼기|minus|괄호|brackets|증감|signed|"
    "백분율|percent|%p|points|단위|unit)" DIGITS "|(조억|jo-eok)" PLACE
    "|(날짜|date)" WEEKDAY "|(기간|period)" PERIOD_END
    "|금액|amount|한글|hangul|읽기|reading|동그라미|circled|로마|roman|월일|"
    "month-day|연월|year-month|연도|year|요일|weekday|시각|time|글|text|꾸밈글|"
    "marked)" SPACES "$";

/* Texts may look like numbers or booleans to YAML: `title: 2024`. */
static const struct {
    const char *types[4];
    const char *pattern;
} scalar_json[SCALAR_KINDS] = {
    [SCALAR_NULL] = {{"null"}, NULL},
    [SCALAR_TEXT] = {{"string", "number", "boolean"}, NULL},
    [SCALAR_TEMPLATE] = {{"string", "number", "boolean"}, NULL},
    [SCALAR_EXPR] = {{"string", "number", "boolean"}, NULL},
    [SCALAR_FORMAT] = {{"string"}, NULL},
    [SCALAR_COLUMN] = {{"string", "number"}, NULL},
    [SCALAR_TABLE] = {{"string"}, NULL},
    [SCALAR_CHECKED] = {{"string"}, NULL},
    [SCALAR_ROWS] = {{"string"}, NULL},
    [SCALAR_NAME] = {{"string"}, NAME_PATTERN},
    [SCALAR_PATH] = {{"string"}, "^[^/~\\\\]"},
    [SCALAR_INTEGER] = {{"integer"}, NULL},
    [SCALAR_BOOL] = {{"boolean"}, NULL},
    [SCALAR_CHOICE] = {{"string"}, NULL},
    [SCALAR_DATE] = {{"string"}, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    [SCALAR_LENGTH] = {{"string"}, LENGTH_PATTERN},
    [SCALAR_STROKE] = {{"string"}, LENGTH_PATTERN},
    [SCALAR_PERCENT] = {{"string"}, "^-?[0-9]+(\\.[0-9])?%$"},
    [SCALAR_PITCH] = {{"string"}, PITCH_PATTERN},
    [SCALAR_COLOUR] = {{"string"}, COLOUR_PATTERN},
    [SCALAR_INK] = {{"string"},
                    "^(ink|accent|tint1|tint2|white|#[0-9A-Fa-f]{6})$"},
};

static void write_types(Writer *w, ScalarKind kind)
{
    const char *const *types = scalar_json[kind].types;
    if (!types[1]) {
        write_text(w, "type", types[0]);
        return;
    }
    open_group(w, "type", '[');
    for (size_t i = 0; i < 4 && types[i]; i++)
        write_text(w, NULL, types[i]);
    close_group(w, ']');
}

static void write_choices(Writer *w, const char *const *choices)
{
    open_group(w, "enum", '[');
    for (size_t i = 0; choices[i]; i++)
        write_text(w, NULL, choices[i]);
    close_group(w, ']');
}

/* A name, which editors complete, or a name with brackets. */
static void write_format(Writer *w, const char *const *names)
{
    open_group(w, "anyOf", '[');
    open_group(w, NULL, '{');
    write_choices(w, names);
    close_group(w, '}');
    open_group(w, NULL, '{');
    write_text(w, "pattern", schema_format_pattern);
    close_group(w, '}');
    close_group(w, ']');
}

static void write_scalar(Writer *w, const Shape *s)
{
    write_types(w, s->scalar);
    if (scalar_json[s->scalar].pattern)
        write_text(w, "pattern", scalar_json[s->scalar].pattern);
    if (s->scalar == SCALAR_INTEGER && (s->min || s->max)) {
        write_number(w, "minimum", s->min);
        write_number(w, "maximum", s->max);
    }
    if (s->scalar == SCALAR_CHOICE)
        write_choices(w, s->choices);
    if (s->scalar == SCALAR_FORMAT)
        write_format(w, s->choices);
}

/* ---- shapes ---- */

static void write_forms(Writer *w, const Shape *s);

/* The members of a schema: a reference, or the forms themselves. */
static void write_shape(Writer *w, const Shape *s)
{
    if (!s->name) {
        write_forms(w, s);
        return;
    }
    if (!g_ptr_array_find(w->named, s, NULL))
        g_ptr_array_add(w->named, (gpointer)s);
    write_text(w, "$ref", arena_printf(w->arena, "#/$defs/%s", s->name));
}

/* A number without quotes, as its type says. */
static void write_default(Writer *w, const Field *f)
{
    long number;
    if (f->shape->scalar == SCALAR_INTEGER &&
        scalar_integer(str_of(f->otherwise), &number))
        write_number(w, "default", number);
    else
        write_text(w, "default", f->otherwise);
}

static void write_property(Writer *w, const Field *f)
{
    open_group(w, f->key, '{');
    write_text(w, "description",
               arena_printf(w->arena, "%s\n\n%s", f->ko, f->en));
    if (f->otherwise)
        write_default(w, f);
    write_shape(w, f->shape);
    close_group(w, '}');
}

static void write_properties(Writer *w, const Field *first, const Field *more)
{
    open_group(w, "properties", '{');
    if (first)
        write_property(w, first);
    for (const Field *f = more; f && f->key; f++)
        write_property(w, f);
    close_group(w, '}');
    write_false(w, "additionalProperties");
}

/* Keys that must be there whatever else is: `first` is the key of a block. */
static void write_required(Writer *w, const Field *first, const Field *fields)
{
    if (w->inherits)
        return;
    open_group(w, "required", '[');
    if (first)
        write_text(w, NULL, first->key);
    for (const Field *f = fields; f && f->key; f++)
        if ((f->flags & FIELD_REQUIRED) && !f->excludes)
            write_text(w, NULL, f->key);
    close_group(w, ']');
}

static void write_needs(Writer *w, const Field *fields)
{
    bool any = false;
    for (const Field *f = fields; f && f->key; f++)
        any = any || f->needs;
    if (!any)
        return;
    open_group(w, "dependentRequired", '{');
    for (const Field *f = fields; f->key; f++) {
        if (!f->needs)
            continue;
        open_group(w, f->key, '[');
        write_text(w, NULL, f->needs);
        close_group(w, ']');
    }
    close_group(w, '}');
}

/* { "required": [key] }, or of two keys. */
static void write_presence(Writer *w, const char *key, const char *other)
{
    open_group(w, NULL, '{');
    open_group(w, "required", '[');
    write_text(w, NULL, key);
    if (other)
        write_text(w, NULL, other);
    close_group(w, ']');
    close_group(w, '}');
}

/* Exactly one of two keys when this one is required, else not both. */
static void write_exclusion(Writer *w, const Field *f)
{
    bool one = f->flags & FIELD_REQUIRED;
    open_group(w, NULL, '{');
    open_group(w, one ? "oneOf" : "not", one ? '[' : '{');
    if (one) {
        write_presence(w, f->key, NULL);
        write_presence(w, f->excludes, NULL);
    } else {
        open_group(w, "allOf", '[');
        write_presence(w, f->key, f->excludes);
        close_group(w, ']');
    }
    close_group(w, one ? ']' : '}');
    close_group(w, '}');
}

static void write_exclusions(Writer *w, const Field *fields)
{
    bool any = false;
    for (const Field *f = fields; f && f->key; f++)
        any = any || f->excludes;
    if (!any)
        return;
    open_group(w, "allOf", '[');
    for (const Field *f = fields; f->key; f++)
        if (f->excludes)
            write_exclusion(w, f);
    close_group(w, ']');
}

static void write_fields(Writer *w, const Field *first, const Field *fields)
{
    write_text(w, "type", "object");
    write_properties(w, first, fields);
    write_required(w, first, fields);
    write_needs(w, fields);
    write_exclusions(w, fields);
}

static void write_free_keys(Writer *w, const Shape *s)
{
    write_text(w, "type", "object");
    write_number(w, "minProperties", 1);
    if (s->single)
        write_number(w, "maxProperties", 1);
    if (scalar_json[s->keys].pattern) {
        open_group(w, "propertyNames", '{');
        write_text(w, "pattern", scalar_json[s->keys].pattern);
        close_group(w, '}');
    }
    open_group(w, "additionalProperties", '{');
    write_shape(w, s->values);
    close_group(w, '}');
}

static void write_list(Writer *w, const Shape *s)
{
    write_text(w, "type", "array");
    write_number(w, "minItems", s->length ? (long)s->length : 1);
    if (s->length)
        write_number(w, "maxItems", (long)s->length);
    open_group(w, "items", '{');
    write_shape(w, s->item);
    close_group(w, '}');
}

/* Blocks that stand alone, as names. */
static void write_bare_blocks(Writer *w, const Field *blocks)
{
    open_group(w, NULL, '{');
    open_group(w, "enum", '[');
    for (const Field *f = blocks; f->key; f++)
        if (f->shape->scalar == SCALAR_NULL)
            write_text(w, NULL, f->key);
    close_group(w, ']');
    close_group(w, '}');
}

static void write_block(Writer *w, const Field *block)
{
    open_group(w, NULL, '{');
    write_text(w, "title", block->key);
    write_fields(w, block, block->beside);
    close_group(w, '}');
}

/* Each form a value may take, as an alternative. */
static void write_alternatives(Writer *w, const Shape *s)
{
    typedef void Form(Writer *, const Shape *);
    const struct {
        bool has;
        Form *write;
    } forms[] = {{s->scalar, write_scalar},
                 {s->item, write_list},
                 {s->values, write_free_keys}};

    open_group(w, "anyOf", '[');
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (!forms[i].has)
            continue;
        open_group(w, NULL, '{');
        forms[i].write(w, s);
        close_group(w, '}');
    }
    if (s->fields) {
        open_group(w, NULL, '{');
        write_fields(w, NULL, s->fields);
        close_group(w, '}');
    }
    if (s->blocks)
        write_bare_blocks(w, s->blocks);
    for (const Field *f = s->blocks; f && f->key; f++)
        write_block(w, f);
    close_group(w, ']');
}

static void write_forms(Writer *w, const Shape *s)
{
    int forms = !!s->scalar + !!s->item + !!s->values + !!s->fields;
    if (forms > 1 || s->blocks)
        write_alternatives(w, s);
    else if (s->scalar)
        write_scalar(w, s);
    else if (s->item)
        write_list(w, s);
    else if (s->values)
        write_free_keys(w, s);
    else
        write_fields(w, NULL, s->fields);
}

Str schema_json(const Shape *root, const char *title, Arena *a)
{
    Writer w = {.out = g_string_new("{"),
                .arena = a,
                .indent = 1,
                .fresh = true,
                .inherits = root->inherits,
                .named = g_ptr_array_new()};
    write_text(&w, "$schema", "https://json-schema.org/draft/2020-12/schema");
    write_text(&w, "title", title);
    write_forms(&w, root);
    open_group(&w, "$defs", '{');
    /* Writing one may meet others, which then follow. */
    for (guint i = 0; i < w.named->len; i++) {
        const Shape *s = w.named->pdata[i];
        open_group(&w, s->name, '{');
        write_forms(&w, s);
        close_group(&w, '}');
    }
    close_group(&w, '}');
    close_group(&w, '}');
    g_string_append_c(w.out, '\n');
    Str json = str_dup((Str){w.out->str, w.out->len}, a);
    g_ptr_array_free(w.named, TRUE);
    g_string_free(w.out, TRUE);
    return json;
}
