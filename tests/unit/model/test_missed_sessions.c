/* Whether a missed session counts, as an engagement's Cancellation term says it (docs/words.md, "Package"). */
#include "note_fixture.h"

#include "model/missed_sessions.h"

static void assert_counts(struct note_fixture *note, const char *const *texts, size_t count, bool expected)
{
	for (size_t i = 0; i < count; i++)
		if (missed_sessions_count(&note->arena, &note->aliases, span_of(texts[i])) != expected)
			fail_msg("\"%s\" was read as %s", texts[i], expected ? "unclear" : "counting");
}

static void clear_terms_count_missed_sessions(void **state)
{
	static const char *const texts[] = {
		"missed sessions count",
		"Up to 24 hours before; missed sessions count",
		"Free of charge up to 24 hours before. No-shows are charged.",
		"No-shows are charged in full, cancellations 48 hours before are free",
		"24 h notice, **missed sessions** are billed",
		"A session missed without notice is deducted from the package",
		"Missed sessions are not refunded",
		"Verpasste Termine zählen",
		"Bis 24 Stunden vorher kostenlos; versäumte Sitzungen werden berechnet",
		"Nichterscheinen wird voll berechnet",
		"Verpasste, nicht abgesagte Termine verfallen",
		"未到按一次计",
		"提前24小时免费改期；缺席照常收费",
		"爽约不退款",
	};
	assert_counts(*state, texts, sizeof(texts) / sizeof(*texts), true);
}

static void other_terms_do_not(void **state)
{
	static const char *const texts[] = {
		"",
		"24 hours",
		"To be agreed",
		"Up to 24 hours before; nothing during leave",
		"A missed evening is not repeated; the sheet is sent",
		"missed sessions do not count",
		"No-shows are not charged",
		"Missed sessions never count",
		"Late cancellations are charged",
		"Counting starts in May; missed sessions are moved",
		"Verpasste Termine zählen nicht",
		"Versäumte Termine werden nicht berechnet",
		"Bis 24 Stunden vorher, danach wird berechnet",
		"未到不计次",
		"缺席免费",
	};
	assert_counts(*state, texts, sizeof(texts) / sizeof(*texts), false);
}

static void what_depends_is_not_clear(void **state)
{
	static const char *const texts[] = {
		"Missed sessions may count",
		"Missed sessions count, unless you were ill",
		"Missed sessions count from the second on",
		"Missed sessions count. No-shows are free.",
		"Verpasste Termine zählen, außer bei Krankheit",
		"Verpasste Termine können berechnet werden",
		"缺席视情况收费",
	};
	assert_counts(*state, texts, sizeof(texts) / sizeof(*texts), false);
}

static void a_persons_own_words_are_understood(void **state)
{
	struct note_fixture *note = *state;
	static const char *const texts[] = { "Missed sessions go on the tab" };
	assert_counts(note, texts, 1, false);
	aliases_add(&note->arena, &note->aliases, ALIAS_CONDITION, "counts", SPAN("go on the tab"));
	assert_counts(note, texts, 1, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(clear_terms_count_missed_sessions),
		NOTE_TEST(other_terms_do_not),
		NOTE_TEST(what_depends_is_not_clear),
		NOTE_TEST(a_persons_own_words_are_understood),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
