"""``/ws/camera/{id}``: what a camera shows and what happens there, as it comes."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Query, WebSocket

from omnisight_desktop.api.house import TheHouse
from omnisight_desktop.api.message import BINARY_PROTOCOL, JSON_PROTOCOL
from omnisight_desktop.api.problems import Problem, of
from omnisight_desktop.api.showing import MOST_FPS, WIDTHS
from omnisight_desktop.api.ws.news import News
from omnisight_desktop.api.ws.viewer import Sources, Viewer, Wish
from omnisight_desktop.core.errors import OmniSightError

MOST_VIEWERS = 64
PATIENCE_S = 20.0  # for somebody who takes nothing at all
_USUAL_FPS = 10.0

router = APIRouter()


@router.websocket("/ws/camera/{camera}")
async def watch(
    socket: WebSocket,
    camera: str,
    inside: TheHouse,
    fps: Annotated[float, Query(ge=0.1, le=MOST_FPS)] = _USUAL_FPS,
    width: int = 0,
    since: Annotated[int | None, Query(ge=0, lt=2**63)] = None,
) -> None:
    """Pictures with tracks, events, and how the camera is doing."""
    news, viewers = socket.app.state.news, socket.app.state.viewers
    assert isinstance(news, News)
    try:
        known = await _known(inside, camera)
    except OmniSightError as error:
        await socket.send_denial_response(of(error).response())
        return
    problem = _refusal(width, len(viewers))
    if problem is not None:
        await socket.send_denial_response(problem.response())
        return
    wish = Wish(known, fps, news.newest if since is None else since)
    house = inside.house
    sources = Sources(
        inside.showing.screen(known, width), news, inside.live, house.clock, house.instruments
    )
    viewers.add(socket)
    try:
        viewer = Viewer(socket, wish, sources, PATIENCE_S)
        await viewer.serve(_chosen(socket.scope["subprotocols"]))
    finally:
        viewers.discard(socket)


async def _known(inside: TheHouse, name: str) -> str:
    """The id of the camera; it is looked for among those that are watched first."""
    if any(camera.id == name for camera in inside.live.cameras()):
        return name
    return (await run_sync(inside.house.cameras.get, name)).id


def _refusal(width: int, viewers: int) -> Problem | None:
    if width not in WIDTHS:
        widths = ", ".join(map(str, WIDTHS))
        return Problem(
            HTTPStatus.BAD_REQUEST,
            "usage_error",
            f"Pictures are not sent {width} pixels wide.",
            f"Choose among {widths}; 0 is as they come.",
        )
    if viewers >= MOST_VIEWERS:
        return Problem(
            HTTPStatus.TOO_MANY_REQUESTS, "too_many", f"{MOST_VIEWERS} look already.", "Try again."
        )
    return None


def _chosen(offered: list[str]) -> str | None:
    """The form that both know, the smaller one first; None where nobody asked for any."""
    return next((one for one in (BINARY_PROTOCOL, JSON_PROTOCOL) if one in offered), None)
