/* Items and facts: indents, markers, lead-in words, tags. */
#include "page_case.h"

static const char LONG[] =
    "여건 변화를 먼저 읽는 기획·조정으로 제22대 총선 지역과제를 "
    "발굴하고 대외 협업체계를 넓혀 시정성과 창출을 크게 확대하고 "
    "여러 기관과 함께 지역의 새로운 성장 동력을 꾸준히 마련";

static void k72_lines_hang_under_the_first(void **state)
{
    PageCase *c = *state;
    add(c, BLOCK_ITEM, LONG);
    add(c, BLOCK_SUBITEM, LONG);
    case_run(c);
    Len left = c->theme.inner;
    Len item = left + c->theme.item_marker.text_x;
    Len sub = left + c->theme.subitem_marker.text_x;
    unsigned at_item = 0, at_sub = 0;
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next) {
        if (op->kind != OP_RUN)
            continue;
        at_item += op->run.x == item;
        at_sub += op->run.x == sub;
    }
    assert_true(at_item >= 2); /* first line and those under it */
    assert_true(at_sub >= 2);
}

/* A number, half an em, the text; one em further in for each level. */
static void k71_numbered_items_stand_by_their_level(void **state)
{
    PageCase *c = *state;
    const char *labels[] = {"1.",  "가.",  "1)", "가)",
                            "(1)", "(가)", "①",  "㉮"};
    for (uint8_t level = 1; level <= 8; level++) {
        Block *block = add(c, BLOCK_NUMBERED, LONG);
        block->level = level;
        block->label = str_of(labels[level - 1]);
    }
    case_run(c);
    Len em = c->theme.styles[STYLE_ITEM].size;
    for (int level = 0; level < 8; level++) {
        Found label = find(c, labels[level]);
        assert_int_equal(label.x, c->theme.inner + level * em);
        Len text = label.x + label.width + em / 2;
        unsigned lines = 0;
        for (const DlOp *op = c->pages[0]->ops; op; op = op->next)
            lines += op->kind == OP_RUN && op->run.x == text;
        assert_true(lines >= 2); /* the first and those under it (K-72) */
    }
}

static void k75_lead_in_is_emphasised_and_kept(void **state)
{
    PageCase *c = *state;
    add(c, BLOCK_ITEM, NULL)->text =
        rich_lead(c, "(능동적 시정 운영)", " 여건 변화를 먼저 읽음");
    case_run(c);
    Found lead = find(c, "(능동적");
    Found rest = find(c, " 여건 변화를");
    assert_int_equal(lead.tag->role, ROLE_STRONG);
    assert_int_equal(lead.tag->parent->role, ROLE_LIST_BODY);
    assert_ptr_equal(rest.tag, lead.tag->parent);
    assert_int_equal(lead.y, rest.y);
}

static const DlOp *op_before_run(const PageCase *c, Role role)
{
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next)
        if (op->kind == OP_TAG_BEGIN && op->tag.tag->role == role)
            return op;
    return NULL;
}

static void drawn_ring_reads_as_its_character(void **state)
{
    PageCase *c = *state;
    add(c, BLOCK_ITEM, "항목");
    case_run(c);
    const DlOp *label = op_before_run(c, ROLE_LABEL);
    assert_non_null(label);
    assert_true(str_eq_c(label->tag.actual, "○"));
    assert_int_equal(label->next->kind, OP_PATH);
    /* Centred on the letters: the middle of the line box. */
    Len middle = c->theme.top + LEN_PT(12);
    Point east = label->next->path.path.points[0];
    assert_int_equal(east.y, middle);
}

