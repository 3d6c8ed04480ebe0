"""Whom rules and channels mean: people are held by id, so that another name silences nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.core.identity import STRANGERS
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.trigger import Gestured, Sequence, Step
from omnisight_desktop.services.cameras import Cameras
from omnisight_desktop.services.channels import Channels
from omnisight_desktop.services.people import People
from omnisight_desktop.services.rules import Rules

_Held = Callable[[str], str]


def ids_of(people: People, names: Iterable[str]) -> tuple[str, ...]:
    """These people by their ids; refuses whom nobody knows."""
    return tuple(dict.fromkeys(_id_of(people, name) for name in names))


def names_of(people: People, ids: Iterable[str]) -> list[str]:
    """What those are called now."""
    known = people.names()
    return [known.get(one, one) for one in ids]


def by_ids(people: People, book: Rulebook) -> Rulebook:
    """A rulebook with everybody of whom it speaks held by id; refuses whom nobody knows."""
    return _held_so(book, lambda name: _id_of(people, name))


class Mentions:
    """Keeps rules and channels about somebody who is called otherwise, or is one with another."""

    def __init__(self, cameras: Cameras, rules: Rules, channels: Channels) -> None:
        self._cameras = cameras
        self._rules = rules
        self._channels = channels

    def follow(self, before: Collection[str], person: str) -> None:
        """Whoever was held by one of these names or ids is held by this id from now on."""
        old = {one.casefold() for one in before} - {""}

        def now(name: str) -> str:
            return person if name.casefold() in old else name

        for channel in self._channels.all():
            people = tuple(dict.fromkeys(map(now, channel.people)))
            if people != channel.people:
                self._channels.change(channel.name, people=list(people))
        for camera in self._cameras.all():
            book = self._rules.book(camera.id)
            changed = _held_so(book, now)
            if changed != book:
                self._rules.keep(changed)


def _id_of(people: People, name: str) -> str:
    if name.strip().casefold() == STRANGERS:
        return STRANGERS
    person = people.find(name)
    if person is None:
        raise NotFound(
            f"Nobody is called '{name}'.",
            fix=f"See 'omnisight people list'; '{STRANGERS}' are those whom nobody has named.",
        )
    return person.id


def _held_so(book: Rulebook, held: _Held) -> Rulebook:
    return replace(book, rules=tuple(_rule_so(rule, held) for rule in book.rules))


def _rule_so(rule: Rule, held: _Held) -> Rule:
    when = rule.when
    if isinstance(when, Sequence):
        when = replace(when, steps=tuple(_step_so(step, held) for step in when.steps))
    elif isinstance(when, Gestured):
        when = _step_so(when, held)
    people = tuple(dict.fromkeys(map(held, rule.people)))
    return replace(rule, when=when, people=people)


def _step_so(step: Step, held: _Held) -> Step:
    if isinstance(step, Gestured) and step.person:
        return replace(step, person=held(step.person))
    return step
