/*
 * The layout language: every key of a layout file, in one table, parts of which
 * stand in schema_document.c, schema_data.c and schema_words.c.
 *
 * To add a key, add its line here; the check, the JSON Schema and completion
 * in editors follow. What a key does is written in doc/ and page/.
 */
#include "layout/schema.h"

/* ---- simple values ---- */

static const Shape text = {.scalar = SCALAR_TEXT};
static const Shape template = {.name = "template", .scalar = SCALAR_TEMPLATE};
const Shape layout_expression = {.name = "expression", .scalar = SCALAR_EXPR};
const Shape layout_column = {.name = "column", .scalar = SCALAR_COLUMN};
static const Shape rows_name = {.name = "rows", .scalar = SCALAR_ROWS};
static const Shape path = {.scalar = SCALAR_PATH};
static const Shape yes_no = {.scalar = SCALAR_BOOL};
static const Shape date = {.scalar = SCALAR_DATE};
static const Shape version = {.scalar = SCALAR_INTEGER, .min = 1, .max = 1};
/* What is reported unless the layout says that it is meant. */
static const Shape allowed = {
    .scalar = SCALAR_CHOICE, .choices = (const char *const[]){"ok", NULL}};

static const Shape variables = {
    .name = "variables", .keys = SCALAR_NAME, .values = &template};
static const Shape phrases = {.name = "phrases", .item = &text};
static const Shape readings = {
    .name = "readings", .keys = SCALAR_TEXT, .values = &text};

/* ---- blocks: parts ---- */

#define EMPTY(...)                                                             \
    KEY("empty", allowed, "ok: 맞는 행이 없으면 알리지 않고 이 블록을 뺍니다", \
        "ok: without rows the block is left out unsaid", __VA_ARGS__)

static const Shape word_space = {
    .scalar = SCALAR_PERCENT, .min = 700, .max = 2000};
static const Shape letter_spacing = {
    .scalar = SCALAR_PERCENT, .min = -80, .max = 100};
static const Shape glyph_width = {
    .scalar = SCALAR_PERCENT, .min = 900, .max = 1100};

static const Field fit_fields[] = {KEY("word_space", word_space, "낱말 사이",
                                       "Word space", .otherwise = "100%"),
                                   KEY("letter_spacing", letter_spacing, "자간",
                                       "Letter spacing", .otherwise = "0%"),
                                   KEY("glyph_width", glyph_width, "장평",
                                       "Width of the glyphs",
                                       .otherwise = "100%"),
                                   END};

static const Shape fit = {.name = "fit",
                          .scalar = SCALAR_CHOICE,
                          .choices = (const char *const[]){"auto", "off", NULL},
                          .fields = fit_fields};

#define FIT                                                                    \
    KEY("fit", fit, "줄 맞춤: auto 알아서, off 하지 않음, 또는 정한 값",        \
        "Line fitting: auto, off, or the values to use",                       \
        .otherwise = "auto")

static const Field line_text_fields[] = {
    KEY("text", template, "본문", "The text", REQUIRED), FIT, END};

static const Shape line_text = {
    .name = "line", .scalar = SCALAR_TEMPLATE, .fields = line_text_fields};

static const Field lead_text_fields[] = {
    KEY("lead", template, "괄호 안의 굵은 핵심어. 비면 찍지 않습니다",
        "Bold keyword in brackets; not printed when empty"),
    KEY("text", template, "본문", "The text", REQUIRED), FIT, END};

static const Shape lead_text = {
    .name = "text", .scalar = SCALAR_TEMPLATE, .fields = lead_text_fields};

/* Items of a list may have a list below them. */
static const Shape list_entries;

static const Field list_entry_fields[] = {
    KEY("lead", template, "괄호 안의 굵은 핵심어. 비면 찍지 않습니다",
        "Bold keyword in brackets; not printed when empty"),
    KEY("text", template, "본문", "The text", REQUIRED),
    KEY("list", list_entries, "아래 단계의 항목", "Items of the next level"),
    FIT, END};

