#include "practice/raw_notes.h"

#include "base/buffer.h"
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

static struct span part_of(const struct outline *outline, const char *term)
{
	const struct section *section = outline_section(outline, term);
	if (!section)
		return SPAN_NONE;
	struct span bytes = outline->document->bytes;
	return lines_of(outline->arena, span_slice(bytes, section->body, section->end - section->body));
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

static void add_section(struct buffer *out, const struct outline *outline, const struct section *section)
{
	struct span bytes = outline->document->bytes;
	struct span heading = span_slice(bytes, section->offset, section->body - section->offset);
	if (section->heading != NO_BLOCK && section->level > NOTES_LEVEL)
		add_lines(out, heading);
	else if (section->heading != NO_BLOCK && !outline_section_is(outline, section, "notes"))
		buffer_printf(out, "### %.*s\n", SPAN_PRINT(section->title));
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
