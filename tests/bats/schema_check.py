"""Validates the JSON envelope on standard input against its command's schema: schema_check.py docs/schema/status.json"""

import json
import sys

import jsonschema


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)(schema)
    problems = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.load(sys.stdin))]
    sys.exit("\n".join(problems) if problems else 0)


if __name__ == "__main__":
    main()