static void k165_lists_nest_like_levels(void **state)
{
    PageCase *c = *state;
    add(c, BLOCK_ITEM, "가");
    add(c, BLOCK_SUBITEM, "나");
    add(c, BLOCK_SUBITEM, "다");
    add(c, BLOCK_POINT, "라");
    add(c, BLOCK_ITEM_NOTE, "마");
    add(c, BLOCK_ITEM, "바");
    case_run(c);
    char *dump = tagtree_dump(c->out->tags, c->arena);
    const Tag *na = find(c, "나").tag, *da = find(c, "다").tag;
    const Tag *ga = find(c, "가").tag;
    assert_int_equal(ga->role, ROLE_LIST_BODY);
    /* 나 > LI > L > LBody of 가 */
    assert_ptr_equal(na->parent->parent->parent, ga);
    assert_ptr_equal(na->parent->parent, da->parent->parent);
    assert_ptr_equal(find(c, "라").tag->parent->parent->parent, da);
    /* The note belongs to the item above it. */
    assert_int_equal(find(c, "마").tag->role, ROLE_NOTE);
    assert_ptr_equal(find(c, "마").tag->parent, find(c, "라").tag);
    /* 바 goes on in the list of 가. */
    assert_ptr_equal(find(c, "바").tag->parent->parent, ga->parent->parent);
    assert_non_null(strstr(dump, "list"));
}

/* The contents below a tag in the order of the tree, "page:mark". */
static void put_contents(const Tag *tag, GString *out)
{
    for (const TagKid *k = tag->kids; k; k = k->next) {
        if (k->kind == KID_TAG)
            put_contents(k->tag, out);
        else if (k->kind == KID_CONTENT)
            g_string_append_printf(out, " %u:%u", k->content.page,
                                   k->content.mark);
    }
}

/* All contents of all pages as they were drawn. */
static void put_marks(const PageCase *c, GString *out)
{
    for (uint32_t i = 0; i < c->npages; i++)
        for (uint32_t m = 0; m < c->pages[i]->nmarks; m++)
            g_string_append_printf(out, " %u:%u", i, m);
}

static void assert_reading_order(const PageCase *c)
{
    GString *tree = g_string_new(NULL), *drawn = g_string_new(NULL);
    put_contents(c->out->tags->root, tree);
    put_marks(c, drawn);
    assert_string_equal(tree->str, drawn->str);
    g_string_free(tree, TRUE);
    g_string_free(drawn, TRUE);
}

/* Items, what is under them, lead-ins and emphasis, over page ends. */
static void k167_items_read_before_what_is_under_them(void **state)
{
    PageCase *c = *state;
    for (unsigned i = 0; i < 6; i++) {
        add(c, BLOCK_ITEM, NULL)->text = rich_lead(c, "(앞말)", LONG);
        Block *item = add(c, BLOCK_SUBITEM, NULL);
        item->text = rich_lead(c, "굵게", lines_of(c, " 긴", 4));
        add(c, BLOCK_POINT, LONG);
        add(c, BLOCK_ITEM_NOTE, LONG);
        add(c, BLOCK_SUBITEM, LONG);
        add(c, BLOCK_ITEM_NOTE, "주석");
    }
    add(c, BLOCK_NOTE, LONG);
    add(c, BLOCK_PARAGRAPH, LONG);
    case_run(c);
    assert_true(c->npages > 2);
    assert_reading_order(c);
}

/* Down the first column, then down the second; the label before both. */
static void k167_boxes_read_column_by_column(void **state)
{
    PageCase *c = *state;
    add(c, BLOCK_ITEM, "항목");
    add_box(c, "당면사항", 9, "일");
    add_box(c, "참고사항", 3, "일");
    case_run(c);
    assert_int_equal(find(c, "일 01").y, find(c, "일 06").y); /* two columns */
    assert_reading_order(c);
}

static void paragraph_over_two_pages_is_one_tag(void **state)
{
    PageCase *c = *state;
    add_items(c, 27);
    add(c, BLOCK_SUBITEM, lines_of(c, "긴", 6));
    case_run(c);
    Found a = find(c, "긴"), b = find(c, "긴 줄6");
    assert_int_not_equal(a.page, b.page);
    assert_ptr_equal(a.tag, b.tag);
    unsigned contents = 0;
    for (const TagKid *k = a.tag->kids; k; k = k->next)
        contents += k->kind == KID_CONTENT;
    assert_int_equal(contents, 2);
}

