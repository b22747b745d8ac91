/* One client's record for four readers: the client, who pays for it, a supervisor, another coach (docs/words.md,
 * "Briefs"; the monthly progress report of vault-template/practice/Templates/Engagement.md §6). Pure.
 *
 * What each may read is one table (brief.c). The sponsor's holds no session content: no summary, action, message, note
 * or flag. The supervisor's names nobody: the client is "the client". None holds what stands in a session's Notes. */
#ifndef COACH_RULES_BRIEF_H
#define COACH_RULES_BRIEF_H

#include "rules/client_state.h"

enum brief_audience { BRIEF_CLIENT, BRIEF_SPONSOR, BRIEF_SUPERVISOR, BRIEF_HUMAN_COACH };
extern const char *const brief_audience_names[]; /* client, sponsor, supervisor, human_coach */

/* The scope of the consent without which nobody but the client may read it: case_study for a supervisor; NULL for the
 * client. */
const char *brief_consent_scope(enum brief_audience audience);

struct brief_section {
	struct span title;
	struct result_list lines; /* struct span: each an item, Markdown of one line */
};

struct brief {
	struct span title;
	struct result_list sections; /* struct brief_section; those with nothing to say are left out */
};

/* What happened from `from` to `to`; how things stand as of `to`. */
struct brief brief_decide(struct arena *arena, const struct aliases *aliases, const struct records *records,
	const struct client_state *state, enum brief_audience audience, struct date from, struct date to);

#endif
