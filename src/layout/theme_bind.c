/*
 * From a checked theme file to a Theme, by the offsets of its shape.
 *
 * A field of kind "length" fills a Len, "stroke" too, a map of fields fills
 * the struct at its offset, and so on: the switch in bind_scalar is the whole
 * list. Groups such as `page:` have offset 0: their values lie in Theme itself.
 */
#include "layout/theme_int.h"

#include <string.h>

typedef struct Binder {
    Theme *theme;
    Arena *arena;
} Binder;

/* ---- colours by name ---- */

static const char *const inks[] = {"ink", "accent", "tint1", "tint2", "white"};

int theme_ink_find(Str name)
{
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++)
        if (str_eq_c(name, inks[i]))
            return (int)i;
    return -1;
}

ThemeColour theme_ink_colour(const Theme *t, int ink)
{
    const ThemeColour colours[] = {
        t->ink, t->accent, t->tint1, t->tint2, {255, 255, 255}};
    return colours[ink];
}

static ThemeColour read_colour(const Theme *t, Str text)
{
    int ink = theme_ink_find(text);
    uint32_t rgb = 0;
    if (ink >= 0)
        return theme_ink_colour(t, ink);
    scalar_colour(text, &rgb);
    return (ThemeColour){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8),
                         (uint8_t)rgb};
}

/* ---- values ---- */

static int choice_index(const char *const *choices, Str text)
{
    int i = 0;
    while (choices[i] && !str_eq_c(text, choices[i]))
        i++;
    return i;
}

static int read_number(ScalarKind kind, Str text)
{
    long value = 0;
    if (kind == SCALAR_PERCENT)
        scalar_percent(text, &value);
    else
        scalar_integer(text, &value);
    return (int)value;
}

static void bind_scalar(Binder *b, const Shape *shape, Str text, void *to)
{
    switch (shape->scalar) {
    case SCALAR_LENGTH:
    case SCALAR_STROKE:
        len_parse(text, to);
        break;
    case SCALAR_INTEGER:
    case SCALAR_PERCENT:
        *(int *)to = read_number(shape->scalar, text);
        break;
    case SCALAR_PITCH:
        theme_pitch_read(text, to);
        break;
    case SCALAR_COLOUR:
    case SCALAR_INK:
        *(ThemeColour *)to = read_colour(b->theme, text);
        break;
    case SCALAR_BOOL:
        *(bool *)to = str_eq_c(text, "true");
        break;
    case SCALAR_CHOICE:
        /* our enumerations are unsigned to every compiler we know */
        *(unsigned *)to = (unsigned)choice_index(shape->choices, text);
        break;
    default:
        *(Str *)to = text;
    }
}

static void bind_text(const Node *value, const Field *f, ThemeText *to)
{
    to->text = node_text(value, str_of(f->otherwise));
    to->pos = value ? value->pos : POS_NONE;
}

/* Lists of themes are lists of lengths. */
static void bind_list(Binder *b, const Shape *shape, const Node *list, Len *to)
{
    for (size_t i = 0; i < list->n; i++)
        bind_scalar(b, shape->item, list->entries[i].value->text, &to[i]);
}

static const Str *read_texts(const Node *list, Arena *a, size_t *n)
{
    *n = list ? list->n : 0;
    Str *texts = ARENA_ARRAY(a, Str, *n);
    for (size_t i = 0; i < *n; i++)
        texts[i] = list->entries[i].value->text;
    return texts;
}

static void bind_fonts(Binder *b, const Node *map)
{
    b->theme->nfonts = map->n;
    b->theme->fonts = ARENA_ARRAY(b->arena, ThemeFont, map->n);
    for (size_t i = 0; i < map->n; i++) {
        const Node *value = map->entries[i].value;
        ThemeFont *font = &b->theme->fonts[i];
        font->name = map->entries[i].key;
        font->pos = map->entries[i].key_pos;
        font->family = node_text(node_find(value, "family"), STR(""));
        font->weight = (int)node_int(node_find(value, "weight"), 400);
        font->fallbacks = read_texts(node_find(value, "fallbacks"), b->arena,
                                     &font->nfallbacks);
    }
}

/* In the order of the table, not of the file: colours come before styles. */
static void bind_fields(Binder *b, const Field *fields, const Node *map,
                        char *to)
{
    for (const Field *f = fields; f->key; f++) {
        const Node *value = node_find(map, f->key);
        char *target = to + f->offset;
        if (f->shape == &theme_fonts)
            bind_fonts(b, value);
        else if (f->shape == &theme_text)
            bind_text(value, f, (ThemeText *)(void *)target);
        else if (f->shape->fields)
            bind_fields(b, f->shape->fields, value, target);
        else if (f->shape->item)
            bind_list(b, f->shape, value, (Len *)(void *)target);
        else if (!(f->flags & FIELD_UNBOUND))
            bind_scalar(b, f->shape, node_text(value, str_of(f->otherwise)),
                        target);
    }
}

void theme_bind(Theme *t, const Node *root, Arena *a)
{
    Binder b = {.theme = t, .arena = a};
    bind_fields(&b, theme_shape.fields, root, (char *)t);
    for (ThemeStyle *s = t->styles; s < t->styles + STYLE_COUNT; s++)
        s->pitch = theme_pitch_len(s->pitch_as, s->size);
}
