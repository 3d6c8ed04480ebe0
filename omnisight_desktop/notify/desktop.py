"""A word on this computer's own desktop, through whatever shows notifications there."""

from __future__ import annotations

import sys
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING, Any

from omnisight_desktop.core.errors import DeliveryFailed
from omnisight_desktop.notify.message import Message

if TYPE_CHECKING:
    from jeepney import DBusAddress
    from jeepney.io.blocking import DBusConnection

#: Addresses that mean this computer's desktop.
DESKTOP = "desktop://"

_ANSWER_S = 10.0
_SHOWN_MS = -1  # as long as the desktop shows such things
_NOBODY = "there is no desktop here that shows notifications"


def is_desktop(address: str) -> bool:
    """Whether an address means this computer's desktop."""
    return address.strip().lower().rstrip("/") in ("desktop:", "desktop")


def desktop_address() -> str | None:
    """How Apprise names this computer's desktop; None where we speak to it ourselves."""
    # On Linux Apprise wants bindings that cannot be installed into a virtual environment.
    return {"darwin": "macosx://", "win32": "windows://"}.get(sys.platform)


class DesktopChannel:
    """Notifications by D-Bus, as every Linux desktop shows them."""

    destination = DESKTOP

    def send(self, message: Message) -> None:
        """Show it now; a picture goes along by its path."""
        try:
            with _bus() as bus:
                self._show(bus, message)
        except DeliveryFailed:
            raise
        except Exception as error:  # noqa: BLE001 - no bus, nobody there, an answer that never comes
            raise DeliveryFailed(
                f"{self.destination} did not take the message: {_NOBODY} ({type(error).__name__})."
            ) from None

    def _show(self, bus: DBusConnection, message: Message) -> None:
        from jeepney import new_method_call

        able = _asked(bus, new_method_call(_place(), "GetCapabilities"))[0]
        body = escape(message.body, quote=False) if "body-markup" in able else message.body
        hints: dict[str, tuple[str, Any]] = {"urgency": ("y", 1)}
        picture = message.picture
        if picture is not None and picture.is_file():
            hints["image-path"] = ("s", picture.resolve().as_uri())
        told: tuple[Any, ...] = ("OmniSight", 0, "", message.title, body, [], hints, _SHOWN_MS)
        _asked(bus, new_method_call(_place(), "Notify", "susssasa{sv}i", told))


def show_on_desktop(words: str) -> None:
    """Say something in passing through the desktop's own notifications."""
    DesktopChannel().send(Message("OmniSight", words))


def _bus() -> DBusConnection:
    from jeepney.io.blocking import open_dbus_connection

    return open_dbus_connection(bus="SESSION", auth_timeout=_ANSWER_S)


def _place() -> DBusAddress:
    from jeepney import DBusAddress

    return DBusAddress(
        "/org/freedesktop/Notifications",
        bus_name="org.freedesktop.Notifications",
        interface="org.freedesktop.Notifications",
    )


def _asked(bus: DBusConnection, question: Any) -> Any:
    from jeepney import MessageType

    answer = bus.send_and_get_reply(question, timeout=_ANSWER_S)
    if answer.header.message_type is MessageType.error:
        words = ""
        with suppress(IndexError, TypeError):
            words = f": {str(answer.body[0])[:120]}"
        raise DeliveryFailed(f"{DESKTOP} did not take the message: {_NOBODY}{words}.")
    return answer.body
