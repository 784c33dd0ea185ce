#include "pdf/element.h"

#include "pdf/syntax.h"

#include <stdio.h>

void put_element_ref(Buf *b, const Structure *s, const Tag *tag)
{
    put_ref(b, s->first + s->ranks[tag->id] - 1);
}

bool structure_has(const Structure *s, const Tag *tag)
{
    return s->ranks[tag->id] != 0;
}

/* Fixed digits, so that the ids sort in reading order. */
Str element_id(const Structure *s, const Tag *tag, char buffer[24])
{
    int n = snprintf(buffer, 24, "note-%06u", s->ranks[tag->id]);

    return (Str){buffer, (size_t)n};
}

/* ---- kids ---- */

/* The page that marked-content ids without a page belong to: that of the
 * first content. */
static const PlacedPage *main_page(const Structure *s, const Tag *tag)
{
    for (const TagKid *k = tag->kids; k; k = k->next)
        if (k->kind == KID_CONTENT) {
            const PlacedPage *p = find_page(s->assembly, k->content.page);
            if (p)
                return p;
        }
    return NULL;
}

bool has_drawn_kid(const Structure *s, const TagKid *k)
{
    const PlacedPage *p = find_page(
        s->assembly, k->kind == KID_CONTENT ? k->content.page : k->link.page);

    return p && (k->kind == KID_CONTENT || p->annots[k->link.link]);
}

static bool has_kid(const Structure *s, const TagKid *k)
{
    return k->kind == KID_TAG ? structure_has(s, k->tag) : has_drawn_kid(s, k);
}

static void put_content(Buf *b, const PlacedPage *p, const PlacedPage *main,
                        uint32_t mark)
{
    if (p == main)
        put_int(b, mark);
    else
        buf_printf(b, "<</Type/MCR/Pg %u 0 R/MCID %u>>", p->number, mark);
}

static void put_link(Buf *b, const PlacedPage *p, uint32_t link)
{
    buf_printf(b, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", p->number,
               p->annots[link]);
}

static void put_kid(Buf *b, const Structure *s, const TagKid *k,
                    const PlacedPage *main)
{
    const Assembly *a = s->assembly;

    switch (k->kind) {
    case KID_TAG:
        put_element_ref(b, s, k->tag);
        break;
    case KID_CONTENT:
        put_content(b, find_page(a, k->content.page), main, k->content.mark);
        break;
    case KID_LINK:
        put_link(b, find_page(a, k->link.page), k->link.link);
        break;
    }
}

/* "/K 5", "/K[5 6 12 0 R]" or nothing. */
static void put_kid_list(Buf *b, const Structure *s, const TagKid *kids,
                         const PlacedPage *main)
{
    size_t start = b->n;
    int n = 0;

    for (const TagKid *k = kids; k; k = k->next)
        if (has_kid(s, k)) {
            buf_add_c(b, n++ ? " " : "/K[");
            put_kid(b, s, k, main);
        }
    if (n == 1)
        b->p[start + 2] = ' ';
    else if (n)
        buf_add_char(b, ']');
}

static void put_kids(Buf *b, const Structure *s, const Tag *tag)
{
    const PlacedPage *main = main_page(s, tag);

    if (main) {
        buf_add_c(b, "/Pg ");
        put_ref(b, main->number);
    }
    put_kid_list(b, s, tag->kids, main);
}

/* ---- attributes ---- */

static void put_span(Buf *b, const char *key, unsigned span)
{
    if (span > 1)
        buf_printf(b, "/%s %u", key, span);
}

static void put_cell(Buf *b, const TagExtra *x, bool header)
{
    static const char *const scopes[] = {[SCOPE_NONE] = "",
                                         [SCOPE_ROW] = "/Scope/Row",
                                         [SCOPE_COLUMN] = "/Scope/Column"};

    if (!(header && x->scope) && x->col_span < 2 && x->row_span < 2)
        return;
    buf_add_c(b, "/A<</O/Table");
    if (header)
        buf_add_c(b, scopes[x->scope]);
    put_span(b, "ColSpan", x->col_span);
    put_span(b, "RowSpan", x->row_span);
    buf_add_c(b, ">>");
}

static void put_figure(Buf *b, const Structure *s, const TagExtra *x)
{
    const PlacedPage *p = find_page(s->assembly, x->bbox_page);
    Rect r = x->bbox;

    if (!p || !r.w || !r.h)
        return;
    const Len corners[] = {r.x, p->page->height - r.y - r.h, r.x + r.w,
                           p->page->height - r.y};
    buf_add_c(b, "/A<</O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++) {
        if (i)
            buf_add_char(b, ' ');
        put_milli(b, len_milli(corners[i]));
    }
    buf_add_c(b, "]>>");
}

static void put_attributes(Buf *b, const Structure *s, const Tag *tag)
{
    static const TagExtra none;
    const TagExtra *x = tag->extra ? tag->extra : &none;
    char id[24];
    Str name;

    switch ((Role)tag->role) {
    case ROLE_LIST:
        buf_add_c(b, x->numbered ? "/A<</O/List/ListNumbering/Decimal>>"
                                 : "/A<</O/List/ListNumbering/Disc>>");
        break;
    case ROLE_HEADER_CELL:
    case ROLE_CELL:
        put_cell(b, x, tag->role == ROLE_HEADER_CELL);
        break;
    case ROLE_FIGURE:
        put_figure(b, s, x);
        break;
    case ROLE_UNDERLINE:
        buf_add_c(b, "/A<</O/Layout/TextDecorationType/Underline>>");
        break;
    case ROLE_NOTE:
        name = element_id(s, tag, id);
        buf_add_c(b, "/ID");
        put_string(b, name.p, name.n);
        break;
    default:
        break;
    }
}

static void put_extra(Buf *b, const char *key, Str value)
{
    if (!value.n)
        return;
    buf_add_c(b, key);
    put_text(b, value);
}

static void put_extras(Buf *b, const TagExtra *x)
{
    put_extra(b, "/T", x->title);
    put_extra(b, "/Lang", x->language);
    put_extra(b, "/Alt", x->alt);
    put_extra(b, "/ActualText", x->actual);
    put_extra(b, "/E", x->expansion);
}

/* A link to a page that is not in the file is text like any other. */
static Role link_role(const Structure *s, const Tag *tag)
{
    for (const TagKid *k = tag->kids; k; k = k->next)
        if (k->kind == KID_LINK && has_drawn_kid(s, k))
            return ROLE_LINK;
    return ROLE_SPAN;
}

/* What a tag is in this file, which may be a part of the book. */
static Role element_role(const Structure *s, const Tag *tag)
{
    uint8_t level = s->levels[s->ranks[tag->id] - 1];

    if (level)
        return (Role)(ROLE_H1 + level - 1);
    return tag->role == ROLE_LINK ? link_role(s, tag) : (Role)tag->role;
}

void put_element(Buf *b, const Structure *s, const Tag *tag)
{
    buf_add_c(b, "<</S/");
    buf_add_c(b, role_type(element_role(s, tag)));
    buf_add_c(b, "/P ");
    if (tag->parent)
        put_element_ref(b, s, tag->parent);
    else
        put_ref(b, structure_root(s));
    put_attributes(b, s, tag);
    if (tag->extra)
        put_extras(b, tag->extra);
    put_kids(b, s, tag);
    buf_add_c(b, ">>");
}
