/*
 * Josa (조사): the particle that fits the sound of the word before it.
 *
 * A word ends in a vowel, in ㄹ, in another consonant, or nobody can know;
 * the particle depends on that class and on nothing else (J-01). Used by
 * templates only: `{이름|을}`. Text typed by an author and cells are never
 * rewritten (J-06). The pairs are in josa_pair.c, the sounds (J-08 … J-24) in
 * josa_sound.c.
 */
#ifndef DOC_JOSA_H
#define DOC_JOSA_H

#include "base/arena.h"
#include "base/str.h"

typedef enum JosaClass {
    JOSA_CONSONANT,
    JOSA_RIEUL,
    JOSA_VOWEL,
    JOSA_UNKNOWN
} JosaClass;

/* What the caller knows of the word beyond its letters. */
typedef enum JosaField {
    JOSA_TEXT,
    JOSA_DATE, /* reads …일 or …월 (J-11) */
    JOSA_TIME  /* HH:MM reads …분 or …시 (J-12) */
} JosaField;

/* One line of a lexicon: the longest suffix wins (J-26). */
typedef struct JosaEntry {
    Str word;
    JosaClass cls;
} JosaEntry;

typedef struct JosaOptions {
    JosaField field;      /* what decides is one */
    size_t from;          /* a field begins at this byte of the word; what
                             stands before is the text around it */
    bool read_parens;     /* decide inside a closing parenthesis (J-09) */
    bool skip_corp;       /* (주) at the end is not read aloud (J-10) */
    bool rieul_r;         /* R is read 알 (J-20) */
    bool guess_latin;     /* guess words like robot (J-21) */
    bool contract_copula; /* 대전시다 (J-05) */
    const JosaEntry *lexicon;
    size_t nlexicon;
} JosaOptions;

/* The sound class of what `word` ends in. `options` may be NULL. */
JosaClass josa_class(Str word, const JosaOptions *options);

/* What decides the class: the word in `text` that is read last, without the
 * marks and brackets around it. Empty when nothing in it has a sound. */
Str josa_decider(Str text, const JosaOptions *options);

/* True when `token` names a particle pair in any spelling: "을", "을/를",
 * "를/을", "을(를)", "(으)로", "으로" (J-02, J-03, J-06) or an invariant one
 * ("에서", J-04). */
bool josa_known(Str token);

/* The particle for a class: "을", "를", or the dual form "을(를)" when the
 * class is unknown (J-25). Empty when the token is no particle. Static storage.
 */
Str josa_choose(Str token, JosaClass cls, const JosaOptions *options);

#endif
