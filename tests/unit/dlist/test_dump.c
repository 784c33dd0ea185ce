/* The readable form of pages and documents, byte by byte. */
#include "page_case.h"

static void a_page_reads_in_order(void **state)
{
    Case *c = *state;
    Sources *sources = sources_new();
    uint32_t file = sources_add(sources, STR("data/예산.csv"));
    Tag *head = tag_add(c->doc->tags, c->doc->tags->root, ROLE_H1);
    DlPiece pieces[] = {{case_shape(c, "총"), 0},
                        {case_shape(c, " "), 512},
                        {case_shape(c, "\"11조\""), 0},
                        {case_shape(c, " "), 512},
                        {case_shape(c, "원"), 7}};
    DlRun run = {.face = &c->face,
                 .size = LEN_PT(15),
                 .x = LEN_PT(85),
                 .y = LEN_PT(100.5),
                 .width = LEN_PT(136),
                 .glyph_width = 1000,
                 .npieces = 5,
                 .pieces = pieces,
                 .source = {file, 3, 4}};
    dlpage_begin_tag(c->page, c->doc, head, STR("합 11조"));
    dlpage_add_run(c->page, &run, (Point){0, 0});
    run = (DlRun){.face = &c->face,
                  .size = LEN_PT(9.5),
                  .colour = {1, 2, 255},
                  .letter_spacing = -20,
                  .last_tight = true,
                  .glyph_width = 950,
                  .npieces = 1,
                  .pieces = pieces};
    dlpage_add_run(c->page, &run, (Point){LEN_PT(1), LEN_PT(-2)});
    dlpage_end(c->page);
    assert_string_equal(
        dlpage_dump(c->page, sources, c->arena),
        "page 1 595.275x841.89\n"
        "  tag 2 h1 mark 0 actual \"합 11조\"\n"
        "    run 85,100.5 width 136 Batang 400 15pt gaps 2x0.5,1x0.007 "
        "\"총 \\\"11조\\\" 원\" @data/예산.csv:3:4\n"
        "    run 1,-2 width 0 Batang 400 9.5pt #0102ff spacing -20 last-tight "
        "glyph-width 950 \"총\"\n"
        "  end\n");
    assert_null(strstr(dlpage_dump(c->page, NULL, c->arena), "@data"));
    sources_free(sources);
}

static void paths_and_links(void **state)
{
    Case *c = *state;
    Tag *tag = tag_add(c->doc->tags, c->doc->tags->root, ROLE_LINK);
    static const uint8_t segs[] = {SEG_MOVE, SEG_CURVE, SEG_CLOSE};
    const Point points[] = {{0, 0}, {1024, 0}, {2048, 1024}, {2048, 2048}};
    DlPath path = {.nsegs = 3, .segs = segs, .points = points};
    DlPaint paint = {.fill = true,
                     .stroke = true,
                     .even_odd = true,
                     .round_cap = true,
                     .hatch = HATCH_DIAGONAL,
                     .fill_colour = {0xEE, 0xEE, 0xEE},
                     .line_width = 512,
                     .dash = {1024, 2048}};
    Rect rect = {LEN_PT(10), LEN_PT(20), LEN_PT(30), LEN_PT(40)};
    dlpage_begin_artifact(c->page, ARTIFACT_REPEAT);
    dlpage_add_path(c->page, &path, &paint);
    dlpage_fill_rect(c->page, rect, COLOUR_WHITE);
    dlpage_stroke_rect(c->page, rect, LEN_PT(1), COLOUR_BLACK);
    dlpage_line(c->page, (Point){0, 0}, (Point){LEN_PT(5), 0}, LEN_PT(0.4),
                (Colour){0x80, 0x80, 0x80});
    dlpage_end(c->page);
    dlpage_add_link(c->page, c->doc,
                    (DlLink){.rect = rect,
                             .target = 3,
                             .tag = tag,
                             .contents = STR("주요성과, 3쪽")});
    dlpage_add_link(c->page, c->doc,
                    (DlLink){.rect = rect,
                             .target = UINT32_MAX,
                             .tag = tag,
                             .uri = STR("https://example.kr/")});
    assert_string_equal(
        dlpage_dump(c->page, NULL, c->arena),
        "page 1 595.275x841.89\n"
        "  artifact repeat\n"
        "    path fill #eeeeee even-odd hatch diagonal stroke 0.5 #000000 "
        "dash 1,2 round M 0,0 C 1,0 2,1 2,2 Z\n"
        "    path fill #ffffff M 10,20 L 40,20 L 40,60 L 10,60 Z\n"
        "    path stroke 1 #000000 M 10,20 L 40,20 L 40,60 L 10,60 Z\n"
        "    path stroke 0.4 #808080 M 0,0 L 5,0\n"
        "  end\n"
        "  link 10,20 30x40 dest 3 contents \"주요성과, 3쪽\" tag 2\n"
        "  link 10,20 30x40 uri \"https://example.kr/\" tag 2\n");
}

static void a_document_reads_in_order(void **state)
{
    Case *c = *state;
    c->doc->meta = (DlMeta){
        .title = STR("주요 업무 보고"), .language = STR("ko-KR"), .time = 0};
    uint32_t dest = dldoc_add_dest(c->doc, STR("chapter-1"));
    c->doc->dests[dest].page = 2;
    c->doc->dests[dest].y = LEN_PT(85);
    dldoc_add_outline(c->doc, 1, STR("Ⅰ 일반현황"), dest);
    dldoc_add_labels(c->doc, (DlLabels){.prefix = STR("표지")});
    dldoc_add_labels(c->doc, (DlLabels){.page = 2, .style = 'D', .start = 1});
    dldoc_add_attachment(c->doc, (DlAttachment){.name = STR("budget.csv"),
                                                .mime = STR("text/csv"),
                                                .relation = STR("Data"),
                                                .description = STR("예산"),
                                                .bytes = STR("a,b\n")});
    assert_string_equal(dldoc_dump(c->doc, c->arena),
                        "document 1 pages\n"
                        "meta title \"주요 업무 보고\" language \"ko-KR\" "
                        "time 0\n"
                        "labels page 1 prefix \"표지\"\n"
                        "labels page 3 style D start 1\n"
                        "dest 0 \"chapter-1\" page 3 y 85\n"
                        "outline 1 \"Ⅰ 일반현황\" dest 0\n"
                        "attachment \"budget.csv\" text/csv Data "
                        "description \"예산\"\n");
}

static void tag_contents_show_their_pages(void **state)
{
    Case *c = *state;
    Tag *para = tag_add(c->doc->tags, c->doc->tags->root, ROLE_PARA);
    Tag *link = tag_add(c->doc->tags, para, ROLE_LINK);
    dlpage_begin_tag(c->page, c->doc, para, STR(""));
    dlpage_end(c->page);
    dlpage_add_link(c->page, c->doc, (DlLink){.tag = link});
    assert_string_equal(tagtree_dump(c->doc->tags, c->arena),
                        "document\n"
                        "  para\n"
                        "    link\n"
                        "      page 1 link 0\n"
                        "    page 1 mark 0\n");
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, case_setup, case_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_page_reads_in_order),
        TEST(paths_and_links),
        TEST(a_document_reads_in_order),
        TEST(tag_contents_show_their_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
