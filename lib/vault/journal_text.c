#include "vault/journal_text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The latest time whose nanoseconds 63 bits hold. */
#define JOURNAL_MOST_SECONDS (INT64_MAX / 1000000000)
enum { DAY_MINUTES = 24 * 60 };

static const char any_version[] = "coach-journal ";
static const char first_line[] = "coach-journal 3\n";
static const char *const step_names[] = {
	[JOURNAL_READY] = "ready",
	[JOURNAL_NOTED] = "noted",
	[JOURNAL_BACK] = "back",
	[JOURNAL_DONE] = "done",
	[JOURNAL_UNDONE] = "undone",
};
static const char *const action_names[] = { "create", "modify", "remove" };
static const char *const shown_names[] = { "hidden", "shown" };
static const char *const wish_names[] = { "none", "found", "made" };

static bool is_plain_byte(char byte)
{
	return (unsigned char)byte > ' ' && byte != 0x7f && byte != '%';
}

/* An empty text is a lone %. */
static void add_field(struct buffer *text, struct span value)
{
	if (value.length == 0)
		buffer_add_byte(text, '%');
	while (value.length > 0) {
		size_t plain = 0;
		while (plain < value.length && is_plain_byte(value.at[plain]))
			plain++;
		buffer_add(text, span_slice(value, 0, plain));
		value = span_from(value, plain);
		if (value.length > 0) {
			buffer_printf(text, "%%%02X", (unsigned char)value.at[0]);
			value = span_from(value, 1);
		}
	}
	buffer_add_byte(text, ' ');
}

static void add_line(struct buffer *text, const char *key, struct span value)
{
	buffer_printf(text, "%s ", key);
	add_field(text, value);
	buffer_add_byte(text, '\n');
}

static void add_write(struct buffer *text, const struct transaction *transaction, const struct write *write)
{
	buffer_printf(text, "file %s %s %s %s ", action_names[write->action], shown_names[!write->hidden],
		digest_format(write->before).text, digest_format(write->after).text);
	add_field(text, span_of(write->temporary));
	add_field(text, span_of(write->path));
	buffer_add_byte(text, '\n');
	if (transaction->repository != REPOSITORY_NONE && !write->hidden && write->new_text.at)
		add_line(text, "text", write->new_text);
}

void journal_text_body(const struct transaction *transaction, struct buffer *text)
{
	buffer_add_text(text, first_line);
	buffer_printf(text, "time %lld %d\n", (long long)transaction->seconds, transaction->offset_minutes);
	buffer_printf(
		text, "made %lld %lld\n", (long long)transaction->origin.inode, (long long)transaction->origin.born_ns);
	add_line(text, "repository", span_of(wish_names[transaction->repository]));
	add_line(text, "history", span_of(transaction->history_folder));
	add_line(text, "ref", span_of(transaction->ref));
	add_line(text, "message", span_of(transaction->message));
	add_line(text, "edits", span_of(transaction->edits_message));
	for (size_t i = 0; i < transaction->folder_count; i++)
		add_line(text, "folder", span_of(transaction->folders[i]));
	for (size_t i = 0; i < transaction->count; i++)
		add_write(text, transaction, &transaction->writes[i]);
	struct digest digest = digest_of(buffer_span(text));
	buffer_printf(text, "end %s\n", digest_format(digest).text);
}

void journal_text_step(enum journal_step step, const char *id, struct buffer *text)
{
	buffer_add_text(text, "\n"); /* a step that was cut off before it spoils no other */
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

/* With a NUL behind it that the length does not count. */
static struct span next_bytes(struct arena *arena, struct span *line)
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
	return (struct span){ text, length };
}

static const char *next_text(struct arena *arena, struct span *line)
{
	return next_bytes(arena, line).at;
}

/* -1: none of them. */
static int index_of(struct span name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (names[i] && span_is(name, names[i]))
			return (int)i;
	return -1;
}

#define INDEX_OF(name, names) index_of((name), (names), sizeof(names) / sizeof((names)[0]))

static bool is_temporary_name(const char *name)
{
	return span_starts_with(span_of(name), TEMPORARY_PREFIX) && !strchr(name, '/');
}

static bool read_write(struct transaction *transaction, struct span line, size_t *capacity)
{
	struct write write = { .folder = NO_FOLDER };
	int action = INDEX_OF(next_field(&line), action_names);
	int shown = INDEX_OF(next_field(&line), shown_names);
	bool digests = digest_parse(next_field(&line), &write.before) && digest_parse(next_field(&line), &write.after);
	write.temporary = next_text(transaction->arena, &line);
	write.path = next_text(transaction->arena, &line);
	if (action < 0 || shown < 0 || !digests || !is_temporary_name(write.temporary) || !place_is_plain(write.path))
		return false;
	write.action = (enum change_action)action;
	write.hidden = shown == 0;
	transaction->writes = arena_grow(
		transaction->arena, transaction->writes, transaction->count, capacity, sizeof(*transaction->writes));
	transaction->writes[transaction->count++] = write;
	return true;
}

/* Of the write before it; one that does not have the digest noted there is none of coach's. */
static bool read_new_text(struct transaction *transaction, struct span line)
{
	struct write *last = transaction->count ? &transaction->writes[transaction->count - 1] : NULL;
	struct span text = next_bytes(transaction->arena, &line);
	if (!last || !digest_equal(digest_of(text), last->after))
		return false;
	last->new_text = text;
	return true;
}

