/*
 * Fonts: the private font set.
 *
 * A theme names fonts by role ("serif", "sans-bold"); each role is a chain of
 * faces: the family asked for and its declared fallbacks (K-145 … K-148). Only
 * faces of the lock file (fonts/fonts.lock: family, weight, file name, index,
 * SHA-256) exist; the system's other fonts are never seen. Opened once per run
 * by cli, read by text (shaping), pdf (embedding) and paint (previews).
 *
 * Always true: every face is at its units per em with unrounded advances,
 * language ko; a Face is immutable once opened and may be read by any thread.
 */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/len.h"

#include <hb.h>

typedef enum FaceKind {
    FACE_GLYF,     /* TrueType outlines: CIDFontType2, code = glyph id */
    FACE_CFF_CID,  /* CID-keyed CFF: CIDFontType0C, code = CID */
    FACE_CFF_NAME  /* name-keyed CFF: CIDFontType0C, code = glyph id */
} FaceKind;

typedef struct Face {
    uint16_t id;      /* 0, 1, … in order of first declaration */
    FaceKind kind;
    Str family;       /* "Noto Serif CJK KR" */
    int weight;       /* 400, 700 */
    Str path;         /* of the font file */
    unsigned index;   /* face in a collection */
    Str ps_name;      /* PostScript name, for BaseFont */
    int upem;         /* units per em */
    int ascent, descent, cap_height; /* units; descent negative */
    int digit;        /* the widest of 0 to 9 */
    int super_rise, sub_drop; /* units: baselines of small text (K-50) */
    int underline_top;   /* units below the baseline, of its upper edge */
    int underline_thick; /* units */
    int bbox[4];      /* FontBBox in units: xmin ymin xmax ymax */
    unsigned nglyphs;
    hb_face_t *hb_face;
    hb_font_t *hb_font;         /* scale = upem, immutable */
    Str outlines;               /* CFF: the INDEX of charstrings, for font/ */
    const uint16_t *code;       /* glyph id -> code in content streams; NULL
                                   when code = glyph id */
} Face;

/* The advance of a glyph alone, in units (what /W says). */
int face_advance(const Face *f, uint32_t glyph);

/* What a content stream calls the glyph. */
static inline uint16_t face_code(const Face *f, uint16_t glyph)
{
    return f->code ? f->code[glyph] : glyph;
}

typedef uint8_t FontRole; /* index into the set */

/* One role as a theme declares it. */
typedef struct FontRoleSpec {
    Str name;             /* "serif-bold" */
    Str family;
    int weight;
    const Str *fallbacks; /* families, tried in order at the same weight, then
                             at the nearest one */
    size_t nfallbacks;
    Pos pos;              /* in the theme, for messages */
} FontRoleSpec;

typedef struct Fonts Fonts;

/*
 * Opens the faces the roles need. `lock_path` names the lock file, `dirs` the
 * folders searched for font files (recursively). Reports a family that is not
 * in the lock, a file that is missing or differs from the lock, an embedding
 * permission that forbids it (fsType), and answers NULL. Cheap per run: only
 * the sfnt directories are compared with the lock; fonts_verify reads all.
 */
Fonts *fonts_open(const FontRoleSpec *roles, size_t nroles, Str lock_path,
    const Str *dirs, size_t ndirs, Diags *diags);
void fonts_free(Fonts *f);

/* Full SHA-256 of every file of the lock; reports differences. */
bool fonts_verify(const Fonts *f, Diags *diags);

size_t fonts_face_count(const Fonts *f);
const Face *fonts_face(const Fonts *f, uint16_t id);
size_t fonts_role_count(const Fonts *f);
Str fonts_role_name(const Fonts *f, FontRole role);
bool fonts_find_role(const Fonts *f, Str name, FontRole *out);
/* The first face of the role: its metrics rule the line. */
const Face *fonts_role_face(const Fonts *f, FontRole role);
/* The i-th fallback of the role, NULL when there are not so many. */
const Face *fonts_role_fallback(const Fonts *f, FontRole role, size_t i);

/* The face of the role's chain that draws this code point: mapped and, unless
 * a space, with ink (K-146, K-147); of ㆍ, the first to draw a round dot, if one
 * does (K-04). NULL when none does. Main thread only
 * (fills a cache). */
const Face *fonts_choose(Fonts *f, FontRole role, uint32_t cp);

#endif
