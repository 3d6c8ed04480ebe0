"""Messages wired up: who is told of what, for the program that watches and for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from omnisight_desktop.app.build import reading, writing
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.services.channels import Channels, rules_of
from omnisight_desktop.services.house import House
from omnisight_desktop.services.notifications import Memory, Notifier, Ways
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.events import EventArchive
from omnisight_desktop.storage.notifications import NotificationArchive
from omnisight_desktop.storage.tracks import TrackArchive


@contextmanager
def notifying(house: House) -> Iterator[Notifier]:
    """Who tells people what happens; its ``run`` is the body of a worker."""
    with _opened(house.paths) as database:
        yield notifier_of(house, database)


def notifier_of(house: House, database: Database) -> Notifier:
    """The same over a database that somebody else opened and will close."""
    notes = NotificationArchive(database)
    memory = Memory(
        EventArchive(database),
        notes,
        TrackArchive(database),
        house.events.names,
        house.paths.media,
    )
    ways = Ways(
        rules_of(house.paths, house.settings.notify.channels),
        house.channels.open,
        told_by=house.rules.told_by,
        act_of=house.rules.act_of,
        arming=house.arming,
    )
    return Notifier(memory, house.keeper, ways, house.clock, house.bus)


@contextmanager
def channels(paths: Paths, settings: Settings, *, write: bool = False) -> Iterator[Channels]:
    """The verbs over channels, for the command line."""
    door = writing if write else reading
    with door(paths, settings) as house:
        yield house.channels


@contextmanager
def _opened(paths: Paths) -> Iterator[Database]:
    database = Database.open(paths.database)
    try:
        yield database
    finally:
        database.close()
