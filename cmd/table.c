#include "cmd/commands.h"

#include <stddef.h>

const struct command *const commands[] = {
	&command_init,
	&command_status,
	&command_lint,
	&command_log,
	&command_actions,
	&command_add,
	&command_done,
	&command_history,
	&command_diff,
	&command_undo,
	&command_redo,
	&command_config,
	&command_init_week,
	&command_init_day,
	&command_shutdown_day,
	&command_shutdown_week,
	&command_session,
	&command_prep_session,
	&command_clients,
	&command_client,
	&command_health,
	&command_consent,
	&command_capacity_check,
	&command_help,
	&command_completions,
	&command_version,
	NULL,
};
