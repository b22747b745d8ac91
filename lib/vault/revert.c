#include "vault/revert.h"

#include "md/merge.h"
#include "sys/file.h"
#include "vault/cloud.h"

#include <string.h>

struct reverting {
	struct arena *arena;
	const struct vault *vault;
	struct changeset *changes;
	struct revert *revert;
};

static void note(struct reverting *reverting, enum revert_note_kind kind, struct position position, struct span now,
	struct span wanted)
{
	struct revert *revert = reverting->revert;
	revert->notes =
		arena_grow(reverting->arena, revert->notes, revert->count, &revert->capacity, sizeof(*revert->notes));
	revert->notes[revert->count++] = (struct revert_note){ kind, position, now, wanted };
	revert->conflict = revert->conflict || kind == REVERT_CONFLICT;
}

/* What is not there is gone, unless its text is only somewhere else. */
static int read_now(const struct reverting *reverting, const char *path, struct span *now, struct error *error)
{
	struct arena *arena = reverting->arena;
	if (vault_read(arena, reverting->vault, path, FILE_MOST_BYTES, now, error))
		return -1;
	const char *placeholder = vault_path(arena, reverting->vault, cloud_placeholder(arena, path));
	return now->at || file_look(placeholder, NULL) == FILE_MISSING ? 0 : cloud_refuse_placeholder(path, error);
}

/* --- two sides --------------------------------------------------------------------------------------------------- */

/* Where two texts first differ, with the line's number in the first of them. A text that ends there shows how it
 * begins. */
struct difference {
	struct span here;
	struct span there;
	unsigned line;
};

static struct span first_line(struct span text)
{
	struct span line = SPAN_NONE;
	while (span_next_line(&text, &line) && span_is_blank(line))
		;
	return line;
}

static struct difference first_difference(struct span text, struct span other)
{
	struct difference difference = { first_line(text), first_line(other), 1 };
	struct span here = text;
	struct span there = other;
	for (unsigned line = 1; here.length > 0 || there.length > 0; line++) {
		struct span of_text = SPAN_NONE;
		struct span of_other = SPAN_NONE;
		bool more_here = span_next_line(&here, &of_text);
		bool more_there = span_next_line(&there, &of_other);
		if (span_equal(of_text, of_other))
			continue;
		if (more_here)
			difference.line = line;
		if (more_here && !span_is_blank(of_text))
			difference.here = of_text;
		if (more_there && !span_is_blank(of_other))
			difference.there = of_other;
		break;
	}
	return difference;
}

/* --- by block ---------------------------------------------------------------------------------------------------- */

static const struct document *document_of(const struct reverting *reverting, const char *path, struct span text)
{
	size_t most = (size_t)reverting->vault->configuration.note_most_bytes;
	return document_parse(reverting->arena, path, text.at ? text : SPAN(""), most);
}

static void add_conflict(struct reverting *reverting, const struct document *ours, const struct merge_note *found)
{
	struct position position = { ours->path, 0, 0 };
	struct difference difference = first_difference(found->kept, found->offered);
	if (found->kept.length > 0) {
		position = document_position_of(ours, found->kept);
		position.line += difference.line - 1;
	}
	note(reverting, REVERT_CONFLICT, position, difference.here, difference.there);
}

static void add_kept(struct reverting *reverting, const struct document *ours, struct span kept)
{
	const struct revert *revert = reverting->revert;
	for (size_t i = 0; i < revert->count; i++)
		if (revert->notes[i].kind == REVERT_KEPT && strcmp(revert->notes[i].position.path, ours->path) == 0)
			return;
	note(reverting, REVERT_KEPT, document_position_of(ours, kept), first_line(kept), SPAN_NONE);
}

static void add_merge_note(struct reverting *reverting, const struct document *ours, const struct merge_note *found)
{
	struct position whole = { ours->path, 0, 0 };
	switch (found->kind) {
	case MERGE_KEPT_EDIT:
	case MERGE_LEFT_SECTION: /* or a text that cannot be merged */
		add_conflict(reverting, ours, found);
		return;
	case MERGE_KEPT_DELETION:
		note(reverting, REVERT_GONE, whole, SPAN_NONE, first_line(found->offered));
		return;
	case MERGE_KEPT_CHANGED:
		add_kept(reverting, ours, found->kept);
		return;
	}
}

/* What is left of a made note once what the entry brought is gone: nothing but headings and blank lines is nothing. */
static bool holds_anything(const struct document *document)
{
	for (int i = 0; i < document->block_count; i++)
		if (document->blocks[i].kind != BLOCK_HEADING && document->blocks[i].kind != BLOCK_RULE)
			return true;
	return false;
}

static struct span merge_note_text(
	struct reverting *reverting, const char *path, const struct entry_file *file, struct span now)
{
	const struct document *base = document_of(reverting, path, file->after);
	const struct document *ours = document_of(reverting, path, now);
	const struct document *theirs = document_of(reverting, path, file->before);
	struct merge_result result = merge_blocks(reverting->arena, MERGE_TAKE_BACK, base, ours, theirs);
	if (!file->before.at && !holds_anything(document_of(reverting, path, result.text)))
		return SPAN_NONE;
	for (size_t i = 0; i < result.note_count; i++)
		if (file->before.at || result.notes[i].kind != MERGE_KEPT_CHANGED)
			add_merge_note(reverting, ours, &result.notes[i]);
	if (!file->before.at)
		note(reverting, REVERT_KEPT_FILE, (struct position){ path, 0, 0 }, SPAN_NONE, SPAN_NONE);
	return result.text;
}

