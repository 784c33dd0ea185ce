/*
 * Gives a fuzz target its seeds, and damaged copies of them: `PROGRAM FILE…`
 *
 * The damage is drawn from a fixed sequence, so a run is the same everywhere
 * and a failure comes again. Each input is announced before it is tried; the
 * last one announced is the culprit of a crash.
 */
#include "fuzz.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

enum { COPIES = 40, HITS = 6, SEED_ROOM = 8 * 1024 };

/* Bytes that mean something to one reader or other. */
static const char special[] = "\"',;:{}[]|&*!#%@-\n\r\t \0\x80\xC3\xEA\xFF\xB0"
                              "09가△";

static uint32_t draw(uint64_t *state, size_t below)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)((*state >> 33) % below);
}

/* One wound: a byte changed, bytes cut out, or a piece said twice. */
static size_t damage(uint8_t *p, size_t n, size_t room, uint64_t *state)
{
    if (n == 0)
        return 0;
    size_t at = draw(state, n), length = 1 + draw(state, 16);
    if (length > n - at)
        length = n - at;
    switch (draw(state, 3)) {
    case 0:
        p[at] = (uint8_t)special[draw(state, sizeof special - 1)];
        return n;
    case 1:
        memmove(p + at, p + at + length, n - at - length);
        return n - length;
    default:
        if (length > room - n)
            return n;
        memmove(p + at + length, p + at, n - at);
        return n + length;
    }
}

/* A block of its own for each input, so that sanitizers see its end. */
static void try_input(const uint8_t *p, size_t n)
{
    uint8_t *exact = g_malloc(n > 0 ? n : 1);
    if (n > 0)
        memcpy(exact, p, n);
    LLVMFuzzerTestOneInput(exact, n);
    g_free(exact);
}

static void try_copies(const uint8_t *seed, size_t n, uint64_t *state)
{
    uint8_t copy[SEED_ROOM + 1024];
    for (int i = 0; i < COPIES; i++) {
        /* Long seeds are damaged a window at a time. */
        size_t from = n > SEED_ROOM ? draw(state, n - SEED_ROOM) : 0;
        size_t length = n > SEED_ROOM ? SEED_ROOM : n;
        if (length > 0)
            memcpy(copy, seed + from, length);
        for (uint32_t hits = 1 + draw(state, HITS); hits > 0; hits--)
            length = damage(copy, length, sizeof copy, state);
        try_input(copy, length);
    }
}

int main(int argc, char **argv)
{
    uint64_t state = 20240101;
    try_input((const uint8_t *)"", 0);
    for (int i = 1; i < argc; i++) {
        char *bytes;
        gsize n;
        if (!g_file_get_contents(argv[i], &bytes, &n, NULL)) {
            printf("cannot read %s\n", argv[i]);
            return 1;
        }
        printf("%s\n", argv[i]);
        fflush(stdout);
        try_input((const uint8_t *)bytes, n);
        try_copies((const uint8_t *)bytes, n, &state);
        g_free(bytes);
    }
    printf("%d passed, 0 failed, 0 skipped\n", argc - 1);
    return argc > 1 ? 0 : 1;
}
