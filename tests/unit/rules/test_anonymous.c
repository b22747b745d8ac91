/* A case is told without the client's name, and without harm to other words. */
#include "test.h"

#include "rules/anonymous.h"

static void names_go_and_other_words_stay(void **state)
{
	static const struct {
		const char *names[2];
		const char *text, *told;
	} cases[] = {
		{ { "Ada Example" }, "Ada Example asks first.", "the client asks first." },
		{ { "Ada Example" }, "Adam is adaptive; so is ada.", "Adam is adaptive; so is the client." },
		{ { "Ada Example" }, "ADA, example: Canada", "the client, the client: Canada" },
		{ { "Ada Example" }, "Ada's goal, Adas Ziel, Adas' plan, Adass",
			"the client's goal, the client's Ziel, the client's' plan, Adass" },
		{ { "Ada", "Ada Example" }, "Mrs Example", "Mrs the client" },
		{ { "J. Sample" }, "J is a letter; Sample is none", "J is a letter; the client is none" },
		{ { "Anna-Lena Invented" }, "Lena, anna-lena", "the client, the client" },
		{ { "Jürgen Größe" }, "jürgen, Jurgen, Juergen, GRÖSSE, Ju\xCC\x88rgens",
			"the client, the client, the client, the client, the client's" },
		{ { "李雷" }, "今天李雷先提问，雷雨", "今天the client先提问，雷雨" },
		{ { "Client Template" }, "Client Template asked the client.", "the client asked the the client." },
		{ { "" }, "nobody", "nobody" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		struct text_list lines = { .arena = &arena };
		struct span names[2] = { span_of(cases[i].names[0]),
			cases[i].names[1] ? span_of(cases[i].names[1]) : SPAN_NONE };
		text_list_add(&lines, span_of(cases[i].text));
		make_anonymous(&lines, LANGUAGE_ENGLISH, names, 2);
		assert_span(lines.items[0], cases[i].told);
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(names_go_and_other_words_stay) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
