#include "rules/brief.h"
#include "cmd/commands.h"
#include "cmd/practice_settings.h"
#include "practice/client_choice.h"
#include "practice/consent_table.h"
#include "practice/note_findings.h"
#include "practice/practice_language.h"

enum { USUAL_DAYS = 30 };

struct brief_options {
	const char *name;
	int audience;
	struct date since;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct brief_options, name, const char *, "NAME", true,
		"The client: any part of the name that is clear enough", .completes = COMPLETES_CLIENT),
	OPT_CHOICE(struct brief_options, audience, 'f', "for", "READER", brief_audience_names,
		"Who reads it (default: client)"),
	OPT_DATE(struct brief_options, since, 's', "since", "DATE",
		"The first day that is reported on (default: the last 30 days; for another coach all of it)"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach brief ada", "the progress report of the last thirty days" },
	{ "coach brief ada --for sponsor --since 2026-09-15", "what the one who pays may read" },
	{ "coach brief tom --for supervisor", "a case without a name" },
	{ NULL, NULL },
};

struct brief_result {
	struct span client;
	int audience; /* enum brief_audience */
	struct date from, to;
	struct brief brief;
};

static const struct result_field section_fields[] = {
	RES_TEXT(struct brief_section, title, "title", "The heading"),
	RES_TEXTS(struct brief_section, lines, "lines", "Each an item"),
	RES_END,
};

static const struct result_field result[] = {
	RES_TEXT_OR_NULL(struct brief_result, client, "client", "The client; null in a brief that names nobody"),
	RES_CHOICE(struct brief_result, audience, "for", brief_audience_names, "Who reads it"),
	RES_DATE(struct brief_result, from, "from", "The first day"),
	RES_DATE(struct brief_result, to, "to", "The last day"),
	RES_TEXT(struct brief_result, brief.title, "title", "What it is"),
	RES_LIST(struct brief_result, brief.sections, struct brief_section, "sections", section_fields,
		"Those that have something to say"),
	RES_END,
};

static void report(struct report *report, const struct brief *brief)
{
	const struct brief_section *sections = brief->sections.items;
	report_text(report, NULL, TONE_PLAIN, "**%.*s**", SPAN_PRINT(report_escape(report->arena, brief->title)));
	for (size_t i = 0; i < brief->sections.count; i++) {
		const struct span *lines = sections[i].lines.items;
		struct report_node *list =
			report_list(report, report_section(report, NULL, "%.*s", SPAN_PRINT(sections[i].title)));
		for (size_t k = 0; k < sections[i].lines.count; k++)
			report_item(
				report, list, TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(report->arena, lines[k])));
	}
	if (brief->sections.count == 0)
		report_text(report, NULL, TONE_QUIET, "The notes say nothing about this time yet.");
}

/* An engagement that is handed over is told from its start. */
static struct date first_day(const struct brief_options *asked, const struct client_state *state, struct date today)
{
	bool whole = asked->audience == BRIEF_HUMAN_COACH && state->engagement;
	if (date_is_known(asked->since))
		return asked->since;
	if (whole && date_is_known(state->engagement->start))
		return state->engagement->start;
	return date_add(today, -USUAL_DAYS);
}

/* A supervisor's brief names nobody, and so does what is said beside it. */
static void check_consent(const struct context *context, const struct client_state *state, enum brief_audience audience)
{
	const char *scope = brief_consent_scope(audience);
	const struct engagement *engagement = state->engagement;
	const struct consent *consent =
		scope && engagement ? consent_of_scope(context->arena, engagement, span_of(scope)) : NULL;
	struct position place = { .path = NULL };
	if (!scope || (consent && consent->given))
		return;
	if (audience != BRIEF_SUPERVISOR && engagement)
		place = consent ? document_position_of(engagement->document, consent->row)
				: (struct position){ .path = engagement->document->path };
	struct finding *finding = finding_add(context->findings, FINDING_NO_CONSENT, place,
		consent ? "the client's consent to %s was not given, or was withdrawn: do not pass this on"
			: "no consent of the client's to %s is on record: ask before you pass this on",
		scope);
	finding_hint(context->findings, finding,
		"`coach consent NAME %s --set yes --agreement TEXT` puts their word on record", scope);
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct brief_options *asked = context->options;
	const struct client_state_settings limits = client_state_settings_of(context->configuration);
	struct finding_list loading = { .arena = context->arena };
	struct practice practice;
	struct client_choice choice;
	unsigned parts =
		PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES | PRACTICE_ACTIONS;
	if (practice_load(context->arena, context->vault, context->today, parts, &practice, &loading, error) ||
		client_choose(context->arena, &practice.records, span_of(asked->name), &choice, error))
		return -1;
	struct client_state state =
		client_state_decide(context->arena, &practice.records, &limits, choice.client, context->today);
	struct brief_result *data = arena_new(context->arena, struct brief_result);
	data->client = asked->audience == BRIEF_SUPERVISOR ? SPAN_NONE : choice.name;
	data->audience = asked->audience;
	data->from = first_day(asked, &state, context->today);
	data->to = context->today;
	if (date_compare(data->from, data->to) > 0)
		return error_set(error, ERROR_USAGE, "--since lies in the future");
	enum language language = engagement_language(&practice, state.engagement, asked->audience == BRIEF_CLIENT);
	data->brief = brief_decide(context->arena, language, practice.aliases, &practice.records, &state,
		(enum brief_audience)asked->audience, data->from, data->to);
	if (asked->audience != BRIEF_SUPERVISOR)
		note_findings_of_client(&practice, choice.client, &loading, context->findings);
	check_consent(context, &state, (enum brief_audience)asked->audience);
	outcome->data = data;
	report(&outcome->report, &data->brief);
	return 0;
}

const struct command command_brief = {
	.name = "brief",
	.group = GROUP_CLIENTS,
	.summary = "One client's record for a reader: client, sponsor, supervisor, coach",
	.description =
		"Tells how an engagement stands to one of four readers, who each may know more or less of it (`man coach-brief` "
		"says what).\n\n"
		"**client**: goal, sessions, metrics, summaries, the client's own actions, milestones, what comes next. The monthly "
		"progress report.\n\n"
		"**sponsor**: outcome, which sessions took place, metrics, milestones. No session content: no summary, no action, no "
		"message, no flag.\n\n"
		"**supervisor**: a case: goal, metrics, summaries, red flags; the client's name does not stand in it. Read it before "
		"you send it: other names and places in your summaries stay.\n\n"
		"**human_coach**: a hand-over from the beginning: all of that, the profile, both sides' actions, what is good to know.\n\n"
		"For everybody but the client their consent must be on record (`case_study` for a supervisor, `sponsor`, `hand_over` for "
		"another coach); where it is not, that is said.\n\n"
		"What stands in a session's Notes is in none of them. Nothing is written; `coach brief ada > report.md` keeps it.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct brief_options),
	.result = result,
	.run = run,
};
