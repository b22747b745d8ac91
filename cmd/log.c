#include "base/join.h"
#include "base/nearest.h"
#include "cmd/commands.h"
#include "codec/utf8.h"
#include "practice/client_choice.h"
#include "practice/note_findings.h"
#include "practice/time_log_row.h"
#include "practice/week_note_file.h"

struct log_options {
	int minutes;
	const char *category;
	struct words note;
	const char *client;
	struct date date;
};

static const struct option options[] = {
	ARG(OPTION_DURATION, struct log_options, minutes, int, "HOURS", true, "How long: 1.5, 90m or 1:30"),
	ARG(OPTION_TEXT, struct log_options, category, const char *, "CATEGORY", false,
		"Kind of work, by any word for it: coaching, marketing, invoicing, cpd (default: log.default_category)"),
	ARG(OPTION_WORDS, struct log_options, note, struct words, "NOTE", false, "What was done"),
	OPT_TEXT(struct log_options, client, 'c', "client", "NAME", "The client, by any part of the name",
		.completes = COMPLETES_CLIENT),
	OPT_DATE(struct log_options, date, 'd', "date", "DATE", "The day of the work (default: today)"),
	OPT_END,
};

struct log_result {
	struct span path;
	struct date date;
	struct week week;
	struct optional_integer minutes;
	struct decimal hours;
	int category; /* enum category */
	struct span client;
	struct span note;
};

