/* What holds for every merge: week notes, a person's edits and new versions are made up by a seeded generator. */
#include "test.h"

#include "base/buffer.h"
#include "md/merge.h"
#include "md/task.h"

enum { ROUNDS = 3000, MOST_PARTS = 6, MOST_ENTRIES = 6, CLIENTS = 5, MOST_TEXT = 1 << 16 };

/* --- chance --- */

static uint64_t chance_state;

static unsigned chance(unsigned sides)
{
	chance_state = chance_state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(chance_state >> 33) % sides;
}

/* --- generated notes --- */

enum style { STYLE_TASKS, STYLE_NUMBERED, STYLE_TABLE, STYLE_PROSE };

struct entry {
	unsigned identity; /* of its own in all versions */
	unsigned figure;   /* what another version may say anew */
};

struct part {
	unsigned title;
	size_t count;
	struct entry entries[2 * MOST_ENTRIES];
};

struct plan {
	size_t count;
	struct part parts[MOST_PARTS];
	unsigned hours;
	bool airy;
};

static unsigned next_identity;

static struct entry new_entry(void)
{
	return (struct entry){ next_identity++, chance(9) };
}

static struct part new_part(unsigned title)
{
	struct part part = { .title = title, .count = chance(MOST_ENTRIES) };
	for (size_t i = 0; i < part.count; i++)
		part.entries[i] = new_entry();
	return part;
}

static struct plan new_plan(void)
{
	struct plan plan = { .hours = chance(40), .airy = chance(2) };
	for (unsigned title = 0; title < MOST_PARTS; title++)
		if (chance(4))
			plan.parts[plan.count++] = new_part(title);
	return plan;
}

static void shuffle(struct part *part)
{
	for (size_t i = part->count; i > 1; i--) {
		size_t other = chance((unsigned)i);
		struct entry entry = part->entries[i - 1];
		part->entries[i - 1] = part->entries[other];
		part->entries[other] = entry;
	}
}

static struct part next_part(const struct part *before)
{
	struct part part = { .title = before->title };
	for (size_t i = 0; i < before->count; i++) {
		if (chance(5) == 0)
			continue;
		part.entries[part.count] = before->entries[i];
		part.entries[part.count++].figure += chance(3) == 0;
	}
	for (unsigned more = chance(3); more && part.count < MOST_ENTRIES; more--)
		part.entries[part.count++] = new_entry();
	if (chance(2))
		shuffle(&part);
	return part;
}

static const struct part *find_part(const struct plan *plan, unsigned title)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->parts[i].title == title)
			return &plan->parts[i];
	return NULL;
}

/* What the command would write some days later. */
static struct plan next_plan(const struct plan *before)
{
	struct plan plan = { .hours = before->hours + chance(2), .airy = before->airy };
	for (unsigned title = 0; title < MOST_PARTS; title++) {
		const struct part *part = find_part(before, title);
		if (part && chance(8))
			plan.parts[plan.count++] = next_part(part);
		else if (!part && chance(3) == 0)
			plan.parts[plan.count++] = new_part(title);
	}
	return plan;
}

static enum style style_of(unsigned title)
{
	return (enum style)(title % 4);
}

static bool has_detail(struct entry entry)
{
	return entry.identity % 7 == 0;
}

