#include "model/kinds.h"

#include "base/ascii.h"
#include "base/date.h"
#include "base/note_name.h"
#include "codec/utf8.h"
#include "model/note_head.h"

#include <string.h>

/* What may follow the words that name a kind in a title. */
enum title_rest { REST_YEAR, REST_ANY };

/* The headings that name a kind. `# Plan: move house` is no quarterly plan: kinds of a period need its year. */
static const struct {
	const char *term;
	enum note_kind kind;
	enum title_rest rest;
} titles[] = {
	{ "client portfolio", NOTE_PORTFOLIO, REST_ANY },
	{ "ai execution specification", NOTE_ENGAGEMENT, REST_ANY },
	{ "session", NOTE_SESSION, REST_ANY },
	{ "inbox", NOTE_INBOX, REST_ANY },
	{ "week", NOTE_WEEK, REST_YEAR },
	{ "day", NOTE_DAY, REST_YEAR },
	{ "quarterly plan", NOTE_PLAN, REST_YEAR },
	{ "practice strategy", NOTE_STRATEGY, REST_YEAR },
	{ "decision", NOTE_DECISION, REST_ANY },
	{ "career", NOTE_CAREER_INDEX, REST_YEAR },
	{ "goals", NOTE_GOALS, REST_YEAR },
	{ "annual goals", NOTE_GOALS, REST_YEAR },
	{ "transcript", NOTE_TRANSCRIPT, REST_ANY },
	{ "coaches", NOTE_COACHES, REST_YEAR },
};

enum { TITLE_COUNT = sizeof(titles) / sizeof(*titles), NO_TITLE = -1 };

const char *const note_kind_names[] = {
	[NOTE_OTHER] = "other",
	[NOTE_PORTFOLIO] = "portfolio",
	[NOTE_ENGAGEMENT] = "engagement",
	[NOTE_SESSION] = "session",
	[NOTE_INBOX] = "inbox",
	[NOTE_WEEK] = "week",
	[NOTE_DAY] = "day",
	[NOTE_PLAN] = "plan",
	[NOTE_STRATEGY] = "strategy",
	[NOTE_DECISION] = "decision",
	[NOTE_CAREER_INDEX] = "career index",
	[NOTE_GOALS] = "goals",
	[NOTE_CAREER_SESSION] = "career session",
	[NOTE_TRANSCRIPT] = "transcript",
	[NOTE_COACHES] = "coaches",
	[NOTE_METHODOLOGY] = "methodology",
	[NOTE_DRAFT] = "draft",
	[NOTE_TEMPLATE] = "template",
	[NOTE_KIND_COUNT] = NULL,
};

/* What recognition looks at. */
struct candidate {
	struct arena arena; /* for folded titles, a few hundred bytes */
	const struct aliases *aliases;
	struct span bytes;
	struct span stem; /* the file's name without ".md" */
	struct note_head head;
};

const char *note_kind_name(enum note_kind kind)
{
	return note_kind_names[kind];
}

bool note_kind_holds_actions(enum note_kind kind)
{
	return kind != NOTE_TEMPLATE && kind != NOTE_DRAFT;
}

/* --- titles ------------------------------------------------------------------------------------------------------ */

/* A word may say a section of some note as well (目标). */
static int title_of_term(const struct aliases *aliases, struct span folded)
{
	bool says_any = alias_term(aliases, ALIAS_HEADING, folded) != NULL;
	for (int i = 0; says_any && i < TITLE_COUNT; i++)
		if (alias_is(aliases, ALIAS_HEADING, folded, titles[i].term))
			return i;
	return NO_TITLE;
}

static int title_of_words(struct candidate *note, struct span folded)
{
	return title_of_term(note->aliases, folded);
}

