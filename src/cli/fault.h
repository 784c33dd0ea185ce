/*
 * Fault: when hanji itself breaks down, it says so and exits with 6, so that a
 * batch can tell its faults from those of the input.
 */
#ifndef CLI_FAULT_H
#define CLI_FAULT_H

/* From now on a crash ends in a message and exit status 6. */
void fault_catch(void);

#endif
