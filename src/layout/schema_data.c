/*
 * The layout language: tables, what must agree in them and what need not. Part
 * of the table in schema_layout.c.
 */
#include "layout/schema.h"

static const Shape text = {.scalar = SCALAR_TEXT};
static const Shape path = {.scalar = SCALAR_PATH};
static const Shape yes_no = {.scalar = SCALAR_BOOL};
static const Shape date = {.scalar = SCALAR_DATE};
static const Shape allowed = {
    .scalar = SCALAR_CHOICE, .choices = (const char *const[]){"ok", NULL}};

/* ---- data ---- */

static const char *const column_types[] = {
    "text", "integer", "decimal", "money", "ratio",
    "date", "period",  "code",    "yesno", NULL};
static const Shape column_type = {
    .name = "type", .scalar = SCALAR_CHOICE, .choices = column_types};

static const Field data_column_fields[] = {
    KEY("type", column_type, "열의 종류", "Type of the column", REQUIRED),
    KEY("unit", text, "이 열의 단위", "Unit of this column"), END};

static const Shape data_column = {.name = "data_column",
                                  .scalar = SCALAR_CHOICE,
                                  .choices = column_types,
                                  .fields = data_column_fields};
static const Shape data_columns = {.keys = SCALAR_COLUMN,
                                   .values = &data_column};

static const Shape encoding = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){"utf-8", "cp949", "euc-kr", "utf-16le",
                                     "utf-16be", NULL}};
static const Shape delimiter = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){",", ";", "\t", "|", NULL}};
static const Shape head_rows = {.scalar = SCALAR_INTEGER, .min = 1, .max = 3};
static const Shape column_list = {.item = &layout_column};

/* ---- data: tables made from others ---- */

static const Shape table_name = {.scalar = SCALAR_TABLE};
static const Shape digits = {.scalar = SCALAR_INTEGER, .min = 0, .max = 6};
static const Shape take = {.scalar = SCALAR_INTEGER, .min = 1, .max = 1000000};
static const Shape group_columns = {.scalar = SCALAR_COLUMN,
                                    .item = &layout_column};

static const Field join_fields[] = {
    KEY("table", table_name, "이어 붙일 표", "The table to join", REQUIRED),
    KEY("on", layout_column, "두 표에 함께 있는 열", "A column that both have",
        REQUIRED),
    END};
static const Shape join = {.name = "join", .fields = join_fields};

static const Field pivot_fields[] = {
    KEY("down", layout_column, "값이 행이 될 열", "Column whose values become rows",
        REQUIRED),
    KEY("across", layout_column, "값이 머리글이 될 열",
        "Column whose values become headers", REQUIRED),
    KEY("value", layout_expression, "칸의 값, 예: sum(예산)",
        "What a cell holds, as in sum(예산)", REQUIRED),
    END};
static const Shape pivot = {.name = "pivot", .fields = pivot_fields};

static const Field rate_fields[] = {
    KEY("from", layout_column, "옛 값의 열", "Column of the old figures",
        REQUIRED),
    KEY("to", layout_column, "새 값의 열", "Column of the new figures", REQUIRED),
    END};
static const Shape rate = {.name = "rate", .fields = rate_fields};

/* Exactly one of the first five; doc/derived.c tells when not. */
static const Field computed_fields[] = {
    KEY("value", layout_expression, "값을 내는 식", "Expression for the value"),
    KEY("rank", layout_column, "이 열의 순위, 큰 값부터",
        "Rank by this column, from the greatest"),
    KEY("running", layout_column, "이 열의 첫 행부터의 누계",
        "Running total of this column from the first row on"),
    KEY("share", layout_column,
        "이 열의 구성비. 반올림한 값의 합이 100%가 되게 나눕니다",
        "Share of this column; rounded shares add up to 100%"),
    KEY("rate", rate, "증감률. 옛 값이 0이면 순증, 순감, -로 적습니다",
        "Rate of change; 순증, 순감 or - where the old figure is 0"),
    KEY("digits", digits, "반올림할 소수 자릿수",
        "Number of decimals to round to"),
    KEY("unit", text, "이 열의 단위", "Unit of this column"),
    END};
static const Shape computed = {.name = "computed_column",
                               .scalar = SCALAR_EXPR,
                               .fields = computed_fields};
static const Shape computed_columns = {.keys = SCALAR_TEXT,
                                       .values = &computed};

static const Shape sort_order = {.scalar = SCALAR_CHOICE,
                                 .choices =
                                     (const char *const[]){"up", "down", NULL}};
static const Field sort_fields[] = {
    KEY("by", layout_column, "차례를 정하는 열", "Column to sort by", REQUIRED),
    KEY("order", sort_order, "up 작은 값부터, down 큰 값부터",
        "up: from the least; down: from the greatest", .otherwise = "up"),
    END};
static const Shape sort_key = {
    .name = "sort_key", .scalar = SCALAR_COLUMN, .fields = sort_fields};
