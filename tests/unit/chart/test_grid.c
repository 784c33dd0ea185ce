/* Grid lines: no stub of one stands beside a label. */
#include "chart_case.h"

#include "chart/sketch.h"

static Label *plated(Sketch *s, double x, double y, double ax)
{
    Label *l = label_of(s, CHART_LABEL, case_text("특별회계 529"), 0);
    label_put(s, l, (Spot){x, y}, ax, 0.5);
    label_plate(s, l, 2);
    return l;
}

/* How many pieces of the only line are drawn. */
static uint32_t pieces(Sketch *s)
{
    grid_cut(s);
    uint32_t n = s->drawing->shapes[LAYER_BACK]->path.nsegs / 2;
    sketch_drop(s);
    return n;
}

static void test_labels_over_one_another(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    sketch_grid(s, (Spot){100, 0}, (Spot){100, 200}, 0.34);
    plated(s, 90, 100, 0);
    plated(s, 90, 100 + 11 + 5, 0);
    assert_int_equal(pieces(s), 2);
}

static void test_labels_far_apart(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    sketch_grid(s, (Spot){100, 0}, (Spot){100, 200}, 0.34);
    plated(s, 90, 80, 0);
    plated(s, 90, 80 + 11 + 9, 0);
    assert_int_equal(pieces(s), 3);
}

/* Neither before the end of the line nor between label and bar. */
static void test_stubs_at_ends_and_bars(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    sketch_grid(s, (Spot){0, 50}, (Spot){300, 50}, 0.34);
    Label *l = plated(s, 7, 50, 0);
    Box bar = {7 + l->w + 2 + 4, 40, 20, 20};
    sketch_bar(s, bar, FILL_ACCENT, POS_NONE);
    assert_int_equal(pieces(s), 1);
}

static void test_bars_alone_cut_nothing(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    sketch_grid(s, (Spot){0, 50}, (Spot){300, 50}, 0.34);
    sketch_bar(s, (Box){3, 40, 20, 20}, FILL_ACCENT, POS_NONE);
    sketch_bar(s, (Box){26, 40, 20, 20}, FILL_ACCENT, POS_NONE);
    plated(s, 100, 90, 0);
    assert_int_equal(pieces(s), 1);
}

/* A line that is all stubs is gone. */
static void test_nothing_may_be_left(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    sketch_grid(s, (Spot){0, 50}, (Spot){20, 50}, 0.34);
    plated(s, 3, 50, 0);
    assert_int_equal(pieces(s), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_labels_over_one_another), CASE(test_labels_far_apart),
        CASE(test_stubs_at_ends_and_bars),  CASE(test_bars_alone_cut_nothing),
        CASE(test_nothing_may_be_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
