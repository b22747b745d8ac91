/* What a coach says of a new client. */
#include "cmd/given_answers.h"
#include "cmd/onboarding.h"
#include "codec/mail.h"
#include "codec/utf8.h"
#include "model/text_reading.h"
#include "practice/consent_table.h"

#include <string.h>

const char *onboarding_conversation(const struct onboarding_run *run)
{
	return arena_printf(run->arena, "onboard_client %.*s", SPAN_PRINT(run->note));
}

bool onboarding_is_asking(const struct onboarding_run *run)
{
	return run->context->interactive && !run->given->answers;
}

/* The engagement's places, and what is more than one value. */
static const char *const *all_keys(struct arena *arena)
{
	static const char *const others[] = { "end", "metrics", "consent" };
	size_t count = 0;
	while (engagement_places[count].key)
		count++;
	const char **keys = arena_new_array(arena, count + sizeof(others) / sizeof(*others) + 1, const char *);
	for (size_t i = 0; i < count; i++)
		keys[i] = engagement_places[i].key;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		keys[count + i] = others[i];
	return keys;
}

int onboarding_read(struct onboarding_run *run, struct error *error)
{
	return given_answers(run->context, onboarding_is_asking(run), onboarding_conversation(run), run->given->answers,
		all_keys(run->arena), &run->answers, error);
}

/* --- values ------------------------------------------------------------------------------------------------------ */

/* A rhythm that nobody can read would pass the gate unseen; one that is not agreed on yet is said to be so. */
bool onboarding_is_cadence(struct arena *arena, const struct aliases *aliases, struct span said)
{
	return cadence_read(arena, aliases, said, true).known ||
	       alias_is(aliases, ALIAS_STATE, utf8_fold_title(arena, said), "unknown");
}

bool onboarding_is_email(struct span said)
{
	struct span address;
	size_t count = 0;
	while (mail_address_next(&said, &address)) {
		if (address.length && !mail_address_is_valid(address))
			return false;
		count += address.length > 0;
	}
	return count > 0;
}

int onboarding_cadence(struct onboarding_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "cadence", SPAN_NONE);
	struct span said;
	if (answers_text(&run->answers, "cadence", &said, error))
		return -1;
	bool answered = said.length > 0;
	if (!answered && run->known)
		said = run->known->cadence_text;
	run->cadence = cadence_read(run->arena, run->practice.aliases, said, true);
	if (answered && !onboarding_is_cadence(run->arena, run->practice.aliases, said))
		return answers_refuse(
			&run->answers, node, "no rhythm", "write weekly, 2/month, every 3 weeks, or TBD", error);
	return 0;
}

static int read_day(
	const struct onboarding_run *run, const char *key, struct date fallback, struct date *date, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, key, SPAN_NONE);
	struct span said = yaml_text(node);
	*date = fallback;
	if (!said.length || date_parse(said, run->context->today, date))
		return 0;
	return answers_refuse(&run->answers, node, "no day", "write it like 2026-12-01, mon, +7d", error);
}

static int check_email(const struct onboarding_run *run, struct span said, struct error *error)
{
	if (!said.length || onboarding_is_email(said))
		return 0;
	return answers_refuse(&run->answers, answers_get(&run->answers, "email", SPAN_NONE), "no mail address",
		"write it like ana.silva@example.org; several are separated by commas", error);
}

static int read_values(struct onboarding_run *run, struct span *values, struct error *error)
{
	for (size_t i = 0; engagement_places[i].key; i++)
		if (answers_text(&run->answers, engagement_places[i].key, &values[i], error))
			return -1;
	if (check_email(run, values[engagement_place_of("email")], error))
		return -1;
	struct span *start = &values[engagement_place_of("start")];
	struct span *type = &values[engagement_place_of("type")];
	struct span *cadence = &values[engagement_place_of("cadence")];
	if (run->known && !type->length)
		*type = run->known->type;
	if (run->known && run->known->cadence.known && !cadence->length)
		*cadence = run->known->cadence_text;
	*start = span_of(arena_printf(run->arena, "%s", date_format(run->start).text));
	return 0;
}

