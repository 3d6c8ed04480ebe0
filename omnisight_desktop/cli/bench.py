"""``omnisight bench``: ours beside the peer and the limit, measured in one run.

With ``--json`` it prints the rows, ``[{"name", "ours", "peer", "limit", "ratio", "unit"}]``. ``bench
detect`` ends with the detectors of this installation, tried on this computer; the last row names the one
to use and why. With ``--apply`` only those are tried, the best is set, and ``--json`` prints ``{"rows",
"changes": [{"setting", "before", "now", "go_back"}]}``.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import omnisight_desktop
from omnisight_desktop.cli.desk import Desk, JsonFlag, desk_of, note, put_json, put_table, say
from omnisight_desktop.core.errors import NotFound, OmniSightError, UsageError

if TYPE_CHECKING:  # what tries detectors is heavier than what can print help
    from omnisight_desktop.services.fitting.verbs import Change, Fitting

_DETECT = "detect"
_COLUMNS = ("name", "ours", "peer", "limit", "ratio", "unit")

Rows = list[dict[str, Any]]

app = typer.Typer()


@app.command()
def bench(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Which; for example storage.")],
    quick: Annotated[bool, typer.Option("--quick", help="Fewer rounds, smaller sizes.")] = False,
    apply: Annotated[
        bool,
        typer.Option("--apply", help="With 'detect': set the detector that fits this computer."),
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Measure a stage on this machine; 'detect' also says which detector to use here, and why."""
    if apply and name != _DETECT:
        raise UsageError("Only 'bench detect' finds something to set.", fix="Leave --apply out.")
    rows: Rows = []
    if name != _DETECT:
        rows = _measured(name, quick=quick)
    elif not apply:
        rows = _beside_peers(quick=quick)
    changes: list[Change] | None = None
    if name == _DETECT:
        fitting = _fitting(desk_of(ctx), quick=quick)
        rows += fitting.rows()
        changes = _apply(desk_of(ctx), fitting) if apply else None
    if as_json:
        put_json(
            rows if changes is None else {"rows": rows, "changes": [_told(c) for c in changes]}
        )
        return
    put_table(list(_COLUMNS), [[_cell(row.get(column)) for column in _COLUMNS] for row in rows])
    if changes is not None:
        _show(changes)
    elif name == _DETECT:
        note("'omnisight bench detect --apply' sets it.")


def _measured(name: str, *, quick: bool) -> Rows:
    known = _known()
    if name not in known:
        there = ", ".join(dict.fromkeys([*known, _DETECT]))
        fix = f"There are: {there}." if known else "Only 'detect' comes without the source code."
        raise NotFound(f"There is no benchmark '{name}'.", fix=fix)
    rows: Rows = importlib.import_module(f"benchmarks.{name}").rows(quick)
    return rows


def _beside_peers(*, quick: bool) -> Rows:
    """What the source code's own benchmark says, where there is what it measures with."""
    if _DETECT not in _known():
        return []
    try:
        return _measured(_DETECT, quick=quick)
    except OmniSightError as error:
        note(f"Nothing is measured beside others here. {error.reason}")
        return []


def _fitting(desk: Desk, *, quick: bool) -> Fitting:
    from omnisight_desktop.services.fitting.verbs import fit

    with desk.open("reading") as house:
        fitting = fit(house, quick=quick, tell=_quietly)
    for trouble in fitting.troubles:
        note(trouble)
    return fitting


def _apply(desk: Desk, fitting: Fitting) -> list[Change]:
    from omnisight_desktop.services.fitting.verbs import apply
    from omnisight_desktop.services.settings import Preferences

    preferences = Preferences(desk.paths(), flags=desk.flags)
    changes = apply(preferences, fitting.settings)
    if changes and preferences.needs_restart():
        note("OmniSight is running; it takes this up at its next start.")
    return changes


def _show(changes: list[Change]) -> None:
    if not changes:
        say("It is set like that already.")
    for change in changes:
        say(f"{change.name}: {_shown(change.before)} is now {_shown(change.now)}.")
        say(f"  Back: {change.way_back}")
        if change.overruled:
            note(f"{change.overruled} wins over the settings file for {change.name}.")


def _told(change: Change) -> dict[str, Any]:
    return {
        "setting": change.name,
        "before": change.before,
        "now": change.now,
        "go_back": change.way_back,
    }


def _quietly(words: str) -> None:
    if sys.stderr.isatty():
        note(words)


def _known() -> list[str]:
    # They lie beside the package in a checkout, where an installed command does not look.
    checkout = str(Path(omnisight_desktop.__file__).parents[1])
    if checkout not in sys.path:
        sys.path.append(checkout)
    try:
        package = importlib.import_module("benchmarks")
    except ImportError:
        return []
    # Each is a package of its own; the modules beside them are what they share.
    return sorted(m.name for m in pkgutil.iter_modules(package.__path__) if m.ispkg)


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)
