/* What an existing vault's .obsidian/ says about where notes go and how they are named, for `init`. */
#ifndef COACH_VAULT_OBSIDIAN_H
#define COACH_VAULT_OBSIDIAN_H

#include "base/arena.h"
#include "model/finding.h"

#include <stdbool.h>

enum tasks_format { TASKS_FORMAT_UNKNOWN, TASKS_FORMAT_EMOJI, TASKS_FORMAT_DATAVIEW };

/* Texts live in the arena and are "" where Obsidian does not say; folders have no "/" at their ends. */
struct obsidian {
	bool found;                /* there is an .obsidian folder */
	const char *new_folder;    /* where new notes go */
	const char *attachments;   /* where attachments go */
	const char *templates;     /* the core plugin's folder of templates */
	const char *daily_folder;  /* of Periodic Notes where its daily notes are on, else of the core plugin */
	const char *daily_format;  /* vault/date_format.h */
	const char *weekly_folder; /* of Periodic Notes where its weekly notes are on */
	const char *weekly_format;
	enum tasks_format tasks;
};

/* Reads the settings below `root`. A file that is not there says nothing; one that cannot be read is a finding. */
struct obsidian obsidian_read(struct arena *arena, const char *root, struct finding_list *findings);

#endif
