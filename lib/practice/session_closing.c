#include "practice/session_closing.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/edit.h"
#include "md/link.h"
#include "model/metric_name.h"
#include "model/note_language.h"
#include "model/property.h"
#include "model/section_tasks.h"
#include "model/wording.h"
#include "practice/section_text.h"
#include "practice/session_status.h"
#include "practice/table_row.h"

enum { SECTION_LEVEL = 2, LINES_MOST = 1 << 20 };

static const struct table_form metrics_form = {
	.name = "the Metrics",
	.terms = session_metric_columns,
	.needed = 1u << SESSION_METRIC_NAME | 1u << SESSION_METRIC_VALUE,
	.columns = session_metric_columns,
};

struct writing {
	const struct outline *outline;
	struct edit_list edits;
};

/* --- sections ---------------------------------------------------------------------------------------------------- */

/* In the template's order (vault-template/notes/Session.md), as the alias files call them. */
static const char *const sections[] = { "agenda", "attendance", "notes", "summary", "action items", "metrics",
	"resources", "next session" };

/* Behind the last of the sections that come before it in the template. */
static void insert_section(struct writing *writing, const char *term, struct span text)
{
	const struct section *after = NULL;
	size_t place = 0;
	for (; strcmp(sections[place], term) != 0; place++) {
		const struct section *section = outline_section(writing->outline, sections[place]);
		if (section && (!after || section->offset > after->offset))
			after = section;
	}
	struct span title = wording_word(note_language(writing->outline), ALIAS_HEADING, term);
	edit_insert_section(&writing->edits, after, SECTION_LEVEL, title, text);
}

/* Comments and code are no content, and yet the person's. */
static bool holds_own(const struct document *document, const struct section *section)
{
	return section_has_content(document, section) || document_is_hidden(document, section->body) ||
	       document_hidden_change(document, section->body) < section->own_end;
}

/* Behind what is there; in the place of placeholders. */
static void add_to_section(struct writing *writing, const char *term, struct span text)
{
	const struct section *section = outline_section(writing->outline, term);
	if (!text.length)
		return;
	if (!section)
		insert_section(writing, term, text);
	else if (holds_own(writing->outline->document, section))
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

static bool is_named_as_a_section(const struct outline *outline, const struct section *part)
{
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++)
		if (outline_section_is(outline, part, sections[i]))
			return true;
	return false;
}

/* Headings that would end the section become those of a part of it, and one that would be taken for another section a
 * line of its own. */
static struct span text_in_section(const struct writing *writing, struct span text)
{
	struct arena *arena = writing->outline->arena;
	const struct document *document = section_text_parse(arena, text);
	const struct outline *outline = outline_of(arena, writing->outline->aliases, document);
	struct edit_list edits = edits_of(arena, document);
	for (size_t i = 0; i < outline->sections.count; i++) {
		const struct section *part = &outline->sections.items[i];
		bool named = is_named_as_a_section(outline, part);
		if (part->heading == NO_BLOCK || (part->level > SECTION_LEVEL && !named))
			continue;
		const char *marks = span_contains(part->title, "*") ? "" : "**";
		struct span title = utf8_sentence(arena, part->title);
		const char *line = named ? arena_printf(arena, "%s%.*s%s\n\n", marks, SPAN_PRINT(title), marks)
					 : arena_printf(arena, "### %.*s\n", SPAN_PRINT(title));
		edit_splice(&edits, part->offset, part->body - part->offset, span_of(line));
	}
	return span_from(edits_apply(&edits), 1);
}

