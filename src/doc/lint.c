/*
 * The pass: every printed text in order, every rule at the bytes it is about.
 * Most bytes are syllables no rule is about, and cost one look at a table.
 */
#include "doc/lint_int.h"

#include <string.h>

/* ---- rules and the bytes they begin at ---- */

static const struct {
    const char *bytes; /* first bytes of the characters it is about */
    LintRule *rule;
} rules[] = {
    {"0123456789", lint_number},
    {":", lint_colon},
    {"~", lint_range},
    {"([])\xE2\xE3", lint_brackets}, /* 「 is E3 80 8C */
    {"\xE3", lint_law_marks},        /* 『 */
    {"IVX\xE2", lint_roman},         /* Ⅰ is E2 85 A0 */
    {"o\xE2\xE3", lint_bullet},      /* ○ ㅇ */
    {"\xE3", lint_corner_marks},     /* 「 〈 */
    {"\xF0", lint_emoji}, /* U+1F000 … are F0 9F */
    {"\xE4\xE5\xE6\xE7\xE8\xE9", lint_hanja},
};

enum { RULES = G_N_ELEMENTS(rules) };

/* What to do at a byte, and at a syllable: words are many, syllables many
 * more, so whether a word begins with one is asked bit by bit. */
typedef struct LintTable {
    uint16_t wants[256]; /* bit i: rules[i] */
    LintHeads heads;
} LintTable;

static void table_init(LintTable *table)
{
    memset(table, 0, sizeof *table);
    for (unsigned i = 0; i < RULES; i++)
        for (const char *c = rules[i].bytes; *c; c++)
            table->wants[(unsigned char)*c] |= (uint16_t)(1u << i);
    lint_word_heads(&table->heads);
}

static bool is_syllable(unsigned char c)
{
    return c >= 0xEA && c <= 0xED;
}

