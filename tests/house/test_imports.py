"""Nothing heavy is imported before it is used, and some things are never imported here at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import cast

HOUSE = Path(__file__).parents[2]

#: These live in child processes only.
NEVER_HERE = {"torch", "whisper", "spacy", "mediapipe", "deepface", "ultralytics"}
HEAVY = NEVER_HERE | {
    *("cv2", "PySide6", "sqlalchemy", "alembic", "onnxruntime", "openvino", "numba"),
    *("anthropic", "av", "usearch", "pandas", "matplotlib", "numpy", "pydantic", "httpx"),
    *("fastapi", "starlette", "uvicorn", "websockets"),
}


def _modules_after(code: str) -> set[str]:
    """The top-level packages that a fresh program has imported once it ran this."""
    return {name.partition(".")[0] for name in _names_after(code)}


def _names_after(code: str) -> set[str]:
    """All modules, by their whole names."""
    script = (
        textwrap.dedent(code)
        + "\nimport json, sys\nsys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    return set(cast("list[str]", json.loads(done.stderr.splitlines()[-1])))


def test_help_imports_nothing_heavy() -> None:
    found = _modules_after(
        """
        import sys
        from omnisight_desktop.__main__ import main
        sys.argv = ["omnisight", "--help"]
        try:
            main()
        except SystemExit as end:
            assert not end.code, end.code
        """
    )
    assert "typer" in found
    assert found & HEAVY == set()


def test_who_only_watches_loads_nothing_of_the_server() -> None:
    found = _modules_after("import omnisight_desktop.app.run")
    assert "sqlalchemy" in found
    assert found & {"fastapi", "starlette", "uvicorn", "websockets", "cryptography"} == set()


#: Loaded when somebody looks at what needs it, not before there is a window.
LATE = {
    *(
        "pyqtgraph",
        "openvino",
        "onnxruntime",
        "alembic",
        "mako",
        "matplotlib",
        "scipy",
        "PIL",
        "httpx",
    ),
    *("sqlalchemy.dialects.postgresql", "PySide6.QtMultimedia", "PySide6.QtNetwork"),
    *(f"omnisight_desktop.gui.panels.{name}" for name in ("review", "chat", "people", "rules")),
    *(f"omnisight_desktop.gui.panels.{name}" for name in ("cameras", "gestures", "health")),
}


def test_the_window_stands_before_what_its_panels_need_is_loaded() -> None:
    found = _names_after(
        """
        import omnisight_desktop.app.run
        from omnisight_desktop.config.load import forget_foreign_qt
        forget_foreign_qt()
        import omnisight_desktop.gui.application
        import omnisight_desktop.gui.panels.live
        """
    )
    assert "PySide6.QtWidgets" in found
    assert found & LATE == set()


def test_what_belongs_into_child_processes_never_enters_this_one() -> None:
    found = _modules_after(
        """
        import importlib, pkgutil
        import omnisight_desktop, camera_bridge

        def stumble(name):
            raise SystemExit(f"{name} cannot be imported")

        for package in (omnisight_desktop, camera_bridge):
            for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".", stumble):
                if not module.name.endswith("__main__"):
                    importlib.import_module(module.name)
        assert "omnisight_desktop.storage" in __import__("sys").modules
        """
    )
    assert found & NEVER_HERE == set()
