#include "model/rituals.h"

#include "codec/utf8.h"
#include "md/link.h"

#include <string.h>

static const char *const partner_columns[] = { "partner / contact", "role", "relationship", "comm channel",
	"referral direction", "carries over", NULL };
enum { COLUMN_PARTNER, COLUMN_ROLE, COLUMN_RELATIONSHIP, COLUMN_CHANNEL, COLUMN_DIRECTION, COLUMN_CARRIES };

static const char *const weekday_terms[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
	"sunday" };
static const char *const ordinal_terms[] = { "first", "second", "third", "fourth" };

static int index_of(const char *term, const char *const *terms, int count)
{
	for (int i = 0; i < count; i++)
		if (strcmp(term, terms[i]) == 0)
			return i;
	return -1;
}

/* Reads the weekday and the ordinal ("first Monday", "last Friday") that a text names first. */
static void read_day(const struct outline *outline, struct span text, struct ritual *ritual)
{
	struct span rest = utf8_fold(outline->arena, text);
	struct span found;
	const char *term;
	while ((term = alias_find_in(outline->aliases, ALIAS_PERIOD, rest, &found))) {
		int weekday = index_of(term, weekday_terms, 7);
		int ordinal = index_of(term, ordinal_terms, 4);
		if (ritual->weekday < 0 && weekday >= 0)
			ritual->weekday = weekday;
		if (ritual->ordinal == 0 && ritual->weekday < 0)
			ritual->ordinal = ordinal >= 0 ? ordinal + 1 : strcmp(term, "last") == 0 ? -1 : 0;
		rest = span_from(rest, (size_t)(found.at - rest.at) + found.length);
	}
	if (ritual->weekday < 0)
		ritual->ordinal = 0;
}

void rituals_read(const struct outline *outline, struct portfolio *portfolio)
{
	const struct section *section = outline_section(outline, "practice rituals");
	size_t capacity = 0;
	if (!section)
		return;
	for (size_t i = outline_first_field(outline, section->first_block); i < outline->fields.count; i++) {
		const struct field *field = &outline->fields.items[i];
		if (field->block >= section->end_block)
			break;
		if (text_is_placeholder(field->value))
			continue;
		struct ritual ritual = { .label = field->label, .weekday = -1 };
		ritual.name = text_plain(outline->arena, field->label);
		size_t bracket = span_find_byte(ritual.name, '(');
		ritual.name = span_trim(span_slice(ritual.name, 0, bracket));
		ritual.text = text_plain(outline->arena, field->value);
		ritual.rhythm = rhythm_find(outline->arena, outline->aliases, ritual.text);
		if (ritual.rhythm.unit == RHYTHM_NONE)
			ritual.rhythm = rhythm_find(outline->arena, outline->aliases, ritual.name);
		read_day(outline, ritual.text, &ritual);
		if (!calendar_day_read(outline->arena, outline->aliases, utf8_fold(outline->arena, ritual.text),
			    ritual.rhythm.unit, &ritual.on))
			ritual.rhythm = (struct rhythm){ RHYTHM_NONE, 0 };
		portfolio->rituals = arena_grow(outline->arena, portfolio->rituals, portfolio->ritual_count, &capacity,
			sizeof(*portfolio->rituals));
		portfolio->rituals[portfolio->ritual_count++] = ritual;
	}
}

void partners_read(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings)
{
	const struct section *section = outline_section(outline, "referral network & partners");
	struct columns columns;
	if (!columns_find(outline, section, partner_columns, section ? 2 : 3, findings, &columns))
		return;
	portfolio->partners = arena_new_array(outline->arena, columns.table.count, struct partner);
	for (size_t i = 0; i < columns.table.count; i++) {
		const struct row *row = &columns.table.rows[i];
		struct partner partner = { .name = columns_value(outline, &columns, row, COLUMN_PARTNER) };
		if (span_is_blank(partner.name))
			continue;
		partner.row = columns_cell(&columns, row, COLUMN_PARTNER).text;
		partner.name = text_plain(outline->arena, partner.name);
		partner.role = columns_value(outline, &columns, row, COLUMN_ROLE);
		partner.relationship = columns_value(outline, &columns, row, COLUMN_RELATIONSHIP);
		partner.channel = columns_value(outline, &columns, row, COLUMN_CHANNEL);
		partner.direction = columns_value(outline, &columns, row, COLUMN_DIRECTION);
		partner.carries_over = columns_value(outline, &columns, row, COLUMN_CARRIES);
		partner.rhythm = rhythm_find(outline->arena, outline->aliases, partner.channel);
		portfolio->partners[portfolio->partner_count++] = partner;
	}
}
