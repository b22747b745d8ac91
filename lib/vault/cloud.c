#include "vault/cloud.h"

#include "sys/file.h"

#include <string.h>

/* How a folder is called, whole or with more behind it. */
static const struct {
	const char *service;
	const char *name;
	bool continues;
} names[] = {
	{ "Dropbox", "Dropbox", true },
	{ "iCloud", "Mobile Documents", false },
	{ "iCloud", "iCloud Drive", false },
	{ "iCloud", "iCloudDrive", false },
	{ "OneDrive", "OneDrive", true },
	{ "Google Drive", "Google Drive", true },
	{ "Google Drive", "GoogleDrive", true },
	{ "Google Drive", "My Drive", false },
};

/* What lies in it. A folder ~/.dropbox is the Dropbox program's own, in a home that it does not keep. */
static const struct {
	const char *service;
	const char *name;
	enum file_kind kind;
} marks[] = {
	{ "Dropbox", ".dropbox", FILE_REGULAR }, { "Dropbox", ".dropbox.cache", FILE_DIRECTORY },
	{ "Syncthing", ".stfolder", FILE_DIRECTORY },
	{ "Syncthing", ".stfolder", FILE_REGULAR }, /* of older versions */
};

/* "Dropbox (Work)" and "OneDrive - Work" are such folders, "DropboxNotes" is none. macOS keeps "GoogleDrive-NAME" and
 * others in a folder of its own. */
static bool is_continued(struct span rest, const char *parent)
{
	return span_starts_with(rest, " (") || span_starts_with(rest, " -") ||
	       (span_starts_with(rest, "-") && strcmp(path_name(parent), "CloudStorage") == 0);
}

static bool is_named(struct arena *arena, const char *folder, const char *name, bool continues)
{
	struct span rest = span_of(path_name(folder));
	if (!span_skip(&rest, name))
		return false;
	return rest.length == 0 || (continues && is_continued(rest, path_folder(arena, folder)));
}

/* The service of this one folder. */
static const char *service_of(struct arena *arena, const char *folder)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (is_named(arena, folder, names[i].name, names[i].continues))
			return names[i].service;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (file_look(path_join(arena, folder, marks[i].name), NULL) == marks[i].kind)
			return marks[i].service;
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

const char *cloud_placeholder(struct arena *arena, const char *path)
{
	const char *name = arena_printf(arena, ".%s.icloud", path_name(path));
	return strchr(path, '/') ? path_join(arena, path_folder(arena, path), name) : name;
}

int cloud_refuse_placeholder(const char *path, struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = path },
		"the file's text is not on this machine, only a cloud service's placeholder");
	return error_hint(error, "open it once in the Finder or in Obsidian, so that it is downloaded");
}
