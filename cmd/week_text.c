#include "cmd/week_text.h"

#include "cmd/capacity_report.h"
#include "cmd/note_text.h"
#include "report/report.h"

static void add_cell(struct buffer *out, struct span text)
{
	buffer_add_text(out, " ");
	report_add_cell(out, text);
	buffer_add_text(out, text.length ? " |" : "|");
}

/* What was done since stands behind what is to be done, struck. */
static struct span priorities_text(struct arena *arena, const struct week_plan *plan, const struct result_list *done)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < plan->priorities.count; i++) {
		const struct week_priority *priority = (const struct week_priority *)plan->priorities.items + i;
		buffer_printf(&out, "%zu. ", i + 1);
		buffer_add_line(&out, priority->text);
		buffer_add_text(&out, " — ");
		buffer_add_line(&out, priority->reason);
		buffer_add_text(&out, "\n");
	}
	for (size_t i = 0; i < done->count; i++) {
		buffer_printf(&out, "%zu. ~~", plan->priorities.count + i + 1);
		buffer_add_line(&out, ((const struct span *)done->items)[i]);
		buffer_add_text(&out, "~~\n");
	}
	return note_text_finish(arena, &out);
}

/* The focus, and the phase that it belongs to. */
static struct span focus_text(struct arena *arena, const struct week_client *client)
{
	if (!client->phase.length)
		return client->focus;
	return span_of(client->focus.length ? arena_printf(arena, "%.*s (phase %.*s)", SPAN_PRINT(client->focus),
						      SPAN_PRINT(client->phase))
					    : arena_printf(arena, "phase %.*s", SPAN_PRINT(client->phase)));
}

static struct span clients_text(struct arena *arena, const struct week_plan *plan)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	buffer_add_text(&out, "| Client | Session | Focus | Goal | Actions | Flags | Touch |\n"
			      "| --- | --- | --- | --- | --- | --- | --- |\n");
	for (size_t i = 0; i < plan->clients.count; i++) {
		const struct week_client *client = (const struct week_client *)plan->clients.items + i;
		const char *actions = client->overdue_actions.value
					      ? arena_printf(arena, "%lld open, %lld overdue",
							client->open_actions.value, client->overdue_actions.value)
					      : arena_printf(arena, "%lld open", client->open_actions.value);
		buffer_add_text(&out, "|");
		add_cell(&out, client->link);
		add_cell(&out, client->session.length ? client->session : SPAN("–"));
		add_cell(&out, focus_text(arena, client));
		add_cell(&out, client->goal);
		add_cell(&out, client->open_actions.value ? span_of(actions) : SPAN("–"));
		add_cell(&out, client->flags.length ? client->flags : SPAN("–"));
		add_cell(&out, client->touch);
		buffer_add_text(&out, "\n");
	}
	return note_text_finish(arena, &out);
}

/* Each item on a line behind `mark`, with its detail, and the day since when it is due if that was before the week. */
static struct span items_text(
	struct arena *arena, const char *mark, const struct result_list *items, struct date monday)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < items->count; i++) {
		const struct week_item *item = (const struct week_item *)items->items + i;
		buffer_add_text(&out, mark);
		buffer_add_line(&out, item->text);
		if (item->detail.length) {
			buffer_add_text(&out, " — ");
			buffer_add_line(&out, item->detail);
			if (date_is_known(item->since) && date_compare(item->since, monday) < 0)
				buffer_printf(&out, " (due since %s)", date_format(item->since).text);
		}
		buffer_add_text(&out, "\n");
	}
	return note_text_finish(arena, &out);
}

static void add_contract(struct arena *arena, struct buffer *out, const struct capacity_contract_shares *contract)
{
	if (!contract)
		buffer_add_text(out, "- **Contract:** not known yet\n");
	else
		buffer_printf(out, "- **Contract:** %s%% coaching, %s%% business development, %s%% admin\n",
			decimal_text_short(arena, contract->coaching), decimal_text_short(arena, contract->bizdev),
			decimal_text_short(arena, contract->admin));
}

