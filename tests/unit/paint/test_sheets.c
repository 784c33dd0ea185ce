/* PNG and SVG: what lands on the picture, in which file, and how the same. */
#include "paint/painter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cairo.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <hb.h>
#include <string.h>

#define LOCK HANJI_SOURCE "/fonts/fonts.lock"

enum { SIDE = 100 /* points: one pixel each at 72 dpi */ };

typedef struct Case {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    Fonts *fonts;
    DlDoc *doc;
    Tag *para;
    char *folder;
} Case;

static int setup(void **state)
{
    static const FontRoleSpec role = {
        .name = {"sans", 4}, .family = {"Noto Sans CJK KR", 16}, .weight = 700};
    const Str dir = STR("/usr/share/fonts");
    Case *c = g_new0(Case, 1);
    c->arena = arena_new(0);
    c->sources = sources_new();
    c->diags = diags_new(c->sources);
    c->fonts = fonts_open(&role, 1, STR(LOCK), &dir, 1, c->diags);
    c->doc = dldoc_new(c->arena);
    c->para = tag_add(c->doc->tags, c->doc->tags->root, ROLE_PARA);
    c->folder = g_dir_make_tmp("hanji-paint-XXXXXX", NULL);
    *state = c;
    return c->fonts && c->folder ? 0 : -1;
}

