"""Rulebooks as plain values, as they lie in a file or travel to a browser, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time
from math import isfinite
from typing import TypeVar

from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.rule import Act, Rule, Rulebook
from omnisight_desktop.rules.schedule import EVERY_DAY, Hours, Schedule
from omnisight_desktop.rules.trigger import (
    Cross,
    Direction,
    Enter,
    Gestured,
    Leave,
    Loiter,
    Presence,
    Sequence,
    Step,
    Trigger,
)

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_KINDS = {
    Enter: "enter",
    Leave: "leave",
    Loiter: "loiter",
    Cross: "cross",
    Gestured: "gesture",
    Presence: "presence",
}
_One = TypeVar("_One")


def rulebook_to_dict(book: Rulebook) -> dict[str, object]:
    """A rulebook as lists, words and numbers."""
    return {
        "camera": book.camera,
        "zones": [{"name": z.name, "corners": [list(p) for p in z.corners]} for z in book.zones],
        "lines": [{"name": n.name, "points": [list(p) for p in n.points]} for n in book.lines],
        "rules": [rule_to_dict(rule) for rule in book.rules],
    }


def rule_to_dict(rule: Rule) -> dict[str, object]:
    """A rule as lists, words and numbers."""
    ends: dict[str, object] = {} if rule.until is None else {"until": rule.until.isoformat()}
    if rule.once:
        ends["once"] = True
    if rule.act is not None:
        ends["act"] = rule.act.value
    return ends | {
        "id": rule.id,
        "name": rule.name,
        "when": _trigger_to_dict(rule.when),
        "labels": list(rule.labels),
        **({"people": list(rule.people)} if rule.people else {}),
        "been_in": list(rule.been_in),
        "least": rule.least,
        "schedule": [
            {
                "days": [_DAYS[day] for day in hours.days],
                "start": _clock(hours.start),
                "end": _clock(hours.end),
            }
            for hours in rule.schedule.hours
        ],
        "cool_down_s": rule.cool_down_s,
        "enabled": rule.enabled,
        "tell": list(rule.tell),
        "record": rule.record,
    }


def rulebook_from_dict(written: object) -> Rulebook:
    """The rulebook that was written so; what is wrong with it, and where, is said."""
    form = _Form(written, "the rulebook")
    book = Rulebook(
        camera=form.text("camera"),
        zones=form.each("zones", _zone),
        lines=form.each("lines", _line),
        rules=form.each("rules", rule_from_dict),
    )
    form.close()
    return book


def rule_from_dict(written: object, where: str = "the rule") -> Rule:
    """The rule that was written so."""
    form = _Form(written, where)
    rule = Rule(
        id=form.text("id"),
        when=_trigger(form.take("when"), form.at("when")),
        name=form.text("name", ""),
        labels=form.each("labels", _word),
        people=form.each("people", _word),
        been_in=form.each("been_in", _word),
        least=form.whole("least", 1),
        schedule=Schedule(form.each("schedule", _hours)),
        cool_down_s=form.number("cool_down_s", 0.0),
        enabled=form.flag("enabled", default=True),
        tell=form.each("tell", _word),
        record=form.flag("record", default=True),
        act=_act(form),
        until=_end(form),
        once=form.flag("once", default=False),
    )
    form.close()
    return rule


def _end(form: _Form) -> datetime | None:
    said = form.text("until", "")
    return parse_time(said) if said else None


def _act(form: _Form) -> Act | None:
    said = form.text("act", "")
    if said and said not in set(Act):
        raise UsageError(f"{form.at('act')} is '{said}'.", fix="Write disarm or arm.")
    return Act(said) if said else None


def _trigger_to_dict(trigger: Trigger) -> dict[str, object]:
    if isinstance(trigger, Sequence):
        steps = [_trigger_to_dict(step) for step in trigger.steps]
        return {
            "type": "sequence",
            "steps": steps,
            "within_s": trigger.within_s,
            "same": trigger.same,
        }
    written: dict[str, object] = {"type": _KINDS[type(trigger)]}
    if isinstance(trigger, Cross):
        return written | {"line": trigger.line, "direction": str(trigger.direction)}
    written["zone"] = trigger.zone
    if isinstance(trigger, Gestured):
        return written | {"label": trigger.label, "person": trigger.person}
    if isinstance(trigger, Enter):
        written["appearing"] = trigger.appearing
    elif isinstance(trigger, Leave):
        written["vanishing"] = trigger.vanishing
    else:
        written["seconds"] = trigger.seconds
    if isinstance(trigger, Presence):
        written["somebody"] = trigger.somebody
    return written


def _trigger(written: object, where: str) -> Trigger:
    form = _Form(written, where)
    kind = form.text("type")
    trigger: Trigger
    if kind == "sequence":
        trigger = Sequence(
            form.each("steps", _step),
            form.number("within_s", 60.0),
            form.flag("same", default=True),
        )
    elif kind == "presence":
        seconds = form.number("seconds", 0.0)
        trigger = Presence(form.text("zone", ""), seconds, form.flag("somebody", default=True))
    else:
        trigger = _read_step(form, kind)
    form.close()
    return trigger


def _step(written: object, where: str) -> Step:
    form = _Form(written, where)
    step = _read_step(form, form.text("type"))
    form.close()
    return step


def _read_step(form: _Form, kind: str) -> Step:
    if kind == "enter":
        return Enter(form.text("zone", ""), form.flag("appearing", default=True))
    if kind == "leave":
        return Leave(form.text("zone", ""), form.flag("vanishing", default=True))
    if kind == "loiter":
        return Loiter(form.text("zone", ""), form.number("seconds", 30.0))
    if kind == "cross":
        way = form.text("direction", str(Direction.EITHER))
        if way not in set(Direction):
            raise UsageError(f"{form.at('direction')} is '{way}'.", fix="Write in, out or either.")
        return Cross(form.text("line"), Direction(way))
    if kind == "gesture":
        label = form.text("label")
        return Gestured(label, form.text("person", ""), form.text("zone", ""))
    raise UsageError(
        f"{form.at('type')} is '{kind}', which cannot be had there.",
        fix="Write enter, leave, loiter, cross or gesture; a whole rule may be presence or sequence too.",
    )


def _zone(written: object, where: str) -> Zone:
    form = _Form(written, where)
    zone = Zone(form.text("name"), form.each("corners", _point))
    form.close()
    return zone


def _line(written: object, where: str) -> Line:
    form = _Form(written, where)
    line = Line(form.text("name"), form.each("points", _point))
    form.close()
    return line


def _point(written: object, where: str) -> tuple[float, float]:
    if isinstance(written, list | tuple) and len(written) == 2:
        return _number(written[0], where), _number(written[1], where)
    raise UsageError(f"{where} is no point.", fix="Write it as [0.25, 0.8].")


def _hours(written: object, where: str) -> Hours:
    form = _Form(written, where)
    days = form.each("days", _day) if form.has("days") else EVERY_DAY
    hours = Hours(_time(form, "start"), _time(form, "end"), days)
    form.close()
    return hours


def _day(written: object, where: str) -> int:
    if isinstance(written, str) and written in _DAYS:
        return _DAYS.index(written)
    raise UsageError(f"{where} is no weekday.", fix=f"Write one of {', '.join(_DAYS)}.")


def _time(form: _Form, key: str) -> time:
    text = form.text(key, "00:00")
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{form.at(key)} is '{text}'.", fix="Write it as 22:30.") from error


def _clock(moment: time) -> str:
    return moment.isoformat("auto" if moment.second or moment.microsecond else "minutes")


def _word(written: object, where: str) -> str:
    if isinstance(written, str) and written.strip():
        return written
    raise UsageError(f"{where} is no word.", fix="Write a name between quotation marks.")


def _number(written: object, where: str) -> float:
    if isinstance(written, int | float) and not isinstance(written, bool) and isfinite(written):
        return float(written)
    raise UsageError(f"{where} is no number.", fix="Write a number, such as 10 or 0.5.")


class _Form:
    """One object of a written rulebook, which knows where it stands."""

    def __init__(self, written: object, where: str) -> None:
        if not isinstance(written, Mapping):
            raise UsageError(f"{where} is no object.", fix="Write it with names and values.")
        self._left = dict(written)
        self._where = where

    def at(self, key: str) -> str:
        """Where something stands, in words."""
        return f"'{key}' of {self._where}"

    def has(self, key: str) -> bool:
        return key in self._left

    def take(self, key: str) -> object:
        if key not in self._left:
            raise UsageError(f"{self.at(key)} is missing.", fix="Add it.")
        return self._left.pop(key)

    def text(self, key: str, default: str | None = None) -> str:
        if default is not None and key not in self._left:
            return default
        value = self.take(key)
        if not isinstance(value, str):
            raise UsageError(f"{self.at(key)} is no text.", fix="Write it in quotation marks.")
        return value

    def number(self, key: str, default: float) -> float:
        return _number(self._left.pop(key, default), self.at(key))

    def whole(self, key: str, default: int) -> int:
        value = self.number(key, default)
        if value != int(value):
            raise UsageError(f"{self.at(key)} is {value:g}.", fix="Write a whole number.")
        return int(value)

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._left.pop(key, default)
        if not isinstance(value, bool):
            raise UsageError(f"{self.at(key)} is neither true nor false.", fix="Write one of them.")
        return value

    def each(self, key: str, read: Callable[[object, str], _One]) -> tuple[_One, ...]:
        value = self._left.pop(key, [])
        if not isinstance(value, list | tuple):
            raise UsageError(f"{self.at(key)} is no list.", fix="Write it in square brackets.")
        return tuple(
            read(one, f"number {number} in {self.at(key)}")
            for number, one in enumerate(value, start=1)
        )

    def close(self) -> None:
        """Nothing may be left: a word that nobody knows is most often one misspelt."""
        if self._left:
            unknown = ", ".join(f"'{key}'" for key in self._left)
            raise UsageError(
                f"Nobody knows what {unknown} in {self._where} is.", fix="Correct or remove it."
            )
