#include "cmd/session_run.h"

#include "md/edit.h"
#include "practice/note_findings.h"
#include "practice/session_file.h"
#include "practice/session_status.h"
#include "rules/client_sessions.h"
#include "rules/preparation.h"

static struct session_row *copy_row(const struct session_run *run, struct session_row row)
{
	struct session_row *copy = arena_new(run->arena, struct session_row);
	*copy = row;
	return copy;
}

static int refuse_status(const struct session *session, const char *verb, struct error *error)
{
	struct position place = { .path = session->document->path };
	error_at(error, ERROR_REFUSED, place, "a session that is %s cannot be %s",
		session_status_names[session->status], verb);
	return error_hint(error, "`coach session add` books a new one");
}

/* --- add --------------------------------------------------------------------------------------------------------- */

static int refuse_repeated(const struct session_run *run, const struct booking *booking, struct error *error)
{
	const struct session *session = booking_repeated(&run->practice.records, &run->hours, booking);
	if (!session)
		return 0;
	const char *start = session->start < 0
				    ? "without a time"
				    : arena_printf(run->arena, "at %s", clock_time_format(session->start).text);
	error_at(error, ERROR_REFUSED, (struct position){ .path = session->document->path },
		"%.*s has a session on %s already, %s", SPAN_PRINT(run->choice.name), date_format(booking->date).text,
		start);
	return error_hint(
		error, "`coach session move` changes its time; a second one that day needs a time of its own");
}

static int check_booking(const struct session_run *run, const struct booking *booking, struct error *error)
{
	if (refuse_repeated(run, booking, error))
		return -1;
	booking_check(&run->practice.records, &run->hours, booking, run->context->today, run->context->findings);
	return 0;
}

int session_add(struct session_run *run, struct error *error)
{
	const struct records *records = &run->practice.records;
	struct new_session session = { .client = run->choice.note,
		.linked = run->choice.linked,
		.date = run->when.date,
		.start = run->when.start,
		.members = cohort_members(records, run->choice.client) };
	struct session asked = { .client_id = run->choice.client->id, .minutes = run->given->minutes };
	session.number = next_session_number(records, run->choice.client);
	session.minutes = session_run_length(run, &asked);
	struct booking booking = { run->choice.client, session.date, session.start, session.minutes, NULL };
	struct span text;
	if (check_booking(run, &booking, error) ||
		session_file_text(run->arena, run->context->vault, &session, &text, error))
		return -1;
	const char *path = session_file_path(
		run->arena, run->context->vault, &run->outcome->changes, session.client, session.date);
	note_findings_of_path(path, &run->loading, run->context->findings);
	run->outcome->changes.subject = arena_printf(run->arena, "%s", date_format(session.date).text);
	changeset_put(&run->outcome->changes, path, SPAN_NONE, text);
	const struct document made = { .path = path };
	asked = (struct session){ .document = &made,
		.client = session.client,
		.number = session.number,
		.date = session.date,
		.start = session.start,
		.status = SESSION_PLANNED };
	struct session_row *row = copy_row(run, session_row_of(run->arena, &asked, session.minutes));
	struct booked_week week = booked_week(records, &booking);
	session_run_result(run, row, 1);
	session_report_booked(&run->outcome->report, row, NULL, &week);
	return 0;
}

/* --- move -------------------------------------------------------------------------------------------------------- */

static int say_unchanged(struct session_run *run, const struct session *session, const char *state)
{
	session_run_result(
		run, copy_row(run, session_row_of(run->arena, session, session_run_length(run, session))), 1);
	run->outcome->unchanged =
		arena_printf(run->arena, "the session of %s is %s already", date_format(session->date).text, state);
	return 0;
}

static void report_move(
	struct session_run *run, const struct session *session, const struct booking *booking, const char *path)
{
	struct session_row *row = copy_row(run, session_row_of(run->arena, session, booking->minutes));
	struct session_origin *from = arena_new(run->arena, struct session_origin);
	*from = (struct session_origin){ row->path, row->date, row->start };
	struct session moved = *session;
	const struct document there = { .path = path };
	moved.document = &there;
	moved.date = booking->date;
	moved.start = booking->start;
	*row = session_row_of(run->arena, &moved, booking->minutes);
	session_run_result(run, row, 1)->from = from;
	struct booked_week week = booked_week(&run->practice.records, booking);
	session_report_booked(&run->outcome->report, row, from, &week);
}

int session_move(struct session_run *run, struct error *error)
{
	const struct session *session;
	if (session_find(run, run->given->from, -1, &session, error))
		return -1;
	if (session->status != SESSION_PLANNED)
		return refuse_status(session, "moved", error);
	struct appointment to = run->when;
	to.date = date_is_known(to.date) ? to.date : session->date;
	to.start = to.start >= 0 ? to.start : session->start;
	note_findings_of_path(session->document->path, &run->loading, run->context->findings);
	if (date_compare(to.date, session->date) == 0 && to.start == session->start)
		return say_unchanged(run, session, "then");
	struct booking booking = { run->choice.client, to.date, to.start, session_run_length(run, session), session };
	const char *path;
	if (check_booking(run, &booking, error) || session_file_move(run->arena, run->context->vault, &run->practice,
							   session, to, &run->outcome->changes, &path, error))
		return -1;
	run->outcome->changes.subject =
		arena_printf(run->arena, "%s to %s", date_format(session->date).text, date_format(to.date).text);
	report_move(run, session, &booking, path);
	return 0;
}

/* --- cancel ------------------------------------------------------------------------------------------------------ */

int session_cancel(struct session_run *run, struct error *error)
{
	struct appointment of = run->said ? run->when : (struct appointment){ run->given->from, -1 };
	const struct session *session;
	if (session_find(run, of.date, of.start, &session, error))
		return -1;
	note_findings_of_path(session->document->path, &run->loading, run->context->findings);
	if (session->status == SESSION_CANCELLED)
		return say_unchanged(run, session, "cancelled");
	if (session->status != SESSION_PLANNED)
		return refuse_status(session, "cancelled", error);
	const struct document *document = session->document;
	const struct outline *outline = practice_note(&run->practice, document->path)->outline;
	struct edit_list edits = edits_of(run->arena, document);
	if (session_status_set(outline, &edits, SESSION_CANCELLED, error))
		return -1;
	run->outcome->changes.subject = arena_printf(run->arena, "%s", date_format(session->date).text);
	changeset_put(&run->outcome->changes, document->path, document->bytes, edits_apply(&edits));
	struct session_row *row = copy_row(run, session_row_of(run->arena, session, session_run_length(run, session)));
	row->status = SESSION_CANCELLED;
	session_run_result(run, row, 1);
	session_report_cancelled(&run->outcome->report, row);
	return 0;
}
