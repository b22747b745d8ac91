#include "test.h"

#include "vault/vault.h"

#include <string.h>

static void a_title_becomes_a_file_name(void **state)
{
	(void)state;
	static const struct {
		const char *title;
		const char *name;
	} cases[] = {
		{ "Ana Silva", "Ana Silva" },
		{ "  Ana   Silva ", "Ana Silva" },
		{ "Li Wei 李伟", "Li Wei 李伟" },
		{ "Jose\xcc\x81", "Jos\xc3\xa9" },
		{ "A/B: the \"plan\"?", "A-B- the -plan" },
		{ "../../etc/passwd", "etc-passwd" },
		{ ".hidden", "hidden" },
		{ "-rf", "rf" },
		{ "Note.", "Note" },
		{ "[[Ana]] #1 ^x|y", "Ana- -1 -x-y" },
		{ "a\nb\tc", "a b c" },
		{ "a\x1b[31mb", "a-31mb" },
		{ "CON", "CON_" },
		{ "con.txt", "con.txt_" },
		{ "LPT1", "LPT1_" },
		{ "LPT", "LPT" },
		{ "Console", "Console" },
		{ "", "Untitled" },
		{ "///", "Untitled" },
		{ "...", "Untitled" },
		{ "\xe2\x80\xaegnp.exe", "gnp.exe" },
	};
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(vault_file_name(&arena, span_of(cases[i].title)), cases[i].name);
	assert_string_equal(vault_file_name(&arena, SPAN("a\0b")), "ab");
	arena_release(&arena);
}

static void a_long_title_is_cut_between_characters(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	char *title = arena_allocate(&arena, 301);
	for (size_t i = 0; i < 300; i += 3)
		memcpy(title + i, "李", 3);
	const char *name = vault_file_name(&arena, span_of(title));
	assert_int_equal(strlen(name), 159);
	assert_memory_equal(name, title, 159);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_title_becomes_a_file_name),
		cmocka_unit_test(a_long_title_is_cut_between_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
