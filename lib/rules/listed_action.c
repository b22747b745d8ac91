#include "rules/listed_action.h"

#include <string.h>

static bool holds_task(const struct session *session, unsigned line)
{
	for (size_t i = 0; session->actions_listed && i < session->actions.count; i++)
		if (session->actions.items[i].line == line)
			return true;
	return false;
}

bool was_listed(const struct records *records, const struct action *action)
{
	if (action->kind != NOTE_SESSION)
		return false;
	for (size_t i = 0; i < records->session_count; i++)
		if (strcmp(records->sessions[i].document->path, action->document->path) == 0)
			return holds_task(&records->sessions[i], action->task.line);
	return false;
}
