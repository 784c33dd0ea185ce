/*
 * Pieces: what no page break may cut: one line of an item, one row of a
 * table, a heading. Setters make them, the flow stacks them on sheets, and a
 * sheet draws them when nothing on it can change any more.
 *
 * A piece waits for its sheet, so what it draws stays in a Scrap: a small
 * arena that goes back to the pool when the last piece in it has been drawn.
 */
#ifndef PAGE_PIECE_H
#define PAGE_PIECE_H

#include "base/arena.h"
#include "base/len.h"
#include "base/source.h"

typedef struct Piece Piece;
typedef struct Frame Frame;
typedef struct Pen Pen;

/* Memory of some pieces; lives until the last of them is drawn. */
typedef struct Scrap {
    struct Scrap *next; /* in the pool */
    Arena *arena;
    unsigned users; /* pieces waiting, and the setter while it works */
} Scrap;

typedef struct ScrapPool {
    Scrap *free;
} ScrapPool;

Scrap *scrap_take(ScrapPool *pool);
void scrap_drop(ScrapPool *pool, Scrap *s);
void scrap_pool_release(ScrapPool *pool);

/* Lines of text that must follow a heading on its page. */
enum { LINES_UNDER_HEADING = 2 };

typedef enum PieceFlag {
    PIECE_KEEP = 1,        /* no page break after it (K-78) */
    PIECE_HEADING = 2,     /* wants LINES_UNDER_HEADING under it */
    PIECE_FRAME_FIRST = 4, /* opens its frame */
    PIECE_FRAME_LAST = 8,  /* closes its frame */
    PIECE_OPENS = 16,      /* a page begins well with it: ○, a heading */
    PIECE_SAME_ROW = 32    /* in the row of the piece above, in its frame */
} PieceFlag;

struct Piece {
    void (*draw)(const Piece *, Pen *, Len top);
    void *data;
    uint32_t part;             /* which line or row of data */
    uint8_t flags;             /* PieceFlag */
    uint8_t lines;             /* of text, or what it is worth */
    Len before, height, after; /* before and after meet at the larger one */
    Frame *frame;              /* or NULL */
    Scrap *scrap;              /* filled in by the flow */
    Pos pos;                   /* what to blame when it is too tall */
};

/* The part of a frame that stands on one page. */
typedef struct Stretch {
    Len top, bottom;
    bool first, last; /* of the frame */
} Stretch;

/*
 * A frame holds the pieces of a table or box together and draws around them:
 * once on every page that they reach. `open` is the room it needs above its
 * pieces on every page but its first (a repeated head), `close` the room
 * below them on every page but its last. Pieces of one row are drawn column by
 * column, so that contents come as they are read: `draw` is called for each
 * and finds its number in the pen.
 */
struct Frame {
    Len open, close;
    uint32_t columns; /* 1 or more */
    void (*begin)(Frame *, Pen *, Stretch);
    void (*end)(Frame *, Pen *, Stretch);
    void *data;
    Scrap *scrap; /* filled in by the flow */
};

#endif
