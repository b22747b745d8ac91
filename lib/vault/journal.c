#include "vault/journal.h"

#include "base/buffer.h"
#include "base/fault.h"
#include "sys/file.h"
#include "sys/lock.h"
#include "vault/journal_text.h"
#include "vault/private_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static const char journal_folder[] = ".coach/journal";
static const char journal_path[] = ".coach/journal/current";

static const char *path_of(const struct transaction *transaction, const char *relative)
{
	return path_join(transaction->arena, transaction->root, relative);
}

/* One that recovery would not read is not written to, either. */
static int refuse_folder(struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = journal_folder },
		"not a folder, so that no change can be noted there");
	return error_hint(error, "remove it: coach makes the folder when it writes");
}

/* The folder's descriptor. */
static int open_folder(const struct transaction *transaction, struct error *error)
{
	bool is_there = file_look(path_of(transaction, journal_folder), NULL) == FILE_DIRECTORY;
	int folder = private_folder_open(transaction->root, journal_folder, true);
	if (folder < 0 && (errno == ELOOP || errno == ENOTDIR))
		return refuse_folder(error);
	if (folder < 0)
		return error_system(error, journal_folder, "the folder cannot be opened");
	if (is_there || (file_sync_folder(path_of(transaction, ".coach"), error) == 0 &&
				file_sync_folder(transaction->root, error) == 0))
		return folder;
	close(folder);
	return -1;
}

static int refuse_living(struct error *error)
{
	error_at(error, ERROR_CONFLICT, (struct position){ .path = journal_path },
		"another run of coach is writing here, although the vault's lock is gone");
	return error_hint(error, "try again when it is done");
}

/* Where the file system has no locks, the vault's own keeps others out. */
static int lock(int descriptor, struct error *error)
{
	return lock_open_file(descriptor) ? 0 : refuse_living(error);
}

static int create(struct transaction *transaction, struct error *error)
{
	int folder = open_folder(transaction, error);
	if (folder < 0)
		return -1;
	int descriptor = private_file_make(folder, path_name(journal_path));
	int reason = errno;
	close(folder);
	errno = reason;
	if (descriptor < 0 && errno == EEXIST)
		return refuse_living(error);
	if (descriptor < 0)
		return error_system(error, journal_path, "the journal cannot be made");
	transaction->journal = descriptor;
	return lock(descriptor, error);
}

/* Durable: what tells of a temporary file, before that file is. */
static int append(const struct transaction *transaction, struct span text, struct error *error)
{
	if (file_write_all(transaction->journal, text) || file_sync(transaction->journal))
		return error_system(error, journal_path, "the journal cannot be written");
	return 0;
}

static int write_body(struct transaction *transaction, struct error *error)
{
	struct buffer text BUFFER_CLEANUP = BUFFER_INIT(JOURNAL_MOST_BYTES);
	transaction->origin = origin_of(transaction->journal);
	journal_text_body(transaction, &text);
	if (text.over)
		return error_set(error, ERROR_REFUSED, "the change is too large for one journal");
	return append(transaction, buffer_span(&text), error);
}

int journal_begin(struct transaction *transaction, struct error *error)
{
	if (create(transaction, error))
		return -1;
	if (write_body(transaction, error) || file_sync_folder(path_of(transaction, journal_folder), error)) {
		struct error ignored = ERROR_INIT;
		journal_remove(transaction, &ignored);
		return -1;
	}
	fault_point("journal begun");
	return 0;
}

int journal_mark(const struct transaction *transaction, enum journal_step step, struct error *error)
{
	struct buffer text BUFFER_CLEANUP = BUFFER_INIT(JOURNAL_MOST_BYTES);
	journal_text_step(step, transaction->noted, &text);
	if (append(transaction, buffer_span(&text), error))
		return -1;
	fault_point("journal marked");
	return 0;
}

int journal_remove(struct transaction *transaction, struct error *error)
{
	if (unlink(path_of(transaction, journal_path)) && errno != ENOENT)
		return error_system(error, journal_path, "the journal cannot be removed");
	fault_point("journal removed");
	journal_close(transaction);
	return file_sync_folder(path_of(transaction, journal_folder), error);
}

void journal_close(struct transaction *transaction)
{
	if (transaction->journal != NO_JOURNAL)
		close(transaction->journal);
	transaction->journal = NO_JOURNAL;
}

bool journal_exists(struct arena *arena, const char *root)
{
	return file_look(path_join(arena, root, journal_path), NULL) != FILE_MISSING;
}

static int refuse_foreign(struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = journal_path },
		"not a journal that coach has written, so nothing is done that it asks for");
	return error_hint(error, "look into the file; once you know that no change of yours is in it, remove it");
}

/* Not this vault's: it may ask for what no person here wants, and its texts may not be here. */
static int refuse_brought_along(struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = journal_path },
		"tells of an interrupted change, but was not written here: this vault is a copy, or came from somebody else");
	return error_hint(error,
		"coach finishes the change in the vault where it began; here, look at the notes that the file names and at the %s… files beside them, then remove it",
		TEMPORARY_PREFIX);
}

static int open_journal(struct transaction *transaction, struct error *error)
{
	const char *path = path_of(transaction, journal_path);
	if (file_look(path_of(transaction, journal_folder), NULL) != FILE_DIRECTORY ||
		file_look(path, NULL) != FILE_REGULAR)
		return refuse_foreign(error);
	transaction->journal = open(path, O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (transaction->journal < 0)
		return error_system(error, journal_path, "an interrupted change is noted here and cannot be finished");
	return lock(transaction->journal, error);
}

int journal_read(struct transaction *transaction, enum journal_step *step, struct error *error)
{
	*step = JOURNAL_NONE;
	if (!journal_exists(transaction->arena, transaction->root))
		return 0;
	struct span text;
	if (open_journal(transaction, error) || file_read_descriptor(transaction->arena, transaction->journal,
							journal_path, JOURNAL_MOST_BYTES, &text, error))
		return -1;
	enum journal_step read = journal_text_read(transaction, text);
	if (read == JOURNAL_FOREIGN)
		return refuse_foreign(error);
	if (read != JOURNAL_TORN && !origin_equal(transaction->origin, origin_of(transaction->journal)))
		return refuse_brought_along(error);
	*step = read;
	return 0;
}
