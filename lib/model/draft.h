/* Messages to clients: what they are about, and the drafts that lie in the vault (docs/formats.md, "Drafts"). */
#ifndef COACH_MODEL_DRAFT_H
#define COACH_MODEL_DRAFT_H

#include "base/date.h"

/* vault-template/practice/Templates/Engagement.md §8: the four message templates; the welcome with which an engagement
 * begins; and an answer that is owed. */
enum touch_kind {
	TOUCH_REMINDER, /* before a session */
	TOUCH_SUMMARY,  /* after one */
	TOUCH_CHECK_IN, /* in a week without one */
	TOUCH_RESOURCE, /* what helps with the focus */
	TOUCH_WELCOME,  /* what was agreed on, at the beginning: never due by itself */
	TOUCH_REPLY,    /* to a message of the client: has no template and no draft */
};

/* reminder, summary, check_in, resource, welcome, reply; NULL-terminated. */
extern const char *const touch_kind_names[];

/* A file whose name says for whom it is, and for which day: a session's, or the day of a check-in. */
struct draft {
	int client_id;
	enum touch_kind kind;
	struct date date;
};

#endif
