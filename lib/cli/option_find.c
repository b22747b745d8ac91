#include "cli/option_find.h"

#include "base/nearest.h"

#include <string.h>

struct search {
	struct span typed;
	struct found_option found;
	const struct option *rival; /* another one that the same start could be */
	bool exact;
};

/* True when `typed` begins the option's name, with _ for - where it likes. */
static bool begins_name(struct span typed, const struct option *option)
{
	struct span start = span_slice(span_of(option->name), 0, typed.length);
	if (start.length < typed.length)
		return false;
	for (size_t i = 0; i < typed.length; i++)
		if (typed.at[i] != start.at[i] && !(typed.at[i] == '_' && start.at[i] == '-'))
			return false;
	return true;
}

static void search_set(struct search *search, struct option_set set)
{
	for (const struct option *option = set.table; option->kind != OPTION_END && !search->exact; option++) {
		if (option->argument || !begins_name(search->typed, option))
			continue;
		search->exact = strlen(option->name) == search->typed.length;
		search->rival = search->exact ? NULL : search->found.option;
		search->found = (struct found_option){ option, set.options };
	}
}

static void offer_names(struct option_set set, struct nearest *nearest)
{
	for (const struct option *option = set.table; option->kind != OPTION_END; option++)
		if (!option->argument)
			nearest_offer(nearest, option->name);
}

static int unknown_name(struct option_set own, struct option_set global, struct span typed, struct error *error)
{
	struct nearest nearest = nearest_to(typed);
	offer_names(own, &nearest);
	offer_names(global, &nearest);
	error_set(error, ERROR_USAGE, "unknown option --%.*s", SPAN_PRINT(typed));
	return nearest.best ? error_hint(error, "did you mean --%s?", nearest.best) : -1;
}

int option_find_by_name(struct option_set own, struct option_set global, struct span typed, struct found_option *found,
	struct error *error)
{
	struct search search = { .typed = typed };
	if (typed.length > 0) {
		search_set(&search, own);
		search_set(&search, global);
	}
	if (!search.found.option)
		return unknown_name(own, global, typed, error);
	if (search.rival) {
		error_set(error, ERROR_USAGE, "--%.*s is short for more than one option", SPAN_PRINT(typed));
		return error_hint(error, "--%s or --%s", search.rival->name, search.found.option->name);
	}
	*found = search.found;
	return 0;
}

/* Any words at all: one may begin with a dash. */
static bool takes_words(struct option_set own)
{
	const struct option *option = own.table;
	while (option && option->kind != OPTION_END && option->kind != OPTION_WORDS)
		option++;
	return option && option->kind == OPTION_WORDS;
}

int option_find_by_letter(
	struct option_set own, struct option_set global, char letter, struct found_option *found, struct error *error)
{
	const struct option_set sets[] = { own, global };
	for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++)
		for (const struct option *option = sets[i].table; option->kind != OPTION_END; option++)
			if (!option->argument && option->letter == letter) {
				*found = (struct found_option){ option, sets[i].options };
				return 0;
			}
	error_set(error, ERROR_USAGE, "unknown option -%c", letter);
	return takes_words(own) ? error_hint(error, "a word that begins with - stands behind --") : -1;
}
