"""The ways by which messages leave the house; Apprise knows how each service wants to be spoken to."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

from omnisight_desktop.core.errors import BackendUnavailable, DeliveryFailed, UsageError
from omnisight_desktop.core.redaction import HIDDEN, redact, remember
from omnisight_desktop.notify.message import Message

if TYPE_CHECKING:  # heavy: it knows a hundred services
    from apprise import Apprise, AppriseResult

_SHORTEST = 4
_TOKEN = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z_-]).{10,}|[^.]{24,}")
_LONGEST_REASON = 200

#: Here the place behind the scheme is a computer of one's own; elsewhere it may open a door.
_OF_HOSTS = re.compile(r"(json|xml|form|mailto|mqtt|gotify|matrix|apprise|hassio|syslog)s?")


class Channel(Protocol):
    """A way to tell somebody something."""

    @property
    def destination(self) -> str:
        """Where it leads, as anybody may read it."""
        ...

    def send(self, message: Message) -> None:
        """Hand a message over; raises ``DeliveryFailed`` where it was not accepted."""
        ...


class AppriseChannel:
    """A channel by an address as Apprise has them, such as ``ntfys://topic``."""

    def __init__(self, address: str) -> None:
        """Opens no connection; an address that nobody understands is refused."""
        self._private = forbid_telling(address)
        self.destination = destination_of(address)
        self._apprise = _understood(address, self.destination)

    def send(self, message: Message) -> None:
        picture = message.picture
        there = picture is not None and picture.is_file()
        fault = ""
        try:
            result = self._apprise.notify(
                body=message.body,
                title=message.title,
                body_format="text",
                interpret_escapes=False,
                attach=str(picture) if there else None,
            )
            if result:
                return
            fault = self._reason(result)
        except Exception as error:  # noqa: BLE001 - a hundred strangers' code
            # Only the kind of fault: its words may repeat the address.
            fault = f"it broke off ({type(error).__name__})"
        # Raised here, not above: the first error would drag the address along.
        raise DeliveryFailed(f"{self.destination} did not take the message: {fault}.")

    def _reason(self, result: AppriseResult) -> str:
        """The last words about it, on one line and without what is private in the address."""
        words = [entry.message for entry in result.logs()]
        last = " ".join(redact(words[-1]).split()).rstrip(".") if words else "it did not say why"
        for one in sorted(self._private, key=len, reverse=True):
            last = last.replace(one, HIDDEN)
        return last[:_LONGEST_REASON]


def destination_of(address: str) -> str:
    """As much of an address as anybody may read."""
    scheme, _, _ = address.strip().partition("://")
    scheme = scheme.lower()
    if _OF_HOSTS.fullmatch(scheme) is None:
        return scheme[:40]
    try:
        host = urlsplit(address.strip()).hostname or ""
    except ValueError:
        host = ""
    return f"{scheme}://{host}"


def forbid_telling(address: str) -> frozenset[str]:
    """From now on no text of this program shows what opens a door; every part that may be private.

    A part that might as well be a common word is not taken out everywhere, or no text stays readable.
    """
    remember(address)
    try:
        parts = urlsplit(address.strip())
        password = parts.password
        found = [parts.username, *re.split(r"[/:@]", parts.path)]
        found += [value for _, value in parse_qsl(parts.query)]
        if _OF_HOSTS.fullmatch(parts.scheme) is None:
            found += re.split(r"[:@]", parts.netloc)
    except ValueError:
        password, found = None, [*re.split(r"[/:@?&=]", address)]
    private = {spelled for one in (password, *found) if one for spelled in (one, unquote(one))}
    for one in private:
        if one == password or (password and one == unquote(password)) or _TOKEN.fullmatch(one):
            remember(one)
    return frozenset(one for one in private if len(one) >= _SHORTEST)


def _understood(address: str, destination: str) -> Apprise:
    try:
        from apprise import Apprise, AppriseAsset
    except ImportError:
        raise BackendUnavailable(
            "Messages cannot be sent: the package apprise is not installed.",
            fix="Set the program up again, or run: pip install apprise",
        ) from None
    # It names topics and rooms in its log; what there is to say is in its answer.
    logging.getLogger("apprise").propagate = False
    # Nothing of ours is fetched from elsewhere, no icons either.
    options: dict[str, Any] = {"image_url_mask": "", "image_url_logo": "", "app_url": ""}
    asset = AppriseAsset(app_id="OmniSight", app_desc="OmniSight", async_mode=False, **options)
    apprise = Apprise(asset=asset)
    understood, fault = False, ""
    try:
        understood = bool(apprise.add(address)) and len(apprise) == 1
    except Exception as error:  # noqa: BLE001 - a hundred strangers' code
        fault = f" ({type(error).__name__})"  # its words may repeat the address
    if not understood:
        raise UsageError(
            f"Nobody understands this address of '{destination}'{fault}.",
            fix="See https://appriseit.com/services for how each service writes its address.",
        )
    return apprise
