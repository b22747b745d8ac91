#include "vault/cloud.h"

#include "sys/file.h"

#include <string.h>

/* How a folder is called, whole or with more behind it, or what lies in it. */
static const struct {
	const char *service;
	const char *name;
	bool prefix;
	const char *mark;
} signs[] = {
	{ "Dropbox", "Dropbox", true, ".dropbox" },
	{ "iCloud", "Mobile Documents", false, NULL },
	{ "iCloud", "iCloud Drive", false, NULL },
	{ "iCloud", "iCloudDrive", false, NULL },
	{ "OneDrive", "OneDrive", true, NULL },
	{ "Google Drive", "Google Drive", true, NULL },
	{ "Google Drive", "GoogleDrive", true, NULL },
	{ "Google Drive", "My Drive", false, NULL },
	{ "Syncthing", NULL, false, ".stfolder" },
};

static bool is_named(struct span name, const char *wanted, bool prefix)
{
	return wanted && (prefix ? span_starts_with(name, wanted) : span_is(name, wanted));
}

/* The service of this one folder. */
static const char *service_of(struct arena *arena, const char *folder)
{
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		bool named = is_named(span_of(path_name(folder)), signs[i].name, signs[i].prefix);
		bool marked = signs[i].mark && file_look(path_join(arena, folder, signs[i].mark), NULL) != FILE_MISSING;
		if (named || marked)
			return signs[i].service;
	}
	return NULL;
}

const char *cloud_service(struct arena *arena, const char *path)
{
	for (; strcmp(path, "/") != 0 && strcmp(path, ".") != 0; path = path_folder(arena, path)) {
		const char *service = service_of(arena, path);
		if (service)
			return service;
	}
	return NULL;
}
