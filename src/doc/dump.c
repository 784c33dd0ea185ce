/* The text form of a document: one block a line, every span with its place. */
#include "doc/block.h"

#include <glib.h>
#include <string.h>

typedef struct Dump {
    GString *out;
    const Sources *sources;
} Dump;

static const char *const kind_names[] = {[BLOCK_COVER] = "cover",
                                         [BLOCK_CONTENTS] = "contents",
                                         [BLOCK_CHAPTER] = "chapter",
                                         [BLOCK_SECTION] = "section",
                                         [BLOCK_FIELD] = "field",
                                         [BLOCK_TASK] = "task",
                                         [BLOCK_HEAD] = "head",
                                         [BLOCK_ITEM] = "item",
                                         [BLOCK_SUBITEM] = "subitem",
                                         [BLOCK_POINT] = "point",
                                         [BLOCK_NUMBERED] = "numbered",
                                         [BLOCK_ITEM_NOTE] = "item_note",
                                         [BLOCK_NOTE] = "note",
                                         [BLOCK_PARAGRAPH] = "paragraph",
                                         [BLOCK_FACTS] = "facts",
                                         [BLOCK_TABLE] = "table",
                                         [BLOCK_BOX] = "box",
                                         [BLOCK_CHART] = "chart",
                                         [BLOCK_TIMELINE] = "timeline",
                                         [BLOCK_SCHEDULE] = "schedule",
                                         [BLOCK_MAP] = "map",
                                         [BLOCK_FLOW] = "flow",
                                         [BLOCK_TILES] = "tiles",
                                         [BLOCK_PAGE_BREAK] = "page_break"};

static const char *const align_names[] = {[CELL_AUTO] = "auto",
                                          [CELL_LEFT] = "left",
                                          [CELL_CENTRE] = "centre",
                                          [CELL_RIGHT] = "right",
                                          [CELL_DECIMAL] = "decimal"};

static const char *const role_names[] = {
    [ROW_PLAIN] = "row", [ROW_TOTAL] = "total", [ROW_SUBTOTAL] = "subtotal"};

static void dump_text(Dump *d, Str text)
{
    g_string_append_c(d->out, '"');
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\n')
            g_string_append(d->out, "\\n");
        else if (text.p[i] == '"' || text.p[i] == '\\')
            g_string_append_printf(d->out, "\\%c", text.p[i]);
        else
            g_string_append_c(d->out, text.p[i]);
    }
    g_string_append_c(d->out, '"');
}

/* @tasks.csv:3:17 */
static void dump_pos(Dump *d, Pos pos)
{
    Str path = pos.file ? sources_path(d->sources, pos.file) : STR("?");
    const char *slash = memrchr(path.p, '/', path.n);
    size_t dir = slash ? (size_t)(slash + 1 - path.p) : 0;
    Str name = str_sub(path, dir, path.n - dir);
    g_string_append_printf(d->out, "@" STR_FMT ":%u:%u", STR_ARG(name),
                           pos.line, pos.col);
}

static void dump_rich(Dump *d, const char *name, RichText t)
{
    if (t.n == 0)
        return;
    g_string_append_printf(d->out, " %s", name);
    for (uint32_t i = 0; i < t.n; i++) {
        const Span *s = &t.spans[i];
        dump_text(d, s->text);
        if (s->flags & MARK_LEAD)
            g_string_append(d->out, "lead");
        if (s->flags & MARK_STRONG)
            g_string_append(d->out, "strong");
        if (s->flags & MARK_FIGURE)
            g_string_append(d->out, "figure");
        if (s->flags & MARK_UNDERLINE)
            g_string_append(d->out, "underline");
        if (s->flags & MARK_DOTS)
            g_string_append(d->out, "dots");
        if (s->flags & MARK_SUPER)
            g_string_append(d->out, "raised");
        if (s->flags & MARK_SUB)
            g_string_append(d->out, "lowered");
        dump_pos(d, s->source);
    }
}

