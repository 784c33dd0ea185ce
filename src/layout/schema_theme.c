/*
 * The theme language: every key of a theme file, in one table, with the member
 * of Theme that it fills.
 *
 * To add a value, add a member to Theme and its line here.
 */
#include "layout/theme_int.h"

#include <stddef.h>

/* A value every theme must have, or inherit. */
#define T(key, shape, member, ko, en)                                          \
    KEY(key, shape, ko, en, REQUIRED, .offset = offsetof(Theme, member))
/* A group of such values. */
#define GROUP(key, shape, ko, en) KEY(key, shape, ko, en, REQUIRED)

static const Shape text = {.scalar = SCALAR_TEXT};
/* A text that pages print; it fills a ThemeText. */
const Shape theme_text = {.scalar = SCALAR_TEXT};
static const Shape path = {.scalar = SCALAR_PATH};
static const Shape yes_no = {.scalar = SCALAR_BOOL};
static const Shape size = {.name = "size",
                           .scalar = SCALAR_LENGTH,
                           .min = LEN_PT(4),
                           .max = LEN_PT(400)};
static const Shape paper = {.name = "paper",
                            .scalar = SCALAR_LENGTH,
                            .min = LEN_MM(50),
                            .max = LEN_MM(1200)};
static const Shape space = {
    .name = "space", .scalar = SCALAR_LENGTH, .min = 0, .max = LEN_MM(1200)};
static const Shape stroke = {
    .name = "stroke", .scalar = SCALAR_STROKE, .min = 0, .max = LEN_PT(20)};
static const Shape colour = {.name = "colour", .scalar = SCALAR_COLOUR};
static const Shape ink = {.name = "ink", .scalar = SCALAR_INK};
static const Shape lengths3 = {.name = "lengths", .item = &space, .length = 3};
static const Shape version = {.scalar = SCALAR_INTEGER, .min = 1, .max = 1};
static const Shape count = {.scalar = SCALAR_INTEGER, .min = 0, .max = 100000};

/* ---- fonts and colours ---- */

static const Shape weight = {.scalar = SCALAR_INTEGER, .min = 100, .max = 900};
static const Shape families = {.item = &text};

static const Field font_fields[] = {
    KEY("family", text, "글꼴 이름", "Name of the font family", REQUIRED),
    KEY("weight", weight, "굵기: 400 보통, 700 굵게",
        "Weight: 400 regular, 700 bold", REQUIRED),
    KEY("fallbacks", families, "글자가 없을 때 차례로 찾는 글꼴",
        "Families to try in order for missing characters"),
    END};

static const Shape font = {.name = "font", .fields = font_fields};
const Shape theme_fonts = {
    .name = "fonts", .keys = SCALAR_TEXT, .values = &font};

static const Field colour_fields[] = {
    T("ink", colour, ink, "글과 선", "Text and rules"),
    T("accent", colour, accent, "큰 것에만 쓰는 강조색",
      "Accent colour, for large things only"),
    T("tint1", colour, tint1, "표머리, 띠, 상자 이름표",
      "Table heads, bands, box labels"),
    T("tint2", colour, tint2, "합계 행", "Total rows"), END};

static const Shape colours = {.fields = colour_fields};

/* ---- styles ---- */

static const Shape spacing = {
    .scalar = SCALAR_PERCENT, .min = -200, .max = 1000};
static const Shape glyph_width = {
    .scalar = SCALAR_PERCENT, .min = 500, .max = 2000};

static const Shape pitch = {.name = "pitch", .scalar = SCALAR_PITCH};

#define STYLE(member) .offset = offsetof(ThemeStyle, member)
#define STYLE_FIELDS                                                           \
    KEY("font", text, "fonts에 있는 글꼴 이름", "A name of fonts", REQUIRED,          \
        STYLE(font)),                                                          \
    KEY("size", size, "글자 크기", "Size", REQUIRED, STYLE(size)),                 \
    KEY("pitch", pitch,                                                        \
        "줄과 줄 사이, 밑줄에서 밑줄까지: 160% 글자 크기의 몇 %, 24pt 길이, gap 9pt 글자 크기에 더할 길이, least 20pt 적어도 이만큼", \
        "Baseline to baseline: 160% of the size, 24pt, gap 9pt added to it, "  \
        "least 20pt or more", REQUIRED, STYLE(pitch_as)),                      \
    KEY("colour", ink, "색: ink, accent, white, tint1, tint2 또는 #RRGGBB",       \
        "ink, accent, white, tint1, tint2 or #RRGGBB", .otherwise = "ink",     \
        STYLE(colour)),                                                        \
    KEY("letter_spacing", spacing, "자간, 글자 크기의 몇 %",                           \
        "Letter spacing in % of the size", .otherwise = "0%",                  \
        STYLE(letter_spacing)),                                                \
    KEY("glyph_width", glyph_width, "장평", "Width of the glyphs",               \
        .otherwise = "100%", STYLE(glyph_width)),                              \
    KEY("spread", space, "이 너비로 벌려 찍습니다 (0pt: 벌리지 않음)",                        \
        "Spread over this width (0pt: not)", .otherwise = "0pt", STYLE(spread))

