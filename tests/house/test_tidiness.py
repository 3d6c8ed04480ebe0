"""The shape of the house on disk."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
PACKAGES = (
    *("core", "core/ports", "flow", "config", "capture", "perception", "rules", "storage"),
    *("notify", "pipeline", "services", "chat", "forecasting", "network", "ml"),
    *("observability", "api", "cli", "gui", "gui/panels", "gui/viewmodels", "gui/widgets", "app"),
)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_room_exists(package: str) -> None:
    assert (HOUSE / "omnisight_desktop" / package / "__init__.py").is_file()


def test_the_bridge_and_the_marker_of_types_exist() -> None:
    assert (HOUSE / "camera_bridge" / "__init__.py").is_file()
    assert (HOUSE / "omnisight_desktop" / "py.typed").is_file()


def test_the_migrations_do_not_shadow_alembic() -> None:
    assert (HOUSE / "alembic" / "versions").is_dir()
    assert not (HOUSE / "alembic" / "__init__.py").exists()


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {file.parent for file in (HOUSE / "tests").rglob("test_*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_file_in_git_is_large() -> None:
    git = shutil.which("git")
    if git is None or not (HOUSE / ".git").exists():
        pytest.skip("not a git checkout, so nothing is known of what is in git")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [HOUSE / name for name in listed.stdout.split("\0") if name]
    assert len(files) > 50
    large = [file.name for file in files if file.is_file() and file.stat().st_size > 2_000_000]
    assert large == []