static bool read_folder(struct transaction *transaction, struct span line)
{
	const char *folder = next_text(transaction->arena, &line);
	if (!place_is_plain(folder))
		return false;
	transaction->folders = arena_grow(transaction->arena, transaction->folders, transaction->folder_count,
		&transaction->folder_capacity, sizeof(*transaction->folders));
	transaction->folders[transaction->folder_count++] = folder;
	return true;
}

static bool read_number(struct arena *arena, struct span field, long long least, long long most, long long *number)
{
	const char *text = arena_copy_text(arena, field);
	char *end;
	errno = 0;
	*number = strtoll(text, &end, 10);
	return field.length > 0 && *end == '\0' && errno == 0 && *number >= least && *number <= most;
}

static bool read_time(struct transaction *transaction, struct span line)
{
	long long seconds;
	long long offset;
	if (!read_number(transaction->arena, next_field(&line), 0, JOURNAL_MOST_SECONDS, &seconds) ||
		!read_number(transaction->arena, next_field(&line), -DAY_MINUTES, DAY_MINUTES, &offset))
		return false;
	transaction->seconds = seconds;
	transaction->offset_minutes = (int)offset;
	return true;
}

static bool read_origin(struct transaction *transaction, struct span line)
{
	long long inode;
	long long born_ns;
	if (!read_number(transaction->arena, next_field(&line), INT64_MIN, INT64_MAX, &inode) ||
		!read_number(transaction->arena, next_field(&line), INT64_MIN, INT64_MAX, &born_ns))
		return false;
	transaction->origin = (struct origin){ (uint64_t)inode, born_ns };
	return true;
}

static bool read_repository(struct transaction *transaction, struct span line)
{
	int wish = INDEX_OF(next_field(&line), wish_names);
	if (wish >= 0)
		transaction->repository = (enum repository_wish)wish;
	return wish >= 0;
}

/* False for a line that coach does not write. */
static bool read_line(struct transaction *transaction, struct span line, size_t *capacity)
{
	struct span key = next_field(&line);
	if (span_is(key, "time"))
		return read_time(transaction, line);
	if (span_is(key, "made"))
		return read_origin(transaction, line);
	if (span_is(key, "repository"))
		return read_repository(transaction, line);
	if (span_is(key, "folder"))
		return read_folder(transaction, line);
	if (span_is(key, "file"))
		return read_write(transaction, line, capacity);
	if (span_is(key, "text"))
		return read_new_text(transaction, line);
	if (span_is(key, "history"))
		transaction->history_folder = next_text(transaction->arena, &line);
	else if (span_is(key, "ref"))
		transaction->ref = next_text(transaction->arena, &line);
	else if (span_is(key, "message"))
		transaction->message = next_text(transaction->arena, &line);
	else if (span_is(key, "edits"))
		transaction->edits_message = next_text(transaction->arena, &line);
	else
		return false;
	return true;
}

static bool read_body(struct transaction *transaction, struct span body)
{
	size_t capacity = 0;
	struct span line;
	span_next(&body, '\n', &line);
	while (span_next(&body, '\n', &line))
		if (line.length > 0 && !read_line(transaction, line, &capacity))
			return false;
	return transaction->history_folder && transaction->ref && transaction->message && transaction->edits_message;
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

static bool is_commit_id(struct span id)
{
	for (size_t i = 0; i < id.length; i++)
		if (id.at[i] == '\0' || !strchr("0123456789abcdef", id.at[i]))
			return false;
	return id.length == COMMIT_ID_SIZE - 1;
}

/* A line without its digest was cut off while it was written: the step before it holds. */
static enum journal_step read_step(struct transaction *transaction, struct span line, enum journal_step last)
{
	struct span rest = line;
	struct span name = next_field(&rest);
	struct span id = next_field(&rest);
	struct digest digest;
	size_t signed_length = line.length - rest.length;
	if (!digest_parse(rest, &digest) || !digest_equal(digest, digest_of(span_slice(line, 0, signed_length))))
		return last;
	int step = INDEX_OF(name, step_names);
	bool noted = step == JOURNAL_NOTED;
	if (step < 0 || (noted && !is_commit_id(id)))
		return JOURNAL_FOREIGN;
	if (noted) {
		memcpy(transaction->noted, id.at, id.length);
		transaction->noted[id.length] = '\0';
	}
	return (enum journal_step)step;
}

static enum journal_step read_steps(struct transaction *transaction, struct span steps)
{
	enum journal_step step = JOURNAL_PREPARED;
	struct span line;
	span_next(&steps, '\n', &line);
	while (step != JOURNAL_FOREIGN && span_next(&steps, '\n', &line))
		step = read_step(transaction, line, step);
	return step;
}

enum journal_step journal_text_read(struct transaction *transaction, struct span text)
{
	struct transaction read = *transaction;
	size_t end;
	if (span_starts_with(text, any_version) && !span_starts_with(text, first_line) &&
		text.length >= strlen(first_line))
		return JOURNAL_FOREIGN;
	if (!span_starts_with(text, first_line) || !find_end(text, &end))
		return JOURNAL_TORN;
	if (!read_body(&read, span_slice(text, 0, end)))
		return JOURNAL_FOREIGN;
	enum journal_step step = read_steps(&read, span_from(text, end));
	if (step != JOURNAL_FOREIGN)
		*transaction = read;
	return step;
}
