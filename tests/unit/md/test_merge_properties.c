/* What holds for every merge: week notes, a person's edits and new versions are made up by a seeded generator. */
#include "test.h"

#include "made_up_edits.h"
#include "md/merge.h"
#include "md/task.h"

enum { ROUNDS = 1500 };

/* --- looking at results --- */

struct round {
	struct arena arena;
	enum merge_purpose purpose;
	struct plan base_plan;
	struct plan theirs_plan;
	struct span base;
	struct span ours;
	struct span theirs;
	struct span result;
};

static struct span merged(struct round *round, struct span base, struct span ours, struct span theirs)
{
	struct arena *arena = &round->arena;
	return merge_blocks(arena, round->purpose, document_parse(arena, "b", base, DOCUMENT_DEFAULT_MOST),
		document_parse(arena, "o", ours, DOCUMENT_DEFAULT_MOST),
		document_parse(arena, "t", theirs, DOCUMENT_DEFAULT_MOST))
		.text;
}

static struct span with_carriage_returns(struct arena *arena, struct span text)
{
	struct page page = page_of(arena, text);
	return page_text(&page, "\r\n");
}

static bool same(struct span actual, struct span expected)
{
	if (span_equal(actual, expected))
		return true;
	print_error("--- expected\n%.*s\n--- actual\n%.*s\n", SPAN_PRINT(expected), SPAN_PRINT(actual));
	return false;
}

/* The old text with other line ends is the same text, but only line by line. */
static bool is_settled(struct round *round)
{
	struct span old = with_carriage_returns(&round->arena, round->base);
	struct span new = with_carriage_returns(&round->arena, round->theirs);
	return same(merged(round, round->base, round->ours, round->base), round->ours) &&
	       same(merged(round, old, round->ours, round->base), round->ours) &&
	       same(merged(round, round->theirs, round->result, round->theirs), round->result) &&
	       same(merged(round, new, round->result, round->theirs), round->result);
}

static bool takes_all_where_nothing_was_edited(struct round *round)
{
	return same(merged(round, round->base, round->base, round->theirs), round->theirs);
}

static bool loses_nothing_of_the_persons(struct round *round)
{
	struct span rest = round->ours;
	struct span line;
	while (span_next_line(&rest, &line)) {
		bool own = !span_is_blank(line) && !has_line(round->base, line);
		if (own && count_line(round->result, line) < count_line(round->ours, line)) {
			print_error("lost: %.*s\n", SPAN_PRINT(line));
			return false;
		}
	}
	return true;
}

static bool invents_nothing(struct round *round)
{
	struct span rest = round->result;
	struct span line;
	while (span_next_line(&rest, &line)) {
		if (!span_is_blank(line) && !has_line(round->ours, line) && !has_line(round->theirs, line)) {
			print_error("invented: %.*s\n", SPAN_PRINT(line));
			return false;
		}
	}
	return true;
}

static size_t count_text(struct span text, const char *part)
{
	size_t count = 0;
	for (size_t at = span_find(text, part); at < text.length; at = span_find(text, part)) {
		text = span_from(text, at + 1);
		count++;
	}
	return count;
}

/* Each generated entry occurs once, unless the person has it more often. */
static bool repeats_nothing(struct round *round)
{
	for (size_t p = 0; p < round->theirs_plan.count; p++) {
		const struct part *part = &round->theirs_plan.parts[p];
		for (size_t i = 0; i < part->count; i++) {
			const char *words = words_of(&round->arena, part->entries[i].identity);
			const char *key = style_of(part->title) == STYLE_TASKS
						  ? arena_printf(&round->arena, "Send %s ", words)
						  : arena_printf(&round->arena, " %s", words);
			size_t in_ours = count_text(round->ours, key);
			size_t expected = in_ours > 1 ? in_ours : 1;
			size_t details = has_detail(part->entries[i]) && style_of(part->title) == STYLE_NUMBERED;
			if (count_text(round->result, key) > expected + details) {
				print_error("twice: %s\n", key);
				return false;
			}
		}
	}
	return true;
}

