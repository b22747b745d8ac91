#include "vault/note_place.h"

#include "base/ascii.h"
#include "base/date.h"

#include <string.h>

enum { DATE_LENGTH = 10 };

/* The slot that the pattern begins with; empty for plain text. */
static struct span slot_at(struct span pattern)
{
	static const char *const names[] = { "client", "date", "week", "quarter", "year" };
	size_t end = span_find_byte(pattern, '}');
	if (end == pattern.length || *pattern.at != '{')
		return SPAN_NONE;
	struct span name = span_slice(pattern, 1, end - 1);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (span_is(name, names[i]))
			return name;
	return SPAN_NONE;
}

/* A part of a path that a slot may stand for: all but {date} in any length, up to the next slash. */
static bool may_be(struct span slot, struct span text)
{
	struct date date;
	if (span_is(slot, "date"))
		return date_parse_iso(text, &date);
	return text.length > 0 && span_find_byte(text, '/') == text.length;
}

static bool follows(struct span pattern, struct span path, struct span *client);

/* The text begins with what the slot stands for, and the rest follows the rest. */
static bool follows_with(struct span slot, struct span rest, struct span path, size_t length, struct span *client)
{
	struct span known = *client;
	struct span text = span_slice(path, 0, length);
	bool is_client = span_is(slot, "client");
	if (length > path.length || (is_client && known.length ? !span_equal(text, known) : !may_be(slot, text)))
		return false;
	*client = is_client ? text : known;
	if (follows(rest, span_from(path, length), client))
		return true;
	*client = known;
	return false;
}

/* True when the path follows the pattern. {client} is the same wherever it stands, and the longest text that it may be;
 * `client` becomes it. */
static bool follows(struct span pattern, struct span path, struct span *client)
{
	while (pattern.length && !slot_at(pattern).length) {
		if (!path.length || *path.at != *pattern.at)
			return false;
		pattern = span_from(pattern, 1);
		path = span_from(path, 1);
	}
	if (!pattern.length)
		return !path.length;
	struct span slot = slot_at(pattern);
	struct span rest = span_from(pattern, slot.length + 2);
	bool is_client = span_is(slot, "client");
	if (is_client && client->length)
		return follows_with(slot, rest, path, client->length, client);
	if (span_is(slot, "date"))
		return follows_with(slot, rest, path, DATE_LENGTH, client);
	for (size_t i = 0; i < path.length; i++)
		if (follows_with(slot, rest, path, is_client ? path.length - i : i + 1, client))
			return true;
	return false;
}

static struct span without_end(struct span path)
{
	return span_ends_with(path, ".md") ? span_slice(path, 0, path.length - strlen(".md")) : path;
}

/* "… Ana Silva 2" without the number. */
static struct span without_number(struct span path)
{
	size_t length = path.length;
	while (length && ascii_is_digit(path.at[length - 1]))
		length--;
	bool numbered = length < path.length && length && path.at[length - 1] == ' ';
	return numbered ? span_slice(path, 0, length - 1) : path;
}

struct span note_place_client(const struct configuration *configuration, const char *path)
{
	struct span pattern = without_end(span_of(configuration->session_path));
	struct span place = without_end(span_of(path));
	struct span client = SPAN_NONE;
	if (follows(pattern, place, &client))
		return client;
	client = SPAN_NONE;
	return follows(pattern, without_number(place), &client) ? client : SPAN_NONE;
}
