/* The first line is a query, the rest a text: the fast search finds exactly what a slow one finds that folds the whole
 * text unit by unit and tries each term at each of them; and the ranking of what was found is in order. */
#include "fuzz/fuzz.h"
#include "search/rank.h"

#include <string.h>

/* A text, folded whole. */
struct model_unit {
	size_t offset, length;
	struct span folded[UNIT_FORM_COUNT];
	enum unit_class class;
	bool is_mark;
};

struct model {
	const struct search_query *query;
	struct span text;
	struct model_unit *units;
	size_t count;
};

static struct model model_of(
	struct arena *arena, struct unit_folds *folds, const struct search_query *query, struct span text)
{
	struct model model = { query, text, arena_new_array(arena, text.length, struct model_unit), 0 };
	struct unit unit;
	for (size_t at = 0; at < text.length; at += unit.length) {
		unit_read(folds, span_from(text, at), &unit);
		struct model_unit *next = &model.units[model.count++];
		*next = (struct model_unit){ at, unit.length, { SPAN_NONE, SPAN_NONE }, unit.class, unit.is_mark };
		for (int form = 0; form < UNIT_FORM_COUNT; form++)
			next->folded[form] = arena_copy_span(arena, unit.folded[form]);
	}
	return model;
}

static bool is_letter(const struct model *model, size_t at)
{
	return model->units[at].class == UNIT_WORD || model->units[at].class == UNIT_UNSPACED;
}

static bool is_byte(const struct model *model, size_t at, const char *bytes)
{
	char byte = model->text.at[model->units[at].offset];
	return at < model->count && model->units[at].length == 1 && byte && strchr(bytes, byte);
}

static bool ends_line(const struct model *model, size_t at)
{
	char byte = model->text.at[model->units[at].offset];
	return byte == '\n' || byte == '\r';
}

/* The unit behind what may stand between two words; `at` where that is nothing. */
static size_t behind_gap(const struct model *model, size_t at)
{
	while (at < model->count && !is_letter(model, at) && !ends_line(model, at))
		at++;
	if (at == model->count || !ends_line(model, at))
		return at;
	bool pair = is_byte(model, at, "\r") && at + 1 < model->count &&
		    model->text.at[model->units[at + 1].offset] == '\n';
	at += pair ? 2 : 1;
	while (at < model->count && is_byte(model, at, " \t>"))
		at++;
	return at;
}

/* The unit behind the needle; 0 where it is not. */
static size_t behind_needle(const struct model *model, size_t at, struct span needle, int form)
{
	if (needle.length == 0)
		return at;
	if (*needle.at == ' ') {
		size_t behind = behind_gap(model, at);
		return behind > at ? behind_needle(model, behind, span_from(needle, 1), form) : 0;
	}
	if (at == model->count || model->units[at].class == UNIT_SPACE)
		return 0;
	struct span folded = model->units[at].folded[form];
	if (!span_equal(span_slice(needle, 0, folded.length), folded))
		return 0;
	return behind_needle(model, at + 1, span_from(needle, folded.length), form);
}

static bool is_boundary(const struct model *model, size_t at)
{
	return at == 0 || at == model->count || model->units[at - 1].class != UNIT_WORD ||
	       model->units[at].class != UNIT_WORD;
}

static bool find_here(const struct model *model, size_t at, unsigned number, struct search_hit *hit)
{
	const struct search_term *term = &model->query->terms[number];
	const struct model_unit *first = &model->units[at];
	if (first->is_mark || !first->folded[UNIT_UNMARKED].length || !is_boundary(model, at))
		return false;
	for (int form = 0; form < UNIT_FORM_COUNT; form++) {
		size_t behind = term->needles[form].at ? behind_needle(model, at, term->needles[form], form) : 0;
		if (!behind || (term->quoted && !is_boundary(model, behind)))
			continue;
		size_t end = model->units[behind - 1].offset + model->units[behind - 1].length;
		*hit = (struct search_hit){ first->offset, end - first->offset, number, is_boundary(model, behind) };
		return true;
	}
	return false;
}

