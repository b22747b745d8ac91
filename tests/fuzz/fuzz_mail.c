/* The first line is an address, the second a name, the third a subject, the rest a text: the message is ASCII in short
 * lines, has the headers that it should and no other, and a reader of its own finds address, name, subject and text in
 * it again. */
#include "base/buffer.h"
#include "codec/mail.h"
#include "codec/utf8.h"
#include "fuzz/fuzz.h"

#include <string.h>

enum { MOST = 64 << 20, LINE_MOST = 78, ENCODED_MOST = 76 };

/* --- a reader ---------------------------------------------------------------------------------------------------- */

static int digit_of(char byte, const char *digits)
{
	const char *found = byte ? strchr(digits, byte) : NULL;
	return found ? (int)(found - digits) : -1;
}

static void read_base64(struct buffer *out, struct span text)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned long bits = 0;
	int count = 0;
	for (size_t i = 0; i < text.length; i++) {
		int digit = digit_of(text.at[i], digits);
		if (digit < 0)
			continue;
		bits = (bits << 6 | (unsigned long)digit) & 0xFFFFFF;
		count += 6;
		if (count >= 8) {
			count -= 8;
			buffer_add_byte(out, (char)(bits >> count & 0xFF));
		}
	}
}

/* Q of a header, where a low line is a blank, and quoted-printable, where "=" ends a line that goes on. */
static void read_escaped(struct buffer *out, struct span text, bool header)
{
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] != '=') {
			buffer_add_byte(out, header && text.at[i] == '_' ? ' ' : text.at[i]);
			continue;
		}
		CHECK(i + 2 < text.length);
		int high = digit_of(text.at[i + 1], "0123456789ABCDEF");
		int low = digit_of(text.at[i + 2], "0123456789ABCDEF");
		if (high >= 0 && low >= 0)
			buffer_add_byte(out, (char)(high << 4 | low));
		else
			CHECK(!header && text.at[i + 1] == '\r' && text.at[i + 2] == '\n');
		i += 2;
	}
}

static void read_word(struct buffer *out, struct span word)
{
	CHECK(word.length <= 75 && span_skip(&word, "=?UTF-8?") && span_ends_with(word, "?="));
	word.length -= 2;
	struct buffer BUFFER_CLEANUP bytes = BUFFER_INIT(MOST);
	if (span_skip(&word, "B?"))
		read_base64(&bytes, word);
	else {
		CHECK(span_skip(&word, "Q?"));
		read_escaped(&bytes, word, true);
	}
	CHECK(utf8_is_valid(buffer_span(&bytes)));
	buffer_add(out, buffer_span(&bytes));
}

/* Unfolded; blanks between two encoded words are none. */
static struct span read_text(struct arena *arena, struct span value)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(MOST);
	struct span word;
	bool encoded_before = true;
	while (span_next(&value, ' ', &word)) {
		bool encoded = span_starts_with(word, "=?");
		if (!(encoded && encoded_before) && out.length)
			buffer_add_byte(&out, ' ');
		if (encoded)
			read_word(&out, word);
		else
			buffer_add(&out, word);
		encoded_before = encoded;
	}
	return buffer_finish(arena, &out);
}

static struct span without_quotes(struct arena *arena, struct span name)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(MOST);
	CHECK(name.length >= 2 && span_ends_with(name, "\""));
	for (size_t i = 1; i + 1 < name.length; i++) {
		i += name.at[i] == '\\';
		buffer_add_byte(&out, name.at[i]);
	}
	return buffer_finish(arena, &out);
}

/* Cuts the next header off, unfolded; false at the empty line. */
static bool next_header(struct arena *arena, struct span *rest, struct span *header)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(MOST);
	size_t end = span_find(*rest, "\r\n");
	CHECK(end < rest->length);
	struct span line = span_slice(*rest, 0, end);
	*rest = span_from(*rest, end + 2);
	if (line.length == 0)
		return false;
	buffer_add(&out, line);
	while (span_starts_with(*rest, " ")) {
		end = span_find(*rest, "\r\n");
		buffer_add(&out, span_slice(*rest, 0, end));
		*rest = span_from(*rest, end + 2);
	}
	*header = buffer_finish(arena, &out);
	return true;
}

