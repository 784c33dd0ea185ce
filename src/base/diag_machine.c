/*
 * Messages for programs: one JSON object a line, one SARIF 2.1.0 document, or
 * the workflow commands of GitHub. Levels and slugs are the same in every
 * language; only `text` is translated.
 */
#include "base/diag_int.h"
#include "base/json.h"

#include <string.h>

static void put_json(FILE *to, const char *key, Str value, Arena *scratch)
{
    fprintf(to, "\"%s\":" STR_FMT, key, STR_ARG(json_quote(value, scratch)));
}

static void put_place_json(const Diags *d, Pos pos, Arena *scratch, FILE *to)
{
    if (pos.file == 0)
        return;
    put_json(to, "file", sources_path(d->sources, pos.file), scratch);
    fputc(',', to);
    if (pos.line > 0)
        fprintf(to, "\"line\":%u,", pos.line);
    if (pos.line > 0 && pos.col > 0)
        fprintf(to, "\"col\":%u,", pos.col);
}

static void put_args_json(const Message *m, Arena *scratch, FILE *to)
{
    fputs(",\"args\":[", to);
    for (size_t i = 0; m->args[i]; i++) {
        Str arg = json_quote(str_of(m->args[i]), scratch);
        fprintf(to, "%s" STR_FMT, i > 0 ? "," : "", STR_ARG(arg));
    }
    fputs("]", to);
}

static void put_message_json(const Diags *d, size_t i, DiagLanguage language,
                             Arena *scratch, FILE *to)
{
    const Message *m = diags_message(d, i);
    const DiagInfo *info = diag_info(m->code);
    fputc('{', to);
    put_place_json(d, m->pos, scratch, to);
    put_json(to, "level", str_of(diag_level_name(info->level)), scratch);
    fputc(',', to);
    put_json(to, "code", str_of(info->slug), scratch);
    fputc(',', to);
    put_json(to, "text", diags_text(d, i, language, scratch), scratch);
    put_args_json(m, scratch, to);
    fprintf(to, ",\"times\":%u}\n", m->times);
}

bool diags_print_json(const Diags *d, const DiagPrint *how, FILE *to)
{
    Arena *scratch = arena_new(0);
    for (guint i = 0; i < d->messages->len; i++) {
        put_message_json(d, i, how->language, scratch, to);
        arena_reset(scratch);
    }
    arena_free(scratch);
    return !ferror(to);
}

/* SARIF knows no "fatal"; what ends a run is an error to it. */
static const char *sarif_level(DiagLevel level)
{
    return diag_level_name(level == LEVEL_FATAL ? LEVEL_ERROR : level);
}

/* A path as the URI reference that SARIF asks for. */
static Str path_uri(Str path, Arena *scratch)
{
    char *escaped = g_uri_escape_string(str_c(path, scratch), "/", FALSE);
    Str uri = str_printf(scratch, "%s%s",
                         str_starts(path, STR("/")) ? "file://" : "", escaped);
    g_free(escaped);
    return uri;
}

static void put_rules(const Diags *d, DiagLanguage language, Arena *scratch,
                      FILE *to)
{
    bool used[DIAG_CODE_COUNT] = {false}, first = true;
    for (guint i = 0; i < d->messages->len; i++)
        used[diags_code(d, i)] = true;
    for (DiagCode code = 0; code < DIAG_CODE_COUNT; code++) {
        const DiagInfo *info = diag_info(code);
        bool ko = language == DIAG_KOREAN;
        if (!used[code])
            continue;
        fprintf(to, "%s\n{\"id\":\"%s\",\"shortDescription\":{",
                first ? "" : ",", info->slug);
        put_json(to, "text", diag_outline(code, language, scratch), scratch);
        fputs("},\"fullDescription\":{", to);
        put_json(to, "text", str_of(ko ? info->why_ko : info->why_en), scratch);
        fputs("}}", to);
        first = false;
    }
}

/* "--set title:1:3", for formats that know places in files alone. */
static Str option_place(const Diags *d, Pos pos, Arena *scratch)
{
    Str name = sources_path(d->sources, pos.file);
    return pos.line == 0 ? name
                         : str_printf(scratch, STR_FMT ":%u:%u", STR_ARG(name),
                                      pos.line, pos.col);
}