/* Words that no other entry has: figures do not count as words. */
static const char *words_of(struct arena *arena, unsigned identity)
{
	static const char *const syllables[] = { "ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "ru" };
	return arena_printf(arena, "%s%s%s%s", syllables[identity / 1000 % 10], syllables[identity / 100 % 10],
		syllables[identity / 10 % 10], syllables[identity % 10]);
}

static unsigned client_of(struct entry entry)
{
	return entry.identity % CLIENTS;
}

static struct span entry_line(struct arena *arena, unsigned title, struct entry entry, size_t number)
{
	const char *words = words_of(arena, entry.identity);
	switch (style_of(title)) {
	case STYLE_TASKS:
		return span_of(arena_printf(
			arena, "- [ ] Send %s 📅 2026-11-%02u 🆔 k%u", words, 10 + entry.figure, entry.identity));
	case STYLE_NUMBERED:
		return span_of(arena_printf(arena, "%zu. **Prepare [[Client %c]]** — %s, %u days", number,
			(char)('A' + client_of(entry)), words, entry.figure));
	case STYLE_TABLE:
		return span_of(arena_printf(
			arena, "| [[Client %c]] | %s | %u |", (char)('A' + client_of(entry)), words, entry.figure));
	case STYLE_PROSE:
		break;
	}
	return span_of(arena_printf(arena, "Of %s there are %u hours.", words, entry.figure));
}

static struct span heading_line(struct arena *arena, unsigned title)
{
	return span_of(arena_printf(arena, "## %s", words_of(arena, 9000 + title)));
}

static void add_line(struct buffer *out, struct span line)
{
	buffer_add(out, line);
	buffer_add_byte(out, '\n');
}

static void write_part(struct arena *arena, struct buffer *out, const struct plan *plan, const struct part *part)
{
	enum style style = style_of(part->title);
	if (plan->airy)
		add_line(out, SPAN_NONE);
	add_line(out, heading_line(arena, part->title));
	if (plan->airy && part->count)
		add_line(out, SPAN_NONE);
	if (style == STYLE_TABLE)
		buffer_add_text(out, "| Client | Focus | Days |\n| --- | --- | --- |\n");
	for (size_t i = 0; i < part->count; i++) {
		if (style == STYLE_PROSE && i)
			add_line(out, SPAN_NONE);
		add_line(out, entry_line(arena, part->title, part->entries[i], i + 1));
		if (has_detail(part->entries[i]) && (style == STYLE_TASKS || style == STYLE_NUMBERED))
			buffer_printf(out, "   - detail %s\n", words_of(arena, part->entries[i].identity));
	}
}

static struct span write_plan(struct arena *arena, const struct plan *plan)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_TEXT);
	buffer_printf(&out, "---\ntype: week\nhours: %u\n---\n# Week 2026-W47, %u hours\n", plan->hours, plan->hours);
	for (size_t i = 0; i < plan->count; i++)
		write_part(arena, &out, plan, &plan->parts[i]);
	return arena_copy_span(arena, buffer_span(&out));
}

/* --- a person's edits --- */

struct page {
	struct arena *arena;
	struct span *lines;
	size_t count;
	size_t capacity;
};

static struct page page_of(struct arena *arena, struct span text)
{
	struct page page = { .arena = arena };
	struct span line;
	while (span_next_line(&text, &line)) {
		page.lines = arena_grow(arena, page.lines, page.count, &page.capacity, sizeof(*page.lines));
		page.lines[page.count++] = line;
	}
	return page;
}

static struct span page_text(const struct page *page, const char *line_end)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_TEXT);
	for (size_t i = 0; i < page->count; i++) {
		buffer_add(&out, page->lines[i]);
		buffer_add_text(&out, line_end);
	}
	return arena_copy_span(page->arena, buffer_span(&out));
}

static void insert_line(struct page *page, size_t at, const char *line)
{
	page->lines = arena_grow(page->arena, page->lines, page->count, &page->capacity, sizeof(*page->lines));
	memmove(page->lines + at + 1, page->lines + at, (page->count - at) * sizeof(*page->lines));
	page->lines[at] = span_of(line);
	page->count++;
}

static void remove_line(struct page *page, size_t at)
{
	page->count--;
	memmove(page->lines + at, page->lines + at + 1, (page->count - at) * sizeof(*page->lines));
}

/* What can be edited without breaking the note's frame; '\0' for all else. */
static char sort_of_line(struct span line)
{
	if (span_starts_with(line, "- [") || span_starts_with(line, "- own"))
		return '-';
	if (span_starts_with(line, "| [[") || span_starts_with(line, "| own"))
		return '|';
	if (line.length && *line.at >= '0' && *line.at <= '9')
		return '1';
	return span_starts_with(line, "Of ") ? 'p' : '\0';
}

static bool find_line(const struct page *page, const char *sorts, size_t *at)
{
	for (unsigned tries = 0; page->count && tries < 20; tries++) {
		*at = chance((unsigned)page->count);
		char sort = sort_of_line(page->lines[*at]);
		if (sort && strchr(sorts, sort))
			return true;
	}
	return false;
}

