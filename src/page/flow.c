/* Chunks of pieces to sheets: keep, widow and lonely-line rules. */
#include "page/flow.h"

#include "page/book.h"

#include <glib.h>

/* Lines of text that must follow a heading on its page. */
enum { LINES_UNDER_HEADING = 2 };
/* What a page must keep when its last chunk leaves with a lonely line. */
enum { LINES_LEFT_BEHIND = 4 };

struct Flow {
    Book *book;
    GArray *chunk;       /* Piece */
    bool headed;         /* the chunk has a heading … */
    unsigned under;      /* … and so many lines after it */
    SheetKind kind;      /* of the next sheet */
    Sheet *full;         /* the sheet before, of the same flow */
    Sheet *sheet;        /* NULL: the next piece begins one */
    Sheet *waiting, **waiting_tail;
    uint32_t index;      /* of the next sheet in the file */
    uint32_t number;     /* of the last body page */
    uint32_t front;      /* pages before and between without number */
    SheetKind labelled;  /* kind of the last page, for labels */
};

Flow *flow_new(Book *b)
{
    Flow *f = g_new0(Flow, 1);
    f->book = b;
    f->chunk = g_array_new(FALSE, FALSE, sizeof(Piece));
    f->waiting_tail = &f->waiting;
    f->labelled = SHEET_BLANK;
    return f;
}

void flow_free(Flow *f)
{
    g_array_free(f->chunk, TRUE);
    g_free(f);
}

static Piece *chunk_piece(const Flow *f, unsigned i)
{
    return &g_array_index(f->chunk, Piece, i);
}

bool flow_in_page(const Flow *f)
{
    return f->chunk->len > 0 || (f->sheet && f->sheet->n > 0);
}

/* ---- sheets ---- */

static void sheet_leave(Flow *f, Sheet *s)
{
    if (s->kind == SHEET_CONTENTS) {
        *f->waiting_tail = s;
        f->waiting_tail = &s->next;
        return;
    }
    sheet_draw(f->book, s);
    sheet_free(f->book, s);
}

static void full_leave(Flow *f)
{
    if (f->full)
        sheet_leave(f, f->full);
    f->full = NULL;
}

/* Labels change where counting begins or stops (K-160). */
static void label_page(Flow *f, const Sheet *s)
{
    bool body = s->kind == SHEET_BODY;
    bool was_body = f->labelled == SHEET_BODY;
    bool begun = f->number + f->front > 1;
    f->labelled = s->kind;
    if (begun && body == was_body)
        return;
    dldoc_add_labels(f->book->out, (DlLabels){
        .page = s->index,
        .style = body ? 'D' : 'r',
        .start = body ? f->number : f->front,
    });
}

static Sheet *sheet_begin(Flow *f, SheetKind kind)
{
    Sheet *s = sheet_new(f->book, kind, f->index++);
    if (kind == SHEET_BODY)
        s->number = ++f->number;
    else
        f->front++;
    label_page(f, s);
    return s;
}

/* Page 1 is a right-hand page, so that the mirrored margins meet the spine:
 * after an odd number of front pages its back stays empty (K-92). */
static void back_blank(Flow *f)
{
    bool left = f->index % 2 == 1;
    if (left && f->number == 0 && f->book->theme->mirrored)
        sheet_leave(f, sheet_begin(f, SHEET_BLANK));
}

static void sheet_turn(Flow *f)
{
    full_leave(f);
    f->full = f->sheet;
    if (f->kind == SHEET_BODY)
        back_blank(f);
    f->sheet = sheet_begin(f, f->kind);
}

/* ---- chunks ---- */

/* A frame goes on at the top of a page. */
static Len open_room(const Sheet *s, const Piece *p)
{
    bool goes_on = s->n == 0 && p->frame && !(p->flags & PIECE_FRAME_FIRST);
    return goes_on ? p->frame->open : 0;
}

static Len close_room(const Piece *p)
{
    bool goes_on = p->frame && !(p->flags & PIECE_FRAME_LAST);
    return goes_on ? p->frame->close : 0;
}

/* Where a piece would stand on a sheet. */
static Len piece_top(const Sheet *s, const Piece *p)
{
    return s->y + sheet_gap(s, p) + open_room(s, p);
}

static bool piece_fits(const Sheet *s, const Piece *p)
{
    return piece_top(s, p) + p->height + close_room(p) <= s->bottom;
}

/* The same sums as placing, on a copy of the sheet's measures. */
static bool chunk_fits(const Flow *f, const Sheet *s)
{
    Sheet trial = *s;
    for (unsigned i = 0; i < f->chunk->len; i++) {
        const Piece *p = chunk_piece(f, i);
        if (piece_top(&trial, p) + p->height > trial.bottom)
            return false;
        trial.y = piece_top(&trial, p) + p->height;
        trial.after = p->after;
        trial.n++;
    }
    const Piece *last = chunk_piece(f, f->chunk->len - 1);
    return trial.y + close_room(last) <= trial.bottom;
}

