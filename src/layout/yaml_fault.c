/* The problems of libyaml, told to the author of the file. */
#include "layout/yaml_fault.h"

#include <string.h>
#include <yaml.h>

/* The place of a byte, for faults that have no mark. */
static Pos pos_of_byte(Str text, size_t byte, uint32_t file)
{
    Pos pos = {file, 1, 1};
    for (size_t i = 0; i < byte && i < text.n; i++) {
        if (text.p[i] == '\n') {
            pos.line++;
            pos.col = 1;
        } else if (((unsigned char)text.p[i] & 0xC0) != 0x80) {
            pos.col++;
        }
    }
    return pos;
}

bool yaml_fault_check_encoding(Str text, uint32_t file, Diags *diags)
{
    ptrdiff_t bad = utf8_check(text);
    if (bad < 0)
        return true;
    unsigned first = (unsigned char)text.p[bad];
    diag(diags, DIAG_YAML_ENCODING, pos_of_byte(text, (size_t)bad, file),
         diag_arg(diags, "0x%02X", first));
    return false;
}

/* ---- what stands at a mark ---- */

static size_t byte_of_mark(Str text, yaml_mark_t mark)
{
    size_t at = 0;
    for (size_t i = 0; i < mark.index && at < text.n; i++)
        str_next(text, &at);
    return at;
}

/* Only the indentation and the dashes of lists stand before it. */
static bool begins_line(Str text, yaml_mark_t mark)
{
    for (size_t at = byte_of_mark(text, mark); at > 0; at--) {
        char before = text.p[at - 1];
        if (before == '\n')
            return true;
        if (before != ' ' && before != '\t' && before != '-')
            return false;
    }
    return true;
}

/* ---- the faults ---- */

/* Where a fault is shown. */
typedef enum Place {
    AT_PROBLEM, /* where the parser stumbled */
    AT_CONTEXT, /* where the thing it was reading began */
    AT_LINE     /* the former when it is on the line of the latter */
} Place;

/* libyaml's wording, or part of it, and what it means to an author. The first
 * match counts; `context` tells apart problems of the same wording. */
static const struct {
    const char *context, *problem;
    DiagCode code;
    Place place;
} faults[] = {
    {"", "tab character", DIAG_YAML_TAB, AT_PROBLEM},
    {"", "cannot start any token", DIAG_YAML_START, AT_PROBLEM},
    {"scanning an alias", "", DIAG_YAML_START, AT_CONTEXT},
    {"scanning an anchor", "", DIAG_YAML_START, AT_CONTEXT},
    {"scanning a tag", "", DIAG_YAML_START, AT_CONTEXT},
    {"scanning a block scalar", "", DIAG_YAML_START, AT_CONTEXT},
    {"", "mapping keys are not allowed", DIAG_YAML_START, AT_PROBLEM},
    {"", "expected node content", DIAG_YAML_START, AT_PROBLEM},
    {"", "block sequence entries are not", DIAG_YAML_START, AT_PROBLEM},
    {"", "mapping values are not allowed", DIAG_YAML_COLON, AT_PROBLEM},
    {"", "could not find expected ':'", DIAG_YAML_NO_COLON, AT_CONTEXT},
    {"quoted scalar", "unexpected end of", DIAG_YAML_QUOTE, AT_CONTEXT},
    {"quoted scalar", "document indicator", DIAG_YAML_QUOTE, AT_CONTEXT},
    {"flow mapping", "", DIAG_YAML_BRACE, AT_LINE},
    {"flow sequence", "", DIAG_YAML_BRACKET, AT_LINE},
    {"block mapping", "", DIAG_YAML_AFTER, AT_PROBLEM},
    {"block collection", "", DIAG_YAML_AFTER, AT_PROBLEM},
    {"", "expected <document start>", DIAG_YAML_AFTER, AT_PROBLEM},
    {"", "", DIAG_YAML_SYNTAX, AT_PROBLEM},
};

