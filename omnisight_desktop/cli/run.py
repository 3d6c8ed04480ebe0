"""``omnisight run``: watch, with a window or without."""

from __future__ import annotations

from typing import Annotated

import typer

from omnisight_desktop.cli.desk import Desk, desk_of, note

app = typer.Typer()


@app.command()
def run(
    ctx: typer.Context,
    headless: Annotated[bool, typer.Option("--headless", help="Watch without a window.")] = False,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="URI", help="A file, an rtsp:// address, or demo:."),
    ] = None,
    seconds: Annotated[
        float | None, typer.Option("--for", metavar="SECONDS", help="Stop after so long.")
    ] = None,
) -> None:
    """Watch cameras. Without a source: those that were added, or the demo camera."""
    watch(desk_of(ctx), headless=headless, sources=tuple(source or ()), seconds=seconds)


def watch(
    desk: Desk,
    *,
    headless: bool = False,
    sources: tuple[str, ...] = (),
    seconds: float | None = None,
) -> None:
    """Start watching; what a person should know goes to standard error."""
    code = desk.open("run", headless=headless, sources=sources, seconds=seconds, say=note)
    if code:
        raise typer.Exit(code)
