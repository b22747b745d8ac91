/* What is sealed opens only as it was closed. */
#include "test.h"

#include "codec/sealed.h"

static void seal(struct buffer *bytes)
{
	sealed_begin(bytes, "coach test 1");
	packed_add(bytes, 7);
	digest_pack(bytes, digest_of(SPAN("text")));
	sealed_end(bytes);
}

static void what_is_sealed_opens(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(1000);
	struct packed packed;
	seal(&bytes);
	assert_true(sealed_open(buffer_span(&bytes), "coach test 1", &packed));
	assert_int_equal(packed_read(&packed), 7);
	assert_true(digest_equal(digest_unpack(&packed), digest_of(SPAN("text"))));
	assert_int_equal(packed.rest.length, 0);
	assert_false(sealed_open(buffer_span(&bytes), "coach test 2", &packed));
	assert_false(sealed_open(buffer_span(&bytes), "coach test", &packed));
}

static void what_was_touched_or_cut_does_not(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(1000);
	struct packed packed;
	seal(&bytes);
	for (size_t i = 0; i < bytes.length; i++) {
		bytes.bytes[i] ^= 1;
		assert_false(sealed_open(buffer_span(&bytes), "coach test 1", &packed));
		bytes.bytes[i] ^= 1;
		assert_false(sealed_open(span_slice(buffer_span(&bytes), 0, i), "coach test 1", &packed));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_sealed_opens),
		cmocka_unit_test(what_was_touched_or_cut_does_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
