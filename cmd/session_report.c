#include "cmd/session_report.h"

const char *const session_action_names[] = { "add", "move", "cancel", "list", "import", NULL };

static const struct result_field row_fields[] = {
	RES_TEXT(struct session_row, path, "path", "The session note"),
	RES_TEXT(struct session_row, client, "client", "The client"),
	RES_INTEGER_OR_NULL(struct session_row, number, "number", "Which session with the client it is"),
	RES_DATE(struct session_row, date, "date", "Its day"),
	RES_TEXT_OR_NULL(struct session_row, start, "start", "Its time; null while none is agreed"),
	RES_INTEGER(struct session_row, minutes, "minutes", "How long it takes"),
	RES_CHOICE(struct session_row, status, "status", session_status_names, "What became of it"),
	RES_BOOLEAN(struct session_row, prepared, "prepared", "The agenda is written"),
	RES_CHOICE_OR_NULL(struct session_row, change, "action", import_action_names,
		"What an import did with it; null where nothing was imported"),
	RES_END,
};

static const struct result_field origin_fields[] = {
	RES_TEXT(struct session_origin, path, "path", "Where the note was"),
	RES_DATE(struct session_origin, date, "date", "The day before the move"),
	RES_TEXT_OR_NULL(struct session_origin, start, "start", "The time before the move"),
	RES_END,
};

static const struct result_field skipped_fields[] = {
	RES_TEXT(struct skipped_event, summary, "summary", "The event's title"),
	RES_DATE(struct skipped_event, date, "date", "Its day"),
	RES_TEXT_OR_NULL(struct skipped_event, start, "start", "Its time; null where it takes the day"),
	RES_CHOICE(struct skipped_event, reason, "reason", import_reason_names, "Why it is no session"),
	RES_INTEGER(struct skipped_event, line, "line", "Where it begins in the calendar file"),
	RES_END,
};

const struct result_field session_fields[] = {
	RES_CHOICE(struct session_result, action, "action", session_action_names, "What was done"),
	RES_LIST(struct session_result, sessions, struct session_row, "sessions", row_fields,
		"The session as it now is, or those listed, by date"),
	RES_OBJECT_OR_NULL(struct session_result, from, struct session_origin, "from", origin_fields,
		"Where a moved session was before"),
	RES_LIST(struct session_result, skipped, struct skipped_event, "skipped", skipped_fields,
		"Events of an imported calendar that are no sessions"),
	RES_INTEGER_OR_NULL(struct session_result, outside, "outside",
		"How many events of an imported calendar lie before the first day or after the last; else null"),
	RES_END,
};

static struct span time_text(struct arena *arena, int start)
{
	if (start < 0)
		return SPAN_NONE;
	return arena_copy_span(arena, span_of(clock_time_format(start).text));
}

struct session_row session_row_of(struct arena *arena, const struct session *session, int minutes)
{
	return (struct session_row){
		.path = span_of(session->document->path),
		.client = session->client,
		.number = session->number ? INTEGER_OF(session->number) : INTEGER_UNKNOWN,
		.date = session->date,
		.start = time_text(arena, session->start),
		.minutes = INTEGER_OF(minutes),
		.status = (int)session->status,
		.prepared = session->prepared,
		.change = -1,
	};
}

/* "Friday 2026-12-04, 10:00", or "Friday 2026-12-04, no time yet". */
static const char *day_and_time(struct arena *arena, struct date date, struct span start)
{
	struct span time = start.at ? start : SPAN("no time yet");
	return arena_printf(
		arena, "%s %s, %.*s", weekday_name(date_weekday(date)), date_format(date).text, SPAN_PRINT(time));
}

static const char *session_name(struct arena *arena, const struct session_row *row)
{
	const char *number = row->number.known ? arena_printf(arena, " %lld", row->number.value) : "";
	return arena_printf(arena, "session%s with **%.*s**", number, SPAN_PRINT(report_escape(arena, row->client)));
}

