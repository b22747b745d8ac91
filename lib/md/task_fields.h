/* What stands behind the text of a task; for lib/md alone. */
#ifndef COACH_MD_TASK_FIELDS_H
#define COACH_MD_TASK_FIELDS_H

#include "md/task.h"

/* Reads the text behind the box: fills description, fields and trailing text. */
void task_read_fields(struct span text, struct task *task);

/* The text of an item without the box at its start, if there is one. */
struct span without_task_box(struct span text);

/* Length of the text without trailing space and without the block id that ends it, if any. */
size_t task_length_before_block_id(struct span text);

#endif
