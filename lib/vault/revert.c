#include "vault/revert.h"

#include "md/merge.h"

enum { FILE_MOST_BYTES = 1 << 30 };

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

static bool same_text(struct span a, struct span b)
{
	return (a.at == NULL) == (b.at == NULL) && span_equal(a, b);
}

static int read_now(const struct reverting *reverting, const char *path, struct span *now, struct error *error)
{
	return vault_read(reverting->arena, reverting->vault, path, FILE_MOST_BYTES, now, error);
}

/* --- by block ---------------------------------------------------------------------------------------------------- */

static const struct document *document_of(const struct reverting *reverting, const char *path, struct span text)
{
	size_t most = (size_t)reverting->vault->configuration.note_most_bytes;
	return document_parse(reverting->arena, path, text.at ? text : SPAN(""), most);
}

static void add_merge_note(struct reverting *reverting, const struct document *ours, const struct merge_note *found)
{
	struct position whole = { ours->path, 0, 0 };
	switch (found->kind) {
	case MERGE_KEPT_EDIT:
		note(reverting, REVERT_CONFLICT, document_position_of(ours, found->kept), found->kept, found->offered);
		return;
	case MERGE_KEPT_DELETION:
		note(reverting, REVERT_GONE, whole, SPAN_NONE, found->offered);
		return;
	case MERGE_LEFT_SECTION: /* a text that cannot be merged */
		note(reverting, REVERT_CONFLICT, whole, SPAN_NONE, SPAN_NONE);
		return;
	case MERGE_KEPT_CHANGED:
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
	for (size_t i = 0; i < result.note_count; i++)
		add_merge_note(reverting, ours, &result.notes[i]);
	if (file->before.at)
		return result.text;
	bool stays = holds_anything(document_of(reverting, path, result.text));
	if (stays)
		note(reverting, REVERT_KEPT, (struct position){ path, 0, 0 }, result.text, SPAN_NONE);
	return stays ? result.text : SPAN_NONE;
}

/* --- by line ----------------------------------------------------------------------------------------------------- */

/* The first line of `text` that is not as in `other`, and its number. */
static struct span first_difference(struct span text, struct span other, unsigned *number)
{
	struct span line = SPAN_NONE;
	struct span same;
	*number = 1;
	while (span_next_line(&text, &line) && span_next_line(&other, &same) && span_equal(line, same))
		++*number;
	return line;
}

static int merge_lines(struct reverting *reverting, const char *path, const struct entry_file *file, struct span now,
	struct span *text, struct error *error)
{
	bool clean;
	const struct history *history = history_open(error);
	if (!history || history->merge_lines(reverting->arena, file->after, now, file->before, text, &clean, error))
		return -1;
	if (clean)
		return 0;
	unsigned line;
	unsigned before;
	struct span changed = first_difference(now, file->after, &line);
	note(reverting, REVERT_CONFLICT, (struct position){ path, line, 1 }, changed,
		first_difference(file->before, file->after, &before));
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

static int revert_file(struct reverting *reverting, const struct entry_file *file, struct error *error)
{
	struct span now;
	struct position whole = { file->path, 0, 0 };
	if (read_now(reverting, file->path, &now, error))
		return -1;
	struct span text = now;
	if (same_text(now, file->after))
		text = file->before;
	else if (same_text(now, file->before) || file->hidden)
		return 0;
	else if (!now.at)
		note(reverting, REVERT_GONE, whole, SPAN_NONE, file->before);
	else if (!file->after.at)
		note(reverting, REVERT_CONFLICT, whole, now, file->before);
	else if (merged(reverting, file->path, file, now, &text, error))
		return -1;
	if (file->hidden)
		changeset_put_hidden(reverting->changes, file->path, now, text);
	else
		changeset_put(reverting->changes, file->path, now, text);
	return 0;
}

/* --- a move ------------------------------------------------------------------------------------------------------ */

/* A note that went and one that came in the same entry: it was moved. Two of either are not told apart. */
static bool find_move(const struct entry_files *files, const struct entry_file **from, const struct entry_file **to)
{
	size_t gone = 0;
	size_t made = 0;
	for (size_t i = 0; i < files->count; i++) {
		const struct entry_file *file = &files->items[i];
		if (file->hidden)
			continue;
		if (!file->after.at && ++gone)
			*from = file;
		if (!file->before.at && ++made)
			*to = file;
	}
	return gone == 1 && made == 1;
}

/* What was written in it since goes back with it. */
static int revert_move(
	struct reverting *reverting, const struct entry_file *from, const struct entry_file *to, struct error *error)
{
	struct span now;
	struct span there;
	if (read_now(reverting, to->path, &now, error) || read_now(reverting, from->path, &there, error))
		return -1;
	if (!now.at || there.at) {
		const char *path = there.at ? from->path : to->path;
		note(reverting, REVERT_CONFLICT, (struct position){ path, 0, 0 }, there, SPAN_NONE);
		return 0;
	}
	struct entry_file moved = { from->path, false, from->before, to->after };
	struct span text = from->before;
	if (!same_text(now, to->after) && merged(reverting, to->path, &moved, now, &text, error))
		return -1;
	changeset_put_move(reverting->changes, to->path, now, from->path, text);
	return 0;
}

int revert_files(struct arena *arena, const struct vault *vault, const struct entry_files *files,
	struct changeset *changes, struct revert *revert, struct error *error)
{
	struct reverting reverting = { arena, vault, changes, revert };
	const struct entry_file *from = NULL;
	const struct entry_file *to = NULL;
	*revert = (struct revert){ .count = 0 };
	bool moved = find_move(files, &from, &to);
	if (moved && revert_move(&reverting, from, to, error))
		return -1;
	for (size_t i = 0; i < files->count; i++) {
		const struct entry_file *file = &files->items[i];
		if (!(moved && (file == from || file == to)) && revert_file(&reverting, file, error))
			return -1;
	}
	return 0;
}
