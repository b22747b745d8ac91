#include "search/rank.h"

#include "model/note_head.h"

#include <assert.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

/* Where a hit stands. */
enum place { PLACE_TEXT, PLACE_HEADING, PLACE_TITLE, PLACE_NAME, PLACE_COUNT };

static const long long place_weights[PLACE_COUNT] = { 1, 3, 5, 5 };

/* In quarters: the beginning of a longer word counts less than the word. */
enum { WHOLE = 4, BEGINNING = 3 };

/* BM25's k1 = 1.2 and b = 0.75, and a note's length, in parts of the usual one. */
enum { USUAL_LENGTH = 256, MOST_LENGTH = 64 * USUAL_LENGTH, MOST_FREQUENCY = 4096 };

/* Words so many bytes apart add half of what they do side by side. */
enum { HALF_CLOSE = 64 };

struct ranking {
	struct arena *arena;
	const struct search_query *query;
	const struct search_totals *totals;
	long long rarity[SEARCH_MOST_TERMS];
	struct search_lines lines;
	size_t capacity;
};

/* --- how rare ---------------------------------------------------------------------------------------------------- */

/* The binary logarithm of a / b, with a ≥ b > 0 and a below 2^32, in 65536ths: bit by bit, by squaring. */
static long long logarithm(unsigned long long a, unsigned long long b)
{
	enum { DIGITS = 16, MANTISSA = 30 };
	long long result = 0;
	while (a / 2 >= b) {
		b *= 2;
		result++;
	}
	unsigned long long mantissa = (a << MANTISSA) / b;
	for (int i = 0; i < DIGITS; i++) {
		mantissa = (mantissa * mantissa) >> MANTISSA;
		bool one = mantissa >> (MANTISSA + 1);
		mantissa >>= one;
		result = 2 * result + one;
	}
	return result;
}

/* log2(1 + (N - n + 0.5) / (n + 0.5)), which is log2((2 N + 2) / (2 n + 1)). */
long long search_rarity(long long notes, long long holding)
{
	assert(holding >= 0 && holding <= notes && notes < (1LL << 31) - 1);
	long long bits = logarithm((unsigned long long)(2 * notes + 2), (unsigned long long)(2 * holding + 1));
	long long rarity = bits * SEARCH_BIT >> 16;
	return rarity > 0 ? rarity : 1;
}

/* --- lines and their places -------------------------------------------------------------------------------------- */

static bool ends_line(char byte)
{
	return byte == '\n' || byte == '\r';
}

static struct span line_at(struct span bytes, size_t offset)
{
	size_t start = offset;
	while (start > 0 && !ends_line(bytes.at[start - 1]))
		start--;
	struct span rest = span_from(bytes, start);
	struct span line = SPAN_NONE;
	span_next_line(&rest, &line);
	return line;
}

unsigned search_line_number(const struct search_line *line)
{
	struct span rest = line->note->bytes;
	struct span before;
	unsigned number = 0;
	do
		number++;
	while (span_next_line(&rest, &before) && before.at < line->text.at);
	return number;
}

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

/* A line below made of nothing but the mark makes a heading of a line with text. */
static bool is_underlined(struct span body, struct span line, char mark)
{
	struct span rest = span_from(body, (size_t)(line.at + line.length - body.at));
	struct span below = SPAN_NONE;
	span_next_line(&rest, &below);
	if (!span_next_line(&rest, &below))
		return false;
	below = span_trim_end(below);
	size_t marks = 0;
	while (marks < below.length && below.at[marks] == mark)
		marks++;
	return marks > 1 && marks == below.length;
}

/* `body` is what stands behind the front matter. */
static enum place place_of(struct span body, struct span line)
{
	if (line.at < body.at)
		return PLACE_TEXT;
	int level = heading_level(line);
	if (level == 1 || is_underlined(body, line, '='))
		return PLACE_TITLE;
	return level > 1 || is_underlined(body, line, '-') ? PLACE_HEADING : PLACE_TEXT;
}

static struct span body_of(struct span bytes)
{
	note_cut_front_matter(&bytes);
	return bytes;
}

/* --- a note ------------------------------------------------------------------------------------------------------ */

/* In quarters of a word. */
static long long weight(const struct search_hit *hit, enum place place)
{
	return place_weights[place] * (hit->whole ? WHOLE : BEGINNING);
}

static void count_name(const struct search_note *note, long long frequencies[SEARCH_MOST_TERMS])
{
	for (size_t i = 0; i < note->name_hit_count; i++)
		frequencies[note->name_hits[i].term] += weight(&note->name_hits[i], PLACE_NAME);
}

/* The length in parts of the usual one. */
static long long relative_length(const struct ranking *ranking, const struct search_note *note)
{
	long long usual = ranking->totals->bytes / ranking->totals->notes + 1;
	long long length = (long long)note->bytes.length * USUAL_LENGTH / usual;
	return length < MOST_LENGTH ? length : MOST_LENGTH;
}

/* f (k1 + 1) / (f + k1 (1 - b + b length)), with f in quarters and the length in 256ths. */
static long long saturated(long long rarity, long long frequency, long long length)
{
	if (frequency > MOST_FREQUENCY)
		frequency = MOST_FREQUENCY;
	return rarity * 22 * USUAL_LENGTH * frequency /
	       (10 * USUAL_LENGTH * frequency + 12 * USUAL_LENGTH + 36 * length);
}

/* The latest hit of each term, as a note is gone through. */
struct stretch {
	const struct search_hit *last[SEARCH_MOST_TERMS];
	size_t terms;
};