static const Field style_fields[] = {STYLE_FIELDS, END};
static const Shape style = {.name = "style", .fields = style_fields};

/* In the order of ThemeBreak and ThemeAlign. */
static const Shape line_breaks = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"word", "syllable", NULL}};
/* The text behind a marker begins at it. */
static const Shape edges = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"auto", "left", "justify", "force", NULL}};
static const Shape alignment = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"auto", "left", "justify", "force",
                                     "center", "right", NULL}};

#define BREAK_FIELD                                                            \
    KEY("break", line_breaks,                                                  \
        "줄이 바뀌는 곳: word 낱말 사이, syllable 글자 사이",                  \
        "Lines end between words or between syllables", .otherwise = "word",   \
        STYLE(lines))

static const Field running_fields[] = {
    STYLE_FIELDS, BREAK_FIELD,
    KEY("align", edges,
        "맞춤: left 왼쪽, justify 양쪽, force 마지막 줄까지 양쪽. auto는 break가 "
        "word면 왼쪽, syllable이면 양쪽",
        "left, justify, force (the last line too); auto: left with break: "
        "word, justify with break: syllable",
        .otherwise = "auto", STYLE(align)),
    END};
static const Shape running = {.name = "running", .fields = running_fields};

static const Field prose_fields[] = {
    STYLE_FIELDS, BREAK_FIELD,
    KEY("align", alignment,
        "맞춤: left 왼쪽, justify 양쪽, force 마지막 줄까지 양쪽, center 가운데, "
        "right 오른쪽. auto는 break가 word면 왼쪽, syllable이면 양쪽",
        "left, justify, force (the last line too), center, right; auto: left "
        "with break: word, justify with break: syllable",
        .otherwise = "auto", STYLE(align)),
    END};
static const Shape prose = {.name = "prose", .fields = prose_fields};

