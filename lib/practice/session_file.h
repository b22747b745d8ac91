/* Session notes as files (docs/formats.md): a new one, and one that moves to another day. */
#ifndef COACH_PRACTICE_SESSION_FILE_H
#define COACH_PRACTICE_SESSION_FILE_H

#include "base/appointment.h"
#include "base/error.h"
#include "practice/practice.h"
#include "vault/changeset.h"

struct new_session {
	struct span client; /* the name of the client's note */
	bool linked;        /* the note links it */
	int number;
	struct date date;
	int start; /* minutes after midnight; -1 while no time is agreed */
	int minutes;
	struct span agenda; /* may be empty */
	struct span uid;    /* of the calendar's event; may be empty */
	/* Of a cohort, who belongs to it; each gets an empty box, but for those who left (`[-]`). */
	struct task_list members;
	bool is_there; /* the members are those of the note itself, whose boxes stay as they are */
};

/* Where the configuration puts it; " 2" (3, 4 …) before the ".md" where that is taken, or is by the changes (NULL:
 * none). */
const char *session_file_path(struct arena *arena, const struct vault *vault, const struct changeset *changes,
	struct span client, struct date date);

/* A planned session's note, from the template Session.md. ERROR_PARSE where that makes a note that cannot be read. */
int session_file_text(struct arena *arena, const struct vault *vault, const struct new_session *session,
	struct span *text, struct error *error);

/* Puts into `changes` what moving the session takes: date and start in the front matter, the date in the title and in
 * the file's name, and the links to the old name in all notes (those in code and comments stay). An unknown
 * date or start of `to` leaves that as it is. `path` is where the note then lies. ERROR_PARSE where the note's front
 * matter is broken; then nothing is put. */
int session_file_move(struct arena *arena, const struct vault *vault, const struct practice *practice,
	const struct session *session, struct appointment to, struct changeset *changes, const char **path,
	struct error *error);

#endif
