#include "rules/freshness.h"

struct rhythm freshness_rhythm(enum note_kind kind)
{
	static const enum rhythm_unit units[NOTE_KIND_COUNT] = {
		[NOTE_PORTFOLIO] = RHYTHM_QUARTER,
		[NOTE_STRATEGY] = RHYTHM_QUARTER,
		[NOTE_CAREER_INDEX] = RHYTHM_YEAR,
	};
	return (struct rhythm){ units[kind], units[kind] == RHYTHM_NONE ? 0 : 1 };
}

bool freshness_is_stale(enum note_kind kind, struct date updated, struct date today)
{
	enum rhythm_unit unit = freshness_rhythm(kind).unit;
	if (unit == RHYTHM_NONE || !date_is_known(updated))
		return false;
	struct date due = date_add_months(updated, unit == RHYTHM_YEAR ? 12 : 3);
	return date_compare(today, due) > 0;
}
