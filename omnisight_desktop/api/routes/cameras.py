"""Cameras: what there is, how each is doing, and its newest picture."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from omnisight_desktop.api.house import Inside, TheHouse
from omnisight_desktop.api.schemas import CameraList, CameraShape
from omnisight_desktop.core.camera import Camera, CameraStatus
from omnisight_desktop.services.particulars import camera_json, status_json

router = APIRouter(prefix="/cameras", tags=["cameras"])


@router.get("", response_model=CameraList)
def list_cameras(inside: TheHouse) -> dict[str, Any]:
    """All cameras that are somewhere, watched or not."""
    live = _statuses(inside)
    return {"cameras": [_told(inside, c, live.get(c.id)) for c in inside.house.cameras.present()]}


@router.get("/{camera}", response_model=CameraShape)
def one_camera(camera: str, inside: TheHouse) -> dict[str, Any]:
    """One camera, by its id or its name."""
    known = inside.house.cameras.get(camera)
    return _told(inside, known, _statuses(inside).get(known.id))


@router.get(
    "/{camera}/picture",
    response_class=Response,
    responses={200: {"content": {"image/jpeg": {}}}},
)
def picture(camera: str, inside: TheHouse) -> Response:
    """The newest picture, as a JPEG; 404 while there is none."""
    known = inside.house.cameras.get(camera)
    return Response(inside.showing.still(known.id), media_type="image/jpeg")


def _statuses(inside: Inside) -> dict[str, CameraStatus]:
    return {status.camera: status for status in inside.live.statuses()}


def _told(inside: Inside, camera: Camera, status: CameraStatus | None) -> dict[str, Any]:
    live = status_json(status) if status is not None else None
    told = camera_json(camera, inside.house.cameras.places(camera), live)
    del told["password"]  # even where it lies is nobody's business outside
    return told
