"""Every command that writes, on each kind of vault: what all sweeps go through. Another command is a line more."""

import concurrent.futures
import copy
import dataclasses
import functools
import json
import os
import shutil

import sweep

SAMPLE = sweep.ROOT / "vault-template" / "sample"
SMALL = ("Client Portfolio.md", "Practice Strategy.md", "Plans/2026-Q4.md", "Clients/Ada Example",
         "Weeks/2026-W45.md", "Weeks/2026-W46.md")
WEEK = "Weeks/2026-W47.md"
# A repository that coach made, one of the person's own (coach commits beside their branch), and none.
VAULTS = ("made", "own", "none")


@dataclasses.dataclass
class Command:
    name: str
    arguments: list
    prepare: object = None  # what comes before in the vault: called with its folder
    folder: str = "a vault"  # or "an empty folder", "a folder of notes", which init makes a vault of
    files: int = 1  # how many files of the person's the change has at least


def edit(vault):
    """Edits of a person's, not committed: a line at the end, a task ticked, another taken out."""
    note = vault / WEEK
    lines = note.read_text(encoding="utf-8").splitlines(keepends=True)
    tasks = [number for number, line in enumerate(lines) if line.startswith("- [ ]")]
    lines[tasks[0]] = lines[tasks[0]].replace("[ ]", "[x]")
    if len(tasks) > 1:
        del lines[tasks[-1]]
    note.write_text("".join(lines) + "\nMy own line.\n", encoding="utf-8")


def with_week(vault):
    sweep.must([sweep.COACH, "init_week", "--no-input"], vault)


def with_edited_week(vault):
    with_week(vault)
    edit(vault)


def with_link(vault):
    inbox = vault / "Clients/Ada Example/Inbox.md"
    inbox.write_text(inbox.read_text(encoding="utf-8") + "\nAbout [[2026-11-19 Ada Example]].\n", encoding="utf-8")


def with_move(vault):
    with_link(vault)
    sweep.must([sweep.COACH, "session", "move", "ada", "2026-11-24", "--no-input"], vault)


def with_calendar(vault):
    """One session moves, another is cancelled, a third is booked; a note links the first."""
    with_link(vault)
    event = "BEGIN:VEVENT\nUID:{0}\nSUMMARY:Ada Example\nDTSTART:{1}\n{2}END:VEVENT\n"
    calendar = "BEGIN:VCALENDAR\n{}END:VCALENDAR\n"
    booked = event.format("a", "20261119T100000", "") + event.format("b", "20261127T100000", "")
    changed = (event.format("a", "20261124T110000", "") + event.format("b", "20261127T100000", "STATUS:CANCELLED\n")
               + event.format("c", "20261218T100000", ""))
    file = vault / "calendar.ics"
    file.write_text(calendar.format(booked), encoding="utf-8")
    sweep.must([sweep.COACH, "session", "import", "calendar.ics", "--from", "2026-11-01", "--no-input"], vault)
    file.write_text(calendar.format(changed), encoding="utf-8")


def with_copy(vault):
    note = vault / "Weeks/2026-W46.md"
    text = note.read_text(encoding="utf-8")
    note.write_text(text + "\n- [ ] List the hardest question of each board member 🆔 8zwa\n", encoding="utf-8")


def with_old_draft(vault):
    sweep.must([sweep.COACH, "touch", "ada", "reminder", "--no-input"], vault)
    sweep.must([sweep.COACH, "done", "8zwa", "--no-input"], vault)


def with_older_week(vault):
    with_edited_week(vault)
    sweep.must([sweep.COACH, "session", "add", "ada", "2026-11-20", "15:00", "--no-input"], vault)


def with_older_day(vault):
    """The day's note, edited, and a session of that day booked since."""
    sweep.must([sweep.COACH, "init_day", "--no-input"], vault)
    for note in (vault / "Days").iterdir():
        note.write_text(note.read_text(encoding="utf-8") + "\nMy own line.\n", encoding="utf-8")
    sweep.must([sweep.COACH, "session", "add", "ada", "2026-11-16", "15:00", "--no-input"], vault)


