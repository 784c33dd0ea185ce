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

/* The character the parser stumbled over, 0 at the end of the text. */
static char byte_at(Str text, yaml_mark_t mark)
{
    size_t at = 0;
    for (size_t i = 0; i < mark.index && at < text.n; i++)
        str_next(text, &at);
    return at < text.n ? text.p[at] : '\0';
}

/* libyaml's wording, or part of it, and what it means to an author. The first
 * match counts; `context` tells apart problems of the same wording. */
static const struct {
    const char *context, *problem;
    DiagCode code;
} faults[] = {
    {NULL, "mapping values are not allowed", DIAG_YAML_COLON},
    {NULL, "could not find expected ':'", DIAG_YAML_NO_COLON},
    {"quoted scalar", "unexpected end of stream", DIAG_YAML_QUOTE},
    {"quoted scalar", "document indicator", DIAG_YAML_QUOTE},
    {"flow mapping", "", DIAG_YAML_BRACE},
    {"flow sequence", "", DIAG_YAML_BRACKET},
    {"block mapping", "", DIAG_YAML_INDENT},
    {"block collection", "", DIAG_YAML_INDENT},
    {NULL, "block sequence entries are not allowed", DIAG_YAML_INDENT},
    {NULL, "did not find expected <document start>", DIAG_YAML_INDENT},
};

static DiagCode fault_code(const char *context, const char *problem)
{
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (strstr(problem, faults[i].problem)
            && (!faults[i].context || strstr(context, faults[i].context)))
            return faults[i].code;
    return DIAG_YAML_SYNTAX;
}

/* A token that cannot start here is a tab, or a sign that needs quotes. */
static void report_start(char c, Pos pos, Diags *diags)
{
    if (c == '\t')
        diag0(diags, DIAG_YAML_TAB, pos);
    else
        diag(diags, DIAG_YAML_START, pos, diag_arg(diags, "%c", c));
}

void yaml_fault_report(const yaml_parser_t *parser, uint32_t file, Str text,
    Diags *diags)
{
    const char *problem = parser->problem ? parser->problem : "";
    const char *context = parser->context ? parser->context : "";
    Pos pos = {file, (uint32_t)parser->problem_mark.line + 1,
        (uint32_t)parser->problem_mark.column + 1};

    if (parser->error == YAML_READER_ERROR) {
        pos = pos_of_byte(text, parser->problem_offset, file);
        diag(diags, DIAG_YAML_CONTROL, pos,
            diag_arg(diags, "U+%04X", (unsigned)parser->problem_value));
    } else if (strstr(problem, "cannot start any token")) {
        report_start(byte_at(text, parser->problem_mark), pos, diags);
    } else {
        diag(diags, fault_code(context, problem), pos,
            diag_arg(diags, "%s", problem));
    }
}
