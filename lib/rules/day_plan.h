/* What a day asks for: the lists that init_day writes (docs/day.md has the rule of the top three). Pure. */
#ifndef COACH_RULES_DAY_PLAN_H
#define COACH_RULES_DAY_PLAN_H

#include "model/day_note.h"
#include "rules/day_carryover.h"
#include "rules/day_touches.h"
#include "rules/week_plan.h"

enum { DAY_TOP_MOST = 3 };

/* What a session asks for: to be prepared, to be booked, to be closed. */
enum day_session_todo { TODO_NOTHING, TODO_AGENDA, TODO_BOOK, TODO_SETTLE };

/* A session: by its note, or one that was agreed on and has none. */
struct day_session {
	struct date date;
	struct span client; /* the name */
	struct span link;   /* "[[2026-11-19 Ana Silva|Ana Silva]]"; for one without a note the client's */
	struct span path;   /* of the note; at == NULL: it is not booked */
	struct span start;  /* "10:00"; at == NULL where it is not known */
	struct optional_integer minutes;
	int status; /* enum session_status; -1: agreed on and not booked */
	bool prepared;
	enum day_session_todo todo;
	size_t later; /* of one to settle: how many later ones of the client's are to be settled, too */
};

/* Texts are Markdown of one line. */
struct day_top {
	int kind;           /* enum priority_kind */
	struct span line;   /* its own line from the box on, where it may be copied; at == NULL: it is a reminder */
	struct span what;   /* what to do, without box and fields */
	struct span reason; /* "overdue since 2026-11-16, noted in [[2026-W46]]" */
};

/* What stands behind the list marker, box included: "[ ] **Overdue:** Call the bank". */
struct span day_top_text(struct arena *arena, enum language language, const struct day_top *top);

struct day_action {
	struct span text, client; /* client empty for nobody's */
	int owner;                /* enum action_owner */
	struct date due;
	struct span path;
	struct optional_integer line;
	struct span note; /* what a link to its note says */
	struct span id;   /* at == NULL for none */
};

struct day_plan {
	struct date date;
	struct result_list sessions; /* struct day_session: by start; what was agreed on last */
	struct result_list
		coming; /* of the next day, from Friday on up to Monday, what is not prepared or not booked */
	struct result_list unsettled; /* of past days and still planned: the first one of each client, by date */
	struct result_list top_three; /* struct day_top */
	struct result_list due;       /* struct day_action: open ones of the day, whoever owns them; by path and line */
	struct result_list overdue;   /* by due date, then path and line */
	struct result_list touches;   /* struct day_touch */
	/* struct span: boxes of the note that were done since, ticked */
	struct result_list done_top, done_touches;
	struct result_list carryover; /* struct day_carried: without what is among the top three */
	struct date carried_from;     /* the day of the last note; DATE_NONE where there is none to carry from */
};

/* The day is taken as today; `generated` is its note as it was last generated (NULL: none is kept). A last day note
 * from too long ago that leaves something open is a finding (missed_day).
 */
struct day_plan *day_plan_decide(struct arena *arena, const struct records *records,
	const struct week_plan_settings *settings, struct date day, const struct day_note *generated,
	struct finding_list *findings);

#endif
