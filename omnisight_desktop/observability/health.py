"""The truth about this machine: every check, one after the other, none of them able to stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.observability.doctor import (
    decoding,
    devices,
    engines,
    keeping,
    media,
    models,
    packages,
    screen,
    server,
)
from omnisight_desktop.observability.doctor.probe import Probe

#: A name to speak of it by, and what is to be looked at.
Look = tuple[str, Callable[[], Check | Sequence[Check]]]


def diagnose(paths: Paths, settings: Settings) -> list[Check]:
    """Look at everything; changes nothing, and never raises for what it finds."""
    with Probe() as probe:
        return examine(_looks(paths, settings, probe))


def examine(looks: Sequence[Look]) -> list[Check]:
    """Look at each; what a look itself stumbles over is a finding, too."""
    found: list[Check] = []
    for name, look in looks:
        checks = _look(name, look)
        found += [checks] if isinstance(checks, Check) else checks
    return found


def worst(checks: Sequence[Check]) -> Health:
    """How things are as a whole."""
    states = {check.state for check in checks}
    return next((s for s in (Health.FAILED, Health.DEGRADED) if s in states), Health.OK)


def _looks(paths: Paths, settings: Settings, probe: Probe) -> list[Look]:
    return [
        ("python", packages.python),
        ("packages", lambda: packages.packages(packages.needs())),
        ("opencv", partial(_opencv, probe)),
        ("qt", packages.qt_version),
        ("window", partial(screen.window, probe)),
        ("codecs", partial(media.codecs, probe)),
        ("decoding", partial(decoding.decoding, paths, settings.capture)),
        ("cameras", devices.cameras),
        ("microphones", partial(devices.microphones, probe)),
        ("models", partial(models.models, paths, settings.models.dir)),
        (
            "lighter networks",
            partial(models.lighter, paths, settings.models.dir, settings.detection.int8),
        ),
        ("engines", partial(engines.engines, probe)),
        ("dtaidistance", partial(engines.warping, probe)),
        ("data folder", partial(keeping.folder, paths)),
        ("disk", partial(keeping.disk, paths, settings.retention)),
        ("database", partial(keeping.database, paths)),
        ("keyring", partial(keeping.secrets, paths, probe)),
        ("api", partial(server.api, paths, settings.server)),
    ]


def _look(name: str, look: Callable[[], Check | Sequence[Check]]) -> Check | Sequence[Check]:
    try:
        return look()
    except OmniSightError as error:
        return Check(name, Health.FAILED, error.reason, error.fix)
    except Exception as error:  # noqa: BLE001 - the rim: one broken check must not hide the others
        words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return Check(
            name,
            Health.FAILED,
            f"this could not be looked at ({words})",
            "Install the program anew; if it stays, report it with these words.",
        )


def _opencv(probe: Probe) -> Check:
    by_files = packages.opencv_builds()
    if by_files.state is not Health.OK:
        return by_files
    version, has_hog = probe.ask("opencv")
    return packages.opencv_builds(imported=str(version), has_hog=bool(has_hog))
