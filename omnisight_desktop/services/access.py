"""Who may ask the server from elsewhere: whoever brings the token of this installation."""

from __future__ import annotations

import hmac
from ipaddress import ip_address
from secrets import token_urlsafe

from omnisight_desktop.config.load import open_safe
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Kept, Safe, Secret
from omnisight_desktop.config.sections import Server
from omnisight_desktop.core.errors import SecretError

LOCAL = "localhost"
_NAME = "server-token"
_REFERENCE = f"keyring:{_NAME}"
_BYTES = 32
_SHORTEST = 16
MAKE_ONE = "Make one with 'omnisight serve token'."


class Access:
    """The token of one installation, as the running server knows it."""

    def __init__(self, paths: Paths, safe: Safe | None = None) -> None:
        self._safe = safe or open_safe(paths)
        self._token: Secret | None = None

    def renew(self) -> tuple[Secret, Kept]:
        """A new token in place of the old one, which opens nothing any more."""
        token = Secret(token_urlsafe(_BYTES))
        return token, self._safe.keep(_NAME, token)

    def load(self) -> None:
        """Read the token anew; a SecretError where there is none that is any good."""
        self._token = None
        token = self._safe.read(_REFERENCE)
        if token is None:
            raise SecretError(
                "Other computers could reach the server, and it has no token to know yours by.",
                fix=f"{MAKE_ONE} Or set server.host to 127.0.0.1.",
            )
        if len(token.reveal()) < _SHORTEST:
            raise SecretError("The token of the server is too short to be safe.", fix=MAKE_ONE)
        self._token = token

    def opens(self, brought: str) -> bool:
        """Whether that is the token; how long the answer takes tells nothing."""
        if self._token is None:
            return False
        mine = self._token.reveal().encode("utf-8", "replace")
        return hmac.compare_digest(mine, brought.encode("utf-8", "replace"))


def is_exposed(settings: Server) -> bool:
    """Whether others reach the server; who gives it a name of its own wants them to."""
    names = {name.casefold().rstrip(".") for name in settings.names}
    return not is_loopback(settings.host) or bool(names - {LOCAL})


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches that address; a name may mean anything."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == LOCAL
