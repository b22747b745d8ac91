"""Prints one part of the JSON on standard input: json_part.py '.data.weeks[0].share'

[] goes through a list and prints an element a line; .length counts a list's elements, an object's keys or a text's
characters. Texts come bare, everything else as JSON. Fails where there is no such part.
"""

import json
import re
import sys

STEP = re.compile(r"\.(?P<key>\w+)|\[(?P<index>-?\d*)\]")


def follow(value, step):
    """What one step of the path leads to, as a list: `[]` leads to several."""
    if step["key"] == "length" and not (isinstance(value, dict) and "length" in value):
        return [len(value)]
    if step["key"]:
        return [value[step["key"]]]
    return [value[int(step["index"])]] if step["index"] else list(value)


def main():
    path = sys.argv[1]
    if STEP.sub("", path):
        sys.exit(f"json: not a path: {path}")
    values = [json.load(sys.stdin)]
    for step in STEP.finditer(path):
        try:
            values = [found for value in values for found in follow(value, step)]
        except (KeyError, IndexError, TypeError):
            sys.exit(f"json: {path}: there is no {step[0]}")
    for value in values:
        print(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


if __name__ == "__main__":
    main()