static const Shape list_entry = {.name = "list_item",
                                 .scalar = SCALAR_TEMPLATE,
                                 .fields = list_entry_fields};
static const Shape list_entries = {.name = "list", .item = &list_entry};

/* Written in place, or the rows of a table with their levels in a column. */
static const Field list_rows_fields[] = {
    KEY("rows", rows_name, "표 이름, each 안에서는 rows",
        "Name of a table; inside each, rows", REQUIRED),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition"),
    EMPTY(),
    KEY("level", layout_column,
        "단계가 든 열: 1–8, 또는 1. 가. 1) 가) (1) (가) ① ㉮",
        "Column of the levels: 1 to 8, or 1. 가. 1) 가) (1) (가) ① ㉮",
        REQUIRED),
    KEY("lead", template, "괄호 안의 굵은 핵심어. 비면 찍지 않습니다",
        "Bold keyword in brackets; not printed when empty"),
    KEY("text", template, "본문", "The text", REQUIRED),
    FIT,
    END};
static const Shape list_block = {
    .name = "list_block", .item = &list_entry, .fields = list_rows_fields};

static const Field cover_fields[] = {
    KEY("slogan", template, "구호", "Slogan"),
    KEY("year", template, "제목 위의 연도", "Year above the title"),
    KEY("title", template, "제목", "Title"),
    KEY("organization", template, "아래의 기관 이름", "Name of the office at the foot"),
    KEY("date", template, "날짜", "Date"),
    END};

static const Shape cover = {
    .name = "cover", .scalar = SCALAR_NULL, .fields = cover_fields};

static const Shape contents_depth = {
    .scalar = SCALAR_INTEGER, .min = 1, .max = 3};
static const Field contents_fields[] = {
    KEY("title", template, "차례의 제목", "Title of the contents",
        .otherwise = "목차"),
    KEY("depth", contents_depth, "몇 단계까지 싣는지: 1 장, 2 절·분야, 3 과제",
        "Levels shown: 1 chapters, 2 sections and fields, 3 tasks",
        .otherwise = "3"),
    END};

static const Shape contents = {
    .name = "contents", .scalar = SCALAR_NULL, .fields = contents_fields};

static const Field facts_fields[] = {
    KEY("rows", rows_name, "표 이름", "Table", REQUIRED),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition"),
    EMPTY(),
    KEY("label", template, "이름표. 같은 너비로 벌려 찍습니다",
        "Label; all are spread to the same width", REQUIRED),
    KEY("text", template, "내용", "The text", REQUIRED),
    FIT,
    END};

static const Shape facts = {.name = "facts", .fields = facts_fields};

/* ---- blocks: table ---- */

static const Shape align = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"left", "center", "right", NULL}};
static const Shape width = {.scalar = SCALAR_PERCENT, .min = 10, .max = 1000};

static const Field column_fields[] = {
    KEY("name", template, "표머리에 찍는 이름", "Name in the table head",
        REQUIRED),
    KEY("value", layout_expression, "값을 내는 계산식. 적지 않으면 같은 이름의 열",
        "Expression for the value; by default the column of that name"),
    KEY("as", layout_format, "값의 서식, 예: percent, month-day",
        "Format of the value, such as percent or month-day"),
    KEY("align", align, "정렬. 적지 않으면 값의 종류를 따릅니다",
        "Alignment; by default by the type of the values"),
    KEY("width", width, "표 너비의 몇 %", "Width in % of the table"),
    FIT,
    END};

static const Shape column = {
    .name = "table_column", .scalar = SCALAR_COLUMN, .fields = column_fields};
static const Shape columns = {.item = &column};

static const Shape total_at = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"first", "last", NULL}};
static const Shape total_values = {.keys = SCALAR_COLUMN, .values = &template};

