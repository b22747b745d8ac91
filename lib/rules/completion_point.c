#include "rules/completion_point.h"

const char *const point_state_names[] = { "done", "missing", "not_applicable", NULL };

size_t completion_missing(const struct result_list *points)
{
	const struct completion_point *items = points->items;
	size_t missing = 0;
	for (size_t i = 0; i < points->count; i++)
		missing += items[i].state == POINT_MISSING;
	return missing;
}
