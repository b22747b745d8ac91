#include "cmd/completion_fields.h"

void completion_report_missing(struct report *report, const struct result_list *points)
{
	const struct completion_point *items = points->items;
	if (completion_missing(points) == 0)
		return;
	struct report_node *list = report_list(report, report_section(report, NULL, "Still missing"));
	for (size_t i = 0; i < points->count; i++)
		if (items[i].state == POINT_MISSING)
			report_item(report, list, TONE_WARNING, "%s: %.*s", items[i].title,
				SPAN_PRINT(report_escape(report->arena, items[i].detail)));
}
