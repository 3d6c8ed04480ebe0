"""A rule with another word chosen in its sentence."""

from __future__ import annotations

from dataclasses import replace

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.saying import hours_meant, seconds_meant
from omnisight_desktop.gui.viewmodels.sentence import OF_PEOPLE, Around, kind_of
from omnisight_desktop.rules.rule import Act, Rule
from omnisight_desktop.rules.schedule import EVERY_DAY, Hours, Schedule
from omnisight_desktop.rules.trigger import (
    Cross,
    Direction,
    Enter,
    Gestured,
    Leave,
    Loiter,
    Presence,
    Step,
    Trigger,
)
from omnisight_desktop.rules.trigger import Sequence as Steps

_FIRST_S = 10.0  # how long somebody stays, until it is said otherwise
_ABSENT_S = 600.0
_OWN = {"gesture": "label", "whose": "person"}  # words about a gesture, and what they set
_ABOUT_WHEN = ("what", "where", "seconds", "way", "seen", "within", "same", "steps", *_OWN)
_DAYS = {"all": EVERY_DAY, "week": (0, 1, 2, 3, 4), "end": (5, 6)}


def chosen(rule: Rule, key: str, value: str, around: Around) -> Rule:
    """The rule once this was chosen; where several may be, it is taken in or out."""
    nth, _, word = key.rpartition(".")
    if nth:
        return _step_chosen(rule, int(nth), word, value, around)
    if word in _ABOUT_WHEN:
        value = _whose(value, around) if word == "whose" else value
        when = _chosen_when(rule.when, word, value, around)
        least = 1 if isinstance(when, Leave | Steps) else rule.least
        been_in = () if kind_of(when) == "absence" else rule.been_in
        return replace(rule, when=when, least=least, been_in=been_in)
    if word in ("hours", "days"):
        return replace(rule, schedule=_scheduled(rule.schedule, word, value))
    if word == "who":
        return _about(rule, value, around)
    return _chosen_rest(rule, word, value)


def fitted(rule: Rule, around: Around) -> Rule:
    """The rule at another camera: what is not drawn there is chosen anew."""
    when = rule.when
    if isinstance(when, Steps):
        when = replace(when, steps=tuple(_fitted(step, around) for step in when.steps))
    elif isinstance(when, Presence):
        when = replace(when, zone=when.zone if when.zone in around.zones else "")
    else:
        when = _fitted(when, around)
    been_in = tuple(zone for zone in rule.been_in if zone in around.zones)
    return replace(rule, when=when, been_in=been_in)


def _fitted(step: Step, around: Around) -> Step:
    if isinstance(step, Cross):
        return step if step.line in around.lines else replace(step, line=_first(around.lines))
    return step if step.zone in around.zones else replace(step, zone="")


def _chosen_rest(rule: Rule, word: str, value: str) -> Rule:
    if word == "been_in":
        return replace(rule, been_in=_toggled(rule.been_in, value))
    if word == "tell":
        return replace(rule, tell=_toggled(rule.tell, value))
    if word == "least":
        return replace(rule, least=_count(value))
    if word == "record":
        return replace(rule, record=value == "yes")
    if word == "act":
        return replace(rule, act=Act(value) if value else None)
    if word == "pause":
        return replace(rule, cool_down_s=seconds_meant(value))
    raise LookupError(word)


def _about(rule: Rule, value: str, around: Around) -> Rule:
    """Kinds of things, or people: one of a kind is nobody in particular."""
    person = value.removeprefix(OF_PEOPLE) if value.startswith(OF_PEOPLE) else around.person(value)
    if person:
        return replace(rule, labels=(), people=_toggled(rule.people, person))
    return replace(rule, labels=_toggled(rule.labels, value), people=())


def _whose(value: str, around: Around) -> str:
    """Somebody by their id, which stays when they are called otherwise."""
    value = value.strip()
    if not value or value in dict(around.people):
        return value
    person = around.person(value)
    if person is None:
        raise UsageError(
            tr("Nobody is called '{name}'.", name=value), fix=tr("See who is known in People.")
        )
    return person


def _chosen_when(when: Trigger, word: str, value: str, around: Around) -> Trigger:
    if word == "what":
        return when if kind_of(when) == value else _made(value, when, around)
    if isinstance(when, Steps):
        return _chosen_steps(when, word, value, around)
    if isinstance(when, Presence):
        return _chosen_presence(when, word, value)
    return _chosen_step(when, word, value)


