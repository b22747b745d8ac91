#include "rules/lint_links.h"

#include "base/note_name.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "md/markdown_link.h"
#include "md/section.h"

#include <stdlib.h>
#include <string.h>

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

static void report_target(struct checking *checking, struct span place, struct span target, bool wiki)
{
	const char *near = link_targets_nearest(checking->targets, note_name(target));
	struct finding *finding = report(checking, place,
		arena_printf(checking->arena, "there is no note \"%.*s\"", SPAN_PRINT(span_trim(target))));
	if (near)
		finding_hint(checking->findings, finding, wiki ? "did you mean [[%s]]?" : "did you mean %s.md?", near);
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
	struct link_match match = link_targets_wiki(checking->arena, checking->targets, link->target);
	if (match.first)
		check_part(checking, link, match.first->document);
	else
		report_target(checking, link->whole, link->target, true);
}

static void check_markdown(struct checking *checking, const struct markdown_link *link)
{
	struct span path = markdown_link_path(checking->arena, link);
	if (!span_ends_with(path, ".md") || is_to_be_filled(path))
		return;
	struct link_match match =
		link_targets_markdown(checking->arena, checking->targets, checking->document->path, path);
	if (!match.first && !match.outside)
		report_target(checking, link->destination, path, false);
}

static bool is_seen(const struct document *document, struct span part)
{
	return !document_is_hidden(document, document_offset(document, part));
}

void lint_links(struct arena *arena, struct link_targets *targets, const struct document *document,
	struct finding_list *findings)
{
	struct checking checking = { .arena = arena, .targets = targets, .document = document, .findings = findings };
	if (document->opaque)
		return;
	struct link link;
	for (size_t offset = 0; link_next(document->bytes, &offset, &link);)
		if (is_seen(document, link.whole))
			check(&checking, &link);
	struct markdown_link other;
	for (size_t offset = 0; targets && markdown_link_next(document->bytes, &offset, &other);)
		if (is_seen(document, other.whole))
			check_markdown(&checking, &other);
}
