"""Allocations that fail, once and from then on: the program may give up (status 6) or die, but notes stay whole."""

import pathlib
import tempfile

import commands
import sweep

WAYS = ({}, {"FAIL_ALLOCATION_ON": "1"})
POINTS_IN_SHORT, POINTS_IN_FULL = 3, 50
# Those of the commit, when the files are in place already.
LAST_ALLOCATIONS = 400


def preloaded(number, says, more):
    libraries = [str(sweep.library("fail_allocation"))] + ([more["LD_PRELOAD"]] if more else [])
    return {**(more or {}), "LD_PRELOAD": ":".join(libraries), "FAIL_ALLOCATION": str(number),
            "FAIL_ALLOCATION_SAYS": says}


def allocations(reference, more=None):
    with reference.copy() as place, tempfile.NamedTemporaryFile(dir=sweep.scratch()) as says:
        sweep.coach(place, *reference.arguments, more=preloaded(0, says.name, more))
        return int(pathlib.Path(says.name).read_text(encoding="utf-8"))


def fail_once(name, reference, point, more=None):
    number, way = point
    with reference.copy() as place, tempfile.NamedTemporaryFile(dir=sweep.scratch()) as says:
        status, _ = sweep.coach(place, *reference.arguments, more={**preloaded(number, says.name, more), **way})
        fired = pathlib.Path(says.name).read_text(encoding="utf-8") == "fired"
        what = f"{name}, allocation {number}{' and all after it' if way else ''} (status {status})"
        return [(fired, reference.judge(place, status), what)]


def points_of(reference, more=None):
    return [(number, way) for number in range(1, allocations(reference, more) + 1) for way in WAYS]


def sweep_points(form):
    tally = sweep.Tally()
    most = None if form.all else POINTS_IN_SHORT if form.short else POINTS_IN_FULL
    commands.sweep_each(tally, form, ("made",) if form.short else commands.VAULTS, points_of, most, fail_once)
    return tally


def control(form):
    """Without a journal, what a failed allocation cut off stays as it is."""
    tally = sweep.Tally()
    more = sweep.without("journal")
    reference = commands.reference("session move", "made")
    points = sweep.spread(points_of(reference, more)[-LAST_ALLOCATIONS:], 6 if form.short else 40)
    sweep.each(tally, points, lambda point: fail_once("session move", reference, point, more))
    return tally


CONTROL_FINDS = ("wedged",)
