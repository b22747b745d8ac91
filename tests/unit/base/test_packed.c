/* What is packed is read again; what is cut anywhere is not. */
#include "test.h"

#include "base/packed.h"

static void pack(struct buffer *bytes)
{
	packed_add(bytes, 0);
	packed_add(bytes, 0xFFFFFFFF);
	packed_add_long(bytes, 0x0123456789ABCDEF);
	packed_add_text(bytes, SPAN("Ada"));
	packed_add_text(bytes, SPAN_NONE);
	packed_add(bytes, 7);
}

static bool reads_back(struct span bytes)
{
	struct packed packed = { bytes, true };
	bool same = packed_read(&packed) == 0 && packed_read(&packed) == 0xFFFFFFFF &&
		    packed_read_long(&packed) == 0x0123456789ABCDEF && span_is(packed_read_text(&packed), "Ada") &&
		    packed_read_text(&packed).at == NULL && packed_read(&packed) == 7;
	return same && packed.good && packed.rest.length == 0;
}

static void what_is_packed_is_read_again(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(1000);
	pack(&bytes);
	assert_true(reads_back(buffer_span(&bytes)));
}

static void what_is_cut_anywhere_is_no_good(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(1000);
	pack(&bytes);
	for (size_t length = 0; length < bytes.length; length++)
		assert_false(reads_back(span_slice(buffer_span(&bytes), 0, length)));
}

static void the_lowest_byte_comes_first(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(1000);
	packed_add(&bytes, 0x01020304);
	assert_span(buffer_span(&bytes), "\x04\x03\x02\x01");
}

static void a_number_that_is_too_large_is_no_good(void **state)
{
	(void)state;
	struct packed packed = { SPAN("\x02\x00\x00\x00\x02\x00\x00\x00\x01\x00\x00\x00"), true };
	assert_int_equal(packed_read_below(&packed, 3), 2);
	assert_true(packed.good);
	assert_int_equal(packed_read_below(&packed, 2), 0);
	assert_false(packed.good);
	assert_int_equal(packed_read_below(&packed, 2), 0);
}

static void a_length_beyond_the_end_gives_nothing(void **state)
{
	(void)state;
	struct packed packed = { SPAN("\xFF\xFF\xFF\xFF"
				      "text"),
		true };
	assert_null(packed_read_text(&packed).at);
	assert_false(packed.good);
	assert_int_equal(packed_read(&packed), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_packed_is_read_again),
		cmocka_unit_test(what_is_cut_anywhere_is_no_good),
		cmocka_unit_test(the_lowest_byte_comes_first),
		cmocka_unit_test(a_number_that_is_too_large_is_no_good),
		cmocka_unit_test(a_length_beyond_the_end_gives_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
