/* What closing a session changes: its note, the engagement's Progress Log and phase, and the next session's note. */
#include "cmd/closing.h"
#include "cmd/practice_settings.h"
#include "md/edit.h"
#include "model/note_language.h"
#include "model/particulars.h"
#include "model/section_tasks.h"
#include "model/wording.h"
#include "practice/new_action.h"
#include "practice/progress_log.h"
#include "practice/session_file.h"
#include "rules/booking.h"
#include "rules/check_in.h"
#include "rules/client_sessions.h"
#include "rules/package.h"

/* --- the next session -------------------------------------------------------------------------------------------- */

static bool is_held(const struct closing_run *run)
{
	return run->closing.status == SESSION_HELD;
}

/* What was said now, else what the note names; of the past it is none. */
static struct appointment agreed(const struct closing_run *run)
{
	struct appointment named = { run->session.next_date, run->session.next_start };
	struct appointment agreed = date_is_known(run->closing.next.date) ? run->closing.next : named;
	bool later = date_is_known(agreed.date) && date_compare(agreed.date, run->session.date) > 0;
	return later ? agreed : (struct appointment){ DATE_NONE, -1 };
}

static int book(struct closing_run *run, struct appointment when, struct changeset *changes, struct error *error)
{
	const struct context *context = run->context;
	const struct records *records = &run->practice.records;
	struct hours_settings hours = hours_settings_of(context->configuration);
	struct session asked = { .client_id = run->choice.client->id };
	int number = next_session_number(records, run->choice.client);
	struct new_session new = { .client = run->choice.note,
		.linked = run->choice.linked,
		.number = number > run->session.number ? number : run->session.number + 1,
		.date = when.date,
		.start = when.start,
		.minutes = session_length(records, &hours, &asked),
		.members = cohort_members(records, run->choice.client) };
	struct booking booking = { run->choice.client, new.date, new.start, new.minutes, NULL };
	struct span text;
	booking_check(records, &hours, &booking, context->today, context->findings);
	if (session_file_text(run->arena, context->vault, &new, &text, error))
		return -1;
	run->next_path = session_file_path(run->arena, context->vault, changes, new.client, new.date);
	changeset_put(changes, run->next_path, SPAN_NONE, text);
	return 0;
}

static struct appointment appointment_of(const struct session *session)
{
	return session ? (struct appointment){ session->date, session->start } : (struct appointment){ DATE_NONE, -1 };
}

/* The client's session of that day, the one of that time first. */
static const struct session *session_there(const struct closing_run *run, struct appointment when)
{
	const struct records *records = &run->practice.records;
	const struct session *timed =
		when.start >= 0 ? session_on(records, run->choice.client, when.date, when.start) : NULL;
	return timed && session_takes_time(timed) ? timed : session_on(records, run->choice.client, when.date, -1);
}

static bool is_off(const struct session *session)
{
	return session->status == SESSION_CANCELLED || session->status == SESSION_RESCHEDULED;
}

static void report_another_time(const struct closing_run *run, const struct session *there, struct appointment when)
{
	struct finding_list *findings = run->context->findings;
	struct date_text start = clock_time_format(when.start);
	if (there->status != SESSION_PLANNED || when.start < 0 || there->start == when.start)
		return;
	struct finding *finding = finding_add(findings, FINDING_SESSION_DIFFERS,
		(struct position){ there->document->path, 0, 0 }, "%s was agreed on, and the session is booked %s%s",
		start.text, there->start < 0 ? "without a time" : "for ",
		there->start < 0 ? "" : clock_time_format(there->start).text);
	finding_hint(findings, finding, "`coach session move \"%.*s\" %s --from %s` changes what is booked",
		SPAN_PRINT(run->choice.name), start.text, date_format(there->date).text);
}

/* The one that this note named before, where another day is agreed on now: moving it is the coach's to say, and until
 * then the note goes on naming it. */
