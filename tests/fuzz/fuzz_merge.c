/* Any two edits of any note can be merged. The rest of the input is the note; the letters of its first line say, by
 * turns, what a person (the low bits) and the new version (the high bits) did to each line. What holds for all texts is
 * in md/merge.h: nothing of the person's goes, and a second run changes nothing. */
#include "base/buffer.h"
#include "fuzz/fuzz.h"
#include "md/merge.h"

enum { MOST_TEXT = 64 << 10 };

enum deed {
	KEPT,
	TAKEN_OUT,
	REWORDED,
	WRITTEN_BEFORE,
	DEEDS,
};

static void write_line(struct buffer *text, struct span line, enum deed deed, const char *word)
{
	if (deed == WRITTEN_BEFORE)
		buffer_printf(text, "- %s\n", word);
	if (deed == TAKEN_OUT)
		return;
	buffer_add(text, line);
	if (deed == REWORDED)
		buffer_printf(text, " %s", word);
	buffer_add_text(text, "\n");
}

struct versions {
	struct arena *arena;
	struct span base;
	struct span ours;
	struct span theirs;
};

static struct versions versions_of(struct arena *arena, struct span deeds, struct span note)
{
	BUFFER_CLEANUP struct buffer base = BUFFER_INIT(MOST_TEXT);
	BUFFER_CLEANUP struct buffer ours = BUFFER_INIT(MOST_TEXT);
	BUFFER_CLEANUP struct buffer theirs = BUFFER_INIT(MOST_TEXT);
	struct span line;
	for (size_t i = 0; span_next(&note, '\n', &line); i++) {
		unsigned deed = deeds.length ? (unsigned char)deeds.at[i % deeds.length] : 0;
		write_line(&base, line, KEPT, "");
		write_line(&ours, line, deed % DEEDS, "mine");
		write_line(&theirs, line, deed / DEEDS % DEEDS, "new");
	}
	return (struct versions){
		.arena = arena,
		.base = arena_copy_span(arena, buffer_span(&base)),
		.ours = arena_copy_span(arena, buffer_span(&ours)),
		.theirs = arena_copy_span(arena, buffer_span(&theirs)),
	};
}

static struct span merged(
	struct arena *arena, enum merge_purpose purpose, struct span base, struct span ours, struct span theirs)
{
	const struct document *old = document_parse(arena, "base", base, DOCUMENT_DEFAULT_MOST);
	const struct document *current = document_parse(arena, "ours", ours, DOCUMENT_DEFAULT_MOST);
	const struct document *new = document_parse(arena, "theirs", theirs, DOCUMENT_DEFAULT_MOST);
	return merge_blocks(arena, purpose, old, current, new).text;
}

static size_t count_of(struct span text, const char *word)
{
	size_t count = 0;
	for (size_t at = span_find(text, word); at < text.length; at = span_find(text, word)) {
		text = span_from(text, at + 1);
		count++;
	}
	return count;
}

static void check_merge(const struct versions *versions, enum merge_purpose purpose)
{
	struct arena *arena = versions->arena;
	struct span base = versions->base;
	struct span ours = versions->ours;
	struct span theirs = versions->theirs;
	struct span result = merged(arena, purpose, base, ours, theirs);
	CHECK(span_equal(merged(arena, purpose, base, ours, base), ours));
	CHECK(span_equal(merged(arena, purpose, base, base, theirs), theirs));
	CHECK(span_equal(merged(arena, purpose, theirs, result, theirs), result));
	CHECK(count_of(base, "mine") || count_of(result, "mine") >= count_of(ours, "mine"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span note = input_copy(&arena, data, size < MOST_TEXT / 16 ? size : MOST_TEXT / 16);
	struct span deeds = input_first_line(&note);
	struct versions versions = versions_of(&arena, deeds, note);
	check_merge(&versions, MERGE_REGENERATE);
	check_merge(&versions, MERGE_TAKE_BACK);
	arena_release(&arena);
	return 0;
}
