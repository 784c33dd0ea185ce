/*
 * Commands: what `hanji COMMAND` can do. One line of the table in commands.c
 * a command; its function does the work and reports what goes wrong.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"

typedef struct CommandInfo {
    const char *name; /* "build", "csv dump" */
    const char *args; /* "LAYOUT", "[FILE]"; "" when it takes none */
    size_t min_args, max_args;
    uint32_t options; /* OPTION_BIT of those it takes besides the common */
    void (*run)(Run *run, const Str *args, size_t nargs);
    const char *ko, *en;         /* what it does, one line */
    const char *const *examples; /* ends with NULL */
} CommandInfo;

const CommandInfo *command_infos(size_t *n);

/* The command that the first words name, NULL when reported. *words is how
 * many words its name has. */
const CommandInfo *command_find(const Str *words, size_t nwords, Diags *diags,
                                size_t *used);

/* Whether the word begins the names of several commands: "csv". */
bool command_group(Str word);
/* Whether the command is one of the group. */
bool command_in_group(const CommandInfo *c, Str word);

void command_build(Run *run, const Str *args, size_t nargs);
void command_check(Run *run, const Str *args, size_t nargs);
void command_inspect(Run *run, const Str *args, size_t nargs);
void command_where(Run *run, const Str *args, size_t nargs);
void command_csv_dump(Run *run, const Str *args, size_t nargs);
void command_csv_sum(Run *run, const Str *args, size_t nargs);
void command_text_breaks(Run *run, const Str *args, size_t nargs);
void command_text_lines(Run *run, const Str *args, size_t nargs);
void command_fonts(Run *run, const Str *args, size_t nargs);
void command_schema(Run *run, const Str *args, size_t nargs);
void command_explain(Run *run, const Str *args, size_t nargs);
void command_info(Run *run, const Str *args, size_t nargs);

#endif
