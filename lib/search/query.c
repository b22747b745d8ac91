#include "search/query.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "codec/utf8.h"

#include <string.h>

const char *const search_filter_names[] = { "kind", "client", "since", "tag", NULL };

static const char *const opening_quotes[] = { "\"", "“", "”", "„", "«", "「", "＂", NULL };
static const char *const closing_quotes[] = { "\"", "“", "”", "»", "」", "＂", NULL };
static const char *const colons[] = { ":", "：", NULL };

struct parser {
	struct arena *arena;
	struct unit_folds *folds;
	struct span rest;
	struct search_query *query;
	struct error *error;
};

/* One word, phrase or filter as it stands. */
struct token {
	struct span text;
	bool quoted;
	bool excluded;
	int filter; /* enum search_filter_kind, or -1 */
};

/* --- words and quotes -------------------------------------------------------------------------------------------- */

/* The length of the first of `texts` that the span begins with. */
static size_t starts_with_any(struct span span, const char *const *texts)
{
	for (; *texts; texts++)
		if (span_starts_with(span, *texts))
			return strlen(*texts);
	return 0;
}

static size_t white_length(struct span text)
{
	uint32_t character = 0;
	size_t length = utf8_decode(text, &character);
	return length && utf8_is_white(character) ? length : 0;
}

static void skip_white(struct span *rest)
{
	size_t length;
	while ((length = white_length(*rest)))
		*rest = span_from(*rest, length);
}

static int read_quoted(struct parser *parser, size_t opening, struct token *token)
{
	struct span inner = span_from(parser->rest, opening);
	size_t length = 0;
	size_t closing = 0;
	while (length < inner.length && !(closing = starts_with_any(span_from(inner, length), closing_quotes)))
		length++;
	if (!closing) {
		error_set(parser->error, ERROR_USAGE, "a quote is opened and never closed: %.*s",
			SPAN_PRINT(parser->rest));
		return error_hint(parser->error, "a phrase stands between two quotes, and the shell wants its own "
						 "around them: coach find '\"board memo\"'");
	}
	token->quoted = true;
	token->text = span_slice(inner, 0, length);
	parser->rest = span_from(inner, length + closing);
	return 0;
}

static int read_value(struct parser *parser, struct token *token)
{
	size_t opening = starts_with_any(parser->rest, opening_quotes);
	if (opening)
		return read_quoted(parser, opening, token);
	size_t length = 0;
	while (length < parser->rest.length && !white_length(span_from(parser->rest, length)))
		length++;
	token->text = span_slice(parser->rest, 0, length);
	parser->rest = span_from(parser->rest, length);
	return 0;
}

/* --- filters ----------------------------------------------------------------------------------------------------- */

/* Steps over `kind:`. */
static int read_filter_name(struct span *rest)
{
	for (int i = 0; search_filter_names[i]; i++) {
		size_t length = strlen(search_filter_names[i]);
		size_t colon = starts_with_any(span_from(*rest, length), colons);
		if (!colon || !span_is_ignoring_case(span_slice(*rest, 0, length), search_filter_names[i]))
			continue;
		*rest = span_from(*rest, length + colon);
		return i;
	}
	return -1;
}

/* `#board` is `tag:board`; `#1` is a word. */
static bool is_tag(struct span text)
{
	bool letters = false;
	for (size_t i = 1; i < text.length; i++)
		letters = letters || ascii_is_letter(text.at[i]) || (unsigned char)text.at[i] >= 0x80;
	return letters && *text.at == '#' && text.at[1] != '#';
}

static int read_token(struct parser *parser, struct token *token)
{
	struct span after = parser->rest;
	bool excluded = span_skip(&after, "-") && after.length && !white_length(after);
	*token = (struct token){ .excluded = excluded };
	if (excluded)
		parser->rest = after;
	token->filter = read_filter_name(&parser->rest);
	if (read_value(parser, token))
		return -1;
	if (token->filter < 0 && !token->quoted && is_tag(token->text)) {
		token->filter = SEARCH_TAG;
		token->text = span_from(token->text, 1);
	}
	return 0;
}

static int add_filter(struct parser *parser, const struct token *token)
{
	struct search_query *query = parser->query;
	const char *name = search_filter_names[token->filter];
	struct span value = span_trim(token->text);
	if (!value.length) {
		error_set(parser->error, ERROR_USAGE, "the filter %s: has no value", name);
		return error_hint(parser->error, "write it right behind the colon: kind:session, client:ada, "
						 "since:\"last monday\", tag:board");
	}
	if (token->excluded && token->filter == SEARCH_SINCE) {
		error_set(parser->error, ERROR_USAGE, "since: cannot be turned round");
		return error_hint(parser->error, "write since:DATE, without - in front");
	}
	query->filters[query->filter_count++] =
		(struct search_filter){ (enum search_filter_kind)token->filter, token->excluded, value };
	return 0;
}

/* --- what is compared -------------------------------------------------------------------------------------------- */

