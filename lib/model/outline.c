#include "model/outline.h"

#include "codec/utf8.h"
#include "md/link.h"

#include <string.h>

enum { SHOWN_BYTES = 40 };

static struct task_list tasks_of(struct arena *arena, const struct document *document)
{
	struct task_list tasks = document_tasks(arena, document, 0, document->block_count);
	size_t kept = 0;
	for (size_t i = 0; i < tasks.count; i++)
		if (!task_is_placeholder(&tasks.items[i]))
			tasks.items[kept++] = tasks.items[i];
	tasks.count = kept;
	return tasks;
}

static void fold_titles(struct outline *outline)
{
	size_t count = outline->sections.count;
	outline->titles = arena_new_array(outline->arena, count, struct span);
	outline->title_matches = arena_new_array(outline->arena, count, struct alias_range);
	for (size_t i = 0; i < count; i++) {
		outline->titles[i] = alias_fold(outline->arena, ALIAS_HEADING, outline->sections.items[i].title);
		outline->title_matches[i] = alias_matches(ALIAS_HEADING, outline->titles[i]);
	}
}

static void fold_labels(struct outline *outline)
{
	outline->labels = arena_new_array(outline->arena, outline->fields.count, struct span);
	for (size_t i = 0; i < outline->fields.count; i++)
		outline->labels[i] = alias_fold(outline->arena, ALIAS_LABEL, outline->fields.items[i].label);
}

const struct outline *outline_of(struct arena *arena, const struct aliases *aliases, const struct document *document)
{
	struct outline *outline = arena_new(arena, struct outline);
	*outline = (struct outline){
		.arena = arena,
		.aliases = aliases,
		.document = document,
		.sections = document_sections(arena, document),
		.properties = properties_of(arena, aliases, document),
		.fields = document_fields(arena, document, 0, document->block_count),
		.tasks = tasks_of(arena, document),
	};
	fold_titles(outline);
	fold_labels(outline);
	return outline;
}

struct span outline_title(const struct outline *outline)
{
	for (size_t i = 0; i < outline->sections.count; i++)
		if (outline->sections.items[i].level == 1)
			return outline->sections.items[i].title;
	return SPAN_NONE;
}

bool outline_section_is(const struct outline *outline, const struct section *section, const char *term)
{
	size_t index = (size_t)(section - outline->sections.items);
	return section->level && alias_is_among(outline->aliases, ALIAS_HEADING, outline->titles[index],
					 outline->title_matches[index], term);
}

const struct section *outline_section(const struct outline *outline, const char *term)
{
	for (size_t i = 0; i < outline->sections.count; i++)
		if (outline_section_is(outline, &outline->sections.items[i], term) &&
			!document_is_hidden(outline->document, outline->sections.items[i].offset))
			return &outline->sections.items[i];
	return NULL;
}

const struct section *outline_section_of(const struct outline *outline, int block)
{
	size_t low = 0;
	size_t high = outline->sections.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (outline->sections.items[middle].own_end_block > block)
			high = middle;
		else
			low = middle + 1;
	}
	const struct section *section = &outline->sections.items[low];
	return low < outline->sections.count && block >= section->first_block ? section : NULL;
}

size_t outline_first_field(const struct outline *outline, int first)
{
	size_t i = 0;
	while (i < outline->fields.count && outline->fields.items[i].block < first)
		i++;
	return i;
}

/* From the index `*from` on up to block `end`; `*from` then stands behind what was found. */
static bool next_field(const struct outline *outline, size_t *from, int end, const char *term, struct field *field)
{
	for (size_t i = *from; i < outline->fields.count && outline->fields.items[i].block < end; i++) {
		if (!alias_is(outline->aliases, ALIAS_LABEL, outline->labels[i], term))
			continue;
		*field = outline->fields.items[i];
		*from = i + 1;
		return true;
	}
	return false;
}

bool outline_field(const struct outline *outline, int first, int end, const char *term, struct field *field)
{
	size_t from = outline_first_field(outline, first);
	return next_field(outline, &from, end, term, field);
}

bool outline_field_in(
	const struct outline *outline, const struct section *section, const char *term, struct field *field)
{
	int first = section ? section->first_block : 0;
	int end = section ? section->end_block : outline->document->block_count;
	return outline_field(outline, first, end, term, field);
}

bool outline_next_field(const struct outline *outline, const struct section *section, const char *term, size_t *from,
	struct field *field)
{
	size_t first = outline_first_field(outline, section ? section->first_block : 0);
	*from = *from > first ? *from : first;
	return next_field(outline, from, section ? section->end_block : outline->document->block_count, term, field);
}

struct column_title {
	struct span folded;
	struct alias_range matches;
};

static struct column_title *column_titles(const struct outline *outline, const struct row *header)
{
	struct column_title *titles = arena_new_array(outline->arena, header->count, struct column_title);
	for (size_t i = 0; i < header->count; i++) {
		struct span title = cell_value(outline->arena, header->cells[i]);
		titles[i].folded = alias_fold(outline->arena, ALIAS_COLUMN, title);
		titles[i].matches = alias_matches(ALIAS_COLUMN, titles[i].folded);
	}
	return titles;
}

