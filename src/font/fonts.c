/* The font set: roles resolved to faces of the lock. */
#include "base/name.h"
#include "font/face.h"
#include "font/fonts_int.h"

#include <string.h>

/* A FontRole is 8 bits, so is the place in a chain (choose.c). */
enum { MAX_ROLES = 255, MAX_CHAIN = 200 };

/* What opening needs beside the set. */
typedef struct Opening {
    Fonts *fonts;
    const LockFace **locked; /* of each face opened, also of failed ones */
    bool *failed;
    size_t n;
    Diags *diags;
} Opening;

/* The face of a locked one, opened on first use; NULL when it failed. */
static const Face *face_of(Opening *o, const LockFace *locked, Pos pos)
{
    Fonts *f = o->fonts;
    for (size_t i = 0, at = 0; i < o->n; i++) {
        if (o->locked[i] == locked)
            return o->failed[i] ? NULL : &f->faces[at];
        at += !o->failed[i];
    }
    Face *face = &f->faces[f->nfaces];
    bool ok = face_open(locked, f->dirs, f->ndirs, (uint16_t)f->nfaces, pos,
                        f->arena, o->diags, face);
    f->nfaces += ok;
    o->locked[o->n] = locked;
    o->failed[o->n++] = !ok;
    return ok ? face : NULL;
}

static const char *families_list(const Fonts *f, Diags *diags)
{
    const Str *names;
    size_t n = lock_families(&f->lock, f->arena, &names);
    const char *list = "";
    for (size_t i = 0; i < n; i++)
        list = diag_arg(diags, "%s%s" STR_FMT, list, i > 0 ? ", " : "",
                        STR_ARG(names[i]));
    return list;
}

/* Appends the face of `family` to the role's chain. `exact`: the weight must
 * be there, for a bold that is not drawn bold would mislead (K-148). */
static bool chain_add(Opening *o, Role *role, const FontRoleSpec *spec,
                      Str family, bool exact)
{
    Diags *d = o->diags;
    const LockFace *locked = lock_find(&o->fonts->lock, family, spec->weight);
    if (!locked) {
        diag(d, DIAG_FONT_FAMILY, spec->pos, diag_str(d, spec->name),
             diag_str(d, family), families_list(o->fonts, d));
        return false;
    }
    if (exact && locked->weight != spec->weight) {
        diag(d, DIAG_FONT_WEIGHT, spec->pos, diag_str(d, family),
             diag_arg(d, "%d", spec->weight),
             diag_arg(d, "%d", locked->weight));
        return false;
    }
    const Face *face = face_of(o, locked, spec->pos);
    if (face)
        role->chain[role->nchain++] = face;
    return face != NULL;
}

static bool role_open(Opening *o, const FontRoleSpec *spec)
{
    Fonts *f = o->fonts;
    Role *role = &f->roles[f->nroles++];
    if (spec->nfallbacks >= MAX_CHAIN) {
        diag(o->diags, DIAG_FONT_TOO_MANY, spec->pos,
             diag_arg(o->diags, "%d", MAX_CHAIN));
        return false;
    }
    role->name = str_dup(spec->name, f->arena);
    role->chain = ARENA_ARRAY(f->arena, const Face *, spec->nfallbacks + 1);
    bool ok = chain_add(o, role, spec, spec->family, true);
    for (size_t i = 0; i < spec->nfallbacks; i++)
        ok &= chain_add(o, role, spec, spec->fallbacks[i], false);
    return ok;
}

static const Str *strs_copy(const Str *s, size_t n, Arena *a)
{
    Str *copy = ARENA_ARRAY(a, Str, n);
    for (size_t i = 0; i < n; i++)
        copy[i] = str_dup(s[i], a);
    return copy;
}

/* True when every role has its whole chain: each fault is told, not only the
 * first. */
static bool roles_open(Fonts *f, const FontRoleSpec *roles, size_t n,
                       Diags *diags)
{
    if (n > MAX_ROLES) {
        diag(diags, DIAG_FONT_TOO_MANY, roles[MAX_ROLES].pos,
             diag_arg(diags, "%d", MAX_ROLES));
        return false;
    }
    f->faces = ARENA_ARRAY(f->arena, Face, f->lock.n);
    f->roles = ARENA_ARRAY(f->arena, Role, n);
    Opening o = {.fonts = f,
                 .locked = ARENA_ARRAY(f->arena, const LockFace *, f->lock.n),
                 .failed = ARENA_ARRAY(f->arena, bool, f->lock.n),
                 .diags = diags};
    bool ok = true;
    for (size_t i = 0; i < n; i++)
        ok &= role_open(&o, &roles[i]);
    return ok;
}

Fonts *fonts_open(const FontRoleSpec *roles, size_t nroles, Str lock_path,
                  const Str *dirs, size_t ndirs, Diags *diags)
{
    Arena *arena = arena_new(0);
    Fonts *f = ARENA_NEW(arena, Fonts);
    f->arena = arena;
    f->dirs = strs_copy(dirs, ndirs, arena);
    f->ndirs = ndirs;
    if (lock_read(str_dup(lock_path, arena), arena, diags, &f->lock) &&
        roles_open(f, roles, nroles, diags))
        return f;
    fonts_free(f);
    return NULL;
}

void fonts_free(Fonts *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < f->nfaces; i++)
        face_close(&f->faces[i]);
    arena_free(f->arena);
}

bool fonts_verify(const Fonts *f, Diags *diags)
{
    bool ok = true;
    for (size_t i = 0; i < f->lock.n; i++) {
        const LockFace *locked = &f->lock.faces[i];
        FoundFile file;
        FindResult r = font_find(locked, f->dirs, f->ndirs, f->arena, &file);
        if (r == FIND_OK) {
            hb_blob_destroy(file.blob);
            if (str_eq(lock_sha256(file.path, f->arena), locked->sha256))
                continue;
            r = FIND_CHANGED;
        }
        face_report_missing(r, locked, file.path, POS_NONE, diags);
        ok = false;
    }
    return ok;
}

size_t fonts_face_count(const Fonts *f)
{
    return f->nfaces;
}

const Face *fonts_face(const Fonts *f, uint16_t id)
{
    return &f->faces[id];
}

size_t fonts_role_count(const Fonts *f)
{
    return f->nroles;
}

Str fonts_role_name(const Fonts *f, FontRole role)
{
    return f->roles[role].name;
}

bool fonts_find_role(const Fonts *f, Str name, FontRole *out)
{
    for (size_t i = 0; i < f->nroles; i++) {
        if (!name_same(f->roles[i].name, name))
            continue;
        *out = (FontRole)i;
        return true;
    }
    return false;
}

const Face *fonts_role_face(const Fonts *f, FontRole role)
{
    return f->roles[role].chain[0];
}

const Face *fonts_role_fallback(const Fonts *f, FontRole role, size_t i)
{
    const Role *r = &f->roles[role];
    return i + 1 < r->nchain ? r->chain[i + 1] : NULL;
}
