"""What can be told of the database at a glance, however large it is; changes nothing."""

from __future__ import annotations

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.storage.migrate import current, revisions


def database(paths: Paths) -> Check:
    """Whether the database is there, can be opened, and has the shape this version expects."""
    if not paths.database.exists():
        return Check("database", Health.OK, "there is none yet; the first start makes it")
    try:
        found = current(paths.database)
    except OmniSightError as error:
        return Check("database", Health.FAILED, error.reason, error.fix)
    known = revisions()
    if found == known[0]:
        size_mb = paths.database.stat().st_size / 1e6
        return Check("database", Health.OK, f"{paths.database}, {size_mb:.1f} MB, revision {found}")
    if found in known:
        reason = f"it has revision {found}, this version expects {known[0]}"
        fix = "The next start brings it up to date; or run 'omnisight db upgrade'."
        return Check("database", Health.DEGRADED, reason, fix)
    reason = "is not OmniSight's" if found is None else "was written by a newer version"
    fix = "Start the newer version, or choose another data folder with --data."
    return Check("database", Health.FAILED, f"{paths.database} {reason}", fix)
