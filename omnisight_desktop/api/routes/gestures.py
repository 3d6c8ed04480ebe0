"""Gestures: taught from poses that were recorded elsewhere, listed, counted, and forgotten."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from omnisight_desktop.api.house import TheHouse
from omnisight_desktop.api.schemas import (
    GestureList,
    GestureSummary,
    TeachGone,
    TeachOrder,
    TeachShape,
)
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.gesture import Gesture
from omnisight_desktop.services.gesture_file import take_of, unpacked
from omnisight_desktop.services.gestures.library import ACTIVITIES
from omnisight_desktop.services.gestures.statistics import Statistics
from omnisight_desktop.services.shape import written

router = APIRouter(prefix="/gestures", tags=["gestures"])


@router.post("/teach", response_model=TeachShape)
def teach(order: TeachOrder, inside: TheHouse) -> dict[str, Any]:
    """Teach a gesture from one take, or add a take to one that is known; nothing is kept of a bad one."""
    points = unpacked(order.pose_sequence_b64)
    if order.num_frames is not None and order.num_frames != len(points):
        raise UsageError(
            f"There are {len(points)} poses, and 'num_frames' says {order.num_frames}.",
            fix="Send all of them, or leave 'num_frames' out.",
        )
    gestures = inside.house.gestures
    lesson = gestures.lesson(
        order.label,
        [take_of(points, order.fps)],
        created_by=order.created_by,
        mirrored=order.mirrored,
        more=order.add,
    )
    if lesson.gesture is None:
        (verdict,) = lesson.verdicts
        raise UsageError(verdict.reason, fix=verdict.fix)
    gestures.keep(lesson.gesture)
    alike = ", ".join(one.label for one in lesson.confusable)
    message = f"{lesson.gesture.label} is known from now on."
    if alike:
        message += f" It looks much like {alike}; one may be taken for the other."
    return {
        "status": "success",
        "message": message,
        "gesture": _told(lesson.gesture, Statistics()),
        "confusable": [one.label for one in lesson.confusable],
    }


@router.get("", response_model=GestureList)
def list_gestures(inside: TheHouse) -> dict[str, Any]:
    """The gestures that are known, and what is known without being taught."""
    house = inside.house
    counted, on = house.gestures.statistics(), house.gestures.activities
    return {
        "gestures": [_told(g, counted.get(g.label, Statistics())) for g in house.gestures.all()],
        "activities": [{"label": one, "enabled": one in on} for one in ACTIVITIES],
    }


@router.get("/stats/summary", response_model=GestureSummary)
def summary(inside: TheHouse) -> dict[str, Any]:
    """How many there are, and how often each was made in the last thirty days."""
    house = inside.house
    known, counted = house.gestures.all(), house.gestures.statistics()
    cameras = house.cameras.names()
    people = house.people.names()
    labels = dict.fromkeys([*(gesture.label for gesture in known), *counted])
    last = max((one.last for one in counted.values() if one.last is not None), default=None)
    days = [one.days for one in counted.values()] or [Statistics().days]
    return {
        "total_gestures": len(known),
        "enabled_gestures": sum(gesture.enabled for gesture in known),
        "total_takes": sum(len(gesture.takes) for gesture in known),
        "total_frames": sum(len(take) for gesture in known for take in gesture.takes),
        "made": sum(one.count for one in counted.values()),
        "last_made": written(last) if last is not None else None,
        "days": [sum(day) for day in zip(*days, strict=True)],
        "gestures": [
            {
                "label": label,
                "made": one.count,
                "last_made": written(one.last) if one.last is not None else None,
                "confidence": round(one.sure, 3) if one.sure is not None else None,
                "cameras": {cameras.get(name, name): count for name, count in one.cameras},
                "people": {people.get(name, name): count for name, count in one.people},
            }
            for label, one in ((label, counted.get(label, Statistics())) for label in labels)
        ],
    }


@router.delete("/{gesture}", response_model=TeachGone)
def forget(gesture: str, inside: TheHouse) -> dict[str, Any]:
    """Forget a gesture, by its name or id."""
    gone = inside.house.gestures.delete(gesture)
    return {"status": "success", "message": f"{gone.label} is forgotten.", "gesture_id": gone.id}


def _told(gesture: Gesture, counted: Statistics) -> dict[str, Any]:
    return {
        "gesture_id": gesture.id,
        "label": gesture.label,
        "num_frames": gesture.num_frames,
        "takes": len(gesture.takes),
        "created_at": written(gesture.created),
        "created_by": gesture.created_by,
        "mirrored": gesture.mirrored,
        "enabled": gesture.enabled,
        "made": counted.count,
        "last_made": written(counted.last) if counted.last is not None else None,
    }
