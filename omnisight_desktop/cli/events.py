"""``omnisight events``: search, import and export what was remembered."""

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
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.services.house import House
from omnisight_desktop.services.wanted import wanted_events
from omnisight_desktop.storage.events import EventFilter

app = typer.Typer(help="Search, import and export events.", no_args_is_help=True)

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