static const Shape sort_keys = {
    .scalar = SCALAR_COLUMN, .fields = sort_fields, .item = &sort_key};

static const Field table_source_fields[] = {
    KEY("csv", path, "CSV 파일. 이 레이아웃이 있는 폴더에서 본 경로",
        "CSV file, by its path from the folder of this layout", REQUIRED,
        .excludes = "from"),
    KEY("unit", text, "금액 열의 단위, 예: 억 원",
        "Unit of money columns, as in 억 원"),
    KEY("key", layout_column, "표[이름]으로 행을 찾는 열. 적지 않으면 첫 열",
        "Column that table[name] looks in; by default the first"),
    KEY("columns", data_columns, "열의 종류. 적지 않은 열은 값을 보고 정합니다",
        "Types of columns; those not listed are judged by their values"),
    KEY("fill_down", column_list, "빈칸을 위 칸의 값으로 채우는 열",
        "Columns whose blank cells repeat the cell above"),
    KEY("encoding", encoding, "파일의 인코딩. 적지 않으면 알아냅니다",
        "Encoding; by default it is detected", .needs = "csv"),
    KEY("delimiter", delimiter,
        "구분 문자. 적지 않으면 알아냅니다",
        "Delimiter; by default it is detected", .needs = "csv"),
    KEY("pad", yes_no, "짧은 행의 모자란 칸을 빈칸으로 봅니다",
        "Takes the missing cells of short rows as blank", .otherwise = "false",
        .needs = "csv"),
    KEY("head_rows", head_rows,
        "머리글의 행 수. 위아래 이름을 이어 '일반회계 예산'처럼 부릅니다",
        "Number of header rows; their names are joined, as in 일반회계 예산",
        .otherwise = "1", .needs = "csv"),
    KEY("from", table_name,
        "이 표에서 만듭니다. 그 표는 위에 적혀 있어야 합니다",
        "Makes the table from this one, which must stand above", .excludes = "csv"),
    KEY("join", join, "다른 표의 열을 이어 붙입니다",
        "Adds the columns of another table", .needs = "from"),
    KEY("where", layout_expression, "이 조건에 맞는 행만", "Only rows that meet this condition",
        .needs = "from"),
    KEY("pivot", pivot, "한 열의 값을 머리글로 옮겨 두 방향 표를 만듭니다",
        "Makes a two-way table, with the values of a column as headers",
        .needs = "from", .excludes = "group"),
    KEY("group", group_columns, "이 열들의 값이 같은 행을 한 행으로 묶습니다",
        "Makes one row of rows with the same values in these columns", .needs = "from"),
    KEY("blank", allowed, "ok: 묶는 열이 빈 행도 한 묶음으로 봅니다",
        "ok: rows that are blank in those columns make a group too",
        .needs = "from"),
    KEY("compute", computed_columns,
        "더할 열. group이 있으면 식은 묶음의 행들을 봅니다",
        "Columns to add; with group, expressions see the rows of a group",
        .needs = "from"),
    KEY("sort", sort_keys, "이 열의 차례로 늘어놓습니다", "Sorts by these columns",
        .needs = "from"),
    KEY("take", take, "처음부터 몇 행만 쓰는지",
        "How many rows to keep, from the first", .needs = "from"),
    END};

static const Shape table_source = {.name = "data_table",
                                   .fields = table_source_fields};
const Shape layout_data = {
    .name = "data", .keys = SCALAR_NAME, .values = &table_source};

static const Shape check = {.name = "check",
                            .keys = SCALAR_CHECKED,
                            .values = &layout_expression,
                            .single = true};
const Shape layout_checks = {.item = &check};

/* ---- waivers ---- */

static const Shape waiver_check = {
    .scalar = SCALAR_CHOICE,
    .choices = (const char *const[]){
        "total-row", "total-column", "ratio-column", "change-column",
        "head-formula", "row-count", "weekday-column", "date-order",
        "magnitude", "fact-twice", "fact-near", "unit-slip", "text-figure",
        "text-near", "check-failed", "check-false", "check-apart",
        "check-unmet", NULL}};

static const Field waiver_fields[] = {
    KEY("table", table_name, "data의 표", "Table of data", REQUIRED),
    KEY("check", waiver_check, "허용하는 검사. 적지 않으면 모두",
        "The check that may fail; by default any"),
    KEY("row", text, "key 열의 값. 적지 않으면 모든 행",
        "Value of the key column; by default any row"),
    KEY("column", layout_column, "열. 적지 않으면 모든 열",
        "Column; by default any"),
    KEY("reason", text, "까닭", "The reason", REQUIRED),
    KEY("owner", text, "책임지는 사람이나 부서", "Who answers for it",
        REQUIRED),
    KEY("until", date, "이 날까지만, 2024-06-30 꼴. base_date와 견줍니다",
        "Last day, as in 2024-06-30; compared with base_date", REQUIRED),
    END};

static const Shape waiver = {.name = "waiver", .fields = waiver_fields};
const Shape layout_waivers = {.item = &waiver};
