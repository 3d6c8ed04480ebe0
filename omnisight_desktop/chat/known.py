"""What exists and can be spoken of, as the house knows it now."""

from __future__ import annotations

from contextlib import suppress

from omnisight_desktop.chat.understanding.query import Known
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.event import EventType
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter

_RULES = 200  # rules are known by what they noted last


def known_in(house: House) -> Known:
    """Every name of a house, by what people call it."""
    names, events = house.events.names(), house.events
    told = events.page(EventFilter(types=(EventType.RULE,)), limit=_RULES).events
    first = events.first(EventFilter())
    return Known(
        cameras={name.lower(): key for key, name in names.cameras.items()},
        people={name.lower(): key for key, name in names.people.items()},
        labels=events.labels(),
        zones=_zones(house),
        gestures=events.labels(EventType.GESTURE),
        rules=tuple(dict.fromkeys(event.text for event in told if event.text)),
        first=first.start if first else None,
    )


def _zones(house: House) -> tuple[str, ...]:
    """Zones in which anything ever happened, and those that are drawn."""
    drawn: list[str] = []
    for camera in house.cameras.all():
        with suppress(OmniSightError):  # a rulebook that cannot be read is told elsewhere
            drawn += [zone.name for zone in house.rules.book(camera.id).zones]
    return tuple(dict.fromkeys((*house.events.zones(), *drawn)))