static size_t char_length(unsigned char c)
{
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

static void rules_run(Lint *l, const LintText *t, size_t at, unsigned wants)
{
    for (unsigned i = 0; wants; i++, wants >>= 1)
        if (wants & 1)
            rules[i].rule(l, t, at);
}

static void text_scan(Lint *l, const LintTable *table, const LintText *t)
{
    for (size_t at = 0; at < t->text.n;) {
        unsigned char c = (unsigned char)t->text.p[at];
        if (is_syllable(c)) {
            if (heads_have(&table->heads,
                           (Str){t->text.p + at, t->text.n - at}))
                lint_word(l, t, at);
            at += 3;
            continue;
        }
        if (table->wants[c])
            rules_run(l, t, at, table->wants[c]);
        at += char_length(c);
    }
    lint_brackets_end(l, t);
    lint_text_end(l, t);
}

/* ---- what rules share ---- */

static const Span *span_at(const LintText *t, size_t at)
{
    uint32_t i = 0;
    while (i + 1 < t->rich.n && at >= t->rich.spans[i].text.n)
        at -= t->rich.spans[i++].text.n;
    return &t->rich.spans[i];
}

Pos lint_pos(const LintText *t, size_t at)
{
    return span_at(t, at)->source;
}

bool lint_is_formatted(const LintText *t, size_t at)
{
    return span_at(t, at)->flags & MARK_FIGURE;
}

uint32_t lint_here(Str text, size_t at)
{
    return at < text.n ? str_next(text, &at) : 0;
}

uint32_t lint_before(Str text, size_t at)
{
    if (at == 0)
        return 0;
    while (((unsigned char)text.p[--at] & 0xC0) == 0x80)
        ;
    return str_next(text, &at);
}

bool lint_is_hangul(uint32_t cp)
{
    return cp >= 0xAC00 && cp <= 0xD7A3;
}

bool lint_is_digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

bool lint_in_brackets(Str text, size_t at)
{
    while (at-- > 0) {
        if (text.p[at] == '(')
            return true;
        if (text.p[at] == ')')
            return false;
    }
    return false;
}

void lint_note(Lint *l, const LintText *t, DiagCode code, size_t from,
               size_t to)
{
    diag(l->diags, code, lint_pos(t, from),
         diag_str(l->diags, str_trim(str_sub(t->text, from, to - from))));
}

void lint_propose(Lint *l, const LintText *t, DiagCode code, size_t from,
                  size_t to, Str better)
{
    diag(l->diags, code, lint_pos(t, from),
         diag_str(l->diags, str_trim(str_sub(t->text, from, to - from))),
         diag_str(l->diags, better));
}

const char *lint_place_text(const Lint *l, Pos pos)
{
    return diag_place(l->diags, pos);
}

/* ---- the texts of a document ---- */

typedef struct Pass {
    Lint lint;
    LintTable table;
} Pass;

/* One span is read where it stands; several are put together. */
static Str text_join(Lint *l, RichText t)
{
    if (t.n == 1)
        return t.spans[0].text;
    g_string_truncate(l->joined, 0);
    for (uint32_t i = 0; i < t.n; i++)
        g_string_append_len(l->joined, t.spans[i].text.p,
                            (gssize)t.spans[i].text.n);
    return (Str){l->joined->str, l->joined->len};
}

static void check(Pass *p, RichText rich, LintPlace place)
{
    rich = rich_read(rich, p->lint.house, p->lint.arena);
    if (rich.n == 0 || (rich.n == 1 && rich.spans[0].flags & MARK_FIGURE))
        return;
    LintText t = {text_join(&p->lint, rich), rich, place};
    text_scan(&p->lint, &p->table, &t);
}

static void check_table(Pass *p, const BlockTable *table)
{
    check(p, table->caption, PLACE_HEADING);
    for (uint32_t k = 0; k < table->ncolumns; k++)
        check(p, table->columns[k].head, PLACE_NAME);
    for (uint32_t i = 0; i < table->nrows; i++)
        for (uint32_t k = 0; k < table->ncolumns; k++)
            check(p, table->rows[i].cells[k],
                  table->columns[k].scope_row ? PLACE_NAME : PLACE_CELL);
}

static void check_facts(Pass *p, const BlockFacts *facts)
{
    for (uint32_t i = 0; i < facts->n; i++) {
        check(p, facts->rows[i].label, PLACE_NAME);
        check(p, facts->rows[i].text, PLACE_CELL);
    }
}

static void check_box(Pass *p, const BlockBox *box)
{
    check(p, box->label, PLACE_NAME);
    for (uint32_t i = 0; i < box->n; i++)
        check(p, box->entries[i], PLACE_PROSE);
}

static void check_chart(Pass *p, const BlockChart *chart)
{
    check(p, chart->caption, PLACE_HEADING);
    for (uint32_t i = 0; i < chart->ncategories; i++)
        check(p, chart->categories[i], PLACE_NAME);
    for (uint32_t i = 0; i < chart->nseries; i++)
        check(p, chart->series[i].name, PLACE_NAME);
}

static void check_timeline(Pass *p, const BlockTimeline *timeline)
{
    check(p, timeline->caption, PLACE_HEADING);
    for (uint32_t i = 0; i < timeline->n; i++)
        check(p, timeline->events[i].text, PLACE_CELL);
}

static void check_tiles(Pass *p, const BlockTiles *tiles)
{
    for (uint32_t i = 0; i < tiles->n; i++) {
        check(p, tiles->tiles[i].label, PLACE_NAME);
        check(p, tiles->tiles[i].note, PLACE_CELL);
    }
}

static LintPlace place_of(BlockKind kind)
{
    switch (kind) {
    case BLOCK_CHAPTER:
    case BLOCK_SECTION:
    case BLOCK_FIELD:
    case BLOCK_TASK:
    case BLOCK_HEAD:
        return PLACE_HEADING;
    case BLOCK_ITEM:
    case BLOCK_SUBITEM:
    case BLOCK_POINT:
    case BLOCK_NUMBERED:
        return PLACE_ITEM;
    case BLOCK_ITEM_NOTE:
    case BLOCK_NOTE:
        return PLACE_NOTE;
    default:
        return PLACE_PROSE;
    }
}

static void check_block(Pass *p, const Block *b)
{
    check(p, b->text, place_of(b->kind));
    check(p, b->note, PLACE_NAME);
    switch (b->kind) {
    case BLOCK_TABLE:
        check_table(p, b->table);
        break;
    case BLOCK_FACTS:
        check_facts(p, b->facts);
        break;
    case BLOCK_BOX:
        check_box(p, b->box);
        break;
    case BLOCK_CHART:
        check_chart(p, b->chart);
        break;
    case BLOCK_TIMELINE:
        check_timeline(p, b->timeline);
        break;
    case BLOCK_TILES:
        check_tiles(p, b->tiles);
        break;
    default:
        break;
    }
}

void document_lint(const Document *d, const Sources *sources, Diags *diags)
{
    Pass *p = g_new0(Pass, 1);
    Lint *l = &p->lint;
    *l = (Lint){.sources = sources,
                .figures = &d->figures,
                .house = &d->house,
                .diags = diags,
                .arena = arena_new(0),
                .joined = g_string_sized_new(1024)};
    lint_names_init(l);
    table_init(&p->table);
    for (size_t i = 0; i < d->nblocks; i++)
        check_block(p, &d->blocks[i]);
    lint_styles_report(l);
    g_hash_table_destroy(l->names);
    g_string_free(l->joined, TRUE);
    arena_free(l->arena);
    g_free(p);
}
