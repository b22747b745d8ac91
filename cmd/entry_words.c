#include "cmd/entry_words.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/outline.h"
#include "model/session.h"
#include "model/week_note.h"
#include "practice/time_log_row.h"
#include "sys/file.h"

#include <string.h>

enum { SHOWN_COLUMNS = 60 };

struct wording {
	struct arena *arena;
	const struct vault *vault;
	const struct entry *entry;
	struct entry_files files;
};

static const struct outline *outline_of_text(const struct wording *wording, const char *path, struct span text)
{
	const struct configuration *configuration = &wording->vault->configuration;
	size_t most = (size_t)configuration->note_most_bytes;
	return outline_of(wording->arena, &configuration->aliases, document_parse(wording->arena, path, text, most));
}

static struct span stem(const char *path)
{
	struct document there = { .path = path };
	return document_stem(&there);
}

static bool is_note(const struct entry_file *file)
{
	return !file->hidden && span_ends_with(span_of(file->path), ".md") && (file->before.at || file->after.at);
}

/* --- session ----------------------------------------------------------------------------------------------------- */

static bool read_session(const struct wording *wording, const char *path, struct span text, struct session *session)
{
	struct finding_list unheard = { .arena = wording->arena };
	return text.at && session_read(outline_of_text(wording, path, text), session, &unheard);
}

/* " to 2026-11-23 11:00", " from 10:00 to 11:00": day and time as far as they are others now; NULL where neither is. */
static const char *moved_to(struct arena *arena, const struct session *before, const struct session *after)
{
	const char *day = arena_printf(arena, " %s", date_format(after->date).text);
	const char *time = arena_printf(arena, " %s", clock_time_format(after->start).text);
	bool other_day = date_compare(before->date, after->date) != 0;
	bool other_time = before->start != after->start && after->start >= 0;
	if (!other_day && !other_time)
		return NULL;
	if (other_day || before->start < 0)
		return arena_printf(arena, " to%s%s", other_day ? day : "", other_time ? time : "");
	return arena_printf(arena, " from %s to%s", clock_time_format(before->start).text, time);
}

/* What became of a session that has a note before and after; NULL where that is no move and no cancelling. */
static const char *session_change(
	const struct wording *wording, const struct entry_file *from, const struct entry_file *to)
{
	struct session before;
	struct session after;
	if (!read_session(wording, from->path, from->before, &before) ||
		!read_session(wording, to->path, to->after, &after))
		return NULL;
	const char *moved = moved_to(wording->arena, &before, &after);
	if (moved)
		return arena_printf(wording->arena, "moved %.*s%s", SPAN_PRINT(stem(from->path)), moved);
	if (before.status != after.status)
		return arena_printf(
			wording->arena, "%s %.*s", session_status_names[after.status], SPAN_PRINT(stem(to->path)));
	return NULL;
}

static const char *session_words(const struct wording *wording)
{
	const struct entry_file *gone = NULL;
	const struct entry_file *made = NULL;
	const char *changed = NULL;
	size_t changes = 0;
	for (size_t i = 0; i < wording->files.count; i++) {
		const struct entry_file *file = &wording->files.items[i];
		if (!is_note(file))
			continue;
		const char *change = file->before.at && file->after.at ? session_change(wording, file, file) : NULL;
		changes += change || !file->before.at;
		changed = changed ? changed : change;
		made = file->before.at ? made : file;
		gone = file->after.at ? gone : file;
	}
	if (changes > 1) /* an import, which the subject tells of */
		return NULL;
	if (made && gone)
		return session_change(wording, gone, made);
	return made ? arena_printf(wording->arena, "added %.*s", SPAN_PRINT(stem(made->path))) : changed;
}

/* --- log --------------------------------------------------------------------------------------------------------- */

static struct week_note read_week(const struct wording *wording, const char *path, struct span text)
{
	struct finding_list unheard = { .arena = wording->arena };
	struct week_note note = { .entry_count = 0 };
	if (text.at)
		week_note_read(outline_of_text(wording, path, text), NULL, &note, &unheard);
	return note;
}

static bool same_row(const struct time_entry *a, const struct time_entry *b)
{
	return date_compare(a->date, b->date) == 0 && a->minutes == b->minutes &&
	       span_equal(a->category_text, b->category_text) && span_equal(a->client, b->client) &&
	       span_equal(a->note, b->note);
}

