"""``omnisight serve``: watch without a window and answer over HTTP; and the token for who asks from afar."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

import typer

from omnisight_desktop.cli.desk import JsonFlag, desk_of, note, put_json, say

app = typer.Typer(help="Watch without a window, and answer over HTTP.")


@app.callback(invoke_without_command=True)
def serve(
    ctx: typer.Context,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="URI", help="A file, an rtsp:// address, or demo:."),
    ] = None,
    host: Annotated[
        str | None,
        typer.Option("--host", metavar="ADDRESS", help="127.0.0.1 is this computer only."),
    ] = None,
    port: Annotated[int | None, typer.Option("--port", metavar="NUMBER")] = None,
    seconds: Annotated[
        float | None, typer.Option("--for", metavar="SECONDS", help="Stop after so long.")
    ] = None,
) -> None:
    """Watch cameras without a window and serve the API, explained at /api/docs.

    On any other address than this computer's own it wants a token: see 'omnisight serve token'.
    """
    if ctx.invoked_subcommand is not None:
        return
    desk = desk_of(ctx)
    told: dict[str, Any] = {"server.host": host, "server.port": port}
    flags = {name: value for name, value in told.items() if value is not None}
    code = replace(desk, flags={**desk.flags, **flags}).open(
        "run", headless=True, sources=tuple(source or ()), seconds=seconds, serve=True, say=note
    )
    if code:
        raise typer.Exit(code)


@app.command()
def token(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """Make a new token and show it, this once; the one before opens nothing any more.

    --json: {"token", "kept": where, "running": whether a running program knows it already}.
    """
    made, kept, running = desk_of(ctx).open("new_token")
    if as_json:
        put_json({"token": made, "kept": kept, "running": running})
        return
    say(made)
    note(f"It is kept {kept}, and not shown again.")
    note("Send it as 'Authorization: Bearer TOKEN'.")