static void report_week(struct report *report, struct date date, const struct booked_week *week)
{
	const char *maximum = week->maximum ? arena_printf(report->arena, " of at most %d", week->maximum) : "";
	report_text(report, NULL, week->maximum && week->booked > week->maximum ? TONE_WARNING : TONE_QUIET,
		"%s now has %d session%s%s.", week_format(week_of(date)).text, week->booked,
		report_plural(week->booked), maximum);
}

void session_report_booked(struct report *report, const struct session_row *row, const struct session_origin *from,
	const struct booked_week *week)
{
	struct arena *arena = report->arena;
	const char *name = session_name(arena, row);
	const char *when = day_and_time(arena, row->date, row->start);
	if (from)
		report_text(report, NULL, TONE_GOOD, "Moved %s from %s to %s.", name,
			day_and_time(arena, from->date, from->start), when);
	else
		report_text(report, NULL, TONE_GOOD, "Booked %s: %s, %lld minutes.", name, when, row->minutes.value);
	report_week(report, row->date, week);
}

void session_report_cancelled(struct report *report, const struct session_row *row)
{
	struct arena *arena = report->arena;
	report_text(report, NULL, TONE_PLAIN, "Cancelled %s: %s. Its note stays as it is.", session_name(arena, row),
		day_and_time(arena, row->date, row->start));
}

/* "from 2026-11-16 to 2026-12-13"; empty without limits. */
static const char *range_text(struct arena *arena, struct date from, struct date to)
{
	const char *start = date_is_known(from) ? arena_printf(arena, " from %s", date_format(from).text) : "";
	const char *end = date_is_known(to) ? arena_printf(arena, " to %s", date_format(to).text) : "";
	return arena_printf(arena, "%s%s", start, end);
}

/* "Fri 2026-12-04" */
static struct span short_day(struct arena *arena, struct date date)
{
	return span_of(arena_printf(arena, "%s %s", weekday_short_name(date_weekday(date)), date_format(date).text));
}

static void add_row(struct report *report, struct report_node *table, const struct session_row *row)
{
	struct arena *arena = report->arena;
	bool planned = row->status == SESSION_PLANNED;
	struct report_cell *cells = report_row(report, table);
	cells[0].text = short_day(arena, row->date);
	cells[1].text = row->start.at ? row->start : SPAN("–");
	report_cell_set(report, &cells[2], TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(arena, row->client)));
	cells[3].text = row->number.known ? span_of(arena_printf(arena, "%lld", row->number.value)) : SPAN("–");
	cells[4].text = span_of(arena_printf(arena, "%lld", row->minutes.value));
	cells[5].text = span_of(session_status_names[row->status]);
	cells[6].text = row->prepared ? SPAN("yes") : SPAN("no");
	cells[6].tone = row->prepared || !planned ? TONE_QUIET : TONE_WARNING;
}

void session_report_list(struct report *report, struct result_list rows, struct date from, struct date to)
{
	static const char *const columns[] = { "Date", "Start", "Client", "Session", "Minutes", "Status", "Prepared" };
	if (rows.count == 0) {
		report_text(report, NULL, TONE_QUIET, "No sessions%s.", range_text(report->arena, from, to));
		return;
	}
	struct report_node *table = report_table(report, NULL, columns, 7, "lllrrll");
	for (size_t i = 0; i < rows.count; i++)
		add_row(report, table, (const struct session_row *)rows.items + i);
}

/* --- import ------------------------------------------------------------------------------------------------------ */

enum { SHOWN_EVENTS = 20 };

static size_t count_changes(struct result_list rows, enum import_action action)
{
	const struct session_row *items = rows.items;
	size_t count = 0;
	for (size_t i = 0; i < rows.count; i++)
		count += items[i].change == (int)action;
	return count;
}

