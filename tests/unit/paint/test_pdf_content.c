/* Page content: what a display list becomes in PDF operators. */
#include "paint/pdf_content.h"

#include "pdf_case.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct Case {
    Book book;
    Charmaps *maps;
    Content content;
    DlPage *page;
    Tag *para;
} Case;

static int setup(void **state)
{
    Case *c = g_new0(Case, 1);
    book_init(&c->book);
    if (!c->book.fonts)
        return -1;
    c->maps = charmaps_new(c->book.fonts);
    c->content.use = glyphuse_new(c->book.fonts, c->maps);
    c->page = dlpage_new(c->book.doc, 0, LEN_PT(200), LEN_PT(100));
    c->para = tag_below(&c->book, c->book.doc->tags->root, ROLE_PARA);
    *state = c;
    return 0;
}

static int teardown(void **state)
{
    Case *c = *state;
    dlpage_free(c->page);
    buf_release(&c->content.out);
    glyphuse_free(c->content.use);
    charmaps_free(c->maps);
    book_release(&c->book);
    g_free(c);
    return 0;
}

static const char *painted(Case *c)
{
    content_paint(&c->content, c->page);
    /* Codes are bytes: a NUL would end the string too early. */
    for (size_t i = 0; i < c->content.out.n; i++)
        if (!c->content.out.p[i])
            c->content.out.p[i] = '@';
    return str_c(buf_str(&c->content.out), c->book.arena);
}

#define assert_has(text, part)                                                 \
    do {                                                                       \
        if (!strstr(text, part))                                               \
            fail_msg("no \"%s\" in:\n%s", part, text);                         \
    } while (0)

static void add_rule(Case *c, Colour colour, Len x)
{
    dlpage_begin_artifact(c->page, ARTIFACT_LAYOUT);
    dlpage_line(c->page, (Point){x, LEN_PT(10)}, (Point){x, LEN_PT(90)},
                LEN_PT(0.5), colour);
    dlpage_end(c->page);
}

static void test_brackets_say_what_stands_in_them(void **state)
{
    static const char *const expected[] = {
        "/Artifact<</Type/Layout>>BDC",
        "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
        "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
        "/Artifact<</Type/Pagination>>BDC",
        "/Artifact<</Type/Background>>BDC",
        "/P<</MCID 0>>BDC",
        "/P<</MCID 1>>BDC\n/Span<</ActualText(-5)>>BDC",
    };
    Case *c = *state;
    for (Artifact a = ARTIFACT_LAYOUT; a <= ARTIFACT_BACKGROUND; a++) {
        dlpage_begin_artifact(c->page, a);
        dlpage_end(c->page);
    }
    dlpage_begin_tag(c->page, c->book.doc, c->para, STR(""));
    dlpage_end(c->page);
    dlpage_begin_tag(c->page, c->book.doc, c->para, STR("-5"));
    dlpage_end(c->page);
    const char *text = painted(c);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_has(text, expected[i]);
}

/* K-158: grey and black stay in one ink; colours are RGB; nothing is set
 * twice. */
static void test_K_158_black_is_one_ink(void **state)
{
    Case *c = *state;
    add_rule(c, COLOUR_BLACK, LEN_PT(10));
    add_rule(c, (Colour){51, 51, 51}, LEN_PT(20));
    add_rule(c, (Colour){51, 51, 51}, LEN_PT(30));
    add_rule(c, (Colour){255, 0, 51}, LEN_PT(40));
    assert_string_equal(painted(c), "/Artifact<</Type/Layout>>BDC\n"
                                    ".5 w\n10 90 m\n10 10 l\nS\nEMC\n"
                                    "/Artifact<</Type/Layout>>BDC\n"
                                    ".2 G\n20 90 m\n20 10 l\nS\nEMC\n"
                                    "/Artifact<</Type/Layout>>BDC\n"
                                    "30 90 m\n30 10 l\nS\nEMC\n"
                                    "/Artifact<</Type/Layout>>BDC\n"
                                    "1 0 .2 RG\n40 90 m\n40 10 l\nS\nEMC\n");
}

