#include "cmd/lint_report.h"

#include "codec/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { LINES_MOST = 64 << 20 };

static const char *place_of(struct arena *arena, const struct finding *finding)
{
	struct position position = finding->position;
	if (!position.path)
		return "";
	struct span path = span_of(position.path);
	if (position.line == 0)
		return arena_printf(arena, "`%.*s` — ", SPAN_PRINT(path));
	return arena_printf(arena, "`%.*s:%u:%u` — ", SPAN_PRINT(path), position.line, position.column);
}

static const char *escaped(struct arena *arena, const char *text)
{
	return arena_copy_text(arena, report_escape(arena, span_of(text)));
}

/* The lines of the placeholders from `first` on in the same note. */
static struct span placeholder_lines(
	struct arena *arena, const struct finding_list *findings, size_t first, size_t *count)
{
	struct buffer BUFFER_CLEANUP lines = BUFFER_INIT(LINES_MOST);
	const char *path = findings->items[first].position.path;
	*count = 0;
	for (size_t i = first; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		if (!finding->position.path || strcmp(finding->position.path, path) != 0)
			break;
		if (finding->code == FINDING_PLACEHOLDER)
			buffer_printf(&lines, "%s%u", (*count)++ ? ", " : "", finding->position.line);
	}
	return buffer_finish(arena, &lines);
}

/* All placeholders of a note in one item: there may be dozens while it is new. */
static void report_placeholders(
	struct report *report, struct report_node *list, const struct finding_list *findings, size_t first)
{
	const struct finding *finding = &findings->items[first];
	size_t count;
	struct span lines = placeholder_lines(report->arena, findings, first, &count);
	if (count == 1)
		report_item(report, list, TONE_PLAIN, "%s%s", place_of(report->arena, finding),
			escaped(report->arena, finding->message));
	else
		report_item(report, list, TONE_PLAIN, "`%s` — not filled in yet: lines %.*s", finding->position.path,
			SPAN_PRINT(lines));
}

static bool is_first_placeholder(const struct finding_list *findings, size_t index)
{
	const char *path = findings->items[index].position.path;
	for (size_t i = index; i-- > 0;) {
		const struct finding *other = &findings->items[i];
		if (!other->position.path || strcmp(other->position.path, path) != 0)
			break;
		if (other->code == FINDING_PLACEHOLDER)
			return false;
	}
	return true;
}

static int compare_links(const void *left, const void *right)
{
	const struct finding *a = *(const struct finding *const *)left;
	const struct finding *b = *(const struct finding *const *)right;
	int order = strcmp(a->message, b->message);
	return order ? order : (a > b) - (a < b);
}

/* How often each finding is to be said: links that lead to the same place once, with their number, at the first. */
static size_t *count_links(struct arena *arena, const struct finding_list *findings)
{
	size_t *times = arena_new_array(arena, findings->count, size_t);
	const struct finding **links = arena_new_array(arena, findings->count, const struct finding *);
	size_t count = 0;
	for (size_t i = 0; i < findings->count; i++) {
		times[i] = findings->items[i].code != FINDING_BROKEN_LINK;
		if (times[i] == 0)
			links[count++] = &findings->items[i];
	}
	if (count > 1)
		qsort(links, count, sizeof(*links), compare_links);
	size_t first = 0;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(links[i]->message, links[first]->message) != 0)
			first = i;
		times[links[first] - findings->items]++;
	}
	return times;
}

static void report_finding(struct report *report, struct report_node *list, const struct finding *finding, size_t count)
{
	struct arena *arena = report->arena;
	const char *hint = finding->hint ? arena_printf(arena, " (%s)", escaped(arena, finding->hint)) : "";
	const char *more = count > 1 ? arena_printf(arena, ", here and in %zu more place%s", count - 1,
					       report_plural((long long)count - 1))
				     : "";
	report_item(report, list, TONE_PLAIN, "%s%s%s%s", place_of(arena, finding), escaped(arena, finding->message),
		more, hint);
}

static void report_item_of(struct report *report, struct report_node *list, const struct finding_list *findings,
	size_t index, size_t times)
{
	const struct finding *finding = &findings->items[index];
	bool placeholder = finding->code == FINDING_PLACEHOLDER && finding->position.path;
	if (!placeholder && times > 0)
		report_finding(report, list, finding, times);
	else if (placeholder && is_first_placeholder(findings, index))
		report_placeholders(report, list, findings, index);
}

static void report_severity(struct report *report, const struct finding_list *findings, const size_t *times,
	enum finding_severity severity, const char *title, enum report_tone tone)
{
	struct report_node *list = NULL;
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		if (finding_code_severity(finding->code) != severity)
			continue;
		if (!list) {
			struct report_node *section = report_section(report, NULL, "%s", title);
			section->tone = tone;
			list = report_list(report, section);
		}
		report_item_of(report, list, findings, i, times[i]);
	}
}

void lint_report(struct report *report, const struct finding_list *findings, const struct lint_result *data)
{
	if (findings->count == 0) {
		report_text(report, NULL, TONE_GOOD, "Nothing to mend in %lld note%s.", data->notes.value,
			report_plural(data->notes.value));
		return;
	}
	const char *remarks = data->infos.value ? arena_printf(report->arena, ", %lld remark%s", data->infos.value,
							  report_plural(data->infos.value))
						: "";
	report_text(report, NULL, data->errors.value ? TONE_BAD : TONE_WARNING, "%lld error%s, %lld warning%s%s.",
		data->errors.value, report_plural(data->errors.value), data->warnings.value,
		report_plural(data->warnings.value), remarks);
	const size_t *times = count_links(report->arena, findings);
	report_severity(report, findings, times, SEVERITY_ERROR, "Errors", TONE_BAD);
	report_severity(report, findings, times, SEVERITY_WARNING, "Warnings", TONE_WARNING);
	report_severity(report, findings, times, SEVERITY_INFO, "Remarks", TONE_QUIET);
}

/* "path:line:column: severity: message [code]", a line each. */
static void add_gcc_line(struct arena *arena, const struct finding *finding, struct buffer *out)
{
	const struct position *position = &finding->position;
	buffer_add(out, utf8_safe_line(arena, span_of(position->path ? position->path : "coach")));
	buffer_printf(out, ":%u:%u: %s: ", position->line ? position->line : 1, position->column ? position->column : 1,
		finding_severity_text(finding_code_severity(finding->code)));
	buffer_add(out, utf8_safe_line(arena, span_of(finding->message)));
	buffer_printf(out, " [%s]\n", finding_code_text(finding->code));
}

void lint_write_lines(const struct finding_list *findings, struct buffer *out)
{
	for (size_t i = 0; i < findings->count; i++)
		add_gcc_line(findings->arena, &findings->items[i], out);
}
