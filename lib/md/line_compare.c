#include "md/line_compare.h"

/* Memory is in proportion to the square of it. */
enum { MOST_CHANGES = 1000 };

static size_t line_length(struct span text)
{
	size_t length = span_find_byte(text, '\n');
	return length < text.length ? length + 1 : length;
}

static struct line_side split(struct arena *arena, struct span text)
{
	struct line_side side = { .count = 0 };
	for (struct span rest = text; rest.length; rest = span_from(rest, line_length(rest)))
		side.count++;
	side.lines = arena_new_array(arena, side.count, struct span);
	side.changed = arena_new_array(arena, side.count, bool);
	size_t i = 0;
	for (struct span rest = text; rest.length; rest = span_from(rest, line_length(rest)))
		side.lines[i++] = span_slice(rest, 0, line_length(rest));
	return side;
}

/* What lies between the common start and the common end, and how far each diagonal was followed by each number of
 * changes: row `d` holds diagonals -d … d. */
struct search {
	struct arena *arena;
	const struct span *before;
	const struct span *after;
	long before_count;
	long after_count;
	long *reached[MOST_CHANGES + 1];
};

/* Lines of `before` passed on diagonal k (lines of before minus lines of after) with d changes. A count beyond the end
 * is never on the way to the goal. */
static long reached(const struct search *search, long d, long k)
{
	return search->reached[d][k + d];
}

static bool comes_from_above(const struct search *search, long d, long k)
{
	return k == -d || (k != d && reached(search, d - 1, k - 1) < reached(search, d - 1, k + 1));
}

static long follow(const struct search *search, long d, long k)
{
	long x = 0;
	if (d > 0)
		x = comes_from_above(search, d, k) ? reached(search, d - 1, k + 1) : reached(search, d - 1, k - 1) + 1;
	while (x < search->before_count && x - k < search->after_count &&
		span_equal(search->before[x], search->after[x - k]))
		x++;
	return x;
}

/* The number of changes, or -1 when there are too many. */
static long count_changes(struct search *search)
{
	long goal = search->before_count - search->after_count;
	for (long d = 0; d <= MOST_CHANGES; d++) {
		search->reached[d] = arena_new_array(search->arena, (size_t)(2 * d + 1), long);
		for (long k = -d; k <= d; k += 2)
			search->reached[d][k + d] = follow(search, d, k);
		bool on_diagonal = goal >= -d && goal <= d && (goal - d) % 2 == 0;
		if (on_diagonal && reached(search, d, goal) >= search->before_count)
			return d;
	}
	return -1;
}

static void mark_changes(const struct search *search, long changes, bool *before, bool *after)
{
	long k = search->before_count - search->after_count;
	for (long d = changes; d > 0; d--) {
		if (comes_from_above(search, d, k)) {
			k++;
			after[reached(search, d - 1, k) - k] = true;
		} else {
			k--;
			before[reached(search, d - 1, k)] = true;
		}
	}
}

static void mark_all(bool *changed, long count)
{
	for (long i = 0; i < count; i++)
		changed[i] = true;
}

struct comparison compare_lines(struct arena *arena, struct span before, struct span after)
{
	struct comparison both = { split(arena, before), split(arena, after) };
	size_t a = both.before.count;
	size_t b = both.after.count;
	size_t start = 0;
	while (start < a && start < b && span_equal(both.before.lines[start], both.after.lines[start]))
		start++;
	while (a > start && b > start && span_equal(both.before.lines[a - 1], both.after.lines[b - 1])) {
		a--;
		b--;
	}
	struct search *search = arena_new(arena, struct search);
	search->arena = arena;
	search->before = both.before.lines + start;
	search->after = both.after.lines + start;
	search->before_count = (long)(a - start);
	search->after_count = (long)(b - start);
	long changes = count_changes(search);
	if (changes >= 0) {
		mark_changes(search, changes, both.before.changed + start, both.after.changed + start);
	} else {
		mark_all(both.before.changed + start, search->before_count);
		mark_all(both.after.changed + start, search->after_count);
	}
	return both;
}
