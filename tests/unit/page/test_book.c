/* The whole book: cover, contents, numbers, running heads, outline, order. */
#include "page_case.h"

#include <glib.h>

static void add_cover(PageCase *c, const char *title)
{
    BlockCover *cover = ARENA_NEW(c->arena, BlockCover);
    *cover = (BlockCover){
        .slogan = rich(c, "- 일류 경제도시 대전 -"),
        .year = rich(c, "2024년"),
        .title = rich(c, title),
        .organization = rich(c, "대전광역시"),
    };
    add(c, BLOCK_COVER, NULL)->cover = cover;
}

static void add_contents(PageCase *c, int depth)
{
    BlockContents *contents = ARENA_NEW(c->arena, BlockContents);
    *contents = (BlockContents){rich(c, "목차"), depth};
    add(c, BLOCK_CONTENTS, NULL)->contents = contents;
}

static void small_book(PageCase *c)
{
    add_cover(c, "주요 업무 보고");
    add_contents(c, 3);
    add_chapter(c, "일반현황");
    add_section(c, BLOCK_SECTION, "기본현황");
    add_items(c, 40);
    add_chapter(c, "추진계획");
    add_section(c, BLOCK_FIELD, "행정 분야")->note = rich(c, "행정위원회");
    add_task(c, "재난안전 확립");
    add_items(c, 3);
    add_section(c, BLOCK_FIELD, "복지 분야");
    add_task(c, "건강증진");
    add_items(c, 2);
    case_run(c);
    assert_true(c->ok);
}

static void k82_contents_show_the_numbers_of_the_pages(void **state)
{
    PageCase *c = *state;
    small_book(c);
    /* cover, contents, 1-2 일반현황, 3 행정, 4 복지 */
    assert_int_equal(c->npages, 6);
    assert_int_equal(c->report.body_pages, 4);
    const DlPage *contents = c->pages[1];
    assert_int_equal(contents->nlinks, 7);
    static const uint32_t page_of[] = {2, 2, 4, 4, 4, 5, 5};
    for (uint32_t i = 0; i < 7; i++)
        assert_int_equal(c->out->dests[contents->links[i].target].page,
                         page_of[i]);
    assert_int_equal(find(c, "- 1 -").page, 2);
    assert_int_equal(find_count(c, "- 4 -"), 1);
    assert_int_equal(find(c, "- 4 -").page, 5);
    /* The number in the contents: its run ends at the right margin. */
    bool seen = false;
    for (const DlOp *op = contents->ops; op; op = op->next)
        seen = seen ||
               (op->kind == OP_TAG_BEGIN && str_eq_c(op->tag.actual, " 4"));
    assert_true(seen);
}

static void contents_leave_last(void **state)
{
    PageCase *c = *state;
    small_book(c);
    static const uint32_t order[] = {0, 2, 3, 4, 5, 1};
    assert_int_equal(c->left, 6);
    assert_memory_equal(c->order, order, sizeof order);
}

static void contents_entry_is_one_link(void **state)
{
    PageCase *c = *state;
    small_book(c);
    const Tag *link = c->pages[1]->links[0].tag;
    assert_int_equal(link->role, ROLE_LINK);
    assert_int_equal(link->parent->role, ROLE_REFERENCE);
    assert_int_equal(link->parent->parent->role, ROLE_CONTENTS_ITEM);
    assert_int_equal(link->parent->parent->parent->role, ROLE_CONTENTS);
    assert_int_equal(link->kids->tag->role, ROLE_LABEL);
    assert_true(str_eq_c(c->pages[1]->links[0].contents, "Ⅰ. 일반현황, 1쪽"));
}

static void leader_dots_stand_on_one_grid(void **state)
{
    PageCase *c = *state;
    small_book(c);
    Len left = c->theme.outer; /* contents are a left-hand page */
    Len right = left + c->theme.width - c->theme.inner - c->theme.outer -
                c->theme.leader_margin;
    unsigned leaders = 0;
    for (const DlOp *op = c->pages[1]->ops; op; op = op->next) {
        if (op->kind != OP_PATH || op->path.paint.dash[0] == 0)
            continue;
        leaders++;
        assert_int_equal(op->path.path.points[0].x, right);
        assert_int_equal(op->path.paint.dash[0] + op->path.paint.dash[1],
                         c->theme.leader_pitch);
    }
    assert_int_equal(leaders, 7);
}

