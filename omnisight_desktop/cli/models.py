"""``omnisight models``: which model files there are, and getting, checking and importing them.

With ``--json`` every command prints one document. ``list`` and ``verify``: ``{"folders": [dir],
"models": [{"name", "file", "group", "role", "state", "path", "size", "sha256", "pinned",
"licence", "needed", "without", "reason"}]}``, where state is one of present, missing, wrong sum,
unpinned. ``pull``: ``{"models": [{"name", "outcome", "path", "size", "sha256", "source", "reason",
"fix"}]}``, outcome being pulled, already there or failed. ``import``: ``{"files": [{"path",
"outcome", "name", "reason"}]}``, outcome being imported, already there, unknown or refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import (
    FAILED,
    Desk,
    JsonFlag,
    desk_of,
    note,
    put_json,
    put_table,
    say,
)
from omnisight_desktop.cli.int8 import app as int8
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.errors import UsageError

if TYPE_CHECKING:  # what can pull is heavier than what can print help
    from omnisight_desktop.perception.manifest import Entry
    from omnisight_desktop.services.models.bring import Offered
    from omnisight_desktop.services.models.progress import Step, Tell
    from omnisight_desktop.services.models.shelf import Standing
    from omnisight_desktop.services.models.store import Pulled, Store

_REDRAW_S = 0.1

app = typer.Typer(
    help="Model files: list, pull, verify, import, make lighter.", no_args_is_help=True
)
app.add_typer(int8, name="int8")

Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", show_default=False)]


@app.command("list")
def list_(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """Every model: whether it is there, and what is missing without it."""
    store = _store(desk_of(ctx))
    standings = store.standings()
    if as_json:
        put_json(_standings(store, standings))
        return
    rows = [[s.entry.name, s.state, _size(s), s.entry.licence, s.entry.role] for s in standings]
    put_table(["Name", "State", "Size", "Licence", "What for"], rows)
    for standing in standings:
        if standing.reason and standing.state != "present":
            say(f"{standing.entry.name}: {standing.state}. {standing.reason}")
    say(f"Looked in {', '.join(_shown(folder) for folder in store.folders)}.")
    say("Get what the program needs with 'omnisight models pull --needed'.")


@app.command()
def pull(
    ctx: typer.Context,
    names: Names = None,
    everything: Annotated[bool, typer.Option("--all", help="Every model there is.")] = False,
    needed: Annotated[
        bool, typer.Option("--needed", help="What the program uses as it is set up.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Take a file that its maker has changed since.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Download models; what was begun goes on where it stopped."""
    store = _store(desk_of(ctx))
    entries = _wanted(store, names or [], everything=everything, needed=needed)
    pulled = []
    with _progress() as tell:
        for one in store.pull(entries, accept=accept, tell=tell):
            pulled.append(one)
            note(_told(one))
            if one.error is not None and one.error.fix:
                note(f"  {one.error.fix}")
    if as_json:
        put_json({"models": [_pulled(one) for one in pulled]})
    if any(one.error is not None for one in pulled):
        raise typer.Exit(FAILED)


@app.command()
def verify(ctx: typer.Context, names: Names = None, as_json: JsonFlag = False) -> None:
    """Read model files anew and compare their sums."""
    store = _store(desk_of(ctx))
    with _progress() as tell:
        standings = store.verify(names or [], tell=tell)
    if as_json:
        put_json(_standings(store, standings))
    else:
        rows = [[s.entry.name, s.state, s.sha256 or "", s.reason] for s in standings]
        put_table(["Name", "State", "SHA-256", ""], rows)
    if any(s.state in ("wrong sum", "missing") for s in standings):
        raise typer.Exit(FAILED)


@app.command("import")
def import_(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder with model files.")],
    as_json: JsonFlag = False,
) -> None:
    """Copy the model files out of a folder, known by their sums or their names."""
    from omnisight_desktop.services.models.bring import bring_in

    store = _store(desk_of(ctx))
    with _progress() as tell:
        offered = bring_in(store, folder, tell=tell)
    if as_json:
        put_json({"files": [_offered(one) for one in offered]})
    else:
        rows = [
            [_shown(o.path), o.fate, o.entry.name if o.entry else "", o.reason] for o in offered
        ]
        put_table(["File", "Outcome", "Model", ""], rows)
    if any(one.fate == "refused" for one in offered):
        raise typer.Exit(FAILED)


def _store(desk: Desk) -> Store:
    from omnisight_desktop.services.models.store import open_store

    return open_store(desk.settings().models.dir, desk.paths().models)


def _wanted(store: Store, names: list[str], *, everything: bool, needed: bool) -> list[Entry]:
    if bool(names) + everything + needed != 1:
        raise UsageError(
            "Say what to pull: names, or --needed, or --all.", fix="See 'omnisight models list'."
        )
    if names:
        return store.manifest.select(names)
    return [entry for entry in store.manifest.entries if everything or entry.needed]


@contextmanager
def _progress() -> Iterator[Tell]:
    """A bar on standard error for people who look at it; nothing for others."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    # Without a thread of its own: each step draws, and nothing moves where nothing happens.
    bar = Progress(*columns, TransferSpeedColumn(), console=console, auto_refresh=False)
    tasks: dict[str, Any] = {}
    clock, drawn = SystemClock(), 0.0

    def tell(step: Step) -> None:
        if step.name not in tasks:
            tasks[step.name] = bar.add_task(step.name, total=None)
        nonlocal drawn
        words = f"{step.name} · {step.doing}{f' · {step.where}' if step.where else ''}"
        bar.update(tasks[step.name], description=words, completed=step.done, total=step.total)
        if step.done == step.total or clock.mono() - drawn > _REDRAW_S:
            bar.refresh()
            drawn = clock.mono()

    with bar:
        yield tell


def _told(one: Pulled) -> str:
    if one.error is not None:
        return f"{one.entry.name}: {one.error.reason}"
    if one.path is None or one.outcome == "already there":
        return f"{one.entry.name}: {one.outcome}"
    sum_ = f", sum {one.sha256} (recorded)" if one.sha256 not in one.entry.sums else ""
    return f"{one.entry.name}: {one.outcome} ({one.source}){sum_}"


def _standings(store: Store, standings: list[Standing]) -> dict[str, Any]:
    return {
        "folders": [_shown(folder) for folder in store.folders],
        "models": [_standing(one) for one in standings],
    }


def _standing(one: Standing) -> dict[str, Any]:
    entry = one.entry
    return {
        "name": entry.name,
        "file": entry.file,
        "group": entry.group,
        "role": entry.role,
        "state": one.state,
        "path": None if one.path is None else _shown(one.path),
        "size": one.size,
        "sha256": one.sha256,
        "pinned": entry.pinned,
        "licence": entry.licence,
        "needed": entry.needed,
        "without": entry.without,
        "reason": one.reason,
    }


def _pulled(one: Pulled) -> dict[str, Any]:
    return {
        "name": one.entry.name,
        "outcome": one.outcome,
        "path": None if one.path is None else _shown(one.path),
        "size": one.size,
        "sha256": one.sha256,
        "source": one.source,
        "reason": one.error.reason if one.error else "",
        "fix": one.error.fix if one.error else "",
    }


def _offered(one: Offered) -> dict[str, Any]:
    return {
        "path": _shown(one.path),
        "outcome": one.fate,
        "name": one.entry.name if one.entry else None,
        "reason": one.reason,
    }


def _size(standing: Standing) -> str:
    size = standing.size if standing.size is not None else standing.entry.size
    return "" if size is None else f"{size / 1e6:.1f} MB"


def _shown(path: Path) -> str:
    """A path that can be printed, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
