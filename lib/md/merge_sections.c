#include "md/merge_outline.h"

#include "base/buffer.h"

/* A section of the result: its heading and own body as they will be written. */
struct chapter {
	struct span text;
	int level;
	int theirs;
	bool inserted;
	bool removed;
};

struct chapters {
	struct merge *merge;
	struct merge_outline base;
	struct merge_outline ours;
	struct merge_outline theirs;
	struct matches matches;
	struct chapter *items;
	size_t count;
};

static const struct section *section_at(const struct merge_outline *outline, int index)
{
	return index == NONE ? NULL : &outline->items[index].section;
}

static struct span heading_of(const struct document *document, const struct section *section)
{
	return span_slice(document->bytes, section->offset, section->body - section->offset);
}

static struct span whole(const struct document *document, const struct section *section)
{
	return span_slice(document->bytes, section->offset, section->own_end - section->offset);
}

static struct span joined(struct merge *merge, struct span heading, struct span body)
{
	if (text_is_open(heading) && body.length)
		heading = text_joined(merge->arena, heading, span_of(merge->ours->line_end));
	return text_joined(merge->arena, heading, body);
}

/* --- sections that ours has --- */

static bool headings_equal(const struct section *a, const struct section *b)
{
	return a->level == b->level && span_equal(a->title, b->title);
}

/* The heading's lines: theirs where the person left base's. */
static struct span merged_heading(
	struct merge *merge, const struct section *base, const struct section *ours, const struct section *theirs)
{
	struct span heading = heading_of(merge->ours, ours);
	if (!base || !theirs || headings_equal(base, theirs) || headings_equal(ours, theirs))
		return heading;
	if (headings_equal(base, ours))
		return merge_with_line_ends(merge, heading_of(merge->theirs, theirs));
	merge_add_note(
		merge, MERGE_KEPT_EDIT, text_without_end(heading), text_without_end(heading_of(merge->theirs, theirs)));
	return heading;
}

static bool is_untouched(const struct merge *merge, const struct section *base, const struct section *ours)
{
	struct span text = text_without_end(whole(merge->ours, ours));
	return texts_equal(text_without_end(whole(merge->base, base)), text);
}

static struct chapter chapter_of_ours(struct chapters *chapters, size_t index)
{
	struct merge *merge = chapters->merge;
	int of_base = chapters->matches.base_ours.right[index];
	int of_theirs = matches_theirs_of(&chapters->matches, index);
	const struct section *ours = &chapters->ours.items[index].section;
	const struct section *base = section_at(&chapters->base, of_base);
	const struct section *theirs = section_at(&chapters->theirs, of_theirs);
	struct chapter chapter = { .text = whole(merge->ours, ours), .level = ours->level, .theirs = of_theirs };
	if (!base && !theirs)
		return chapter;
	merge->section = ours->title;
	chapter.removed = base && !theirs && ours->level && is_untouched(merge, base, ours);
	struct span heading = merged_heading(merge, base, ours, theirs);
	/* What coach has not written there before, it only fills. */
	struct span body =
		base ? merge_section_body(merge, base, ours, theirs) : fill_section_body(merge, ours, theirs);
	chapter.text = joined(merge, heading, body);
	return chapter;
}

/* A heading stays as long as something stays below it. */
static void keep_parents(struct chapters *chapters)
{
	for (size_t i = chapters->count; i-- > 0;)
		for (size_t k = i + 1; k < chapters->count && chapters->items[k].level > chapters->items[i].level; k++)
			chapters->items[i].removed &= chapters->items[k].removed;
}

/* --- sections that are new --- */

static size_t find_chapter(const struct chapters *chapters, int theirs)
{
	for (size_t i = 0; i < chapters->count; i++)
		if (chapters->items[i].theirs == theirs && !chapters->items[i].removed)
			return i;
	return chapters->count;
}

/* Behind what theirs has before it and what the person has below that. */
static size_t place_of_new(const struct chapters *chapters, int theirs)
{
	size_t place = chapters->count;
	int level = chapters->theirs.items[theirs].section.level;
	for (int before = theirs - 1; before >= 0 && place == chapters->count; before--)
		place = find_chapter(chapters, before);
	if (place == chapters->count)
		return place;
	bool first = chapters->items[place++].level == 0;
	while (!first && place < chapters->count && chapters->items[place].level > level)
		place++;
	return place;
}

static void insert_chapter(struct chapters *chapters, int theirs)
{
	struct merge *merge = chapters->merge;
	const struct section *section = &chapters->theirs.items[theirs].section;
	size_t place = place_of_new(chapters, theirs);
	struct chapter *at = chapters->items + place;
	memmove(at + 1, at, (chapters->count++ - place) * sizeof(*at));
	struct span text = text_without_end(whole(merge->theirs, section));
	*at = (struct chapter){ merge_with_line_ends(merge, text), section->level, theirs, true, false };
}

