/* Headings: chapter Ⅰ, section and field 1, task ①, and what is below them. */
#include "doc/plan.h"

#include <string.h>

typedef struct HeadingPlan {
    const Template *text, *note;
    const BlockFit *fit;
    bool new_page, same_page;
    Plan body;
} HeadingPlan;

const void *plan_heading(Planner *p, const BlockNode *block)
{
    HeadingPlan *plan = ARENA_NEW(p->arena, HeadingPlan);
    plan->text = plan_template_node(p, block->value);
    if (block->type->kind == BLOCK_FIELD)
        plan->note = plan_template(p, block->map, "note");
    plan->fit = plan_fit(p, block->map);
    const Node *new_page = node_find(block->map, "new_page");
    plan->new_page = node_bool(new_page, false);
    plan->same_page = !node_bool(new_page, true);
    plan->body = plan_blocks(p, node_find(block->map, "body"));
    return plan;
}

/* ---- numbers typed in the text (K-68, K-70) ---- */

/* The bytes of "II." or "Ⅱ." at the head of a text. */
static size_t roman_number(Str text)
{
    size_t at = 0;
    while (at < text.n && text.p[at] && strchr("IVX", text.p[at]))
        at++;
    if (at == 0 && text.n) {
        uint32_t cp = str_next(text, &at);
        if (cp < 0x2160 || cp > 0x216B)
            return 0;
    }
    return at < text.n && text.p[at] == '.' ? at + 1 : 0;
}

/* Those of "①". */
static size_t circled_number(Str text)
{
    size_t at = 0;
    uint32_t cp = text.n ? str_next(text, &at) : 0;
    return cp >= 0x2460 && cp <= 0x2473 ? at : 0;
}

/* Those of "1." before a space and a word. A plain digit, 3.1 and the date 3. 1.
 * belong to the title. */
static size_t arabic_number(Str text)
{
    enum { DIGITS = 2 };
    size_t at = 0;
    while (at < text.n && g_ascii_isdigit(text.p[at]))
        at++;
    bool spaced = at + 2 < text.n && text.p[at] == '.' &&
                  text.p[at + 1] == ' ' && !g_ascii_isdigit(text.p[at + 2]);
    return at > 0 && at <= DIGITS && spaced ? at + 1 : 0;
}

static size_t typed_number(Str text, uint8_t level)
{
    size_t n = level == 1   ? roman_number(text)
               : level == 2 ? arabic_number(text)
                            : circled_number(text);
    while (n > 0 && n < text.n && text.p[n] == ' ')
        n++;
    return n;
}

static RichText drop_number(Binder *b, const Step *step, RichText text)
{
    size_t n = rich_empty(text)
                   ? 0
                   : typed_number(text.spans[0].text, step->type->level);
    if (n == 0 || n >= text.spans[0].text.n)
        return text;
    Span *spans = ARENA_ARRAY(b->arena, Span, text.n);
    memcpy(spans, text.spans, text.n * sizeof *spans);
    diag(b->diags, DIAG_HEADING_NUMBER, spans[0].source,
         diag_str(b->diags, str_trim(str_sub(spans[0].text, 0, n))));
    spans[0].text = str_sub(spans[0].text, n, spans[0].text.n);
    return (RichText){spans, text.n};
}

static Str heading_label(Binder *b, const Step *step, unsigned number)
{
    static const NumberStyle styles[] = {NUMBER_ARABIC, NUMBER_ROMAN,
                                         NUMBER_ARABIC, NUMBER_CIRCLED};
    bool fell_back;
    Str label =
        number_label(styles[step->type->level], number, b->arena, &fell_back);
    if (fell_back)
        diag(b->diags, DIAG_LABEL_RUN_OUT, step->pos,
             diag_str(b->diags, label));
    return label;
}

void run_heading(Binder *b, const Step *step, const ExprScope *scope)
{
    const HeadingPlan *plan = step->plan;
    RichText text =
        drop_number(b, step, template_take(plan->text, scope, &b->filler));
    if (!rich_empty(text)) {
        RichText note = template_take(plan->note, scope, &b->filler);
        Block *block = binder_add(b, step);
        block->text = text;
        block->note = note;
        block->fit = plan->fit;
        block->new_page = plan->new_page;
        block->same_page = plan->same_page;
        block->number = counters_next(&b->counters, step->type->level);
        block->label = heading_label(b, step, block->number);
    } else {
        diag0(b->diags, DIAG_HEADING_EMPTY, step->pos);
    }
    plan_run(&plan->body, b, scope);
}
