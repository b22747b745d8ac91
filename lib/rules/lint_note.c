#include "rules/lint_note.h"

#include "codec/utf8.h"
#include "model/section_tasks.h"
#include "model/unfilled.h"
#include "rules/lint_form.h"

/* --- bytes ------------------------------------------------------------------------------------------------------- */

/* The first byte that is not UTF-8; where the bytes end when there is none. */
static size_t first_bad_byte(struct span bytes)
{
	size_t at = 0;
	uint32_t character;
	while (at < bytes.length) {
		size_t length = utf8_decode(span_from(bytes, at), &character);
		if (length == 1 && (unsigned char)bytes.at[at] >= 0x80)
			break;
		at += length;
	}
	return at;
}

static void lint_bytes(const struct document *document, struct finding_list *findings)
{
	if (utf8_is_valid(document->bytes))
		return;
	struct position position = document_position(document, first_bad_byte(document->bytes));
	finding_hint(findings,
		finding_add(findings, FINDING_NOT_TEXT, position, "a byte that is not UTF-8; it is kept as it is"),
		"save the note as UTF-8 in your editor");
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

/* Anywhere in a note 2026-13-45 is meant as a day; other forms are named by the views that read a day there. */
static void lint_day(const struct outline *outline, struct span text, struct finding_list *findings)
{
	struct span iso = text_value(outline->arena, span_trim(text));
	struct date date;
	if (date_read_iso(&iso, &date) && !date_is_known(date))
		outline_date(outline, text, findings);
}

static void lint_table_dates(const struct outline *outline, struct finding_list *findings)
{
	const struct document *document = outline->document;
	for (int block = 0; block < document->block_count; block++) {
		if (document->blocks[block].kind != BLOCK_TABLE)
			continue;
		struct table table = table_read(outline->arena, document, block);
		for (size_t row = 0; row < table.count; row++)
			for (size_t column = 0; column < table.rows[row].count; column++)
				lint_day(outline, table.rows[row].cells[column].text, findings);
	}
}

static void lint_field_dates(const struct outline *outline, struct finding_list *findings)
{
	for (size_t i = 0; i < outline->fields.count; i++)
		lint_day(outline, outline->fields.items[i].value, findings);
}

static void lint_front_matter_dates(const struct outline *outline, struct finding_list *findings)
{
	const struct front_matter *front = &outline->document->front_matter;
	for (size_t i = 0; front->root && i < front->root->count; i++) {
		const struct yaml_node *node = &front->root->children[i];
		struct span rest = node->value;
		struct date date;
		if (node->kind != YAML_SCALAR || !date_read_iso(&rest, &date) || date_is_known(date))
			continue;
		struct finding *finding = finding_add(findings, FINDING_BAD_DATE,
			document_position(outline->document, front->offset + node->offset),
			"%.*s: \"%.*s\" names no day", SPAN_PRINT(node->key),
			SPAN_PRINT(span_slice(node->value, 0, 40)));
		finding_hint(findings, finding, "write a day of the calendar as YYYY-MM-DD");
	}
}

/* --- the note ---------------------------------------------------------------------------------------------------- */

void lint_note(const struct outline *outline, enum note_kind kind, struct finding_list *findings)
{
	if (kind == NOTE_TEMPLATE || outline->document->opaque)
		return;
	lint_bytes(outline->document, findings);
	lint_table_dates(outline, findings);
	lint_field_dates(outline, findings);
	lint_front_matter_dates(outline, findings);
	note_tasks_without(outline, NULL, findings);
	if (kind == NOTE_OTHER)
		return;
	unfilled_lines(outline, kind, findings);
	lint_headings(outline, kind, findings);
	lint_columns(outline, findings);
}
