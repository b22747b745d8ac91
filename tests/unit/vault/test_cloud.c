/* Which folders a service copies from machine to machine. */
#include "scratch.h"

#include "vault/cloud.h"
#include "vault/configuration_history.h"

static void services_are_known_by_the_names_of_folders(void **state)
{
	static const struct {
		const char *path;
		const char *service;
	} cases[] = {
		{ "/home/pat/Dropbox/Practice", "Dropbox" },
		{ "/home/pat/Dropbox (Work)/Notes/Practice", "Dropbox" },
		{ "/Users/pat/Library/Mobile Documents/iCloud~md~obsidian/Documents/Practice", "iCloud" },
		{ "/Users/pat/iCloud Drive/Practice", "iCloud" },
		{ "/home/pat/OneDrive - Work/Practice", "OneDrive" },
		{ "/Users/pat/Library/CloudStorage/GoogleDrive-pat@example.org/My Drive/Practice", "Google Drive" },
		{ "/Volumes/GoogleDrive/Practice", "Google Drive" },
		{ "/Users/pat/Library/CloudStorage/OneDrive-Personal/Practice", "OneDrive" },
		{ "/mnt/x/Dropbox/Practice", "Dropbox" },
		{ "/home/pat/Practice", NULL },
		{ "/home/pat/DropboxNotes/Practice", NULL },
		{ "/home/pat/Dropbox-Notes/Practice", NULL },
		{ "/home/pat/OneDrives/Practice", NULL },
		{ "/home/pat/My Dropbox notes/Practice", NULL },
		{ "/", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *service = cloud_service(scratch_arena(state), cases[i].path);
		if (cases[i].service)
			assert_string_equal(service, cases[i].service);
		else
			assert_null(service);
	}
}

static void services_are_known_by_the_marks_they_leave(void **state)
{
	scratch_write(state, "sync/.stfolder/syncthing-folder.txt", SPAN_NONE);
	scratch_write(state, "sync/Notes/Practice/a.md", SPAN_NONE);
	scratch_write(state, "box/.dropbox", SPAN_NONE);
	assert_string_equal(
		cloud_service(scratch_arena(state), scratch_path(state, "sync/Notes/Practice")), "Syncthing");
	assert_string_equal(cloud_service(scratch_arena(state), scratch_path(state, "box")), "Dropbox");
	/* The Dropbox program's own folder in a home, and the cache in a folder that it keeps. */
	scratch_write(state, "home/.dropbox/info.json", SPAN_NONE);
	scratch_write(state, "kept/.dropbox.cache/old", SPAN_NONE);
	assert_null(cloud_service(scratch_arena(state), scratch_path(state, "home")));
	assert_string_equal(cloud_service(scratch_arena(state), scratch_path(state, "kept")), "Dropbox");
	assert_null(cloud_service(scratch_arena(state), scratch_path(state, "elsewhere")));
}

static void the_history_goes_to_the_persons_state(void **state)
{
	setenv("HOME", "/home/pat", 1);
	unsetenv("XDG_STATE_HOME");
	const char *folder = history_folder_for(scratch_arena(state), "/home/pat/Dropbox/My Practice", 1);
	assert_true(span_starts_with(span_of(folder), "~/.local/state/coach/My Practice-"));
	assert_true(span_ends_with(span_of(folder), ".git"));
	assert_string_not_equal(folder, history_folder_for(scratch_arena(state), "/home/pat/OneDrive/My Practice", 1));
	assert_true(span_ends_with(
		span_of(history_folder_for(scratch_arena(state), "/home/pat/Dropbox/My Practice", 2)), "-2.git"));
	setenv("XDG_STATE_HOME", "/var/state", 1);
	folder = history_folder_for(scratch_arena(state), "/home/pat/Dropbox/My Practice", 1);
	assert_true(span_starts_with(span_of(folder), "/var/state/coach/My Practice-"));
	unsetenv("HOME");
	assert_null(history_folder_for(scratch_arena(state), "/home/pat/Dropbox/My Practice", 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		scratch_test(services_are_known_by_the_names_of_folders),
		scratch_test(services_are_known_by_the_marks_they_leave),
		scratch_test(the_history_goes_to_the_persons_state),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