/* The folded units; between words one blank for all that stands there, where a space is among it. */
static struct span needle_of(struct parser *parser, struct span text, enum unit_form form)
{
	struct buffer BUFFER_CLEANUP needle = BUFFER_INIT(SIZE_MAX);
	size_t word_end = 0;
	bool spaced = false;
	struct unit unit;
	for (; text.length; text = span_from(text, unit.length)) {
		unit_read(parser->folds, text, &unit);
		bool word = unit.class == UNIT_WORD || unit.class == UNIT_UNSPACED;
		if (word && spaced) {
			buffer_truncate(&needle, word_end);
			if (word_end)
				buffer_add_byte(&needle, ' ');
		}
		spaced = word ? false : spaced || unit.class == UNIT_SPACE;
		if (unit.class != UNIT_SPACE)
			buffer_add(&needle, unit.folded[form]);
		if (word)
			word_end = needle.length;
	}
	if (spaced)
		buffer_truncate(&needle, word_end);
	return buffer_finish(parser->arena, &needle);
}

/* Whether a letter of a note may be spelled out as something in it. */
static bool may_spell_out(struct span needle)
{
	return span_contains(needle, "ae") || span_contains(needle, "oe") || span_contains(needle, "ue") ||
	       span_contains(needle, "aa");
}

static bool has_term(const struct search_query *query, const struct search_term *term)
{
	for (size_t i = 0; i < query->term_count; i++) {
		const struct search_term *other = &query->terms[i];
		if (other->quoted == term->quoted && other->excluded == term->excluded &&
			span_equal(other->needles[UNIT_UNMARKED], term->needles[UNIT_UNMARKED]) &&
			span_same(other->needles[UNIT_SPELLED_OUT], term->needles[UNIT_SPELLED_OUT]))
			return true;
	}
	return false;
}

static int add_term(struct parser *parser, const struct token *token)
{
	struct search_query *query = parser->query;
	struct search_term term = { token->text, token->quoted, token->excluded, { SPAN_NONE, SPAN_NONE } };
	term.needles[UNIT_UNMARKED] = needle_of(parser, token->text, UNIT_UNMARKED);
	struct span spelled = needle_of(parser, token->text, UNIT_SPELLED_OUT);
	if (may_spell_out(spelled))
		term.needles[UNIT_SPELLED_OUT] = spelled;
	if (!term.needles[UNIT_UNMARKED].length) {
		error_set(parser->error, ERROR_USAGE, "there is nothing to search for in \"%.*s\"",
			SPAN_PRINT(token->text));
		return error_hint(parser->error, "write a word, in quotes or without");
	}
	if (!has_term(query, &term))
		query->terms[query->term_count++] = term;
	return 0;
}

/* --- the query --------------------------------------------------------------------------------------------------- */

/* Those that must be there first, otherwise as they were typed. */
static void sort_terms(struct arena *arena, struct search_query *query)
{
	struct search_term *sorted = arena_new_array(arena, query->term_count, struct search_term);
	size_t count = 0;
	for (size_t i = 0; i < query->term_count; i++)
		if (!query->terms[i].excluded)
			sorted[count++] = query->terms[i];
	query->wanted_count = count;
	for (size_t i = 0; i < query->term_count; i++)
		if (query->terms[i].excluded)
			sorted[count++] = query->terms[i];
	query->terms = sorted;
}

static int check_whole(const struct search_query *query, struct error *error)
{
	bool wanted = query->wanted_count > 0;
	for (size_t i = 0; i < query->filter_count; i++)
		wanted = wanted || !query->filters[i].excluded;
	if (wanted)
		return 0;
	error_set(error, ERROR_USAGE, "nothing is searched for");
	return error_hint(error, "write a word, a \"phrase\", or a filter: kind:session, client:ada, since:monday, "
				 "tag:board; -word leaves notes out");
}

static int too_much(struct error *error)
{
	error_set(error, ERROR_USAGE, "too much to search for at once");
	return error_hint(
		error, "at most %d words and filters, and %d bytes in all", SEARCH_MOST_TERMS, SEARCH_MOST_BYTES);
}

int search_query_parse(struct arena *arena, struct unit_folds *folds, struct span text, struct search_query *query,
	struct error *error)
{
	struct parser parser = { arena, folds, utf8_repair(arena, text), query, error };
	struct token token;
	*query = (struct search_query){ .terms = arena_new_array(arena, SEARCH_MOST_TERMS, struct search_term),
		.filters = arena_new_array(arena, SEARCH_MOST_TERMS, struct search_filter) };
	if (text.length > SEARCH_MOST_BYTES)
		return too_much(error);
	for (skip_white(&parser.rest); parser.rest.length; skip_white(&parser.rest)) {
		if (query->term_count + query->filter_count == SEARCH_MOST_TERMS)
			return too_much(error);
		if (read_token(&parser, &token) ||
			(token.filter < 0 ? add_term(&parser, &token) : add_filter(&parser, &token)))
			return -1;
	}
	sort_terms(arena, query);
	return check_whole(query, error);
}
