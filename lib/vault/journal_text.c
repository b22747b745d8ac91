#include "vault/journal_text.h"

#include <stdlib.h>
#include <string.h>

static const char *const step_names[] = {
	[JOURNAL_READY] = "ready",
	[JOURNAL_NOTED] = "noted",
	[JOURNAL_DONE] = "done",
	[JOURNAL_UNDONE] = "undone",
};
static const char *const action_names[] = { "create", "modify", "remove" };
static const char *const wish_names[] = { "none", "found", "made" };

/* An empty text is a lone %. */
static void add_field(struct buffer *text, const char *value)
{
	if (!value[0])
		buffer_add_byte(text, '%');
	for (; *value; value++) {
		unsigned char byte = (unsigned char)*value;
		if (byte <= ' ' || byte == 0x7f || byte == '%')
			buffer_printf(text, "%%%02X", byte);
		else
			buffer_add_byte(text, *value);
	}
	buffer_add_byte(text, ' ');
}

static void add_line(struct buffer *text, const char *key, const char *value)
{
	buffer_printf(text, "%s ", key);
	add_field(text, value);
	buffer_add_byte(text, '\n');
}

static void add_write(struct buffer *text, const struct write *write)
{
	buffer_printf(text, "file %s %s %s %s ", action_names[write->action], write->hidden ? "hidden" : "shown",
		digest_format(write->before).text, digest_format(write->after).text);
	add_field(text, write->temporary);
	add_field(text, write->path);
	buffer_add_byte(text, '\n');
}

void journal_text_body(const struct transaction *transaction, struct buffer *text)
{
	buffer_add_text(text, "coach-journal 1\n");
	buffer_printf(text, "time %lld %d\n", (long long)transaction->seconds, transaction->offset_minutes);
	add_line(text, "repository", wish_names[transaction->repository]);
	add_line(text, "ref", transaction->ref);
	add_line(text, "message", transaction->message);
	add_line(text, "edits", transaction->edits_message);
	for (size_t i = 0; i < transaction->folder_count; i++)
		add_line(text, "folder", transaction->folders[i]);
	for (size_t i = 0; i < transaction->count; i++)
		add_write(text, &transaction->writes[i]);
	struct digest digest = digest_of(buffer_span(text));
	buffer_printf(text, "end %s\n", digest_format(digest).text);
}

void journal_text_step(enum journal_step step, const char *id, struct buffer *text)
{
	size_t start = text->length;
	buffer_printf(text, "%s %s ", step_names[step], id[0] ? id : "%");
	struct digest digest = digest_of(span_from(buffer_span(text), start));
	buffer_printf(text, "%s\n", digest_format(digest).text);
}

static struct span next_field(struct span *line)
{
	struct span field = SPAN_NONE;
	span_next(line, ' ', &field);
	return field;
}

static char decode(struct span digits)
{
	char text[] = { digits.at[0], digits.at[1], '\0' };
	return (char)strtol(text, NULL, 16);
}

static const char *next_text(struct arena *arena, struct span *line)
{
	struct span field = next_field(line);
	char *text = arena_allocate(arena, field.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < field.length; i++) {
		if (field.at[i] != '%')
			text[length++] = field.at[i];
		else if (i + 2 < field.length) {
			text[length++] = decode(span_slice(field, i + 1, 2));
			i += 2;
		}
	}
	return text;
}

static int index_of(struct span name, const char *const *names, int count)
{
	for (int i = 0; i < count; i++)
		if (names[i] && span_is(name, names[i]))
			return i;
	return 0;
}

static void read_write(struct transaction *transaction, struct span line, size_t *capacity)
{
	transaction->writes = arena_grow(
		transaction->arena, transaction->writes, transaction->count, capacity, sizeof(*transaction->writes));
	struct write *write = &transaction->writes[transaction->count++];
	*write = (struct write){ .folder = NO_FOLDER };
	write->action = (enum change_action)index_of(next_field(&line), action_names, 3);
	write->hidden = span_is(next_field(&line), "hidden");
	digest_parse(next_field(&line), &write->before);
	digest_parse(next_field(&line), &write->after);
	write->temporary = next_text(transaction->arena, &line);
	write->path = next_text(transaction->arena, &line);
}

static void read_folder(struct transaction *transaction, struct span line)
{
	transaction->folders = arena_grow(transaction->arena, transaction->folders, transaction->folder_count,
		&transaction->folder_capacity, sizeof(*transaction->folders));
	transaction->folders[transaction->folder_count++] = next_text(transaction->arena, &line);
}

static void read_time(struct transaction *transaction, struct span line)
{
	const char *seconds = arena_copy_text(transaction->arena, next_field(&line));
	const char *offset = arena_copy_text(transaction->arena, next_field(&line));
	transaction->seconds = strtoll(seconds, NULL, 10);
	transaction->offset_minutes = (int)strtol(offset, NULL, 10);
}

static void read_line(struct transaction *transaction, struct span line, size_t *capacity)
{
	struct span key = next_field(&line);
	if (span_is(key, "time"))
		read_time(transaction, line);
	else if (span_is(key, "repository"))
		transaction->repository = (enum repository_wish)index_of(next_field(&line), wish_names, 3);
	else if (span_is(key, "ref"))
		transaction->ref = next_text(transaction->arena, &line);
	else if (span_is(key, "message"))
		transaction->message = next_text(transaction->arena, &line);
	else if (span_is(key, "edits"))
		transaction->edits_message = next_text(transaction->arena, &line);
	else if (span_is(key, "folder"))
		read_folder(transaction, line);
	else if (span_is(key, "file"))
		read_write(transaction, line, capacity);
}

/* The offset of the body's last line; false when the body is not whole. */
static bool find_end(struct span text, size_t *end)
{
	struct digest digest;
	size_t at = span_find(text, "\nend ") + 1;
	struct span rest = span_from(text, at);
	struct span line;
	if (!span_skip(&rest, "end ") || !span_next(&rest, '\n', &line) || !digest_parse(line, &digest))
		return false;
	*end = at;
	return digest_equal(digest, digest_of(span_slice(text, 0, at)));
}

static enum journal_step read_step(struct transaction *transaction, struct span line, enum journal_step last)
{
	struct span rest = line;
	struct span name = next_field(&rest);
	struct span id = next_field(&rest);
	struct digest digest;
	size_t signed_length = line.length - rest.length;
	if (!digest_parse(rest, &digest) || !digest_equal(digest, digest_of(span_slice(line, 0, signed_length))))
		return last;
	if (span_is(name, step_names[JOURNAL_NOTED]) && id.length < COMMIT_ID_SIZE) {
		memcpy(transaction->noted, id.at, id.length);
		transaction->noted[id.length] = '\0';
	}
	return (enum journal_step)index_of(name, step_names, sizeof(step_names) / sizeof(step_names[0]));
}

enum journal_step journal_text_read(struct transaction *transaction, struct span text)
{
	size_t end;
	size_t capacity = 0;
	struct span line;
	if (!span_starts_with(text, "coach-journal 1\n") || !find_end(text, &end))
		return JOURNAL_TORN;
	struct span body = span_slice(text, 0, end);
	while (span_next(&body, '\n', &line))
		read_line(transaction, line, &capacity);
	enum journal_step step = JOURNAL_PREPARED;
	struct span steps = span_from(text, end);
	for (bool first = true; span_next(&steps, '\n', &line); first = false)
		step = first ? step : read_step(transaction, line, step);
	return step;
}
