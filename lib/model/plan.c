#include "model/plan.h"

#include "codec/utf8.h"
#include "model/outline.h"
#include "model/plan_milestones.h"
#include "model/property.h"

enum column { INITIATIVE, CATEGORY, PRIORITY, STATUS, EFFORT, DUE };

static const char *const columns_asked[] = { "initiative", "category", "priority", "status", "effort", "due", NULL };

/* --- the quarter ------------------------------------------------------------------------------------------------- */

static bool begins_word(struct span text, size_t at)
{
	return at == 0 || text.at[at - 1] == ' ' || text.at[at - 1] == ':' || text.at[at - 1] == '(' ||
	       (unsigned char)text.at[at - 1] >= 0x80;
}

/* The first `q4 2026`, `2026-q4`, `2026年q4` in a text, quarter_parse's forms. */
static bool find_quarter(struct arena *arena, struct span text, struct quarter *quarter)
{
	enum { SHORTEST = 6, LONGEST = 10 };
	struct span folded = utf8_fold(arena, text);
	size_t year_sign = span_find(folded, "年");
	if (year_sign < folded.length)
		folded = span_of(arena_printf(arena, "%.*s %.*s", SPAN_PRINT(span_slice(folded, 0, year_sign)),
			SPAN_PRINT(span_trim(span_from(folded, year_sign + sizeof("年") - 1)))));
	for (size_t at = 0; at < folded.length; at++)
		for (size_t length = SHORTEST; begins_word(folded, at) && length <= LONGEST; length++)
			if (quarter_parse(span_slice(folded, at, length), quarter))
				return true;
	return false;
}

static bool report_quarter(struct position position, struct finding_list *findings, const char *message)
{
	struct finding *finding = finding_add(findings, FINDING_BAD_DATE, position, "%s", message);
	finding_hint(findings, finding, "write the title as \"# Quarterly Plan: Q4 2026\"");
	return false;
}

static bool read_quarter(const struct outline *outline, struct quarter *quarter, struct finding_list *findings)
{
	const struct document *document = outline->document;
	struct arena *arena = outline->arena;
	struct span text = property_text(&outline->properties, "quarter");
	if (text.length)
		return find_quarter(arena, text, quarter) ||
		       report_quarter(property_position(&outline->properties, "quarter"), findings,
			       arena_printf(arena, "quarter: \"%.*s\" names no quarter of a year",
				       SPAN_PRINT(span_slice(text, 0, 40))));
	return find_quarter(arena, outline_title(outline), quarter) ||
	       find_quarter(arena, document_stem(document), quarter) ||
	       report_quarter(document_position(document, 0), findings, "the plan does not say which quarter it is of");
}

/* --- initiatives ------------------------------------------------------------------------------------------------- */

struct initiative_reader {
	const struct outline *outline;
	const struct columns *columns;
	const struct row *row;
	struct finding_list *findings;
};

static struct span value_of(const struct initiative_reader *reader, enum column column)
{
	return columns_value(reader->outline, reader->columns, reader->row, (int)column);
}

static void report_value(const struct initiative_reader *reader, enum column column, const char *noun, const char *hint)
{
	struct span place = columns_cell(reader->columns, reader->row, (int)column).text;
	struct finding *finding =
		finding_add(reader->findings, FINDING_BAD_VALUE, document_position_of(reader->outline->document, place),
			"\"%.*s\" is no %s", SPAN_PRINT(span_slice(place, 0, 60)), noun);
	finding_hint(reader->findings, finding, "%s", hint);
}

static bool says_state(const struct initiative_reader *reader, struct span folded, const char *term)
{
	return alias_is(reader->outline->aliases, ALIAS_STATE, folded, term);
}

static int priority_of_word(const struct initiative_reader *reader, struct span folded)
{
	if (says_state(reader, folded, "high"))
		return 1;
	if (says_state(reader, folded, "medium"))
		return 3;
	return says_state(reader, folded, "low") ? 5 : 0;
}

