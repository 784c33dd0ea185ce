/*
 * Particles in templates: which word a particle follows, whether that is a
 * field of a kind, and where the word came from when its sound is unknown.
 */
#include "doc/template_int.h"

#include <string.h>

/* What stands before a particle. */
typedef struct Before {
    char bytes[256];
    Str text;
    Str word;         /* what decides; empty: nothing with a sound */
    const Span *span; /* its last sound's */
    JosaOptions options;
} Before;

/* Raised marks have no part in the tail. */
static size_t span_bytes(const Filler *f, size_t i)
{
    const Span *span = &g_array_index(f->rich.spans, Span, i);
    return span->flags & MARK_SUPER ? 0 : span->text.n;
}

static size_t bytes_from(const Filler *f, size_t first)
{
    size_t n = 0;
    for (size_t i = first; i < f->rich.spans->len; i++)
        n += span_bytes(f, i);
    return n;
}

/* The span of the byte that is `from_end` bytes before the end. */
static const Span *span_before(const Filler *f, size_t from_end)
{
    size_t i = f->rich.spans->len;
    for (size_t n = 0; i > 0 && n < from_end;)
        n += span_bytes(f, --i);
    return &g_array_index(f->rich.spans, Span, i);
}

static JosaField field_kind(const Span *span)
{
    if (span->flags & MARK_DATE)
        return JOSA_DATE;
    return span->flags & MARK_TIME ? JOSA_TIME : JOSA_TEXT;
}

JosaField rich_josa_field(RichText t)
{
    return t.n > 0 ? field_kind(&t.spans[t.n - 1]) : JOSA_TEXT;
}

/* The word, and the span that its last sound came from. */
static void before_read(const Filler *f, size_t first, Before *out)
{
    size_t after = bytes_from(f, f->field.from);
    out->text = rich_tail(&f->rich, first, out->bytes, sizeof out->bytes);
    out->options = f->josa;
    if (f->field.to > 0 && f->field.from >= first && after < out->text.n)
        out->options.from = out->text.n - after;
    out->word = josa_decider(out->text, &out->options);
    if (out->word.n == 0)
        return;
    const char *end = out->word.p + out->word.n;
    out->span = span_before(f, (size_t)(out->text.p + out->text.n - end) + 1);
    out->options.field = field_kind(out->span);
}

/* ---- unknown sounds (J-25) ---- */

static bool is_new(Filler *f, Str word)
{
    return g_hash_table_add(f->unknown_words, g_strndup(word.p, word.n));
}

/* Once for each word, with the line that the layout wants. */
static void warn_unknown(Filler *f, const Before *b, const Part *part)
{
    if (b->word.n == 0) {
        Pos blank = f->field.blank;
        diag0(f->diags, DIAG_JOSA_NOTHING, blank.file ? blank : part->pos);
    } else if (is_new(f, b->word)) {
        diag(f->diags, DIAG_JOSA_UNKNOWN, b->span->source,
             diag_str(f->diags, b->word));
    }
}

void particle_add(Filler *f, const Part *part, size_t first)
{
    Before b = {.span = NULL};
    before_read(f, first, &b);
    JosaClass cls = josa_class(b.text, &b.options);
    if (cls == JOSA_UNKNOWN)
        warn_unknown(f, &b, part);
    rich_add(&f->rich, josa_choose(part->text, cls, &b.options), part->pos, 0);
}
