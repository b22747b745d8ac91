#include "cmd/agenda_text.h"
#include "cmd/commands.h"
#include "cmd/practice_settings.h"
#include "cmd/preparation_fields.h"
#include "cmd/regenerate.h"
#include "model/outline.h"
#include "model/property.h"
#include "practice/client_choice.h"
#include "practice/note_findings.h"
#include "practice/session_file.h"
#include "practice/uncounted_session.h"
#include "rules/booking.h"
#include "rules/client_sessions.h"

enum { MILESTONE_DAYS = 14 };

struct prep_options {
	const char *name;
	struct date date;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct prep_options, name, const char *, "NAME", true,
		"The client: any part of the name that is clear enough", .completes = COMPLETES_CLIENT),
	OPT_DATE(struct prep_options, date, 'd', "date", "DATE",
		"The session's day; where none is booked, it is (default: the next planned one)"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach prep_session ada", "prepares the next session with the client of that name" },
	{ "coach prep_session ada --date fri --dry-run", "shows what would be written for Friday" },
	{ NULL, NULL },
};

static int refuse_held(const struct session *session, struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = session->document->path },
		"the session of %s was held already", date_format(session->date).text);
	return error_hint(error, "`coach session add` books another one on that day, at a time of its own");
}

/* The day that was asked for, at the time that the last held session's note names for it; else the one agreed on. */
static struct appointment find_day(
	const struct context *context, const struct records *records, const struct roster_client *client)
{
	const struct prep_options *asked = context->options;
	if (!date_is_known(asked->date))
		return agreed_appointment(records, client, context->today);
	const struct session *last = last_session(records, client, date_add(context->today, 1));
	struct appointment named = { DATE_NONE, -1 };
	if (last)
		named = next_appointment(last);
	bool names = date_compare(named.date, asked->date) == 0;
	return (struct appointment){ asked->date, names ? named.start : -1 };
}

static int refuse_without_day(const struct client_choice *choice, struct error *error)
{
	error_set(error, ERROR_NOT_FOUND, "%.*s has no session planned", SPAN_PRINT(choice->name));
	return error_hint(error, "book one with `coach session add`, or name the day with --date");
}

/* The booked session, or a new one on the day that was asked for or agreed on last. */
static int find_session(const struct context *context, const struct practice *practice,
	const struct finding_list *found, const struct client_choice *choice, struct session *session,
	struct error *error)
{
	const struct prep_options *asked = context->options;
	const struct records *records = &practice->records;
	bool only = date_is_known(asked->date);
	struct date from = only ? asked->date : context->today;
	const struct session *booked = next_session(records, choice->client, from, only);
	if (booked) {
		*session = *booked;
		return 0;
	}
	if (!only && uncounted_session_refuse(context->arena, practice, found, choice, error))
		return -1;
	const struct session *there = only ? session_on(records, choice->client, from, -1) : NULL;
	if (there && there->status == SESSION_HELD)
		return refuse_held(there, error);
	struct appointment day = find_day(context, records, choice->client);
	if (!date_is_known(day.date) || (!only && date_compare(day.date, context->today) < 0))
		return refuse_without_day(choice, error);
	*session = (struct session){
		.client = choice->note,
		.client_id = choice->client->id,
		.number = next_session_number(records, choice->client),
		.date = day.date,
		.start = day.start,
		.status = SESSION_PLANNED,
		.next_date = DATE_NONE,
	};
	return 0;
}

/* A session that is made here is booked here: what stands against it is said, as `session add` does. */
static void check_new(const struct context *context, const struct practice *practice,
	const struct client_choice *choice, const struct session *session, const struct hours_settings *hours)
{
	if (session->document)
		return;
	int minutes = session_length(&practice->records, hours, session);
	struct booking booking = { choice->client, session->date, session->start, minutes, NULL };
	booking_check(&practice->records, hours, &booking, context->today, context->findings);
}

/* A note that is there keeps its form. */
static bool links_client(
	const struct context *context, const struct client_choice *choice, const struct session *session)
{
	if (!session->document)
		return choice->linked;
	struct properties properties =
		properties_of(context->arena, &context->vault->configuration.aliases, session->document);
	return span_contains(property_text(&properties, "client"), "[[");
}

/* The whole session note, its agenda filled in. */
static int session_text(const struct context *context, const struct records *records,
	const struct client_choice *choice, const struct session *session, const struct preparation *preparation,
	struct span *text, struct error *error)
{
	bool lists_members = session->attendance.count > 0;
	const struct new_session note = {
		.client = session->client,
		.linked = links_client(context, choice, session),
		.number = session->number ? session->number : (int)preparation->package_number.value,
		.date = session->date,
		.start = session->start,
		.minutes = (int)preparation->minutes.value,
		.agenda = agenda_text(context->arena, preparation),
		.members = lists_members ? session->attendance : cohort_members(records, choice->client),
		.is_there = lists_members,
	};
	return session_file_text(context->arena, context->vault, &note, text, error);
}

static void report_decision_rules(
	struct report *report, struct report_node *list, const struct preparation *preparation)
{
	const struct decision_rule *rules = preparation->decision_rules.items;
	for (size_t i = 0; i < preparation->decision_rules.count; i++) {
		const struct decision_signal *signal = rules[i].signals.items;
		report_item(report, list, TONE_WARNING, "Decision rule: %.*s — %.*s (%.*s:%lld); %.*s (%.*s:%lld)",
			SPAN_PRINT(report_escape(report->arena, rules[i].situation)),
			SPAN_PRINT(report_escape(report->arena, rules[i].decision)),
			SPAN_PRINT(report_escape(report->arena, rules[i].path)), rules[i].line.value,
			SPAN_PRINT(report_escape(report->arena, signal->message)),
			SPAN_PRINT(report_escape(report->arena, signal->path)), signal->line.value);
	}
	if (preparation->decision_rules_written.known && preparation->decision_rules_written.value == 0)
		report_item(report, list, TONE_QUIET, "The engagement has no decision rules");
}

