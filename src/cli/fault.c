/* Catching the signals of a crash. */
#include "cli/fault.h"

#include "base/arena.h"
#include "base/diag.h"

#include <glib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#endif

#ifndef SANITIZED
enum { STACK = 64 * 1024 };

/* Only calls that are safe in a broken process. An old output file is whole:
 * it is replaced by a rename at the very end. */
static void fault_say(int number)
{
    static const char message[] =
        "hanji: 프로그램의 결함입니다. 입력과 함께 알려 주십시오 / "
        "internal fault; please report it with the input [bug]\n";
    (void)number;
    ssize_t n = write(STDERR_FILENO, message, sizeof message - 1);
    (void)n;
    _exit(EXIT_BUG);
}
#endif

/* GLib ends the process by a trap when it is refused memory, as by a bug. */
static void glib_say(const char *domain, GLogLevelFlags level,
                     const char *message, gpointer data)
{
    if ((level & G_LOG_LEVEL_ERROR) && message &&
        strstr(message, "failed to allocate"))
        out_of_memory();
    g_log_default_handler(domain, level, message, data);
}

void fault_catch(void)
{
    g_log_set_default_handler(glib_say, NULL);
#ifndef SANITIZED /* the sanitizers tell more */
    static const int numbers[] = {SIGSEGV, SIGBUS,  SIGFPE,
                                  SIGILL,  SIGABRT, SIGTRAP};
    /* A stack of its own, for the case that the stack ran out. */
    const stack_t stack = {.ss_sp = g_malloc(STACK), .ss_size = STACK};
    sigaltstack(&stack, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = fault_say;
    action.sa_flags = SA_ONSTACK;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sigaction(numbers[i], &action, NULL);
#endif
}
