/* What stands behind the text of a task; for lib/md alone. */
#ifndef COACH_MD_TASK_FIELDS_H
#define COACH_MD_TASK_FIELDS_H

#include "md/task.h"

enum field_kind {
	FIELD_DUE,
	FIELD_DONE,
	FIELD_SCHEDULED,
	FIELD_START,
	FIELD_CREATED,
	FIELD_CANCELLED,
	FIELD_PRIORITY,
	FIELD_ID,
	FIELD_RECURRENCE,
	FIELD_OWNER,
	FIELD_GOAL,
	FIELD_OTHER, /* read by nobody here, and no part of the text */
};

struct task_field {
	enum field_kind kind;
	enum task_priority priority; /* of an emoji that is one */
	struct span whole;           /* sign or brackets, and value */
	struct span value;           /* empty for such an emoji */
	bool bracketed;              /* `[due:: 2026-11-27]`, not `📅 2026-11-27` */
};

/* Takes the last field of a task's text, with the blanks and tags behind it, off its end; false when it ends with none.
 * The text is that before a block id. */
bool task_take_field(struct span *text, struct task_field *field);

/* Reads the text behind the box: fills description, fields and trailing text. */
void task_read_fields(struct span text, struct task *task);

/* The text of an item without the box at its start, if there is one. */
struct span without_task_box(struct span text);

/* Length of the text without trailing space and without the block id that ends it, if any. */
size_t task_length_before_block_id(struct span text);

#endif
