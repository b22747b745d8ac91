/* Two names are one metric when a person reads them as one. */
#include "note_fixture.h"

#include "model/metric_name.h"

static void a_metric_is_known_by_its_whole_name(void **state)
{
	static const struct {
		const char *name, *other;
		bool same;
	} cases[] = {
		{ "Board confidence", "board  CONFIDENCE", true },
		{ "**Board confidence**", "Board confidence", true },
		{ "[[Board confidence]]", "Board confidence", true },
		{ "Größe", "GRÖSSE", true },
		{ "信心", "信心", true },
		{ "NPS (clients)", "NPS (staff)", false },
		{ "NPS (clients)", "NPS", false },
		{ "客户满意度（团队）", "客户满意度（董事会）", false },
		{ "1. Quarter", "2. Quarter", false },
		{ "Hours", "Hours a week", false },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (metric_is(&note->arena, span_of(cases[i].name), span_of(cases[i].other)) != cases[i].same)
			fail_msg("%s, %s", cases[i].name, cases[i].other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_metric_is_known_by_its_whole_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
