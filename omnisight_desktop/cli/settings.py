"""``omnisight settings``: what is set, by whom, and what it means; and changing it."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from omnisight_desktop.cli.desk import Desk, JsonFlag, desk_of, note, put_json, put_table, say
from omnisight_desktop.core.errors import NotFound, UsageError

app = typer.Typer(help="Show and change settings.", no_args_is_help=True)
secret = typer.Typer(help="Keys and passwords; they are never shown.", no_args_is_help=True)
app.add_typer(secret, name="secret")

KeyName = Annotated[str, typer.Argument(metavar="KEY", help="Such as detection.score.")]
SecretName = Annotated[str, typer.Argument(metavar="NAME", help="Such as anthropic.")]

_LONGEST = 20_000


@app.command("list")
def list_settings(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """List every setting with its value and who says so.

    --json: {"file": path, "settings": [{"key", "title", "description", "type", "default",
    "value", "source": "default|file|environment|flag", "where", "choices", "least", "most"}]}.
    """
    found = _preferences(desk_of(ctx)).describe()
    if as_json:
        file = str(_preferences(desk_of(ctx)).file)
        put_json({"file": file, "settings": [one.to_json() for one in found]})
        return
    rows = [[one.key.name, _words(one.value), one.source.value, one.key.title] for one in found]
    put_table(["setting", "value", "from", "meaning"], rows)


@app.command("get")
def get_setting(ctx: typer.Context, key: KeyName, as_json: JsonFlag = False) -> None:
    """Print one value. --json: the same object as in 'list'."""
    found = _preferences(desk_of(ctx)).get(key)
    if as_json:
        put_json(found.to_json())
    else:
        say(_words(found.value))


@app.command("set")
def set_setting(
    ctx: typer.Context,
    key: KeyName,
    value: Annotated[str, typer.Argument(help="A list is written as person,car.")],
    as_json: JsonFlag = False,
) -> None:
    """Write one setting to the settings file. --json: the setting as it stands now."""
    preferences = _preferences(desk_of(ctx))
    _tell(preferences, preferences.set(key, value), as_json)


@app.command("reset")
def reset_setting(ctx: typer.Context, key: KeyName, as_json: JsonFlag = False) -> None:
    """Take one setting out of the settings file, so that its default holds again.

    --json: the setting as it stands now, or null for a name that was none.
    """
    preferences = _preferences(desk_of(ctx))
    _tell(preferences, preferences.reset(key), as_json)


@app.command()
def path(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """Print where the settings file is. --json: {"settings": path, "data": folder}."""
    paths = desk_of(ctx).paths()
    if as_json:
        put_json({"settings": str(paths.settings_file), "data": str(paths.root)})
    else:
        say(str(paths.settings_file))


@secret.command("set")
def set_secret(ctx: typer.Context, name: SecretName, as_json: JsonFlag = False) -> None:
    """Keep a secret; it is asked for, or read from standard input.

    --json: {"name", "reference", "where"}.
    """
    from omnisight_desktop.services.settings import Secret

    kept = _preferences(desk_of(ctx)).keep_secret(name, Secret(_ask(name)))
    if as_json:
        put_json({"name": name, "reference": str(kept.reference), "where": kept.words})
    else:
        say(f"'{name}' is kept {kept.words}.")
        say(f"Settings call it {kept.reference}.")


@secret.command("forget")
def forget_secret(ctx: typer.Context, name: SecretName, as_json: JsonFlag = False) -> None:
    """Erase a secret wherever it lies. --json: {"name", "forgotten": true}."""
    if not _preferences(desk_of(ctx)).forget_secret(name):
        raise NotFound(f"There is no secret '{name}'.")
    if as_json:
        put_json({"name": name, "forgotten": True})
    else:
        say(f"'{name}' is forgotten.")


def _preferences(desk: Desk) -> Any:
    from omnisight_desktop.services.settings import Preferences

    return Preferences(desk.paths(), flags=desk.flags)


def _tell(preferences: Any, now: Any, as_json: bool) -> None:
    if as_json:
        put_json(None if now is None else now.to_json())
    elif now is not None:
        say(f"{now.key.name} = {_words(now.value)}")
    if now is not None and now.key.name == "people.recognise_faces" and now.value is True:
        note("Bystanders' faces are compared, too: tell whoever can be seen, and mind the law.")
    if now is not None and now.source.value in ("environment", "flag"):
        note(f"{now.where} wins over the settings file.")
    if preferences.needs_restart():
        note("OmniSight is running; it takes this up at its next start.")


def _words(value: Any) -> str:
    if value is None or value == "":
        return "-"
    if isinstance(value, list):
        return ", ".join(one if isinstance(one, str) else one["name"] for one in value)
    return value if isinstance(value, str) else json.dumps(value)


def _ask(name: str) -> str:
    """The secret, from a person who types unseen, or from a program's pipe."""
    if sys.stdin.isatty():
        return str(typer.prompt(f"Secret for '{name}'", hide_input=True, err=True)).strip()
    try:
        text = sys.stdin.read(_LONGEST)
    except UnicodeDecodeError:
        text = ""
    if not text.strip():
        raise UsageError(
            "No secret came in.", fix=f"Such as: omnisight settings secret set {name} < FILE"
        )
    return text.strip()
