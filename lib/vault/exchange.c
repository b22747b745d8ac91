#include "base/fault.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "vault/rename.h"
#include "vault/write.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { NAMES_TO_TRY = 100 };

enum content { CONTENT_NONE, CONTENT_OLD, CONTENT_NEW, CONTENT_FOREIGN };

static enum content content_of(const struct write *write, const char *name)
{
	struct arena arena = ARENA_INIT;
	struct span bytes;
	enum content content = CONTENT_NONE;
	if (place_read(&arena, write->folder, name, &bytes)) {
		struct digest digest = digest_of(bytes);
		content = CONTENT_FOREIGN;
		if (write->action != CHANGE_REMOVE && digest_equal(digest, write->after))
			content = CONTENT_NEW;
		else if (write->action != CHANGE_CREATE && digest_equal(digest, write->before))
			content = CONTENT_OLD;
	} else if (write->folder != NO_FOLDER && rename_is_taken(write->folder, name)) {
		content = CONTENT_FOREIGN;
	}
	arena_release(&arena);
	return content;
}

/* "Note (conflicted copy of 2026-11-20 1015).md": a name that is reported and never read as a note. */
static const char *copy_name(struct arena *arena, const char *name, int number)
{
	struct moment now = clock_now(NULL);
	struct span stem = span_of(name);
	const char *ending = span_ends_with(stem, ".md") ? ".md" : "";
	stem.length -= strlen(ending);
	const char *counted = number > 1 ? arena_printf(arena, " %d", number) : "";
	return arena_printf(arena, "%.*s (conflicted copy of %s %02d%02d%s)%s", SPAN_PRINT(stem),
		date_format(now.date).text, now.minutes / 60, now.minutes % 60, counted, ending);
}

static void keep_as_copy(const struct transaction *transaction, const struct write *write)
{
	for (int number = 1; number <= NAMES_TO_TRY; number++) {
		const char *name = copy_name(transaction->arena, write->name, number);
		if (rename_to_free(write->folder, write->temporary, name) == 0 || errno != EEXIST)
			return;
	}
}

int write_conflict(const struct write *write, struct error *error)
{
	struct position position = { .path = write->path };
	error_at(error, ERROR_CONFLICT, position,
		write->action == CHANGE_CREATE ? "somebody else made this file meanwhile"
					       : "the file was changed on disk since it was read");
	error->overtaken = true;
	return error_hint(error, "nothing was written; run the command again to work on the new text");
}

/* The temporary file holds another writer's text, which goes back to where it stood. */
static void return_displaced(const struct transaction *transaction, const struct write *write)
{
	if (write->action != CHANGE_MODIFY) {
		if (rename_to_free(write->folder, write->temporary, write->name))
			keep_as_copy(transaction, write);
		return;
	}
	rename_exchange(transaction->arena, write->folder, write->temporary, write->name);
	if (content_of(write, write->temporary) == CONTENT_NEW)
		return;
	/* Changed a third time meanwhile: the newest text stands, and the one before it is kept beside it. */
	rename_exchange(transaction->arena, write->folder, write->temporary, write->name);
	keep_as_copy(transaction, write);
}

static int move(const struct transaction *transaction, const struct write *write)
{
	switch (write->action) {
	case CHANGE_CREATE:
		return rename_to_free(write->folder, write->temporary, write->name);
	case CHANGE_MODIFY:
		return rename_exchange(transaction->arena, write->folder, write->temporary, write->name);
	case CHANGE_REMOVE:
		break;
	}
	return rename_to_free(write->folder, write->name, write->temporary);
}

int write_place(const struct transaction *transaction, struct write *write, struct error *error)
{
	/* A second look: whoever reads our text before it is taken back could save it over the other writer's. */
	if (write->action != CHANGE_CREATE && content_of(write, write->name) == CONTENT_FOREIGN)
		return write_conflict(write, error);
	if (move(transaction, write)) {
		if (errno == EEXIST || errno == ENOENT)
			return write_conflict(write, error);
		return error_system(error, write->path, "its new text cannot be put into place");
	}
	fault_point("exchanged");
	if (write->action != CHANGE_CREATE && content_of(write, write->temporary) != CONTENT_OLD) {
		return_displaced(transaction, write);
		return write_conflict(write, error);
	}
	write->placed = true;
	return 0;
}

