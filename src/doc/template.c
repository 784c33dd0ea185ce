/* Filling templates: what happens for every row, so nothing is read again. */
#include "doc/template.h"

#include "doc/marks.h"
#include "doc/template_int.h"
#include "doc/typography.h"

#include <string.h>

void filler_init(Filler *f, Arena *document, Diags *diags)
{
    static const House plain;
    *f = (Filler){.arena = document,
                  .house = &plain,
                  .diags = diags,
                  .unknown_words = g_hash_table_new_full(
                      g_str_hash, g_str_equal, g_free, NULL)};
    rich_init(&f->rich, document, diags);
}

void filler_release(Filler *f)
{
    rich_release(&f->rich);
    g_hash_table_destroy(f->unknown_words);
}

Str filler_text(const Filler *f, Str text, Pos pos)
{
    return typography_cell(typed_text(f->typed, text), f->house, pos, f->arena,
                           f->diags);
}

void filler_name(Filler *f, Str name, Pos pos)
{
    text_normalise(name, typed_flags(f->house), pos, f->arena, NULL, &name);
    rich_add(&f->rich, name, pos, 0);
}

/* ---- fields ---- */

/* Figures that the layout or --set gives, as the year, are no amounts. */
static bool is_plain(const Part *part, const Value *v)
{
    return part->plain || v->pos.file == part->pos.file ||
           pos_is_option(v->pos);
}

/* What a span of a value is marked with: dates and times for particles. */
static unsigned value_marks(const Value *v, const Format *format)
{
    static const unsigned kinds[] = {
        [JOSA_TEXT] = 0, [JOSA_DATE] = MARK_DATE, [JOSA_TIME] = MARK_TIME};
    bool figure = v->kind == VALUE_NUMBER || v->kind == VALUE_DATE;
    return (figure ? MARK_FIGURE : 0) | kinds[format_josa_field(format, v)];
}

bool filler_print(Filler *f, const Value *v, const Format *format, bool plain,
                  const ExprScope *scope, Pos pos)
{
    FormatContext c = {.pos = pos,
                       .scope = scope,
                       .figures = f->figures,
                       .arena = f->arena,
                       .diags = f->diags};
    const Expr *computed = f->computed;
    Str text = STR("");
    f->computed = NULL;
    if (format ? !format_print(format, v, &c, &text)
               : !format_default(v, plain, &c, &text))
        return false;
    if (v->kind == VALUE_TEXT)
        text = filler_text(f, text, v->pos);
    Pos source = v->pos.file ? v->pos : pos;
    if (format && format_is_marked(format))
        marks_add(&f->rich, text, source, f->diags);
    else
        rich_add(&f->rich, text, source, value_marks(v, format));
    if (f->provenance && computed && text.n)
        provenance_add(f->provenance, text, source, computed, scope);
    return text.n > 0;
}

/* Answers whether the field has something to say. */
static bool fill_field(Filler *f, const Part *part, const ExprScope *scope)
{
    Value v = {.kind = VALUE_BLANK};
    if (!expr_eval(part->expr, scope, f->arena, f->diags, &v))
        return false;
    f->computed = part->expr;
    size_t mark = rich_mark(&f->rich);
    bool any =
        filler_print(f, &v, part->format, is_plain(part, &v), scope, part->pos);
    Pos source = v.pos.file ? v.pos : part->pos;
    if (any)
        f->field = (FilledField){.from = mark, .to = rich_mark(&f->rich)};
    else
        f->field.blank = source;
    if (part->text.n > 0)
        particle_add(f, part, mark);
    return any;
}

/* ---- the whole ---- */

/* Marks all text from `mark` on. */
static void mark_text(Filler *f, size_t mark, unsigned flags)
{
    for (size_t i = mark; flags && i < f->rich.spans->len; i++)
        g_array_index(f->rich.spans, Span, i).flags |= flags;
}

static void segment_undo(Filler *f, size_t mark)
{
    rich_rewind(&f->rich, mark);
    if (f->field.to > mark)
        f->field = (FilledField){0};
}

/* Parts from … to; answers whether every field among them said something. */
static bool fill_parts(Filler *f, const Template *t, size_t from, size_t to,
                       const ExprScope *scope)
{
    bool complete = true;
    for (size_t i = from; i < to; i++) {
        const Part *part = &t->parts[i];
        size_t mark = rich_mark(&f->rich);
        switch (part->kind) {
        case PART_TEXT:
            rich_add(&f->rich, part->text, part->pos, part->marks);
            break;
        case PART_FIELD:
            complete = fill_field(f, part, scope) && complete;
            mark_text(f, mark, part->marks);
            break;
        case PART_PARTICLE:
            particle_add(f, part, 0);
            mark_text(f, mark, part->marks);
            break;
        case PART_SEGMENT:
            if (!fill_parts(f, t, i + 1, part->end, scope))
                segment_undo(f, mark);
            i = part->end - 1;
            break;
        }
    }
    return complete;
}

bool template_fill(const Template *t, const ExprScope *scope, unsigned flags,
                   Filler *f)
{
    size_t mark = rich_mark(&f->rich);
    f->field = (FilledField){0};
    if (t)
        fill_parts(f, t, 0, t->n, scope);
    mark_text(f, mark, flags);
    return rich_mark(&f->rich) > mark;
}

RichText template_take(const Template *t, const ExprScope *scope, Filler *f)
{
    template_fill(t, scope, 0, f);
    return rich_take(&f->rich);
}
