#include "base/nearest.h"

#include "base/ascii.h"

#include <stdint.h>

enum { LONGEST = 64 };

static char plain(char byte)
{
	return byte == '-' ? '_' : ascii_lower(byte);
}

static bool same(struct span a, size_t at, struct span b, size_t there)
{
	return plain(a.at[at]) == plain(b.at[there]);
}

bool text_is_alike(struct span a, struct span b)
{
	size_t at = 0;
	while (at < a.length && at < b.length && same(a, at, b, at))
		at++;
	return at == a.length && at == b.length;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Fills `row`, the distances of a's first i bytes to each start of b, from the two rows before it. */
static void fill_row(struct span a, size_t i, struct span b, size_t *row, const size_t *before, const size_t *earlier)
{
	row[0] = i;
	for (size_t j = 1; j <= b.length; j++) {
		size_t change = before[j - 1] + !same(a, i - 1, b, j - 1);
		row[j] = smaller(change, smaller(before[j], row[j - 1]) + 1);
		if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1))
			row[j] = smaller(row[j], earlier[j - 2] + 1);
	}
}

size_t text_distance(struct span a, struct span b)
{
	size_t longer = a.length > b.length ? a.length : b.length;
	if (longer > LONGEST)
		return span_equal(a, b) ? 0 : longer;
	size_t rows[3][LONGEST + 1] = { { 0 } };
	for (size_t j = 0; j <= b.length; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a.length; i++)
		fill_row(a, i, b, rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
	return rows[a.length % 3][b.length];
}

struct nearest nearest_to(struct span text)
{
	return (struct nearest){ .text = text, .distance = SIZE_MAX };
}

void nearest_offer(struct nearest *nearest, const char *candidate)
{
	size_t distance = text_distance(nearest->text, span_of(candidate));
	if (distance < nearest->distance && distance <= nearest->text.length / 3) {
		nearest->best = candidate;
		nearest->distance = distance;
	}
}
