/* What a message to a client has to say, from what was written down for them (vault-template/practice/Templates/
 * Engagement.md §8; docs/words.md, "Messages"). Pure.
 *
 * Confidential: of a session's note Summary, Action Items and Next Session alone are looked at; of its Notes nothing.
 */
#ifndef COACH_RULES_MESSAGE_H
#define COACH_RULES_MESSAGE_H

#include "base/appointment.h"
#include "base/value.h"
#include "model/records.h"
#include "rules/hours.h"

struct message_action {
	struct span text; /* as a person reads it */
	struct date due;
	bool by_coach;
};

struct message_facts {
	enum touch_kind kind;
	const struct session *session; /* the next for a reminder, else the last that was held; NULL: none */
	struct date day;   /* the session's, that of a check-in, or an engagement's first: the draft is called by it */
	int minutes;       /* how long the session is; 0 without one */
	struct span focus; /* agreed on for the next session, else the phase's; for a resource the goal last */
	struct result_list
		actions;     /* struct message_action: of a summary all that were agreed, else the client's open ones */
	struct span summary; /* plain text */
	struct appointment next; /* the next meeting, booked or agreed on; DATE_NONE */
	struct date missed;      /* of a check-in: the last session that was missed, none held since; DATE_NONE */
	struct span win;         /* the client's action done last, since the last session */
	struct span metric, metric_from, metric_to; /* the one that has come farthest */
	struct span resource, location, word;       /* location only where it is an address of the web */
	struct date start;                          /* of a welcome: what was agreed on; each may be unknown */
	struct span outcome, cadence, channel;
};

/* Facts for a message of that kind, about the session on `day` where that is known. False where there is no session for
 * it (reminder, summary), or no resource that fits; then `session` says whether there is one, and `focus` which was
 * looked for. */
bool message_gather(struct arena *arena, const struct aliases *aliases, const struct records *records,
	const struct hours_settings *hours, const struct roster_client *client, enum touch_kind kind, struct date day,
	struct date today, struct message_facts *facts);

/* Facts for a welcome, from an engagement that no record needs to have yet; NULL: none is written. What is not agreed
 * on in it (a rhythm that is TBD, a length that only the settings say) is not told. */
void message_welcome(struct arena *arena, const struct engagement *engagement, struct appointment next,
	struct date today, struct message_facts *facts);

#endif