int onboarding_start(struct onboarding_run *run, struct error *error)
{
	return read_day(run, "start", run->context->today, &run->start, error);
}

static int refuse_end(const struct onboarding_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "end", SPAN_NONE);
	struct position place = node ? answers_position(&run->answers, node)
				     : document_position_of(run->practice.records.portfolio->document, run->known->row);
	error_at(error, node ? ERROR_PARSE : ERROR_USAGE, place, "the programme would end on %s, and begins on %s",
		date_format(run->end).text, date_format(run->start).text);
	return error_hint(error, node ? "write end: as a day behind start:" : "answer end: with a day behind start:");
}

static int read_days(struct onboarding_run *run, struct error *error)
{
	struct date end = run->known ? run->known->end : DATE_NONE;
	if (read_day(run, "end", end, &run->end, error))
		return -1;
	bool in_order = !date_is_known(run->end) || date_compare(run->end, run->start) > 0;
	return in_order ? 0 : refuse_end(run, error);
}

/* --- metrics ----------------------------------------------------------------------------------------------------- */

bool onboarding_metric(struct arena *arena, struct span said, struct date today, struct new_metric *metric)
{
	struct span text = utf8_sentence(arena, said);
	size_t colon = span_find(text, ": ");
	struct span rest = span_trim(span_from(text, colon + 1));
	struct date deadline;
	*metric = (struct new_metric){ .name = span_trim(span_slice(text, 0, colon)) };
	if (text_cut_due(&rest, today, &deadline))
		metric->deadline = span_of(arena_printf(arena, "%s", date_format(deadline).text));
	static const char *const arrows[] = { "->", "→", " to " };
	metric->target = rest;
	for (size_t i = 0; i < sizeof(arrows) / sizeof(*arrows); i++) {
		size_t at = span_find(rest, arrows[i]);
		if (at == rest.length)
			continue;
		metric->baseline = span_trim(span_slice(rest, 0, at));
		metric->target = span_trim(span_from(rest, at + strlen(arrows[i])));
		break;
	}
	return colon < text.length && metric->name.length && metric->target.length;
}

/* An entry that nobody asks for may be one that was mistyped. */
static int check_entries(
	const struct onboarding_run *run, const struct yaml_node *node, const char *const *keys, struct error *error)
{
	const struct answers part = { .path = run->answers.path, .root = node };
	return node->kind == YAML_MAPPING ? answers_check_keys(&part, keys, error) : 0;
}

/* `Decisions without her: 2 -> 10`, which YAML takes for an entry where it is not in quotes; empty for another form. */
static struct span line_of_metric(struct arena *arena, const struct yaml_node *node, const char *const *keys)
{
	if (node->kind == YAML_SCALAR)
		return yaml_text(node);
	const struct yaml_node *entry = node->kind == YAML_MAPPING && node->count == 1 ? &node->children[0] : NULL;
	if (!entry || entry->kind != YAML_SCALAR)
		return SPAN_NONE;
	for (const char *const *key = keys; *key; key++)
		if (span_is(entry->key, *key))
			return SPAN_NONE;
	return span_of(arena_printf(arena, "%.*s: %.*s", SPAN_PRINT(entry->key), SPAN_PRINT(yaml_text(entry))));
}

static int read_metric(
	const struct onboarding_run *run, const struct yaml_node *node, struct new_metric *metric, struct error *error)
{
	static const char hint[] = "write it like \"Decisions without her: 2 -> 10 by 2026-12-18\"";
	static const char *const keys[] = { "metric", "baseline", "target", "deadline", NULL };
	const struct yaml_node *by = yaml_get(node, "deadline");
	struct span line = line_of_metric(run->arena, node, keys);
	struct date deadline;
	if (node->kind == YAML_SCALAR || line.length)
		return onboarding_metric(run->arena, line, run->context->today, metric)
			       ? 0
			       : answers_refuse(&run->answers, node, "no metric with a name and a target", hint, error);
	*metric = (struct new_metric){ yaml_text(yaml_get(node, "metric")), yaml_text(yaml_get(node, "baseline")),
		yaml_text(yaml_get(node, "target")), SPAN_NONE };
	if (check_entries(run, node, keys, error))
		return -1;
	if (!metric->name.length)
		return answers_refuse(&run->answers, node, "no metric: it has no entry metric:", hint, error);
	if (!yaml_text(by).length)
		return 0;
	if (!date_parse(yaml_text(by), run->context->today, &deadline))
		return answers_refuse(&run->answers, by, "no day", "write it like 2026-12-01, mon, +7d", error);
	metric->deadline = span_of(arena_printf(run->arena, "%s", date_format(deadline).text));
	return 0;
}

