/* Page breaks: nothing but their place. */
#include "doc/plan.h"

const void *plan_page_break(Planner *p, const BlockNode *block)
{
    (void)p;
    (void)block;
    return NULL;
}

void run_page_break(Binder *b, const Step *step, const ExprScope *scope)
{
    (void)scope;
    binder_add(b, step);
}
