"""Clips: what there is, the footage itself with ranges for players, and a small picture of each."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from omnisight_desktop.api.files import FileAnswer
from omnisight_desktop.api.house import Inside, TheHouse
from omnisight_desktop.api.problems import Problem
from omnisight_desktop.api.schemas import ClipList, Id, ProblemShape, Word
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import NotFound, StorageError
from omnisight_desktop.services.clips import clip_json
from omnisight_desktop.services.filename import Template, told_of
from omnisight_desktop.services.thumbnail import thumbnail
from omnisight_desktop.services.wanted import wanted_clips

router = APIRouter(prefix="/clips", tags=["clips"])

_CALLED = Template("{camera} {start}")
_FOOTAGE: dict[str, Any] = {"content": {"video/mp4": {}, "video/x-matroska": {}}}
_RANGES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The whole clip.", **_FOOTAGE},
    206: {"description": "The stretch that was asked for.", **_FOOTAGE},
    304: {"description": "It is the one that you have."},
    416: {"model": ProblemShape, "description": "It has no such stretch."},
}


@router.get("", response_model=ClipList)
def list_clips(
    inside: TheHouse,
    camera: Annotated[Word | None, Query()] = None,
    event: Annotated[list[Id], Query(max_length=100)] = [],  # noqa: B006 - read only
    since: Annotated[Word | None, Query()] = None,
    until: Annotated[Word | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 50,
) -> dict[str, Any]:
    """Clips, newest first; for the next ones give 'start' of the last as 'until'."""
    house = inside.house
    clips = house.clips.find(wanted_clips(house, event, camera, since, until), limit)
    names, events = house.cameras.names(), house.clips.events_of(clips)
    return {"clips": [clip_json(clip, names, events[clip.id]) for clip in clips]}


@router.api_route("/{clip}", methods=["GET"], response_class=Response, responses=_RANGES)
@router.api_route("/{clip}", methods=["HEAD"], response_class=Response, include_in_schema=False)
def one_clip(clip: str, inside: TheHouse) -> Response:
    """The footage; players that ask for a stretch of it get that."""
    known = inside.house.clips.get(clip)
    path = _there(inside, known)
    name = inside.house.cameras.names().get(known.camera, known.camera)
    called = _CALLED.filled(told_of(known, name), known.id) + path.suffix
    return FileAnswer(path, called=called, tag=known.sha256)


@router.get(
    "/{clip}/thumbnail",
    response_class=Response,
    responses={200: {"content": {"image/jpeg": {}}}},
)
def picture(
    clip: str, inside: TheHouse, width: Annotated[int, Query(ge=16, le=1920)] = 320
) -> Response:
    """A small picture of what the clip shows, as a JPEG."""
    known = inside.house.clips.get(clip)
    path = _there(inside, known)
    try:
        jpeg = thumbnail(path, _begins_s(inside, known), width)
    except StorageError as error:
        return Problem(HTTPStatus.GONE, "damaged", error.reason, error.fix).response()
    headers = {"cache-control": "private, max-age=3600"}
    return Response(jpeg, media_type="image/jpeg", headers=headers)


def _there(inside: Inside, clip: Clip) -> Path:
    try:
        return inside.house.clips.path(clip)
    except StorageError as error:
        raise NotFound(error.reason, fix=error.fix) from error


def _begins_s(inside: Inside, clip: Clip) -> float:
    """How far into the clip that happens which it was kept for."""
    shown = inside.house.clips.events_of([clip])[clip.id]
    if not shown:
        return clip.duration_s / 2
    first = inside.house.events.get(shown[0])
    return max(0.0, (first.start - clip.start).total_seconds())
