#include "codec/mail.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "codec/utf8.h"

#include <string.h>

enum {
	MESSAGE_MOST = 64 << 20,
	LINE_MOST = 78,
	ENCODED_LINE_MOST = 76, /* of a header line with an encoded word, and of an encoded body (RFC 2045, 2047) */
	ENCODED_WORD_MOST = 75,
	WORD_FRAME = 12, /* =?UTF-8?Q? and ?= */
	WORD_LEAST = 12, /* one character of four bytes, in Q */
	LOCAL_MOST = 64,
	ADDRESS_MOST = 254
};

/* A header that is being written, folded before it grows too long. */
struct header {
	struct buffer *out;
	size_t column;
};

/* --- addresses --------------------------------------------------------------------------------------------------- */

static bool is_atom_byte(char byte)
{
	return ascii_is_alphanumeric(byte) || (byte && strchr("!#$%&'*+-/=?^_`{|}~", byte));
}

/* Words between points, none of them empty. */
static bool is_dotted(struct span text, bool (*is_part)(struct span))
{
	struct span part;
	if (text.length == 0 || span_starts_with(text, ".") || span_ends_with(text, "."))
		return false;
	while (span_next(&text, '.', &part))
		if (!is_part(part))
			return false;
	return true;
}

static bool is_atom(struct span part)
{
	for (size_t i = 0; i < part.length; i++)
		if (!is_atom_byte(part.at[i]))
			return false;
	return part.length > 0;
}

static bool is_domain_label(struct span part)
{
	for (size_t i = 0; i < part.length; i++)
		if (!ascii_is_alphanumeric(part.at[i]) && part.at[i] != '-')
			return false;
	return part.length > 0 && part.at[0] != '-' && part.at[part.length - 1] != '-';
}

bool mail_address_is_valid(struct span address)
{
	size_t at = span_find_byte(address, '@');
	if (at > LOCAL_MOST || address.length > ADDRESS_MOST || at == address.length)
		return false;
	return is_dotted(span_slice(address, 0, at), is_atom) && is_dotted(span_from(address, at + 1), is_domain_label);
}

static struct span without_name(struct span text)
{
	size_t open = span_find_byte(text, '<');
	if (open == text.length)
		return span_trim(text);
	struct span inside = span_from(text, open + 1);
	return span_trim(span_slice(inside, 0, span_find_byte(inside, '>')));
}

bool mail_address_next(struct span *list, struct span *address)
{
	size_t end = span_find_any(*list, ",;");
	if (!list->length)
		return false;
	*address = without_name(span_slice(*list, 0, end));
	*list = span_from(*list, end + 1);
	return true;
}

/* --- base64 and Q ------------------------------------------------------------------------------------------------ */

static void add_base64(struct buffer *out, struct span bytes)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < bytes.length; i += 3) {
		size_t left = bytes.length - i;
		unsigned long group = (unsigned long)(unsigned char)bytes.at[i] << 16;
		if (left > 1)
			group |= (unsigned long)(unsigned char)bytes.at[i + 1] << 8;
		if (left > 2)
			group |= (unsigned char)bytes.at[i + 2];
		buffer_add_byte(out, digits[group >> 18 & 63]);
		buffer_add_byte(out, digits[group >> 12 & 63]);
		buffer_add_byte(out, left > 1 ? digits[group >> 6 & 63] : '=');
		buffer_add_byte(out, left > 2 ? digits[group & 63] : '=');
	}
}

static size_t base64_length(size_t bytes)
{
	return (bytes + 2) / 3 * 4;
}

/* Escaped text can be read by people, most of it, where most of its letters are ASCII. */
static bool base64_is_better(size_t bytes, size_t escaped)
{
	return base64_length(bytes) < escaped / 4 * 3;
}

static void add_escaped(struct buffer *out, char byte)
{
	buffer_printf(out, "=%02X", (unsigned)(unsigned char)byte);
}

/* What may stand as it is in an encoded word of a name, where the least is allowed (RFC 2047, 5). */
static bool is_plain_in_word(char byte)
{
	return ascii_is_alphanumeric(byte) || (byte && strchr("!*+-/", byte));
}

static size_t word_length(struct span text)
{
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++)
		length += is_plain_in_word(text.at[i]) || text.at[i] == ' ' ? 1 : 3;
	return length;
}

