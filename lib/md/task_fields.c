#include "md/task_fields.h"

#include "base/ascii.h"
#include "md/field.h"

/* Fields are taken off the end, one by one, as Obsidian Tasks does: what is left is the description. */

struct sign {
	const char *emoji;
	enum field_kind kind;
	enum task_priority priority;
};

static const struct sign signs[] = {
	{ "📅", FIELD_DUE, 0 },
	{ "📆", FIELD_DUE, 0 },
	{ "🗓", FIELD_DUE, 0 },
	{ "✅", FIELD_DONE, 0 },
	{ "⏳", FIELD_SCHEDULED, 0 },
	{ "⌛", FIELD_SCHEDULED, 0 },
	{ "🛫", FIELD_START, 0 },
	{ "➕", FIELD_CREATED, 0 },
	{ "❌", FIELD_CANCELLED, 0 },
	{ "🔺", FIELD_PRIORITY, TASK_PRIORITY_HIGHEST },
	{ "⏫", FIELD_PRIORITY, TASK_PRIORITY_HIGH },
	{ "🔼", FIELD_PRIORITY, TASK_PRIORITY_MEDIUM },
	{ "🔽", FIELD_PRIORITY, TASK_PRIORITY_LOW },
	{ "⏬", FIELD_PRIORITY, TASK_PRIORITY_LOWEST },
	{ "🆔", FIELD_ID, 0 },
	{ "⛔", FIELD_OTHER, 0 },
	{ "🏁", FIELD_OTHER, 0 },
	{ "🔁", FIELD_RECURRENCE, 0 },
};

static const struct {
	const char *name;
	enum field_kind kind;
} names[] = {
	{ "due", FIELD_DUE },
	{ "done", FIELD_DONE },
	{ "completion", FIELD_DONE },
	{ "scheduled", FIELD_SCHEDULED },
	{ "start", FIELD_START },
	{ "created", FIELD_CREATED },
	{ "cancelled", FIELD_CANCELLED },
	{ "priority", FIELD_PRIORITY },
	{ "id", FIELD_ID },
	{ "repeat", FIELD_RECURRENCE },
	{ "owner", FIELD_OWNER },
	{ "goal", FIELD_GOAL },
};

/* A field is no longer than this; so a line of a megabyte is not read anew for each. */
enum { MOST_FIELD = 512 };

static const char no_break_space[] = "\xC2\xA0";
static const char variation_selector[] = "\xEF\xB8\x8F";

static struct span drop_end(struct span text, size_t length)
{
	return span_slice(text, 0, text.length - length);
}

/* Without space, no-break spaces and variation selectors at the end. */
static struct span trim_end(struct span text)
{
	for (;;) {
		text = span_trim_end(text);
		if (span_ends_with(text, no_break_space))
			text = drop_end(text, 2);
		else if (span_ends_with(text, variation_selector))
			text = drop_end(text, 3);
		else
			return text;
	}
}

static struct span trim_start(struct span text)
{
	for (;;) {
		text = span_trim_start(text);
		if (!span_skip(&text, no_break_space) && !span_skip(&text, variation_selector))
			return text;
	}
}

static bool is_name_byte(char byte)
{
	return ascii_is_alphanumeric(byte) || byte == '-' || byte == '_';
}

size_t task_length_before_block_id(struct span text)
{
	text = trim_end(text);
	size_t at = text.length;
	while (at && is_name_byte(text.at[at - 1]) && text.at[at - 1] != '_')
		at--;
	bool is_id = at < text.length && at >= 2 && text.at[at - 1] == '^' &&
		     (text.at[at - 2] == ' ' || text.at[at - 2] == '\t');
	return is_id ? trim_end(span_slice(text, 0, at - 1)).length : text.length;
}

/* --- values --- */

static struct date *date_of_kind(struct task *task, enum field_kind kind)
{
	struct date *const dates[] = {
		[FIELD_DUE] = &task->due,
		[FIELD_DONE] = &task->done,
		[FIELD_SCHEDULED] = &task->scheduled,
		[FIELD_START] = &task->start,
		[FIELD_CREATED] = &task->created,
		[FIELD_CANCELLED] = &task->cancelled,
	};
	return kind <= FIELD_CANCELLED ? dates[kind] : NULL;
}

/* The fields come last first, so the last bad one seen is the first of the line. */
static void set_date(struct task *task, enum field_kind kind, struct span value)
{
	struct date *date = date_of_kind(task, kind);
	struct date read;
	if (!date_parse_iso(value, &read))
		task->bad_date = value;
	else if (!date_is_known(*date))
		*date = read;
}

static bool named_priority(struct span value, enum task_priority *priority)
{
	static const char *const levels[] = { "highest", "high", "medium", "none", "low", "lowest" };
	for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++) {
		if (span_is_ignoring_case(value, levels[i])) {
			*priority = (enum task_priority)i;
			return true;
		}
	}
	return false;
}

static void set_text(struct span *text, struct span value)
{
	if (!text->length)
		*text = value;
}

static void set_priority(struct task *task, enum task_priority priority)
{
	if (task->priority == TASK_PRIORITY_NONE)
		task->priority = priority;
}

static void set_field(struct task *task, const struct task_field *field)
{
	enum task_priority priority;
	if (date_of_kind(task, field->kind))
		set_date(task, field->kind, field->value);
	else if (field->kind == FIELD_PRIORITY && !field->bracketed)
		set_priority(task, field->priority);
	else if (field->kind == FIELD_PRIORITY && named_priority(field->value, &priority))
		set_priority(task, priority);
	else if (field->kind == FIELD_ID)
		set_text(&task->id, field->value);
	else if (field->kind == FIELD_RECURRENCE)
		set_text(&task->recurrence, field->value);
	else if (field->kind == FIELD_OWNER)
		set_text(&task->owner, field->value);
	else if (field->kind == FIELD_GOAL)
		set_text(&task->goal, field->value);
}

