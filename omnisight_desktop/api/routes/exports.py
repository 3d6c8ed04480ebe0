"""Exports: ordered, watched as they go on, cancelled, fetched, and taken off the disk again."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Response

from omnisight_desktop.api.files import FileAnswer
from omnisight_desktop.api.house import Inside, TheHouse
from omnisight_desktop.api.schemas import ExportList, ExportOrderShape, ExportShape
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.services.export.jobs import ExportJob
from omnisight_desktop.services.export.orders import ClipOrder, FilmsOrder
from omnisight_desktop.services.export.request import (
    USUAL_NAMES,
    Draw,
    ExportRequest,
    Hide,
    insist_sensible,
)
from omnisight_desktop.services.filename import Template
from omnisight_desktop.services.shape import written
from omnisight_desktop.services.wanted import camera_called, wanted_clips

router = APIRouter(prefix="/exports", tags=["exports"])

_OF_FILMS = ("cameras", "draw", "hide", "keep", "only", "sound", "names", "sealed")
_OF_CLIPS = ("clips", "events", "playable")
_KINDS = ("video/mp4", "video/x-matroska", "application/json", "application/zip", "text/plain")
_ANY: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {} for kind in (*_KINDS, "application/octet-stream")}}
}


@router.post("", status_code=HTTPStatus.ACCEPTED, response_model=ExportShape)
def order(wish: ExportOrderShape, inside: TheHouse, response: Response) -> dict[str, Any]:
    """Have clips exported, named by their ids or all that fit; or films of a stretch of time."""
    wanted = _films(wish, inside) if wish.kind == "films" else _clips(wish, inside)
    job = inside.exports.start(wanted)
    response.headers["location"] = f"/api/v1/exports/{job.id}"
    return _told(job, inside)


@router.get("", response_model=ExportList)
def list_exports(inside: TheHouse) -> dict[str, Any]:
    """The exports of this start of the program, newest first."""
    return {"exports": [_told(job, inside) for job in inside.exports.all()]}


@router.get("/{export}", response_model=ExportShape)
def one_export(export: str, inside: TheHouse) -> dict[str, Any]:
    """One export, and how far it is."""
    return _told(inside.exports.get(export), inside)


@router.post("/{export}/cancel", response_model=ExportShape)
def cancel(export: str, inside: TheHouse) -> dict[str, Any]:
    """Stop an export; it leaves nothing behind. One that is over stays as it is."""
    return _told(inside.exports.cancel(export), inside)


@router.delete("/{export}", status_code=HTTPStatus.NO_CONTENT)
def forget(export: str, inside: TheHouse) -> None:
    """Take an export that is over out of the list, and its files off the disk."""
    inside.exports.forget(export)


@router.api_route(
    "/{export}/files/{name}", methods=["GET"], response_class=Response, responses=_ANY
)
@router.api_route(
    "/{export}/files/{name}", methods=["HEAD"], response_class=Response, include_in_schema=False
)
def one_file(export: str, name: str, inside: TheHouse) -> Response:
    """A file that came of an export, with ranges as for a clip."""
    return FileAnswer(inside.exports.file(export, name), inline=False)


def _clips(wish: ExportOrderShape, inside: Inside) -> ClipOrder:
    _insist_unset(wish, _OF_FILMS, f"{wish.kind} are copied as they were recorded")
    sealed = wish.kind == "evidence"
    if wish.playable and sealed:
        raise UsageError(
            "Evidence is what was recorded, to the byte; it is not converted.",
            fix="Export clips, or leave 'playable' out.",
        )
    return ClipOrder(tuple(_wanted(wish, inside)), wish.playable, sealed, wish.by)


def _wanted(wish: ExportOrderShape, inside: Inside) -> list[Clip]:
    house, chosen = inside.house, bool(wish.events or wish.camera or wish.since or wish.until)
    if bool(wish.clips) is chosen:
        raise UsageError(
            "Clips are named by their ids, or chosen by camera, time or event.",
            fix="Give 'clips', or one of 'events', 'camera', 'since' and 'until'.",
        )
    if chosen:
        wanted = wanted_clips(house, wish.events, wish.camera, wish.since, wish.until)
        return house.clips.find(wanted)
    return [house.clips.get(one) for one in dict.fromkeys(wish.clips)]


def _films(wish: ExportOrderShape, inside: Inside) -> FilmsOrder:
    _insist_unset(wish, _OF_CLIPS, "films are of cameras and a stretch of time")
    if wish.by and not wish.sealed:
        raise UsageError("'by' stands in what is sealed.", fix="Add 'sealed', or leave 'by' out.")
    named = [wish.camera] if wish.camera else wish.cameras
    if not (named and wish.since and wish.until):
        raise UsageError(
            "Films are of cameras and a stretch of time.",
            fix="Give 'cameras', 'since' and 'until'.",
        )
    places = [camera_called(inside.house, name) for name in named]
    request = ExportRequest(
        tuple(dict.fromkeys(place for place in places if place)),
        parse_time(wish.since),
        parse_time(wish.until),
        frozenset(Draw(one) for one in wish.draw),
        Hide(wish.hide),
        keep=tuple(wish.keep),
        only=tuple(wish.only),
        sound=wish.sound,
        names=Template.parse(wish.names) if wish.names else USUAL_NAMES,
        by=wish.by,
    )
    return FilmsOrder(insist_sensible(request), wish.sealed)


def _insist_unset(wish: ExportOrderShape, names: Sequence[str], why: str) -> None:
    told = sorted(wish.model_fields_set & set(names))
    if told:
        raise UsageError(f"'{told[0]}' makes no sense here: {why}.", fix="See /api/docs.")


def _told(job: ExportJob, inside: Inside) -> dict[str, Any]:
    order, names = job.order, inside.house.cameras.names()
    request = order.request if isinstance(order, FilmsOrder) else None
    return {
        "id": job.id,
        "kind": order.kind,
        "state": job.state,
        "share": round(job.share, 4),
        "clips": len(order.clips) if isinstance(order, ClipOrder) else 0,
        "cameras": [names.get(one, one) for one in request.cameras] if request else [],
        "since": written(request.since) if request else None,
        "until": written(request.until) if request else None,
        "asked_at": written(job.asked_at),
        "files": [{"name": p.name, "bytes": p.stat().st_size} for p in job.files if p.is_file()],
        "reason": job.trouble.reason if job.trouble else "",
        "fix": job.trouble.fix if job.trouble else "",
    }
