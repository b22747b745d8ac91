#include "practice/table_row.h"

#include "base/buffer.h"
#include "model/note_language.h"
#include "model/wording.h"

enum { HEADER_MOST = 4096 };

static size_t count_terms(const struct table_form *form)
{
	size_t count = 0;
	while (form->terms[count])
		count++;
	return count;
}

int table_row_check(const struct outline *outline, const struct table_form *form, const struct columns *columns,
	struct error *error)
{
	struct position place = document_position(outline->document, columns->table.header.offset);
	for (size_t term = 0; form->terms[term]; term++) {
		const char *means = form->terms[term];
		if (columns->index[term] == COLUMN_AMBIGUOUS) {
			error_at(error, ERROR_PARSE, place, "two columns of %s mean %s", form->name, means);
			return error_hint(error, "give one of them another name");
		}
		if (columns->index[term] != COLUMN_MISSING || !(form->needed & (1u << term)))
			continue;
		error_at(error, ERROR_PARSE, place, "%s has no column for %s", form->name, means);
		return error_hint(error, "name a column %s, or add your own word for it to the configuration", means);
	}
	return 0;
}

void table_row_append(struct edit_list *edits, const struct table_form *form, const struct columns *columns,
	const struct span *values)
{
	size_t width = columns->table.header.count;
	struct span *cells = arena_new_array(edits->arena, width, struct span);
	for (size_t term = 0; form->terms[term]; term++)
		if (columns->index[term] >= 0)
			cells[columns->index[term]] = values[term];
	edit_append_row(edits, &columns->table, cells, width);
}

static struct span header_of(const struct outline *outline, const struct table_form *form)
{
	enum language language = note_language(outline);
	BUFFER_CLEANUP struct buffer header = BUFFER_INIT(HEADER_MOST);
	buffer_add_text(&header, "|");
	for (size_t i = 0; form->columns[i]; i++)
		buffer_printf(&header, " %.*s |", SPAN_PRINT(wording_word(language, ALIAS_COLUMN, form->columns[i])));
	buffer_add_text(&header, "\n|");
	for (size_t i = 0; form->columns[i]; i++)
		buffer_add_text(&header, " --- |");
	return buffer_finish(outline->arena, &header);
}

struct span table_row_begin(
	const struct outline *outline, const struct table_form *form, const struct span *values, size_t rows)
{
	struct arena *arena = outline->arena;
	const struct document *begun = document_parse(arena, "", header_of(outline, form), DOCUMENT_DEFAULT_MOST);
	struct edit_list edits = edits_of(arena, begun);
	struct columns columns;
	columns_map(outline_of(arena, outline->aliases, begun), table_read(arena, begun, 0), form->terms, &columns);
	size_t width = count_terms(form);
	for (size_t i = 0; i < rows; i++)
		table_row_append(&edits, form, &columns, values + i * width);
	return edits_apply(&edits);
}
