#include "cmd/agenda_text.h"

#include "base/buffer.h"

enum { AGENDA_MOST = 64 << 20, SUMMARY_MOST = 300, SIGNALS_MOST = 3 };

static const char *const source_words[] = { "from the last session", "from the engagement's phase",
	"the primary goal" };
static const char *const status_words[] = { "open", "done", "in progress", "cancelled", "forwarded" };

/* At most SUMMARY_MOST bytes, cut between words. */
static struct span shortened(struct arena *arena, struct span text)
{
	if (text.length <= SUMMARY_MOST)
		return text;
	size_t end = SUMMARY_MOST;
	while (end > 0 && text.at[end] != ' ' && text.at[end] != '\n' && ((unsigned char)text.at[end] & 0xC0) == 0x80)
		end--;
	for (size_t i = end; i > SUMMARY_MOST / 2; i--) {
		if (text.at[i] == ' ' || text.at[i] == '\n') {
			end = i;
			break;
		}
	}
	return span_of(arena_printf(arena, "%.*s …", SPAN_PRINT(span_slice(text, 0, end))));
}

static void add_head(struct buffer *out, const struct preparation *preparation)
{
	buffer_add_text(out, "**Focus:** ");
	if (preparation->focus.length) {
		buffer_add_line(out, preparation->focus);
		buffer_printf(out, " (%s)", source_words[preparation->focus_source]);
	} else {
		buffer_add_text(out, "ask the client");
	}
	enum coaching_mode mode = (enum coaching_mode)preparation->mode;
	buffer_printf(out, "\n**Coaching mode:** %s (%s) — ", coaching_mode_names[mode], coaching_mode_persona(mode));
	buffer_add_line(out, preparation->mode_reason);
	buffer_printf(out, "\n**Package:** session %lld", preparation->package_number.value);
	if (preparation->package_total.known)
		buffer_printf(out, " of %lld", preparation->package_total.value);
	if (date_is_known(preparation->programme_end))
		buffer_printf(out, ", ends %s", date_format(preparation->programme_end).text);
	buffer_add_text(out, "\n");
}

static void add_heading(struct buffer *out, const struct preparation *preparation, enum agenda_part part)
{
	const struct prepared_part *parts = preparation->agenda.items;
	buffer_printf(out, "\n### %s (%lld min)\n", agenda_part_title(part), parts[part].minutes.value);
}

static void add_check_in(struct arena *arena, struct buffer *out, const struct preparation *preparation)
{
	add_heading(out, preparation, AGENDA_CHECK_IN);
	if (date_is_known(preparation->last_session)) {
		buffer_printf(out, "- Last session, %s", date_format(preparation->last_session).text);
		if (preparation->last_summary.length) {
			buffer_add_text(out, ": ");
			buffer_add_line(out, shortened(arena, preparation->last_summary));
		}
		buffer_add_text(out, "\n");
	} else {
		buffer_add_text(out, "- First session together\n");
	}
	for (size_t i = 0; i < preparation->flags.count; i++) {
		const struct prepared_flag *flag = (const struct prepared_flag *)preparation->flags.items + i;
		buffer_add_text(out, "- Red flag: ");
		buffer_add_line(out, flag->message);
		buffer_add_text(out, "\n");
	}
	for (size_t i = 0; i < preparation->messages.count; i++) {
		const struct prepared_message *message =
			(const struct prepared_message *)preparation->messages.items + i;
		buffer_printf(out, "- Message of %s: ", date_format(message->date).text);
		buffer_add_line(out, message->text);
		buffer_add_text(out, "\n");
	}
	buffer_add_text(out, "- Energy, wins and challenges since then\n");
}

static void add_action(struct buffer *out, const struct prepared_action *action)
{
	buffer_printf(out, "- %s: ", action->overdue ? "overdue" : status_words[action->status]);
	buffer_add_line(out, action->text);
	if (date_is_known(action->due))
		buffer_printf(out, " (due %s)", date_format(action->due).text);
	buffer_add_text(out, "\n");
}

static void add_metric(struct buffer *out, const struct prepared_metric *metric)
{
	buffer_add_text(out, "- ");
	buffer_add_line(out, metric->name);
	buffer_add_text(out, ": ");
	if (metric->value.length) {
		buffer_add_line(out, metric->value);
		buffer_printf(out, " on %s", date_format(metric->value_date).text);
	} else {
		buffer_add_text(out, "not measured yet");
	}
	if (metric->baseline.length || metric->target.length) {
		buffer_add_text(out, "; from ");
		buffer_add_line(out, metric->baseline.length ? metric->baseline : SPAN("?"));
		buffer_add_text(out, " to ");
		buffer_add_line(out, metric->target.length ? metric->target : SPAN("?"));
	}
	if (date_is_known(metric->deadline))
		buffer_printf(out, " by %s", date_format(metric->deadline).text);
	buffer_add_text(out, "\n");
}

