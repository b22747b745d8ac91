/* Values that a result may not know, and lists, as the field tables of results read them (cli/result.h). */
#ifndef COACH_BASE_VALUE_H
#define COACH_BASE_VALUE_H

#include <stdbool.h>
#include <stddef.h>

struct optional_integer {
	bool known;
	long long value;
};

#define INTEGER_UNKNOWN    ((struct optional_integer){ false, 0 })
#define INTEGER_OF(value_) ((struct optional_integer){ true, (value_) })

/* A list of structs, or of spans. */
struct result_list {
	const void *items;
	size_t count;
};

#endif