static int read_metrics(struct onboarding_run *run, struct error *error)
{
	const struct yaml_node **items;
	size_t count;
	if (answers_list(run->arena, &run->answers, "metrics", &items, &count, error))
		return -1;
	struct new_metric *metrics = arena_new_array(run->arena, count, struct new_metric);
	for (size_t i = 0; i < count; i++)
		if (read_metric(run, items[i], &metrics[i], error))
			return -1;
	run->engagement.metrics = metrics;
	run->engagement.metric_count = count;
	return 0;
}

/* --- consents ---------------------------------------------------------------------------------------------------- */

static bool is_said_before(
	const struct onboarding_run *run, const struct consent *consents, size_t count, struct span scope)
{
	for (size_t i = 0; i < count; i++)
		if (span_equal(utf8_fold(run->arena, consents[i].scope), utf8_fold(run->arena, scope)))
			return true;
	return false;
}

/* `ai: yes`, or `ai: {status: yes, agreement: mail of 1 December}`. */
static int read_consent(
	const struct onboarding_run *run, const struct yaml_node *node, struct consent *consent, struct error *error)
{
	static const char *const keys[] = { "status", "agreement", NULL };
	const struct yaml_node *status = node->kind == YAML_MAPPING ? yaml_get(node, "status") : node;
	*consent = (struct consent){
		.scope = node->key,
		.status = yaml_text(status),
		.agreement = yaml_text(yaml_get(node, "agreement")),
		.date = run->context->today,
	};
	if (check_entries(run, node, keys, error))
		return -1;
	struct span answer = consent_answer(run->arena, run->practice.aliases, consent->status);
	if (node->kind == YAML_LIST || (consent->status.length && !answer.length))
		return answers_refuse(
			&run->answers, status, "no answer to a consent", "write yes, no or withdrawn", error);
	consent->status = answer;
	return 0;
}

/* What was not asked is no row, which means no. */
static int read_consents(struct onboarding_run *run, struct error *error)
{
	const struct yaml_node *node = answers_get(&run->answers, "consent", SPAN_NONE);
	size_t most = node && node->kind == YAML_MAPPING ? node->count : 0;
	struct consent *consents = arena_new_array(run->arena, most, struct consent);
	size_t count = 0;
	if (node && node->kind != YAML_MAPPING && (node->kind == YAML_LIST || yaml_text(node).length))
		return answers_refuse(&run->answers, node, "no list of consents",
			"write each scope and its answer on a line below", error);
	for (size_t i = 0; i < most; i++) {
		if (is_said_before(run, consents, count, node->children[i].key))
			return answers_refuse(&run->answers, &node->children[i], "a second answer to one consent",
				"keep the one that holds", error);
		if (read_consent(run, &node->children[i], &consents[count], error))
			return -1;
		count += consents[count].status.length > 0;
	}
	run->engagement.consents = consents;
	run->engagement.consent_count = count;
	return 0;
}

int onboarding_understand(struct onboarding_run *run, struct error *error)
{
	size_t places = 0;
	while (engagement_places[places].key)
		places++;
	struct span *values = arena_new_array(run->arena, places, struct span);
	if (read_days(run, error) || read_values(run, values, error) || read_metrics(run, error) ||
		read_consents(run, error))
		return -1;
	run->engagement.client = run->note;
	run->engagement.values = values;
	return 0;
}
