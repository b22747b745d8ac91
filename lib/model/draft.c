#include "model/draft.h"

#include <stddef.h>

const char *const touch_kind_names[] = { "reminder", "summary", "check_in", "resource", "welcome", "reply", NULL };
