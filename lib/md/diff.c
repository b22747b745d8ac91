#include "md/diff.h"

#include "base/buffer.h"
#include "md/line_compare.h"

#include <stdint.h>

enum { CONTEXT = 3 };

static const char no_final_line_end[] = "\\ No newline at end of file\n";

/* As git does: a path with bytes that would end it is quoted; one with spaces ends with a tab. */
static void add_path(struct buffer *out, const char *sign, const char *prefix, const char *path, bool absent)
{
	if (absent) {
		buffer_printf(out, "%s /dev/null\n", sign);
		return;
	}
	bool quoted = false;
	bool spaced = false;
	for (const char *byte = path; *byte; byte++) {
		quoted = quoted || (unsigned char)*byte < ' ' || *byte == '"' || *byte == '\\' || *byte == 0x7F;
		spaced = spaced || *byte == ' ';
	}
	if (!quoted) {
		buffer_printf(out, "%s %s%s%s\n", sign, prefix, path, spaced ? "\t" : "");
		return;
	}
	buffer_printf(out, "%s \"%s", sign, prefix);
	for (const char *byte = path; *byte; byte++) {
		if ((unsigned char)*byte < ' ' || *byte == 0x7F)
			buffer_printf(out, "\\%03o", (unsigned)(unsigned char)*byte);
		else
			buffer_printf(out, *byte == '"' || *byte == '\\' ? "\\%c" : "%c", *byte);
	}
	buffer_add_text(out, "\"\n");
}

static void add_line(struct buffer *out, char sign, struct span line)
{
	buffer_add_byte(out, sign);
	buffer_add(out, line);
	if (!span_ends_with(line, "\n")) {
		buffer_add_byte(out, '\n');
		buffer_add_text(out, no_final_line_end);
	}
}

/* Lines [start, end) of one side. */
struct range {
	size_t start;
	size_t end;
};

static void add_range(struct buffer *out, char sign, struct range range)
{
	size_t count = range.end - range.start;
	/* An empty range stands behind the line before it. */
	buffer_printf(out, "%c%zu", sign, count ? range.start + 1 : range.start);
	if (count != 1)
		buffer_printf(out, ",%zu", count);
}

static void add_hunk(struct buffer *out, const struct comparison *lines, struct range before, struct range after)
{
	buffer_add_text(out, "@@ ");
	add_range(out, '-', before);
	buffer_add_byte(out, ' ');
	add_range(out, '+', after);
	buffer_add_text(out, " @@\n");
	size_t a = before.start;
	size_t b = after.start;
	while (a < before.end || b < after.end) {
		while (a < before.end && lines->before.changed[a])
			add_line(out, '-', lines->before.lines[a++]);
		while (b < after.end && lines->after.changed[b])
			add_line(out, '+', lines->after.lines[b++]);
		for (; a < before.end && b < after.end && !lines->before.changed[a] && !lines->after.changed[b];
			a++, b++)
			add_line(out, ' ', lines->before.lines[a]);
	}
}

static bool changed_at(const struct comparison *lines, size_t a, size_t b)
{
	return (a < lines->before.count && lines->before.changed[a]) ||
	       (b < lines->after.count && lines->after.changed[b]);
}

/* Steps over changed lines at (a, b), on both sides. */
static void skip_change(const struct comparison *lines, size_t *a, size_t *b)
{
	while (*a < lines->before.count && lines->before.changed[*a])
		(*a)++;
	while (*b < lines->after.count && lines->after.changed[*b])
		(*b)++;
}

/* From the change at (a, b) on, to the last one that is near enough to share its context. */
static void find_hunk_end(const struct comparison *lines, size_t *a, size_t *b)
{
	for (;;) {
		skip_change(lines, a, b);
		size_t same = 0;
		while (same <= 2 * CONTEXT && *a + same < lines->before.count &&
			!changed_at(lines, *a + same, *b + same))
			same++;
		if (same > 2 * CONTEXT || !changed_at(lines, *a + same, *b + same))
			return;
		*a += same;
		*b += same;
	}
}

static size_t smallest(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void add_hunks(struct buffer *out, const struct comparison *lines)
{
	size_t a = 0;
	size_t b = 0;
	while (a < lines->before.count || b < lines->after.count) {
		if (!changed_at(lines, a, b)) {
			a++;
			b++;
			continue;
		}
		size_t lead = smallest(CONTEXT, smallest(a, b));
		struct range before = { a - lead, 0 };
		struct range after = { b - lead, 0 };
		find_hunk_end(lines, &a, &b);
		size_t tail = smallest(CONTEXT, smallest(lines->before.count - a, lines->after.count - b));
		before.end = a + tail;
		after.end = b + tail;
		add_hunk(out, lines, before, after);
	}
}

struct span diff_unified(struct arena *arena, const char *path, struct span before, struct span after)
{
	if (span_equal(before, after))
		return SPAN_NONE;
	struct arena scratch = ARENA_INIT;
	struct comparison lines = compare_lines(&scratch, before, after);
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(SIZE_MAX / 4);
	add_path(&out, "---", "a/", path, !before.at);
	add_path(&out, "+++", "b/", path, !after.at);
	add_hunks(&out, &lines);
	arena_release(&scratch);
	return arena_copy_span(arena, buffer_span(&out));
}
