"""``omnisight footage``: what was recorded without a break, what is missing, and when something moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.camera_words import area_of
from omnisight_desktop.cli.desk import JsonFlag, clock, desk_of, note, put_json, put_table, say
from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import UsageError

if TYPE_CHECKING:  # heavy, and not needed to print help
    from omnisight_desktop.core.segment import Segment
    from omnisight_desktop.services.footage import Moved

app = typer.Typer(
    help="Continuous footage: list it, ask when anything moved somewhere.", no_args_is_help=True
)

CameraName = Annotated[
    str | None, typer.Option("--camera", metavar="NAME", help="Of one camera only.")
]
Since = Annotated[str | None, typer.Option("--since", metavar="ISO", help="From then on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="ISO", help="Up to then.")]
_WEEK = timedelta(days=7)
_WHOLE = "0,0 1,0 1,1 0,1"


@app.command("list")
def list_footage(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    camera: CameraName = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="So many at most.")] = 60,
    gaps: Annotated[bool, typer.Option("--gaps", help="Also what is missing, and why.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """List pieces of footage, newest first.

    --json: {"footage": [{"id", "camera", "start", "end", "file", "bytes", "sha256", "motion_s",
    "objects", "loudness_dbfs", "tier": "fast|slow", "protected"}], "gaps": [{"camera", "start",
    "end", "reason"}] with --gaps, else [], "kept": [{"camera", "tier", "count", "bytes", "oldest",
    "newest"}]}.
    """
    begin, end = _moment(since), _moment(until)
    with desk_of(ctx).open("reading") as house:
        known = house.cameras.get(camera).id if camera else None
        names = house.cameras.names()
        found = house.footage.find(known, begin, end, limit=limit, newest_first=True)
        missing = house.footage.gaps(known, begin, end) if gaps else []
        kept = [one for one in house.footage.kept() if known in (None, one.camera)]
    rows = [_told(segment, names) for segment in found]
    holes = [
        {
            "camera": names.get(gap.camera, gap.camera),
            "start": _iso(gap.start),
            "end": _iso(gap.end),
            "reason": gap.reason,
        }
        for gap in missing
    ]
    if as_json:
        totals = [
            {
                "camera": names.get(one.camera, one.camera),
                "tier": one.tier.value,
                "count": one.count,
                "bytes": one.size_bytes,
                "oldest": _iso(one.oldest),
                "newest": _iso(one.newest),
            }
            for one in kept
        ]
        put_json({"footage": rows, "gaps": holes, "kept": totals})
        return
    if not rows:
        say("No footage.")
        note("Record with 'omnisight settings set footage.mode always'.")
    else:
        put_table(
            ["start", "length", "camera", "moved", "seen", "where", "id"], [_line(r) for r in rows]
        )
    for hole in holes:
        say(f"{clock(hole['start'])} to {clock(hole['end'])}  {hole['camera']}  {hole['reason']}")
    for one in kept:
        name = names.get(one.camera, one.camera)
        size = f"{one.size_bytes / 1e9:.2f} GB"
        note(f"{name}: {one.count} pieces, {size} on the {one.tier.value} disk.")


@app.command()
def search(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    camera: Annotated[str, typer.Argument(metavar="CAMERA", help="The camera's name.")],
    area: Annotated[
        str,
        typer.Option(
            "--area", metavar="'X,Y X,Y X,Y'", help="Corners from 0,0 (upper left) to 1,1."
        ),
    ] = _WHOLE,
    since: Since = None,
    until: Until = None,
    least_s: Annotated[
        float, typer.Option("--least", metavar="SECONDS", min=0, help="For so long at least.")
    ] = 0.0,
    as_json: JsonFlag = False,
) -> None:
    """When did anything move in this area? The last week unless told otherwise; oldest first.

    The answer is exact to a piece of footage, which is a minute unless set otherwise.

    --json: {"camera", "moved": [{"start", "end", "seconds", "footage": [id…]}]}.
    """
    end = _moment(until) or datetime.now(UTC)
    begin = _moment(since) or end - _WEEK
    corners = area_of(area)
    if not all(0 <= x <= 1 and 0 <= y <= 1 for x, y in corners):
        raise UsageError("A corner of the area lies outside the picture.", fix="Write 0 to 1.")
    with desk_of(ctx).open("reading") as house:
        place = house.cameras.get(camera)
        found = house.footage.search(place.id, corners, begin, end, least_s=least_s)
    if as_json:
        put_json({"camera": place.name, "moved": [_moved(one) for one in found]})
        return
    if not found:
        say("Nothing moved there, as far as was recorded.")
    for one in found:
        told = _moved(one)
        say(f"{clock(told['start'])} to {clock(told['end'])}  moved for {one.seconds:g} s or more")


@app.command()
def keep(
    ctx: typer.Context,
    camera: Annotated[str, typer.Argument(metavar="CAMERA", help="The camera's name.")],
    mode: Annotated[
        str | None, typer.Option("--mode", help="off, always, motion, schedule, or usual.")
    ] = None,
    hours: Annotated[
        list[str] | None,
        typer.Option("--hours", metavar="'mon-fri 08:00-18:00'", help="For schedule; repeatable."),
    ] = None,
    days: Annotated[
        float | None, typer.Option("--days", min=0, help="Keep it so long; 0 for as usual.")
    ] = None,
    gb: Annotated[
        float | None, typer.Option("--gb", min=0, help="Keep so much of it; 0 for as usual.")
    ] = None,
) -> None:
    """Say for one camera when it is recorded and how much is kept; the rest is as usual.

    The usual is set by the settings of 'footage' and 'retention'. A running program takes it up.
    """
    told: dict[str, Any] = {
        "recording": None if mode is None else mode.replace("usual", ""),
        "record_hours": None if hours is None else tuple(hours),
        "keep_days": days,
        "keep_gb": gb,
    }
    said = {name: value for name, value in told.items() if value is not None}
    if not said:
        raise UsageError("Nothing is to be changed.", fix="See 'omnisight footage keep --help'.")
    for name in ("keep_days", "keep_gb"):
        if said.get(name) == 0:
            said[name] = None
    with desk_of(ctx).open("writing") as house:
        known = house.cameras.get(camera)
        saved = house.cameras.change(known, options=replace(known.options, **said))
        options = saved.camera.options
        recorded = options.recording or house.settings.footage.mode
    say(f"'{saved.camera.name}' is recorded: {recorded}.")


@app.command()
def protect(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="Pieces of footage.")],
    off: Annotated[bool, typer.Option("--off", help="Protect them no longer.")] = False,
) -> None:
    """Have pieces stay, however old they are and however full the disk is."""
    with desk_of(ctx).open("writing") as house:
        changed = house.footage.protect(ids, on=not off)
    say(f"{len(changed)} pieces are {'no longer protected' if off else 'protected'}.")


@app.command()
def move(ctx: typer.Context) -> None:
    """Move older footage to the slow place now; a running program does so by itself."""
    with desk_of(ctx).open("writing") as house:
        if house.settings.footage.slow_dir is None:
            raise UsageError(
                "There is no slow place.", fix="Name one: settings set footage.slow_dir DIR."
            )
        done = house.tiers.move()
    say(f"{done.count} pieces moved ({done.size_bytes / 1e9:.2f} GB).")
    if done.in_use:
        note(f"{done.in_use} are being read just now and stay for this time.")
    if done.trouble is not None:
        raise done.trouble


def _told(segment: Segment, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": segment.id,
        "camera": names.get(segment.camera, segment.camera),
        "start": _iso(segment.start),
        "end": _iso(segment.end),
        "file": segment.path,
        "bytes": segment.size_bytes,
        "sha256": segment.sha256,
        "motion_s": segment.motion_s,
        "objects": segment.objects,
        "loudness_dbfs": segment.loudness_dbfs,
        "tier": segment.tier.value,
        "protected": segment.protected,
    }


def _line(row: dict[str, Any]) -> list[str]:
    length = datetime.fromisoformat(row["end"]) - datetime.fromisoformat(row["start"])
    return [
        clock(row["start"]),
        f"{length.total_seconds():.0f} s",
        row["camera"],
        f"{row['motion_s']:.0f} s" if row["motion_s"] else "",
        str(row["objects"] or ""),
        row["tier"],
        row["id"],
    ]


def _moved(one: Moved) -> dict[str, Any]:
    return {
        "start": _iso(one.start),
        "end": _iso(one.end),
        "seconds": one.seconds,
        "footage": list(one.segments),
    }


def _moment(text: str | None) -> datetime | None:
    return parse_time(text) if text else None


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
