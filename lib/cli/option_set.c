#include "cli/option.h"
#include "cli/option_value.h"

#include <string.h>

void options_init(const struct option *table, void *options)
{
	for (const struct option *option = table; option->kind != OPTION_END; option++) {
		void *place = option_place(option, options);
		switch (option->kind) {
		case OPTION_FLAG:
			*(bool *)place = false;
			break;
		case OPTION_TEXT:
			*(const char **)place = NULL;
			break;
		case OPTION_INTEGER:
		case OPTION_DURATION:
			*(int *)place = -1;
			break;
		case OPTION_CHOICE:
			*(int *)place = 0;
			break;
		case OPTION_DATE:
			*(struct date *)place = DATE_NONE;
			break;
		case OPTION_WEEK:
			*(struct week *)place = (struct week){ 0, 0 };
			break;
		case OPTION_WORDS:
			*(struct words *)place = (struct words){ NULL, 0 };
			break;
		case OPTION_END:
			break;
		}
	}
}

bool options_mention(const char *flag, int count, const char *const *argv)
{
	for (int i = 0; i < count && strcmp(argv[i], "--") != 0; i++)
		if (span_starts_with(span_of(argv[i]), "--") && strcmp(argv[i] + 2, flag) == 0)
			return true;
	return false;
}

static bool words_hold_input(const struct words *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->items[i], "-") == 0)
			return true;
	return false;
}

bool options_read_input(struct option_set own)
{
	for (const struct option *option = own.table; option && option->kind != OPTION_END; option++) {
		if (option->completes != COMPLETES_FILE && !option->takes_input && strcmp(option->name, "-") != 0)
			continue;
		const void *place = option_place(option, own.options);
		if (option->kind == OPTION_WORDS && words_hold_input(place))
			return true;
		const char *text = option->kind == OPTION_TEXT ? *(const char *const *)place : NULL;
		if (text && strcmp(text, "-") == 0)
			return true;
	}
	return false;
}
