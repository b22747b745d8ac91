/* The points of a completion standard (rules/completion_point.h), as close_session and offboard_client report them. */
#ifndef COACH_CMD_COMPLETION_FIELDS_H
#define COACH_CMD_COMPLETION_FIELDS_H

#include "cli/result.h"
#include "report/report.h"
#include "rules/completion_point.h"

/* Of a point whose names are `names`. */
#define COMPLETION_POINT_FIELDS(names)                                                                                 \
	{                                                                                                              \
		RES_CHOICE(struct completion_point, point, "point", names, "A point of the completion standard"),      \
			RES_CHOICE(struct completion_point, state, "state", point_state_names, "Whether it is met"),   \
			RES_TEXT(struct completion_point, detail, "detail", "The fact behind it, or what is missing"), \
			RES_END                                                                                        \
	}

/* "Still missing", and each that is; nothing where none is. */
void completion_report_missing(struct report *report, const struct result_list *points);

#endif