static void move_on(struct stretch *stretch, const struct search_hit *hit)
{
	stretch->terms += !stretch->last[hit->term];
	stretch->last[hit->term] = hit;
}

/* The bytes of the stretch that are in none of its hits. */
static long long gap_of(const struct stretch *stretch)
{
	size_t start = SIZE_MAX;
	size_t end = 0;
	size_t words = 0;
	for (size_t i = 0; i < SEARCH_MOST_TERMS; i++) {
		const struct search_hit *hit = stretch->last[i];
		if (!hit)
			continue;
		start = hit->offset < start ? hit->offset : start;
		end = hit->offset + hit->length > end ? hit->offset + hit->length : end;
		words += hit->length;
	}
	return end - start > words ? (long long)(end - start - words) : 0;
}

/* What words add to each other that stand close: all of it side by side, half of it HALF_CLOSE bytes apart. The
 * smallest stretch counts that holds each wanted term of the text. */
static long long closeness(const struct ranking *ranking, const struct search_note *note)
{
	struct stretch whole = { .terms = 0 };
	struct stretch stretch = { .terms = 0 };
	long long worth = 0;
	long long best = LLONG_MAX - HALF_CLOSE;
	for (size_t i = 0; i < note->hit_count; i++)
		move_on(&whole, &note->hits[i]);
	for (size_t i = 0; i < note->hit_count; i++) {
		move_on(&stretch, &note->hits[i]);
		long long gap = stretch.terms == whole.terms ? gap_of(&stretch) : best;
		best = gap < best ? gap : best;
	}
	for (size_t i = 0; i < ranking->query->wanted_count; i++)
		worth += whole.last[i] ? ranking->rarity[i] : 0;
	return whole.terms > 1 ? worth * HALF_CLOSE / (HALF_CLOSE + best) : 0;
}

static long long note_score(
	const struct ranking *ranking, const struct search_note *note, const long long frequencies[SEARCH_MOST_TERMS])
{
	long long length = relative_length(ranking, note);
	long long score = closeness(ranking, note);
	for (size_t i = 0; i < ranking->query->wanted_count; i++)
		score += saturated(ranking->rarity[i], frequencies[i], length);
	return score;
}

/* --- its lines --------------------------------------------------------------------------------------------------- */

/* What the line holds itself: each term once, where it weighs most. */
static long long line_score(const struct ranking *ranking, const struct search_line *line, enum place place)
{
	long long best[SEARCH_MOST_TERMS] = { 0 };
	long long score = 0;
	for (size_t i = 0; i < line->hit_count; i++) {
		const struct search_hit *hit = &line->hits[i];
		long long worth = ranking->rarity[hit->term] * weight(hit, place) / WHOLE;
		if (worth > best[hit->term]) {
			score += worth - best[hit->term];
			best[hit->term] = worth;
		}
	}
	return score;
}

static void add_line(struct ranking *ranking, struct search_line line)
{
	struct search_lines *lines = &ranking->lines;
	lines->items =
		arena_grow(ranking->arena, lines->items, lines->count, &ranking->capacity, sizeof(*lines->items));
	lines->items[lines->count++] = line;
}

/* Adds the lines of the note by what they hold themselves, and counts its terms. */
static void add_lines(struct ranking *ranking, const struct search_note *note, long long frequencies[SEARCH_MOST_TERMS])
{
	struct span body = body_of(note->bytes);
	for (size_t i = 0, next = 0; i < note->hit_count; i = next) {
		struct search_line line = { .note = note, .hits = &note->hits[i] };
		line.text = line_at(note->bytes, note->hits[i].offset);
		enum place place = place_of(body, line.text);
		size_t end = (size_t)(line.text.at + line.text.length - note->bytes.at);
		for (next = i; next < note->hit_count && note->hits[next].offset < end; next++)
			frequencies[note->hits[next].term] += weight(&note->hits[next], place);
		line.hit_count = next - i;
		line.score = line_score(ranking, &line, place);
		add_line(ranking, line);
	}
}

/* The line that a note is shown by. */
static struct span title_line(struct span bytes)
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

static void rank_note(struct ranking *ranking, const struct search_note *note)
{
	long long frequencies[SEARCH_MOST_TERMS] = { 0 };
	size_t first = ranking->lines.count;
	count_name(note, frequencies);
	add_lines(ranking, note, frequencies);
	if (ranking->lines.count == first)
		add_line(ranking, (struct search_line){ .note = note, .text = title_line(note->bytes) });
	long long score = note_score(ranking, note, frequencies);
	for (size_t i = first; i < ranking->lines.count; i++)
		ranking->lines.items[i].score += score;
}

static int compare_lines(const void *left, const void *right)
{
	const struct search_line *a = left;
	const struct search_line *b = right;
	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	if (a->note != b->note)
		return a->note < b->note ? -1 : 1;
	return (a->text.at > b->text.at) - (a->text.at < b->text.at);
}

struct search_lines search_rank(struct arena *arena, const struct search_query *query,
	const struct search_totals *totals, const struct search_note *notes, size_t count)
{
	struct ranking ranking = { .arena = arena, .query = query, .totals = totals };
	for (size_t i = 0; i < query->wanted_count; i++)
		ranking.rarity[i] = search_rarity(totals->notes, totals->holding[i]);
	for (size_t i = 0; i < count; i++)
		rank_note(&ranking, &notes[i]);
	if (ranking.lines.count > 1)
		qsort(ranking.lines.items, ranking.lines.count, sizeof(*ranking.lines.items), compare_lines);
	return ranking.lines;
}
