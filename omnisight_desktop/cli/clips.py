"""``omnisight clips``: list the clips, copy them out, and see whether they are as they were recorded.

With ``--json``: ``list`` prints ``{"clips": [{"id", "camera", "start", "end", "seconds", "bytes",
"sha256", "path", "protected", "events"}]}``. ``export`` of one clip prints ``{"clip", "path"}``; of
several ``{"folder", "manifest", "clips": [{"id", "camera", "start", "end", "file", "sha256",
"recorded_sha256", "intact", "converted", "events"}]}``, as in the manifest. ``verify`` prints
``{"ok", "clips": [{"id", "camera", "start", "path", "state", "reason", "codec",
"plays_everywhere"}]}``, where state is one of ok, missing, changed, damaged.

``export --evidence`` prints ``{"evidence", "key": {"words", "sha256"}, "clips": [{"id", "file",
"intact"}]}``; ``verify`` of a path ``{"ok", "evidence": [{"path", "ok", "signer", "key", "exported",
"clips", "findings": [{"fault", "file", "reason"}]}]}``, where signer is one of given, ours, unknown,
none and fault one of changed, missing, added, unreadable, unsigned, other_key; ``key`` prints
``{"words", "sha256", "file"}``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import (
    FAILED,
    JsonFlag,
    clock,
    desk_of,
    note,
    put_json,
    put_table,
    say,
)
from omnisight_desktop.cli.evidence import are_evidence, hand_out, look_at, show_key, show_sealed
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import NotFound, OmniSightError, UsageError

if TYPE_CHECKING:  # the house is heavy; a command that only prints help never opens it
    from omnisight_desktop.services.clips import ClipFilter
    from omnisight_desktop.services.house import House
    from omnisight_desktop.services.playback import Tell, Verdict

app = typer.Typer(help="List, export and verify clips.", no_args_is_help=True)

Camera = Annotated[str | None, typer.Option("--camera", metavar="NAME")]
Since = Annotated[str | None, typer.Option("--since", metavar="ISO")]
Until = Annotated[str | None, typer.Option("--until", metavar="ISO")]
Event = Annotated[
    list[str] | None,
    typer.Option("--event", metavar="ID", help="What shows this event; may be repeated."),
]


@app.command("list")
def list_clips(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    camera: Camera = None,
    event: Event = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000)] = 50,
    as_json: JsonFlag = False,
) -> None:
    """List clips, newest first."""
    from omnisight_desktop.services.clips import clip_json

    with desk_of(ctx).open("reading") as house:
        clips = house.clips.find(_filter(house, event, camera, since, until), limit)
        names, events = house.cameras.names(), house.clips.events_of(clips)
    rows = [clip_json(clip, names, events[clip.id]) for clip in clips]
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
def export_clips(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CLIP]... [TO]",
            help="The clip's id, and a file or a folder; with options that choose, the folder only; "
            "with --evidence, any number of clips.",
            show_default=False,
        ),
    ] = None,
    event: Event = None,
    camera: Camera = None,
    since: Since = None,
    until: Until = None,
    playable: Annotated[
        bool,
        typer.Option(
            "--playable", help="Make an H.264 copy where a clip does not play everywhere."
        ),
    ] = False,
    evidence: Annotated[
        Path | None,
        typer.Option(
            "--evidence",
            metavar="DIR|FILE.zip",
            help="Seal the clips and their events, so that any change shows.",
        ),
    ] = None,
    names: Annotated[
        str | None,
        typer.Option(
            "--names",
            metavar="TEMPLATE",
            help="How sealed clips are called, such as '{camera} {start} {type}'.",
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who hands the evidence out.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Copy a clip to a file, or all that are chosen into a folder with a manifest."""
    if evidence is None and (names or by):
        raise UsageError("--names and --by go with --evidence.")
    with desk_of(ctx).open("reading") as house:
        if evidence is not None:
            if playable:
                raise UsageError(
                    "Evidence is what was recorded, to the byte; leave --playable out."
                )
            chosen = bool(event or camera or since or until)
            wanted = _filter(house, event, camera, since, until) if chosen else None
            clips = _sealable(house, what or [], wanted)
            done = hand_out(house, clips, evidence, (names, by), _progress(as_json))
            show_sealed(done, as_json)
        elif event or camera or since or until:
            wanted = _filter(house, event, camera, since, until)
            _export_all(house, wanted, _folder(what or []), playable, as_json)
        else:
            _export_one(house, *_one(what or []), playable, as_json)


