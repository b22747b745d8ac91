/* What is never written, whatever a command wants. */
#include "md/conflict_mark.h"
#include "sys/file.h"
#include "sys/walk.h"
#include "vault/cloud.h"
#include "vault/configuration.h"
#include "vault/rename.h"
#include "vault/write.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MASS_CHANGE_FILES = 20, MASS_CHANGE_PART = 5, PASSWD_MOST_BYTES = 4096 };

/* A file that a cloud service has not brought to this machine yet: its text is elsewhere. */
static bool is_placeholder(struct arena *arena, const struct write *write, const struct stat *status)
{
#if defined(__APPLE__) && defined(SF_DATALESS)
	if (status->st_flags & SF_DATALESS)
		return true;
#else
	(void)status;
#endif
	return rename_is_taken(write->folder, cloud_placeholder(arena, write->name));
}

static const char *name_of(struct arena *arena, uid_t user)
{
	struct passwd entry;
	struct passwd *found = NULL;
	char texts[PASSWD_MOST_BYTES];
	if (getpwuid_r(user, &entry, texts, sizeof(texts), &found) == 0 && found)
		return arena_copy_text(arena, span_of(found->pw_name));
	return arena_printf(arena, "user %lu", (unsigned long)user);
}

/* A new file is its maker's; only root may give it to the old one's owner. */
static int check_owner(struct arena *arena, const struct write *write, const struct stat *status, struct error *error)
{
	uid_t mine = geteuid();
	if (status->st_uid == mine || mine == 0)
		return 0;
	const char *name = name_of(arena, status->st_uid);
	error_at(error, ERROR_REFUSED, (struct position){ .path = write->path },
		"the file belongs to %s, and would be yours after the change", name);
	return error_hint(error, "let %s run the command; or make the file yours first: `sudo chown %lu \"%s\"`", name,
		(unsigned long)mine, write->path);
}

/* Whether another write of the transaction takes its owner over. */
static bool is_model(const struct transaction *transaction, const struct write *write)
{
	for (size_t i = 0; i < transaction->count; i++)
		if (transaction->writes[i].like == write)
			return true;
	return false;
}

static int check_file(const struct write *write, const struct stat *status, struct error *error)
{
	struct position position = { .path = write->path };
	if (!S_ISREG(status->st_mode))
		return error_at(error, ERROR_REFUSED, position, "not a regular file");
	if (status->st_nlink > 1) {
		error_at(error, ERROR_REFUSED, position,
			"the file has %lu names (hard links), which a change would part",
			(unsigned long)status->st_nlink);
		return error_hint(error, "`find . -samefile \"%s\"` lists them", write->path);
	}
	if (faccessat(write->folder, write->name, W_OK, 0))
		return error_system(error, write->path, "the file is not to be written");
	return 0;
}

static int check_content(const struct write *write, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct span bytes;
	if (place_is_held(write->folder, write->name))
		return write_fail_held(write, error);
	enum place_holds holds = place_read(&arena, write->folder, write->name, &bytes);
	bool same = holds == PLACE_TEXT && digest_equal(digest_of(bytes), write->before);
	arena_release(&arena);
	if (holds == PLACE_FAILED)
		return error_system(error, write->path, "what is there cannot be read");
	return same ? 0 : write_fail_changed(write, error);
}

static int check_state(struct transaction *transaction, const struct write *write, struct error *error)
{
	struct stat status = { 0 };
	bool exists =
		write->folder != NO_FOLDER && fstatat(write->folder, write->name, &status, AT_SYMLINK_NOFOLLOW) == 0;
	if (write->folder != NO_FOLDER && is_placeholder(transaction->arena, write, &status))
		return cloud_refuse_placeholder(write->path, error);
	if (exists != (write->action != CHANGE_CREATE))
		return write_fail_changed(write, error);
	if (!exists)
		return 0;
	if (check_file(write, &status, error) || check_content(write, error))
		return -1;
	return is_model(transaction, write) ? check_owner(transaction->arena, write, &status, error) : 0;
}

static int check_marks(const struct write *write, struct error *error)
{
	unsigned line = write->hidden ? 0 : conflict_mark_line(write->old_text);
	if (line == 0 && !write->hidden)
		line = conflict_mark_line(write->new_text);
	if (line == 0)
		return 0;
	struct position position = { .path = write->path, .line = line, .column = 1 };
	error_at(error, ERROR_REFUSED, position, "a merge's conflict mark (<<<<<<<) stands in the file");
	return error_hint(error, "settle the conflict first, then run the command again");
}

int write_check(struct transaction *transaction, const struct write *write, struct error *error)
{
	return check_state(transaction, write, error) ? -1 : check_marks(write, error);
}

int mass_change_check(const char *root, size_t files, struct error *error)
{
	if (files < MASS_CHANGE_FILES)
		return 0;
	struct arena arena = ARENA_INIT;
	struct walk_list list;
	size_t notes = 0;
	int result = walk_folder(&arena, root, configuration_name, WALK_NAMES, &list, error);
	for (size_t i = 0; result == 0 && i < list.count; i++)
		notes += span_ends_with(span_of(list.entries[i].path), ".md");
	arena_release(&arena);
	if (result || files * MASS_CHANGE_PART <= notes)
		return result;
	error_set(error, ERROR_REFUSED, "a change of %zu files, in a vault of %zu notes", files, notes);
	return error_hint(error, "look at it with --dry-run; --allow-mass-change lets it pass");
}
