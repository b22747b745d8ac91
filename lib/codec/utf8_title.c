#include "codec/utf8.h"

#include "base/ascii.h"
#include "base/note_name.h"

#include <string.h>
#include <utf8proc.h>

enum { LONGEST_TITLE = 1024 };

/* --- Markdown marks ---------------------------------------------------------------------------------------------- */

static bool is_word_byte(struct span text, size_t at)
{
	return at < text.length && (ascii_is_alphanumeric(text.at[at]) || (unsigned char)text.at[at] >= 0x80);
}

static bool is_ascii_punctuation(char byte)
{
	return byte > ' ' && byte < 0x7F && !ascii_is_alphanumeric(byte);
}

/* `Folder/Note#Heading` shows as `Note`, `Note|Alias` as `Alias`; in a table the bar has a backslash before it. */
static struct span shown_of_wikilink(struct span inside)
{
	size_t bar = span_find_byte(inside, '|');
	if (bar < inside.length)
		return span_from(inside, bar + 1);
	return note_name(span_slice(inside, 0, span_find_byte(inside, '#')));
}

/* The link at the start of the text: its length, and what of it is shown. 0 when there is none. */
static size_t read_link(struct span text, struct span *shown)
{
	if (!span_starts_with(text, "["))
		return 0;
	if (span_starts_with(text, "[[")) {
		size_t end = span_find(text, "]]");
		if (end == text.length)
			return 0;
		*shown = shown_of_wikilink(span_slice(text, 2, end - 2));
		return end + 2;
	}
	size_t end = span_find(text, "](");
	size_t closed = span_find_byte(text, ')');
	if (end == text.length || closed == text.length || closed < end)
		return 0;
	*shown = span_slice(text, 1, end - 1);
	return closed + 1;
}

/* Bytes of a mark of emphasis, code, strike-through or highlight at `at`. */
static size_t mark_length(struct span text, size_t at)
{
	struct span rest = span_from(text, at);
	if (span_starts_with(rest, "~~") || span_starts_with(rest, "=="))
		return 2;
	if (*rest.at == '*' || *rest.at == '`')
		return 1;
	bool within_word = at > 0 && is_word_byte(text, at - 1) && is_word_byte(text, at + 1);
	return *rest.at == '_' && !within_word ? 1 : 0;
}

/* Whether a mark, a link or an escape may begin with the byte; most bytes of a title are none of these. */
static bool may_begin_mark(char byte)
{
	switch (byte) {
	case '[':
	case '*':
	case '`':
	case '_':
	case '~':
	case '=':
	case '\\':
		return true;
	default:
		return false;
	}
}

/* Appends to `out`, which has room for all of `text`; returns the new length. */
static size_t copy_without_marks(struct span text, char *out, size_t length)
{
	struct span shown;
	for (size_t at = 0; at < text.length;) {
		if (!may_begin_mark(text.at[at])) {
			out[length++] = text.at[at++];
			continue;
		}
		size_t link = read_link(span_from(text, at), &shown);
		size_t mark = link ? link : mark_length(text, at);
		if (link)
			length = copy_without_marks(shown, out, length);
		at += mark;
		if (mark)
			continue;
		bool escape = text.at[at] == '\\' && at + 1 < text.length && is_ascii_punctuation(text.at[at + 1]);
		at += escape ? 1 : 0;
		out[length++] = text.at[at++];
	}
	return length;
}

/* `## Title ##` is `Title`. */
static struct span without_heading_marks(struct span text)
{
	struct span title = span_trim(text);
	size_t level = 0;
	while (level < title.length && title.at[level] == '#')
		level++;
	if (level == 0 || level > 6 || level == title.length || (title.at[level] != ' ' && title.at[level] != '\t'))
		return text;
	struct span inside = span_trim(span_from(title, level));
	struct span open = inside;
	while (open.length > 0 && open.at[open.length - 1] == '#')
		open.length--;
	bool closed = open.length < inside.length && span_trim_end(open).length < open.length;
	return closed ? open : inside;
}

/* --- symbols ----------------------------------------------------------------------------------------------------- */

static bool is_symbol(uint32_t character)
{
	enum { ENCLOSING_KEYCAP = 0x20E3 };
	if (character < 0x80)
		return false;
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
	return category == UTF8PROC_CATEGORY_SO || category == UTF8PROC_CATEGORY_SK ||
	       category == UTF8PROC_CATEGORY_SM || character == ENCLOSING_KEYCAP;
}

/* Numbers in circles, brackets or with a full stop in one character. */
static bool is_list_number(uint32_t character)
{
	return (character >= 0x2460 && character <= 0x249B) || (character >= 0x2776 && character <= 0x2793);
}

/* Puts a space where an emoji, a symbol or a leading list number stands, within the copy. */
static struct span without_symbols(char *copy, size_t length)
{
	if (utf8_is_ascii((struct span){ copy, length }))
		return (struct span){ copy, length };
	size_t kept = 0;
	bool leading = true;
	uint32_t character = 0;
	for (size_t at = 0, step = 0; at < length; at += step) {
		step = utf8_decode((struct span){ copy + at, length - at }, &character);
		if (is_symbol(character) || (leading && is_list_number(character))) {
			copy[kept++] = ' ';
			continue;
		}
		leading = leading && character == ' ';
		memmove(copy + kept, copy + at, step);
		kept += step;
	}
	return (struct span){ copy, kept };
}

