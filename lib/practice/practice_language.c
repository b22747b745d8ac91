#include "practice/practice_language.h"

#include "model/note_language.h"

enum language practice_language(const struct practice *practice)
{
	const struct portfolio *portfolio = practice->records.portfolio;
	enum language language = practice->aliases->usual;
	if (portfolio)
		note_language_shown(practice_note(practice, portfolio->document->path)->outline, &language);
	return language;
}
