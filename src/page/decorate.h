/*
 * Decorations: what is drawn at the letters of emphasised runs: underlines (밑줄,
 * K-213) and emphasis dots (드러냄표, K-212). The pitch of lines is not
 * changed by them.
 */
#ifndef PAGE_DECORATE_H
#define PAGE_DECORATE_H

#include "text/text.h"

bool line_is_decorated(const TextLine *line);

/* Lines and dots of a line drawn with its left edge and baseline at `at`; the
 * caller holds the bracket. */
void line_decorate(const TextLine *line, DlPage *page, Point at);

#endif
