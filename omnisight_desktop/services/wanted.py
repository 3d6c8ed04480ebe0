"""What somebody asks for by the names that people use, as filters that the memory understands."""

from __future__ import annotations

from collections.abc import Sequence

from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.services.clips import ClipFilter
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter


def wanted_events(
    house: House,
    camera: str | None = None,
    person: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> EventFilter:
    """Events at a camera, of a person, from one time to another; what is left out does not narrow."""
    place = camera_called(house, camera)
    who = house.events.person_called(person) if person else None
    if person and who is None:
        raise NotFound(f"There is nobody called '{person}'.", fix="See 'omnisight people list'.")
    return EventFilter(
        cameras=(place,) if place else (),
        people=(who,) if who else (),
        since=parse_time(since) if since else None,
        until=parse_time(until) if until else None,
    )


def wanted_clips(
    house: House,
    events: Sequence[str] = (),
    camera: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> ClipFilter:
    """Clips that show these events, at a camera, from one time to another."""
    return ClipFilter(
        tuple(events),
        camera_called(house, camera),
        parse_time(since) if since else None,
        parse_time(until) if until else None,
    )


def camera_called(house: House, name: str | None) -> str | None:
    """The id of the camera of that name or id, whether it is still there or was removed."""
    if not name:
        return None
    place = house.cameras.find(name)
    if place is None:
        there = ", ".join(sorted(house.cameras.names().values())) or "none"
        raise NotFound(f"There is no camera '{name}'.", fix=f"There are: {there}.")
    return place.id
