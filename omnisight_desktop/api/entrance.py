"""By what names the server may be called, and whether others than this computer reach it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from socket import gethostname
from urllib.parse import urlsplit

from omnisight_desktop.config.sections import Server as ServerSettings
from omnisight_desktop.services.access import LOCAL, is_exposed


@dataclass(frozen=True, slots=True)
class Entrance:
    """By what names the server may be called, and whether others than this computer reach it."""

    names: frozenset[str]
    exposed: bool

    @classmethod
    def of(cls, settings: ServerSettings) -> Entrance:
        """As the settings have it; who gives it a name of its own wants others to call it so."""
        names = {name.casefold().rstrip(".") for name in settings.names}
        exposed = is_exposed(settings)
        if exposed:
            own = gethostname().casefold()
            names |= {own, f"{own}.local", settings.host.casefold()}
        return cls(frozenset(names | {LOCAL}), exposed)

    def knows(self, host: str) -> bool:
        """Whether a request that asks for this host means this server.

        An address in figures cannot be turned to another machine, as a name can.
        """
        name = host_of(host)
        if name is None:
            return False
        if name in self.names:
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        return self.exposed or address.is_loopback


def host_of(text: str) -> str | None:
    """The host of ``HOST[:PORT]``, in small letters; None where it is none."""
    try:
        parts = urlsplit(f"//{text}")
        name, _ = parts.hostname, parts.port
    except ValueError:
        return None
    plain = parts.netloc == text and "@" not in text and bool(name)
    return name.rstrip(".") if plain and name else None
