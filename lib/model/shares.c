#include "model/contract.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "codec/utf8.h"

#include <string.h>

enum { MOST_SHARES = 16, MOST_REMARK = 512 };

/* A percentage in a text, and where it stands. */
struct share {
	int tenths;
	size_t start;
	size_t end;
};

/* True behind the first number of a range: "40-", "40 bis ". */
static bool ends_in_range(struct span text)
{
	static const char *const signs[] = { "-", "–", "—", "~", " to", " bis", "至", "到" };
	struct span before = span_trim_end(text);
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		if (!span_ends_with(before, signs[i]))
			continue;
		before = span_trim_end(span_slice(before, 0, before.length - strlen(signs[i])));
		return before.length && ascii_is_digit(before.at[before.length - 1]);
	}
	return false;
}

/* The number that ends before `end`: `33`, `33.3`, `33,3`. False for none and for the end of a range (`40-50`). */
static bool number_before(struct span text, size_t end, struct share *share)
{
	size_t start = end;
	while (start > 0 && ascii_is_digit(text.at[start - 1]))
		start--;
	struct span digits = span_slice(text, start, end - start);
	int whole = 0;
	int tenth = 0;
	bool has_comma = start > 1 && (text.at[start - 1] == '.' || text.at[start - 1] == ',') &&
			 ascii_is_digit(text.at[start - 2]);
	if (has_comma) {
		tenth = digits.length ? digits.at[0] - '0' : 0;
		size_t whole_end = start - 1;
		start = whole_end;
		while (start > 0 && ascii_is_digit(text.at[start - 1]))
			start--;
		digits = span_slice(text, start, whole_end - start);
	}
	if (!span_read_digits(&digits, &whole) || whole > 1000)
		return false;
	share->tenths = whole * 10 + tenth;
	share->start = start;
	return !ends_in_range(span_slice(text, 0, start));
}

/* All percentages of the text; -1 when one of them is no number ("[X]%", "40-50%"). */
static int find_shares(struct span text, struct share *shares)
{
	int count = 0;
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] != '%')
			continue;
		size_t end = i;
		while (end > 0 && text.at[end - 1] == ' ')
			end--;
		if (count == MOST_SHARES || !number_before(text, end, &shares[count]))
			return -1;
		shares[count++].end = i + 1;
	}
	return count;
}

static bool category_in(struct arena *arena, const struct aliases *aliases, struct span text, enum category *category)
{
	return !span_is_blank(text) && category_read(arena, aliases, text, category);
}

/* The length of a bracket and what it holds that adds nothing to the ratio: "(2.5 hrs)", "(invoicing, notes)"; 0 where
 * it holds a number alone ("[50]%") or a share of its own ("(30% Direct Coaching)"), or is not closed within
 * MOST_REMARK bytes. */
static size_t remark_length(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct span near = span_slice(text, 0, MOST_REMARK);
	size_t end = span_find_byte(near, *text.at == '(' ? ')' : ']');
	if (end == near.length)
		return 0;
	struct span inside = span_slice(text, 1, end - 1);
	enum category category;
	bool is_number = inside.length && ascii_is_digit(*inside.at) && *text.at == '[';
	bool is_share = span_contains(inside, "%") && category_in(arena, aliases, inside, &category);
	return is_number || is_share ? 0 : end + 1;
}

/* Folded, without emphasis, remarks and bracket signs. */
static struct span ratio_text(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct span folded = utf8_fold(arena, text);
	struct buffer BUFFER_CLEANUP kept = BUFFER_INIT(folded.length + 1);
	for (size_t i = 0; i < folded.length; i++) {
		char byte = folded.at[i];
		size_t remark = byte == '(' || byte == '[' ? remark_length(arena, aliases, span_from(folded, i)) : 0;
		if (remark)
			i += remark - 1;
		else if (!strchr("*_()[]", byte) || !byte)
			buffer_add_byte(&kept, byte);
	}
	return arena_copy_span(arena, buffer_span(&kept));
}

/* Gives each share the category named after it (before it), up to the neighbour. */
static bool assign(struct arena *arena, const struct aliases *aliases, struct span text, const struct share *shares,
	int count, bool after, int tenths[CATEGORY_COUNT])
{
	int sums[CATEGORY_COUNT] = { 0 };
	for (int i = 0; i < count; i++) {
		size_t start = after ? shares[i].end : (i ? shares[i - 1].end : 0);
		size_t end = !after ? shares[i].start : (i + 1 < count ? shares[i + 1].start : text.length);
		enum category category;
		if (!category_in(arena, aliases, span_slice(text, start, end - start), &category))
			return false;
		sums[category] += shares[i].tenths;
	}
	for (int i = 0; i < CATEGORY_COUNT; i++)
		tenths[i] += sums[i];
	return true;
}

