#include "model/communication.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/outline.h"
#include "model/particulars.h"

#include <stdlib.h>
#include <string.h>

/* --- the address ------------------------------------------------------------------------------------------------- */

/* `[ada@example.org](mailto:ada@example.org)`, `mailto:ada@example.org`. */
static struct span without_link(struct span text)
{
	size_t open = span_find(text, "](mailto:");
	if (open < text.length) {
		struct span target = span_from(text, open + strlen("](mailto:"));
		text = span_slice(target, 0, span_find_byte(target, ')'));
	}
	span_skip(&text, "mailto:");
	return span_trim(text);
}

/* --- response times ---------------------------------------------------------------------------------------------- */

struct reading {
	const struct outline *outline;
	struct communication *communication;
	struct finding_list *findings;
	size_t capacity;
};

static void add_response(struct reading *reading, struct response_time response)
{
	struct communication *communication = reading->communication;
	if (!response.timing.minutes)
		return;
	communication->responses = arena_grow(reading->outline->arena, communication->responses,
		communication->response_count, &reading->capacity, sizeof(*communication->responses));
	communication->responses[communication->response_count++] = response;
}

static struct timing timing_of(const struct reading *reading, struct span text)
{
	return timing_read(reading->outline->arena, reading->outline->aliases, text);
}

static enum response_kind kind_of(const struct outline *outline, struct span type)
{
	static const char *const terms[] = { [RESPONSE_QUICK] = "quick questions",
		[RESPONSE_UPDATE] = "updates/wins",
		[RESPONSE_COMPLEX] = "complex issues",
		[RESPONSE_EMERGENCY] = "emergencies" };
	struct span folded = alias_fold(outline->arena, ALIAS_LABEL, type);
	for (int kind = 0; kind < RESPONSE_OTHER; kind++)
		if (alias_is(outline->aliases, ALIAS_LABEL, folded, terms[kind]))
			return (enum response_kind)kind;
	return RESPONSE_OTHER;
}

/* A table of two columns that matter: what for, and the answer's time. */
static void read_table(struct reading *reading, const char *home, const char *const *asked, bool decisions)
{
	const struct outline *outline = reading->outline;
	const struct section *section = outline_section(outline, home);
	struct columns columns;
	if (!section || !columns_find(outline, section, asked, 2, reading->findings, &columns))
		return;
	for (size_t i = 0; i < columns.table.count; i++) {
		const struct row *row = &columns.table.rows[i];
		struct span type = columns_value(outline, &columns, row, 0);
		struct span said = columns_cell(&columns, row, 1).text;
		enum response_kind kind = kind_of(outline, type);
		if (decisions && kind != RESPONSE_EMERGENCY)
			kind = RESPONSE_DECISION;
		if (type.length)
			add_response(reading, (struct response_time){ kind, type, timing_of(reading, said), said });
	}
}

/* "Slack, 24 h"; "Slack 4 h, email 24 h" promises twice. */
static void read_terms(struct reading *reading)
{
	struct span value = particular(reading->outline, "engagement terms", "async support");
	struct span rest = value;
	struct span part;
	const char *start = NULL;
	while (span_next(&rest, ',', &part)) {
		start = start ? start : part.at;
		struct span text = span_between(start, part.at + part.length);
		struct timing timing = timing_of(reading, text);
		if (!timing.minutes)
			continue;
		add_response(reading, (struct response_time){ RESPONSE_TERMS, span_trim(text), timing, value });
		start = NULL;
	}
}

static int compare_responses(const void *left, const void *right)
{
	const struct response_time *a = left;
	const struct response_time *b = right;
	int order = (a->kind > b->kind) - (a->kind < b->kind);
	return order ? order : (a->place.at > b->place.at) - (a->place.at < b->place.at);
}

/* --- message templates ------------------------------------------------------------------------------------------- */

static struct timing read_template(const struct reading *reading, const struct section *section, const char *term)
{
	if (!section)
		return (struct timing){ .weekday = -1 };
	return timing_of(reading, particular_within(reading->outline, section, term));
}

