/* Messages as mail programs read them. Expected encodings are worked out by hand from RFC 2045 and RFC 2047. */
#include "test.h"

#include "codec/mail.h"

static int set_up(void **state)
{
	static struct arena arena;
	arena = ARENA_INIT;
	*state = &arena;
	return 0;
}

static int tear_down(void **state)
{
	arena_release(*state);
	return 0;
}

static struct span message(
	struct arena *arena, const char *name, const char *address, const char *subject, const char *body)
{
	struct mail_address to = { span_of(name), span_of(address) };
	struct mail mail = { .to = &to, .to_count = 1, .subject = span_of(subject), .body = span_of(body) };
	return mail_text(arena, &mail);
}

/* The header of that name, folds and all. */
static struct span header(struct span text, const char *name)
{
	struct span rest = span_from(text, span_find(text, name));
	size_t end = 0;
	do
		end += span_find(span_from(rest, end), "\r\n") + 2;
	while (end < rest.length && rest.at[end] == ' ');
	return span_slice(rest, 0, end - 2);
}

static void a_whole_message(void **state)
{
	struct arena *arena = *state;
	struct mail_address to = { SPAN("Ada Example"), SPAN("ada@example.org") };
	struct mail mail = { { SPAN("Robin Muster"), SPAN("robin@example.org") }, &to, 1, SPAN("Friday"),
		SPAN("Hello Ada,\n\nsee you."), true };
	assert_span(mail_text(arena, &mail), "X-Unsent: 1\r\n"
					     "From: Robin Muster <robin@example.org>\r\n"
					     "To: Ada Example <ada@example.org>\r\n"
					     "Subject: Friday\r\n"
					     "MIME-Version: 1.0\r\n"
					     "Content-Type: text/plain; charset=UTF-8\r\n"
					     "Content-Transfer-Encoding: quoted-printable\r\n"
					     "\r\n"
					     "Hello Ada,\r\n\r\nsee you.\r\n");
}

