#include "model/glance.h"

#include "base/packed.h"
#include "codec/hash.h"
#include "model/engagement.h"
#include "model/inbox.h"
#include "model/outline.h"
#include "model/particulars.h"
#include "model/plan.h"
#include "model/property.h"
#include "model/unfilled.h"
#include "model/week_note.h"

#include <limits.h>

/* --- looking ----------------------------------------------------------------------------------------------------- */

struct looking {
	const struct outline *outline;
	const struct week *named;
	struct finding_list *findings;
	struct glance *glance;
};

static void look_at_session(struct looking *looking)
{
	struct session session;
	struct glance *glance = looking->glance;
	bool counts = session_read(looking->outline, &session, looking->findings);
	glance->client = session.client;
	if (!counts)
		return;
	glance->session = session.date;
	glance->start = session.start;
	glance->status = session.status;
	glance->prepared = session.prepared;
}

static void look_at_view(struct looking *looking)
{
	union {
		struct portfolio portfolio;
		struct engagement engagement;
		struct week_note week;
		struct plan plan;
		struct inbox inbox;
	} *view = arena_allocate(looking->outline->arena, sizeof(*view));
	const struct outline *outline = looking->outline;
	struct finding_list *findings = looking->findings;
	if (looking->glance->kind == NOTE_SESSION)
		look_at_session(looking);
	else if (looking->glance->kind == NOTE_PORTFOLIO)
		portfolio_read(outline, &view->portfolio, findings);
	else if (looking->glance->kind == NOTE_PLAN)
		plan_read(outline, &view->plan, findings);
	else if (looking->glance->kind == NOTE_ENGAGEMENT) {
		engagement_read(outline, &view->engagement, findings);
		looking->glance->client = view->engagement.client;
	} else if (looking->glance->kind == NOTE_INBOX) {
		inbox_read(outline, &view->inbox, findings);
		looking->glance->client = view->inbox.client;
	} else if (looking->glance->kind == NOTE_WEEK && week_note_read(outline, looking->named, &view->week, findings))
		looking->glance->week = view->week.week;
}

static struct date updated(const struct looking *looking)
{
	struct date date = DATE_NONE;
	const struct outline *outline = looking->outline;
	if (looking->glance->kind == NOTE_OTHER || looking->glance->kind == NOTE_TEMPLATE)
		return DATE_NONE;
	if (property_date(&outline->properties, "updated", &date, looking->findings) == PROPERTY_READ)
		return date;
	return particular_date(outline, "document metadata", "last updated", looking->findings);
}

static uint64_t fingerprint(struct span key)
{
	return key.length > 0 ? digest_of(key).low | 1 : 0;
}

static void look_at_tasks(struct looking *looking)
{
	struct glance *glance = looking->glance;
	struct arena *arena = looking->outline->arena;
	struct action_list actions = { .arena = arena };
	struct action_source source = { glance->kind, glance->client, DATE_NONE };
	if (note_kind_holds_actions(glance->kind))
		actions_collect(&actions, looking->outline, &source);
	glance->tasks = arena_new_array(arena, actions.count, struct glance_task);
	for (size_t i = 0; i < actions.count; i++) {
		const struct task *task = &actions.items[i].task;
		uint64_t key = fingerprint(action_key(arena, glance->kind, task));
		if (key != 0 || (action_is_open(&actions.items[i]) && date_is_known(task->due)))
			glance->tasks[glance->task_count++] = (struct glance_task){ task->line, task->column,
				task->mark, task->due, key, task->owner, task->whole };
	}
}

/* What is not filled in is counted by itself. */
static void count_findings(struct looking *looking)
{
	finding_sort(looking->findings);
	for (size_t i = 0; i < looking->findings->count; i++)
		if (looking->findings->items[i].code != FINDING_PLACEHOLDER)
			looking->glance->findings[finding_code_severity(looking->findings->items[i].code)]++;
}