static void add_checkpoint(struct buffer *out, const struct due_checkpoint *checkpoint)
{
	buffer_add_text(out, "- Checkpoint: ");
	buffer_add_line(out, checkpoint->text);
	buffer_printf(out, " (%.*s", SPAN_PRINT(checkpoint->rhythm));
	if (date_is_known(checkpoint->date))
		buffer_printf(out, ", %s", date_format(checkpoint->date).text);
	buffer_add_text(out, ")\n");
}

static void add_progress(struct buffer *out, const struct preparation *preparation)
{
	add_heading(out, preparation, AGENDA_PROGRESS);
	for (size_t i = 0; i < preparation->actions.count; i++)
		add_action(out, (const struct prepared_action *)preparation->actions.items + i);
	if (preparation->actions.count == 0)
		buffer_add_text(out, "- No actions were agreed\n");
	for (size_t i = 0; i < preparation->metrics.count; i++)
		add_metric(out, (const struct prepared_metric *)preparation->metrics.items + i);
	for (size_t i = 0; i < preparation->milestones.count; i++) {
		const struct prepared_milestone *milestone =
			(const struct prepared_milestone *)preparation->milestones.items + i;
		buffer_add_text(out, "- Milestone: ");
		buffer_add_line(out, milestone->name);
		buffer_printf(out, ", %s\n", date_format(milestone->date).text);
	}
	for (size_t i = 0; i < preparation->checkpoints.count; i++)
		add_checkpoint(out, (const struct due_checkpoint *)preparation->checkpoints.items + i);
}

static void add_rule(struct buffer *out, const struct decision_rule *rule)
{
	const struct decision_signal *signals = rule->signals.items;
	buffer_add_text(out, "- Decision rule: ");
	buffer_add_line(out, rule->situation);
	buffer_add_text(out, " — ");
	buffer_add_line(out, rule->decision);
	buffer_printf(out, " (%.*s:%lld)\n", SPAN_PRINT(rule->path), rule->line.value);
	for (size_t i = 0; i < rule->signals.count && i < SIGNALS_MOST; i++) {
		buffer_add_text(out, "  - ");
		buffer_add_line(out, signals[i].message);
		buffer_printf(out, " (%.*s:%lld)\n", SPAN_PRINT(signals[i].path), signals[i].line.value);
	}
	if (rule->signals.count > SIGNALS_MOST)
		buffer_printf(out, "  - and %zu more\n", rule->signals.count - SIGNALS_MOST);
}

static void add_core(struct buffer *out, const struct preparation *preparation)
{
	add_heading(out, preparation, AGENDA_CORE);
	buffer_add_text(out, "- ");
	buffer_add_line(
		out, preparation->focus.length ? preparation->focus : SPAN("What would make this session worth it?"));
	buffer_add_text(out, "\n");
	for (size_t i = 0; i < preparation->decision_rules.count; i++)
		add_rule(out, (const struct decision_rule *)preparation->decision_rules.items + i);
	for (size_t i = 0; i < preparation->resources.count; i++) {
		const struct prepared_resource *resource =
			(const struct prepared_resource *)preparation->resources.items + i;
		buffer_add_text(out, "- Resource: ");
		buffer_add_line(out, resource->source);
		if (resource->location.length) {
			buffer_add_text(out, ", ");
			buffer_add_line(out, resource->location);
		}
		buffer_printf(out, " (matches \"%.*s\")\n", SPAN_PRINT(resource->word));
	}
}

struct span agenda_text(struct arena *arena, const struct preparation *preparation)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(AGENDA_MOST);
	add_head(&out, preparation);
	add_check_in(arena, &out, preparation);
	add_progress(&out, preparation);
	add_core(&out, preparation);
	add_heading(&out, preparation, AGENDA_PLANNING);
	buffer_add_text(
		&out, "- Next actions, three at most, each with a date\n- What is needed, and who follows up when\n");
	add_heading(&out, preparation, AGENDA_CLOSE);
	buffer_add_text(&out, "- The key takeaway in the client's words\n- The next session's date");
	return buffer_finish(arena, &out);
}
