/* What taking on a client makes: engagement, roster row, inbox, and the decision behind an override. */
#include "cmd/onboarding.h"
#include "model/note_language.h"
#include "model/unfilled.h"
#include "model/wording.h"
#include "practice/decision_file.h"
#include "practice/inbox_file.h"
#include "practice/roster_row.h"
#include "sys/file.h"

enum { OVERRIDE_REVIEW_DAYS = 30 };

static struct new_step step(const struct onboarding_run *run, enum onboarding_step step)
{
	const char *name = onboarding_step_name(step);
	return (struct new_step){ name, wording_text(run->arena, LANGUAGE_ENGLISH, name, NULL, 0),
		run->plan.steps[step] };
}

static void plan(struct onboarding_run *run)
{
	struct new_milestone *milestones = arena_new_array(run->arena, MILESTONE_COUNT, struct new_milestone);
	struct new_step *steps = arena_new_array(run->arena, STEP_COUNT, struct new_step);
	run->plan = onboarding_decide(run->start, run->end, run->context->today);
	for (int i = 0; i < MILESTONE_COUNT; i++)
		milestones[i] = (struct new_milestone){ onboarding_milestone_term((enum onboarding_milestone)i),
			run->plan.milestones[i] };
	for (int i = 0; i < STEP_COUNT; i++)
		if (date_is_known(run->plan.steps[i]))
			steps[run->engagement.step_count++] = step(run, (enum onboarding_step)i);
	run->engagement.milestones = milestones;
	run->engagement.milestone_count = MILESTONE_COUNT;
	run->engagement.steps = steps;
}

static int write_engagement(struct onboarding_run *run, struct changeset *changes, struct error *error)
{
	const struct vault *vault = run->context->vault;
	struct span text;
	if (engagement_file_text(
		    run->arena, vault, &run->practice, &run->engagement, &text, &run->without_place, error))
		return -1;
	run->engagement_path = engagement_file_path(run->arena, vault, run->note);
	const struct document *document = document_parse(run->arena, run->engagement_path, text, DOCUMENT_DEFAULT_MOST);
	run->made = outline_of(run->arena, run->practice.aliases, document);
	run->open_places = unfilled_lines(run->made, NOTE_ENGAGEMENT, NULL);
	changeset_put(changes, run->engagement_path, SPAN_NONE, text);
	return 0;
}

static struct span answered(const struct onboarding_run *run, const char *key)
{
	return run->engagement.values[engagement_place_of(key)];
}

static int write_roster(struct onboarding_run *run, struct changeset *changes, struct error *error)
{
	const struct document *document = run->practice.records.portfolio->document;
	const struct outline *outline = practice_note(&run->practice, document->path)->outline;
	struct date_text end = date_format(run->end);
	struct roster_row row = {
		.name = run->name,
		.note = run->note,
		.type = answered(run, "type"),
		.cadence = answered(run, "cadence"),
		.status = "active",
		.end = date_is_known(run->end) ? span_of(end.text)
		       : run->known            ? SPAN_NONE
					       : wording_word(note_language(outline), ALIAS_STATE, "unknown"),
	};
	struct span text;
	if (roster_row_set(outline, &row, &text, error))
		return -1;
	changeset_put(changes, document->path, document->bytes, text);
	return 0;
}

static int write_inbox(struct onboarding_run *run, struct changeset *changes, struct error *error)
{
	const struct inbox *there = records_inbox(&run->practice.records, run->client_id);
	struct span text;
	if (there) {
		run->inbox_path = there->document->path;
		return 0;
	}
	if (inbox_file(run->arena, run->context->vault, run->note, &run->inbox_path, &text, error))
		return -1;
	if (file_look(vault_path(run->arena, run->context->vault, run->inbox_path), NULL) == FILE_MISSING)
		changeset_put(changes, run->inbox_path, SPAN_NONE, text);
	return 0;
}

/* Why somebody was taken on against the gate stays on record, and comes up again. */
static int write_decision(struct onboarding_run *run, struct changeset *changes, struct error *error)
{
	if (!intake_refuses(&run->intake))
		return 0;
	const struct decision_gate gate = { "Capacity", intake_verdict_names[run->intake.verdict], run->intake.reason };
	const char *reason = run->given->override_reason;
	struct new_decision decision = {
		.kind = "override",
		.status = "accepted",
		.reversible = "partly",
		.title = span_of(arena_printf(run->arena, "Override %.*s", SPAN_PRINT(run->note))),
		.client = run->note,
		.date = run->context->today,
		.review = date_add(run->context->today, OVERRIDE_REVIEW_DAYS),
		.request = span_of(arena_printf(
			run->arena, "Take on [[%.*s]], although there is no room.", SPAN_PRINT(run->note))),
		.gates = &gate,
		.gate_count = 1,
		.recommendation = span_of(
			arena_printf(run->arena, "The capacity gate says no. Taken on all the same: %s", reason)),
	};
	struct span text;
	if (decision_file(run->arena, run->context->vault, &decision, &run->decision_path, &text, error))
		return -1;
	changeset_put(changes, run->decision_path, SPAN_NONE, text);
	return 0;
}

int onboarding_write(struct onboarding_run *run, struct outcome *outcome, struct error *error)
{
	struct changeset *changes = &outcome->changes;
	*changes = changeset_of(
		run->arena, "onboard_client", arena_printf(run->arena, "from %s", date_format(run->start).text));
	plan(run);
	if (write_engagement(run, changes, error) || write_roster(run, changes, error) ||
		write_inbox(run, changes, error) || write_decision(run, changes, error) ||
		onboarding_welcome(run, outcome, error))
		return -1;
	answers_put_served(changes, &run->answers);
	return 0;
}
