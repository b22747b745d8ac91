#include "model/session.h"

#include "codec/utf8.h"
#include "model/meeting_length.h"
#include "model/outline.h"
#include "model/property.h"
#include "model/section_tasks.h"
#include "model/session_outcome.h"
#include "model/written_time.h"

#include <string.h>

/* --- the title --------------------------------------------------------------------------------------------------- */

static bool says_session(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct span folded = utf8_fold_title(arena, text);
	while (folded.length && folded.at[folded.length - 1] >= '0' && folded.at[folded.length - 1] <= '9')
		folded.length--;
	return alias_is(aliases, ALIAS_HEADING, span_trim(folded), "session");
}

/* Cuts the text up to the next dash with spaces around it off `rest`. */
static struct span cut_part(struct span *rest)
{
	static const char *const dashes[] = { " — ", " – ", " - " };
	struct span part = *rest;
	size_t dash_length = 0;
	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++) {
		size_t at = span_find(*rest, dashes[i]);
		if (at < part.length) {
			part.length = at;
			dash_length = strlen(dashes[i]);
		}
	}
	*rest = span_from(*rest, part.length + dash_length);
	return span_trim(part);
}

/* The name in a title of the template's form, `Session 7 — Ana Silva — 2026-11-20`; empty in any other. */
static struct span client_of_title(struct arena *arena, const struct aliases *aliases, struct span title)
{
	struct span rest = title;
	bool is_session = says_session(arena, aliases, cut_part(&rest));
	struct span client = cut_part(&rest);
	rest = span_trim(rest);
	struct written_date date = written_date_read(arena, aliases, rest);
	bool is_dated = date.reading == DATE_READ && date.text.length == rest.length;
	return is_session && is_dated && !text_is_placeholder(client) ? client : SPAN_NONE;
}

/* 7 of `Session 7 — …`; 0 without. */
static int number_of_title(const struct outline *outline, struct span title)
{
	struct span rest = title;
	struct span part = cut_part(&rest);
	int number = 0;
	if (!says_session(outline->arena, outline->aliases, part))
		return 0;
	for (size_t at = 0; at < part.length; at++) {
		struct span digits = span_from(part, at);
		if (span_read_digits(&digits, &number))
			return number;
	}
	return 0;
}

/* --- front matter ------------------------------------------------------------------------------------------------ */

static void read_number(
	const struct outline *outline, struct span title, struct session *session, struct finding_list *findings)
{
	struct span text = property_text(&outline->properties, "number");
	struct span rest = text;
	if (text.length == 0)
		session->number = number_of_title(outline, title);
	else if (!span_read_digits(&rest, &session->number) || rest.length > 0) {
		session->number = 0;
		property_add_bad(&outline->properties, "number", "number", findings);
	}
}

static void report_two_times(const struct outline *outline, int behind_date, int start, struct finding_list *findings)
{
	finding_hint(findings,
		finding_add(findings, FINDING_BAD_VALUE, property_position(&outline->properties, "start"),
			"%s stands behind the date, and start is %s: start counts", clock_time_format(behind_date).text,
			clock_time_format(start).text),
		"keep one of the two");
}

static void read_times(const struct outline *outline, struct session *session, struct finding_list *findings)
{
	struct span start = property_text(&outline->properties, "start");
	int read = -1;
	struct span minutes = property_text(&outline->properties, "minutes");
	if (start.length && !written_time_read(start, &read))
		finding_hint(findings, property_add_bad(&outline->properties, "start", "time of day", findings),
			"write it as start: \"10:00\"");
	if (read >= 0 && session->start >= 0 && read != session->start)
		report_two_times(outline, session->start, read, findings);
	session->start = read >= 0 ? read : session->start;
	if (minutes.length && !meeting_length_read(outline->arena, minutes, BARE_MINUTES, &session->minutes))
		finding_hint(findings, property_add_bad(&outline->properties, "minutes", "length of time", findings),
			"write it as minutes: 60");
}

