#include "cmd/commands.h"
#include "cmd/message_text.h"
#include "cmd/practice_settings.h"
#include "cmd/touch_draft.h"
#include "cmd/touch_result.h"
#include "practice/client_choice.h"
#include "practice/note_findings.h"

/* The first of them is the one where none is named. */
static const char *const kinds[] = { "due", "reminder", "summary", "check_in", "resource", "welcome", NULL };
static const char *const languages[] = { "auto", "en", "de", "zh", NULL };
static const char *const formats[] = { "eml", "md", NULL };

struct touch_options {
	const char *name;
	int kind;
	struct date date;
	int language;
	int format; /* enum draft_format */
	bool print;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct touch_options, name, const char *, "NAME", false,
		"The client, by any part of the name (default: all who are active)", .completes = COMPLETES_CLIENT),
	ARG(OPTION_CHOICE, struct touch_options, kind, int, "KIND", false,
		"The message to draft (default: what is due is listed)", .choices = kinds),
	OPT_DATE(struct touch_options, date, 'd', "date", "DATE",
		"The session's day (default: the next planned one for a reminder, else the last one held)"),
	OPT_CHOICE(struct touch_options, language, 'l', "lang", "LANG", languages,
		"The message's language (default: the engagement's Language, else messages.language)"),
	OPT_CHOICE(struct touch_options, format, 'f', "format", "FORMAT", formats,
		"A mail that mail programs open, or a note"),
	OPT_FLAG(struct touch_options, print, 'p', "print", "Print the message, and write no draft"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach touch", "which messages are due, and why" },
	{ "coach touch ada reminder", "a mail about the next session, in Drafts/" },
	{ "coach touch ada summary --format md", "what was agreed in the last one, as a note" },
	{ "coach touch jürgen check_in --lang de --print", "the message itself, for a pipe" },
	{ NULL, NULL },
};

static const char *const exits[] = { "3  no such client, no session for it, or no resource that fits", NULL };

/* One run. */
struct touching {
	const struct context *context;
	const struct touch_options *given;
	struct practice practice;
	struct hours_settings hours;
	struct client_choice choice;
	const struct engagement *engagement; /* NULL: none */
	struct message_facts facts;
	struct touch_result *data;
};

/* --- what is due ------------------------------------------------------------------------------------------------- */

static int check_options(const struct touch_options *given, struct error *error)
{
	const char *misplaced = date_is_known(given->date) ? "--date"
				: given->language          ? "--lang"
				: given->format            ? "--format"
				: given->print             ? "--print"
							   : NULL;
	if (given->kind || !misplaced)
		return 0;
	error_set(error, ERROR_USAGE, "%s is for a message, and no KIND is named", misplaced);
	return error_hint(error, "say which: coach touch NAME reminder, summary, check_in, resource or welcome");
}

static void list_due(struct touching *touching, struct outcome *outcome)
{
	const struct context *context = touching->context;
	const struct records *records = &touching->practice.records;
	struct result_list touches =
		touching->given->name
			? touches_of(context->arena, records, &touching->hours, touching->choice.client, context->today)
			: touches_decide(context->arena, records, &touching->hours, context->today);
	touching->data->touches = touch_rows(context->arena, &touches);
	touch_report_due(
		&outcome->report, &touching->data->touches, !(touching->practice.unknown & PRACTICE_PORTFOLIO));
}

/* --- a draft ----------------------------------------------------------------------------------------------------- */

static enum touch_kind kind_of(const struct touch_options *given)
{
	return (enum touch_kind)(given->kind - 1);
}

/* Why there is nothing to say. */
static int refuse(const struct touching *touching, struct error *error)
{
	enum touch_kind kind = kind_of(touching->given);
	const struct session *session = touching->facts.session;
	struct span name = touching->choice.name;
	if (kind == TOUCH_RESOURCE && (session || !date_is_known(touching->given->date))) {
		error_set(error, ERROR_NOT_FOUND, "no resource fits what %.*s works on", SPAN_PRINT(name));
		return error_hint(error,
			"a row of Coaching Resources fits whose \"When to Use\" shares a word with the "
			"focus of the next session, or the goal");
	}
	if (session) {
		error_at(error, ERROR_NOT_FOUND, (struct position){ .path = session->document->path },
			"the session has neither a summary nor action items yet");
		return error_hint(error, "write them into its note: ## Summary, ## Action Items");
	}
	if (date_is_known(touching->given->date))
		error_set(error, ERROR_NOT_FOUND, "%.*s has no session %s on %s", SPAN_PRINT(name),
			kind == TOUCH_REMINDER ? "planned" : "that was held", date_format(touching->given->date).text);
	else
		error_set(error, ERROR_NOT_FOUND, "%.*s has no session %s", SPAN_PRINT(name),
			kind == TOUCH_REMINDER ? "planned" : "that was held yet");
	return error_hint(error, kind == TOUCH_REMINDER ? "book one with `coach session add`"
							: "a session was held when its note says status: held");
}

