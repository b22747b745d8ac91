#include "rules/lint_form.h"

#include "base/nearest.h"
#include "codec/utf8.h"
#include "model/kind_headings.h"

#include <string.h>

/* A note with more unknown headings than these was not meant to have the missing section. */
enum { MOST_EXPECTED = 8, MOST_HEADINGS = 20 };

/* --- headings ---------------------------------------------------------------------------------------------------- */

/* The sections that commands read, by kind; what else a note may hold is the person's own. */
static const char *const expected[NOTE_KIND_COUNT][MOST_EXPECTED] = {
	[NOTE_PORTFOLIO] = { "active roster", "the capacity contract", "practice rituals",
		"referral network & partners" },
	[NOTE_ENGAGEMENT] = { "success criteria", "engagement structure", "communication protocols",
		"timeline & milestones" },
	[NOTE_SESSION] = { "agenda", "summary", "action items", "next session" },
	[NOTE_WEEK] = { "priorities", "carryover", "time log" },
	[NOTE_PLAN] = { "initiatives", "milestones" },
};

/* Level of the headings that make the note's sections: those of level 2, or of level 1 where all of them are. */
static int section_level(const struct outline *outline)
{
	for (size_t i = 0; i < outline->sections.count; i++)
		if (outline->sections.items[i].level == 2)
			return 2;
	return 1;
}

/* A title of the whole note is no section; nor is the second one right below it that engagement files have. */
static bool is_title(const struct outline *outline, enum note_kind kind, size_t index)
{
	const struct section *section = &outline->sections.items[index];
	bool follows_title =
		index == 2 && section[-1].level == 1 && section[-1].own_end_block == section[-1].first_block;
	bool is_second = kind == NOTE_ENGAGEMENT && follows_title;
	return (section->level == 1 && index <= 1) || is_second;
}

static bool is_unknown(const struct outline *outline, enum note_kind kind, size_t index, int level)
{
	const struct section *section = &outline->sections.items[index];
	return section->level == level && !is_title(outline, kind, index) && outline->titles[index].length > 0 &&
	       !text_is_placeholder(section->title) && !kind_has_heading(outline, kind, index);
}

/* A roster may stand anywhere, and so may a table of initiatives: then nothing is missing. */
static bool stands_elsewhere(const struct outline *outline, const char *term)
{
	static const char *const roster[] = { "client", "sessions/month", "status", "programme end", NULL };
	static const char *const initiatives[] = { "initiative", "priority", "status", "due", NULL };
	static const char *const hours[] = { "hours", "category", "date", NULL };
	struct columns columns;
	struct field field;
	if (strcmp(term, "active roster") == 0)
		return columns_find(outline, NULL, roster, 3, NULL, &columns);
	if (strcmp(term, "initiatives") == 0)
		return columns_find(outline, NULL, initiatives, 2, NULL, &columns);
	if (strcmp(term, "time log") == 0)
		return columns_find(outline, NULL, hours, 3, NULL, &columns);
	if (strcmp(term, "the capacity contract") == 0)
		return outline_field_in(outline, NULL, "the ratio", &field) ||
		       outline_field_in(outline, NULL, "maximum weekly sessions", &field);
	return false;
}

/* The missing sections of the note, NULL-terminated. */
static size_t missing_sections(const struct outline *outline, enum note_kind kind, const char *missing[MOST_EXPECTED])
{
	size_t count = 0;
	for (size_t i = 0; i < MOST_EXPECTED && expected[kind][i]; i++) {
		const char *term = expected[kind][i];
		if (!outline_section(outline, term) && !stands_elsewhere(outline, term))
			missing[count++] = term;
	}
	return count;
}

/* The missing section that the heading is probably meant to be, by all words for it; NULL when none is near. */
static const char *nearest_missing(struct span title, const char *const *missing, size_t count)
{
	struct nearest nearest = nearest_to(title);
	const char *term = NULL;
	struct alias_range words = alias_range(ALIAS_HEADING);
	for (size_t i = 0; i < words.count; i++) {
		size_t which = 0;
		while (which < count && strcmp(words.items[i].term, missing[which]) != 0)
			which++;
		const char *before = nearest.best;
		if (which < count)
			nearest_offer(&nearest, words.items[i].text);
		if (nearest.best != before)
			term = missing[which];
	}
	return term;
}

