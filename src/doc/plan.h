/*
 * Plans: the body of a layout made ready to run.
 *
 * Every block of the body becomes a Step: its templates and expressions read,
 * its columns found, once for all rows. Planning reports every fault of the
 * layout even where no row would reach it; running the steps over the rows
 * makes the blocks. Each kind of block is a file block_*.c with a pair of
 * functions, listed in plan.c.
 */
#ifndef DOC_PLAN_H
#define DOC_PLAN_H

#include "doc/inputs.h"
#include "doc/numbering.h"
#include "doc/template.h"

typedef struct Step Step;

typedef struct Plan {
    size_t n;
    const Step *steps;
} Plan;

typedef struct Planner {
    const Inputs *inputs;
    const Table *rows; /* what `rows` means here; NULL: nothing */
    GPtrArray *uses;   /* of RowsUse, see doc/rows.h */
    Arena *arena;
    Diags *diags;
} Planner;

/* How much a document may become (R5): loops in loops outgrow any machine.
 * No page holds so many blocks and rows of tables as are counted for one, so
 * that a book of too many pages is refused before the first is set. */
typedef struct Room {
    uint32_t pages;
    size_t lines, lines_max; /* blocks and rows of tables */
    size_t turns, turns_max; /* of loops, and rows that `where` looked at */
    bool full;               /* reported: nothing more is made */
} Room;

Room room_of(uint32_t pages_max);

/* The document while it grows. */
typedef struct Binder {
    const Inputs *inputs;
    Filler filler;
    Counters counters;
    unsigned figures;     /* charts so far: 그림 1, 2, … */
    GArray *blocks;       /* of Block */
    const Step *last_box; /* the step that made the last block, if a box … */
    unsigned last_loop;   /* … and the loop it was made in */
    unsigned loop, loops; /* the loop running now; how many there were */
    GArray *parts;        /* of DocumentPart */
    Room room;
    Arena *arena;
    Diags *diags;
} Binder;

typedef struct BlockType BlockType;

/* A block as it stands in the layout. */
typedef struct BlockNode {
    const BlockType *type;
    const Node *map;   /* its key and those beside it; NULL for `- cover` */
    const Node *value; /* what stands after its key; may be NULL */
} BlockNode;

typedef const void *PlanBlock(Planner *p, const BlockNode *block);
/* Runs it in a scope, adding blocks. */
typedef void RunBlock(Binder *b, const Step *step, const ExprScope *scope);

struct BlockType {
    const char *key;
    BlockKind kind;
    uint8_t level; /* headings: 1 … 3 */
    PlanBlock *plan;
    RunBlock *run;
};

struct Step {
    const BlockType *type;
    Pos pos;
    Str id;           /* empty: none */
    const void *plan; /* of the type's own kind */
};

/* A list of blocks, or a single one; NULL gives the empty plan. */
Plan plan_blocks(Planner *p, const Node *list);
void plan_run(const Plan *plan, Binder *b, const ExprScope *scope);

/* ---- what planning a block needs ---- */

/* The template at a key of a map; NULL when there is none (or map is NULL). */
const Template *plan_template(Planner *p, const Node *map, const char *key);
const Template *plan_template_node(Planner *p, const Node *scalar);
/* The same of words that look as the theme says: emphasis is reported. */
const Template *plan_words(Planner *p, const Node *map, const char *key);
/* K-46: the `fit` of a map: `off`, or the values that are pinned; NULL when
 * it says nothing. */
const BlockFit *plan_fit(Planner *p, const Node *map);
/* The title need not have "2024년" put before it. */
bool title_names_year(const LayoutDocument *d);
/* The `unit` of a map in normal form; empty when it has none. */
Str plan_unit_text(Planner *p, const Node *map);
const Expr *plan_expr(Planner *p, const Node *map, const char *key);
const Expr *plan_expr_text(Planner *p, Str text, Pos pos);
/* The day at a key of a map, as in 2024-06-30; year 0 when there is none. */
Date plan_date(const Node *map, const char *key);
/* The index of a column of `t`; reported when there is none. SIZE_MAX then,
 * and when t is NULL. */
size_t plan_column(Planner *p, const Table *t, Str name, Pos pos);

/* ---- what running a block needs ---- */

/* Whether there is room for so many lines and turns more; when it runs out,
 * that is reported once, at `pos`. */
bool binder_room(Binder *b, size_t lines, size_t turns, Pos pos);

/* Adds a block of the step's kind; the caller fills in the rest. */
Block *binder_add(Binder *b, const Step *step);

/* ---- the kinds (block_*.c) ---- */

PlanBlock plan_cover, plan_contents, plan_heading, plan_line, plan_list,
    plan_facts, plan_table, plan_chart, plan_timeline, plan_schedule, plan_map,
    plan_flow, plan_tiles, plan_box, plan_page_break, plan_each;
RunBlock run_cover, run_contents, run_heading, run_line, run_list, run_facts,
    run_table, run_chart, run_timeline, run_schedule, run_map, run_flow,
    run_tiles, run_box, run_page_break, run_each;

#endif
