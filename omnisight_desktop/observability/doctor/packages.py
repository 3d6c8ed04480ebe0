"""Python and the packages: are they here, in versions that work, and do they get along?

Nothing is imported for it; what is installed is read from what the installer wrote down.
"""

from __future__ import annotations

import importlib.util
import operator
import platform
import re
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from omnisight_desktop.core.registry import Check, Health

_OURS = "omnisight-desktop"
_TESTED = (3, 11)
_SOURCE = Path(__file__).parents[3]

#: Packages whose module has another name.
_MODULES = {
    "openai-whisper": "whisper",
    "opencv-python": "cv2",
    "opencv-contrib-python": "cv2",
    "opencv-contrib-python-headless": "cv2",
    "paho-mqtt": "paho",
    "pyside6": "PySide6",
}

_OPENCV = (
    "opencv-python-headless",
    "opencv-python",
    "opencv-contrib-python-headless",
    "opencv-contrib-python",  # installed last, for it has the most in it
)
_QT = ("pyside6", "pyside6-essentials", "pyside6-addons", "shiboken6")

_SIGNS: Mapping[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}

Installed = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Need:
    """A package and the versions of it that work, as in ``av>=18.0,<19``."""

    name: str
    versions: str

    def suits(self, version: str) -> bool:
        """Whether that version is one of them."""
        return all(_holds(version, one) for one in self.versions.split(",") if one.strip())


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Check:
    """Whether this Python is the one that everything was tried with."""
    shown = ".".join(map(str, version))
    if version[:2] == _TESTED:
        return Check("python", Health.OK, f"{shown} on {platform.platform(terse=True)}")
    return Check(
        "python",
        Health.FAILED,
        f"{shown} is not {'.'.join(map(str, _TESTED))}, for which the packages are made",
        "Install Python 3.11 and set the program up anew with it.",
    )


def is_in_one_folder() -> bool:
    """Whether the program was built as one folder, with its own Python and packages."""
    return bool(getattr(sys, "frozen", False))


def installed(name: str) -> str | None:
    """The version of a package, or None."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def present(name: str) -> bool:
    """Whether the package's module is there to be imported."""
    module = _MODULES.get(name, name.replace("-", "_"))
    return importlib.util.find_spec(module) is not None


def needs(source: Path = _SOURCE) -> list[Need]:
    """What the program was made to run with.

    Its source folder tells, where there is one: what an installer once noted beside it grows old.
    """
    written = _named_in(source / "pyproject.toml")
    if not written:
        try:
            written = metadata.requires(_OURS) or []
        except metadata.PackageNotFoundError:
            written = []
    return [_need(one) for one in written if ";" not in one]


def packages(
    wanted: Sequence[Need], version_of: Installed = installed, *, in_one_folder: bool | None = None
) -> list[Check]:
    """One line for all that is well, and one for each package that is not."""
    if is_in_one_folder() if in_one_folder is None else in_one_folder:
        # Nobody installs into it or takes out of it; what it was built with is what was tried.
        return [Check("packages", Health.OK, "they came with the program, in one folder")]
    if not wanted:
        return [
            Check(
                "packages",
                Health.DEGRADED,
                "which packages are needed is not written down in this installation",
                f"Install the program with pip, so that it is: pip install {_OURS}",
            )
        ]
    troubles = [check for need in wanted if (check := _package(need, version_of)) is not None]
    well = len(wanted) - len(troubles)
    state = Health.OK if not troubles else Health.FAILED
    return [Check("packages", state, f"{well} of {len(wanted)} are here and work"), *troubles]