/* The first column from `first` on that says the term, or COLUMN_MISSING. */
static int column_from(
	const struct outline *outline, const struct column_title *titles, size_t count, int first, const char *term)
{
	for (size_t i = (size_t)first; i < count; i++)
		if (alias_is_among(outline->aliases, ALIAS_COLUMN, titles[i].folded, titles[i].matches, term))
			return (int)i;
	return COLUMN_MISSING;
}

size_t columns_map(const struct outline *outline, struct table table, const char *const *terms, struct columns *columns)
{
	size_t term_count = 0;
	size_t found = 0;
	while (terms[term_count])
		term_count++;
	columns->table = table;
	columns->index = arena_new_array(outline->arena, term_count, int);
	columns->again = arena_new_array(outline->arena, term_count, int);
	const struct column_title *titles = column_titles(outline, &table.header);
	for (size_t i = 0; i < term_count; i++) {
		int index = column_from(outline, titles, table.header.count, 0, terms[i]);
		int again = index < 0 ? COLUMN_MISSING
				      : column_from(outline, titles, table.header.count, index + 1, terms[i]);
		columns->index[i] = again < 0 ? index : COLUMN_AMBIGUOUS;
		columns->again[i] = again;
		found += columns->index[i] >= 0;
	}
	return found;
}

void columns_report(const struct outline *outline, const struct columns *columns, const char *const *terms,
	struct finding_list *findings)
{
	for (size_t i = 0; terms[i]; i++)
		if (columns->again[i] >= 0)
			finding_add(findings, FINDING_DUPLICATE_COLUMN,
				document_position_of(
					outline->document, columns->table.header.cells[columns->again[i]].text),
				"two columns mean \"%s\": neither was read", terms[i]);
}

bool columns_find(const struct outline *outline, const struct section *section, const char *const *terms, size_t least,
	struct finding_list *findings, struct columns *columns)
{
	int first = section ? section->first_block : 0;
	int end = section ? section->end_block : outline->document->block_count;
	for (int block = first; block < end; block++) {
		const struct block *at = &outline->document->blocks[block];
		if (at->kind != BLOCK_TABLE || document_is_hidden(outline->document, at->offset))
			continue;
		struct table table = table_read(outline->arena, outline->document, block);
		if (columns_map(outline, table, terms, columns) < least || columns->index[0] < 0)
			continue;
		if (findings)
			columns_report(outline, columns, terms, findings);
		return true;
	}
	return false;
}

struct cell columns_cell(const struct columns *columns, const struct row *row, int term)
{
	return row_cell(row, columns->index[term]);
}

/* Length of the comment that begins the text, or 0. */
static size_t comment_length(struct span text)
{
	static const char *const marks[][2] = { { "<!--", "-->" }, { "%%", "%%" } };
	for (size_t i = 0; i < 2; i++) {
		struct span rest = text;
		if (!span_skip(&rest, marks[i][0]))
			continue;
		size_t length = span_find(rest, marks[i][1]);
		return length < rest.length ? text.length - rest.length + length + strlen(marks[i][1]) : 0;
	}
	return 0;
}

/* `Ana <!-- since May -->` says Ana. */
static struct span without_comments(struct arena *arena, struct span text)
{
	if (!span_contains(text, "<!--") && !span_contains(text, "%%"))
		return text;
	char *kept = arena_allocate(arena, text.length);
	size_t count = 0;
	bool closed = true; /* once a comment has no end, no later one has */
	while (text.length) {
		bool opens = closed && (span_starts_with(text, "<!--") || span_starts_with(text, "%%"));
		size_t length = opens ? comment_length(text) : 0;
		closed = closed && (!opens || length);
		if (!length)
			kept[count++] = *text.at;
		text = span_from(text, length ? length : 1);
	}
	return span_trim((struct span){ kept, count });
}

struct span columns_value(const struct outline *outline, const struct columns *columns, const struct row *row, int term)
{
	struct cell cell = columns_cell(columns, row, term);
	cell.text = without_comments(outline->arena, cell.text);
	if (text_is_placeholder(cell.text))
		return SPAN_NONE;
	return cell_value(outline->arena, cell);
}

struct written_date outline_day(const struct outline *outline, struct span text, struct finding_list *findings)
{
	struct span place = span_trim(text);
	struct date date;
	if (date_parse_iso(place, &date)) /* most are */
		return (struct written_date){ DATE_READ, date, DATE_NONE, place, -1, SPAN_NONE };
	struct span folded = utf8_fold(outline->arena, text_plain(outline->arena, text_value(outline->arena, place)));
	struct written_date written = written_date_of(outline->arena, outline->aliases, folded);
	struct quarter quarter;
	if (written.reading != DATE_READ && quarter_parse(folded, &quarter)) {
		written.reading = DATE_READ;
		written.date = quarter_end(quarter);
	} else if (written.reading != DATE_READ && written.reading != DATE_ABSENT && findings)
		written_date_report(&written, document_position_of(outline->document, place), "",
			span_slice(place, 0, SHOWN_BYTES), findings);
	return written;
}

struct date outline_date(const struct outline *outline, struct span text, struct finding_list *findings)
{
	struct written_date written = outline_day(outline, text, findings);
	return written.reading == DATE_READ ? written.date : DATE_NONE;
}
