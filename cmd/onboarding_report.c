#include "cmd/onboarding.h"

struct onboarding_fields {
	struct span client;
	struct span engagement, inbox, decision, welcome;
	struct date start, end;
	struct intake intake;
	struct optional_integer open_places;
	struct result_list steps; /* struct new_step */
};

static const struct result_field step_fields[] = {
	RES_TEXT(struct new_step, text, "text", "What you do"),
	RES_DATE(struct new_step, due, "due", "By when"),
	RES_END,
};

const struct result_field onboarding_result[] = {
	RES_TEXT(struct onboarding_fields, client, "client", "The client's note"),
	RES_TEXT(struct onboarding_fields, engagement, "engagement", "The engagement file"),
	RES_TEXT(struct onboarding_fields, inbox, "inbox", "The inbox"),
	RES_TEXT_OR_NULL(
		struct onboarding_fields, decision, "decision", "The decision record of an override; null for none"),
	RES_TEXT_OR_NULL(struct onboarding_fields, welcome, "welcome",
		"The draft of a welcome; null where the first thirty days are over"),
	RES_DATE(struct onboarding_fields, start, "start", "The first day"),
	RES_DATE_OR_NULL(struct onboarding_fields, end, "end", "The programme's end; null while it is open"),
	RES_CHOICE(struct onboarding_fields, intake.verdict, "capacity", intake_verdict_names,
		"What the capacity gate says"),
	RES_TEXT(struct onboarding_fields, intake.reason, "capacity_reason", "With the figures"),
	RES_DECIMAL(struct onboarding_fields, intake.demand, "demand_before",
		"Sessions a week of the others, the high end"),
	RES_DECIMAL_OR_NULL(struct onboarding_fields, intake.with, "demand_after", "With this client"),
	RES_INTEGER_OR_NULL(struct onboarding_fields, intake.maximum, "maximum", "Maximum Weekly Sessions"),
	RES_INTEGER(struct onboarding_fields, open_places, "open_places",
		"Lines of the engagement file that are not filled in yet"),
	RES_LIST(struct onboarding_fields, steps, struct new_step, "first_30_days", step_fields,
		"The actions of the first thirty days that lie ahead"),
	RES_END,
};

static const char *first_days(struct arena *arena, const struct new_engagement *engagement)
{
	size_t left_out = STEP_COUNT - engagement->step_count;
	if (engagement->step_count == 0)
		return "over already, so none of their actions is set";
	return arena_printf(arena, "%zu dated action%s of yours, the first by %s%s", engagement->step_count,
		report_plural((long long)engagement->step_count), date_format(engagement->steps[0].due).text,
		left_out ? arena_printf(
				   arena, "; %zu whose day is past %s left out", left_out, left_out == 1 ? "is" : "are")
			 : "");
}

static void report(struct report *report, const struct onboarding_run *run, const struct onboarding_fields *fields)
{
	bool against = intake_refuses(&run->intake);
	report_text(report, NULL, TONE_GOOD, "Taken on: **%.*s**, from %s%s%s",
		SPAN_PRINT(report_escape(report->arena, run->name)), date_format(run->start).text,
		date_is_known(run->end) ? " until " : "", date_format(run->end).text);
	report_text(report, NULL, against ? TONE_WARNING : TONE_PLAIN, "Room: %.*s.", SPAN_PRINT(run->intake.reason));
	if (run->given->override_reason && !against)
		report_text(report, NULL, TONE_PLAIN, "No override was needed, so none is on record.");
	struct report_node *list = report_list(report, NULL);
	report_item(report, list, TONE_PLAIN, "Engagement: %.*s%s",
		SPAN_PRINT(report_escape(report->arena, fields->engagement)),
		run->open_places
			? arena_printf(report->arena, ", %zu line%s still to fill in (`coach lint` names them)",
				  run->open_places, report_plural((long long)run->open_places))
			: "");
	report_item(report, list, TONE_PLAIN, "First thirty days: %s", first_days(report->arena, &run->engagement));
	report_item(
		report, list, TONE_PLAIN, "Roster: %s", run->known ? "the row says Active now" : "a new row, Active");
	if (run->welcome_path)
		report_item(report, list, TONE_PLAIN, "Welcome, to be read and sent by you: %.*s",
			SPAN_PRINT(report_escape(report->arena, fields->welcome)));
	if (run->decision_path)
		report_item(report, list, TONE_WARNING, "Override on record: %.*s",
			SPAN_PRINT(report_escape(report->arena, fields->decision)));
	if (run->without_place)
		report_item(report, list, TONE_WARNING, "Your template has no place for: %s", run->without_place);
	report_text(report, NULL, TONE_QUIET, "Next: book the first session with `coach session add`.");
}

void onboarding_report(const struct onboarding_run *run, struct outcome *outcome)
{
	struct onboarding_fields *fields = arena_new(run->arena, struct onboarding_fields);
	*fields = (struct onboarding_fields){
		.client = run->note,
		.engagement = span_of(run->engagement_path),
		.inbox = span_of(run->inbox_path),
		.decision = span_of(run->decision_path),
		.welcome = span_of(run->welcome_path),
		.start = run->start,
		.end = run->end,
		.intake = run->intake,
		.open_places = INTEGER_OF((long long)run->open_places),
		.steps = { run->engagement.steps, run->engagement.step_count },
	};
	outcome->data = fields;
	report(&outcome->report, run, fields);
}