static void dump_cover(Dump *d, const BlockCover *c)
{
    dump_rich(d, "slogan=", c->slogan);
    dump_rich(d, "year=", c->year);
    dump_rich(d, "title=", c->title);
    dump_rich(d, "organization=", c->organization);
    dump_rich(d, "date=", c->date);
}

static void dump_facts(Dump *d, const BlockFacts *facts)
{
    for (uint32_t i = 0; i < facts->n; i++) {
        g_string_append(d->out, "\n  fact");
        dump_rich(d, "", facts->rows[i].label);
        dump_rich(d, "", facts->rows[i].text);
    }
}

static void dump_fit(Dump *d, const BlockFit *f)
{
    if (f->off)
        g_string_append(d->out, " fit=off");
    else
        g_string_append_printf(d->out, " fit=%d,%d,%d", f->word_space,
                               f->letter_spacing, f->glyph_width);
}

static void dump_column(Dump *d, const BlockColumn *c)
{
    g_string_append_printf(d->out, "\n  column %s", align_names[c->align]);
    if (c->weight)
        g_string_append_printf(d->out, " weight=%d", c->weight);
    if (c->date_padded)
        g_string_append(d->out, " padded");
    if (c->scope_row)
        g_string_append(d->out, " scope=row");
    if (c->fit)
        dump_fit(d, c->fit);
    dump_rich(d, "", c->head);
}

static void dump_table(Dump *d, const BlockTable *t)
{
    dump_rich(d, "caption=", t->caption);
    if (t->unit.n)
        g_string_append_printf(d->out, " unit=" STR_FMT, STR_ARG(t->unit));
    for (uint32_t i = 0; i < t->ncolumns; i++)
        dump_column(d, &t->columns[i]);
    for (uint32_t i = 0; i < t->nrows; i++) {
        const BlockRow *row = &t->rows[i];
        g_string_append_printf(d->out, "\n  %s%s", role_names[row->role],
                               row->group_start ? " rule" : "");
        for (uint32_t k = 0; k < t->ncolumns; k++)
            dump_rich(d, "|", row->cells[k]);
    }
}

static void dump_box(Dump *d, const BlockBox *box)
{
    dump_rich(d, "label=", box->label);
    for (uint32_t i = 0; i < box->n; i++) {
        g_string_append(d->out, "\n  entry");
        dump_rich(d, "", box->entries[i]);
    }
}

static void dump_chart(Dump *d, const BlockChart *c)
{
    g_string_append_printf(d->out, " " STR_FMT, STR_ARG(c->kind));
    dump_rich(d, "caption=", c->caption);
    if (c->unit.n)
        g_string_append_printf(d->out, " unit=" STR_FMT, STR_ARG(c->unit));
    for (uint32_t i = 0; i < c->nseries; i++) {
        g_string_append(d->out, "\n  series");
        dump_rich(d, "", c->series[i].name);
    }
    for (uint32_t k = 0; k < c->ncategories; k++) {
        g_string_append(d->out, "\n  category");
        dump_rich(d, "", c->categories[k]);
        for (uint32_t i = 0; i < c->nseries; i++)
            dump_rich(d, "|", c->series[i].figures[k].text);
    }
    g_string_append(d->out, "\n  alt ");
    dump_text(d, c->alt);
}

static void dump_timeline(Dump *d, const BlockTimeline *t)
{
    dump_rich(d, "caption=", t->caption);
    for (uint32_t i = 0; i < t->n; i++) {
        Date date = t->events[i].date;
        g_string_append_printf(d->out, "\n  event %04d-%02d-%02d", date.year,
                               date.month, date.day);
        dump_rich(d, "", t->events[i].text);
    }
    g_string_append(d->out, "\n  alt ");
    dump_text(d, t->alt);
}

static void dump_task(Dump *d, const BlockTask *t)
{
    g_string_append_printf(
        d->out, "\n  task %04d-%02d-%02d %04d-%02d-%02d%s%s", t->from.year,
        t->from.month, t->from.day, t->to.year, t->to.month, t->to.day,
        t->milestone ? " milestone" : "", t->vague ? " vague" : "");
    dump_rich(d, "group=", t->group);
    dump_rich(d, "", t->name);
    dump_rich(d, "", t->text);
    dump_rich(d, "progress=", t->progress);
}

