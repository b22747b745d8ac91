"""kill -9, and kill -9 again while the next run recovers: the vault is still the old one or the new one."""

import contextlib

import commands
import kill
import sweep

SECONDS_OF_EACH = 2
SHORT = ("session move",)
FIRST_IN_SHORT = 7  # the full form takes every first point


def recovering(reference, place):
    """The command that finds the journal: any reading one, or init itself where there is no vault yet."""
    is_vault = (place / reference.vault / ".coach/config.yaml").exists()
    return (place / reference.vault, ["status"]) if is_vault else (place, reference.arguments)


def chosen_seconds(points, number):
    """A few of the points, spread over all; the next first point has those beside them, so that all come in turn."""
    step = max(1, len(points) // SECONDS_OF_EACH)
    start = number % step
    return points[start::step][:SECONDS_OF_EACH]


@contextlib.contextmanager
def crashed(reference, first, more):
    """A vault that the first crash has come to, and whether it did: it is tried a few times, as `sweep.each` says why."""
    for attempt in range(sweep.ATTEMPTS):
        with reference.copy() as place:
            fired = sweep.killed_at(place, reference.arguments, first, more, reference.always)
            if fired or attempt + 1 == sweep.ATTEMPTS:
                yield place, fired
                return


def crash_twice(name, reference, first, number, more=None):
    """The outcomes of one first point, one for each second; none where the first crash left nothing to recover. It is
    crashed anew for each: what a crash left is recovered where it happened, and not in a copy."""
    name = f"{name}, {first[0]} {first[1]}"
    with crashed(reference, first, more) as (place, fired):
        if not fired:
            return [(False, [], name)]
        if not any(place.rglob(".coach/journal/current")) and not more:
            return []
        folder, arguments = recovering(reference, place)
        seconds = sweep.call_points(folder, arguments, kill.WRITING, always=reference.always)
    outcomes = []
    for second in chosen_seconds(seconds, number):
        with crashed(reference, first, more) as (place, fired):
            folder, arguments = recovering(reference, place)
            fired = sweep.killed_at(folder, arguments, second, always=reference.always) and fired
            outcomes.append((fired, reference.judge(place), f"{name}, then {second[0]} {second[1]}"))
    return outcomes


def sweep_reference(tally, name, reference, most, calls=kill.WRITING, more=None):
    with reference.copy() as place:
        points = sweep.call_points(place, reference.arguments, calls, more, reference.always)
    chosen = sweep.spread(points, most)
    sweep.each(tally, list(enumerate(chosen)), lambda one: crash_twice(name, reference, one[1], one[0], more))
    return f"{name}: {len(chosen)} of {len(points)} first points"


def sweep_points(form):
    sweep.need_ptrace()
    tally = sweep.Tally()
    references = commands.references(SHORT, ("made",)) if form.short else \
        commands.references() + commands.references_without_exchange()
    for name, reference in references:
        form.tell(sweep_reference(tally, name, reference, FIRST_IN_SHORT if form.short else None))
    return tally


def control(_):
    """Without a journal there is nothing to recover from, at the first crash or the second."""
    tally = sweep.Tally()
    reference = commands.reference("session move", "none")
    sweep_reference(tally, "session move", reference, None, ("renameat2",), sweep.without("journal"))
    return tally


CONTROL_FINDS = ("mixed",)
