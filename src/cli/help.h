/* Help: the commands and options as text, from their tables. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/commands.h"

/* Of the commands that begin with this word. */
Str help_group(Str word, DiagLanguage l, Arena *a);
/* Of the program, or of one command when it is not NULL. */
Str help_text(const CommandInfo *command, DiagLanguage l, Arena *a);

#endif
