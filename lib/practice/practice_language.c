#include "practice/practice_language.h"

#include "model/note_language.h"
#include "model/words.h"

enum language practice_language(const struct practice *practice)
{
	const struct portfolio *portfolio = practice->records.portfolio;
	enum language language = practice->aliases->usual;
	if (portfolio)
		note_language_shown(practice_note(practice, portfolio->document->path)->outline, &language);
	return language;
}

enum language engagement_language(
	const struct practice *practice, const struct engagement *engagement, bool for_the_client)
{
	enum language language = practice_language(practice);
	if (!engagement)
		return language;
	const struct outline *outline = practice_note(practice, engagement->document->path)->outline;
	note_language_shown(outline, &language);
	if (for_the_client)
		language_read(outline->arena, practice->aliases, engagement->communication.language, &language);
	return language;
}
