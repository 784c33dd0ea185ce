/* A theme as text, one value a line, by the same table that read it. */
#include "layout/theme_int.h"

#include <glib.h>

typedef struct Dumper {
    GString *out;
    Arena *arena;
} Dumper;

static void dump_scalar(Dumper *d, const Shape *shape, const void *from)
{
    const ThemeColour *c = from;
    switch (shape->scalar) {
    case SCALAR_LENGTH:
    case SCALAR_STROKE:
        g_string_append(d->out, len_dump(*(const Len *)from, d->arena));
        break;
    case SCALAR_INTEGER:
    case SCALAR_PERCENT:
        g_string_append_printf(d->out, "%d", *(const int *)from);
        break;
    case SCALAR_PITCH:
        g_string_append(d->out,
                        theme_pitch_dump(*(const ThemePitch *)from, d->arena));
        break;
    case SCALAR_COLOUR:
    case SCALAR_INK:
        g_string_append_printf(d->out, "#%02X%02X%02X", c->r, c->g, c->b);
        break;
    case SCALAR_BOOL:
        g_string_append(d->out, *(const bool *)from ? "true" : "false");
        break;
    case SCALAR_CHOICE:
        g_string_append(d->out, shape->choices[*(const unsigned *)from]);
        break;
    default:
        g_string_append_printf(d->out, STR_FMT, STR_ARG(*(const Str *)from));
    }
}

static void dump_line(Dumper *d, const char *prefix, const Field *f,
                      const char *from)
{
    g_string_append_printf(d->out, "%s%s:", prefix, f->key);
    const Shape *item = f->shape->item;
    for (size_t i = 0; i < (item ? f->shape->length : 1); i++) {
        g_string_append_c(d->out, ' ');
        /* A ThemeText begins with its text. */
        dump_scalar(d, item ? item : f->shape, from + i * sizeof(Len));
    }
    g_string_append_c(d->out, '\n');
}

static void dump_fonts(Dumper *d, const Theme *t)
{
    for (size_t i = 0; i < t->nfonts; i++) {
        const ThemeFont *f = &t->fonts[i];
        g_string_append_printf(d->out, "fonts." STR_FMT ": " STR_FMT " %d",
                               STR_ARG(f->name), STR_ARG(f->family), f->weight);
        for (size_t j = 0; j < f->nfallbacks; j++)
            g_string_append_printf(d->out, ", " STR_FMT,
                                   STR_ARG(f->fallbacks[j]));
        g_string_append_c(d->out, '\n');
    }
}

static void dump_fields(Dumper *d, const Theme *t, const char *prefix,
                        const Field *fields, const char *from)
{
    for (const Field *f = fields; f->key; f++) {
        const char *value = from + f->offset;
        if (f->shape == &theme_fonts)
            dump_fonts(d, t);
        else if (f->shape->fields)
            dump_fields(d, t, arena_printf(d->arena, "%s%s.", prefix, f->key),
                        f->shape->fields, value);
        else if (!(f->flags & FIELD_UNBOUND))
            dump_line(d, prefix, f, value);
    }
}

Str theme_dump(const Theme *t, Arena *a)
{
    Dumper d = {.out = g_string_new(NULL), .arena = a};
    dump_fields(&d, t, "", theme_shape.fields, (const char *)t);
    Str text = str_dup((Str){d.out->str, d.out->len}, a);
    g_string_free(d.out, TRUE);
    return text;
}