static const char *quoted_list(struct arena *arena, const char *const *words, size_t count)
{
	const char *text = "";
	for (size_t i = 0; i < count; i++)
		text = arena_printf(arena, "%s%s\"%s\"", text, i == 0 ? "" : i + 1 == count ? " or " : ", ", words[i]);
	return text;
}

/* The missing section whose name shares its words with what the heading says in another kind of note: a week's
 * "rituals" may be meant as "practice rituals". `count` where there is none. */
static size_t akin_missing(const struct outline *outline, size_t index, const char *const *missing, size_t count)
{
	const char *said = alias_term(outline->aliases, ALIAS_HEADING, outline->titles[index]);
	for (size_t i = 0; said && i < count; i++)
		if (utf8_matches_part(span_of(missing[i]), span_of(said)) ||
			utf8_matches_part(span_of(said), span_of(missing[i])))
			return i;
	return count;
}

/* `list` is of what may be meant, `word` what to call it. */
static void add_heading(
	const struct outline *outline, size_t index, const char *list, const char *word, struct finding_list *findings)
{
	const struct section *section = &outline->sections.items[index];
	bool has_meaning = alias_term(outline->aliases, ALIAS_HEADING, outline->titles[index]) != NULL;
	struct finding *finding = finding_add(findings, FINDING_UNRECOGNISED_HEADING,
		document_position(outline->document, section->offset), "\"%.*s\" is %s, and no %s was found",
		SPAN_PRINT(span_slice(section->title, 0, 60)),
		has_meaning ? "a heading of another kind of note" : "an unknown heading", list);
	finding_hint(findings, finding,
		"if it is that, call it \"%s\", or add your word to the headings in the configuration", word);
}

static void report_heading(const struct outline *outline, size_t index, const char *const *missing, size_t count,
	struct finding_list *findings)
{
	const char *nearest = nearest_missing(outline->titles[index], missing, count);
	const char *list =
		nearest ? quoted_list(outline->arena, &nearest, 1) : quoted_list(outline->arena, missing, count);
	add_heading(outline, index, list, nearest ? nearest : missing[0], findings);
}

/* --- headings that are nearly understood ------------------------------------------------------------------------- */

/* Sections whose boxes tell later commands what was done; a note may do without them. */
static const char *const told_later[NOTE_KIND_COUNT][MOST_EXPECTED] = {
	[NOTE_WEEK] = { "priorities", "rituals", "partner check-ins", "carryover" },
	[NOTE_DAY] = { "top three", "touches", "carryover" },
};

static bool is_told_later(enum note_kind kind, const char *term)
{
	for (size_t i = 0; i < MOST_EXPECTED && told_later[kind][i]; i++)
		if (strcmp(told_later[kind][i], term) == 0)
			return true;
	return false;
}

/* The longest word for a section that is missing whose parts the heading has, inflected or with more around them
 * ("Rituale in dieser Woche"); else one that is a slip away. NULL where none is near. */
static const struct alias_word *nearly(const struct outline *outline, enum note_kind kind, struct span title)
{
	struct alias_range words = alias_range(ALIAS_HEADING);
	struct nearest nearest = nearest_to(title);
	const struct alias_word *within = NULL;
	const struct alias_word *near = NULL;
	for (size_t i = 0; i < words.count; i++) {
		const struct alias_word *word = &words.items[i];
		if (!is_told_later(kind, word->term) || outline_section(outline, word->term))
			continue;
		size_t longest = within ? strlen(within->text) : 0;
		if (strlen(word->text) > longest && utf8_matches_part(title, span_of(word->text)))
			within = word;
		nearest_offer(&nearest, word->text);
		if (nearest.best == word->text)
			near = word;
	}
	return within ? within : near;
}

/* A rule that misses what the heading hides has named it. */
static bool is_named(const struct outline *outline, size_t index, const struct finding_list *findings)
{
	struct position place = document_position(outline->document, outline->sections.items[index].offset);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		if (finding->code == FINDING_UNRECOGNISED_HEADING && finding->position.path &&
			strcmp(finding->position.path, place.path) == 0 && finding->position.line == place.line)
			return true;
	}
	return false;
}

void lint_near_headings(const struct outline *outline, enum note_kind kind, struct finding_list *findings)
{
	int level = section_level(outline);
	for (size_t i = 0; i < outline->sections.count; i++) {
		const struct alias_word *word = NULL;
		if (is_unknown(outline, kind, i, level))
			word = nearly(outline, kind, outline->titles[i]);
		const char *list = word ? arena_printf(outline->arena, "\"%s\"", word->term) : NULL;
		if (word && !is_named(outline, i, findings))
			add_heading(outline, i, list, word->text, findings);
	}
}