static const char *own_words(struct arena *arena)
{
	return arena_printf(arena, "own%s", words_of(arena, next_identity++));
}

static void insert_own(struct page *page, size_t at)
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

static void reword(struct page *page, size_t at)
{
	struct span line = page->lines[at];
	bool row = sort_of_line(line) == '|';
	line.length -= row;
	const char *words = own_words(page->arena);
	page->lines[at] = span_of(arena_printf(page->arena, "%.*s %s%s", SPAN_PRINT(line), words, row ? "|" : ""));
}

static void tick(struct page *page, size_t at)
{
	char *copy = arena_copy_text(page->arena, page->lines[at]);
	if (span_starts_with(page->lines[at], "- [ ]"))
		copy[3] = 'x';
	page->lines[at].at = copy;
}

static void swap_with_next(struct page *page, size_t at)
{
	if (at + 1 >= page->count || sort_of_line(page->lines[at]) != sort_of_line(page->lines[at + 1]))
		return;
	struct span line = page->lines[at];
	page->lines[at] = page->lines[at + 1];
	page->lines[at + 1] = line;
}

static size_t find_heading(const struct page *page)
{
	size_t start = chance((unsigned)page->count);
	for (size_t i = 0; i < page->count; i++)
		if (span_starts_with(page->lines[(start + i) % page->count], "## "))
			return (start + i) % page->count;
	return page->count;
}

static void add_section(struct page *page)
{
	const char *words = own_words(page->arena);
	insert_line(page, find_heading(page),
		arena_printf(page->arena, "## %s\nText of %s.\n- [ ] %s\n", words, words, words));
}

static void rename_heading(struct page *page)
{
	size_t at = find_heading(page);
	if (at < page->count)
		page->lines[at] = span_of(arena_printf(page->arena, "## %s", own_words(page->arena)));
}

static void add_comment(struct page *page)
{
	size_t at = find_heading(page);
	if (at < page->count)
		insert_line(page, at + 1, arena_printf(page->arena, "\n<!-- %s -->\n", own_words(page->arena)));
}

static void edit_once(struct page *page)
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

static struct span edited(struct arena *arena, struct span base)
{
	struct page page = page_of(arena, base);
	for (unsigned edits = chance(7); edits > 0; edits--) {
		edit_once(&page);
		page = page_of(arena, page_text(&page, "\n"));
	}
	struct span text = page_text(&page, chance(5) ? "\n" : "\r\n");
	return chance(5) ? text : span_trim_end(text);
}

/* Own lines only, each of its neighbour's sort. */
static struct span added_to(struct arena *arena, struct span base)
{
	struct page page = page_of(arena, base);
	size_t at;
	for (unsigned edits = 1 + chance(4); edits > 0; edits--)
		if (find_line(&page, "-1|", &at))
			insert_own(&page, at);
	return page_text(&page, "\n");
}

/* --- looking at results --- */

/* A line as it counts here: without trailing space and list number. */
static struct span bare(struct span line)
{
	int number;
	struct span rest = span_trim_end(line);
	return span_read_digits(&rest, &number) && span_starts_with(rest, ". ") ? rest : span_trim_end(line);
}

static size_t count_line(struct span text, struct span line)
{
	size_t count = 0;
	struct span candidate;
	while (span_next_line(&text, &candidate))
		count += span_equal(bare(candidate), bare(line));
	return count;
}

static bool has_line(struct span text, struct span line)
{
	return count_line(text, line) > 0;
}

struct round {
	struct arena arena;
	struct plan base_plan;
	struct plan theirs_plan;
	struct span base;
	struct span ours;
	struct span theirs;
	struct span result;
};

