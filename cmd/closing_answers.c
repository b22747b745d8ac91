/* What a coach says of a session, from notes and answers. */
#include "base/buffer.h"
#include "cmd/closing.h"
#include "cmd/given_answers.h"
#include "cmd/given_text.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "practice/new_action.h"
#include "sys/file.h"

#include <string.h>

static const char *const keys[] = { "status", "minutes", "notes", "summary", "actions", "metrics", "resources",
	"attended", "next", "focus", "check_in", NULL };

/* --- reading ----------------------------------------------------------------------------------------------------- */

const char *closing_conversation(const struct closing_run *run)
{
	return arena_printf(
		run->arena, "close_session %s %.*s", date_format(run->session.date).text, SPAN_PRINT(run->choice.note));
}

bool closing_is_asking(const struct closing_run *run)
{
	return run->context->interactive && !run->given->answers && !run->given->notes;
}

int closing_read(struct closing_run *run, struct error *error)
{
	const struct closing_options *given = run->given;
	size_t most = (size_t)run->context->configuration->note_most_bytes;
	struct span notes;
	if (given->notes && given->answers && strcmp(given->notes, "-") == 0 && strcmp(given->answers, "-") == 0)
		return error_set(error, ERROR_USAGE, "--notes and --answers cannot both be standard input");
	if (given_text(run->context, given->notes, most, &notes, error))
		return -1;
	const char *path = given->notes ? given->notes : "-";
	run->raw = raw_notes_read(run->arena, run->practice.aliases, path, notes, most, run->context->findings);
	return given_answers(run->context, closing_is_asking(run), closing_conversation(run), given->answers, keys,
		&run->answers, error);
}

/* --- answers ----------------------------------------------------------------------------------------------------- */

bool closing_may_end_with(enum session_status status)
{
	return status == SESSION_HELD || status == SESSION_MISSED || status == SESSION_CANCELLED;
}

int closing_understand_status(struct closing_run *run, struct error *error)
{
	static const enum session_status by_option[] = { SESSION_HELD, SESSION_HELD, SESSION_MISSED,
		SESSION_CANCELLED };
	const struct yaml_node *node = answers_get(&run->answers, "status", SPAN_NONE);
	struct span text = yaml_text(node);
	enum session_status *status = &run->closing.status;
	*status = closing_may_end_with(run->session.status) ? run->session.status : SESSION_HELD;
	if (run->given->status != CLOSING_UNSAID)
		*status = by_option[run->given->status];
	else if (text.length && (!session_status_read(run->arena, run->practice.aliases, text, status) ||
					!closing_may_end_with(*status)))
		return answers_refuse(
			&run->answers, node, "no end of a session", "write held, missed or cancelled", error);
	return 0;
}

static int understand_minutes(struct closing_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "minutes", SPAN_NONE);
	struct span rest = yaml_text(node);
	int minutes;
	run->closing.minutes = run->given->minutes;
	if (!rest.length || run->given->minutes >= 0)
		return 0;
	if (span_read_digits(&rest, &minutes) && rest.length == 0 && minutes > 0)
		run->closing.minutes = minutes;
	else if (!duration_parse(yaml_text(node), &run->closing.minutes))
		return answers_refuse(&run->answers, node, "no length of time", "write minutes: 50", error);
	return 0;
}

static struct span joined(struct arena *arena, struct span first, struct span second)
{
	if (!first.length || !second.length)
		return first.length ? first : second;
	return span_of(arena_printf(arena, "%.*s\n\n%.*s", SPAN_PRINT(first), SPAN_PRINT(second)));
}

static int understand_prose(struct closing_run *run, struct error *error)
{
	struct span notes;
	struct span summary;
	if (answers_text(&run->answers, "notes", &notes, error) ||
		answers_text(&run->answers, "summary", &summary, error))
		return -1;
	run->closing.notes = joined(run->arena, run->raw.notes, notes);
	run->closing.summary = joined(run->arena, run->raw.summary, summary);
	return 0;
}

/* --- actions ----------------------------------------------------------------------------------------------------- */