static void add_prose(struct writing *writing, const char *term, struct span text)
{
	text = span_trim(text_in_section(writing, text));
	if (text.length && !section_text_is_in(writing->outline->arena, body_of(writing, term), text))
		add_to_section(writing, term, text);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

static struct span new_units(const struct writing *writing, const char *term, struct span text)
{
	return section_text_new(writing->outline->arena, body_of(writing, term), text);
}

static void add_list(struct writing *writing, const char *term, struct span text)
{
	add_to_section(writing, term, new_units(writing, term, text_in_section(writing, text)));
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

/* Of several the last, which is the one that holds; a row that is cut off has no place for the value. */
static const struct row *row_of(
	const struct outline *outline, const struct columns *columns, const struct session_metric *metric)
{
	for (size_t i = columns->table.count; i-- > 0;) {
		const struct row *row = &columns->table.rows[i];
		struct span there = columns_value(outline, columns, row, SESSION_METRIC_NAME);
		if (there.length && metric_is(outline->arena, there, metric->name) &&
			columns_cell(columns, row, SESSION_METRIC_VALUE).field.at)
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
	size_t count;
	const struct session_metric *metrics =
		session_metrics_last_of_each(outline->arena, closing->metrics, closing->metric_count, &count);
	const struct span *values = values_of(outline->arena, metrics, count);
	struct columns columns;
	if (count == 0)
		return 0;
	if (!section || !columns_find(outline, section, session_metric_columns, 1, NULL, &columns)) {
		add_to_section(writing, "metrics", table_row_begin(outline, &metrics_form, values, count));
		return 0;
	}
	if (table_row_check(outline, &metrics_form, &columns, error))
		return -1;
	for (size_t i = 0; i < count; i++) {
		const struct session_metric *metric = &metrics[i];
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

/* As a person reads the name: a link, or the name alone. */
static bool is_person(struct arena *arena, struct span text, struct span name)
{
	return span_equal(utf8_fold(arena, text_plain(arena, text)), utf8_fold(arena, text_plain(arena, name)));
}

static bool is_said_before(struct arena *arena, const struct session_closing *closing, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (is_person(arena, closing->attended[i], closing->attended[index]))
			return true;
	return false;
}

static const struct task *task_of(struct arena *arena, const struct task_list *there, struct span name)
{
	for (size_t i = 0; i < there->count; i++)
		if (is_person(arena, there->items[i].text, name))
			return &there->items[i];
	return NULL;
}

/* A name that was said twice is one person, of whom there is one box to tick. */
static void tick_attendance(struct writing *writing, const struct session_closing *closing)
{
	const struct outline *outline = writing->outline;
	struct finding_list unheard = { .arena = outline->arena };
	struct task_list there = section_tasks(outline, outline_section(outline, "attendance"), &unheard);
	BUFFER_CLEANUP struct buffer new = BUFFER_INIT(LINES_MOST);
	for (size_t i = 0; i < closing->attended_count; i++) {
		const struct task *task = task_of(outline->arena, &there, closing->attended[i]);
		if (is_said_before(outline->arena, closing, i))
			continue;
		if (!task)
			buffer_printf(&new, "- [x] %.*s\n", SPAN_PRINT(closing->attended[i]));
		else if (task->status != TASK_DONE)
			edit_set_task(&writing->edits, task, 'x', DATE_NONE);
	}
	add_to_section(writing, "attendance", buffer_finish(outline->arena, &new));
}

/* --- the next session -------------------------------------------------------------------------------------------- */

static void add_field(const struct outline *outline, const char *term, struct span value, struct buffer *out)
{
	enum language language = note_language(outline);
	const struct slot slots[] = { { "label", wording_word(language, ALIAS_LABEL, term) }, { "value", value } };
	buffer_add(out, wording_text(outline->arena, language, "field", slots, sizeof(slots) / sizeof(*slots)));
	buffer_add_byte(out, '\n');
}

/* True where the section has the field. */
static bool set_field(struct writing *writing, const char *term, struct span value, struct buffer *missing)
{
	const struct section *section = outline_section(writing->outline, "next session");
	struct field field;
	bool there = section && outline_field_in(writing->outline, section, term, &field);
	if (there && value.length && !span_equal(field.value, value))
		edit_set_value(&writing->edits, field.value, value);
	else if (!there && value.length)
		add_field(writing->outline, term, value, missing);
	return there;
}

/* Would a heading behind the text be one? */
static bool shows_heading(struct arena *arena, struct span text, const char *before, const char *after)
{
	static const char title[] = "behind it";
	BUFFER_CLEANUP struct buffer probed = BUFFER_INIT(SIZE_MAX);
	buffer_add_byte(&probed, '\n');
	buffer_add(&probed, text);
	buffer_printf(&probed, "\n\n%s# %s\n%s", before, title, after);
	struct span whole = buffer_finish(arena, &probed);
	const struct document *document = document_parse(arena, "", whole, SIZE_MAX);
	struct section_list parts = document_sections(arena, document);
	const struct section *last = &parts.items[parts.count - 1];
	return last->heading != NO_BLOCK && span_is(last->title, title) && !document_is_hidden(document, last->offset);
}

/* A single %% hides nothing before it meets the next one: then the first of two more would be the closing one. */
bool session_closing_is_closed(struct arena *arena, struct span text)
{
	return shows_heading(arena, text, "", "") && !shows_heading(arena, text, "%%\n\n", "\n%%\n");
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

/* Labels without a value are no content, and still stay. */
static void set_next(struct writing *writing, const struct session_closing *closing)
{
	struct arena *arena = writing->outline->arena;
	BUFFER_CLEANUP struct buffer missing = BUFFER_INIT(LINES_MOST);
	bool has_focus = set_field(writing, "focus", closing->next_focus, &missing);
	bool has_date = set_field(writing, "date", session_closing_when(arena, closing->next), &missing);
	if (missing.length)
		buffer_add_byte(&missing, '\n');
	buffer_add(&missing, new_units(writing, "next session", closing->check_in));
	struct span text = buffer_finish(arena, &missing);
	if (has_focus || has_date)
		edit_append_to_section(&writing->edits, outline_section(writing->outline, "next session"), text);
	else
		add_to_section(writing, "next session", text);
}

/* --- the note ---------------------------------------------------------------------------------------------------- */

/* Two parts may be added at one place; so each is added to a note that has the ones before. */
static void go_on(struct writing *writing)
{
	const struct outline *outline = writing->outline;
	const struct document *document =
		document_parse(outline->arena, outline->document->path, edits_apply(&writing->edits), SIZE_MAX);
	writing->outline = outline_of(outline->arena, outline->aliases, document);
	writing->edits = edits_of(outline->arena, document);
}

static int set_minutes(struct writing *writing, int minutes, struct error *error)
{
	struct span text = span_of(arena_printf(writing->outline->arena, "%d", minutes));
	if (minutes < 0)
		return 0;
	return property_set(&writing->outline->properties, &writing->edits, "minutes", text, error);
}

/* What may fail comes first, while the places are those of the note as it is. */
int session_closing_write(
	const struct outline *outline, const struct session_closing *closing, struct span *text, struct error *error)
{
	struct writing writing = { outline, edits_of(outline->arena, outline->document) };
	if (session_status_set(outline, &writing.edits, closing->status, error) ||
		add_metrics(&writing, closing, error))
		return -1;
	go_on(&writing);
	if (set_minutes(&writing, closing->minutes, error))
		return -1;
	tick_attendance(&writing, closing);
	go_on(&writing);
	add_prose(&writing, "notes", closing->notes);
	go_on(&writing);
	add_prose(&writing, "summary", closing->summary);
	go_on(&writing);
	add_list(&writing, "action items", closing->actions);
	go_on(&writing);
	add_list(&writing, "resources", closing->resources);
	go_on(&writing);
	set_next(&writing, closing);
	*text = edits_apply(&writing.edits);
	return 0;
}