def with_log_and_edits(vault):
    sweep.must([sweep.COACH, "log", "1.5", "admin", "invoices", "--no-input"], vault)
    with_edited_week(vault)


def with_answers(vault):
    (vault / "ida.yaml").write_text("cadence: weekly\ngoal: Hand over the shop\nconsent: {ai: yes}\n", encoding="utf-8")


def planned(vault):
    notes = sorted(vault.glob("Clients/Ada Example/Sessions/*.md"))
    return [note for note in notes if "status: planned" in note.read_text(encoding="utf-8")]


def with_archive(vault):
    """What is still planned is cancelled, as a client who leaves has no more sessions."""
    sweep.must([sweep.COACH, "config", "paths.archive", "Archive", "--no-input"], vault)
    for _ in planned(vault):
        sweep.must([sweep.COACH, "session", "cancel", "ada", "--no-input"], vault)


def with_closing_answers(vault):
    """Nothing is booked yet, so that the next session is."""
    for note in planned(vault):
        note.unlink()
    said = 'summary: She stops there.\nactions: [Call the chair by fri]\nmetrics: {Board: "8"}\nnext: 2026-12-04 10:00\n'
    (vault / "closing.yaml").write_text(said, encoding="utf-8")


def with_undone_week(vault):
    with_week(vault)
    sweep.must([sweep.COACH, "undo", "--no-input"], vault)


# {entry} is the id of the latest entry: undo of that one can be said again.
COMMANDS = [
    Command("init, a new folder", ["init", "Practice"], folder="an empty folder", files=4),
    Command("init, adopting notes", ["init", "Practice"], folder="a folder of notes", files=2),
    Command("log, a new week", ["log", "1.5", "admin", "invoices"]),
    Command("log, an edited week", ["log", "1.5", "admin", "invoices"], with_edited_week),
    Command("onboard_client", ["onboard_client", "Ida", "Invented", "--answers", "ida.yaml", "--override", "now or never"],
            with_answers, files=4),
    Command("offboard_client", ["offboard_client", "mia"], files=2),
    Command("offboard_client, to the archive", ["offboard_client", "ada"], with_archive, files=6),
    Command("consent", ["consent", "ada", "recording", "--set", "yes"]),
    Command("touch", ["touch", "ada", "reminder"]),
    Command("touch, a draft of before", ["touch", "ada", "reminder"], with_old_draft),
    Command("add", ["add", "Call the bank"]),
    Command("done, in two notes", ["done", "8zwa"], with_copy, files=2),
    Command("done, a milestone", ["done", "Mid-engagement review", "--client", "ada"]),
    Command("session add", ["session", "add", "ada", "2026-11-23", "10:00"]),
    Command("session move", ["session", "move", "ada", "2026-11-24"], with_link, files=3),
    Command("session cancel", ["session", "cancel", "ada"]),
    Command("session import", ["session", "import", "calendar.ics", "--from", "2026-11-01"], with_calendar, files=5),
    Command("init_week, a new note", ["init_week"]),
    Command("init_week, merging edits", ["init_week"], with_older_week),
    Command("init_day, a new note", ["init_day"]),
    Command("init_day, merging edits", ["init_day"], with_older_day),
    Command("shutdown_day", ["shutdown_day"], with_older_day),
    Command("shutdown_week", ["shutdown_week"], with_edited_week),
    Command("prep_session", ["prep_session", "ada"]),
    Command("close_session", ["close_session", "ada", "--answers", "closing.yaml"], with_closing_answers, files=3),
    Command("config", ["config", "capacity.prep_minutes", "20"]),
    Command("undo, with edits since", ["undo", "{entry}"], with_log_and_edits),
    Command("undo of a move", ["undo", "{entry}"], with_move, files=3),
    Command("redo", ["redo"], with_undone_week),
]


