/* For lib/vault alone: a person's own words under `aliases:` in the configuration. What can have no effect is named. */
#ifndef COACH_VAULT_CONFIGURATION_WORDS_H
#define COACH_VAULT_CONFIGURATION_WORDS_H

#include "codec/yaml.h"
#include "model/aliases.h"
#include "model/finding.h"

struct words_reading {
	struct arena *arena;
	struct aliases *aliases;
	struct span yaml; /* the file's text, for positions */
	const char *name; /* the file's */
	struct finding_list *findings;
};

/* Reads the terms of one domain: `active roster: [my people]`. An unknown term is config_unknown and its words are left
 * out; so are words without a letter or a figure, which are config_value. A word that means something else already in
 * the same place is taken, with a finding (config_word). */
void configuration_words_read(
	const struct words_reading *reading, enum alias_domain domain, const struct yaml_node *terms);

#endif
