"""Builds the program as one folder and proves that it works where there is nothing else of it.

``make package``. PyInstaller lies in a folder of its own, for the program does not need it. The proof
starts what was built on a screen of its own, without any Python around it: it must show the demo, find
somebody, export the clip, and be content with itself (``omnisight doctor``).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import av

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

TOOLS = ROOT / "build" / "pyinstaller"
BUILT = ROOT / "dist" / "OmniSight"
TOOL = "pyinstaller>=6.16"

_PATIENCE_S = 120.0
_COLOURS = 3000  # from here on the screen shows a camera's picture
_MB = 1_000_000


def main() -> None:
    """Build, prove, and tell the size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only-prove", action="store_true", help="what was built already")
    asked = parser.parse_args()
    if not asked.only_prove:
        build()
    tell(f"{BUILT}: {_size(BUILT) / _MB:,.0f} MB in {sum(1 for _ in BUILT.rglob('*'))} files")
    for name, size in _largest(BUILT / "_internal"):
        tell(f"  {size / _MB:7,.0f} MB  {name}")
    prove()


def build() -> None:
    """Run PyInstaller over ``build.spec``."""
    if not TOOLS.exists():
        part = TOOLS.with_suffix(".part")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade"]
        subprocess.run([*command, "--target", str(part), TOOL], check=True)
        part.rename(TOOLS)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(TOOLS)))}
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run([*command, "build.spec"], cwd=ROOT, env=env, check=True)


def prove() -> None:
    """Have it do its work, and stop with a word where it does not."""
    from benchmarks.screen import screen

    with tempfile.TemporaryDirectory(prefix="omnisight-package-") as folder, screen() as seen:
        home = Path(folder)
        env = {
            "HOME": str(home),
            "PATH": "/usr/bin:/bin",
            "DISPLAY": seen.env["DISPLAY"],
            "LANG": "C.UTF-8",
        }
        data = home / "data"
        began = time.monotonic()
        running = subprocess.Popen(
            [*_command(data), "run", "--source", "demo:"], env=env, cwd=home, stderr=subprocess.PIPE
        )
        try:
            _until(lambda: seen.colours() > _COLOURS, running, "the demo's picture")
            tell(f"shows the demo after {time.monotonic() - began:.1f} s")
            _until(lambda: _clips(data, env) != [], running, "somebody's clip")
            clip = _clips(data, env)[0]
            tell(f"found somebody: {clip['id']}")
            _show_exported(data, home / "clip.mp4", str(clip["id"]), env)
        finally:
            running.terminate()
            running.wait(_PATIENCE_S)
        _insist_content(data, env)


def _show_exported(data: Path, target: Path, clip: str, env: Mapping[str, str]) -> None:
    _call(data, env, "clips", "export", clip, str(target))
    with av.open(str(target)) as film:
        pictures = sum(1 for _ in film.decode(video=0))
    if not pictures:
        raise SystemExit(f"{target} holds no picture")
    tell(f"exported its clip: {pictures} pictures, {target.stat().st_size / _MB:.1f} MB")


def _insist_content(data: Path, env: Mapping[str, str]) -> None:
    done = subprocess.run(
        [*_command(data), "doctor", "--json"], env=dict(env), capture_output=True, text=True
    )
    checks = json.loads(done.stdout)
    for check in checks:
        if check["state"] != "ok":
            tell(f"doctor, {check['state']}: {check['name']}: {check['reason']}")
    if done.returncode:
        raise SystemExit("the doctor found something that does not work")
    tell(f"the doctor is content: {len(checks)} checks, none failed")


def _clips(data: Path, env: Mapping[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(_call(data, env, "clips", "list", "--json"))["clips"]
    return found


def _call(data: Path, env: Mapping[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [*_command(data), *arguments], env=dict(env), capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"omnisight {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def _command(data: Path) -> list[str]:
    return [str(BUILT / "omnisight"), "--data", str(data)]


def _until(so: Any, running: subprocess.Popen[bytes], what: str) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not so():
        if running.poll() is not None:
            said = running.stderr.read().decode() if running.stderr else ""
            raise SystemExit(f"it ended with {running.returncode}: {said[-2000:]}")
        if time.monotonic() > until:
            raise SystemExit(f"{what} did not come within {_PATIENCE_S:g} s")
        time.sleep(0.1)


def _size(place: Path) -> int:
    return sum(path.lstat().st_size for path in place.rglob("*") if not path.is_dir())


def _largest(place: Path) -> list[tuple[str, int]]:
    sizes = [(path.name, _size(path) if path.is_dir() else 0) for path in place.iterdir()]
    return sorted(sizes, key=lambda one: -one[1])[:12]


def tell(text: str) -> None:
    """A line on standard output."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
