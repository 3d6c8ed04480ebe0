"""Strangers among people who are known, seen badly: how many are named, at equal recall.

``python -m benchmarks.faces [--quick] [--json]``. Each photograph is degraded in size, blur, light, by
something in front, by JPEG, and by all at once; five such looks are one passage in front of a camera.
Every split of the people into known and unknown is tried, and nobody is recognised by the photograph
that is shown. The peer is the original drawing: each look by itself, the nearest neighbour, and one
fixed threshold. Intervals are over people, not pictures.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.faces.degrade import SETTINGS, Setting
from benchmarks.faces.pairs import as_they_are
from benchmarks.faces.passages import Passage, passages, people_of
from benchmarks.faces.splits import Outcome, outcomes, strangers_at
from benchmarks.measure import Row, load, row

_RECALLS = (0.5, 0.7, 0.8, 0.9, 0.95)
_HIGH = 0.9
_QUICK = ("size 2", "blur 2", "everything at once")


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    settings = [one for one in SETTINGS if not quick or one.name in _QUICK]
    people = people_of()
    seen = passages(people, settings, looks=3 if quick else 5)
    print(f"faces: {len(seen)} passages, {load()}", file=sys.stderr, flush=True)
    every = outcomes(people, seen)
    table = [*as_they_are(), *(row(_told(one), None) for one in settings)]
    table += _at_equal_recall("every setting", every, quick=quick)
    hardest = [one for one in every if one.setting == settings[-1].name]
    table += _at_equal_recall(settings[-1].name, hardest, quick=quick, fewer=True)
    for setting in settings[:-1]:
        of_it = [one for one in every if one.setting == setting.name]
        table += _at_equal_recall(setting.name, of_it, quick=quick, recalls=(_HIGH,))
    return table + _as_it_is(every)


def _at_equal_recall(
    name: str,
    some: list[Outcome],
    *,
    quick: bool,
    fewer: bool = False,
    recalls: Sequence[float] = _RECALLS,
) -> list[Row]:
    table = []
    for recall in recalls:
        ours, peer, low, high = strangers_at(recall, some, rounds=20 if quick else 200)
        table.append(
            row(
                f"{name}: strangers named where {recall:.0%} of the known are",
                100 * ours,
                peer=100 * peer,
                unit="%",
                goal=f"not more; difference {100 * low:+.1f} to {100 * high:+.1f} over people",
                met=ours <= peer,
            )
        )
    if fewer:
        ours, peer, _, _ = strangers_at(_HIGH, some, rounds=1)
        table.append(
            row(
                f"{name}: fewer",
                100 * ours,
                peer=100 * peer,
                unit="%",
                goal="fewer",
                met=ours < peer,
            )
        )
    return table


def _as_it_is(every: list[Outcome]) -> list[Row]:
    """With the settings as they are, and the peer with the threshold that the network is known for."""
    known = [one for one in every if one.known]
    strangers = [one for one in every if not one.known]
    return [
        row(
            "as it is: known people named",
            100 * sum(one.named_right for one in known) / len(known),
            peer=100 * sum(one.peer >= 0.4 and one.peer_right for one in known) / len(known),
            unit="%",
            goal="told only",
        ),
        row(
            "as it is: known people taken for others",
            100 * sum(one.named and not one.named_right for one in known) / len(known),
            peer=100 * sum(one.peer >= 0.4 and not one.peer_right for one in known) / len(known),
            unit="%",
            goal="told only",
        ),
        row(
            "as it is: strangers named",
            100 * sum(one.named for one in strangers) / len(strangers),
            peer=100 * sum(one.peer >= 0.4 for one in strangers) / len(strangers),
            unit="%",
            goal="told only",
        ),
    ]


def _told(setting: Setting) -> str:
    return f"{setting.name}: {setting.words}"


__all__ = ["Passage", "rows"]
