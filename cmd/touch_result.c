#include "cmd/touch_result.h"

static const struct result_field touch_row_fields[] = {
	RES_TEXT(struct touch_row, client, "client", "The client"),
	RES_CHOICE(struct touch_row, kind, "kind", touch_kind_names, "What is to be written"),
	RES_DATE(struct touch_row, due, "due", "By when"),
	RES_TEXT_OR_NULL(struct touch_row, due_time, "due_time", "The time of that day; null for its end"),
	RES_BOOLEAN(struct touch_row, late, "late", "It was due before today"),
	RES_TEXT(struct touch_row, reason, "reason", "Why it is due"),
	RES_OBJECT(struct touch_row, evidence, struct place, "evidence", place_fields, "Where that stands"),
	RES_END,
};

const struct result_field touch_result[] = {
	RES_TEXT_OR_NULL(struct touch_result, client, "client", "Whom the draft is for"),
	RES_TEXT_OR_NULL(struct touch_result, kind, "kind", "reminder, summary, check_in, resource or welcome"),
	RES_TEXT_OR_NULL(struct touch_result, language, "language", "en, de or zh"),
	RES_TEXT_OR_NULL(struct touch_result, path, "path", "Where the draft lies; null with --print"),
	RES_TEXTS(struct touch_result, to, "to", "The client's addresses; none where the engagement names none"),
	RES_TEXT_OR_NULL(struct touch_result, subject, "subject", "Of the message"),
	RES_TEXT_OR_NULL(struct touch_result, body, "body", "Of the message, as plain text"),
	RES_DATE_OR_NULL(struct touch_result, session, "session", "The session that it is about"),
	RES_DATE_OR_NULL(struct touch_result, due, "due", "By when it is due; null where nothing asks for it"),
	RES_TEXT_OR_NULL(struct touch_result, due_time, "due_time", "The time of that day; null for its end"),
	RES_TEXT_OR_NULL(struct touch_result, reason, "reason", "Why it is due"),
	RES_LIST(struct touch_result, touches, struct touch_row, "touches", touch_row_fields,
		"Without a KIND: what is due, the earliest first"),
	RES_END,
};

struct result_list touch_rows(struct arena *arena, const struct result_list *touches)
{
	struct touch_row *rows = arena_new_array(arena, touches->count, struct touch_row);
	for (size_t i = 0; i < touches->count; i++) {
		const struct touch *touch = (const struct touch *)touches->items + i;
		struct place *place = arena_new(arena, struct place);
		*place = (struct place){ span_of(touch->evidence.path), INTEGER_OF(touch->evidence.line) };
		rows[i] = (struct touch_row){
			.client = touch->client->name,
			.kind = (int)touch->kind,
			.due = touch->due,
			.late = touch->late,
			.reason = touch_reason(arena, LANGUAGE_ENGLISH, touch),
			.evidence = place,
		};
		if (touch->due_time >= 0)
			rows[i].due_time = arena_copy_span(arena, span_of(clock_time_format(touch->due_time).text));
	}
	return (struct result_list){ rows, touches->count };
}

void touch_report_due(struct report *report, const struct result_list *rows)
{
	static const char *const columns[] = { "Due", "Client", "Message", "Why", "Where" };
	const struct touch_row *row = rows->items;
	if (rows->count == 0) {
		report_text(report, NULL, TONE_GOOD, "No message is due.");
		return;
	}
	struct report_node *table = report_table(report, NULL, columns, 5, "lllll");
	for (size_t i = 0; i < rows->count; i++) {
		enum report_tone tone = row[i].late ? TONE_WARNING : TONE_PLAIN;
		struct report_cell *cells = report_row(report, table);
		report_cell_set(report, &cells[0], tone, "%s%s%.*s", date_format(row[i].due).text,
			row[i].due_time.length ? " " : "", SPAN_PRINT(row[i].due_time));
		report_cell_set(
			report, &cells[1], TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(report->arena, row[i].client)));
		report_cell_set(report, &cells[2], TONE_PLAIN, "%s", touch_kind_names[row[i].kind]);
		report_cell_set(
			report, &cells[3], TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(report->arena, row[i].reason)));
		report_cell_set(report, &cells[4], TONE_QUIET, "%.*s:%lld",
			SPAN_PRINT(report_escape(report->arena, row[i].evidence->path)), row[i].evidence->line.value);
	}
}

void touch_report_draft(struct report *report, const struct touch_result *data)
{
	report_text(report, NULL, TONE_GOOD, "Draft: **%.*s**", SPAN_PRINT(report_escape(report->arena, data->path)));
	struct report_node *terms = report_terms(report, NULL);
	for (size_t i = 0; i < data->to.count; i++)
		report_term(report, terms, "To", "%.*s",
			SPAN_PRINT(report_escape(report->arena, ((const struct span *)data->to.items)[i])));
	report_term(report, terms, "Subject", "%.*s", SPAN_PRINT(report_escape(report->arena, data->subject)));
	if (data->reason.length)
		report_term(report, terms, "Due", "%s%s%.*s, %.*s", date_format(data->due).text,
			data->due_time.length ? " " : "", SPAN_PRINT(data->due_time),
			SPAN_PRINT(report_escape(report->arena, data->reason)));
	report_code(report, NULL, data->body);
}
