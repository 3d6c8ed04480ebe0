"""Writes requirements.lock anew: what pip resolves the project and its everyday extras to.

Everything is resolved together with every other extra, so that each of those fits on top.
`python scripts/lock.py` keeps the versions that are locked and adds or drops what pyproject.toml
asks for; `--upgrade` lets every version move. Needs the network, and Linux with Python 3.11.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"

#: The extras that everybody gets; their packages are in the lock.
EVERYDAY = ("dev",)

#: The build tool is locked too: with it the project installs without fetching anything.
BUILD_TOOL = "setuptools>=80"

#: The plain build of torch 2.13.0 insists on just this triton, and Whisper is content with it. A CPU
#: build of torch, with which the lock may be made, does not say so.
TRITON = "triton==3.7.1"

HEAD = """\
# Every package of OmniSight's environment. Written by scripts/lock.py (`make lock`); do not edit.
# No hashes and no local versions: torch==2.13.0 may be the plain build or a CPU build.
"""

#: The oldest Python 3.11 that people have: Debian 12's. Newer releases of a few packages refuse it.
OLDEST_PYTHON = "3.11.2"

#: What a marker sees on each kind of machine; a package that only Linux needs is marked so.
PLATFORMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "darwin": {
        "sys_platform": "darwin",
        "platform_system": "Darwin",
        "platform_machine": "arm64",
        "os_name": "posix",
    },
}


def resolve(keep: list[str]) -> list[dict[str, Any]]:
    """The metadata of every package that pip would install, with all extras, into nothing."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = ",".join(project["optional-dependencies"])
    with tempfile.TemporaryDirectory() as folder:
        report, constraints = Path(folder, "report.json"), Path(folder, "constraints.txt")
        constraints.write_text("\n".join(keep) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run"]
        command += ["--ignore-installed", "--report", str(report), "--constraint", str(constraints)]
        subprocess.run([*command, f"{ROOT}[{extras}]", BUILD_TOOL, TRITON], check=True)
        installs = json.loads(report.read_text(encoding="utf-8"))["install"]
    return [install["metadata"] for install in installs]


def resolve_for_oldest(keep: list[str]) -> list[dict[str, Any]]:
    """Resolve until nothing refuses the oldest Python; what does is asked for in an older release."""
    while True:
        found = resolve(keep)
        refused = [one for one in found if not _accepts(one.get("requires_python"))]
        if not refused:
            return found
        names = {canonicalize_name(one["name"]) for one in refused}
        keep = [pin for pin in keep if canonicalize_name(Requirement(pin).name) not in names]
        keep += [f"{one['name']}<{one['version']}" for one in refused]


def _accepts(requires_python: str | None) -> bool:
    return requires_python is None or OLDEST_PYTHON in SpecifierSet(requires_python)


def reached(packages: dict[str, dict[str, Any]], platform: str) -> set[str]:
    """The packages that are wanted on a platform, walking from the project down."""
    seen: set[tuple[str, str]] = set()
    front = [("omnisight-desktop", extra) for extra in ("", *EVERYDAY)] + [("setuptools", "")]
    while front:
        name, extra = front.pop()
        if (name, extra) in seen or name not in packages:
            continue
        seen.add((name, extra))
        for text in packages[name].get("requires_dist", []):
            wanted = Requirement(text)
            if name == "torch" and wanted.marker is not None:
                continue  # CUDA's packages: of one build of torch, and not of the others
            if wanted.marker is None or wanted.marker.evaluate(
                {**PLATFORMS[platform], "extra": extra}
            ):
                child = canonicalize_name(wanted.name)
                front += [(child, asked) for asked in ("", *wanted.extras)]
    return {name for name, _ in seen}


def lines(packages: dict[str, dict[str, Any]]) -> list[str]:
    """The pins, sorted; marked where a package is wanted on Linux alone."""
    elsewhere = {name: reached(packages, name) for name in ("win32", "darwin")}
    pins = []
    for name in sorted(reached(packages, "linux") - {"omnisight-desktop"}):
        pin = f"{packages[name]['name']}=={packages[name]['version'].partition('+')[0]}"
        if not any(name in wanted for wanted in elsewhere.values()):
            pin += ' ; sys_platform == "linux"'
        pins.append(pin)
    return pins


def main() -> None:
    """Resolve, and put the new lock in the place of the old one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="let every version move")
    asked = parser.parse_args()
    keep: list[str] = []
    if LOCK.exists() and not asked.upgrade:
        pins = LOCK.read_text(encoding="utf-8").splitlines()
        keep = [pin for pin in pins if pin and not pin.startswith("#")]
    packages: dict[str, dict[str, Any]] = {
        canonicalize_name(one["name"]): one for one in resolve_for_oldest(keep)
    }
    fresh = LOCK.with_suffix(".lock.part")
    fresh.write_text(HEAD + "\n".join(lines(packages)) + "\n", encoding="utf-8")
    fresh.replace(LOCK)
    sys.stdout.write(f"{LOCK.name}: {len(lines(packages))} packages\n")


if __name__ == "__main__":
    main()
