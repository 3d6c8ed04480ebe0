"""From a camera's address to what it sits on, for cameras that can be turned and zoomed."""

from __future__ import annotations

from importlib import import_module

from omnisight_desktop.capture.address import Kind, kind_of
from omnisight_desktop.core.ports.steering import Mount

_AXIS_STREAM = "/axis-media/"


def may_move(address: str) -> bool:
    """Whether it is a camera that could be asked; the address alone tells."""
    kind = kind_of(address)
    return kind is Kind.AXIS or (kind is Kind.STREAM and _AXIS_STREAM in address.lower())


def mount_of(address: str) -> Mount:
    """What the camera at such an address sits on; nobody is called yet."""
    # Looked up by name: the devices of one maker are a world of their own.
    made: Mount = import_module("omnisight_desktop.capture.axis_mount").AxisMount(address)
    return made
