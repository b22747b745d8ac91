#include "rules/unlogged_figures.h"

#include "model/metric_name.h"
#include "rules/metric_doubt.h"

static bool is_held(const struct session *session, const struct engagement *engagement, struct date today)
{
	return session->client_id != CLIENT_NOBODY && session->client_id == engagement->client_id &&
	       session->status == SESSION_HELD && date_compare(session->date, today) <= 0;
}

/* The day of the metric's latest row, which has taken up what sessions said until then; DATE_NONE for none. */
static struct date logged_until(
	struct arena *arena, const struct engagement *engagement, const struct engagement_metric *metric)
{
	const struct progress_entry *latest = metric_latest(arena, engagement, metric->name, DATE_NONE);
	return latest ? latest->date : DATE_NONE;
}

static bool is_logged(struct date until, const struct session *session)
{
	return date_is_known(until) && date_compare(until, session->date) >= 0;
}

/* The session's figure of the metric; NULL for none. Of several the last one holds. */
static const struct session_metric *figure_of(
	struct arena *arena, const struct session *session, const struct engagement_metric *metric)
{
	for (size_t i = session->metric_count; i-- > 0;)
		if (metric_is(arena, session->metrics[i].name, metric->name))
			return &session->metrics[i];
	return NULL;
}

struct unlogged_figure unlogged_figure(struct arena *arena, const struct records *records,
	const struct engagement *engagement, const struct engagement_metric *metric, struct date today)
{
	struct date until = logged_until(arena, engagement, metric);
	for (size_t i = records->session_count; i-- > 0 && !is_logged(until, &records->sessions[i]);) {
		const struct session *session = &records->sessions[i];
		const struct session_metric *figure =
			is_held(session, engagement, today) ? figure_of(arena, session, metric) : NULL;
		if (figure && !metric_value_doubt(arena, engagement, metric, figure->value, today).what)
			return (struct unlogged_figure){ figure->value, session->date };
	}
	return (struct unlogged_figure){ SPAN_NONE, DATE_NONE };
}

/* --- lint -------------------------------------------------------------------------------------------------------- */

static void report(struct arena *arena, const struct engagement *engagement, const struct session *session,
	const struct engagement_metric *metric, const struct session_metric *figure, struct date today,
	struct finding_list *findings)
{
	struct position place = document_position_of(session->document, figure->value);
	struct metric_doubt_words words = metric_value_doubt(arena, engagement, metric, figure->value, today);
	if (words.what)
		finding_hint(findings,
			finding_add(findings, FINDING_BAD_VALUE, place, "%.*s: \"%.*s\" is %s",
				SPAN_PRINT(metric->name), SPAN_PRINT(words.text), words.what),
			"%s", words.hint);
	else
		finding_hint(findings,
			finding_add(findings, FINDING_FIGURE_UNLOGGED, place,
				"%.*s: %.*s is in the session's note, and not in the Progress Log of the engagement",
				SPAN_PRINT(metric->name), SPAN_PRINT(figure->value)),
			"`coach close_session \"%.*s\" --date %s --no-input` writes it there",
			SPAN_PRINT(session->client), date_format(session->date).text);
}

static void lint_metric(struct arena *arena, const struct records *records, const struct engagement *engagement,
	const struct engagement_metric *metric, struct date today, struct finding_list *findings)
{
	struct date until = logged_until(arena, engagement, metric);
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (!session->metric_count || !is_held(session, engagement, today) || is_logged(until, session))
			continue;
		const struct session_metric *figure = figure_of(arena, session, metric);
		if (figure)
			report(arena, engagement, session, metric, figure, today, findings);
	}
}

void lint_unlogged_figures(
	struct arena *arena, const struct records *records, struct date today, struct finding_list *findings)
{
	for (size_t i = 0; i < records->engagement_count; i++) {
		const struct engagement *engagement = &records->engagements[i];
		for (size_t k = 0; k < engagement->metric_count; k++)
			lint_metric(arena, records, engagement, &engagement->metrics[k], today, findings);
	}
}
