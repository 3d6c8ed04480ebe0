from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.registry import Health
from omnisight_desktop.observability.doctor import packages
from omnisight_desktop.observability.doctor.packages import Need

HOUSE = Path(__file__).parents[3]
SAME = {
    "opencv-python": "5.0.0.93",
    "opencv-contrib-python": "5.0.0.93",
    "opencv-contrib-python-headless": "5.0.0.93",
}
QT = dict.fromkeys(("pyside6", "pyside6-essentials", "pyside6-addons", "shiboken6"), "6.11.3")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages that stands before the real one."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def _list(site: Path, versions: Mapping[str, str]) -> None:
    for name, version in versions.items():
        info = site / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")


def test_this_python_is_the_right_one_and_another_is_not() -> None:
    assert packages.python().state is Health.OK
    check = packages.python((3, 13, 1))
    assert check.state is Health.FAILED
    assert "3.13.1 is not 3.11" in check.reason
    assert check.fix


def test_everything_that_the_project_names_is_here_and_works() -> None:
    wanted = packages.needs()
    with (HOUSE / "pyproject.toml").open("rb") as file:
        written = tomllib.load(file)["project"]["dependencies"]
    named = [one for one in written if ";" not in one]  # the others are for one system only
    assert len(wanted) == len(named)
    found = packages.packages(wanted)
    assert [check.state for check in found] == [Health.OK]
    assert found[0].reason == f"{len(named)} of {len(named)} are here and work"


def test_what_came_in_one_folder_needs_no_package_beside_it() -> None:
    wanted = [Need("absent-thing", ">=1")]
    (check,) = packages.packages(wanted, in_one_folder=True)
    assert check.state is Health.OK


def test_looking_at_packages_imports_none_of_them() -> None:
    before = set(sys.modules)
    packages.packages(packages.needs())
    packages.opencv_builds()
    packages.qt_version()
    fresh = {name.partition(".")[0] for name in set(sys.modules) - before}
    assert (
        fresh & {"torch", "cv2", "PySide6", "spacy", "whisper", "mediapipe", "ultralytics"} == set()
    )


def test_a_missing_an_old_and_a_hollow_package_are_each_named(site: Path) -> None:
    _list(site, {"hollow-thing": "2.0", "old-thing": "1.0"})
    (site / "old_thing.py").touch()
    wanted = [
        Need("numpy", ">=2"),
        Need("absent-thing", ">=1"),
        Need("old-thing", ">=1.5,<2"),
        Need("hollow-thing", ""),
    ]
    summary, absent, old, hollow = packages.packages(wanted)
    assert (summary.state, summary.reason) == (Health.FAILED, "1 of 4 are here and work")
    assert (absent.name, absent.reason) == ("package absent-thing", "not installed")
    assert old.reason == "1.0 is installed, >=1.5,<2 is needed"
    assert "pip install 'old-thing>=1.5,<2'" in old.fix
    assert "its files are gone" in hollow.reason


def test_an_installation_that_lists_nothing_says_so() -> None:
    (only,) = packages.packages([])
    assert only.state is Health.DEGRADED
    assert only.fix


def test_an_installed_program_tells_its_needs_itself(site: Path) -> None:
    info = site / "omnisight_desktop-9.9.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: omnisight-desktop\nVersion: 9.9\n"
        "Requires-Dist: numpy<3,>=2.2\n"
        "Requires-Dist: psycopg[binary] (>=3.2)\n"
        "Requires-Dist: pytest>=8; extra == 'dev'\n"
    )
    assert packages.needs(site) == [Need("numpy", "<3,>=2.2"), Need("psycopg", ">=3.2")]
    (site / "pyproject.toml").write_text('[project]\nname = "somebody-else"\ndependencies = ["x"]')
    assert packages.needs(site) == [Need("numpy", "<3,>=2.2"), Need("psycopg", ">=3.2")]


def test_the_source_folder_knows_better_than_what_was_noted_at_its_installation(site: Path) -> None:
    _list(site, {"omnisight-desktop": "9.9"})
    (site / "pyproject.toml").write_text(
        '[project]\nname = "omnisight-desktop"\ndependencies = ["av>=18.0,<19"]'
    )
    assert packages.needs(site) == [Need("av", ">=18.0,<19")]


_release = st.lists(st.integers(0, 30), min_size=1, max_size=4).map(tuple)


@given(_release, _release)
def test_versions_are_compared_number_by_number(
    have: tuple[int, ...], bound: tuple[int, ...]
) -> None:
    version, wanted = (".".join(map(str, one)) for one in (have, bound))
    padded_have, padded_bound = (one + (0,) * (4 - len(one)) for one in (have, bound))
    assert Need("x", f">={wanted}").suits(version) == (padded_have >= padded_bound)
    assert Need("x", f"<{wanted}").suits(version) == (padded_have < padded_bound)
    assert Need("x", f"=={wanted}").suits(version) == (padded_have == padded_bound)
    assert Need("x", f">={wanted},<{wanted}").suits(version) is False


@pytest.mark.parametrize("version", ["2.13.0", "2.13.0+cpu", "2.13"])
def test_a_local_tag_is_the_same_release(version: str) -> None:
    assert Need("torch", "==2.13.0").suits(version)


def test_opencv_of_one_version_is_well() -> None:
    check = packages.opencv_builds(SAME.get, "5.0.0", has_hog=True)
    assert check.state is Health.OK
    assert "3 builds" in check.reason


def test_opencv_builds_that_differ_are_found_in_what_is_installed(site: Path) -> None:
    _list(site, {**SAME, "opencv-python-headless": "4.12.0.88"})
    check = packages.opencv_builds()
    assert check.state is Health.DEGRADED
    assert "opencv-python-headless 4.12.0.88" in check.reason
    assert "--force-reinstall --no-deps" in check.fix
    for name in (*SAME, "opencv-python-headless"):
        assert f"{name}==5.0.0.93" in check.fix
    assert check.fix.rindex("opencv-contrib-python==") > check.fix.rindex("opencv-python==")


def test_opencv_whose_files_are_of_another_build_is_found() -> None:
    check = packages.opencv_builds(SAME.get, "4.12.0", has_hog=True)
    assert check.state is Health.DEGRADED
    assert "4.12.0 is what is imported" in check.reason


def test_opencv_without_the_weightless_detector_or_without_itself_fails() -> None:
    check = packages.opencv_builds({"opencv-python-headless": "5.0.0.93"}.get, "5.0.0", False)
    assert check.state is Health.FAILED
    assert "HOGDescriptor" in check.reason
    assert "opencv-contrib-python==5.0.0.93" in check.fix
    assert packages.opencv_builds(lambda _: None).state is Health.FAILED


def test_a_pyside_that_aborts_here_is_refused() -> None:
    assert packages.qt_version(QT.get).state is Health.OK
    check = packages.qt_version(dict.fromkeys(QT, "6.12.0").get)
    assert check.state is Health.FAILED
    assert "aborts" in check.reason
    assert "pyside6<6.12" in check.fix


def test_a_pyside_in_parts_of_different_versions_or_missing_is_told() -> None:
    check = packages.qt_version({**QT, "shiboken6": "6.10.0"}.get)
    assert check.state is Health.DEGRADED
    assert "shiboken6 6.10.0" in check.reason
    assert packages.qt_version(lambda _: None).state is Health.FAILED
