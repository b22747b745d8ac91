/* Named points at which a test can make the program die, to prove that nothing is torn.
 *
 * In a build with FAULT_POINTS=1, the environment variable COACH_FAULT names a count: the run ends by SIGKILL when that
 * many fault points have been passed, whatever their names; COACH_FAULT_TRACE=1 prints the names on standard error.
 * In every other build the call compiles to nothing. */
#ifndef COACH_BASE_FAULT_H
#define COACH_BASE_FAULT_H

#ifdef FAULT_POINTS
void fault_point(const char *name);
#else
#define fault_point(name) ((void)(name))
#endif

#endif