static void report(const struct reading *reading, const struct timing *timing, const char *what, const char *hint)
{
	const struct document *document = reading->outline->document;
	struct finding *finding =
		finding_add(reading->findings, FINDING_TIMING_UNREAD, document_position_of(document, timing->text),
			"\"%.*s\" does not say when a %s is due", SPAN_PRINT(span_slice(timing->text, 0, 60)), what);
	finding_hint(reading->findings, finding, "write it as \"%s\"", hint);
}

static bool is_unread(const struct timing *timing)
{
	return timing->text.length && !timing->minutes;
}

static void read_templates(const struct reading *reading)
{
	struct communication *communication = reading->communication;
	const struct section *section = outline_section(reading->outline, "email templates");
	communication->reminder = read_template(reading, section, "session reminder");
	communication->summary = read_template(reading, section, "session summary");
	communication->check_in = read_template(reading, section, "check-in");
	communication->resource = read_template(reading, section, "resource share");
	if (is_unread(&communication->reminder))
		report(reading, &communication->reminder, "session reminder", "2 days before");
	if (is_unread(&communication->summary))
		report(reading, &communication->summary, "session summary", "Within 24 hours after");
	const struct timing *check_in = &communication->check_in;
	if (is_unread(check_in) && !check_in->mid_week && check_in->weekday < 0)
		report(reading, check_in, "check-in", "Mid-week between sessions");
}

/* "Pre-session prep > Session > Summary > Resource" has a resource. */
static bool pattern_has(const struct outline *outline, struct span pattern, const char *term)
{
	struct span rest = utf8_fold(outline->arena, pattern);
	struct span found;
	const char *said;
	while ((said = alias_find_in(outline->aliases, ALIAS_LABEL, rest, &found))) {
		if (strcmp(said, term) == 0)
			return true;
		rest = span_from(rest, (size_t)(found.at - rest.at) + found.length);
	}
	return false;
}

static void read_patterns(const struct outline *outline, struct communication *communication)
{
	static const char section[] = "touch patterns";
	communication->session_week = particular_text(outline, section, "session week");
	communication->non_session_week = particular_text(outline, section, "non-session week");
	communication->non_session_place = particular(outline, section, "non-session week");
	communication->pattern_check_in = pattern_has(outline, communication->non_session_week, "check-in");
	communication->pattern_resource = pattern_has(outline, communication->session_week, "resource share");
}

/* --- all of it --------------------------------------------------------------------------------------------------- */

void communication_read(
	const struct outline *outline, struct communication *communication, struct finding_list *findings)
{
	static const char *const channels[] = { "type", "response time", NULL };
	static const char *const decisions[] = { "situation", "decision", NULL };
	struct reading reading = { outline, communication, findings, 0 };
	*communication = (struct communication){
		.email = without_link(particular(outline, "document metadata", "email")),
		.language = particular_text(outline, "document metadata", "language"),
	};
	read_table(&reading, "async channel", channels, false);
	read_terms(&reading);
	read_table(&reading, "async support decisions", decisions, true);
	if (communication->response_count > 1)
		qsort(communication->responses, communication->response_count, sizeof(*communication->responses),
			compare_responses);
	read_templates(&reading);
	read_patterns(outline, communication);
}

static bool names_channel(struct arena *arena, const struct response_time *response, struct span channel)
{
	struct span wanted = utf8_fold(arena, channel);
	return wanted.length && utf8_matches_part(utf8_fold(arena, response->text), wanted);
}

const struct response_time *communication_response(
	struct arena *arena, const struct communication *communication, struct span channel)
{
	static const enum response_kind preferred[] = { RESPONSE_QUICK, RESPONSE_TERMS, RESPONSE_DECISION,
		RESPONSE_UPDATE, RESPONSE_OTHER, RESPONSE_COMPLEX };
	for (size_t i = 0; i < communication->response_count; i++)
		if (names_channel(arena, &communication->responses[i], channel))
			return &communication->responses[i];
	for (size_t k = 0; k < sizeof(preferred) / sizeof(*preferred); k++)
		for (size_t i = 0; i < communication->response_count; i++)
			if (communication->responses[i].kind == preferred[k])
				return &communication->responses[i];
	return NULL;
}
