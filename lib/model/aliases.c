#include "model/aliases.h"

#include "base/ascii.h"
#include "base/nearest.h"

#include <string.h>

void aliases_add(
	struct arena *arena, struct aliases *aliases, enum alias_domain domain, const char *term, struct span text)
{
	aliases->own =
		arena_grow(arena, aliases->own, aliases->own_count, &aliases->own_capacity, sizeof(*aliases->own));
	aliases->own[aliases->own_count++] = (struct alias){ domain, alias_fold(arena, domain, text).at, term };
}

static bool comes_before(const struct alias_word *entry, enum alias_domain domain, struct span text)
{
	if (entry->domain != domain)
		return entry->domain < domain;
	if (text.length && *entry->text != *text.at)
		return (unsigned char)*entry->text < (unsigned char)*text.at;
	size_t length = text.length < sizeof(entry->text) ? text.length : sizeof(entry->text);
	int order = length ? memcmp(entry->text, text.at, length) : 0;
	return order ? order < 0 : length < text.length;
}

/* Index of the first table entry that does not come before (domain, text). */
static size_t lower_bound(enum alias_domain domain, struct span text)
{
	size_t low = 0;
	size_t high = alias_table_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (comes_before(&alias_table[middle], domain, text))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_entry(size_t index, enum alias_domain domain, struct span folded)
{
	return index < alias_table_count && alias_table[index].domain == domain &&
	       span_is(folded, alias_table[index].text);
}

struct alias_range alias_matches(enum alias_domain domain, struct span folded)
{
	size_t start = lower_bound(domain, folded);
	size_t end = start;
	while (is_entry(end, domain, folded))
		end++;
	return (struct alias_range){ alias_table + start, end - start };
}

bool alias_is_among(const struct aliases *aliases, enum alias_domain domain, struct span folded,
	struct alias_range matches, const char *term)
{
	for (size_t i = 0; i < aliases->own_count; i++) {
		const struct alias *own = &aliases->own[i];
		if (own->domain == domain && strcmp(own->term, term) == 0 && span_is(folded, own->text))
			return true;
	}
	for (size_t i = 0; i < matches.count; i++)
		if (strcmp(matches.items[i].term, term) == 0)
			return true;
	return false;
}

bool alias_is(const struct aliases *aliases, enum alias_domain domain, struct span folded, const char *term)
{
	return alias_is_among(aliases, domain, folded, alias_matches(domain, folded), term);
}

const char *alias_term(const struct aliases *aliases, enum alias_domain domain, struct span folded)
{
	for (size_t i = 0; i < aliases->own_count; i++)
		if (aliases->own[i].domain == domain && span_is(folded, aliases->own[i].text))
			return aliases->own[i].term;
	size_t i = lower_bound(domain, folded);
	return is_entry(i, domain, folded) ? alias_table[i].term : NULL;
}

struct alias_range alias_range(enum alias_domain domain)
{
	size_t start = lower_bound(domain, SPAN_NONE);
	size_t end = lower_bound((enum alias_domain)(domain + 1), SPAN_NONE);
	return (struct alias_range){ alias_table + start, end - start };
}

/* Whether a word of an alphabet may end (or begin) between these two bytes. Other scripts have no spaces: anywhere. */
static bool is_boundary(struct span text, size_t offset)
{
	return offset == 0 || offset >= text.length || !ascii_is_alphanumeric(text.at[offset - 1]) ||
	       !ascii_is_alphanumeric(text.at[offset]);
}

static bool stands_at(struct span text, size_t offset, const char *word)
{
	size_t length = strlen(word);
	return length && span_starts_with(span_from(text, offset), word) && is_boundary(text, offset + length);
}

struct longest {
	const char *term;
	size_t length;
};

static void keep_longest(struct longest *longest, const char *word, const char *term, struct span text, size_t offset)
{
	if (strlen(word) > longest->length && stands_at(text, offset, word))
		*longest = (struct longest){ term, strlen(word) };
}

const char *alias_find_in(
	const struct aliases *aliases, enum alias_domain domain, struct span folded, struct span *found)
{
	size_t end = lower_bound((enum alias_domain)(domain + 1), SPAN_NONE);
	for (size_t offset = 0; offset < folded.length; offset++) {
		bool inside_character = ((unsigned char)folded.at[offset] & 0xC0) == 0x80;
		if (inside_character || !is_boundary(folded, offset))
			continue;
		struct longest longest = { NULL, 0 };
		for (size_t i = 0; i < aliases->own_count; i++)
			if (aliases->own[i].domain == domain)
				keep_longest(&longest, aliases->own[i].text, aliases->own[i].term, folded, offset);
		/* The table is sorted: only those that begin with this byte can stand here. */
		char first = folded.at[offset];
		for (size_t i = lower_bound(domain, span_slice(folded, offset, 1));
			i < end && *alias_table[i].text == first; i++)
			keep_longest(&longest, alias_table[i].text, alias_table[i].term, folded, offset);
		if (longest.term) {
			*found = span_slice(folded, offset, longest.length);
			return longest.term;
		}
	}
	return NULL;
}

struct nearest_term {
	struct span folded;
	size_t least;
	const char *term;
};

static void keep_nearest(struct nearest_term *nearest, const char *word, const char *term)
{
	size_t distance = text_distance(nearest->folded, span_of(word));
	if (distance >= nearest->least)
		return;
	nearest->least = distance;
	nearest->term = term;
}

const char *alias_nearest(const struct aliases *aliases, enum alias_domain domain, struct span folded)
{
	struct nearest_term nearest = { folded, folded.length / 3 + 1, NULL };
	struct alias_range range = alias_range(domain);
	for (size_t i = 0; i < range.count; i++)
		keep_nearest(&nearest, range.items[i].text, range.items[i].term);
	for (size_t i = 0; i < aliases->own_count; i++)
		if (aliases->own[i].domain == domain)
			keep_nearest(&nearest, aliases->own[i].text, aliases->own[i].term);
	return nearest.term;
}
