/*
 * JsonWriter: JSON written front to back, indented, commas by itself.
 *
 * Calls nest as the JSON does: json_open('{'), json_key, a value, …,
 * json_close('}').
 */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include "base/len.h"

typedef struct JsonWriter JsonWriter;

JsonWriter *json_new(Arena *a);
/* The text, ended by a line end; frees the writer. */
Str json_finish(JsonWriter *j);

/* `c` is '{' or '['. An *inline* list or map stays on one line. */
void json_open(JsonWriter *j, char c);
void json_open_inline(JsonWriter *j, char c);
void json_close(JsonWriter *j, char c);
void json_key(JsonWriter *j, const char *key);

void json_text(JsonWriter *j, Str s);
void json_int(JsonWriter *j, int64_t n);
void json_bool(JsonWriter *j, bool b);
/* In points, at most three decimals. */
void json_len(JsonWriter *j, Len l);

/* Thousandths in per cent: -25 as -2.5. */
void json_percent(JsonWriter *j, int thousandths);

/* A key and its value; empty texts are left out. */
void json_put_text(JsonWriter *j, const char *key, Str s);
void json_put_int(JsonWriter *j, const char *key, int64_t n);
void json_put_len(JsonWriter *j, const char *key, Len l);

#endif