static void take_back_creation(const struct transaction *transaction, const struct write *write)
{
	if (rename_to_free(write->folder, write->name, write->temporary))
		return;
	fault_point("creation taken back");
	if (content_of(write, write->temporary) != CONTENT_NEW &&
		rename_to_free(write->folder, write->temporary, write->name))
		keep_as_copy(transaction, write);
}

static void take_back_modification(const struct transaction *transaction, const struct write *write)
{
	if (rename_exchange(transaction->arena, write->folder, write->temporary, write->name)) {
		keep_as_copy(transaction, write);
		return;
	}
	fault_point("exchanged back");
	if (content_of(write, write->temporary) == CONTENT_NEW)
		return;
	/* Somebody has edited the new text: theirs stands, and the old one is kept beside it. */
	rename_exchange(transaction->arena, write->folder, write->temporary, write->name);
	keep_as_copy(transaction, write);
}

void write_take_back(const struct transaction *transaction, struct write *write)
{
	if (write->folder == NO_FOLDER || !write->placed)
		return;
	if (write->action == CHANGE_CREATE)
		take_back_creation(transaction, write);
	else if (write->action == CHANGE_MODIFY)
		take_back_modification(transaction, write);
	else if (rename_to_free(write->folder, write->temporary, write->name))
		keep_as_copy(transaction, write);
	write->placed = false;
}

static bool find_out_creation(struct write *write, enum content here, enum content beside)
{
	/* Both names of one file: the link was made, and the first name not yet removed. */
	write->placed = beside == CONTENT_NONE || here == CONTENT_NEW;
	return write->placed || (beside == CONTENT_NEW && here == CONTENT_NONE);
}

static bool find_out_removal(struct write *write, enum content here, enum content beside)
{
	write->placed = beside == CONTENT_OLD || (beside == CONTENT_NONE && here == CONTENT_NONE);
	return write->placed || (beside == CONTENT_NONE && here == CONTENT_OLD);
}

static bool find_out_modification(struct write *write, enum content here, enum content beside)
{
	write->placed = beside == CONTENT_OLD || (beside == CONTENT_NONE && here == CONTENT_NEW);
	return write->placed || (beside == CONTENT_NEW && here == CONTENT_OLD);
}

bool write_find_out(const struct transaction *transaction, struct write *write)
{
	if (write->folder != NO_FOLDER && write->action == CHANGE_MODIFY)
		rename_settle(transaction->arena, write->folder, write->temporary, write->name);
	enum content here = content_of(write, write->name);
	enum content beside = content_of(write, write->temporary);
	/* Killed between exchange and verification: another writer's text was displaced, and goes back. */
	bool displaced = beside == CONTENT_FOREIGN &&
			 (write->action == CHANGE_MODIFY ? here == CONTENT_NEW : here == CONTENT_NONE);
	if (displaced)
		return_displaced(transaction, write);
	switch (write->action) {
	case CHANGE_CREATE:
		return find_out_creation(write, here, beside);
	case CHANGE_MODIFY:
		return find_out_modification(write, here, beside);
	case CHANGE_REMOVE:
		break;
	}
	return find_out_removal(write, here, beside);
}

/* A writer that opened the file under its name may be about to write into it. */
static void wait_for_writers(const struct write *write)
{
	int file = file_open_in(write->folder, write->temporary, O_NOFOLLOW);
	if (file < 0)
		return;
	file_wait_for_writers(file);
	close(file);
}

int write_discard(const struct transaction *transaction, const struct write *write)
{
	if (write->folder == NO_FOLDER)
		return 0;
	wait_for_writers(write);
	if (content_of(write, write->temporary) != CONTENT_FOREIGN)
		return unlinkat(write->folder, write->temporary, 0) && errno != ENOENT ? -1 : 0;
	keep_as_copy(transaction, write);
	return rename_is_taken(write->folder, write->temporary) ? -1 : 0;
}
