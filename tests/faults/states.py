"""States of the repository and the vault in which nothing may be written, and that must be said.

Each state is laid on a vault that the same command would write to. Demanded are the exit status of
docs/architecture.md, a hint, and not one byte written anywhere, in the vault, in .git or beside them; only .coach/lock
may name who held it. A byte that was written counts as torn, status 0 as false success, another status or no hint as
wedged. The control runs the commands without the states: all of them must then be found to write.
"""

import contextlib
import dataclasses
import fcntl
import functools
import os
import pathlib

import commands
import sweep

LOG = ("log", "1", "admin", "invoices")
MOVE = ("session", "move", "ada", "2026-11-24")
NOTE = commands.WEEK
ENGAGEMENT = "Clients/Ada Example/Ada Example.md"
CONFLICT, IO, REFUSED = 5, 6, 11


@dataclasses.dataclass
class State:
    name: str
    lay: object  # called with the vault; may give a context that holds while the command runs
    status: int = REFUSED
    kind: str = "own"
    arguments: tuple = LOG
    hint: bool = True
    but: tuple = ()  # what may be written all the same
    as_root: bool = False
    slow: bool = False


# --- git -------------------------------------------------------------------------------------------------------------


def try_git(vault, *arguments, editor="true"):
    """git, which may end with a conflict."""
    sweep.run(["git", *arguments], vault, {"GIT_EDITOR": editor, "GIT_SEQUENCE_EDITOR": editor})


def two_branches(vault):
    """main and other disagree about one line of a file that no command writes."""
    for branch, text in (("other", "theirs"), ("main", "ours")):
        if branch == "other":
            sweep.git(vault, "switch", "-q", "-c", branch)
        else:
            sweep.git(vault, "switch", "-q", branch)
        (vault / "Draft.md").write_text(f"{text}\n", encoding="utf-8")
        sweep.git(vault, "add", "Draft.md")
        sweep.git(vault, "commit", "-q", "-m", text)


def stopped(*arguments, editor="true"):
    """A state in which git stops with a conflict, or for an edit."""
    def lay(vault):
        two_branches(vault)
        try_git(vault, *arguments, editor=editor)
    return lay


def stopped_in_am(vault):
    two_branches(vault)
    patch = sweep.git(vault, "format-patch", "-1", "--stdout", "other")
    (vault.parent / "patch").write_text(patch, encoding="utf-8")
    try_git(vault, "am", str(vault.parent / "patch"))


def stopped_in_revert(vault):
    two_branches(vault)
    (vault / "Draft.md").write_text("later\n", encoding="utf-8")
    sweep.git(vault, "commit", "-q", "-a", "-m", "later")
    try_git(vault, "revert", "HEAD~1")


def bisect(vault):
    two_branches(vault)
    sweep.git(vault, "bisect", "start", "HEAD", "HEAD~1")


def conflicted_index(vault):
    two_branches(vault)
    try_git(vault, "merge", "other")
    (vault / ".git/MERGE_HEAD").unlink()


def detached(vault):
    sweep.git(vault, "switch", "-q", "--detach")


def bare(vault):
    sweep.git(vault, "config", "core.bare", "true")


def submodule(vault):
    """The client's folder is a repository of its own."""
    inner = vault / "Clients/Ada Example"
    sweep.git(inner, "init", "-q", "-b", "main", "--template=", ".")
    sweep.git(inner, "add", ".")
    sweep.git(inner, "commit", "-q", "-m", "inner")


def attribute(line):
    def lay(vault):
        (vault / ".gitattributes").write_text(f"*.md {line}\n", encoding="utf-8")
    return lay


def split_index(vault):
    sweep.git(vault, "update-index", "--split-index")


def sparse_index(vault):
    sweep.git(vault, "sparse-checkout", "set", "--cone", "--sparse-index", "Weeks", ".coach")


def broken(name):
    def lay(vault):
        (vault / ".git" / name).write_bytes(b"noise")
    return lay


def of_another_user(vault):
    for path in (vault / ".git", *(vault / ".git").rglob("*")):
        os.chown(path, 65534, 65534)


@contextlib.contextmanager
def read_only_below(folder):
    """Folders below it may not be written to while the command runs."""
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    try:
        yield
    finally:
        for path in folders:
            path.chmod(0o755)


