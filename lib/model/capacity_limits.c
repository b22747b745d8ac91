#include "model/capacity_limits.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/text_reading.h"

#include <string.h>

enum { HOURS_IN_WEEK = 168, MOST_DECIMALS = 9, SESSIONS_MOST = 1000 };

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

/* What a text says as a whole number, outside of brackets, in the sentence that holds the first one: "2. Not 3." */
struct whole_number {
	int value; /* the upper end of a range; 0 without */
	int count; /* numbers, a range being one */
	bool is_range, is_fraction, is_negative;
};

static void read_one(struct span *rest, struct whole_number *number)
{
	int upper = 0;
	struct span after = *rest;
	span_read_digits(&after, &number->value);
	*rest = after;
	bool separated = span_skip(&after, ".") || span_skip(&after, ",");
	if (separated && ascii_begins_with_digit(after)) {
		number->is_fraction = true;
		*rest = span_from(after, ascii_digits(after));
	} else if (text_skip_range_sign(rest) && span_read_digits(rest, &upper)) {
		number->is_range = true;
		number->value = upper > number->value ? upper : number->value;
	}
}

static bool ends_sentence(struct span text)
{
	return memchr(".;!", *text.at, 3) || span_starts_with(text, "。");
}

static struct whole_number whole_number_of(struct span text)
{
	struct span rest = span_trim_start(text);
	struct whole_number number = { .is_negative = span_skip(&rest, "-") || span_skip(&rest, "−") };
	number.is_negative = number.is_negative && ascii_begins_with_digit(rest);
	int depth = 0;
	while (rest.length && !(number.count && ends_sentence(rest))) {
		struct whole_number read = number;
		if (depth == 0 && ascii_begins_with_digit(rest)) {
			read_one(&rest, &read);
			read.value = number.count++ ? number.value : read.value;
			read.count = number.count;
			number = read;
			continue;
		}
		depth += *rest.at == '(' ? 1 : *rest.at == ')' && depth ? -1 : 0;
		rest = span_from(rest, 1);
	}
	return number;
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

static struct finding *add_at(const struct outline *outline, const struct field *field, enum finding_code code,
	const char *what, struct finding_list *findings)
{
	return finding_add(findings, code, document_position_of(outline->document, field->value),
		"Maximum Weekly Sessions: \"%.*s\" %s", SPAN_PRINT(span_slice(field->value, 0, 60)), what);
}

/* The number of one line; 0, with a finding, where it says none that can be meant. */
static int maximum_of(const struct outline *outline, const struct field *field, struct finding_list *findings)
{
	struct whole_number number = whole_number_of(filled_in(outline, field));
	const char *what = number.count > 1     ? "names several numbers"
			   : number.is_fraction ? "is no whole number"
			   : number.is_negative ? "is less than none"
						: NULL;
	if (number.value <= 0 || number.value >= SESSIONS_MOST) {
		report_maximum(outline, field, findings);
		return 0;
	}
	if (what) {
		finding_hint(findings,
			add_at(outline, field, number.count > 1 ? FINDING_CONTRACT_CONTRADICTS : FINDING_BAD_VALUE,
				what, findings),
			"write one number, and what else there is to say in (brackets)");
		return 0;
	}
	if (number.is_range)
		add_at(outline, field, FINDING_RANGE_UPPER, "is a range; its upper end counts", findings);
	return number.value;
}

static void read_maximum(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings)
{
	static const char label[] = "maximum weekly sessions";
	struct field field;
	size_t next = 0;
	if (!outline_next_field(outline, NULL, label, &next, &field)) {
		report_maximum(outline, NULL, findings);
		return;
	}
	int number = maximum_of(outline, &field, findings);
	while (number > 0 && outline_next_field(outline, NULL, label, &next, &field)) {
		struct whole_number other = whole_number_of(filled_in(outline, &field));
		if (other.value <= 0 || other.value == number)
			continue;
		finding_hint(findings,
			add_at(outline, &field, FINDING_CONTRACT_CONTRADICTS,
				arena_printf(outline->arena, "stands beside %d: neither was read", number), findings),
			"keep one of the two");
		number = 0;
	}
	portfolio->maximum_known = number > 0;
	portfolio->maximum_sessions = number;
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