static const Field styles_fields[] = {
#define S(id, name, shape)                                                     \
    T(name, shape, styles[STYLE_##id], "글 모양", "Text style"),
    THEME_STYLES(S)
#undef S
        END};

static const Shape styles = {.fields = styles_fields};

/* ---- page ---- */

static const Field page_fields[] = {
    T("width", paper, width, "종이 너비", "Width of the paper"),
    T("height", paper, height, "종이 높이", "Height of the paper"),
    T("inner", space, inner, "안쪽 여백", "Inner margin"),
    T("outer", space, outer, "바깥쪽 여백", "Outer margin"),
    T("mirrored", yes_no, mirrored,
      "짝수 쪽에서는 안쪽과 바깥쪽 여백을 뒤바꿉니다",
      "Even pages swap inner and outer margins"),
    T("top", space, top, "본문이 시작하는 높이", "Where the text begins"),
    T("depth", space, depth, "본문의 높이", "Height of the text area"),
    T("contents_top", space, contents_top, "차례가 시작하는 높이",
      "Where the contents begin"),
    T("head_baseline", space, head_baseline, "머리말의 글자 밑선 높이",
      "Height of the baseline of the running head"),
    T("head_rule", space, head_rule, "머리말 아래 선의 높이",
      "Height of the rule below the running head"),
    T("head_stroke", stroke, head_stroke, "그 선의 굵기",
      "Thickness of that rule"),
    T("foot_baseline", space, foot_baseline, "쪽 번호의 글자 밑선 높이",
      "Height of the baseline of the page number"),
    T("page_number", theme_text, page_number, "쪽 번호의 꼴, 예: - {page} -",
      "Form of the page number, as in - {page} -"),
    END};

static const Shape page = {.fields = page_fields};

static const Field rules_fields[] = {
    T("top", stroke, rule_top, "표와 상자의 위 선", "Rule above tables and boxes"),
    T("bottom", stroke, rule_bottom, "표와 상자의 아래 선",
      "Rule below tables and boxes"),
    T("head", stroke, rule_head, "표머리와 합계 행의 선",
      "Rule of table heads and total rows"),
    T("inner", stroke, rule_inner, "표 안의 선", "Rules inside tables"),
    T("group", stroke, rule_group, "묶음이 바뀌는 곳의 선",
      "Rule where the group changes"),
    END};

static const Shape rules = {.fields = rules_fields};

/* ---- markers ---- */

#define MARKER(member) REQUIRED, .offset = offsetof(ThemeMarker, member)
static const Field marker_fields[] = {
    KEY("text", theme_text, "기호", "The marker as a character", MARKER(text)),
    KEY("drawn", yes_no, "글자 대신 도형으로 그립니다",
        "Draws a shape instead of the character", MARKER(drawn)),
    KEY("x", space, "기호의 왼쪽 끝", "Left edge of the marker", MARKER(x)),
    KEY("text_x", space, "글의 왼쪽 끝. 둘째 줄부터도 여기서 시작합니다",
        "Left edge of the text, from its second line on as well",
        MARKER(text_x)),
    KEY("size", space, "도형의 크기", "Size of the shape", .otherwise = "0pt",
        .offset = offsetof(ThemeMarker, size)),
    KEY("stroke", stroke, "도형 선의 굵기 (0pt: 채움)",
        "Stroke of the shape (0pt: filled)", .otherwise = "0pt",
        .offset = offsetof(ThemeMarker, stroke)),
    END};

static const Shape marker = {.name = "marker", .fields = marker_fields};

static const Field markers_fields[] = {
    T("head", marker, head_marker, "□ 항목", "Items marked □"),
    T("item", marker, item_marker, "○ 항목", "Items marked ○"),
    T("subitem", marker, subitem_marker, "- 항목", "Items marked -"),
    T("point", marker, point_marker, "· 항목", "Items marked ·"),
    T("item_note", marker, item_note_marker, "항목 아래의 ※",
      "※ under an item"),
    T("note", marker, note_marker, "표·그림 아래의 ※",
      "※ under a table or chart"),
    T("box", marker, box_marker, "상자 안의 항목", "Entries of a box"),
    END};

static const Shape markers = {.fields = markers_fields};

/* ---- spaces ---- */

#define SPACE(member) REQUIRED, .offset = offsetof(ThemeSpace, member)
static const Field spacing_fields[] = {
    KEY("before", space, "위 간격. 쪽 맨 위에서는 없어집니다",
        "Space above, none at the top of a page", SPACE(before)),
    KEY("before_after_heading", space, "제목 바로 뒤에 올 때의 위 간격",
        "Space above right after a heading", SPACE(before_after_heading)),
    KEY("after", space, "아래 간격", "Space below", SPACE(after)), END};

static const Shape block_space = {.name = "spaces", .fields = spacing_fields};

static const Field spaces_fields[] = {
    T("chapter", block_space, chapter, "장", "Chapter"),
    T("section", block_space, section, "절", "Section"),
    T("field", block_space, field, "분야", "Field"),
    T("task", block_space, task, "과제", "Task"),
    T("head", block_space, head, "□ 항목", "Items marked □"),
    T("item", block_space, item, "○ 항목", "Items marked ○"),
    T("subitem", block_space, subitem, "- 항목", "Items marked -"),
    T("point", block_space, point, "· 항목", "Items marked ·"),
    T("item_note", block_space, item_note, "항목 아래의 ※", "※ under an item"),
    T("note", block_space, note, "표·그림 아래의 ※",
      "※ under a table or chart"),
    T("facts", block_space, facts, "현황 목록의 한 줄", "A row of facts"),
    T("table", block_space, table, "표", "Table"),
    T("chart", block_space, chart, "그림", "Chart"),
    T("tiles", block_space, tiles, "주요 지표", "Key figures"),
    T("box", block_space, box, "상자", "Box"),
    T("paragraph", block_space, paragraph, "문단", "Paragraph"),
    END};

static const Shape spaces = {.fields = spaces_fields};

/* ---- headings ---- */

static const Field chapter_fields[] = {
    T("block", space, chapter_block, "번호가 든 네모의 크기",
      "Size of the block with the numeral"),
    T("gap", space, chapter_gap, "네모와 제목 사이", "Gap from block to title"),
    T("rule", stroke, chapter_rule, "아래 선의 굵기",
      "Thickness of the rule below"),
    END};
static const Field section_fields[] = {
    T("square", space, section_square, "번호가 든 네모의 크기",
      "Size of the square with the number"),
    T("stroke", stroke, section_stroke, "네모 선의 굵기",
      "Thickness of the outline of the square"),
    T("gap", space, section_gap, "네모와 제목 사이",
      "Gap from square to title"), END};
static const Field field_fields[] = {
    T("height", space, field_height, "띠의 높이", "Height of the band"),
    T("bar", space, field_bar, "왼쪽 막대의 너비", "Width of the bar"),
    T("number_width", space, field_number_width, "번호 칸의 너비",
      "Width of the number column"),
    T("note_inset", space, field_note_inset, "오른쪽 글과 띠 끝 사이",
      "Gap from the note to the end of the band"),
    END};
static const Field task_fields[] = {
    T("number_width", space, task_number_width, "번호 칸의 너비",
      "Width of the number column"),
    T("rule", stroke, task_rule, "아래 선의 굵기",
      "Thickness of the rule below"),
    T("rule_gap", space, task_rule_gap, "글과 아래 선 사이",
      "Gap from text to rule"),
    END};

static const Shape chapter = {.fields = chapter_fields};
static const Shape section = {.fields = section_fields};
static const Shape field = {.fields = field_fields};
static const Shape task = {.fields = task_fields};

/* ---- facts, tables, boxes, contents ---- */

static const Field facts_fields[] = {
    T("label_width", space, fact_label_width, "이름표를 벌리는 너비",
      "Width that labels are spread to"),
    T("gap", space, fact_gap, "이름표와 내용 사이",
      "Gap from label to text"), END};

static const Field table_fields[] = {
    T("pad_x", space, cell_pad_x, "칸의 좌우 여백", "Padding left and right"),
    T("pad_y", space, cell_pad_y, "칸의 위아래 여백",
      "Padding above and below"),
    T("text_x", space, cell_text_x, "왼쪽에 맞춘 글의 여백",
      "Left padding of left-aligned text"),
    T("list_rows", count, list_rows, "이 행 수부터 긴 목록으로 봅니다",
      "A table is a long list from this many rows on"),
    T("list_pad_y", space, list_pad_y, "긴 목록의 위아래 여백",
      "Padding above and below in long lists"),
    T("unit_gap", space, unit_gap, "단위줄과 표 사이",
      "Gap from unit line to table"),
    T("continued", theme_text, continued, "표가 다음 쪽에 이어질 때의 말",
      "Words below a table that goes on to the next page"),
    T("continued_gap", space, continued_gap, "표와 그 말 사이",
      "Gap from the table to those words"),
    END};

static const Field box_fields[] = {
    T("label_width", space, box_label_width, "이름표 칸의 너비",
      "Width of the label column"),
    T("pad_top", space, box_pad_top, "글 위 여백", "Padding above"),
    T("pad_right", space, box_pad_right, "글 오른쪽 여백", "Padding right"),
    T("pad_bottom", space, box_pad_bottom, "글 아래 여백", "Padding below"),
    T("pad_left", space, box_pad_left, "글 왼쪽 여백", "Padding left"),
    T("two_columns", count, box_two_columns,
      "이 항목 수부터 두 단으로 찍습니다",
      "Two columns from this many entries on"),
    END};

static const Field contents_fields[] = {
    T("rule_gap", space, contents_rule_gap, "제목과 아래 선 사이",
      "Gap from the title to its rule"),
    T("number", lengths3, contents_number, "단계마다 번호 칸의 너비",
      "Width of the number column of each level"),
    T("indent", lengths3, contents_indent, "단계마다 들여쓰기",
      "Indent of each level"),
    T("before", lengths3, contents_before, "단계마다 위 간격",
      "Space above each level"),
    T("leader_pitch", space, leader_pitch, "점과 점 사이",
      "Distance from dot to dot"),
    T("leader_margin", space, leader_margin, "마지막 점과 오른쪽 끝 사이",
      "Gap from the last dot to the right edge"),
    T("leader_gap", space, leader_gap, "제목과 첫 점 사이",
      "Gap from the title to the first dot"),
    T("page_width", space, contents_page_width, "쪽 번호 칸의 너비",
      "Width of the page number column"),
    END};

static const Shape facts = {.fields = facts_fields};
static const Shape table = {.fields = table_fields};
static const Shape box = {.fields = box_fields};
static const Shape contents = {.fields = contents_fields};

/* ---- cover ---- */

static const Field cover_fields[] = {
    T("spine_x", space, spine_x, "책등 선의 자리", "Place of the spine rule"),
    T("spine_rule", stroke, spine_rule, "책등 선과 땀의 굵기",
      "Thickness of spine rule and stitches"),
    T("stitch_from", space, stitch_from, "땀의 왼쪽 끝",
      "Left end of the stitches"),
    T("stitch_first", space, stitch_first, "첫 땀의 높이",
      "Height of the first stitch"),
    T("stitch_step", space, stitch_step, "땀과 땀 사이",
      "Distance from stitch to stitch"),
    T("stitch_count", count, stitch_count, "땀의 수", "Number of stitches"),
    T("slip_x", space, slip_x, "제첨의 왼쪽 끝", "Left edge of the title slip"),
    T("slip_y", space, slip_y, "제첨의 위 끝", "Top edge of the title slip"),
    T("slip_width", space, slip_width, "제첨의 너비", "Width of the title slip"),
    T("slip_height", space, slip_height, "제첨의 높이",
      "Height of the title slip"),
    T("slip_outer", stroke, slip_outer, "바깥 테의 굵기", "Thickness of the outer frame"),
    T("slip_gap", space, slip_gap, "두 테 사이", "Gap from frame to frame"),
    T("slip_inner", stroke, slip_inner, "안 테의 굵기", "Thickness of the inner frame"),
    T("slogan_y", space, slogan_y, "구호의 높이", "Top of the slogan"),
    T("rule_y", space, cover_rule_y, "짧은 선의 높이",
      "Height of the short rule"),
    T("rule_width", space, cover_rule_width, "짧은 선의 너비",
      "Width of the short rule"),
    T("rule", stroke, cover_rule, "짧은 선의 굵기",
      "Thickness of the short rule"),
    T("year_y", space, year_y, "연도의 높이", "Top of the year"),
    T("title_y", space, title_y, "제목의 높이", "Top of the title"),
    T("organization_y", space, organization_y, "기관 이름의 높이",
      "Top of the name of the office"),
    END};

static const Shape cover = {.fields = cover_fields};

/* ---- fitting (K-43) ---- */

/* As far as the hard caps. */
static const Shape least_space = {
    .scalar = SCALAR_PERCENT, .min = 700, .max = 1000};
static const Shape least_spacing = {
    .scalar = SCALAR_PERCENT, .min = -80, .max = 0};
static const Shape least_width = {
    .scalar = SCALAR_PERCENT, .min = 900, .max = 1000};

/* K-42. A share over half would tighten every paragraph. */
static const Shape short_chars = {
    .scalar = SCALAR_INTEGER, .min = 0, .max = 20};
static const Shape short_share = {
    .scalar = SCALAR_PERCENT, .min = 0, .max = 500};

static const Field fitting_fields[] = {
    KEY("word_space", least_space, "낱말 사이를 여기까지 좁힙니다",
        "Least word space",
        .otherwise = "70%", .offset = offsetof(Theme, fit_word_space)),
    KEY("letter_spacing", least_spacing, "자간을 여기까지 좁힙니다",
        "Least letter spacing", .otherwise = "-5%",
        .offset = offsetof(Theme, fit_letter_spacing)),
    KEY("glyph_width", least_width, "장평을 여기까지 좁힙니다",
        "Least width of the glyphs", .otherwise = "95%",
        .offset = offsetof(Theme, fit_glyph_width)),
    KEY("short_chars", short_chars,
        "마지막 줄이 이 글자 수까지면 좁혀서 없앱니다",
        "Last lines of up to so many characters are cured", .otherwise = "4",
        .offset = offsetof(Theme, short_chars)),
    KEY("short_share", short_share,
        "마지막 줄이 글 너비의 이만큼까지면 좁혀서 없앱니다",
        "Last lines of up to this share of the measure are cured",
        .otherwise = "20%", .offset = offsetof(Theme, short_share)),
    KEY("fill", yes_no,
        "양쪽 맞춤에서 낱말 사이만으로 채우지 못하는 줄은 다음 낱말을 음절에서 "
        "나누어 채웁니다",
        "Lines that justified word spaces cannot fill take syllables of the next "
        "word",
        .otherwise = "false", .offset = offsetof(Theme, fill)),
    END};

static const Shape fitting = {.fields = fitting_fields};

/* ---- gaps ---- */

static const Shape gap = {.scalar = SCALAR_PERCENT, .min = 0, .max = 250};
static const Shape half = {.scalar = SCALAR_PERCENT, .min = 0, .max = 500};

/* In the order of ThemeAfterHeading. */
static const Shape after_heading = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"none", "indent", NULL}};

