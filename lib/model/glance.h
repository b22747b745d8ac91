/* What can be said of one note by itself, whatever the day and whatever stands in other notes: enough for a look at the
 * whole vault, and small enough to be kept until the note changes (practice/glances.h). Pure. */
#ifndef COACH_MODEL_GLANCE_H
#define COACH_MODEL_GLANCE_H

#include "base/buffer.h"
#include "model/action.h"
#include "model/session.h"

/* A task that may be due one day, or tell that another one is done. */
struct glance_task {
	unsigned line, column; /* as in struct task */
	char mark;
	struct date due;
	uint64_t key;      /* a fingerprint of action_key; 0 for none */
	struct span owner; /* as action_tasks has it */
	struct span whole; /* from its list marker on: task_read_line reads it again */
};

struct glance {
	enum note_kind kind;
	struct span client;  /* whose note it is: a session's, an engagement's, an inbox's */
	struct date session; /* the day of a session; DATE_NONE for other notes, and where it has none */
	int start;           /* of a session: minutes after midnight; -1 when not given */
	enum session_status status;
	bool prepared;
	struct week week;                /* of a week note; year 0 for other notes */
	struct date updated;             /* Last Updated */
	int unfilled;                    /* lines that hold a placeholder */
	int findings[SEVERITY_INFO + 1]; /* by severity */
	struct glance_task *tasks;       /* the open ones with a due date, and those with a key */
	size_t task_count;
};

/* Looks at a note by its outline. `named` is the week that its name stands for in the vault's own format, or NULL.
 * `findings` may hold what its reading found already; it counts too. Spans point into the document. */
struct glance glance_take(
	const struct outline *outline, enum note_kind kind, const struct week *named, struct finding_list *findings);

/* As bytes (base/packed.h), and back: false for bytes that glance_pack did not give. Spans point into the bytes. */
void glance_pack(const struct glance *glance, struct buffer *bytes);
bool glance_unpack(struct arena *arena, struct span bytes, struct glance *glance);

#endif
