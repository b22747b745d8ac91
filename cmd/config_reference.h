/* docs/configuration.md: every setting, from the table that all of them stand in. */
#ifndef COACH_CMD_CONFIG_REFERENCE_H
#define COACH_CMD_CONFIG_REFERENCE_H

#include "base/arena.h"
#include "base/span.h"

/* Markdown. */
struct span config_reference(struct arena *arena);

#endif
