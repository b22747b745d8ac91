#include "cmd/closing.h"
#include "cmd/completion_fields.h"
#include "cmd/practice_settings.h"
#include "cmd/session_report.h"
#include "rules/package.h"

struct closing_session {
	struct span path;
	struct date date;
	struct span start; /* at NULL: no time is agreed */
};

struct closing_phase {
	struct span done, next;
	bool written;
};

struct closing_fields {
	const struct session_row *session;
	bool created;
	bool complete;
	struct result_list points;  /* struct completion_point */
	struct result_list metrics; /* struct session_metric: the note's */
	const struct closing_session *next;
	struct date check_in;
	const struct closing_phase *phase;
	struct optional_integer package_number, package_total;
};

static const struct result_field row_fields[] = {
	RES_TEXT(struct session_row, path, "path", "The session note"),
	RES_TEXT(struct session_row, client, "client", "The client"),
	RES_INTEGER_OR_NULL(struct session_row, number, "number", "Which session it is"),
	RES_DATE(struct session_row, date, "date", "The day"),
	RES_INTEGER(struct session_row, minutes, "minutes", "Its length"),
	RES_CHOICE(struct session_row, status, "status", session_status_names, "What became of it"),
	RES_END,
};

static const struct result_field point_fields[] = COMPLETION_POINT_FIELDS(session_point_names);

static const struct result_field metric_fields[] = {
	RES_TEXT(struct session_metric, name, "metric", "The metric"),
	RES_TEXT(struct session_metric, value, "value", "What it stands at, as written"),
	RES_END,
};

static const struct result_field next_fields[] = {
	RES_TEXT_OR_NULL(
		struct closing_session, path, "path", "The note that was made for it; null where there was one"),
	RES_DATE(struct closing_session, date, "date", "The day"),
	RES_TEXT_OR_NULL(struct closing_session, start, "start", "The time; null while none is agreed"),
	RES_END,
};

static const struct result_field phase_fields[] = {
	RES_TEXT(struct closing_phase, done, "done", "The phase whose sessions are held"),
	RES_TEXT(struct closing_phase, next, "next", "The phase that follows"),
	RES_BOOLEAN(struct closing_phase, written, "written", "Current Phase says so now"),
	RES_END,
};

const struct result_field closing_result[] = {
	RES_OBJECT(struct closing_fields, session, struct session_row, "session", row_fields, "The session"),
	RES_BOOLEAN(struct closing_fields, created, "created", "It had no note before"),
	RES_BOOLEAN(struct closing_fields, complete, "complete", "No point is missing"),
	RES_LIST(struct closing_fields, points, struct completion_point, "points", point_fields,
		"The five points of a complete session; empty where it was not held"),
	RES_LIST(struct closing_fields, metrics, struct session_metric, "metrics", metric_fields,
		"The figures of the session's note; those of a session that was held stand in the Progress Log, too"),
	RES_OBJECT_OR_NULL(struct closing_fields, next, struct closing_session, "next_session", next_fields,
		"The next session that is booked and to come; null for none"),
	RES_DATE_OR_NULL(struct closing_fields, check_in, "check_in", "The day of the check-in in between"),
	RES_OBJECT_OR_NULL(struct closing_fields, phase, struct closing_phase, "phase", phase_fields,
		"The change of phase that is proposed; null for none"),
	RES_INTEGER(struct closing_fields, package_number, "package_number", "This session's place in the package"),
	RES_INTEGER_OR_NULL(struct closing_fields, package_total, "package_total", "Sessions of the package"),
	RES_END,
};

static const struct session_row *row_of(const struct closing_run *run)
{
	struct session_row *row = arena_new(run->arena, struct session_row);
	struct hours_settings hours = hours_settings_of(run->context->configuration);
	struct session after = run->after;
	after.client_id = run->choice.client->id;
	*row = session_row_of(run->arena, &after, session_length(&run->practice.records, &hours, &after));
	row->path = span_of(run->note->document->path);
	row->client = run->choice.name;
	return row;
}

