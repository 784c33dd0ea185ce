/* Page breaks: widows, keeps, lonely lines. */
#include "page_case.h"

/* Lines of a page: 246 mm / 24 pt = 29 full ones. */
enum { PAGE_LINES = 29 };

static void k77_three_lines_move_whole(void **state)
{
    PageCase *c = *state;
    add_items(c, PAGE_LINES - 1);
    add(c, BLOCK_SUBITEM, lines_of(c, "셋", 3));
    case_run(c);
    assert_int_equal(find(c, "항목 028").page, 0);
    assert_int_equal(find(c, "셋").page, 1);
    assert_int_equal(find(c, "셋 줄3").page, 1);
}

static void k77_four_lines_split_two_and_two(void **state)
{
    PageCase *c = *state;
    add_items(c, PAGE_LINES - 3);
    add(c, BLOCK_SUBITEM, lines_of(c, "넷", 4));
    add_items(c, 5);
    case_run(c);
    /* Room for three lines: two stay, so that two go. */
    assert_int_equal(find(c, "넷 줄2").page, 0);
    assert_int_equal(find(c, "넷 줄3").page, 1);
}

static void k77_never_one_line_at_the_foot(void **state)
{
    PageCase *c = *state;
    add_items(c, PAGE_LINES - 1);
    add(c, BLOCK_SUBITEM, lines_of(c, "다섯", 5));
    case_run(c);
    assert_int_equal(find(c, "다섯").page, 1);
}

static void k78_heading_goes_with_two_lines(void **state)
{
    PageCase *c = *state;
    add_items(c, 25); /* 600 of 697 pt: room for the task and one line */
    add_task(c, "과제 제목");
    add(c, BLOCK_SUBITEM, "첫 줄");
    add(c, BLOCK_SUBITEM, "둘째 줄");
    add(c, BLOCK_SUBITEM, "셋째 줄");
    case_run(c);
    assert_int_equal(find(c, "항목 025").page, 0);
    assert_int_equal(find(c, "과제 제목").page, 1);
}

static void k78_heading_stays_above_two_lines(void **state)
{
    PageCase *c = *state;
    add_items(c, 22);
    add_task(c, "과제 제목");
    add(c, BLOCK_SUBITEM, "첫 줄");
    add(c, BLOCK_SUBITEM, "둘째 줄");
    add_items(c, 5);
    case_run(c);
    assert_int_equal(find(c, "과제 제목").page, 0);
    assert_int_equal(find(c, "둘째 줄").page, 0);
}

static void add_tile(PageCase *c, const char *label)
{
    Block *b = add(c, BLOCK_TILES, NULL);
    BlockTile *tile = ARENA_NEW(c->arena, BlockTile);
    BlockTiles *tiles = ARENA_NEW(c->arena, BlockTiles);
    *tile = (BlockTile){.label = rich(c, label), .figure = rich(c, "100")};
    *tiles = (BlockTiles){1, tile};
    b->tiles = tiles;
}

/* One figure is company enough: the next one need not come along. */
static void k78_heading_stays_above_a_figure(void **state)
{
    PageCase *c = *state;
    add_items(c, 22);
    add_section(c, BLOCK_SECTION, "절 제목");
    add_tile(c, "첫째");
    add_tile(c, "둘째");
    add_items(c, 5);
    case_run(c);
    assert_int_equal(find(c, "절 제목").page, 0);
    assert_int_equal(find(c, "첫째").page, 0);
    assert_int_equal(find(c, "둘째").page, 1);
}

static void k78_headings_in_a_row_go_together(void **state)
{
    PageCase *c = *state;
    add_items(c, 23);
    add_section(c, BLOCK_SECTION, "절 제목");
    add_task(c, "과제 제목");
    add(c, BLOCK_HEAD, "네모 제목");
    add(c, BLOCK_SUBITEM, "첫 줄");
    add(c, BLOCK_SUBITEM, "둘째 줄");
    case_run(c);
    assert_int_equal(find(c, "절 제목").page, 1);
    assert_int_equal(find(c, "네모 제목").page, 1);
}

/* A field begins a page, and takes the section along that it is the first of;
 * never a task that nothing stands under. */
static void k78_a_section_goes_with_its_first_field(void **state)
{
    PageCase *c = *state;
    add_items(c, 3);
    add_section(c, BLOCK_SECTION, "절 제목");
    add_section(c, BLOCK_FIELD, "첫 분야");
    add(c, BLOCK_ITEM, "첫 글");
    add_task(c, "빈 과제");
    add_section(c, BLOCK_FIELD, "둘째 분야");
    add_section(c, BLOCK_FIELD, "셋째 분야");
    add(c, BLOCK_ITEM, "끝 글");
    case_run(c);
    assert_int_equal(find(c, "항목 003").page, 0);
    assert_int_equal(find(c, "절 제목").page, 1);
    assert_int_equal(find(c, "첫 분야").page, 1);
    assert_int_equal(find(c, "빈 과제").page, 1);
    assert_int_equal(find(c, "둘째 분야").page, 2);
    assert_int_equal(find(c, "셋째 분야").page, 3);
    assert_int_equal(c->npages, 4);
}