static void add_word_text(struct buffer *out, struct span text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == ' ')
			buffer_add_byte(out, '_');
		else if (is_plain_in_word(text.at[i]))
			buffer_add_byte(out, text.at[i]);
		else
			add_escaped(out, text.at[i]);
	}
}

/* --- headers ----------------------------------------------------------------------------------------------------- */

static void add(struct header *header, struct span text)
{
	buffer_add(header->out, text);
	header->column += text.length;
}

static void fold(struct header *header)
{
	buffer_add_text(header->out, "\r\n");
	header->column = 0;
	add(header, SPAN(" "));
}

static struct header begin(struct buffer *out, const char *name)
{
	struct header header = { out, 0 };
	add(&header, span_of(name));
	return header;
}

static void end(struct header *header)
{
	buffer_add_text(header->out, "\r\n");
}

/* As many whole characters as fit into `room` when encoded. */
static size_t fitting(struct span text, size_t room, bool base64)
{
	size_t fits = 0;
	while (fits < text.length) {
		uint32_t character;
		size_t next = fits + utf8_decode(span_from(text, fits), &character);
		size_t length = base64 ? base64_length(next) : word_length(span_slice(text, 0, next));
		if (length > room)
			break;
		fits = next;
	}
	return fits;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Between two encoded words the line's fold is no text. */
static void add_encoded(struct header *header, struct span text)
{
	bool base64 = base64_is_better(text.length, word_length(text));
	while (text.length) {
		size_t left = ENCODED_LINE_MOST - least(header->column, ENCODED_LINE_MOST);
		if (left < WORD_FRAME + WORD_LEAST) {
			fold(header);
			continue;
		}
		size_t fits = fitting(text, least(left, ENCODED_WORD_MOST) - WORD_FRAME, base64);
		size_t before = header->out->length;
		buffer_add_text(header->out, base64 ? "=?UTF-8?B?" : "=?UTF-8?Q?");
		if (base64)
			add_base64(header->out, span_slice(text, 0, fits));
		else
			add_word_text(header->out, span_slice(text, 0, fits));
		buffer_add_text(header->out, "?=");
		header->column += header->out->length - before;
		text = span_from(text, fits);
		if (text.length)
			fold(header);
	}
}

/* A text that may stand as it is: ASCII, no word that would be taken for an encoded one, none too long for a line. */
static bool is_plain(struct span text)
{
	struct span word;
	if (!utf8_is_ascii(text) || span_contains(text, "=?"))
		return false;
	while (span_next(&text, ' ', &word))
		if (word.length > LINE_MOST / 2)
			return false;
	return true;
}

static void add_words(struct header *header, struct span text)
{
	struct span word;
	bool first = true;
	while (span_next(&text, ' ', &word)) {
		if (!first && header->column + 1 + word.length > LINE_MOST)
			fold(header);
		else if (!first)
			add(header, SPAN(" "));
		add(header, word);
		first = false;
	}
}

static struct span one_line(struct arena *arena, struct span text)
{
	return utf8_sentence(arena, utf8_repair(arena, text));
}

static void add_quoted(struct header *header, struct span name)
{
	add(header, SPAN("\""));
	for (size_t i = 0; i < name.length; i++) {
		if (name.at[i] == '"' || name.at[i] == '\\')
			add(header, SPAN("\\"));
		add(header, span_slice(name, i, 1));
	}
	add(header, SPAN("\""));
}

static void add_name(struct header *header, struct span name)
{
	bool atoms = true;
	for (size_t i = 0; i < name.length; i++)
		atoms = atoms && (is_atom_byte(name.at[i]) || name.at[i] == ' ');
	if (!is_plain(name) || name.length > LINE_MOST / 2)
		add_encoded(header, name);
	else if (atoms)
		add(header, name);
	else
		add_quoted(header, name);
}

static void add_address(struct arena *arena, struct header *header, const struct mail_address *address)
{
	struct span name = one_line(arena, address->name);
	if (name.length) {
		add_name(header, name);
		if (header->column + address->address.length + 3 > ENCODED_LINE_MOST)
			fold(header);
		else
			add(header, SPAN(" "));
		add(header, SPAN("<"));
	}
	add(header, address->address);
	if (name.length)
		add(header, SPAN(">"));
}

static void add_addresses(
	struct arena *arena, struct buffer *out, const char *name, const struct mail_address *addresses, size_t count)
{
	struct header header = begin(out, name);
	size_t before = header.column;
	for (size_t i = 0; i < count; i++) {
		if (!mail_address_is_valid(addresses[i].address))
			continue;
		if (header.column > before) {
			add(&header, SPAN(","));
			fold(&header);
		}
		add_address(arena, &header, &addresses[i]);
	}
	if (header.column > before)
		end(&header);
	else
		buffer_truncate(out, out->length - before);
}

static void add_subject(struct arena *arena, struct buffer *out, struct span subject)
{
	struct header header = begin(out, "Subject: ");
	struct span text = one_line(arena, subject);
	if (is_plain(text))
		add_words(&header, text);
	else
		add_encoded(&header, text);
	end(&header);
}

/* --- the body ---------------------------------------------------------------------------------------------------- */

/* One character of a line in quoted-printable: as it is, or escaped. A blank at the line's end would be lost, a line of
 * a point alone would end the message on its way, and "From " begins another in a mailbox. */
static size_t add_quoted_printable(struct buffer *out, struct span line, size_t at)
{
	uint32_t character;
	size_t length = utf8_decode(span_from(line, at), &character);
	bool blank = line.at[at] == ' ' || line.at[at] == '\t';
	bool last = at + length == line.length;
	bool misleading = at == 0 && (span_is(line, ".") || span_starts_with(line, "From "));
	bool plain = length == 1 && line.at[at] >= '!' && line.at[at] <= '~' && line.at[at] != '=';
	for (size_t i = 0; i < length; i++) {
		if ((plain && !misleading) || (blank && !last))
			buffer_add_byte(out, line.at[at + i]);
		else
			add_escaped(out, line.at[at + i]);
	}
	return length;
}

static void add_line_quoted(struct buffer *out, struct span line)
{
	size_t start = out->length;
	for (size_t at = 0; at < line.length;) {
		size_t before = out->length;
		at += add_quoted_printable(out, line, at);
		size_t room = at < line.length ? ENCODED_LINE_MOST - 1 : ENCODED_LINE_MOST;
		if (out->over || out->length - start <= room)
			continue;
		char character[WORD_LEAST];
		size_t length = out->length - before;
		memcpy(character, out->bytes + before, length);
		buffer_truncate(out, before);
		buffer_add_text(out, "=\r\n");
		start = out->length;
		buffer_add(out, (struct span){ character, length });
	}
	buffer_add_text(out, "\r\n");
}

static void add_quoted_body(struct buffer *out, struct span body)
{
	struct span line;
	while (span_next_line(&body, &line))
		add_line_quoted(out, line);
}

/* Of 57 bytes are 76 characters. */
static void add_base64_body(struct buffer *out, struct span body)
{
	for (; body.length; body = span_from(body, 57)) {
		add_base64(out, span_slice(body, 0, 57));
		buffer_add_text(out, "\r\n");
	}
}

/* Each line without control characters, ended by CRLF. */
static struct span clean_body(struct arena *arena, struct span text)
{
	struct buffer BUFFER_CLEANUP lines = BUFFER_INIT(MESSAGE_MOST);
	struct span rest = utf8_repair(arena, text);
	struct span line;
	while (span_next_line(&rest, &line)) {
		buffer_add(&lines, utf8_without_controls(arena, line));
		buffer_add_text(&lines, "\r\n");
	}
	return buffer_finish(arena, &lines);
}

static void add_body(struct arena *arena, struct buffer *out, struct span text)
{
	struct span body = clean_body(arena, text);
	struct buffer BUFFER_CLEANUP quoted = BUFFER_INIT(MESSAGE_MOST);
	add_quoted_body(&quoted, body);
	bool base64 = base64_is_better(body.length, quoted.length);
	buffer_printf(out, "Content-Transfer-Encoding: %s\r\n\r\n", base64 ? "base64" : "quoted-printable");
	if (base64)
		add_base64_body(out, body);
	else
		buffer_add(out, buffer_span(&quoted));
}

struct span mail_text(struct arena *arena, const struct mail *mail)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(MESSAGE_MOST);
	if (mail->draft)
		buffer_add_text(&out, "X-Unsent: 1\r\n");
	add_addresses(arena, &out, "From: ", &mail->from, 1);
	add_addresses(arena, &out, "To: ", mail->to, mail->to_count);
	add_subject(arena, &out, mail->subject);
	buffer_add_text(&out, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n");
	add_body(arena, &out, mail->body);
	return buffer_finish(arena, &out);
}
