#include "practice/folder_move.h"

#include "base/buffer.h"
#include "md/link.h"
#include "md/link_targets.h"
#include "md/markdown_link.h"
#include "practice/mended_links.h"
#include "sys/file.h"
#include "sys/walk.h"

#include <string.h>

enum { NOTE_MOST = 64 << 20, PATH_MOST = 64 << 10 };

struct moving {
	struct arena *arena;
	const struct vault *vault;
	const struct folder_move *move;
	struct link_targets before, after; /* all files of the vault */
	struct changeset *changes;
};

static bool is_in(const struct folder_move *move, const char *path)
{
	return span_ends_with(span_of(path), ".md") && path_below(move->from, path);
}

const char *folder_move_path(struct arena *arena, const struct folder_move *move, const char *path)
{
	return is_in(move, path) ? path_join(arena, move->to, path_below(move->from, path)) : path;
}

static const char *moved(const struct moving *moving, const char *path)
{
	return folder_move_path(moving->arena, moving->move, path);
}

static bool moves(const struct moving *moving, const char *path)
{
	return is_in(moving->move, path);
}

/* --- links ------------------------------------------------------------------------------------------------------- */

static struct span without_ending(struct span path)
{
	return span_ends_with(path, ".md") ? span_slice(path, 0, path.length - strlen(".md")) : path;
}

/* A name leads there wherever the note lies; a path may not. */
static void mend_wikilink(const struct moving *moving, struct mended_links *mended, const struct link *link)
{
	struct link_match before = link_targets_wiki(moving->arena, &moving->before, link->target);
	struct link_match after = link_targets_wiki(moving->arena, &moving->after, link->target);
	if (before.count != 1 || !moves(moving, before.first->path))
		return;
	const char *path = moved(moving, before.first->path);
	if (after.count == 1 && strcmp(after.first->path, path) == 0)
		return;
	mended_links_add(mended, (struct mended_link){ link->whole, without_ending(span_trim(link->target)),
					 without_ending(span_of(path)) });
}

/* From the folder of the one to the other: up to where their ways part, and down from there. */
static struct span way_to(struct arena *arena, const char *from, const char *to)
{
	BUFFER_CLEANUP struct buffer way = BUFFER_INIT(PATH_MOST);
	const char *folder = strrchr(from, '/') ? path_folder(arena, from) : "";
	const char *slash;
	while ((slash = strchr(to, '/')) && path_below(arena_copy_text(arena, span_between(to, slash)), folder) &&
		*folder) {
		folder = path_below(arena_copy_text(arena, span_between(to, slash)), folder);
		to = slash + 1;
	}
	for (struct span rest = span_of(folder), part; *folder && span_next(&rest, '/', &part);)
		buffer_add_text(&way, "../");
	buffer_add_text(&way, to);
	return buffer_finish(arena, &way);
}

/* Both ends of it moved, or neither: it is as it was. A name alone leads there wherever the note lies. */
static void mend_markdown_link(
	const struct moving *moving, struct mended_links *mended, const char *from, const struct markdown_link *link)
{
	struct arena *arena = moving->arena;
	struct span path = markdown_link_path(arena, link);
	struct link_match match = { .count = 0 };
	if (span_contains(path, "/"))
		match = link_targets_markdown(arena, &moving->before, from, path);
	if (match.count != 1 || moves(moving, match.first->path) == moves(moving, from))
		return;
	const char *to = moved(moving, match.first->path);
	struct span way = way_to(arena, moved(moving, from), to);
	if (span_starts_with(path, "/"))
		way = span_of(arena_printf(arena, "/%s", to));
	if (!span_ends_with(path, ".md"))
		way = without_ending(way);
	mended_links_add(
		mended, (struct mended_link){ link->whole, link->destination, markdown_link_encode(arena, link, way) });
}

static struct span with_links(const struct moving *moving, const char *from, struct span text)
{
	struct mended_links mended = { .arena = moving->arena };
	struct link link;
	for (size_t offset = 0; link_next(text, &offset, &link);)
		mend_wikilink(moving, &mended, &link);
	struct markdown_link other;
	for (size_t offset = 0; markdown_link_next(text, &offset, &other);)
		mend_markdown_link(moving, &mended, from, &other);
	if (mended.count == 0)
		return text;
	size_t most = (size_t)moving->vault->configuration.note_most_bytes;
	return mended_links_text(&mended, document_parse(moving->arena, from, text, most));
}