static const struct result_field result[] = {
	RES_TEXT(struct log_result, path, "path", "The week note"),
	RES_DATE(struct log_result, date, "date", "The day of the work"),
	RES_WEEK(struct log_result, week, "week", "Its ISO week"),
	RES_INTEGER(struct log_result, minutes, "minutes", "How long, exactly"),
	RES_DECIMAL(struct log_result, hours, "hours", "The same in hours"),
	RES_CHOICE(struct log_result, category, "category", category_names, "What the hours count as"),
	RES_TEXT_OR_NULL(struct log_result, client, "client", "The client's note; null without one"),
	RES_TEXT_OR_NULL(struct log_result, note, "note", "What was done; null when not said"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach log 1.5 coaching --client Ada", "an hour and a half with a client, today" },
	{ "coach log 90m marketing newsletter, second half --date yesterday",
		"ninety minutes of business development" },
	{ "coach log 0:50 supervision 'case of the week' --dry-run", "see the row before it is written" },
	{ NULL, NULL },
};

enum { DAYS_AHEAD_EXPECTED = 1, MINUTES_IN_HOUR = 60 };

/* The known word for a category that a mistyped one was probably meant to be, or NULL. */
static const char *nearest_word(const struct aliases *aliases, struct span folded)
{
	struct nearest nearest = nearest_to(folded);
	struct alias_range words = alias_range(ALIAS_CATEGORY);
	for (size_t i = 0; i < words.count; i++)
		nearest_offer(&nearest, words.items[i].text);
	for (size_t i = 0; i < aliases->own_count; i++)
		if (aliases->own[i].domain == ALIAS_CATEGORY)
			nearest_offer(&nearest, aliases->own[i].text);
	return nearest.best;
}

/* The whole text must be a word for a category: a note without one must not be taken for one that it mentions. */
static int read_category(
	const struct context *context, struct time_log_row *row, enum category *category, struct error *error)
{
	const struct log_options *given = context->options;
	const struct configuration *configuration = &context->vault->configuration;
	row->category = span_of(given->category ? given->category : configuration->default_category);
	struct span folded = alias_fold(context->arena, ALIAS_CATEGORY, row->category);
	if (alias_term(&configuration->aliases, ALIAS_CATEGORY, folded) &&
		category_read(context->arena, &configuration->aliases, row->category, category))
		return 0;
	const char *nearest = nearest_word(&configuration->aliases, folded);
	error_set(error, ERROR_USAGE, "\"%.*s\" is no known category of work", SPAN_PRINT(row->category));
	if (nearest)
		return error_hint(error, "did you mean %s? Any word for coaching, bizdev or admin will do", nearest);
	return error_hint(
		error, "use coaching, bizdev or admin, or a word for one such as invoicing, marketing or cpd");
}

static int read_client(
	const struct context *context, const struct records *records, struct time_log_row *row, struct error *error)
{
	const struct log_options *given = context->options;
	struct client_choice choice;
	if (!given->client)
		return 0;
	if (client_choose(context->arena, records, span_of(given->client), &choice, error))
		return -1;
	row->client = choice.note;
	return 0;
}

static void report_date_ahead(const struct context *context, const struct time_log_row *row, const char *path)
{
	if (date_difference(context->today, row->date) <= DAYS_AHEAD_EXPECTED)
		return;
	struct finding *finding = finding_add(context->findings, FINDING_DATE_AHEAD, (struct position){ path, 0, 0 },
		"%s is still to come; the row is for that day", date_format(row->date).text);
	finding_hint(context->findings, finding, "a day of the past is --date \"last fri\" or --date 2026-11-20");
}

/* Minutes in the Time Logs for the week, the new row's included. */
static int week_minutes(const struct records *records, const struct time_log_row *row)
{
	struct week week = week_of(row->date);
	int minutes = row->minutes;
	for (size_t i = 0; i < records->week_count; i++) {
		const struct week_note *note = &records->weeks[i];
		for (size_t k = 0; k < note->entry_count; k++) {
			const struct time_entry *entry = &note->entries[k];
			struct week counted = date_is_known(entry->date) ? week_of(entry->date) : note->week;
			minutes += week_compare(counted, week) == 0 ? entry->minutes : 0;
		}
	}
	return minutes;
}

static void report_logged(const struct context *context, const struct records *records, const struct time_log_row *row,
	enum category category, struct report *report)
{
	struct arena *arena = context->arena;
	struct decimal sum = fraction_round(fraction_of(week_minutes(records, row), MINUTES_IN_HOUR));
	const char *hours = hours_text(arena, row->minutes);
	const char *unit = span_ends_with(span_of(hours), "m") ? "" : " h";
	report_text(report, NULL, TONE_GOOD, "Logged **%s%s** of %s%s%.*s on %s %s.", hours, unit,
		category_names[category], row->client.length ? " with " : "",
		SPAN_PRINT(report_escape(arena, row->client)), weekday_name(date_weekday(row->date)),
		date_format(row->date).text);
	report_text(report, NULL, TONE_QUIET, "%s has %s hours logged now.", week_format(week_of(row->date)).text,
		decimal_text(arena, sum));
}

static const struct log_result *result_of(
	struct arena *arena, const char *path, const struct time_log_row *row, enum category category)
{
	struct log_result *data = arena_new(arena, struct log_result);
	*data = (struct log_result){
		.path = span_of(path),
		.date = row->date,
		.week = week_of(row->date),
		.minutes = INTEGER_OF(row->minutes),
		.hours = fraction_round(fraction_of(row->minutes, MINUTES_IN_HOUR)),
		.category = (int)category,
		.client = span_or_none(row->client),
		.note = span_or_none(row->note),
	};
	return data;
}

static int add_row(const struct context *context, const struct practice *practice, const struct time_log_row *row,
	struct note_file *file, struct outcome *outcome, struct error *error)
{
	struct span text;
	struct week logged = week_of(row->date);
	if (week_note_file(context->arena, context->vault, practice, logged, file, error) ||
		week_note_begin(context->arena, context->vault, logged, file, error) ||
		time_log_add(context->arena, practice->aliases, file->document, row, &text, error))
		return -1;
	struct date_text week = week_format(logged);
	outcome->changes.subject = arena_printf(context->arena, "%s", week.text);
	changeset_put(&outcome->changes, file->path, file->before, text);
	return 0;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct log_options *given = context->options;
	struct time_log_row row = { .minutes = given->minutes };
	struct finding_list loading = { .arena = context->arena };
	struct practice practice = { .aliases = NULL };
	struct note_file file;
	enum category category = CATEGORY_ADMIN;
	unsigned parts = PRACTICE_WEEKS | (given->client ? PRACTICE_PORTFOLIO | PRACTICE_ENGAGEMENTS : 0u);
	row.date = date_is_known(given->date) ? given->date : context->today;
	struct span note = words_join(context->arena, given->note.items, given->note.count);
	row.note = utf8_sentence(context->arena, note);
	if (read_category(context, &row, &category, error) ||
		practice_load(context->arena, context->vault, context->today, parts, &practice, &loading, error) ||
		read_client(context, &practice.records, &row, error) ||
		add_row(context, &practice, &row, &file, outcome, error))
		return -1;
	note_findings_of_path(file.path, &loading, context->findings);
	report_date_ahead(context, &row, file.path);
	outcome->data = result_of(context->arena, file.path, &row, category);
	report_logged(context, &practice.records, &row, category, &outcome->report);
	return 0;
}

const struct command command_log = {
	.name = "log",
	.group = GROUP_FOUNDATION,
	.summary = "Log hours in the week's Time Log",
	.description =
		"Adds one row to the Time Log of the week note: date, hours, category, client and note. The note of that week is "
		"found wherever it lies, and made from the template when it is not there.\n\n"
		"Hours keep their exact minutes: `50m` is written as `50m`, `90m` as `1.5`. The category is written as you say "
		"it, in any language of the alias files, and counts as coaching, bizdev or admin.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct log_options),
	.result = result,
	.run = run,
};
