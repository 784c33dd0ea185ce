#include "doc/variables.h"

#include "base/name.h"
#include "doc/sounds.h"

#include <string.h>

/* ---- from text to value ---- */

bool iso_date(Str s, Date *out)
{
    if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-')
        return false;
    int part[3] = {0, 0, 0};
    for (size_t i = 0, k = 0; i < s.n; i++) {
        if (i == 4 || i == 7)
            k++;
        else if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        else
            part[k] = part[k] * 10 + (s.p[i] - '0');
    }
    *out = (Date){(int16_t)part[0], (int8_t)part[1], (int8_t)part[2]};
    return date_valid(*out);
}

/* A number only when it would be printed as it was typed: 007 is a code. */
static bool plain_number(Str s, Arena *a, Decimal *out)
{
    return decimal_parse(s, out) && str_eq(decimal_format(*out, false, a), s);
}

static Value value_of(Str text, Pos pos, Arena *a)
{
    Value out = {.kind = VALUE_TEXT, .text = text, .pos = pos};
    Decimal number;
    Date date;
    if (iso_date(text, &date)) {
        out.kind = VALUE_DATE;
        out.date = date;
    } else if (plain_number(text, a, &number)) {
        out.kind = VALUE_NUMBER;
        out.number = number;
    } else if (text.n == 0) {
        out.kind = VALUE_BLANK;
    }
    return out;
}

/* ---- filling ---- */

/* Text without a field is meant letter by letter, as it always was. */
static bool has_field(Str text)
{
    return memchr(text.p, '{', text.n) != NULL;
}

static Str fill(Variables *v, Str text, Pos pos, bool quoted)
{
    Filler *f = &v->filler;
    const Template *t = template_parse(
        text, pos, quoted, &v->layout->document.house, f->arena, f->diags);
    if (template_has_marks(t))
        diag0(f->diags, DIAG_MARK_PLACE, pos);
    size_t mark = rich_mark(&f->rich);
    template_fill(t, v->scope, 0, f);
    GString *out = g_string_new(NULL);
    for (size_t i = mark; i < f->rich.spans->len; i++) {
        Str span = g_array_index(f->rich.spans, Span, i).text;
        g_string_append_len(out, span.p, (gssize)span.n);
    }
    rich_rewind(&f->rich, mark);
    Str filled = str_printf(f->arena, "%s", out->str);
    g_string_free(out, TRUE);
    return filled;
}

static void variable_fill(Variables *v, size_t i)
{
    const LayoutVariable *raw = &v->layout->variables[i];
    const LayoutVariable *around = v->filling;
    Variable *to = &v->at[i];
    to->text = raw->value;
    if (has_field(raw->value)) {
        to->state = VARIABLE_FILLING;
        v->filling = raw;
        to->text = fill(v, raw->value, raw->pos, raw->quoted);
        v->filling = around;
    }
    typed_normalise(v->filler.typed, to->text, NORMAL_AUTHOR, raw->pos,
                    v->filler.arena, v->filler.diags, &to->text);
    to->value = value_of(to->text, raw->pos, v->filler.arena);
    to->state = VARIABLE_DONE;
}

static const Variable *variable_at(Variables *v, Str name)
{
    for (size_t i = 0; i < v->layout->nvariables; i++) {
        const LayoutVariable *raw = &v->layout->variables[i];
        if (!name_same(raw->name, name))
            continue;
        if (v->at[i].state == VARIABLE_FILLING)
            diag(v->filler.diags, DIAG_VARIABLE_LOOP, raw->pos,
                 diag_str(v->filler.diags, name));
        else if (v->at[i].state == VARIABLE_RAW)
            variable_fill(v, i);
        return &v->at[i];
    }
    return NULL;
}

bool variables_find(Variables *v, Str name, Value *out)
{
    const Variable *found = variable_at(v, name);
    *out = found ? found->value : (Value){.kind = VALUE_BLANK};
    return found != NULL;
}

/* ---- the document ---- */

static Str text_at(Variables *v, const char *name)
{
    const Variable *found = variable_at(v, str_of(name));
    return found ? typed_text(v->filler.typed, found->text) : STR("");
}

static const Str *keywords_fill(Variables *v, const LayoutDocument *d)
{
    Str *filled = ARENA_ARRAY(v->filler.arena, Str, d->nkeywords);
    for (size_t i = 0; i < d->nkeywords; i++)
        filled[i] = has_field(d->keywords[i])
                        ? fill(v, d->keywords[i], d->pos, false)
                        : d->keywords[i];
    return filled;
}

LayoutDocument variables_document(Variables *v)
{
    LayoutDocument d = v->layout->document;
    for (size_t i = 0; i < v->layout->nvariables; i++)
        variable_at(v, v->layout->variables[i].name);
    d.title = text_at(v, "title");
    d.organization = text_at(v, "organization");
    d.department = text_at(v, "department");
    d.slogan = text_at(v, "slogan");
    d.author = text_at(v, "author");
    d.subject = text_at(v, "subject");
    d.keywords = keywords_fill(v, &d);
    return d;
}

/* ---- the whole ---- */

void variables_init(Variables *v, const Layout *layout, Sources *sources,
                    const FigureStyle *figures, const ExprScope *scope,
                    Arena *a, Diags *diags)
{
    *v = (Variables){.layout = layout,
                     .at = ARENA_ARRAY(a, Variable, layout->nvariables),
                     .scope = scope};
    filler_init(&v->filler, a, diags);
    v->filler.house = &layout->document.house;
    v->filler.figures = *figures;
    v->filler.figures.zero_dash = false; /* in tables alone */
    sounds_take(layout, sources, &v->filler);
}

void variables_release(Variables *v)
{
    filler_release(&v->filler);
}
