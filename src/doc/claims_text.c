/* Figures typed in texts: which they are, and what stands around them. */
#include "doc/claims_int.h"

#include <string.h>

/* ---- one text ---- */

/* Fast: most texts hold no digit. Eight bytes at a time: a byte from '0' to '9'
 * is one that reaches 0x80 when 0x50 is added, and does not with 0x46. */
static bool has_digit(Str s)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
    size_t i = 0;
    for (; i + 8 <= s.n; i += 8) {
        uint64_t bytes, low;
        memcpy(&bytes, s.p + i, 8);
        low = bytes & ~tops;
        if ((low + ones * 0x50) & ~(low + ones * 0x46) & ~bytes & tops)
            return true;
    }
    for (; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9')
            return true;
    return false;
}

static bool is_typed(const Span *span)
{
    return !(span->flags & (MARK_FIGURE | MARK_LEAD));
}

bool claims_has_typed(RichText text)
{
    for (uint32_t i = 0; i < text.n; i++)
        if (is_typed(&text.spans[i]) && has_digit(text.spans[i].text))
            return true;
    return false;
}

bool claims_seen(Claims *c, Pos pos, Str typed)
{
    size_t hash = 1469598103934665603u;
    const uint32_t place[] = {pos.file, pos.line, pos.col};
    for (size_t i = 0; i < 3; i++)
        hash = (hash ^ place[i]) * 1099511628211u;
    for (size_t i = 0; i < typed.n; i++)
        hash = (hash ^ (unsigned char)typed.p[i]) * 1099511628211u;
    return !g_hash_table_add(c->seen, GSIZE_TO_POINTER(hash));
}

const Span *claims_typed_at(RichText text, size_t at)
{
    size_t end = 0;
    for (uint32_t i = 0; i < text.n; i++) {
        end += text.spans[i].text.n;
        if (at < end)
            return is_typed(&text.spans[i]) ? &text.spans[i] : NULL;
    }
    return NULL;
}

/* Behind a date that a format wrote, somebody may have typed one. */
static bool has_weekday(RichText text)
{
    for (uint32_t i = 1; i < text.n; i++) {
        const Span *span = &text.spans[i];
        if (is_typed(span) && str_starts(span->text, STR("(")))
            return true;
    }
    return false;
}

/* `label` stands before the text and says what it is about. */
static void check_text(Claims *c, Str label, RichText text)
{
    Quantity q;
    text = rich_read(text, &c->in->document.house, c->arena);
    bool typed = claims_has_typed(text);
    if (!typed && !has_weekday(text))
        return;
    Str plain = rich_plain(text, c->arena), whole = plain;
    claims_weekdays(c, text, plain);
    if (!typed)
        return;
    if (label.n)
        whole = str_printf(c->arena, STR_FMT ": " STR_FMT, STR_ARG(label),
                           STR_ARG(plain));
    size_t lead = whole.n - plain.n;
    for (size_t at = lead; quantity_find(whole, at, &q); at = q.to) {
        const Span *span = claims_typed_at(text, q.from - lead);
        Str figure = str_sub(whole, q.from, q.to - q.from);
        if (!span || claims_seen(c, span->source, figure))
            continue;
        claims_facts(c);
        text_agree(&c->text, whole, &q, span->source);
    }
}

/* ---- the texts of a block ---- */

static Str label_text(const Claims *c, RichText label)
{
    return rich_plain(rich_read(label, &c->in->document.house, c->arena),
                      c->arena);
}

static void check_facts(Claims *c, const BlockFacts *facts)
{
    for (uint32_t i = 0; i < facts->n; i++)
        check_text(c, label_text(c, facts->rows[i].label),
                   facts->rows[i].text);
}

/* The figure and its unit are two texts that are read as one. */
static void check_tile(Claims *c, const BlockTile *tile)
{
    Span *spans = ARENA_ARRAY(c->arena, Span, tile->figure.n + tile->unit.n);
    uint32_t n = 0;
    for (uint32_t i = 0; i < tile->figure.n; i++)
        spans[n++] = tile->figure.spans[i];
    for (uint32_t i = 0; i < tile->unit.n; i++)
        spans[n++] = tile->unit.spans[i];
    check_text(c, label_text(c, tile->label), (RichText){spans, n});
    check_text(c, STR(""), tile->note);
}

static void check_table(Claims *c, const BlockTable *table)
{
    check_text(c, STR(""), table->caption);
    for (uint32_t row = 0; row < table->nrows; row++)
        for (uint32_t col = 0; col < table->ncolumns; col++)
            check_text(c, STR(""), table->rows[row].cells[col]);
}

static void check_timeline(Claims *c, const BlockTimeline *timeline)
{
    check_text(c, STR(""), timeline->caption);
    for (uint32_t i = 0; i < timeline->n; i++)
        check_text(c, STR(""), timeline->events[i].text);
}

void claims_texts(Claims *c, const Block *b)
{
    check_text(c, STR(""), b->text);
    check_text(c, STR(""), b->note);
    if (b->kind == BLOCK_FACTS)
        check_facts(c, b->facts);
    else if (b->kind == BLOCK_TABLE)
        check_table(c, b->table);
    else if (b->kind == BLOCK_CHART)
        check_text(c, STR(""), b->chart->caption);
    else if (b->kind == BLOCK_TIMELINE)
        check_timeline(c, b->timeline);
    for (uint32_t i = 0; b->kind == BLOCK_TILES && i < b->tiles->n; i++)
        check_tile(c, &b->tiles->tiles[i]);
    for (uint32_t i = 0; b->kind == BLOCK_BOX && i < b->box->n; i++)
        check_text(c, STR(""), b->box->entries[i]);
}