# Of the names of those that the sweeps go through; the controls take the command that they need.
chosen_by = {"start": ""}


def keep(start):
    """The sweeps go through those alone whose name begins so."""
    chosen_by["start"] = start


def lay_notes(folder):
    for name in SMALL:
        source, target = SAMPLE / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)


def make_repository(folder):
    sweep.git(folder, "init", "-q", "-b", "main", "--template=", ".")
    (folder / ".gitignore").write_text(".DS_Store\n", encoding="utf-8")
    sweep.git(folder, "add", ".")
    sweep.git(folder, "commit", "-q", "-m", "My practice")


def lay(command, kind, folder):
    """The folder that the command is run in, and where its vault lies below it."""
    folder.mkdir()
    inside = folder if command.folder == "a vault" else folder / "Practice"
    if command.folder != "an empty folder":
        inside.mkdir(exist_ok=True)
        lay_notes(inside)
    if kind == "own":
        make_repository(folder)
    if command.folder != "a vault":
        return "Practice"
    sweep.must([sweep.COACH, "init", "--no-input", "--git" if kind == "made" else "--no-git"], folder)
    if command.prepare:
        command.prepare(folder)
    return "."


def latest_entry(vault):
    said = sweep.must([sweep.COACH, "history", "--json"], vault)
    return json.loads(said)["data"]["entries"][0]["id"]


@functools.cache
def reference(name, kind):
    """The command of this name on a vault of this kind, and what it does there without any fault. Laid once."""
    command = next(command for command in COMMANDS if command.name == name)
    folder = sweep.scratch() / f"{name}, {kind}"
    vault = lay(command, kind, folder)
    latest = latest_entry(folder) if "{entry}" in command.arguments else ""
    arguments = [word.format(entry=latest) for word in command.arguments] + (["--no-git"] if command.arguments[0] == "init" and kind == "none" else [])
    made = sweep.Reference(folder, vault, arguments)
    files = sum(not path.endswith("/") for path in sweep.changed(made.old.files, made.new.files))
    if files < command.files:
        raise RuntimeError(f"{name}: a change of {files} files, where {command.files} were expected")
    return made


def chosen_names():
    return [command.name for command in COMMANDS if command.name.startswith(chosen_by["start"])]


def references(names=None, kinds=VAULTS):
    """The name and the Reference of each of these commands, or of all, on each kind of vault."""
    wanted = [(name, kind) for name in (chosen_names() if names is None else names) for kind in kinds]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        made = pool.map(lambda one: reference(*one), wanted)
        return [(f"{name} ({kind})", one) for (name, kind), one in zip(wanted, made)]


# Of those whose files are made, replaced and moved, also as on a file system that cannot exchange two files.
WITHOUT_EXCHANGE = ("log, an edited week", "session move", "init_week, a new note", "undo of a move")
NO_EXCHANGE = ("renameat2:error=EINVAL",)


def references_without_exchange(kinds=("made", "none")):
    found = []
    for name, reference in references([name for name in WITHOUT_EXCHANGE if name in chosen_names()], kinds):
        reference = copy.copy(reference)
        reference.always = NO_EXCHANGE
        found.append((f"{name}, without exchange", reference))
    return found


def sweep_each(tally, form, kinds, points_of, most, fail_once):
    """Goes through each command's points, or through `most` of them, spread over all."""
    for name, reference in references(kinds=kinds) + references_without_exchange(kinds[:1]):
        points = points_of(reference)
        chosen = sweep.spread(points, most)
        sweep.each(tally, chosen, lambda point: fail_once(name, reference, point))
        form.tell(f"{name}: {len(chosen)} of {len(points)} points")


def lay_with_week(kind, folder):
    """A vault whose week has a note."""
    lay(Command("a week", [], with_week), kind, folder)
