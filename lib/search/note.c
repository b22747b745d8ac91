#include "search/note.h"

#include "model/note_head.h"

#include <stdint.h>

static const long long place_weights[PLACE_COUNT] = { 1, 3, 5, 5 };

enum { BEGINNING = SEARCH_WORD - 1 };

long long search_weight(const struct search_hit *hit, enum search_place place)
{
	return place_weights[place] * (hit->whole ? SEARCH_WORD : BEGINNING);
}

/* --- places ------------------------------------------------------------------------------------------------------ */

/* `## Title`; 0 for none. */
static int heading_level(struct span line)
{
	int level = 0;
	line = span_slice(line, span_starts_with(line, "\xEF\xBB\xBF") ? 3 : 0, line.length);
	line = span_trim_start(line);
	while (span_skip(&line, "#"))
		level++;
	bool ended = !line.length || *line.at == ' ' || *line.at == '\t';
	return level <= 6 && ended ? level : 0;
}

/* A line below made of nothing but `=` or `-` makes a heading of a line with text: the mark, or '\0'. */
static char underline_of(struct span body, struct span line)
{
	struct span rest = span_from(body, (size_t)(line.at + line.length - body.at));
	struct span below = SPAN_NONE;
	span_next_line(&rest, &below);
	if (!rest.length || (*rest.at != '=' && *rest.at != '-'))
		return '\0';
	span_next_line(&rest, &below);
	below = span_trim_end(below);
	size_t marks = 0;
	while (marks < below.length && below.at[marks] == *below.at)
		marks++;
	return marks > 1 && marks == below.length ? *below.at : '\0';
}

/* `body` is what stands behind the front matter. */
static enum search_place place_of(struct span body, struct span line)
{
	if (line.at < body.at)
		return PLACE_TEXT;
	int level = heading_level(line);
	char underline = level == 1 ? '\0' : underline_of(body, line);
	if (level == 1 || underline == '=')
		return PLACE_TITLE;
	return level > 1 || underline == '-' ? PLACE_HEADING : PLACE_TEXT;
}

static struct span body_of(struct span bytes)
{
	note_cut_front_matter(&bytes);
	return bytes;
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* The hits of the line, by where they stand on it. */
static const struct search_hit *hits_of_line(
	struct arena *arena, const struct search_hit *hits, size_t count, size_t start)
{
	struct search_hit *copy = arena_new_array(arena, count, struct search_hit);
	for (size_t i = 0; i < count; i++) {
		copy[i] = hits[i];
		copy[i].offset -= start;
	}
	return copy;
}

/* Puts the lines with hits behind `lines`. */
static void add_lines(
	struct arena *arena, struct span bytes, const struct search_hits *hits, struct search_line **lines)
{
	struct span body = body_of(bytes);
	struct span rest = bytes;
	struct span text;
	unsigned number = 1;
	for (size_t i = 0; i < hits->count && span_next_line(&rest, &text); number++) {
		size_t first = i;
		size_t start = (size_t)(text.at - bytes.at);
		while (i < hits->count && hits->items[i].offset < start + text.length)
			i++;
		if (i == first)
			continue;
		struct search_line *line = arena_new(arena, struct search_line);
		*line = (struct search_line){ .text = arena_copy_span(arena, text),
			.hits = hits_of_line(arena, &hits->items[first], i - first, start),
			.hit_count = i - first,
			.number = number,
			.place = place_of(body, text) };
		*lines = line;
		lines = &line->next;
	}
}

static struct span title_of(struct span bytes)
{
	struct span body = body_of(bytes);
	struct span rest = body;
	struct span first = SPAN_NONE;
	struct span line;
	while (span_next_line(&rest, &line)) {
		if (span_is_blank(line))
			continue;
		if (place_of(body, line) == PLACE_TITLE)
			return line;
		if (!first.at)
			first = line;
	}
	return first.at ? first : span_slice(bytes, 0, 0);
}

static struct search_line *title_line(struct arena *arena, struct span bytes)
{
	struct span title = title_of(bytes);
	struct span rest = bytes;
	struct span before;
	struct search_line *line = arena_new(arena, struct search_line);
	line->text = arena_copy_span(arena, title);
	do
		line->number++;
	while (span_next_line(&rest, &before) && before.at < title.at);
	return line;
}

/* --- how often, how close ---------------------------------------------------------------------------------------- */

static const long long *frequencies_of(struct arena *arena, const struct search_query *query,
	const struct search_line *lines, const struct search_hits *name)
{
	long long *frequencies = arena_new_array(arena, query->wanted_count, long long);
	for (size_t i = 0; i < name->count; i++)
		frequencies[name->items[i].term] += search_weight(&name->items[i], PLACE_NAME);
	for (const struct search_line *line = lines; line; line = line->next)
		for (size_t i = 0; i < line->hit_count; i++)
			frequencies[line->hits[i].term] += search_weight(&line->hits[i], line->place);
	return frequencies;
}

static uint32_t terms_of(const struct search_hits *hits)
{
	uint32_t terms = 0;
	for (size_t i = 0; i < hits->count; i++)
		terms |= (uint32_t)1 << hits->items[i].term;
	return terms;
}

/* The latest hit of each term, as a note is gone through. */
struct stretch {
	const struct search_hit *last[SEARCH_MOST_TERMS];
	uint32_t terms;
};

/* The bytes of the stretch that are in none of its hits. */
static size_t gap_of(const struct stretch *stretch)
{
	size_t start = SIZE_MAX;
	size_t end = 0;
	size_t words = 0;
	for (unsigned i = 0; i < SEARCH_MOST_TERMS && stretch->terms >> i; i++) {
		const struct search_hit *hit = stretch->last[i];
		if (!hit)
			continue;
		start = hit->offset < start ? hit->offset : start;
		end = hit->offset + hit->length > end ? hit->offset + hit->length : end;
		words += hit->length;
	}
	return end - start > words ? end - start - words : 0;
}

static size_t smallest_gap(const struct search_hits *hits, uint32_t terms)
{
	struct stretch stretch = { .terms = 0 };
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < hits->count; i++) {
		const struct search_hit *hit = &hits->items[i];
		stretch.last[hit->term] = hit;
		stretch.terms |= (uint32_t)1 << hit->term;
		size_t gap = stretch.terms == terms ? gap_of(&stretch) : best;
		best = gap < best ? gap : best;
	}
	return best;
}

/* --- a note ------------------------------------------------------------------------------------------------------ */

struct search_note search_note_of(struct arena *arena, const struct search_query *query, const char *path,
	struct span bytes, const struct search_hits *text, const struct search_hits *name)
{
	struct search_note note = { .path = path, .length = bytes.length, .terms = terms_of(text) };
	add_lines(arena, bytes, text, &note.lines);
	note.frequencies = frequencies_of(arena, query, note.lines, name);
	note.gap = smallest_gap(text, note.terms);
	if (!note.lines)
		note.lines = title_line(arena, bytes);
	return note;
}