struct glance glance_take(
	const struct outline *outline, enum note_kind kind, const struct week *named, struct finding_list *findings)
{
	struct glance glance = { .kind = kind, .session = DATE_NONE, .start = -1 };
	struct looking looking = { outline, named, findings, &glance };
	look_at_view(&looking);
	glance.updated = updated(&looking);
	glance.unfilled = (int)unfilled_lines(outline, kind, NULL);
	look_at_tasks(&looking);
	count_findings(&looking);
	return glance;
}

/* --- as bytes ---------------------------------------------------------------------------------------------------- */

static void pack_date(struct buffer *bytes, struct date date)
{
	packed_add(bytes, (uint32_t)date.days);
}

static void pack_task(struct buffer *bytes, const struct glance_task *task)
{
	packed_add(bytes, task->line);
	packed_add(bytes, task->column);
	packed_add(bytes, (unsigned char)task->mark);
	pack_date(bytes, task->due);
	packed_add_long(bytes, task->key);
	packed_add_text(bytes, task->owner);
	packed_add_text(bytes, task->whole);
}

void glance_pack(const struct glance *glance, struct buffer *bytes)
{
	packed_add(bytes, glance->kind);
	packed_add_text(bytes, glance->client);
	pack_date(bytes, glance->session);
	packed_add(bytes, (uint32_t)glance->start);
	packed_add(bytes, glance->status);
	packed_add(bytes, glance->prepared);
	packed_add(bytes, (uint32_t)glance->week.year);
	packed_add(bytes, (uint32_t)glance->week.number);
	pack_date(bytes, glance->updated);
	packed_add(bytes, (uint32_t)glance->unfilled);
	for (int severity = 0; severity <= SEVERITY_INFO; severity++)
		packed_add(bytes, (uint32_t)glance->findings[severity]);
	packed_add(bytes, (uint32_t)glance->task_count);
	for (size_t i = 0; i < glance->task_count; i++)
		pack_task(bytes, &glance->tasks[i]);
}

static struct date unpack_date(struct packed *packed)
{
	return (struct date){ (int)packed_read(packed) };
}

static struct glance_task unpack_task(struct packed *packed)
{
	struct glance_task task = { .line = packed_read(packed) };
	task.column = packed_read(packed);
	task.mark = (char)packed_read_below(packed, UCHAR_MAX + 1);
	task.due = unpack_date(packed);
	task.key = packed_read_long(packed);
	task.owner = packed_read_text(packed);
	task.whole = packed_read_text(packed);
	return task;
}

static void unpack_tasks(struct arena *arena, struct packed *packed, struct glance *glance)
{
	size_t count = packed_read(packed);
	packed->good = packed->good && count <= packed->rest.length;
	if (!packed->good)
		return;
	glance->tasks = arena_new_array(arena, count, struct glance_task);
	for (glance->task_count = 0; packed->good && glance->task_count < count; glance->task_count++)
		glance->tasks[glance->task_count] = unpack_task(packed);
}

bool glance_unpack(struct arena *arena, struct span bytes, struct glance *glance)
{
	struct packed packed = { bytes, true };
	struct glance read = { .kind = packed_read_below(&packed, NOTE_KIND_COUNT) };
	read.client = packed_read_text(&packed);
	read.session = unpack_date(&packed);
	read.start = (int)packed_read(&packed);
	read.status = packed_read_below(&packed, SESSION_STATUS_COUNT);
	read.prepared = packed_read_below(&packed, true + 1);
	read.week.year = (int)packed_read(&packed);
	read.week.number = (int)packed_read(&packed);
	read.updated = unpack_date(&packed);
	read.unfilled = (int)packed_read(&packed);
	for (int severity = 0; severity <= SEVERITY_INFO; severity++)
		read.findings[severity] = (int)packed_read(&packed);
	unpack_tasks(arena, &packed, &read);
	if (!packed.good || packed.rest.length > 0)
		return false;
	*glance = read;
	return true;
}
