#include "practice/raw_notes.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/figure.h"
#include "model/kind_headings.h"
#include "model/note_language.h"
#include "model/session.h"
#include "model/text_reading.h"
#include "model/wording.h"

enum { NOTES_LEVEL = 2, SHOWN_MOST = 40 };

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

/* --- figures on lines of their own ---------------------------------------------------------------------------------
 */

/* `22 (from her calendar)`, `22, from her calendar`: a figure, and what is said of it. */
static void part_note(struct session_metric *metric)
{
	struct span value = metric->value;
	size_t end = span_find_any(value, "(;");
	size_t comma = span_find(value, ", ");
	size_t at = comma < end ? comma : end;
	if (at == value.length)
		return;
	struct span note = span_trim(span_from(value, at + 1));
	bool bracket = value.at[at] == '(' && span_ends_with(note, ")");
	metric->value = span_trim_end(span_slice(value, 0, at));
	metric->note = span_slice(note, 0, note.length - bracket);
}

/* `Name: 5`, also as an item; what is said of it has no figure itself, since nobody knew then which is meant. */
static bool read_line(const struct outline *outline, const struct field *field, struct session_metric *metric)
{
	struct span value = field->value;
	struct span line = SPAN_NONE;
	span_next_line(&value, &line);
	*metric = (struct session_metric){ utf8_sentence(outline->arena, text_plain(outline->arena, field->label)),
		utf8_sentence(outline->arena, text_plain(outline->arena, line)), SPAN_NONE };
	part_note(metric);
	struct figure figure = figure_read(outline->arena, metric->value);
	bool several = span_find_any(metric->note, "0123456789") < metric->note.length;
	return metric->name.length && (figure.known || figure.two_readings) && !several;
}

static size_t next_of_section(const struct outline *outline, const struct section *section, size_t from)
{
	const struct field_list *fields = &outline->fields;
	while (from < fields->count && fields->items[from].block < section->first_block)
		from++;
	return from < fields->count && fields->items[from].block < section->end_block ? from : fields->count;
}

/* Adds those to the ones of the table. */
static void read_lines(const struct outline *outline, struct session_outcome *outcome)
{
	const struct section *section = outline_section(outline, "metrics");
	const struct field_list *fields = &outline->fields;
	if (!section)
		return;
	struct session_metric *metrics =
		arena_new_array(outline->arena, outcome->metric_count + fields->count, struct session_metric);
	for (size_t i = 0; i < outcome->metric_count; i++)
		metrics[i] = outcome->metrics[i];
	outcome->metrics = metrics;
	for (size_t i = 0; (i = next_of_section(outline, section, i)) < fields->count; i++)
		outcome->metric_count += read_line(outline, &fields->items[i], &metrics[outcome->metric_count]);
}

/* --- what the views did not take --------------------------------------------------------------------------------- */

/* The lines that the views have read, by their number. */
struct taking {
	const struct outline *outline;
	bool *lines;
};

static void take(struct taking *taking, size_t offset, size_t end)
{
	unsigned last = document_position(taking->outline->document, end).line;
	for (unsigned line = document_position(taking->outline->document, offset).line; line <= last; line++)
		taking->lines[line] = true;
}

static void take_metrics(struct taking *taking)
{
	const struct section *section = outline_section(taking->outline, "metrics");
	struct columns columns;
	if (!section || !columns_find(taking->outline, section, session_metric_columns, 2, NULL, &columns))
		return;
	const struct block *table = &taking->outline->document->blocks[columns.table.block];
	take(taking, table->offset, table->offset + table->length);
}

static void take_lines(struct taking *taking)
{
	const struct outline *outline = taking->outline;
	const struct section *section = outline_section(outline, "metrics");
	const struct field_list *fields = &outline->fields;
	struct session_metric metric;
	if (!section)
		return;
	for (size_t i = 0; (i = next_of_section(outline, section, i)) < fields->count; i++) {
		size_t label = document_offset(outline->document, fields->items[i].label);
		if (read_line(outline, &fields->items[i], &metric))
			take(taking, label, label);
	}
}