static const Field gaps_fields[] = {
    KEY("latin", gap,
        "한글과 로마자·숫자 사이, 글자 크기의 몇 % (0%: 띄우지 않음). 10%부터는 "
        "빈칸으로 읽는 프로그램이 있습니다",
        "Gap between Hangul and Latin letters or figures, in % of the type "
        "size (0%: none); from 10% on some programs read a space",
        .otherwise = "0%", .offset = offsetof(Theme, latin_gap)),
    KEY("operators", gap, "한글과 + − × ÷ = 사이",
        "Gap between Hangul and + − × ÷ =", .otherwise = "0%",
        .offset = offsetof(Theme, operator_gap)),
    KEY("hanging", half,
        "줄 끝의 , . ’ ” 」 』가 글의 오른쪽 끝을 넘어설 수 있는 너비, 그 부호의 몇 % "
        "(0%: 넘지 않음). 상자와 표 안에서는 넘지 않습니다",
        "How far , . ’ ” 」 』 at the end of a line may go beyond the right edge "
        "of the text, in % of their width (0%: not); not in boxes and tables",
        .otherwise = "0%", .offset = offsetof(Theme, hanging)),
    KEY("first_line", space, "paragraph 첫 줄의 들여쓰기",
        "Indent of a paragraph's first line",
        .otherwise = "0pt", .offset = offsetof(Theme, first_line)),
    KEY("after_heading", after_heading,
        "제목 바로 뒤의 문단: none 들이지 않음, indent 들임",
        "The paragraph right after a heading: none, or indent as the others",
        .otherwise = "none", .needs = "first_line",
        .offset = offsetof(Theme, after_heading)),
    END};

