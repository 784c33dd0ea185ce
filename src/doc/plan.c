#include "doc/plan.h"

#include "data/date.h"
#include "doc/names.h"
#include "doc/unit_typed.h"

#include <string.h>

/* `field` comes before `note`: a note beside a field belongs to it. */
static const BlockType types[] = {
    {"cover", BLOCK_COVER, 0, plan_cover, run_cover},
    {"contents", BLOCK_CONTENTS, 0, plan_contents, run_contents},
    {"chapter", BLOCK_CHAPTER, 1, plan_heading, run_heading},
    {"section", BLOCK_SECTION, 2, plan_heading, run_heading},
    {"field", BLOCK_FIELD, 2, plan_heading, run_heading},
    {"task", BLOCK_TASK, 3, plan_heading, run_heading},
    {"head", BLOCK_HEAD, 0, plan_line, run_line},
    {"item", BLOCK_ITEM, 0, plan_line, run_line},
    {"subitem", BLOCK_SUBITEM, 0, plan_line, run_line},
    {"point", BLOCK_POINT, 0, plan_line, run_line},
    {"list", BLOCK_NUMBERED, 1, plan_list, run_list},
    {"item_note", BLOCK_ITEM_NOTE, 0, plan_line, run_line},
    {"note", BLOCK_NOTE, 0, plan_line, run_line},
    {"paragraph", BLOCK_PARAGRAPH, 0, plan_line, run_line},
    {"facts", BLOCK_FACTS, 0, plan_facts, run_facts},
    {"table", BLOCK_TABLE, 0, plan_table, run_table},
    {"chart", BLOCK_CHART, 0, plan_chart, run_chart},
    {"timeline", BLOCK_TIMELINE, 0, plan_timeline, run_timeline},
    {"schedule", BLOCK_SCHEDULE, 0, plan_schedule, run_schedule},
    {"map", BLOCK_MAP, 0, plan_map, run_map},
    {"flow", BLOCK_FLOW, 0, plan_flow, run_flow},
    {"tiles", BLOCK_TILES, 0, plan_tiles, run_tiles},
    {"box", BLOCK_BOX, 0, plan_box, run_box},
    {"page_break", BLOCK_PAGE_BREAK, 0, plan_page_break, run_page_break},
    {"each", BLOCK_PARAGRAPH /* makes none of its own */, 0, plan_each,
     run_each},
};

static const BlockType *type_of(const Node *node)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        bool bare =
            node->kind == NODE_SCALAR && str_eq_c(node->text, types[i].key);
        if (bare || node_find(node, types[i].key))
            return &types[i];
    }
    return NULL;
}

/* False for what the schema would have refused. */
static bool plan_block(Planner *p, const Node *node, Step *out)
{
    const BlockType *type = type_of(node);
    if (!type)
        return false;
    BlockNode block = {.type = type,
                       .map = node->kind == NODE_MAP ? node : NULL,
                       .value = node_find(node, type->key)};
    *out = (Step){.type = type,
                  .pos = node->pos,
                  .id = node_text(node_find(block.map, "id"), STR("")),
                  .plan = type->plan(p, &block)};
    return true;
}

Plan plan_blocks(Planner *p, const Node *list)
{
    if (!list)
        return (Plan){0, NULL};
    bool several = list->kind == NODE_LIST;
    size_t n = several ? list->n : 1, made = 0;
    Step *steps = ARENA_ARRAY(p->arena, Step, n);
    for (size_t i = 0; i < n; i++)
        made += plan_block(p, several ? list->entries[i].value : list,
                           &steps[made]);
    return (Plan){made, steps};
}

static void step_run(const Step *step, Binder *b, const ExprScope *scope)
{
    DocumentPart part = {.id = step->id, .first = b->blocks->len};
    step->type->run(b, step, scope);
    part.n = b->blocks->len - part.first;
    if (part.id.n > 0)
        g_array_append_val(b->parts, part);
}

void plan_run(const Plan *plan, Binder *b, const ExprScope *scope)
{
    for (size_t i = 0; i < plan->n && !b->room.full; i++)
        step_run(&plan->steps[i], b, scope);
}

/* ---- room ---- */

Room room_of(uint32_t pages_max)
{
    /* A turn that makes nothing costs time alone: half a microsecond. */
    enum { LINES_A_PAGE = 64, TURNS_A_PAGE = 1000 };
    return (Room){.pages = pages_max,
                  .lines_max = (size_t)pages_max * LINES_A_PAGE,
                  .turns_max = (size_t)pages_max * TURNS_A_PAGE};
}

