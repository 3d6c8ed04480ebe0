"""``omnisight pause``: leave everybody unwatched for a while, in the program that runs."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import typer

from omnisight_desktop.cli.desk import JsonFlag, clock, desk_of, put_json, say

app = typer.Typer()

_KNOCK_S = 30.0


@app.command()
def pause(
    ctx: typer.Context,
    span: Annotated[
        str, typer.Argument(metavar="SPAN", help="'15 min', '1 h', 'tomorrow', or 'over'.")
    ] = "1 h",
    as_json: JsonFlag = False,
) -> None:
    """Nothing is seen, heard or recorded until then; 'over' ends it. It holds over a new start.

    --json: {"paused_until": ISO time, or null where it is over}.
    """
    from omnisight_desktop.core.errors import OwnerAbsent, UsageError
    from omnisight_desktop.flow.door import knock
    from omnisight_desktop.services.pause import Span, until

    wanted = " ".join(span.split()).casefold()
    if wanted != "over" and wanted not in tuple(Span):
        spans = ", ".join(f"'{one}'" for one in Span)
        raise UsageError(f"'{span}' is no span.", fix=f"Say {spans}, or 'over'.")
    end = None if wanted == "over" else until(Span(wanted), datetime.now().astimezone())
    told: dict[str, Any] = {"until": None if end is None else end.isoformat()}
    try:
        answer = knock(desk_of(ctx).paths().door, "pause", told, _KNOCK_S)
    except OwnerAbsent as error:
        raise UsageError("OmniSight is not running, so nothing is watched.") from error
    held = answer["paused_until"]
    if as_json:
        put_json({"paused_until": held})
    else:
        say(f"Nothing is watched until {clock(held)}." if held else "It is watched again.")
