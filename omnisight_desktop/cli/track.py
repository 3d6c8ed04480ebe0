"""``omnisight track``: the tracker alone, MOTChallenge text in and out."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from omnisight_desktop.cli.desk import JsonFlag, put_json, say

app = typer.Typer()


@app.command()
def track(  # noqa: PLR0913 - each is an option of its own
    detections: Annotated[
        Path,
        typer.Argument(metavar="DET.txt", help="Lines of frame,id,left,top,width,height,score."),
    ],
    tracks: Annotated[Path, typer.Argument(metavar="OUT.txt", help="The same, with ids.")],
    fps: Annotated[
        float | None,
        typer.Option("--fps", help="Pictures a second; else what seqinfo.ini says, else 30."),
    ] = None,
    confirm: Annotated[
        int, typer.Option("--confirm", min=1, max=100, help="Sightings before it counts.")
    ] = 2,
    lost: Annotated[
        float, typer.Option("--lost", min=0.1, max=300, help="Seconds unseen after which it ends.")
    ] = 2.0,
    fill: Annotated[
        bool, typer.Option("--fill", help="With hindsight: bridge gaps, begin at the first sight.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Give the boxes of a recording ids that stay with the same person or thing.

    Each line says what a viewer would have been shown at that moment. With --fill, it may also say
    what is only known later.
    """
    from omnisight_desktop.services.tracking import Wishes, track_file

    done = track_file(detections, tracks, Wishes(fps, confirm, lost, fill))
    if as_json:
        put_json({**asdict(done), "out": str(tracks)})
        return
    say(f"{done.tracks} tracks in {done.frames} frames at {done.fps:g} a second: {tracks}")
