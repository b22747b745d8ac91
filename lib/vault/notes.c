#include "vault/notes.h"

#include "base/note_name.h"
#include "codec/utf8.h"
#include "model/note_form.h"
#include "model/outline.h"
#include "sys/walk.h"
#include "vault/date_format.h"
#include "vault/note_place.h"

#include <string.h>

/* How sync services name the copy that lost: Syncthing, then Dropbox, Nextcloud, OneDrive and Obsidian. */
static bool is_conflict_copy(struct arena *arena, const char *path)
{
	static const char *const phrases[] = { "conflicted copy", "case conflict", "in konflikt stehende kopie",
		"冲突副本" };
	struct span name = span_of(path_name(path));
	if (span_contains(name, ".sync-conflict-"))
		return true;
	size_t bracket = span_find_byte(name, '(');
	if (bracket == name.length)
		return false;
	struct span folded = utf8_fold(arena, span_from(name, bracket));
	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++)
		if (span_contains(folded, phrases[i]))
			return true;
	return false;
}

/* What a kind is told by: front matter and the first heading, and tags soon after. */
enum { START_MOST = 64 << 10 };

struct scan {
	struct arena *arena;
	const struct vault *vault;
	struct finding_list *findings;
};

static struct position place_of(const char *path)
{
	return (struct position){ .path = path };
}

static void report_conflict_copy(const struct scan *scan, const char *path)
{
	struct finding *finding =
		finding_add(scan->findings, FINDING_CONFLICT_COPY, place_of(path), "a conflict copy; it is not read");
	finding_hint(scan->findings, finding, "take over what you need into the note itself, then remove the copy");
}

/* A symlink within the vault leads to a note that the walk meets at its own place. */
static void report_symlink(const struct scan *scan, const char *name, const char *path)
{
	const char *resolved = path_resolve(scan->arena, path);
	if (!resolved) {
		finding_add(scan->findings, FINDING_UNREADABLE, place_of(name), "a symlink that leads nowhere");
		return;
	}
	if (path_below(scan->vault->root, resolved))
		return;
	struct finding *finding = finding_add(scan->findings, FINDING_UNREADABLE, place_of(name),
		"a symlink that leads out of the vault, to %s; it is not read", resolved);
	finding_hint(scan->findings, finding, "move the note itself into the vault, or remove the link");
}

static void report_unread(
	const struct scan *scan, const char *path, const char *name, long long most, const struct error *reason)
{
	struct file_stamp stamp;
	if (file_look(path, &stamp) != FILE_REGULAR || stamp.size <= most) {
		finding_add_error(scan->findings, FINDING_UNREADABLE, reason);
		return;
	}
	struct finding *finding = finding_add(scan->findings, FINDING_OPAQUE_NOTE, place_of(name),
		"kept, but not read: larger than %lld bytes", most);
	if (most == scan->vault->configuration.note_most_bytes)
		finding_hint(scan->findings, finding, "notes.most_bytes sets how large a note may be");
}

struct note *notes_portfolio(const struct note_list *notes, const struct configuration *configuration)
{
	struct note *chosen = NULL;
	for (size_t i = 0; i < notes->count; i++) {
		struct note *note = &notes->items[i];
		bool usual = strcmp(note->path, configuration->portfolio_path) == 0;
		if (note->kind == NOTE_PORTFOLIO && (!chosen || usual))
			chosen = note;
	}
	return chosen;
}

/* The day that the note's name is written for in the format; false where there is none. */
static bool read_name(struct date_format format, const char *path, struct date *date)
{
	struct error unusable;
	return format.pattern.length && !date_format_check(format, &unusable) &&
	       date_format_read(format, note_name(span_of(path)), date);
}

bool note_named_week(const struct configuration *configuration, const char *path, struct week *week)
{
	struct date_format format = { span_of(configuration->week_format), configuration->sunday_weeks };
	struct date monday;
	if (!read_name(format, path, &monday))
		return false;
	*week = week_of(monday);
	return true;
}

struct date note_named_day(const struct configuration *configuration, const char *path)
{
	struct date_format format = { span_of(configuration->day_format), configuration->sunday_weeks };
	struct date date;
	return read_name(format, path, &date) ? date : DATE_NONE;
}

bool note_is_template(const struct vault *vault, const char *path)
{
	const char *templates = vault->configuration.templates_folder;
	size_t length = strlen(templates);
	bool below = length > 0 && strncmp(path, templates, length) == 0 && path[length] == '/';
	return below || note_path_is_template(span_of(path));
}

enum note_kind note_kind_of(const struct vault *vault, const char *path, struct span bytes)
{
	if (note_is_template(vault, path))
		return NOTE_TEMPLATE;
	struct week week;
	enum note_kind kind = note_recognise(&vault->configuration.aliases, path, bytes);
	if (kind != NOTE_OTHER)
		return kind;
	if (note_named_week(&vault->configuration, path, &week))
		return NOTE_WEEK;
	return date_is_known(note_named_day(&vault->configuration, path)) ? NOTE_DAY : kind;
}

/* What a note is that is too large to be read, or may not be. */
static enum note_kind kind_by_start(const struct scan *scan, const char *path, const char *name)
{
	struct span start;
	bool seen = file_read_start(scan->arena, path, START_MOST, &start);
	bool lies_in_templates = note_kind_of(scan->vault, name, SPAN_NONE) == NOTE_TEMPLATE;
	return seen || lies_in_templates ? note_kind_of(scan->vault, name, start) : NOTE_KIND_COUNT;
}

