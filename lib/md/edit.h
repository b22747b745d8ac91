/* Changes to a note as splices: the source stays what it is, and only the lines that a change names are rewritten.
 *
 * Edits are collected in any order, may not overlap (two insertions at one place keep their order), and are applied
 * once. Added lines end as the document's do. A function with an error fails (ERROR_PARSE at the place) only where the
 * note has no place for the edit; then nothing was added. The others always have one; only a section added at the end
 * of a note that leaves a code fence or a comment open falls into that. */
#ifndef COACH_MD_EDIT_H
#define COACH_MD_EDIT_H

#include "md/document.h"
#include "md/section.h"
#include "md/table.h"
#include "md/task.h"

struct edit {
	size_t offset;
	size_t length;
	struct span text;
};

struct edit_list {
	struct arena *arena;
	const struct document *document;
	struct edit *items;
	size_t count;
	size_t capacity;
};

struct edit_list edits_of(struct arena *arena, const struct document *document);

/* Replaces bytes by a text, which is copied. */
void edit_splice(struct edit_list *edits, size_t offset, size_t length, struct span text);
void edit_replace(struct edit_list *edits, struct span part, struct span text);

/* Sets a cell's text (pipes escaped, line ends as <br>); keeps the column's width where the text fits its padding. */
void edit_set_cell(struct edit_list *edits, struct cell cell, struct span text);
/* A text as it can stand in a cell of a table that is written otherwise: pipes escaped, line ends as <br>. */
struct span edit_cell_text(struct arena *arena, struct span text);
/* Adds a row at the end of the table, padded where the table's columns are lined up. Missing cells are empty. */
void edit_append_row(struct edit_list *edits, const struct table *table, const struct span *cells, size_t count);
/* Replaces a value that stands in running text (struct field's) by one line, a space behind the label. */
void edit_set_value(struct edit_list *edits, struct span value, struct span text);
/* Sets the byte in the box; and, where `done` is known, writes ` ✅ date` behind the fields (before a block id), or
 * ` [completion:: date]` where the task's fields are Dataview's; a date of that kind that is there is replaced. */
void edit_set_task(struct edit_list *edits, const struct task *task, char mark, struct date done);
/* Adds, in a line above the task's, the same task for its next time, open, as Obsidian Tasks does: due, scheduled and
 * start date `days` later, created `today` where the task says when it was; without id, block id, and the dates it was
 * done or cancelled on. */
void edit_repeat_task(struct edit_list *edits, const struct task *task, int days, struct date today);

/* Replaces a section's own body, blank lines around it as the note has them. `text` has LF line ends. */
void edit_set_section(struct edit_list *edits, const struct section *section, struct span text);
/* Adds lines at the end of a section's own body, behind its last content. */
void edit_append_to_section(struct edit_list *edits, const struct section *section, struct span text);
/* Adds a new section (heading line and body) after the given one, subsections included; NULL: at the end. */
void edit_insert_section(
	struct edit_list *edits, const struct section *after, int level, struct span title, struct span text);

/* Sets a top-level front matter entry (a dot in the key is part of its name), keeping comments, quotes and order; adds
 * it at the end when it is new, and front matter when there is none. Fails where the front matter is broken, the entry
 * is not a scalar, or the new text would not read back. */
int edit_set_property(struct edit_list *edits, const char *key, struct span value, struct error *error);
/* The same for an entry at a dotted path in a YAML file that is no note (the configuration): parents are added. */
int edit_set_yaml(struct arena *arena, struct span source, const struct yaml_node *root, const char *path,
	struct span value, struct span *result, struct error *error);

/* The new text, in the arena. Overlapping edits are a programming error and assert. */
struct span edits_apply(const struct edit_list *edits);
bool edits_change_nothing(const struct edit_list *edits);

#endif