static const Field total_fields[] = {
    KEY("label", template, "합계 행의 이름", "Name of the total row",
        .otherwise = "계"),
    KEY("at", total_at, "합계 행의 자리", "Where the total row stands",
        .otherwise = "last"),
    KEY("values", total_values, "합계 행에서 따로 정하는 칸",
        "Cells of the total row that are given separately"),
    END};

static const Shape total = {.name = "total", .fields = total_fields};

static const Field table_fields[] = {
    KEY("rows", rows_name, "표 이름, each 안에서는 rows",
        "Name of a table; inside each, rows", REQUIRED),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition"),
    EMPTY(),
    KEY("caption", template, "표 제목", "Caption"),
    KEY("unit", text, "단위줄에 적는 단위. 적지 않으면 data의 단위",
        "Unit in the unit line; by default that in data"),
    KEY("rule", layout_expression, "이 값이 바뀌는 곳에 굵은 선을 긋습니다",
        "Draws a heavier rule where this value changes"),
    KEY("total", total, "합계 행", "Total row"),
    KEY("columns", columns, "찍을 열, 왼쪽부터", "Columns to print, from the left",
        REQUIRED),
    FIT,
    END};

static const Shape table = {.name = "table", .fields = table_fields};

/* ---- blocks: chart, tiles ---- */

static const Shape chart_kind = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){
        "composition", "share", "bars", "columns", "lines", "stacked", "area",
        "donut", "progress", "waterfall", "slope", "dots", "pyramid",
        "multiples", "sparklines", NULL}};
static const Shape chart_totals = {.item = &text};
/* One column, or several. */
static const Shape chart_values = {.name = "chart_values",
                                   .scalar = SCALAR_COLUMN,
                                   .fields = column_fields,
                                   .item = &column};

static const Shape data_table = {
    .scalar = SCALAR_CHOICE, .choices = (const char *const[]){"below", NULL}};

static const Field chart_fields[] = {
    KEY("kind", chart_kind, "그림의 종류", "Kind of chart", REQUIRED),
    KEY("rows", rows_name, "표 이름, each 안에서는 rows",
        "Name of a table; inside each, rows", REQUIRED),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition"),
    EMPTY(),
    KEY("category", column, "항목의 이름이 든 열", "Column of the categories",
        REQUIRED),
    KEY("values", chart_values, "수가 든 열. 여럿이면 계열이 됩니다",
        "Columns of figures; several make several series", REQUIRED),
    KEY("caption", template, "그림 제목. 앞에 ‘그림 1.’ 같은 번호가 붙습니다",
        "Caption; a number is put before it", REQUIRED),
    KEY("unit", text, "단위. 적지 않으면 data의 단위",
        "Unit; by default that in data"),
    KEY("base_date", template,
        "수가 어느 때의 것인지, 예: \"{base_date}\". 뒤에 ‘기준’이 붙습니다",
        "The date of the figures, as in \"{base_date}\"; 기준 is put after it"),
    KEY("source", template, "자료의 출처. 그림 아래의 ‘자료:’ 뒤에 적습니다",
        "Source of the figures, printed below the chart after 자료:"),
    KEY("data_table", data_table, "그린 수의 표. below: 그림 아래에",
        "A table of the figures drawn; below: below the chart"),
    KEY("target", column, "계획이나 목표가 든 열 (progress)",
        "Column of plans or targets (progress)"),
    KEY("beside", columns, "막대 옆에 찍을 열 (progress)",
        "Columns printed beside the bars (progress)"),
    KEY("totals", chart_totals,
        "증감이 아니라 합계인 항목의 이름 (waterfall). 첫 항목은 늘 합계입니다",
        "Names of categories that are totals, not changes (waterfall); the "
        "first always is one"),
    KEY("total", template,
        "전체의 이름 (donut), 끝에 세우는 합계의 이름 (waterfall). 적지 않으면 "
        "‘계’",
        "Name of the whole (donut) or of the sum at the end (waterfall); by "
        "default 계"),
    KEY("alt", template,
        "그림을 보지 못하는 사람에게 읽어 줄 글. 적지 않으면 수에서 만듭니다",
        "Text read to those who cannot see it; by default made from the figures"),
    FIT,
    END};

