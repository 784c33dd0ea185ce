/* The inside of a font set, for the files of font/ alone. */
#ifndef FONT_FONTS_INT_H
#define FONT_FONTS_INT_H

#include "font/font.h"
#include "font/lock.h"

/* The code points of Unicode in pages of 256. */
enum { COVER_PAGES = 0x110000 >> 8, COVER_PAGE = 256 };

/* What fonts_choose found for a code point. */
enum { COVER_UNKNOWN, COVER_NONE, COVER_FIRST /* + place in the chain */ };

typedef struct Role {
    Str name;
    uint8_t nchain;
    const Face **chain;          /* the family asked for, its fallbacks */
    uint8_t *cover[COVER_PAGES]; /* COVER_… a code point, made on demand */
} Role;

struct Fonts {
    Arena *arena;
    Lock lock;
    const Str *dirs;
    size_t ndirs;
    size_t nfaces, nroles;
    Face *faces;
    Role *roles;
};

#endif