bool binder_room(Binder *b, size_t lines, size_t turns, Pos pos)
{
    Room *r = &b->room;
    r->lines += lines;
    r->turns += turns;
    if (!r->full && (r->lines > r->lines_max || r->turns > r->turns_max)) {
        r->full = true;
        diag(b->diags, DIAG_BOOK_LONG, pos, diag_arg(b->diags, "%u", r->pages));
    }
    return !r->full;
}

/* ---- parts of a block ---- */

const Template *plan_template_node(Planner *p, const Node *scalar)
{
    return scalar && scalar->kind == NODE_SCALAR
               ? template_parse(scalar->text, scalar->pos, scalar->quoted,
                                &p->inputs->layout->document.house, p->arena, p->diags)
               : NULL;
}

Str plan_unit_text(Planner *p, const Node *map)
{
    return unit_typed(map, &p->inputs->layout->document.house, p->arena,
                      p->diags);
}

const Template *plan_template(Planner *p, const Node *map, const char *key)
{
    return plan_template_node(p, node_find(map, key));
}

const Template *plan_words(Planner *p, const Node *map, const char *key)
{
    const Template *t = plan_template(p, map, key);
    if (template_has_marks(t))
        diag0(p->diags, DIAG_MARK_PLACE, node_find(map, key)->pos);
    return t;
}

const Expr *plan_expr_text(Planner *p, Str text, Pos pos)
{
    return expr_parse(text, pos, p->arena, p->diags);
}

const Expr *plan_expr(Planner *p, const Node *map, const char *key)
{
    const Node *scalar = node_find(map, key);
    if (!scalar)
        return NULL;
    Pos pos = scalar->pos;
    pos.col += scalar->quoted ? 1 : 0;
    return plan_expr_text(p, scalar->text, pos);
}

Date plan_date(const Node *map, const char *key)
{
    Date d = {0};
    date_read(node_text(node_find(map, key), STR("")), 0, &d);
    return d;
}

const BlockFit *plan_fit(Planner *p, const Node *map)
{
    const Node *fit = node_find(map, "fit");
    if (!fit || (fit->kind == NODE_SCALAR && !str_eq_c(fit->text, "off")))
        return NULL;
    BlockFit *out = ARENA_NEW(p->arena, BlockFit);
    *out = (BlockFit){
        .off = fit->kind == NODE_SCALAR,
        .word_space = node_percent(node_find(fit, "word_space"), 1000),
        .letter_spacing = node_percent(node_find(fit, "letter_spacing"), 0),
        .glyph_width = node_percent(node_find(fit, "glyph_width"), 1000),
    };
    return out;
}

/* `values: 일반회계, 특별회계` without brackets is one name: "[일반회계, 특별회계]"
 * when that is a list of columns, else nothing. */
static Str as_list(Planner *p, const Table *t, Str name)
{
    if (str_find(name, STR(",")) < 0)
        return STR("");
    for (size_t from = 0, to; from < name.n; from = to + 1) {
        for (to = from; to < name.n && name.p[to] != ',';)
            to++;
        if (table_find_column(t, str_trim(str_sub(name, from, to - from))) ==
            SIZE_MAX)
            return STR("");
    }
    return str_printf(p->arena, "[" STR_FMT "]", STR_ARG(name));
}

static void report_column(Planner *p, const Table *t, Str name, Pos pos)
{
    size_t n = table_columns(t);
    Str *names = ARENA_ARRAY(p->arena, Str, n);
    for (size_t i = 0; i < n; i++)
        names[i] = table_column(t, i)->name;
    Str near = as_list(p, t, name);
    if (near.n == 0)
        near = str_nearest(name, names, n);
    diag(p->diags, near.n ? DIAG_COLUMN_NEAR : DIAG_COLUMN_UNKNOWN, pos,
         diag_str(p->diags, name), diag_str(p->diags, table_name(t)),
         near.n ? diag_str(p->diags, near) : names_list(names, n, p->diags));
}

size_t plan_column(Planner *p, const Table *t, Str name, Pos pos)
{
    if (!t)
        return SIZE_MAX;
    size_t col = table_find_column(t, name);
    if (col == SIZE_MAX)
        report_column(p, t, name, pos);
    return col;
}

Block *binder_add(Binder *b, const Step *step)
{
    b->last_box = NULL;
    b->room.lines++;
    guint at = b->blocks->len;
    g_array_set_size(b->blocks, at + 1);
    Block *block = &g_array_index(b->blocks, Block, at);
    *block = (Block){
        .kind = step->type->kind, .level = step->type->level, .pos = step->pos};
    return block;
}
