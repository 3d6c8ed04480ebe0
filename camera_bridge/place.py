"""Where a device is and who calls it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from camera_bridge.errors import AbsentError

_SECURE_PORT = 443


@dataclass(frozen=True, slots=True)
class Login:
    """A name and a password. The password shows itself in no text."""

    name: str
    password: str

    def __repr__(self) -> str:
        return "Login(***)"


@dataclass(frozen=True, slots=True)
class Place:
    """The host of a device and the port of its web server."""

    host: str
    port: int | None = None
    secure: bool = False

    @classmethod
    def parse(cls, text: str) -> tuple[Place, Login | None]:
        """The place that ``[NAME[:PASSWORD]@]HOST[:PORT]`` names, with or without a scheme before it."""
        scheme, mark, rest = text.strip().partition("://")
        whole = f"{scheme}://{rest}" if mark else f"http://{scheme}"
        try:
            parts = urlsplit(whole)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            host, port, parts = "", None, urlsplit("")
        if not host:
            raise AbsentError("That is no address of a device. It is written HOST or HOST:PORT.")
        secure = parts.scheme == "https" or port == _SECURE_PORT
        login = None
        if parts.username is not None:
            login = Login(unquote(parts.username), unquote(parts.password or ""))
        return cls(host, port, secure), login

    @property
    def written_host(self) -> str:
        """The host as it stands in an address."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def web(self) -> str:
        """The beginning of every address of its web server."""
        scheme = "https" if self.secure else "http"
        return f"{scheme}://{self.written_host}" + (f":{self.port}" if self.port else "")

    def __str__(self) -> str:
        return self.written_host + (f":{self.port}" if self.port else "")
