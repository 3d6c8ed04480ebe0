"""The window: pictures painted thirty times a second, and whether anything ever keeps it from answering.

``python -m benchmarks.gui [--quick] [--json]``. Ours is the live panel with everything around it; the peer is
a bare loop over ``QLabel.setPixmap``, on the same screen with the same pictures, in turns. While four
cameras are watched, an export is drawn and a million events are filtered, a heartbeat in the window tells
how long it was ever kept waiting; the same heartbeat in a program that does nothing tells what the machine
itself does to it at that time.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.gui.answers import answers
from benchmarks.gui.arm import Painted, ask
from benchmarks.machine import machine
from benchmarks.measure import Row, load, row
from benchmarks.screen import screen

_TILES = (1, 4, 9, 16)
_DROPPED = 0.02  # of the pictures may be missing where the peer misses none
_ALIKE = 12.0  # grey levels between the colours of both arms


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder, screen(1920, 1080) as seen:
        found = [*machine()]
        for tiles in _TILES:
            ours, peer = list[Painted](), list[Painted]()
            for _ in range(1 if quick else 3):
                seconds = 4 if quick else 10
                ours.append(ask(seen, "ours", tiles, seconds))
                peer.append(ask(seen, "labels", tiles, seconds))
            found += _told(tiles, ours, peer)
        return [*found, *answers(Path(folder), seen, quick)]


def _told(tiles: int, ours: list[Painted], peer: list[Painted]) -> list[Row]:
    _insist_alike(ours[0], peer[0])
    lost, theirs = _middle(ours, "dropped"), _middle(peer, "dropped")
    cores, their_cores = _middle(ours, "cores"), _middle(peer, "cores")
    name = f"{tiles} tiles of 720p at 30 Hz"
    return [
        row(
            f"{name}, pictures that were not painted ({load()})",
            lost * 100,
            peer=theirs * 100,
            unit="%",
            goal="<= peer",
            met=lost <= theirs + _DROPPED,
        ),
        row(
            f"{name}, processor",
            cores,
            peer=their_cores,
            ratio=their_cores / max(1e-6, cores),
            unit="cores",
            goal="<= peer",
            met=cores <= their_cores,
        ),
    ]


def _middle(arms: list[Painted], name: str) -> float:
    return float(median(getattr(one, name) for one in arms))


def _insist_alike(ours: Painted, peer: Painted) -> None:
    """Both really showed the picture."""
    off = max(abs(a - b) for a, b in zip(ours.colour, peer.colour, strict=True))
    if off > _ALIKE or not ours.painted or not peer.painted:
        raise RuntimeError(f"the arms do not show the same: {ours.colour}, {peer.colour}")