static void addresses_are_checked(void **state)
{
	(void)state;
	static const struct {
		const char *address;
		bool valid;
	} cases[] = {
		{ "ada@example.org", true },
		{ "ada.l+coach@mail.example.co.uk", true },
		{ "a@b", true },
		{ "o'hara_1@ex-ample.org", true },
		{ "", false },
		{ "ada", false },
		{ "@example.org", false },
		{ "ada@", false },
		{ "ada@@example.org", false },
		{ "ada@example..org", false },
		{ ".ada@example.org", false },
		{ "ada.@example.org", false },
		{ "ada@-example.org", false },
		{ "ada@exa mple.org", false },
		{ "ada lovelace@example.org", false },
		{ "ada@example.org, eve@example.org", false },
		{ "ada@example.org>", false },
		{ "ada@example.org\r\nBcc: eve@example.org", false },
		{ "\"ada\"@example.org", false },
		{ "jürgen@example.org", false },
		{ "li@例.org", false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (mail_address_is_valid(span_of(cases[i].address)) != cases[i].valid)
			fail_msg("%s", cases[i].address);
}

static void several_addresses_are_one_after_the_other(void **state)
{
	static const char *const wanted[] = { "ada@example.org", "eve@example.org", "", "nobody" };
	struct span list = SPAN("Ada Example <ada@example.org> ; eve@example.org,, nobody");
	struct span address;
	(void)state;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		assert_true(mail_address_next(&list, &address));
		assert_span(address, wanted[i]);
	}
	assert_false(mail_address_next(&list, &address));
}

static void names_and_subjects_are_encoded_where_they_must(void **state)
{
	struct arena *arena = *state;
	static const struct {
		const char *name;
		const char *subject;
		const char *to;
		const char *line;
	} cases[] = {
		{ "", "Plain", "To: a@b.c", "Subject: Plain" },
		{ "Dr. Ada", "", "To: \"Dr. Ada\" <a@b.c>", "Subject: " },
		{ "Ada \"Ace\" \\", "x", "To: \"Ada \\\"Ace\\\" \\\\\" <a@b.c>", "Subject: x" },
		{ "Jürgen Groß", "Grüße", "To: =?UTF-8?Q?J=C3=BCrgen_Gro=C3=9F?= <a@b.c>",
			"Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=" },
		/* 李雷 is E6 9D 8E E9 9B B7: six bytes are eight digits, less than eighteen. */
		{ "李雷", "李雷", "To: =?UTF-8?B?5p2O6Zu3?= <a@b.c>", "Subject: =?UTF-8?B?5p2O6Zu3?=" },
		{ "=?x", "=?UTF-8?Q?x?=", "To: =?UTF-8?Q?=3D=3Fx?= <a@b.c>",
			"Subject: =?UTF-8?Q?=3D=3FUTF-8=3FQ=3Fx=3F=3D?=" },
		{ "Eve\r\nBcc: x@y.z", "a\r\nBcc: x@y.z", "To: \"Eve Bcc: x@y.z\" <a@b.c>", "Subject: a Bcc: x@y.z" },
		{ "Eve\nBcc: x", "a\tb", "To: \"Eve Bcc: x\" <a@b.c>", "Subject: a b" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span text = message(arena, cases[i].name, "a@b.c", cases[i].subject, "x");
		assert_span(header(text, "To: "), cases[i].to);
		assert_span(header(text, "Subject: "), cases[i].line);
	}
}

static void long_subjects_are_folded(void **state)
{
	struct arena *arena = *state;
	struct span plain = message(arena, "", "a@b.c",
		"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", "x");
	assert_span(header(plain, "Subject: "),
		"Subject: one two three four five six seven eight nine ten eleven twelve\r\n thirteen fourteen fifteen");
	/* 42 bytes are 56 digits of base64, for which the first line has no room: 76 - 9 - 12 = 55 hold 39 bytes. */
	struct span chinese = message(arena, "", "a@b.c", "一一一一一一一一一一一一一一", "x");
	assert_span(header(chinese, "Subject: "),
		"Subject: =?UTF-8?B?5LiA5LiA5LiA5LiA5LiA5LiA5LiA5LiA5LiA5LiA5LiA5LiA5LiA?=\r\n =?UTF-8?B?5LiA?=");
}

static void several_recipients_stand_on_lines_of_their_own(void **state)
{
	struct arena *arena = *state;
	struct mail_address to[] = { { SPAN_NONE, SPAN("a@b.c") }, { SPAN_NONE, SPAN("not one") },
		{ SPAN("Eve"), SPAN("eve@b.c") } };
	struct mail mail = { .to = to, .to_count = 3, .subject = SPAN("x"), .body = SPAN("x") };
	assert_span(header(mail_text(arena, &mail), "To: "), "To: a@b.c,\r\n Eve <eve@b.c>");
}

static void without_a_valid_address_there_is_no_line(void **state)
{
	struct arena *arena = *state;
	struct span text = message(arena, "Ada", "not one", "x", "x");
	assert_false(span_contains(text, "To:"));
	assert_false(span_contains(text, "From:"));
	assert_false(span_contains(text, "X-Unsent"));
}

static struct span body_of(struct span text)
{
	return span_from(text, span_find(text, "\r\n\r\n") + 4);
}

static void bodies_are_quoted_where_they_must(void **state)
{
	struct arena *arena = *state;
	static const struct {
		const char *body;
		const char *quoted;
	} cases[] = {
		{ "", "" },
		{ "a\r\nb\rc\n", "a\r\nb\r\nc\r\n" },
		{ "1 + 1 = 2", "1 + 1 =3D 2\r\n" },
		{ "Größe, as people in Berlin say", "Gr=C3=B6=C3=9Fe, as people in Berlin say\r\n" },
		{ "end \nand\t", "end=20\r\nand=09\r\n" },
		{ ".\n..", "=2E\r\n..\r\n" },
		{ "From Ada\nAnd From Ada", "=46rom Ada\r\nAnd From Ada\r\n" },
		{ "a\033[31mb", "a[31mb\r\n" },
		/* 76 fit; of 77 the last two go on below, as the "=" needs a place. */
		{ "1234567890123456789012345678901234567890123456789012345678901234567890123456",
			"1234567890123456789012345678901234567890123456789012345678901234567890123456\r\n" },
		{ "12345678901234567890123456789012345678901234567890123456789012345678901234567",
			"123456789012345678901234567890123456789012345678901234567890123456789012345=\r\n67\r\n" },
		/* 李雷 and CRLF: base64, as eight bytes are twelve digits. */
		{ "李雷", "5p2O6Zu3DQo=\r\n" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(body_of(message(arena, "", "a@b.c", "x", cases[i].body)), cases[i].quoted);
}

#define MAIL_TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		MAIL_TEST(a_whole_message),
		MAIL_TEST(addresses_are_checked),
		MAIL_TEST(several_addresses_are_one_after_the_other),
		MAIL_TEST(names_and_subjects_are_encoded_where_they_must),
		MAIL_TEST(long_subjects_are_folded),
		MAIL_TEST(several_recipients_stand_on_lines_of_their_own),
		MAIL_TEST(without_a_valid_address_there_is_no_line),
		MAIL_TEST(bodies_are_quoted_where_they_must),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
