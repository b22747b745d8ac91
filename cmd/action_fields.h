/* An action item as commands give it. */
#ifndef COACH_CMD_ACTION_FIELDS_H
#define COACH_CMD_ACTION_FIELDS_H

#include "cli/result.h"
#include "model/action.h"

struct action_fields {
	struct span path;
	struct optional_integer line;
	struct span text; /* plain: without emphasis, links by their labels */
	struct span mark; /* the byte in the box */
	int status;       /* enum task_status */
	struct date due;
	struct span client; /* at == NULL: for none */
	int owner;          /* enum action_owner */
	struct span id;     /* at == NULL: none */
};

extern const struct result_field action_fields[];

struct action_fields action_fields_of(struct arena *arena, const struct action *action);

#endif
