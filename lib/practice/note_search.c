#include "practice/note_search.h"

#include "base/note_name.h"
#include "vault/read_ahead.h"

struct searching {
	struct arena *arena;
	const struct vault *vault;
	struct note_search *search;
	struct searcher searcher;
	struct note_filter filter;
	struct finding_list *findings;
	struct search_hits text; /* kept from note to note */
	struct search_hits name;
	size_t capacity;
};

/* --- one note ---------------------------------------------------------------------------------------------------- */

static uint32_t terms_among(const struct search_hits *hits)
{
	uint32_t terms = 0;
	for (size_t i = 0; i < hits->count; i++)
		terms |= (uint32_t)1 << hits->items[i].term;
	return terms;
}

static void count_note(struct search_totals *totals, struct span bytes, uint32_t terms)
{
	totals->notes++;
	totals->bytes += (long long)bytes.length;
	for (unsigned i = 0; terms; i++, terms >>= 1)
		totals->holding[i] += terms & 1;
}

static bool holds_words(const struct search_query *query, uint32_t terms)
{
	uint32_t wanted = (uint32_t)(((uint64_t)1 << query->wanted_count) - 1);
	return terms == wanted;
}

static void keep_note(struct searching *searching, const char *path, struct span bytes)
{
	struct note_search *search = searching->search;
	struct arena *arena = searching->arena;
	search->notes = arena_grow(arena, search->notes, search->count, &searching->capacity, sizeof(*search->notes));
	search->notes[search->count++] =
		search_note_of(arena, &search->query, path, bytes, &searching->text, &searching->name);
}

static void search_note(struct searching *searching, const char *path, struct span bytes)
{
	struct note_search *search = searching->search;
	searching->text.count = searching->name.count = 0;
	search_text(&searching->searcher, searching->arena, note_name(span_of(path)), 0, &searching->name);
	search_note_text(&searching->searcher, searching->arena, bytes, &searching->text);
	uint32_t terms = terms_among(&searching->text) | terms_among(&searching->name);
	count_note(&search->totals, bytes, terms);
	if (!holds_words(&search->query, terms))
		return;
	search->with_words++;
	bool undated;
	int failed = note_filter_fails(&searching->filter, path, bytes, &undated);
	if (failed == FILTER_PASSED)
		keep_note(searching, path, bytes);
	else
		search->left_out[failed]++;
	search->undated += undated;
}

/* --- the vault --------------------------------------------------------------------------------------------------- */

static int search_list(struct searching *searching, const struct note_list *notes, struct error *error)
{
	struct read_ahead *ahead = read_ahead_begin(searching->arena, searching->vault, notes, FILE_MOST_BYTES);
	int result = 0;
	for (size_t i = 0; i < notes->count && result == 0; i++) {
		struct note *note = &notes->items[i];
		bool gone;
		result = read_ahead_next(ahead, note, &gone, searching->findings, error);
		if (result == 0 && !gone && note->bytes.at)
			search_note(searching, note->path, note->bytes);
	}
	read_ahead_end(ahead);
	return result;
}

static int search_notes(struct searching *searching, struct error *error)
{
	struct note_list notes;
	size_t count = 0;
	if (notes_find(searching->arena, searching->vault, WALK_NAMES, &notes, searching->findings, error))
		return -1;
	for (size_t i = 0; i < notes.count; i++)
		if (!note_is_template(searching->vault, notes.items[i].path))
			notes.items[count++] = notes.items[i];
	notes.count = count;
	return search_list(searching, &notes, error);
}

int note_search_run(struct arena *arena, const struct vault *vault, struct span query, struct date today,
	struct note_search *search, struct finding_list *findings, struct error *error)
{
	*search = (struct note_search){ .since = DATE_NONE };
	struct unit_folds folds = unit_folds_of(arena);
	struct searching searching = { .arena = arena, .vault = vault, .search = search, .findings = findings };
	int result = search_query_parse(arena, &folds, query, &search->query, error);
	if (result == 0)
		result = note_filter_of(arena, vault, &search->query, today, &searching.filter, error);
	if (result == 0) {
		searching.searcher = searcher_of(&search->query, &folds);
		search->since = searching.filter.since;
		result = search_notes(&searching, error);
	}
	note_filter_release(&searching.filter);
	unit_folds_release(&folds);
	return result;
}
