#include "md/merge_outline.h"

#include "codec/utf8.h"

static struct span path_below(struct arena *arena, const struct merge_outline *outline, int parent, struct span name)
{
	if (parent < 0 || outline->items[parent].section.level < 2)
		return name;
	struct span above = text_joined(arena, outline->items[parent].path, SPAN("\n"));
	return text_joined(arena, above, name);
}

struct merge_outline outline_read(struct arena *arena, const struct document *document)
{
	struct merge_outline outline = { NULL, 0 };
	if (!document)
		return outline;
	struct section_list sections = document_sections(arena, document);
	outline.items = arena_new_array(arena, sections.count, struct outlined);
	for (; outline.count < sections.count; outline.count++) {
		struct section *section = &sections.items[outline.count];
		struct outlined *outlined = &outline.items[outline.count];
		outlined->section = *section;
		outlined->name = utf8_fold_title(arena, section->title);
		outlined->path = path_below(arena, &outline, section->parent, outlined->name);
	}
	return outline;
}

/* --- matching --- */

static bool same_path(const struct outlined *a, const struct outlined *b)
{
	bool level_alike = (a->section.level == 0) == (b->section.level == 0);
	return level_alike && span_equal(a->path, b->path);
}

static bool same_name(const struct outlined *a, const struct outlined *b)
{
	return a->section.level && b->section.level && span_equal(a->name, b->name);
}

static bool both_titles(const struct outlined *a, const struct outlined *b)
{
	return a->section.level == 1 && b->section.level == 1;
}

static bool is_only_one(const struct merge_outline *outline, size_t index)
{
	for (size_t i = 0; i < outline->count; i++)
		if (i != index && same_name(&outline->items[i], &outline->items[index]))
			return false;
	return true;
}

static void match_by(struct matching *matching, const struct merge_outline *left, const struct merge_outline *right,
	bool (*alike)(const struct outlined *, const struct outlined *))
{
	for (size_t l = 0; l < left->count; l++) {
		for (size_t r = 0; r < right->count && matching->left[l] == NONE; r++) {
			if (matching->right[r] != NONE || !alike(&left->items[l], &right->items[r]))
				continue;
			if (alike != same_name || (is_only_one(left, l) && is_only_one(right, r)))
				matching_join(matching, l, r);
		}
	}
}

static void match_versions(
	struct matching *matching, const struct merge_outline *left, const struct merge_outline *right)
{
	match_by(matching, left, right, same_path);
	match_by(matching, left, right, same_name);
	match_by(matching, left, right, both_titles);
}

struct changed_outlines {
	const struct merge_outline *base;
	const struct merge_outline *theirs;
	const struct matching *theirs_ours;
};

static bool sections_reworded(const void *lists, size_t base, size_t theirs)
{
	const struct changed_outlines *changed = lists;
	const struct outlined *a = &changed->base->items[base];
	const struct outlined *b = &changed->theirs->items[theirs];
	return a->section.level == b->section.level && changed->theirs_ours->left[theirs] == NONE &&
	       words_reworded(a->name, b->name);
}

static void match_by_place(
	struct matches *matches, const struct merge_outline *base, const struct merge_outline *theirs)
{
	struct changed_outlines changed = { base, theirs, &matches->theirs_ours };
	matching_join_by_place(&matches->base_theirs, sections_reworded, &changed);
	matches_settle(matches);
}

struct matches match_outlines(struct arena *arena, enum merge_purpose purpose, const struct merge_outline *base,
	const struct merge_outline *ours, const struct merge_outline *theirs)
{
	struct matches matches = {
		.base_ours = matching_new(arena, base->count, ours->count),
		.base_theirs = matching_new(arena, base->count, theirs->count),
	};
	match_versions(&matches.base_ours, base, ours);
	match_versions(&matches.base_theirs, base, theirs);
	matches.theirs_ours = matching_of_new(arena, &matches);
	match_versions(&matches.theirs_ours, theirs, ours);
	if (purpose == MERGE_TAKE_BACK)
		match_by_place(&matches, base, theirs);
	return matches;
}