/* `Draft the memo by fri`: a day at the end, which goes into the due date. */
static struct span cut_due(struct span text, struct date today, struct date *due)
{
	for (size_t at = text.length; at-- > 0;) {
		struct span rest = span_from(text, at);
		if (span_skip(&rest, " by ") && date_parse(span_trim(rest), today, due))
			return span_trim_end(span_slice(text, 0, at));
	}
	return text;
}

static int action_line(
	struct arena *arena, struct new_action action, struct date today, struct span *line, struct error *error)
{
	struct task task;
	action.usual = OWNER_CLIENT;
	if (!date_is_known(action.due))
		action.text = cut_due(action.text, today, &action.due);
	return new_action_line(arena, &action, line, &task, error);
}

const char *closing_settle_action(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	(void)question;
	struct new_action action = { .text = *answer, .owner = OWNER_CLIENT, .due = DATE_NONE };
	struct error error = ERROR_INIT;
	struct span line;
	if (action_line(arena, action, today, &line, &error))
		return arena_printf(arena, "no action: %s; %s", error.message, error.hint);
	span_skip(&line, "- [ ] ");
	*answer = line;
	return NULL;
}

static int read_action(
	const struct closing_run *run, const struct yaml_node *node, struct new_action *action, struct error *error)
{
	const struct yaml_node *due = yaml_get(node, "due");
	const struct yaml_node *owner = yaml_get(node, "owner");
	struct span said = yaml_text(owner);
	*action = (struct new_action){ .owner = OWNER_CLIENT, .due = DATE_NONE };
	action->text = utf8_sentence(run->arena, yaml_text(node->kind == YAML_SCALAR ? node : yaml_get(node, "text")));
	if (yaml_text(due).length && !date_parse(yaml_text(due), run->context->today, &action->due))
		return answers_refuse(&run->answers, due, "no day", "write due: 2026-12-04, fri, +7d", error);
	if (said.length && alias_is(run->practice.aliases, ALIAS_STATE, utf8_fold_title(run->arena, said), "coach"))
		action->owner = OWNER_COACH;
	else if (said.length &&
		 !alias_is(run->practice.aliases, ALIAS_STATE, utf8_fold_title(run->arena, said), "client"))
		return answers_refuse(
			&run->answers, owner, "nobody who has an action", "write owner: client or owner: coach", error);
	return 0;
}

