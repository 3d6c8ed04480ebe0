"""Films on their way to where they are wanted: all of them get there, or nothing is left behind."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.services.export.making import Course
from omnisight_desktop.services.export.request import Exported, ExportRequest, Film
from omnisight_desktop.services.export.telling import told
from omnisight_desktop.services.filename import Template, told_of, untaken
from omnisight_desktop.storage.file import faults_in_words, sync

_FILES = (".mp4", ".mkv")


def is_file(target: Path) -> bool:
    """Whether somebody who writes this name means one film, and not a folder of them."""
    return target.suffix.casefold() in _FILES and not target.is_dir()


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A folder within another one, to work in; both go again where they were made for nothing."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    work = folder / f".{token_hex(4)}.part"
    try:
        with faults_in_words(folder):
            work.mkdir(parents=True)
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        for one in made:
            with suppress(OSError):  # it holds what was exported, or what somebody else put there
                one.rmdir()


def placed(
    done: Exported, request: ExportRequest, names: Mapping[str, str], work: Path, course: Course
) -> Exported:
    """Give films their names; in a folder a manifest says what each is."""
    films, moves = [], []
    taken: set[str] = set()
    sizes = [film.file.stat().st_size for film in done.films]
    course.size_bytes = sum(sizes)
    for film, size in zip(done.films, sizes, strict=True):
        target = _target(done.target, film, request.names, names, taken)
        digest = course.sum_of(film.file)
        films.append(replace(film, file=target, size_bytes=size, sha256=digest))
        moves.append((film.file, target))
    done = replace(done, films=tuple(films))
    if not is_file(done.target):
        manifest = _untaken(done.target, "manifest", ".json", taken)
        part = work / "manifest"
        text = json.dumps(told(done, request, names), ensure_ascii=False, indent=2)
        with faults_in_words(manifest):
            part.write_text(text, encoding="utf-8")
        moves.append((part, manifest))
        done = replace(done, manifest=manifest)
    _put_all(moves)
    return done


def called(film: Film, template: Template, names: Mapping[str, str]) -> str:
    """The name of a film, without its ending."""
    as_clip = Clip(film.id, film.camera, "", film.start, film.end, film.size_bytes)
    told_names = told_of(as_clip, names.get(film.camera, film.camera))
    return template.filled(told_names, film.id)


def _target(
    target: Path, film: Film, template: Template, names: Mapping[str, str], taken: set[str]
) -> Path:
    if not is_file(target):
        return _untaken(target, called(film, template, names), film.suffix, taken)
    if not taken:  # the file that was named; what is there already is written over, as in a copy
        return target.with_name(untaken(target.stem, film.suffix, taken))
    return _untaken(target.parent, target.stem, film.suffix, taken)


def _untaken(folder: Path, name: str, suffix: str, taken: set[str]) -> Path:
    while True:
        free = folder / untaken(name, suffix, taken)
        if not free.exists():
            return free


def _put_all(moves: list[tuple[Path, Path]]) -> None:
    """Give finished files their names; where one is refused, none has been given."""
    done: list[Path] = []
    try:
        for source, target in moves:
            with faults_in_words(target):
                sync(source)
                source.replace(target)
            done.append(target)
    except BaseException:
        for target in done:
            target.unlink(missing_ok=True)
        raise
