"""The server wired up: the API over the house and the walk of the program that watches."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from omnisight_desktop.api.entrance import Entrance
from omnisight_desktop.api.server import Server
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.errors import OmniSightError, OwnerAbsent
from omnisight_desktop.flow.door import knock
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.access import Access
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live

if TYPE_CHECKING:  # the server imports what it is made of when somebody calls
    from starlette.types import ASGIApp


log = logging.getLogger(__name__)

_KNOCK_S = 5.0

#: What other programs ask of the one that serves, by verb.
Verbs = dict[str, Callable[[Any], Any]]


class Serving:
    """The server as the rest of the program sees it; ``words`` say where it is, or why it is not."""

    def __init__(self, words: str = "", verbs: Verbs | None = None, *, up: bool = False) -> None:
        self.words = words
        where = {"up": up, "words": words}
        self.verbs: Verbs = {"server.where": lambda _: where, **(verbs or {})}


@contextmanager
def serving(house: House, live: Live, *, insist: bool = False) -> Iterator[Serving]:
    """Serve where the settings want it, or, if that is insisted on, fail where it cannot be done."""
    wanted = house.settings.server
    if not (wanted.enabled or insist):
        yield Serving()
        return
    access, exposed = Access(house.paths), Entrance.of(wanted).exposed
    behind = _Behind(house, live, access)
    try:
        if exposed:
            access.load()
        server = Server(wanted.host, wanted.port, behind.make)
    except OmniSightError as error:
        if insist:
            raise
        log.warning("the API is not served: %s", error)
        yield Serving(f"The API is not served. {error}")
        return
    how = ", for whoever has the token" if exposed else ""
    words = f"The API is at {server.url}/api/docs{how}."
    worker = Worker("server", server.run, on_stop=server.stop)
    worker.start()
    try:
        yield Serving(words, {"server.token": lambda _: _taken_up(access, exposed)}, up=True)
    finally:
        worker.stop()
        worker.join()
        server.close()


class _Behind:
    """What is behind the port: made by the server's worker when the first call comes."""

    def __init__(self, house: House, live: Live, access: Access) -> None:
        self._house = house
        self._live = live
        self._access = access

    def make(self) -> ASGIApp:
        """The application; after a fault it is made anew, and exports go on meanwhile."""
        from omnisight_desktop.api.application import application

        house = self._house
        entrance = Entrance.of(house.settings.server)
        return application(house, self._live, house.jobs, entrance, self._access.opens)


def new_token(paths: Paths, settings: Settings) -> tuple[str, str, bool]:
    """A new token, where it is kept, and whether a running server knows it already."""
    del settings
    token, kept = Access(paths.make()).renew()
    try:
        knock(paths.door, "server.token", {}, _KNOCK_S)
        known = True
    except OwnerAbsent:
        known = False
    except OmniSightError as error:
        log.warning("the running program did not take up the new token: %s", error)
        known = False
    return token.reveal(), kept.words, known


def _taken_up(access: Access, exposed: bool) -> dict[str, Any]:
    """The old token opens nothing from now on."""
    if exposed:
        access.load()
    return {"exposed": exposed}
