"""``omnisight analyze``: the whole walk over recordings, as fast as they decode."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import FAILED, JsonFlag, desk_of, note, put_json, put_table
from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import OmniSightError

if TYPE_CHECKING:  # the walk is heavy
    from omnisight_desktop.pipeline.analyze import Tally

app = typer.Typer()


@app.command()
def analyze(
    ctx: typer.Context,
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Recordings.")],
    camera: Annotated[
        str | None, typer.Option("--camera", metavar="NAME", help="The camera they are from.")
    ] = None,
    start: Annotated[
        str | None,
        typer.Option("--start", metavar="ISO", help="When the first began; else the file tells."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Turn recordings into tracks, events and clips, and what is said in them into words.

    --json: {"recordings": [{"source", "frames", "looks", "tracks", "events", "clips", "footage_s",
    "unrecorded_s", "work_s", "heard", "unheard", "trouble": {"reason", "fix"} or null}], "total":
    the sums}. Heard are utterances that were written down, if the house listens.
    """
    begun = None if start is None else parse_time(start)
    done = desk_of(ctx).open(
        "analyze", sources=tuple(sources), camera=camera, start=begun, tell=_progress(as_json)
    )
    if as_json:
        rows = [_row(*one) for one in done]
        put_json({"recordings": rows, "total": _total([tally for _, tally, _ in done])})
    else:
        columns = ["recording", "footage", "work", "looks", "tracks", "events", "clips"]
        put_table(columns, [_cells(source, tally) for source, tally, _ in done])
    unfilmed_s = sum(tally.unrecorded_s for _, tally, _ in done)
    if unfilmed_s and not as_json:
        note(f"Of {unfilmed_s:.0f} s no clips could be made.")
    unheard = sum(tally.unheard for _, tally, _ in done)
    if unheard and not as_json:
        note(f"{unheard} utterances could not be written down: 'omnisight hear FILE' tells why.")
    troubles = [trouble for _, _, trouble in done if trouble is not None]
    for trouble in troubles:
        note(str(trouble))
    if troubles:
        raise typer.Exit(FAILED)


def _progress(quiet: bool) -> object:
    """A line that is written over while a person looks on."""
    import sys

    def tell(address: str, length_s: float | None, tally: Tally) -> bool:
        if not quiet and sys.stderr.isatty():
            share = f"{tally.footage_s / length_s:4.0%}" if length_s else f"{tally.footage_s:.0f} s"
            speed = tally.footage_s / tally.work_s if tally.work_s else 0.0
            name = PurePath(address).name
            line = f"\r{name}  {share}  {speed:.1f} times as fast  {tally.events} events "
            typer.echo(line, nl=False, err=True)
        return True

    return tell


def _rounded(tally: Tally) -> dict[str, float]:
    return {name: round(value, 3) for name, value in asdict(tally).items()}


def _row(source: str, tally: Tally, trouble: OmniSightError | None) -> dict[str, Any]:
    why = None if trouble is None else {"reason": trouble.reason, "fix": trouble.fix}
    return {"source": source, **_rounded(tally), "trouble": why}


def _total(tallies: list[Tally]) -> dict[str, float]:
    rows = [_rounded(tally) for tally in tallies]
    return {name: round(sum(row[name] for row in rows), 3) for name in rows[0]}


def _cells(source: str, tally: Tally) -> list[str]:
    counts = [tally.looks, tally.tracks, tally.events, tally.clips]
    times = [f"{tally.footage_s:.1f} s", f"{tally.work_s:.1f} s"]
    return [PurePath(source).name, *times, *(str(count) for count in counts)]