static void report_preparation(
	struct report *report, const struct preparation *preparation, bool created, bool prepared)
{
	report_text(report, NULL, prepared ? TONE_GOOD : TONE_WARNING, "%s **%.*s**",
		!prepared ? "The agenda found no place, and is not in"
		: created ? "Booked and prepared:"
			  : "Prepared:",
		SPAN_PRINT(report_escape(report->arena, preparation->path)));
	struct report_node *list = report_list(report, NULL);
	report_item(report, list, TONE_PLAIN, "%.*s, %s%s%.*s, %lld minutes",
		SPAN_PRINT(report_escape(report->arena, preparation->client)), date_format(preparation->date).text,
		preparation->start_text.length ? " " : "", SPAN_PRINT(preparation->start_text),
		preparation->minutes.value);
	report_item(report, list, TONE_PLAIN, "Focus: %.*s",
		SPAN_PRINT(preparation->focus.length ? report_escape(report->arena, preparation->focus)
						     : SPAN("nothing names one yet")));
	report_item(report, list, TONE_PLAIN, "Mode: %s (%s), %.*s", coaching_mode_names[preparation->mode],
		coaching_mode_persona((enum coaching_mode)preparation->mode), SPAN_PRINT(preparation->mode_reason));
	report_item(report, list, TONE_PLAIN, "%zu action%s, %zu message%s, %zu metric%s", preparation->actions.count,
		report_plural((long long)preparation->actions.count), preparation->messages.count,
		report_plural((long long)preparation->messages.count), preparation->metrics.count,
		report_plural((long long)preparation->metrics.count));
	for (size_t i = 0; i < preparation->flags.count; i++)
		report_item(report, list, TONE_WARNING, "Red flag: %.*s",
			SPAN_PRINT(((const struct prepared_flag *)preparation->flags.items)[i].message));
	report_decision_rules(report, list, preparation);
}

static const char *path_of(
	const struct context *context, const struct client_choice *choice, const struct session *session)
{
	if (session->document)
		return session->document->path;
	return session_file_path(context->arena, context->vault, NULL, choice->note, session->date);
}

static int write_note(const struct context *context, struct outcome *outcome, const struct records *records,
	const struct client_choice *choice, const struct session *session, struct preparation *preparation,
	struct error *error)
{
	struct arena *arena = context->arena;
	struct span generated;
	const char *path = arena_copy_text(arena, preparation->path);
	if (session_text(context, records, choice, session, preparation, &generated, error) < 0)
		return -1;
	outcome->changes =
		changeset_of(arena, "prep_session", arena_printf(arena, "%s", date_format(session->date).text));
	struct span before = session->document ? session->document->bytes : SPAN_NONE;
	if (regenerate(context, outcome, path, before, generated, NULL, error) < 0)
		return -1;
	if (changeset_visible(&outcome->changes) == 0)
		outcome->unchanged = arena_printf(arena, "%s is already up to date", path);
	return 0;
}

/* As the note will be read. */
static bool is_prepared(
	const struct context *context, const struct outcome *outcome, const struct session *session, const char *path)
{
	struct finding_list unheard = { .arena = context->arena };
	const struct change *change = changeset_find(&outcome->changes, path);
	if (!change)
		return session->prepared;
	const struct document *document =
		document_parse(context->arena, path, change->after, (size_t)context->configuration->note_most_bytes);
	struct session read;
	session_read(outline_of(context->arena, &context->configuration->aliases, document), &read, &unheard);
	return read.prepared;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct prep_options *asked = context->options;
	const struct configuration *configuration = &context->vault->configuration;
	struct practice practice;
	struct client_choice choice;
	struct session session;
	struct finding_list loading = { .arena = context->arena };
	if (practice_load(context->arena, context->vault, context->today,
		    (unsigned)PRACTICE_ALL & ~(unsigned)PRACTICE_DAYS, &practice, &loading, error) < 0 ||
		client_choose(context->arena, &practice.records, span_of(asked->name), &choice, error) < 0 ||
		find_session(context, &practice, &loading, &choice, &session, error) < 0)
		return -1;
	struct preparation_settings limits = { hours_settings_of(configuration), health_settings_of(configuration),
		MILESTONE_DAYS };
	note_findings_of_client(&practice, choice.client, &loading, context->findings);
	check_new(context, &practice, &choice, &session, &limits.hours);
	struct preparation *preparation = preparation_decide(context->arena, &configuration->aliases, &practice.records,
		&limits, choice.client, &session, context->today);
	preparation->path = span_of(path_of(context, &choice, &session));
	outcome->data = preparation;
	if (write_note(context, outcome, &practice.records, &choice, &session, preparation, error))
		return -1;
	report_preparation(&outcome->report, preparation, session.document == NULL,
		is_prepared(context, outcome, &session, arena_copy_text(context->arena, preparation->path)));
	return 0;
}

const struct command command_prep_session = {
	.name = "prep_session",
	.group = GROUP_CLIENTS,
	.summary = "Prepare a client's next session",
	.description =
		"Gathers what a coach should have in mind: the last session, messages since then, where each agreed action stands, "
		"metrics against baseline and target, red flags, those of the engagement's decision rules that apply, milestones near, regular "
		"checkpoints, "
		"the place in the package, and resources that fit. "
		"Suggests a focus and a coaching mode with the reason, and writes an agenda whose minutes add up to the meeting's "
		"length into the session's note.\n\n"
		"A note that you have edited keeps your text.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct prep_options),
	.result = preparation_result,
	.run = run,
};