/* A value of the command line is no artifact: it has a name. */
static void put_option(const Diags *d, Pos pos, Arena *scratch, FILE *to)
{
    fputs(",\"locations\":[{\"logicalLocations\":[{", to);
    put_json(to, "name", sources_path(d->sources, pos.file), scratch);
    fputs(",\"kind\":\"parameter\"}],\"message\":{", to);
    put_json(to, "text", option_place(d, pos, scratch), scratch);
    fputs("}}]", to);
}

static void put_location(const Diags *d, Pos pos, Arena *scratch, FILE *to)
{
    if (pos.file == 0)
        return;
    if (pos_is_option(pos)) {
        put_option(d, pos, scratch, to);
        return;
    }
    Str uri = path_uri(sources_path(d->sources, pos.file), scratch);
    fputs(",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{", to);
    put_json(to, "uri", uri, scratch);
    fputc('}', to);
    if (pos.line > 0) {
        fprintf(to, ",\"region\":{\"startLine\":%u", pos.line);
        if (pos.col > 0)
            fprintf(to, ",\"startColumn\":%u", pos.col);
        fputc('}', to);
    }
    fputs("}}]", to);
}

static void put_result(const Diags *d, size_t i, DiagLanguage language,
                       Arena *scratch, FILE *to)
{
    const Message *m = diags_message(d, i);
    const DiagInfo *info = diag_info(m->code);
    fprintf(to, "%s\n{\"ruleId\":\"%s\",\"level\":\"%s\",\"message\":{",
            i > 0 ? "," : "", info->slug, sarif_level(info->level));
    put_json(to, "text", diags_text(d, i, language, scratch), scratch);
    fprintf(to, "},\"occurrenceCount\":%u", m->times);
    put_location(d, m->pos, scratch, to);
    fputc('}', to);
}

bool diags_print_sarif(const Diags *d, const DiagPrint *how, FILE *to)
{
    Arena *scratch = arena_new(0);
    fputs("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
          "\"version\":\"2.1.0\",\"runs\":[{\"columnKind\":"
          "\"unicodeCodePoints\",\"tool\":{\"driver\":{\"name\":\"hanji\","
          "\"rules\":[",
          to);
    put_rules(d, how->language, scratch, to);
    fputs("]}},\"results\":[", to);
    for (guint i = 0; i < d->messages->len; i++) {
        put_result(d, i, how->language, scratch, to);
        arena_reset(scratch);
    }
    fputs("]}]}\n", to);
    arena_free(scratch);
    return !ferror(to);
}

/* GitHub's own escapes; the values of properties escape two more. */
static void put_github(Str s, bool property, FILE *to)
{
    const char *special = property ? "%\r\n:," : "%\r\n";
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] && strchr(special, s.p[i]))
            fprintf(to, "%%%02X", (unsigned)s.p[i]);
        else
            fputc(s.p[i], to);
    }
}

static void put_github_place(const Diags *d, Pos pos, FILE *to)
{
    if (pos.file == 0 || pos_is_option(pos))
        return;
    fputs("file=", to);
    put_github(sources_path(d->sources, pos.file), true, to);
    if (pos.line > 0)
        fprintf(to, ",line=%u", pos.line);
    if (pos.line > 0 && pos.col > 0)
        fprintf(to, ",col=%u", pos.col);
    fputc(',', to);
}

bool diags_print_github(const Diags *d, const DiagPrint *how, FILE *to)
{
    static const char *const commands[] = {"notice", "warning", "error",
                                           "error"};
    Arena *scratch = arena_new(0);
    for (guint i = 0; i < d->messages->len; i++) {
        const Message *m = diags_message(d, i);
        const DiagInfo *info = diag_info(m->code);
        fprintf(to, "::%s ", commands[info->level]);
        put_github_place(d, m->pos, to);
        fprintf(to, "title=%s::", info->slug);
        if (pos_is_option(m->pos)) {
            put_github(option_place(d, m->pos, scratch), false, to);
            fputs(": ", to);
        }
        put_github(diags_text(d, i, how->language, scratch), false, to);
        fputc('\n', to);
        arena_reset(scratch);
    }
    arena_free(scratch);
    return !ferror(to);
}