/* --- headings that may be anything ------------------------------------------------------------------------------- */

/* Headings that are akin to a missing section account for it; returns how many sections are still missing. */
static size_t report_akin(const struct outline *outline, const bool *unknown, bool *reported, const char **missing,
	size_t count, struct finding_list *findings)
{
	for (size_t i = 0; count > 0 && i < outline->sections.count; i++) {
		size_t akin = unknown[i] ? akin_missing(outline, i, missing, count) : count;
		if (akin == count)
			continue;
		report_heading(outline, i, &missing[akin], 1, findings);
		reported[i] = true;
		memmove(&missing[akin], &missing[akin + 1], (count - akin - 1) * sizeof(*missing));
		count--;
	}
	return count;
}

void lint_headings(const struct outline *outline, enum note_kind kind, struct finding_list *findings)
{
	const char *missing[MOST_EXPECTED];
	size_t sections = outline->sections.count;
	size_t count = missing_sections(outline, kind, missing);
	bool *unknown = arena_new_array(outline->arena, sections, bool);
	bool *reported = arena_new_array(outline->arena, sections, bool);
	int level = section_level(outline);
	size_t most = MOST_HEADINGS;
	lint_near_headings(outline, kind, findings);
	if (count == 0)
		return;
	for (size_t i = 0; i < sections; i++)
		unknown[i] = is_unknown(outline, kind, i, level) && !nearly(outline, kind, outline->titles[i]);
	count = report_akin(outline, unknown, reported, missing, count, findings);
	for (size_t i = 0; count > 0 && most > 0 && i < sections; i++)
		if (unknown[i] && !reported[i]) {
			report_heading(outline, i, missing, count, findings);
			most--;
		}
}

/* --- columns ----------------------------------------------------------------------------------------------------- */

static bool lies_in_known_section(const struct outline *outline, int block)
{
	const struct section *section = outline_section_of(outline, block);
	while (section) {
		size_t index = (size_t)(section - outline->sections.items);
		if (section->level > 0 && alias_term(outline->aliases, ALIAS_HEADING, outline->titles[index]))
			return true;
		section = section->parent < 0 ? NULL : &outline->sections.items[section->parent];
	}
	return false;
}

static struct span column_title(const struct outline *outline, struct cell cell)
{
	return alias_fold(outline->arena, ALIAS_COLUMN, cell_value(outline->arena, cell));
}

static bool is_known_column(const struct outline *outline, struct cell cell)
{
	return alias_term(outline->aliases, ALIAS_COLUMN, column_title(outline, cell)) != NULL;
}

static void report_column(const struct outline *outline, struct cell cell, struct finding_list *findings)
{
	struct finding *finding = finding_add(findings, FINDING_UNKNOWN_COLUMN,
		document_position_of(outline->document, cell.text),
		"\"%.*s\" is no known column; it is kept, but not read", SPAN_PRINT(span_slice(cell.text, 0, 60)));
	const char *nearest = alias_nearest(outline->aliases, ALIAS_COLUMN, column_title(outline, cell));
	if (nearest)
		finding_hint(findings, finding, "did you mean \"%s\"?", nearest);
	else
		finding_hint(findings, finding,
			"if it is a column coach knows by another name, add your word to the "
			"columns in the configuration");
}

/* Where most columns are known, one that is not is a slip; elsewhere the table is the person's own. */
static void lint_header(const struct outline *outline, const struct table *table, struct finding_list *findings)
{
	size_t known = 0;
	size_t unknown = 0;
	struct cell *cells = table->header.cells;
	for (size_t i = 0; i < table->header.count; i++)
		if (is_known_column(outline, cells[i]))
			known++;
		else if (!text_is_placeholder(cells[i].text))
			unknown++;
	for (size_t i = 0; known > unknown && i < table->header.count; i++)
		if (!text_is_placeholder(cells[i].text) && !is_known_column(outline, cells[i]))
			report_column(outline, cells[i], findings);
}

void lint_columns(const struct outline *outline, struct finding_list *findings)
{
	const struct document *document = outline->document;
	for (int block = 0; block < document->block_count; block++) {
		if (document->blocks[block].kind != BLOCK_TABLE || !lies_in_known_section(outline, block))
			continue;
		struct table table = table_read(outline->arena, document, block);
		lint_header(outline, &table, findings);
	}
}
