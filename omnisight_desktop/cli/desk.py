"""What every command finds on its desk: where the data lies, how to speak, and the wired house."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:  # the house is heavy; a command that only prints help never opens it
    from omnisight_desktop.config.paths import Paths
    from omnisight_desktop.config.schema import Settings

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

_PIPE_WIDTH = 200

JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


@dataclass(frozen=True, slots=True)
class Desk:
    """The options before the command, and the doors that ``__main__`` handed in."""

    wiring: Mapping[str, Callable[..., Any]]
    data: Path | None = None
    flags: Mapping[str, Any] = field(default_factory=dict)

    def paths(self) -> Paths:
        """Where this installation keeps its things."""
        from omnisight_desktop.config.load import find_paths

        return find_paths(self.data)

    def settings(self) -> Settings:
        """The settings as they hold for this call."""
        from omnisight_desktop.config.load import load

        return load(self.paths(), flags=self.flags)

    def open(self, door: str, **options: Any) -> Any:
        """Enter the wired house through one of its doors, such as ``services`` or ``run``."""
        return self.wiring[door](self.paths(), self.settings(), **options)


def desk_of(ctx: typer.Context) -> Desk:
    """The desk of the running command."""
    desk = ctx.find_object(Desk)
    if desk is None:
        raise RuntimeError("the command was not started through the root command")
    return desk


def say(text: str) -> None:
    """A line for a person, on standard output."""
    typer.echo(text)


def note(text: str) -> None:
    """A line that is not the answer itself, on standard error."""
    typer.echo(text, err=True)


def put_json(value: Any) -> None:
    """The answer for a program: one JSON document on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def put_line(value: Any) -> None:
    """One of several answers for a program: a JSON document a line."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def put_table(columns: list[str], rows: list[list[str]]) -> None:
    """A table for a person; long cells wrap, none is cut off."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console = Console()
    # A pipe has no width of its own; nothing is to be broken for it.
    Console(width=console.width if console.is_terminal else _PIPE_WIDTH).print(table)


def clock(moment: str) -> str:
    """A moment of a JSON answer as a person reads it, in their own zone."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M:%S}"
