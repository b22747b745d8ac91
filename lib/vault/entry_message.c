#include "vault/entry_message.h"

#include "codec/hash.h"

enum { PATH_ID_DIGITS = 12, MESSAGE_MOST_BYTES = 64 << 20 };

const char entry_message_prefix[] = "coach(";
const char entry_message_trailer[] = "Coach-Entry";
const char entry_message_edits_prefix[] = "save edits before ";

/* Those that hold one text, in their order. */
static const struct {
	const char *name;
	size_t field;
} trailers[] = {
	{ "Coach-Paths", offsetof(struct entry, paths) },
	{ entry_message_trailer, offsetof(struct entry, id) },
	{ "Coach-Lines", offsetof(struct entry, lines) },
	{ "Coach-Undoes", offsetof(struct entry, undoes) },
	{ "Coach-Redoes", offsetof(struct entry, redoes) },
	{ "Coach-Follows", offsetof(struct entry, follows) },
};

enum { TRAILERS = sizeof(trailers) / sizeof(trailers[0]) };

const char *entry_message_write(struct arena *arena, const struct entry *entry)
{
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(MESSAGE_MOST_BYTES);
	buffer_printf(&text, "%s%.*s)%s%.*s\n\nCoach-Command: %.*s\nCoach-Files: %d\n", entry_message_prefix,
		SPAN_PRINT(entry->command), entry->subject.length ? ": " : "", SPAN_PRINT(entry->subject),
		SPAN_PRINT(entry->command), entry->files);
	for (size_t i = 0; i < TRAILERS; i++) {
		const struct span *value = (const void *)((const char *)entry + trailers[i].field);
		if (value->length)
			buffer_printf(&text, "%s: %.*s\n", trailers[i].name, SPAN_PRINT(*value));
	}
	return buffer_finish(arena, &text).at;
}

/* What stands behind "NAME: " on a line of its own; empty without. */
static struct span trailer(struct span message, const char *name)
{
	struct span line;
	while (span_next_line(&message, &line))
		if (span_skip(&line, name) && span_skip(&line, ": "))
			return span_trim(line);
	return SPAN_NONE;
}

struct entry entry_message_read(const char *text)
{
	struct entry entry = { .commit = "" };
	struct span message = span_of(text);
	struct span files = trailer(message, "Coach-Files");
	entry.command = trailer(message, "Coach-Command");
	for (size_t i = 0; i < TRAILERS; i++)
		*(struct span *)(void *)((char *)&entry + trailers[i].field) = trailer(message, trailers[i].name);
	struct span subject;
	span_next_line(&message, &subject);
	subject = span_from(subject, span_find(subject, ")") + 1);
	if (span_skip(&subject, ": "))
		entry.subject = span_trim(subject);
	span_read_digits(&files, &entry.files);
	return entry;
}

const char *entry_message_of_edits(struct arena *arena, const char *command)
{
	return arena_printf(arena, "%s%s\n", entry_message_edits_prefix, command);
}

static struct digest_text id_of(const char *path)
{
	struct digest_text id = digest_format(digest_of(span_of(path)));
	id.text[PATH_ID_DIGITS] = '\0';
	return id;
}

void entry_message_add_path(struct buffer *paths, const char *path)
{
	buffer_printf(paths, "%s%s", paths->length ? " " : "", id_of(path).text);
}

bool entry_message_has_path(struct span paths, const char *path)
{
	return span_contains(paths, id_of(path).text);
}
