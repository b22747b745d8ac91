/* The kinds of words that alias files hold. In a header alone, since compile_aliases.c needs it before there is a table
 * of words to link with. */
#ifndef COACH_MODEL_ALIAS_DOMAIN_H
#define COACH_MODEL_ALIAS_DOMAIN_H

#include "base/arena.h"
#include "base/span.h"
#include "codec/utf8.h"

#include <stdbool.h>

enum alias_domain {
	ALIAS_HEADING,
	ALIAS_LABEL,
	ALIAS_COLUMN,
	ALIAS_CATEGORY,
	ALIAS_STATE,
	ALIAS_FREQUENCY, /* folded by utf8_fold alone: "2 / month" begins with a number that counts */
	ALIAS_PERIOD,    /* weekdays, months, "first", "last" */
	ALIAS_CONDITION, /* of engagement terms: what counts, what does not, and what depends */
	ALIAS_TIMING,    /* how long before or after: units, numbers, "mid-week", "next session" */
	ALIAS_SITUATION, /* what decision rules are for: "stuck", "scope creep", and what says the opposite */
	ALIAS_PROPERTY,  /* entries of front matter; a word belongs to one term alone */
	ALIAS_DOMAIN_COUNT
};

/* The name of a domain in the alias files and in the configuration: "headings". */
static inline const char *alias_domain_name(enum alias_domain domain)
{
	static const char *const names[ALIAS_DOMAIN_COUNT] = {
		[ALIAS_HEADING] = "headings",
		[ALIAS_LABEL] = "labels",
		[ALIAS_COLUMN] = "columns",
		[ALIAS_CATEGORY] = "categories",
		[ALIAS_STATE] = "states",
		[ALIAS_FREQUENCY] = "frequencies",
		[ALIAS_PERIOD] = "periods",
		[ALIAS_CONDITION] = "conditions",
		[ALIAS_TIMING] = "timings",
		[ALIAS_SITUATION] = "situations",
		[ALIAS_PROPERTY] = "properties",
	};
	return names[domain];
}

/* The domain of that name; false when there is none. */
static inline bool alias_domain_of(struct span name, enum alias_domain *domain)
{
	for (int i = 0; i < ALIAS_DOMAIN_COUNT; i++) {
		if (span_is(name, alias_domain_name((enum alias_domain)i))) {
			*domain = (enum alias_domain)i;
			return true;
		}
	}
	return false;
}

/* How texts of this domain are brought into the form that is compared. */
static inline struct span alias_fold(struct arena *arena, enum alias_domain domain, struct span text)
{
	bool counts_numbers = domain == ALIAS_FREQUENCY || domain == ALIAS_PERIOD || domain == ALIAS_CONDITION ||
			      domain == ALIAS_TIMING || domain == ALIAS_SITUATION;
	return counts_numbers ? utf8_fold(arena, text) : utf8_fold_title(arena, text);
}

#endif
