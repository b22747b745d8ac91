#include "md/merge_parts.h"

/* What two pieces have in common, the surest first. */
enum likeness {
	LIKE_ALL,   /* the same text */
	LIKE_WORDS, /* the same key and words, other figures */
	LIKE_KEY,   /* the same key; of several, the one whose words begin most alike */
	LIKE_TASK,  /* the same task, ticked or with other fields; not where each has an id of its own */
};

/* --- matchings --- */

static int *partners(struct arena *arena, size_t count)
{
	int *list = arena_new_array(arena, count, int);
	for (size_t i = 0; i < count; i++)
		list[i] = NONE;
	return list;
}

struct matching matching_new(struct arena *arena, size_t left_count, size_t right_count)
{
	return (struct matching){ partners(arena, left_count), partners(arena, right_count), left_count, right_count };
}

void matching_join(struct matching *matching, size_t left, size_t right)
{
	matching->left[left] = (int)right;
	matching->right[right] = (int)left;
}

struct matching matching_of_new(struct arena *arena, const struct matches *matches)
{
	const struct matching *theirs = &matches->base_theirs;
	const struct matching *ours = &matches->base_ours;
	struct matching matching = matching_new(arena, theirs->right_count, ours->right_count);
	for (size_t i = 0; i < theirs->right_count; i++)
		if (theirs->right[i] != NONE)
			matching.left[i] = ELSEWHERE;
	for (size_t i = 0; i < ours->right_count; i++)
		if (ours->right[i] != NONE)
			matching.right[i] = ELSEWHERE;
	return matching;
}

int matches_theirs_of(const struct matches *matches, size_t ours)
{
	int base = matches->base_ours.right[ours];
	return base == NONE ? matches->theirs_ours.right[ours] : matches->base_theirs.left[base];
}

int matches_ours_of(const struct matches *matches, size_t theirs)
{
	int base = matches->base_theirs.right[theirs];
	return base == NONE ? matches->theirs_ours.left[theirs] : matches->base_ours.left[base];
}

/* --- pieces --- */

static size_t common_start(struct span a, struct span b)
{
	size_t length = 0;
	while (length < a.length && length < b.length && a.at[length] == b.at[length])
		length++;
	return length;
}

static size_t common_end(struct span a, struct span b)
{
	size_t length = 0;
	while (length < a.length && length < b.length && a.at[a.length - 1 - length] == b.at[b.length - 1 - length])
		length++;
	return length;
}

/* 0 where they are not alike enough, else more for a better match. */
static size_t score(const struct piece *a, const struct piece *b, enum likeness likeness)
{
	if (likeness == LIKE_ALL)
		return pieces_equal(a, b);
	if (likeness == LIKE_TASK)
		return a->task.length && span_equal(a->task, b->task) && !(a->is_unique && b->is_unique);
	if (a->kind != b->kind || !span_equal(a->key, b->key))
		return 0;
	if (likeness == LIKE_WORDS)
		return span_equal(a->words, b->words);
	return 1 + common_start(a->words, b->words);
}

static int best_partner(const struct piece_list *left, const struct matching *matching, const struct piece *piece,
	enum likeness likeness)
{
	int best = NONE;
	size_t best_score = 0;
	for (size_t i = 0; i < left->count; i++) {
		size_t points = matching->left[i] == NONE ? score(&left->items[i], piece, likeness) : 0;
		if (points > best_score) {
			best = (int)i;
			best_score = points;
		}
	}
	return best;
}

static void match_alike(struct matching *matching, const struct piece_list *left, const struct piece_list *right,
	enum likeness likeness)
{
	for (size_t i = 0; i < right->count; i++) {
		if (matching->right[i] != NONE)
			continue;
		int partner = best_partner(left, matching, &right->items[i], likeness);
		if (partner != NONE)
			matching_join(matching, (size_t)partner, i);
	}
}

static struct matching match_versions(
	struct arena *arena, const struct piece_list *left, const struct piece_list *right)
{
	struct matching matching = matching_new(arena, left->count, right->count);
	match_alike(&matching, left, right, LIKE_ALL);
	match_alike(&matching, left, right, LIKE_WORDS);
	match_alike(&matching, left, right, LIKE_KEY);
	return matching;
}

/* Both sides added the same text, or the same action or entry, which can be there only once. */
static void match_new_pieces(struct matching *matching, const struct piece_list *theirs, const struct piece_list *ours)
{
	match_alike(matching, theirs, ours, LIKE_ALL);
	for (size_t i = 0; i < ours->count; i++) {
		if (matching->right[i] != NONE || !ours->items[i].is_unique)
			continue;
		int partner = best_partner(theirs, matching, &ours->items[i], LIKE_KEY);
		if (partner != NONE)
			matching_join(matching, (size_t)partner, i);
	}
	match_alike(matching, theirs, ours, LIKE_TASK);
}

