#include "rules/phase.h"

#include "codec/utf8.h"

static const char *const headings[] = { "phase 1: onboarding", "phase 2: implementation", "phase 3: optimization" };
enum { NAMED_PHASES = sizeof(headings) / sizeof(*headings), ACTIVE = 1 };

static bool is_named(const struct aliases *aliases, struct span word, size_t index)
{
	if (index >= NAMED_PHASES)
		return false;
	bool active = index == ACTIVE && alias_is(aliases, ALIAS_STATE, word, "active");
	return active || alias_is(aliases, ALIAS_HEADING, word, headings[index]);
}

const struct engagement_phase *phase_current(
	struct arena *arena, const struct aliases *aliases, const struct engagement *engagement, int session_number)
{
	struct span word = utf8_fold_title(arena, engagement->phase);
	for (size_t i = 0; word.length && i < engagement->phase_count; i++)
		if (span_equal(utf8_fold_title(arena, engagement->phases[i].name), word) || is_named(aliases, word, i))
			return &engagement->phases[i];
	for (size_t i = 0; i < engagement->phase_count; i++)
		if (engagement->phases[i].first_session <= session_number &&
			session_number <= engagement->phases[i].last_session)
			return &engagement->phases[i];
	return NULL;
}

const struct engagement_phase *phase_proposed(struct arena *arena, const struct aliases *aliases,
	const struct engagement *engagement, int session_number, const struct engagement_phase **done)
{
	const struct engagement_phase *current = phase_current(arena, aliases, engagement, session_number);
	if (!current || current == &engagement->phases[engagement->phase_count - 1])
		return NULL;
	if (current->last_session == 0 || session_number < current->last_session)
		return NULL;
	*done = current;
	return current + 1;
}