static void read_status(const struct outline *outline, struct session *session, struct finding_list *findings)
{
	struct span text = property_text(&outline->properties, "status");
	session->status = SESSION_PLANNED;
	if (text.length == 0 || session_status_read(outline->arena, outline->aliases, text, &session->status))
		return;
	struct finding *finding = finding_add(findings, FINDING_SESSION_STATUS_UNKNOWN, session->status_position,
		"\"%.*s\" is no status of a session; read as planned", SPAN_PRINT(span_slice(text, 0, 60)));
	finding_hint(findings, finding, "write planned, held, missed, cancelled or rescheduled");
}

static void read_paid(const struct outline *outline, struct session *session, struct finding_list *findings)
{
	struct span text = property_text(&outline->properties, "paid");
	struct span folded = utf8_fold_title(outline->arena, text);
	if (text.length == 0)
		return;
	session->paid = alias_is(outline->aliases, ALIAS_STATE, folded, "yes") || span_is(folded, "on");
	session->paid_known =
		session->paid || alias_is(outline->aliases, ALIAS_STATE, folded, "no") || span_is(folded, "off");
	if (!session->paid_known)
		finding_hint(findings, property_add_bad(&outline->properties, "paid", "yes or no", findings),
			"write it as paid: true or paid: false");
}

/* --- who and when ------------------------------------------------------------------------------------------------ */

/* Words where a time is expected. */
static void report_unread_time(
	const struct written_date *written, struct position position, struct finding_list *findings)
{
	if (written->reading != DATE_READ || written->start >= 0 || written->words.length == 0)
		return;
	struct finding *finding = finding_add(findings, FINDING_TIME_UNREAD, position,
		"\"%.*s\" behind the day is no time of day: the time was not read",
		SPAN_PRINT(span_slice(written->words, 0, 40)));
	finding_hint(findings, finding, "write it as %s 10:00", date_format(written->date).text);
}

static void report_undated(const struct document *document, struct finding_list *findings)
{
	struct finding *finding = finding_add(
		findings, FINDING_SESSION_WITHOUT_DATE, document_position(document, 0), "the session has no date");
	finding_hint(findings, finding, "add date: YYYY-MM-DD to the front matter");
}

/* The date of the front matter, else of the file's name, else of the title: the first of them that has the shape of a
 * date counts, and is not replaced by another where it is none. */
static void read_date(
	const struct outline *outline, struct span title, struct session *session, struct finding_list *findings)
{
	const struct document *document = outline->document;
	struct written_date found;
	session->date = DATE_NONE;
	session->start = -1;
	enum property_state state = property_day(&outline->properties, "date", &found, findings);
	if (state == PROPERTY_READ) {
		session->date = found.date;
		session->start = found.start;
		if (!property_entry(&outline->properties, "start"))
			report_unread_time(&found, property_position(&outline->properties, "date"), findings);
	}
	if (state != PROPERTY_ABSENT)
		return;
	struct position name = { document->path, 0, 0 };
	struct span stem = document_stem(document);
	bool named = written_date_find(outline->arena, outline->aliases, stem, &found);
	bool titled = !named && written_date_find(outline->arena, outline->aliases, title, &found);
	if (!named && !titled)
		report_undated(document, findings);
	else if (found.reading == DATE_READ)
		session->date = found.date;
	else
		written_date_report(&found, named ? name : document_position_of(document, found.text),
			named ? "the file's name: " : "", found.text, findings);
}

static void read_client(
	const struct outline *outline, struct span title, struct session *session, struct finding_list *findings)
{
	session->client = property_name(&outline->properties, "client", findings);
	if (session->client.length == 0 && !property_entry(&outline->properties, "client"))
		session->client = client_of_title(outline->arena, outline->aliases, title);
	if (session->client.length == 0 && !property_entry(&outline->properties, "client"))
		session->client = outline->place_client;
	if (session->client.length == 0)
		finding_hint(findings,
			finding_add(findings, FINDING_SESSION_WITHOUT_CLIENT, session->client_position,
				"the session names no client"),
			"add client: \"[[Name]]\" to the front matter");
}