/* When it is due, whatever was drafted or written: as it was on the day of its session. */
static void find_due(struct touching *touching)
{
	const struct message_facts *facts = &touching->facts;
	struct records records = touching->practice.records;
	bool of_session = facts->kind == TOUCH_REMINDER || facts->kind == TOUCH_SUMMARY;
	struct date day = of_session ? facts->session->date : touching->context->today;
	struct arena *arena = touching->context->arena;
	records.draft_count = 0;
	struct result_list list = touches_of(arena, &records, &touching->hours, touching->choice.client, day);
	for (size_t i = 0; i < list.count; i++) {
		const struct touch *touch = (const struct touch *)list.items + i;
		if (touch->kind != facts->kind)
			continue;
		touching->data->due = touch->due;
		touching->data->reason = touch_reason(arena, LANGUAGE_ENGLISH, touch);
		if (touch->due_time >= 0)
			touching->data->due_time =
				arena_copy_span(arena, span_of(clock_time_format(touch->due_time).text));
	}
}

static int write_text(struct touching *touching, struct draft_message *message, struct error *error)
{
	const struct context *context = touching->context;
	struct message_text text;
	message->people = draft_people(context, touching->engagement, touching->choice.name);
	enum language language = touching->given->language ? (enum language)(touching->given->language - 1)
							   : draft_language(context, touching->engagement);
	if (message_text(context->arena, context->vault, language, &touching->facts, &message->people, context->today,
		    &text, error))
		return -1;
	message->text = text;
	message->to = draft_addresses(context, touching->engagement, touching->choice.name);
	touching->data->language = span_of(language_names[language]);
	touching->data->subject = text.subject;
	touching->data->body = text.body;
	touching->data->to = message->to;
	return 0;
}

static int put_draft(
	struct touching *touching, struct outcome *outcome, const struct draft_message *message, struct error *error)
{
	const struct context *context = touching->context;
	const char *path;
	outcome->changes = changeset_of(
		context->arena, "touch", arena_printf(context->arena, "%s", date_format(touching->facts.day).text));
	if (draft_put(context, outcome, message, (enum draft_format)touching->given->format, &path, error))
		return -1;
	touching->data->path = span_of(path);
	if (changeset_visible(&outcome->changes) == 0)
		outcome->unchanged = arena_printf(context->arena, "%s is already there", path);
	touch_report_draft(&outcome->report, touching->data);
	return 0;
}

static int draft(struct touching *touching, struct outcome *outcome, struct error *error)
{
	const struct context *context = touching->context;
	const struct touch_options *given = touching->given;
	struct draft_message message = { .kind = kind_of(given) };
	if (!message_gather(context->arena, &context->configuration->aliases, &touching->practice.records,
		    &touching->hours, touching->choice.client, kind_of(given), given->date, context->today,
		    &touching->facts))
		return refuse(touching, error);
	message.day = touching->facts.day;
	message.client_note = touching->choice.note;
	message.linked = touching->choice.linked;
	touching->data->client = touching->choice.name;
	touching->data->kind = span_of(touch_kind_names[message.kind]);
	touching->data->session = touching->facts.session ? touching->facts.session->date : DATE_NONE;
	find_due(touching);
	if (write_text(touching, &message, error))
		return -1;
	if (!given->print)
		return put_draft(touching, outcome, &message, error);
	outcome->raw =
		given->format == DRAFT_MAIL ? draft_mail(context, &message, false) : draft_note(context, &message);
	return 0;
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int load(struct touching *touching, struct error *error)
{
	const struct context *context = touching->context;
	const struct records *records = &touching->practice.records;
	struct finding_list loading = { .arena = context->arena };
	unsigned parts = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES |
			 PRACTICE_ACTIONS | PRACTICE_DRAFTS;
	if (practice_load(context->arena, context->vault, context->today, parts, &touching->practice, &loading, error))
		return -1;
	if (!touching->given->name) {
		note_findings_of_clients(&touching->practice, &loading, context->findings);
		return 0;
	}
	if (client_choose(context->arena, records, span_of(touching->given->name), &touching->choice, error))
		return -1;
	touching->engagement = records_engagement(records, touching->choice.client->id);
	note_findings_of_client(&touching->practice, touching->choice.client, &loading, context->findings);
	return 0;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct touching touching = { .context = context, .given = context->options };
	touching.hours = hours_settings_of(context->configuration);
	touching.data = arena_new(context->arena, struct touch_result);
	*touching.data = (struct touch_result){ .session = DATE_NONE, .due = DATE_NONE };
	if (check_options(touching.given, error) || load(&touching, error))
		return -1;
	outcome->data = touching.data;
	if (touching.given->kind)
		return draft(&touching, outcome, error);
	list_due(&touching, outcome);
	return 0;
}

const struct command command_touch = {
	.name = "touch",
	.group = GROUP_CLIENTS,
	.summary = "Draft a message to a client, or list those that are due",
	.description =
		"Writes the draft of a message into `paths.draft` (Drafts/): a **reminder** of the next session, the **summary** of "
		"the last one held, a **check_in** for a week without one, a **resource** that fits the focus, or the **welcome** with "
		"which an engagement begins. It is made from a template in English, German or Chinese, which your own in `paths.templates` replaces (`Message Reminder.md`). "
		"Nothing is ever sent, and of a session's notes Summary, Action Items and Next Session alone are used.\n\n"
		"With a client alone, or without one, the messages are listed that are due by the times in the engagement's §8, and "
		"answers that are owed.\n\n"
		"A draft that you have changed is kept. With --print the message goes to standard output, for a pipe: "
		"`coach touch ada reminder --print | sendmail -t`.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct touch_options),
	.result = touch_result,
	.exits = exits,
	.run = run,
};