/* --- emoji fields --- */

/* Length of the value at the start that belongs to an emoji, 0 when there is none. A date that names no day counts, and
 * so do words of any language behind 🔁: an action that comes again is not to be taken for one that does not. */
static size_t value_length(enum field_kind kind, struct span text)
{
	size_t length = 0;
	bool date = kind <= FIELD_CANCELLED;
	if (date && (!text.length || *text.at < '0' || *text.at > '9'))
		return 0;
	while (length < text.length) {
		char byte = text.at[length];
		bool fits = is_name_byte(byte) || (date && (byte == '.' || byte == '/')) ||
			    ((kind == FIELD_OTHER || kind == FIELD_RECURRENCE) && byte == ',') ||
			    (kind == FIELD_RECURRENCE && (byte == ' ' || byte == '!' || (unsigned char)byte >= 0x80));
		if (!fits)
			break;
		length++;
	}
	return length;
}

static const struct sign *sign_at(struct span text)
{
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (span_starts_with(text, signs[i].emoji))
			return &signs[i];
	return NULL;
}

/* The last emoji of a field in the text; NULL when there is none. */
static const struct sign *last_sign(struct span text, size_t *at)
{
	enum { LEAST_FIRST_BYTE = 0xE2 };
	for (*at = text.length; *at > 0;) {
		(*at)--;
		bool may_begin = (unsigned char)text.at[*at] >= LEAST_FIRST_BYTE;
		const struct sign *sign = may_begin ? sign_at(span_from(text, *at)) : NULL;
		if (sign)
			return sign;
	}
	return NULL;
}

struct emoji_field {
	const struct sign *sign;
	size_t at;         /* of the emoji */
	struct span value; /* empty where the kind needs one and there is none */
	struct span rest;  /* what follows */
};

static bool read_last_emoji(struct span text, struct emoji_field *field)
{
	field->sign = last_sign(text, &field->at);
	if (!field->sign)
		return false;
	struct span after = trim_start(span_from(text, field->at + strlen(field->sign->emoji)));
	size_t length = field->sign->kind == FIELD_PRIORITY ? 0 : value_length(field->sign->kind, after);
	field->value = span_trim_end(span_slice(after, 0, length));
	field->rest = span_from(after, length);
	return field->sign->kind == FIELD_PRIORITY || length > 0;
}

static bool take_emoji(struct span *text, struct task_field *field)
{
	struct emoji_field found;
	size_t start = text->length > MOST_FIELD ? text->length - MOST_FIELD : 0;
	if (!read_last_emoji(span_from(*text, start), &found) || trim_start(found.rest).length)
		return false;
	field->kind = found.sign->kind;
	field->priority = found.sign->priority;
	field->value = found.value;
	field->bracketed = false;
	field->whole = trim_end(span_from(*text, start + found.at));
	*text = span_slice(*text, 0, start + found.at);
	return true;
}

/* --- Dataview fields and tags --- */

static size_t opening_bracket(struct span text)
{
	size_t least = text.length > MOST_FIELD ? text.length - MOST_FIELD : 0;
	char close = text.length ? text.at[text.length - 1] : '\0';
	char open = close == ']' ? '[' : close == ')' ? '(' : '\0';
	int depth = 0;
	for (size_t at = text.length; open && at > least; at--) {
		depth += (text.at[at - 1] == close) - (text.at[at - 1] == open);
		if (depth == 0)
			return at - 1;
	}
	return text.length;
}

static enum field_kind kind_named(struct span label)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (span_is_ignoring_case(label, names[i].name))
			return names[i].kind;
	return FIELD_OTHER;
}

static bool take_bracketed(struct span *text, struct task_field *field)
{
	size_t at = opening_bracket(*text);
	size_t offset = at;
	struct span label;
	if (at == text->length || !field_next_bracketed(*text, &offset, &field->whole, &label, &field->value) ||
		offset != text->length)
		return false;
	field->kind = kind_named(label);
	field->bracketed = true;
	*text = span_slice(*text, 0, at);
	return true;
}

static bool take_tag(struct span *text)
{
	size_t at = text->length;
	while (at && text->at[at - 1] != ' ' && text->at[at - 1] != '\t')
		at--;
	if (at == 0 || at + 1 >= text->length || text->at[at] != '#')
		return false;
	*text = span_slice(*text, 0, at);
	return true;
}

bool task_take_field(struct span *text, struct task_field *field)
{
	struct span rest = trim_end(*text);
	while (!take_emoji(&rest, field) && !take_bracketed(&rest, field)) {
		if (!take_tag(&rest))
			return false;
		rest = trim_end(rest);
	}
	*text = rest;
	return true;
}

/* Text behind a field that would be one at the end of the line. */
static struct span find_trailing(struct span text)
{
	struct emoji_field field;
	if (!read_last_emoji(text, &field) || field.sign->kind == FIELD_PRIORITY ||
		field.sign->kind == FIELD_RECURRENCE)
		return SPAN_NONE;
	return span_trim(field.rest);
}

void task_read_fields(struct span text, struct task *task)
{
	struct span rest = trim_start(span_slice(text, 0, task_length_before_block_id(text)));
	struct task_field field;
	while (task_take_field(&rest, &field))
		set_field(task, &field);
	task->text = trim_end(rest);
	task->trailing = find_trailing(task->text);
}
