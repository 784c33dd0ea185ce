/* Help texts, made from the tables. */
#include "cli/help.h"

#include <glib.h>
#include <string.h>

static const char *said(DiagLanguage l, const char *ko, const char *en)
{
    return l == DIAG_KOREAN ? ko : en;
}

/* The name in a column of its own, counted in characters; after a long name the
 * text has the next line. */
static void put_row(GString *s, const char *name, const char *text)
{
    enum { COLUMN = 26 };

    long room = COLUMN - g_utf8_strlen(name, -1);
    if (room < 0)
        g_string_append_printf(s, "  %s\n  %*s %s\n", name, COLUMN, "", text);
    else
        g_string_append_printf(s, "  %s%*s %s\n", name, (int)room, "", text);
}

static void put_option(GString *s, const OptionInfo *o, DiagLanguage l)
{
    GString *name = g_string_new(NULL);
    if (o->letter)
        g_string_append_printf(name, "-%c, ", o->letter);
    g_string_append_printf(name, "--%s", o->name);
    if (o->value)
        g_string_append_printf(name, " %s", o->value);
    put_row(s, name->str, said(l, o->ko, o->en));
    g_string_free(name, TRUE);
}

static void put_options(GString *s, uint32_t set, DiagLanguage l)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (set & OPTION_BIT(id))
            put_option(s, option_info((OptionId)id), l);
    }
}

static void put_command_help(GString *s, const CommandInfo *c, DiagLanguage l)
{
    g_string_append_printf(s, "hanji %s %s\n\n  %s\n\n%s\n", c->name, c->args,
                           said(l, c->ko, c->en),
                           said(l, "보기:", "Examples:"));
    for (const char *const *e = c->examples; *e; e++)
        g_string_append_printf(s, "  %s\n", *e);
    g_string_append_printf(s, "\n%s\n", said(l, "옵션:", "Options:"));
    put_options(s, c->options, l);
    put_options(s, OPTIONS_COMMON, l);
}

/* Name and purpose of each command, then an example of each: of all of them,
 * or of the group that `word` begins. */
static void put_commands(GString *s, Str word, DiagLanguage l)
{
    size_t n;
    const CommandInfo *commands = command_infos(&n);
    g_string_append_printf(s, "%s\n", said(l, "명령:", "Commands:"));
    for (size_t i = 0; i < n; i++) {
        const CommandInfo *c = &commands[i];
        if (word.n > 0 && !command_in_group(c, word))
            continue;
        char *name = g_strconcat(c->name, " ", c->args, NULL);
        put_row(s, name, said(l, c->ko, c->en));
        g_free(name);
    }
    g_string_append_printf(s, "\n%s\n", said(l, "보기:", "Examples:"));
    for (size_t i = 0; i < n; i++)
        if (word.n == 0 || command_in_group(&commands[i], word))
            g_string_append_printf(s, "  %s\n", commands[i].examples[0]);
}

static void put_more(GString *s, const char *word, DiagLanguage l)
{
    g_string_append_printf(s, "%s hanji %s%s --help\n",
                           said(l, "자세히:", "More:"), word,
                           said(l, "명령", "COMMAND"));
}

static void put_program_help(GString *s, DiagLanguage l)
{
    g_string_append_printf(
        s, "%s\n\n",
        said(l, "hanji (한지): CSV 파일과 레이아웃으로 업무보고 책을 만듭니다.",
             "hanji makes briefing books from CSV files and a layout."));
    put_commands(s, STR(""), l);
    g_string_append_printf(
        s, "\n%s\n", said(l, "모든 명령의 옵션:", "Options of every command:"));
    put_options(s, OPTIONS_COMMON, l);
    g_string_append_c(s, '\n');
    put_more(s, "", l);
}

Str help_group(Str word, DiagLanguage l, Arena *a)
{
    GString *s = g_string_new(NULL);
    put_commands(s, word, l);
    g_string_append_c(s, '\n');
    put_more(s, arena_printf(a, STR_FMT " ", STR_ARG(word)), l);
    Str text = str_dup((Str){s->str, s->len}, a);
    g_string_free(s, TRUE);
    return text;
}

Str help_text(const CommandInfo *command, DiagLanguage l, Arena *a)
{
    GString *s = g_string_new(NULL);
    if (command)
        put_command_help(s, command, l);
    else
        put_program_help(s, l);
    Str text = str_dup((Str){s->str, s->len}, a);
    g_string_free(s, TRUE);
    return text;
}