@app.command()
def verify(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CLIP|PATH]...",
            help="Ids of clips, or folders and zips of evidence.",
            show_default=False,
        ),
    ] = None,
    camera: Camera = None,
    since: Since = None,
    until: Until = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Compare the sums, and decode nothing.")
    ] = False,
    key: Annotated[
        Path | None,
        typer.Option(
            "--key", metavar="FILE", help="The public key that evidence must be sealed with."
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """See whether clips are as they were recorded, all if none is named, or evidence as it was sealed."""
    if are_evidence(ids or []):
        if camera or since or until or quick:
            raise UsageError("Evidence is looked at as a whole; only --key and --json go with it.")
        paths = [Path(one) for one in ids or []]
        look_at(desk_of(ctx), paths, key, _progress(as_json), as_json)
        return
    if key is not None:
        raise UsageError("--key goes with a folder or a zip of evidence.")
    with desk_of(ctx).open("reading") as house:
        if ids:
            clips = [house.clips.get(clip_id) for clip_id in ids]
        else:
            clips = house.clips.find(_filter(house, None, camera, since, until))
        names = house.cameras.names()
        tell, rows = _progress(as_json), []
        for number, clip in enumerate(clips):
            rows.append(_verified(house, house.clips.verify(clip, decode=not quick), names))
            tell((number + 1) / len(clips))
    bad = [row for row in rows if row["state"] != "ok"]
    if as_json:
        put_json({"ok": not bad, "clips": rows})
    else:
        for row in bad:
            say(f"{row['id']}  {row['camera']}  {clock(row['start'])}  {row['reason']}")
        say(f"{len(rows) - len(bad)} of {len(rows)} clips are as they were recorded.")
    if bad:
        raise typer.Exit(FAILED)


@app.command("key")
def key_of(
    ctx: typer.Context,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write the public key there, to be handed on."),
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Make a new key, where the old one was lost or stolen.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Show the key that this installation seals evidence with, in words to compare."""
    show_key(desk_of(ctx), out, new, as_json)


def _sealable(house: House, ids: list[str], wanted: ClipFilter | None) -> list[Clip]:
    if bool(ids) is (wanted is not None):
        raise UsageError(
            "Clips for evidence are named by their ids, or chosen by options.",
            fix="Choose them with --event, --camera, --since or --until.",
        )
    if wanted is not None:
        return house.clips.find(wanted)
    return [house.clips.get(one) for one in dict.fromkeys(ids)]


def _export_one(house: House, clip_id: str, to: Path, playable: bool, as_json: bool) -> None:
    if playable:
        path = house.clips.converted(clip_id, to, _progress(as_json))
    else:
        path = house.clips.export(clip_id, to)
        told = house.clips.playback(house.clips.get(clip_id))
        if not told.plays_everywhere:
            note(f"{told.reason} {told.fix}")
    if as_json:
        put_json({"clip": clip_id, "path": str(path)})
    else:
        say(str(path))


def _export_all(
    house: House, wanted: ClipFilter, folder: Path, playable: bool, as_json: bool
) -> None:
    from omnisight_desktop.services.clips import manifest_of

    clips, names = house.clips.find(wanted), house.cameras.names()
    if not clips:
        raise NotFound("No clips are there to be exported.", fix="See 'omnisight clips list'.")
    tell = _progress(as_json)
    done, manifest = house.clips.export_all(clips, folder, names, playable=playable, tell=tell)
    for one in done:
        if one.intact is False:
            note(f"{one.file.name}: the clip '{one.clip.id}' was changed after it was recorded.")
    if as_json:
        told = manifest_of(done, names)
        put_json({"folder": str(folder), "manifest": str(manifest), **told})
    else:
        for one in done:
            say(str(one.file))
        note(f"{len(done)} clips; what each is stands in {manifest}.")


def _one(what: list[str]) -> tuple[str, Path]:
    if not 1 <= len(what) <= 2:
        raise UsageError(
            "One clip is exported by its id.",
            fix="Or choose several with --event, --camera, --since or --until.",
        )
    return what[0], Path(what[1]) if len(what) == 2 else Path()


def _folder(what: list[str]) -> Path:
    if len(what) > 1:
        raise UsageError("Clips that are chosen by options go into one folder; name only that.")
    return Path(what[0]) if what else Path()


def _filter(
    house: House,
    events: list[str] | None,
    camera: str | None,
    since: str | None,
    until: str | None,
) -> ClipFilter:
    from omnisight_desktop.services.wanted import wanted_clips

    return wanted_clips(house, events or (), camera, since, until)


def _verified(house: House, verdict: Verdict, names: dict[str, str]) -> dict[str, Any]:
    clip = verdict.clip
    codec: str | None = None
    everywhere: bool | None = None
    try:
        playback = house.clips.playback(clip)
        codec, everywhere = playback.codec, playback.plays_everywhere
    except OmniSightError:  # the verdict says already what is wrong with it
        pass
    return {
        "id": clip.id,
        "camera": names.get(clip.camera, clip.camera),
        "start": clip.start.isoformat(),
        "path": clip.path,
        "state": str(verdict.state),
        "reason": verdict.reason,
        "codec": codec,
        "plays_everywhere": everywhere,
    }


def _progress(quiet: bool) -> Tell:
    """A line that is written over while a person looks on."""
    on = not quiet and sys.stderr.isatty()

    def tell(share: float) -> bool:
        if on:
            typer.echo(f"\r{share:4.0%}" + ("\n" if share >= 1 else ""), nl=False, err=True)
        return True

    return tell
