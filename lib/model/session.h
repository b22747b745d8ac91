/* A session note (docs/formats.md): booked from the moment the note exists. */
#ifndef COACH_MODEL_SESSION_H
#define COACH_MODEL_SESSION_H

#include "base/date.h"
#include "md/document.h"
#include "md/task.h"
#include "model/finding.h"
#include "model/words.h"

struct outline; /* model/outline.h */

/* A row of the Metrics table that has a value. */
struct session_metric {
	struct span name, value, note;
};

struct session {
	const struct document *document;
	struct span client; /* the linked note's name, or the text */
	int client_id;      /* records_resolve */
	/* Where the front matter says them; where the note begins when it does not. */
	struct position client_position;
	struct position status_position;
	int number; /* 0 when not given */
	struct date date;
	int start;   /* minutes after midnight; -1 when not given */
	int minutes; /* 0 when not given: the engagement's length holds, else the configuration's */
	enum session_status status;
	bool paid_known, paid;
	struct span uid;     /* of the calendar's event that it was imported from; empty without */
	bool prepared;       /* the Agenda section has content */
	struct span summary; /* body of the section, trimmed; empty when there is none */
	bool actions_listed; /* there is an Action Items section */
	struct task_list
		actions;        /* of the Action Items section; where there is none, of the whole note but attendance */
	struct span next_focus; /* Next Session: **Focus:** */
	struct date next_date;  /* **Date:** */
	int next_start;         /* and the time behind it: minutes after midnight; -1 when not given */
	struct task_list check_ins;           /* Next Session: the coach's own tasks, whatever became of them */
	struct task_list attendance;          /* a cohort's */
	const struct session_metric *metrics; /* of the Metrics table */
	size_t metric_count;
};

/* False, with a finding, when the note has no client or no date, so that it cannot count. The date is the front
 * matter's, else the file name's or title's; the client is that of front matter `client:`, else, where that is not
 * given, the name in a title of the template's form, else the one that the note's place in the vault has. */
bool session_read(const struct outline *outline, struct session *session, struct finding_list *findings);

/* Planned for a day that is over: nobody has said yet what became of it. */
bool session_is_overdue(enum session_status status, struct date date, struct date today);

/* By date, start, path. */
int session_compare(const struct session *a, const struct session *b);

#endif
