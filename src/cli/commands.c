/* The table of commands. */
#include "cli/commands.h"

#define BIT(id) OPTION_BIT(OPT_##id)
#define EXAMPLES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* What every command that opens fonts takes. */
#define FONT_OPTIONS (BIT(FONTS) | BIT(FONT_LOCK))

static const CommandInfo infos[] = {
    {"build", "LAYOUT", 1, 1,
     BIT(OUTPUT) | BIT(FORMAT) | BIT(PAGES) | BIT(ONLY) | BIT(SET) | BIT(JOBS) |
         BIT(MAX_PAGES) | BIT(DPI) | BIT(DEPS) | BIT(MAP) | BIT(REPORT) | FONT_OPTIONS,
     command_build, "레이아웃과 CSV 파일로 책을 만듦 (기본: out/이름.pdf)",
     "makes a book from a layout and CSV files (out/NAME.pdf)",
     EXAMPLES(
         "hanji build layouts/briefing.yaml",
         "hanji build layouts/briefing.yaml -o 업무보고.pdf --set year=2025",
         "hanji build layouts/briefing.yaml --format png --pages 1,3-4",
         "hanji build layouts/briefing.yaml --only 예산구성 --format svg")},
    {"check", "LAYOUT", 1, 1, BIT(SET) | BIT(MAX_PAGES) | FONT_OPTIONS,
     command_check,
     "책을 쓰지 않고 자료, 합계, 레이아웃, 넘침, 글자를 검사함",
     "checks data, sums, layout, overflow and glyphs; writes no book",
     EXAMPLES("hanji check layouts/briefing.yaml",
              "hanji check layouts/briefing.yaml --diagnostics github")},
    {"inspect", "LAYOUT", 1, 1,
     BIT(OUTPUT) | BIT(PAGES) | BIT(ONLY) | BIT(SET) | BIT(MAX_PAGES) |
         BIT(DUMP) | FONT_OPTIONS,
     command_inspect, "쪽에 놓인 것을 JSON으로 보임: 글, 자리, 태그, 값이 나온 칸",
     "shows laid-out pages as JSON: text, places, tags, source cells",
     EXAMPLES("hanji inspect layouts/briefing.yaml --pages 3",
              "hanji inspect layouts/briefing.yaml --dump")},
    {"where", "LAYOUT PAGE TEXT", 3, 3,
     BIT(OUTPUT) | BIT(SET) | BIT(MAX_PAGES) | FONT_OPTIONS,
     command_where, "쪽에 찍힌 값이 어느 칸에서 나왔는지 보임",
     "shows which cells a printed value came from",
     EXAMPLES("hanji where layouts/briefing.yaml 3 64.3%",
              "hanji where layouts/briefing.yaml 3 '11조 6,250억'")},
    {"csv dump", "FILE", 1, 1,
     BIT(OUTPUT) | BIT(ENCODING) | BIT(DELIMITER) | BIT(NO_HEADER) |
         BIT(VERBOSE),
     command_csv_dump, "CSV 파일을 읽은 대로 JSON으로 보임",
     "shows a CSV file as JSON, after decoding",
     EXAMPLES("hanji csv dump data/budget.csv",
              "hanji csv dump 옛자료.csv -v --no-header")},
    {"csv sum", "FILE COLUMN [COLUMN …]", 2, 1000,
     BIT(OUTPUT) | BIT(ENCODING) | BIT(DELIMITER) | BIT(VERBOSE),
     command_csv_sum,
     "첫 열의 값마다 행을 세고 나머지 열을 더함",
     "counts rows and adds up columns for each value of the first column",
     EXAMPLES("hanji csv sum data/tasks.csv 분야",
              "hanji csv sum 거래내역.csv 부서 예산액 집행액")},
    {"text breaks", "[FILE]", 0, 1, BIT(OUTPUT) | BIT(MODE),
     command_text_breaks, "줄을 바꿀 수 있는 자리를 표시함: | 보통, ¦ 부득이할 때",
     "marks where lines may break: | normally, ¦ in an emergency",
     EXAMPLES("hanji text breaks 원고.txt",
              "echo '총 82개 과제를 추진함' | hanji text breaks")},
    {"text lines", "[FILE]", 0, 1,
     BIT(OUTPUT) | BIT(MODE) | BIT(WIDTH) | BIT(SIZE) | BIT(FONT) |
         BIT(NO_FIT) | BIT(THEME) | FONT_OPTIONS,
     command_text_lines, "문단을 줄로 나누어 JSON으로 보임",
     "shows paragraphs broken into lines, as JSON",
     EXAMPLES("hanji text lines --width 170mm --size 15pt 원고.txt")},
    {"fonts", "[--lock FILE …]", 0, 1000,
     BIT(OUTPUT) | BIT(THEME) | BIT(VERIFY) | BIT(LOCK) | FONT_OPTIONS,
     command_fonts, "글꼴 역할마다 어느 글꼴 파일을 쓰는지 보임",
     "shows which font files the font roles use",
     EXAMPLES("hanji fonts --theme large-print", "hanji fonts --verify",
              "hanji fonts --lock /usr/share/fonts/truetype/nanum/"
              "NanumGothic.ttf")},
    {"schema", "[layout|theme]", 0, 1, BIT(OUTPUT), command_schema,
     "레이아웃이나 테마의 JSON Schema를 보임",
     "prints the JSON Schema of layouts or themes",
     EXAMPLES("hanji schema > layout.schema.json", "hanji schema theme")},
    {"explain", "[CODE]", 0, 1, BIT(OUTPUT), command_explain,
     "메시지 끝의 [코드]를 풀이함", "explains the [code] of a message",
     EXAMPLES("hanji explain csv-ragged", "hanji explain")},
    {"info", "", 0, 0, BIT(OUTPUT) | FONT_OPTIONS, command_info,
     "판 번호와 파일을 찾는 자리를 보임",
     "shows versions, and where files are looked for",
     EXAMPLES("hanji info")},
};

