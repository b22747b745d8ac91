#include "cmd/client_fields.h"
#include "cmd/commands.h"
#include "codec/utf8.h"
#include "model/outline.h"
#include "practice/client_choice.h"
#include "practice/consent_table.h"
#include "practice/note_findings.h"
#include "practice/practice.h"

enum consent_answer { ANSWER_NONE, ANSWER_YES, ANSWER_NO, ANSWER_WITHDRAWN };

static const char *const answers[] = { "show", "yes", "no", "withdrawn", NULL };

struct consent_options {
	const char *name;
	const char *scope;
	int answer;
	const char *agreement;
	struct date date;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct consent_options, name, const char *, "NAME", true,
		"The client, by any part of the name", .completes = COMPLETES_CLIENT),
	ARG(OPTION_TEXT, struct consent_options, scope, const char *, "SCOPE", false,
		"What it is for: ai, icf_log, case_study, recording, sponsor, hand_over (default: all are shown)"),
	OPT_CHOICE(struct consent_options, answer, 's', "set", "ANSWER", answers, "What the client said"),
	OPT_TEXT(struct consent_options, agreement, 'a', "agreement", "TEXT",
		"Where it is on record: a mail, a contract"),
	OPT_DATE(struct consent_options, date, 'd', "date", "DATE", "When it was said (default: today)"),
	OPT_END,
};

struct consent_result {
	struct span client;
	struct span path;            /* at == NULL: there is no engagement */
	struct result_list consents; /* struct consent */
};

