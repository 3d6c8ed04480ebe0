"""Can footage be read and written: which codecs are there?"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.observability.doctor.probe import Probe

#: What each codec is needed for, the most needed first. ``r`` reads, ``w`` writes.
USES: Mapping[tuple[str, str], str] = {
    ("h264", "r"): "watching almost every camera",
    ("libx264", "w"): "exporting clips and the demo camera",
    ("hevc", "r"): "watching cameras that send H.265",
    ("mjpeg", "r"): "watching most webcams",
    ("aac", "r"): "hearing what cameras record",
    ("aac", "w"): "sound in exported clips",
}
_NEEDED = {("h264", "r"), ("libx264", "w")}


def codecs(probe: Probe) -> Check:
    """Whether PyAV reads and writes what cameras and clips are made of."""
    found = probe.ask("codecs", list(USES))
    return judge([(name, mode) for name, mode in found])


def judge(found: Collection[tuple[str, str]]) -> Check:
    """What the codecs that were found mean."""
    missing = [codec for codec in USES if codec not in found]
    if not missing:
        names = dict.fromkeys(name for name, _ in USES)
        return Check("codecs", Health.OK, f"{', '.join(names)}")
    lost = "; ".join(f"{name} is missing for {USES[name, mode]}" for name, mode in missing)
    state = Health.FAILED if _NEEDED & set(missing) else Health.DEGRADED
    fix = "Install PyAV from its own wheel, which has them: pip install --force-reinstall av"
    return Check("codecs", state, lost, fix)
