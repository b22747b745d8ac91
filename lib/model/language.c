#include "model/language.h"

const char *const language_names[] = { "en", "de", "zh", NULL };

bool language_named(struct span name, enum language *language)
{
	for (int i = 0; language_names[i]; i++) {
		if (span_is(name, language_names[i])) {
			*language = (enum language)i;
			return true;
		}
	}
	return false;
}
