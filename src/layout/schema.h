/*
 * Schema: what may stand in a YAML file, as tables.
 *
 * A Shape says what one value may be: as a scalar, as a list, as a map; a value
 * that may be written in two ways simply has two of these filled in. The tables
 * of the layout language (schema_layout.c) and of themes (schema_theme.c) are
 * the only description of the two languages. They check a tree
 * (schema_check.c), they are printed as JSON Schema (schema_json.c) and they
 * tell where in Theme a value goes (theme_bind.c). Constant data; for this
 * folder only.
 */
#ifndef LAYOUT_SCHEMA_H
#define LAYOUT_SCHEMA_H

#include "layout/node.h"

typedef enum ScalarKind {
    SCALAR_NONE, /* no scalar may stand here */
    SCALAR_NULL, /* only nothing: "- cover" or "- cover:" */
    SCALAR_TEXT,
    SCALAR_TEMPLATE, /* text with {…} */
    SCALAR_EXPR,
    SCALAR_FORMAT,  /* of a value: doc/ reads it, `choices` are its names */
    SCALAR_COLUMN,  /* the name of a column */
    SCALAR_TABLE,   /* the name of a table of `data` */
    SCALAR_CHECKED, /* such a name, or `check` */
    SCALAR_ROWS,    /* such a name, or `rows` inside each */
    SCALAR_NAME,    /* a name the file gives: letters, digits and _ */
    SCALAR_PATH,
    SCALAR_INTEGER,
    SCALAR_BOOL,
    SCALAR_CHOICE,
    SCALAR_DATE,
    SCALAR_LENGTH,
    SCALAR_STROKE, /* a length, 0 or thick enough to print (K-159) */
    SCALAR_PERCENT,
    SCALAR_PITCH, /* of lines: a length, a percent, a gap or a least length */
    SCALAR_COLOUR,
    SCALAR_INK, /* a colour, or one of the theme by name */
    SCALAR_KINDS
} ScalarKind;

typedef struct Shape Shape;

typedef enum FieldFlag {
    FIELD_REQUIRED = 1, /* unless the key it excludes is there */
    FIELD_UNBOUND = 2   /* fills no member of Theme */
} FieldFlag;

/* One key of a map. Lists of fields end with a NULL key. */
typedef struct Field {
    const char *key;
    const Shape *shape;
    const char *ko, *en; /* one line for editors and the reference */
    unsigned flags;
    const char *needs;          /* without this key it would do nothing */
    const char *excludes;       /* cannot stand beside this key */
    const char *otherwise;      /* the value when absent, as written */
    const struct Field *beside; /* blocks: keys that may stand beside it */
    size_t offset;              /* themes: where it goes, see theme_bind.c */
} Field;

/* One line of a list of fields; further members by name. */
#define KEY(name, what, korean, english, ...)                                  \
    {                                                                          \
        .key = name, .shape = &what, .ko = korean, .en = english, __VA_ARGS__  \
    }
#define REQUIRED .flags = FIELD_REQUIRED
#define END                                                                    \
    {                                                                          \
        .key = NULL                                                            \
    }

struct Shape {
    const char *name; /* its name in the JSON Schema, or NULL */
    ScalarKind scalar;
    long min, max;              /* integers, percents; lengths as Len */
    const char *const *choices; /* SCALAR_CHOICE, _FORMAT, ends with NULL */
    const Shape *item;          /* a list of these */
    size_t length;              /* of that list, 0: any but empty */
    const Field *fields;        /* a map with these keys */
    const Field *blocks;        /* a map with exactly one of these keys */
    ScalarKind keys;            /* a map of free keys of this kind … */
    const Shape *values;        /* … to these */
    bool single;                /* … and exactly one of them */
    bool inherits;              /* a file: keys may come from another */
};

extern const Shape layout_shape, theme_shape;
/* One of each, so that the JSON Schema has one too (schema_layout.c). */
extern const Shape layout_expression, layout_column;
extern const Shape layout_data, layout_checks,
    layout_waivers; /* schema_data.c */
extern const Shape layout_document; /* `document:` of a layout */
extern const Shape layout_particles, layout_counters, layout_leads,
    layout_format; /* schema_words.c */

/* Called for every scalar that stands where the schema wants one, keys of maps
 * with free keys included; shape kinds tell what it means. */
typedef void SchemaVisit(void *context, ScalarKind kind, Str text, Pos pos);

/* Reports everything in the tree that the shape does not allow; `visit` may be
 * NULL. True when nothing was reported. */
bool schema_check(const Shape *shape, const Node *node, SchemaVisit *visit,
                  void *context, Diags *diags);

/* Of one scalar, without a tree and a message: `--set`. */
bool schema_takes_text(const Shape *shape, Str text);
/* How such a value looks, for a message: "1000..9999". */
const char *schema_form(const Shape *shape, Diags *diags);

const Field *field_find(const Field *fields, Str key);

/* What else may be written for a format: percent(2). */
extern const char schema_format_pattern[];
/* The JSON Schema (draft 2020-12) of a shape. */
Str schema_json(const Shape *root, const char *title, Arena *a);

/* ---- reading scalars, after or during the check ---- */

/* "15%" or "-1.5%" in thousandths. */
bool scalar_percent(Str text, long *out);
/* Whether what `read` refuses is rightly written, but too great a figure: with
 * another in its place it reads. */
typedef bool ScalarRead(Str text, long *out);
bool scalar_is_beyond(Str text, ScalarRead *read);
/* "#0E3350" as 0x0E3350. */
bool scalar_colour(Str text, uint32_t *out);
bool scalar_integer(Str text, long *out);
/* ISO date of the Gregorian calendar. */
bool scalar_date(Str text);

#endif
