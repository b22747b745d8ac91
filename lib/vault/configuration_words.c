#include "vault/configuration_words.h"

#include "codec/utf8.h"
#include "model/kind_headings.h"

#include <string.h>

static struct position position_of(const struct words_reading *reading, const struct yaml_node *node)
{
	return (struct position){ reading->name, node->line, node->column };
}

/* Of the key: a node's own place is its value's. */
static struct position key_position(const struct words_reading *reading, const struct yaml_node *node)
{
	struct position position = { reading->name, 1, 1 };
	struct span before = span_slice(reading->yaml, 0, node->key_offset);
	for (size_t at = 0; at < before.length; at++) {
		bool begins_character = ((unsigned char)before.at[at] & 0xC0) != 0x80;
		position.column = before.at[at] == '\n' ? 1 : position.column + begins_character;
		position.line += before.at[at] == '\n';
	}
	return position;
}

/* --- terms ------------------------------------------------------------------------------------------------------- */

/* The term as coach has it, whatever its case; NULL when there is none. */
static const char *known_term(struct arena *arena, enum alias_domain domain, struct span text)
{
	struct alias_range words = alias_range(domain);
	struct span folded = utf8_fold(arena, text);
	for (size_t i = 0; i < words.count; i++)
		if (span_is(folded, words.items[i].term))
			return words.items[i].term;
	return NULL;
}

static void report_term(const struct words_reading *reading, enum alias_domain domain, const struct yaml_node *entry)
{
	static const struct aliases none = { .own = NULL };
	struct finding *finding = finding_add(reading->findings, FINDING_CONFIG_UNKNOWN, key_position(reading, entry),
		"aliases.%s: \"%.*s\" is no term that coach knows", alias_domain_name(domain), SPAN_PRINT(entry->key));
	const char *nearest = alias_nearest(&none, domain, alias_fold(reading->arena, domain, entry->key));
	if (nearest)
		finding_hint(reading->findings, finding, "did you mean \"%s\"?", nearest);
	else
		finding_hint(reading->findings, finding,
			"the term stands on the left, your word for it on the right; terms are those of "
			"vault-template/aliases/en.yaml");
}

/* --- words ------------------------------------------------------------------------------------------------------- */

/* More than punctuation: an emoji may be a word. A cell may hold "?" or "-" for a state. */
static bool says_something(enum alias_domain domain, struct span folded)
{
	uint32_t character = ' ';
	if (domain == ALIAS_STATE)
		return folded.length > 0;
	while (folded.length && (character == ' ' || utf8_is_punctuation(character)))
		folded = span_from(folded, utf8_decode(folded, &character));
	return character != ' ' && !utf8_is_punctuation(character);
}

/* In these domains both meanings hold, and which one counts depends on where the word stands; elsewhere a person's own
 * word comes first. */
static bool may_meet(enum alias_domain domain, const char *a, const char *b)
{
	if (domain == ALIAS_HEADING)
		return headings_may_meet(a, b);
	return domain == ALIAS_LABEL || domain == ALIAS_COLUMN || domain == ALIAS_STATE;
}

static void report_second_meaning(const struct words_reading *reading, enum alias_domain domain, const char *term,
	const struct yaml_node *word, struct span folded)
{
	struct alias_range matches = alias_matches(domain, folded);
	for (size_t i = 0; i < matches.count; i++)
		if (strcmp(matches.items[i].term, term) == 0)
			return;
	for (size_t i = 0; i < matches.count; i++) {
		const char *other = matches.items[i].term;
		if (!may_meet(domain, term, other))
			continue;
		struct finding *finding = finding_add(reading->findings, FINDING_CONFIG_WORD,
			position_of(reading, word), "aliases.%s.%s: \"%.*s\" means \"%s\" already",
			alias_domain_name(domain), term, SPAN_PRINT(yaml_text(word)), other);
		finding_hint(reading->findings, finding,
			"one word has two meanings only where they never meet in a note or table; take another word");
		return;
	}
}

static void read_word(
	const struct words_reading *reading, enum alias_domain domain, const char *term, const struct yaml_node *word)
{
	struct span text = yaml_text(word);
	struct span folded = alias_fold(reading->arena, domain, text);
	if (says_something(domain, folded)) {
		report_second_meaning(reading, domain, term, word, folded);
		aliases_add(reading->arena, reading->aliases, domain, term, text);
		return;
	}
	finding_hint(reading->findings,
		finding_add(reading->findings, FINDING_CONFIG_VALUE, position_of(reading, word),
			"aliases.%s.%s: \"%.*s\" is no word", alias_domain_name(domain), term, SPAN_PRINT(text)),
		"write the word as it stands in your notes, or take it out");
}

static void read_term(const struct words_reading *reading, enum alias_domain domain, const struct yaml_node *entry)
{
	const char *term = known_term(reading->arena, domain, entry->key);
	if (!term)
		report_term(reading, domain, entry);
	else if (entry->kind == YAML_MAPPING)
		finding_add(reading->findings, FINDING_CONFIG_VALUE, position_of(reading, entry),
			"aliases.%s.%s takes a word or a list of words", alias_domain_name(domain), term);
	else if (entry->kind == YAML_SCALAR)
		read_word(reading, domain, term, entry);
	else
		for (size_t i = 0; i < entry->count; i++)
			read_word(reading, domain, term, &entry->children[i]);
}

void configuration_words_read(
	const struct words_reading *reading, enum alias_domain domain, const struct yaml_node *terms)
{
	for (size_t i = 0; i < terms->count; i++)
		read_term(reading, domain, &terms->children[i]);
}
