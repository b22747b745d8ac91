/* A place in a note, as commands give it. */
#ifndef COACH_CMD_PLACE_FIELDS_H
#define COACH_CMD_PLACE_FIELDS_H

#include "cli/result.h"

struct place {
	struct span path;
	struct optional_integer line;
};

extern const struct result_field place_fields[];

#endif