/* False where the person deleted the section it would stand in. */
static bool has_place(const struct chapters *chapters, const struct section *section)
{
	int parent = section->parent;
	if (parent < 0 || chapters->theirs.items[parent].section.level < 2)
		return true;
	return find_chapter(chapters, parent) < chapters->count;
}

/* True where the section it would stand in is the person's own writing: without a base that is left as a whole. */
static bool is_below_own_words(const struct chapters *chapters, const struct section *section)
{
	const struct merge *merge = chapters->merge;
	if (merge->base || section->parent < 0)
		return false;
	int parent = matches_ours_of(&chapters->matches, (size_t)section->parent);
	if (parent == NONE || chapters->ours.items[parent].section.level < 2)
		return false;
	struct section own = chapters->ours.items[parent].section;
	own.end_block = own.own_end_block;
	return section_has_content(merge->ours, &own);
}

static void note_deleted_section(struct chapters *chapters, const struct section *base, const struct section *theirs)
{
	struct merge *merge = chapters->merge;
	struct span offered = text_without_end(whole(merge->theirs, theirs));
	if (base && texts_equal(text_without_end(whole(merge->base, base)), offered))
		return;
	merge->section = theirs->title;
	merge_add_note(merge, MERGE_KEPT_DELETION, SPAN_NONE, offered);
}

static void insert_new_chapters(struct chapters *chapters)
{
	for (size_t i = 0; i < chapters->theirs.count; i++) {
		const struct section *section = &chapters->theirs.items[i].section;
		const struct section *base = section_at(&chapters->base, chapters->matches.base_theirs.right[i]);
		if (matches_ours_of(&chapters->matches, i) != NONE || is_below_own_words(chapters, section))
			continue;
		if (!base && has_place(chapters, section))
			insert_chapter(chapters, (int)i);
		else
			note_deleted_section(chapters, base, section);
	}
}

/* --- writing --- */

/* Headings below the title with a blank line before them, less those without. */
static int airiness(const struct document *document, const struct merge_outline *outline)
{
	int airiness = 0;
	for (size_t i = 1; i < outline->count; i++) {
		const struct section *section = &outline->items[i].section;
		if (section->level >= 2 && section->line > 1)
			airiness += span_is_blank(document_line(document, section->line - 1)) ? 1 : -1;
	}
	return airiness;
}

/* True where new headings get a blank line before them: as the person mostly has it, else as theirs has it. */
static bool has_airy_headings(const struct chapters *chapters)
{
	int ours = airiness(chapters->merge->ours, &chapters->ours);
	return ours ? ours > 0 : airiness(chapters->merge->theirs, &chapters->theirs) > 0;
}

static bool ends_blank(struct span text)
{
	struct span end = span_from(text, text_without_end(text).length);
	struct span line;
	return span_next_line(&end, &line) && end.length;
}

static void write_chapters(const struct chapters *chapters, struct buffer *out)
{
	const struct merge *merge = chapters->merge;
	bool airy = has_airy_headings(chapters);
	bool after_inserted = false;
	for (size_t i = 0; i < chapters->count; i++) {
		const struct chapter *chapter = &chapters->items[i];
		if (chapter->removed || !chapter->text.length)
			continue;
		if (text_is_open(buffer_span(out)))
			buffer_add_text(out, merge->ours->line_end);
		bool at_border = (chapter->inserted || after_inserted) && out->length;
		if (at_border && airy && !ends_blank(buffer_span(out)))
			buffer_add_text(out, merge->ours->line_end);
		buffer_add(out, chapter->text);
		after_inserted = chapter->inserted;
	}
}

/* A note that a change took away whole has no sections to have written in. */
static const struct document *base_with_sections(const struct merge *merge)
{
	bool nothing = merge->purpose == MERGE_TAKE_BACK && merge->base && span_is_blank(merge->base->bytes);
	return nothing ? NULL : merge->base;
}

struct span merge_sections(struct merge *merge)
{
	struct chapters chapters = {
		.merge = merge,
		.base = outline_read(merge->arena, base_with_sections(merge)),
		.ours = outline_read(merge->arena, merge->ours),
		.theirs = outline_read(merge->arena, merge->theirs),
	};
	chapters.matches =
		match_outlines(merge->arena, merge->purpose, &chapters.base, &chapters.ours, &chapters.theirs);
	chapters.items = arena_new_array(merge->arena, chapters.ours.count + chapters.theirs.count, struct chapter);
	for (; chapters.count < chapters.ours.count; chapters.count++)
		chapters.items[chapters.count] = chapter_of_ours(&chapters, chapters.count);
	keep_parents(&chapters);
	insert_new_chapters(&chapters);
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(merge_most_bytes(merge));
	write_chapters(&chapters, &out);
	return arena_copy_span(merge->arena, buffer_span(&out));
}
