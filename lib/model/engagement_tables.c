#include "model/engagement_tables.h"

#include "model/kind_headings.h"

const char *const progress_columns[] = { "metric", "date", "value", "note", NULL };
const char *const consent_columns[] = { "scope", "status", "date", "agreement", NULL };

struct table_shape {
	const char *section;
	const char *above; /* the section that this one is a part of */
	const char *const *columns;
	unsigned needed; /* bits: the columns that it must have under a heading that nobody knows */
	size_t least;    /* how many of all it must have there */
};

enum { LEAST_IN_SECTION = 2 };

static const struct table_shape progress_shape = { "progress log", "deliverables & tracking", progress_columns,
	1u << PROGRESS_METRIC | 1u << PROGRESS_DATE | 1u << PROGRESS_VALUE, 3 };
static const struct table_shape consent_shape = { "consent", "client profile", consent_columns,
	1u << CONSENT_SCOPE | 1u << CONSENT_STATUS, 3 };

/* True where no other section of an engagement lays claim to the table. */
static bool is_free(const struct outline *outline, const struct table_shape *shape, int block)
{
	const struct section *section = outline_section_of(outline, block);
	return !section || outline_section_is(outline, section, shape->above) ||
	       !kind_has_heading(outline, NOTE_ENGAGEMENT, (size_t)(section - outline->sections.items));
}

static bool has_shape(const struct table_shape *shape, const struct columns *columns, size_t found)
{
	for (int i = 0; shape->columns[i]; i++)
		if ((shape->needed & 1u << i) && columns->index[i] < 0)
			return false;
	return found >= shape->least;
}

static bool find_by_shape(const struct outline *outline, const struct table_shape *shape, struct columns *columns)
{
	const struct document *document = outline->document;
	for (int block = 0; block < document->block_count; block++) {
		const struct block *at = &document->blocks[block];
		if (at->kind != BLOCK_TABLE || document_is_hidden(document, at->offset) ||
			!is_free(outline, shape, block))
			continue;
		struct table table = table_read(outline->arena, document, block);
		if (has_shape(shape, columns, columns_map(outline, table, shape->columns, columns)))
			return true;
	}
	return false;
}

static bool find(const struct outline *outline, const struct table_shape *shape, struct finding_list *findings,
	struct columns *columns)
{
	const struct section *section = outline_section(outline, shape->section);
	if (section && columns_find(outline, section, shape->columns, LEAST_IN_SECTION, findings, columns))
		return true;
	return find_by_shape(outline, shape, columns);
}

bool progress_find(const struct outline *outline, struct finding_list *findings, struct columns *columns)
{
	return find(outline, &progress_shape, findings, columns);
}

bool consents_find(const struct outline *outline, struct finding_list *findings, struct columns *columns)
{
	return find(outline, &consent_shape, findings, columns);
}
