/* How a day ends: what became of its boxes, sessions that are not closed, hours (docs/day.md, "Shutdown"). Pure. */
#ifndef COACH_RULES_DAY_SHUTDOWN_H
#define COACH_RULES_DAY_SHUTDOWN_H

#include "base/fraction.h"
#include "rules/day_carryover.h"
#include "rules/note_links.h"
#include "rules/session_completion.h"

struct shut_task {
	struct span text;             /* without box and fields */
	struct span reason;           /* of a blocked one; at == NULL: none is given */
	struct optional_integer line; /* in the day note */
};

struct shut_session {
	struct span client, link, path;
	int status;                 /* enum session_status */
	struct result_list missing; /* struct span: session_loose_ends */
};

/* Hours of the Time Log's rows of the day; all unknown where there is none. */
struct shut_hours {
	struct decimal total, coaching, bizdev, admin;
	struct optional_integer unread; /* rows that could not be read, or are of an unknown category */
};

struct day_shutdown {
	struct date date;
	/* struct shut_task, by line; an action that stands twice once. A blocked one is in `blocked` alone. */
	struct result_list done, carried, blocked, cancelled, forwarded;
	/* Unfinished, and not carried: reminders, and boxes of other sections. A reminder to prepare counts while a
	 * session of the client's is to be prepared in that week. */
	struct result_list left;
	struct result_list sessions;  /* struct shut_session: those of the day that lack something */
	struct result_list carryover; /* struct day_carried: what the next day note takes, blocked ones too */
	const struct shut_hours *hours;
};

/* `sessions` are those of the day (struct session_facts). What is ticked in the day's note and open at its home is a
 * finding (open_at_home). */
struct day_shutdown *day_shutdown_decide(struct arena *arena, const struct aliases *aliases,
	const struct records *records, const struct result_list *sessions, struct date day,
	struct finding_list *findings);

#endif
