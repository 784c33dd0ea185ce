/*
 * The readable form of pages, tags and documents.
 *
 * Tests compare it, people read it: positions come first, what is ordinary
 * (black, natural width, no spacing) is left out.
 */
#include "base/json.h"
#include "dlist/dlist.h"

#include <glib.h>

typedef struct Dump {
    GString *text;
    const Sources *sources; /* may be NULL */
    Arena *arena;
} Dump;

static Dump dump_begin(const Sources *sources, Arena *a)
{
    return (Dump){g_string_new(NULL), sources, a};
}

static char *dump_end(Dump *d)
{
    char *text = arena_strndup(d->arena, d->text->str, d->text->len);
    g_string_free(d->text, TRUE);
    return text;
}

static void put(Dump *d, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void put(Dump *d, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    g_string_append_vprintf(d->text, format, ap);
    va_end(ap);
}

static void put_len(Dump *d, Len l)
{
    g_string_append(d->text, len_dump(l, d->arena));
}

static void put_point(Dump *d, Point p)
{
    put_len(d, p.x);
    put(d, ",");
    put_len(d, p.y);
}

static void put_size(Dump *d, Len w, Len h)
{
    put_len(d, w);
    put(d, "x");
    put_len(d, h);
}

static void put_rect(Dump *d, Rect r)
{
    put_point(d, (Point){r.x, r.y});
    put(d, " ");
    put_size(d, r.w, r.h);
}

static void put_quoted(Dump *d, Str s)
{
    Str quoted = json_quote(s, d->arena);
    g_string_append_len(d->text, quoted.p, (gssize)quoted.n);
}

/* ` name "text"`, or nothing when the text is empty. */
static void put_text(Dump *d, const char *name, Str s)
{
    if (s.n == 0)
        return;
    put(d, " %s ", name);
    put_quoted(d, s);
}

static void put_colour(Dump *d, Colour c)
{
    put(d, " #%02x%02x%02x", c.r, c.g, c.b);
}

static bool is_black(Colour c)
{
    return c.r == 0 && c.g == 0 && c.b == 0;
}

static void put_source(Dump *d, Pos pos)
{
    if (!d->sources || pos.file == 0)
        return;
    put(d, " @" STR_FMT ":%u:%u", STR_ARG(sources_path(d->sources, pos.file)),
        pos.line, pos.col);
}

/* The extra spaces in order, equal neighbours as `3x0.125`. */
static void put_gaps(Dump *d, const DlRun *run)
{
    bool first = true;
    for (uint32_t i = 0; i < run->npieces;) {
        Len gap = run->pieces[i].gap;
        uint32_t n = 0;
        /* Pieces without a gap lie between; they do not part equal gaps. */
        for (; i < run->npieces; i++) {
            Len other = run->pieces[i].gap;
            if (gap == 0)
                gap = other;
            if (other != 0 && other != gap)
                break;
            n += other != 0;
        }
        if (n == 0)
            continue;
        put(d, "%s%ux", first ? " gaps " : ",", n);
        put_len(d, gap);
        first = false;
    }
}

static void put_run(Dump *d, const DlRun *run)
{
    put(d, "run ");
    put_point(d, (Point){run->x, run->y});
    put(d, " width ");
    put_len(d, run->width);
    put(d, " " STR_FMT " %d ", STR_ARG(run->face->family), run->face->weight);
    put_len(d, run->size);
    put(d, "pt");
    if (!is_black(run->colour))
        put_colour(d, run->colour);
    if (run->letter_spacing != 0)
        put(d, " spacing %d%s", run->letter_spacing,
            run->last_tight ? " last-tight" : "");
    if (run->spread)
        put(d, " spread");
    if (run->glyph_width != 1000)
        put(d, " glyph-width %d", run->glyph_width);
    put_gaps(d, run);
    put(d, " ");
    put_quoted(d, dlrun_text(run, d->arena));
    put_source(d, run->source);
}

static void put_segments(Dump *d, const DlPath *path)
{
    static const struct {
        char letter;
        int points;
    } forms[] = {
        [SEG_MOVE] = {'M', 1},
        [SEG_LINE] = {'L', 1},
        [SEG_CURVE] = {'C', 3},
        [SEG_CLOSE] = {'Z', 0},
    };
    const Point *at = path->points;
    for (uint32_t i = 0; i < path->nsegs; i++) {
        put(d, i > 0 ? " %c" : "%c", forms[path->segs[i]].letter);
        for (int n = forms[path->segs[i]].points; n > 0; n--) {
            put(d, " ");
            put_point(d, *at++);
        }
    }
}

Str dlpath_text(const DlPath *path, Arena *a)
{
    Dump d = dump_begin(NULL, a);
    put_segments(&d, path);
    return str_of(dump_end(&d));
}

static void put_stroke(Dump *d, const DlPaint *paint)
{
    put(d, " stroke ");
    put_len(d, paint->line_width);
    put_colour(d, paint->stroke_colour);
    if (paint->dash[0] > 0) {
        put(d, " dash ");
        put_point(d, (Point){paint->dash[0], paint->dash[1]});
    }
    if (paint->round_cap)
        put(d, " round");
}

const char *hatch_name(DlHatch hatch)
{
    static const char *const names[] = {
        [HATCH_NONE] = "",
        [HATCH_DIAGONAL] = "diagonal",
        [HATCH_DOTS] = "dots",
    };
    return names[hatch];
}

static void put_fill(Dump *d, const DlPaint *paint)
{
    put(d, " fill");
    put_colour(d, paint->fill_colour);
    if (paint->even_odd)
        put(d, " even-odd");
    if (paint->hatch != HATCH_NONE)
        put(d, " hatch %s", hatch_name(paint->hatch));
}

static void put_path(Dump *d, const DlPath *path, const DlPaint *paint)
{
    put(d, "path");
    if (paint->fill)
        put_fill(d, paint);
    if (paint->stroke)
        put_stroke(d, paint);
    put(d, " ");
    put_segments(d, path);
    put_source(d, path->source);
}

const char *artifact_name(Artifact a)
{
    static const char *const names[] = {
        [ARTIFACT_LAYOUT] = "layout",         [ARTIFACT_HEADER] = "header",
        [ARTIFACT_FOOTER] = "footer",         [ARTIFACT_REPEAT] = "repeat",
        [ARTIFACT_BACKGROUND] = "background",
    };
    return names[a];
}

static void put_op(Dump *d, const DlOp *op)
{
    bool bracket = op->kind != OP_RUN && op->kind != OP_PATH;
    put(d, bracket ? "  " : "    ");
    switch (op->kind) {
    case OP_TAG_BEGIN:
        put(d, "tag %u %s mark %u", op->tag.tag->id,
            role_name((Role)op->tag.tag->role), op->tag.mark);
        put_text(d, "actual", op->tag.actual);
        break;
    case OP_ARTIFACT_BEGIN:
        put(d, "artifact %s", artifact_name(op->artifact));
        break;
    case OP_END:
        put(d, "end");
        break;
    case OP_RUN:
        put_run(d, &op->run);
        break;
    case OP_PATH:
        put_path(d, &op->path.path, &op->path.paint);
        break;
    }
    put(d, "\n");
}

static void put_link(Dump *d, const DlLink *link)
{
    put(d, "  link ");
    put_rect(d, link->rect);
    if (link->target != UINT32_MAX)
        put(d, " dest %u", link->target);
    put_text(d, "uri", link->uri);
    put_text(d, "contents", link->contents);
    put(d, " tag %u\n", link->tag->id);
}

char *dlpage_dump(const DlPage *p, const Sources *sources, Arena *a)
{
    Dump d = dump_begin(sources, a);
    put(&d, "page %u ", p->index + 1);
    put_size(&d, p->width, p->height);
    put(&d, "\n");
    for (const DlOp *op = p->ops; op; op = op->next)
        put_op(&d, op);
    for (uint32_t i = 0; i < p->nlinks; i++)
        put_link(&d, &p->links[i]);
    return dump_end(&d);
}

static void put_meta(Dump *d, const DlMeta *meta)
{
    const struct {
        const char *name;
        Str value;
    } fields[] = {
        {"title", meta->title},
        {"author", meta->author},
        {"organization", meta->organization},
        {"subject", meta->subject},
        {"keywords", meta->keywords},
        {"language", meta->language},
    };
    put(d, "meta");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        put_text(d, fields[i].name, fields[i].value);
    if (meta->time != INT64_MIN)
        put(d, " time %lld", (long long)meta->time);
    put(d, "\n");
}

static void put_labels(Dump *d, const DlLabels *labels)
{
    put(d, "labels page %u", labels->page + 1);
    if (labels->style)
        put(d, " style %c start %u", labels->style, labels->start);
    put_text(d, "prefix", labels->prefix);
    put(d, "\n");
}

static void put_attachment(Dump *d, const DlAttachment *a)
{
    put(d, "attachment ");
    put_quoted(d, a->name);
    put(d, " " STR_FMT " " STR_FMT, STR_ARG(a->mime), STR_ARG(a->relation));
    put_text(d, "description", a->description);
    put(d, "\n");
}

static void put_dest(Dump *d, uint32_t i, const DlDest *dest)
{
    put(d, "dest %u ", i);
    put_quoted(d, dest->name);
    put(d, " page %u y ", dest->page + 1);
    put_len(d, dest->y);
    put(d, "\n");
}

static void put_outline(Dump *d, const DlOutline *outline)
{
    put(d, "outline %d ", outline->level);
    put_quoted(d, outline->text);
    put(d, " dest %u\n", outline->dest);
}

char *dldoc_dump(const DlDoc *doc, Arena *a)
{
    Dump d = dump_begin(NULL, a);
    put(&d, "document %u pages\n", doc->npages);
    put_meta(&d, &doc->meta);
    for (uint32_t i = 0; i < doc->nlabels; i++)
        put_labels(&d, &doc->labels[i]);
    for (uint32_t i = 0; i < doc->ndests; i++)
        put_dest(&d, i, &doc->dests[i]);
    for (uint32_t i = 0; i < doc->noutline; i++)
        put_outline(&d, &doc->outline[i]);
    for (uint32_t i = 0; i < doc->nattachments; i++)
        put_attachment(&d, &doc->attachments[i]);
    return dump_end(&d);
}

static void put_extra(Dump *d, const TagExtra *e)
{
    static const char *const scopes[] = {
        [SCOPE_NONE] = "",
        [SCOPE_ROW] = " scope row",
        [SCOPE_COLUMN] = " scope column",
    };
    put_text(d, "title", e->title);
    put_text(d, "alt", e->alt);
    put_text(d, "actual", e->actual);
    put_text(d, "expansion", e->expansion);
    put_text(d, "language", e->language);
    put(d, "%s%s", scopes[e->scope], e->numbered ? " numbered" : "");
    if (e->col_span > 1)
        put(d, " columns %d", e->col_span);
    if (e->row_span > 1)
        put(d, " rows %d", e->row_span);
    if (e->bbox.w > 0) {
        put(d, " page %u box ", e->bbox_page + 1);
        put_rect(d, e->bbox);
    }
}

static void put_indent(Dump *d, int depth)
{
    put(d, "%*s", depth * 2, "");
}

static void put_tag(Dump *d, const Tag *tag, int depth)
{
    put_indent(d, depth);
    put(d, "%s", role_name((Role)tag->role));
    if (tag->extra)
        put_extra(d, tag->extra);
    put(d, "\n");
    for (const TagKid *kid = tag->kids; kid; kid = kid->next) {
        if (kid->kind == KID_TAG) {
            put_tag(d, kid->tag, depth + 1);
            continue;
        }
        put_indent(d, depth + 1);
        if (kid->kind == KID_CONTENT)
            put(d, "page %u mark %u\n", kid->content.page + 1,
                kid->content.mark);
        else
            put(d, "page %u link %u\n", kid->link.page + 1, kid->link.link);
    }
}

char *tagtree_dump(const TagTree *t, Arena *a)
{
    Dump d = dump_begin(NULL, a);
    put_tag(&d, t->root, 0);
    return dump_end(&d);
}
