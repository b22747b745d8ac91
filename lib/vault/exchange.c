/* Puts new texts into place, and old ones back, so that no text of another writer is lost on the way. */
#include "vault/exchange.h"
#include "base/fault.h"
#include "codec/utf8.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "vault/rename.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* A name on most file systems, and on one that encrypts names. */
enum { NAME_MOST = 255, NAME_MOST_ENCRYPTED = 143, NAMES_TO_TRY = 100 };

/* As many whole characters as fit into `most` bytes. */
static struct span cut(struct span name, size_t most)
{
	size_t length = 0;
	for (size_t next; (next = utf8_cluster(span_from(name, length))) > 0 && length + next <= most;)
		length += next;
	return span_slice(name, 0, length);
}

/* "Note (conflicted copy of 2026-11-20 1015).md": a name that is reported and never read as a note. A long one is cut,
 * so that the whole fits into `most` bytes. */
static const char *copy_name(struct arena *arena, const char *name, int number, size_t most)
{
	struct moment now = clock_now(NULL);
	struct span stem = span_of(name);
	const char *ending = span_ends_with(stem, ".md") ? ".md" : "";
	const char *counted = number > 1 ? arena_printf(arena, " %d", number) : "";
	const char *rest = arena_printf(arena, " (conflicted copy of %s %02d%02d%s)%s", date_format(now.date).text,
		now.minutes / 60, now.minutes % 60, counted, ending);
	stem = cut(span_slice(stem, 0, stem.length - strlen(ending)), most - strlen(rest));
	return arena_printf(arena, "%.*s%s", SPAN_PRINT(stem), rest);
}

static void report_copy(const struct transaction *transaction, const struct write *write, const char *name)
{
	struct arena *arena = transaction->findings->arena;
	const char *folder = arena_copy_text(arena, span_between(write->path, path_name(write->path)));
	struct position position = { .path = arena_printf(arena, "%s%s", folder, name) };
	struct finding *finding = finding_add(transaction->findings, FINDING_CONFLICT_COPY, position,
		"another program wrote %s at the same time; the text that does not stand there is kept here",
		path_name(write->path));
	finding_hint(
		transaction->findings, finding, "take over what you need into the note itself, then remove the copy");
}

/* What the temporary file holds gets a name that a person sees. */
static int keep_as_copy(const struct transaction *transaction, const struct write *write, struct error *error)
{
	size_t most = NAME_MOST;
	for (int number = 1; number <= NAMES_TO_TRY; number++) {
		const char *name = copy_name(transaction->arena, write->name, number, most);
		if (rename_to_free(write->folder, write->temporary, name) == 0) {
			report_copy(transaction, write, name);
			return 0;
		}
		if (errno == ENAMETOOLONG && most == NAME_MOST)
			most = NAME_MOST_ENCRYPTED;
		else if (errno != EEXIST)
			break;
	}
	return error_system(error, write->path, "another text of it cannot be kept beside it");
}

int write_fail_changed(const struct write *write, struct error *error)
{
	struct position position = { .path = write->path };
	error_at(error, ERROR_CONFLICT, position,
		write->action == CHANGE_CREATE ? "somebody else made this file meanwhile"
					       : "the file was changed on disk since it was read");
	error->overtaken = true;
	return error_hint(error, "nothing was written; run the command again to work on the new text");
}

int write_fail_held(const struct write *write, struct error *error)
{
	struct position position = { .path = write->path };
	error_at(error, ERROR_CONFLICT, position, "another program has the file open for writing");
	error->overtaken = true;
	return error_hint(error, "nothing was written; save and close it there, then run the command again");
}

static int fail_to_exchange(const struct write *write, struct error *error)
{
	return error_system(error, write->path, "its old text cannot be put back");
}

int write_fail_unreadable(const struct write *write, struct error *error)
{
	return error_system(error, write->path, "what is there cannot be read");
}

/* What stands under the name is newer than what the temporary file holds: it goes back there, and the other text is
 * kept beside it. */
static int keep_newest(const struct transaction *transaction, const struct write *write, struct error *error)
{
	if (rename_exchange(transaction->arena, write->folder, write->temporary, write->name))
		return fail_to_exchange(write, error);
	return keep_as_copy(transaction, write, error);
}

/* Puts what the temporary file holds back under the name that the new text has. */
static int exchange_back(const struct transaction *transaction, const struct write *write, struct error *error)
{
	if (rename_exchange(transaction->arena, write->folder, write->temporary, write->name)) {
		if (errno == ENOENT) /* somebody removed the new text */
			return keep_as_copy(transaction, write, error);
		return fail_to_exchange(write, error);
	}
	fault_point("exchanged back");
	enum content beside = write_content(write, write->temporary);
	if (beside == CONTENT_UNKNOWN)
		return write_fail_unreadable(write, error);
	return beside == CONTENT_NEW ? 0 : keep_newest(transaction, write, error);
}

