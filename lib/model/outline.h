/* A document by its sections and tables, found by what they mean: the way every view reads. */
#ifndef COACH_MODEL_OUTLINE_H
#define COACH_MODEL_OUTLINE_H

#include "md/document.h"
#include "md/field.h"
#include "md/section.h"
#include "md/table.h"
#include "md/task.h"
#include "model/aliases.h"
#include "model/finding.h"
#include "model/property.h"

struct outline {
	struct arena *arena;
	const struct aliases *aliases;
	const struct document *document;
	struct section_list sections;
	struct span *titles;               /* of the sections, folded once */
	struct alias_range *title_matches; /* the words that each of them is */
	struct properties properties;      /* of the front matter */
	struct field_list fields;          /* of the whole document */
	struct span *labels;               /* of the fields, folded once */
	struct task_list tasks;            /* of the whole document, placeholders left out */
	struct span place_client;          /* whom a session's place in the vault names (vault/note_place.h) */
};

/* Made once for a note, and read by every view of it. */
const struct outline *outline_of(struct arena *arena, const struct aliases *aliases, const struct document *document);

/* The text of the first heading of level 1, or empty. */
struct span outline_title(const struct outline *outline);

/* The first section whose heading says `term`, or NULL. */
const struct section *outline_section(const struct outline *outline, const char *term);
/* True when the section's heading says `term`. */
bool outline_section_is(const struct outline *outline, const struct section *section, const char *term);
/* The section that `block` lies in. */
const struct section *outline_section_of(const struct outline *outline, int block);

/* The first field in blocks [first, end) whose label says `term`; false when there is none. */
bool outline_field(const struct outline *outline, int first, int end, const char *term, struct field *field);
/* The same in a whole section (NULL: the document). */
bool outline_field_in(
	const struct outline *outline, const struct section *section, const char *term, struct field *field);

/* The same, from the index `from` of `fields` on, which then stands behind the one that was found. */
bool outline_next_field(const struct outline *outline, const struct section *section, const char *term, size_t *from,
	struct field *field);

/* The index in `fields` of the first one at or after block `first`; for loops over a section's fields. */
size_t outline_first_field(const struct outline *outline, int first);

/* A table whose columns are known by meaning. */
struct columns {
	struct table table;
	int *index; /* for each term asked for: the column, COLUMN_MISSING or COLUMN_AMBIGUOUS */
	int *again; /* the second column of that meaning, or COLUMN_MISSING */
};

enum { COLUMN_MISSING = -1, COLUMN_AMBIGUOUS = -2 };

/* Maps the header's columns to `terms` (NULL-terminated). A second column of the same meaning makes that term
 * COLUMN_AMBIGUOUS. Returns how many terms were found. */
size_t columns_map(
	const struct outline *outline, struct table table, const char *const *terms, struct columns *columns);
/* A finding (duplicate_column, error) for each term that two columns mean; for tables that are then read. */
void columns_report(const struct outline *outline, const struct columns *columns, const char *const *terms,
	struct finding_list *findings);
/* The first table in the section (subsections included; NULL: the document) that has the first term's column and at
 * least `least` of the terms, with columns_report; false when there is none. `findings` may be NULL. */
bool columns_find(const struct outline *outline, const struct section *section, const char *const *terms, size_t least,
	struct finding_list *findings, struct columns *columns);
/* The value of a cell by term index: cell_value, empty for a placeholder. */
struct span columns_value(
	const struct outline *outline, const struct columns *columns, const struct row *row, int term);
/* The cell as it stands, for positions and edits; empty with NULL where there is none. */
struct cell columns_cell(const struct columns *columns, const struct row *row, int term);

/* A date in a cell or field: a day as people write it (written_date.h), or a quarter (its last day), also as a link. A
 * text that looks like a date and is no one day is a finding (bad_date). */
struct written_date outline_day(const struct outline *outline, struct span text, struct finding_list *findings);
/* The day alone; DATE_NONE when there is none. */
struct date outline_date(const struct outline *outline, struct span text, struct finding_list *findings);

#endif
