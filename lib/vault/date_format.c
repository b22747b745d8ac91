#include "vault/date_format.h"

#include "base/ascii.h"

#include "base/buffer.h"

enum { TEXT_MOST_BYTES = 1024 };

enum token {
	TOKEN_YEAR,
	TOKEN_MONTH,
	TOKEN_DAY,
	TOKEN_QUARTER,
	TOKEN_ISO_YEAR,
	TOKEN_ISO_WEEK,
	TOKEN_LOCALE_YEAR,
	TOKEN_LOCALE_WEEK,
	TOKEN_COUNT,
	TOKEN_LITERAL = TOKEN_COUNT,
	TOKEN_UNKNOWN,
	TOKEN_END,
};

static const struct {
	const char *text;
	int digits;
} tokens[TOKEN_COUNT] = {
	[TOKEN_YEAR] = { "YYYY", 4 },
	[TOKEN_MONTH] = { "MM", 2 },
	[TOKEN_DAY] = { "DD", 2 },
	[TOKEN_QUARTER] = { "Q", 1 },
	[TOKEN_ISO_YEAR] = { "GGGG", 4 },
	[TOKEN_ISO_WEEK] = { "WW", 2 },
	[TOKEN_LOCALE_YEAR] = { "gggg", 4 },
	[TOKEN_LOCALE_WEEK] = { "ww", 2 },
};

/* A run of one letter is one token: MMM is no MM. */
static size_t run_length(struct span rest)
{
	size_t length = 1;
	while (length < rest.length && rest.at[length] == rest.at[0])
		length++;
	return length;
}

static enum token next_token(struct span *rest, struct span *text)
{
	if (rest->length == 0)
		return TOKEN_END;
	size_t close = span_find_byte(*rest, ']');
	if (rest->at[0] == '[' && close < rest->length) {
		*text = span_slice(*rest, 1, close - 1);
		*rest = span_from(*rest, close + 1);
		return TOKEN_LITERAL;
	}
	bool letter = ascii_is_letter(rest->at[0]);
	*text = span_slice(*rest, 0, letter ? run_length(*rest) : 1);
	*rest = span_from(*rest, text->length);
	for (int i = 0; letter && i < TOKEN_COUNT; i++)
		if (span_is(*text, tokens[i].text))
			return (enum token)i;
	return letter ? TOKEN_UNKNOWN : TOKEN_LITERAL;
}

/* The Sunday on which the locale's week 1 begins: of the week that holds January 1st. */
static struct date first_sunday(int year)
{
	struct date january = quarter_start((struct quarter){ year, 1 });
	return date_add(january, -(((int)date_weekday(january) + 1) % 7));
}

static struct week locale_week(struct date_format format, struct date date)
{
	if (!format.sunday_weeks)
		return week_of(date);
	struct date sunday = date_add(date, -(((int)date_weekday(date) + 1) % 7));
	int year = date_calendar(date_add(sunday, 6)).year;
	return (struct week){ year, 1 + date_difference(first_sunday(year), sunday) / 7 };
}

static struct date locale_monday(struct date_format format, int year, int number)
{
	if (!format.sunday_weeks)
		return week_monday((struct week){ year, number });
	return date_add(first_sunday(year), 7 * (number - 1) + 1);
}

static int value_of(struct date_format format, enum token token, struct date date)
{
	int values[TOKEN_COUNT];
	struct calendar calendar = date_calendar(date);
	values[TOKEN_YEAR] = calendar.year;
	values[TOKEN_MONTH] = calendar.month;
	values[TOKEN_DAY] = calendar.day;
	values[TOKEN_QUARTER] = quarter_of(date).number;
	values[TOKEN_ISO_YEAR] = week_of(date).year;
	values[TOKEN_ISO_WEEK] = week_of(date).number;
	values[TOKEN_LOCALE_YEAR] = locale_week(format, date).year;
	values[TOKEN_LOCALE_WEEK] = locale_week(format, date).number;
	return values[token];
}

const char *date_format_write(struct arena *arena, struct date_format format, struct date date)
{
	struct buffer text BUFFER_CLEANUP = BUFFER_INIT(TEXT_MOST_BYTES);
	struct span rest = format.pattern;
	struct span part;
	for (enum token token; (token = next_token(&rest, &part)) != TOKEN_END;) {
		if (token < TOKEN_COUNT)
			buffer_printf(&text, "%0*d", tokens[token].digits, value_of(format, token, date));
		else
			buffer_add(&text, part);
	}
	return arena_copy_text(arena, buffer_span(&text));
}

/* Which tokens the format holds, as a set of bits; stops at one that is not understood. */
static unsigned tokens_in(struct date_format format, struct span *unknown)
{
	unsigned found = 0;
	struct span rest = format.pattern;
	struct span part;
	*unknown = SPAN_NONE;
	for (enum token token; (token = next_token(&rest, &part)) != TOKEN_END;) {
		if (token == TOKEN_UNKNOWN) {
			*unknown = part;
			return found;
		}
		found |= token < TOKEN_COUNT ? 1u << token : 0;
	}
	return found;
}

