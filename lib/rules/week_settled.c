#include "rules/week_settled.h"

#include "md/link.h"

static const char stroke[] = "~~";

static bool is_said_by(struct span text, struct span line)
{
	if (!text.length || line.length < text.length || !span_equal(span_slice(line, 0, text.length), text))
		return false;
	struct span rest = span_from(line, text.length);
	return rest.length == 0 || span_starts_with(rest, " — ");
}

static bool is_asked_for(const struct week_plan *plan, struct span line)
{
	const struct week_priority *ranked = plan->ranked.items;
	for (size_t i = 0; i < plan->ranked.count; i++)
		if (is_said_by(ranked[i].text, line))
			return true;
	return false;
}

static bool has_settled(const struct week_plan *plan, enum priority_kind kind, struct span text)
{
	const struct week_settled *settled = plan->settled.items;
	for (size_t i = 0; i < plan->settled.count; i++)
		if ((settled[i].kind == PRIORITY_MARK) == (kind == PRIORITY_MARK) && is_said_by(settled[i].text, text))
			return true;
	return false;
}

/* "**Mark [[2026-11-10 Ana Silva]], [[2026-11-12 Ana Silva]] held or missed**": each of them was. */
static bool all_are_marked(const struct week_plan *plan, struct span line)
{
	struct span text = span_slice(line, 0, span_find(line, " — "));
	struct link link;
	size_t offset = 0;
	size_t count = 0;
	for (; link_next(text, &offset, &link); count++)
		if (!has_settled(plan, PRIORITY_MARK, link.whole))
			return false;
	return count > 0;
}

enum priority_standing week_plan_standing(const struct week_plan *plan, struct span line)
{
	if (is_asked_for(plan, line))
		return STANDING_ASKED;
	bool marks = span_starts_with(line, "**Mark ");
	bool settled = marks ? all_are_marked(plan, line) : has_settled(plan, PRIORITY_PREPARE, line);
	return settled ? STANDING_SETTLED : STANDING_WITHDRAWN;
}

struct span week_struck_text(struct span line)
{
	size_t ends = 2 * strlen(stroke);
	if (line.length <= ends || !span_starts_with(line, stroke) || !span_ends_with(line, stroke))
		return SPAN_NONE;
	return span_slice(line, strlen(stroke), line.length - ends);
}

bool week_line_was_generated(const struct week_note *generated, struct span line)
{
	for (size_t i = 0; generated && i < generated->priority_line_count; i++)
		if (span_equal(generated->priority_lines[i].text, line))
			return true;
	return false;
}

struct result_list week_done_lines(struct arena *arena, const struct week_plan *plan, const struct week_note *note,
	const struct week_note *generated)
{
	size_t most = note ? note->priority_line_count : 0;
	struct span *lines = arena_new_array(arena, most, struct span);
	size_t count = 0;
	for (size_t i = 0; i < most; i++) {
		const struct week_priority_line *line = &note->priority_lines[i];
		struct span struck = week_struck_text(line->text);
		struct span text = struck.at ? struck : line->text;
		if (line->has_box || span_contains(text, stroke) || !week_line_was_generated(generated, line->text))
			continue;
		enum priority_standing standing = week_plan_standing(plan, text);
		if (standing == STANDING_SETTLED || (struck.at && standing == STANDING_WITHDRAWN))
			lines[count++] = text;
	}
	return (struct result_list){ lines, count };
}
