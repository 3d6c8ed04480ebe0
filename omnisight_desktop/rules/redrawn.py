"""A rulebook on whose picture something was drawn anew: rules follow new names, and go with what is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.rule import Rule, Rulebook, steps_of
from omnisight_desktop.rules.trigger import Cross, Presence, Step
from omnisight_desktop.rules.trigger import Sequence as Steps

#: A zone or a line, and what it was called before; nothing for a new one.
DrawnZones = Sequence[tuple[str, Zone]]
DrawnLines = Sequence[tuple[str, Line]]


def redrawn(book: Rulebook, zones: DrawnZones, lines: DrawnLines) -> Rulebook:
    """The rulebook with these zones and lines and no others."""
    zone_names = {was: zone.name for was, zone in zones if was}
    line_names = {was: line.name for was, line in lines if was}
    rules = tuple(
        _renamed(rule, zone_names, line_names)
        for rule in book.rules
        if zones_of(rule) <= set(zone_names) and lines_of(rule) <= set(line_names)
    )
    return Rulebook(
        book.camera, tuple(zone for _, zone in zones), tuple(line for _, line in lines), rules
    )


def zones_of(rule: Rule) -> set[str]:
    """The zones that a rule speaks of."""
    named = {step.zone for step in steps_of(rule.when) if not isinstance(step, Cross)}
    return (named | set(rule.been_in)) - {""}


def lines_of(rule: Rule) -> set[str]:
    """The lines that a rule speaks of."""
    return {step.line for step in steps_of(rule.when) if isinstance(step, Cross)}


def _renamed(rule: Rule, zones: Mapping[str, str], lines: Mapping[str, str]) -> Rule:
    def step(one: Step) -> Step:
        if isinstance(one, Cross):
            return replace(one, line=lines.get(one.line, one.line))
        return replace(one, zone=zones.get(one.zone, one.zone))

    when = rule.when
    if isinstance(when, Steps):
        when = replace(when, steps=tuple(step(one) for one in when.steps))
    elif isinstance(when, Presence):
        when = replace(when, zone=zones.get(when.zone, when.zone))
    else:
        when = step(when)
    been_in = tuple(zones.get(name, name) for name in rule.been_in)
    return replace(rule, when=when, been_in=been_in)