def opencv_builds(
    version_of: Installed = installed, imported: str = "", has_hog: bool = True
) -> Check:
    """The builds of OpenCV lie over one another in one folder, so they must be one version."""
    versions = {name: version for name in _OPENCV if (version := version_of(name)) is not None}
    if not versions:
        return Check(
            "opencv", Health.FAILED, "OpenCV is not installed", _pip("opencv-contrib-python")
        )
    newest = max(versions.values(), key=_numbers)
    mend = _pip(*(f"{name}=={newest}" for name in versions), over=True)
    if len(set(versions.values())) > 1:
        shown = ", ".join(f"{name} {version}" for name, version in versions.items())
        reason = f"builds of different versions lie over one another: {shown}"
        return Check("opencv", Health.DEGRADED, reason, mend)
    if imported and _numbers(newest)[: len(_numbers(imported))] != _numbers(imported):
        reason = f"{newest} is installed, but {imported} is what is imported"
        return Check("opencv", Health.DEGRADED, reason, mend)
    if not has_hog:
        return Check(
            "opencv",
            Health.FAILED,
            f"{newest} lacks HOGDescriptor, with which people are found without any model",
            _pip(f"opencv-contrib-python=={newest}", over=True),
        )
    return Check("opencv", Health.OK, f"{newest}, {_count(len(versions), 'build')} of one version")


def qt_version(
    version_of: Installed = installed, python_version: tuple[int, ...] = _TESTED
) -> Check:
    """Whether this PySide6 is one that does not abort after some thousand repaints."""
    versions = {name: version for name in _QT if (version := version_of(name)) is not None}
    main = versions.get("pyside6")
    if main is None:
        return Check("qt", Health.FAILED, "PySide6 is not installed", _pip("'pyside6<6.12'"))
    if _numbers(main) >= (6, 12) and python_version[:2] == _TESTED:
        return Check(
            "qt",
            Health.FAILED,
            f"PySide6 {main} aborts on this Python after some thousand repaints",
            _pip("'pyside6<6.12'"),
        )
    if len(set(versions.values())) > 1:
        shown = ", ".join(f"{name} {version}" for name, version in versions.items())
        return Check(
            "qt", Health.DEGRADED, f"parts of different versions: {shown}", _pip(f"pyside6=={main}")
        )
    return Check("qt", Health.OK, f"PySide6 {main}")


def _package(need: Need, version_of: Installed) -> Check | None:
    name = f"package {need.name}"
    version = version_of(need.name)
    mend = _pip(f"'{need.name}{need.versions}'")
    if version is None:
        return Check(name, Health.FAILED, "not installed", mend)
    if not need.suits(version):
        reason = f"{version} is installed, {need.versions} is needed"
        return Check(name, Health.FAILED, reason, mend)
    if not present(need.name):
        return Check(name, Health.FAILED, f"{version} is listed, but its files are gone", mend)
    return None


def _named_in(file: Path) -> list[str]:
    if not file.is_file():
        return []
    with file.open("rb") as stream:
        project: Mapping[str, Any] = tomllib.load(stream).get("project", {})
    return list(project["dependencies"]) if project.get("name") == _OURS else []


def _need(written: str) -> Need:
    name = re.match(r"[A-Za-z0-9._-]+", written)
    if name is None:
        return Need(written, "")
    rest = re.sub(r"^\[[^\]]*\]", "", written[name.end() :].strip())
    return Need(name.group(), rest.strip(" ()").replace(" ", ""))


def _holds(version: str, condition: str) -> bool:
    found = re.fullmatch(r"\s*([<>=!]=?)\s*(\S+)\s*", condition)
    if found is None or found[1] not in _SIGNS:
        return True  # nothing that we write
    return _SIGNS[found[1]](*_even(_numbers(version), _numbers(found[2])))


def _even(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Both as long as the longer: 2.0 is 2.0.0."""
    length = max(len(a), len(b))
    return a + (0,) * (length - len(a)), b + (0,) * (length - len(b))


def _numbers(version: str) -> tuple[int, ...]:
    """The release part: ``2.13.0+cpu`` is 2, 13, 0."""
    release = re.match(r"\d+(\.\d+)*", version)
    return tuple(map(int, release.group().split("."))) if release else ()


def _pip(*what: str, over: bool = False) -> str:
    anew = "--force-reinstall --no-deps " if over else ""
    return f"{sys.executable} -m pip install {anew}{' '.join(what)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
