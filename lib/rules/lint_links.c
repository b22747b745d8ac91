#include "rules/lint_links.h"

#include "base/nearest.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "md/section.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_HINTS = 50 };

struct link_entry {
	struct span name;  /* folded, what follows the last "/" of path */
	struct span path;  /* folded, without ".md" */
	const char *shown; /* the name as it is written */
	const struct document *document;
};

/* --- what there is ----------------------------------------------------------------------------------------------- */

static struct span without_ending(struct span path)
{
	return span_ends_with(path, ".md") ? span_slice(path, 0, path.length - 3) : path;
}

static struct span last_part(struct span path)
{
	struct span part = path;
	while (span_next(&path, '/', &part))
		;
	return part;
}

static int compare_names(const void *left, const void *right)
{
	const struct link_entry *a = left;
	const struct link_entry *b = right;
	int order = span_compare(a->name, b->name);
	return order ? order : span_compare(a->path, b->path);
}

struct link_targets link_targets_of(struct arena *arena, const struct link_target *targets, size_t count)
{
	struct link_entry *entries = arena_new_array(arena, count, struct link_entry);
	for (size_t i = 0; i < count; i++) {
		struct span path = without_ending(span_of(targets[i].path));
		struct span folded = utf8_fold(arena, path);
		entries[i] = (struct link_entry){ last_part(folded), folded, arena_copy_text(arena, last_part(path)),
			targets[i].document };
	}
	if (count > 1)
		qsort(entries, count, sizeof(*entries), compare_names);
	return (struct link_targets){ entries, count, 0 };
}

