/* The languages that notes are read in and written in. */
#ifndef COACH_MODEL_LANGUAGE_H
#define COACH_MODEL_LANGUAGE_H

#include "base/span.h"

#include <stdbool.h>

enum language { LANGUAGE_ENGLISH, LANGUAGE_GERMAN, LANGUAGE_CHINESE, LANGUAGE_COUNT };

/* en, de, zh: NULL-terminated, in the order of the enum; also the choices of JSON. */
extern const char *const language_names[];

/* False for a text that is none of the names. */
bool language_named(struct span name, enum language *language);

#endif
