#include "search/rank.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

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
	size_t most;
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

/* --- a note ------------------------------------------------------------------------------------------------------ */

/* The length in parts of the usual one. */
static long long relative_length(const struct ranking *ranking, const struct search_note *note)
{
	long long usual = ranking->totals->bytes / ranking->totals->notes + 1;
	long long length = (long long)note->length * USUAL_LENGTH / usual;
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

/* What the words of the text add to each other that stand close: all of it side by side, half of it HALF_CLOSE bytes
 * apart. */
static long long closeness(const struct ranking *ranking, const struct search_note *note)
{
	long long worth = 0;
	bool several = note->terms & (note->terms - 1);
	for (size_t i = 0; i < ranking->query->wanted_count; i++)
		worth += note->terms >> i & 1 ? ranking->rarity[i] : 0;
	return several ? worth * HALF_CLOSE / (HALF_CLOSE + (long long)note->gap) : 0;
}

static long long note_score(const struct ranking *ranking, const struct search_note *note)
{
	long long length = relative_length(ranking, note);
	long long score = closeness(ranking, note);
	for (size_t i = 0; i < ranking->query->wanted_count; i++)
		score += saturated(ranking->rarity[i], note->frequencies[i], length);
	return score;
}

/* What the line holds itself: each term once, where it weighs most. */
static long long line_score(const struct ranking *ranking, const struct search_line *line)
{
	long long best[SEARCH_MOST_TERMS] = { 0 };
	long long score = 0;
	for (size_t i = 0; i < line->hit_count; i++) {
		const struct search_hit *hit = &line->hits[i];
		long long worth = ranking->rarity[hit->term] * search_weight(hit, line->place) / SEARCH_WORD;
		if (worth > best[hit->term]) {
			score += worth - best[hit->term];
			best[hit->term] = worth;
		}
	}
	return score;
}

/* --- the best lines ---------------------------------------------------------------------------------------------- */

static int compare_lines(const void *left, const void *right)
{
	const struct search_line *a = *(const struct search_line *const *)left;
	const struct search_line *b = *(const struct search_line *const *)right;
	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	if (a->note != b->note)
		return a->note < b->note ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

/* Sorts the lines, and lets go of those behind the best. */
static void keep_best(struct ranking *ranking)
{
	struct search_lines *lines = &ranking->lines;
	if (lines->count > 1)
		qsort(lines->items, lines->count, sizeof(*lines->items), compare_lines);
	if (lines->count > ranking->most)
		lines->count = ranking->most;
}

static void add_line(struct ranking *ranking, const struct search_line *line)
{
	struct search_lines *lines = &ranking->lines;
	if (lines->count == 2 * ranking->most)
		keep_best(ranking);
	lines->items =
		arena_grow(ranking->arena, lines->items, lines->count, &ranking->capacity, sizeof(*lines->items));
	lines->items[lines->count++] = line;
	lines->total++;
}

static void rank_note(struct ranking *ranking, const struct search_note *note)
{
	long long score = note_score(ranking, note);
	for (struct search_line *line = note->lines; line; line = line->next) {
		line->note = note;
		line->score = score + line_score(ranking, line);
		add_line(ranking, line);
	}
}

struct search_lines search_rank(struct arena *arena, const struct search_query *query,
	const struct search_totals *totals, const struct search_note *notes, size_t count, size_t most)
{
	struct ranking ranking = { .arena = arena, .query = query, .totals = totals, .most = most };
	for (size_t i = 0; i < query->wanted_count; i++)
		ranking.rarity[i] = search_rarity(totals->notes, totals->holding[i]);
	for (size_t i = 0; i < count; i++)
		rank_note(&ranking, &notes[i]);
	keep_best(&ranking);
	return ranking.lines;
}