static const struct session *booked_for_another_day(const struct closing_run *run, struct appointment when)
{
	struct appointment named = { run->session.next_date, run->session.next_start };
	bool later = date_is_known(named.date) && date_compare(named.date, run->session.date) > 0;
	const struct session *booked = later ? session_there(run, named) : NULL;
	bool another = booked && booked->status == SESSION_PLANNED && date_compare(booked->date, when.date) != 0;
	return another ? booked : NULL;
}

static void report_another_day(const struct closing_run *run, const struct session *booked, struct appointment when)
{
	struct finding_list *findings = run->context->findings;
	struct span agreed = session_closing_when(run->arena, when);
	struct finding *finding =
		finding_add(findings, FINDING_SESSION_DIFFERS, (struct position){ booked->document->path, 0, 0 },
			"%.*s was agreed on, and the session is booked for %s", SPAN_PRINT(agreed),
			date_format(booked->date).text);
	finding_hint(findings, finding, "`coach session move \"%.*s\" %.*s --from %s` changes what is booked",
		SPAN_PRINT(run->choice.name), SPAN_PRINT(agreed), date_format(booked->date).text);
}

/* Booked is what a note says; what was agreed on and has none gets one. A session that was called off is none where the
 * same day is agreed on anew. */
static int arrange_next(struct closing_run *run, struct changeset *changes, struct error *error)
{
	const struct records *records = &run->practice.records;
	struct appointment when = agreed(run);
	const struct session *booked = next_session(records, run->choice.client, date_add(run->session.date, 1), false);
	const struct session *there = date_is_known(when.date) ? session_there(run, when) : NULL;
	bool said = date_is_known(run->closing.next.date);
	run->next = appointment_of(booked || (there && is_off(there)) ? booked : there);
	if (there)
		report_another_time(run, there, when);
	if (!date_is_known(when.date) || (there && !(said && is_off(there))))
		return 0;
	if (closing_is_past(run, &when) || (booked && !said))
		return 0;
	const struct session *another = booked_for_another_day(run, when);
	if (another) {
		run->next = appointment_of(another);
		run->closing.next = (struct appointment){ DATE_NONE, -1 };
		report_another_day(run, another, when);
		return 0;
	}
	run->next = when;
	return book(run, when, changes, error);
}

/* --- the check-in ------------------------------------------------------------------------------------------------ */

static struct span check_in_text(const struct closing_run *run, enum language language)
{
	const struct slot client = { "client", run->choice.name };
	return wording_text(run->arena, language, "check in", &client, 1);
}

static bool is_check_in(const struct closing_run *run, struct span text)
{
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		if (span_equal(text, check_in_text(run, (enum language)i)))
			return true;
	return false;
}

/* The last one that the note has; NULL for none. */
static const struct task *find_check_in(const struct closing_run *run, const struct outline *note)
{
	struct finding_list unheard = { .arena = run->arena };
	struct task_list there = section_tasks(note, outline_section(note, "next session"), &unheard);
	const struct task *found = NULL;
	for (size_t i = 0; i < there.count; i++)
		if (is_check_in(run, there.items[i].text))
			found = &there.items[i];
	return found;
}

/* The day that the note says is the one that holds. */
static void read_check_in(struct closing_run *run, const struct outline *after)
{
	const struct task *there = find_check_in(run, after);
	if (there)
		run->check_in = there->due;
}

/* That of the one that the note has already, which may have none, so that it is the same one. */
static struct span check_in_id(const struct closing_run *run, struct span text)
{
	const struct task *there = find_check_in(run, run->note);
	return there ? there->id : new_action_id(run->arena, &run->practice.records.actions, text);
}

static int add_check_in(struct closing_run *run, struct error *error)
{
	bool proposes = !date_is_known(run->check_in) && is_held(run) && !run->no_check_in;
	if (proposes)
		run->check_in = check_in_day(run->engagement, run->session.date, run->next.date);
	if (proposes && date_compare(run->check_in, run->context->today) < 0)
		run->check_in = DATE_NONE;
	if (!date_is_known(run->check_in))
		return 0;
	struct new_action action = {
		.text = check_in_text(run, note_language(run->note)),
		.owner = OWNER_COACH,
		.usual = OWNER_CLIENT,
		.due = run->check_in,
	};
	action.id = check_in_id(run, action.text);
	struct task task;
	return new_action_line(run->arena, &action, &run->closing.check_in, &task, error);
}

