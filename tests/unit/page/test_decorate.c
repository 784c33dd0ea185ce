/* Emphasis as drawn: underlines, dots, real bold faces, and its tags. */
#include "page_case.h"

/* An item of three spans, the middle one marked. */
static void add_marked(PageCase *c, const char *before, const char *text,
                       unsigned marks, const char *after)
{
    Span *spans = ARENA_ARRAY(c->arena, Span, 3);
    spans[0] = rich(c, before).spans[0];
    spans[1] = rich(c, text).spans[0];
    spans[1].flags = marks;
    spans[2] = rich(c, after).spans[0];
    add(c, BLOCK_PARAGRAPH, NULL)->text = (RichText){spans, 3};
}

typedef struct Drawn {
    unsigned strokes, dots;
    Rect first; /* stroke: its box */
    Len dot_bottom;
} Drawn;

static Rect path_box(const DlPath *p)
{
    Point low = p->points[0], high = low;
    for (uint32_t i = 1; i < 4; i++) {
        Point at = p->points[i];
        low = (Point){MIN(low.x, at.x), MIN(low.y, at.y)};
        high = (Point){MAX(high.x, at.x), MAX(high.y, at.y)};
    }
    return (Rect){low.x, low.y, high.x - low.x, high.y - low.y};
}

static bool has_curve(const DlPath *p)
{
    return p->nsegs > 1 && p->segs[1] == SEG_CURVE;
}

/* Paths in artifacts between the first and the last run of the text at `y`. */
static Drawn drawn_about(const PageCase *c, Len y)
{
    Drawn d = {0};
    bool artifact = false;
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next) {
        artifact = op->kind == OP_ARTIFACT_BEGIN ||
                   (artifact && op->kind != OP_TAG_BEGIN);
        if (op->kind != OP_PATH || !artifact)
            continue;
        Rect box = path_box(&op->path.path);
        if (box.y < y - LEN_PT(24) || box.y > y + LEN_PT(8))
            continue;
        if (has_curve(&op->path.path)) {
            d.dots++;
            d.dot_bottom = box.y + box.h;
        } else if (d.strokes++ == 0) {
            d.first = box;
        }
    }
    return d;
}

/* One stroke over faces and spaces, a tenth of an em below the baseline. */
static void k213_underline_is_one_stroke_clear_of_the_letters(void **state)
{
    PageCase *c = *state;
    add_marked(c, "앞 ", "밑줄 글자 A4", MARK_UNDERLINE, " 뒤");
    case_run(c);
    Found text = find(c, "밑줄 글자");
    Len em = c->theme.styles[STYLE_PARAGRAPH].size;
    Drawn d = drawn_about(c, text.y);
    assert_int_equal(d.strokes, 1);
    assert_int_equal(d.first.x, text.x);
    assert_int_equal(d.first.w, text.width);
    assert_true(d.first.y - text.y >= em / 10);
    assert_int_equal(d.first.h, em / 20); /* what the font says: 50/1000 */
    assert_int_equal(text.tag->role, ROLE_UNDERLINE);
}

/* A line that was broken at a space ends its stroke with the letters. */
static void k213_underline_stops_at_the_line_end(void **state)
{
    PageCase *c = *state;
    add_marked(c, "",
               "여건 변화를 먼저 읽는 기획·조정으로 지역과제를 발굴하고 대외 협업을 넓혀 "
               "시정성과 창출을 확대",
               MARK_UNDERLINE, "");
    case_run(c);
    Found text = find(c, "여건 변화를");
    Drawn d = drawn_about(c, text.y);
    Len right = c->theme.width - c->theme.outer;
    assert_true(d.first.x + d.first.w <= right);
    assert_true(d.first.w < text.width); /* which has the space in it */
}

static void k212_dots_skip_spaces_and_punctuation(void **state)
{
    PageCase *c = *state;
    add_marked(c, "앞 ", "중요함", MARK_DOTS, " 뒤");
    case_run(c);
    Found text = find(c, "중요함");
    Drawn d = drawn_about(c, text.y);
    assert_int_equal(d.dots, 3);
    assert_int_equal(text.tag->role, ROLE_EMPHASIS);
    /* Above every syllable, within the line's own pitch. */
    Len em = c->theme.styles[STYLE_PARAGRAPH].size;
    assert_true(text.y - d.dot_bottom > em * 875 / 1000);
}

static void k212_comma_and_space_have_none(void **state)
{
    PageCase *c = *state;
    add_marked(c, "", "가, 나", MARK_DOTS, "");
    case_run(c);
    assert_int_equal(drawn_about(c, find(c, "가, 나").y).dots, 2);
}

/* K-66, K-148: a bold face of its own; and one tag inside the other. */
static void k66_bold_is_a_real_face(void **state)
{
    PageCase *c = *state;
    add_marked(c, "앞 ", "굵게", MARK_STRONG | MARK_UNDERLINE, " 뒤");
    case_run(c);
    Found bold = find(c, "굵게");
    assert_int_equal(bold.tag->role, ROLE_UNDERLINE);
    assert_int_equal(bold.tag->parent->role, ROLE_STRONG);
    assert_int_equal(bold.tag->parent->parent->role, ROLE_PARA);
    bool found = false;
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next)
        if (op->kind == OP_RUN && op->run.x == bold.x)
            found |= op->run.face->weight == 700;
    assert_true(found);
}

/* K-12: where the emphasis begins does not move a break. */
static void k12_marks_do_not_move_breaks(void **state)
{
    PageCase *c = *state;
    add_marked(c, "", "국가", MARK_UNDERLINE, "산업단지를 지정");
    add(c, BLOCK_PARAGRAPH, "국가산업단지를 지정");
    case_run(c);
    Found marked = find(c, "국가");
    Found after = find(c, "산업단지를 지정");
    Found plain = find(c, "국가산업단지를 지정");
    assert_int_equal(marked.y, after.y);
    assert_int_equal(marked.width + after.width, plain.width);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            k213_underline_is_one_stroke_clear_of_the_letters, case_setup,
            case_teardown),
        cmocka_unit_test_setup_teardown(k213_underline_stops_at_the_line_end,
                                        case_setup, case_teardown),
        cmocka_unit_test_setup_teardown(k212_dots_skip_spaces_and_punctuation,
                                        case_setup, case_teardown),
        cmocka_unit_test_setup_teardown(k212_comma_and_space_have_none,
                                        case_setup, case_teardown),
        cmocka_unit_test_setup_teardown(k66_bold_is_a_real_face, case_setup,
                                        case_teardown),
        cmocka_unit_test_setup_teardown(k12_marks_do_not_move_breaks,
                                        case_setup, case_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
