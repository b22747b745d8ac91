#include "rules/indicators.h"

#include "model/metric.h"
#include "model/metric_name.h"
#include "rules/client_sessions.h"
#include "rules/metrics.h"
#include "rules/progress.h"

const char *const health_indicator_names[] = { "engaged", "implementing", "progressing", "satisfied", NULL };
const char *const indicator_state_names[] = { "ok", "attention", "no_data", NULL };

struct judging {
	struct arena *arena;
	const struct records *records;
	const struct roster_client *client;
	const struct judged_actions *kept;
	struct date today;
	struct client_health *health;
};

/* Which indicator a flag speaks against. */
static const enum health_indicator_code indicator_of_flag[] = {
	[FLAG_MISSED_SESSION] = INDICATOR_ENGAGED,
	[FLAG_SILENT] = INDICATOR_ENGAGED,
	[FLAG_ASSIGNMENTS] = INDICATOR_IMPLEMENTING,
	[FLAG_STALLED] = INDICATOR_PROGRESSING,
};

static void heed(struct health_indicator *indicator, const struct health_flag *flag)
{
	if (indicator->state != INDICATOR_ATTENTION)
		*indicator = (struct health_indicator){ .state = INDICATOR_ATTENTION, .message = flag->message };
	for (size_t i = 0; i < flag->evidence.count; i++)
		evidence_add(&indicator->evidence, flag->evidence.items[i]);
}

static struct health_indicator told(const char *message, struct position place)
{
	struct health_indicator indicator = { .state = INDICATOR_OK, .message = span_of(message) };
	evidence_add(&indicator.evidence, place);
	return indicator;
}

static struct health_indicator no_data(const char *message)
{
	return (struct health_indicator){ .state = INDICATOR_NO_DATA, .message = span_of(message) };
}

static struct health_indicator engaged(const struct judging *judging)
{
	const struct session *last = last_session(judging->records, judging->client, date_add(judging->today, 1));
	if (!last)
		return no_data("no session was held yet");
	return told(
		arena_printf(judging->arena, "last met on %s", date_format(last->date).text), last->status_position);
}

static struct health_indicator implementing(const struct judging *judging)
{
	const struct action_completion *completion = &judging->health->completion;
	if (!judging->kept->count)
		return no_data(completion->due ? "no due action was done on time yet" : "no action was due yet");
	struct health_indicator indicator = { .state = INDICATOR_OK };
	indicator.message = span_of(arena_printf(
		judging->arena, "%d of %d due actions done on time", completion->on_time, completion->due));
	evidence_add_actions(&indicator.evidence, judging->kept);
	return indicator;
}

/* Of a metric that is not the engagement's, or has no figures, nobody knows which way it went. */
static bool has_direction(const struct judging *judging, const struct result_list *standings, struct span metric)
{
	for (size_t i = 0; i < standings->count; i++) {
		const struct metric_standing *standing = (const struct metric_standing *)standings->items + i;
		if (metric_is(judging->arena, standing->name, metric))
			return standing->progress.known;
	}
	return false;
}

/* False where all metrics that moved on that day are further from their targets than before. */
static bool went_forward(
	const struct judging *judging, const struct engagement *engagement, const struct progress_entry *moved)
{
	struct result_list before = metrics_decide(judging->arena, engagement, 0, date_add(moved->date, -1));
	struct result_list after = metrics_decide(judging->arena, engagement, 0, moved->date);
	for (size_t i = 0; i < after.count; i++) {
		const struct metric_standing *old = (const struct metric_standing *)before.items + i;
		const struct metric_standing *new = (const struct metric_standing *)after.items + i;
		if (date_compare(new->value_date, moved->date) == 0 && (new->reached || metric_came_closer(old, new)))
			return true;
	}
	return !has_direction(judging, &after, moved->metric);
}

static struct health_indicator progressing(const struct judging *judging)
{
	const struct engagement *engagement = records_engagement(judging->records, judging->client->id);
	struct progress progress = { NULL, NULL };
	if (engagement)
		progress = progress_decide(judging->arena, engagement, judging->today);
	if (!progress.moved && progress.first)
		return no_data(arena_printf(
			judging->arena, "no metric has moved since %s", date_format(progress.first->date).text));
	if (!progress.moved)
		return no_data("the progress log says nothing yet");
	if (!went_forward(judging, engagement, progress.moved))
		return no_data(
			arena_printf(judging->arena, "the last move, on %s, came no closer to a target: %.*s, %.*s",
				date_format(progress.moved->date).text, SPAN_PRINT(progress.moved->metric),
				SPAN_PRINT(progress.moved->value)));
	return told(arena_printf(judging->arena, "a metric moved on %s", date_format(progress.moved->date).text),
		document_position_of(engagement->document, progress.moved->row));
}

static struct health_indicator satisfied(const struct judging *judging)
{
	const struct engagement *engagement = records_engagement(judging->records, judging->client->id);
	if (!engagement || !engagement->satisfied)
		return no_data("not ticked in the engagement: ask for feedback");
	return told("ticked in the engagement",
		task_position(engagement->document, engagement->satisfied, engagement->satisfied->whole));
}

void indicators_decide(struct arena *arena, const struct records *records, const struct roster_client *client,
	const struct judged_actions *kept, struct date today, struct client_health *health)
{
	struct judging judging = { arena, records, client, kept, today, health };
	struct health_indicator *indicators = health->indicators;
	if (!client_status_is_active(client->status)) {
		for (int i = 0; i < INDICATOR_COUNT; i++)
			indicators[i] = no_data("not active");
		return;
	}
	indicators[INDICATOR_ENGAGED] = engaged(&judging);
	indicators[INDICATOR_IMPLEMENTING] = implementing(&judging);
	indicators[INDICATOR_PROGRESSING] = progressing(&judging);
	indicators[INDICATOR_SATISFIED] = satisfied(&judging);
	for (size_t i = 0; i < health->flag_count; i++)
		heed(&indicators[indicator_of_flag[health->flags[i].code]], &health->flags[i]);
}
