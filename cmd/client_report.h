/* How a client stands, for people. */
#ifndef COACH_CMD_CLIENT_REPORT_H
#define COACH_CMD_CLIENT_REPORT_H

#include "cmd/client_fields.h"
#include "report/report.h"

/* Adds flags, indicators, metrics, actions and, where a flag is raised, the escalation triggers. */
void report_health(struct report *report, struct report_node *section, const struct client_fields *client);

#endif
