/* Reading the command line by the table of options. */
#include "cli/options.h"

#include "cli/option_values.h"
#include "doc/block.h"

#include <glib.h>
#include <string.h>

static const OptionInfo infos[OPTION_COUNT] = {
    [OPT_OUTPUT] = {"output", 'o', "FILE", option_output, NULL,
                    "결과 파일; -는 표준 출력",
                    "where to write; - is standard output"},
    [OPT_FORMAT] = {"format", 0, "FORMAT", option_format, "pdf|png|svg",
                    "결과의 형식: pdf, png, svg (기본: 파일 이름대로)",
                    "pdf, png or svg (default: as the file is named)"},
    [OPT_PAGES] = {"pages", 0, "LIST", option_pages, "2,4-6",
                   "만들 쪽: 2,4-6 (파일의 첫 쪽이 1)",
                   "pages to make: 2,4-6 (1 is the first in the file)"},
    [OPT_MAX_PAGES] = {"max-pages", 0, "N", option_max_pages, "1..1000000",
                       "이보다 긴 책은 만들지 않음 (기본: 20000)",
                       "refuses a longer book (default: 20000)"},
    [OPT_ONLY] = {"only", 0, "ID", option_only, NULL,
                  "레이아웃에서 이 id를 붙인 블록 하나만, 그 크기로",
                  "one block alone, cut to its size: the one with this id"},
    [OPT_SET] = {"set", 0, "KEY=VALUE", option_set, "year=2025",
                 "document나 variables의 값을 바꿈; 여러 번 쓸 수 있음",
                 "replaces a value of document or variables; may be repeated"},
    [OPT_JOBS] = {"jobs", 'j', "N", option_jobs, "1..256",
                  "한꺼번에 그릴 쪽의 수 (기본: 프로세서 수)",
                  "pages painted at a time (default: one for each processor)"},
    [OPT_DPI] = {"dpi", 0, "N", option_dpi, "10..1200",
                 "PNG의 해상도 (기본: 110)",
                 "resolution of PNG (default: 110)"},
    [OPT_DEPS] = {"deps", 0, "FILE", option_deps, NULL,
                  "읽은 파일의 목록을 make 규칙으로 적음",
                  "writes the files read as a make rule"},
    [OPT_MAP] = {"map", 0, "FILE", option_map, NULL,
                 "찍힌 값마다 나온 칸과 계산을 JSON으로 적음",
                 "writes the cells and calculation behind every value as JSON"},
    [OPT_REPORT] = {"report", 0, "FILE", option_report, NULL,
                    "줄 맞춤을 한 문단을 JSON으로 적음",
                    "writes the paragraphs whose lines were fitted as JSON"},
    [OPT_DUMP] = {"dump", 0, NULL, option_dump, NULL,
                  "JSON 대신 읽기 쉬운 글로 (시험에 씀)",
                  "readable text instead of JSON (what tests compare)"},
    [OPT_FONTS] = {"fonts", 0, "DIR", option_fonts, NULL,
                   "글꼴 폴더; 여러 번 쓸 수 있음",
                   "a folder of fonts; may be repeated"},
    [OPT_FONT_LOCK] =
        {"font-lock", 0, "FILE", option_font_lock, NULL,
         "글꼴 목록 파일 (기본: hanji와 함께 설치된 fonts.lock)",
         "the font lock (default: the fonts.lock installed with hanji)"},
    [OPT_THEME] = {"theme", 0, "FILE", option_theme, NULL,
                   "테마 이름이나 파일 (기본: council)",
                   "a theme, by name or file (default: council)"},
    [OPT_VERIFY] = {"verify", 0, NULL, option_verify, NULL,
                    "글꼴 파일 전체의 SHA-256을 맞춰 봄",
                    "compares the SHA-256 of the whole font files"},
    [OPT_LOCK] = {"lock", 0, NULL, option_lock, NULL,
                  "이 글꼴 파일들을 글꼴 목록에 적을 줄로 보임",
                  "prints the lines of the font lock for these font files"},
    [OPT_ENCODING] =
        {"encoding", 0, "NAME", option_encoding, NULL,
         "CSV의 인코딩: utf-8, cp949 … (기본: 알아냄)",
         "encoding of the CSV: utf-8, cp949 … (default: detected)"},
    [OPT_DELIMITER] = {"delimiter", 0, "CHAR", option_delimiter, NULL,
                       "CSV의 구분 문자: , tab ; (기본: 알아냄)",
                       "delimiter of the CSV: , tab ; (default: detected)"},
    [OPT_NO_HEADER] = {"no-header", 0, NULL, option_no_header, NULL,
                       "첫 행도 자료로 봄", "the first row is data too"},
    [OPT_VERBOSE] = {"verbose", 'v', NULL, option_verbose, NULL,
                     "무엇을 알아냈는지 표준 오류에 적음",
                     "tells on standard error what was detected"},
    [OPT_MODE] = {"mode", 0, "MODE", option_mode, "word|syllable",
                  "줄바꿈 단위: word(어절, 기본), syllable(음절)",
                  "break by word (default) or by syllable"},
    [OPT_WIDTH] = {"width", 0, "LENGTH", option_width, "170mm",
                   "줄의 너비 (기본: 170mm)", "width of the lines (default: 170mm)"},
    [OPT_SIZE] = {"size", 0, "LENGTH", option_size, "15pt",
                  "글자 크기 (기본: 15pt)", "type size (default: 15pt)"},
    [OPT_FONT] = {"font", 0, "ROLE", option_font, NULL,
                  "테마의 글꼴 역할 (기본: 첫 역할)",
                  "a font role of the theme (default: its first)"},
    [OPT_NO_FIT] = {"no-fit", 0, NULL, option_no_fit, NULL,
                    "줄 맞춤을 하지 않음", "lines are not fitted"},
    [OPT_DIAGNOSTICS] = {"diagnostics", 0, "FORM", option_diagnostics,
                         "human|json|sarif|github",
                         "메시지의 형식: human, json, sarif, github",
                         "form of messages: human, json, sarif, github"},
    [OPT_FAIL_LEVEL] =
        {"fail-level", 0, "LEVEL", option_fail_level, "note|warning|error",
         "이 수준부터 실패로 봄: note, warning, error (기본)",
         "failure from this level on: note, warning, error (default)"},
    [OPT_LANG] = {"lang", 0, "LANG", option_lang, "ko|en",
                  "메시지와 도움말의 언어: ko, en (기본: 로캘)",
                  "language of messages and help: ko, en (default: locale)"},
    [OPT_HELP] = {"help", 'h', NULL, option_help, NULL, "이 도움말", "this help"},
    [OPT_VERSION] = {"version", 0, NULL, option_version, NULL, "판 번호",
                     "the version"},
};

