/* Whom a session's place in the vault names. */
#include "test.h"

#include "vault/note_place.h"

static void a_place_names_its_client(void **state)
{
	(void)state;
	static const char usual[] = "Clients/{client}/Sessions/{date} {client}.md";
	static const struct {
		const char *pattern, *path, *client;
	} cases[] = {
		{ usual, "Clients/Ana Silva/Sessions/2026-11-20 Ana Silva.md", "Ana Silva" },
		{ usual, "Clients/Ana Silva/Sessions/2026-11-20 Ana Silva 2.md", "Ana Silva" },
		{ usual, "Clients/Cohort 2/Sessions/2026-11-20 Cohort 2.md", "Cohort 2" },
		{ usual, "Clients/Ana Silva/Sessions/2026-11-20 Ben.md", "" },
		{ usual, "Clients/Ana Silva/Sessions/2026-11-20 Ana.md", "" },
		{ usual, "Clients/Ana Silva/Sessions/2026-13-20 Ana Silva.md", "" },
		{ usual, "Clients/Ana Silva/Sessions/Notes Ana Silva.md", "" },
		{ usual, "Archive/Clients/Ana Silva/Sessions/2026-11-20 Ana Silva.md", "" },
		{ usual, "Clients/a/b/Sessions/2026-11-20 a/b.md", "" },
		{ usual, "Clients/张样例/Sessions/2026-11-20 张样例.md", "张样例" },
		{ "Sitzungen/{year}/{client} {date}", "Sitzungen/2026/Ana Silva 2026-11-20.md", "Ana Silva" },
		{ "Sitzungen/{client} {week}.md", "Sitzungen/Ana Silva 2026-W47.md", "Ana Silva" },
		{ "Sessions/{date}.md", "Sessions/2026-11-20.md", "" },
		{ "Sessions/{client", "Sessions/{client.md", "" },
		{ "{client}", "A.md", "A" },
		{ "{client}{client}", "AA.md", "A" },
		{ "", ".md", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct configuration configuration = { .session_path = cases[i].pattern };
		assert_span(note_place_client(&configuration, cases[i].path), cases[i].client);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_place_names_its_client) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
