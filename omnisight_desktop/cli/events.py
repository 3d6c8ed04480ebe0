"""``omnisight events``: search, import and export what was remembered, and say what was a mistake.

With ``--json`` ``mark`` prints ``{"marked": MARK}`` or ``{"taken_back": [MARK]}``, and ``marks``
``{"marks": [MARK]}``, where MARK is ``{"id", "camera", "not", "track", "places", "floor", "marked",
"until", "in_force"}``: places are boxes as 0..1 of the picture, and more certainty than the floor is
asked there until then.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, BinaryIO

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
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.mistake import Mistake
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.services.house import House
from omnisight_desktop.services.mistakes import mark_json
from omnisight_desktop.services.wanted import wanted_events
from omnisight_desktop.storage.events import EventFilter

app = typer.Typer(help="Search, import, export and mark events.", no_args_is_help=True)

Camera = Annotated[str | None, typer.Option("--camera", metavar="NAME")]
Person = Annotated[str | None, typer.Option("--person", metavar="NAME")]
Type = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="For example: appeared.")]
Label = Annotated[str | None, typer.Option("--label", metavar="LABEL", help="For example: person.")]
Zone = Annotated[str | None, typer.Option("--zone", metavar="NAME")]
Text = Annotated[str | None, typer.Option("--text", metavar="WORDS", help="Said or described.")]
Since = Annotated[str | None, typer.Option("--since", metavar="ISO")]
Until = Annotated[str | None, typer.Option("--until", metavar="ISO")]


_COLUMNS = ("start", "camera", "type", "label", "person", "text", "id")
_STORY_COLUMNS = ("start", "end", "camera", "type", "label", "person", "seen", "events", "id")


@app.command("list")
def list_events(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    camera: Camera = None,
    person: Person = None,
    type_: Type = None,
    label: Label = None,
    zone: Zone = None,
    text: Text = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000)] = 50,
    after: Annotated[
        str | None, typer.Option("--after", metavar="CURSOR", help="Go on from 'next'.")
    ] = None,
    stories: Annotated[
        bool, typer.Option("--stories", help="One line a visit: its first event stands for it.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """List events, newest first."""
    with desk_of(ctx).open("reading") as house:
        wanted = wanted_events(house, camera, person, since, until)
        wanted = wanted.narrowed(type=type_, label=label, zone=zone, text=text)
        rows, next_ = _page(house, wanted, after, limit, stories=stories)
    what, columns = ("stories", _STORY_COLUMNS) if stories else ("events", _COLUMNS)
    if as_json:
        put_json({what: rows, "next": next_})
        return
    if not rows:
        say(f"No {what}.")
        return
    put_table(list(columns), [[_cell(row, column) for column in columns] for row in rows])
    if next_:
        note(f"More: --after {next_}")


@app.command("like")
def like_event(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    event: Annotated[str, typer.Argument(help="The id of an event.")],
    camera: Camera = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100)] = 10,
    as_json: JsonFlag = False,
) -> None:
    """List events that look like this one, or are told of like it; the most alike first."""
    with desk_of(ctx).open("reading") as house:
        wanted = wanted_events(house, camera, None, since, until)
        found = house.search.like(event, wanted, limit)
        rows = house.events.as_json([match.event for match in found])
        lacking = house.search.lacking()
    if as_json:
        put_json({"events": rows, "note": lacking})
        return
    if rows:
        put_table(list(_COLUMNS), [[_cell(row, column) for column in _COLUMNS] for row in rows])
    else:
        say("No match.")
    if lacking:
        note(lacking)


@app.command("import")
def import_events(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="JSON Lines; - for standard input.")],
    atomic: Annotated[bool, typer.Option("--atomic", help="All lines or none.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Take in events, one JSON object a line. A bad line is reported and the rest goes in."""
    with _opened(file) as lines, desk_of(ctx).open("writing") as house:
        report = house.events.import_lines(lines, atomic=atomic)
    problems = [{"line": p.line, "reason": p.reason} for p in report.problems]
    if as_json:
        put_json({"imported": report.imported, "problems": problems})
    else:
        say(f"{report.imported} events imported.")
        for problem in report.problems:
            note(f"line {problem.line}: {problem.reason}")
    if report.problems:
        raise typer.Exit(FAILED)


