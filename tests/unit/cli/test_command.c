#include "sample_commands.h"

static void commands_are_found_by_name_and_alias(void **state)
{
	(void)state;
	assert_ptr_equal(command_called(sample_commands, "book"), &command_book);
	assert_ptr_equal(command_called(sample_commands, "reserve"), &command_book);
	assert_ptr_equal(command_called(sample_commands, "capacity-check"), &command_plain);
	assert_ptr_equal(command_called(sample_commands, "Capacity_Check"), &command_plain);
	assert_null(command_called(sample_commands, "capacity"));
	assert_null(command_called(sample_commands, ""));
}

static void the_nearest_name_is_suggested(void **state)
{
	(void)state;
	assert_string_equal(command_nearest(sample_commands, "boko"), "book");
	assert_string_equal(command_nearest(sample_commands, "resrve"), "reserve");
	assert_string_equal(command_nearest(sample_commands, "capacity_chekc"), "capacity_check");
	assert_string_equal(command_nearest(sample_commands, "capacity"), "capacity_check");
	assert_string_equal(command_nearest(sample_commands, "capcity"), "capacity_check");
	assert_null(command_nearest(sample_commands, "xyz"));
	assert_null(command_nearest(sample_commands, ""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commands_are_found_by_name_and_alias),
		cmocka_unit_test(the_nearest_name_is_suggested),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
