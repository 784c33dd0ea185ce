#include "pdf/objects.h"

#include <glib.h>
#include <hpdf_pages.h>

/* libharu calls this from its public functions alone; all failures, those of
 * the others too, stay in doc->error, which objects_ok reads. */
static void ignore_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    (void)error, (void)detail, (void)user;
}

/* g_malloc ends the process when memory is out: libharu never sees NULL. */
static void *haru_alloc(HPDF_UINT size)
{
    return g_malloc(size);
}

static void haru_free(void *p)
{
    g_free(p);
}

static ObjectBody *body_at(Objects *o, uint32_t number)
{
    if (number >= o->cap) {
        size_t cap = o->cap ? o->cap : 1024;
        while (cap <= number)
            cap *= 2;
        o->bodies = g_realloc_n(o->bodies, cap, sizeof *o->bodies);
        memset(o->bodies + o->cap, 0, (cap - o->cap) * sizeof *o->bodies);
        o->cap = cap;
    }
    return &o->bodies[number];
}

const ObjectBody *object_body(const Objects *o, uint32_t number)
{
    return number < o->cap && o->bodies[number].body.p ? &o->bodies[number]
                                                       : NULL;
}

uint32_t object_number(const void *object)
{
    return ((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF;
}

/* libharu's hook between the entries and the end of a dictionary; the attr
 * of our callback stream is the Objects. */
static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    const Objects *o = stream->attr;
    const ObjectBody *b = object_body(o, object_number(dict));

    if (!b || !b->body.n)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)b->body.p,
                             (HPDF_UINT)b->body.n);
}

static HPDF_STATUS append_text(HPDF_Stream stream, const HPDF_BYTE *p,
                               HPDF_UINT n)
{
    Objects *o = stream->attr;

    buf_add(&o->text, p, n);
    return HPDF_OK;
}

Str object_text(Objects *o, uint32_t number)
{
    HPDF_XrefEntry e = HPDF_Xref_GetEntry(o->doc->xref, number);

    o->text.n = 0;
    HPDF_Obj_WriteValue(e->obj, o->serial, NULL);
    return buf_str(&o->text);
}

void objects_init(Objects *o)
{
    *o = (Objects){.arena = arena_new(0)};
    o->doc = HPDF_NewEx(ignore_error, haru_alloc, haru_free, 0, NULL);
    /* The list grows by this many and copies itself each time. */
    o->doc->xref->entries->items_per_block = 65536;
    o->doc->pdf_version = HPDF_VER_17;
    o->serial = HPDF_CallbackWriter_New(o->doc->mmgr, append_text, o);
}

void objects_release(Objects *o)
{
    HPDF_Stream_Free(o->serial);
    HPDF_Free(o->doc);
    buf_release(&o->text);
    arena_free(o->arena);
    g_free(o->bodies);
    *o = (Objects){0};
}

uint32_t objects_last(const Objects *o)
{
    return o->doc->xref->start_offset + o->doc->xref->entries->count - 1;
}

bool objects_ok(const Objects *o)
{
    return o->doc->error.error_no == HPDF_OK;
}

unsigned long objects_error(const Objects *o)
{
    return o->doc->error.error_no;
}

static HPDF_Dict add_dict(Objects *o)
{
    HPDF_Dict d = HPDF_Dict_New(o->doc->mmgr);

    d->write_fn = write_body;
    HPDF_Xref_Add(o->doc->xref, d);
    return d;
}

uint32_t object_add(Objects *o)
{
    return object_number(add_dict(o));
}

uint32_t object_add_body(Objects *o, const Buf *body)
{
    uint32_t number = object_add(o);

    object_set_body(o, number, body);
    return number;
}

uint32_t object_add_stream(Objects *o, const Buf *body, Str data)
{
    HPDF_Dict d = add_dict(o);

    dict_set_stream(o, d, buf_str(body), data);
    return object_number(d);
}

void object_set_body(Objects *o, uint32_t number, const Buf *body)
{
    body_at(o, number)->body = buf_dup(body, o->arena);
}

void dict_set_body(Objects *o, HPDF_Dict dict, const Buf *body)
{
    dict->write_fn = write_body;
    object_set_body(o, object_number(dict), body);
}

void dict_set_stream(Objects *o, HPDF_Dict dict, Str body, Str data)
{
    dict->write_fn = write_body;
    *body_at(o, object_number(dict)) = (ObjectBody){
        .body = str_dup(body, o->arena), .data = data, .is_stream = true};
}
