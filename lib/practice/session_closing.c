#include "practice/session_closing.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/edit.h"
#include "md/link.h"
#include "model/property.h"
#include "model/section_tasks.h"
#include "practice/table_row.h"

enum { SECTION_LEVEL = 2, LINES_MOST = 1 << 20 };

static const struct table_form metrics_form = {
	.name = "the Metrics",
	.terms = session_metric_columns,
	.needed = 1u << SESSION_METRIC_NAME | 1u << SESSION_METRIC_VALUE,
	.header = "| Metric | Value | Note |\n| --- | --- | --- |",
};

struct writing {
	const struct outline *outline;
	struct edit_list edits;
};

/* --- sections ---------------------------------------------------------------------------------------------------- */

/* As the template has them (vault-template/notes/Session.md): what the alias files call each, and its heading. */
static const struct {
	const char *term;
	const char *title;
} sections[] = {
	{ "agenda", "Agenda" },
	{ "attendance", "Attendance" },
	{ "notes", "Notes" },
	{ "summary", "Summary" },
	{ "action items", "Action Items" },
	{ "metrics", "Metrics" },
	{ "resources", "Resources" },
	{ "next session", "Next Session" },
};

/* Behind the last of the sections that come before it in the template. */
static void insert_section(struct writing *writing, const char *term, struct span text)
{
	const struct section *after = NULL;
	size_t place = 0;
	for (; strcmp(sections[place].term, term) != 0; place++) {
		const struct section *section = outline_section(writing->outline, sections[place].term);
		if (section && (!after || section->offset > after->offset))
			after = section;
	}
	edit_insert_section(&writing->edits, after, SECTION_LEVEL, span_of(sections[place].title), text);
}

/* Behind what is there; in the place of placeholders. */
static void add_to_section(struct writing *writing, const char *term, struct span text)
{
	const struct section *section = outline_section(writing->outline, term);
	if (!text.length)
		return;
	if (!section)
		insert_section(writing, term, text);
	else if (section_has_content(writing->outline->document, section))
		edit_append_to_section(&writing->edits, section, text);
	else
		edit_set_section(&writing->edits, section, text);
}

static struct span body_of(const struct writing *writing, const char *term)
{
	const struct section *section = outline_section(writing->outline, term);
	struct span bytes = writing->outline->document->bytes;
	return section ? span_slice(bytes, section->body, section->end - section->body) : SPAN_NONE;
}

/* --- prose ------------------------------------------------------------------------------------------------------- */

/* A note with CRLF holds the same text with other line ends. */
static bool holds_text(struct arena *arena, struct span body, struct span text)
{
	struct span line;
	BUFFER_CLEANUP struct buffer lines = BUFFER_INIT(SIZE_MAX);
	while (span_next_line(&body, &line)) {
		buffer_add(&lines, line);
		buffer_add_byte(&lines, '\n');
	}
	return span_contains(buffer_span(&lines), arena_copy_text(arena, text));
}

