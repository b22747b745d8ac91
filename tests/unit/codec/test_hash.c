#include "test.h"

#include "codec/hash.h"

static void the_same_bytes_have_the_same_digest(void **state)
{
	(void)state;
	assert_true(digest_equal(digest_of(SPAN("a\0b")), digest_of(SPAN("a\0b"))));
	assert_false(digest_equal(digest_of(SPAN("a\0b")), digest_of(SPAN("a\0c"))));
	assert_false(digest_equal(digest_of(SPAN("")), digest_of(SPAN("\0"))));
}

static void the_digest_is_xxh3_of_128_bits(void **state)
{
	(void)state;
	/* What `xxhsum -H2` prints for no bytes. */
	assert_string_equal(digest_format(digest_of(SPAN_NONE)).text, "99aa06d3014798d86001c324468d497f");
}

static void a_digest_reads_back_from_its_text(void **state)
{
	(void)state;
	struct digest low = { 0, 15 };
	assert_string_equal(digest_format(low).text, "0000000000000000000000000000000f");
	struct digest digest = digest_of(SPAN("coach"));
	struct digest read = { 0, 0 };
	assert_true(digest_parse(span_of(digest_format(digest).text), &read));
	assert_true(digest_equal(digest, read));
}

static void other_texts_are_no_digest(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "0", "0000000000000000000000000000000",
		"000000000000000000000000000000000", "0000000000000000000000000000000g",
		"0000000000000000000000000000000F", " 000000000000000000000000000000f" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct digest read = { 7, 7 };
		assert_false(digest_parse(span_of(texts[i]), &read));
		assert_int_equal(read.low, 7);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_bytes_have_the_same_digest),
		cmocka_unit_test(the_digest_is_xxh3_of_128_bits),
		cmocka_unit_test(a_digest_reads_back_from_its_text),
		cmocka_unit_test(other_texts_are_no_digest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