/* --- section numbers, of folded text ----------------------------------------------------------------------------- */

/* `4`, `3.1`: how many parts; 0 when there is no number. */
static int read_decimal_number(struct span *rest)
{
	int parts = 0;
	int value = 0;
	struct span after = *rest;
	while (span_read_digits(&after, &value)) {
		parts++;
		*rest = after;
		if (!span_skip(&after, "."))
			break;
	}
	return parts;
}

static bool skip_any(struct span *rest, const char *const *texts)
{
	for (; *texts; texts++)
		if (rest->length && *rest->at == **texts && span_skip(rest, *texts))
			return true;
	return false;
}

static bool read_run(struct span *rest, const char *const *texts)
{
	struct span start = *rest;
	while (skip_any(rest, texts))
		;
	return rest->length < start.length;
}

static bool begins_with_space(struct span text)
{
	return span_starts_with(text, " ");
}

/* `2.`, `2)`, `2、`, `3.1 `, `§4`. */
static bool skip_decimal_number(struct span *rest)
{
	static const char *const ends[] = { ".", ")", "、", NULL };
	struct span after = *rest;
	bool paragraph = span_skip(&after, "§");
	after = paragraph ? span_trim_start(after) : after;
	int parts = read_decimal_number(&after);
	if (parts == 0)
		return false;
	bool ended = skip_any(&after, ends) && !ascii_begins_with_digit(after);
	if (!ended && !paragraph && !(parts > 1 && begins_with_space(after)))
		return false;
	*rest = after;
	return true;
}

/* `iv. `: the space tells it from `i.e.`. */
static bool skip_roman_number(struct span *rest)
{
	static const char *const digits[] = { "i", "v", "x", "l", NULL };
	static const char *const ends[] = { ".", ")", NULL };
	struct span after = *rest;
	if (!read_run(&after, digits) || !skip_any(&after, ends) || !begins_with_space(after))
		return false;
	*rest = after;
	return true;
}

/* `二、`. */
static bool skip_chinese_number(struct span *rest)
{
	static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", NULL };
	static const char *const ends[] = { "、", ".", ")", NULL };
	struct span after = *rest;
	if (!read_run(&after, digits) || !skip_any(&after, ends))
		return false;
	*rest = after;
	return true;
}

/* Of folded text: anything but a letter that is no Roman digit. */
static bool may_begin_section_number(char byte)
{
	bool is_letter = byte >= 'a' && byte <= 'z';
	return !is_letter || strchr("ivxl", byte);
}

/* Also the same in brackets: `(2)`, `(二)`. */
static struct span without_section_number(struct span folded)
{
	if (folded.length == 0 || !may_begin_section_number(*folded.at))
		return folded;
	struct span rest = folded;
	bool opened = span_skip(&rest, "(");
	struct span inside = rest;
	bool numbered = skip_decimal_number(&rest) || skip_chinese_number(&rest) || skip_roman_number(&rest);
	if (opened && numbered)
		numbered = span_ends_with(span_between(inside.at, rest.at), ")");
	rest = span_trim_start(rest);
	return numbered && rest.length > 0 ? rest : folded;
}

/* --- trailing colon and brackets, of folded text ----------------------------------------------------------------- */

/* The last character's length in bytes. */
static size_t decode_last(struct span text, uint32_t *character)
{
	size_t length = 1;
	while (length < text.length && ((unsigned char)text.at[text.length - length] & 0xC0) == 0x80)
		length++;
	utf8_decode(span_from(text, text.length - length), character);
	return length;
}

/* Where the bracket opens that the text ends with; text.length when it ends with none, or none opens it. */
static size_t find_last_bracket(struct span text)
{
	int depth = 0;
	uint32_t character = 0;
	struct span rest = text;
	while (rest.length > 0) {
		rest.length -= decode_last(rest, &character);
		utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
		depth += category == UTF8PROC_CATEGORY_PE ? 1 : 0;
		depth -= category == UTF8PROC_CATEGORY_PS ? 1 : 0;
		if (depth <= 0)
			return depth == 0 && category == UTF8PROC_CATEGORY_PS ? rest.length : text.length;
	}
	return text.length;
}

static struct span without_outer_brackets(struct span text)
{
	uint32_t character = 0;
	struct span inside = span_from(text, utf8_decode(text, &character));
	inside.length -= decode_last(inside, &character);
	return span_trim(inside);
}

static struct span without_tail(struct span text)
{
	while (text.length > 0 && !ascii_is_alphanumeric(text.at[text.length - 1])) {
		text = span_trim_end(text);
		size_t bracket = find_last_bracket(text);
		if (span_ends_with(text, ":"))
			text.length--;
		else if (bracket == 0)
			text = without_outer_brackets(text);
		else if (bracket < text.length)
			text.length = bracket;
		else
			break;
	}
	return text;
}

struct span utf8_fold_title(struct arena *arena, struct span text)
{
	if (text.length > LONGEST_TITLE)
		return utf8_fold(arena, text);
	struct span title = without_heading_marks(text);
	char *copy = arena_allocate(arena, title.length + 1);
	size_t length = copy_without_marks(title, copy, 0);
	struct span folded = without_tail(without_section_number(utf8_fold(arena, without_symbols(copy, length))));
	/* A cell that holds nothing but an emoji says something all the same. */
	return folded.length > 0 ? folded : utf8_fold(arena, text);
}