/* Puts what the temporary file holds under the name that nothing has. */
static int rename_back(const struct transaction *transaction, const struct write *write, struct error *error)
{
	if (rename_to_free(write->folder, write->temporary, write->name) == 0)
		return 0;
	return errno == EEXIST ? keep_as_copy(transaction, write, error) : fail_to_exchange(write, error);
}

int write_return_displaced(const struct transaction *transaction, const struct write *write, struct error *error)
{
	return write->action == CHANGE_MODIFY ? exchange_back(transaction, write, error)
					      : rename_back(transaction, write, error);
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

/* Whoever reads our text before it is taken back could save it over the other writer's: so better not to place it. */
static int look_again(const struct write *write, struct error *error)
{
	if (place_is_held(write->folder, write->name))
		return write_fail_held(write, error);
	enum content here = write_content(write, write->name);
	if (here == CONTENT_UNKNOWN)
		return write_fail_unreadable(write, error);
	return here == CONTENT_FOREIGN ? write_fail_changed(write, error) : 0;
}

/* What was displaced must be what the command read. */
static int verify(const struct transaction *transaction, const struct write *write, struct error *error)
{
	enum content displaced = write_content(write, write->temporary);
	if (displaced == CONTENT_OLD)
		return 0;
	if (displaced == CONTENT_UNKNOWN)
		return write_fail_unreadable(write, error);
	struct error again = ERROR_INIT; /* taking back tries it once more */
	write_return_displaced(transaction, write, &again);
	return write_fail_changed(write, error);
}

int write_place(const struct transaction *transaction, const struct write *write, struct error *error)
{
	if (write->action != CHANGE_CREATE && look_again(write, error))
		return -1;
	if (move(transaction, write)) {
		if (errno == EEXIST || errno == ENOENT)
			return write_fail_changed(write, error);
		return error_system(error, write->path, "its new text cannot be put into place");
	}
	fault_point("exchanged");
	if (write->action != CHANGE_CREATE && verify(transaction, write, error))
		return -1;
	return 0;
}

/* What is not ours stays: a text that another writer put there, also one that is equal to ours. */
static int take_back_creation(const struct transaction *transaction, const struct write *write, struct error *error)
{
	enum content beside = write_content(write, write->temporary);
	enum content here = write_content(write, write->name);
	if (beside == CONTENT_UNKNOWN || here == CONTENT_UNKNOWN)
		return write_fail_unreadable(write, error);
	if (beside == CONTENT_FOREIGN)
		return rename_back(transaction, write, error);
	if (here != CONTENT_NEW || beside == CONTENT_NEW)
		return 0;
	if (rename_to_free(write->folder, write->name, write->temporary))
		return errno == ENOENT ? 0 : fail_to_exchange(write, error);
	fault_point("creation taken back");
	beside = write_content(write, write->temporary);
	if (beside == CONTENT_UNKNOWN)
		return write_fail_unreadable(write, error);
	return beside == CONTENT_NEW ? 0 : rename_back(transaction, write, error);
}

static int take_back_modification(const struct transaction *transaction, const struct write *write, struct error *error)
{
	enum content beside = write_content(write, write->temporary);
	enum content here = write_content(write, write->name);
	if (beside == CONTENT_UNKNOWN || here == CONTENT_UNKNOWN)
		return write_fail_unreadable(write, error);
	if (beside == CONTENT_NONE || beside == CONTENT_NEW)
		return 0;
	if (beside == CONTENT_FOREIGN && here != CONTENT_NEW)
		return keep_as_copy(transaction, write, error);
	return exchange_back(transaction, write, error);
}

static int take_back_removal(const struct transaction *transaction, const struct write *write, struct error *error)
{
	bool moved = write_content(write, write->temporary) != CONTENT_NONE;
	return moved ? rename_back(transaction, write, error) : 0;
}

int write_take_back(const struct transaction *transaction, const struct write *write, struct error *error)
{
	static int (*const ways[])(const struct transaction *, const struct write *, struct error *) = {
		[CHANGE_CREATE] = take_back_creation,
		[CHANGE_MODIFY] = take_back_modification,
		[CHANGE_REMOVE] = take_back_removal,
	};
	if (write->folder == NO_FOLDER)
		return 0;
	return write_settle(transaction, write, error) ? -1 : ways[write->action](transaction, write, error);
}

int write_discard(
	const struct transaction *transaction, const struct write *write, bool taken_back, struct error *error)
{
	if (write->folder == NO_FOLDER)
		return 0;
	/* A writer that opened the file under its name may be about to write into it. */
	bool held = place_is_held(write->folder, write->temporary);
	enum content beside = write_content(write, write->temporary);
	if (beside == CONTENT_UNKNOWN)
		return write_fail_unreadable(write, error);
	if (held || beside == CONTENT_FOREIGN || (taken_back && beside == CONTENT_OLD))
		return keep_as_copy(transaction, write, error);
	if (unlinkat(write->folder, write->temporary, 0) && errno != ENOENT)
		return error_system(error, write->path, "the file beside it cannot be removed");
	return 0;
}
