/* What `touch` gives: a draft, or the messages that are due. */
#ifndef COACH_CMD_TOUCH_RESULT_H
#define COACH_CMD_TOUCH_RESULT_H

#include "cmd/place_fields.h"
#include "report/report.h"
#include "rules/touches.h"

struct touch_row {
	struct span client;
	int kind; /* enum touch_kind */
	struct date due;
	struct span due_time; /* "11:00"; at == NULL: by the end of the day */
	bool late;
	struct span reason;
	const struct place *evidence;
};

/* Of a list everything but `touches` is null; of a draft `touches` is empty. */
struct touch_result {
	struct span client;
	struct span kind;
	struct span language;
	struct span path;
	struct result_list to; /* struct span */
	struct span subject;
	struct span body;
	struct date session;
	struct date due;
	struct span due_time;
	struct span reason;
	struct result_list touches; /* struct touch_row */
};

extern const struct result_field touch_result[];

struct result_list touch_rows(struct arena *arena, const struct result_list *touches);
/* `known`: whose messages those would be. */
void touch_report_due(struct report *report, const struct result_list *rows, bool known);
void touch_report_draft(struct report *report, const struct touch_result *data);

#endif