static const char *row_words(const struct wording *wording, const struct time_entry *row)
{
	struct arena *arena = wording->arena;
	const char *hours = hours_text(arena, row->minutes);
	const char *day = date_is_known(row->date) ? arena_printf(arena, "%s", date_format(row->date).text)
						   : arena_copy_text(arena, wording->entry->subject);
	return arena_printf(arena, "%s %s%s %.*s%s%.*s%s%.*s", day, hours,
		span_ends_with(span_of(hours), "m") ? "" : " h", SPAN_PRINT(row->category_text),
		row->client.length ? ", " : "", SPAN_PRINT(row->client), row->note.length ? ", " : "",
		SPAN_PRINT(row->note));
}

/* The first row that was not there before. */
static const char *log_words(const struct wording *wording)
{
	for (size_t i = 0; i < wording->files.count; i++) {
		const struct entry_file *file = &wording->files.items[i];
		if (!is_note(file))
			continue;
		const struct week_note before = read_week(wording, file->path, file->before);
		const struct week_note after = read_week(wording, file->path, file->after);
		for (size_t k = 0; k < after.entry_count; k++)
			if (k >= before.entry_count || !same_row(&before.entries[k], &after.entries[k]))
				return row_words(wording, &after.entries[k]);
	}
	return NULL;
}

/* --- all --------------------------------------------------------------------------------------------------------- */

static const char *note_words(const struct wording *wording)
{
	for (size_t i = 0; i < wording->files.count; i++)
		if (is_note(&wording->files.items[i]))
			return arena_copy_text(wording->arena, stem(wording->files.items[i].path));
	return NULL;
}

/* The note that is called as its folder is: the client's own. */
static const char *client_words(const struct wording *wording)
{
	for (size_t i = 0; i < wording->files.count; i++) {
		const struct entry_file *file = &wording->files.items[i];
		struct document there = { .path = file->path };
		if (is_note(file) && span_equal(document_stem(&there), document_folder(&there)))
			return arena_copy_text(wording->arena, stem(file->path));
	}
	return note_words(wording);
}

/* Of a draft that is a mail, too. */
static const char *file_words(const struct wording *wording)
{
	for (size_t i = 0; i < wording->files.count; i++)
		if (!wording->files.items[i].hidden)
			return path_name(wording->files.items[i].path);
	return NULL;
}

/* The first task that stands otherwise than before. */
static const char *task_words(const struct wording *wording)
{
	for (size_t i = 0; i < wording->files.count; i++) {
		const struct entry_file *file = &wording->files.items[i];
		struct span before = file->before;
		struct span after = file->after;
		struct span old = SPAN_NONE;
		struct span line;
		struct task task;
		while (is_note(file) && span_next_line(&after, &line)) {
			if (span_next_line(&before, &old) && span_equal(old, line))
				continue;
			if (task_read_line(line, &task))
				return arena_copy_text(wording->arena, text_plain(wording->arena, task.text));
		}
	}
	return NULL;
}

/* A task, or whose milestone it is. */
static const char *done_words(const struct wording *wording)
{
	const char *task = task_words(wording);
	return task ? task : client_words(wording);
}

static const struct {
	const char *command;
	const char *(*words)(const struct wording *wording);
} told[] = {
	{ "session", session_words },
	{ "prep_session", note_words },
	{ "close_session", note_words },
	{ "log", log_words },
	{ "consent", client_words },
	{ "onboard_client", client_words },
	{ "offboard_client", client_words },
	{ "touch", file_words },
	{ "add", task_words },
	{ "done", done_words },
};

/* NULL where the texts do not tell, or are not those that coach wrote. */
static const char *words_of_texts(struct arena *arena, const struct vault *vault, const struct entry *entry)
{
	struct wording *wording = arena_new(arena, struct wording);
	struct error unread = ERROR_INIT;
	*wording = (struct wording){ .arena = arena, .vault = vault, .entry = entry };
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
		if (!span_is(entry->command, told[i].command))
			continue;
		if (entry_read(arena, vault, entry, &wording->files, &unread) || wording->files.altered)
			return NULL;
		return told[i].words(wording);
	}
	return NULL;
}

static struct span line_of(struct arena *arena, const char *words)
{
	struct span line = utf8_safe_line(arena, span_of(words));
	size_t fits = utf8_fit(line, SHOWN_COLUMNS);
	return fits == line.length ? line : span_of(arena_printf(arena, "%.*s …", (int)fits, line.at));
}

struct span entry_about(
	struct arena *arena, const struct vault *vault, const struct entry_list *entries, const struct entry *entry)
{
	const struct entry *subject = entries_subject(entries, entry);
	const struct entry *told_of = subject ? subject : entry;
	const char *words = words_of_texts(arena, vault, told_of);
	if (!words)
		return entry->subject;
	if (!subject)
		return line_of(arena, words);
	return line_of(arena, arena_printf(arena, "%.*s %s", SPAN_PRINT(subject->command), words));
}
