/* Which of an engagement's decision rules apply before a session (vault-template/practice/Templates/Engagement.md §7;
 * docs/words.md, "Decision rule"). A rule is shown where a note holds a signal of its situation, never on a guess.
 * Pure.
 *
 * stuck: an action of the client's is open after two more sessions or more, or is marked as blocked; all
 * readings of a metric since the third last session are of one value, on two days or more, and not at its target.
 * overwhelmed: most of the due actions were not done on time, and more than three of the client's are open. These two,
 * and new topic, resistant and scope creep, also where a message of the client's since the last session names the
 * situation (model/situation.h); for a new topic only one that shares no word with goal, outcome, metrics or the agreed
 * focus. */
#ifndef COACH_RULES_DECISION_RULES_H
#define COACH_RULES_DECISION_RULES_H

#include "base/value.h"
#include "rules/health.h"

struct decision_signal {
	struct span message;
	struct span path;
	struct optional_integer line;
};

struct decision_rule {
	struct span situation, decision; /* the engagement's own words */
	struct span path;                /* where they stand */
	struct optional_integer line;
	struct result_list signals; /* struct decision_signal; at least one */
};

/* The rules that apply (struct decision_rule), in the order of the engagement (may be NULL). `last` is the session held
 * last, NULL for none; `health` is the client's as of today. What is dated after today has not happened yet. */
struct result_list decision_rules_applied(struct arena *arena, const struct aliases *aliases,
	const struct records *records, const struct roster_client *client, const struct client_health *health,
	const struct session *last, struct date today);

#endif