/* The first entry of that name, or where it would stand. */
static size_t first_of_name(const struct link_targets *targets, struct span name)
{
	size_t low = 0;
	size_t high = targets->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (span_compare(targets->entries[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* `Ana/Ana Silva` is the end of `Clients/Ana/Ana Silva`. */
static bool ends_in(struct span path, struct span end)
{
	if (path.length < end.length || !span_equal(span_from(path, path.length - end.length), end))
		return false;
	return path.length == end.length || path.at[path.length - end.length - 1] == '/';
}

static const struct link_entry *find(struct arena *arena, const struct link_targets *targets, struct span target)
{
	struct span path = without_ending(span_trim(target));
	while (span_skip(&path, "../") || span_skip(&path, "./") || span_skip(&path, "/"))
		;
	struct span folded = utf8_fold(arena, path);
	struct span name = last_part(folded);
	for (size_t i = first_of_name(targets, name); i < targets->count && span_equal(targets->entries[i].name, name);
		i++)
		if (ends_in(targets->entries[i].path, folded))
			return &targets->entries[i];
	return NULL;
}

/* --- headings and blocks ----------------------------------------------------------------------------------------- */

/* Letters, digits and other scripts, one space between words: Obsidian leaves marks out of a link's heading. */
static struct span comparable(struct arena *arena, struct span title)
{
	struct span folded = utf8_fold(arena, text_plain(arena, title));
	char *text = arena_allocate(arena, folded.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < folded.length; i++) {
		char byte = folded.at[i];
		bool mark = (unsigned char)byte < 0x80 && strchr("#|^:%[]*_`\\", byte);
		bool space = (mark || byte == ' ');
		if (!space)
			text[length++] = byte;
		else if (length > 0 && text[length - 1] != ' ')
			text[length++] = ' ';
	}
	return span_trim((struct span){ text, length });
}

/* What links may point at within one note, sorted. The last target is kept, since many links lead to one note. */
struct anchors {
	const struct document *document;
	struct span *headings; /* comparable */
	size_t heading_count;
	struct span *blocks; /* ids without ^ */
	size_t block_count;
};

static int compare_spans(const void *left, const void *right)
{
	return span_compare(*(const struct span *)left, *(const struct span *)right);
}

static void sort_spans(struct span *items, size_t count)
{
	if (count > 1)
		qsort(items, count, sizeof(*items), compare_spans);
}

static bool holds_span(const struct span *items, size_t count, struct span wanted)
{
	return count > 0 && bsearch(&wanted, items, count, sizeof(wanted), compare_spans);
}

static void read_headings(struct arena *arena, struct anchors *anchors)
{
	struct section_list sections = document_sections(arena, anchors->document);
	anchors->headings = arena_new_array(arena, sections.count, struct span);
	for (size_t i = 0; i < sections.count; i++)
		if (sections.items[i].level > 0)
			anchors->headings[anchors->heading_count++] = comparable(arena, sections.items[i].title);
	sort_spans(anchors->headings, anchors->heading_count);
}

/* The id of a block that ends with this line: `text ^id`, or `^id` alone. */
static bool read_block_id(struct span line, struct span *id)
{
	struct span text = span_trim_end(line);
	size_t start = text.length;
	while (start > 0 && text.at[start - 1] != '^' && text.at[start - 1] != ' ')
		start--;
	if (start == 0 || start == text.length || text.at[start - 1] != '^')
		return false;
	*id = span_from(text, start);
	return start == 1 || text.at[start - 2] == ' ' || text.at[start - 2] == '\t';
}

static void read_blocks(struct arena *arena, struct anchors *anchors)
{
	const struct document *document = anchors->document;
	anchors->blocks = arena_new_array(arena, document->line_count, struct span);
	for (unsigned line = 1; line <= document->line_count; line++)
		if (read_block_id(document_line(document, line), &anchors->blocks[anchors->block_count]))
			anchors->block_count++;
	sort_spans(anchors->blocks, anchors->block_count);
}

static void read_anchors(struct arena *arena, const struct document *document, struct anchors *anchors)
{
	if (anchors->document == document)
		return;
	*anchors = (struct anchors){ .document = document };
	read_headings(arena, anchors);
	read_blocks(arena, anchors);
}

/* `[[Note#Part#Detail]]` names the way to a heading. */
static bool has_headings(struct arena *arena, const struct anchors *anchors, struct span way)
{
	struct span heading;
	while (span_next(&way, '#', &heading))
		if (heading.length > 0 &&
			!holds_span(anchors->headings, anchors->heading_count, comparable(arena, heading)))
			return false;
	return true;
}

/* --- the links of a note ----------------------------------------------------------------------------------------- */

struct checking {
	struct arena *arena;
	struct link_targets *targets;
	const struct document *document;
	struct finding_list *findings;
	struct anchors anchors;
};

static struct finding *report(const struct checking *checking, struct span part, const char *message)
{
	return finding_add(
		checking->findings, FINDING_BROKEN_LINK, document_position_of(checking->document, part), "%s", message);
}

/* A distance is never less than the lengths differ, and comparing those costs nothing. */
static bool may_be_near(struct span name, struct span other)
{
	size_t difference = name.length > other.length ? name.length - other.length : other.length - name.length;
	return difference <= name.length / 3;
}

/* The names of all files are compared for it, so a vault full of broken links gets a few only. */
static const char *nearest_name(struct link_targets *targets, struct span name)
{
	struct nearest nearest = nearest_to(name);
	if (targets->hints++ >= MOST_HINTS)
		return NULL;
	for (size_t i = 0; i < targets->count; i++)
		if (may_be_near(name, span_of(targets->entries[i].shown)))
			nearest_offer(&nearest, targets->entries[i].shown);
	return nearest.best;
}

static void report_target(struct checking *checking, const struct link *link)
{
	const char *near = nearest_name(checking->targets, link_name(link));
	struct finding *finding = report(checking, link->whole,
		arena_printf(checking->arena, "there is no note \"%.*s\"", SPAN_PRINT(span_trim(link->target))));
	if (near)
		finding_hint(checking->findings, finding, "did you mean [[%s]]?", near);
}

static void check_part(struct checking *checking, const struct link *link, const struct document *target)
{
	struct arena *arena = checking->arena;
	if (!target || target->opaque)
		return;
	if (link->heading.length == 0 && link->block_id.length == 0)
		return;
	const struct anchors *anchors = &checking->anchors;
	read_anchors(arena, target, &checking->anchors);
	if (!has_headings(arena, anchors, link->heading))
		report(checking, link->whole,
			arena_printf(arena, "%s has no heading \"%.*s\"", target->path, SPAN_PRINT(link->heading)));
	if (link->block_id.length > 0 && !holds_span(anchors->blocks, anchors->block_count, link->block_id))
		report(checking, link->whole,
			arena_printf(arena, "%s has no block \"^%.*s\"", target->path, SPAN_PRINT(link->block_id)));
}

/* A slot or a placeholder of a template. */
static bool is_to_be_filled(struct span target)
{
	return span_contains(target, "[") || span_contains(target, "{");
}

static void check(struct checking *checking, const struct link *link)
{
	if (is_to_be_filled(link->target))
		return;
	if (span_is_blank(link->target)) {
		check_part(checking, link, checking->document);
		return;
	}
	if (!checking->targets)
		return;
	const struct link_entry *entry = find(checking->arena, checking->targets, link->target);
	if (entry)
		check_part(checking, link, entry->document);
	else
		report_target(checking, link);
}

void lint_links(struct arena *arena, struct link_targets *targets, const struct document *document,
	struct finding_list *findings)
{
	struct checking checking = { .arena = arena, .targets = targets, .document = document, .findings = findings };
	struct link link;
	size_t offset = 0;
	while (!document->opaque && link_next(document->bytes, &offset, &link))
		if (!document_is_hidden(document, document_offset(document, link.whole)))
			check(&checking, &link);
}
