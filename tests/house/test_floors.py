"""Each wall of the house stands: a hole is made in a copy, and the check must find that hole."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
LAYERS = "Layers point down"
CYCLES = "No cycles anywhere"
QT = "Qt lives in gui only"
CORE = "core is pure"
PANELS = "Panels are dumb"
STRANGERS = "Panels do not know each other"
ROWS = "ORM rows stay in storage"
SQL = "SQL lives in storage only"
BRIDGE = "The bridge knows nothing of the house"

TYPE_ONLY = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    "

#: What is planted (file: text) and which contract must break by it, and no other.
PLANTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "a lower floor imports a higher one": (
        LAYERS,
        {
            "omnisight_desktop/api/__init__.py": "",
            "omnisight_desktop/network/__init__.py": "import omnisight_desktop.api\n",
        },
    ),
    "strangers on one floor meet": (
        LAYERS,
        {
            "omnisight_desktop/network/__init__.py": "",
            "omnisight_desktop/ml/plant.py": "import omnisight_desktop.network\n",
        },
    ),
    "a higher floor is imported lazily": (
        LAYERS,
        {
            "omnisight_desktop/api/__init__.py": "",
            "omnisight_desktop/network/__init__.py": (
                "def later():\n    import omnisight_desktop.api\n"
            ),
        },
    ),
    "a package belongs to no floor": (LAYERS, {"omnisight_desktop/attic/__init__.py": ""}),
    "two modules import each other": (
        CYCLES,
        {
            "omnisight_desktop/rules/plant_a.py": "import omnisight_desktop.rules.plant_b\n",
            "omnisight_desktop/rules/plant_b.py": "import omnisight_desktop.rules.plant_a\n",
        },
    ),
    "two modules import each other lazily": (
        CYCLES,
        {
            "omnisight_desktop/rules/plant_a.py": (
                "def later():\n    import omnisight_desktop.rules.plant_b\n"
            ),
            "omnisight_desktop/rules/plant_b.py": (
                "def later():\n    import omnisight_desktop.rules.plant_a\n"
            ),
        },
    ),
    "two modules import each other for their types": (
        CYCLES,
        {
            "omnisight_desktop/rules/plant_a.py": (
                f"{TYPE_ONLY}import omnisight_desktop.rules.plant_b\n"
            ),
            "omnisight_desktop/rules/plant_b.py": "import omnisight_desktop.rules.plant_a\n",
        },
    ),
    "two folders of one room import each other": (
        CYCLES,
        {
            "omnisight_desktop/rules/plant/__init__.py": "",
            "omnisight_desktop/rules/plant/a/__init__.py": "",
            "omnisight_desktop/rules/plant/b/__init__.py": "",
            "omnisight_desktop/rules/plant/a/x.py": "import omnisight_desktop.rules.plant.b.y\n",
            "omnisight_desktop/rules/plant/b/z.py": "import omnisight_desktop.rules.plant.a\n",
            "omnisight_desktop/rules/plant/b/y.py": "",
        },
    ),
    "Qt in a craft": (
        QT,
        {"omnisight_desktop/rules/plant.py": "from PySide6.QtCore import QObject\n"},
    ),
    "Qt in the composition root": (
        QT,
        {"omnisight_desktop/app/plant.py": "def later():\n    import PySide6.QtWidgets\n"},
    ),
    "core starts threads": (CORE, {"omnisight_desktop/core/plant.py": "import threading\n"}),
    "core waits": (CORE, {"omnisight_desktop/core/ports/plant.py": "import asyncio\n"}),
    "core sees pixels through a vendor": (
        CORE,
        {"omnisight_desktop/core/plant.py": "import cv2\n"},
    ),
    "a panel calls a service": (
        PANELS,
        {"omnisight_desktop/gui/panels/plant.py": "import omnisight_desktop.services\n"},
    ),
    "a widget reads the settings": (
        PANELS,
        {"omnisight_desktop/gui/widgets/plant.py": "import omnisight_desktop.config\n"},
    ),
    "a panel imports another": (
        STRANGERS,
        {
            "omnisight_desktop/gui/panels/plant_a.py": "",
            "omnisight_desktop/gui/panels/plant_b.py": (
                "from omnisight_desktop.gui.panels import plant_a\n"
            ),
        },
    ),
    "a service takes rows": (
        ROWS,
        {"omnisight_desktop/services/plant.py": "from omnisight_desktop.storage import tables\n"},
    ),
    "a face takes rows out of one table": (
        ROWS,
        {
            "omnisight_desktop/storage/tables/plant.py": "",
            "omnisight_desktop/cli/plant.py": "import omnisight_desktop.storage.tables.plant\n",
        },
    ),
    "SQLAlchemy in a craft": (
        SQL,
        {"omnisight_desktop/rules/plant.py": "from sqlalchemy import select\n"},
    ),
    "Alembic in a service": (
        SQL,
        {"omnisight_desktop/services/plant.py": "import alembic.command\n"},
    ),
    "raw SQLite in the composition root": (
        SQL,
        {"omnisight_desktop/app/plant.py": "import sqlite3\n"},
    ),
    "the bridge imports the house": (
        BRIDGE,
        {"camera_bridge/plant.py": "import omnisight_desktop.core.ids\n"},
    ),
}


def _copy(folder: Path) -> Path:
    """The house without anything but its sources; no cache of an earlier look at it."""
    sources = shutil.ignore_patterns("__pycache__", "*.pyc")
    for package in ("omnisight_desktop", "camera_bridge"):
        shutil.copytree(HOUSE / package, folder / package, ignore=sources)
    shutil.copy(HOUSE / "pyproject.toml", folder)
    return folder


def _lint(folder: Path) -> dict[str, bool]:
    """Each contract, and whether it is kept."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    found = re.findall(r"^(.+?) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE)
    assert found, done.stdout + done.stderr
    assert done.returncode == int(any(state == "BROKEN" for _, state in found))
    return {name: state == "KEPT" for name, state in found}


def _contracts() -> set[str]:
    with (HOUSE / "pyproject.toml").open("rb") as file:
        return {one["name"] for one in tomllib.load(file)["tool"]["importlinter"]["contracts"]}


def test_the_house_as_it_stands_keeps_every_contract(tmp_path: Path) -> None:
    assert _lint(_copy(tmp_path)) == dict.fromkeys(_contracts(), True)


@pytest.mark.parametrize("plant", PLANTS)
def test_a_hole_is_found_and_nothing_else_is_blamed(plant: str, tmp_path: Path) -> None:
    contract, files = PLANTS[plant]
    folder = _copy(tmp_path)
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    assert [name for name, kept in _lint(folder).items() if not kept] == [contract]


def test_every_contract_has_been_tried() -> None:
    assert {contract for contract, _ in PLANTS.values()} == _contracts()


def test_core_knows_the_standard_library_and_numpy_only() -> None:
    allowed = {*sys.stdlib_module_names, "numpy", "omnisight_desktop"}
    for file in (HOUSE / "omnisight_desktop" / "core").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            strangers = [name for name in names if name.partition(".")[0] not in allowed]
            assert strangers == [], f"{file.name} imports {strangers}"
