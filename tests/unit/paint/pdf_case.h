/*
 * What the tests of the PDF painter share: fonts, shaped words, and a small
 * book that shows everything a display list can say.
 */
#ifndef PDF_CASE_H
#define PDF_CASE_H

#include "paint/painter.h"

#include <glib.h>
#include <hb.h>
#include <string.h>

#define LOCK HANJI_SOURCE "/fonts/fonts.lock"

enum { PAGE_W = LEN_MM(210), PAGE_H = LEN_MM(297), MARGIN = LEN_MM(20) };

/* Roles of the test: CFF with CIDs, and glyf. */
enum { SERIF, SANS_BOLD, NANUM, NROLES };

typedef struct Book {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    Fonts *fonts;
    hb_buffer_t *buffer;
    DlDoc *doc;
    uint32_t dest; /* the heading of page 2 */
} Book;

static inline void book_init(Book *b)
{
    static const FontRoleSpec roles[NROLES] = {
        [SERIF] = {.name = {"serif", 5},
                   .family = {"Noto Serif CJK KR", 17},
                   .weight = 400},
        [SANS_BOLD] = {.name = {"sans", 4},
                       .family = {"Noto Sans CJK KR", 16},
                       .weight = 700},
        [NANUM] = {.name = {"nanum", 5},
                   .family = {"NanumGothic", 11},
                   .weight = 400},
    };
    const Str dir = STR("/usr/share/fonts");

    b->arena = arena_new(0);
    b->sources = sources_new();
    b->diags = diags_new(b->sources);
    b->fonts = fonts_open(roles, NROLES, STR(LOCK), &dir, 1, b->diags);
    b->buffer = hb_buffer_create();
    b->doc = dldoc_new(b->arena);
}

static inline void book_release(Book *b)
{
    hb_buffer_destroy(b->buffer);
    fonts_free(b->fonts);
    diags_free(b->diags);
    sources_free(b->sources);
    arena_free(b->arena);
}

/* ---- text ---- */

static inline void fill_glyphs(Shaped *s, Glyph *glyphs, GlyphShift *shifts,
                               const hb_glyph_info_t *info,
                               const hb_glyph_position_t *pos)
{
    for (uint32_t i = 0; i < s->n; i++) {
        size_t at = info[i].cluster, end = at;
        bool continues = i > 0 && info[i - 1].cluster == at;
        uint32_t next = i + 1;
        while (next < s->n && info[next].cluster == at)
            next++;
        end = next < s->n ? info[next].cluster : s->text.n;
        glyphs[i] = (Glyph){.id = (uint16_t)info[i].codepoint,
                            .advance = (int16_t)pos[i].x_advance,
                            .text_at = (uint16_t)at,
                            .text_len = continues ? 0 : (uint16_t)(end - at)};
        s->width += pos[i].x_advance;
        shifts[i] =
            (GlyphShift){(int16_t)pos[i].x_offset, (int16_t)pos[i].y_offset};
        if (shifts[i].x || shifts[i].y)
            s->shifts = shifts;
        s->actual_text = s->actual_text || continues;
    }
}

static inline const Shaped *shape(Book *b, FontRole role, const char *text)
{
    Shaped *s = ARENA_NEW(b->arena, Shaped);
    unsigned n;

    s->face = fonts_role_face(b->fonts, role);
    s->text = str_dup(str_of(text), b->arena);
    hb_buffer_reset(b->buffer);
    hb_buffer_set_cluster_level(b->buffer,
                                HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(b->buffer, s->text.p, (int)s->text.n, 0, -1);
    hb_buffer_guess_segment_properties(b->buffer);
    hb_shape(s->face->hb_font, b->buffer, NULL, 0);
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b->buffer, &n);
    s->n = n;
    Glyph *glyphs = ARENA_ARRAY(b->arena, Glyph, n);
    s->glyphs = glyphs;
    fill_glyphs(s, glyphs, ARENA_ARRAY(b->arena, GlyphShift, n), info,
                hb_buffer_get_glyph_positions(b->buffer, NULL));
    return s;
}

/* How a line is set beyond its font. */
typedef struct Style {
    FontRole role;
    int size; /* points */
    Colour colour;
    int spacing, width; /* as in DlRun; width 0 is 1000 */
    Len gap;            /* after each word */
} Style;

