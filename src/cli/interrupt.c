/* Holding back the signals of an impatient user. */
#include "cli/interrupt.h"

static sigset_t held_set(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    return set;
}

sigset_t interrupt_hold(void)
{
    sigset_t set = held_set(), before;
    sigprocmask(SIG_BLOCK, &set, &before);
    return before;
}

bool interrupt_waits(void)
{
    sigset_t waiting;
    return sigpending(&waiting) == 0 &&
           (sigismember(&waiting, SIGINT) || sigismember(&waiting, SIGTERM) ||
            sigismember(&waiting, SIGHUP));
}

void interrupt_release(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}