@contextlib.contextmanager
def held_open(path):
    """A lock of git's that a living process holds."""
    with open(path, "wb"):
        yield


# --- the vault -------------------------------------------------------------------------------------------------------


def hard_link(vault):
    os.link(vault / NOTE, vault.parent / "second name.md")


def instead(make):
    """Something else stands where the note was."""
    def lay(vault):
        (vault / NOTE).unlink()
        make(vault / NOTE)
    return lay


def note_outside(note):
    outside = note.parents[2] / "outside.md"
    outside.write_text("# Week 2026-W47\n\n## Time Log\n", encoding="utf-8")
    note.symlink_to(outside)


def folder_outside(vault):
    (vault / "Weeks").rename(vault.parent / "Weeks")
    (vault / "Weeks").symlink_to(vault.parent / "Weeks")


def conflict_marks(vault):
    with open(vault / NOTE, "a", encoding="utf-8") as note:
        note.write("\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\n")


def placeholder(vault):
    (vault / NOTE).rename(vault / "Weeks/.2026-W47.md.icloud")


def many_links(vault):
    for number in range(40):
        (vault / f"Link {number:02d}.md").write_text("[[2026-11-19 Ada Example]]\n", encoding="utf-8")


def foreign_journal(vault):
    """Whole, and asking for a file outside of the vault to be removed (tests/bats/journal.bats)."""
    nothing = "0" * 32
    (vault.parent / "victim").write_text("mine\n", encoding="utf-8")
    (vault / ".coach/journal/current").write_text(
        "coach-journal 3\ntime 1795000000 0\nrepository none \nhistory % \nref % \nmessage m \nedits e \n"
        f"file create shown {nothing} {nothing} ../victim.txt Note.md \nend 5af83efb9aee50a68653059da3d6495e\n",
        encoding="utf-8")


def unreadable(vault):
    (vault / NOTE).chmod(0)


def not_to_be_written(vault):
    (vault / NOTE).chmod(0o444)