const OptionInfo *option_info(OptionId id)
{
    return &infos[id];
}

const char *option_shown(OptionId id, Diags *diags)
{
    return diag_arg(diags, "--%s", infos[id].name);
}

/* The command line while it is read. */
typedef struct Reader {
    int argc, at;
    char *const *argv;
    Arena *arena;
    Diags *diags;
    Options *out;
} Reader;

/* "--jobs", or nothing when no option is near. */
static const char *nearest_shown(Str name, Diags *diags)
{
    Str names[OPTION_COUNT];
    for (int i = 0; i < OPTION_COUNT; i++)
        names[i] = str_of(infos[i].name);
    Str near = str_nearest(name, names, OPTION_COUNT);
    return near.n > 0 ? diag_arg(diags, "--" STR_FMT, STR_ARG(near)) : "";
}

static bool find_long(Str name, OptionId *id)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (str_eq_c(name, infos[i].name)) {
            *id = (OptionId)i;
            return true;
        }
    }
    return false;
}

static bool find_letter(char letter, OptionId *id)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (infos[i].letter == letter) {
            *id = (OptionId)i;
            return true;
        }
    }
    return false;
}

/* Applies an option; `value` is what stood with it, NULL when nothing did:
 * then the next argument is taken. */
static void option_apply(Reader *r, OptionId id, const char *value)
{
    const OptionInfo *info = &infos[id];
    r->out->given |= OPTION_BIT(id);
    if (!info->value && value) {
        diag(r->diags, DIAG_OPTION_PLAIN, POS_NONE, option_shown(id, r->diags));
        return;
    }
    if (info->value && !value && r->at < r->argc)
        value = r->argv[r->at++];
    if (info->value && !value) {
        diag(r->diags, DIAG_OPTION_NEEDS, POS_NONE, option_shown(id, r->diags),
             info->value);
        return;
    }
    if (!info->read(str_of(value), r->out, r->arena))
        diag(r->diags, DIAG_OPTION_VALUE, POS_NONE, option_shown(id, r->diags),
             value, info->form ? info->form : info->value);
}

