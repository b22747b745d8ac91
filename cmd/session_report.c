#include "cmd/session_report.h"

const char *const session_action_names[] = { "add", "move", "cancel", "list", NULL };

static const struct result_field row_fields[] = {
	RES_TEXT(struct session_row, path, "path", "The session note"),
	RES_TEXT(struct session_row, client, "client", "The client"),
	RES_INTEGER_OR_NULL(struct session_row, number, "number", "Which session with the client it is"),
	RES_DATE(struct session_row, date, "date", "Its day"),
	RES_TEXT_OR_NULL(struct session_row, start, "start", "Its time; null while none is agreed"),
	RES_INTEGER(struct session_row, minutes, "minutes", "How long it takes"),
	RES_CHOICE(struct session_row, status, "status", session_status_names, "What became of it"),
	RES_BOOLEAN(struct session_row, prepared, "prepared", "The agenda is written"),
	RES_END,
};

static const struct result_field origin_fields[] = {
	RES_TEXT(struct session_origin, path, "path", "Where the note was"),
	RES_DATE(struct session_origin, date, "date", "The day before the move"),
	RES_TEXT_OR_NULL(struct session_origin, start, "start", "The time before the move"),
	RES_END,
};

const struct result_field session_fields[] = {
	RES_CHOICE(struct session_result, action, "action", session_action_names, "What was done"),
	RES_LIST(struct session_result, sessions, struct session_row, "sessions", row_fields,
		"The session as it now is, or those listed, by date"),
	RES_OBJECT_OR_NULL(struct session_result, from, struct session_origin, "from", origin_fields,
		"Where a moved session was before"),
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

static void add_row(struct report *report, struct report_node *table, const struct session_row *row)
{
	struct arena *arena = report->arena;
	bool planned = row->status == SESSION_PLANNED;
	struct report_cell *cells = report_row(report, table);
	cells[0].text = span_of(
		arena_printf(arena, "%s %s", weekday_short_name(date_weekday(row->date)), date_format(row->date).text));
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
