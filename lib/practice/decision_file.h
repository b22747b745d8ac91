/* A new decision record (docs/formats.md, "Decision"). */
#ifndef COACH_PRACTICE_DECISION_FILE_H
#define COACH_PRACTICE_DECISION_FILE_H

#include "base/date.h"
#include "base/error.h"
#include "model/language.h"
#include "vault/vault.h"

struct decision_gate {
	struct span name;
	const char *result;
	struct span reason;
};

/* Texts are Markdown; an empty one leaves its section empty. */
struct new_decision {
	enum language language; /* of the template */
	const char *kind;       /* request, boundary, override, plan */
	const char *status;     /* open, accepted … */
	const char *reversible; /* yes, partly, no */
	struct span title;      /* of the note, also its file's name: "Override Li Wei" */
	struct span client;     /* the name of a note; empty for nobody's */
	struct date date, review;
	struct span request, recommendation, reply;
	const struct decision_gate *gates;
	size_t gate_count;
};

/* Where it goes, and its text from the template Decision.md. */
int decision_file(struct arena *arena, const struct vault *vault, const struct new_decision *decision,
	const char **path, struct span *text, struct error *error);

#endif
