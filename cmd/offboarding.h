/* One run of offboard_client, shared by its parts. */
#ifndef COACH_CMD_OFFBOARDING_H
#define COACH_CMD_OFFBOARDING_H

#include "cli/command.h"
#include "practice/client_choice.h"
#include "practice/folder_move.h"
#include "practice/practice.h"
#include "rules/brief.h"
#include "rules/engagement_completion.h"

struct offboarding_run {
	const struct context *context;
	struct arena *arena;
	struct practice practice;
	struct finding_list loading;
	struct client_choice choice;
	struct client_state state;
	enum language language;     /* of the final report */
	struct brief brief;         /* of the whole engagement, as the client may read it */
	const char *report_path;    /* NULL: none is written */
	const char *report_kept;    /* a file of the person's own that is in its place; NULL */
	struct folder_move archive; /* notes 0: nothing moves */
	struct date end;            /* the programme's, as the roster says it then */
	struct result_list points;  /* struct completion_point */
};

/* Puts the final report, the engagement, and the roster's row into the outcome. */
int offboarding_write(struct offboarding_run *run, struct outcome *outcome, struct error *error);

#endif
