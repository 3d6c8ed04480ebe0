"""Which shapes of the database there have been, read from the migrations without running them.

Every start asks for the newest; Alembic, which knows as well, takes a fifth of a second to load.
"""

from __future__ import annotations

import re
from pathlib import Path

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.shipped import shipped

_SAYS = re.compile(
    r"^(?P<name>revision|down_revision)(?:\s*:[^=\n]+)?\s*=\s*"
    r"(?:None|(?P<quote>[\"'])(?P<value>[^\"']*)(?P=quote))",
    re.MULTILINE,
)


def scripts() -> Path:
    """The folder of the migrations that came with the program."""
    return shipped("alembic", "env.py").parent


def head(folder: Path | None = None) -> str:
    """The revision that this version expects."""
    return revisions(folder)[0]


def revisions(folder: Path | None = None) -> list[str]:
    """Every revision that this version knows, the newest first."""
    after: dict[str | None, str] = {}
    for file in ((folder or scripts()) / "versions").glob("*.py"):
        says = {m["name"]: m["value"] for m in _SAYS.finditer(file.read_text(encoding="utf-8"))}
        after[says.get("down_revision")] = says["revision"]
    found: list[str] = []
    before: str | None = None
    while before in after:
        before = after[before]
        found.insert(0, before)
    if len(found) != len(after) or not found:
        raise OmniSightError(
            "The program's own migrations do not follow one another.",
            fix="Install the program again.",
        )
    return found
