"""``omnisight rules``: zones, lines and what is to be noticed there; tried on what is stored."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import JsonFlag, clock, desk_of, note, put_json, put_table, say
from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import NotFound, UsageError

if TYPE_CHECKING:  # heavy, and not needed to print help
    from omnisight_desktop.rules.rule import Rulebook
    from omnisight_desktop.rules.simulate import Outcome
    from omnisight_desktop.services.house import House

app = typer.Typer(help="Zones, lines and what is to be noticed there.", no_args_is_help=True)

CameraName = Annotated[str, typer.Argument(metavar="CAMERA", help="The camera's name.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A rulebook as JSON.")]
_WEEK = timedelta(days=7)


@app.command()
def show(ctx: typer.Context, camera: CameraName, as_json: JsonFlag = False) -> None:
    """Show the rulebook of a camera.

    --json: {"camera", "zones": [{"name", "corners": [[x, y], …] as 0..1 of the picture}], "lines":
    [{"name", "points"}], "rules": [{"id", "name", "when": {…}, "labels", "been_in", "least",
    "schedule", "cool_down_s", "enabled", "people": ids of those whom alone it is about}]}; without
    it the same, for a file to be edited, in which people may be named.
    """
    from omnisight_desktop.rules.written import rulebook_to_dict

    with desk_of(ctx).open("reading") as house:
        book = house.rules.book(house.cameras.get(camera).id)
    told = rulebook_to_dict(book)
    if not as_json and not book.rules:
        note(
            "There are no rules yet. Write some into a file and take it with 'omnisight rules set'."
        )
    put_json(told)


@app.command("set")
def set_rules(ctx: typer.Context, camera: CameraName, file: File) -> None:
    """Take the rulebook in a file for a camera; a running program follows it within seconds."""
    with desk_of(ctx).open("reading") as house:
        book = _book(house, camera, file)
        house.rules.keep(book)
        place = house.rules.file_of(book.camera)
    say(
        f"{len(book.rules)} rules, {len(book.zones)} zones and {len(book.lines)} lines for {camera}."
    )
    note(f"They lie in {place}.")


@app.command()
def remove(ctx: typer.Context, camera: CameraName) -> None:
    """Forget the rules of a camera."""
    with desk_of(ctx).open("reading") as house:
        gone = house.rules.drop(house.cameras.get(camera).id)
    say(f"The rules of {camera} are gone." if gone else f"There were no rules for {camera}.")


@app.command("try")
def try_rules(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    camera: CameraName,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Without it: the rules in force.")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="ISO")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="ISO")] = None,
    shape: Annotated[
        str, typer.Option("--shape", metavar="W:H", help="Width to height of its pictures.")
    ] = "16:9",
    as_json: JsonFlag = False,
) -> None:
    """What rules would have noticed in the paths that are stored; the last week unless told otherwise.

    --json: {"hits": [{"rule", "what", "place", "since", "at", "track", "label", "count"}],
    "counted": {rule: {"in", "out"}}, "points"}.
    """
    end = parse_time(until) if until else datetime.now(UTC)
    begin = parse_time(since) if since else end - _WEEK
    with desk_of(ctx).open("reading") as house:
        known = house.cameras.find(camera)
        if known is None:
            raise _unknown(house, camera)
        book = _book(house, camera, file) if file else house.rules.book(known.id)
        outcome = house.rules.simulate(book, begin, end, _shape(shape))
    _tell(outcome, as_json=as_json)


@app.command()
def counts(
    ctx: typer.Context,
    camera: CameraName,
    since: Annotated[str | None, typer.Option("--since", metavar="ISO")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="ISO")] = None,
    as_json: JsonFlag = False,
) -> None:
    """How often lines were crossed, hour by hour; the last week unless told otherwise.

    --json: {"hours": [{"hour", "rule", "line", "in", "out"}], "total": {rule: {"in", "out"}}}.
    """
    end = parse_time(until) if until else datetime.now(UTC)
    begin = parse_time(since) if since else end - _WEEK
    with desk_of(ctx).open("reading") as house:
        known = house.cameras.find(camera)
        if known is None:
            raise _unknown(house, camera)
        hours = house.rules.counted(known.id, begin, end)
    total: dict[str, dict[str, int]] = {}
    for one in hours:
        sums = total.setdefault(one.rule, {"in": 0, "out": 0})
        sums["in"], sums["out"] = sums["in"] + one.inward, sums["out"] + one.outward
    told: list[dict[str, Any]] = [
        {
            "hour": one.hour.isoformat(),
            "rule": one.rule,
            "line": one.line,
            "in": one.inward,
            "out": one.outward,
        }
        for one in hours
    ]
    if as_json:
        put_json({"hours": told, "total": total})
        return
    if told:
        rows = [[clock(h["hour"]), h["rule"], h["line"], str(h["in"]), str(h["out"])] for h in told]
        put_table(["hour", "rule", "line", "in", "out"], rows)
    for rule, sums in total.items():
        say(f"{rule}: {sums['in']} in, {sums['out']} out")
    if not told:
        note("Nothing was counted in that time. Rules of the type 'cross' count.")


def _unknown(house: House, camera: str) -> NotFound:
    there = ", ".join(sorted(house.cameras.names().values())) or "none"
    return NotFound(f"There is no camera '{camera}'.", fix=f"There are: {there}.")


def _book(house: House, camera: str, file: Path) -> Rulebook:
    from omnisight_desktop.services.rules import read_book
    from omnisight_desktop.services.whom import by_ids

    place = house.cameras.find(camera)
    if place is None:
        raise _unknown(house, camera)
    try:
        return by_ids(house.people, read_book(file, place.id))
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {file}.") from error


def _shape(told: str) -> tuple[float, float]:
    try:
        width, height = (float(part) for part in told.split(":"))
    except ValueError:
        width = height = 0.0
    if not (0 < width < 1e5 and 0 < height < 1e5):
        raise UsageError(f"'{told}' is no shape of a picture.", fix="Say it as 16:9.")
    return width, height


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    hits: list[dict[str, Any]] = [
        {
            "rule": hit.rule,
            "what": str(hit.what),
            "place": hit.place,
            "since": hit.since.isoformat(),
            "at": hit.at.isoformat(),
            "track": hit.track,
            "label": hit.label,
            "count": hit.count,
        }
        for hit in outcome.hits
    ]
    counted = {
        rule: {"in": count.inward, "out": count.outward} for rule, count in outcome.counted.items()
    }
    if as_json:
        put_json({"hits": hits, "counted": counted, "points": outcome.points})
        return
    if hits:
        put_table(
            ["at", "rule", "what", "where", "who", "count"],
            [
                [
                    clock(h["at"]),
                    h["rule"],
                    h["what"],
                    h["place"],
                    h["label"] or "",
                    str(h["count"]),
                ]
                for h in hits
            ],
        )
    for rule, count in counted.items():
        say(f"{rule}: {count['in']} in, {count['out']} out")
    note(f"{len(hits)} times, in {outcome.points} points of stored paths.")
