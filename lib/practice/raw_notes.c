#include "practice/raw_notes.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "model/session.h"

enum { NOTES_LEVEL = 2 };

/* Whole lines with LF ends. */
static void add_lines(struct buffer *out, struct span text)
{
	struct span line;
	while (span_next_line(&text, &line)) {
		buffer_add(out, line);
		buffer_add_byte(out, '\n');
	}
}

static struct span lines_of(struct arena *arena, struct span text)
{
	BUFFER_CLEANUP struct buffer lines = BUFFER_INIT(SIZE_MAX);
	add_lines(&lines, text);
	return span_trim(buffer_finish(arena, &lines));
}

/* Has it a place of its own in a session note? */
static bool is_part(const struct outline *outline, const struct section *section)
{
	static const char *const terms[] = { "summary", "action items", "metrics", "resources", "next session" };
	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++)
		if (section == outline_section(outline, terms[i]))
			return true;
	return false;
}

/* Without the parts that stand below its heading. */
static struct span part_of(const struct outline *outline, const char *term)
{
	BUFFER_CLEANUP struct buffer lines = BUFFER_INIT(SIZE_MAX);
	const struct section *part = outline_section(outline, term);
	struct span bytes = outline->document->bytes;
	if (!part)
		return SPAN_NONE;
	const struct section *last = outline->sections.items + outline->sections.count;
	add_lines(&lines, span_slice(bytes, part->body, part->own_end - part->body));
	for (const struct section *below = part + 1; below < last && below->offset < part->end;) {
		const struct section *whole = below++;
		if (!is_part(outline, whole))
			add_lines(&lines, span_slice(bytes, whole->offset, whole->own_end - whole->offset));
		else
			while (below < last && below->offset < whole->end)
				below++;
	}
	return span_trim(buffer_finish(outline->arena, &lines));
}

static void add_section(struct buffer *out, const struct outline *outline, const struct section *section)
{
	struct span bytes = outline->document->bytes;
	struct span heading = span_slice(bytes, section->offset, section->body - section->offset);
	if (section->heading != NO_BLOCK && section->level > NOTES_LEVEL)
		add_lines(out, heading);
	else if (section->heading != NO_BLOCK && !outline_section_is(outline, section, "notes"))
		buffer_printf(out, "### %.*s\n", SPAN_PRINT(utf8_sentence(outline->arena, section->title)));
	add_lines(out, span_slice(bytes, section->body, section->own_end - section->body));
}

static struct span rest_of(const struct outline *outline)
{
	BUFFER_CLEANUP struct buffer rest = BUFFER_INIT(SIZE_MAX);
	const struct section_list *sections = &outline->sections;
	size_t skipped_to = 0;
	for (size_t i = 0; i < sections->count; i++) {
		const struct section *section = &sections->items[i];
		if (section->offset < skipped_to)
			continue;
		if (is_part(outline, section))
			skipped_to = section->end;
		else
			add_section(&rest, outline, section);
	}
	return span_trim(buffer_finish(outline->arena, &rest));
}

struct raw_notes raw_notes_read(struct arena *arena, const struct aliases *aliases, const char *path, struct span text,
	size_t most, struct finding_list *findings)
{
	const struct document *document = document_parse(arena, path, text, most);
	if (document->opaque)
		return (struct raw_notes){ .notes = lines_of(arena, text), .next = { DATE_NONE, -1 } };
	const struct outline *outline = outline_of(arena, aliases, document);
	struct finding_list undated = { .arena = arena }; /* they name neither client nor day */
	struct session session;
	struct session_outcome outcome;
	session_read(outline, &session, &undated);
	session_outcome_read(outline, &outcome, findings);
	return (struct raw_notes){
		.notes = rest_of(outline),
		.summary = part_of(outline, "summary"),
		.actions = part_of(outline, "action items"),
		.resources = part_of(outline, "resources"),
		.metrics = outcome.metrics,
		.metric_count = outcome.metric_count,
		.next_focus = session.next_focus,
		.next = { session.next_date, session.next_start },
	};
}
