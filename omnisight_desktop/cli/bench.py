"""``omnisight bench``: ours beside the peer and the limit, measured in one run."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import Annotated

import typer

import omnisight_desktop
from omnisight_desktop.cli.desk import JsonFlag, put_json, put_table
from omnisight_desktop.core.errors import NotFound

app = typer.Typer()


@app.command()
def bench(
    name: Annotated[str, typer.Argument(help="Which; for example storage.")],
    quick: Annotated[bool, typer.Option("--quick", help="Fewer rounds, smaller sizes.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Measure a stage on this machine."""
    known = _known()
    if name not in known:
        raise NotFound(
            f"There is no benchmark '{name}'.",
            fix=f"There are: {', '.join(known)}." if known else "They come with the source code.",
        )
    rows = importlib.import_module(f"benchmarks.{name}").rows(quick)
    if as_json:
        put_json(rows)
        return
    columns = ["name", "ours", "peer", "limit", "ratio", "unit"]
    put_table(columns, [[_cell(row.get(column)) for column in columns] for row in rows])


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


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)
