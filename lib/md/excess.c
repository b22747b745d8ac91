#include "md/document_parts.h"

#include <limits.h>

/* What makes cmark slow was found by trying: nested markers on one line, wide rows (a list is walked for each cell),
 * short rows of a wide table (filled up with cells), and lines that could be a delimiter row in a long paragraph (each
 * reads the paragraph anew, and copies the rest of it for each line). Each has a limit that no note of a person meets.
 */
enum { MOST_MARKERS = 32, MOST_CELLS = 1 << 18, MOST_COPIED = 512 << 20 };

/* The lines since the last one that surely ended a paragraph or a table. */
struct run {
	size_t start;
	size_t lines;
	size_t widest;        /* pipes of the line that has most */
	size_t columns;       /* of the widest delimiter row; 0 while there was none */
	bool in_table;        /* a row of dashes fitted the line before it: what follows are rows */
	struct span previous; /* line */
};

struct survey {
	struct run run;
	size_t cells;
	unsigned long long copied;
};

static size_t marker_length(struct span text)
{
	size_t length = 0;
	while (length < text.length && length < 9 && text.at[length] >= '0' && text.at[length] <= '9')
		length++;
	const char *marks = length ? ".)" : "-+*";
	if (length == text.length || !strchr(marks, text.at[length]) || text.at[length] == '\0')
		return 0;
	length++;
	return length == text.length || text.at[length] == ' ' || text.at[length] == '\t' ? length : 0;
}

static bool is_rule(struct span line)
{
	line = span_trim(line);
	for (size_t i = 0; i < line.length; i++)
		if (line.at[i] != line.at[0] && line.at[i] != ' ' && line.at[i] != '\t')
			return false;
	return line.length && strchr("-*_", line.at[0]);
}

static bool nests_too_deep(struct span line)
{
	size_t markers = 0;
	struct span rest = line;
	while (rest.length && markers <= MOST_MARKERS) {
		size_t length = *rest.at == ' ' || *rest.at == '\t' ? 1 : 0;
		if (!length) {
			length = *rest.at == '>' ? 1 : marker_length(rest);
			markers++;
		}
		if (!length)
			return false;
		rest = span_from(rest, length);
	}
	return markers > MOST_MARKERS && !is_rule(line);
}

static size_t count_pipes(struct span line)
{
	size_t pipes = 0;
	for (size_t at = span_find_byte(line, '|'); at < line.length; pipes++)
		at += 1 + span_find_byte(span_from(line, at + 1), '|');
	return pipes;
}

/* As a row of a table, outer markers left aside. */
static size_t count_columns(struct span line)
{
	line = span_trim(line);
	while (line.length && (*line.at == '>' || *line.at == ' '))
		line = span_from(line, 1);
	size_t columns = 1;
	for (size_t i = 1; i + 1 < line.length; i++)
		columns += line.at[i] == '|' && line.at[i - 1] != '\\';
	return columns;
}

static bool may_be_delimiter_row(struct span line)
{
	bool dash = false;
	bool mark = false;
	for (size_t i = 0; i < line.length; i++) {
		char byte = line.at[i];
		if (!byte || !strchr("-:| \t>", byte))
			return false;
		dash = dash || byte == '-';
		mark = mark || byte == '|' || byte == ':';
	}
	return dash && mark;
}

/* Such a line is a row of the table, or it makes cmark read the whole paragraph as a row once more. */
static void meet_delimiter_row(struct survey *survey, struct span line, size_t offset)
{
	struct run *run = &survey->run;
	size_t columns = count_columns(line);
	if (columns > run->columns)
		run->columns = columns;
	if (run->in_table)
		return;
	survey->copied += (unsigned long long)(offset - run->start) * run->lines;
	run->in_table = columns == count_columns(run->previous);
}

static void extend_run(struct survey *survey, struct span line, size_t offset)
{
	struct run *run = &survey->run;
	struct span text = span_trim_start(line);
	if (text.length && strchr(">#*+-`~<0123456789", *text.at))
		run->in_table = false;
	size_t pipes = count_pipes(line);
	if (pipes > run->widest)
		run->widest = pipes;
	if (may_be_delimiter_row(line))
		meet_delimiter_row(survey, line, offset);
	if (run->columns)
		survey->cells += pipes > run->columns ? pipes : run->columns;
	run->previous = line;
	run->lines++;
}

/* A heading or an item with a bullet, which nothing can take for its continuation. */
static bool begins_block(struct span line)
{
	size_t indent = 0;
	while (indent < 3 && indent < line.length && line.at[indent] == ' ')
		indent++;
	struct span text = span_from(line, indent);
	if (span_starts_with(text, "# ") || span_starts_with(text, "## ") || span_starts_with(text, "### "))
		return true;
	bool bullet = text.length > 2 && strchr("-*+", *text.at) && text.at[1] == ' ';
	return bullet && text.at[2] != ' ' && text.at[2] != '\t';
}

static const char *survey_line(struct survey *survey, struct span line, size_t offset)
{
	if (document_line_is_blank(line)) {
		survey->run = (struct run){ .start = offset };
		return NULL;
	}
	if (nests_too_deep(line))
		return "is nested too deeply";
	if (begins_block(line))
		survey->run = (struct run){ .start = offset };
	extend_run(survey, line, offset);
	/* One pipe more than columns in a row with outer pipes. */
	if (survey->run.columns && survey->run.widest > DOCUMENT_MOST_COLUMNS + 1)
		return "has a table of more than 200 columns";
	if (survey->cells > MOST_CELLS)
		return "has a table of too many cells";
	if (survey->copied > MOST_COPIED)
		return "has too many rows of dashes in one paragraph";
	return NULL;
}

const char *find_excess(const struct document *document, size_t most)
{
	struct span bytes = document->bytes;
	if (bytes.length > most || bytes.length > INT_MAX / 2)
		return "is too large";
	if (span_starts_with(bytes, "\xFF\xFE") || span_starts_with(bytes, "\xFE\xFF"))
		return "is UTF-16, not UTF-8";
	struct survey survey = { .cells = 0 };
	const char *excess = NULL;
	for (unsigned line = 1; line <= document->line_count && !excess; line++)
		excess = survey_line(&survey, document_line(document, line), document->line_offsets[line - 1]);
	return excess;
}