@contextlib.contextmanager
def vault_lock(vault):
    with open(vault / ".coach/lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def lock_elsewhere(vault):
    (vault / ".coach/lock").unlink(missing_ok=True)
    (vault / ".coach/lock").symlink_to(vault.parent / "victim")
    (vault.parent / "victim").write_text("mine\n", encoding="utf-8")


def journal_elsewhere(vault):
    (vault / ".coach/journal").rename(vault.parent / "elsewhere")
    (vault / ".coach/journal").symlink_to(vault.parent / "elsewhere")


STATES = [
    State("merge", stopped("merge", "other")),
    State("rebase", stopped("rebase", "other")),
    State("rebase, by patches", stopped("rebase", "--apply", "other")),
    State("rebase -i", stopped("rebase", "-i", "HEAD~1", editor="sed -i s/^pick/edit/")),
    State("am", stopped_in_am),
    State("cherry-pick", stopped("cherry-pick", "other")),
    State("revert", stopped_in_revert),
    State("bisect", bisect),
    State("merge, in a repository of coach's", stopped("merge", "other"), kind="made"),
    State("conflicted index", conflicted_index),
    State("detached HEAD, in a repository of coach's", detached, kind="made"),
    State("bare repository", bare),
    State("path in a submodule", submodule, arguments=MOVE),
    State("attribute filter", attribute("filter=git-crypt")),
    State("attribute working-tree-encoding", attribute("working-tree-encoding=UTF-16")),
    State("split index", split_index),
    State("sparse index", sparse_index),
    State("broken index", broken("index")),
    State("broken HEAD", broken("HEAD"), IO, hint=False),
    State("repository of another user", of_another_user, as_root=True),
    State("read-only .git", lambda vault: read_only_below(vault / ".git"), IO, "made", hint=False),
    State("read-only objects", lambda vault: read_only_below(vault / ".git/objects"), IO, "made", hint=False),
    State("hard link", hard_link),
    State("symlink out of the vault", instead(note_outside)),
    State("folder that is a symlink out of the vault", folder_outside),
    State("dangling symlink", instead(lambda note: note.symlink_to("nowhere.md"))),
    State("conflict marks in the note", conflict_marks),
    State("placeholder of a cloud service", placeholder),
    State("mass change", many_links, arguments=MOVE),
    State("foreign journal", foreign_journal),
    State("journal folder that is a symlink", journal_elsewhere),
    State("vault lock held", vault_lock, CONFLICT, slow=True),
    State("lock that is a symlink", lock_elsewhere, IO, hint=False),
    State("unreadable note", unreadable, IO, hint=False),
    State("note that may not be written", not_to_be_written, IO, hint=False),
    State("folder where the note should be", instead(lambda note: note.mkdir()), IO, hint=False),
    State("FIFO", instead(os.mkfifo), IO, hint=False),
    State("device", instead(lambda note: os.mknod(note, 0o20666, os.makedev(1, 3))), IO, hint=False,
          as_root=True),
    State("read-only folder of the note", lambda vault: read_only_below(vault / "Weeks"), IO, hint=False),
    State("read-only .coach", lambda vault: read_only_below(vault / ".coach"), IO, hint=False),
]


# Where git itself holds a lock, that is found out when the commit is moved into place: its objects are written then, and
# nothing points to them.
UNREACHED = (".git/objects", ".git/logs")

STATES += [
    State("index.lock held", lambda vault: held_open(vault / ".git/index.lock"), CONFLICT, "made", but=UNREACHED),
    State("the branch's lock held", lambda vault: held_open(vault / ".git/refs/heads/main.lock"), CONFLICT, "made",
          but=UNREACHED),
]


def everything(base, state):
    return sweep.tree(base, (".coach/lock", ".coach/cache", *state.but))


def judge(state, before, base, status, output):
    """What the run did that it may not."""
    problems = []
    if written := sweep.changed(before, everything(base, state)):
        problems.append(("torn", f"written: {', '.join(written[:4])}"))
    if status == 0:
        problems.append(("false success", "exit status 0"))
    elif status != state.status:
        problems.append(("wedged", f"exit status {status}, not {state.status}: {output.strip()}"))
    elif state.hint and "hint:" not in output:
        problems.append(("wedged", f"no hint: {output.strip()}"))
    return problems


def run_in(state, base, lay):
    vault = base / "vault"
    holding = (lay(vault) if lay else None) or contextlib.nullcontext()
    with holding:
        before = everything(base, state)
        status, output = sweep.run([*sweep.bound_by_modes(), sweep.COACH, *state.arguments, "--no-input"], vault)
        problems = judge(state, before, base, status, output.decode(errors="replace"))
    return [(True, problems, state.name)]


@functools.cache
def base_of(kind):
    """A folder with a vault of this kind, whose week has a note, and nothing beside it."""
    base = sweep.scratch() / f"states, {kind}"
    base.mkdir()
    commands.lay_with_week(kind, base / "vault")
    return base


def run_state(state, lay):
    with sweep.Copy(base_of(state.kind)) as base:
        return run_in(state, base, lay)


def really_root():
    """Not only in a user namespace, where other users' files cannot be made."""
    owners = pathlib.Path("/proc/self/uid_map").read_text(encoding="ascii").split()
    return os.geteuid() == 0 and owners == ["0", "0", "4294967295"]


def sweep_points(form):
    sweep.need("git", "setpriv")
    tally = sweep.Tally()
    laid = [state for state in STATES if not (form.short and state.slow) and (really_root() or not state.as_root)]
    for kind in ("made", "own"):
        base_of(kind)
    sweep.each(tally, laid, lambda state: run_state(state, state.lay))
    if len(laid) < len(STATES):
        left_out = [state.name for state in STATES if state not in laid]
        tally.remark = f"left out: {', '.join(left_out)}"
    return tally


def control(_):
    """The same commands on the same vaults without a state: each is found to have written."""
    tally = sweep.Tally()
    commands_run = {(state.kind, state.arguments): state for state in STATES}
    for state in commands_run.values():
        fired, problems, name = run_state(state, None)[0]
        tally.point(fired, problems, name)
        if not problems:
            raise RuntimeError(f"{state.arguments} in a vault that is {state.kind} writes nothing, whatever the state")
    return tally


CONTROL_FINDS = ("torn", "false success")
