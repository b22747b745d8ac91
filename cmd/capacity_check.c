#include "cmd/capacity_report.h"
#include "cmd/practice_settings.h"
#include "practice/practice.h"
#include "rules/capacity.h"

struct capacity_options {
	const char *input;
	struct week week;
	int weeks;
};

static const struct option options[] = {
	OPT_WEEK(struct capacity_options, week, 0, "week", "WEEK", "The week to check (default: the running week)"),
	OPT_INTEGER(
		struct capacity_options, weeks, 0, "weeks", "N", 1, 52, "How many weeks ahead to show (default: 4)"),
	ARG(OPTION_TEXT, struct capacity_options, input, const char *, "-", false,
		"Read a portfolio from standard input instead of a vault"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach capacity_check", "the running week" },
	{ "coach capacity_check --week last --weeks 8", "last week, and eight weeks ahead" },
	{ "coach capacity_check - < 'Client Portfolio.md'", "a portfolio alone, from an editor or a pipe" },
	{ NULL, NULL },
};

static int check_input(const struct portfolio *portfolio, struct error *error)
{
	if (portfolio->document->opaque)
		return error_at(error, ERROR_PARSE, (struct position){ .path = portfolio->document->path },
			"cannot be read: it %s", portfolio->document->opaque);
	if (!portfolio->has_roster && !portfolio->contract.known && !portfolio->maximum_known)
		return error_set(error, ERROR_PARSE, "standard input holds nothing of a client portfolio"),
		       error_hint(error, "a portfolio has a roster of clients and a capacity contract");
	return 0;
}

static int load(const struct context *context, struct practice *practice, struct error *error)
{
	unsigned parts =
		PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_WEEKS | PRACTICE_PLANS | PRACTICE_ENGAGEMENTS;
	if (!context->input.at)
		return practice_load(
			context->arena, context->vault, context->today, parts, practice, context->findings, error);
	const struct configuration *configuration = context->configuration;
	practice_of_portfolio(context->arena, &configuration->aliases, context->input,
		(size_t)configuration->note_most_bytes, practice, context->findings);
	return check_input(practice->records.portfolio, error);
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct capacity_options *asked = context->options;
	struct practice practice;
	if (load(context, &practice, error) < 0)
		return -1;
	struct capacity_settings limits = capacity_settings_of(context->configuration);
	if (asked->weeks > 0)
		limits.upcoming_weeks = asked->weeks;
	struct week week = asked->week.year ? asked->week : week_of(context->today);
	const struct capacity *capacity =
		capacity_decide(context->arena, &practice.records, &limits, week, context->today, context->findings);
	outcome->data = capacity;
	capacity_report(&outcome->report, capacity);
	return 0;
}

const struct command command_capacity_check = {
	.name = "capacity_check",
	.group = GROUP_CAPACITY,
	.summary = "Compare contracted and actual capacity",
	.description =
		"Compares the capacity contract of the portfolio with the hours of a week: Time Log rows, held sessions and their "
		"preparation. Shows the sessions booked against the weekly maximum, what the roster asks for, the programmes that "
		"end, the trend of the last completed weeks, and whether the circuit breaker is tripped.\n\n"
		"A week without Time Log rows has no shares; the running week is never judged before it is over.\n\n"
		"With `-`, a portfolio alone is read from standard input, by the words and settings of the vault around, if there "
		"is one.",
	.examples = examples,
	.needs = NEEDS_VAULT_OR_INPUT,
	.options = options,
	.options_size = sizeof(struct capacity_options),
	.result = capacity_result,
	.run = run,
};
