/* Whom an event of a calendar names (rules/session_import.h says where it may). For lib/rules alone. Pure. */
#ifndef COACH_RULES_IMPORT_NAMES_H
#define COACH_RULES_IMPORT_NAMES_H

#include "rules/mention.h"
#include "rules/session_import.h"

struct import_names {
	struct mention_names folded;          /* names, notes, and names as `Example, Ada` */
	const struct import_client **clients; /* of each */
};

struct import_names import_names_of(struct arena *arena, const struct import_client *clients, size_t count);

/* How many clients it names; `*client` is the one, where it is one. */
size_t import_names_find(struct arena *arena, const struct import_names *names, const struct icalendar_event *event,
	const struct import_client **client);

#endif
