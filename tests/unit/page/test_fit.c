/* Line fitting block by block: what the author says, what is reported. */
#include "page_case.h"

static const BlockFit OFF = {.off = true};

/* Too long for any cap: wraps in balance. */
static const char LONG_TITLE[] =
    "시민과 함께 만드는 일류 경제도시 대전의 미래를 여는 새로운 성장 동력 발굴";

/* A little wider than its line: fitting cures it. */
static const char TIGHT_TITLE[] =
    "시민과 함께 만드는 일류 경제도시 대전의 미래";

static size_t count_code(const PageCase *c, DiagCode code)
{
    size_t n = 0;
    for (size_t i = 0; i < diags_count(c->diags, LEVEL_NOTE); i++)
        n += diags_code(c->diags, i) == code;
    return n;
}

/* Two baselines of a title: its runs in the heading's tag. */
static unsigned title_lines(const PageCase *c, Role role)
{
    unsigned lines = 0;
    Len y = -1;
    const Tag *tag = NULL;
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next) {
        if (op->kind == OP_TAG_BEGIN)
            tag = op->tag.actual.n ? NULL : op->tag.tag;
        if (op->kind == OP_ARTIFACT_BEGIN)
            tag = NULL;
        if (op->kind != OP_RUN || !tag || tag->role != role || op->run.y == y)
            continue;
        y = op->run.y;
        lines++;
    }
    return lines;
}

static void k45_title_is_fitted_to_one_line(void **state)
{
    PageCase *c = *state;
    add_chapter(c, TIGHT_TITLE);
    case_run(c);
    assert_int_equal(title_lines(c, ROLE_H1), 1);
    assert_int_equal(c->report.fitted, 1);
}

static void k46_title_wraps_when_fitting_is_off(void **state)
{
    PageCase *c = *state;
    add_chapter(c, TIGHT_TITLE)->fit = &OFF;
    case_run(c);
    assert_int_equal(title_lines(c, ROLE_H1), 2);
    assert_int_equal(c->report.fitted, 0);
    assert_int_equal(count_code(c, DIAG_PAGE_HEADING_LONG), 0);
}

/* What was tried and given up is no decision. */
static void k46_only_what_is_drawn_is_reported(void **state)
{
    PageCase *c = *state;
    add_chapter(c, LONG_TITLE);
    case_run(c);
    assert_int_equal(title_lines(c, ROLE_H1), 2);
    assert_int_equal(c->report.fitted, 0);
    assert_int_equal(count_code(c, DIAG_PAGE_HEADING_LONG), 1);
}

static void k46_title_takes_pinned_values(void **state)
{
    static const BlockFit pin = {
        .word_space = 1000, .letter_spacing = -20, .glyph_width = 950};
    PageCase *c = *state;
    add_chapter(c, "장 제목")->fit = &pin;
    case_run(c);
    Found natural = find(c, "장 제목");
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next)
        if (op->kind == OP_RUN && op->run.x == natural.x &&
            op->run.y == natural.y) {
            assert_int_equal(op->run.glyph_width, 950);
            /* beside the -1 % of the theme */
            assert_int_equal(op->run.letter_spacing, -30);
        }
    assert_int_equal(c->report.fitted, 1);
}

/* A paragraph in a box: with fitting on one line, without on two. */
static unsigned box_lines(PageCase *c, const BlockFit *fit)
{
    add_chapter(c, "장");
    add_box(c, "당면사항", 1,
            "안전업무 전반을 실질적으로 이끄는 총괄·조정 확대·개선 기능");
    c->blocks[c->n - 1].fit = fit;
    case_run(c);
    return c->report.lines_saved;
}

static void k46_boxes_are_fitted(void **state)
{
    assert_int_equal(box_lines(*state, NULL), 1);
}

static void k46_boxes_can_be_left_alone(void **state)
{
    assert_int_equal(box_lines(*state, &OFF), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(k45_title_is_fitted_to_one_line,
                                        case_setup, case_teardown),
        cmocka_unit_test_setup_teardown(k46_title_wraps_when_fitting_is_off,
                                        case_setup, case_teardown),
        cmocka_unit_test_setup_teardown(k46_only_what_is_drawn_is_reported,
                                        case_setup, case_teardown),
        cmocka_unit_test_setup_teardown(k46_title_takes_pinned_values,
                                        case_setup, case_teardown),
        cmocka_unit_test_setup_teardown(k46_boxes_are_fitted, case_setup,
                                        case_teardown),
        cmocka_unit_test_setup_teardown(k46_boxes_can_be_left_alone, case_setup,
                                        case_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