/* --- the session's note ------------------------------------------------------------------------------------------ */

static const struct outline *read_back(struct closing_run *run, const char *path, struct span text)
{
	size_t most = (size_t)run->context->configuration->note_most_bytes;
	return outline_of(run->arena, run->practice.aliases, document_parse(run->arena, path, text, most));
}

static int write_note(struct closing_run *run, struct changeset *changes, struct error *error)
{
	struct finding_list unheard = { .arena = run->arena };
	const struct document *document = run->note->document;
	if (session_closing_write(run->note, &run->closing, &run->session_text, error))
		return -1;
	changeset_put(changes, document->path, run->created ? SPAN_NONE : document->bytes, run->session_text);
	const struct outline *after = read_back(run, document->path, run->session_text);
	session_read(after, &run->after, &unheard);
	session_outcome_read(after, &run->outcome, &unheard);
	read_check_in(run, after);
	return 0;
}

/* --- the engagement's -------------------------------------------------------------------------------------------- */

static void propose_phase(struct closing_run *run)
{
	if (run->engagement && is_held(run))
		run->phase_next = phase_proposed(
			run->arena, run->practice.aliases, run->engagement, run->after.number, &run->phase_done);
}

static void report_without_place(const struct closing_run *run, const struct document *document)
{
	struct finding_list *findings = run->context->findings;
	struct finding *finding = finding_add(findings, FINDING_UNRECOGNISED_HEADING,
		(struct position){ document->path, 0, 0 }, "no Current Phase to write the next phase into");
	finding_hint(findings, finding, "add a line `**Current Phase:** %.*s`", SPAN_PRINT(run->phase_next->name));
}

static struct span with_next_phase(struct closing_run *run, const struct outline *outline)
{
	struct edit_list edits = edits_of(run->arena, outline->document);
	if (!run->given->next_phase || !run->phase_next)
		return outline->document->bytes;
	run->phase_written =
		particular_set(&edits, outline, "document metadata", "current phase", run->phase_next->name);
	if (!run->phase_written)
		report_without_place(run, outline->document);
	return edits_apply(&edits);
}

static int write_engagement(struct closing_run *run, struct changeset *changes, struct error *error)
{
	struct finding_list unheard = { .arena = run->arena };
	struct engagement *after = arena_new(run->arena, struct engagement);
	const struct document *document;
	struct span text;
	if (!run->engagement)
		return 0;
	document = run->engagement_note->document;
	size_t count;
	const struct session_metric *figures = closing_figures_to_log(run, &count);
	if (progress_log_add(run->engagement_note, run->session.date, figures, is_held(run) ? count : 0, &text, error))
		return -1;
	text = with_next_phase(run, read_back(run, document->path, text));
	changeset_put(changes, document->path, document->bytes, text);
	engagement_read(read_back(run, document->path, text), after, &unheard);
	run->engagement_after = after;
	return 0;
}

/* --- what follows ------------------------------------------------------------------------------------------------ */

static void judge(struct closing_run *run)
{
	struct session_facts facts = session_facts_of(&run->practice.records, &run->session, &run->outcome);
	facts.session = &run->after;
	facts.engagement = run->engagement_after;
	facts.next = run->next;
	run->points = session_completion_decide(run->arena, &facts);
}

int closing_write(struct closing_run *run, struct outcome *outcome, struct error *error)
{
	struct changeset *changes = &outcome->changes;
	const char *day = arena_printf(run->arena, "%s", date_format(run->session.date).text);
	*changes = changeset_of(run->arena, "close_session", day);
	if (arrange_next(run, changes, error) || add_check_in(run, error) || write_note(run, changes, error))
		return -1;
	propose_phase(run);
	if (write_engagement(run, changes, error))
		return -1;
	closing_check_actions(run);
	closing_check_figures(run);
	answers_put_served(changes, &run->answers);
	if (changeset_visible(changes) == 0)
		outcome->unchanged = arena_printf(run->arena, "the session of %s is closed already", day);
	judge(run);
	return 0;
}