static void dump_schedule(Dump *d, const BlockSchedule *s)
{
    dump_rich(d, "caption=", s->caption);
    for (uint32_t i = 0; i < s->n; i++)
        dump_task(d, &s->tasks[i]);
}

static void dump_map(Dump *d, const BlockMap *m)
{
    dump_rich(d, "caption=", m->caption);
    for (uint32_t i = 0; i < m->n; i++) {
        const BlockPlace *p = &m->places[i];
        g_string_append_printf(d->out, "\n  place %u,%u", p->row, p->column);
        dump_rich(d, "", p->name);
        dump_rich(d, "|", p->figure.text);
    }
    g_string_append(d->out, "\n  alt ");
    dump_text(d, m->alt);
}

static void dump_flow(Dump *d, const BlockFlow *f)
{
    dump_rich(d, "caption=", f->caption);
    for (uint32_t i = 0; i < f->n; i++) {
        g_string_append(d->out, "\n  step");
        dump_rich(d, "", f->steps[i].title);
        dump_rich(d, "", f->steps[i].text);
        dump_rich(d, "by=", f->steps[i].by);
        dump_rich(d, "with=", f->steps[i].with);
    }
    g_string_append(d->out, "\n  alt ");
    dump_text(d, f->alt);
}

static void dump_tiles(Dump *d, const BlockTiles *t)
{
    for (uint32_t i = 0; i < t->n; i++) {
        g_string_append(d->out, "\n  tile");
        dump_rich(d, "", t->tiles[i].label);
        dump_rich(d, "figure=", t->tiles[i].figure);
        dump_rich(d, "unit=", t->tiles[i].unit);
        dump_rich(d, "note=", t->tiles[i].note);
    }
}

static void dump_block(Dump *d, const Block *b)
{
    g_string_append(d->out, kind_names[b->kind]);
    if (b->label.n)
        g_string_append_printf(d->out, " " STR_FMT, STR_ARG(b->label));
    if (b->new_page)
        g_string_append(d->out, " new_page");
    if (b->same_page)
        g_string_append(d->out, " same_page");
    if (b->fit)
        dump_fit(d, b->fit);
    dump_rich(d, "", b->text);
    dump_rich(d, "note=", b->note);
    switch (b->kind) {
    case BLOCK_COVER:
        dump_cover(d, b->cover);
        break;
    case BLOCK_CONTENTS:
        g_string_append_printf(d->out, " depth=%d", b->contents->depth);
        dump_rich(d, "title=", b->contents->title);
        break;
    case BLOCK_FACTS:
        dump_facts(d, b->facts);
        break;
    case BLOCK_TABLE:
        dump_table(d, b->table);
        break;
    case BLOCK_CHART:
        dump_chart(d, b->chart);
        break;
    case BLOCK_TIMELINE:
        dump_timeline(d, b->timeline);
        break;
    case BLOCK_SCHEDULE:
        dump_schedule(d, b->schedule);
        break;
    case BLOCK_MAP:
        dump_map(d, b->map);
        break;
    case BLOCK_FLOW:
        dump_flow(d, b->flow);
        break;
    case BLOCK_TILES:
        dump_tiles(d, b->tiles);
        break;
    case BLOCK_BOX:
        dump_box(d, b->box);
        break;
    default:
        break;
    }
    g_string_append_c(d->out, '\n');
}

char *document_dump(const Document *d, const Sources *sources, Arena *a)
{
    Dump dump = {.out = g_string_new(NULL), .sources = sources};
    for (size_t i = 0; i < d->nblocks; i++)
        dump_block(&dump, &d->blocks[i]);
    char *text = arena_strndup(a, dump.out->str, dump.out->len);
    g_string_free(dump.out, TRUE);
    return text;
}
