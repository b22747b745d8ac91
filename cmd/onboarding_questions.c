/* What onboard_client asks, and in which order. */
#include "cmd/onboarding.h"
#include "practice/consent_table.h"

#include <string.h>

static const char *settle_cadence(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	(void)today;
	return onboarding_is_cadence(arena, question->run, *answer)
		       ? NULL
		       : "no rhythm; write weekly, 2/month, every 3 weeks, or TBD";
}

static const char *settle_day(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	(void)question;
	struct date date;
	if (!date_parse(*answer, today, &date))
		return "no day that is understood; write it like 2026-12-01, mon, +7d";
	*answer = span_of(arena_printf(arena, "%s", date_format(date).text));
	return NULL;
}

static const char *settle_metric(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	(void)question;
	struct new_metric metric;
	if (!onboarding_metric(arena, *answer, today, &metric))
		return "no metric; write it like `Decisions without her: 2 -> 10 by 2026-12-18`";
	*answer = span_of(arena_printf(arena, "%.*s: %.*s%s%.*s%s%.*s", SPAN_PRINT(metric.name),
		SPAN_PRINT(metric.baseline), metric.baseline.length ? " -> " : "", SPAN_PRINT(metric.target),
		metric.deadline.length ? " by " : "", SPAN_PRINT(metric.deadline)));
	return NULL;
}

static const char *settle_email(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	(void)question;
	(void)arena;
	(void)today;
	return onboarding_is_email(*answer) ? NULL : "no mail address; write it like ana.silva@example.org";
}

static const char *settle_consent(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	(void)today;
	return consent_answer(arena, question->run, *answer).length
		       ? NULL
		       : "no answer to a consent; write yes, no or withdrawn";
}

static const struct topic {
	const char *key;
	const char *entry;
	enum question_kind kind;
	bool required;
	const char *text;
	const char *why;
	const char *(*settle)(const struct question *, struct arena *, struct span *, struct date);
} topics[] = {
	{ "cadence", NULL, QUESTION_LINE, true, "How often do you meet?",
		"weekly, 2/month, every 3 weeks, 8 sessions total, weekly, or TBD; it tells whether there is room",
		settle_cadence },
	{ "start", NULL, QUESTION_LINE, false, "When does it begin? (empty: today)",
		"milestones and the first thirty days are counted from it", settle_day },
	{ "type", NULL, QUESTION_LINE, false, "Which kind of engagement is it?", "1:1, group, mastermind, retainer",
		NULL },
	{ "end", NULL, QUESTION_LINE, false, "Until when does it go? (empty: open)",
		"the day goes into the roster; room is free from then on", settle_day },
	{ "length", NULL, QUESTION_LINE, false, "How long is a session? (empty: as the settings say)",
		"60 min, 1.5 hours; agendas and hours rest on it", NULL },
	{ "sessions", NULL, QUESTION_LINE, false, "How many sessions are in the package? (empty: none agreed)",
		"used and left are counted from the sessions held", NULL },
	{ "email", NULL, QUESTION_LINE, false, "Which mail address do they use?",
		"messages are drafted to it; several are separated by commas", settle_email },
	{ "goal", NULL, QUESTION_LINE, false, "Why did they come: what is the primary goal?",
		"it is the focus where nothing more pressing names one", NULL },
	{ "outcome", NULL, QUESTION_LINE, false, "Which single result would both of you call success?",
		"so that a third person could check it", NULL },
	{ "why_now", NULL, QUESTION_LINE, false, "Why now?", "what happened that made them write", NULL },
	{ "metrics", NULL, QUESTION_LIST, false, "What will show it?",
		"name, where it stands, target and day: `Decisions without her: 2 -> 10 by 2026-12-18`",
		settle_metric },
	{ "async", NULL, QUESTION_LINE, false, "Which channel between the sessions, and how fast do you answer?",
		"such as `Slack, within 24 hours`", NULL },
	{ "investment", NULL, QUESTION_LINE, false, "What do they pay, and when?", "as the contract has it", NULL },
	{ "consent", "ai", QUESTION_LINE, false,
		"May AI see their notes, by their written word? (yes, no; empty: not asked)",
		"without a yes on record nothing of this client ever leaves the machine", settle_consent },
};

static bool is_answered(const struct onboarding_run *run, const struct topic *topic)
{
	const struct yaml_node *node = answers_get(&run->answers, topic->key, span_of(topic->entry));
	return topic->required ? yaml_text(node).length > 0 : node != NULL;
}

/* What the roster says already need not be asked. */
static bool is_known(const struct onboarding_run *run, const struct topic *topic)
{
	return strcmp(topic->key, "cadence") == 0 && run->known && run->known->cadence.known;
}

const struct question *onboarding_question(const struct onboarding_run *run)
{
	for (size_t i = 0; i < sizeof(topics) / sizeof(*topics); i++) {
		const struct topic *topic = &topics[i];
		if (is_answered(run, topic) || is_known(run, topic) || (!topic->required && !onboarding_is_asking(run)))
			continue;
		struct question *question = arena_new(run->arena, struct question);
		*question = (struct question){
			.conversation = onboarding_conversation(run),
			.about = arena_copy_text(run->arena, run->name),
			.key = topic->key,
			.entry = span_of(topic->entry),
			.kind = topic->kind,
			.text = topic->text,
			.why = topic->why,
			.settle = topic->settle,
			.run = run->practice.aliases,
			.required = topic->required,
		};
		return question;
	}
	return NULL;
}