static void test_shapes(void **state)
{
    Case *c = *state;
    DlPaint ring = {.stroke = true,
                    .round_cap = true,
                    .line_width = LEN_ONE,
                    .dash = {LEN_PT(3), LEN_PT(2)}};
    dlpage_begin_artifact(c->page, ARTIFACT_LAYOUT);
    dlpage_fill_rect(c->page,
                     (Rect){LEN_PT(1), LEN_PT(2), LEN_PT(30), LEN_PT(4)},
                     COLOUR_WHITE);
    dlpage_circle(c->page, (Point){LEN_PT(50), LEN_PT(50)}, LEN_PT(10), &ring);
    dlpage_end(c->page);
    const char *text = painted(c);
    assert_has(text, "1 g\n1 98 30 -4 re\nf\n");
    assert_has(text, "[3 2]0 d\n1 J\n60 50 m\n");
    assert_has(text, "c\nh\nS\nEMC\n");
}

/* The hatch lies over the fill, inside the shape, under its outline; what it
 * sets ends with it. */
static void test_hatches_are_clipped(void **state)
{
    Case *c = *state;
    static const uint8_t segs[] = {SEG_MOVE, SEG_LINE, SEG_LINE, SEG_CLOSE};
    const Point p[] = {{0, 0}, {LEN_PT(9), 0}, {0, LEN_PT(9)}};
    const DlPath path = {.nsegs = sizeof segs, .segs = segs, .points = p};
    const DlPaint paint = {.fill = true,
                           .stroke = true,
                           .hatch = HATCH_DIAGONAL,
                           .fill_colour = {204, 204, 204},
                           .line_width = LEN_PT(2)};
    dlpage_begin_artifact(c->page, ARTIFACT_LAYOUT);
    dlpage_add_path(c->page, &path, &paint);
    dlpage_end(c->page);
    const char *text = painted(c);
    const char *fill = strstr(text, "\nf\nq\n"), *clip = strstr(text, "W n\n"),
               *end = strstr(text, "S\nQ\n2 w\n");
    assert_true(fill && clip && end && fill < clip && clip < end);
}

/* One word of 10 pt, after which the next begins `gap` further on. */
static const char *two_words(Case *c, Style st, const char *a, const char *b)
{
    const Shaped *words[] = {shape(&c->book, st.role, a),
                             shape(&c->book, st.role, b)};
    const DlPiece pieces[] = {{words[0], st.gap}, {words[1], 0}};
    DlRun run = {.face = words[0]->face,
                 .size = LEN_PT(10),
                 .letter_spacing = (int16_t)st.spacing,
                 .glyph_width = (int16_t)(st.width ? st.width : 1000),
                 .npieces = 2,
                 .pieces = pieces};
    dlpage_begin_tag(c->page, c->book.doc, c->para, STR(""));
    dlpage_add_run(c->page, &run, (Point){LEN_PT(20), LEN_PT(30)});
    dlpage_end(c->page);
    return painted(c);
}

static void test_words_follow_each_other(void **state)
{
    Case *c = *state;
    const char *text = two_words(c, (Style){.role = NANUM}, "가", "가");
    assert_has(text, "BT\n/P<</MCID 0>>BDC\n/F");
    assert_has(text, " 10 Tf\n20 70 Td\n[(");
    assert_has(text, ")]TJ\nEMC\nET\n");
    assert_null(strstr(text, ")-"));
}

static void test_gaps_are_numbers_in_the_array(void **state)
{
    Case *c = *state;
    /* 2 pt of 10 are 200 thousandths; tightened by 1 pt they are -100. */
    assert_has(
        two_words(c, (Style){.role = NANUM, .gap = LEN_PT(2)}, "가", "나"),
        ")-200(");
    assert_has(
        two_words(c, (Style){.role = NANUM, .gap = LEN_PT(-1)}, "가", "나"),
        ")100(");
    /* Under 80 % width the numbers are stretched too. */
    assert_has(two_words(c,
                         (Style){.role = NANUM, .gap = LEN_PT(2), .width = 800},
                         "가", "나"),
               ")-250(");
}

