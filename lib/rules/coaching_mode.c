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
	const char *term; /* of a heading: the phases of vault-template/practice/Templates/Engagement.md §4 */
	enum coaching_mode mode;
	const char *reason;
} by_phase[] = {
	{ "phase 1: onboarding", MODE_FACILITATIVE, "onboarding: let the client put goals into their own words" },
	{ "phase 2: implementation", MODE_DIRECTIVE, "implementation: execute against the plan" },
	{ "phase 3: optimization", MODE_ANALYTICAL, "optimization: review what works and make it a system" },
};

struct mode_suggestion coaching_mode_suggest(struct arena *arena, const struct aliases *aliases,
	const struct client_health *health, const struct engagement *engagement)
{
	for (size_t rule = 0; rule < sizeof(by_flag) / sizeof(*by_flag); rule++)
		for (size_t i = 0; i < health->flag_count; i++)
			if (health->flags[i].code == by_flag[rule].flag)
				return (struct mode_suggestion){ by_flag[rule].mode, by_flag[rule].reason };
	struct span phase = engagement ? utf8_fold_title(arena, engagement->phase) : SPAN_NONE;
	for (size_t i = 0; phase.length && i < sizeof(by_phase) / sizeof(*by_phase); i++)
		if (alias_is(aliases, ALIAS_HEADING, phase, by_phase[i].term))
			return (struct mode_suggestion){ by_phase[i].mode, by_phase[i].reason };
	return (struct mode_suggestion){ MODE_FACILITATIVE, "nothing calls for more than good questions" };
}
