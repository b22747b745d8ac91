#include "model/capacity_limits.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/text_reading.h"

#include <string.h>

enum { HOURS_IN_WEEK = 168, MOST_DECIMALS = 9 };

/* The field's value, folded and without the placeholders in it, but for numbers in brackets. */
static struct span filled_in(const struct outline *outline, const struct field *field)
{
	struct buffer BUFFER_CLEANUP kept = BUFFER_INIT(field->value.length + 1);
	size_t offset = 0;
	size_t start = 0;
	struct span placeholder;
	while (text_next_placeholder(field->value, &offset, &placeholder)) {
		if (ascii_begins_with_digit(span_from(placeholder, 1)))
			continue;
		buffer_add(&kept, span_between(field->value.at + start, placeholder.at));
		start = offset;
	}
	buffer_add(&kept, span_from(field->value, start));
	return utf8_fold(outline->arena, text_plain(outline->arena, buffer_span(&kept)));
}

/* --- sessions ---------------------------------------------------------------------------------------------------- */

/* The first whole number of the text, or the upper end of a range; 0 without. */
static int number_or_upper_end(struct span text)
{
	int number = 0;
	int upper;
	while (text.length && !span_read_digits(&text, &number))
		text = span_from(text, 1);
	return text_skip_range_sign(&text) && span_read_digits(&text, &upper) && upper > number ? upper : number;
}

static void report_maximum(const struct outline *outline, const struct field *field, struct finding_list *findings)
{
	struct position place = { outline->document->path, 0, 0 };
	struct span placeholder;
	size_t offset = 0;
	if (field && text_next_placeholder(field->value, &offset, &placeholder)) {
		finding_add(findings, FINDING_PLACEHOLDER, document_position_of(outline->document, placeholder),
			"the maximum of weekly sessions is not filled in yet");
		return;
	}
	if (field)
		place = document_position_of(outline->document, field->label);
	finding_hint(findings,
		finding_add(findings, FINDING_MAXIMUM_MISSING, place,
			field ? "Maximum Weekly Sessions holds no number" : "Maximum Weekly Sessions was not found"),
		"write it as \"**Maximum Weekly Sessions:** 6\" in the capacity contract");
}

static void read_maximum(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings)
{
	struct field field;
	bool found = outline_field_in(outline, NULL, "maximum weekly sessions", &field);
	int number = found ? number_or_upper_end(filled_in(outline, &field)) : 0;
	portfolio->maximum_known = number > 0 && number < 1000;
	if (portfolio->maximum_known)
		portfolio->maximum_sessions = number;
	else
		report_maximum(outline, found ? &field : NULL, findings);
}

/* --- hours ------------------------------------------------------------------------------------------------------- */

/* The minutes of the decimals at the start (the 25 of 6.25), to the nearest one, half up. */
static int minutes_of_decimals(struct span text)
{
	int decimals = 0;
	long long scale = 1;
	struct span digits =
		span_slice(text, 0, ascii_digits(text) < MOST_DECIMALS ? ascii_digits(text) : MOST_DECIMALS);
	for (size_t i = 0; i < digits.length; i++)
		scale *= 10;
	span_read_digits(&digits, &decimals);
	return (int)((decimals * 120LL + scale) / (2 * scale));
}

/* `6`, `37.5`, `37,5`, `6:30` hours at the start, in minutes. */
static int read_hours(struct span text)
{
	int whole = 0;
	int part = 0;
	if (!span_read_digits(&text, &whole) || whole > HOURS_IN_WEEK)
		return 0;
	if (span_skip(&text, ":"))
		return span_read_digits(&text, &part) && part >= 60 ? 0 : whole * 60 + part;
	bool decimal = span_skip(&text, ".") || span_skip(&text, ",");
	return whole * 60 + (decimal ? minutes_of_decimals(text) : 0);
}

static int read_bandwidth(const struct outline *outline)
{
	struct field field;
	if (!outline_field_in(outline, NULL, "total weekly bandwidth", &field))
		return 0;
	struct span text = filled_in(outline, &field);
	while (text.length && !ascii_begins_with_digit(text))
		text = span_from(text, 1);
	return read_hours(text);
}

/* --- the circuit breaker ----------------------------------------------------------------------------------------- */

static const struct {
	const char *text;
	int number;
} number_words[] = { { "one", 1 }, { "two", 2 }, { "three", 3 }, { "four", 4 }, { "zwei", 2 }, { "drei", 3 },
	{ "vier", 4 }, { "两", 2 }, { "二", 2 }, { "三", 3 }, { "四", 4 } };

/* The number that ends (or begins) the text, in words or digits; 0 without. */
static int number_at(struct span text, bool end)
{
	for (size_t i = 0; i < sizeof(number_words) / sizeof(*number_words); i++)
		if (end ? span_ends_with(text, number_words[i].text) : span_starts_with(text, number_words[i].text))
			return number_words[i].number;
	size_t digits = text.length;
	while (end && digits > 0 && ascii_begins_with_digit(span_from(text, digits - 1)))
		digits--;
	struct span rest = end ? span_from(text, digits) : text;
	int number = 0;
	return span_read_digits(&rest, &number) && number <= BREAKER_WEEKS_MOST ? number : 0;
}

static int read_breaker_weeks(const struct outline *outline)
{
	static const char *const after[] = { "consecutive week", "weeks in a row", "weeks running",
		"aufeinanderfolgende", "wochen in folge", "wochen hintereinander" };
	static const char before[] = "连续";
	struct field field;
	if (!outline_field_in(outline, NULL, "the circuit breaker", &field))
		return 0;
	struct span text = filled_in(outline, &field);
	for (size_t i = 0; i < sizeof(after) / sizeof(*after); i++) {
		size_t at = span_find(text, after[i]);
		if (at < text.length)
			return number_at(span_trim_end(span_slice(text, 0, at)), true);
	}
	size_t at = span_find(text, before);
	return at < text.length ? number_at(span_trim_start(span_from(text, at + strlen(before))), false) : 0;
}

void capacity_limits_read(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings)
{
	read_maximum(outline, portfolio, findings);
	portfolio->bandwidth_minutes = read_bandwidth(outline);
	portfolio->breaker_weeks = read_breaker_weeks(outline);
}
