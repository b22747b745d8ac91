/* How far a write has come, as its two names show: after a kill nothing else tells. */
#include "vault/exchange.h"
#include "vault/rename.h"

static enum content content_of_text(const struct write *write, struct span text)
{
	struct digest digest = digest_of(text);
	if (write->action != CHANGE_REMOVE && digest_equal(digest, write->after))
		return CONTENT_NEW;
	bool old = write->action != CHANGE_CREATE && digest_equal(digest, write->before);
	return old ? CONTENT_OLD : CONTENT_FOREIGN;
}

enum content write_content(const struct write *write, const char *name)
{
	struct arena arena = ARENA_INIT;
	struct span bytes;
	enum content content = CONTENT_UNKNOWN;
	switch (place_read(&arena, write->folder, name, &bytes)) {
	case PLACE_FAILED:
		break;
	case PLACE_NOTHING:
		content = CONTENT_NONE;
		break;
	case PLACE_TEXT:
		content = content_of_text(write, bytes);
		break;
	case PLACE_OTHER:
		content = CONTENT_FOREIGN;
		break;
	}
	arena_release(&arena);
	return content;
}

/* Cut between exchange and verification: another writer's text was displaced. */
static bool has_displaced(const struct write *write)
{
	enum content here = write_content(write, write->name);
	return write->action != CHANGE_CREATE && write_content(write, write->temporary) == CONTENT_FOREIGN &&
	       here == (write->action == CHANGE_MODIFY ? CONTENT_NEW : CONTENT_NONE);
}

int write_settle(const struct transaction *transaction, const struct write *write, struct error *error)
{
	if (write->folder == NO_FOLDER)
		return 0;
	if (rename_settle(transaction->arena, write->folder, write->temporary, write->name))
		return error_system(error, write->path, "a rename that was cut off cannot be finished");
	return has_displaced(write) ? write_return_displaced(transaction, write, error) : 0;
}

static enum write_state creation(enum content here, enum content beside)
{
	if (beside == CONTENT_NONE || (beside == CONTENT_NEW && here == CONTENT_NEW))
		return WRITE_PLACED;
	return beside == CONTENT_NEW && here == CONTENT_NONE ? WRITE_WAITING : WRITE_OVERTAKEN;
}

static enum write_state modification(enum content here, enum content beside)
{
	if (beside == CONTENT_OLD)
		return WRITE_PLACED;
	if (beside == CONTENT_NONE)
		return here == CONTENT_NEW ? WRITE_FINAL : here == CONTENT_FOREIGN ? WRITE_DOUBTFUL : WRITE_OVERTAKEN;
	return beside == CONTENT_NEW && here == CONTENT_OLD ? WRITE_WAITING : WRITE_OVERTAKEN;
}

static enum write_state removal(enum content here, enum content beside)
{
	if (beside == CONTENT_OLD)
		return WRITE_PLACED;
	if (beside == CONTENT_NONE && here == CONTENT_NONE)
		return WRITE_FINAL;
	return beside == CONTENT_NONE && here == CONTENT_OLD ? WRITE_WAITING : WRITE_OVERTAKEN;
}

int write_look(const struct write *write, enum write_state *state, struct error *error)
{
	static enum write_state (*const of[])(enum content, enum content) = {
		[CHANGE_CREATE] = creation,
		[CHANGE_MODIFY] = modification,
		[CHANGE_REMOVE] = removal,
	};
	enum content here = write_content(write, write->name);
	enum content beside = write_content(write, write->temporary);
	if (here == CONTENT_UNKNOWN || beside == CONTENT_UNKNOWN)
		return write_fail_unreadable(write, error);
	*state = of[write->action](here, beside);
	return 0;
}
