#include "practice/draft_file.h"

#include "base/slot.h"
#include "codec/utf8.h"
#include "practice/note_path.h"
#include "sys/file.h"
#include "sys/walk.h"

#include <string.h>

static const char mail_suffix[] = ".eml";
static const char note_suffix[] = ".md";

const char *draft_file_path(struct arena *arena, const struct configuration *configuration, struct span client,
	enum touch_kind kind, struct date date, enum draft_format format)
{
	const struct slot slot = { "kind", span_of(touch_kind_names[kind]) };
	struct span pattern = slots_fill(arena, span_of(configuration->draft_path), &slot, 1);
	const char *path = note_path(arena, configuration, arena_copy_text(arena, pattern), client, date);
	if (format == DRAFT_NOTE)
		return path;
	struct span stem = span_slice(span_of(path), 0, strlen(path) - strlen(note_suffix));
	return arena_printf(arena, "%.*s%s", SPAN_PRINT(stem), mail_suffix);
}

/* --- which are there --------------------------------------------------------------------------------------------- */

/* Somebody whom a draft may be for. */
struct recipient {
	int id;
	struct span note;      /* what the path is made of */
	struct span file_name; /* the same as it stands in the path */
};

struct finding_drafts {
	struct arena *arena;
	const struct configuration *configuration;
	struct records *records;
	struct recipient *recipients;
	size_t recipient_count;
	size_t recipient_capacity;
	size_t draft_capacity;
};

static void add_recipient(struct finding_drafts *finding, int id, struct span note)
{
	finding->recipients = arena_grow(finding->arena, finding->recipients, finding->recipient_count,
		&finding->recipient_capacity, sizeof(*finding->recipients));
	finding->recipients[finding->recipient_count++] =
		(struct recipient){ id, note, span_of(vault_file_name(finding->arena, note)) };
}

static void add_recipients(struct finding_drafts *finding)
{
	const struct records *records = finding->records;
	for (size_t i = 0; records->portfolio && i < records->portfolio->client_count; i++) {
		const struct roster_client *client = &records->portfolio->clients[i];
		add_recipient(finding, client->id, client->note.length ? client->note : client->name);
	}
	for (size_t i = 0; i < records->engagement_count; i++) {
		const struct engagement *engagement = &records->engagements[i];
		if (!records_in_roster(records, engagement->client_id))
			add_recipient(finding, engagement->client_id, engagement->client);
	}
}

/* The first day that the path names. */
static struct date date_in(struct span path)
{
	for (; path.length; path = span_from(path, 1)) {
		struct span rest = path;
		struct date date = DATE_NONE;
		if (date_read_iso(&rest, &date))
			return date;
	}
	return DATE_NONE;
}

static void add_draft(struct finding_drafts *finding, struct span path, enum draft_format format)
{
	struct records *records = finding->records;
	struct date date = date_in(path);
	if (!date_is_known(date))
		return;
	for (size_t i = 0; i < finding->recipient_count; i++) {
		const struct recipient *recipient = &finding->recipients[i];
		if (span_find(path, arena_copy_text(finding->arena, recipient->file_name)) == path.length)
			continue;
		for (int kind = 0; kind < TOUCH_REPLY; kind++) {
			const char *wanted = draft_file_path(finding->arena, finding->configuration, recipient->note,
				(enum touch_kind)kind, date, format);
			if (!span_is(path, wanted))
				continue;
			records->drafts = arena_grow(finding->arena, records->drafts, records->draft_count,
				&finding->draft_capacity, sizeof(*records->drafts));
			records->drafts[records->draft_count++] =
				(struct draft){ recipient->id, (enum touch_kind)kind, date };
		}
	}
}

/* The folders of the pattern before its first slot; "" for the vault itself. */
static const char *folder_of(struct arena *arena, const char *pattern)
{
	struct span fixed = span_slice(span_of(pattern), 0, span_find_byte(span_of(pattern), '{'));
	while (fixed.length && fixed.at[fixed.length - 1] != '/')
		fixed.length--;
	return arena_copy_text(arena, span_slice(fixed, 0, fixed.length ? fixed.length - 1 : 0));
}

int drafts_find(struct arena *arena, const struct vault *vault, struct records *records, struct error *error)
{
	struct finding_drafts finding = { .arena = arena, .configuration = &vault->configuration, .records = records };
	const char *folder = folder_of(arena, vault->configuration.draft_path);
	const char *root = folder[0] ? vault_path(arena, vault, folder) : vault->root;
	struct walk_list list;
	if (file_look(root, NULL) == FILE_MISSING)
		return 0;
	if (walk_folder(arena, root, NULL, WALK_NAMES, &list, error))
		return -1;
	add_recipients(&finding);
	for (size_t i = 0; i < list.count; i++) {
		struct span path = span_of(path_join(arena, folder, list.entries[i].path));
		path = utf8_compose(arena, path);
		if (span_ends_with(path, mail_suffix))
			add_draft(&finding, path, DRAFT_MAIL);
		else if (span_ends_with(path, note_suffix))
			add_draft(&finding, path, DRAFT_NOTE);
	}
	return 0;
}
