#include "cmd/entry_fields.h"

#include "cmd/entry_words.h"

enum { MINUTE_SECONDS = 60, DAY_SECONDS = 86400, SHORT_ID = 7 };

static const char *const state_names[] = { "stands", "undone", "turns", "superseded", NULL };

const struct result_field entry_fields[] = {
	RES_INTEGER(struct entry_row, number, "number", "What undo and diff call it, from 1, the latest"),
	RES_TEXT(struct entry_row, id, "id", "What stays when numbers and commits change; undo and diff take it too"),
	RES_TEXT_OR_NULL(struct entry_row, commit, "commit", "Its commit in git; null where it is kept without"),
	RES_TEXT(struct entry_row, time, "time", "When, by the clock of the machine that wrote it"),
	RES_TEXT(struct entry_row, command, "command", "The command that wrote it"),
	RES_TEXT_OR_NULL(struct entry_row, subject, "subject", "What it was about, such as a week"),
	RES_TEXT_OR_NULL(struct entry_row, about, "about",
		"The same in words that tell it from others: what became of which session, the row that was logged"),
	RES_INTEGER(struct entry_row, files, "files", "How many notes it changed"),
	RES_CHOICE(struct entry_row, state, "state", state_names,
		"It stands, was taken back since, is itself an undo or redo, or one that a later one stands in for"),
	RES_END,
};

const char *entry_time(struct arena *arena, const struct entry *entry)
{
	int64_t local = entry->seconds + (int64_t)entry->offset_minutes * MINUTE_SECONDS;
	struct date day = { (int)(local / DAY_SECONDS) };
	int minutes = (int)(local % DAY_SECONDS / MINUTE_SECONDS);
	return arena_printf(arena, "%s %02d:%02d", date_format(day).text, minutes / 60, minutes % 60);
}

struct span entry_short_id(const struct entry *entry)
{
	return span_slice(entry->id, 0, SHORT_ID);
}

struct span entry_title(struct arena *arena, const struct entry *entry)
{
	return span_of(arena_printf(arena, "%.*s%s%.*s", SPAN_PRINT(entry->command), entry->subject.length ? " " : "",
		SPAN_PRINT(entry->subject)));
}

struct entry_row entry_row_of(
	struct arena *arena, const struct vault *vault, const struct entry_list *entries, const struct entry *entry)
{
	return (struct entry_row){
		.number = INTEGER_OF(entry->number),
		.id = entry->id,
		.commit = span_or_none(span_of(entry->commit)),
		.time = span_of(entry_time(arena, entry)),
		.command = entry->command,
		.subject = span_or_none(entry->subject),
		.about = span_or_none(entry_about(arena, vault, entries, entry)),
		.files = INTEGER_OF(entry->files),
		.state = (int)entry->state,
	};
}
