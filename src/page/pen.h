/*
 * Pen: draws on one page and keeps its brackets.
 *
 * Everything drawn stands in a tag or an artifact. The pen changes the
 * bracket only when it must, so a paragraph is one marked content and not one
 * a line. It belongs to one sheet while that is drawn.
 */
#ifndef PAGE_PEN_H
#define PAGE_PEN_H

#include "page/piece.h"
#include "page/type.h"

struct Book;
struct Sheet;

enum { EMPHASIS_KINDS = 3 };

/* The tags of emphasis open in the text of a tag, the outermost first. */
typedef struct PenEmphasis {
    Tag *in;
    unsigned n;
    unsigned flags[EMPHASIS_KINDS]; /* SpanFlag that each stands for */
    Tag *tags[EMPHASIS_KINDS];
} PenEmphasis;

struct Pen {
    struct Book *book;
    struct Sheet *sheet;
    DlPage *page;
    Len left;        /* left edge of the measure on this page */
    Len width;       /* the measure */
    uint32_t column; /* of the frame being drawn */
    Tag *tag;        /* open, or NULL */
    bool artifact;   /* open */
    Artifact kind;
    PenEmphasis emphasis;
};

void pen_tag(Pen *pen, Tag *tag);
/* A content of its own that reads as `actual`; ended by whatever follows. */
void pen_tag_actual(Pen *pen, Tag *tag, Str actual);
/* The same of a sign that is drawn, a bullet: it reads as the theme says,
 * whichever dot texts have. */
void pen_tag_sign(Pen *pen, Tag *tag, Str sign);
void pen_artifact(Pen *pen, Artifact kind);
/* Ends what is open. */
void pen_lift(Pen *pen);

/* Line i of a paragraph in a tag; emphasised runs get tags of their own
 * inside it, lines and dots are artifacts. */
void pen_line(Pen *pen, const Para *p, uint32_t i, Tag *tag, Point at);
/* All lines of a paragraph, the first box at `top`. */
void pen_para(Pen *pen, const Para *p, const Type *type, Tag *tag, Len x,
              Len top);
/* The same, reading as `actual`: text that is spread has no spaces where the
 * eye sees them (K-53). */
void pen_para_actual(Pen *pen, const Para *p, const Type *type, Tag *tag, Len x,
                     Len top, Str actual);
/* Line i, its lines and dots too, inside whatever is open. */
void pen_bare_line(Pen *pen, const Para *p, uint32_t i, Point at);

/* A horizontal rule whose top edge is at y. */
void pen_rule(Pen *pen, Len x, Len y, Len width, Len thick, Colour c);

#endif
