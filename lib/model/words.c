#include "model/words.h"

#include "codec/utf8.h"
#include "model/wording.h"

#include <string.h>

const char *const category_names[] = { "coaching", "bizdev", "admin", NULL };
const char *const client_status_names[] = { "active", "completing", "discovery", "on_hold", "completed", "declined",
	"waitlist", "empty", "unknown", NULL };
const char *const task_status_names[] = { "open", "done", "in_progress", "cancelled", "forwarded", NULL };
const char *const session_status_names[] = { "planned", "held", "missed", "cancelled", "rescheduled", NULL };

/* The alias terms of the states, in the order of the enums. */
static const char *const client_terms[] = { "active", "completing", "discovery", "on hold", "completed", "declined",
	"waitlist" };
static const char *const language_terms[] = { "english", "german", "chinese" };
static const char *const session_terms[] = { "planned", "held", "missed", "cancelled", "rescheduled" };

const char *category_title(enum category category)
{
	return wording_word(LANGUAGE_ENGLISH, ALIAS_CATEGORY, category_names[category]).at;
}

static bool category_of_term(const char *term, enum category *category)
{
	for (int i = 0; term && category_names[i]; i++) {
		if (strcmp(term, category_names[i]) == 0) {
			*category = (enum category)i;
			return true;
		}
	}
	return false;
}

bool category_read(struct arena *arena, const struct aliases *aliases, struct span text, enum category *category)
{
	struct span folded = utf8_fold_title(arena, text);
	struct span found;
	if (category_of_term(alias_term(aliases, ALIAS_CATEGORY, folded), category))
		return true;
	return category_of_term(alias_find_in(aliases, ALIAS_CATEGORY, folded, &found), category);
}

/* The part of a folded cell that names the state: up to a bracket, comma, colon, a dash with spaces around it, or the
 * word that begins a time. */
static struct span state_part(struct span folded)
{
	static const char *const ends[] = { "(", "[", ",", ";", ":", " - ", " – ", "—", "、", " until ", " till ",
		" since ", " from ", " bis ", " seit ", " ab ", "至", "到" };
	size_t end = folded.length;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t at = span_find(folded, ends[i]);
		if (at > 0 && at < end)
			end = at;
	}
	return span_slice(folded, 0, end);
}

static int state_index(
	struct arena *arena, const struct aliases *aliases, struct span text, const char *const *terms, size_t count)
{
	struct span candidates[] = { utf8_fold_title(arena, text),
		utf8_fold_title(arena, state_part(utf8_fold(arena, text))) };
	for (size_t c = 0; c < 2; c++)
		for (size_t i = 0; i < count; i++)
			if (candidates[c].length && alias_is(aliases, ALIAS_STATE, candidates[c], terms[i]))
				return (int)i;
	return -1;
}

enum client_status client_status_read(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct span whole = utf8_fold_title(arena, text);
	if (whole.length == 0 || alias_is(aliases, ALIAS_STATE, whole, "unknown"))
		return CLIENT_STATUS_EMPTY;
	int index = state_index(arena, aliases, text, client_terms, sizeof(client_terms) / sizeof(*client_terms));
	return index < 0 ? CLIENT_STATUS_UNKNOWN : (enum client_status)index;
}

bool client_status_is_active(enum client_status status)
{
	return status == CLIENT_ACTIVE || status == CLIENT_COMPLETING || status == CLIENT_DISCOVERY ||
	       status == CLIENT_STATUS_EMPTY || status == CLIENT_STATUS_UNKNOWN;
}

bool session_status_read(
	struct arena *arena, const struct aliases *aliases, struct span text, enum session_status *status)
{
	int index = state_index(arena, aliases, text, session_terms, sizeof(session_terms) / sizeof(*session_terms));
	if (index < 0)
		return false;
	*status = (enum session_status)index;
	return true;
}

struct span session_status_word(enum language language, enum session_status status)
{
	return wording_word(language, ALIAS_STATE, session_terms[status]);
}

bool language_read(struct arena *arena, const struct aliases *aliases, struct span text, enum language *language)
{
	int index = state_index(arena, aliases, text, language_terms, LANGUAGE_COUNT);
	if (index < 0)
		return false;
	*language = (enum language)index;
	return true;
}