static size_t find_fault(const char *context, const char *problem)
{
    size_t i = 0;
    while (!strstr(problem, faults[i].problem) ||
           !strstr(context, faults[i].context))
        i++;
    return i;
}

static yaml_mark_t fault_mark(const yaml_parser_t *parser, Place place)
{
    bool same = parser->context_mark.line == parser->problem_mark.line;
    bool context = place == AT_CONTEXT || (place == AT_LINE && !same);
    return context ? parser->context_mark : parser->problem_mark;
}

/* Two faults look alike to libyaml: a thing in the wrong column, and a thing
 * behind another one. And what cannot start here may be a tab. */
static DiagCode refine(DiagCode code, Str text, yaml_mark_t mark)
{
    char c = byte_of_mark(text, mark) < text.n
                 ? text.p[byte_of_mark(text, mark)]
                 : ' ';
    if (code == DIAG_YAML_START && c == '\t')
        return DIAG_YAML_TAB;
    if (code == DIAG_YAML_AFTER || (code == DIAG_YAML_START && c == '-'))
        return begins_line(text, mark) ? DIAG_YAML_INDENT : code;
    return code;
}

/* What the message speaks of: the sign at the mark, or libyaml's own words. */
static const char *fault_argument(DiagCode code, Str text, yaml_mark_t mark,
                                  const char *problem, Diags *diags)
{
    if (code != DIAG_YAML_START)
        return diag_arg(diags, "%s", problem);
    size_t at = byte_of_mark(text, mark), end = at;
    if (end < text.n)
        str_next(text, &end);
    return diag_str(diags, str_sub(text, at, end - at));
}

/* `hanji:1` or `hanji： 1` above the mark: a text, so that the key below it is
 * what libyaml stumbles over. Answers the place, and the line as it should be. */
static bool unspaced_above(Str text, yaml_mark_t mark, size_t *from, Str *key,
                           Str *value)
{
    size_t end = byte_of_mark(text, mark);
    while (end > 0 && text.p[end - 1] != '\n')
        end--;
    size_t begin = end > 0 ? end - 1 : 0;
    while (begin > 0 && text.p[begin - 1] != '\n')
        begin--;
    Str line = str_trim(str_sub(text, begin, end - begin));
    ptrdiff_t wide = str_find(line, STR("：")), colon = str_find(line, STR(":"));
    ptrdiff_t at = wide >= 0 ? wide : colon;
    ptrdiff_t blank = str_find(line, STR(" "));
    if (at <= 0 || (blank >= 0 && blank < at))
        return false;
    *from = (size_t)(line.p - text.p);
    *key = str_sub(line, 0, (size_t)at);
    *value = str_trim(
        str_sub(line, (size_t)at + (wide >= 0 ? 3 : 1), line.n));
    return value->n > 0;
}

static void report_problem(const yaml_parser_t *parser, uint32_t file, Str text,
                           Diags *diags)
{
    const char *problem = parser->problem ? parser->problem : "";
    size_t fault = find_fault(parser->context ? parser->context : "", problem);
    yaml_mark_t mark = fault_mark(parser, faults[fault].place);
    Pos pos = {file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
    DiagCode code = refine(faults[fault].code, text, mark);
    size_t from;
    Str key, value;
    if (code == DIAG_YAML_COLON &&
        unspaced_above(text, mark, &from, &key, &value)) {
        diag(diags, DIAG_LAYOUT_SPACING, pos_of_byte(text, from, file),
             diag_str(diags, key),
             diag_arg(diags, STR_FMT ": " STR_FMT, STR_ARG(key),
                      STR_ARG(value)));
        return;
    }
    diag(diags, code, pos, fault_argument(code, text, mark, problem, diags));
}

void yaml_fault_report(const yaml_parser_t *parser, uint32_t file, Str text,
                       Diags *diags)
{
    if (parser->error == YAML_READER_ERROR)
        diag(diags, DIAG_YAML_CONTROL,
             pos_of_byte(text, parser->problem_offset, file),
             diag_arg(diags, "U+%04X", (unsigned)parser->problem_value));
    else
        report_problem(parser, file, text, diags);
}