bool words_reworded(struct span a, struct span b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	return shorter > 0 && 2 * (common_start(a, b) + common_end(a, b)) >= shorter;
}

static bool is_reworded(const struct piece *a, const struct piece *b)
{
	return a->kind == b->kind && words_reworded(a->words, b->words);
}

/* A piece whose key the person changed stands where it stood: behind the piece it stood behind. */
static void match_reworded(struct matches *matches, const struct piece_list *base, const struct piece_list *ours)
{
	struct matching *matching = &matches->base_ours;
	for (size_t i = 0; i < base->count; i++) {
		int before = i ? matching->left[i - 1] : NONE;
		size_t place = (size_t)(before + 1);
		if (matching->left[i] != NONE || (i && before == NONE) || place >= ours->count)
			continue;
		bool free = matching->right[place] == NONE && matches->theirs_ours.right[place] == NONE;
		if (free && is_reworded(&base->items[i], &ours->items[place])) {
			matching_join(matching, i, place);
			matches->theirs_ours.right[place] = ELSEWHERE;
		}
	}
}

/* --- by place --- */

/* What has no partner between two neighbours on the left and between their partners on the right. */
struct stretch {
	size_t left;
	size_t left_end;
	size_t right;
	size_t right_end;
};

static size_t next_joined(const int *side, size_t from, size_t count)
{
	while (from < count && side[from] < 0)
		from++;
	return from;
}

/* The stretch that begins at `left`, empty on the right where the neighbours there are others. */
static struct stretch stretch_at(const struct matching *matching, size_t left)
{
	struct stretch stretch = { .left = left, .left_end = next_joined(matching->left, left, matching->left_count) };
	stretch.right = left ? (size_t)matching->left[left - 1] + 1 : 0;
	stretch.right_end = next_joined(matching->right, stretch.right, matching->right_count);
	bool last = stretch.left_end == matching->left_count;
	size_t expected = last ? matching->right_count : (size_t)matching->left[stretch.left_end];
	if (stretch.right_end != expected)
		stretch.right_end = stretch.right;
	return stretch;
}

void matching_join_by_place(
	struct matching *matching, bool (*may_pair)(const void *lists, size_t left, size_t right), const void *lists)
{
	struct stretch stretch = { .left_end = 0 };
	for (size_t left = 0; left <= matching->left_count; left = stretch.left_end + 1) {
		stretch = stretch_at(matching, left);
		for (size_t l = stretch.left; l < stretch.left_end; l++)
			for (size_t r = stretch.right; r < stretch.right_end && matching->left[l] == NONE; r++)
				if (matching->right[r] == NONE && may_pair(lists, l, r))
					matching_join(matching, l, r);
	}
}

struct changed_pieces {
	const struct piece_list *base;
	const struct piece_list *theirs;
	const struct matching *theirs_ours;
};

/* An action or entry with another name is another one; and what the person wrote as well is theirs already. */
static bool pieces_may_pair(const void *lists, size_t base, size_t theirs)
{
	const struct changed_pieces *changed = lists;
	const struct piece *a = &changed->base->items[base];
	const struct piece *b = &changed->theirs->items[theirs];
	return a->group == b->group && !(a->is_unique && b->is_unique) && changed->theirs_ours->left[theirs] == NONE;
}

static bool pieces_reworded(const void *lists, size_t base, size_t theirs)
{
	const struct changed_pieces *changed = lists;
	return pieces_may_pair(lists, base, theirs) &&
	       is_reworded(&changed->base->items[base], &changed->theirs->items[theirs]);
}

void matches_settle(struct matches *matches)
{
	for (size_t i = 0; i < matches->base_theirs.right_count; i++)
		if (matches->base_theirs.right[i] != NONE)
			matches->theirs_ours.left[i] = ELSEWHERE;
}

/* From base to theirs is one edit of one text: what stands in the same place is the same, in other words. */
static void match_by_place(struct matches *matches, const struct piece_list *base, const struct piece_list *theirs)
{
	struct changed_pieces changed = { base, theirs, &matches->theirs_ours };
	matching_join_by_place(&matches->base_theirs, pieces_reworded, &changed);
	matching_join_by_place(&matches->base_theirs, pieces_may_pair, &changed);
	matches_settle(matches);
}

struct matches match_pieces(struct arena *arena, enum merge_purpose purpose, const struct piece_list *base,
	const struct piece_list *ours, const struct piece_list *theirs)
{
	struct matches matches = {
		.base_ours = match_versions(arena, base, ours),
		.base_theirs = match_versions(arena, base, theirs),
	};
	matches.theirs_ours = matching_of_new(arena, &matches);
	match_new_pieces(&matches.theirs_ours, theirs, ours);
	if (purpose == MERGE_TAKE_BACK)
		match_by_place(&matches, base, theirs);
	match_reworded(&matches, base, ours);
	return matches;
}
