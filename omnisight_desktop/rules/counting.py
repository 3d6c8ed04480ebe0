"""What a camera's lines have counted, hour by hour, so that it can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.counting import LineCount
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.rules.hit import Counted
from omnisight_desktop.rules.rule import Rulebook
from omnisight_desktop.rules.trigger import Cross

_NOTHING = Counted()


class Counting:
    """Turns counts that only grow into those of the hours in which they grew."""

    def __init__(self) -> None:
        self._ids = IdSource("N")
        self._lines: dict[str, tuple[str, str]] = {}  # camera and line, by the rule that counts
        self._before: dict[str, Counted] = {}
        self._hours: dict[str, LineCount] = {}  # the hour that each rule counts in
        self._news: dict[str, LineCount] = {}

    def begin(self, book: Rulebook) -> None:
        """Another rulebook is in force, which counts from nought; what is counted already stays."""
        self._lines = {
            rule.id: (book.camera, rule.when.line)
            for rule in book.rules
            if isinstance(rule.when, Cross)
        }
        self._before = {}

    def learn(self, counted: Mapping[str, Counted], at: datetime) -> None:
        """So often lines were crossed by now."""
        for rule, now in counted.items():
            before = self._before.get(rule, _NOTHING)
            if now != before:
                self._before[rule] = now
                inward, outward = now.inward - before.inward, now.outward - before.outward
                hour = self._hour_of(rule, at)
                told = replace(hour, inward=hour.inward + inward, outward=hour.outward + outward)
                self._hours[rule] = self._news[told.id] = told

    def take(self) -> tuple[LineCount, ...]:
        """The hours that have grown since this was last asked, as they are now."""
        if not self._news:
            return ()
        news, self._news = tuple(self._news.values()), {}
        return news

    def _hour_of(self, rule: str, at: datetime) -> LineCount:
        begun = at.replace(minute=0, second=0, microsecond=0)
        camera, line = self._lines[rule]
        known = self._hours.get(rule)
        if known is not None and (known.hour, known.line) == (begun, line):
            return known
        return LineCount(self._ids.next(to_ms(at)), camera, rule, line, begun)
