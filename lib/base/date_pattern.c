#include "base/date_pattern.h"

#include "base/buffer.h"

enum { PATTERN_MOST = 4096, DAYS_IN_WEEK = 7, SHORT_WEEKDAY = 3 };

static void write_year(struct buffer *out, struct date date)
{
	buffer_printf(out, "%04d", date_calendar(date).year);
}

static void write_quarter(struct buffer *out, struct date date)
{
	buffer_printf(out, "%d", quarter_of(date).number);
}

static void write_month(struct buffer *out, struct date date)
{
	buffer_printf(out, "%02d", date_calendar(date).month);
}

static void write_day(struct buffer *out, struct date date)
{
	buffer_printf(out, "%02d", date_calendar(date).day);
}

static void write_iso_year(struct buffer *out, struct date date)
{
	buffer_printf(out, "%04d", week_of(date).year);
}

static void write_iso_week(struct buffer *out, struct date date)
{
	buffer_printf(out, "%02d", week_of(date).number);
}

/* The Saturday that ends the day's week; its year is the week's, as the first Saturday ends week 1. */
static struct date saturday_of(struct date date)
{
	int behind = ((int)SATURDAY - (int)date_weekday(date) + DAYS_IN_WEEK) % DAYS_IN_WEEK;
	return date_add(date, behind);
}

static void write_english_year(struct buffer *out, struct date date)
{
	write_year(out, saturday_of(date));
}

static void write_english_week(struct buffer *out, struct date date)
{
	struct date saturday = saturday_of(date);
	struct date new_year = date_of(date_calendar(saturday).year, 1, 1);
	buffer_printf(out, "%02d", date_difference(new_year, saturday) / DAYS_IN_WEEK + 1);
}

static const char *weekday_name(struct date date)
{
	static const char *const names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
		"Sunday" };
	return names[date_weekday(date)];
}

static void write_weekday(struct buffer *out, struct date date)
{
	buffer_add_text(out, weekday_name(date));
}

static void write_short_weekday(struct buffer *out, struct date date)
{
	buffer_add(out, span_slice(span_of(weekday_name(date)), 0, SHORT_WEEKDAY));
}

struct token {
	const char *text;
	void (*write)(struct buffer *out, struct date date);
};

/* A longer token before one that begins it. */
static const struct token tokens[] = {
	{ "YYYY", write_year },
	{ "GGGG", write_iso_year },
	{ "gggg", write_english_year },
	{ "dddd", write_weekday },
	{ "ddd", write_short_weekday },
	{ "MM", write_month },
	{ "DD", write_day },
	{ "WW", write_iso_week },
	{ "ww", write_english_week },
	{ "Q", write_quarter },
};

/* Steps over the token that `rest` begins with; NULL when it begins with text. */
static const struct token *cut_token(struct span *rest)
{
	for (size_t i = 0; i < sizeof(tokens) / sizeof(tokens[0]); i++)
		if (span_skip(rest, tokens[i].text))
			return &tokens[i];
	return NULL;
}

static bool cut_literal(struct span *rest, struct span *literal)
{
	size_t close = span_find_byte(*rest, ']');
	if (!span_starts_with(*rest, "[") || close == rest->length)
		return false;
	*literal = span_slice(*rest, 1, close - 1);
	*rest = span_from(*rest, close + 1);
	return true;
}

struct span date_write(struct arena *arena, struct date date, const char *pattern)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(PATTERN_MOST);
	struct span rest = span_of(pattern);
	while (rest.length) {
		struct span literal;
		const struct token *token = cut_token(&rest);
		if (token) {
			token->write(&out, date);
		} else if (cut_literal(&rest, &literal)) {
			buffer_add(&out, literal);
		} else {
			buffer_add_byte(&out, *rest.at);
			rest = span_from(rest, 1);
		}
	}
	return arena_copy_span(arena, buffer_span(&out));
}
