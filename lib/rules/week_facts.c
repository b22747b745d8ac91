#include "rules/week_facts.h"

#include "rules/metrics.h"
#include "rules/note_links.h"

const char *const fact_kind_names[] = { "metric", "action", "milestone", "flag", NULL };

struct fact_list {
	struct client_fact *items;
	size_t count;
	size_t capacity;
};

struct looking {
	struct arena *arena;
	const struct records *records;
	const struct week_shutdown_settings *settings;
	struct week week;
	struct date day;
	const struct roster_client *client;
	struct span link;
	struct fact_list wins, concerns;
};

static void add(
	struct looking *looking, struct fact_list *list, enum fact_kind kind, const char *fact, struct position place)
{
	list->items = arena_grow(looking->arena, list->items, list->count, &list->capacity, sizeof(*list->items));
	list->items[list->count++] = (struct client_fact){ looking->client->name, looking->link, (int)kind,
		span_of(fact), span_of(place.path), INTEGER_OF(place.line) };
}

static bool is_in_week(const struct looking *looking, struct date date)
{
	return date_is_known(date) && week_compare(week_of(date), looking->week) == 0 &&
	       date_compare(date, looking->day) <= 0;
}

static void look_at_metrics(struct looking *looking, const struct engagement *engagement)
{
	int points = looking->settings->pace_points;
	struct date eve = date_add(week_monday(looking->week), -1);
	struct result_list before = metrics_decide(looking->arena, engagement, points, eve);
	struct result_list after = metrics_decide(looking->arena, engagement, points, looking->day);
	for (size_t i = 0; i < after.count; i++) {
		const struct metric_standing *old = (const struct metric_standing *)before.items + i;
		const struct metric_standing *new = (const struct metric_standing *)after.items + i;
		if (!is_in_week(looking, new->value_date) || !metric_came_closer(old, new))
			continue;
		struct span from = old->value.at ? old->value : new->baseline;
		add(looking, &looking->wins, FACT_METRIC,
			arena_printf(looking->arena, "%.*s: %.*s → %.*s, target %.*s", SPAN_PRINT(new->name),
				SPAN_PRINT(from), SPAN_PRINT(new->value), SPAN_PRINT(new->target)),
			new->position);
	}
}

static void look_at_actions(struct looking *looking)
{
	const struct action_list *actions = &looking->records->actions;
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		if (action->client_id != looking->client->id || action->owner != OWNER_CLIENT ||
			action->task.status != TASK_DONE || !is_in_week(looking, action->task.done))
			continue;
		add(looking, &looking->wins, FACT_ACTION,
			arena_printf(looking->arena, "done on %s: %.*s", date_format(action->task.done).text,
				SPAN_PRINT(action->task.text)),
			(struct position){ action->document->path, action->task.line, action->task.column });
	}
}

static void look_at_milestones(struct looking *looking, const struct engagement *engagement)
{
	for (size_t i = 0; i < engagement->milestone_count; i++) {
		const struct engagement_milestone *milestone = &engagement->milestones[i];
		if (milestone->done && date_is_known(milestone->date) &&
			week_compare(week_of(milestone->date), looking->week) == 0)
			add(looking, &looking->wins, FACT_MILESTONE,
				arena_printf(looking->arena, "milestone reached: %.*s", SPAN_PRINT(milestone->name)),
				document_position_of(engagement->document, milestone->row));
	}
}

static void look_at_flags(struct looking *looking)
{
	struct client_health health = health_decide(
		looking->arena, looking->records, &looking->settings->plan.health, looking->client, looking->day);
	for (size_t i = 0; i < health.flag_count; i++) {
		const struct health_flag *flag = &health.flags[i];
		struct position place = flag->evidence.count ? flag->evidence.items[0] : (struct position){ 0 };
		add(looking, &looking->concerns, FACT_FLAG,
			arena_printf(looking->arena, "%.*s", SPAN_PRINT(flag->message)), place);
	}
}

void week_facts(struct arena *arena, const struct records *records, const struct week_shutdown_settings *settings,
	struct week week, struct date day, struct result_list *wins, struct result_list *concerns)
{
	struct looking looking = { .arena = arena, .records = records, .settings = settings, .week = week, .day = day };
	struct link_targets notes = note_links_of(arena, records);
	const struct portfolio *portfolio = records->portfolio;
	for (size_t i = 0; portfolio && i < portfolio->client_count; i++) {
		looking.client = &portfolio->clients[i];
		if (!client_status_is_active(looking.client->status))
			continue;
		const struct engagement *engagement = records_engagement(records, looking.client->id);
		looking.link = client_link(arena, records, &notes, looking.client);
		if (engagement)
			look_at_metrics(&looking, engagement);
		look_at_actions(&looking);
		if (engagement)
			look_at_milestones(&looking, engagement);
		look_at_flags(&looking);
	}
	*wins = (struct result_list){ looking.wins.items, looking.wins.count };
	*concerns = (struct result_list){ looking.concerns.items, looking.concerns.count };
}
