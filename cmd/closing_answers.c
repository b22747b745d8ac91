/* What a coach says of a session, from notes and answers. */
#include "cmd/closing.h"
#include "cmd/given_answers.h"
#include "cmd/given_text.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/text_reading.h"
#include "rules/client_sessions.h"

#include <string.h>

static const char *const keys[] = { "status", "minutes", "notes", "summary", "actions", "metrics", "resources",
	"attended", "next", "focus", "check_in", NULL };

/* --- reading ----------------------------------------------------------------------------------------------------- */

const char *closing_conversation(const struct closing_run *run)
{
	return arena_printf(
		run->arena, "close_session %s %.*s", date_format(run->session.date).text, SPAN_PRINT(run->choice.note));
}

bool closing_is_asking(const struct closing_run *run)
{
	return run->context->interactive && !run->given->answers && !run->given->notes;
}

int closing_read(struct closing_run *run, struct error *error)
{
	const struct closing_options *given = run->given;
	size_t most = (size_t)run->context->configuration->note_most_bytes;
	struct span notes;
	if (given->notes && given->answers && strcmp(given->notes, "-") == 0 && strcmp(given->answers, "-") == 0)
		return error_set(error, ERROR_USAGE, "--notes and --answers cannot both be standard input");
	if (given_text(run->context, given->notes, most, &notes, error))
		return -1;
	const char *path = given->notes ? given->notes : "-";
	run->raw = raw_notes_read(
		run->arena, run->practice.aliases, path, notes, most, run->session.date, run->context->findings);
	return given_answers(run->context, closing_is_asking(run), closing_conversation(run), given->answers, keys,
		&run->answers, error);
}

/* --- answers ----------------------------------------------------------------------------------------------------- */

bool closing_may_end_with(enum session_status status)
{
	return status == SESSION_HELD || status == SESSION_MISSED || status == SESSION_CANCELLED;
}

/* Why an answer cannot be taken, and what to write instead; `what` NULL: it can. One for a key, typed or given. */
struct refusal {
	const char *what, *hint;
};

static const char *told(struct arena *arena, struct refusal refusal)
{
	return refusal.what ? arena_printf(arena, "%s; %s", refusal.what, refusal.hint) : NULL;
}

static struct refusal read_status(const struct closing_run *run, struct span said, enum session_status *status)
{
	bool taken =
		session_status_read(run->arena, run->practice.aliases, said, status) && closing_may_end_with(*status);
	return taken ? (struct refusal){ NULL, NULL }
		     : (struct refusal){ "no end of a session", "write held, missed or cancelled" };
}

const char *closing_settle_status(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	enum session_status status = SESSION_PLANNED;
	(void)today;
	return told(arena, read_status(question->run, *answer, &status));
}

int closing_understand_status(struct closing_run *run, struct error *error)
{
	static const enum session_status by_option[] = { SESSION_HELD, SESSION_HELD, SESSION_MISSED,
		SESSION_CANCELLED };
	const struct yaml_node *node = answers_get(&run->answers, "status", SPAN_NONE);
	struct span text = yaml_text(node);
	enum session_status *status = &run->closing.status;
	struct refusal refusal = { NULL, NULL };
	*status = closing_may_end_with(run->session.status) ? run->session.status : SESSION_HELD;
	if (run->given->status != CLOSING_UNSAID)
		*status = by_option[run->given->status];
	else if (text.length)
		refusal = read_status(run, text, status);
	return refusal.what ? answers_refuse(&run->answers, node, refusal.what, refusal.hint, error) : 0;
}

static int understand_minutes(struct closing_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "minutes", SPAN_NONE);
	struct span rest = yaml_text(node);
	int minutes;
	run->closing.minutes = run->given->minutes ? run->given->minutes : -1;
	if (!rest.length || run->given->minutes)
		return 0;
	if (span_read_digits(&rest, &minutes) && rest.length == 0 && minutes > 0)
		run->closing.minutes = minutes;
	else if (!duration_parse(yaml_text(node), &run->closing.minutes))
		return answers_refuse(&run->answers, node, "no length of time", "write minutes: 50", error);
	return 0;
}