/* --- by line ----------------------------------------------------------------------------------------------------- */

static int merge_lines(struct reverting *reverting, const char *path, const struct entry_file *file, struct span now,
	struct span *text, struct error *error)
{
	bool clean;
	const struct history *history = history_open(error);
	if (!history || history->merge_lines(reverting->arena, file->after, now, file->before, text, &clean, error))
		return -1;
	if (clean)
		return 0;
	struct difference since = first_difference(now, file->after);
	struct difference before = first_difference(file->before, file->after);
	note(reverting, REVERT_CONFLICT, (struct position){ path, since.line, 1 }, since.here, before.here);
	return 0;
}

/* --- one file ---------------------------------------------------------------------------------------------------- */

/* The text that takes back what the entry did to a file that was written in since. */
static int merged(struct reverting *reverting, const char *path, const struct entry_file *file, struct span now,
	struct span *text, struct error *error)
{
	if (!span_ends_with(span_of(path), ".md"))
		return merge_lines(reverting, path, file, now, text, error);
	*text = merge_note_text(reverting, path, file, now);
	return 0;
}

/* What stays as it is, and why; false where there is something to take back. */
static bool stays(struct reverting *reverting, const struct entry_file *file, struct span now)
{
	struct position whole = { file->path, 0, 0 };
	bool emptied = file->before.at && !span_is_blank(file->after) && span_is_blank(now);
	if (file->hidden)
		return true;
	if (!now.at)
		note(reverting, REVERT_FILE_GONE, whole, SPAN_NONE, SPAN_NONE);
	else if (span_same(now, file->before))
		note(reverting, REVERT_BACK_BEFORE, whole, SPAN_NONE, SPAN_NONE);
	else if (emptied)
		note(reverting, REVERT_FILE_EMPTY, whole, SPAN_NONE, SPAN_NONE);
	else
		return false;
	return true;
}

static int revert_file(struct reverting *reverting, const struct entry_file *file, struct error *error)
{
	struct span now;
	if (read_now(reverting, file->path, &now, error))
		return -1;
	struct span text = file->before;
	bool as_left = span_same(now, file->after);
	if (!as_left && stays(reverting, file, now))
		return 0;
	if (!as_left && merged(reverting, file->path, file, now, &text, error))
		return -1;
	if (file->hidden)
		changeset_put_hidden(reverting->changes, file->path, now, text);
	else
		changeset_put(reverting->changes, file->path, now, text);
	return 0;
}

/* --- a move ------------------------------------------------------------------------------------------------------ */

static bool went(const struct entry_file *file)
{
	return !file->hidden && file->before.at && !file->after.at;
}

static bool came(const struct entry_file *file)
{
	return !file->hidden && !file->before.at && file->after.at;
}

/* The only one of the entry's that went or came, under that name where it is given; NULL for none or several. */
static const struct entry_file *only_one(
	const struct entry_files *files, bool (*is_it)(const struct entry_file *), const char *name)
{
	const struct entry_file *found = NULL;
	for (size_t i = 0; i < files->count; i++) {
		const struct entry_file *file = &files->items[i];
		if (!is_it(file) || (name && strcmp(path_name(file->path), name) != 0))
			continue;
		if (found)
			return NULL;
		found = file;
	}
	return found;
}

/* A note that went and one that came in the same entry: it was moved. Several of both are told apart by their names, as
 * when a folder moves. */
static const struct entry_file *goal_of(const struct entry_files *files, const struct entry_file *from)
{
	const char *name = path_name(from->path);
	if (only_one(files, went, NULL) == from && only_one(files, came, NULL))
		return only_one(files, came, NULL);
	return only_one(files, went, name) == from ? only_one(files, came, name) : NULL;
}

/* What was written in it since goes back with it. */
static int revert_move(
	struct reverting *reverting, const struct entry_file *from, const struct entry_file *to, struct error *error)
{
	struct span now;
	struct span there;
	if (read_now(reverting, to->path, &now, error) || read_now(reverting, from->path, &there, error))
		return -1;
	if (!now.at) {
		bool back = span_same(there, from->before);
		note(reverting, back ? REVERT_BACK_BEFORE : REVERT_FILE_GONE,
			(struct position){ back ? from->path : to->path, 0, 0 }, SPAN_NONE, SPAN_NONE);
		return 0;
	}
	if (there.at) {
		note(reverting, REVERT_CONFLICT, (struct position){ from->path, 0, 0 },
			first_difference(there, now).here, SPAN_NONE);
		return 0;
	}
	struct entry_file moved = { from->path, false, from->before, to->after };
	struct span text = from->before;
	if (!span_same(now, to->after) && merged(reverting, to->path, &moved, now, &text, error))
		return -1;
	changeset_put_move(reverting->changes, to->path, now, from->path, text);
	return 0;
}

int revert_files(struct arena *arena, const struct vault *vault, const struct entry_files *files,
	struct changeset *changes, struct revert *revert, struct error *error)
{
	struct reverting reverting = { arena, vault, changes, revert };
	bool *moved = arena_new_array(arena, files->count, bool);
	*revert = (struct revert){ .count = 0 };
	for (size_t i = 0; i < files->count; i++) {
		const struct entry_file *from = &files->items[i];
		const struct entry_file *to = went(from) ? goal_of(files, from) : NULL;
		if (!to)
			continue;
		moved[i] = moved[to - files->items] = true;
		if (revert_move(&reverting, from, to, error))
			return -1;
	}
	for (size_t i = 0; i < files->count; i++)
		if (!moved[i] && revert_file(&reverting, &files->items[i], error))
			return -1;
	return 0;
}
