/* Tags: order, numbers, dropping, and the text form. */
#include "dlist/dlist.h"

#include <setjmp.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static int set_up(void **state)
{
    *state = arena_new(0);
    return 0;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static void draw_tag(DlPage *page, DlDoc *d, Tag *tag)
{
    dlpage_begin_tag(page, d, tag, (Str){0});
    dlpage_end(page);
}

static void every_role_has_its_name(void **state)
{
    (void)state;
    for (int a = 0; a < ROLE_COUNT; a++) {
        assert_non_null(role_name((Role)a));
        for (int b = 0; b < a; b++)
            assert_string_not_equal(role_name((Role)a), role_name((Role)b));
    }
}

static void kids_keep_their_order(void **state)
{
    TagTree *t = tagtree_new(*state);
    Tag *part = tag_add(t, t->root, ROLE_PART);
    Tag *head = tag_add(t, part, ROLE_H1);
    Tag *para = tag_add(t, part, ROLE_PARA);
    assert_int_equal(t->root->id, 1);
    assert_int_equal(para->id, 4);
    assert_int_equal(t->count, 4);
    assert_ptr_equal(part->kids->tag, head);
    assert_ptr_equal(part->kids->next->tag, para);
    assert_ptr_equal(para->parent, part);
    assert_null(para->extra);
    tag_extra(t, para)->scope = SCOPE_ROW;
    assert_int_equal(tag_extra(t, para)->scope, SCOPE_ROW);
}

/* The lists under an item are set before the item is drawn. */
static void k167_text_stands_before_what_follows(void **state)
{
    DlDoc *d = dldoc_new(*state);
    DlPage *page = dlpage_new(d, 0, LEN_MM(210), LEN_MM(297));
    TagTree *t = d->tags;
    Tag *body = tag_add(t, t->root, ROLE_LIST_BODY);
    tag_text_here(body);
    Tag *list = tag_add(t, body, ROLE_LIST);
    tag_add(t, body, ROLE_NOTE);
    draw_tag(page, d, tag_add_drawn(t, body, ROLE_STRONG));
    draw_tag(page, d, body);
    draw_tag(page, d, list);
    tag_add(t, body, ROLE_LIST);
    draw_tag(page, d, body);
    assert_string_equal(tagtree_dump(t, *state), "document\n"
                                                 "  list-body\n"
                                                 "    strong\n"
                                                 "      page 1 mark 0\n"
                                                 "    page 1 mark 1\n"
                                                 "    page 1 mark 3\n"
                                                 "    list\n"
                                                 "      page 1 mark 2\n"
                                                 "    note\n"
                                                 "    list\n");
    dlpage_free(page);
}

/* The label of a note is made before its text. */
static void k167_text_stands_after_what_precedes(void **state)
{
    DlDoc *d = dldoc_new(*state);
    DlPage *page = dlpage_new(d, 0, LEN_MM(210), LEN_MM(297));
    TagTree *t = d->tags;
    Tag *note = tag_add(t, t->root, ROLE_NOTE);
    Tag *label = tag_add(t, note, ROLE_LABEL);
    tag_text_here(note);
    Tag *after = tag_add(t, note, ROLE_PARA);
    draw_tag(page, d, note);
    assert_ptr_equal(note->kids->tag, label);
    assert_int_equal(note->kids->next->kind, KID_CONTENT);
    assert_ptr_equal(note->kids->next->next->tag, after);
    /* Without a place of its own the text comes last. */
    draw_tag(page, d, t->root);
    assert_int_equal(t->root->kids->next->kind, KID_CONTENT);
    dlpage_free(page);
}

static void the_dump_shows_the_tree(void **state)
{
    TagTree *t = tagtree_new(*state);
    Tag *table = tag_add(t, t->root, ROLE_TABLE);
    Tag *row = tag_add(t, table, ROLE_ROW);
    TagExtra *cell = tag_extra(t, tag_add(t, row, ROLE_HEADER_CELL));
    cell->scope = SCOPE_COLUMN;
    cell->col_span = 2;
    cell->row_span = 3;
    TagExtra *list = tag_extra(t, tag_add(t, t->root, ROLE_LIST));
    list->numbered = true;
    TagExtra *figure = tag_extra(t, tag_add(t, t->root, ROLE_FIGURE));
    figure->alt = STR("\"예산\" 막대그래프");
    figure->language = STR("en");
    figure->bbox = (Rect){LEN_PT(10), LEN_PT(20), LEN_PT(30), LEN_PT(40.5)};
    figure->bbox_page = 6;
    assert_string_equal(tagtree_dump(t, *state),
                        "document\n"
                        "  table\n"
                        "    row\n"
                        "      header-cell scope column columns 2 rows 3\n"
                        "  list numbered\n"
                        "  figure alt \"\\\"예산\\\" 막대그래프\" language "
                        "\"en\" page 7 box 10,20 30x40.5\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_role_has_its_name),
        TEST(kids_keep_their_order),
        TEST(k167_text_stands_before_what_follows),
        TEST(k167_text_stands_after_what_precedes),
        TEST(the_dump_shows_the_tree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