static struct span merged(struct arena *arena, struct span base, struct span ours, struct span theirs)
{
	return merge_blocks(arena, document_parse(arena, "b", base, DOCUMENT_DEFAULT_MOST),
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
	struct arena *arena = &round->arena;
	return same(merged(arena, round->base, round->ours, round->base), round->ours) &&
	       same(merged(arena, with_carriage_returns(arena, round->base), round->ours, round->base), round->ours) &&
	       same(merged(arena, round->theirs, round->result, round->theirs), round->result) &&
	       same(merged(arena, with_carriage_returns(arena, round->theirs), round->result, round->theirs),
		       round->result);
}

static bool takes_all_where_nothing_was_edited(struct round *round)
{
	return same(merged(&round->arena, round->base, round->base, round->theirs), round->theirs);
}

static bool loses_nothing_of_the_persons(struct round *round)
{
	struct span rest = round->ours;
	struct span line;
	while (span_next_line(&rest, &line)) {
		bool own = !has_line(round->base, line);
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

/* Of what the person left as it was, only what the new text still has is there. */
static bool drops_what_is_old(struct round *round)
{
	for (size_t p = 0; p < round->base_plan.count; p++) {
		const struct part *part = &round->base_plan.parts[p];
		if (!has_line(round->ours, heading_line(&round->arena, part->title)))
			continue;
		for (size_t i = 0; i < part->count; i++) {
			struct span line = entry_line(&round->arena, part->title, part->entries[i], 1);
			bool untouched = has_line(round->ours, line) && !has_detail(part->entries[i]);
			if (untouched && has_line(round->result, line) != has_line(round->theirs, line)) {
				print_error("not updated: %.*s\n", SPAN_PRINT(line));
				return false;
			}
		}
	}
	return true;
}

/* --- the rounds --- */

static void start_round(struct round *round, unsigned seed)
{
	chance_state = seed;
	next_identity = 1;
	*round = (struct round){ .arena = ARENA_INIT };
	round->base_plan = new_plan();
	round->theirs_plan = next_plan(&round->base_plan);
	round->base = write_plan(&round->arena, &round->base_plan);
	round->theirs = write_plan(&round->arena, &round->theirs_plan);
}

static void assert_always(bool (*property)(struct round *round))
{
	for (unsigned seed = 1; seed <= ROUNDS; seed++) {
		struct round round;
		start_round(&round, seed);
		round.ours = edited(&round.arena, round.base);
		round.result = merged(&round.arena, round.base, round.ours, round.theirs);
		if (!property(&round))
			fail_msg("seed %u\n=== base\n%.*s\n=== ours\n%.*s\n=== theirs\n%.*s\n=== result\n%.*s", seed,
				SPAN_PRINT(round.base), SPAN_PRINT(round.ours), SPAN_PRINT(round.theirs),
				SPAN_PRINT(round.result));
		arena_release(&round.arena);
	}
}

#define PROPERTY(name, property)                                                                                       \
	static void name(void **state)                                                                                 \
	{                                                                                                              \
		(void)state;                                                                                           \
		assert_always(property);                                                                               \
	}

PROPERTY(merging_again_changes_nothing, is_settled)
PROPERTY(an_unedited_note_becomes_the_new_text, takes_all_where_nothing_was_edited)
PROPERTY(nothing_of_the_persons_is_lost, loses_nothing_of_the_persons)
PROPERTY(every_line_is_of_ours_or_of_theirs, invents_nothing)
PROPERTY(no_generated_entry_is_there_twice, repeats_nothing)
PROPERTY(line_ends_and_the_files_end_stay, keeps_line_ends)
PROPERTY(tasks_stay_tasks_and_rows_stay_rows, keeps_structure)
PROPERTY(what_is_new_is_added, adds_what_is_new)
PROPERTY(what_was_left_alone_is_updated, drops_what_is_old)

static struct span without_own_lines(struct arena *arena, struct span text)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_TEXT);
	struct span line;
	while (span_next_line(&text, &line))
		if (!span_contains(line, "own"))
			add_line(&out, bare(line));
	return arena_copy_span(arena, buffer_span(&out));
}

static void around_added_lines_stands_the_new_text(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= ROUNDS; seed++) {
		struct round round;
		start_round(&round, seed);
		round.ours = added_to(&round.arena, round.base);
		round.result = merged(&round.arena, round.base, round.ours, round.theirs);
		struct span around = without_own_lines(&round.arena, round.result);
		if (!same(around, without_own_lines(&round.arena, round.theirs)))
			fail_msg("seed %u\n=== base\n%.*s\n=== ours\n%.*s", seed, SPAN_PRINT(round.base),
				SPAN_PRINT(round.ours));
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
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