/* `high`, `2`, `P2`, `2/5`. */
static int read_priority(const struct initiative_reader *reader)
{
	struct span text = value_of(reader, PRIORITY);
	struct span folded = utf8_fold_title(reader->outline->arena, text);
	int priority = text.length ? priority_of_word(reader, folded) : 0;
	if (text.length == 0 || priority)
		return priority;
	struct span digits = folded;
	span_skip(&digits, "p");
	bool read = span_read_digits(&digits, &priority) && priority >= 1 && priority <= 5;
	if (read && (digits.length == 0 || span_is(digits, "/5")))
		return priority;
	report_value(reader, PRIORITY, "priority", "write high, medium or low, or a number from 1 (highest) to 5");
	return 0;
}

static enum initiative_status read_status(const struct initiative_reader *reader)
{
	static const struct {
		const char *term;
		enum initiative_status status;
	} words[] = {
		{ "planned", INITIATIVE_PLANNED },
		{ "not started", INITIATIVE_PLANNED },
		{ "active", INITIATIVE_ACTIVE },
		{ "in progress", INITIATIVE_ACTIVE },
		{ "paused", INITIATIVE_PAUSED },
		{ "on hold", INITIATIVE_PAUSED },
		{ "done", INITIATIVE_DONE },
		{ "completed", INITIATIVE_DONE },
		{ "dropped", INITIATIVE_DROPPED },
		{ "cancelled", INITIATIVE_DROPPED },
	};
	struct span text = value_of(reader, STATUS);
	struct span folded = utf8_fold_title(reader->outline->arena, text);
	if (text.length == 0)
		return INITIATIVE_STATUS_UNKNOWN;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (says_state(reader, folded, words[i].term))
			return words[i].status;
	report_value(reader, STATUS, "status of an initiative", "write planned, active, paused, done or dropped");
	return INITIATIVE_STATUS_UNKNOWN;
}

static struct initiative read_initiative(const struct initiative_reader *reader, struct span name)
{
	const struct outline *outline = reader->outline;
	struct initiative initiative = {
		.name = name,
		.priority = read_priority(reader),
		.status = read_status(reader),
		.effort = value_of(reader, EFFORT),
		.due = outline_date(outline, columns_cell(reader->columns, reader->row, DUE).text, reader->findings),
		.row = document_line(outline->document, reader->row->line),
	};
	struct span category = value_of(reader, CATEGORY);
	initiative.category_known =
		category.length && category_read(outline->arena, outline->aliases, category, &initiative.category);
	if (category.length && !initiative.category_known)
		report_value(reader, CATEGORY, "known category of work", "use coaching, bizdev or admin");
	return initiative;
}

static void read_initiatives(const struct outline *outline, struct plan *plan, struct finding_list *findings)
{
	struct columns columns;
	if (!columns_find(outline, outline_section(outline, "initiatives"), columns_asked, 2, findings, &columns))
		return;
	plan->initiatives = arena_new_array(outline->arena, columns.table.count, struct initiative);
	for (size_t i = 0; i < columns.table.count; i++) {
		struct initiative_reader reader = { outline, &columns, &columns.table.rows[i], findings };
		struct span name = value_of(&reader, INITIATIVE);
		if (name.length)
			plan->initiatives[plan->initiative_count++] = read_initiative(&reader, name);
	}
}

bool plan_read(const struct outline *outline, struct plan *plan, struct finding_list *findings)
{
	struct field field;
	*plan = (struct plan){ .document = outline->document };
	properties_report(&outline->properties, findings);
	bool known = read_quarter(outline, &plan->quarter, findings);
	if (outline_field_in(outline, NULL, "theme", &field) && !text_is_placeholder(field.value))
		plan->theme = field.value;
	read_initiatives(outline, plan, findings);
	if (known)
		plan_milestones_read(outline, plan, findings);
	return known;
}
