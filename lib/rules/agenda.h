/* The parts of a session and their minutes (vault-template/practice/Templates/Engagement.md §5, Session Agenda
 * Template). */
#ifndef COACH_RULES_AGENDA_H
#define COACH_RULES_AGENDA_H

enum agenda_part { AGENDA_CHECK_IN, AGENDA_PROGRESS, AGENDA_CORE, AGENDA_PLANNING, AGENDA_CLOSE, AGENDA_PART_COUNT };

extern const char *const agenda_part_names[]; /* check_in, progress_review … NULL-terminated */
const char *agenda_part_title(enum agenda_part part);

/* Scales 5, 10, 30, 10 and 5 of 60 to the meeting's length in whole minutes that add up to it: each part is rounded
 * down, and the minutes left over go to the parts that lost most, the longer part first. */
void agenda_minutes(int length, int minutes[AGENDA_PART_COUNT]);

#endif
