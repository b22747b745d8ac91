#include "cmd/place_fields.h"

const struct result_field place_fields[] = {
	RES_TEXT(struct place, path, "path", "The note"),
	RES_INTEGER(struct place, line, "line", "The line"),
	RES_END,
};
