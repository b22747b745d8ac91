/* The fields of a preparation's JSON. */
#ifndef COACH_CMD_PREPARATION_FIELDS_H
#define COACH_CMD_PREPARATION_FIELDS_H

#include "cli/result.h"

extern const struct result_field preparation_result[];

#endif
