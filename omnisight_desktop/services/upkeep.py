"""The verbs of upkeep: bring the database up to date, check and mend it, copy it and bring it back.

Who changes the database under the running program's feet would lose what it sees: so all but
``check`` and ``backup`` take the data folder for themselves, or refuse.
"""

from __future__ import annotations

from pathlib import Path

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.storage import backup as copies
from omnisight_desktop.storage import check as checks
from omnisight_desktop.storage import migrate
from omnisight_desktop.storage import restore as restores
from omnisight_desktop.storage.backup import Backup
from omnisight_desktop.storage.file import is_there
from omnisight_desktop.storage.migrate import UpgradeReport
from omnisight_desktop.storage.owner import own
from omnisight_desktop.storage.restore import Restored

__all__ = ["Backup", "Restored", "UpgradeReport", "backup", "check", "repair", "restore", "upgrade"]


def upgrade(paths: Paths, clock: Clock) -> UpgradeReport:
    """Bring the database to the shape that this version expects, or make it."""
    with own(paths.root):
        return migrate.upgrade(paths.database, paths.backups, clock=clock)


def check(paths: Paths, clock: Clock, slow: Path | None = None) -> list[Check]:
    """Whether the database is sound and agrees with the files; changes nothing."""
    if not is_there(paths.database):
        return [Check("database", Health.OK, "there is none yet; the first start makes it")]
    return checks.check(paths.database, paths.media, slow, repair=False, clock=clock)


def repair(paths: Paths, clock: Clock, slow: Path | None = None) -> list[Check]:
    """The same, and mend what can be mended without losing anything."""
    with own(paths.root):
        copies.clear_unfinished(paths.backups, clock.now())
        if not is_there(paths.database):
            return check(paths, clock, slow)
        return checks.check(paths.database, paths.media, slow, repair=True, clock=clock)


def backup(paths: Paths, to: Path | None, clock: Clock) -> Backup:
    """Copy the database, also while the program runs; into the backups unless told otherwise.

    ``to`` is a new file, or a folder that is there already.
    """
    name = copies.backup_name(paths.database, clock.now())
    target = paths.backups if to is None else to
    if to is None or target.is_dir():
        target = target / name
    return copies.backup(paths.database, target)


def restore(paths: Paths, file: Path, clock: Clock) -> Restored:
    """Put a backup in the place of the database, and keep the one of before among the backups."""
    name = copies.backup_name(paths.database, clock.now(), "replaced")
    aside = paths.backups / Path(name).stem
    return restores.restore(file, paths.database, folder=paths.root, aside=aside)
