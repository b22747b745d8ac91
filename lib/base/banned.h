/* Functions this project does without, made compile errors. Included before everything else by the Makefile. */
#ifndef COACH_BASE_BANNED_H
#define COACH_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(__GNUC__)
/* glibc makes these macros for Clang, and a macro cannot be poisoned. */
#undef sprintf
#undef vsprintf
/* cppcheck does not know the pragma and need not. */
#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok atoi atol atof localtime gmtime asctime  \
	setlocale system popen tmpnam mktemp tempnam
#endif

#endif