static const Shape chart = {.name = "chart", .fields = chart_fields};

static const Shape timeline_axis = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"vertical", "horizontal", NULL}};
static const Shape timeline_split = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"month", "quarter", "half", "year", NULL}};

static const Field timeline_fields[] = {
    KEY("rows", rows_name, "표 이름, each 안에서는 rows",
        "Name of a table; inside each, rows", REQUIRED),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition"),
    EMPTY(),
    KEY("date", layout_column, "날짜가 든 열", "Column of the dates", REQUIRED),
    KEY("text", template, "그날의 일", "What happened", REQUIRED),
    KEY("axis", timeline_axis,
        "vertical: 아래로 흐르는 띠, horizontal: 옆으로 흐르는 축",
        "vertical: a band down the page, horizontal: an axis across it",
        .otherwise = "vertical"),
    KEY("split", timeline_split,
        "가로축 한 토막에 담는 기간. 적지 않으면 가장 낮게 놓이도록 나눕니다",
        "Period of one part of the axis; by default what takes least height",
        .needs = "axis"),
    KEY("from", date, "첫날, 2023-01-01 꼴. 적지 않으면 첫 일의 달부터",
        "First day, as in 2023-01-01; by default the month of the first event"),
    KEY("to", date, "마지막 날, 2023-12-31 꼴. 적지 않으면 마지막 일의 달까지",
        "Last day, as in 2023-12-31; by default the month of the last event"),
    KEY("caption", template, "그림 제목. 앞에 ‘그림 1.’ 같은 번호가 붙습니다",
        "Caption; a number is put before it", REQUIRED),
    KEY("alt", template,
        "그림을 보지 못하는 사람에게 읽어 줄 글. 적지 않으면 날짜에서 만듭니다",
        "Text read to those who cannot see it; by default made from the dates"),
    FIT,
    END};

static const Shape timeline = {.name = "timeline", .fields = timeline_fields};

static const Shape schedule_unit = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"month", "quarter", "year", NULL}};

static const Field schedule_fields[] = {
    KEY("rows", rows_name, "표 이름, each 안에서는 rows. 한 행이 한 막대입니다",
        "Name of a table; inside each, rows. A row is a bar", REQUIRED),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition"),
    EMPTY(),
    KEY("name", layout_column,
        "사업의 이름이 든 열. 이름이 같은 행은 한 줄에 섭니다",
        "Column of the names of jobs; rows of one name share a line", REQUIRED),
    KEY("group", layout_column, "사업을 묶는 이름이 든 열, 예: 과제",
        "Column of names that group the jobs, such as their task"),
    KEY("text", template, "막대의 글", "Text of the bar"),
    KEY("start", layout_column,
        "시작이 든 열. 2024. 3. 1.은 물론 2024. 7월, 3분기, 상반기도 됩니다",
        "Column of the starts: days, but months, quarters and halves too",
        REQUIRED),
    KEY("end", layout_column,
        "끝이 든 열. 비었으면 시작이 하루일 때는 ◇로, 아니면 그 기간의 "
        "언젠가로 그립니다",
        "Column of the ends; if blank, a single day is drawn as ◇, a period "
        "as some time in it"),
    KEY("progress", layout_column,
        "진척이 든 열. 적지 않으면 기준일까지 한 것으로 봅니다",
        "Column of how much is done; by default up to the base date"),
    KEY("unit", schedule_unit, "한 칸의 기간. 적지 않으면 자리에 맞게 고릅니다",
        "Period of a column; by default as there is room"),
    KEY("base_date", date, "기준일, 2023-12-31 꼴. 적지 않으면 document의 것",
        "Base date, as in 2023-12-31; by default that of document"),
    KEY("from", date, "첫날, 2023-01-01 꼴. 적지 않으면 첫 시작부터",
        "First day, as in 2023-01-01; by default the first start"),
    KEY("to", date, "마지막 날, 2023-12-31 꼴. 적지 않으면 마지막 끝까지",
        "Last day, as in 2023-12-31; by default the last end"),
    KEY("caption", template, "그림 제목. 앞에 ‘그림 1.’ 같은 번호가 붙습니다",
        "Caption; a number is put before it", REQUIRED),
    KEY("alt", template,
        "그림을 보지 못하는 사람에게 읽어 줄 글. 적지 않으면 일정에서 만듭니다",
        "Text read to those who cannot see it; by default made from the jobs"),
    FIT,
    END};