static void k79_note_stays_with_its_item(void **state)
{
    PageCase *c = *state;
    add_items(c, PAGE_LINES - 1);
    add(c, BLOCK_SUBITEM, "주가 있는 항목");
    add(c, BLOCK_ITEM_NOTE, "주석");
    add_items(c, 3);
    case_run(c);
    assert_int_equal(find(c, "주가 있는").page, find(c, "주석").page);
    assert_int_equal(find(c, "주석").page, 1);
}

static void space_before_vanishes_at_the_top(void **state)
{
    PageCase *c = *state;
    add(c, BLOCK_ITEM, "처음");
    add(c, BLOCK_PAGE_BREAK, NULL);
    add(c, BLOCK_ITEM, "다음 쪽 처음");
    add(c, BLOCK_ITEM, "아래");
    case_run(c);
    assert_int_equal(find(c, "처음").y, find(c, "다음 쪽 처음").y);
    assert_int_equal(find(c, "아래").y - find(c, "다음 쪽 처음").y,
                     LEN_PT(24) + c->theme.item.before);
}

static void no_page_with_one_lonely_line(void **state)
{
    PageCase *c = *state;
    add_items(c, PAGE_LINES + 1);
    case_run(c);
    /* The thirtieth line would stand alone: some before keep it company. */
    assert_int_equal(find(c, "항목 026").page, 0);
    assert_int_equal(find(c, "항목 027").page, 1);
    assert_true(find(c, "항목 029").y < find(c, "항목 030").y);
}

static void company_begins_at_an_item(void **state)
{
    PageCase *c = *state;
    add_items(c, 22);
    add(c, BLOCK_ITEM, "큰 항목");
    add_items(c, 7);
    case_run(c);
    assert_int_equal(find(c, "항목 022").page, 0);
    assert_int_equal(find(c, "큰 항목").page, 1);
}

static void k54_spaces_make_room_for_the_last_line(void **state)
{
    PageCase *c = *state;
    for (unsigned i = 0; i < 12; i++) {
        add(c, BLOCK_ITEM, "항목");
        add(c, BLOCK_SUBITEM, "아래");
    }
    add_items(c, 2); /* 26 lines and 11 spaces of 6 pt: 690 pt */
    add(c, BLOCK_SUBITEM, "마지막");
    case_run(c);
    assert_int_equal(c->npages, 1);
    assert_int_equal(c->report.squeezed, 1);
    assert_int_equal(c->report.pages, 1);
    Len bottom = c->theme.top + c->theme.depth;
    assert_true(find(c, "마지막").y <= bottom);
}

static void k54_spaces_make_room_for_a_box(void **state)
{
    PageCase *c = *state;
    for (unsigned i = 0; i < 11; i++) {
        add(c, BLOCK_ITEM, "항목");
        add(c, BLOCK_SUBITEM, "아래");
    }
    add_box(c, "당면사항", 4, "일"); /* 696 + 10 of 697 pt */
    add_items(c, 5);
    case_run(c);
    assert_int_equal(find(c, "일 04").page, 0);
    assert_int_equal(find(c, "항목 001").page, 1);
    assert_int_equal(c->report.squeezed, 1);
}

static void box_is_not_left_alone(void **state)
{
    PageCase *c = *state;
    add_items(c, 20);
    add(c, BLOCK_ITEM, "큰 항목");
    add_items(c, 4);
    add_box(c, "당면사항", 6, "일");
    case_run(c);
    assert_int_equal(find(c, "일 01").page, 1);
    assert_int_equal(find(c, "큰 항목").page, 1);
    assert_int_equal(find(c, "항목 020").page, 0);
}

static void k78_item_stays_with_what_it_introduces(void **state)
{
    PageCase *c = *state;
    add_items(c, 28);
    add(c, BLOCK_ITEM, "큰 항목");
    add_items(c, 9);
    case_run(c);
    assert_int_equal(find(c, "항목 028").page, 0);
    assert_int_equal(find(c, "큰 항목").page, 1);
}

static void chapter_begins_a_page(void **state)
{
    PageCase *c = *state;
    add_chapter(c, "하나");
    add_items(c, 2);
    add_chapter(c, "둘");
    add_items(c, 2);
    case_run(c);
    assert_int_equal(find(c, "하나").page, 0);
    assert_int_equal(find_nth(c, "둘", 0).page, 1);
    assert_int_equal(c->npages, 2);
}

