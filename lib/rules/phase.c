#include "rules/phase.h"

#include "base/text_list.h"
#include "codec/utf8.h"

/* --- which one --------------------------------------------------------------------------------------------------- */

static enum phase_kind kind_of_word(const struct aliases *aliases, struct span folded)
{
	static const char *const headings[PHASE_KIND_COUNT] = { "phase 1: onboarding", "phase 2: implementation",
		"phase 3: optimization" };
	for (int kind = 0; folded.length && kind < PHASE_KIND_COUNT; kind++)
		if (alias_is(aliases, ALIAS_HEADING, folded, headings[kind]))
			return (enum phase_kind)kind;
	bool active = folded.length && alias_is(aliases, ALIAS_STATE, folded, "active");
	return active ? PHASE_IMPLEMENTATION : PHASE_KIND_COUNT;
}

static const struct engagement_phase *phase_named(
	struct arena *arena, const struct engagement *engagement, struct span word, enum phase_kind kind)
{
	for (size_t i = 0; word.length && i < engagement->phase_count; i++)
		if (span_equal(utf8_fold_title(arena, engagement->phases[i].name), word))
			return &engagement->phases[i];
	bool has_place = kind < PHASE_KIND_COUNT && (size_t)kind < engagement->phase_count;
	return has_place ? &engagement->phases[kind] : NULL;
}

static const struct engagement_phase *phase_of_session(const struct engagement *engagement, int session_number)
{
	for (size_t i = 0; session_number > 0 && i < engagement->phase_count; i++)
		if (engagement->phases[i].first_session <= session_number &&
			session_number <= engagement->phases[i].last_session)
			return &engagement->phases[i];
	return NULL;
}

static enum phase_kind kind_by_place(const struct engagement *engagement, const struct engagement_phase *phase)
{
	size_t place = (size_t)(phase - engagement->phases);
	if (place == 0 && engagement->phase_count > 1)
		return PHASE_ONBOARDING;
	return place > 1 && place == engagement->phase_count - 1 ? PHASE_OPTIMIZATION : PHASE_IMPLEMENTATION;
}

struct phase_standing phase_stand(
	struct arena *arena, const struct aliases *aliases, const struct engagement *engagement, int session_number)
{
	struct span word = utf8_fold_title(arena, engagement->phase);
	struct phase_standing standing = { .kind = kind_of_word(aliases, word) };
	standing.phase = phase_named(arena, engagement, word, standing.kind);
	if (!standing.phase) {
		standing.phase = phase_of_session(engagement, session_number);
		standing.by_number = standing.phase != NULL;
	}
	if (!standing.phase)
		return standing;
	enum phase_kind own = kind_of_word(aliases, utf8_fold_title(arena, standing.phase->name));
	if (own < PHASE_KIND_COUNT)
		standing.kind = own;
	else if (standing.by_number || standing.kind == PHASE_KIND_COUNT)
		standing.kind = kind_by_place(engagement, standing.phase);
	return standing;
}

const struct engagement_phase *phase_current(
	struct arena *arena, const struct aliases *aliases, const struct engagement *engagement, int session_number)
{
	return phase_stand(arena, aliases, engagement, session_number).phase;
}

/* --- its focus --------------------------------------------------------------------------------------------------- */

/* From 1; 0 where the phase does not say with which session it begins, or that one has no day. */
static int month_of_phase(
	const struct records *records, const struct engagement_phase *phase, const struct session *session)
{
	int month = 0;
	for (size_t i = 0; phase->first_session > 0 && i < records->session_count; i++) {
		const struct session *other = &records->sessions[i];
		if (other->client_id != session->client_id || other->number < phase->first_session ||
			other->status == SESSION_CANCELLED || date_compare(other->date, session->date) > 0)
			continue;
		while (date_compare(date_add_months(other->date, month), session->date) <= 0)
			month++;
		return month;
	}
	return phase->first_session > 0 && session->number == phase->first_session ? 1 : 0;
}

static struct span all_focuses(struct arena *arena, const struct engagement_phase *phase)
{
	struct text_list texts = { .arena = arena };
	for (int i = 0; i < phase->focus_count; i++)
		text_list_add(&texts, phase->focuses[i]);
	return text_list_join(&texts, "; ");
}

struct span phase_focus(struct arena *arena, const struct aliases *aliases, const struct records *records,
	const struct engagement *engagement, const struct session *session)
{
	struct span focus = engagement_phase_focus(engagement, session->number);
	const struct engagement_phase *phase = NULL;
	if (engagement && !focus.length)
		phase = phase_current(arena, aliases, engagement, session->number);
	if (!phase)
		return focus;
	if (phase->focus_always)
		return all_focuses(arena, phase);
	int month = month_of_phase(records, phase, session);
	for (int i = 0; month && i < phase->focus_count; i++)
		if (phase->focus_months[i] == month)
			return phase->focuses[i];
	return SPAN_NONE;
}

/* --- the next one ------------------------------------------------------------------------------------------------ */

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
