"""``omnisight export``: a stretch of time at some cameras as films, plain, drawn upon, or sealed.

With ``--json``: ``{"target", "manifest", "key", "since", "until", "draw", "hide", "keep", "only",
"films": [{"id", "file", "camera", "start", "end", "bytes", "sha256", "copied", "sound", "stretches":
[{"at_s", "start", "end"}], "sources": [{"id", "start", "end", "recorded_sha256"}]}], "pauses":
[{"camera", "start", "end", "reason"}], "unshown": [{"camera", "source", "start", "end", "reason"}]}``.
``manifest`` is null where one file was named; ``key`` holds the words of the key with ``--evidence``,
else it is null.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from omnisight_desktop.cli.desk import JsonFlag, clock, desk_of, note, put_json, say
from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import NotFound, UsageError

if TYPE_CHECKING:  # the house is heavy; a command that only prints help never opens it
    from omnisight_desktop.services.export.request import Draw, Exported, ExportRequest, Hide
    from omnisight_desktop.services.house import House
    from omnisight_desktop.services.playback import Tell

app = typer.Typer()


@app.command()
def export(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help="A folder, or FILE.mp4 for one camera; with --evidence a folder or FILE.zip.",
        ),
    ],
    camera: Annotated[list[str], typer.Option("--camera", metavar="NAME", help="May be repeated.")],
    since: Annotated[str, typer.Option("--from", metavar="ISO", help="When it begins.")],
    until: Annotated[str, typer.Option("--to", metavar="ISO", help="When it ends.")],
    draw: Annotated[
        list[str] | None,
        typer.Option("--draw", metavar="WHAT", help="boxes, names, time, or all; may be repeated."),
    ] = None,
    blur_others: Annotated[
        bool, typer.Option("--blur-others", help="Blur whoever was followed and is not kept.")
    ] = False,
    blur_all_else: Annotated[
        bool, typer.Option("--blur-all-else", help="Blur the whole picture but those who are kept.")
    ] = False,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            "--keep", metavar="PERSON|TRACK", help="Who stays recognisable; may be repeated."
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="LABEL", help="Blur such things only, as 'person'."),
    ] = None,
    no_sound: Annotated[bool, typer.Option("--no-sound", help="Leave the sound out.")] = False,
    names: Annotated[
        str | None,
        typer.Option(
            "--names", metavar="TEMPLATE", help="How films are called: '{camera} {start}'."
        ),
    ] = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Seal it, with its events, so that any change shows.")
    ] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who hands the evidence out.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Export what cameras saw in a stretch of time, as one film each."""
    if by and not evidence:
        raise UsageError("--by goes with --evidence.")
    if blur_others and blur_all_else:
        raise UsageError("--blur-others and --blur-all-else exclude each other.")
    with desk_of(ctx).open("reading") as house:
        from omnisight_desktop.services.export.request import USUAL_NAMES, ExportRequest
        from omnisight_desktop.services.filename import Template

        request = ExportRequest(
            tuple(dict.fromkeys(_camera(house, name) for name in camera)),
            parse_time(since),
            parse_time(until),
            _drawn(draw or []),
            _hidden(blur_others, blur_all_else),
            keep=tuple(keep or ()),
            only=tuple(only or ()),
            sound=not no_sound,
            names=Template.parse(names) if names else USUAL_NAMES,
            by=by or "",
        )
        done = _export(house, request, out, evidence, _progress(as_json))
        _show(house, request, done, as_json)


def _export(
    house: House, request: ExportRequest, out: Path, evidence: bool, tell: Tell
) -> Exported:
    if not evidence:
        return house.exports.export(request, out, tell=tell)
    from dataclasses import replace

    from omnisight_desktop.config.load import open_safe
    from omnisight_desktop.services.evidence.account import account
    from omnisight_desktop.services.evidence.seal import Keys

    seal = Keys(house.paths, open_safe(house.paths)).seal()
    named = replace(request, by=request.by or account())
    return house.exports.export(named, out, seal=seal, tell=tell)


def _show(house: House, request: ExportRequest, done: Exported, as_json: bool) -> None:
    from omnisight_desktop.services.export.telling import told

    whole = told(done, request, house.cameras.names())
    for pause in whole["pauses"]:
        when = f"{clock(pause['start'])} to {clock(pause['end'])}"
        note(f"{pause['camera']}: nothing to be seen from {when}: {pause['reason']}.")
    for one in whole["unshown"]:
        note(
            f"{one['camera']}: the recording of {clock(one['start'])} is not in it: {one['reason']}."
        )
    for film in done.films:
        if film.silent:
            note(f"{film.file.name}: its sound is of a kind that could not be taken along.")
    if as_json:
        manifest = str(done.manifest) if done.manifest else None
        key = done.key_words or None
        put_json({"target": str(done.target), "manifest": manifest, "key": key, **whole})
        return
    if done.key_words:
        say(str(done.target))
        note(f"Films: {len(done.films)}. Sealed with the key: {done.key_words}.")
        note("Tell these words to whoever gets it, by telephone or in person.")
        return
    for film in done.films:
        say(str(film.file))


def _camera(house: House, name: str) -> str:
    place = house.cameras.find(name)
    if place is None:
        there = ", ".join(sorted(house.cameras.names().values())) or "none"
        raise NotFound(f"There is no camera '{name}'.", fix=f"There are: {there}.")
    return place.id


def _drawn(wanted: list[str]) -> frozenset[Draw]:
    from omnisight_desktop.services.export.request import Draw

    words = [word.strip() for text in wanted for word in text.split(",")]
    if words == ["all"]:
        return frozenset(Draw)
    try:
        return frozenset(Draw(word) for word in words)
    except ValueError as error:
        known = ", ".join(Draw)
        raise UsageError(
            f"{error.args[0].partition(' ')[0]} cannot be drawn.", fix=f"There is: {known}; or all."
        ) from error


def _hidden(others: bool, all_else: bool) -> Hide:
    from omnisight_desktop.services.export.request import Hide

    if all_else:
        return Hide.ALL_ELSE
    return Hide.OTHERS if others else Hide.NOBODY


def _progress(quiet: bool) -> Tell:
    """A line that is written over while a person looks on."""
    on = not quiet and sys.stderr.isatty()

    def tell(share: float) -> bool:
        if on:
            typer.echo(f"\r{share:4.0%}" + ("\n" if share >= 1 else ""), nl=False, err=True)
        return True

    return tell