static bool keeps_line_ends(struct round *round)
{
	bool carriage_returns = count_text(round->ours, "\r\n") > 0;
	size_t feeds = count_text(round->result, "\n");
	return count_text(round->result, "\r\n") == (carriage_returns ? feeds : 0) &&
	       span_ends_with(round->ours, "\n") == span_ends_with(round->result, "\n");
}

/* Every line is still what it was: tasks are tasks, rows are rows. */
static bool keeps_structure(struct round *round)
{
	struct document *document = document_parse(&round->arena, "r", round->result, DOCUMENT_DEFAULT_MOST);
	size_t rows = 0;
	size_t headings = 0;
	for (int i = 0; i < document->block_count; i++) {
		rows += document->blocks[i].kind == BLOCK_ROW;
		headings += document->blocks[i].kind == BLOCK_HEADING;
	}
	struct task_list tasks = document_tasks(&round->arena, document, 0, document->block_count);
	return tasks.count == count_text(round->result, "\n- [") &&
	       rows == count_text(round->result, "\n|") - count_text(round->result, "\n| ---") &&
	       headings == count_text(round->result, "\n#");
}

static bool has_client(const struct part *part, unsigned client)
{
	for (size_t i = 0; i < part->count; i++)
		if (client_of(part->entries[i]) == client)
			return true;
	return false;
}

static bool has_identity(const struct part *part, unsigned identity)
{
	for (size_t i = 0; i < part->count; i++)
		if (part->entries[i].identity == identity)
			return true;
	return false;
}

/* What is new and can be no newer version of anything is there. */
static bool adds_what_is_new(struct round *round)
{
	for (size_t p = 0; p < round->theirs_plan.count; p++) {
		const struct part *part = &round->theirs_plan.parts[p];
		const struct part *before = find_part(&round->base_plan, part->title);
		if (before && !has_line(round->ours, heading_line(&round->arena, part->title)))
			continue;
		for (size_t i = 0; i < part->count; i++) {
			struct entry entry = part->entries[i];
			bool linked = style_of(part->title) == STYLE_NUMBERED || style_of(part->title) == STYLE_TABLE;
			bool new = !before || !(linked ? has_client(before, client_of(entry))
						       : has_identity(before, entry.identity));
			if (new && !has_line(round->result, entry_line(&round->arena, part->title, entry, 1))) {
				print_error("missing: entry %u\n", entry.identity);
				return false;
			}
		}
	}
	return true;
}

/* False also where lines of another item came to stand below it. */
static bool is_untouched(const struct round *round, struct span line)
{
	struct span rest = round->ours;
	struct span candidate;
	while (span_next_line(&rest, &candidate))
		if (span_equal(bare(candidate), bare(line)))
			return !span_starts_with(rest, " ");
	return false;
}

/* Of what the person left as it was, only what the new text still has is there. */
static bool drops_what_is_old(struct round *round)
{
	for (size_t p = 0; p < round->base_plan.count; p++) {
		const struct part *part = &round->base_plan.parts[p];
		if (!has_line(round->ours, heading_line(&round->arena, part->title)))
			continue;
		for (size_t i = 0; i < part->count; i++) {
			struct span line = entry_line(&round->arena, part->title, part->entries[i], 1);
			bool untouched = is_untouched(round, line) && !has_detail(part->entries[i]);
			if (untouched && has_line(round->result, line) != has_line(round->theirs, line)) {
				print_error("not updated: %.*s\n", SPAN_PRINT(line));
				return false;
			}
		}
	}
	return true;
}

/* --- the rounds --- */

enum { PURPOSES = 2 };

static void start_round(struct round *round, enum merge_purpose purpose, unsigned seed)
{
	chance_state = seed;
	next_identity = 1;
	*round = (struct round){ .arena = ARENA_INIT, .purpose = purpose };
	round->base_plan = new_plan();
	round->theirs_plan = next_plan(&round->base_plan);
	round->base = write_plan(&round->arena, &round->base_plan);
	round->theirs = write_plan(&round->arena, &round->theirs_plan);
}