static void add_sessions(struct buffer *out, const struct capacity_sessions *sessions)
{
	long long booked = sessions->booked.value;
	long long maximum = sessions->maximum.value;
	if (!sessions->maximum.known)
		buffer_printf(out, "- **Sessions:** %lld booked, no maximum known\n", booked);
	else if (booked > maximum)
		buffer_printf(out, "- **Sessions:** %lld booked, %lld over the maximum of %lld\n", booked,
			booked - maximum, maximum);
	else
		buffer_printf(
			out, "- **Sessions:** %lld of %lld booked, %lld free\n", booked, maximum, maximum - booked);
}

static void add_demand(struct arena *arena, struct buffer *out, const struct capacity_demand *demand)
{
	if (!demand)
		return;
	const char *low = decimal_text(arena, demand->per_week_low);
	const char *high = decimal_text(arena, demand->per_week_high);
	bool range = demand->per_week_low.tenths != demand->per_week_high.tenths;
	buffer_printf(out, "- **Demand:** %s%s%s sessions a week", low, range ? "–" : "", range ? high : "");
	if (demand->unknown.count)
		buffer_printf(out, ", %zu client%s unknown", demand->unknown.count,
			report_plural((long long)demand->unknown.count));
	buffer_add_text(out, "\n");
}

static void add_last_week(struct arena *arena, struct buffer *out, const struct result_list *trend)
{
	for (size_t i = trend->count; i > 0; i--) {
		const struct capacity_trend_week *week = (const struct capacity_trend_week *)trend->items + (i - 1);
		const char *unread = unread_rows(arena, week->unread);
		if (week->coaching.known) {
			buffer_printf(out, "- **%s:** %s%% coaching, %s%% business development, %s%% admin%s%s\n",
				week_format(week->week).text, decimal_text_short(arena, week->coaching),
				decimal_text_short(arena, week->bizdev), decimal_text_short(arena, week->admin),
				*unread ? "; " : "", unread);
			return;
		}
		if (*unread)
			buffer_printf(out, "- **%s:** no shares; %s\n", week_format(week->week).text, unread);
	}
}

static void add_breaker(struct buffer *out, const struct capacity_breaker *breaker)
{
	if (!breaker->tripped) {
		buffer_add_text(out, "- **Circuit breaker:** not tripped\n");
		return;
	}
	buffer_printf(out, "- **Circuit breaker:** tripped by %s", category_title((enum category)breaker->category));
	if (breaker->pause.at) {
		buffer_add_text(out, "; pause ");
		buffer_add_line(out, breaker->pause);
	}
	buffer_add_text(out, "\n");
}

static struct span capacity_text(struct arena *arena, const struct capacity *capacity)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	add_contract(arena, &out, capacity->contract);
	add_sessions(&out, capacity->sessions);
	add_demand(arena, &out, capacity->demand);
	add_last_week(arena, &out, &capacity->trend);
	add_breaker(&out, capacity->breaker);
	return note_text_finish(arena, &out);
}

void week_text(struct arena *arena, const struct week_plan *plan, const struct result_list *done, struct span *parts)
{
	struct date monday = week_monday(plan->week);
	parts[WEEK_PRIORITIES] = priorities_text(arena, plan, done);
	parts[WEEK_CLIENTS] = clients_text(arena, plan);
	parts[WEEK_CHECKPOINTS] = items_text(arena, "- [ ] ", &plan->checkpoints, monday);
	parts[WEEK_WATCHLIST] = items_text(arena, "- ", &plan->watchlist, monday);
	parts[WEEK_RITUALS] = items_text(arena, "- [ ] ", &plan->rituals, monday);
	parts[WEEK_PARTNERS] = items_text(arena, "- [ ] ", &plan->partners, monday);
	parts[WEEK_CAPACITY] = capacity_text(arena, plan->capacity);
	parts[WEEK_CARRYOVER] = items_text(arena, "- ", &plan->carryover, monday);
}
