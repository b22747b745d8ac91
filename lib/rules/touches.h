/* Which messages are due to a client, when and why (vault-template/practice/Templates/Engagement.md §8; docs/words.md,
 * "Touches"). Pure.
 *
 * reminder: so long before the next planned session as the engagement says, until that day is over. summary: from the
 * day the last session was held, due so long after it as the engagement says. check_in: in a week without a session,
 * between sessions, from the middle of the week on (or the weekday that the engagement names). resource: one that
 * matches the focus agreed on for the next time, due the day after the session. reply: a message of the client that
 * nobody has answered, due within the response time that the engagement promises.
 *
 * Nothing is due that the engagement does not ask for. Done is what has a draft; a summary and a check-in also what was
 * followed by a message to the client, a check-in that was promised once the action is ticked or cancelled, a resource
 * by one that names it. What is a week late is let go, but for a reply; a check-in stays to the end of its week, and
 * behind it until the client is met or the next one is due.
 */
#ifndef COACH_RULES_TOUCHES_H
#define COACH_RULES_TOUCHES_H

#include "base/value.h"
#include "model/language.h"
#include "model/records.h"
#include "rules/hours.h"

enum { TOUCH_KIND_COUNT = TOUCH_REPLY + 1 };

struct touch {
	const struct roster_client *client;
	enum touch_kind kind;
	struct date due;
	int due_time; /* minutes after midnight; -1: by the end of that day */
	bool late;    /* due before today */
	struct position evidence;
	struct span rule;              /* what the engagement says of it; empty of a resource */
	const struct session *session; /* that it is before or after; NULL for check_in and reply */
	bool promised;                 /* an open action of the coach's asks for the same (rules/check_in.h) */
	struct date from, to;          /* of a check_in: no session on these days, nor between them */
	struct span resource, word;    /* of a resource: its name, and the word that it shares with the focus */
	const struct message *message; /* of a reply */
};

/* What to do, for a list: "Reply to [[Ana Silva]]". */
struct span touch_task(struct arena *arena, enum language language, enum touch_kind kind, struct span client);
/* Why: "session on 2026-11-20 10:00; \"2 days before\"". */
struct span touch_reason(struct arena *arena, enum language language, const struct touch *touch);

/* A bit (1 << kind) for each message that would be due by the day, had it not been drafted or sent. */
unsigned touches_settled(struct arena *arena, const struct records *records, const struct hours_settings *hours,
	const struct roster_client *client, struct date today);
/* Of one client, whatever the roster says of them; in the order of their kinds (struct touch). */
struct result_list touches_of(struct arena *arena, const struct records *records, const struct hours_settings *hours,
	const struct roster_client *client, struct date today);
/* Of all clients who are active: what is due first comes first, then in the roster's order. */
struct result_list touches_decide(
	struct arena *arena, const struct records *records, const struct hours_settings *hours, struct date today);

/* The first resource of the engagement whose "When to use" shares a word with the focus; NULL for none. */
const struct engagement_resource *resource_for(
	struct arena *arena, const struct engagement *engagement, struct span focus, struct span *word);

#endif
