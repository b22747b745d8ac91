#include "rules/agenda.h"

#include <stdbool.h>
#include <stddef.h>

enum { WHOLE_HOUR = 60 };

static const int shares[AGENDA_PART_COUNT] = { 5, 10, 30, 10, 5 };

const char *const agenda_part_names[] = { "check_in", "progress_review", "core_work", "action_planning", "close",
	NULL };

const char *agenda_part_title(enum agenda_part part)
{
	static const char *const titles[] = { "Check-in", "Progress Review", "Core Work", "Action Planning", "Close" };
	return titles[part];
}

/* What rounding down took from a part, in sixtieths of a minute. */
static int lost(int length, int part)
{
	return length * shares[part] % WHOLE_HOUR;
}

static bool comes_first(int length, int a, int b)
{
	if (lost(length, a) != lost(length, b))
		return lost(length, a) > lost(length, b);
	return shares[a] > shares[b];
}

void agenda_minutes(int length, int minutes[AGENDA_PART_COUNT])
{
	bool raised[AGENDA_PART_COUNT] = { false };
	int left = length;
	for (int i = 0; i < AGENDA_PART_COUNT; i++) {
		minutes[i] = length * shares[i] / WHOLE_HOUR;
		left -= minutes[i];
	}
	for (; left > 0; left--) {
		int next = -1;
		for (int i = 0; i < AGENDA_PART_COUNT; i++)
			if (!raised[i] && (next < 0 || comes_first(length, i, next)))
				next = i;
		raised[next] = true;
		minutes[next]++;
	}
}