/* Words and the spaces between them, each shaped alone. */
static inline void add_line(Book *b, DlPage *p, Style st, const char *text,
                            Len x, Len y)
{
    char **words = g_strsplit(text, " ", -1);
    guint n = g_strv_length(words), k = 0;
    DlPiece *pieces = ARENA_ARRAY(b->arena, DlPiece, 2 * n);
    for (guint i = 0; i < n; i++) {
        if (i)
            pieces[k++] = (DlPiece){shape(b, st.role, " "), st.gap};
        if (*words[i])
            pieces[k++] = (DlPiece){shape(b, st.role, words[i]), 0};
    }
    DlRun run = {.face = fonts_role_face(b->fonts, st.role),
                 .size = st.size * LEN_ONE,
                 .colour = st.colour,
                 .letter_spacing = (int16_t)st.spacing,
                 .glyph_width = (int16_t)(st.width ? st.width : 1000),
                 .npieces = k,
                 .pieces = pieces};
    dlpage_add_run(p, &run, (Point){x, y});
    g_strfreev(words);
}

static inline void add_tagged(Book *b, DlPage *p, Tag *tag, Style st,
                              const char *text, Len x, Len y)
{
    dlpage_begin_tag(p, b->doc, tag, STR(""));
    add_line(b, p, st, text, x, y);
    dlpage_end(p);
}

/* ---- the book ---- */

static const Style body = {.role = SERIF, .size = 15};
static const Style bold = {.role = SANS_BOLD, .size = 20};
static const Style note = {.role = NANUM, .size = 11, .colour = {90, 90, 90}};

static inline DlPage *new_page(Book *b, uint32_t index)
{
    DlPage *p = dlpage_new(b->doc, index, PAGE_W, PAGE_H);
    char *number = arena_printf(b->arena, "- %u -", index + 1);
    dlpage_begin_artifact(p, ARTIFACT_HEADER);
    dlpage_line(p, (Point){MARGIN, LEN_MM(15)},
                (Point){PAGE_W - MARGIN, LEN_MM(15)}, LEN_PT(0.5),
                COLOUR_BLACK);
    dlpage_end(p);
    dlpage_begin_artifact(p, ARTIFACT_FOOTER);
    add_line(b, p, note, number, PAGE_W / 2, PAGE_H - LEN_MM(10));
    dlpage_end(p);
    return p;
}

static inline Tag *tag_below(Book *b, Tag *parent, Role role)
{
    return tag_add(b->doc->tags, parent, role);
}

/* □ item with its sign as label. */
static inline void add_list(Book *b, DlPage *p, Tag *parent, Len y)
{
    Tag *list = tag_below(b, parent, ROLE_LIST);
    static const char *const items[] = {"예산규모는 7조 4,733억 원입니다.",
                                        "AV To. VAT 자간과 kerning."};
    for (int i = 0; i < 2; i++, y += LEN_PT(25)) {
        Tag *item = tag_below(b, list, ROLE_LIST_ITEM);
        add_tagged(b, p, tag_below(b, item, ROLE_LABEL), body, "□ ", MARGIN, y);
        add_tagged(b, p, tag_below(b, item, ROLE_LIST_BODY), body, items[i],
                   MARGIN + LEN_PT(20), y);
    }
}

static inline void add_cell(Book *b, DlPage *p, Tag *row, int column, Len y,
                            const char *text, TagScope scope)
{
    Tag *cell = tag_below(b, row, scope ? ROLE_HEADER_CELL : ROLE_CELL);
    if (scope)
        tag_extra(b->doc->tags, cell)->scope = scope;
    if (*text)
        add_tagged(b, p, cell, body, text, MARGIN + column * LEN_PT(100), y);
}

