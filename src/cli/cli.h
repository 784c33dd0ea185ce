/*
 * Cli: the command line of hanji, from its words to the exit status.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

/* Runs one command and gives the exit status (DiagExit). */
int cli_main(int argc, char *const *argv);

#endif
