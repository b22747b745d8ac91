/* Entries of the vault's history as the commands show them. */
#ifndef COACH_CMD_ENTRY_FIELDS_H
#define COACH_CMD_ENTRY_FIELDS_H

#include "cli/command.h"
#include "vault/entries.h"

struct entry_row {
	struct optional_integer number;
	struct span id;
	struct span commit; /* at == NULL: none */
	struct span time;
	struct span command;
	struct span subject; /* at == NULL: none */
	struct span about;   /* entry_about; at == NULL: nothing */
	struct optional_integer files;
	int state; /* enum entry_state */
};

extern const struct result_field entry_fields[];

struct entry_row entry_row_of(
	struct arena *arena, const struct vault *vault, const struct entry_list *entries, const struct entry *entry);
/* "init_week 2026-W48": what the messages of commits say, which name no client. */
struct span entry_title(struct arena *arena, const struct entry *entry);
/* The beginning of its id, long enough to tell it from the others; undo and diff take it. */
struct span entry_short_id(const struct entry *entry);
/* "2026-11-27 14:30", as the clock of the machine stood that wrote it. */
const char *entry_time(struct arena *arena, const struct entry *entry);

#endif
