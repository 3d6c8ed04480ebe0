from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Retention
from omnisight_desktop.core.registry import Health
from omnisight_desktop.observability.doctor import keeping
from omnisight_desktop.observability.doctor.probe import Probe

GB = 1_000_000_000


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


def _shut(*names: str) -> Callable[[Path, int], bool]:
    return lambda path, mode: path.name not in names and os.access(path, mode)


def test_a_folder_that_is_not_made_yet_is_well_and_stays_unmade(paths: Paths) -> None:
    check = keeping.folder(paths)
    assert check.state is Health.OK
    assert "not made yet" in check.reason
    assert not paths.root.exists()


def test_a_folder_in_use_is_well(paths: Paths) -> None:
    check = keeping.folder(paths.make())
    assert (check.state, check.reason) == (Health.OK, str(paths.root))


def test_a_folder_that_may_not_be_read_fails_with_what_to_do(paths: Paths) -> None:
    check = keeping.folder(paths.make(), _shut("data"))
    assert check.state is Health.FAILED
    assert str(paths.root) in check.reason
    assert "--data" in check.fix


def test_a_folder_inside_that_may_not_be_read_is_named(paths: Paths) -> None:
    check = keeping.folder(paths.make(), _shut("media"))
    assert check.state is Health.FAILED
    assert str(paths.media) in check.reason
    assert str(paths.models) not in check.reason


def test_a_place_where_no_folder_can_be_made_is_told(paths: Paths) -> None:
    check = keeping.folder(paths, _shut(paths.root.parent.name))
    assert check.state is Health.FAILED
    assert "cannot be made" in check.reason


def test_a_file_in_the_place_of_the_folder_is_told(paths: Paths) -> None:
    paths.root.write_text("no folder")
    check = keeping.folder(paths)
    assert check.state is Health.FAILED
    assert "is no folder" in check.reason


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may everything")
def test_a_folder_that_is_really_shut_is_told(paths: Paths) -> None:
    paths.make().root.chmod(0)
    try:
        assert keeping.folder(paths).state is Health.FAILED
        assert keeping.database(paths).state is Health.FAILED
    finally:
        paths.root.chmod(0o700)


@pytest.mark.parametrize(
    ("total", "free", "state", "words"),
    [
        (1000 * GB, 100 * GB, Health.OK, "100.0 GB free of 1000 GB (10 %)"),
        (1000 * GB, 40 * GB, Health.DEGRADED, "less than 5 % or 10 GB"),
        (50 * GB, 9 * GB, Health.DEGRADED, "oldest clips go early"),
        (50 * GB, GB // 10, Health.FAILED, "no room"),
        (0, 0, Health.FAILED, "no room"),
    ],
)
def test_the_disk_is_measured_by_the_floors_of_the_settings(
    paths: Paths, total: int, free: int, state: Health, words: str
) -> None:
    check = keeping.disk(paths, Retention(), lambda _: (total, total - free, free))
    assert check.state is state
    assert words in check.reason
    assert (state is Health.OK) == (check.fix == "")


@given(st.integers(1, 10**15), st.floats(0, 1), st.floats(0, 90), st.floats(0, 1000))
def test_less_free_space_is_never_better(
    total: int, share: float, percent: float, gigabytes: float
) -> None:
    keep = Retention(free_disk_percent=percent, free_disk_gb=gigabytes)

    def rank(free: int) -> int:
        check = keeping.disk(Paths(Path("/")), keep, lambda _: (total, total - free, free))
        return [Health.OK, Health.DEGRADED, Health.FAILED].index(check.state)

    free = int(total * share)
    assert rank(free // 2) >= rank(free)


def test_the_disk_of_a_folder_that_is_not_made_yet_is_the_one_it_would_lie_on(
    paths: Paths,
) -> None:
    asked: list[Path] = []

    def usage(path: Path) -> tuple[int, int, int]:
        asked.append(path)
        total, used, free = shutil.disk_usage(path)
        return total, used, free

    keeping.disk(Paths(paths.root / "deep" / "down"), Retention(), usage)
    assert asked == [paths.root.parent]


def test_a_disk_that_does_not_answer_is_told(paths: Paths) -> None:
    def gone(_: Path) -> tuple[int, int, int]:
        raise OSError(5, "Input/output error")

    check = keeping.disk(paths, Retention(), gone)
    assert check.state is Health.DEGRADED
    assert "Input/output error" in check.reason


def test_a_keyring_or_the_file_that_stands_in_for_it(paths: Paths) -> None:
    good = keeping.judge_keyring("SecretService Keyring", 5.0, paths)
    assert (good.state, good.reason) == (Health.OK, "SecretService Keyring")
    for priority in (0.0, -1.0):
        none = keeping.judge_keyring("fail Keyring", priority, paths)
        assert none.state is Health.DEGRADED
        assert str(paths.secrets_file) in none.reason
        assert none.fix


def test_the_keyring_of_this_system_is_told(paths: Paths) -> None:
    with Probe() as probe:
        check = keeping.secrets(paths, probe)
    assert check.name == "keyring"
    assert check.state in (Health.OK, Health.DEGRADED)
