/* All commands, in the order in which help lists them. */
#ifndef COACH_CMD_COMMANDS_H
#define COACH_CMD_COMMANDS_H

#include "cli/command.h"

extern const struct command command_actions;
extern const struct command command_add;
extern const struct command command_brief;
extern const struct command command_capacity_check;
extern const struct command command_client;
extern const struct command command_close_session;
extern const struct command command_clients;
extern const struct command command_completions;
extern const struct command command_config;
extern const struct command command_consent;
extern const struct command command_diff;
extern const struct command command_done;
extern const struct command command_find;
extern const struct command command_health;
extern const struct command command_help;
extern const struct command command_history;
extern const struct command command_init;
extern const struct command command_init_day;
extern const struct command command_init_week;
extern const struct command command_lint;
extern const struct command command_log;
extern const struct command command_onboard_client;
extern const struct command command_offboard_client;
extern const struct command command_prep_session;
extern const struct command command_redo;
extern const struct command command_session;
extern const struct command command_shutdown_day;
extern const struct command command_shutdown_week;
extern const struct command command_status;
extern const struct command command_touch;
extern const struct command command_undo;
extern const struct command command_version;

/* NULL-terminated. */
extern const struct command *const commands[];

#endif
