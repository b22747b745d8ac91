/* What a person has answered, for a command that asks: a YAML mapping of texts, lists of texts and mappings of texts.
 *
 *	summary: "She opens with the question and stops."
 *	actions:
 *	  - "Draft the memo 📅 2026-11-27"
 *	metrics:
 *	  "Board confidence": "7"
 *
 * A file given with --answers has this form, and so has the one that a conversation keeps below .coach/answers/, answer
 * by answer, until the command has written what they are for: a conversation that is cut off goes on where it was. An
 * empty text or list is an answer too: nothing to say. */
#ifndef COACH_VAULT_ANSWERS_H
#define COACH_VAULT_ANSWERS_H

#include "codec/yaml.h"
#include "vault/changeset.h"
#include "vault/vault.h"

enum { ANSWERS_MOST_BYTES = 1 << 20 };

struct answers {
	const char *path;             /* of the file, for errors: ".coach/answers/….yaml", or as given */
	struct span text;             /* its bytes; at == NULL: nothing was answered yet */
	const struct yaml_node *root; /* NULL: nothing was answered yet */
	bool kept;                    /* by a conversation of ours; else they were given */
};

/* One answer: the text of a key, or of an entry of the mapping that the key names, or the items of its list. */
struct answer {
	const char *key;
	struct span entry;         /* empty: the key itself */
	const struct span *values; /* one, but for a list */
	size_t count;
	bool is_list;
};

/* Reads answers that were given. ERROR_PARSE, with line and column, where they are no such mapping. */
int answers_read(struct arena *arena, const char *path, struct span text, struct answers *answers, struct error *error);
/* Reads what the conversation of that name (any text) has kept; none is no error. */
int answers_kept(struct arena *arena, const struct vault *vault, const char *conversation, struct answers *answers,
	struct error *error);

/* Adds one that is not there yet to those kept, durably: beside the file, then in its place. */
int answers_keep(struct arena *arena, const struct vault *vault, const char *conversation, const struct answer *answer,
	struct error *error);
/* Puts into the changeset that kept answers have served: they go when it is applied, and come back when it is undone.
 */
void answers_put_served(struct changeset *changes, const struct answers *answers);

/* The node of a key, or of an entry of the mapping it names (entry not empty); NULL where it was not answered. */
const struct yaml_node *answers_get(const struct answers *answers, const char *key, struct span entry);
/* Where a node stands in the answers. */
struct position answers_position(const struct answers *answers, const struct yaml_node *node);
/* Fails (ERROR_PARSE) at the node: its text is WHAT ("no day"), and what to write instead. */
int answers_refuse(const struct answers *answers, const struct yaml_node *node, const char *what, const char *hint,
	struct error *error);
/* The text of a key; empty where it was not answered. ERROR_PARSE where it is a list or a mapping. */
int answers_text(const struct answers *answers, const char *key, struct span *text, struct error *error);
/* The items of a list, a single text as a list of one; NULL and 0 where it was not answered. ERROR_PARSE for others. */
int answers_list(struct arena *arena, const struct answers *answers, const char *key, const struct yaml_node ***items,
	size_t *count, struct error *error);
/* Fails (ERROR_PARSE) at the first key that is none of `keys` (NULL-terminated), and names the nearest. */
int answers_check_keys(const struct answers *answers, const char *const *keys, struct error *error);

#endif