/* --- sections ---------------------------------------------------------------------------------------------------- */

/* What was agreed with the client stands below Action Items; the coach's own, here, is to ask how it goes. */
static struct task_list check_ins_of(const struct outline *outline, const struct section *section)
{
	struct finding_list unheard = { .arena = outline->arena };
	struct task_list tasks = section_tasks(outline, section, &unheard);
	size_t count = 0;
	for (size_t i = 0; i < tasks.count; i++) {
		struct span owner = utf8_fold_title(outline->arena, tasks.items[i].owner);
		if (alias_is(outline->aliases, ALIAS_STATE, owner, "coach"))
			tasks.items[count++] = tasks.items[i];
	}
	return (struct task_list){ tasks.items, count };
}

static void read_next_session(const struct outline *outline, struct session *session, struct finding_list *findings)
{
	const struct section *section = outline_section(outline, "next session");
	struct field field;
	session->next_date = DATE_NONE;
	session->next_start = -1;
	if (!section)
		return;
	session->check_ins = check_ins_of(outline, section);
	if (outline_field_in(outline, section, "focus", &field) && !text_is_placeholder(field.value))
		session->next_focus = field.value;
	if (outline_field_in(outline, section, "date", &field) && !text_is_placeholder(field.value)) {
		struct written_date next = outline_day(outline, field.value, findings);
		session->next_date = next.reading == DATE_READ ? next.date : DATE_NONE;
		session->next_start = next.start;
		report_unread_time(&next, document_position_of(outline->document, field.value), findings);
	}
}

static struct span content_of(const struct document *document, const struct section *section)
{
	if (!section || !section_has_content(document, section))
		return SPAN_NONE;
	return span_trim(span_slice(document->bytes, section->body, section->end - section->body));
}

static void read_sections(const struct outline *outline, struct session *session, struct finding_list *findings)
{
	const struct section *agenda = outline_section(outline, "agenda");
	const struct section *actions = outline_section(outline, "action items");
	const struct section *attendance = outline_section(outline, "attendance");
	session->prepared = agenda && section_has_content(outline->document, agenda);
	session->summary = content_of(outline->document, outline_section(outline, "summary"));
	session->actions_listed = actions != NULL;
	session->attendance = section_tasks(outline, attendance, findings);
	session->metrics = session_metrics_read(outline, NULL, &session->metric_count);
	session->actions =
		actions ? section_tasks(outline, actions, findings) : note_tasks_without(outline, attendance, findings);
	read_next_session(outline, session, findings);
}

bool session_read(const struct outline *outline, struct session *session, struct finding_list *findings)
{
	struct span title = outline_title(outline);
	*session = (struct session){
		.document = outline->document,
		.client_position = property_position(&outline->properties, "client"),
		.status_position = property_position(&outline->properties, "status"),
	};
	properties_report(&outline->properties, findings);
	read_client(outline, title, session, findings);
	read_date(outline, title, session, findings);
	read_number(outline, title, session, findings);
	read_times(outline, session, findings);
	read_status(outline, session, findings);
	read_paid(outline, session, findings);
	session->uid = property_text(&outline->properties, "uid");
	read_sections(outline, session, findings);
	return session->client.length > 0 && date_is_known(session->date);
}

bool session_is_overdue(enum session_status status, struct date date, struct date today)
{
	return status == SESSION_PLANNED && date_is_known(date) && date_compare(date, today) < 0;
}

int session_compare(const struct session *a, const struct session *b)
{
	int order = date_compare(a->date, b->date);
	if (order == 0)
		order = (a->start > b->start) - (a->start < b->start);
	return order ? order : strcmp(a->document->path, b->document->path);
}
