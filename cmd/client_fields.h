/* How a client stands, as commands give it: from rules/client_state.h, by name and place. */
#ifndef COACH_CMD_CLIENT_FIELDS_H
#define COACH_CMD_CLIENT_FIELDS_H

#include "cmd/place_fields.h"
#include "rules/client_state.h"

struct flag_fields {
	int code; /* enum health_flag_code */
	struct span message;
	struct result_list evidence; /* struct place */
};

struct indicator_fields {
	int code;  /* enum health_indicator_code */
	int state; /* enum indicator_state */
	struct span message;
	struct result_list evidence;
};

struct client_fields {
	struct span name;
	int status;                                                       /* enum client_status */
	struct result_list flags;                                         /* struct flag_fields */
	struct result_list indicators;                                    /* struct indicator_fields */
	struct decimal action_completion;                                 /* percent */
	struct optional_integer due, on_time, done_unknown, carried_over; /* of the last three held sessions */
	struct optional_integer open_actions, overdue_actions, coach_actions;
	struct result_list metrics; /* struct metric_standing */
	struct date last_session, next_session;
	struct result_list triggers;    /* struct span: all that the engagement has */
	struct result_list escalations; /* struct escalation_trigger: those to look at now; not in the JSON */
};

extern const struct result_field client_fields[];
extern const struct result_field consent_fields[]; /* struct consent */

struct client_fields client_fields_of(struct arena *arena, const struct client_state *state);
/* The same of each state in a list. */
struct result_list client_fields_list(struct arena *arena, const struct result_list *states);

#endif