/* Four digits that are not part of a longer number. */
static bool names_a_year(struct span text)
{
	size_t digits = 0;
	for (size_t i = 0; i < text.length; i++) {
		digits = ascii_is_digit(text.at[i]) ? digits + 1 : 0;
		if (digits == 4 && (i + 1 == text.length || !ascii_is_digit(text.at[i + 1])))
			return true;
	}
	return false;
}

/* Where the first word with a digit begins: at `q4`, not within it. */
static size_t find_figure(struct span folded)
{
	size_t word = 0;
	for (size_t i = 0; i < folded.length; i++) {
		if (folded.at[i] == ' ')
			word = i;
		if (ascii_is_digit(folded.at[i]))
			return word ? word : i;
	}
	return folded.length;
}

/* `week` of "week 2026-w47", `session` of "session 7 — ana silva — 2026-11-20". */
static struct span leading_words(struct span folded)
{
	static const char *const ends[] = { ":", ",", "|", "#", " - ", "–", "—" };
	size_t end = find_figure(folded);
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t at = span_find(folded, ends[i]);
		if (at < end)
			end = at;
	}
	return span_trim(span_slice(folded, 0, end));
}

/* `goals` of "2026 goals", "2026年目标"; empty where no year leads. */
static struct span words_after_year(struct span folded)
{
	int year = 0;
	struct span rest = folded;
	if (!span_read_digits(&rest, &year) || folded.length - rest.length != 4)
		return SPAN_NONE;
	span_skip(&rest, "年");
	return span_trim(rest);
}

static enum note_kind kind_of_title(struct candidate *note, struct span title)
{
	struct span folded = utf8_fold_title(&note->arena, title);
	int whole = title_of_words(note, folded);
	if (whole != NO_TITLE)
		return titles[whole].kind;
	int after_year = title_of_words(note, words_after_year(folded));
	if (after_year != NO_TITLE && titles[after_year].rest == REST_YEAR)
		return titles[after_year].kind;
	struct span leading = leading_words(folded);
	int found = title_of_words(note, leading);
	if (found == NO_TITLE)
		return NOTE_OTHER;
	bool fits = titles[found].rest == REST_ANY || names_a_year(span_from(folded, leading.length));
	return fits ? titles[found].kind : NOTE_OTHER;
}

/* --- front matter, header, tags ---------------------------------------------------------------------------------- */

/* `career_session` and `Career-Session` are "career session". */
static bool is_kind_name(struct span text, const char *name)
{
	if (text.length != strlen(name))
		return false;
	for (size_t i = 0; i < text.length; i++) {
		bool separates = name[i] == ' ' && strchr(" -_", text.at[i]);
		if (!separates && !span_is_ignoring_case(span_slice(text, i, 1), (const char[]){ name[i], '\0' }))
			return false;
	}
	return true;
}

bool note_kind_parse(struct arena *arena, const struct aliases *aliases, struct span text, enum note_kind *kind)
{
	for (int i = NOTE_OTHER; i < NOTE_KIND_COUNT; i++) {
		*kind = (enum note_kind)i;
		if (is_kind_name(text, note_kind_names[i]))
			return true;
	}
	int found = title_of_term(aliases, utf8_fold_title(arena, text));
	if (found != NO_TITLE)
		*kind = titles[found].kind;
	return found != NO_TITLE;
}

static enum note_kind kind_of_type(struct candidate *note)
{
	enum note_kind kind = NOTE_OTHER;
	bool named = note->head.type.length && note_kind_parse(&note->arena, note->aliases, note->head.type, &kind);
	return named ? kind : NOTE_OTHER;
}

static enum note_kind kind_of_heading(struct candidate *note)
{
	return note->head.title.length ? kind_of_title(note, note->head.title) : NOTE_OTHER;
}