/* 자간 is not stretched by 장평: Tc makes up for Tz. */
static void test_spacing_and_width(void **state)
{
    Case *c = *state;
    const char *text = two_words(
        c, (Style){.role = NANUM, .spacing = -50, .width = 800}, "가나", "다");
    assert_has(text, "-.625 Tc\n80 Tz\n");
    assert_null(strstr(text, ")-")); /* the pen is where it should be */
}

static void test_kerning_is_kept(void **state)
{
    Case *c = *state;
    const char *text = two_words(c, (Style){.role = SERIF}, "AV", "A");
    char *number = strchr(strstr(text, "[("), ')');
    assert_in_range(strtol(number + 1, NULL, 10), 20, 200);
}

/* K-170: where glyphs would not give the text back, it is written out, for
 * that word alone. */
static void test_K_170_actual_text(void **state)
{
    Case *c = *state;
    Shaped asking = *shape(&c->book, SERIF, "ᄒᆞᆫ");
    asking.actual_text = true;
    const DlPiece pieces[] = {{&asking, 0}, {shape(&c->book, SERIF, "글"), 0}};
    DlRun run = {.face = asking.face,
                 .size = LEN_PT(10),
                 .glyph_width = 1000,
                 .npieces = 2,
                 .pieces = pieces};
    dlpage_begin_tag(c->page, c->book.doc, c->para, STR(""));
    dlpage_add_run(c->page, &run, (Point){0, 0});
    dlpage_end(c->page);
    const char *text = painted(c);
    assert_has(text,
               "/Span<</ActualText(\xFE\xFF\x11\x12\x11\x9E\x11\xAB)>>BDC\n[(");
    assert_has(text, "]TJ\nEMC\n[(");
}

/* A no-break space has the glyph of the space. */
static void test_other_text_of_a_glyph_is_written(void **state)
{
    Case *c = *state;
    assert_has(two_words(c, (Style){.role = SERIF}, "가", "\u00A0"),
               "/Span<</ActualText(\xFE\xFF@\xA0)>>BDC");
}

/* Text objects and brackets nest: mixed brackets stand outside. */
static void test_text_objects_nest_with_brackets(void **state)
{
    Case *c = *state;
    add_tagged(&c->book, c->page, c->para, body, "가", 0, LEN_PT(20));
    add_tagged(&c->book, c->page, c->para, body, "나", 0, LEN_PT(40));
    dlpage_begin_tag(c->page, c->book.doc, c->para, STR(""));
    dlpage_line(c->page, (Point){0, 0}, (Point){1024, 0}, 1024, COLOUR_BLACK);
    add_line(&c->book, c->page, body, "다", 0, LEN_PT(60));
    dlpage_end(c->page);
    const char *text = painted(c);
    int depth[2] = {0}; /* brackets outside and inside of the text object */
    bool in_text = false;
    for (const char *at = text; *at; at = strchr(at, '\n') + 1) {
        const char *end = strchr(at, '\n');
        if (!strncmp(at, "BT\n", 3)) {
            assert_false(in_text);
            in_text = true;
        } else if (!strncmp(at, "ET\n", 3)) {
            assert_true(in_text && depth[1] == 0);
            in_text = false;
        } else if (end - at > 3 && !strncmp(end - 3, "BDC", 3)) {
            depth[in_text]++;
        } else if (!strncmp(at, "EMC\n", 4)) {
            assert_true(depth[in_text]-- > 0);
        }
    }
    assert_false(in_text);
    /* The second line is a step from the first. */
    assert_has(text, "EMC\n/P<</MCID 1>>BDC\n0 -20 Td\n");
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_brackets_say_what_stands_in_them),
        CASE(test_K_158_black_is_one_ink),
        CASE(test_shapes),
        CASE(test_hatches_are_clipped),
        CASE(test_words_follow_each_other),
        CASE(test_gaps_are_numbers_in_the_array),
        CASE(test_spacing_and_width),
        CASE(test_kerning_is_kept),
        CASE(test_K_170_actual_text),
        CASE(test_other_text_of_a_glyph_is_written),
        CASE(test_text_objects_nest_with_brackets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
