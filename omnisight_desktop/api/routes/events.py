"""Events and stories: by page, with the filters of the command line."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from omnisight_desktop.api.house import TheHouse
from omnisight_desktop.api.schemas import EventPageShape, EventShape, StoryPageShape, Word
from omnisight_desktop.services.wanted import wanted_events
from omnisight_desktop.storage.events import EventFilter

router = APIRouter(tags=["events"])

_Narrow = Annotated[Word | None, Query()]
_Time = Annotated[Word | None, Query(description="ISO 8601, such as 2026-05-03T14:05:00Z.")]
Limit = Annotated[int, Query(ge=1, le=1000)]
After = Annotated[Word | None, Query(description="'next' of the page before.")]


class LikeShape(BaseModel):
    """Events that are alike, and why the search was not as good as it could be."""

    events: list[EventShape]
    note: str


def _filter(  # noqa: PLR0913 - each is a parameter of its own
    inside: TheHouse,
    camera: _Narrow = None,
    person: _Narrow = None,
    type: _Narrow = None,
    label: _Narrow = None,
    zone: _Narrow = None,
    text: _Narrow = None,
    since: _Time = None,
    until: _Time = None,
) -> EventFilter:
    wanted = wanted_events(inside.house, camera, person, since, until)
    return wanted.narrowed(type=type, label=label, zone=zone, text=text)


_Wanted = Annotated[EventFilter, Depends(_filter)]


@router.get("/events", response_model=EventPageShape)
def list_events(
    inside: TheHouse, wanted: _Wanted, limit: Limit = 50, after: After = None
) -> dict[str, Any]:
    """Events, newest first; cameras and people are named by name or id."""
    page = inside.house.events.page(wanted, after, limit)
    return {"events": inside.house.events.as_json(page.events), "next": page.next}


@router.get("/stories", response_model=StoryPageShape)
def list_stories(
    inside: TheHouse, wanted: _Wanted, limit: Limit = 50, after: After = None
) -> dict[str, Any]:
    """What each visit did, as one thing, told by its first event."""
    page = inside.house.events.stories(wanted, after, limit)
    return {"stories": inside.house.events.stories_as_json(page.stories), "next": page.next}


@router.get("/events/{event}", response_model=EventShape)
def one_event(event: str, inside: TheHouse) -> dict[str, Any]:
    """One event."""
    events = inside.house.events
    return events.as_json([events.get(event)])[0]


@router.get("/events/{event}/like", response_model=LikeShape)
def events_like(
    event: str, inside: TheHouse, wanted: _Wanted, limit: Annotated[int, Query(ge=1, le=100)] = 10
) -> dict[str, Any]:
    """Events that look like this one, or are told of like it; the most alike first."""
    house = inside.house
    found = house.search.like(event, wanted, limit)
    events = house.events.as_json([match.event for match in found])
    return {"events": events, "note": house.search.lacking()}
