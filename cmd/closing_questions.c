/* What close_session asks, and in which order: what the note does not say yet. */
#include "cmd/closing.h"
#include "model/metric.h"
#include "model/metric_name.h"
#include "rules/client_sessions.h"

static bool is_answered(const struct closing_run *run, const char *key, struct span entry)
{
	return answers_get(&run->answers, key, entry) != NULL;
}

static bool has_value(const struct closing_run *run, struct span metric)
{
	for (size_t i = 0; i < run->before.metric_count; i++)
		if (metric_is(run->arena, run->before.metrics[i].name, metric))
			return true;
	return false;
}

static const struct engagement_metric *metric_to_ask(const struct closing_run *run)
{
	for (size_t i = 0; run->engagement && i < run->engagement->metric_count; i++) {
		const struct engagement_metric *metric = &run->engagement->metrics[i];
		if (!has_value(run, metric->name) && !is_answered(run, "metrics", metric->name))
			return metric;
	}
	return NULL;
}

static void ask_metric(const struct closing_run *run, const struct engagement_metric *metric, struct question *question)
{
	const struct progress_entry *latest =
		metric_latest(run->arena, run->engagement, metric->name, run->context->today);
	struct span last = latest ? latest->value : SPAN_NONE;
	question->key = "metrics";
	question->entry = metric->name;
	question->text = arena_printf(run->arena, "%.*s: what does it stand at (%.*s%s%.*s, target %.*s)?",
		SPAN_PRINT(metric->name), SPAN_PRINT(last.length ? last : metric->baseline),
		last.length ? ", baseline " : "", SPAN_PRINT(last.length ? metric->baseline : SPAN_NONE),
		SPAN_PRINT(metric->target));
	question->why = "goes into the Progress Log; an empty answer logs nothing";
	question->settle = closing_settle_figure;
	question->run = run;
}

struct closing_topic {
	const char *key;
	enum question_kind kind;
	const char *text;
	const char *why;
	const char *(*settle)(const struct question *, struct arena *, struct span *, struct date);
	bool (*is_known)(const struct closing_run *);
	bool of_held; /* asked of a session that took place */
};

static bool knows_status(const struct closing_run *run)
{
	return run->given->status != CLOSING_UNSAID || closing_may_end_with(run->session.status);
}

static bool knows_summary(const struct closing_run *run)
{
	return run->session.summary.length > 0;
}

static bool knows_actions(const struct closing_run *run)
{
	return run->session.actions.count > 0;
}

static bool knows_resources(const struct closing_run *run)
{
	return run->before.resources.count + run->before.listed > 0;
}

static bool knows_next(const struct closing_run *run)
{
	struct date after = date_add(run->session.date, 1);
	return date_is_known(run->session.next_date) ||
	       next_session(&run->practice.records, run->choice.client, after, false);
}

static bool knows_focus(const struct closing_run *run)
{
	return run->session.next_focus.length > 0;
}

/* Of a single client nobody asks. */
static bool knows_attended(const struct closing_run *run)
{
	const struct task_list *members = &run->session.attendance;
	for (size_t i = 0; i < members->count; i++)
		if (members->items[i].status == TASK_DONE)
			return true;
	return members->count == 0;
}

static const struct closing_topic before_figures[] = {
	{ "status", QUESTION_LINE, "Was it held, missed or cancelled? (empty: held)",
		"a session that was held counts in hours, package and health", closing_settle_status, knows_status,
		false },
	{ "attended", QUESTION_LIST, "Who of the group was there?",
		"any part of a name that is clear enough; each is ticked below Attendance", NULL, knows_attended,
		true },
	{ "summary", QUESTION_TEXT, "What came out of it, in two or three sentences?",
		"goes to the client in the summary, and is the first thing you read before the next session", NULL,
		knows_summary, true },
	{ "actions", QUESTION_LIST, "Which actions were agreed on?",
		"write `Draft the memo by fri`; it is the client's unless you end with [owner:: coach]",
		closing_settle_action, knows_actions, true },
};

static const struct closing_topic after_figures[] = {
	{ "resources", QUESTION_LIST, "Which resources are to be sent?",
		"the name of a note; each becomes an action of yours", NULL, knows_resources, true },
	{ "next", QUESTION_LINE, "When do you meet next? (empty: not agreed on yet)",
		"a day and a time such as `2026-12-04 10:00` or `tue 10:00`, counted from this session; it is booked",
		closing_settle_next, knows_next, false },
	{ "focus", QUESTION_LINE, "What will be the focus then?", "prep_session takes it up", NULL, knows_focus,
		false },
};

/* False where none of the topics is left to ask. */
static bool ask_topic(const struct closing_run *run, const struct closing_topic *topics, size_t count, bool held,
	struct question *question)
{
	for (size_t i = 0; i < count; i++) {
		const struct closing_topic *topic = &topics[i];
		if ((topic->of_held && !held) || is_answered(run, topic->key, SPAN_NONE) || topic->is_known(run))
			continue;
		question->key = topic->key;
		question->kind = topic->kind;
		question->text = topic->text;
		question->why = topic->why;
		question->settle = topic->settle;
		question->run = run;
		return true;
	}
	return false;
}

static bool says_held(const struct closing_run *run)
{
	struct closing_run read = *run;
	struct error unheard = ERROR_INIT;
	return closing_understand_status(&read, &unheard) != 0 || read.closing.status == SESSION_HELD;
}

static const char *about(const struct closing_run *run)
{
	struct appointment held = { run->session.date, run->session.start };
	return arena_printf(run->arena, "%.*s, %.*s", SPAN_PRINT(run->choice.name),
		SPAN_PRINT(session_closing_when(run->arena, held)));
}

const struct question *closing_question(const struct closing_run *run)
{
	struct question *question = arena_new(run->arena, struct question);
	bool held = says_held(run);
	question->conversation = closing_conversation(run);
	question->about = about(run);
	if (!closing_is_asking(run))
		return NULL;
	if (ask_topic(run, before_figures, sizeof(before_figures) / sizeof(*before_figures), held, question))
		return question;
	const struct engagement_metric *metric = held ? metric_to_ask(run) : NULL;
	if (metric) {
		ask_metric(run, metric, question);
		return question;
	}
	bool asks = ask_topic(run, after_figures, sizeof(after_figures) / sizeof(*after_figures), held, question);
	return asks ? question : NULL;
}
