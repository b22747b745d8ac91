/* What a person does to a note: ticks, rewords, deletes, moves and adds lines and sections. */
#ifndef COACH_TEST_MADE_UP_EDITS_H
#define COACH_TEST_MADE_UP_EDITS_H

#include "made_up_notes.h"

/* --- lines --- */

/* A line as it counts here: without trailing space and list number. */
static inline struct span bare(struct span line)
{
	int number;
	struct span rest = span_trim_end(line);
	return span_read_digits(&rest, &number) && span_starts_with(rest, ". ") ? rest : span_trim_end(line);
}

static inline size_t count_line(struct span text, struct span line)
{
	size_t count = 0;
	struct span candidate;
	while (span_next_line(&text, &candidate))
		count += span_equal(bare(candidate), bare(line));
	return count;
}

static inline bool has_line(struct span text, struct span line)
{
	return count_line(text, line) > 0;
}

/* --- a person's edits --- */

struct page {
	struct arena *arena;
	struct span *lines;
	size_t count;
	size_t capacity;
};

static inline struct page page_of(struct arena *arena, struct span text)
{
	struct page page = { .arena = arena };
	struct span line;
	while (span_next_line(&text, &line)) {
		page.lines = arena_grow(arena, page.lines, page.count, &page.capacity, sizeof(*page.lines));
		page.lines[page.count++] = line;
	}
	return page;
}

static inline struct span page_text(const struct page *page, const char *line_end)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_TEXT);
	for (size_t i = 0; i < page->count; i++) {
		buffer_add(&out, page->lines[i]);
		buffer_add_text(&out, line_end);
	}
	return arena_copy_span(page->arena, buffer_span(&out));
}

static inline void insert_line(struct page *page, size_t at, const char *line)
{
	page->lines = arena_grow(page->arena, page->lines, page->count, &page->capacity, sizeof(*page->lines));
	memmove(page->lines + at + 1, page->lines + at, (page->count - at) * sizeof(*page->lines));
	page->lines[at] = span_of(line);
	page->count++;
}

static inline void remove_line(struct page *page, size_t at)
{
	page->count--;
	memmove(page->lines + at, page->lines + at + 1, (page->count - at) * sizeof(*page->lines));
}

/* What can be edited without breaking the note's frame; '\0' for all else. */
static inline char sort_of_line(struct span line)
{
	if (span_starts_with(line, "- [") || span_starts_with(line, "- own"))
		return '-';
	if (span_starts_with(line, "| [[") || span_starts_with(line, "| own"))
		return '|';
	if (line.length && *line.at >= '0' && *line.at <= '9')
		return '1';
	return span_starts_with(line, "Of ") ? 'p' : '\0';
}

static inline bool find_line(const struct page *page, const char *sorts, size_t *at)
{
	for (unsigned tries = 0; page->count && tries < 20; tries++) {
		*at = chance((unsigned)page->count);
		char sort = sort_of_line(page->lines[*at]);
		if (sort && strchr(sorts, sort))
			return true;
	}
	return false;
}

static inline const char *own_words(struct arena *arena)
{
	return arena_printf(arena, "own%s", words_of(arena, next_identity++));
}

static inline void insert_own(struct page *page, size_t at)
{
	const char *words = own_words(page->arena);
	char sort = sort_of_line(page->lines[at]);
	size_t behind = at + 1;
	while (behind < page->count && span_starts_with(page->lines[behind], " "))
		behind++;
	if (sort == '-')
		insert_line(page, behind, arena_printf(page->arena, "- %s", words));
	else if (sort == '1')
		insert_line(page, behind, arena_printf(page->arena, "%u. %s", chance(20), words));
	else if (sort == '|')
		insert_line(page, behind, arena_printf(page->arena, "| %s | | |", words));
	else
		insert_line(page, behind, arena_printf(page->arena, "\n%s of mine.\n", words));
}

static inline void reword(struct page *page, size_t at)
{
	struct span line = page->lines[at];
	bool row = sort_of_line(line) == '|';
	line.length -= row;
	const char *words = own_words(page->arena);
	page->lines[at] = span_of(arena_printf(page->arena, "%.*s %s%s", SPAN_PRINT(line), words, row ? "|" : ""));
}

static inline void tick(struct page *page, size_t at)
{
	char *copy = arena_copy_text(page->arena, page->lines[at]);
	if (span_starts_with(page->lines[at], "- [ ]"))
		copy[3] = 'x';
	page->lines[at].at = copy;
}

static inline void swap_with_next(struct page *page, size_t at)
{
	if (at + 1 >= page->count || sort_of_line(page->lines[at]) != sort_of_line(page->lines[at + 1]))
		return;
	struct span line = page->lines[at];
	page->lines[at] = page->lines[at + 1];
	page->lines[at + 1] = line;
}

static inline size_t find_heading(const struct page *page)
{
	size_t start = chance((unsigned)page->count);
	for (size_t i = 0; i < page->count; i++)
		if (span_starts_with(page->lines[(start + i) % page->count], "## "))
			return (start + i) % page->count;
	return page->count;
}

static inline void add_section(struct page *page)
{
	const char *words = own_words(page->arena);
	insert_line(page, find_heading(page),
		arena_printf(page->arena, "## %s\nText of %s.\n- [ ] %s\n", words, words, words));
}

static inline void rename_heading(struct page *page)
{
	size_t at = find_heading(page);
	if (at < page->count)
		page->lines[at] = span_of(arena_printf(page->arena, "## %s", own_words(page->arena)));
}

static inline void add_comment(struct page *page)
{
	size_t at = find_heading(page);
	if (at < page->count)
		insert_line(page, at + 1, arena_printf(page->arena, "\n<!-- %s -->\n", own_words(page->arena)));
}

static inline void edit_once(struct page *page)
{
	size_t at;
	switch (chance(9)) {
	case 0:
		if (find_line(page, "-", &at))
			tick(page, at);
		break;
	case 1:
		if (find_line(page, "-1|p", &at))
			reword(page, at);
		break;
	case 2:
		if (find_line(page, "-1|p", &at))
			remove_line(page, at);
		break;
	case 3:
		if (find_line(page, "-1|", &at))
			swap_with_next(page, at);
		break;
	case 4:
		add_section(page);
		break;
	case 5:
		rename_heading(page);
		break;
	case 6:
		add_comment(page);
		break;
	default:
		if (find_line(page, "-1|p", &at))
			insert_own(page, at);
	}
}

static inline struct span edited(struct arena *arena, struct span base)
{
	struct page page = page_of(arena, base);
	for (unsigned edits = chance(7); edits > 0; edits--) {
		edit_once(&page);
		page = page_of(arena, page_text(&page, "\n"));
	}
	struct span text = page_text(&page, chance(5) ? "\n" : "\r\n");
	return chance(5) ? text : span_trim_end(text);
}

static inline struct span heading_above(const struct page *page, size_t at)
{
	while (at && !span_starts_with(page->lines[at], "#"))
		at--;
	return page->lines[at];
}

/* Own lines only, each of its neighbour's sort, in sections that the new text has too. */
static inline struct span added_to(struct arena *arena, struct span base, struct span theirs)
{
	struct page page = page_of(arena, base);
	size_t at;
	for (unsigned edits = 1 + chance(4); edits > 0; edits--)
		if (find_line(&page, "-1|", &at) && has_line(theirs, heading_above(&page, at)))
			insert_own(&page, at);
	return page_text(&page, "\n");
}

#endif
