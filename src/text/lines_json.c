/* text_lines_json(): paragraphs as `hanji text lines` shows them. */
#include "base/json.h"
#include "text/text.h"

#include <glib.h>

/* Percent from 1/100000: 97500 is 97.5. */
static void append_percent(GString *out, const char *name, int share)
{
    int size = share < 0 ? -share : share;
    g_string_append_printf(out, ", \"%s\": %s%d.%03d", name,
        share < 0 ? "-" : "", size / 1000, size % 1000);
    while (out->str[out->len - 1] == '0')
        g_string_truncate(out, out->len - 1);
    if (out->str[out->len - 1] == '.')
        g_string_truncate(out, out->len - 1);
}

static Str line_text(const TextLine *l, Arena *a)
{
    GString *text = g_string_new("");
    for (uint32_t i = 0; i < l->nruns; i++) {
        Str run = dlrun_text(&l->runs[i], a);
        g_string_append_len(text, run.p, (gssize)run.n);
    }
    Str kept = str_trim(str_dup((Str) {text->str, text->len}, a));
    g_string_free(text, TRUE);
    return kept;
}

static void append_line(GString *out, const Para *p, uint32_t i, Arena *a)
{
    const TextLine *l = &p->lines[i];
    g_string_append(out, i ? ",\n    {\"text\": " : "\n    {\"text\": ");
    Str text = json_quote(line_text(l, a), a);
    g_string_append_len(out, text.p, (gssize)text.n);
    g_string_append_printf(out, ", \"width_pt\": %s", len_dump(l->width, a));
    append_percent(out, "word_space", l->word_space * 100);
    append_percent(out, "letter_spacing", l->letter_spacing);
    append_percent(out, "glyph_width", p->glyph_width * 100);
    if (l->opened)
        g_string_append_printf(out, ", \"letters_opened\": %u",
            (unsigned)l->opened);
    g_string_append_c(out, '}');
}

/* Lines that nothing could make narrow enough. */
static void report_wide(const Para *p, const ParaSpec *spec, Pos source,
    Arena *a, Diags *diags)
{
    for (uint32_t i = 0; i < p->nlines; i++)
        if (p->lines[i].width > spec->measure)
            diag(diags, DIAG_LINE_WIDE, source,
                diag_str(diags, line_text(&p->lines[i], a)),
                len_dump(spec->measure, a));
}

static void append_para(GString *out, const Para *p, Arena *a)
{
    g_string_append(out, "  {\"lines\": [");
    for (uint32_t i = 0; i < p->nlines; i++)
        append_line(out, p, i, a);
    g_string_append(out, "]}");
}

Str text_lines_json(Text *t, Str text, const TextStyle *style,
    const ParaSpec *spec, uint32_t file, Arena *a, Diags *diags)
{
    GString *out = g_string_new("[");
    Arena *scratch = arena_new(0);
    for (uint32_t number = 1; text.n; number++) {
        TextSpan span = {.text = str_take_line(&text), .style = style,
            .source = {file, number, 1}};
        g_string_append(out, number > 1 ? ",\n" : "\n");
        const Para *p = text_para(t, &span, 1, spec, scratch, diags);
        append_para(out, p, scratch);
        if (p->overflow)
            report_wide(p, spec, span.source, scratch, diags);
        arena_reset(scratch);
    }
    g_string_append(out, out->len > 1 ? "\n]\n" : "]\n");
    Str result = str_dup((Str) {out->str, out->len}, a);
    arena_free(scratch);
    g_string_free(out, TRUE);
    return result;
}
