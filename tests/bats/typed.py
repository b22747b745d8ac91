"""Runs a command at a terminal and types: typed.py COMMAND… <LINES

Each line of standard input is typed when a prompt ("> " at the beginning of a line) is seen, so nothing waits for a
clock. A ¶ in it is a line end: several lines that are pasted at once. A line ^D ends the input, ^C interrupts, and !SHELL COMMAND runs beside the open question before the next line is
typed. Prints what the terminal showed, and ends with the command's status, as a shell has it; 124 where a prompt found no line to type.
"""

import os
import pty
import select
import subprocess
import sys

PATIENCE = 30  # seconds without a byte, before the command is given up
KEYS = {"^D": b"\x04", "^C": b"\x03"}


def is_prompt(shown):
    return shown == b"> " or shown.endswith(b"\n> ")


def read_some(terminal):
    """What the terminal shows next; None at its end."""
    if not select.select([terminal], [], [], PATIENCE)[0]:
        sys.exit("typed: nothing more comes")
    try:
        return os.read(terminal, 4096) or None
    except OSError:  # Linux says so when the last one has closed it
        return None


def type_next(terminal, lines):
    """False where no line is left."""
    for line in lines:
        if line.startswith("!"):
            subprocess.run(line[1:], shell=True, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr)
            continue
        os.write(terminal, KEYS.get(line, line.replace("¶", "\n").encode() + b"\n"))
        return True
    return False


def main():
    lines = iter(sys.stdin.read().splitlines())
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(sys.argv[1], sys.argv[1:])
    shown = b""
    while (some := read_some(terminal)) is not None:
        sys.stdout.buffer.write(some)
        shown += some
        if not is_prompt(shown.replace(b"\r\n", b"\n")):
            continue
        shown = b""
        if not type_next(terminal, lines):
            os.close(terminal)
            os.waitpid(child, 0)
            sys.exit(124)
    sys.stdout.flush()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.exit(code if code >= 0 else 128 - code)


if __name__ == "__main__":
    main()
