/* A list of texts that grows in an arena. */
#ifndef COACH_BASE_TEXT_LIST_H
#define COACH_BASE_TEXT_LIST_H

#include "base/arena.h"
#include "base/span.h"
#include "base/value.h"

struct text_list {
	struct arena *arena;
	struct span *items; /* borrowed texts, or the arena's */
	size_t count;
	size_t capacity;
};

void text_list_add(struct text_list *list, struct span text);
void text_list_printf(struct text_list *list, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* For a result (cli/result.h): struct span. */
struct result_list text_list_result(const struct text_list *list);
/* All in one line, `between` between them; at == NULL where there are none. */
struct span text_list_join(const struct text_list *list, const char *between);

#endif
