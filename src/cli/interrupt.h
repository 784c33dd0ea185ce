/*
 * Interrupt: SIGINT and SIGTERM while output is being made.
 *
 * Between interrupt_hold and interrupt_release both wait. The sink asks after
 * each page, the saver of a PDF whenever its buffer leaves; both give up in
 * their ordinary way, so a temporary is never left behind. On release a waiting
 * signal ends the process in its ordinary way (status 128 + n in the shell).
 */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

/* The mask as it was, for the release. Threads made meanwhile inherit it. */
sigset_t interrupt_hold(void);
bool interrupt_waits(void);
void interrupt_release(const sigset_t *before);

#endif
