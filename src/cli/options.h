/*
 * Options: the command line as values.
 *
 * Every option is one line of the table in options.c: its name, how its value
 * is read, what it does in both languages. Commands say in their table which
 * options they take; any other is a mistake of the caller, never ignored.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/diag.h"
#include "cli/run.h"
#include "layout/layout.h"
#include "paint/painter.h"
#include "text/text.h"

typedef enum OptionId {
    OPT_OUTPUT,
    OPT_FORMAT,
    OPT_PAGES,
    OPT_MAX_PAGES,
    OPT_ONLY,
    OPT_SET,
    OPT_JOBS,
    OPT_DPI,
    OPT_DEPS,
    OPT_MAP,
    OPT_REPORT,
    OPT_DUMP,
    OPT_FONTS,
    OPT_FONT_LOCK,
    OPT_THEME,
    OPT_VERIFY,
    OPT_LOCK,
    OPT_ENCODING,
    OPT_DELIMITER,
    OPT_NO_HEADER,
    OPT_VERBOSE,
    OPT_MODE,
    OPT_WIDTH,
    OPT_SIZE,
    OPT_FONT,
    OPT_NO_FIT,
    OPT_DIAGNOSTICS,
    OPT_FAIL_LEVEL,
    OPT_LANG,
    OPT_HELP,
    OPT_VERSION,
    OPTION_COUNT
} OptionId;

/* A set of options. */
#define OPTION_BIT(id) (UINT32_C(1) << (id))

/* What every command takes. */
#define OPTIONS_COMMON                                                         \
    (OPTION_BIT(OPT_DIAGNOSTICS) | OPTION_BIT(OPT_FAIL_LEVEL) |                \
     OPTION_BIT(OPT_LANG) | OPTION_BIT(OPT_HELP) | OPTION_BIT(OPT_VERSION))

typedef struct Options {
    uint32_t given; /* OPTION_BIT of each option on the command line */

    Str output; /* empty: the command's own default */
    const PaintFormat *format;
    const uint32_t *pages; /* ascending, from 0; NULL: all */
    size_t npages;
    uint32_t pages_max;
    Str only; /* the id of a block; empty: the whole book */
    LayoutSet *sets;
    size_t nsets;
    int jobs;
    double dpi;
    Str deps, map, report;
    bool dump;

    Str *font_dirs;
    size_t nfont_dirs;
    Str font_lock, theme;
    bool verify, lock;

    Str encoding, delimiter;
    bool no_header, verbose;

    BreakMode mode;
    Len width, size;
    Str font;
    bool no_fit;

    DiagFormat diagnostics;
    DiagLevel fail_level;
    DiagLanguage language;
    bool help, version;

    Str *args; /* what is no option, the words of the command included */
    size_t nargs;
} Options;

typedef struct OptionInfo {
    const char *name;  /* without the dashes */
    char letter;       /* 0: none */
    const char *value; /* "FILE"; NULL: the option takes none */
    bool (*read)(Str value, Options *o, Arena *a);
    const char *form; /* how a value looks, for the message; may be NULL */
    const char *ko, *en;
} OptionInfo;

const OptionInfo *option_info(OptionId id);

/* Reads the command line; reports every mistake in it. `out` lives in `a`. */
bool options_read(int argc, char *const *argv, Arena *a, Diags *diags,
                  Options *out);

/* "--output" of an option, for messages. */
const char *option_shown(OptionId id, Diags *diags);

#endif
