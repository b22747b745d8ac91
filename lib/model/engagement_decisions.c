#include "model/engagement_decisions.h"

#include "model/situation.h"

static void add(const struct outline *outline, struct engagement *engagement, size_t *capacity, struct span situation,
	struct span decision, struct span place)
{
	if (!situation.length || !decision.length)
		return;
	engagement->decisions = arena_grow(outline->arena, engagement->decisions, engagement->decision_count, capacity,
		sizeof(*engagement->decisions));
	engagement->decisions[engagement->decision_count++] =
		(struct engagement_decision){ situations_named(outline->arena, outline->aliases, situation), situation,
			decision, place };
}

static void read_table(
	const struct outline *outline, const struct columns *columns, struct engagement *engagement, size_t *capacity)
{
	for (size_t i = 0; i < columns->table.count; i++) {
		const struct row *row = &columns->table.rows[i];
		add(outline, engagement, capacity, columns_value(outline, columns, row, 0),
			columns_value(outline, columns, row, 1), document_line(outline->document, row->line));
	}
}

static void read_list(
	const struct outline *outline, const struct section *section, struct engagement *engagement, size_t *capacity)
{
	for (size_t i = outline_first_field(outline, section->first_block);
		i < outline->fields.count && outline->fields.items[i].block < section->end_block; i++) {
		const struct field *field = &outline->fields.items[i];
		if (field->bold && !text_is_placeholder(field->value))
			add(outline, engagement, capacity, field->label, text_value(outline->arena, field->value),
				field->label);
	}
}

static void read_section(const struct outline *outline, const struct section *section, struct engagement *engagement,
	size_t *capacity, struct finding_list *findings)
{
	static const char *const asked[] = { "situation", "decision", NULL };
	struct columns columns;
	if (columns_find(outline, section, asked, 1, findings, &columns))
		read_table(outline, &columns, engagement, capacity);
	else
		read_list(outline, section, engagement, capacity);
}

void engagement_decisions_read(
	const struct outline *outline, struct engagement *engagement, struct finding_list *findings)
{
	const struct section *session = outline_section(outline, "session decisions");
	const struct section *async = outline_section(outline, "async support decisions");
	const struct section *whole = outline_section(outline, "decision rules");
	size_t capacity = 0;
	if (session)
		read_section(outline, session, engagement, &capacity, findings);
	/* What is wrong with this one is said where its times to answer are read (communication.c). */
	if (async)
		read_section(outline, async, engagement, &capacity, NULL);
	if (whole && !session && !async)
		read_section(outline, whole, engagement, &capacity, findings);
}
