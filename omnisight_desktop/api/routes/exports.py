"""Exports: ordered, watched as they go on, cancelled, fetched, and taken off the disk again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Response

from omnisight_desktop.api.files import FileAnswer
from omnisight_desktop.api.house import Inside, TheHouse
from omnisight_desktop.api.schemas import ExportList, ExportOrderShape, ExportShape
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.services.exports import ExportJob, ExportKind, ExportOrder
from omnisight_desktop.services.shape import written
from omnisight_desktop.services.wanted import wanted_clips

router = APIRouter(prefix="/exports", tags=["exports"])

_ANY: dict[int | str, dict[str, Any]] = {200: {"content": {"application/octet-stream": {}}}}


@router.post("", status_code=HTTPStatus.ACCEPTED, response_model=ExportShape)
def order(wish: ExportOrderShape, inside: TheHouse, response: Response) -> dict[str, Any]:
    """Have clips exported: named by their ids, or all that fit."""
    clips = tuple(_wanted(wish, inside))
    kind = ExportKind(wish.kind)
    if wish.playable and kind is ExportKind.EVIDENCE:
        raise UsageError(
            "Evidence is what was recorded, to the byte; it is not converted.",
            fix="Export clips, or leave 'playable' out.",
        )
    job = inside.exports.order(ExportOrder(kind, clips, wish.playable, wish.by))
    response.headers["location"] = f"/api/v1/exports/{job.id}"
    return _told(job)


@router.get("", response_model=ExportList)
def list_exports(inside: TheHouse) -> dict[str, Any]:
    """The exports of this start of the program, newest first."""
    return {"exports": [_told(job) for job in inside.exports.all()]}


@router.get("/{export}", response_model=ExportShape)
def one_export(export: str, inside: TheHouse) -> dict[str, Any]:
    """One export, and how far it is."""
    return _told(inside.exports.get(export))


@router.post("/{export}/cancel", response_model=ExportShape)
def cancel(export: str, inside: TheHouse) -> dict[str, Any]:
    """Stop an export; it leaves nothing behind. One that is over stays as it is."""
    return _told(inside.exports.cancel(export))


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


def _told(job: ExportJob) -> dict[str, Any]:
    return {
        "id": job.id,
        "kind": job.order.kind,
        "state": job.state,
        "share": round(job.share, 4),
        "clips": len(job.order.clips),
        "asked_at": written(job.asked_at),
        "files": [{"name": p.name, "bytes": p.stat().st_size} for p in job.files if p.is_file()],
        "reason": job.reason,
        "fix": job.fix,
    }
