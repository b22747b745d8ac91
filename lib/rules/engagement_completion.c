#include "rules/engagement_completion.h"

#include "codec/utf8.h"
#include "rules/client_sessions.h"

const char *const engagement_point_names[] = { "outcome", "report", "feedback", "transition", "relationship", NULL };

/* As the standard has them; the first words tell which box is which. */
static const struct {
	const char *title;
	const char *begins;
} points[ENGAGEMENT_POINT_COUNT] = {
	[ENGAGEMENT_OUTCOME] = { "Primary outcome achieved, or a clear plan for going on", "primary outcome" },
	[ENGAGEMENT_REPORT] = { "Final progress report delivered", "final progress report" },
	[ENGAGEMENT_FEEDBACK] = { "Testimonial or feedback requested", "testimonial" },
	[ENGAGEMENT_TRANSITION] = { "Offboarding complete", "offboarding" },
	[ENGAGEMENT_RELATIONSHIP] = { "Relationship maintained", "relationship" },
};

const struct task *engagement_point_box(
	struct arena *arena, const struct engagement *engagement, enum engagement_point point)
{
	for (size_t i = 0; engagement && i < engagement->completion.count; i++) {
		const struct task *task = &engagement->completion.items[i];
		if (span_starts_with(utf8_fold(arena, task->text), points[point].begins))
			return task;
	}
	return NULL;
}

struct judging {
	struct arena *arena;
	const struct records *records;
	const struct client_state *state;
	struct date today;
};

struct judgement {
	enum point_state state;
	struct span detail;
};

static struct judgement judge_outcome(const struct judging *judging)
{
	const struct metric_standing *metrics = judging->state->metrics.items;
	size_t count = judging->state->metrics.count;
	size_t reached = 0;
	for (size_t i = 0; i < count; i++)
		reached += metrics[i].reached;
	const char *detail = arena_printf(
		judging->arena, "%zu of %zu metric%s at the target", reached, count, count == 1 ? "" : "s");
	return (struct judgement){ count && reached == count ? POINT_DONE : POINT_MISSING,
		span_of(count ? detail : "no metric tells; tick it in the engagement") };
}

/* The coach's own, due behind the programme's end, such as to ask how it has held. */
static bool comes_after(const struct judging *judging, const struct action *action)
{
	struct date end = judging->state->client->end;
	struct date due = action->task.due;
	return action->owner == OWNER_COACH && date_is_known(end) && date_is_known(due) && date_compare(due, end) > 0;
}

static size_t open_actions(const struct judging *judging)
{
	const struct action_list *actions = &judging->records->actions;
	size_t open = 0;
	for (size_t i = 0; i < actions->count; i++)
		open += actions->items[i].client_id == judging->state->client->id &&
			task_is_unfinished(&actions->items[i].task) && !comes_after(judging, &actions->items[i]);
	return open;
}

static struct judgement judge_transition(const struct judging *judging)
{
	struct judgement judgement = { POINT_MISSING, SPAN_NONE };
	const struct session *planned = next_session(judging->records, judging->state->client, judging->today, false);
	size_t open = open_actions(judging);
	if (planned)
		judgement.detail = span_of(
			arena_printf(judging->arena, "a session is planned for %s", date_format(planned->date).text));
	else if (open)
		judgement.detail = span_of(
			arena_printf(judging->arena, "%zu action%s still open", open, open == 1 ? " is" : "s are"));
	else
		judgement = (struct judgement){ POINT_DONE, SPAN("no action is open, no session planned") };
	return judgement;
}

static struct judgement judge(const struct judging *judging, enum engagement_point point)
{
	const struct task *box = engagement_point_box(judging->arena, judging->state->engagement, point);
	if (box && box->status == TASK_DONE)
		return (struct judgement){ POINT_DONE, SPAN("ticked in the engagement") };
	if (point == ENGAGEMENT_OUTCOME)
		return judge_outcome(judging);
	if (point == ENGAGEMENT_TRANSITION)
		return judge_transition(judging);
	return (struct judgement){ POINT_MISSING, SPAN("not ticked in the engagement") };
}

struct result_list engagement_completion_decide(
	struct arena *arena, const struct records *records, const struct client_state *state, struct date today)
{
	struct judging judging = { arena, records, state, today };
	struct completion_point *states = arena_new_array(arena, ENGAGEMENT_POINT_COUNT, struct completion_point);
	for (int point = 0; point < ENGAGEMENT_POINT_COUNT; point++) {
		struct judgement judgement = judge(&judging, (enum engagement_point)point);
		states[point] =
			(struct completion_point){ point, points[point].title, (int)judgement.state, judgement.detail };
	}
	return (struct result_list){ states, ENGAGEMENT_POINT_COUNT };
}