static const Shape gaps = {.fields = gaps_fields};

/* ---- the file ---- */

/* In the order of ThemePurpose. */
static const Shape purpose = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"council", "large-print", "free", NULL}};

static const Field file_fields[] = {
    KEY("hanji_theme", version, "테마 언어의 판: 1",
        "Version of the theme language: 1",
        .flags = FIELD_REQUIRED | FIELD_UNBOUND),
    KEY("extends", path,
        "물려받을 테마, 이름이나 파일. 다른 값만 적으면 됩니다",
        "Theme to inherit from, a name or a file; only what differs needs a "
        "line",
        .flags = FIELD_UNBOUND),
    T("name", text, name, "테마의 이름", "Name of the theme"),
    T("purpose", purpose, purpose,
      "쓰임: council 의회 보고, large-print 큰글자, free 제한 없음",
      "Use: council for a council, large-print, free without limits"),
    GROUP("fonts", theme_fonts, "글꼴과 그 이름", "Fonts and their names"),
    GROUP("colours", colours, "색", "Colours"),
    GROUP("styles", styles, "글 모양", "Text styles"),
    GROUP("page", page, "쪽", "The page"),
    GROUP("rules", rules, "선의 굵기", "Thickness of rules"),
    GROUP("markers", markers, "항목 기호", "Markers of items"),
    GROUP("spaces", spaces, "위아래 간격", "Space above and below blocks"),
    GROUP("chapter", chapter, "장 제목", "Chapter headings"),
    GROUP("section", section, "절 제목", "Section headings"),
    GROUP("field", field, "분야 제목", "Field headings"),
    GROUP("task", task, "과제 제목", "Task headings"),
    GROUP("facts", facts, "현황 목록", "Lists of facts"),
    GROUP("table", table, "표", "Tables"),
    GROUP("box", box, "상자", "Boxes"),
    GROUP("contents", contents, "차례", "Contents"),
    GROUP("cover", cover, "표지", "Cover"),
    KEY("fitting", fitting,
        "줄 맞춤: 어디까지 좁히고, 어떤 마지막 줄을 없애고, 줄을 채우려 낱말을 나눌지",
        "Line fitting: how far it may tighten, which last lines it cures, and "
        "whether words are cut to fill lines"),
    KEY("gaps", gaps, "글 안의 틈: 한글 옆, 줄의 오른쪽 끝, 문단의 첫 줄",
        "Gaps in text: beside Hangul, at line ends, before a first line"),
    END};

const Shape theme_shape = {
    .name = "theme", .fields = file_fields, .inherits = true};