static bool has(unsigned set, enum token a, enum token b)
{
	return (set & (1u << a)) && (set & (1u << b));
}

static bool tells_a_date(unsigned set)
{
	return has(set, TOKEN_YEAR, TOKEN_MONTH) || has(set, TOKEN_YEAR, TOKEN_QUARTER) ||
	       has(set, TOKEN_ISO_YEAR, TOKEN_ISO_WEEK) || has(set, TOKEN_LOCALE_YEAR, TOKEN_LOCALE_WEEK) ||
	       has(set, TOKEN_YEAR, TOKEN_ISO_WEEK) || has(set, TOKEN_YEAR, TOKEN_LOCALE_WEEK);
}

bool date_format_is_understood(struct date_format format)
{
	struct span unknown;
	tokens_in(format, &unknown);
	return unknown.length == 0 && format.pattern.length > 0 && format.pattern.length <= TEXT_MOST_BYTES;
}

int date_format_check(struct date_format format, struct error *error)
{
	struct span unknown;
	unsigned set = tokens_in(format, &unknown);
	if (unknown.length > 0)
		error_set(error, ERROR_USAGE, "\"%.*s\" in the date format \"%.*s\" is not understood",
			SPAN_PRINT(unknown), SPAN_PRINT(format.pattern));
	else if (format.pattern.length > TEXT_MOST_BYTES || !tells_a_date(set))
		error_set(error, ERROR_USAGE, "the date format \"%.*s\" tells no date", SPAN_PRINT(format.pattern));
	else
		return 0;
	return error_hint(error, "it takes YYYY, MM, DD, Q, GGGG with WW, gggg with ww, and [text] in brackets");
}

static bool read_number(struct span *text, int digits, int *value)
{
	struct span number = span_slice(*text, 0, (size_t)digits);
	if (number.length < (size_t)digits || !span_read_digits(&number, value) || number.length > 0)
		return false;
	*text = span_from(*text, (size_t)digits);
	return true;
}

static bool read_values(struct date_format format, struct span text, int values[TOKEN_COUNT])
{
	struct span rest = format.pattern;
	struct span part;
	for (enum token token; (token = next_token(&rest, &part)) != TOKEN_END;) {
		if (token < TOKEN_COUNT) {
			if (!read_number(&text, tokens[token].digits, &values[token]))
				return false;
		} else if (!span_equal(span_slice(text, 0, part.length), part))
			return false;
		else
			text = span_from(text, part.length);
	}
	return text.length == 0;
}

/* The date that these values may stand for; `years_on` is 1 for the Monday of a week 1 that lies in the old year. */
static struct date candidate(struct date_format format, unsigned set, const int values[TOKEN_COUNT], int years_on)
{
	int year = values[TOKEN_YEAR] + years_on;
	if (has(set, TOKEN_ISO_YEAR, TOKEN_ISO_WEEK))
		return week_monday((struct week){ values[TOKEN_ISO_YEAR], values[TOKEN_ISO_WEEK] });
	if (has(set, TOKEN_LOCALE_YEAR, TOKEN_LOCALE_WEEK))
		return locale_monday(format, values[TOKEN_LOCALE_YEAR], values[TOKEN_LOCALE_WEEK]);
	if (has(set, TOKEN_YEAR, TOKEN_MONTH))
		return date_of(year, values[TOKEN_MONTH], set & (1u << TOKEN_DAY) ? values[TOKEN_DAY] : 1);
	if (has(set, TOKEN_YEAR, TOKEN_ISO_WEEK))
		return week_monday((struct week){ year, values[TOKEN_ISO_WEEK] });
	if (has(set, TOKEN_YEAR, TOKEN_LOCALE_WEEK))
		return locale_monday(format, year, values[TOKEN_LOCALE_WEEK]);
	return date_of(year, 3 * values[TOKEN_QUARTER] - 2, 1);
}

bool date_format_read(struct date_format format, struct span text, struct date *date)
{
	struct span unknown;
	int values[TOKEN_COUNT] = { 0 };
	unsigned set = tokens_in(format, &unknown);
	if (unknown.length > 0 || !tells_a_date(set) || !read_values(format, text, values))
		return false;
	bool found = false;
	struct arena arena = ARENA_INIT;
	/* Only a date that is written this way counts: there is no week 60, and 2025-W01 by YYYY is a day of 2025. */
	for (int years_on = 0; years_on <= 1 && !found; years_on++) {
		struct date wanted = candidate(format, set, values, years_on);
		found = date_may_be_said(wanted) && span_is(text, date_format_write(&arena, format, wanted));
		if (found)
			*date = wanted;
	}
	arena_release(&arena);
	return found;
}
