/* What `coach help` explains beside the commands. */
#ifndef COACH_CLI_TOPIC_H
#define COACH_CLI_TOPIC_H

#include "report/report.h"

struct exit_status {
	const char *status;
	const char *meaning; /* one sentence; `code` */
};

/* What every command's exit status can mean; ended by an empty one. */
extern const struct exit_status exit_statuses[];

struct topic {
	const char *name;
	const char *summary; /* one line, no full stop */
	void (*write)(struct report *report);
};

/* Ended by an empty one. */
extern const struct topic topics[];

/* By name, `-` and `_` alike; NULL when there is none. */
const struct topic *topic_find(const char *name);

#endif