static int understand_actions(struct closing_run *run, struct error *error)
{
	const struct yaml_node **items;
	size_t count;
	struct span lines = run->raw.actions;
	if (answers_list(run->arena, &run->answers, "actions", &items, &count, error))
		return -1;
	for (size_t i = 0; i < count; i++) {
		struct new_action action;
		struct span line;
		if (read_action(run, items[i], &action, error))
			return -1;
		if (action_line(run->arena, action, run->context->today, &line, error)) {
			struct position place = answers_position(&run->answers, items[i]);
			struct error told = *error;
			error_at(error, ERROR_PARSE, place, "%s", told.message);
			return error_hint(error, "%s", told.hint);
		}
		lines = span_of(arena_printf(run->arena, "%.*s\n%.*s", SPAN_PRINT(lines), SPAN_PRINT(line)));
	}
	run->closing.actions = lines;
	return 0;
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

/* As the engagement writes it: the metric of that name, or the one that begins so. */
static struct span find_metric(const struct closing_run *run, struct span name)
{
	const struct engagement *engagement = run->engagement;
	struct span part = utf8_fold_title(run->arena, name);
	struct span found = SPAN_NONE;
	int count = 0;
	for (size_t i = 0; engagement && i < engagement->metric_count; i++) {
		struct span whole = utf8_fold_title(run->arena, engagement->metrics[i].name);
		if (span_equal(whole, part))
			return engagement->metrics[i].name;
		if (!utf8_matches_part(whole, part))
			continue;
		found = engagement->metrics[i].name;
		count++;
	}
	return count == 1 ? found : SPAN_NONE;
}

static int refuse_metric(const struct closing_run *run, const struct yaml_node *node, struct error *error)
{
	const struct engagement *engagement = run->engagement;
	BUFFER_CLEANUP struct buffer names = BUFFER_INIT(ERROR_TEXT_SIZE);
	for (size_t i = 0; engagement && i < engagement->metric_count; i++)
		buffer_printf(&names, "%s%.*s", i ? ", " : "", SPAN_PRINT(engagement->metrics[i].name));
	error_at(error, ERROR_PARSE, answers_position(&run->answers, node), "no metric is called \"%.*s\"",
		SPAN_PRINT(node->key));
	if (!engagement || engagement->metric_count == 0)
		return error_hint(error, "the engagement has no metrics yet; write them below Client Success Metrics");
	return error_hint(error, "there are %.*s", SPAN_PRINT(buffer_span(&names)));
}

static int understand_metrics(struct closing_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "metrics", SPAN_NONE);
	size_t answered = node && node->kind == YAML_MAPPING ? node->count : 0;
	size_t most = run->raw.metric_count + answered;
	struct session_metric *metrics = arena_new_array(run->arena, most, struct session_metric);
	size_t count = run->raw.metric_count;
	if (node && node->kind != YAML_MAPPING && yaml_text(node).length)
		return answers_refuse(&run->answers, node, "no list of figures",
			"write each metric and its value on a line below", error);
	for (size_t i = 0; i < count; i++) {
		struct span known = find_metric(run, run->raw.metrics[i].name);
		metrics[i] = run->raw.metrics[i];
		metrics[i].name = known.length ? known : metrics[i].name;
	}
	for (size_t i = 0; i < answered; i++) {
		const struct yaml_node *entry = &node->children[i];
		bool plain = entry->kind == YAML_SCALAR;
		struct session_metric metric = { find_metric(run, entry->key),
			yaml_text(plain ? entry : yaml_get(entry, "value")), yaml_text(yaml_get(entry, "note")) };
		if (!metric.value.length)
			continue;
		if (!metric.name.length)
			return refuse_metric(run, entry, error);
		metrics[count++] = metric;
	}
	run->closing.metrics = metrics;
	run->closing.metric_count = count;
	return 0;
}

/* --- the rest ---------------------------------------------------------------------------------------------------- */

/* Whole lines of a list are kept; a name alone is to be sent, by the coach. */
static struct span resource_line(struct arena *arena, struct span said)
{
	struct task task;
	struct span text = utf8_sentence(arena, said);
	if (task_read_line(text, &task) || span_starts_with(text, "- "))
		return text;
	bool linked = span_contains(text, "[[") || span_contains(text, "](") || span_contains(text, "://");
	return span_of(arena_printf(arena, "- [ ] Send %s%.*s%s [owner:: coach]", linked ? "" : "[[", SPAN_PRINT(text),
		linked ? "" : "]]"));
}

static int understand_resources(struct closing_run *run, struct error *error)
{
	const struct yaml_node **items;
	size_t count;
	struct span lines = run->raw.resources;
	if (answers_list(run->arena, &run->answers, "resources", &items, &count, error))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (yaml_text(items[i]).length)
			lines = span_of(arena_printf(run->arena, "%.*s\n%.*s", SPAN_PRINT(lines),
				SPAN_PRINT(resource_line(run->arena, yaml_text(items[i])))));
	run->closing.resources = lines;
	return 0;
}

/* The member whom a part of the name means; a guest is one of that name. */
static struct span find_member(const struct closing_run *run, struct span name)
{
	const struct task_list *members = &run->session.attendance;
	struct span part = utf8_fold_title(run->arena, name);
	struct span found = SPAN_NONE;
	int count = 0;
	for (size_t i = 0; i < members->count; i++) {
		struct span member = text_plain(run->arena, members->items[i].text);
		if (!utf8_matches_part(utf8_fold_title(run->arena, member), part))
			continue;
		found = member;
		count++;
	}
	return count == 1 ? found : name;
}

