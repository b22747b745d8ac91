/* What the metrics stand at, from notes and answers. */
#include "base/buffer.h"
#include "cmd/closing.h"
#include "codec/utf8.h"
#include "model/metric_name.h"
#include "rules/metric_doubt.h"

/* As the engagement writes it: the metric of that name, or the one that begins so. */
static struct span find_metric(const struct closing_run *run, struct span name)
{
	const struct engagement *engagement = run->engagement;
	struct span part = metric_key(run->arena, name);
	struct span found = SPAN_NONE;
	int count = 0;
	for (size_t i = 0; engagement && i < engagement->metric_count; i++) {
		struct span whole = metric_key(run->arena, engagement->metrics[i].name);
		if (span_equal(whole, part))
			return engagement->metrics[i].name;
		if (!utf8_matches_part(whole, part))
			continue;
		found = engagement->metrics[i].name;
		count++;
	}
	return count == 1 ? found : SPAN_NONE;
}

static struct span metric_names(const struct closing_run *run)
{
	const struct engagement *engagement = run->engagement;
	BUFFER_CLEANUP struct buffer names = BUFFER_INIT(ERROR_TEXT_SIZE);
	for (size_t i = 0; engagement && i < engagement->metric_count; i++)
		buffer_printf(&names, "%s%.*s", i ? ", " : "", SPAN_PRINT(engagement->metrics[i].name));
	return buffer_finish(run->arena, &names);
}

static int refuse_metric(const struct closing_run *run, const struct yaml_node *node, struct error *error)
{
	const struct engagement *engagement = run->engagement;
	error_at(error, ERROR_PARSE, answers_position(&run->answers, node), "no metric is called \"%.*s\"",
		SPAN_PRINT(node->key));
	if (!engagement || engagement->metric_count == 0)
		return error_hint(error, "the engagement has no metrics yet; write them below Client Success Metrics");
	return error_hint(error, "there are %.*s", SPAN_PRINT(metric_names(run)));
}

static const struct engagement_metric *metric_of(const struct closing_run *run, const struct session_metric *figure)
{
	for (size_t i = 0; i < run->engagement->metric_count; i++)
		if (metric_is(run->arena, run->engagement->metrics[i].name, figure->name))
			return &run->engagement->metrics[i];
	return NULL;
}

static struct metric_doubt_words doubt_of(
	const struct closing_run *run, const struct engagement_metric *metric, struct span value)
{
	return metric_value_doubt(run->arena, run->engagement, metric, value, run->context->today);
}

static void check_figure(const struct closing_run *run, const struct session_metric *figure)
{
	const struct engagement_metric *metric = metric_of(run, figure);
	struct finding_list *findings = run->context->findings;
	const struct document *note = run->after.document;
	if (!metric) {
		finding_hint(findings,
			finding_add(findings, FINDING_METRIC_UNKNOWN, document_position_of(note, figure->name),
				"\"%.*s\" is no metric of the engagement: its figure tells of no progress",
				SPAN_PRINT(figure->name)),
			"there are %.*s", SPAN_PRINT(metric_names(run)));
		return;
	}
	struct metric_doubt_words words = doubt_of(run, metric, figure->value);
	if (words.what)
		finding_hint(findings,
			finding_add(findings, FINDING_BAD_VALUE, document_position_of(note, figure->value),
				"\"%.*s\" is %s", SPAN_PRINT(words.text), words.what),
			"%s", words.hint);
}

void closing_check_figures(const struct closing_run *run)
{
	if (!run->engagement || run->engagement->metric_count == 0)
		return;
	for (size_t i = 0; i < run->outcome.metric_count; i++)
		check_figure(run, &run->outcome.metrics[i]);
}

const struct session_metric *closing_figures_to_log(const struct closing_run *run, size_t *count)
{
	struct session_metric *logged = arena_new_array(run->arena, run->outcome.metric_count, struct session_metric);
	*count = 0;
	for (size_t i = 0; i < run->outcome.metric_count; i++) {
		const struct session_metric *figure = &run->outcome.metrics[i];
		const struct engagement_metric *metric = metric_of(run, figure);
		if (!metric || !doubt_of(run, metric, figure->value).what)
			logged[(*count)++] = *figure;
	}
	return logged;
}

/* A row of a table is no figure, even where one is in it. */
const char *closing_settle_figure(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	const struct closing_run *run = question->run;
	const struct session_metric figure = { .name = question->entry, .value = *answer };
	struct metric_doubt_words words = doubt_of(run, metric_of(run, &figure), *answer);
	(void)today;
	if (span_contains(*answer, "|"))
		return "more than a figure; write the figure alone";
	return words.what ? arena_printf(arena, "%s; %s", words.what, words.hint) : NULL;
}

int closing_understand_metrics(struct closing_run *run, struct error *error)
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
