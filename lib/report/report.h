/* What a command has to say to a person: a small tree, built by the command, shown by a renderer.
 *
 * Texts carry three marks of Markdown, which the renderers know: **strong**, `code`, and [[Note|alias]] links. Values
 * from notes go through report_escape where they must not be read as marks. Everything lives in the arena; texts given
 * as spans are borrowed. */
#ifndef COACH_REPORT_REPORT_H
#define COACH_REPORT_REPORT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/span.h"
#include "model/finding.h"

#include <stdbool.h>
#include <stddef.h>

enum report_kind { REPORT_SECTION, REPORT_TEXT, REPORT_TABLE, REPORT_LIST, REPORT_TERMS, REPORT_CODE };

enum report_tone { TONE_PLAIN, TONE_GOOD, TONE_WARNING, TONE_BAD, TONE_QUIET };

enum report_align { ALIGN_LEFT, ALIGN_RIGHT };

struct report_cell {
	struct span text; /* one line; see report_cell_set */
	enum report_tone tone;
};

struct report_node {
	enum report_kind kind;
	enum report_tone tone;
	struct span text;                        /* a section's title, a text, code */
	struct report_node *first, *last, *next; /* children: of sections; items of lists are REPORT_TEXT nodes */
	/* Tables; terms are rows of two cells without column titles. */
	const char *const *columns;
	enum report_align *aligns; /* of each column */
	size_t column_count;
	const struct report_cell **rows; /* each an array of column_count cells */
	size_t row_count;
	size_t row_capacity;
};

struct report {
	struct arena *arena;
	struct report_node *root; /* a section without title */
};

struct report report_of(struct arena *arena);

/* `parent` NULL is the root. */
struct report_node *report_section(struct report *report, struct report_node *parent, const char *title, ...)
	__attribute__((format(printf, 3, 4)));
struct report_node *report_text(struct report *report, struct report_node *parent, enum report_tone tone,
	const char *format, ...) __attribute__((format(printf, 4, 5)));
struct report_node *report_list(struct report *report, struct report_node *parent);
struct report_node *report_item(struct report *report, struct report_node *list, enum report_tone tone,
	const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Names with what stands behind them ("Vault: ~/Practice"), one a line. */
struct report_node *report_terms(struct report *report, struct report_node *parent);
void report_term(struct report *report, struct report_node *terms, const char *name, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* A block shown as it is: a diff, a file, an example. */
struct report_node *report_code(struct report *report, struct report_node *parent, struct span text);
/* `columns` is borrowed. Right-aligned columns are named by a string of one letter each: "lrrl". */
struct report_node *report_table(struct report *report, struct report_node *parent, const char *const *columns,
	size_t count, const char *aligns);
/* A new row of empty cells; returns its first cell. */
struct report_cell *report_row(struct report *report, struct report_node *table);
void report_cell_set(struct report *report, struct report_cell *cell, enum report_tone tone, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* True when nothing was said. */
bool report_is_empty(const struct report *report);

/* The ending of a counted word, "%zu session%s": "s" but for one. */
const char *report_plural(long long count);

/* Keeps a text from being read as marks: a backslash before each \ * ` [ and <. */
struct span report_escape(struct arena *arena, struct span text);

/* Adds a text as it can stand in a Markdown table's cell: on one line, each pipe escaped that is not yet. */
void report_add_cell(struct buffer *out, struct span text);

/* A report begins with a text of its own, and may be put into a note: its sections are none of the first level. */
enum { REPORT_LEVEL = 2 };

/* Markdown as a person would write it: aligned tables, one blank line between blocks, pipes escaped. Sections begin at
 * heading level `level`. */
void report_write_markdown(const struct report *report, int level, struct buffer *out);

struct report_style {
	int width; /* columns */
	bool colour;
	bool unicode; /* rules and bullets beyond ASCII */
};

/* For a terminal: wrapped and aligned by display width, links by their label, colours by tone; control characters from
 * notes pass neither here nor above. Tables wider than the terminal wrap their widest columns. */
void report_write_terminal(const struct report *report, const struct report_style *style, struct buffer *out);

/* "file:line:column: severity: message" and an indented hint, as compilers print. */
void report_write_findings(const struct finding_list *findings, const struct report_style *style, struct buffer *out);

#endif
