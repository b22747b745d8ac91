/* What configuration.h's files share about a single setting. */
#ifndef COACH_VAULT_SETTING_H
#define COACH_VAULT_SETTING_H

#include "base/span.h"
#include "vault/configuration.h"

#include <stdbool.h>

struct setting_value {
	struct span text; /* trimmed; borrowed */
	long long number; /* of integers, sizes (bytes) and hours (minutes, -1 for none) */
	bool flag;
};

/* False when the setting does not take this text. */
bool setting_parse(const struct setting *setting, struct span text, struct setting_value *value);

/* False for a word that means nothing by the configuration's aliases, which are known when all of it is read. */
bool setting_means_something(
	const struct configuration *configuration, const struct setting *setting, struct span text);

#endif