@app.command("export")
def export_events(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="JSON Lines; - for standard output.")],
    camera: Camera = None,
    person: Person = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write events, one JSON object a line, newest first."""
    with desk_of(ctx).open("reading") as house:
        lines = house.events.export_lines(wanted_events(house, camera, person, since, until))
        if str(file) == "-":
            for line in lines:
                say(line)
            return
        count = _write(file, lines)
    note(f"{count} events written to {file}.")


@app.command("mark")
def mark_event(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="ID", help="An event, a track, or a mark.")],
    not_: Annotated[
        str | None, typer.Option("--not", metavar="LABEL", help="What it was not: person.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take it back.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Say that an event was no person, so that the detector asks for more certainty just there."""
    if (not_ is None) is not undo:
        raise UsageError("Say what it was not, or take it back.", fix="--not person, or --undo.")
    with desk_of(ctx).open("writing") as house:
        marks = house.mistakes.unmark(what) if undo else [house.mistakes.mark(what, str(not_))]
        rows = [_mark(house, mark) for mark in marks]
    if as_json:
        put_json({"taken_back": rows} if undo else {"marked": rows[0]})
        return
    for row in rows:
        if undo:
            say(f"Taken back: {row['camera']} is looked at as before where it was no {row['not']}.")
            continue
        where = "that place" if len(row["places"]) == 1 else f"{len(row['places'])} places"
        say(
            f"Marked as no {row['not']}: from now on {row['camera']} asks for a certainty of"
            f" {row['floor']:.2f} at {where}, until {clock(row['until'])[:10]}."
        )
        say(f"Take it back with 'omnisight events mark {row['id']} --undo'.")


@app.command("marks")
def list_marks(ctx: typer.Context, camera: Camera = None, as_json: JsonFlag = False) -> None:
    """List what was marked as a mistake, newest first."""
    with desk_of(ctx).open("reading") as house:
        wanted = house.cameras.get(camera).id if camera else None
        rows = [_mark(house, mark) for mark in house.mistakes.all(wanted)]
    if as_json:
        put_json({"marks": rows})
        return
    if not rows:
        say("Nothing was marked.")
        return
    columns = ["marked", "camera", "not", "asks for", "until", "track", "id"]
    cells = [
        [
            clock(row["marked"]),
            row["camera"],
            row["not"],
            f"{row['floor']:.2f}",
            clock(row["until"])[:10] if row["in_force"] else "forgotten",
            row["track"],
            row["id"],
        ]
        for row in rows
    ]
    put_table(columns, cells)


def _mark(house: House, mark: Mistake) -> dict[str, Any]:
    told = mark_json(mark, house.events.names())
    return {**told, "in_force": house.mistakes.in_force(mark)}


def _page(
    house: House, wanted: EventFilter, after: str | None, limit: int, *, stories: bool
) -> tuple[list[dict[str, Any]], str | None]:
    """One page, in the shape that programs rely on."""
    if stories:
        told = house.events.stories(wanted, cursor=after, limit=limit)
        return house.events.stories_as_json(told.stories), told.next
    page = house.events.page(wanted, cursor=after, limit=limit)
    return house.events.as_json(page.events), page.next


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = file.open("rb")
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error
    with stream:
        yield stream


def _write(file: Path, lines: Iterable[str]) -> int:
    count = 0
    with whole_file(file) as part, part.open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(line + "\n")
            count += 1
    return count


def _cell(row: dict[str, object], name: str) -> str:
    value = row[name]
    if value is None:
        return ""
    if name in ("start", "end"):
        return clock(str(value))
    if name == "events":
        return str(len(value)) if isinstance(value, list) else ""
    return value if isinstance(value, str) else json.dumps(value)
