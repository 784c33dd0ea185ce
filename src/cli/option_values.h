/*
 * How the value of each option is read. Each answers false when the value is
 * none of the form its option names; options.c then reports. Internal to
 * cli/.
 */
#ifndef CLI_OPTION_VALUES_H
#define CLI_OPTION_VALUES_H

#include "cli/options.h"

typedef bool OptionRead(Str value, Options *o, Arena *a);

OptionRead option_output, option_format, option_pages, option_only, option_set,
    option_max_pages, option_jobs, option_dpi, option_deps, option_map, option_report,
    option_dump, option_fonts, option_font_lock, option_theme, option_verify,
    option_lock, option_encoding, option_delimiter, option_no_header,
    option_verbose, option_mode, option_width, option_size, option_font,
    option_no_fit, option_diagnostics, option_fail_level, option_lang,
    option_help, option_version;

/* The language of the locale of messages (LC_ALL, LC_MESSAGES, LANG). */
DiagLanguage option_language_default(void);

#endif