static struct span joined(struct arena *arena, struct span first, struct span second)
{
	if (!first.length || !second.length)
		return first.length ? first : second;
	return span_of(arena_printf(arena, "%.*s\n\n%.*s", SPAN_PRINT(first), SPAN_PRINT(second)));
}

static int understand_prose(struct closing_run *run, struct error *error)
{
	struct span notes;
	struct span summary;
	if (answers_text(&run->answers, "notes", &notes, error) ||
		answers_text(&run->answers, "summary", &summary, error))
		return -1;
	run->closing.notes = joined(run->arena, run->raw.notes, notes);
	run->closing.summary = joined(run->arena, run->raw.summary, summary);
	return 0;
}

/* --- the rest ---------------------------------------------------------------------------------------------------- */

/* The member whom a part of the name means; a guest is one of that name. */
static struct span find_member(const struct closing_run *run, struct span name)
{
	const struct task_list *members = &run->session.attendance;
	struct span part = utf8_fold(run->arena, name);
	struct span found = SPAN_NONE;
	int count = 0;
	for (size_t i = 0; i < members->count; i++) {
		struct span member = text_plain(run->arena, members->items[i].text);
		if (!utf8_matches_part(utf8_fold(run->arena, member), part))
			continue;
		found = member;
		count++;
	}
	return count == 1 ? found : name;
}

/* A link where there is such a note, as one that leads nowhere is worse than a name. */
static struct span linked(const struct closing_run *run, struct span name)
{
	const struct note_list *notes = &run->practice.notes;
	struct span file = span_of(arena_printf(run->arena, "%.*s.md", SPAN_PRINT(name)));
	for (size_t i = 0; i < notes->count; i++)
		if (span_equal(span_of(path_name(notes->items[i].path)), file))
			return span_of(arena_printf(run->arena, "[[%.*s]]", SPAN_PRINT(name)));
	return name;
}

static int understand_attended(struct closing_run *run, struct error *error)
{
	const struct yaml_node **items;
	size_t count;
	if (answers_list(run->arena, &run->answers, "attended", &items, &count, error))
		return -1;
	struct span *names = arena_new_array(run->arena, count, struct span);
	run->closing.attended = names;
	for (size_t i = 0; i < count; i++) {
		struct span said = utf8_sentence(run->arena, text_plain(run->arena, yaml_text(items[i])));
		if (said.length)
			names[run->closing.attended_count++] = linked(run, find_member(run, said));
	}
	return 0;
}

bool closing_is_past(const struct closing_run *run, const struct appointment *appointment)
{
	int order = date_compare(appointment->date, run->context->today);
	return order < 0 || (order == 0 && appointment->start >= 0 && appointment->start < run->context->minute);
}

/* At an hour of today that has gone by, where no session is: on a Friday afternoon `fri 10:00` means another Friday.
 * What lies on an earlier day is on record, and not booked. */
static bool is_gone_by(const struct closing_run *run, const struct appointment *next)
{
	return date_compare(next->date, run->context->today) == 0 && closing_is_past(run, next) &&
	       !session_on(&run->practice.records, run->choice.client, next->date, next->start);
}

static struct refusal read_next(const struct closing_run *run, struct span said, struct appointment *next)
{
	if (!text_agreed_appointment(said, run->session.date, next))
		return (struct refusal){ "no day", "write it like 2026-12-04 10:00, fri 10:00, next tue 14:30, +14d" };
	if (date_compare(next->date, run->session.date) <= 0)
		return (struct refusal){ "not after the session itself", "name a later day" };
	if (is_gone_by(run, next))
		return (struct refusal){ "an hour of today that is past",
			"name a later hour, or another day (+7d 10:00)" };
	return (struct refusal){ NULL, NULL };
}

const char *closing_settle_next(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	struct appointment next;
	(void)today;
	struct refusal refusal = read_next(question->run, *answer, &next);
	if (!refusal.what)
		*answer = session_closing_when(arena, next);
	return told(arena, refusal);
}