/* What the slow search finds at the unit must be the next hits of the fast one. */
static void check_unit(const struct model *model, size_t at, const struct search_hits *hits, size_t *next, size_t *ends)
{
	for (unsigned term = 0; term < model->query->term_count; term++) {
		struct search_hit hit;
		if (model->units[at].offset < ends[term] || !find_here(model, at, term, &hit))
			continue;
		CHECK(*next < hits->count);
		const struct search_hit *found = &hits->items[(*next)++];
		CHECK(found->offset == hit.offset && found->length == hit.length);
		CHECK(found->term == hit.term && found->whole == hit.whole);
		ends[term] = hit.offset + hit.length;
	}
}

static void check_hits(const struct model *model, const struct search_hits *hits)
{
	size_t ends[SEARCH_MOST_TERMS] = { 0 };
	size_t next = 0;
	for (size_t at = 0; at < model->count; at++)
		check_unit(model, at, hits, &next, ends);
	CHECK(next == hits->count);
}

/* Hits of terms that must not be there never come so far. */
static void keep_wanted(const struct search_query *query, struct search_hits *hits)
{
	size_t kept = 0;
	for (size_t i = 0; i < hits->count; i++)
		if (hits->items[i].term < query->wanted_count)
			hits->items[kept++] = hits->items[i];
	hits->count = kept;
}

/* What was kept of a line is what stands there; a note without anything on its lines has no title. */
static void check_line(const struct search_line *line, struct span text)
{
	struct span rest = text;
	struct span there = SPAN_NONE;
	CHECK(line->number >= 1 && line->score >= 0);
	for (unsigned number = 0; number < line->number; number++)
		span_next_line(&rest, &there);
	CHECK(span_equal(line->text, there) || (!line->text.length && span_is_blank(text)));
	for (size_t i = 0; i < line->hit_count; i++)
		CHECK(line->hits[i].offset < line->text.length);
}

static void check_ranking(
	struct arena *arena, const struct searcher *searcher, const struct search_query *query, struct span text)
{
	struct search_hits hits = { NULL, 0, 0 };
	search_note_text(searcher, arena, text, &hits);
	keep_wanted(query, &hits);
	struct search_hits none = { NULL, 0, 0 };
	struct search_hits name = { hits.items, hits.count ? 1 : 0, 0 };
	struct search_note notes[] = {
		search_note_of(arena, query, "a.md", text, &hits, &none),
		search_note_of(arena, query, "b.md", text, &hits, &name),
	};
	struct search_totals totals = { .notes = 3, .bytes = 3 * (long long)text.length };
	struct search_lines lines = search_rank(arena, query, &totals, notes, 2, SIZE_MAX / 2);
	struct search_lines best = search_rank(arena, query, &totals, notes, 2, 2);
	size_t on_lines = 0;
	for (size_t i = 0; i < lines.count; i++) {
		const struct search_line *line = lines.items[i];
		check_line(line, text);
		CHECK(i == 0 || line->score <= lines.items[i - 1]->score);
		CHECK(i >= best.count || best.items[i] == line);
		on_lines += line->hit_count;
	}
	CHECK(on_lines == 2 * hits.count && lines.count >= 2);
	CHECK(lines.total == lines.count && best.total == lines.total && best.count == 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct unit_folds folds = unit_folds_of(&arena);
	struct span text = input_copy(&arena, data, size);
	struct span line = input_first_line(&text);
	text = text.at ? text : SPAN("");
	struct search_query query;
	struct error error = ERROR_INIT;
	if (search_query_parse(&arena, &folds, line, &query, &error)) {
		CHECK(error.class == ERROR_USAGE && error.message[0] && error.hint[0]);
	} else {
		struct searcher searcher = searcher_of(&query, &folds);
		struct search_hits hits = { NULL, 0, 0 };
		struct model model = model_of(&arena, &folds, &query, text);
		search_text(&searcher, &arena, text, 0, &hits);
		check_hits(&model, &hits);
		check_ranking(&arena, &searcher, &query, text);
	}
	unit_folds_release(&folds);
	arena_release(&arena);
	return 0;
}
