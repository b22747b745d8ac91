/* What a command noticed: a place, what was found there, and what to do. Findings never stop a command.
 *
 * Codes are stable: programs read them, and docs/findings.md lists them (a test compares). */
#ifndef COACH_MODEL_FINDING_H
#define COACH_MODEL_FINDING_H

#include "base/arena.h"
#include "base/error.h"

#include <stddef.h>

enum finding_severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_INFO };

enum finding_code {
#define FINDING(identifier, text, severity, summary) FINDING_##identifier,
#include "model/finding_codes.h"
#undef FINDING
	FINDING_CODE_COUNT
};

struct finding {
	enum finding_code code;
	struct position position; /* path NULL when it is of no file */
	const char *message;
	const char *hint; /* or NULL */
};

struct finding_list {
	struct arena *arena;
	struct finding *items;
	size_t count;
	size_t capacity;
};

const char *finding_code_text(enum finding_code code);
enum finding_severity finding_code_severity(enum finding_code code);
const char *finding_severity_text(enum finding_severity severity);
/* All of them, NULL-terminated. */
extern const char *const finding_severity_names[];

/* Adds a finding and returns it, so that a hint can be set. Findings keep their order. */
struct finding *finding_add(struct finding_list *findings, enum finding_code code, struct position position,
	const char *format, ...) __attribute__((format(printf, 4, 5)));
void finding_hint(struct finding_list *findings, struct finding *finding, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* An error of one file that must not stop the command, as a finding. */
struct finding *finding_add_error(struct finding_list *findings, enum finding_code code, const struct error *error);
/* By path, line, column, code; those of no file first. Equal ones stay once. */
void finding_sort(struct finding_list *findings);

#endif
