/*
 * Counts in headings and captions: 주요성과 50개 over a table of as many rows,
 * 3개 분야 18개 과제 over what comes from a table with these columns. Every
 * reading under which a count is right acquits it.
 */
#include "doc/claims_int.h"

#include "data/count.h"

/* The blocks that a title speaks for. */
typedef struct Extent {
    const Block *title;
    const Block *blocks;
    size_t n;
} Extent;

/* ---- what the blocks hold ---- */

/* Rows or events of the only list among them; -1: none, or several. */
static int64_t rows_of(const Extent *e)
{
    int64_t found = -1;
    for (size_t i = 0; i < e->n; i++) {
        const Block *b = &e->blocks[i];
        if (b->kind != BLOCK_TABLE && b->kind != BLOCK_TIMELINE)
            continue;
        if (found >= 0)
            return -1;
        found = b->kind == BLOCK_TIMELINE ? b->timeline->n : 0;
        for (uint32_t k = 0; b->kind == BLOCK_TABLE && k < b->table->nrows; k++)
            found += b->table->rows[k].role == ROW_PLAIN;
    }
    return found;
}

/* Headings directly below the title: the tasks of a field. */
static int64_t headings_of(const Extent *e)
{
    int64_t n = 0;
    uint8_t level = UINT8_MAX;
    for (size_t i = 0; i < e->n; i++)
        if (e->blocks[i].level > e->title->level &&
            e->blocks[i].kind != BLOCK_NUMBERED && e->blocks[i].level < level)
            level = e->blocks[i].level;
    for (size_t i = 0; i < e->n; i++)
        n += e->blocks[i].level == level && e->blocks[i].kind != BLOCK_NUMBERED;
    return n;
}

static bool text_shows(RichText text, uint32_t file)
{
    for (uint32_t i = 0; i < text.n; i++)
        if (text.spans[i].source.file == file)
            return true;
    return false;
}

static bool block_shows(const Block *b, uint32_t file)
{
    if (text_shows(b->text, file))
        return true;
    for (uint32_t row = 0; b->kind == BLOCK_TABLE && row < b->table->nrows;
         row++)
        for (uint32_t col = 0; col < b->table->ncolumns; col++)
            if (text_shows(b->table->rows[row].cells[col], file))
                return true;
    return b->kind == BLOCK_TIMELINE && b->timeline->n > 0 &&
           text_shows(b->timeline->events[0].text, file);
}

static bool shows(const Extent *e, const Table *t)
{
    uint32_t file = table_rows(t) ? table_pos(t, 0, 0).file : 0;
    for (size_t i = 0; file && i < e->n; i++)
        if (block_shows(&e->blocks[i], file))
            return true;
    return false;
}

/* Some figure of the tables is just that. */
static bool is_fact(Claims *c, int64_t n)
{
    const Facts *facts = claims_facts(c);
    Decimal claimed = decimal_from_int(n);
    for (size_t i = 0; i < facts->n; i++)
        if (decimal_cmp(facts->list[i].value, claimed) == 0)
            return true;
    return false;
}

/* ---- one count ---- */

static void report(Claims *c, const Table *t, Str text, const Count *count,
                   int64_t found, Pos pos)
{
    if (t && waivers_allow(c->in->waivers, DIAG_ROW_COUNT, table_name(t),
                           STR(""), count->noun, pos, c->diags))
        return;
    diag(
        c->diags, DIAG_ROW_COUNT, pos,
        diag_str(c->diags, str_sub(text, count->from, count->to - count->from)),
        diag_arg(c->diags, "%lld", (long long)found));
}

/* 18개 과제 where a table with a column 과제 is shown; answers whether the
 * count was about such a column. */
static bool check_named(Claims *c, const Extent *e, Str text,
                        const Count *count, Pos pos)
{
    int64_t nearest = -1;
    const Table *of = NULL;
    for (size_t i = 0; i < c->in->layout->ntables; i++) {
        const Table *t = c->in->tables[i];
        size_t col =
            t && count->noun.n ? table_find_column(t, count->noun) : SIZE_MAX;
        if (col == SIZE_MAX || !shows(e, t))
            continue;
        int64_t found = count_different(t, col);
        if (found == count->n || headings_of(e) == count->n)
            return true;
        of = t;
        nearest = found;
    }
    if (of && count_is_near(count->n, nearest) && !is_fact(c, count->n))
        report(c, of, text, count, nearest, pos);
    return of != NULL;
}

static void check_count(Claims *c, const Extent *e, Str text,
                        const Count *count, Pos pos)
{
    if (check_named(c, e, text, count, pos) || !(count->whole || count->last))
        return;
    int64_t rows = rows_of(e);
    if (rows >= 0 && rows != count->n && count_is_near(count->n, rows) &&
        headings_of(e) != count->n && !is_fact(c, count->n))
        report(c, NULL, text, count, rows, pos);
}

/* Every count of the title that somebody typed. */
static void check_title(Claims *c, const Extent *e, RichText title)
{
    Count count;
    if (!claims_has_typed(title))
        return;
    Str text = rich_plain(title, c->arena);
    for (size_t at = 0; count_find(text, at, &count); at = count.to) {
        const Span *span = claims_typed_at(title, count.from);
        if (span)
            check_count(c, e, text, &count, span->source);
    }
}

/* ---- titles ---- */

/* The blocks below a heading, up to the next of its level. */
static size_t section_end(const Block *blocks, size_t n, size_t heading)
{
    size_t at = heading + 1;
    while (at < n &&
           (blocks[at].level == 0 || blocks[at].kind == BLOCK_NUMBERED ||
            blocks[at].level > blocks[heading].level))
        at++;
    return at;
}

static bool is_heading(const Block *b)
{
    return b->level > 0 && b->kind != BLOCK_NUMBERED;
}

/* 주요성과 총 50건 just before the table that lists them. */
static bool leads_to_list(const Block *blocks, size_t n, size_t at)
{
    return at + 1 < n && (blocks[at + 1].kind == BLOCK_TABLE ||
                          blocks[at + 1].kind == BLOCK_TIMELINE);
}

void claims_counts(Claims *c, const Block *blocks, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const Block *b = &blocks[i];
        Extent e = {b, &blocks[i], 1};
        if (b->kind == BLOCK_TABLE)
            check_title(c, &e, b->table->caption);
        else if (b->kind == BLOCK_TIMELINE)
            check_title(c, &e, b->timeline->caption);
        else if (is_heading(b) && claims_has_typed(b->text)) {
            e = (Extent){b, b + 1, section_end(blocks, n, i) - i - 1};
            check_title(c, &e, b->text);
        } else if (leads_to_list(blocks, n, i)) {
            e.blocks = b + 1;
            check_title(c, &e, b->text);
        }
    }
}
