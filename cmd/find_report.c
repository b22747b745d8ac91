#include "cmd/find_report.h"

#include "base/nearest.h"
#include "codec/utf8.h"

#include <stdlib.h>

/* Of a line, for people. */
enum { LINE_COLUMNS = 200 };

/* --- excerpts ---------------------------------------------------------------------------------------------------- */

/* Behind the first blank of the text, where there is one soon; else behind what is left of a character. */
static size_t next_word(struct span text)
{
	enum { SOON = 20 };
	size_t blank = span_find_byte(span_slice(text, 0, SOON), ' ');
	if (blank < SOON && blank < text.length)
		return blank + 1;
	size_t at = 0;
	while (at < text.length && ((unsigned char)text.at[at] & 0xC0) == 0x80)
		at++;
	return at;
}

struct excerpt find_excerpt(const struct search_line *line, size_t columns)
{
	struct span text = span_trim(line->text);
	const char *first = line->hit_count ? line->text.at + line->hits[0].offset : text.at;
	struct excerpt excerpt = { text, false, false };
	size_t lead = first > text.at ? (size_t)(first - text.at) : 0;
	if (lead > columns / 2) {
		size_t start = lead - columns / 4;
		start += next_word(span_slice(text, start, lead - start));
		excerpt.text = span_from(text, start);
		excerpt.cut_before = true;
	}
	size_t fitting = utf8_fit(excerpt.text, columns);
	excerpt.cut_behind = fitting < excerpt.text.length;
	excerpt.text.length = fitting;
	return excerpt;
}

/* --- a line with its hits ---------------------------------------------------------------------------------------- */

struct stretch {
	size_t start, end;
};

/* The next stretch of hits that touch, within the text; false behind the last. */
static bool next_stretch(const struct search_line *line, struct span text, size_t *hit, struct stretch *stretch)
{
	size_t from = (size_t)(text.at - line->text.at);
	size_t to = from + text.length;
	while (*hit < line->hit_count && line->hits[*hit].offset + line->hits[*hit].length <= from)
		++*hit;
	if (*hit == line->hit_count || line->hits[*hit].offset >= to)
		return false;
	*stretch = (struct stretch){ line->hits[*hit].offset, line->hits[*hit].offset };
	for (; *hit < line->hit_count && line->hits[*hit].offset <= stretch->end; ++*hit) {
		size_t end = line->hits[*hit].offset + line->hits[*hit].length;
		stretch->end = end > stretch->end ? end : stretch->end;
	}
	stretch->start = stretch->start > from ? stretch->start - from : 0;
	stretch->end = (stretch->end < to ? stretch->end : to) - from;
	return true;
}

static struct span marked(struct arena *arena, const struct search_line *line, const struct excerpt *excerpt)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(SIZE_MAX);
	struct span text = excerpt->text;
	struct stretch stretch;
	size_t at = 0;
	buffer_add_text(&out, excerpt->cut_before ? "… " : "");
	for (size_t hit = 0; next_stretch(line, text, &hit, &stretch); at = stretch.end) {
		buffer_add(&out, report_escape(arena, span_slice(text, at, stretch.start - at)));
		buffer_add_text(&out, "**");
		buffer_add(&out, report_escape(arena, span_slice(text, stretch.start, stretch.end - stretch.start)));
		buffer_add_text(&out, "**");
	}
	buffer_add(&out, report_escape(arena, span_from(text, at)));
	buffer_add_text(&out, excerpt->cut_behind ? " …" : "");
	return buffer_finish(arena, &out);
}

/* --- lines by note ----------------------------------------------------------------------------------------------- */

static int compare_places(const void *left, const void *right)
{
	const struct search_line *a = *(const struct search_line *const *)left;
	const struct search_line *b = *(const struct search_line *const *)right;
	return (a->number > b->number) - (a->number < b->number);
}

static void report_note(struct report *report, const struct search_line *const *lines, size_t count)
{
	const char *path = lines[0]->note->path;
	struct report_node *section =
		report_section(report, NULL, "%.*s", SPAN_PRINT(report_escape(report->arena, span_of(path))));
	struct report_node *list = report_list(report, section);
	for (size_t i = 0; i < count; i++) {
		struct excerpt excerpt = find_excerpt(lines[i], LINE_COLUMNS);
		struct span text = marked(report->arena, lines[i], &excerpt);
		report_item(report, list, TONE_PLAIN, "%u: %.*s", lines[i]->number, SPAN_PRINT(text));
	}
}

/* The notes in the order of their best lines, the lines of each as they stand. */
static void report_notes(struct report *report, const struct search_lines *lines)
{
	bool *done = arena_new_array(report->arena, lines->count, bool);
	const struct search_line **same = arena_new_array(report->arena, lines->count, const struct search_line *);
	for (size_t i = 0; i < lines->count; i++) {
		size_t count = 0;
		for (size_t k = i; k < lines->count && !done[i]; k++)
			if (lines->items[k]->note == lines->items[i]->note)
				same[count++] = lines->items[k];
		for (size_t k = i; k < lines->count; k++)
			done[k] = done[k] || lines->items[k]->note == lines->items[i]->note;
		if (count > 1)
			qsort(same, count, sizeof(*same), compare_places);
		if (count)
			report_note(report, same, count);
	}
}