static int understand_next(struct closing_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "next", SPAN_NONE);
	struct span said = yaml_text(node);
	struct span focus;
	run->closing.next = run->raw.next;
	if (answers_text(&run->answers, "focus", &focus, error))
		return -1;
	run->closing.next_focus = focus.length ? utf8_sentence(run->arena, focus) : run->raw.next_focus;
	if (!said.length)
		return 0;
	struct refusal refusal = read_next(run, said, &run->closing.next);
	return refusal.what ? answers_refuse(&run->answers, node, refusal.what, refusal.hint, error) : 0;
}

static int understand_check_in(struct closing_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "check_in", SPAN_NONE);
	struct span said = yaml_text(node);
	run->check_in = DATE_NONE;
	if (!said.length || text_agreed_day(said, run->session.date, &run->check_in))
		return 0;
	run->no_check_in = alias_is(run->practice.aliases, ALIAS_STATE, utf8_fold_title(run->arena, said), "no");
	return run->no_check_in ? 0
				: answers_refuse(&run->answers, node, "no day",
					  "write check_in: 2026-12-02, or check_in: no", error);
}

/* In the note, the sections behind it would be gone. */
static int check_closed(struct closing_run *run, struct error *error)
{
	const struct session_closing *closing = &run->closing;
	const struct {
		const char *name;
		struct span raw, whole;
	} texts[] = { { "notes", run->raw.notes, closing->notes }, { "summary", run->raw.summary, closing->summary },
		{ "actions", run->raw.actions, closing->actions },
		{ "resources", run->raw.resources, closing->resources } };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		if (session_closing_is_closed(run->arena, texts[i].whole))
			continue;
		bool in_notes = !session_closing_is_closed(run->arena, texts[i].raw);
		error_at(error, ERROR_PARSE,
			(struct position){ .path = in_notes ? run->given->notes : run->answers.path },
			"the text of %s opens code, a comment or HTML and does not close it", texts[i].name);
		return error_hint(error, "close it (``` or -->), or it would hide the rest of the session's note");
	}
	return 0;
}

static bool note_says_something(const struct closing_run *run)
{
	const struct document *document = run->note->document;
	const struct section *notes = outline_section(run->note, "notes");
	bool attended = false;
	for (size_t i = 0; i < run->session.attendance.count; i++)
		attended |= run->session.attendance.items[i].status == TASK_DONE;
	return run->session.summary.length || run->session.actions.count || run->before.metric_count ||
	       run->before.resources.count || run->before.listed || attended ||
	       (notes && section_has_content(document, notes));
}

static bool something_is_said(const struct closing_run *run)
{
	const struct session_closing *closing = &run->closing;
	return date_is_known(closing->next.date) || closing->next_focus.length || date_is_known(run->check_in) ||
	       run->no_check_in || closing->notes.length || closing->summary.length ||
	       span_trim(closing->actions).length || span_trim(closing->resources).length || closing->metric_count ||
	       closing->attended_count || closing->minutes >= 0;
}

/* That a session took place is not taken from nothing, such as an empty pipe: it counts in hours, package and health.
 */
static int check_that_it_took_place(struct closing_run *run, struct error *error)
{
	bool told = run->given->status != CLOSING_UNSAID || run->session.status != SESSION_PLANNED ||
		    yaml_text(answers_get(&run->answers, "status", SPAN_NONE)).length || closing_is_asking(run);
	if (told || note_says_something(run) || something_is_said(run))
		return 0;
	error_at(error, ERROR_INPUT_NEEDED, (struct position){ .path = run->session.document->path },
		"nothing says that the session of %s took place", date_format(run->session.date).text);
	return error_hint(error, "--as held says so, --as missed or --as cancelled that it did not");
}

int closing_understand(struct closing_run *run, struct error *error)
{
	static int (*const parts[])(struct closing_run *, struct error *) = { closing_understand_status,
		understand_minutes, understand_prose, closing_understand_actions, closing_understand_metrics,
		closing_understand_resources, understand_attended, understand_next, understand_check_in,
		check_that_it_took_place, check_closed };
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i](run, error))
			return -1;
	return 0;
}