/* Three rows, an empty cell, one that spans two columns. */
static inline void add_table(Book *b, DlPage *p, Tag *parent, Len y)
{
    Tag *table = tag_below(b, parent, ROLE_TABLE);
    add_tagged(b, p, tag_below(b, table, ROLE_CAPTION), note, "(단위: 억 원)",
               MARGIN, y);
    Tag *head = tag_below(b, tag_below(b, table, ROLE_TABLE_HEAD), ROLE_ROW);
    Tag *rows = tag_below(b, table, ROLE_TABLE_BODY);
    static const char *const titles[] = {"구분", "합계", "기금"};
    for (int i = 0; i < 3; i++)
        add_cell(b, p, head, i, y + LEN_PT(25), titles[i], SCOPE_COLUMN);
    Tag *row = tag_below(b, rows, ROLE_ROW);
    add_cell(b, p, row, 0, y + LEN_PT(50), "시", SCOPE_ROW);
    add_cell(b, p, row, 1, y + LEN_PT(50), "74,733", SCOPE_NONE);
    add_cell(b, p, row, 2, y + LEN_PT(50), "", SCOPE_NONE);
    row = tag_below(b, rows, ROLE_ROW);
    add_cell(b, p, row, 0, y + LEN_PT(75), "구", SCOPE_ROW);
    Tag *wide = tag_below(b, row, ROLE_CELL);
    tag_extra(b->doc->tags, wide)->col_span = 2;
    dlpage_begin_tag(p, b->doc, wide, STR("-5,896"));
    add_line(b, p, body, "△5,896", MARGIN + LEN_PT(100), y + LEN_PT(75));
    dlpage_end(p);
    dlpage_begin_artifact(p, ARTIFACT_LAYOUT);
    dlpage_stroke_rect(p, (Rect){MARGIN, y, LEN_PT(300), LEN_PT(80)},
                       LEN_PT(0.7), COLOUR_BLACK);
    dlpage_end(p);
}

/* A bar and a dashed ring, hatched. */
static inline void add_figure(Book *b, DlPage *p, Tag *parent, Len y)
{
    Tag *figure = tag_below(b, parent, ROLE_FIGURE);
    TagExtra *x = tag_extra(b->doc->tags, figure);
    Rect bar = {MARGIN, y, LEN_PT(60), LEN_PT(80)};
    static const uint8_t segs[] = {SEG_MOVE, SEG_LINE, SEG_LINE, SEG_CLOSE};
    const Point corners[] = {
        {bar.x, y + bar.h}, {bar.x + bar.w, y + bar.h}, {bar.x + bar.w, y}};
    const DlPath path = {.nsegs = sizeof segs, .segs = segs, .points = corners};
    DlPaint paint = {.fill = true,
                     .stroke = true,
                     .hatch = HATCH_DIAGONAL,
                     .fill_colour = {200, 220, 255},
                     .line_width = LEN_PT(1)};

    x->alt = STR("예산 막대그림");
    x->bbox = bar;
    x->bbox_page = p->index;
    dlpage_begin_tag(p, b->doc, figure, STR(""));
    dlpage_add_path(p, &path, &paint);
    paint = (DlPaint){.stroke = true,
                      .round_cap = true,
                      .dash = {LEN_PT(3), LEN_PT(2)},
                      .line_width = LEN_PT(2),
                      .stroke_colour = {0, 80, 160}};
    dlpage_circle(p, (Point){bar.x + LEN_PT(120), y + LEN_PT(40)}, LEN_PT(30),
                  &paint);
    dlpage_end(p);
}

static inline void add_link(Book *b, DlPage *p, Tag *parent, uint32_t target,
                            const char *uri, const char *text, Len y)
{
    Tag *link = tag_below(b, parent, ROLE_LINK);
    Rect area = {MARGIN, y - LEN_PT(15), LEN_PT(200), LEN_PT(20)};
    add_tagged(b, p, link, body, text, MARGIN, y);
    dlpage_add_link(p, b->doc,
                    (DlLink){.rect = area,
                             .target = target,
                             .uri = str_of(uri),
                             .contents = str_of(text),
                             .tag = link});
}