static int teardown(void **state)
{
    Case *c = *state;
    GDir *dir = g_dir_open(c->folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(c->folder, name, NULL);
        g_remove(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(c->folder);
    g_free(c->folder);
    fonts_free(c->fonts);
    diags_free(c->diags);
    sources_free(c->sources);
    arena_free(c->arena);
    g_free(c);
    cairo_debug_reset_static_data();
    return 0;
}

static char *in_folder(Case *c, const char *name)
{
    return arena_printf(c->arena, "%s/%s", c->folder, name);
}

static bool exists(Case *c, const char *name)
{
    return g_file_test(in_folder(c, name), G_FILE_TEST_EXISTS);
}

/* One Hangul syllable, "가", as text/ would shape it. */
static const Shaped *shape_ga(Case *c)
{
    const Face *face = fonts_role_face(c->fonts, 0);
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(face->hb_font, 0xAC00, &glyph);
    Glyph *g = ARENA_NEW(c->arena, Glyph);
    *g = (Glyph){.id = (uint16_t)glyph,
                 .advance = (int16_t)face_advance(face, glyph),
                 .text_len = 3};
    Shaped *s = ARENA_NEW(c->arena, Shaped);
    *s = (Shaped){.face = face,
                  .text = STR("가"),
                  .width = g->advance,
                  .n = 1,
                  .glyphs = g};
    return s;
}

/* A red square at 10,10 to 30,30 and 가가 of 20 pt from 50,50 on. */
static DlPage *page_make(Case *c, uint32_t index)
{
    DlPage *p = dlpage_new(c->doc, index, LEN_PT(SIDE), LEN_PT(SIDE));
    dlpage_begin_artifact(p, ARTIFACT_LAYOUT);
    dlpage_fill_rect(p, (Rect){LEN_PT(10), LEN_PT(10), LEN_PT(20), LEN_PT(20)},
                     (Colour){255, 0, 0});
    dlpage_end(p);
    const Shaped *ga = shape_ga(c);
    const DlPiece pieces[] = {{ga, 0}, {ga, 0}};
    DlRun run = {.face = ga->face,
                 .size = LEN_PT(20),
                 .colour = COLOUR_BLACK,
                 .glyph_width = 1000,
                 .npieces = 2,
                 .pieces = pieces};
    dlpage_begin_tag(p, c->doc, c->para, STR(""));
    dlpage_add_run(p, &run, (Point){LEN_PT(50), LEN_PT(50)});
    dlpage_end(p);
    return p;
}

static PaintOptions options(Case *c, const char *name, int jobs)
{
    return (PaintOptions){.output = str_of(in_folder(c, name)),
                          .fonts = c->fonts,
                          .jobs = jobs,
                          .dpi = 72};
}

static bool paint_pages(Case *c, Painter *painter, const uint32_t *order,
                        size_t n)
{
    for (size_t i = 0; i < n; i++)
        painter->page(painter, page_make(c, order[i]));
    return painter->close(painter, c->doc);
}

/* 0xRRGGBB at a point of the picture. */
static uint32_t pixel(cairo_surface_t *picture, int x, int y)
{
    const unsigned char *row =
        cairo_image_surface_get_data(picture) +
        (ptrdiff_t)y * cairo_image_surface_get_stride(picture);
    uint32_t value;
    memcpy(&value, row + (ptrdiff_t)x * 4, 4);
    return value & 0xFFFFFF;
}

static int dark_pixels(cairo_surface_t *picture, int x0, int y0, int x1, int y1)
{
    int n = 0;
    for (int y = y0; y < y1; y++) {
        for (int x = x0; x < x1; x++)
            n += pixel(picture, x, y) < 0x808080;
    }
    return n;
}

static void test_png_shows_paths_and_text(void **state)
{
    static const uint32_t order[] = {0};
    Case *c = *state;
    PaintOptions o = options(c, "one.png", 1);
    assert_true(paint_pages(c, painter_png(&o, c->diags), order, 1));
    cairo_surface_t *picture =
        cairo_image_surface_create_from_png(in_folder(c, "one.png"));
    assert_int_equal(cairo_image_surface_get_width(picture), SIDE);
    assert_int_equal(pixel(picture, 5, 5), 0xFFFFFF);
    assert_int_equal(pixel(picture, 20, 20), 0xFF0000);
    assert_int_equal(pixel(picture, 31, 20), 0xFFFFFF);
    /* Two syllables, each with ink in its own em; none before or after. */
    assert_in_range(dark_pixels(picture, 50, 32, 69, 54), 40, 250);
    assert_in_range(dark_pixels(picture, 69, 32, 88, 54), 40, 250);
    assert_int_equal(dark_pixels(picture, 40, 32, 50, 54), 0);
    assert_int_equal(dark_pixels(picture, 88, 32, 100, 54), 0);
    cairo_surface_destroy(picture);
}

static void test_several_pages_are_numbered(void **state)
{
    static const uint32_t order[] = {2, 0, 1};
    Case *c = *state;
    PaintOptions o = options(c, "many.x.png", 2);
    assert_true(paint_pages(c, painter_png(&o, c->diags), order, 3));
    assert_true(exists(c, "many.x-1.png"));
    assert_true(exists(c, "many.x-2.png"));
    assert_true(exists(c, "many.x-3.png"));
    assert_false(exists(c, "many.x.png"));
}

static void test_only_wanted_pages(void **state)
{
    static const uint32_t order[] = {0, 1, 2}, wanted[] = {1};
    Case *c = *state;
    PaintOptions o = options(c, "some.svg", 1);
    o.pages = wanted;
    o.npages = 1;
    assert_true(paint_pages(c, painter_svg(&o, c->diags), order, 3));
    assert_true(exists(c, "some.svg"));
    assert_false(exists(c, "some-2.svg"));
}

static Str read_back(Case *c, const char *name)
{
    Str bytes = {NULL, 0};
    assert_true(file_try_read(str_of(in_folder(c, name)), c->arena, &bytes));
    return bytes;
}

static void test_same_bytes_for_any_order_and_jobs(void **state)
{
    static const struct {
        const char *ending;
        Painter *(*open)(const PaintOptions *, Diags *);
    } formats[] = {{"png", painter_png}, {"svg", painter_svg}};
    static const uint32_t up[] = {0, 1}, down[] = {1, 0};
    Case *c = *state;
    for (int i = 0; i < 2; i++) {
        const char *end = formats[i].ending;
        PaintOptions a = options(c, arena_printf(c->arena, "a.%s", end), 1);
        PaintOptions b = options(c, arena_printf(c->arena, "b.%s", end), 2);
        assert_true(paint_pages(c, formats[i].open(&a, c->diags), up, 2));
        assert_true(paint_pages(c, formats[i].open(&b, c->diags), down, 2));
        for (int page = 1; page <= 2; page++)
            assert_true(str_eq(
                read_back(c, arena_printf(c->arena, "a-%d.%s", page, end)),
                read_back(c, arena_printf(c->arena, "b-%d.%s", page, end))));
    }
}

static void test_svg_keeps_letters_as_outlines(void **state)
{
    static const uint32_t order[] = {0};
    Case *c = *state;
    PaintOptions o = options(c, "one.svg", 1);
    assert_true(paint_pages(c, painter_svg(&o, c->diags), order, 1));
    Str svg = read_back(c, "one.svg");
    assert_true(str_find(svg, STR("<svg")) >= 0);
    assert_true(str_find(svg, STR("<symbol")) >= 0);
    assert_true(str_find(svg, STR("<text")) < 0);
}

/* A picture too large for Cairo: an error, and no file is touched. */
static void test_failure_leaves_old_files(void **state)
{
    static const uint32_t order[] = {0, 1};
    Case *c = *state;
    const char *old = in_folder(c, "big-1.png");
    assert_true(g_file_set_contents(old, "old", 3, NULL));
    PaintOptions o = options(c, "big.png", 2);
    o.dpi = 72e6;
    assert_false(paint_pages(c, painter_png(&o, c->diags), order, 2));
    assert_int_equal(diags_code(c->diags, 0), DIAG_PAINT_PAGE);
    assert_true(str_eq_c(read_back(c, "big-1.png"), "old"));
    assert_false(exists(c, "big-2.png"));
}

static void test_one_page_alone_goes_through_a_pipe(void **state)
{
    static const uint32_t order[] = {0, 1};
    Case *c = *state;
    PaintOptions o = options(c, "", 1);
    o.output = STR("-");
    assert_false(paint_pages(c, painter_png(&o, c->diags), order, 2));
    assert_int_equal(diags_code(c->diags, 0), DIAG_PAINT_PIPE);
}

static void test_drop_writes_nothing(void **state)
{
    Case *c = *state;
    PaintOptions o = options(c, "dropped.png", 2);
    Painter *painter = painter_png(&o, c->diags);
    painter->page(painter, page_make(c, 0));
    painter->drop(painter);
    assert_false(exists(c, "dropped.png"));
}

static void count_progress(void *context, uint32_t done)
{
    uint32_t *last = context;
    assert_int_equal(done, *last + 1);
    *last = done;
}

static void test_progress_counts_every_page(void **state)
{
    static const uint32_t order[] = {0, 1, 2};
    Case *c = *state;
    uint32_t last = 0;
    PaintOptions o = options(c, "p.png", 2);
    o.progress = count_progress;
    o.context = &last;
    assert_true(paint_pages(c, painter_png(&o, c->diags), order, 3));
    assert_int_equal(last, 3);
}

static int asked;

/* A signal comes while the second picture is written. */
static bool stops_after_two(void)
{
    return ++asked > 2;
}

static void test_a_signal_is_heard_between_files(void **state)
{
    static const uint32_t order[] = {0, 1, 2};
    Case *c = *state;
    PaintOptions o = options(c, "p.png", 2);
    assert_true(g_file_set_contents(in_folder(c, "p-3.png"), "old", 3, NULL));
    o.stopped = stops_after_two;
    asked = 0;
    assert_false(paint_pages(c, painter_png(&o, c->diags), order, 3));
    assert_true(diags_ok(c->diags));
    for (int i = 1; i <= 2; i++) {
        Str picture = read_back(c, arena_printf(c->arena, "p-%d.png", i));
        assert_true(str_ends(picture, (Str){"IEND\xAE\x42\x60\x82", 8}));
    }
    assert_true(str_eq_c(read_back(c, "p-3.png"), "old"));
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_png_shows_paths_and_text),
        CASE(test_several_pages_are_numbered),
        CASE(test_only_wanted_pages),
        CASE(test_same_bytes_for_any_order_and_jobs),
        CASE(test_svg_keeps_letters_as_outlines),
        CASE(test_failure_leaves_old_files),
        CASE(test_one_page_alone_goes_through_a_pipe),
        CASE(test_drop_writes_nothing),
        CASE(test_progress_counts_every_page),
        CASE(test_a_signal_is_heard_between_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
