/*
 * What is wrong with a YAML file, in words its author understands.
 *
 * libyaml speaks of tokens and indicators; most authors of layouts have never
 * heard of those. This turns its problems into messages that say what to type
 * instead. Only for layout/node.c.
 */
#ifndef LAYOUT_YAML_FAULT_H
#define LAYOUT_YAML_FAULT_H

#include "base/diag.h"

struct yaml_parser_s;

/* Reports why the parser stopped. `text` is the whole file. */
void yaml_fault_report(const struct yaml_parser_s *parser, uint32_t file,
                       Str text, Diags *diags);

/* False when the bytes are not UTF-8; reported at the first wrong one. */
bool yaml_fault_check_encoding(Str text, uint32_t file, Diags *diags);

#endif
