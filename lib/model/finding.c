#include "model/finding.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *text;
	enum finding_severity severity;
} codes[] = {
#define FINDING(identifier, text, severity, summary) { text, SEVERITY_##severity },
#include "model/finding_codes.h"
#undef FINDING
};

const char *finding_code_text(enum finding_code code)
{
	return codes[code].text;
}

enum finding_severity finding_code_severity(enum finding_code code)
{
	return codes[code].severity;
}

const char *const finding_severity_names[] = { "error", "warning", "info", NULL };

const char *finding_severity_text(enum finding_severity severity)
{
	return finding_severity_names[severity];
}

struct finding *finding_add(
	struct finding_list *findings, enum finding_code code, struct position position, const char *format, ...)
{
	findings->items = arena_grow(
		findings->arena, findings->items, findings->count, &findings->capacity, sizeof(*findings->items));
	struct finding *finding = &findings->items[findings->count++];
	va_list arguments;
	va_start(arguments, format);
	*finding = (struct finding){
		.code = code,
		.position = position,
		.message = arena_vprintf(findings->arena, format, arguments),
	};
	va_end(arguments);
	return finding;
}

void finding_hint(struct finding_list *findings, struct finding *finding, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	finding->hint = arena_vprintf(findings->arena, format, arguments);
	va_end(arguments);
}

struct finding *finding_add_error(struct finding_list *findings, enum finding_code code, const struct error *error)
{
	const char *path = error->path[0] ? arena_copy_text(findings->arena, span_of(error->path)) : NULL;
	struct position position = { path, error->line, error->column };
	struct finding *finding = finding_add(findings, code, position, "%s", error->message);
	if (error->hint[0])
		finding_hint(findings, finding, "%s", error->hint);
	return finding;
}

static int compare_texts(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int compare(const void *left, const void *right)
{
	const struct finding *a = left;
	const struct finding *b = right;
	int order = compare_texts(a->position.path, b->position.path);
	if (order == 0)
		order = (a->position.line > b->position.line) - (a->position.line < b->position.line);
	if (order == 0)
		order = (a->position.column > b->position.column) - (a->position.column < b->position.column);
	if (order == 0)
		order = (a->code > b->code) - (a->code < b->code);
	return order ? order : compare_texts(a->message, b->message);
}

void finding_sort(struct finding_list *findings)
{
	if (findings->count == 0)
		return;
	qsort(findings->items, findings->count, sizeof(*findings->items), compare);
	size_t kept = 1;
	for (size_t i = 1; i < findings->count; i++)
		if (compare(&findings->items[kept - 1], &findings->items[i]) != 0)
			findings->items[kept++] = findings->items[i];
	findings->count = kept;
}