/* The first line of each that is neither a figure nor hidden. */
static void report_unread(const struct taking *taking, struct finding_list *findings)
{
	const struct document *document = taking->outline->document;
	const struct section *section = outline_section(taking->outline, "metrics");
	bool running = false;
	if (!section || section->body >= section->own_end)
		return;
	unsigned last = document_position(document, section->own_end - 1).line;
	for (unsigned line = document_position(document, section->body).line; line <= last; line++) {
		struct span text = span_trim(document_line(document, line));
		bool unread = text.length && !taking->lines[line] &&
			      !document_is_hidden(document, document_offset(document, text));
		if (unread && !running)
			finding_hint(findings,
				finding_add(findings, FINDING_FIGURE_UNREAD, document_position_of(document, text),
					"\"%.*s\" below Metrics is no figure of a metric: it goes to Notes",
					SPAN_PRINT(span_slice(text, 0, utf8_fit(text, SHOWN_MOST)))),
				"write `Name: 7`, or a table Metric | Value");
		running = unread;
	}
}

/* A label without a value says nothing. */
static void take_field(struct taking *taking, const char *term, bool is_read)
{
	const struct document *document = taking->outline->document;
	const struct section *section = outline_section(taking->outline, "next session");
	struct field field;
	if (!section || !outline_field_in(taking->outline, section, term, &field) || (field.value.length && !is_read))
		return;
	take(taking, document_offset(document, field.label),
		document_offset(document, field.value) + field.value.length);
}

/* What the view reads, else a day as it was agreed on; DATE_NONE and a finding for words that name none. */
static struct appointment next_of(
	const struct outline *outline, const struct session *session, struct date agreed, struct finding_list *findings)
{
	struct appointment next = { session->next_date, session->next_start };
	const struct section *section = outline_section(outline, "next session");
	struct field field;
	if (date_is_known(next.date) || !section || !outline_field_in(outline, section, "date", &field) ||
		!field.value.length || text_is_placeholder(field.value) ||
		text_agreed_appointment(field.value, agreed, &next))
		return next;
	struct finding *finding =
		finding_add(findings, FINDING_BAD_DATE, document_position_of(outline->document, field.value),
			"\"%.*s\" names no day; no next session is booked", SPAN_PRINT(field.value));
	finding_hint(findings, finding, "write it like 2026-12-04 10:00, fri 10:00, +14d");
	return next;
}

/* A day with words behind it is kept with them, since the view reads the day alone. */
static bool is_day_alone(const struct outline *outline, const struct session *session, struct appointment next)
{
	struct field field;
	const struct section *section = outline_section(outline, "next session");
	if (!date_is_known(session->next_date))
		return date_is_known(next.date);
	return outline_field_in(outline, section, "date", &field) &&
	       outline_day(outline, field.value, NULL).words.length == 0;
}

/* The notes without what the views have read: what is left of those two sections is the coach's prose. */
static const struct outline *without_what_was_read(const struct outline *outline, const struct session *session,
	struct appointment next, struct finding_list *findings)
{
	const struct document *document = outline->document;
	struct taking taking = { outline, arena_new_array(outline->arena, document->line_count + 2, bool) };
	BUFFER_CLEANUP struct buffer left = BUFFER_INIT(SIZE_MAX);
	take_metrics(&taking);
	take_lines(&taking);
	report_unread(&taking, findings);
	take_field(&taking, "focus", session->next_focus.length > 0);
	take_field(&taking, "date", is_day_alone(outline, session, next));
	for (unsigned line = 1; line <= document->line_count; line++) {
		buffer_add(&left, taking.lines[line] ? SPAN_NONE : document_line(document, line));
		buffer_add_byte(&left, '\n');
	}
	struct span text = buffer_finish(outline->arena, &left);
	return outline_of(
		outline->arena, outline->aliases, document_parse(outline->arena, document->path, text, SIZE_MAX));
}

static bool has_text(const struct document *document, const struct section *section)
{
	return section_has_content(document, section) ||
	       document_hidden_change(document, section->body) < section->own_end;
}

