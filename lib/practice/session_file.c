#include "practice/session_file.h"

#include "base/buffer.h"
#include "md/edit.h"
#include "md/link.h"
#include "model/note_language.h"
#include "model/property.h"
#include "model/session.h"
#include "model/wording.h"
#include "practice/note_path.h"
#include "vault/slots.h"

enum { MEMBERS_MOST = 1 << 20, SECTION_LEVEL = 2 };

const char *session_file_path(struct arena *arena, const struct vault *vault, const struct changeset *changes,
	struct span client, struct date date)
{
	const struct configuration *configuration = &vault->configuration;
	const char *path = note_path(arena, configuration, configuration->session_path, client, date);
	return note_path_free(arena, vault, changes, path);
}

static struct span link_to(struct arena *arena, struct span client)
{
	return span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(client)));
}

/* What coach could not read is not written: the template has slots where none can stand. */
static int check_reads_back(struct arena *arena, const struct vault *vault, const struct new_session *session,
	struct span text, struct error *error)
{
	struct finding_list findings = { .arena = arena };
	const struct document *document = document_parse(arena, "Session.md", text, DOCUMENT_DEFAULT_MOST);
	struct session read;
	if (session_read(outline_of(arena, &vault->configuration.aliases, document), &read, &findings) &&
		date_compare(read.date, session->date) == 0 && read.client.length)
		return 0;
	error_at(error, ERROR_PARSE, (struct position){ .path = "Session.md" },
		"the template makes a note that cannot be read: %s",
		findings.count ? findings.items[0].message : "client or date is missing");
	return error_hint(error, "mend its front matter in the templates folder; client and date need an entry each");
}

/* Templates have no slot for it: few sessions have one. */
static int add_uid(
	struct arena *arena, const struct vault *vault, struct span uid, struct span *text, struct error *error)
{
	const struct document *document = document_parse(arena, "Session.md", *text, DOCUMENT_DEFAULT_MOST);
	struct properties properties = properties_of(arena, &vault->configuration.aliases, document);
	struct edit_list edits = edits_of(arena, document);
	if (property_set(&properties, &edits, "uid", uid, error))
		return -1;
	*text = edits_apply(&edits);
	return 0;
}

/* --- a cohort's members ------------------------------------------------------------------------------------------ */

/* The name alone: what was said of one evening is not said of the next. */
static struct span member_name(const struct task *member)
{
	struct link link;
	size_t offset = 0;
	return link_next(member->text, &offset, &link) ? link.whole : member->text;
}

static struct span member_lines(struct arena *arena, const struct new_session *session)
{
	BUFFER_CLEANUP struct buffer lines = BUFFER_INIT(MEMBERS_MOST);
	for (size_t i = 0; i < session->members.count; i++) {
		const struct task *member = &session->members.items[i];
		if (session->is_there)
			buffer_printf(&lines, "%.*s\n", SPAN_PRINT(member->whole));
		else if (member->status != TASK_CANCELLED)
			buffer_printf(&lines, "- [ ] %.*s\n", SPAN_PRINT(member_name(member)));
	}
	return buffer_finish(arena, &lines);
}

/* Templates have no slot for them, as for the uid: few sessions are a cohort's. */
static void add_members(struct arena *arena, const struct vault *vault, const struct new_session *session,
	enum language language, struct span *text)
{
	struct span lines = member_lines(arena, session);
	const struct document *document = document_parse(arena, "Session.md", *text, DOCUMENT_DEFAULT_MOST);
	const struct outline *outline = outline_of(arena, &vault->configuration.aliases, document);
	const struct section *attendance = outline_section(outline, "attendance");
	struct edit_list edits = edits_of(arena, document);
	if (!lines.length)
		return;
	if (attendance)
		edit_append_to_section(&edits, attendance, lines);
	else
		edit_insert_section(&edits, outline_section(outline, "agenda"), SECTION_LEVEL,
			wording_word(language, ALIAS_HEADING, "attendance"), lines);
	*text = edits_apply(&edits);
}

/* --- the note ---------------------------------------------------------------------------------------------------- */

int session_file_text(struct arena *arena, const struct vault *vault, const struct new_session *session,
	struct span *text, struct error *error)
{
	struct date_text date = date_format(session->date);
	struct date_text start = session->start < 0 ? (struct date_text){ "" } : clock_time_format(session->start);
	struct slot slots[] = {
		{ "status", SPAN_NONE },
		{ "client", session->client },
		{ "client_link", session->linked ? link_to(arena, session->client) : session->client },
		{ "number", span_of(arena_printf(arena, "%d", session->number)) },
		{ "date", span_of(date.text) },
		{ "start", span_of(start.text) },
		{ "minutes", span_of(arena_printf(arena, "%d", session->minutes)) },
		{ "agenda", session->agenda },
	};
	size_t count = sizeof(slots) / sizeof(slots[0]);
	struct span template;
	if (slots_template(arena, vault, "Session.md", slots, count, &template, error))
		return -1;
	const struct document *form = document_parse(arena, "Session.md", template, DOCUMENT_DEFAULT_MOST);
	enum language language = note_language(outline_of(arena, &vault->configuration.aliases, form));
	slots[0].text = session_status_word(language, SESSION_PLANNED);
	*text = slots_fill_note(arena, template, slots, count);
	if (session->uid.length && add_uid(arena, vault, session->uid, text, error))
		return -1;
	add_members(arena, vault, session, language, text);
	return check_reads_back(arena, vault, session, *text, error);
}