/* `> **Layer:** DRIVERS` (vault-template/practice/Client Portfolio.md). */
static bool is_drivers_layer(struct candidate *note, struct span quote)
{
	struct span folded = utf8_fold(&note->arena, quote);
	size_t colon = span_find_byte(folded, ':');
	struct span value = utf8_fold_title(&note->arena, span_from(folded, colon + 1));
	return span_is(value, "drivers") &&
	       alias_is(note->aliases, ALIAS_LABEL, utf8_fold_title(&note->arena, span_slice(folded, 0, colon)),
		       "layer");
}

static enum note_kind kind_of_header(struct candidate *note)
{
	for (int i = 0; i < note->head.quote_count; i++)
		if (is_drivers_layer(note, note->head.quotes[i]))
			return NOTE_PORTFOLIO;
	return NOTE_OTHER;
}

static enum note_kind kind_of_tag(struct candidate *note)
{
	return note_has_tag(note->bytes, "#ai-execution-spec") ? NOTE_ENGAGEMENT : NOTE_OTHER;
}

/* --- the file's name --------------------------------------------------------------------------------------------- */

static bool says_next_session(struct candidate *note)
{
	for (int i = 0; i < note->head.part_count; i++) {
		struct span folded = utf8_fold_title(&note->arena, note->head.parts[i]);
		if (alias_is(note->aliases, ALIAS_HEADING, folded, "next session"))
			return true;
	}
	return false;
}

/* `2026-11-20` is a day; `2026-11-20 Ana Silva` may be anything, unless the note itself speaks of a session. */
static enum note_kind kind_of_dated_name(struct candidate *note, struct span behind_date)
{
	if (note->head.has_client || says_next_session(note))
		return NOTE_SESSION;
	return behind_date.length == 0 ? NOTE_DAY : NOTE_OTHER;
}

static bool is_quarter_name(struct span stem)
{
	struct quarter quarter;
	return stem.length == 7 && stem.at[4] == '-' && quarter_parse(stem, &quarter);
}

static enum note_kind kind_of_name(struct candidate *note)
{
	struct span rest = note->stem;
	struct date date;
	struct week week;
	if (date_read_iso(&rest, &date))
		return date_is_known(date) ? kind_of_dated_name(note, rest) : NOTE_OTHER;
	if (week_parse_iso(note->stem, &week))
		return NOTE_WEEK;
	if (is_quarter_name(note->stem))
		return NOTE_PLAN;
	enum note_kind kind = kind_of_title(note, note->stem);
	bool needs_more = kind == NOTE_SESSION || kind == NOTE_DECISION || kind == NOTE_WEEK || kind == NOTE_DAY ||
			  kind == NOTE_PLAN || kind == NOTE_TRANSCRIPT;
	return needs_more ? NOTE_OTHER : kind;
}

/* --- recognition ------------------------------------------------------------------------------------------------- */

bool note_path_is_template(struct span path)
{
	struct span folder;
	while (span_next(&path, '/', &folder))
		if (path.at && span_is_ignoring_case(folder, "templates"))
			return true;
	return false;
}

static struct span stem_of(struct span path)
{
	return span_ends_with(path, ".md") ? note_name(path) : SPAN_NONE;
}

enum note_kind note_recognise(const struct aliases *aliases, const char *path, struct span bytes)
{
	static enum note_kind (*const signs[])(struct candidate *) = {
		kind_of_heading,
		kind_of_header,
		kind_of_tag,
		kind_of_name,
	};
	if (note_path_is_template(span_of(path)))
		return NOTE_TEMPLATE;
	struct candidate note = { .arena = ARENA_INIT, .aliases = aliases, .bytes = bytes };
	note.stem = stem_of(span_of(path));
	note.head = note_head_of(&note.arena, aliases, bytes);
	enum note_kind kind = kind_of_type(&note);
	if (kind == NOTE_OTHER)
		note_head_read_lines(bytes, &note.head);
	for (size_t i = 0; kind == NOTE_OTHER && i < sizeof(signs) / sizeof(*signs); i++)
		kind = signs[i](&note);
	arena_release(&note.arena);
	return kind;
}
