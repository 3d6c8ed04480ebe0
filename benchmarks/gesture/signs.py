"""Signs of a sign language, each taught from its one film and recognised in altered copies of it.

All of it goes the way of the product: a film is taught with the verb that the window and the command
line use, and a copy is analysed into a database. Every sign is a stranger to all the others.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.gesture.copies import ASKED, MIRRORED, PACES, SAME, Copy, copied
from benchmarks.material import material
from benchmarks.measure import Row, row
from omnisight_desktop.app.analyze import analyze
from omnisight_desktop.app.build import reading
from omnisight_desktop.app.teach import teaching
from omnisight_desktop.config.load import find_paths, load
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.event import EventType
from omnisight_desktop.storage.events import EventFilter

_GOAL = 0.9
_FEW = ("book", "want", "school", "brother")


def signs(quick: bool) -> list[Row]:
    """How many copies are recognised, as what, and whether mirrored ones are let pass."""
    films = sorted(material("footage", "gestures").glob("*.mkv"))
    films = [film for film in films if not quick or film.stem in _FEW]
    copies = [copy for copy in SAME if not quick or copy.name == "noisy" or copy.pace != 1.0]
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Path(folder)
        paths = find_paths(place / "data")
        settings = load(paths, flags={"models.dir": str(material("models"))}, env={})
        with teaching(paths, settings) as (house, teacher):
            for film in films:
                lesson = teacher.lesson(film.stem, [str(film)])
                assert lesson.gesture is not None, (film.stem, lesson.verdicts)
                house.gestures.keep(lesson.gesture)
        seen = {
            (copy.name, film.stem): _made(place, settings, film, copy)
            for copy in [*copies, MIRRORED]
            for film in films
        }
        with teaching(paths, settings) as (house, _):
            for film in films:
                house.gestures.mirror(film.stem, on=True)
        for film in films:
            seen[ASKED.name, film.stem] = _made(place, settings, film, ASKED)
    return _rows(seen, copies, [film.stem for film in films])


def _made(place: Path, settings: Settings, film: Path, copy: Copy) -> list[str]:
    """The gestures that are found in a copy."""
    name = f"{film.stem} {copy.name}"
    target = copied(film, copy, place / f"{name}.mp4")
    paths = find_paths(place / "data")
    analyze(paths, settings, sources=[str(target)], camera=name, tell=lambda *_: True)
    target.unlink()
    with reading(paths, settings) as house:
        camera = house.cameras.find(name)
        assert camera is not None
        wanted = EventFilter(cameras=(camera.id,), types=(EventType.GESTURE,))
        return [event.label or "" for event in house.events.all(wanted)]


def _rows(
    seen: dict[tuple[str, str], list[str]], copies: list[Copy], films: list[str]
) -> list[Row]:
    found = []
    paced = [copy.name for copy in copies if copy.name in {f"{p:g} times as quick" for p in PACES}]
    right = [seen[copy, film] == [film] for copy in paced for film in films]
    share = sum(right) / len(right)
    found.append(
        row(
            f"{len(films)} signs at 0.7 to 1.4 times their pace",
            share,
            limit=1.0,
            unit="recall",
            goal=f"at least {_GOAL:g}",
            met=share >= _GOAL,
        )
    )
    for copy in copies:
        known = [seen[copy.name, film] == [film] for film in films]
        missed = ", ".join(
            f"{film} {'+'.join(seen[copy.name, film]) or 'missed'}"
            for film, good in zip(films, known, strict=True)
            if not good
        )
        found.append(
            row(f"  {copy.name}", sum(known) / len(known), unit="recall", goal=missed or "all")
        )
    wrong = sum(label != film for (_, film), labels in seen.items() for label in labels)
    found.append(row("  taken for another sign", wrong, limit=0, unit="times", goal="never"))
    fired = {film: seen[MIRRORED.name, film] for film in films if seen[MIRRORED.name, film]}
    found.append(
        row(
            "  mirrored copies that were recognised",
            len(fired),
            limit=0,
            unit="films",
            goal=f"none unless asked {fired or ''}".strip(),
            met=not fired,
        )
    )
    asked = [film for film in films if seen[ASKED.name, film] == [film]]
    found.append(
        row(
            f"  {ASKED.name}",
            len(asked) / len(films),
            limit=1.0,
            unit="recall",
            goal=", ".join(sorted(set(films) - set(asked))) or "all",
        )
    )
    return found
