/* The module's one export: cut off from the program, so that read-only commands never load libgit2. */
#include "history/repository.h"

const struct history coach_history = {
	.look = history_look,
	.create = history_create,
	.open = history_open_repository,
	.close = history_close_repository,
	.check = history_check,
	.commit = history_commit,
	.unlock = history_unlock,
	.log = history_log,
	.changes = history_changes,
	.merge_lines = history_merge_lines,
};
