#include "md/conflict_mark.h"

static const char mark[] = "<<<<<<<";

/* Number of marks that open or close a code fence at the start of the line, indented or quoted; 0 for another line. */
static size_t fence_length(struct span line, char *kind)
{
	while (line.length > 0 && (line.at[0] == ' ' || line.at[0] == '\t' || line.at[0] == '>'))
		line = span_from(line, 1);
	size_t length = 0;
	while (length < line.length && (line.at[0] == '`' || line.at[0] == '~') && line.at[length] == line.at[0])
		length++;
	*kind = length > 0 ? line.at[0] : '\0';
	return length >= 3 ? length : 0;
}

static bool is_mark(struct span line)
{
	return span_skip(&line, mark) && (line.length == 0 || line.at[0] == ' ');
}

unsigned conflict_mark_line(struct span text)
{
	struct span line;
	size_t fence = 0;
	char fence_kind = '\0';
	if (!span_contains(text, mark))
		return 0;
	for (unsigned number = 1; span_next_line(&text, &line); number++) {
		char kind;
		size_t length = fence_length(line, &kind);
		if (fence == 0 && is_mark(line))
			return number;
		if (fence == 0 && length > 0) {
			fence = length;
			fence_kind = kind;
		} else if (length >= fence && kind == fence_kind)
			fence = 0;
	}
	return 0;
}