def _chosen_presence(when: Presence, word: str, value: str) -> Presence:
    if word == "seconds":
        return replace(when, seconds=seconds_meant(value))
    return replace(when, zone=value) if word == "where" else when


def _chosen_steps(when: Steps, word: str, value: str, around: Around) -> Steps:
    if word == "within":
        return replace(when, within_s=seconds_meant(value))
    if word == "same":
        return replace(when, same=value == "yes")
    if word == "steps":
        if value == "less":
            return replace(when, steps=when.steps[:-1]) if len(when.steps) > 2 else when
        return replace(when, steps=(*when.steps, Enter(_first(around.zones))))
    return when


def _chosen_step(step: Step, word: str, value: str) -> Step:
    if isinstance(step, Cross):
        if word == "way":
            return replace(step, direction=Direction(value))
        return replace(step, line=value) if word == "where" else step
    if word == "where":
        return replace(step, zone=value)
    if isinstance(step, Gestured):
        return replace(step, **{_OWN[word]: value.strip()}) if word in _OWN else step
    return _chosen_stay(step, word, value)


def _chosen_stay(step: Enter | Leave | Loiter, word: str, value: str) -> Step:
    if isinstance(step, Loiter):
        return replace(step, seconds=seconds_meant(value)) if word == "seconds" else step
    if word != "seen":
        return step
    yes = value == "yes"
    return replace(step, vanishing=yes) if isinstance(step, Leave) else replace(step, appearing=yes)


def _step_chosen(rule: Rule, nth: int, word: str, value: str, around: Around) -> Rule:
    when = rule.when
    if not isinstance(when, Steps) or not 0 <= nth < len(when.steps):
        return rule
    step = when.steps[nth]
    if word == "what":
        changed = step if kind_of(step) == value else _made_step(value, _place(step), around)
    else:
        changed = _chosen_step(step, word, value)
    steps = (*when.steps[:nth], changed, *when.steps[nth + 1 :])
    return replace(rule, when=replace(when, steps=steps))


def _made(kind: str, before: Trigger, around: Around) -> Trigger:
    """Another sort of trigger, at the same place where it can be."""
    place = "" if isinstance(before, Steps) else _place(before)
    if kind == "presence":
        return Presence(place, 0.0, True)
    if kind == "absence":
        return Presence(place, _ABSENT_S, False)
    if kind == "sequence":
        first = before if not isinstance(before, Steps | Presence) else Enter(place)
        second = Cross(around.lines[0]) if around.lines else Enter(_first(around.zones))
        return Steps((first, second))
    return _made_step(kind, place, around)


def _made_step(kind: str, place: str, around: Around) -> Step:
    if kind == "cross":
        return Cross(_first(around.lines))
    if kind == "gesture":
        return Gestured(_first(around.gestures), zone=place)
    if kind == "leave":
        return Leave(place)
    return Loiter(place, _FIRST_S) if kind == "loiter" else Enter(place)


def _place(trigger: Step | Presence) -> str:
    return "" if isinstance(trigger, Cross) else trigger.zone


def _scheduled(schedule: Schedule, word: str, value: str) -> Schedule:
    now = schedule.hours[0] if schedule.hours else Hours()
    if word == "hours":
        begin, end = hours_meant(value) if value else (Hours().start, Hours().end)
        now = Hours(begin, end, now.days)
    else:
        now = Hours(now.start, now.end, _days(now.days, value))
    return Schedule() if now == Hours() else Schedule((now,))


def _days(now: tuple[int, ...], value: str) -> tuple[int, ...]:
    if value in _DAYS:
        return _DAYS[value]
    day = int(value)
    if len(now) == 7:  # from all days to this one
        return (day,)
    left = set(now) ^ {day}
    return tuple(sorted(left)) or EVERY_DAY


def _toggled(names: tuple[str, ...], value: str) -> tuple[str, ...]:
    value = value.strip()
    if not value:
        return ()
    if value in names:
        return tuple(name for name in names if name != value)
    return (*names, value)


def _count(value: str) -> int:
    try:
        count = int(value)
    except ValueError:
        count = 0
    if count < 1:
        raise UsageError(tr("'{text}' is no number.", text=value), fix=tr("Write 1 or more."))
    return count


def _first(names: tuple[str, ...]) -> str:
    return names[0] if names else ""