static void headings_share_the_page_that_one_of_them_begins(void **state)
{
    PageCase *c = *state;
    add_items(c, 2);
    add_section(c, BLOCK_SECTION, "절");
    add_task(c, "첫 과제")->new_page = true;
    add_items(c, 2);
    add_task(c, "둘째 과제")->new_page = true;
    add_items(c, 2);
    case_run(c);
    assert_int_equal(find(c, "절").page, 1);
    assert_int_equal(find(c, "첫 과제").page, 1);
    assert_int_equal(find(c, "둘째 과제").page, 2);
    assert_int_equal(c->npages, 3);
}

static void k86_box_moves_whole(void **state)
{
    PageCase *c = *state;
    add_items(c, 25);
    add_box(c, "당면사항", 5, "일");
    case_run(c);
    assert_int_equal(find(c, "일 01").page, 1);
    assert_int_equal(find(c, "일 05").page, 1);
    assert_int_equal(find(c, "당면사항").page, 1);
}

static void k86_long_box_goes_on_under_its_label(void **state)
{
    PageCase *c = *state;
    c->theme.box_two_columns = 0;
    add_box(c, "당면사항", 40, "일");
    case_run(c);
    assert_int_equal(find(c, "일 01").page, 0);
    assert_int_equal(find(c, "일 40").page, 1);
    assert_non_null(find_nth(c, "당면사항", 0).tag);
    Found repeated = find_nth(c, "당면사항", 1);
    assert_int_equal(repeated.page, 1);
    assert_null(repeated.tag);
    assert_int_equal(repeated.artifact, ARTIFACT_REPEAT);
    assert_true(c->ok);
}

static void box_of_many_entries_has_two_columns(void **state)
{
    PageCase *c = *state;
    add_box(c, "참고사항", 8, "일");
    case_run(c);
    Found first = find(c, "일 01"), fifth = find(c, "일 05");
    assert_int_equal(first.y, fifth.y);
    assert_true(fifth.x > first.x + LEN_PT(100));
    assert_int_equal(find(c, "일 02").x, first.x);
}

/* One entry that would take two lines keeps them all in one column. */
static void box_of_long_entries_has_one_column(void **state)
{
    PageCase *c = *state;
    add_box(c, "참고사항", 8, "한 줄로는 두 단에 서지 못하는 긴 당면사항");
    case_run(c);
    Found first = find(c, "한 줄로는 두 단에 서지 못하는 긴 당면사항 01");
    Found fifth = find(c, "한 줄로는 두 단에 서지 못하는 긴 당면사항 05");
    assert_int_equal(fifth.x, first.x);
    assert_true(fifth.y > first.y);
}

static void pages_leave_in_order_and_early(void **state)
{
    PageCase *c = *state;
    add_items(c, PAGE_LINES * 6);
    case_run(c);
    assert_int_equal(c->left, 6);
    for (uint32_t i = 0; i < c->left; i++)
        assert_int_equal(c->order[i], i);
    assert_int_equal(c->report.pages, 6);
    assert_int_equal(c->report.body_pages, 6);
}

static void too_tall_a_piece_is_reported(void **state)
{
    PageCase *c = *state;
    c->theme.depth = LEN_PT(20); /* lower than one line */
    add(c, BLOCK_SUBITEM, "줄");
    case_run(c);
    assert_false(c->ok);
    assert_int_equal(diags_code(c->diags, 0), DIAG_PAGE_TALL);
    assert_int_equal(diags_pos(c->diags, 0).line, 1);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)
    const struct CMUnitTest tests[] = {
        T(k77_three_lines_move_whole),
        T(k77_four_lines_split_two_and_two),
        T(k77_never_one_line_at_the_foot),
        T(k78_heading_goes_with_two_lines),
        T(k78_heading_stays_above_two_lines),
        T(k78_heading_stays_above_a_figure),
        T(k78_headings_in_a_row_go_together),
        T(k78_a_section_goes_with_its_first_field),
        T(k79_note_stays_with_its_item),
        T(space_before_vanishes_at_the_top),
        T(no_page_with_one_lonely_line),
        T(company_begins_at_an_item),
        T(k54_spaces_make_room_for_the_last_line),
        T(k54_spaces_make_room_for_a_box),
        T(box_is_not_left_alone),
        T(k78_item_stays_with_what_it_introduces),
        T(chapter_begins_a_page),
        T(headings_share_the_page_that_one_of_them_begins),
        T(k86_box_moves_whole),
        T(k86_long_box_goes_on_under_its_label),
        T(box_of_many_entries_has_two_columns),
        T(box_of_long_entries_has_one_column),
        T(pages_leave_in_order_and_early),
        T(too_tall_a_piece_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
