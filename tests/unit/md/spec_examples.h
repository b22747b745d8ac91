/* The examples of the CommonMark specification, and texts made from them, for tests of properties. */
#ifndef COACH_TEST_SPEC_EXAMPLES_H
#define COACH_TEST_SPEC_EXAMPLES_H

#include "test.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "sys/file.h"

#include <stdlib.h>

static const char spec_path[] = "build/commonmark-spec/package/spec.txt";

enum { SPEC_LEAST_EXAMPLES = 600, SPEC_MOST_SIZE = 4 << 20 };

struct examples {
	struct span *items;
	size_t count;
};

/* The Markdown of each example: between a line of backticks with "example" and a line with a dot; → is a tab. */
static inline struct span example_text(struct arena *arena, struct span source)
{
	struct buffer text = BUFFER_INIT(SPEC_MOST_SIZE);
	while (source.length) {
		if (span_skip(&source, "→")) {
			buffer_add_byte(&text, '\t');
		} else {
			buffer_add_byte(&text, *source.at);
			source = span_from(source, 1);
		}
	}
	struct span copy = arena_copy_span(arena, buffer_span(&text));
	buffer_release(&text);
	return copy;
}

static inline struct examples read_examples(struct arena *arena)
{
	struct examples examples = { NULL, 0 };
	size_t capacity = 0;
	struct span spec;
	struct error error = ERROR_INIT;
	if (file_read(arena, spec_path, spec_path, SPEC_MOST_SIZE, &spec, NULL, &error))
		fail_msg("%s is missing: run ./bootstrap, which fetches it, and make from the root (%s)", spec_path,
			error.message);
	const char *start = NULL;
	struct span line;
	for (struct span rest = spec; span_next_line(&rest, &line);) {
		if (span_ends_with(line, "```` example")) {
			start = rest.at;
		} else if (start && span_is(line, ".")) {
			examples.items =
				arena_grow(arena, examples.items, examples.count, &capacity, sizeof(*examples.items));
			examples.items[examples.count++] = example_text(arena, span_between(start, line.at));
			start = NULL;
		}
	}
	assert_true(examples.count >= SPEC_LEAST_EXAMPLES);
	return examples;
}

/* Numbers that are the same in each run (xorshift). */
static inline uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

/* Each line end written as `line_end`. */
static inline struct span with_line_ends(struct arena *arena, struct span text, const char *line_end)
{
	struct buffer out = BUFFER_INIT(SPEC_MOST_SIZE);
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '\n')
			buffer_add_text(&out, line_end);
		else
			buffer_add_byte(&out, text.at[i]);
	}
	struct span copy = arena_copy_span(arena, buffer_span(&out));
	buffer_release(&out);
	return copy;
}

/* The text with `insert` at places picked at random. */
static inline struct span with_inserted(struct arena *arena, struct span text, struct span insert, uint32_t *random)
{
	struct buffer out = BUFFER_INIT(SPEC_MOST_SIZE);
	for (size_t i = 0; i < text.length; i++) {
		if (next_random(random) % 8 == 0)
			buffer_add(&out, insert);
		buffer_add_byte(&out, text.at[i]);
	}
	struct span copy = arena_copy_span(arena, buffer_span(&out));
	buffer_release(&out);
	return copy;
}

enum { VARIANTS = 12 };

/* The example in another dress: line ends, BOM, no final line end, tabs, odd bytes, wide characters, front matter. */
static inline struct span variant_of(struct arena *arena, struct span text, int variant, uint32_t *random)
{
	const struct span inserts[] = { SPAN("\0"), SPAN("\xff\xc3"), SPAN("漢字"), SPAN("👩‍💻") };
	switch (variant) {
	case 1:
		return with_line_ends(arena, text, "\r\n");
	case 2:
		return with_line_ends(arena, text, "\r");
	case 3:
		return span_of(arena_printf(arena, "\xEF\xBB\xBF%.*s", SPAN_PRINT(text)));
	case 4:
		return span_trim_end(text);
	case 5:
		return with_line_ends(arena, text, "\n\t");
	case 6:
	case 7:
	case 8:
	case 9:
		return with_inserted(arena, text, inserts[variant - 6], random);
	case 10:
		return span_of(arena_printf(arena, "---\ntype: week\n---\n%.*s", SPAN_PRINT(text)));
	case 11:
		return span_of(arena_printf(arena, "> %.*s", SPAN_PRINT(with_line_ends(arena, text, "\n> "))));
	default:
		return text;
	}
}

#endif
