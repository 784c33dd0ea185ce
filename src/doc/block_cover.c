/* Cover and contents: one block each, filled from the document. */
#include "doc/plan.h"

typedef struct CoverPlan {
    const Template *slogan, *year, *title, *organization, *date;
} CoverPlan;

/* `- cover` alone says what the document says, where it says something. */
static const Template *usual(Planner *p, const Node *keys, const char *key,
                             Str fact, const char *text)
{
    const LayoutDocument *d = &p->inputs->layout->document;
    if (keys && keys->kind == NODE_MAP)
        return plan_words(p, keys, key);
    return fact.n ? template_parse(str_of(text), d->pos, false, &d->house,
                                   p->arena, p->diags)
                  : NULL;
}

bool title_names_year(const LayoutDocument *d)
{
    return d->year.n > 0 && str_find(d->title, d->year) >= 0;
}

/* The year has a line of its own unless the title, which is printed below it,
 * says it too. */
static const Template *usual_year(Planner *p, const Node *keys)
{
    const LayoutDocument *d = &p->inputs->document;
    return usual(p, keys, "year", title_names_year(d) ? STR("") : d->year,
                 "{year}년");
}

const void *plan_cover(Planner *p, const BlockNode *block)
{
    const LayoutDocument *d = &p->inputs->document;
    const Node *keys = block->value;
    CoverPlan *plan = ARENA_NEW(p->arena, CoverPlan);
    plan->slogan = usual(p, keys, "slogan", d->slogan, "- {slogan} -");
    plan->year = usual_year(p, keys);
    plan->title = usual(p, keys, "title", d->title, "{title}");
    plan->organization =
        usual(p, keys, "organization", d->organization, "{organization}");
    plan->date = plan_words(p, keys, "date");
    return plan;
}

void run_cover(Binder *b, const Step *step, const ExprScope *scope)
{
    const CoverPlan *plan = step->plan;
    BlockCover *cover = ARENA_NEW(b->arena, BlockCover);
    cover->slogan = template_take(plan->slogan, scope, &b->filler);
    cover->year = template_take(plan->year, scope, &b->filler);
    cover->title = template_take(plan->title, scope, &b->filler);
    cover->organization = template_take(plan->organization, scope, &b->filler);
    cover->date = template_take(plan->date, scope, &b->filler);
    binder_add(b, step)->cover = cover;
}

typedef struct ContentsPlan {
    const Template *title;
    int depth;
} ContentsPlan;

const void *plan_contents(Planner *p, const BlockNode *block)
{
    ContentsPlan *plan = ARENA_NEW(p->arena, ContentsPlan);
    plan->title = plan_words(p, block->value, "title");
    plan->depth = (int)node_int(node_find(block->value, "depth"), 3);
    return plan;
}

void run_contents(Binder *b, const Step *step, const ExprScope *scope)
{
    const ContentsPlan *plan = step->plan;
    BlockContents *contents = ARENA_NEW(b->arena, BlockContents);
    contents->depth = plan->depth;
    if (!plan->title)
        rich_add(&b->filler.rich, STR("목차"), step->pos, 0);
    contents->title = template_take(plan->title, scope, &b->filler);
    binder_add(b, step)->contents = contents;
}
