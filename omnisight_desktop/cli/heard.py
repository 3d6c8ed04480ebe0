"""``omnisight heard``: what was said near the cameras, found by its words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from omnisight_desktop.cli.desk import JsonFlag, clock, desk_of, note, put_json, put_table, say
from omnisight_desktop.services.handout import whole_file

app = typer.Typer(help="What was said near the cameras.")


@app.command()
def heard(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="All of them were said.")
    ] = None,
    camera: Annotated[str | None, typer.Option("--camera", metavar="NAME")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000)] = 50,
    sounds: Annotated[
        Path | None,
        typer.Option("--sounds", metavar="DIR", help="Write the bites of sound that are kept."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """List what was said, newest first, and the names that were heard in it.

    A bite of the sound is kept where a name was heard. --json: {"heard": [{"id", "camera", "start",
    "end", "text", "language", "names": [{"name", "whom": "self|present", "state", "id"}], "sound":
    true or false}]}.
    """
    from omnisight_desktop.services.heard import said_json

    with desk_of(ctx).open("reading") as house:
        where = house.cameras.get(camera).id if camera else None
        found = house.heard.told(" ".join(words or ()), where, limit)
        cameras, on = house.cameras.names(), house.settings.hearing.enabled
    rows = [said_json(said, names, cameras) for said, names in found]
    written = 0
    for said, names in found if sounds is not None else ():
        bite = next((name.bite for name in names if name.bite), b"")
        if bite and sounds is not None:
            with whole_file(sounds / f"{said.id}.wav") as part:
                part.write_bytes(bite)
            written += 1
    if as_json:
        put_json({"heard": rows})
    elif rows:
        columns = ["at", "camera", "said", "names", "sound", "id"]
        put_table(columns, [_cells(row) for row in rows])
    else:
        say("Nothing of the kind was said." if words else "Nothing was said.")
    if sounds is not None:
        note(f"Bites of sound written to {sounds}: {written}.")
    if not on:
        note("Nobody is listened to: 'omnisight settings set hearing.enabled true'.")


def _cells(row: dict[str, object]) -> list[str]:
    names = row["names"]
    told = [str(one["name"]) for one in names] if isinstance(names, list) else []
    sound = "kept" if row["sound"] else ""
    place = (clock(str(row["start"])), str(row["camera"]), str(row["text"]))
    return [*place, ", ".join(told), sound, str(row["id"])]