static void report_undated(struct report *report, const struct note_search *search)
{
	if (search->undated)
		report_text(report, NULL, TONE_QUIET, "%zu note%s no date, and since:%s leaves %s out.",
			search->undated, search->undated == 1 ? " has" : "s have", date_format(search->since).text,
			search->undated == 1 ? "it" : "them");
}

static void report_count(struct report *report, const struct note_search *search, const struct search_lines *lines)
{
	const char *notes =
		arena_printf(report->arena, "%zu note%s", search->count, report_plural((long long)search->count));
	const char *since = date_is_known(search->since)
				    ? arena_printf(report->arena, " since %s", date_format(search->since).text)
				    : "";
	if (lines->count < lines->total)
		report_text(report, NULL, TONE_QUIET, "The best %zu of %zu lines, in %s%s; `--limit %zu` shows all.",
			lines->count, lines->total, notes, since, lines->total);
	else
		report_text(report, NULL, TONE_QUIET, "%zu line%s in %s%s.", lines->count,
			report_plural((long long)lines->count), notes, since);
}

/* --- nothing ----------------------------------------------------------------------------------------------------- */

static struct span term_text(struct report *report, const struct search_term *term)
{
	return report_escape(report->arena, term->text);
}

/* Terms that no note holds; how many. */
static size_t report_missing(struct report *report, const struct note_search *search)
{
	size_t missing = 0;
	for (size_t i = 0; i < search->query.wanted_count; i++) {
		const struct search_term *term = &search->query.terms[i];
		if (search->totals.holding[i])
			continue;
		missing++;
		report_text(report, NULL, TONE_PLAIN, "No note has **%.*s**%s", SPAN_PRINT(term_text(report, term)),
			term->quoted && span_contains(term->needles[UNIT_UNMARKED], " ")
				? " in these words; without quotes they may stand apart."
				: ".");
	}
	return missing;
}

static void report_apart(struct report *report, const struct note_search *search)
{
	struct report_node *list;
	report_text(report, NULL, TONE_PLAIN, "No note has all of it%s:",
		search->query.wanted_count < search->query.term_count ? " and nothing of what is left out" : "");
	list = report_list(report, NULL);
	for (size_t i = 0; i < search->query.term_count; i++)
		report_item(report, list, TONE_PLAIN, "%s%.*s: %lld note%s", search->query.terms[i].excluded ? "-" : "",
			SPAN_PRINT(term_text(report, &search->query.terms[i])), search->totals.holding[i],
			report_plural(search->totals.holding[i]));
}

static void report_left_out(struct report *report, const struct note_search *search)
{
	if (search->query.wanted_count)
		report_text(report, NULL, TONE_PLAIN,
			"%zu note%s the words, and the filters leave %s out:", search->with_words,
			search->with_words == 1 ? " has" : "s have", search->with_words == 1 ? "it" : "them");
	else
		report_text(report, NULL, TONE_PLAIN, "The filters leave every note out:");
	struct report_node *list = report_list(report, NULL);
	for (int i = 0; i < SEARCH_FILTER_COUNT; i++)
		if (search->left_out[i])
			report_item(report, list, TONE_PLAIN, "%s: %zu", search_filter_names[i], search->left_out[i]);
}

/* `knid:session` is a word with a colon, and was hardly meant to be. */
static void suggest_filter(struct report *report, const struct search_term *term)
{
	size_t colon = span_find_byte(term->text, ':');
	struct nearest nearest = nearest_to(span_slice(term->text, 0, colon));
	for (int i = 0; colon < term->text.length && search_filter_names[i]; i++)
		nearest_offer(&nearest, search_filter_names[i]);
	if (nearest.best)
		report_text(report, NULL, TONE_PLAIN, "Did you mean **%s:%.*s**?", nearest.best,
			SPAN_PRINT(report_escape(report->arena, span_from(term->text, colon + 1))));
}

static void report_nothing(struct report *report, const struct note_search *search)
{
	if (search->totals.notes == 0)
		report_text(report, NULL, TONE_PLAIN, "The vault has no notes to search.");
	else if (search->with_words)
		report_left_out(report, search);
	else if (report_missing(report, search) == 0)
		report_apart(report, search);
	for (size_t i = 0; i < search->query.wanted_count; i++)
		suggest_filter(report, &search->query.terms[i]);
}

void report_found(struct report *report, const struct note_search *search, const struct search_lines *lines)
{
	if (lines->count == 0) {
		report_nothing(report, search);
	} else {
		report_notes(report, lines);
		report_count(report, search, lines);
	}
	report_undated(report, search);
}
