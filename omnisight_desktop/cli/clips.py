"""``omnisight clips``: list the clips, and copy one out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from omnisight_desktop.cli.desk import JsonFlag, clock, desk_of, put_json, put_table, say

app = typer.Typer(help="List and export clips.", no_args_is_help=True)


@app.command("list")
def list_clips(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000)] = 50,
    as_json: JsonFlag = False,
) -> None:
    """List clips, newest first."""
    with desk_of(ctx).open("reading") as house:
        names = house.cameras.names()
        rows = [
            {
                "id": clip.id,
                "camera": names.get(clip.camera, clip.camera),
                "start": clip.start.isoformat(),
                "end": clip.end.isoformat(),
                "seconds": round(clip.duration_s, 3),
                "bytes": clip.size_bytes,
                "sha256": clip.sha256,
                "path": clip.path,
                "protected": clip.protected,
            }
            for clip in house.clips.newest(limit)
        ]
    if as_json:
        put_json({"clips": rows})
        return
    if not rows:
        say("No clips.")
        return
    columns = ["start", "camera", "seconds", "bytes", "id"]
    cells = [{**row, "start": clock(str(row["start"]))} for row in rows]
    put_table(columns, [[str(row[column]) for column in columns] for row in cells])


@app.command("export")
def export_clip(
    ctx: typer.Context,
    clip: Annotated[str, typer.Argument(help="The clip's id.")],
    to: Annotated[Path, typer.Argument(help="A file or a folder.")] = Path(),
    as_json: JsonFlag = False,
) -> None:
    """Copy a clip to a file or into a folder."""
    with desk_of(ctx).open("reading") as house:
        path = house.clips.export(clip, to)
    if as_json:
        put_json({"clip": clip, "path": str(path)})
    else:
        say(str(path))