/* A link where there is such a note, as one that leads nowhere is worse than a name. */
static struct span linked(const struct closing_run *run, struct span name)
{
	const struct note_list *notes = &run->practice.notes;
	struct span file = span_of(arena_printf(run->arena, "%.*s.md", SPAN_PRINT(name)));
	for (size_t i = 0; i < notes->count; i++)
		if (span_equal(span_of(path_name(notes->items[i].path)), file))
			return span_of(arena_printf(run->arena, "[[%.*s]]", SPAN_PRINT(name)));
	return name;
}

static int understand_attended(struct closing_run *run, struct error *error)
{
	const struct yaml_node **items;
	size_t count;
	if (answers_list(run->arena, &run->answers, "attended", &items, &count, error))
		return -1;
	struct span *names = arena_new_array(run->arena, count, struct span);
	for (size_t i = 0; i < count; i++)
		names[i] = linked(
			run, find_member(run, utf8_sentence(run->arena, text_plain(run->arena, yaml_text(items[i])))));
	run->closing.attended = names;
	run->closing.attended_count = count;
	return 0;
}

const char *closing_settle_next(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	(void)question;
	struct appointment next;
	if (!appointment_parse(*answer, today, &next) || !date_is_known(next.date))
		return "no day that is understood; write it like 2026-12-04 10:00, fri 10:00, next tue 14:30, +14d";
	if (date_compare(next.date, today) <= 0)
		return arena_printf(arena, "%s, which is not to come; name a later day", date_format(next.date).text);
	*answer = session_closing_when(arena, next);
	return NULL;
}

static int understand_next(struct closing_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "next", SPAN_NONE);
	struct span said = yaml_text(node);
	struct span focus;
	run->closing.next = run->raw.next;
	if (answers_text(&run->answers, "focus", &focus, error))
		return -1;
	run->closing.next_focus = focus.length ? utf8_sentence(run->arena, focus) : run->raw.next_focus;
	if (!said.length)
		return 0;
	if (!appointment_parse(said, run->context->today, &run->closing.next) || !date_is_known(run->closing.next.date))
		return answers_refuse(&run->answers, node, "no day", "write it like next: 2026-12-04 10:00", error);
	if (date_compare(run->closing.next.date, run->session.date) <= 0)
		return answers_refuse(&run->answers, node, "not after the session itself", "name a later day", error);
	return 0;
}

static int understand_check_in(struct closing_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "check_in", SPAN_NONE);
	struct span said = yaml_text(node);
	run->check_in = DATE_NONE;
	if (!said.length || date_parse(said, run->context->today, &run->check_in))
		return 0;
	run->no_check_in = alias_is(run->practice.aliases, ALIAS_STATE, utf8_fold_title(run->arena, said), "no");
	return run->no_check_in ? 0
				: answers_refuse(&run->answers, node, "no day",
					  "write check_in: 2026-12-02, or check_in: no", error);
}

/* In the note, the sections behind it would be gone. */
static int check_closed(struct closing_run *run, struct error *error)
{
	const struct session_closing *closing = &run->closing;
	const struct {
		const char *name;
		struct span raw, whole;
	} texts[] = { { "notes", run->raw.notes, closing->notes }, { "summary", run->raw.summary, closing->summary },
		{ "actions", run->raw.actions, closing->actions },
		{ "resources", run->raw.resources, closing->resources } };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		if (session_closing_is_closed(run->arena, texts[i].whole))
			continue;
		bool in_notes = !session_closing_is_closed(run->arena, texts[i].raw);
		error_at(error, ERROR_PARSE,
			(struct position){ .path = in_notes ? run->given->notes : run->answers.path },
			"the text of %s opens code, a comment or HTML and does not close it", texts[i].name);
		return error_hint(error, "close it (``` or -->), or it would hide the rest of the session's note");
	}
	return 0;
}

int closing_understand(struct closing_run *run, struct error *error)
{
	static int (*const parts[])(struct closing_run *, struct error *) = { closing_understand_status,
		understand_minutes, understand_prose, understand_actions, understand_metrics, understand_resources,
		understand_attended, understand_next, understand_check_in, check_closed };
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i](run, error))
			return -1;
	return 0;
}