static void piece_place(Flow *f, const Piece *p, bool starts)
{
    sheet_add(f->sheet, p, piece_top(f->sheet, p), starts);
}

/* A chunk taller than a page breaks wherever it must. */
static void chunk_pour(Flow *f)
{
    for (unsigned i = 0; i < f->chunk->len; i++) {
        const Piece *p = chunk_piece(f, i);
        if (f->sheet->n > 0 && !piece_fits(f->sheet, p))
            sheet_turn(f);
        if (!piece_fits(f->sheet, p))
            diag0(f->book->diags, DIAG_PAGE_TALL, p->pos);
        piece_place(f, p, i == 0 || f->sheet->n == 0);
    }
}

static void chunk_place(Flow *f)
{
    if (f->chunk->len == 0)
        return;
    if (!f->sheet || (f->sheet->n > 0 && !chunk_fits(f, f->sheet)))
        sheet_turn(f);
    if (chunk_fits(f, f->sheet))
        for (unsigned i = 0; i < f->chunk->len; i++)
            piece_place(f, chunk_piece(f, i), i == 0);
    else
        chunk_pour(f);
    g_array_set_size(f->chunk, 0);
    f->headed = false;
    f->under = 0;
}

static bool chunk_is_closed(const Flow *f)
{
    const Piece *last = chunk_piece(f, f->chunk->len - 1);
    if (last->flags & PIECE_KEEP)
        return false;
    return !f->headed || f->under >= LINES_UNDER_HEADING;
}

/* A heading does not wait for the lines that the heading above it misses. */
static void heading_parts(Flow *f)
{
    unsigned n = f->chunk->len;
    if (n > 0 && !(chunk_piece(f, n - 1)->flags & PIECE_KEEP))
        chunk_place(f);
}

void flow_add(Flow *f, Piece piece)
{
    bool heading = piece.flags & PIECE_HEADING;
    if (heading)
        heading_parts(f);
    piece.scrap = f->book->scrap;
    piece.scrap->users++;
    if (piece.frame)
        piece.frame->scrap->users++;
    g_array_append_val(f->chunk, piece);
    f->headed = f->headed || heading;
    f->under = heading ? 0 : f->under + piece.lines;
    if (chunk_is_closed(f))
        chunk_place(f);
}

/* ---- page ends ---- */

static uint32_t last_start(const Sheet *s)
{
    uint32_t i = s->n;
    while (i > 0 && !s->placed[i - 1].starts)
        i--;
    return i > 0 ? i - 1 : 0;
}

/* The last chunk of a sheet may leave it when no frame is torn by that and
 * enough stays. */
static bool chunk_may_leave(const Sheet *s, uint32_t from)
{
    unsigned leaving = 0;
    for (uint32_t i = from; i < s->n; i++) {
        if (s->placed[i].piece.frame)
            return false;
        leaving += s->placed[i].piece.lines;
    }
    return from > 0 && s->lines >= leaving + LINES_LEFT_BEHIND;
}

static void sheet_refill(Flow *f, uint32_t from)
{
    Sheet *old = f->sheet;
    Sheet *s = sheet_new(f->book, old->kind, old->index);
    s->number = old->number;
    for (uint32_t i = from; i < f->full->n; i++) {
        const Piece *p = &f->full->placed[i].piece;
        sheet_add(s, p, piece_top(s, p), i == from);
    }
    for (uint32_t i = 0; i < old->n; i++) {
        const Piece *p = &old->placed[i].piece;
        sheet_add(s, p, piece_top(s, p), old->placed[i].starts);
    }
    f->full->n = from;
    old->n = 0;
    sheet_free(f->book, old);
    f->sheet = s;
}

/* One line alone on the last page of a part gets the chunk before it for
 * company. */
static void mend_lonely_line(Flow *f)
{
    if (!f->full || !f->sheet || f->sheet->lines > 1)
        return;
    uint32_t from = last_start(f->full);
    if (chunk_may_leave(f->full, from))
        sheet_refill(f, from);
}

void flow_break(Flow *f, SheetKind kind)
{
    chunk_place(f);
    mend_lonely_line(f);
    full_leave(f);
    if (f->sheet)
        sheet_leave(f, f->sheet);
    f->sheet = NULL;
    f->kind = kind;
}

void flow_end(Flow *f)
{
    flow_break(f, SHEET_BODY);
    while (f->waiting) {
        Sheet *s = f->waiting;
        f->waiting = s->next;
        sheet_draw(f->book, s);
        sheet_free(f->book, s);
    }
}
