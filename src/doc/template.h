/*
 * Templates: text of the layout with fields, read once and filled for every
 * row.
 *
 *   {합계}  {합계 | 조억}  {기관 | 은}  {합계 | 조억 | 을}   fields
 *   「{사업}」{|을}  or  {을/를}     a particle for the text before it
 *   {값}[ ({비고})]                 a segment, printed only when every field
 *                                   in it has something to say
 *   **글** __글__ ^^글^^ ^(위) _(0)   emphasis (doc/marks.h)
 *   {{ }} [[ ]]                     the characters themselves
 *
 * What a cell contains is never read as a template (J-06).
 */
#ifndef DOC_TEMPLATE_H
#define DOC_TEMPLATE_H

#include "data/typed.h"
#include "doc/format.h"
#include "doc/provenance.h"
#include "doc/rich.h"

typedef struct Template Template;

/* The spans that the last field made. */
typedef struct FilledField {
    size_t from, to; /* to 0: none yet */
    Pos blank; /* of the last one that said nothing; file 0: none did */
} FilledField;

/* What filling needs; one for a document. */
typedef struct Filler {
    RichBuilder rich; /* where filled text goes, until it is taken */
    Arena *arena;     /* the document's */
    Diags *diags;
    JosaOptions josa;
    GHashTable *unknown_words; /* warned about already (J-25) */
    FilledField field;         /* that a particle may follow */
    Provenance *provenance;    /* NULL: nobody asks */
    FigureStyle figures;       /* K-110; only in tables a zero may be - */
    const House *house;        /* the signs the book is printed with */
    Typed *typed;              /* how they were typed, or NULL */
    const Expr *computed;      /* what the next value printed was computed by */
} Filler;

void filler_init(Filler *f, Arena *document, Diags *diags);
void filler_release(Filler *f);

/* The text of a cell at `pos` as it is printed. */
Str filler_text(const Filler *f, Str text, Pos pos);

/* Adds a name as the layout has it, in normal form. */
void filler_name(Filler *f, Str name, Pos pos);

/* Reads a template that stands at `pos`; `quoted` tells that a quote comes
 * first there. NULL when reported. `house` says which signs stay as typed. */
const Template *template_parse(Str text, Pos pos, bool quoted,
                               const House *house, Arena *a, Diags *diags);

/* Has it emphasis, typed in it or let in from cells? */
bool template_has_marks(const Template *t);

/* Adds the filled template to f->rich. Text of cells is referenced, not
 * copied. Answers whether there is any text. Faults are reported. */
bool template_fill(const Template *t, const ExprScope *scope, unsigned flags,
                   Filler *f);

/* The same, taken. */
RichText template_take(const Template *t, const ExprScope *scope, Filler *f);

/* How the end of a filled text is read: as the date or time that a format
 * wrote there, or by its letters (J-11, J-12). */
JosaField rich_josa_field(RichText t);

/* Prints one value as a field does: with its format or by default. Used for
 * the cells of tables. */
bool filler_print(Filler *f, const Value *v, const Format *format, bool plain,
                  const ExprScope *scope, Pos pos);

#endif
