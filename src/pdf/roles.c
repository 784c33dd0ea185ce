/*
 * Roles: what each role is in a PDF (ISO 32000-1 14.8.4).
 */
#include "pdf/roles.h"

#include "pdf/pdf.h"

/* Types of PDF 2.0 say more than their nearest type in PDF 1.7, to which the
 * role map leads older readers. */
static const struct {
    const char *type, *mapped;
} types[ROLE_COUNT] = {
    [ROLE_DOCUMENT] = {"Document", NULL},
    [ROLE_PART] = {"Part", NULL},
    [ROLE_SECTION] = {"Sect", NULL},
    [ROLE_TITLE] = {"Title", "P"},
    [ROLE_H1] = {"H1", NULL},
    [ROLE_H2] = {"H2", NULL},
    [ROLE_H3] = {"H3", NULL},
    [ROLE_H4] = {"H4", NULL},
    [ROLE_H5] = {"H5", NULL},
    [ROLE_H6] = {"H6", NULL},
    [ROLE_PARA] = {"P", NULL},
    [ROLE_LIST] = {"L", NULL},
    [ROLE_LIST_ITEM] = {"LI", NULL},
    [ROLE_LABEL] = {"Lbl", NULL},
    [ROLE_LIST_BODY] = {"LBody", NULL},
    [ROLE_TABLE] = {"Table", NULL},
    [ROLE_CAPTION] = {"Caption", NULL},
    [ROLE_TABLE_HEAD] = {"THead", NULL},
    [ROLE_TABLE_BODY] = {"TBody", NULL},
    [ROLE_ROW] = {"TR", NULL},
    [ROLE_HEADER_CELL] = {"TH", NULL},
    [ROLE_CELL] = {"TD", NULL},
    [ROLE_FIGURE] = {"Figure", NULL},
    [ROLE_CONTENTS] = {"TOC", NULL},
    [ROLE_CONTENTS_ITEM] = {"TOCI", NULL},
    [ROLE_REFERENCE] = {"Reference", NULL},
    [ROLE_LINK] = {"Link", NULL},
    [ROLE_NOTE] = {"Note", NULL},
    [ROLE_BOX] = {"Aside", "Div"},
    [ROLE_STRONG] = {"Strong", "Span"},
    [ROLE_EMPHASIS] = {"Em", "Span"},
    [ROLE_UNDERLINE] = {"Span", NULL},
    [ROLE_SPAN] = {"Span", NULL},
};

const char *role_type(Role r)
{
    return types[r].type;
}

void put_role_map(Buf *b)
{
    buf_add_c(b, "/RoleMap<<");
    for (int r = 0; r < ROLE_COUNT; r++)
        if (types[r].mapped)
            buf_printf(b, "/%s/%s", types[r].type, types[r].mapped);
    buf_add_c(b, ">>");
}
