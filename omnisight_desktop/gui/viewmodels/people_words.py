"""How people are spoken of: what they are called, how often they came, and when."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QImage

from omnisight_desktop.core.identity import Person
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.facelist import PersonCard
from omnisight_desktop.gui.words import clock_time
from omnisight_desktop.services.acquaintance import Acquaintance


def called(person: Person) -> str:
    """Their name, or the number of a visitor."""
    if person.name is None and person.visitor is not None:
        return tr("Visitor {number}", number=person.visitor)
    return person.shown


def seen_times(visits: int) -> str:
    """How often somebody came."""
    if visits == 0:
        return tr("never seen")
    return tr("seen once") if visits == 1 else tr("seen {count} times", count=visits)


def card_of(one: Acquaintance, now: datetime) -> PersonCard:
    """Somebody on the wall."""
    last = one.last
    line = seen_times(one.seen.visits)
    if one.seen.visits and last is not None:
        line = clock_time(last, now)
        if one.person.name is None and one.seen.visits > 1:
            line = tr("{count}× · {when}", count=one.seen.visits, when=line)
    exact = [called(one.person), seen_times(one.seen.visits)]
    if one.first is not None and last is not None:
        first = f"{one.first.astimezone():%Y-%m-%d %H:%M}"
        exact.append(tr("first {first}, last {last}", first=first, last=exactly(last)))
    return PersonCard(
        one.person.id, called(one.person), line, "\n".join(exact), one.person.name is None
    )


def exactly(moment: datetime) -> str:
    """A moment to the second, for who hovers over it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M:%S}"


def decoded(picture: bytes) -> QImage | None:
    """A small JPEG as a picture; None where it is none."""
    image = QImage.fromData(picture)
    return None if image.isNull() else image