static void assert_for(enum merge_purpose purpose, bool (*property)(struct round *round))
{
	for (unsigned seed = 1; seed <= ROUNDS; seed++) {
		struct round round;
		start_round(&round, purpose, seed);
		round.ours = edited(&round.arena, round.base);
		round.result = merged(&round, round.base, round.ours, round.theirs);
		if (!property(&round))
			fail_msg(
				"purpose %d, seed %u\n=== base\n%.*s\n=== ours\n%.*s\n=== theirs\n%.*s\n=== result\n%.*s",
				(int)purpose, seed, SPAN_PRINT(round.base), SPAN_PRINT(round.ours),
				SPAN_PRINT(round.theirs), SPAN_PRINT(round.result));
		arena_release(&round.arena);
	}
}

#define PROPERTY(name, property)                                                                                       \
	static void name(void **state)                                                                                 \
	{                                                                                                              \
		(void)state;                                                                                           \
		assert_for(MERGE_REGENERATE, property);                                                                \
		assert_for(MERGE_TAKE_BACK, property);                                                                 \
	}

#define PROPERTY_OF_REGENERATING(name, property)                                                                       \
	static void name(void **state)                                                                                 \
	{                                                                                                              \
		(void)state;                                                                                           \
		assert_for(MERGE_REGENERATE, property);                                                                \
	}

PROPERTY(merging_again_changes_nothing, is_settled)
PROPERTY(an_unedited_note_becomes_the_new_text, takes_all_where_nothing_was_edited)
PROPERTY(nothing_of_the_persons_is_lost, loses_nothing_of_the_persons)
PROPERTY(every_line_is_of_ours_or_of_theirs, invents_nothing)
PROPERTY(no_generated_entry_is_there_twice, repeats_nothing)
PROPERTY(line_ends_and_the_files_end_stay, keeps_line_ends)
PROPERTY(tasks_stay_tasks_and_rows_stay_rows, keeps_structure)
PROPERTY_OF_REGENERATING(what_is_new_is_added, adds_what_is_new)
PROPERTY(what_was_left_alone_is_updated, drops_what_is_old)

static struct span without_own_lines(struct arena *arena, struct span text)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_TEXT);
	struct span line;
	while (span_next_line(&text, &line))
		if (!span_is_blank(line) && !span_contains(line, "own"))
			add_line(&out, bare(line));
	return arena_copy_span(arena, buffer_span(&out));
}

static void around_added_lines_stands_the_new_text(void **state)
{
	(void)state;
	for (unsigned turn = 0; turn < PURPOSES * ROUNDS; turn++) {
		struct round round;
		unsigned seed = 1 + turn / PURPOSES;
		start_round(&round, (enum merge_purpose)(turn % PURPOSES), seed);
		round.ours = added_to(&round.arena, round.base, round.theirs);
		round.result = merged(&round, round.base, round.ours, round.theirs);
		struct span around = without_own_lines(&round.arena, round.result);
		if (!same(around, without_own_lines(&round.arena, round.theirs)))
			fail_msg("seed %u\n=== base\n%.*s\n=== ours\n%.*s", seed, SPAN_PRINT(round.base),
				SPAN_PRINT(round.ours));
		arena_release(&round.arena);
	}
}

/* Markdown of any kind, sound or not. */
static struct span scraps(struct arena *arena)
{
	static const char *const pieces[] = { "# A\n", "## B\n", "### C\n", "## B\n", "- one\n", "- two\n", "* three\n",
		"1. four\n", "3) five\n", "  - nested\n", "    text\n", "\n", "\n", "\n", "para\n", "| a | b |\n",
		"| - | - |\n", "| [[x]] | 1 |\n", "```\n", "<!-- c -->\n", "<div>\n", "> quote\n", "---\n", "===\n",
		"[l]: u\n", "%%\n", "\r", "\r\n", "\t- tab\n", "- [ ] task 🆔 a\n", "- [x] task 🆔 a\n",
		"[placeholder]\n", "\xFF\xFE", "x", "key: value\n", "**L:** v\n" };
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_TEXT);
	if (chance(3) == 0)
		buffer_add_text(&out, "---\na: 1\n# c\nb: [x,\n  y]\n---\n");
	for (unsigned more = chance(30); more; more--) {
		buffer_add_text(&out, pieces[chance(sizeof(pieces) / sizeof(*pieces))]);
		if (chance(60) == 0)
			buffer_add_byte(&out, '\0');
	}
	return arena_copy_span(arena, buffer_span(&out));
}