static const Shape schedule = {.name = "schedule", .fields = schedule_fields};

static const Field map_fields[] = {
    KEY("rows", rows_name, "표 이름, each 안에서는 rows",
        "Name of a table; inside each, rows", REQUIRED),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition"),
    EMPTY(),
    KEY("name", layout_column, "지역의 이름이 든 열", "Column of the names of districts",
        REQUIRED),
    KEY("value", column, "수가 든 열", "Column of the figures", REQUIRED),
    KEY("row", layout_column,
        "격자의 행이 든 열, 위부터 1. 적지 않으면 17개 시도의 자리",
        "Column of the row in the grid, from 1 at the top; by default the places "
        "of the 17 provinces",
        .needs = "column"),
    KEY("column", layout_column, "격자의 열이 든 열, 왼쪽부터 1",
        "Column of the column in the grid, from 1 at the left", .needs = "row"),
    KEY("caption", template, "그림 제목. 앞에 ‘그림 1.’ 같은 번호가 붙습니다",
        "Caption; a number is put before it", REQUIRED),
    KEY("unit", text, "단위. 적지 않으면 data의 단위",
        "Unit; by default that in data"),
    KEY("alt", template,
        "그림을 보지 못하는 사람에게 읽어 줄 글. 적지 않으면 수에서 만듭니다",
        "Text read to those who cannot see it; by default made from the figures"),
    FIT,
    END};

static const Shape map = {.name = "map", .fields = map_fields};

static const Field step_fields[] = {
    KEY("title", template, "단계의 이름", "Name of the step", REQUIRED),
    KEY("text", template, "하는 일", "What is done"),
    KEY("by", template, "하는 곳", "Who does it"),
    KEY("with", template, "함께하는 상대 기관", "The counterpart"), END};

static const Shape step = {.name = "step", .fields = step_fields};
static const Shape step_list = {.item = &step};

static const Field flow_fields[] = {
    KEY("steps", step_list, "단계, 차례대로", "The steps in order",
        .flags = FIELD_REQUIRED, .excludes = "rows"),
    KEY("rows", rows_name, "표 이름. 한 행이 한 단계입니다",
        "Name of a table; a row is a step", .needs = "title", .excludes = "steps"),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition",
        .needs = "rows"),
    EMPTY(.needs = "rows"),
    KEY("title", template, "단계의 이름", "Name of the step", .needs = "rows"),
    KEY("text", template, "하는 일", "What is done", .needs = "rows"),
    KEY("by", template, "하는 곳", "Who does it", .needs = "rows"),
    KEY("with", template, "함께하는 상대 기관", "The counterpart",
        .needs = "rows"),
    KEY("caption", template, "그림 제목. 앞에 ‘그림 1.’ 같은 번호가 붙습니다",
        "Caption; a number is put before it", REQUIRED),
    KEY("alt", template,
        "그림을 보지 못하는 사람에게 읽어 줄 글. 적지 않으면 단계에서 만듭니다",
        "Text read to those who cannot see it; by default made from the steps"),
    FIT,
    END};

static const Shape flow = {.name = "flow", .fields = flow_fields};

