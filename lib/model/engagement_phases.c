#include "model/engagement_phases.h"

#include "codec/utf8.h"
#include "model/text_reading.h"

enum { FOCUS, FOCUS_AREA, SESSION, MONTH };

static const char *const columns_asked[] = { "focus", "focus area", "session", "month", NULL };
enum { FOCUS_MOST = sizeof(((struct engagement_phase *)0)->focuses) / sizeof(struct span) };

/* --- the heading ------------------------------------------------------------------------------------------------- */

/* "Phase 1: Onboarding (Sessions 1-3)" at its last round bracket. */
static void split_heading(struct span title, struct span *before, struct span *inside)
{
	*before = title;
	*inside = SPAN_NONE;
	for (size_t at = 0; at < title.length; at++) {
		struct span rest = span_from(title, at);
		if (!span_skip(&rest, "(") && !span_skip(&rest, "（"))
			continue;
		*before = span_slice(title, 0, at);
		*inside = rest;
	}
}

/* "Onboarding" of "Phase 1: Onboarding", also with a full-width colon or a dash; the whole where nothing divides it. */
static struct span phase_name(struct span heading)
{
	static const char *const dividers[] = { ":", "：", " — ", " – ", " - " };
	for (size_t i = 0; i < sizeof(dividers) / sizeof(*dividers); i++) {
		struct span rest = span_from(heading, span_find(heading, dividers[i]));
		if (span_skip(&rest, dividers[i]) && !span_is_blank(rest))
			return span_trim(rest);
	}
	return span_trim(heading);
}

/* "Sessions", "Sitzungen", "会谈", or nothing but the sign for a number in a row ("第1-3次"). */
static bool counts_sessions(const struct outline *outline, struct span before, struct span after)
{
	before = span_trim(before);
	after = span_trim(after);
	bool ordinal = span_is(before, "第");
	if (ordinal)
		before = SPAN_NONE;
	if (ordinal && span_skip(&after, "次") && after.length == 0)
		return true;
	struct span word = before.length ? before : after;
	return alias_is(outline->aliases, ALIAS_COLUMN, word, "session") ||
	       alias_is(outline->aliases, ALIAS_LABEL, word, "sessions");
}

/* "Sessions 1-3"; a placeholder leaves its end 0. Months are no sessions. */
static void read_sessions(const struct outline *outline, struct span inside, struct engagement_phase *phase)
{
	struct span folded = utf8_fold(outline->arena, inside);
	size_t start = 0;
	while (start < folded.length && (folded.at[start] < '0' || folded.at[start] > '9'))
		start++;
	struct span rest = span_from(folded, start);
	int first = 0;
	int last = 0;
	if (!span_read_digits(&rest, &first))
		return;
	struct span after = rest;
	if (!text_skip_range_sign(&after))
		last = first;
	else if (span_read_digits(&after, &last) || span_skip(&after, "["))
		rest = last ? after : SPAN_NONE;
	rest = span_slice(rest, 0, span_find_byte(rest, ')'));
	if (!counts_sessions(outline, span_slice(folded, 0, start), rest))
		return;
	phase->first_session = first;
	phase->last_session = last;
}

/* --- the phase's table ------------------------------------------------------------------------------------------- */

static void read_focuses(const struct outline *outline, const struct columns *columns, struct engagement_phase *phase)
{
	int column = columns->index[FOCUS] >= 0 ? FOCUS : FOCUS_AREA;
	phase->focus_always = columns->index[SESSION] == COLUMN_MISSING && columns->index[MONTH] == COLUMN_MISSING;
	for (size_t i = 0; i < columns->table.count && phase->focus_count < FOCUS_MOST; i++) {
		const struct row *row = &columns->table.rows[i];
		struct span focus = columns_value(outline, columns, row, column);
		if (focus.length == 0)
			continue;
		phase->focuses[phase->focus_count] = focus;
		phase->focus_sessions[phase->focus_count] =
			text_first_number(columns_value(outline, columns, row, SESSION));
		phase->focus_months[phase->focus_count++] =
			text_first_number(columns_value(outline, columns, row, MONTH));
	}
}

static void read_table(const struct outline *outline, const struct section *section, struct engagement_phase *phase,
	struct finding_list *findings)
{
	const struct document *document = outline->document;
	for (int block = section->first_block; block < section->end_block; block++) {
		if (document->blocks[block].kind != BLOCK_TABLE)
			continue;
		struct columns columns;
		columns_map(outline, table_read(outline->arena, document, block), columns_asked, &columns);
		columns_report(outline, &columns, columns_asked, findings);
		if (columns.index[FOCUS] < 0 && columns.index[FOCUS_AREA] < 0)
			continue;
		read_focuses(outline, &columns, phase);
		return;
	}
}

/* --- phases ------------------------------------------------------------------------------------------------------ */

static bool names_phase(const struct outline *outline, const struct section *section)
{
	static const char *const terms[] = { "phase 1: onboarding", "phase 2: implementation",
		"phase 3: optimization" };
	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++)
		if (outline_section_is(outline, section, terms[i]))
			return true;
	return false;
}

static struct engagement_phase read_phase(
	const struct outline *outline, const struct section *section, struct finding_list *findings)
{
	struct engagement_phase phase = { 0 };
	struct span heading;
	struct span inside;
	struct field field;
	split_heading(section->title, &heading, &inside);
	phase.name = phase_name(heading);
	read_sessions(outline, inside, &phase);
	if (outline_field_in(outline, section, "objective", &field) && !text_is_placeholder(field.value))
		phase.objective = field.value;
	read_table(outline, section, &phase, findings);
	return phase;
}

void engagement_phases_read(const struct outline *outline, struct engagement *engagement, struct finding_list *findings)
{
	const struct section *structure = outline_section(outline, "engagement structure");
	int parent = structure ? (int)(structure - outline->sections.items) : -1;
	engagement->phases = arena_new_array(outline->arena, outline->sections.count, struct engagement_phase);
	for (size_t i = 0; i < outline->sections.count; i++) {
		const struct section *section = &outline->sections.items[i];
		if (structure ? section->parent == parent : names_phase(outline, section))
			engagement->phases[engagement->phase_count++] = read_phase(outline, section, findings);
	}
}

struct span engagement_phase_focus(const struct engagement *engagement, int number)
{
	for (size_t i = 0; engagement && number > 0 && i < engagement->phase_count; i++) {
		const struct engagement_phase *phase = &engagement->phases[i];
		for (int k = 0; k < phase->focus_count; k++)
			if (phase->focus_sessions[k] == number)
				return phase->focuses[k];
	}
	return SPAN_NONE;
}
