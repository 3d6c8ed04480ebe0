"""From sound to names: recordings of people, and sentences that espeak-ng says in several voices."""

from __future__ import annotations

import csv
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.material import material
from benchmarks.measure import Row, row
from omnisight_desktop.perception.hearing.sphinx import Sphinx
from omnisight_desktop.perception.hearing.tongue import spoken_names
from omnisight_desktop.services.hear import Listened, listen

_VOICES = ("en-us", "en-gb+f4", "en-us+m3")
_SAID = (
    ("My name is Sarah", {"sarah"}),
    ("I am Michael", {"michael"}),
    ("Hello my name is Daniel", {"daniel"}),
    ("This is my wife Julia", {"julia"}),
    ("This is Robert", {"robert"}),
    ("Call me Charlotte", {"charlotte"}),
    ("I'm fine thanks", set[str]()),
    ("Where are the keys", set[str]()),
    ("The dog has to go out again", set[str]()),
    ("This is really nice", set[str]()),
    ("Tell John I called", set[str]()),
    ("I will be back at five", set[str]()),
)


def spoken(quick: bool) -> list[Row]:
    """Word errors, and names right and wrong."""
    engine = Sphinx(spoken_names())
    ours = lambda path: listen(path, engine.write, "pocketsphinx")  # noqa: E731
    peer = lambda path: listen(path, engine.write_freely, "pocketsphinx")  # noqa: E731
    return [*_read_aloud(ours, quick=quick), *_introduced(ours, peer, quick=quick)]


def _read_aloud(write: Callable[[Path], Listened], *, quick: bool) -> list[Row]:
    folder = material("footage", "audio", "speechbrain_samples")
    with (folder / "transcripts_train.csv").open(encoding="utf-8") as lines:
        truth = {one["ID"]: one["wrd"] for one in csv.DictReader(lines)}
    errors = words = 0
    for name, wanted in list(truth.items())[: 2 if quick else None]:
        path = folder / f"{name}.wav"
        if not path.exists():
            continue
        heard = " ".join(line.said.text for line in write(path).lines)
        errors += _wrong(wanted.casefold().split(), heard.casefold().split())
        words += len(wanted.split())
    return [
        row(
            f"recorded: word errors in {words} words",
            100 * errors / max(1, words),
            unit="%",
            goal="printed",
        )
    ]


def _introduced(
    ours: Callable[[Path], Listened], peer: Callable[[Path], Listened], *, quick: bool
) -> list[Row]:
    speaker = shutil.which("espeak-ng")
    if speaker is None:
        return [row("synthesised: espeak-ng is not installed", None, goal="apt install espeak-ng")]
    voices = _VOICES[:1] if quick else _VOICES
    figures: list[list[float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for arm in (ours, peer):
            right = wrong = missed = errors = words = 0
            for voice in voices:
                for text, names in _SAID:
                    path = Path(folder, "said.wav")
                    subprocess.run(
                        [speaker, "-v", voice, "-s", "150", "-w", str(path), text], check=True
                    )
                    told = arm(path)
                    heard = " ".join(line.said.text for line in told.lines).casefold()
                    found = {one.name.casefold() for line in told.lines for one in line.names}
                    right, wrong = right + len(found & names), wrong + len(found - names)
                    missed += len(names - found)
                    errors += _wrong(text.casefold().split(), heard.split())
                    words += len(text.split())
            figures.append(
                [
                    100 * errors / words,
                    right / max(1, right + wrong),
                    right / max(1, right + missed),
                ]
            )
    name = f"synthesised, {len(voices)} voices"
    table = []
    for place, (what, unit) in enumerate(
        (("word errors", "%"), ("precision of names", ""), ("recall of names", ""))
    ):
        mine, other = figures[0][place], figures[1][place]
        table.append(row(f"{name}: {what}", mine, peer=other, unit=unit, goal="printed"))
    return table


def _wrong(wanted: list[str], heard: list[str]) -> int:
    """How many words have to be put in, left out or changed."""
    before = list(range(len(heard) + 1))
    for place, word in enumerate(wanted, 1):
        now = [place]
        for other, said in enumerate(heard, 1):
            now.append(min(before[other] + 1, now[-1] + 1, before[other - 1] + (word != said)))
        before = now
    return before[-1]