static const Field tile_fields[] = {
    KEY("label", template, "지표의 이름", "Name of the key figure", REQUIRED),
    KEY("figure", template, "크게 찍는 수", "Figure in large type", REQUIRED),
    KEY("unit", template, "수 뒤의 단위", "Unit after the figure"),
    KEY("note", template, "아래의 작은 글", "Small text below"), END};

static const Shape tile = {.name = "tile", .fields = tile_fields};
static const Shape tiles = {.name = "tiles", .item = &tile};

/* ---- blocks: box ---- */

static const Shape entries = {.scalar = SCALAR_TEMPLATE, .item = &template};
static const Field box_fields[] = {
    KEY("label", template, "왼쪽의 이름표", "Label at the left", REQUIRED),
    KEY("entries", entries,
        "항목. 하나면 같은 each 안에서 앞 상자에 이어집니다",
        "Entries; a single one joins the box before it in the same each",
        REQUIRED),
    FIT, END};

static const Shape box = {.name = "box", .fields = box_fields};

/* ---- blocks: all ---- */

static const Shape block_list;
static const Shape cases;
static const Shape nothing = {.scalar = SCALAR_NULL};

#define NEW_PAGE                                                               \
    KEY("new_page", yes_no, "새 쪽에서 시작합니다", "Starts on a new page",    \
        .otherwise = "false")
#define BODY KEY("body", block_list, "이 제목 아래의 블록", "The blocks below")

/* A name of its own for what may be built alone; blocks.c holds it unique. */
static const Shape block_id = {.scalar = SCALAR_NAME};
#define ID                                                                     \
    KEY("id", block_id, "이 블록의 이름. --only로 이것만 만들 때 씁니다",      \
        "Name of this block, for making it alone with --only")

static const Field named[] = {ID, END};
static const Field heading_beside[] = {BODY, NEW_PAGE, FIT, ID, END};
static const Field field_beside[] = {
    KEY("note", template, "띠 오른쪽의 글, 예: 소관위원회",
        "Text at the right of the band, such as the committee"),
    BODY,
    KEY("new_page", yes_no,
        "새 쪽에서 시작합니다. 장의 첫 분야는 적지 않으면 장 제목에 잇습니다",
        "Starts on a new page; the first field of a chapter stays under it",
        .otherwise = "true"),
    FIT,
    ID,
    END};

static const Field each_beside[] = {
    KEY("by", layout_column, "이 열의 값이 같은 행끼리 묶어 한 번씩",
        "Once for each group of rows with the same value in this column",
        .excludes = "match"),
    KEY("blank", allowed, "ok: by 열이 빈 행도 한 묶음으로 봅니다",
        "ok: rows that are blank in that column make a group too",
        .needs = "by"),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition"),
    EMPTY(),
    KEY("body", block_list, "되풀이할 블록", "The blocks to repeat", REQUIRED,
        .excludes = "match"),
    KEY("match", layout_column, "이 열의 값에 따라 cases에서 고릅니다",
        "Chooses among cases by the value of this column", .needs = "cases"),
    KEY("cases", cases, "값마다 찍을 블록", "The blocks for each value",
        .needs = "match"),
    ID,
    END};