static const struct closing_session *next_of(const struct closing_run *run)
{
	if (!date_is_known(run->next.date) || date_compare(run->next.date, run->context->today) < 0)
		return NULL;
	struct closing_session *next = arena_new(run->arena, struct closing_session);
	next->path = span_of(run->next_path);
	next->date = run->next.date;
	if (run->next.start >= 0)
		next->start = arena_copy_span(run->arena, span_of(clock_time_format(run->next.start).text));
	return next;
}

static const struct closing_phase *phase_of(const struct closing_run *run)
{
	if (!run->phase_next)
		return NULL;
	struct closing_phase *phase = arena_new(run->arena, struct closing_phase);
	*phase = (struct closing_phase){ run->phase_done->name, run->phase_next->name, run->phase_written };
	return phase;
}

static const struct closing_fields *fields_of(const struct closing_run *run)
{
	struct closing_fields *fields = arena_new(run->arena, struct closing_fields);
	struct package package =
		package_decide(&run->practice.records, run->choice.client, run->engagement, run->session.date);
	bool held = run->closing.status == SESSION_HELD;
	*fields = (struct closing_fields){
		.session = row_of(run),
		.created = run->created,
		.complete = held && completion_missing(&run->points) == 0,
		.points = held ? run->points : (struct result_list){ NULL, 0 },
		.metrics = { run->outcome.metrics, run->outcome.metric_count },
		.next = next_of(run),
		.check_in = run->check_in,
		.phase = phase_of(run),
		.package_number = INTEGER_OF(package.used + 1),
		.package_total = package.total,
	};
	return fields;
}

/* --- for people -------------------------------------------------------------------------------------------------- */

static void report_head(struct report *report, const struct closing_run *run, const struct closing_fields *fields)
{
	const struct session_row *row = fields->session;
	/* A session that did not take place has no place in the package. */
	const char *place = fields->package_total.known && row->status != SESSION_CANCELLED
				    ? arena_printf(report->arena, ", session %lld of %lld",
					      fields->package_number.value, fields->package_total.value)
				    : "";
	report_text(report, NULL, TONE_GOOD, "Closed: **%.*s**, %s%s, %s",
		SPAN_PRINT(report_escape(report->arena, row->client)), date_format(row->date).text, place,
		session_status_names[row->status]);
	if (run->created)
		report_text(report, NULL, TONE_PLAIN, "It had no note; this one was made: %.*s",
			SPAN_PRINT(report_escape(report->arena, row->path)));
}

static void report_points(struct report *report, const struct closing_fields *fields)
{
	if (fields->points.count == 0)
		return;
	if (fields->complete)
		report_text(report, NULL, TONE_GOOD, "Complete: nothing is missing.");
	completion_report_missing(report, &fields->points);
}

static void report_follow_up(struct report *report, const struct closing_fields *fields)
{
	const struct closing_session *next = fields->next;
	if (next)
		report_text(report, NULL, TONE_PLAIN, "Next session: %s%s%.*s%s", date_format(next->date).text,
			next->start.length ? " " : "", SPAN_PRINT(next->start),
			next->path.length ? ", booked now" : "");
	if (date_is_known(fields->check_in))
		report_text(report, NULL, TONE_PLAIN, "Check-in: %s, an action of yours",
			date_format(fields->check_in).text);
	if (fields->phase)
		report_text(report, NULL, TONE_PLAIN, "The sessions of %.*s are done: %.*s %s",
			SPAN_PRINT(report_escape(report->arena, fields->phase->done)),
			SPAN_PRINT(report_escape(report->arena, fields->phase->next)),
			fields->phase->written ? "is the current phase now"
					       : "would come next (`--next-phase` writes it)");
}

void closing_report(const struct closing_run *run, struct outcome *outcome)
{
	const struct closing_fields *fields = fields_of(run);
	outcome->data = fields;
	report_head(&outcome->report, run, fields);
	report_points(&outcome->report, fields);
	report_follow_up(&outcome->report, fields);
}