static struct link_targets targets_of(
	struct arena *arena, const struct walk_list *files, const struct folder_move *move)
{
	struct link_target *targets = arena_new_array(arena, files->count, struct link_target);
	for (size_t i = 0; i < files->count; i++)
		targets[i].path = move ? folder_move_path(arena, move, files->entries[i].path) : files->entries[i].path;
	return link_targets_of(arena, targets, files->count);
}

/* --- files ------------------------------------------------------------------------------------------------------- */

static int refuse(const char *path, const char *what, struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = path }, "%s, so its folder cannot be moved", what);
	return error_hint(error, "take it out of the folder, or move the folder yourself");
}

/* The text as it was last generated goes with the note. */
static int move_base(const struct moving *moving, const char *from, const char *to, struct error *error)
{
	struct span base;
	const char *path = changeset_base_path(moving->arena, from);
	if (vault_read(moving->arena, moving->vault, path, NOTE_MOST, &base, error))
		return -1;
	if (!base.at)
		return 0;
	changeset_put_base(moving->changes, from, base, SPAN_NONE);
	changeset_put_base(moving->changes, to, SPAN_NONE, base);
	return 0;
}

static int move_note(const struct moving *moving, const struct walk_entry *file, struct error *error)
{
	const struct change *known = changeset_find(moving->changes, file->path);
	struct span before = known ? known->before : SPAN_NONE;
	struct span after = known ? known->after : SPAN_NONE;
	const char *to = moved(moving, file->path);
	if (file->kind == FILE_SYMLINK)
		return refuse(file->path, "this is a symlink", error);
	if (!known && vault_read(moving->arena, moving->vault, file->path, NOTE_MOST, &before, error))
		return -1;
	if (!known)
		after = before;
	changeset_put_move(moving->changes, file->path, before, to, with_links(moving, file->path, after));
	return move_base(moving, file->path, to, error);
}

/* What the changes make in the folder is made where it goes. */
static void move_new_files(const struct moving *moving)
{
	for (size_t i = 0; i < moving->changes->count; i++) {
		struct change *change = &moving->changes->items[i];
		if (!change->before.at && !change->hidden && moves(moving, change->path))
			change->path = moved(moving, change->path);
	}
}

static void mend_others(const struct moving *moving, const struct practice *practice)
{
	for (size_t i = 0; i < practice->notes.count; i++) {
		const struct note *note = &practice->notes.items[i];
		const struct change *known = changeset_find(moving->changes, note->path);
		struct span text = known ? known->after : note->bytes;
		if (text.at && !moves(moving, note->path))
			changeset_put(moving->changes, note->path, note->bytes, with_links(moving, note->path, text));
	}
}

int folder_move_put(struct arena *arena, const struct vault *vault, const struct practice *practice,
	struct folder_move *move, struct changeset *changes, struct error *error)
{
	struct walk_list files;
	if (walk_folder(arena, vault->root, configuration_name, WALK_NAMES, &files, error))
		return -1;
	for (size_t i = 0; i < files.absent_count; i++)
		if (path_below(move->from, files.absent[i]))
			return refuse(files.absent[i], "this is not on this machine", error);
	for (size_t i = 0; i < files.unreadable_count; i++)
		if (path_below(move->from, files.unreadable[i]))
			return refuse(files.unreadable[i], "this may not be read", error);
	const struct moving moving = { arena, vault, move, targets_of(arena, &files, NULL),
		targets_of(arena, &files, move), changes };
	move_new_files(&moving);
	for (size_t i = 0; i < files.count; i++) {
		bool note = moves(&moving, files.entries[i].path);
		move->notes += note;
		move->left += !note && path_below(move->from, files.entries[i].path);
		if (!note)
			continue;
		if (move_note(&moving, &files.entries[i], error))
			return -1;
	}
	mend_others(&moving, practice);
	changes->mass_change = true; /* the notes are one client's, and their count is said */
	return 0;
}