/* However long a title is, dots lead from it to its number. */
static void no_row_of_contents_lacks_its_leader(void **state)
{
    PageCase *c = *state;
    enum { TITLES = 12 };
    add_contents(c, 1);
    for (int i = 0; i < TITLES; i++) {
        GString *title = g_string_new("긴");
        for (int k = 0; k < 16 + i; k++)
            g_string_append(title, k % 3 ? "제" : " 제");
        add_chapter(c, str_dup((Str){title->str, title->len}, c->arena).p);
        add_items(c, 1);
        g_string_free(title, TRUE);
    }
    case_run(c);
    unsigned leaders = 0;
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next)
        leaders += op->kind == OP_PATH && op->path.paint.dash[0] > 0;
    assert_int_equal(leaders, TITLES);
}

static void k160_labels_match_printed_numbers(void **state)
{
    PageCase *c = *state;
    small_book(c);
    assert_int_equal(c->out->nlabels, 2);
    assert_int_equal(c->out->labels[0].style, 'r');
    assert_int_equal(c->out->labels[0].page, 0);
    assert_int_equal(c->out->labels[0].start, 1);
    assert_int_equal(c->out->labels[1].style, 'D');
    assert_int_equal(c->out->labels[1].page, 2);
    assert_int_equal(c->out->labels[1].start, 1);
}

static void k92_page_one_is_a_right_hand_page(void **state)
{
    PageCase *c = *state;
    add_cover(c, "제목");
    add_chapter(c, "일반현황");
    add_items(c, 2);
    case_run(c);
    assert_int_equal(c->npages, 3);
    assert_null(c->pages[1]->ops); /* really empty */
    assert_int_equal(find(c, "- 1 -").page, 2);
}

/* In the running head of a page. */
static Found find_head(const PageCase *c, const char *text, uint32_t page)
{
    Found f;
    for (unsigned i = 0; (f = find_nth(c, text, i)).any; i++)
        if (f.page == page && !f.tag && f.artifact == ARTIFACT_HEADER)
            break;
    return f;
}

static void k84_running_heads_name_the_field(void **state)
{
    PageCase *c = *state;
    small_book(c);
    Len inner = c->theme.inner, width = c->theme.width;
    /* Right-hand page: the title at the spine, left; the chapter outside. */
    Found title = find(c, "2024년 주요 업무 보고");
    assert_int_equal(title.page, 2);
    assert_int_equal(title.x, inner);
    assert_int_equal(title.artifact, ARTIFACT_HEADER);
    Found name = find_head(c, "일반현황", 2);
    assert_near(name.x + name.width, width - c->theme.outer, 2);
    assert_true(find_head(c, "Ⅰ", 2).x < name.x);
    /* Left-hand page: mirrored. */
    assert_int_equal(find_head(c, "Ⅰ", 3).x, c->theme.outer);
    assert_true(find_head(c, "행정 분야", 4).any);
    assert_true(find_head(c, "복지 분야", 5).any);
}

static void long_names_do_not_run_into_the_title(void **state)
{
    PageCase *c = *state;
    add_chapter(c,
                "아주 긴 장의 이름은 책의 제목 옆에 나란히 놓을 수 없을 만큼 "
                "길어서 머리말에는 홀로 놓이고 제목은 비켜 주어야 하며 "
                "그래야 서로 겹치지 않는다");
    add_items(c, 2);
    case_run(c);
    Found numeral = find_head(c, "Ⅰ", 0);
    assert_true(numeral.any);
    assert_true(numeral.x >= c->theme.inner);
    assert_false(find_head(c, "2024년 주요 업무", 0).any);
}

static void wide_numbers_and_committees_keep_clear(void **state)
{
    PageCase *c = *state;
    add_section(c, BLOCK_FIELD, "분야")->note = rich(
        c, "아주 긴 이름의 위원회 소관이며 여러 위원회가 함께 다루는 분야라서 "
           "띠의 절반을 넘는 이름, 또 그보다 더 긴 이름");
    add_task(c, "과제")->label = str_of("(1234)");
    add_items(c, 2);
    case_run(c);
    Found field = find(c, "분야"), note = find(c, "아주 긴");
    assert_true(note.x > field.x + field.width);
    Found number = find(c, "(1234)"), task = find(c, "과제");
    assert_true(task.x > number.x + number.width);
}

