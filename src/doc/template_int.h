/* The inside of a template, between reading it and filling it. */
#ifndef DOC_TEMPLATE_INT_H
#define DOC_TEMPLATE_INT_H

#include "doc/template.h"

typedef enum PartKind {
    PART_TEXT,
    PART_FIELD,
    PART_PARTICLE, /* for the text before it */
    PART_SEGMENT   /* the parts up to `end` stand or fall together */
} PartKind;

typedef struct Part {
    PartKind kind;
    bool plain;   /* a figure without commas: 2024년, 제1234호 */
    unsigned marks; /* emphasis it stands in: SpanMark */
    uint32_t end; /* segments: index of the part after the last */
    Pos pos;
    Str text; /* text; the particle of fields and particles */
    const Expr *expr;
    const Format *format; /* NULL: by default */
} Part;

struct Template {
    size_t n;
    const Part *parts;
};

/* particle.c: the particle of a part, for the text from the span `first` on. */
void particle_add(Filler *f, const Part *part, size_t first);

#endif
