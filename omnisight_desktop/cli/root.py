"""The root command: global options, and the nouns, each imported only when it is used."""

from __future__ import annotations

import importlib
import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from omnisight_desktop import __version__
from omnisight_desktop.cli.desk import DONE, FAILED, INTERRUPTED, USAGE, Desk
from omnisight_desktop.core.errors import OmniSightError, UsageError

log = logging.getLogger(__name__)

#: Each command: the module that has it as ``app``, and what it does in a line.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "run": ("run", "Watch: the window, or headless."),
    "pause": ("pause", "Leave everybody unwatched for a while."),
    "disarm": ("disarm", "Have nobody told what happens, until it is armed again."),
    "arm": ("arm", "Have people told again what happens."),
    "serve": ("serve", "Watch without a window, and answer over HTTP."),
    "analyze": ("analyze", "Recordings, as fast as they decode."),
    "ask": ("ask", "Ask a question about what was seen."),
    "hear": ("hear", "What is said in a recording, and who is introduced."),
    "heard": ("heard", "What was said near the cameras, found by its words."),
    "cameras": ("cameras", "Add, list, try out and remove cameras."),
    "events": ("events", "Search, import, export and mark events."),
    "people": ("people", "Who is known: enroll, name, merge, split, forget."),
    "clips": ("clips", "List, export, seal and verify clips."),
    "export": ("export", "A stretch of time at some cameras, as films."),
    "footage": ("footage", "Continuous footage: list it, ask when anything moved somewhere."),
    "gestures": ("gestures", "Teach gestures by showing them; list, test, share, delete."),
    "notify": ("notify", "Be told what happens: channels, and what went by them."),
    "rules": ("rules", "Zones, lines and what is to be noticed there."),
    "cleanup": ("cleanup", "Remove what is past its time."),
    "track": ("track", "The tracker alone: boxes in, the same boxes with ids out."),
    "models": ("models", "Model files: list, pull, verify, import."),
    "settings": ("settings", "Show and change settings."),
    "db": ("db", "Database: upgrade, check, backup, restore."),
    "doctor": ("doctor", "The truth about this machine."),
    "bench": ("bench", "Measure ours beside the peers and the limit."),
}


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and loads only the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        stand_in = typer.Typer(add_completion=False)
        stand_in.command(cmd_name, help=COMMANDS[cmd_name][1])(_nothing)
        return get_command(stand_in)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and name in COMMANDS:
            module = importlib.import_module(f"omnisight_desktop.cli.{COMMANDS[name][0]}")
            command = get_command(module.app)
            command.name = name
        return name, command, rest


def build(wiring: Mapping[str, Callable[..., Any]]) -> Any:
    """The whole command line over a wired house."""
    app = typer.Typer(
        cls=LazyGroup,
        help="OmniSight: sees, remembers, answers, and stays home.",
        invoke_without_command=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def root(
        ctx: typer.Context,
        data: Annotated[
            Path | None,
            typer.Option("--data", metavar="DIR", help="Keep everything of one installation here."),
        ] = None,
        setting: Annotated[
            list[str] | None,
            typer.Option("--set", metavar="NAME=VALUE", help="A setting for this call only."),
        ] = None,
        version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    ) -> None:
        if version:
            typer.echo(__version__)
            raise typer.Exit(DONE)
        ctx.obj = Desk(wiring, data, _pairs(setting or []))
        if ctx.invoked_subcommand is None:
            module = importlib.import_module("omnisight_desktop.cli.run")
            module.watch(ctx.obj)

    return get_command(app)


def main(wiring: Mapping[str, Callable[..., Any]], arguments: list[str] | None = None) -> int:
    """Run one command; every known fault becomes two lines on standard error and an exit code."""
    command = build(wiring)
    try:
        result = command.main(args=arguments, prog_name="omnisight", standalone_mode=False)
    except SystemExit as stop:  # how the shell completion says that it is done
        return stop.code if isinstance(stop.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the rim: nobody is shown a traceback
        return _in_words(error)
    return result if isinstance(result, int) else DONE


def _in_words(error: Exception) -> int:
    """Say what went wrong and what to do; the exit code."""
    if isinstance(error, OmniSightError):
        typer.echo(f"omnisight: {error.reason}", err=True)
        if error.fix:
            typer.echo(f"  {error.fix}", err=True)
        return USAGE if isinstance(error, UsageError) else FAILED
    if isinstance(error, BrokenPipeError):  # the reader, such as `head`, had enough
        sys.stderr.close()
        return DONE
    show = getattr(error, "show", None)  # the command line's own usage errors
    if show is not None:
        show()
        return int(getattr(error, "exit_code", USAGE))
    log.debug("a command broke", exc_info=error)
    typer.echo(f"omnisight: Something unforeseen happened: {error!r}.", err=True)
    typer.echo("  Please report it; 'omnisight doctor' may tell more.", err=True)
    return FAILED


def _pairs(settings: list[str]) -> dict[str, str]:
    flags = {}
    for text in settings:
        name, sign, value = text.partition("=")
        if not sign:
            raise UsageError(f"'{text}' sets nothing.", fix="Write --set name=value.")
        flags[name.strip()] = value
    return flags


def _nothing() -> None:
    """Stands in for a command in the help."""