static const struct result_field result[] = {
	RES_TEXT(struct consent_result, client, "client", "The client"),
	RES_TEXT_OR_NULL(struct consent_result, path, "path", "The engagement; null where there is none"),
	RES_LIST(struct consent_result, consents, struct consent, "consents", consent_fields,
		"As they stand, after the change"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach consent ada", "what a client agreed to" },
	{ "coach consent ada case_study --set yes --agreement 'mail of today'", "put an answer on record" },
	{ "coach consent ada ai --set withdrawn", "and its withdrawal" },
	{ NULL, NULL },
};

/* One run. */
struct consenting {
	const struct context *context;
	const struct consent_options *given;
	struct practice practice;
	struct finding_list loading;
	struct client_choice choice;
	const struct engagement *engagement; /* NULL: none */
	struct note *note;
};

/* --- writing ----------------------------------------------------------------------------------------------------- */

static int refuse_without_engagement(const struct consenting *consenting, struct error *error)
{
	error_set(error, ERROR_NOT_FOUND, "%.*s has no engagement note, where consents are kept",
		SPAN_PRINT(consenting->choice.name));
	return error_hint(error, "lay one from Templates/Engagement.md, with the client's name in it");
}

/* What the table says already stays as it is. */
static bool says_so(const struct consenting *consenting, const struct consent *wanted)
{
	struct arena *arena = consenting->context->arena;
	const struct consent *there = consent_of_scope(arena, consenting->engagement, wanted->scope);
	bool same_agreement = !wanted->agreement.length || (there && span_equal(there->agreement, wanted->agreement));
	bool same_day = !date_is_known(consenting->given->date) ||
			(there && date_compare(there->date, consenting->given->date) == 0);
	return there && same_agreement && same_day && consent_says(arena, there, wanted->status);
}

static int check(const struct consenting *consenting, struct error *error)
{
	const struct consent_options *given = consenting->given;
	if (!given->scope) {
		error_set(error, ERROR_USAGE, "--set needs the SCOPE that it is about");
		return error_hint(
			error, "ai, icf_log, case_study, recording, sponsor or hand_over, or a word of your own");
	}
	if (!consenting->engagement)
		return refuse_without_engagement(consenting, error);
	if (date_compare(given->date, consenting->context->today) > 0)
		return error_set(error, ERROR_USAGE, "%s is still to come: nobody has said anything then",
			date_format(given->date).text);
	const char *meant =
		consent_scope_meant(consenting->context->arena, consenting->engagement, span_of(given->scope));
	if (!meant)
		return 0;
	error_set(error, ERROR_USAGE, "there is no scope \"%s\"; did you mean %s?", given->scope, meant);
	return error_hint(error, "if it is another one, write its row into the engagement's Consent table");
}

static int write(struct consenting *consenting, struct outcome *outcome, struct error *error)
{
	const struct context *context = consenting->context;
	const struct consent_options *given = consenting->given;
	struct span text;
	if (check(consenting, error))
		return -1;
	struct consent wanted = {
		.scope = utf8_sentence(context->arena, span_of(given->scope)),
		.status = span_of(answers[given->answer]),
		.date = date_is_known(given->date) ? given->date : context->today,
		.agreement = utf8_sentence(context->arena, span_of(given->agreement)),
	};
	if (says_so(consenting, &wanted)) {
		outcome->unchanged = "that is on record already";
		return 0;
	}
	const struct outline *outline =
		note_outline(context->arena, context->vault, consenting->note, context->findings);
	if (consent_table_set(outline, &wanted, &text, error))
		return -1;
	outcome->changes.subject = arena_printf(context->arena, "%s", date_format(context->today).text);
	changeset_put(&outcome->changes, consenting->note->path, consenting->note->bytes, text);
	return 0;
}

/* --- the result -------------------------------------------------------------------------------------------------- */

/* The engagement as the change makes it. */
static struct result_list consents_now(const struct consenting *consenting, const struct outcome *outcome)
{
	struct arena *arena = consenting->context->arena;
	const struct engagement *engagement = consenting->engagement;
	if (outcome->changes.count) {
		struct finding_list unheard = { .arena = arena };
		struct engagement *changed = arena_new(arena, struct engagement);
		const struct document *document = document_parse(
			arena, consenting->note->path, outcome->changes.items[0].after, DOCUMENT_DEFAULT_MOST);
		engagement_read(outline_of(arena, consenting->practice.aliases, document), changed, &unheard);
		engagement = changed;
	}
	return engagement ? (struct result_list){ engagement->consents, engagement->consent_count }
			  : (struct result_list){ NULL, 0 };
}

static void report(struct report *report, const struct consent_result *data)
{
	static const char *const columns[] = { "Scope", "Status", "Date", "Agreement" };
	const struct consent *consents = data->consents.items;
	struct span name = report_escape(report->arena, data->client);
	if (data->consents.count == 0) {
		report_text(report, NULL, TONE_PLAIN,
			"No consent of **%.*s** is on record: nothing of theirs may be shared.", SPAN_PRINT(name));
		return;
	}
	report_text(report, NULL, TONE_PLAIN, "Consents of **%.*s**", SPAN_PRINT(name));
	struct report_node *table = report_table(report, NULL, columns, 4, "llll");
	for (size_t i = 0; i < data->consents.count; i++) {
		struct report_cell *cells = report_row(report, table);
		report_cell_set(report, &cells[0], TONE_PLAIN, "%.*s",
			SPAN_PRINT(report_escape(report->arena, consents[i].scope)));
		report_cell_set(report, &cells[1], consents[i].given ? TONE_GOOD : TONE_WARNING, "%.*s",
			SPAN_PRINT(report_escape(report->arena, consents[i].status)));
		report_cell_set(report, &cells[2], TONE_PLAIN, "%s", date_format(consents[i].date).text);
		report_cell_set(report, &cells[3], TONE_PLAIN, "%.*s",
			SPAN_PRINT(report_escape(report->arena, consents[i].agreement)));
	}
}

static int load(struct consenting *consenting, struct error *error)
{
	const struct context *context = consenting->context;
	const struct records *records = &consenting->practice.records;
	consenting->loading = (struct finding_list){ .arena = context->arena };
	if (practice_load(context->arena, context->vault, context->today, PRACTICE_PORTFOLIO | PRACTICE_ENGAGEMENTS,
		    &consenting->practice, &consenting->loading, error) ||
		client_choose(context->arena, records, span_of(consenting->given->name), &consenting->choice, error))
		return -1;
	consenting->engagement = records_engagement(records, consenting->choice.client->id);
	if (consenting->engagement)
		consenting->note = practice_note(&consenting->practice, consenting->engagement->document->path);
	return 0;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct consenting consenting = { .context = context, .given = context->options };
	if (load(&consenting, error))
		return -1;
	if (consenting.given->answer != ANSWER_NONE && write(&consenting, outcome, error))
		return -1;
	struct consent_result *data = arena_new(context->arena, struct consent_result);
	data->client = consenting.choice.name;
	data->path = consenting.note ? span_of(consenting.note->path) : SPAN_NONE;
	data->consents = consents_now(&consenting, outcome);
	note_findings_of_client(&consenting.practice, consenting.choice.client, &consenting.loading, context->findings);
	outcome->data = data;
	report(&outcome->report, data);
	return 0;
}

const struct command command_consent = {
	.name = "consent",
	.group = GROUP_CLIENTS,
	.summary = "Show or record what a client agreed to",
	.description =
		"Consents stand in the Consent table of a client's engagement: what for, yes or no, since when, and where that is on "
		"record. Without an answer they are shown; with --set one row says so from then on. Where nothing is on record, "
		"nothing was agreed to.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct consent_options),
	.result = result,
	.run = run,
};
