#include "test.h"

#include "base/nearest.h"

static void distance_counts_slips(void **state)
{
	(void)state;
	static const struct {
		const char *a;
		const char *b;
		size_t distance;
	} cases[] = {
		{ "", "", 0 },
		{ "", "abc", 3 },
		{ "abc", "", 3 },
		{ "vault", "vault", 0 },
		{ "vualt", "vault", 1 },
		{ "valt", "vault", 1 },
		{ "vaullt", "vault", 1 },
		{ "vaulx", "vault", 1 },
		{ "kitten", "sitting", 3 },
		{ "ca", "abc", 3 },
		{ "DRY-RUN", "dry_run", 0 },
		{ "prep-sesion", "prep_session", 1 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(text_distance(span_of(cases[i].a), span_of(cases[i].b)), cases[i].distance);
		assert_int_equal(text_distance(span_of(cases[i].b), span_of(cases[i].a)), cases[i].distance);
		assert_int_equal(text_is_alike(span_of(cases[i].a), span_of(cases[i].b)), cases[i].distance == 0);
	}
}

static void a_long_text_is_near_itself_alone(void **state)
{
	(void)state;
	char text[100];
	memset(text, 'x', sizeof(text));
	struct span longer = { text, 100 };
	struct span shorter = { text, 99 };
	assert_int_equal(text_distance(longer, longer), 0);
	assert_int_equal(text_distance(longer, shorter), 100);
	assert_int_equal(text_distance(span_slice(longer, 0, 64), span_slice(longer, 0, 63)), 1);
}

static const char *nearest_of_three(const char *text)
{
	struct nearest nearest = nearest_to(span_of(text));
	nearest_offer(&nearest, "weeks");
	nearest_offer(&nearest, "week");
	nearest_offer(&nearest, "json");
	return nearest.best;
}

static void the_nearest_within_a_third_is_found(void **state)
{
	(void)state;
	assert_string_equal(nearest_of_three("weks"), "weeks");
	assert_string_equal(nearest_of_three("wek"), "week");
	assert_string_equal(nearest_of_three("jsno"), "json");
	assert_null(nearest_of_three("jx"));
	assert_null(nearest_of_three("vault"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(distance_counts_slips),
		cmocka_unit_test(a_long_text_is_near_itself_alone),
		cmocka_unit_test(the_nearest_within_a_third_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