/* A clause ends at a comma that is no decimal comma, at a semicolon, a line end or a CJK comma. */
static size_t clause_end(struct span text)
{
	for (size_t i = 0; i < text.length; i++) {
		bool decimal = text.at[i] == ',' && i > 0 && i + 1 < text.length && ascii_is_digit(text.at[i - 1]) &&
			       ascii_is_digit(text.at[i + 1]);
		if (text.at[i] == ';' || text.at[i] == '\n' || (text.at[i] == ',' && !decimal) ||
			span_starts_with(span_from(text, i), "、"))
			return i;
	}
	return text.length;
}

/* Clause by clause, so that a category is never taken from the neighbour's clause. */
static bool read_clauses(
	struct arena *arena, const struct aliases *aliases, struct span text, int tenths[CATEGORY_COUNT])
{
	struct share shares[MOST_SHARES];
	int found = 0;
	while (text.length) {
		size_t end = clause_end(text);
		struct span clause = span_slice(text, 0, end);
		int count = find_shares(clause, shares);
		if (count < 0)
			return false;
		if (count && !assign(arena, aliases, clause, shares, count, true, tenths) &&
			!assign(arena, aliases, clause, shares, count, false, tenths))
			return false;
		found += count;
		text = span_from(text, end < text.length && (text.at[end] & 0x80) ? end + strlen("、") : end + 1);
	}
	return found > 0;
}

/* `33`, `33.3`, `33,3` at the start, up to 100; steps over it. */
static bool read_tenths(struct span *rest, int *tenths)
{
	int whole;
	if (!span_read_digits(rest, &whole) || whole > 100)
		return false;
	*tenths = whole * 10;
	if (rest->length < 2 || (*rest->at != '.' && *rest->at != ',') || !ascii_is_digit(rest->at[1]))
		return true;
	*tenths += rest->at[1] - '0';
	do
		*rest = span_from(*rest, 1);
	while (rest->length && ascii_is_digit(*rest->at));
	return true;
}

/* "50/30/20", also with : or spaces around. */
static bool read_triple(struct span text, int tenths[CATEGORY_COUNT])
{
	for (int i = 0; i < CATEGORY_COUNT; i++) {
		text = span_trim_start(text);
		if (i && !span_skip(&text, "/") && !span_skip(&text, ":"))
			return false;
		text = span_trim_start(text);
		if (!read_tenths(&text, &tenths[i]))
			return false;
		span_skip(&text, "%");
	}
	text = span_trim_start(text);
	return !text.length || (*text.at != '/' && *text.at != ':' && !ascii_is_digit(*text.at));
}

/* The order that brackets behind the figures name ("(admin / coaching / biz dev)"), else the seed's. */
static void triple_order(
	struct arena *arena, const struct aliases *aliases, struct span text, enum category order[CATEGORY_COUNT])
{
	for (int i = 0; i < CATEGORY_COUNT; i++)
		order[i] = (enum category)i;
	struct span folded = utf8_fold(arena, text);
	size_t open = span_find_byte(folded, '(');
	struct span inside = span_from(folded, open < folded.length ? open + 1 : open);
	inside = span_slice(inside, 0, span_find_byte(inside, ')'));
	enum category named[CATEGORY_COUNT];
	bool seen[CATEGORY_COUNT] = { false };
	int count = 0;
	struct span part;
	char separator = span_contains(inside, "/") ? '/' : ',';
	while (span_next(&inside, separator, &part)) {
		if (count == CATEGORY_COUNT || !category_in(arena, aliases, part, &named[count]) || seen[named[count]])
			return;
		seen[named[count++]] = true;
	}
	if (count == CATEGORY_COUNT)
		memcpy(order, named, sizeof(named));
}

static bool read_figures(struct arena *arena, const struct aliases *aliases, struct span text, struct span plain,
	int tenths[CATEGORY_COUNT])
{
	int figures[CATEGORY_COUNT];
	for (size_t i = 0; i < plain.length; i++) {
		if (!ascii_is_digit(plain.at[i]) || (i && (ascii_is_digit(plain.at[i - 1]) || plain.at[i - 1] == '/')))
			continue;
		if (!read_triple(span_from(plain, i), figures))
			continue;
		enum category order[CATEGORY_COUNT];
		triple_order(arena, aliases, text, order);
		for (int k = 0; k < CATEGORY_COUNT; k++)
			tenths[order[k]] = figures[k];
		return true;
	}
	return false;
}

bool contract_read_text(
	struct arena *arena, const struct aliases *aliases, struct span text, int tenths[CATEGORY_COUNT])
{
	int sums[CATEGORY_COUNT] = { 0 };
	struct span plain = ratio_text(arena, aliases, text);
	if (!read_figures(arena, aliases, text, plain, sums) && !read_clauses(arena, aliases, plain, sums))
		return false;
	memcpy(tenths, sums, sizeof(sums));
	return true;
}
