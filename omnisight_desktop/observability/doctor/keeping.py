"""Where things are kept: the data folder, the disk beneath it, the database, the secrets."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Retention
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.observability.doctor.probe import Probe
from omnisight_desktop.services import glance

#: Below this not even the events of a day may fit.
_LAST_BYTES = 200_000_000

#: Total, used and free bytes of the disk that a path lies on.
Usage = Callable[[Path], tuple[int, int, int]]
_FOLDER_FIX = "Change its permissions, or choose another data folder with --data."


def folder(paths: Paths, may: Callable[[Path, int], bool] = os.access) -> Check:
    """Whether the data folder can be read and written, or made."""
    root = paths.root
    place = _nearest(root)
    if place == root and not root.is_dir():
        return Check("data folder", Health.FAILED, f"{root} is no folder", _FOLDER_FIX)
    if not may(place, os.R_OK | os.W_OK | os.X_OK):
        what = f"{root} may not be read and written by this user"
        if place != root:
            what = f"{root} cannot be made, for {place} may not be written by this user"
        return Check("data folder", Health.FAILED, what, _FOLDER_FIX)
    shut = [one for one in paths.folders if one.exists() and not may(one, os.R_OK | os.W_OK)]
    if shut:
        names = ", ".join(str(one) for one in shut)
        reason = f"{names} may not be read and written by this user"
        return Check("data folder", Health.FAILED, reason, _FOLDER_FIX)
    return Check("data folder", Health.OK, f"{root}{'' if place == root else ' (not made yet)'}")


def disk(paths: Paths, keep: Retention, usage: Usage = shutil.disk_usage) -> Check:
    """Whether there is room for footage, by the floors of the settings."""
    place = _nearest(paths.root)
    try:
        total, _, free = usage(place)
    except OSError as error:
        reason = f"how full the disk of {place} is cannot be told: {error.strerror or error}"
        return Check("disk", Health.DEGRADED, reason, "See whether the disk is still attached.")
    share = 100 * free / total if total else 0.0
    shown = f"{free / 1e9:.1f} GB free of {total / 1e9:.0f} GB ({share:.0f} %)"
    if free < _LAST_BYTES:
        return Check(
            "disk",
            Health.FAILED,
            f"{shown}: there is no room to remember anything",
            "Free some space, or move the data folder to a larger disk with --data.",
        )
    if share < keep.free_disk_percent or free < keep.free_disk_gb * 1e9:
        floor = f"{keep.free_disk_percent:g} % or {keep.free_disk_gb:g} GB"
        return Check(
            "disk",
            Health.DEGRADED,
            f"{shown}: less than {floor}, so nothing is recorded and the oldest clips go early",
            "Free some space, or lower retention.free_disk_gb and retention.free_disk_percent.",
        )
    return Check("disk", Health.OK, shown)


def database(paths: Paths) -> Check:
    """Whether the database opens and has the right shape."""
    try:
        return glance.database(paths)
    except PermissionError as error:
        if error.errno not in (errno.EACCES, errno.EPERM):
            raise
        reason = f"{error.filename or paths.database} may not be read by this user"
        return Check("database", Health.FAILED, reason, _FOLDER_FIX)


def secrets(paths: Paths, probe: Probe) -> Check:
    """Whether the system's keyring keeps secrets, or a private file must."""
    try:
        name, priority = probe.ask("keyring")
    except OmniSightError:  # one that cannot even be looked for keeps nothing
        name, priority = "", 0.0
    return judge_keyring(str(name), float(priority), paths)


def judge_keyring(name: str, priority: float, paths: Paths) -> Check:
    """What a keyring of that priority means; those that keep nothing have none above zero."""
    if priority > 0:
        return Check("keyring", Health.OK, name)
    return Check(
        "keyring",
        Health.DEGRADED,
        f"this system has none, so secrets lie in {paths.secrets_file}, which only you may read",
        "Install and unlock one, such as GNOME Keyring, KWallet or KeePassXC.",
    )


def _nearest(path: Path) -> Path:
    """The path itself, or the first folder above it that exists."""
    return next((one for one in (path, *path.parents) if one.exists()), path)