/* Contents with links, and a paragraph that goes on on the next page. */
static inline DlPage *first_page(Book *b, Tag **going_on)
{
    Tag *part = tag_below(b, b->doc->tags->root, ROLE_PART);
    DlPage *p = new_page(b, 0);
    add_tagged(b, p, tag_below(b, part, ROLE_TITLE), bold,
               "2024년 주요 업무 보고", MARGIN, LEN_MM(40));
    Tag *contents = tag_below(b, part, ROLE_CONTENTS);
    Tag *entry = tag_below(b, contents, ROLE_CONTENTS_ITEM);
    add_link(b, p, tag_below(b, entry, ROLE_REFERENCE), b->dest, NULL,
             "Ⅰ. 일반현황", LEN_MM(60));
    add_link(b, p, tag_below(b, part, ROLE_PARA), UINT32_MAX,
             "https://example.org/a(b)?q=시", "누리집 안내", LEN_MM(70));
    *going_on = tag_below(b, part, ROLE_PARA);
    add_tagged(b, p, *going_on, body, "쪽을 넘는 문단의 앞부분과 ", MARGIN,
               LEN_MM(90));
    return p;
}

static inline void add_settings(Book *b, DlPage *p, Tag *parent)
{
    static const Style settings[] = {
        {.role = SERIF, .size = 15, .spacing = -50, .width = 950},
        {.role = SERIF, .size = 15, .gap = LEN_PT(7.3)},
        {.role = NANUM, .size = 12, .spacing = 200, .width = 1100},
    };
    for (int i = 0; i < 3; i++)
        add_tagged(b, p, tag_below(b, parent, ROLE_PARA), settings[i],
                   "뒤쪽 (시, 구) 대한민국 \\ 자간", MARGIN,
                   LEN_MM(50) + i * LEN_PT(22));
    /* Old Hangul, and two texts of one glyph. */
    add_tagged(b, p, tag_below(b, parent, ROLE_PARA), body,
               "ᄒᆞᆫ글 \u00B5g \u03BCg", MARGIN, LEN_MM(80));
}

static inline DlPage *second_page(Book *b, Tag *going_on)
{
    Tag *part = tag_below(b, b->doc->tags->root, ROLE_PART);
    DlPage *p = new_page(b, 1);
    add_tagged(b, p, going_on, body, "뒷부분입니다.", MARGIN, LEN_MM(25));
    add_tagged(b, p, tag_below(b, part, ROLE_H1), bold, "Ⅰ. 일반현황", MARGIN,
               LEN_MM(40));
    add_settings(b, p, part);
    add_list(b, p, part, LEN_MM(100));
    add_table(b, p, part, LEN_MM(125));
    add_figure(b, p, tag_below(b, part, ROLE_BOX), LEN_MM(170));
    add_tagged(b, p, tag_below(b, part, ROLE_NOTE), note,
               "※ 반올림으로 차이가 있음", MARGIN, LEN_MM(220));
    return p;
}

static inline void fill_document(DlDoc *d)
{
    d->meta = (DlMeta){.title = STR("2024년 주요 업무 보고 <초안 & 검토>"),
                       .organization = STR("대전광역시"),
                       .subject = STR("주요업무"),
                       .keywords = STR("예산, 성과"),
                       .language = STR("ko-KR"),
                       .time = 1703980800};
    dldoc_add_outline(d, 1, STR("Ⅰ. 일반현황"), 0);
    dldoc_add_labels(d, (DlLabels){.page = 0, .style = 'r', .start = 1});
    dldoc_add_labels(d, (DlLabels){.page = 1, .style = 'D', .start = 1});
    dldoc_add_attachment(d,
                         (DlAttachment){.name = STR("예산.csv"),
                                        .mime = STR("text/csv"),
                                        .relation = STR("Data"),
                                        .description = STR("예산 표의 자료"),
                                        .bytes = STR("구분,합계\n시,74733\n")});
    dldoc_add_attachment(d, (DlAttachment){.name = STR("layout.yaml"),
                                           .mime = STR("text/plain"),
                                           .relation = STR("Source"),
                                           .bytes = STR("hanji: 1\n")});
}

/* Makes both pages; the caller gives them to a painter. */
static inline void book_fill(Book *b, DlPage *pages[2])
{
    Tag *going_on;
    b->dest = dldoc_add_dest(b->doc, STR("chapter-1"));
    b->doc->dests[b->dest].page = 1;
    b->doc->dests[b->dest].y = LEN_MM(32);
    pages[0] = first_page(b, &going_on);
    pages[1] = second_page(b, going_on);
    fill_document(b->doc);
}

#endif