/* Two versions of scraps that have something in common. */
static struct span torn(struct arena *arena, struct span text)
{
	struct span other = scraps(arena);
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_TEXT);
	struct span line;
	while (span_next_line(&text, &line)) {
		if (chance(4))
			add_line(&out, line);
		struct span added = SPAN_NONE;
		if (chance(4) == 0 && span_next_line(&other, &added))
			add_line(&out, added);
	}
	return arena_copy_span(arena, buffer_span(&out));
}

static bool has_letters(struct span text)
{
	for (size_t i = 0; i < text.length; i++)
		if ((text.at[i] >= 'A' && text.at[i] <= 'Z') || (text.at[i] >= 'a' && text.at[i] <= 'z'))
			return true;
	return false;
}

/* Without a base only placeholders may go, and marks that stand beside them in one paragraph. */
static bool fills_only_gaps(struct round *round)
{
	struct document *ours = document_parse(&round->arena, "o", round->ours, DOCUMENT_DEFAULT_MOST);
	struct document *theirs = document_parse(&round->arena, "t", round->theirs, DOCUMENT_DEFAULT_MOST);
	struct span result = merge_blocks(&round->arena, round->purpose, NULL, ours, theirs).text;
	struct span rest = round->ours;
	struct span line;
	while (span_next_line(&rest, &line)) {
		bool gap = span_contains(line, "[placeholder]") || !has_letters(line);
		if (!gap && count_line(result, line) < count_line(round->ours, line)) {
			print_error("lost without a base: %.*s\n%.*s", SPAN_PRINT(line), SPAN_PRINT(result));
			return false;
		}
	}
	return true;
}

static void any_text_can_be_merged(void **state)
{
	(void)state;
	for (unsigned turn = 0; turn < PURPOSES * ROUNDS; turn++) {
		struct round round = { .arena = ARENA_INIT, .purpose = (enum merge_purpose)(turn % PURPOSES) };
		unsigned seed = 1 + turn / PURPOSES;
		chance_state = seed;
		round.base = scraps(&round.arena);
		round.ours = torn(&round.arena, round.base);
		round.theirs = torn(&round.arena, round.base);
		round.result = merged(&round, round.base, round.ours, round.theirs);
		bool settled = same(merged(&round, round.base, round.ours, round.base), round.ours) &&
			       same(merged(&round, round.theirs, round.result, round.theirs), round.result);
		if (!settled || !loses_nothing_of_the_persons(&round) || !fills_only_gaps(&round))
			fail_msg("seed %u\n=== base\n%.*s\n=== ours\n%.*s\n=== theirs\n%.*s\n=== result\n%.*s", seed,
				SPAN_PRINT(round.base), SPAN_PRINT(round.ours), SPAN_PRINT(round.theirs),
				SPAN_PRINT(round.result));
		arena_release(&round.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(merging_again_changes_nothing),
		cmocka_unit_test(an_unedited_note_becomes_the_new_text),
		cmocka_unit_test(nothing_of_the_persons_is_lost),
		cmocka_unit_test(every_line_is_of_ours_or_of_theirs),
		cmocka_unit_test(no_generated_entry_is_there_twice),
		cmocka_unit_test(line_ends_and_the_files_end_stay),
		cmocka_unit_test(tasks_stay_tasks_and_rows_stay_rows),
		cmocka_unit_test(what_is_new_is_added),
		cmocka_unit_test(what_was_left_alone_is_updated),
		cmocka_unit_test(around_added_lines_stands_the_new_text),
		cmocka_unit_test(any_text_can_be_merged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
