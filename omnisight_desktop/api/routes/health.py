"""Health: whether the program lives, and whether it does its work."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Response

from omnisight_desktop.api.house import Inside, TheHouse
from omnisight_desktop.api.schemas import Alive, Ready
from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live", response_model=Alive)
async def live() -> dict[str, str]:
    """The program answers. Tells nothing of anybody, and wants no token."""
    return {"status": "live"}


@router.get("/ready", response_model=Ready, responses={503: {"model": Ready}})
def ready(inside: TheHouse, response: Response) -> dict[str, Any]:
    """Whether events are kept and cameras are watched; 503 where they are not."""
    checks = list(_checks(inside))
    failed = any(check.state is Health.FAILED for check in checks)
    if failed:
        response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    rows = [{"name": c.name, "state": c.state, "reason": c.reason, "fix": c.fix} for c in checks]
    return {"status": "not_ready" if failed else "ready", "checks": rows}


def _checks(inside: Inside) -> Iterator[Check]:
    yield _database(inside)
    yield _walk(inside)
    yield _cameras(inside)
    yield _trouble("detector", inside.live.detector_trouble())
    yield _trouble("recorder", inside.live.recording_trouble())
    yield _speech(inside)


def _database(inside: Inside) -> Check:
    try:
        newest = inside.house.events.newest_seq()
    except OmniSightError as error:
        return Check("database", Health.FAILED, error.reason, error.fix)
    return Check("database", Health.OK, f"events up to number {newest} are kept")


def _walk(inside: Inside) -> Check:
    stuck = inside.live.stuck()
    if stuck:
        reason = f"has said nothing for too long: {', '.join(stuck)}"
        return Check("walk", Health.FAILED, reason, "Start OmniSight anew.")
    return Check("walk", Health.OK, "works")


def _cameras(inside: Inside) -> Check:
    statuses = inside.live.statuses()
    up = sum(status.state is CameraState.LIVE for status in statuses)
    state = Health.OK if up == len(statuses) else Health.DEGRADED
    fix = "" if state is Health.OK else "See /api/v1/cameras."
    return Check("cameras", state, f"{up} of {len(statuses)} deliver pictures", fix)


def _trouble(name: str, trouble: OmniSightError | None) -> Check:
    """What does not work just now comes back by itself, and is no reason to start anew."""
    if trouble is None:
        return Check(name, Health.OK, "works")
    return Check(name, Health.DEGRADED, trouble.reason, trouble.fix)


def _speech(inside: Inside) -> Check:
    lost = sum(one.value for one in inside.live.readings() if one.name == "speech.dropped")
    if not lost:
        return Check("speech", Health.OK, "nothing was let go")
    reason = f"{lost:.0f} utterances were let go before they were written down"
    return Check("speech", Health.DEGRADED, reason, "Take a smaller model: hearing.model.")
