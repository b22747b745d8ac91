/* A transaction's commit. */
#include "base/fault.h"
#include "vault/journal.h"
#include "vault/write.h"

#include <string.h>

struct history_place transaction_place(const struct transaction *transaction)
{
	return (struct history_place){ transaction->root, transaction->history_folder };
}

static size_t visible(const struct transaction *transaction)
{
	size_t count = 0;
	for (size_t i = 0; i < transaction->count; i++)
		count += !transaction->writes[i].hidden;
	return count;
}

static int check_paths(struct transaction *transaction, const struct history *history, struct error *error)
{
	size_t count = visible(transaction);
	const char **paths = arena_new_array(transaction->arena, count, const char *);
	bool *ignored = arena_new_array(transaction->arena, count, bool);
	size_t next = 0;
	for (size_t i = 0; i < transaction->count; i++)
		if (!transaction->writes[i].hidden)
			paths[next++] = transaction->writes[i].path;
	if (history->check(transaction->opened, transaction->ref, paths, count, ignored, error))
		return -1;
	next = 0;
	for (size_t i = 0; i < transaction->count; i++)
		if (!transaction->writes[i].hidden)
			transaction->writes[i].unrecorded = ignored[next++];
	return 0;
}

int record_check(struct transaction *transaction, enum repository_wish wanted, struct error *error)
{
	transaction->repository = REPOSITORY_NONE;
	for (size_t i = 0; i < transaction->count; i++)
		transaction->writes[i].unrecorded = wanted != REPOSITORY_MADE || transaction->writes[i].hidden;
	if (wanted == REPOSITORY_NONE || visible(transaction) == 0)
		return 0;
	const struct history *history = history_open(error);
	struct history_place place = transaction_place(transaction);
	if (!history || history->open(transaction->arena, &place, &transaction->opened, error))
		return -1;
	if (!transaction->opened) {
		transaction->repository = wanted == REPOSITORY_MADE ? REPOSITORY_MADE : REPOSITORY_NONE;
		return 0;
	}
	transaction->repository = REPOSITORY_FOUND;
	return check_paths(transaction, history, error);
}

static int note(void *context, const char *id, struct error *error)
{
	struct transaction *transaction = context;
	memcpy(transaction->noted, id, COMMIT_ID_SIZE);
	return journal_mark(transaction, JOURNAL_NOTED, error);
}

static struct history_commit_request request_of(struct transaction *transaction)
{
	size_t count = visible(transaction);
	struct history_file *files = arena_new_array(transaction->arena, count, struct history_file);
	struct span *before = arena_new_array(transaction->arena, count, struct span);
	size_t next = 0;
	for (size_t i = 0; i < transaction->count; i++) {
		const struct write *write = &transaction->writes[i];
		if (write->hidden)
			continue;
		before[next] = write->old_text;
		files[next++] = (struct history_file){ write->path, write->new_text };
	}
	return (struct history_commit_request){
		.ref = transaction->ref,
		.message = transaction->message,
		.files = files,
		.count = count,
		.before = before,
		.edits_message = transaction->edits_message,
		.seconds = transaction->seconds,
		.offset_minutes = transaction->offset_minutes,
		.ready = note,
		.context = transaction,
		.noted = arena_copy_text(transaction->arena, span_of(transaction->noted)),
	};
}

/* A repository that went away since the journal was written is no reason to hold the vault up. */
static int find_repository(struct transaction *transaction, const struct history *history, struct error *error)
{
	struct history_place place = transaction_place(transaction);
	struct repository **opened = &transaction->opened;
	if (!*opened && history->open(transaction->arena, &place, opened, error))
		return -1;
	if (*opened || transaction->repository != REPOSITORY_MADE)
		return 0;
	return history->create(&place, error) || history->open(transaction->arena, &place, opened, error) ? -1 : 0;
}

int record_commit(struct transaction *transaction, struct history_commit *made, struct error *error)
{
	*made = (struct history_commit){ .stands = false };
	if (transaction->repository == REPOSITORY_NONE)
		return 0;
	const struct history *history = history_open(error);
	if (!history || find_repository(transaction, history, error))
		return -1;
	if (!transaction->opened)
		return 0;
	struct history_commit_request request = request_of(transaction);
	return history->commit(transaction->opened, &request, made, error);
}

void record_close(struct transaction *transaction)
{
	struct error ignored = ERROR_INIT;
	if (transaction->opened)
		history_open(&ignored)->close(transaction->opened);
	transaction->opened = NULL;
}
