#include "base/join.h"
#include "cmd/commands.h"
#include "cmd/find_report.h"
#include "codec/utf8.h"

struct find_options {
	struct words query;
	int limit;
};

enum { USUAL_LIMIT = 20, MOST_LIMIT = 1000000, TEXT_COLUMNS = 1000 };

static const struct option options[] = {
	ARG(OPTION_WORDS, struct find_options, query, struct words, "QUERY", true,
		"Words, \"phrases\", -words, and filters kind: client: since: tag:"),
	OPT_INTEGER(
		struct find_options, limit, 'l', "limit", "N", 1, MOST_LIMIT, "At most so many lines (default: 20)"),
	OPT_END,
};

struct hit_fields {
	struct span path;
	struct optional_integer line;
	struct span text;
	struct optional_integer score;
};

static const struct result_field hit_fields[] = {
	RES_TEXT(struct hit_fields, path, "path", "The note"),
	RES_INTEGER(struct hit_fields, line, "line", "The line"),
	RES_TEXT(
		struct hit_fields, text, "text", "What stands on it; of a very long line what is around the first hit"),
	RES_INTEGER(struct hit_fields, score, "score",
		"More is better, within one answer: BM25 in thousandths of a bit; 0 where filters alone were asked"),
	RES_END,
};

struct find_result {
	struct result_list hits; /* struct hit_fields */
	struct optional_integer lines, notes, undated;
	struct date since;
};

static const struct result_field result[] = {
	RES_LIST(struct find_result, hits, struct hit_fields, "hits", hit_fields,
		"The best lines, by score, then path and line"),
	RES_INTEGER(struct find_result, lines, "lines", "How many there are without a limit"),
	RES_INTEGER(struct find_result, notes, "notes", "The notes that they stand in"),
	RES_DATE_OR_NULL(struct find_result, since, "since", "The day that since: means; null without it"),
	RES_INTEGER(struct find_result, undated, "undated", "Notes that since: left out for having no date"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach find board memo", "notes with both words, the best lines first" },
	{ "coach find '\"board memo\" -draft'", "that phrase, without notes that speak of a draft" },
	{ "coach find delegate client:ada since:-8w", "what one client and you wrote about it lately" },
	{ "coach find kind:decision", "all notes of a kind" },
	{ NULL, NULL },
};

/* The shell took the quotes off client:"Ana Silva": among several arguments a filter's value keeps its blanks. */
static const char *argument_text(struct arena *arena, const char *argument, bool alone)
{
	struct span text = span_of(argument);
	size_t colon = span_find_byte(text, ':');
	bool is_filter = false;
	for (int i = 0; search_filter_names[i]; i++)
		is_filter = is_filter || span_is_ignoring_case(span_slice(text, 0, colon), search_filter_names[i]);
	if (alone || !is_filter || !span_contains(text, " ") || span_contains(text, "\""))
		return argument;
	return arena_printf(arena, "%.*s:\"%s\"", SPAN_PRINT(span_slice(text, 0, colon)), argument + colon + 1);
}

static struct span query_text(struct arena *arena, const struct words *words)
{
	const char **texts = arena_new_array(arena, words->count, const char *);
	for (size_t i = 0; i < words->count; i++)
		texts[i] = argument_text(arena, words->items[i], words->count == 1);
	return words_join(arena, texts, words->count);
}

static struct span hit_text(struct arena *arena, const struct search_line *line)
{
	struct excerpt excerpt = find_excerpt(line, TEXT_COLUMNS);
	if (!excerpt.cut_before && !excerpt.cut_behind)
		return excerpt.text;
	return span_of(arena_printf(arena, "%s%.*s%s", excerpt.cut_before ? "… " : "", SPAN_PRINT(excerpt.text),
		excerpt.cut_behind ? " …" : ""));
}

static struct result_list list_hits(struct arena *arena, const struct search_lines *lines)
{
	struct hit_fields *hits = arena_new_array(arena, lines->count, struct hit_fields);
	for (size_t i = 0; i < lines->count; i++) {
		const struct search_line *line = lines->items[i];
		hits[i] = (struct hit_fields){ span_of(line->note->path), INTEGER_OF(line->number),
			hit_text(arena, line), INTEGER_OF(line->score) };
	}
	return (struct result_list){ hits, lines->count };
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct find_options *asked = context->options;
	struct arena *arena = context->arena;
	struct note_search search;
	if (note_search_run(arena, context->vault, query_text(arena, &asked->query), context->today, &search,
		    context->findings, error))
		return -1;
	size_t limit = asked->limit > 0 ? (size_t)asked->limit : USUAL_LIMIT;
	struct search_lines lines =
		search_rank(arena, &search.query, &search.totals, search.notes, search.count, limit);
	struct find_result *data = arena_new(arena, struct find_result);
	*data = (struct find_result){ list_hits(arena, &lines), INTEGER_OF((long long)lines.total),
		INTEGER_OF((long long)search.count), INTEGER_OF((long long)search.undated), search.since };
	outcome->data = data;
	report_found(&outcome->report, &search, &lines);
	return 0;
}

const struct command command_find = {
	.name = "find",
	.group = GROUP_FOUNDATION,
	.summary = "Search all notes",
	.description =
		"Finds the notes that hold all of the words, in any order, and shows their best lines. A word is found at the "
		"beginning of longer ones (`memo` in *memos*), one in Chinese or Japanese anywhere. In quotes it is found as it "
		"is: `\"memo\"`, and several words as a phrase: `\"board memo\"`. `-word` leaves out the notes that have it; where "
		"the query begins with one, put `--` in front. Case, marks and full-width forms do not count: `muller` and "
		"`mueller` find Müller.\n\n"
		"`kind:session` looks at notes of a kind, in any language that the aliases know; `client:ada` at those of a client, "
		"by any part of the name; `since:-2w` at those dated on that day or later; `tag:board` (or `#board`) at those with a "
		"tag, or one nested below it. A filter may be turned round (`-kind:week`), and stand alone.\n\n"
		"Rare words count more than common ones, as BM25 has it, hits in names, titles and headings more than in text, words "
		"that stand close together more than scattered ones. Everything but templates is searched: values of front matter, "
		"code and comments too.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct find_options),
	.result = result,
	.run = run,
};