/* --- what is demanded -------------------------------------------------------------------------------------------- */

static void check_lines(struct span message)
{
	while (message.length) {
		size_t end = span_find(message, "\r\n");
		struct span line = span_slice(message, 0, end);
		CHECK(end < message.length && end <= LINE_MOST);
		CHECK(end <= ENCODED_MOST || !span_contains(line, "=?UTF-8?"));
		CHECK(!span_contains(line, "\r") && !span_contains(line, "\n"));
		for (size_t i = 0; i < line.length; i++)
			CHECK((line.at[i] >= ' ' && line.at[i] <= '~') || line.at[i] == '\t');
		message = span_from(message, end + 2);
	}
}

static struct span expected_body(struct arena *arena, struct span text)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(MOST);
	struct span rest = utf8_repair(arena, text);
	struct span line;
	while (span_next_line(&rest, &line)) {
		buffer_add(&out, utf8_without_controls(arena, line));
		buffer_add_text(&out, "\r\n");
	}
	return buffer_finish(arena, &out);
}

static struct span sentence(struct arena *arena, struct span text)
{
	return utf8_sentence(arena, utf8_repair(arena, text));
}

static void check_to(struct arena *arena, struct span value, const struct mail_address *to)
{
	struct span name = sentence(arena, to->name);
	if (name.length == 0) {
		CHECK(span_equal(value, to->address));
		return;
	}
	size_t open = value.length - to->address.length - 2;
	CHECK(value.length > to->address.length + 2 && span_ends_with(value, ">"));
	CHECK(span_equal(span_slice(value, open + 1, to->address.length), to->address));
	struct span shown = span_trim_end(span_slice(value, 0, open));
	bool quoted = span_starts_with(shown, "\"");
	CHECK(span_equal(quoted ? without_quotes(arena, shown) : read_text(arena, shown), name));
}

static void check_message(
	struct arena *arena, struct span message, const struct mail *mail, struct span subject, struct span body)
{
	struct span rest = message;
	struct span header;
	bool base64 = false;
	int seen = 0;
	bool valid = mail_address_is_valid(mail->to[0].address);
	while (next_header(arena, &rest, &header)) {
		seen++;
		if (span_skip(&header, "To: "))
			check_to(arena, header, &mail->to[0]);
		else if (span_skip(&header, "Subject: "))
			CHECK(span_equal(read_text(arena, header), sentence(arena, subject)));
		else if (span_skip(&header, "Content-Transfer-Encoding: "))
			base64 = span_is(header, "base64");
		else
			CHECK(span_is(header, "X-Unsent: 1") || span_is(header, "MIME-Version: 1.0") ||
				span_is(header, "Content-Type: text/plain; charset=UTF-8"));
	}
	CHECK(seen == 5 + valid);
	struct buffer BUFFER_CLEANUP read = BUFFER_INIT(MOST);
	if (base64)
		read_base64(&read, rest);
	else
		read_escaped(&read, rest, false);
	CHECK(span_equal(buffer_span(&read), expected_body(arena, body)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span rest = input_copy(&arena, data, size);
	struct mail_address to = { .address = input_first_line(&rest) };
	to.name = input_first_line(&rest);
	struct span subject = input_first_line(&rest);
	struct mail mail = { .to = &to, .to_count = 1, .subject = subject, .body = rest, .draft = true };
	struct span message = mail_text(&arena, &mail);
	/* A header's longest word may be an address, which nothing folds. */
	if (to.address.length <= LINE_MOST - 4)
		check_lines(message);
	check_message(&arena, message, &mail, subject, rest);
	arena_release(&arena);
	return 0;
}