/* "Booked 2 sessions, moved 1; 3 are as they were." */
static void report_counts(struct report *report, struct result_list rows)
{
	static const char *const verbs[] = { "booked", "moved", "cancelled", "linked" };
	struct buffer BUFFER_CLEANUP text = BUFFER_INIT(256);
	for (int action = IMPORT_BOOKED; action <= IMPORT_LINKED; action++) {
		size_t count = count_changes(rows, (enum import_action)action);
		if (count)
			buffer_printf(&text, "%s%s %zu", text.length ? ", " : "Sessions: ", verbs[action], count);
	}
	size_t same = count_changes(rows, IMPORT_UNCHANGED);
	if (same)
		buffer_printf(&text, "%s%zu as %s", text.length ? ", " : "Sessions: ", same,
			same == 1 ? "it was" : "they were");
	report_text(report, NULL, text.length ? TONE_GOOD : TONE_QUIET, "%.*s.",
		SPAN_PRINT(text.length ? buffer_span(&text) : SPAN("No event of the calendar is a session")));
}

static void report_changes(struct report *report, struct result_list rows)
{
	static const char *const columns[] = { "Date", "Start", "Client", "Minutes", "Change" };
	const struct session_row *items = rows.items;
	if (count_changes(rows, IMPORT_UNCHANGED) == rows.count)
		return;
	struct report_node *table = report_table(report, NULL, columns, 5, "lllrl");
	for (size_t i = 0; i < rows.count; i++) {
		const struct session_row *row = &items[i];
		if (row->change == IMPORT_UNCHANGED)
			continue;
		struct report_cell *cells = report_row(report, table);
		cells[0].text = short_day(report->arena, row->date);
		cells[1].text = row->start.at ? row->start : SPAN("–");
		report_cell_set(
			report, &cells[2], TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(report->arena, row->client)));
		cells[3].text = span_of(arena_printf(report->arena, "%lld", row->minutes.value));
		cells[4].text = span_of(import_action_names[row->change]);
	}
}

static void report_skipped(struct report *report, struct result_list events, enum import_reason reason)
{
	static const char *const one[] = { "names no client", "names several clients",
		"is at a time when the client has a session already", "takes longer than a day" };
	static const char *const many[] = { "name no client", "name several clients",
		"are at times when the client has a session already", "take longer than a day" };
	const struct skipped_event *items = events.items;
	size_t count = 0;
	for (size_t i = 0; i < events.count; i++)
		count += items[i].reason == (int)reason;
	if (count == 0)
		return;
	report_text(report, NULL, TONE_PLAIN, "%zu event%s %s:", count, report_plural((long long)count),
		count == 1 ? one[reason] : many[reason]);
	struct report_node *list = report_list(report, NULL);
	size_t shown = 0;
	for (size_t i = 0; i < events.count && shown < SHOWN_EVENTS; i++) {
		if (items[i].reason != (int)reason)
			continue;
		shown++;
		report_item(report, list, TONE_QUIET, "%.*s%s%.*s %.*s",
			SPAN_PRINT(short_day(report->arena, items[i].date)), items[i].start.at ? " " : "",
			SPAN_PRINT(items[i].start), SPAN_PRINT(report_escape(report->arena, items[i].summary)));
	}
	if (shown < count)
		report_item(report, list, TONE_QUIET, "and %zu more", count - shown);
}

void session_report_import(struct report *report, const struct session_result *result, struct date from, struct date to)
{
	report_counts(report, result->sessions);
	report_changes(report, result->sessions);
	for (int reason = IMPORT_NO_CLIENT; reason <= IMPORT_TOO_LONG; reason++)
		report_skipped(report, result->skipped, (enum import_reason)reason);
	if (result->outside.value)
		report_text(report, NULL, TONE_QUIET, "%lld event%s not%s.", result->outside.value,
			result->outside.value == 1 ? " is" : "s are", range_text(report->arena, from, to));
}
