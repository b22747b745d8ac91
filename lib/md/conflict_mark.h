/* The marks that a merge leaves in a text where two versions contradict each other: <<<<<<< begins them. */
#ifndef COACH_MD_CONFLICT_MARK_H
#define COACH_MD_CONFLICT_MARK_H

#include "base/span.h"

/* The line of the first one, from 1; 0 where there is none. What stands in a code fence is somebody's example. */
unsigned conflict_mark_line(struct span text);

#endif
