/* Chunks of pieces to sheets: keep, widow and lonely-line rules. */
#include "page/flow.h"

#include "page/book.h"

#include <glib.h>

enum {
    LINES_LONELY = 3,  /* the last page of a part has so many at least */
    LINES_COMPANY = 3, /* so many come to those, or to a box alone … */
    LINES_COMPANY_MAX = 10,
    LINES_LEFT_BEHIND = 8 /* … and so many stay where they came from */
};

/* K-54: spaces give way, by at most 3 % of the page and 2/5 of themselves,
 * when that spares the page a hole of more than three lines. */
enum { SQUEEZE_PAGE = 3, SQUEEZE_GAPS = 40 };
#define SQUEEZE_HOLE LEN_PT(72)

struct Flow {
    Book *book;
    GArray *chunk;  /* Piece */
    bool headed;    /* the chunk has a heading … */
    unsigned under; /* … and so many lines after it */
    SheetKind kind; /* of the next sheet */
    Sheet *full;    /* the sheet before, of the same flow */
    Sheet *sheet;   /* NULL: the next piece begins one */
    Sheet *waiting, **waiting_tail;
    uint32_t index;     /* of the next sheet in the file */
    uint32_t number;    /* of the last body page */
    uint32_t front;     /* pages before and between without number */
    SheetKind labelled; /* kind of the last page, for labels */
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
    DlLabels labels = {
        .page = s->index,
        .style = body ? 'D' : 'r',
        .start = body ? f->number : f->front,
    };
    dldoc_add_labels(f->book->out, labels);
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

/* Places a piece on a copy of a sheet's measures. */
static void trial_add(Sheet *trial, const Piece *p)
{
    trial->y = piece_top(trial, p) + p->height;
    trial->after = p->after;
    trial->n++;
}

/* How far the chunk would reach over the foot of a sheet. */
static Len chunk_overhang(const Flow *f, const Sheet *s)
{
    Sheet trial = *s;
    for (unsigned i = 0; i < f->chunk->len; i++)
        trial_add(&trial, chunk_piece(f, i));
    const Piece *last = chunk_piece(f, f->chunk->len - 1);
    return trial.y + close_room(last) - trial.bottom;
}

static bool chunk_fits(const Flow *f, const Sheet *s)
{
    return chunk_overhang(f, s) <= 0;
}

static Len room_on(const Flow *f, Sheet sheet, Len before)
{
    Piece next = {.before = before};
    for (unsigned i = 0; i < f->chunk->len; i++)
        trial_add(&sheet, chunk_piece(f, i));
    Len room = sheet.bottom - piece_top(&sheet, &next);
    return room > 0 ? room : 0;
}

FlowRoom flow_room(const Flow *f, Len before)
{
    Len fresh = room_on(f, (Sheet){.bottom = f->book->theme->depth}, before);
    return (FlowRoom){
        .here = f->sheet ? room_on(f, *f->sheet, before) : fresh,
        .fresh = fresh,
    };
}

static bool may_squeeze(const Sheet *s, Len by)
{
    return by <= len_mul(s->bottom - s->top, SQUEEZE_PAGE, 100) &&
           by <= len_mul(sheet_gaps(s), SQUEEZE_GAPS, 100);
}

/* Makes the chunk fit by taking from the spaces above it, when the page would
 * else end in a hole. */
static bool chunk_squeeze_in(Flow *f)
{
    Sheet *s = f->sheet;
    Len by = chunk_overhang(f, s);
    if (s->bottom - s->y < SQUEEZE_HOLE || !may_squeeze(s, by))
        return false;
    sheet_squeeze(s, by);
    f->book->report->squeezed++;
    return true;
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

static bool chunk_stays(Flow *f)
{
    if (!f->sheet)
        return false;
    return f->sheet->n == 0 || chunk_fits(f, f->sheet) || chunk_squeeze_in(f);
}

static void chunk_place(Flow *f)
{
    if (f->chunk->len == 0)
        return;
    if (!chunk_stays(f))
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

static const Piece *sheet_piece(const Sheet *s, uint32_t i)
{
    return &s->placed[i].piece;
}

/* One box, whole, and nothing else. */
static bool holds_one_box(const Sheet *s)
{
    const Frame *frame = sheet_piece(s, 0)->frame;
    bool whole = (sheet_piece(s, 0)->flags & PIECE_FRAME_FIRST) &&
                 (sheet_piece(s, s->n - 1)->flags & PIECE_FRAME_LAST);
    return frame && whole && sheet_piece(s, s->n - 1)->frame == frame &&
           s->y < (s->top + s->bottom) / 2;
}

static bool wants_company(const Sheet *s)
{
    return s->n > 0 && (s->lines < LINES_LONELY || holds_one_box(s));
}

/* Where the company for the next page begins on this one: a few lines back,
 * at a ○ or a heading if there is one near; 0 when there is none. */
static uint32_t company_start(const Sheet *s)
{
    unsigned lines = 0;
    uint32_t best = 0;
    for (uint32_t i = s->n - 1; i > 0; i--) {
        const Piece *p = sheet_piece(s, i);
        lines += p->lines;
        if (p->frame || lines > LINES_COMPANY_MAX ||
            s->lines < lines + LINES_LEFT_BEHIND)
            break;
        if (!s->placed[i].starts || lines < LINES_COMPANY)
            continue;
        best = best ? best : i;
        if (p->flags & PIECE_OPENS)
            return i;
    }
    return best;
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

/* The last lines of a part go back to the page before when its spaces can
 * make room for them (K-54). */
static bool sheet_pull_back(Flow *f)
{
    Sheet *s = f->sheet, *full = f->full;
    Sheet trial = *full;
    for (uint32_t i = 0; i < s->n; i++)
        trial_add(&trial, sheet_piece(s, i));
    Len by = trial.y - full->bottom;
    if (s->lines >= LINES_LONELY || !may_squeeze(full, by))
        return false;
    sheet_squeeze(full, by);
    for (uint32_t i = 0; i < s->n; i++) {
        const Piece *p = sheet_piece(s, i);
        sheet_add(full, p, piece_top(full, p), s->placed[i].starts);
    }
    s->n = 0;
    sheet_free(f->book, s);
    f->sheet = NULL;
    f->index--;
    f->number -= full->kind == SHEET_BODY;
    f->front -= full->kind != SHEET_BODY;
    f->book->report->squeezed++;
    return true;
}

/* The last page of a part does not hold a line or two, or a box, alone. */
static void mend_lonely(Flow *f)
{
    if (!f->full || !f->sheet || !wants_company(f->sheet))
        return;
    if (sheet_pull_back(f))
        return;
    uint32_t from = company_start(f->full);
    if (from > 0)
        sheet_refill(f, from);
}

void flow_break(Flow *f, SheetKind kind)
{
    chunk_place(f);
    mend_lonely(f);
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
