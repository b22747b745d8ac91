#include "model/figure_words.h"

#include "base/ascii.h"
#include "codec/utf8.h"

enum { MINUTES_IN_HOUR = 60, DAYS_IN_WEEK = 7, MONTHS_IN_QUARTER = 3, MONTHS_IN_YEAR = 12 };

/* What stands directly behind the digits and multiplies them, or gives minutes, days or months. */
static const struct magnitude magnitudes[] = {
	{ "k", 1000, NULL },
	{ "thousand", 1000, NULL },
	{ "thousands", 1000, NULL },
	{ "tsd", 1000, NULL },
	{ "tausend", 1000, NULL },
	{ "千", 1000, NULL },
	{ "mio", 1000000, NULL },
	{ "mn", 1000000, NULL },
	{ "mill", 1000000, NULL },
	{ "million", 1000000, NULL },
	{ "millions", 1000000, NULL },
	{ "millionen", 1000000, NULL },
	{ "百万", 1000000, NULL },
	{ "mrd", 1000000000, NULL },
	{ "mia", 1000000000, NULL },
	{ "bn", 1000000000, NULL },
	{ "milliarde", 1000000000, NULL },
	{ "milliarden", 1000000000, NULL },
	{ "billion", 1000000000, NULL },
	{ "billions", 1000000000, NULL },
	{ "万", 10000, NULL },
	{ "亿", 100000000, NULL },
	{ "h", MINUTES_IN_HOUR, "min" },
	{ "hr", MINUTES_IN_HOUR, "min" },
	{ "hrs", MINUTES_IN_HOUR, "min" },
	{ "hour", MINUTES_IN_HOUR, "min" },
	{ "hours", MINUTES_IN_HOUR, "min" },
	{ "std", MINUTES_IN_HOUR, "min" },
	{ "stunde", MINUTES_IN_HOUR, "min" },
	{ "stunden", MINUTES_IN_HOUR, "min" },
	{ "小时", MINUTES_IN_HOUR, "min" },
	{ "min", 1, "min" },
	{ "mins", 1, "min" },
	{ "minute", 1, "min" },
	{ "minutes", 1, "min" },
	{ "minuten", 1, "min" },
	{ "分钟", 1, "min" },
	{ "day", 1, "day" },
	{ "days", 1, "day" },
	{ "tag", 1, "day" },
	{ "tage", 1, "day" },
	{ "tagen", 1, "day" },
	{ "天", 1, "day" },
	{ "week", DAYS_IN_WEEK, "day" },
	{ "weeks", DAYS_IN_WEEK, "day" },
	{ "woche", DAYS_IN_WEEK, "day" },
	{ "wochen", DAYS_IN_WEEK, "day" },
	{ "周", DAYS_IN_WEEK, "day" },
	{ "month", 1, "month" },
	{ "months", 1, "month" },
	{ "monat", 1, "month" },
	{ "monate", 1, "month" },
	{ "monaten", 1, "month" },
	{ "个月", 1, "month" },
	{ "quarter", MONTHS_IN_QUARTER, "month" },
	{ "quarters", MONTHS_IN_QUARTER, "month" },
	{ "quartal", MONTHS_IN_QUARTER, "month" },
	{ "quartale", MONTHS_IN_QUARTER, "month" },
	{ "year", MONTHS_IN_YEAR, "month" },
	{ "years", MONTHS_IN_YEAR, "month" },
	{ "jahr", MONTHS_IN_YEAR, "month" },
	{ "jahre", MONTHS_IN_YEAR, "month" },
	{ "jahren", MONTHS_IN_YEAR, "month" },
	{ "年", MONTHS_IN_YEAR, "month" },
};

/* `$1.2M`, `2m €`, `$2B`: of money. By itself an m stands for a metre, a month or a minute. */
static const struct magnitude of_money[] = { { "m", 1000000, NULL }, { "b", 1000000000, NULL } };

bool word_ends(struct span rest)
{
	uint32_t character = 0;
	utf8_decode(rest, &character);
	return rest.length == 0 || !utf8_is_word_character(character);
}

/* A word of letters ends where they do; a Chinese one may stand before the next. */
static bool skip_magnitude(struct span *rest, const struct magnitude *magnitude)
{
	struct span after = span_trim_start(*rest);
	bool letters = ascii_is_letter(*magnitude->word);
	if (!span_skip(&after, magnitude->word))
		return false;
	span_skip(&after, letters ? "." : "");
	if (letters && !word_ends(after))
		return false;
	*rest = after;
	return true;
}

const struct magnitude *magnitude_skip(struct span *rest, bool money)
{
	for (size_t i = 0; i < sizeof(magnitudes) / sizeof(*magnitudes); i++)
		if (skip_magnitude(rest, &magnitudes[i]))
			return &magnitudes[i];
	for (size_t i = 0; money && i < sizeof(of_money) / sizeof(*of_money); i++)
		if (skip_magnitude(rest, &of_money[i]))
			return &of_money[i];
	return NULL;
}

static const struct currency {
	const char *word, *sign;
} currencies[] = { { "us$", "$" }, { "$", "$" }, { "usd", "$" }, { "€", "€" }, { "eur", "€" }, { "euro", "€" },
	{ "£", "£" }, { "gbp", "£" }, { "¥", "¥" }, { "元", "元" }, { "chf", "chf" } };

const char *currency_skip(struct span *text)
{
	for (size_t i = 0; i < sizeof(currencies) / sizeof(*currencies); i++) {
		struct span after = span_trim_start(*text);
		if (!span_skip(&after, currencies[i].word) ||
			(ascii_is_letter(*currencies[i].word) && !word_ends(after)))
			continue;
		*text = after;
		return currencies[i].sign;
	}
	return NULL;
}