void note_read_file(
	struct arena *arena, const struct vault *vault, const char *path, size_t most, struct note_reading *reading)
{
	struct error reason = ERROR_INIT;
	*reading = (struct note_reading){ .most = most };
	if (file_read(arena, vault_path(arena, vault, path), path, most, &reading->bytes, &reading->stamp, &reason) ==
		0)
		return;
	struct error *kept = arena_new(arena, struct error);
	*kept = reason;
	reading->failed = kept;
}

int note_take_reading(struct arena *arena, const struct vault *vault, struct note *note,
	const struct note_reading *reading, bool *gone, struct finding_list *findings, struct error *error)
{
	struct scan scan = { arena, vault, findings };
	const struct error *failed = reading->failed;
	if (failed && failed->passing) {
		*error = *failed;
		return -1;
	}
	*gone = failed && failed->class == ERROR_NOT_FOUND;
	note->kind = NOTE_OTHER;
	note->bytes = reading->bytes;
	note->stamp = reading->stamp;
	if (failed && !*gone) {
		const char *path = vault_path(arena, vault, note->path);
		note->unread_kind = kind_by_start(&scan, path, note->path);
		report_unread(&scan, path, note->path, (long long)reading->most, failed);
	}
	return 0;
}

int note_read(struct arena *arena, const struct vault *vault, struct note *note, bool *gone,
	struct finding_list *findings, struct error *error)
{
	struct note_reading reading;
	note_read_file(arena, vault, note->path, (size_t)vault->configuration.note_most_bytes, &reading);
	if (note_take_reading(arena, vault, note, &reading, gone, findings, error))
		return -1;
	if (note->bytes.at)
		note->kind = note_kind_of(vault, note->path, note->bytes);
	return 0;
}

static void add_unknown(struct note_list *notes, const char *path)
{
	notes->unknown[notes->unknown_count++] = path;
}

static void report_unreadable_folders(const struct scan *scan, const struct walk_list *list, struct note_list *notes)
{
	for (size_t i = 0; i < list->unreadable_count; i++) {
		add_unknown(notes, list->unreadable[i]);
		finding_add(scan->findings, FINDING_UNREADABLE, place_of(list->unreadable[i]),
			"the folder cannot be opened; its notes are unknown");
	}
}

/* Its content is unknown, which is not the same as empty or gone. */
static void report_absent(const struct scan *scan, const struct walk_list *list, struct note_list *notes)
{
	for (size_t i = 0; i < list->absent_count; i++) {
		if (!span_ends_with(span_of(list->absent[i]), ".md"))
			continue;
		if (note_kind_of(scan->vault, list->absent[i], SPAN_NONE) != NOTE_TEMPLATE)
			add_unknown(notes, list->absent[i]);
		struct finding *finding = finding_add(scan->findings, FINDING_UNREADABLE, place_of(list->absent[i]),
			"the note is in iCloud and not on this machine; what it says is unknown");
		finding_hint(scan->findings, finding, "open it once, or switch off \"Optimize Storage\"");
	}
}

static void add_note(struct note_list *notes, const struct walk_entry *entry)
{
	struct note *note = &notes->items[notes->count++];
	note->path = entry->path;
	if (entry->stamp)
		note->stamp = *entry->stamp;
}

int notes_find(struct arena *arena, const struct vault *vault, enum walk_detail detail, struct note_list *notes,
	struct finding_list *findings, struct error *error)
{
	struct walk_list list;
	if (walk_folder(arena, vault->root, configuration_name, detail, &list, error))
		return -1;
	struct scan scan = { arena, vault, findings };
	notes->items = arena_new_array(arena, list.count, struct note);
	notes->count = 0;
	for (size_t i = 0; i < list.count; i++) {
		const struct walk_entry *entry = &list.entries[i];
		if (!span_ends_with(span_of(entry->path), ".md"))
			continue;
		if (is_conflict_copy(arena, entry->path))
			report_conflict_copy(&scan, entry->path);
		else if (entry->kind == FILE_SYMLINK)
			report_symlink(&scan, entry->path, vault_path(arena, vault, entry->path));
		else
			add_note(notes, entry);
	}
	notes->unknown = arena_new_array(arena, list.unreadable_count + list.absent_count, const char *);
	notes->unknown_count = 0;
	report_unreadable_folders(&scan, &list, notes);
	report_absent(&scan, &list, notes);
	return 0;
}

int notes_scan(struct arena *arena, const struct vault *vault, struct note_list *notes, struct finding_list *findings,
	struct error *error)
{
	if (notes_find(arena, vault, WALK_NAMES, notes, findings, error))
		return -1;
	size_t kept = 0;
	for (size_t i = 0; i < notes->count; i++) {
		bool gone;
		if (note_read(arena, vault, &notes->items[i], &gone, findings, error))
			return -1;
		if (!gone)
			notes->items[kept++] = notes->items[i];
	}
	notes->count = kept;
	return 0;
}

struct document *note_parse(
	struct arena *arena, const struct vault *vault, struct note *note, struct finding_list *findings)
{
	if (note->document)
		return note->document;
	struct span bytes = note->bytes.at ? note->bytes : SPAN("");
	note->document = document_parse(arena, note->path, bytes, (size_t)vault->configuration.note_most_bytes);
	note_form_check(note->document, findings);
	return note->document;
}

const struct outline *note_outline(
	struct arena *arena, const struct vault *vault, struct note *note, struct finding_list *findings)
{
	if (note->outline)
		return note->outline;
	struct outline *outline = arena_new(arena, struct outline);
	*outline = *outline_of(arena, &vault->configuration.aliases, note_parse(arena, vault, note, findings));
	outline->place_client = note_place_client(&vault->configuration, note->path);
	note->outline = outline;
	return outline;
}
