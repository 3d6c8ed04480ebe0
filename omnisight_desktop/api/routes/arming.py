"""Arming: whether people are told what happens, read and changed."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from omnisight_desktop.api.house import TheHouse
from omnisight_desktop.api.schemas import ArmingOrder, ArmingShape
from omnisight_desktop.rules.rule import Act

router = APIRouter(prefix="/arming", tags=["arming"])


@router.get("", response_model=ArmingShape)
def arming(inside: TheHouse) -> dict[str, Any]:
    """Whether the house is armed, and if not, since when and by which rule."""
    return inside.house.arming.as_json()


@router.put("", response_model=ArmingShape)
def arm(order: ArmingOrder, inside: TheHouse) -> dict[str, Any]:
    """Arm the house, or disarm it: nobody is told anything then, but it goes on watching and recording."""
    house = inside.house
    house.arming.do(Act.ARM if order.armed else Act.DISARM, house.clock.now())
    return house.arming.as_json()