static void add_prose(struct writing *writing, const char *term, struct span text)
{
	text = span_trim(text);
	if (text.length && !holds_text(writing->outline->arena, body_of(writing, term), text))
		add_to_section(writing, term, text);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* A task by its text alone, as it may have been ticked, dated or given an id since. */
static bool is_same_line(struct span a, struct span b)
{
	struct task first;
	struct task second;
	if (task_read_line(span_trim_start(a), &first) && task_read_line(span_trim_start(b), &second))
		return span_equal(first.text, second.text);
	return span_equal(span_trim(a), span_trim(b));
}

static bool has_line(struct span body, struct span wanted)
{
	struct span line;
	while (span_next_line(&body, &line))
		if (!span_is_blank(line) && is_same_line(line, wanted))
			return true;
	return false;
}

/* Those of the lines that the section has not. */
static struct span new_lines(const struct writing *writing, const char *term, struct span lines)
{
	struct span body = body_of(writing, term);
	struct span line;
	BUFFER_CLEANUP struct buffer new = BUFFER_INIT(LINES_MOST);
	while (span_next_line(&lines, &line))
		if (!span_is_blank(line) && !has_line(body, line) && !has_line(buffer_span(&new), line)) {
			buffer_add(&new, span_trim_end(line));
			buffer_add_byte(&new, '\n');
		}
	return buffer_finish(writing->outline->arena, &new);
}

static void add_lines(struct writing *writing, const char *term, struct span lines)
{
	add_to_section(writing, term, new_lines(writing, term, lines));
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

static const struct row *row_of(
	const struct outline *outline, const struct columns *columns, const struct session_metric *metric)
{
	struct span name = utf8_fold_title(outline->arena, metric->name);
	for (size_t i = 0; i < columns->table.count; i++) {
		const struct row *row = &columns->table.rows[i];
		struct span there = columns_value(outline, columns, row, SESSION_METRIC_NAME);
		if (there.length && span_equal(utf8_fold_title(outline->arena, there), name))
			return row;
	}
	return NULL;
}

static void set_cell(
	struct writing *writing, const struct columns *columns, const struct row *row, int column, struct span value)
{
	struct cell cell = columns_cell(columns, row, column);
	if (cell.field.at && value.length && !span_equal(cell_value(writing->outline->arena, cell), value))
		edit_set_cell(&writing->edits, cell, value);
}

static struct span *values_of(struct arena *arena, const struct session_metric *metrics, size_t count)
{
	struct span *values = arena_new_array(arena, count * SESSION_METRIC_COLUMNS, struct span);
	for (size_t i = 0; i < count; i++) {
		struct span *row = values + i * SESSION_METRIC_COLUMNS;
		row[SESSION_METRIC_NAME] = metrics[i].name;
		row[SESSION_METRIC_VALUE] = metrics[i].value;
		row[SESSION_METRIC_NOTE] = metrics[i].note;
	}
	return values;
}

static int add_metrics(struct writing *writing, const struct session_closing *closing, struct error *error)
{
	const struct outline *outline = writing->outline;
	const struct section *section = outline_section(outline, "metrics");
	const struct span *values = values_of(outline->arena, closing->metrics, closing->metric_count);
	struct columns columns;
	if (closing->metric_count == 0)
		return 0;
	if (!section || !columns_find(outline, section, session_metric_columns, 2, NULL, &columns)) {
		add_to_section(
			writing, "metrics", table_row_begin(outline, &metrics_form, values, closing->metric_count));
		return 0;
	}
	if (table_row_check(outline, &metrics_form, &columns, error))
		return -1;
	for (size_t i = 0; i < closing->metric_count; i++) {
		const struct session_metric *metric = &closing->metrics[i];
		const struct row *row = row_of(outline, &columns, metric);
		if (!row) {
			table_row_append(&writing->edits, &metrics_form, &columns, values + i * SESSION_METRIC_COLUMNS);
			continue;
		}
		set_cell(writing, &columns, row, SESSION_METRIC_VALUE, metric->value);
		set_cell(writing, &columns, row, SESSION_METRIC_NOTE, metric->note);
	}
	return 0;
}

/* --- who was there ----------------------------------------------------------------------------------------------- */

static bool names(struct arena *arena, struct span text, struct span name)
{
	return span_equal(utf8_fold_title(arena, text), utf8_fold_title(arena, name));
}

static void tick_attendance(struct writing *writing, const struct session_closing *closing)
{
	const struct outline *outline = writing->outline;
	struct finding_list unheard = { .arena = outline->arena };
	struct task_list there = section_tasks(outline, outline_section(outline, "attendance"), &unheard);
	BUFFER_CLEANUP struct buffer new = BUFFER_INIT(LINES_MOST);
	for (size_t i = 0; i < closing->attended_count; i++) {
		const struct task *task = NULL;
		for (size_t k = 0; k < there.count && !task; k++)
			task = names(outline->arena, there.items[k].text, closing->attended[i]) ? &there.items[k]
												: NULL;
		if (!task)
			buffer_printf(&new, "- [x] [[%.*s]]\n", SPAN_PRINT(closing->attended[i]));
		else if (task->status != TASK_DONE)
			edit_set_task(&writing->edits, task, 'x', DATE_NONE);
	}
	add_to_section(writing, "attendance", buffer_finish(outline->arena, &new));
}

/* --- the next session -------------------------------------------------------------------------------------------- */

static void set_field(
	struct writing *writing, const char *term, const char *label, struct span value, struct buffer *missing)
{
	const struct section *section = outline_section(writing->outline, "next session");
	struct field field;
	if (!value.length)
		return;
	if (!section || !outline_field_in(writing->outline, section, term, &field))
		buffer_printf(missing, "**%s:** %.*s\n", label, SPAN_PRINT(value));
	else if (!span_equal(field.value, value))
		edit_set_value(&writing->edits, field.value, value);
}

struct span session_closing_when(struct arena *arena, struct appointment appointment)
{
	if (!date_is_known(appointment.date))
		return SPAN_NONE;
	struct date_text date = date_format(appointment.date);
	if (appointment.start < 0)
		return span_of(arena_printf(arena, "%s", date.text));
	return span_of(arena_printf(arena, "%s %s", date.text, clock_time_format(appointment.start).text));
}

static void set_next(struct writing *writing, const struct session_closing *closing)
{
	struct arena *arena = writing->outline->arena;
	BUFFER_CLEANUP struct buffer missing = BUFFER_INIT(LINES_MOST);
	set_field(writing, "focus", "Focus", closing->next_focus, &missing);
	set_field(writing, "date", "Date", session_closing_when(arena, closing->next), &missing);
	if (missing.length)
		buffer_add_byte(&missing, '\n');
	buffer_add(&missing, new_lines(writing, "next session", closing->check_in));
	struct span new = buffer_finish(arena, &missing);
	const struct section *section = outline_section(writing->outline, "next session");
	/* Labels without a value are no content, and are filled above: what is new stands behind them. */
	if (section && new.length)
		edit_append_to_section(&writing->edits, section, new);
	else
		add_to_section(writing, "next session", new);
}

/* --- the note ---------------------------------------------------------------------------------------------------- */

static int set_properties(struct writing *writing, const struct session_closing *closing, struct error *error)
{
	const struct properties *properties = &writing->outline->properties;
	struct arena *arena = writing->outline->arena;
	struct span status = span_of(session_status_names[closing->status]);
	enum session_status there;
	struct span written = property_text(properties, "status");
	bool says_so = written.length && session_status_read(arena, writing->outline->aliases, written, &there) &&
		       there == closing->status;
	if (!says_so && property_set(properties, &writing->edits, "status", status, error))
		return -1;
	if (closing->minutes < 0)
		return 0;
	return property_set(
		properties, &writing->edits, "minutes", span_of(arena_printf(arena, "%d", closing->minutes)), error);
}

int session_closing_write(
	const struct outline *outline, const struct session_closing *closing, struct span *text, struct error *error)
{
	struct writing writing = { outline, edits_of(outline->arena, outline->document) };
	if (set_properties(&writing, closing, error))
		return -1;
	tick_attendance(&writing, closing);
	add_prose(&writing, "notes", closing->notes);
	add_prose(&writing, "summary", closing->summary);
	add_lines(&writing, "action items", closing->actions);
	if (add_metrics(&writing, closing, error))
		return -1;
	add_lines(&writing, "resources", closing->resources);
	set_next(&writing, closing);
	*text = edits_apply(&writing.edits);
	return 0;
}
