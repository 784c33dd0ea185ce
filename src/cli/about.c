/* `hanji schema`, `hanji explain` and `hanji info`. */
#include "cli/commands.h"
#include "cli/place.h"

#include <glib.h>

static void schema_unknown(Run *run, Str name)
{
    static const Str names[] = {{"layout", 6}, {"theme", 5}};
    Str near = str_nearest(name, names, 2);
    diag(run->diags, DIAG_SCHEMA_UNKNOWN, POS_NONE, diag_str(run->diags, name),
         diag_str(run->diags, near));
}

void command_schema(Run *run, const Str *args, size_t nargs)
{
    if (nargs == 0 || str_eq_c(args[0], "layout"))
        run_print(run, layout_schema(run->arena));
    else if (str_eq_c(args[0], "theme"))
        run_print(run, theme_schema(run->arena));
    else
        schema_unknown(run, args[0]);
}

static const char *level_name(DiagLevel level, DiagLanguage l)
{
    static const char *const names[][2] = {[LEVEL_NOTE] = {"알림", "note"},
                                           [LEVEL_WARNING] = {"주의",
                                                              "warning"},
                                           [LEVEL_ERROR] = {"오류", "error"},
                                           [LEVEL_FATAL] = {"중단", "fatal"}};
    return names[level][l == DIAG_ENGLISH];
}

/* Only errors have an exit status of their own. */
static void put_code(GString *s, DiagCode code, DiagLanguage l, Arena *a)
{
    bool korean = l == DIAG_KOREAN;
    const DiagInfo *info = diag_info(code);
    bool text = info->exit == EXIT_TEXT;
    g_string_append_printf(s, "[%s] %s", info->slug,
                           level_name(info->level, l));
    if (info->level >= LEVEL_ERROR)
        g_string_append_printf(s, ", %s %d",
                               korean ? "종료 상태" : "exit status",
                               (int)(text ? EXIT_DATA : info->exit));
    if (info->level >= LEVEL_ERROR && text)
        g_string_append_printf(s,
                               korean ? " (레이아웃의 글이면 %d)"
                                      : " (%d in text of the layout)",
                               (int)EXIT_LAYOUT);
    g_string_append_printf(s, "\n\n  " STR_FMT "\n\n%s\n",
                           STR_ARG(diag_outline(code, l, a)),
                           korean ? info->why_ko : info->why_en);
}

static void put_all_codes(GString *s, DiagLanguage l, Arena *a)
{
    for (int i = 0; i < DIAG_CODE_COUNT; i++)
        g_string_append_printf(s, "%-22s " STR_FMT "\n",
                               diag_info((DiagCode)i)->slug,
                               STR_ARG(diag_outline((DiagCode)i, l, a)));
}

static const char *nearest_slug(Str slug, Diags *diags)
{
    Str slugs[DIAG_CODE_COUNT];
    for (int i = 0; i < DIAG_CODE_COUNT; i++)
        slugs[i] = str_of(diag_info((DiagCode)i)->slug);
    Str near = str_nearest(slug, slugs, DIAG_CODE_COUNT);
    return diag_str(diags, near);
}

/* With the brackets of the message or without. */
static Str slug_bare(Str s)
{
    bool bracketed = str_starts(s, STR("[")) && str_ends(s, STR("]"));
    return bracketed ? str_sub(s, 1, s.n - 2) : s;
}

void command_explain(Run *run, const Str *args, size_t nargs)
{
    DiagLanguage l = run->options->language;
    GString *s = g_string_new(NULL);
    DiagCode code;
    if (nargs == 0)
        put_all_codes(s, l, run->arena);
    else if (diag_find(slug_bare(args[0]), &code))
        put_code(s, code, l, run->arena);
    else
        diag(run->diags, DIAG_EXPLAIN_UNKNOWN, POS_NONE,
             diag_str(run->diags, args[0]),
             nearest_slug(slug_bare(args[0]), run->diags));
    if (s->len > 0)
        run_print(run, (Str){s->str, s->len});
    g_string_free(s, TRUE);
}

void command_info(Run *run, const Str *args, size_t nargs)
{
    (void)args, (void)nargs;
    const Str *dirs;
    size_t n = place_font_dirs(run->options, run->arena, &dirs);
    Str lock = place_font_lock(run->options, run->arena);
    Str theme = place_theme(run->options, run->arena);
    GString *s = g_string_new("hanji " HANJI_VERSION "\n");
    g_string_append(s, "built with " HANJI_BUILT_WITH "\n");
    g_string_append_printf(s, "font lock " STR_FMT "\n", STR_ARG(lock));
    g_string_append_printf(s, "theme " STR_FMT "\n", STR_ARG(theme));
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(s, "fonts " STR_FMT "\n", STR_ARG(dirs[i]));
    run_print(run, (Str){s->str, s->len});
    g_string_free(s, TRUE);
}