static void k91_outline_mirrors_the_headings(void **state)
{
    PageCase *c = *state;
    small_book(c);
    static const struct {
        int level;
        const char *text, *dest;
    } want[] = {
        {1, "Ⅰ. 일반현황", "chapter-1"},      {2, "1 기본현황", "section-1-1"},
        {1, "Ⅱ. 추진계획", "chapter-2"},      {2, "1 행정 분야", "field-2-1"},
        {3, "① 재난안전 확립", "task-2-1-1"}, {2, "2 복지 분야", "field-2-2"},
        {3, "① 건강증진", "task-2-2-1"},
    };
    assert_int_equal(c->out->noutline, 7);
    for (uint32_t i = 0; i < 7; i++) {
        const DlOutline *o = &c->out->outline[i];
        assert_int_equal(o->level, want[i].level);
        assert_true(str_eq_c(o->text, want[i].text));
        assert_true(str_eq_c(c->out->dests[o->dest].name, want[i].dest));
    }
}

static void k164_headings_never_skip(void **state)
{
    PageCase *c = *state;
    add_chapter(c, "하나");
    add_task(c, "절 없는 과제"); /* level 3 right under level 1 */
    add(c, BLOCK_HEAD, "네모");
    add_items(c, 2);
    case_run(c);
    assert_int_equal(find(c, "하나").tag->role, ROLE_H1);
    assert_int_equal(find(c, "절 없는").tag->role, ROLE_H2);
    assert_int_equal(find(c, "네모").tag->role, ROLE_H3);
}

static void k167_tags_are_in_reading_order(void **state)
{
    PageCase *c = *state;
    small_book(c);
    char *dump = tagtree_dump(c->out->tags, c->arena);
    static const char *const order[] = {"title",   "contents", "part", "h1",
                                        "section", "h2",       "list"};
    const char *at = dump;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        at = strstr(at, order[i]);
        if (!at)
            print_error("missing in order: %s\n%s", order[i], dump);
        assert_non_null(at);
    }
}

static void cover_is_not_counted(void **state)
{
    PageCase *c = *state;
    small_book(c);
    Found title = find(c, "주요 업무 보고");
    assert_int_equal(title.page, 0);
    assert_int_equal(title.tag->role, ROLE_TITLE);
    Len middle = title.x + title.width / 2;
    assert_near(middle, c->theme.slip_x + c->theme.slip_width / 2, LEN_PT(1));
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next)
        assert_false(op->kind == OP_ARTIFACT_BEGIN &&
                     op->artifact == ARTIFACT_FOOTER);
}

/* Without a slogan the title, alone or under its year, stands in the middle of
 * the slip. */
static void cover_without_slogan_is_centred(void **state)
{
    PageCase *c = *state;
    BlockCover *cover = ARENA_NEW(c->arena, BlockCover);
    cover->title = rich(c, "주요 업무 보고");
    add(c, BLOCK_COVER, NULL)->cover = cover;
    case_run(c);
    Found title = find(c, "주요 업무 보고");
    Len middle = c->theme.slip_y + c->theme.slip_height / 2;
    Len size = c->theme.styles[STYLE_COVER_TITLE].size;
    assert_near(title.y - size * 3 / 8, middle, LEN_PT(2));
}

static void overfull_cover_is_reported(void **state)
{
    PageCase *c = *state;
    add_cover(c, "하나\n둘\n셋\n넷\n다섯\n여섯");
    case_run(c);
    assert_false(c->ok);
    bool seen = false;
    for (size_t i = 0; i < diags_count(c->diags, LEVEL_NOTE); i++)
        seen = seen || diags_code(c->diags, i) == DIAG_PAGE_COVER_FULL;
    assert_true(seen);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)
    const struct CMUnitTest tests[] = {
        T(k82_contents_show_the_numbers_of_the_pages),
        T(contents_leave_last),
        T(contents_entry_is_one_link),
        T(leader_dots_stand_on_one_grid),
        T(no_row_of_contents_lacks_its_leader),
        T(k160_labels_match_printed_numbers),
        T(k92_page_one_is_a_right_hand_page),
        T(k84_running_heads_name_the_field),
        T(long_names_do_not_run_into_the_title),
        T(wide_numbers_and_committees_keep_clear),
        T(k91_outline_mirrors_the_headings),
        T(k164_headings_never_skip),
        T(k167_tags_are_in_reading_order),
        T(cover_is_not_counted),
        T(cover_without_slogan_is_centred),
        T(overfull_cover_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
