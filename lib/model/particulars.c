#include "model/particulars.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/written_date.h"

static bool find_in_table(const struct outline *outline, int block, const char *term, struct span *value)
{
	if (table_width(outline->document, block) != 2)
		return false;
	struct table table = table_read(outline->arena, outline->document, block);
	for (size_t i = 0; i < table.count; i++) {
		const struct row *row = &table.rows[i];
		if (row->count < 2)
			continue;
		struct span label = utf8_fold_title(outline->arena, row->cells[0].text);
		if (alias_is(outline->aliases, ALIAS_LABEL, label, term)) {
			*value = row->cells[1].text;
			return true;
		}
	}
	return false;
}

static bool find_in_tables(const struct outline *outline, int first, int end, const char *term, struct span *value)
{
	const struct document *document = outline->document;
	for (int block = first; block < end; block++)
		if (document->blocks[block].kind == BLOCK_TABLE &&
			!document_is_hidden(document, document->blocks[block].offset) &&
			find_in_table(outline, block, term, value))
			return true;
	return false;
}

static bool find_between(const struct outline *outline, int first, int end, const char *term, struct span *value)
{
	struct field field;
	if (find_in_tables(outline, first, end, term, value))
		return true;
	if (!outline_field(outline, first, end, term, &field))
		return false;
	*value = field.value;
	return true;
}

struct span particular_place(const struct outline *outline, const char *section, const char *term)
{
	const struct section *home = outline_section(outline, section);
	struct span value = SPAN_NONE;
	bool found = (home && find_between(outline, home->first_block, home->end_block, term, &value)) ||
		     find_between(outline, 0, outline->document->block_count, term, &value);
	return found ? span_trim(value) : SPAN_NONE;
}

static bool find_cell(const struct outline *outline, struct span place, struct cell *cell)
{
	const struct document *document = outline->document;
	for (int block = 0; block < document->block_count; block++) {
		if (document->blocks[block].kind != BLOCK_TABLE)
			continue;
		struct table table = table_read(outline->arena, document, block);
		for (size_t i = 0; i < table.count; i++) {
			*cell = row_cell(&table.rows[i], 1);
			if (cell->text.at == place.at)
				return true;
		}
	}
	return false;
}

bool particular_set(
	struct edit_list *edits, const struct outline *outline, const char *section, const char *term, struct span text)
{
	struct span place = particular_place(outline, section, term);
	struct cell cell;
	if (!place.at)
		return false;
	if (find_cell(outline, place, &cell))
		edit_set_cell(edits, cell, text);
	else
		edit_set_value(edits, place, text);
	return true;
}

static struct span content_of(struct span place)
{
	return place.at && text_is_placeholder(place) ? span_slice(place, 0, 0) : place;
}

struct span particular_within(const struct outline *outline, const struct section *section, const char *term)
{
	struct span value = SPAN_NONE;
	bool found = find_between(outline, section->first_block, section->end_block, term, &value);
	return found ? content_of(span_trim(value)) : SPAN_NONE;
}

struct span particular(const struct outline *outline, const char *section, const char *term)
{
	return content_of(particular_place(outline, section, term));
}

struct span particular_text(const struct outline *outline, const char *section, const char *term)
{
	struct span value = particular(outline, section, term);
	size_t offset = 0;
	struct link link;
	bool is_link = link_next(value, &offset, &link) && link.whole.length == value.length;
	return is_link ? link_name(&link) : text_plain(outline->arena, value);
}

struct date particular_date(
	const struct outline *outline, const char *section, const char *term, struct finding_list *findings)
{
	struct span value = particular(outline, section, term);
	struct date date = value.length ? outline_date(outline, value, findings) : DATE_NONE;
	if (value.length == 0 || date_is_known(date))
		return date;
	struct span folded = utf8_fold(outline->arena, text_value(outline->arena, value));
	bool reported = written_date_of(outline->arena, outline->aliases, folded).reading != DATE_ABSENT;
	if (reported || alias_is(outline->aliases, ALIAS_STATE, utf8_fold_title(outline->arena, value), "unknown"))
		return DATE_NONE;
	struct finding *finding =
		finding_add(findings, FINDING_BAD_DATE, document_position_of(outline->document, value),
			"\"%.*s\" is no date that can be read", SPAN_PRINT(span_slice(value, 0, 40)));
	finding_hint(findings, finding, "write a day of the calendar as YYYY-MM-DD");
	return DATE_NONE;
}
