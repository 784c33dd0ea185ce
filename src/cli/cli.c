/* One call of hanji: read the words, run the command, print the messages. */
#include "cli/cli.h"

#include "cli/commands.h"
#include "cli/fault.h"
#include "cli/help.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Every option given is one that the command takes. */
static bool options_fit(const CommandInfo *c, const Options *o, Diags *diags)
{
    uint32_t wrong = o->given & ~(c->options | OPTIONS_COMMON);
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (wrong & OPTION_BIT(id))
            diag(diags, DIAG_OPTION_MISPLACED, POS_NONE, c->name,
                 option_shown((OptionId)id, diags));
    }
    return wrong == 0;
}

static bool args_fit(const CommandInfo *c, const Str *args, size_t n,
                     Diags *diags)
{
    if (n < c->min_args)
        diag(diags, DIAG_ARGUMENT_MISSING, POS_NONE, c->name, c->args);
    else if (n > c->max_args)
        diag(diags, DIAG_ARGUMENT_EXTRA, POS_NONE,
             diag_str(diags, args[c->max_args]), c->name);
    return n >= c->min_args && n <= c->max_args;
}

/* Of the program, a group or a command: what the words name. */
static void help_print(Run *run, const Str *words, size_t n)
{
    DiagLanguage l = run->options->language;
    const CommandInfo *c = NULL;
    size_t used;
    if (n == 1 && command_group(words[0])) {
        run_print(run, help_group(words[0], l, run->arena));
        return;
    }
    if (n > 0)
        c = command_find(words, n, run->diags, &used);
    if (c || n == 0)
        run_print(run, help_text(c, l, run->arena));
}

/* `hanji csv`: what of it? */
static void group_refuse(Run *run, Str group)
{
    const Options *o = run->options;
    if (o->diagnostics == DIAG_HUMAN)
        fprintf(stderr, STR_FMT "\n",
                STR_ARG(help_group(group, o->language, run->arena)));
    diag(run->diags, DIAG_ARGUMENT_MISSING, POS_NONE,
         diag_str(run->diags, group), "COMMAND");
}

static void command_run(Run *run)
{
    const Options *o = run->options;
    if (o->version) {
        run_print(run, STR("hanji " HANJI_VERSION "\n"));
        return;
    }
    bool asked = o->nargs > 0 && str_eq_c(o->args[0], "help");
    if (asked || o->help) {
        help_print(run, o->args + asked, o->nargs - asked);
        return;
    }
    if (o->nargs == 1 && command_group(o->args[0])) {
        group_refuse(run, o->args[0]);
        return;
    }
    size_t used;
    const CommandInfo *c =
        command_find(o->args, o->nargs, run->diags, &used);
    if (!c)
        return;
    const Str *args = o->args + used;
    size_t nargs = o->nargs - used;
    bool fit = options_fit(c, o, run->diags);
    if (args_fit(c, args, nargs, run->diags) && fit)
        c->run(run, args, nargs);
}

/* Colour and caret are for people at a terminal; NO_COLOR asks for none. */
static bool messages_print(const Run *run)
{
    const char *plain = getenv("NO_COLOR"), *term = getenv("TERM");
    bool terminal = isatty(STDERR_FILENO);
    const DiagPrint how = {.format = run->options->diagnostics,
                           .language = run->options->language,
                           .caret = terminal,
                           .colour = terminal && !(plain && *plain) &&
                                     !(term && strcmp(term, "dumb") == 0)};
    return diags_print(run->diags, &how, stderr) && fflush(stderr) == 0;
}

int cli_main(int argc, char *const *argv)
{
    fault_catch();
    /* A full quota is an error like a full disk, not a reason to die. */
    signal(SIGXFSZ, SIG_IGN);

    Options options;
    Run run = {.arena = arena_new(0), .sources = sources_new(),
               .others = sources_new()};
    run.diags = diags_new(run.sources);
    run.options = &options;
    if (options_read(argc, argv, run.arena, run.diags, &options))
        command_run(&run);
    DiagExit status = diags_exit(run.diags, options.fail_level);
    if (!messages_print(&run) && status == EXIT_OK)
        status = EXIT_SURROUNDINGS;
    diags_free(run.diags);
    sources_free(run.others);
    sources_free(run.sources);
    arena_free(run.arena);
    return (int)status;
}