static void read_long(Reader *r, const char *arg)
{
    const char *equals = strchr(arg, '=');
    Str name = {arg, equals ? (size_t)(equals - arg) : strlen(arg)};
    OptionId id;
    if (find_long(name, &id))
        option_apply(r, id, equals ? equals + 1 : NULL);
    else
        diag(r->diags, DIAG_OPTION_UNKNOWN, POS_NONE,
             diag_arg(r->diags, "--" STR_FMT, STR_ARG(name)),
             nearest_shown(name, r->diags));
}

/* -oFILE and -o FILE; letters are not joined. */
static void read_letter(Reader *r, const char *arg)
{
    OptionId id;
    if (find_letter(arg[0], &id))
        option_apply(r, id, arg[1] ? arg + 1 : NULL);
    else
        diag(r->diags, DIAG_OPTION_UNKNOWN, POS_NONE,
             diag_arg(r->diags, "-%s", arg), "");
}

static void read_all(Reader *r)
{
    bool only_args = false;
    while (r->at < r->argc) {
        const char *arg = r->argv[r->at++];
        if (only_args || arg[0] != '-' || arg[1] == '\0')
            r->out->args[r->out->nargs++] = str_of(arg);
        else if (arg[1] != '-')
            read_letter(r, arg + 1);
        else if (arg[2] != '\0')
            read_long(r, arg + 2);
        else
            only_args = true;
    }
}

/* Whether the name ends as files of the format do. */
static bool is_named_so(Str output, const PaintFormat *f)
{
    Str base = path_base(output);
    size_t n = strlen(f->name);
    return base.n > n + 1 && base.p[base.n - n - 1] == '.' &&
           g_ascii_strncasecmp(base.p + base.n - n, f->name, n) == 0;
}

/* The format that --output names by its ending; --format must not gainsay
 * it. */
static void settle_format(Options *o, Diags *diags)
{
    size_t n;
    const PaintFormat *formats = painter_formats(&n);
    for (size_t i = 0; i < n; i++) {
        if (!is_named_so(o->output, &formats[i]))
            continue;
        if (!(o->given & OPTION_BIT(OPT_FORMAT)))
            o->format = &formats[i];
        else if (o->format != &formats[i])
            diag(diags, DIAG_OUTPUT_SUFFIX, POS_NONE, o->format->name,
                 diag_str(diags, o->output));
    }
}

bool options_read(int argc, char *const *argv, Arena *a, Diags *diags,
                  Options *out)
{
    size_t n = (size_t)argc;
    size_t before = diags_count(diags, LEVEL_ERROR), nformats;
    *out = (Options){.format = painter_formats(&nformats),
                     .jobs = (int)g_get_num_processors(),
                     .dpi = 110,
                     .pages_max = DOCUMENT_PAGES,
                     .width = LEN_MM(170),
                     .size = LEN_PT(15),
                     .fail_level = LEVEL_ERROR,
                     .language = option_language_default()};
    out->args = ARENA_ARRAY(a, Str, n);
    out->sets = ARENA_ARRAY(a, LayoutSet, n);
    out->font_dirs = ARENA_ARRAY(a, Str, n);
    Reader r = {argc, 1, argv, a, diags, out};
    read_all(&r);
    settle_format(out, diags);
    return diags_count(diags, LEVEL_ERROR) == before;
}
