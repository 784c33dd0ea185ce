/* Filling templates: what happens for every row, so nothing is read again. */
#include "doc/template.h"

#include "doc/marks.h"
#include "doc/template_int.h"
#include "doc/typography.h"

#include <string.h>

void filler_init(Filler *f, Arena *document, Diags *diags)
{
    *f = (Filler){.arena = document,
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

/* ---- particles ---- */

/* From the last space on. */
static Str last_word(Str text)
{
    text = str_trim(text);
    const char *space = memrchr(text.p, ' ', text.n);
    size_t from = space ? (size_t)(space + 1 - text.p) : 0;
    return str_sub(text, from, text.n - from);
}

/* Once for each word (J-25). */
static void warn_unknown(Filler *f, Str text, Pos pos)
{
    Str word = last_word(text);
    char *key = g_strndup(word.p, word.n);
    if (g_hash_table_add(f->unknown_words, key))
        diag(f->diags, DIAG_JOSA_UNKNOWN, pos, diag_str(f->diags, word));
}

static void particle_add(Filler *f, Str token, Str word, JosaField field,
                         Pos source, Pos pos)
{
    JosaOptions options = f->josa;
    options.field = field;
    JosaClass cls = josa_class(word, &options);
    if (cls == JOSA_UNKNOWN)
        warn_unknown(f, word, source);
    rich_add(&f->rich, josa_choose(token, cls, &options), pos, 0);
}

/* A particle that stands alone looks at the text before it. */
static void fill_particle(Filler *f, const Part *part)
{
    char tail[256];
    Str word = rich_tail(&f->rich, tail, sizeof tail);
    particle_add(f, part->text, word, JOSA_TEXT, part->pos, part->pos);
}

/* ---- fields ---- */

/* Figures that the layout itself gives, as the year, are no amounts. */
static bool is_plain(const Part *part, const Value *v)
{
    return part->plain || v->pos.file == part->pos.file;
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
        text = typography_cell(text, v->pos, f->arena, f->diags);
    bool figure = v->kind == VALUE_NUMBER || v->kind == VALUE_DATE;
    Pos source = v->pos.file ? v->pos : pos;
    if (format && format_is_marked(format))
        marks_add(&f->rich, text, source, f->diags);
    else
        rich_add(&f->rich, text, source, figure ? MARK_FIGURE : 0);
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
    bool any =
        filler_print(f, &v, part->format, is_plain(part, &v), scope, part->pos);
    if (part->text.n == 0)
        return any;
    const GArray *spans = f->rich.spans;
    Str word = any ? g_array_index(spans, Span, spans->len - 1).text : STR("");
    Pos source = v.pos.file ? v.pos : part->pos;
    particle_add(f, part->text, word, format_josa_field(part->format, &v),
                 source, part->pos);
    return any;
}

/* ---- the whole ---- */

/* Marks all text from `mark` on. */
static void mark_text(Filler *f, size_t mark, unsigned flags)
{
    for (size_t i = mark; flags && i < f->rich.spans->len; i++)
        g_array_index(f->rich.spans, Span, i).flags |= flags;
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
            fill_particle(f, part);
            mark_text(f, mark, part->marks);
            break;
        case PART_SEGMENT:
            if (!fill_parts(f, t, i + 1, part->end, scope))
                rich_rewind(&f->rich, mark);
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
