"""A rule tried on what is stored of last week: how often it would have been set off, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import numpy as np

from omnisight_desktop.core.frame import Image
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.words import clock_time, thing
from omnisight_desktop.rules.hit import Hit
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.services.house import House

DAYS = 7
_SHOWN = 24
_WIDE_PX = 224  # twice as wide as it is shown, for fine screens


@dataclass(frozen=True, slots=True, eq=False)
class HitCard:
    """One time that the rule would have been set off."""

    who: str
    when: str
    exact: str
    track: str
    picture: Image | None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of trying a rule; ``trouble`` is why it could not be tried."""

    hits: int = 0
    shown: tuple[HitCard, ...] = ()
    inward: int | None = None  # of a line
    outward: int | None = None
    points: int = 0
    trouble: str = ""

    def told(self) -> str:
        """All of it in a sentence."""
        if self.trouble:
            return self.trouble
        if not self.points:
            return tr("Nobody was followed here in the last 7 days, so it cannot be tried yet.")
        if self.hits == 0:
            return tr("In the last 7 days it would not have been set off.")
        if self.hits == 1:
            return tr("In the last 7 days it would have been set off once.")
        return tr("In the last 7 days it would have been set off {count} times.", count=self.hits)

    def ways(self) -> str:
        """Which way a line was crossed how often; nothing for what is no line."""
        if self.inward is None or self.outward is None:
            return ""
        return tr("{inward} in, {outward} out", inward=self.inward, outward=self.outward)


def rehearsed(house: House, book: Rulebook, rule: Rule, size: tuple[float, float]) -> Rehearsal:
    """Try a rule with what is drawn on its camera; raises why it is no rule yet."""
    now = house.clock.now()
    alone = Rulebook(book.camera, book.zones, book.lines, (replace(rule, enabled=True),))
    outcome = house.rules.simulate(alone, now - timedelta(days=DAYS), now, size)
    newest = sorted(outcome.hits, key=lambda hit: hit.at, reverse=True)[:_SHOWN]
    counted = outcome.counted.get(rule.id)
    return Rehearsal(
        hits=len(outcome.hits),
        shown=_cards(house, newest),
        inward=counted.inward if counted else None,
        outward=counted.outward if counted else None,
        points=outcome.points,
    )


def _cards(house: House, hits: Sequence[Hit]) -> tuple[HitCard, ...]:
    pictures = house.rules.pictures(hit.track for hit in hits if hit.track)
    now = house.clock.now()
    return tuple(
        HitCard(
            thing(hit.label) if hit.label else tr("Nobody"),
            clock_time(hit.at, now),
            f"{hit.at.astimezone():%Y-%m-%d %H:%M:%S}",
            hit.track or "",
            _read(house.paths.media / pictures[hit.track].crop) if hit.track in pictures else None,
        )
        for hit in hits
    )


def _read(file: Path) -> Image | None:
    """A picture as large as it is shown; the window need not decode it any more."""
    import cv2  # heavy, and not needed to show a rule

    try:
        data = np.frombuffer(file.read_bytes(), np.uint8)
    except OSError:  # it went with its time, or its disk is away
        return None
    image = cv2.imdecode(data, cv2.IMREAD_COLOR) if len(data) else None
    if image is None:
        return None
    scale = min(1.0, _WIDE_PX / image.shape[1])
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
