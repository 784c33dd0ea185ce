/*
 * Particles in templates: which word a particle follows, whether that is a
 * field of a kind, and where the word came from when its sound is unknown.
 */
#include "doc/template_int.h"

#include <string.h>

/* A word and where it stands among the spans. */
typedef struct Before {
    char bytes[256];
    Str text;
    JosaOptions options;
} Before;

static size_t bytes_from(const Filler *f, size_t first)
{
    size_t n = 0;
    for (size_t i = first; i < f->rich.spans->len; i++)
        n += g_array_index(f->rich.spans, Span, i).text.n;
    return n;
}

/* A place counted from the end of the text, as one in its tail. */
static size_t in_tail(Str tail, size_t from_end)
{
    return from_end < tail.n ? tail.n - from_end : 0;
}

static void before_read(const Filler *f, size_t first, Before *out)
{
    const FilledField *field = &f->field;
    out->text = rich_tail(&f->rich, first, out->bytes, sizeof out->bytes);
    out->options = f->josa;
    if (field->to == 0 || field->from < first)
        return;
    out->options.from = in_tail(out->text, bytes_from(f, field->from));
    out->options.to = in_tail(out->text, bytes_from(f, field->to));
    if (out->options.to > 0)
        out->options.field = field->kind;
}

/* ---- unknown sounds (J-25) ---- */

/* Where the byte that is `from_end` bytes before the end came from. */
static Pos source_of(const Filler *f, size_t from_end)
{
    size_t i = f->rich.spans->len;
    for (size_t n = 0; i > 0 && n < from_end;)
        n += g_array_index(f->rich.spans, Span, --i).text.n;
    return g_array_index(f->rich.spans, Span, i).source;
}

static bool is_new(Filler *f, Str word)
{
    return g_hash_table_add(f->unknown_words, g_strndup(word.p, word.n));
}

/* Once for each word, with the line that the layout wants. */
static void warn_unknown(Filler *f, const Before *b, const Part *part)
{
    Str word = josa_decider(b->text, &b->options);
    if (word.n == 0) {
        Pos blank = f->field.blank;
        diag0(f->diags, DIAG_JOSA_NOTHING, blank.file ? blank : part->pos);
    } else if (is_new(f, word)) {
        size_t from_end = (size_t)(b->text.p + b->text.n - word.p);
        diag(f->diags, DIAG_JOSA_UNKNOWN, source_of(f, from_end),
             diag_str(f->diags, word));
    }
}

void particle_add(Filler *f, const Part *part, size_t first)
{
    Before b;
    before_read(f, first, &b);
    JosaClass cls = josa_class(b.text, &b.options);
    if (cls == JOSA_UNKNOWN)
        warn_unknown(f, &b, part);
    rich_add(&f->rich, josa_choose(part->text, cls, &b.options), part->pos, 0);
}