static const Field blocks[] = {
    KEY("cover", cover, "표지", "Cover"),
    KEY("contents", contents, "차례", "Contents"),
    KEY("chapter", template, "장 제목 Ⅰ", "Chapter heading",
        .beside = heading_beside),
    KEY("section", template, "절 제목 1", "Section heading",
        .beside = heading_beside),
    KEY("field", template, "분야 제목", "Heading of a field of work",
        .beside = field_beside),
    KEY("task", template, "과제 제목 ①", "Heading of a task",
        .beside = heading_beside),
    KEY("head", lead_text, "□ 항목", "Item marked □", .beside = named),
    KEY("item", lead_text, "○ 항목", "Item marked ○", .beside = named),
    KEY("subitem", lead_text, "- 항목", "Item marked -", .beside = named),
    KEY("point", lead_text, "· 항목", "Item marked ·", .beside = named),
    KEY("list", list_block, "법정 항목 1. 가. 1) 가) (1) (가) ① ㉮",
        "Numbered items of the eight statutory levels", .beside = named),
    KEY("item_note", line_text, "항목 아래의 ※", "※ under an item",
        .beside = named),
    KEY("note", line_text, "표·그림 아래의 ※", "※ under a table or chart",
        .beside = named),
    KEY("paragraph", line_text, "표시 없는 문단", "Plain paragraph",
        .beside = named),
    KEY("facts", facts, "이름표와 내용의 목록", "List of labels and texts",
        .beside = named),
    KEY("table", table, "표", "Table", .beside = named),
    KEY("chart", chart, "그림", "Chart", .beside = named),
    KEY("timeline", timeline, "연표: 날짜가 있는 일을 달마다",
        "Timeline: dated events, month by month", .beside = named),
    KEY("schedule", schedule, "추진일정: 달 위에 사업마다 막대를",
        "Schedule: a bar for each job over the months", .beside = named),
    KEY("map", map, "격자지도: 지역마다 한 칸",
        "Tile-grid map: a square for each district", .beside = named),
    KEY("flow", flow, "추진체계: 화살표로 잇는 단계",
        "Flow strip: steps joined by arrows", .beside = named),
    KEY("tiles", tiles, "주요 지표: 큰 수 몇 개를 나란히",
        "Key figures side by side", .beside = named),
    KEY("box", box, "당면사항 같은 상자", "Box, as in 당면사항",
        .beside = named),
    KEY("page_break", nothing, "새 쪽", "New page"),
    KEY("each", rows_name, "표의 행마다 되풀이", "Repeats for each row of a table",
        .beside = each_beside),
    END};

static const Shape block = {
    .name = "block", .scalar = SCALAR_NONE, .blocks = blocks};
static const Shape block_list = {.name = "body", .item = &block};

/* A case is one block, or a list of several. */
static const Shape case_blocks = {.blocks = blocks, .item = &block};
static const Shape cases = {
    .name = "cases", .keys = SCALAR_TEXT, .values = &case_blocks};

/* ---- the file ---- */

static const Field file_fields[] = {
    KEY("hanji", version, "레이아웃 언어의 판: 1", "Version of the language: 1",
        REQUIRED),
    KEY("document", layout_document,
        "책에 관한 사실. 글에서 {title}처럼 씁니다",
        "Facts about the book, used in texts as in {title}", REQUIRED),
    KEY("variables", variables, "글에서 {이름}으로 쓸 말",
        "Words of your own, used in texts as {name}"),
    KEY("readings", readings, "조사를 고르려고 적는 말의 소리, 예: robot: 로봇",
        "How words sound, for particles, as in robot: 로봇"),
    KEY("particles", layout_particles, "조사를 고르는 법",
        "How particles are chosen"),
    KEY("phrases", phrases, "줄을 바꾸며 나누지 않을 말, 예: [대전 0시 축제]",
        "Phrases that are not broken across lines"),
    KEY("theme", path, "테마: 이름(council, large-print)이나 테마 파일",
        "The looks: a name (council, large-print) or a theme file",
        .otherwise = "council"),
    KEY("data", layout_data, "CSV 파일에서 읽거나 다른 표로 만드는 표",
        "Tables, read from CSV files or made from other tables"),
    KEY("checks", layout_checks,
        "행마다 맞아야 하는 식 (표: 식), 또는 표 사이에 맞아야 하는 식 (check: "
        "식)",
        "Equations that must hold in every row (table: equation), or between "
        "tables (check: equation)"),
    KEY("waive", layout_waivers, "맞지 않아도 되는 칸. 까닭과 기한을 함께 적습니다",
        "Cells that need not agree, with the reason and a last day"),
    KEY("body", block_list, "책의 내용, 찍을 순서대로",
        "The content of the book in order", REQUIRED),
    END};

const Shape layout_shape = {.name = "layout", .fields = file_fields};