enum { COUNT = sizeof infos / sizeof *infos };

const CommandInfo *command_infos(size_t *n)
{
    *n = COUNT;
    return infos;
}

bool command_in_group(const CommandInfo *c, Str word)
{
    Str name = str_of(c->name);
    return name.n > word.n && str_starts(name, word) && name.p[word.n] == ' ';
}

bool command_group(Str word)
{
    for (size_t i = 0; i < COUNT; i++)
        if (command_in_group(&infos[i], word))
            return true;
    return false;
}

/* How many of the words are the name of the command, 0 when they are not. */
static size_t words_match(const char *name, const Str *words, size_t n)
{
    Str rest = str_of(name);
    for (size_t used = 0; used < n; used++) {
        if (!str_starts(rest, words[used]))
            return 0;
        rest = str_sub(rest, words[used].n, rest.n);
        if (rest.n == 0)
            return used + 1;
        if (words[used].n == 0 || rest.p[0] != ' ')
            return 0;
        rest = str_sub(rest, 1, rest.n);
    }
    return 0;
}

/* Nothing when no command is near. */
static const char *nearest_shown(const Str *words, size_t n, Diags *diags)
{
    Str names[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        names[i] = str_of(infos[i].name);
    Str near = {"", 0};
    if (n > 1)
        near =
            str_nearest(str_of(diag_arg(diags, STR_FMT " " STR_FMT,
                                        STR_ARG(words[0]), STR_ARG(words[1]))),
                        names, COUNT);
    if (near.n == 0)
        near = str_nearest(words[0], names, COUNT);
    return diag_str(diags, near);
}

/* What was asked for: two words when the first begins commands of two. */
static const char *asked_shown(const Str *words, size_t n, Diags *diags)
{
    return n > 1 && command_group(words[0])
               ? diag_arg(diags, STR_FMT " " STR_FMT, STR_ARG(words[0]),
                          STR_ARG(words[1]))
               : diag_str(diags, words[0]);
}

const CommandInfo *command_find(const Str *words, size_t nwords, Diags *diags,
                                size_t *used)
{
    for (size_t i = 0; i < COUNT; i++) {
        *used = words_match(infos[i].name, words, nwords);
        if (*used > 0)
            return &infos[i];
    }
    if (nwords == 0)
        diag0(diags, DIAG_COMMAND_MISSING, POS_NONE);
    else
        diag(diags, DIAG_COMMAND_UNKNOWN, POS_NONE,
             asked_shown(words, nwords, diags), nearest_shown(words, nwords, diags));
    return NULL;
}
