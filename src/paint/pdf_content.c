#include "paint/pdf_content.h"

#include "pdf/pdf.h"
#include "pdf/syntax.h"

/* What a page begins with (ISO 32000-1 table 52). */
static const Pen first_pen = {.line_width = LEN_ONE, .glyph_width = 1000};

/* Text objects and brackets must nest: a bracket of text alone stands inside
 * the text object, which so lasts over many of them (its positions are then
 * small steps); any other stands outside. */
static void place_bracket(Content *c, const DlOp *begin)
{
    c->mixed = false;
    for (const DlOp *op = begin->next; op->kind != OP_END; op = op->next)
        c->mixed = c->mixed || op->kind != OP_RUN;
    if (c->mixed)
        content_end_text(c);
    else
        content_begin_text(c);
}

/* Replacement text stands in a Span inside the tag: many readers look for it
 * nowhere else. */
static void begin_replaced(Content *c, Str actual)
{
    buf_add_c(&c->out, "/Span<</ActualText");
    put_text(&c->out, actual);
    buf_add_c(&c->out, ">>BDC\n");
}

static void begin_tag(Content *c, const DlOp *op)
{
    buf_add_char(&c->out, '/');
    buf_add_c(&c->out, role_type(op->tag.tag->role));
    buf_add_c(&c->out, "<</MCID ");
    put_int(&c->out, op->tag.mark);
    buf_add_c(&c->out, ">>BDC\n");
    c->in_label = op->tag.tag->role == ROLE_LABEL;
    c->spanned = op->tag.actual.n > 0;
    if (c->spanned)
        begin_replaced(c, op->tag.actual);
}

static void begin_artifact(Content *c, Artifact kind)
{
    static const char *const properties[] = {
        [ARTIFACT_LAYOUT] = "/Type/Layout",
        [ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header",
        [ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer",
        [ARTIFACT_REPEAT] = "/Type/Pagination",
        [ARTIFACT_BACKGROUND] = "/Type/Background",
    };

    buf_add_c(&c->out, "/Artifact<<");
    buf_add_c(&c->out, properties[kind]);
    buf_add_c(&c->out, ">>BDC\n");
}

static void end_bracket(Content *c)
{
    if (c->mixed)
        content_end_text(c);
    buf_add_c(&c->out, c->spanned ? "EMC\nEMC\n" : "EMC\n");
    c->spanned = c->in_label = false;
}

static const DlOp *run_after(const DlOp *op)
{
    for (op = op->next; op && op->kind != OP_RUN; op = op->next)
        ;
    return op;
}

static RunLink link_to_next(const Content *c, const DlOp *op)
{
    if (op->next && op->next->kind == OP_RUN)
        return LINK_NEXT;
    return c->in_label ? LINK_LABEL : LINK_FAR;
}

static void add_run(Content *c, const DlOp *op)
{
    const DlOp *after = run_after(op);
    const RunPlace place = {.before = c->last,
                            .run = &op->run,
                            .after = after ? &after->run : NULL,
                            .left = c->link,
                            .right = link_to_next(c, op)};

    content_add_run(c, &place);
    c->link = place.right;
    c->last = &op->run;
}

static void paint_op(Content *c, const DlOp *op)
{
    switch (op->kind) {
    case OP_TAG_BEGIN:
        place_bracket(c, op);
        begin_tag(c, op);
        break;
    case OP_ARTIFACT_BEGIN:
        place_bracket(c, op);
        begin_artifact(c, op->artifact);
        break;
    case OP_RUN:
        add_run(c, op);
        break;
    case OP_PATH:
        content_end_text(c);
        content_add_path(c, &op->path.path, &op->path.paint);
        break;
    case OP_END:
        end_bracket(c);
        break;
    }
}

void content_paint(Content *c, const DlPage *page)
{
    c->out.n = 0;
    c->pen = first_pen;
    c->last = NULL;
    c->link = LINK_FAR;
    c->height = page->height;
    c->scratch = page->arena;
    for (const DlOp *op = page->ops; op; op = op->next)
        paint_op(c, op);
    content_end_text(c);
}