static void add_left_over(struct buffer *notes, const struct outline *left, const char *term)
{
	struct span text = part_of(left, term);
	const struct section *section = outline_section(left, term);
	if (!text.length || !has_text(left->document, section))
		return;
	if (notes->length)
		buffer_add_text(notes, "\n\n");
	buffer_printf(
		notes, "### %.*s\n\n%.*s", SPAN_PRINT(utf8_sentence(left->arena, section->title)), SPAN_PRINT(text));
}

static struct span notes_of(const struct outline *outline, const struct session *session, struct appointment next,
	struct finding_list *findings)
{
	const struct outline *left = without_what_was_read(outline, session, next, findings);
	BUFFER_CLEANUP struct buffer notes = BUFFER_INIT(SIZE_MAX);
	buffer_add(&notes, rest_of(outline));
	add_left_over(&notes, left, "metrics");
	add_left_over(&notes, left, "next session");
	return span_trim(buffer_finish(outline->arena, &notes));
}

/* --- what is not understood -------------------------------------------------------------------------------------- */

static bool holds_task(const struct outline *outline, const struct section *section)
{
	const struct document *document = outline->document;
	for (int block = section->first_block; block < section->own_end_block; block++)
		if (document->blocks[block].kind == BLOCK_ITEM &&
			span_contains(document_line(document, document->blocks[block].line), "📅"))
			return true;
	for (size_t i = 0; i < outline->tasks.count; i++)
		if (outline->tasks.items[i].block >= section->first_block &&
			outline->tasks.items[i].block < section->own_end_block)
			return true;
	return false;
}

static bool holds_metrics(const struct outline *outline, const struct section *section)
{
	struct section own = *section;
	struct columns columns;
	own.end_block = own.own_end_block;
	return columns_find(outline, &own, session_metric_columns, 2, NULL, &columns);
}

static void report_unknown(const struct outline *outline, const struct section *section, struct finding_list *findings)
{
	bool task = holds_task(outline, section);
	bool unknown = !kind_has_heading(outline, NOTE_SESSION, (size_t)(section - outline->sections.items));
	if (section->heading == NO_BLOCK || !unknown || (!task && !holds_metrics(outline, section)))
		return;
	const char *term = task ? "action items" : "metrics";
	struct finding *finding = finding_add(findings, FINDING_UNRECOGNISED_HEADING,
		document_position(outline->document, section->offset),
		"\"%.*s\" is an unknown heading: what stands there went to the notes, and %s is logged",
		SPAN_PRINT(span_slice(section->title, 0, 60)), task ? "no action of it" : "no figure of it");
	finding_hint(findings, finding, "name it \"%.*s\", or add your word to the headings in the configuration",
		SPAN_PRINT(wording_word(note_language(outline), ALIAS_HEADING, term)));
}

/* Headings that nobody knows, outside the parts, with what would have been an action or a figure below. */
static void report_unknown_headings(const struct outline *outline, struct finding_list *findings)
{
	size_t skipped_to = 0;
	for (size_t i = 0; i < outline->sections.count; i++) {
		const struct section *section = &outline->sections.items[i];
		if (section->offset >= skipped_to && is_part(outline, section))
			skipped_to = section->end;
		else if (section->offset >= skipped_to)
			report_unknown(outline, section, findings);
	}
}

/* --- all of it --------------------------------------------------------------------------------------------------- */

struct raw_notes raw_notes_read(struct arena *arena, const struct aliases *aliases, const char *path, struct span text,
	size_t most, struct date agreed, struct finding_list *findings)
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
	report_unknown_headings(outline, findings);
	read_lines(outline, &outcome);
	struct appointment next = next_of(outline, &session, agreed, findings);
	return (struct raw_notes){
		.notes = notes_of(outline, &session, next, findings),
		.summary = part_of(outline, "summary"),
		.actions = part_of(outline, "action items"),
		.resources = part_of(outline, "resources"),
		.metrics = outcome.metrics,
		.metric_count = outcome.metric_count,
		.next_focus = session.next_focus,
		.next = next,
	};
}
