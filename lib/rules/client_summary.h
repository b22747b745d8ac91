/* The nine lines that sum a client up, from the client's own files: type, outcome, stage, expectations, scope, way of
 * communicating, risks, improvements, next step. Nothing is guessed: a line that the files do not tell is empty, and
 * what is missing is among the improvements. Pure. */
#ifndef COACH_RULES_CLIENT_SUMMARY_H
#define COACH_RULES_CLIENT_SUMMARY_H

#include "rules/client_state.h"

struct client_summary {
	struct span type, outcome, stage, expectations, scope, communication; /* at == NULL: not told */
	struct result_list risks;        /* struct span: flags, then what the coach wrote of blockers and constraints */
	struct result_list improvements; /* struct span, the most pressing first */
	struct span next_step;           /* one sentence */
};

/* `renewal_days` is how long before its day a renewal is a step to take. */
struct client_summary client_summary_decide(struct arena *arena, const struct records *records,
	const struct client_state *state, int renewal_days, struct date today);

#endif