static void k53_labels_have_one_width(void **state)
{
    PageCase *c = *state;
    static const char *const labels[] = {"인구", "면적", "행정구역"};
    BlockFact rows[3];
    for (int i = 0; i < 3; i++)
        rows[i] = (BlockFact){rich(c, labels[i]), rich(c, "값")};
    BlockFacts facts = {3, rows};
    add(c, BLOCK_FACTS, NULL)->facts = &facts;
    case_run(c);
    for (int i = 0; i < 3; i++) {
        Found f = find(c, labels[i]); /* found: no spaces in the text */
        assert_int_equal(f.x, c->theme.inner + c->theme.item_marker.text_x);
        assert_near(f.width, c->theme.fact_label_width, LEN_PT(0.05));
    }
    assert_int_equal(find(c, "값").x,
                     c->theme.inner + c->theme.item_marker.text_x +
                         c->theme.fact_label_width + c->theme.fact_gap);
}

static void long_fact_breaks_between_lines(void **state)
{
    PageCase *c = *state;
    BlockFact rows[] = {{rich(c, "앞"), rich(c, "값")},
                        {rich(c, "뒤"), rich(c, lines_of(c, "긴 값", 40))}};
    BlockFacts facts = {2, rows};
    add(c, BLOCK_FACTS, NULL)->facts = &facts;
    case_run(c);
    assert_true(c->ok);
    assert_int_equal(c->npages, 2);
    assert_int_equal(find(c, "긴 값 줄40").page, 1);
}

static void endless_fact_label_leaves_room(void **state)
{
    PageCase *c = *state;
    char label[3 * 200 + 1] = "";
    for (int i = 0; i < 200; i++)
        strcat(label, "가");
    BlockFact rows[] = {{rich(c, label), rich(c, "값")}};
    BlockFacts facts = {1, rows};
    add(c, BLOCK_FACTS, NULL)->facts = &facts;
    case_run(c);
    assert_true(find(c, "값").x < c->theme.width - c->theme.outer);
}

static void k45_long_heading_wraps_and_warns(void **state)
{
    PageCase *c = *state;
    add_task(
        c,
        "아주 긴 과제 제목은 어떻게 조여도 한 줄에 들어가지 않으므로 두 줄로 "
        "나누어 놓고 그 사실을 알려 주어야 한다는 규칙");
    add_items(c, 2);
    case_run(c);
    assert_true(c->ok); /* a warning only */
    assert_int_equal(diags_code(c->diags, 0), DIAG_PAGE_HEADING_LONG);
}

/* A figure is never broken, so one wider than the line cannot be placed. */
static void overlong_word_is_reported_at_its_cell(void **state)
{
    PageCase *c = *state;
    Str figure = STR("1");
    for (int i = 0; i < 40; i++)
        figure = str_printf(c->arena, STR_FMT ",234", STR_ARG(figure));
    add(c, BLOCK_SUBITEM, "앞");
    add(c, BLOCK_SUBITEM, str_c(figure, c->arena));
    case_run(c);
    assert_false(c->ok);
    assert_int_equal(diags_code(c->diags, 0), DIAG_PAGE_OVERFLOW);
    assert_int_equal(diags_pos(c->diags, 0).line, 2);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)
    const struct CMUnitTest tests[] = {
        T(k72_lines_hang_under_the_first),
        T(k71_numbered_items_stand_by_their_level),
        T(k75_lead_in_is_emphasised_and_kept),
        T(drawn_ring_reads_as_its_character),
        T(k165_lists_nest_like_levels),
        T(k167_items_read_before_what_is_under_them),
        T(k167_boxes_read_column_by_column),
        T(paragraph_over_two_pages_is_one_tag),
        T(k53_labels_have_one_width),
        T(long_fact_breaks_between_lines),
        T(endless_fact_label_leaves_room),
        T(k45_long_heading_wraps_and_warns),
        T(overlong_word_is_reported_at_its_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
