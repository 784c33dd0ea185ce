/*
 * Layout: one YAML file, read and checked.
 *
 * The schema is one table in layout/schema_layout.c: it checks the file
 * (unknown keys, wrong types, missing keys, dead references: file:line:col and
 * a suggestion) and is printed as JSON Schema. What comes out is the checked
 * tree: doc/ walks `body` knowing that every key is one the schema allows.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "base/house.h"
#include "layout/node.h"
#include "layout/theme.h"

typedef struct LayoutColumn {
    Str name;
    Str type; /* "money"; checked by the schema */
    Pos pos;
} LayoutColumn;

/* One entry of `data:`. */
typedef struct LayoutTable {
    Str name;
    Str csv;  /* as written */
    Str path; /* resolved against the layout's folder */
    Str key, encoding, delimiter;
    const LayoutColumn *columns;
    size_t ncolumns;
    const Str *fill_down;
    size_t nfill_down;
    bool pad;
    unsigned head_rows;
    const Node *map; /* the entry; with `from`, what the table is made of */
    bool derived;    /* made from other tables: no csv */
    Pos pos, csv_pos;
} LayoutTable;

/* One entry of `checks:`. */
typedef struct LayoutCheck {
    Str table; /* whose rows must meet it; empty: it is between tables */
    Str expr;
    Pos pos, expr_pos;
} LayoutCheck;

/* One entry of `waive:`: a finding that is allowed, why, by whom, how long. */
typedef struct LayoutWaiver {
    Str table, check, row, column; /* empty: any, but for the table */
    Str reason, owner;
    Str until; /* ISO */
    Pos pos;
} LayoutWaiver;

/* A name of the layout's own and what it says of it: variables of
 * `document:`, `variables:` and `--set key=value`, for templates; readings;
 * counters. */
typedef struct LayoutVariable {
    Str name, value; /* the value may hold {…}, see doc/variables.h */
    Pos pos;
    bool quoted;
} LayoutVariable;

typedef struct LayoutDocument {
    Str title, organization, department, slogan, author, subject;
    const Str *keywords;
    size_t nkeywords;
    Str year;      /* digits, or empty */
    Str base_date; /* ISO, or empty */
    Str language;  /* "ko-KR" */
    Str negative;  /* "△", "-", "()", or empty (K-110) */
    Str zero;      /* "0", "-", or empty */
    House house;   /* which dot, range mark, units are printed */
    bool no_leads; /* a typed (키워드) is text like any other (K-75) */
    /* 명: attach (K-122); an empty name is all the others. */
    const LayoutVariable *counters;
    size_t ncounters;
    Pos pos;
} LayoutDocument;

/* `particles:`: what a word sounds like that a particle follows. */
typedef struct LayoutParticles {
    bool contract_copula;   /* J-05 */
    bool read_brackets;     /* J-09 */
    bool skip_corporations; /* J-10 */
    bool rieul_r;           /* J-20 */
    bool guess_latin;       /* J-21 */
    Str lexicon;            /* path of a file of sounds (J-26), or empty */
    Pos lexicon_pos;
} LayoutParticles;

typedef struct Layout {
    Str path, dir;
    LayoutDocument document;
    const LayoutVariable *variables;
    size_t nvariables;
    /* How words sound that a particle follows: robot, 로봇. */
    const LayoutVariable *readings;
    size_t nreadings;
    LayoutParticles particles;
    const Str *phrases; /* that lines do not part (K-33) */
    size_t nphrases;
    const LayoutTable *tables;
    size_t ntables;
    const LayoutCheck *checks;
    size_t nchecks;
    const LayoutWaiver *waivers;
    size_t nwaivers;
    const Theme *theme;
    const Node *body; /* list of blocks */
} Layout;

typedef struct LayoutSet {
    Str key, value; /* --set key=value; key as in document: */
} LayoutSet;

/* Reads and checks a layout; NULL when reported. hanji's own themes stand in
 * the folder `themes`. */
const Layout *layout_read(Str path, Str themes, const LayoutSet *sets,
                          size_t nsets, Sources *sources, Arena *document,
                          Diags *diags);

/* The JSON Schema of the layout language (draft 2020-12), for editors. */
Str layout_schema(Arena *a);
/* That of themes. */
Str theme_schema(Arena *a);

#endif
