"""``omnisight disarm``: nobody is told what happens; watching and recording go on."""

from __future__ import annotations

import typer

from omnisight_desktop.cli.arm import change
from omnisight_desktop.cli.desk import JsonFlag

app = typer.Typer()


@app.command()
def disarm(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """Nobody is told what happens until the house is armed again; watching and recording go on.

    --json: {"armed", "since": ISO time, "rule": what disarmed it, or ""}.
    """
    change(ctx, "disarm", as_json=as_json)
