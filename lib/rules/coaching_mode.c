#include "rules/coaching_mode.h"

#include "codec/utf8.h"

const char *const coaching_mode_names[] = { "directive", "facilitative", "supportive", "analytical", NULL };

const char *coaching_mode_persona(enum coaching_mode mode)
{
	static const char *const personas[] = { "The Strategist", "The Mirror", "The Ally", "The Advisor" };
	return personas[mode];
}

static const struct {
	int flag;
	enum coaching_mode mode;
	const char *reason;
} by_flag[] = {
	{ FLAG_SILENT, MODE_SUPPORTIVE, "the client has gone quiet: reconnect before anything else" },
	{ FLAG_MISSED_SESSION, MODE_SUPPORTIVE, "a session was missed: reconnect before anything else" },
	{ FLAG_ASSIGNMENTS, MODE_DIRECTIVE, "agreed actions are not getting done: clear asks, few, with dates" },
	{ FLAG_STALLED, MODE_ANALYTICAL, "the metrics have stopped moving: take the problem apart" },
};

static const struct {
	enum coaching_mode mode;
	const char *reason;
} by_phase[PHASE_KIND_COUNT] = {
	[PHASE_ONBOARDING] = { MODE_FACILITATIVE, "let the client put goals into their own words" },
	[PHASE_IMPLEMENTATION] = { MODE_DIRECTIVE, "execute against the plan" },
	[PHASE_OPTIMIZATION] = { MODE_ANALYTICAL, "review what works and make it a system" },
};

/* "phase Implementation (session 4)": the phase, and what tells it where that is not its own name. */
static const char *phase_told(struct arena *arena, const struct engagement *engagement,
	const struct phase_standing *standing, int session_number)
{
	struct span said = engagement->phase;
	if (!standing->phase)
		return arena_printf(arena, "Current Phase is %.*s", SPAN_PRINT(said));
	struct span name = standing->phase->name;
	if (standing->by_number)
		return arena_printf(arena, "phase %.*s (session %d)", SPAN_PRINT(name), session_number);
	if (span_equal(utf8_fold_title(arena, name), utf8_fold_title(arena, said)))
		return arena_printf(arena, "phase %.*s", SPAN_PRINT(name));
	return arena_printf(arena, "phase %.*s (Current Phase is %.*s)", SPAN_PRINT(name), SPAN_PRINT(said));
}

struct mode_suggestion coaching_mode_suggest(struct arena *arena, const struct aliases *aliases,
	const struct client_health *health, const struct engagement *engagement, int session_number)
{
	for (size_t rule = 0; rule < sizeof(by_flag) / sizeof(*by_flag); rule++)
		for (size_t i = 0; i < health->flag_count; i++)
			if (health->flags[i].code == by_flag[rule].flag)
				return (struct mode_suggestion){ by_flag[rule].mode, by_flag[rule].reason };
	struct phase_standing standing = { .kind = PHASE_KIND_COUNT };
	if (engagement)
		standing = phase_stand(arena, aliases, engagement, session_number);
	if (standing.kind == PHASE_KIND_COUNT)
		return (struct mode_suggestion){ MODE_FACILITATIVE, "nothing calls for more than good questions" };
	const char *told = phase_told(arena, engagement, &standing, session_number);
	return (struct mode_suggestion){ by_phase[standing.kind].mode,
		arena_printf(arena, "%s: %s", told, by_phase[standing.kind].reason) };
}
