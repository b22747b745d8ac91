/* The JSON object on standard output, on success and on failure alike (docs/json.md):
 * {"coach":1,"command","as_of","vault","data","findings","changes","commit","error"}. */
#ifndef COACH_CLI_ENVELOPE_H
#define COACH_CLI_ENVELOPE_H

#include "cli/command.h"

struct envelope {
	const struct command *command; /* NULL when none was found */
	const char *command_name;      /* as given */
	struct date as_of;
	const char *vault;             /* as given; NULL on standard input */
	const struct outcome *outcome; /* NULL on failure */
	const struct finding_list *findings;
	bool applied;              /* the changes were written */
	const char *commit;        /* NULL or empty: null */
	const struct error *error; /* class ERROR_NONE: null */
};

/* `findings` and `error` may not be NULL. */
void envelope_write(struct arena *arena, const struct envelope *envelope, struct buffer *out);
/* The JSON Schema (2020-12) of a command's whole output, for docs/schema/NAME.json. */
void envelope_schema(const struct command *command, struct buffer *out);

#endif
