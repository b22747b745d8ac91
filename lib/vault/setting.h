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

#endif
