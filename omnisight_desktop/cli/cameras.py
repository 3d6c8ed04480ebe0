"""``omnisight cameras``: what is watched; adding, trying out, changing and removing cameras."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.camera_words import (
    CLEARABLE,
    Audio,
    DetectorName,
    Fps,
    KeysWhenIdle,
    Labels,
    Listen,
    LoginName,
    Masks,
    Record,
    Scores,
    Smallest,
    Way,
    cleared,
    particulars_of,
    password_for,
    state_of,
    told_options,
    tried_json,
    tried_line,
)
from omnisight_desktop.cli.desk import (
    FAILED,
    Desk,
    JsonFlag,
    desk_of,
    note,
    put_json,
    put_table,
    say,
)
from omnisight_desktop.core.camera import Camera, CameraOptions
from omnisight_desktop.core.errors import StorageError, UsageError

if TYPE_CHECKING:  # heavy, and not needed to print help
    from omnisight_desktop.services.cameras import Saved
    from omnisight_desktop.services.house import House

app = typer.Typer(help="Add, list, try out, change and remove cameras.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The camera's name or id.")]
Address = Annotated[
    str,
    typer.Argument(
        metavar="ADDRESS",
        help="rtsp://HOST/PATH, http://HOST/PATH, axis://HOST, webcam:0, a folder, a file, "
        "replay:FILE or demo:.",
    ),
]

_STATUS_S = 2.0


@app.command("list")
def list_cameras(
    ctx: typer.Context,
    everything: Annotated[
        bool, typer.Option("--all", help="Also names that only old events know.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """List cameras. Passwords are never shown.

    --json: {"cameras": [{"id", "name", "enabled", "address", "kind", "roles": {"detect", "record",
    "audio"}, "password": where it lies or null, "options": {"transport", "keys_when_idle",
    "detector", "fps", "labels", "scores", "smallest", "recording", "record_hours", "keep_days",
    "keep_gb", "masks"}, "live": {"state", "since",
    "reason", "fix", "quality", "decoding"} or null where nothing runs}]}.
    """
    desk = desk_of(ctx)
    live = _live(desk)
    with desk.open("reading") as house:
        cameras = house.cameras.all() if everything else house.cameras.present()
        rows = [_told(house, camera, live.get(camera.id)) for camera in cameras]
    if as_json:
        put_json({"cameras": rows})
        return
    if not rows:
        say("No cameras.")
        note("Add one with 'omnisight cameras add ADDRESS'.")
        return
    put_table(
        ["name", "state", "address", "particulars"],
        [[row["name"], state_of(row), row["address"] or "", particulars_of(row)] for row in rows],
    )


@app.command()
def add(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    address: Address,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call it.")
    ] = None,
    record: Record = None,
    audio: Audio = None,
    login: LoginName = None,
    transport: Way = None,
    keys_when_idle: KeysWhenIdle = None,
    listen: Listen = None,
    fps: Fps = None,
    labels: Labels = None,
    scores: Scores = None,
    smallest: Smallest = None,
    masks: Masks = None,
    detector: DetectorName = None,
    as_json: JsonFlag = False,
) -> None:
    """Watch a camera from now on.

    A password in an address goes to the keyring, or to a file that only you may read; what the
    shell remembers of this line it goes on remembering, so '--login NAME' is better.

    --json: {"camera": as in 'list', "password": {"reference", "where"} or null, "running": bool}.
    """
    told = told_options(
        {
            "record_uri": record,
            "audio_uri": audio,
            "transport": transport,
            "only_keys_when_idle": keys_when_idle,
            "listen": listen,
            "fps": fps,
            "labels": labels,
            "scores": scores,
            "smallest": smallest,
            "masks": masks,
            "detector": detector,
        }
    )
    whole = _logged_in(address, login)
    with desk_of(ctx).open("writing") as house:
        saved = house.cameras.add(whole, name, replace(CameraOptions(), **told))
        _tell(house, saved, "is watched", as_json)
    if not as_json:
        note(f"Whether it works: omnisight cameras test '{saved.camera.name}'")


@app.command()
def edit(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    camera: Name,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call it.")
    ] = None,
    address: Annotated[
        str | None, typer.Option("--address", metavar="ADDRESS", help="Where it is now.")
    ] = None,
    record: Record = None,
    audio: Audio = None,
    login: LoginName = None,
    transport: Way = None,
    keys_when_idle: KeysWhenIdle = None,
    listen: Listen = None,
    fps: Fps = None,
    labels: Labels = None,
    scores: Scores = None,
    smallest: Smallest = None,
    masks: Masks = None,
    detector: DetectorName = None,
    clear: Annotated[
        list[str] | None,
        typer.Option(
            "--clear", metavar="WHAT", help=f"As usual again: {', '.join(CLEARABLE)}; repeatable."
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Change what is said; the rest stays. What is seen stays under the same camera.

    --json: as 'add'.
    """
    told = cleared(clear or ()) | told_options(
        {
            "record_uri": record,
            "audio_uri": audio,
            "transport": transport,
            "only_keys_when_idle": keys_when_idle,
            "listen": listen,
            "fps": fps,
            "labels": labels,
            "scores": scores,
            "smallest": smallest,
            "masks": masks,
            "detector": detector,
        }
    )
    if not told and not (name or address or login):
        raise UsageError("Nothing is to be changed.", fix="See 'omnisight cameras edit --help'.")
    with desk_of(ctx).open("writing") as house:
        known = house.cameras.get(camera)
        saved = house.cameras.change(
            known,
            name=name,
            address=address,
            login=(login, password_for(login)) if login else None,
            options=replace(known.options, **told),
        )
        _tell(house, saved, "is changed", as_json)


@app.command("test")
def try_out(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="ADDRESS|NAME", help="A camera, or an address.")],
    snapshot: Annotated[
        Path | None,
        typer.Option("--snapshot", metavar="FILE", help="Save the first picture, as .jpg or .png."),
    ] = None,
    login: LoginName = None,
    transport: Way = None,
    as_json: JsonFlag = False,
) -> None:
    """Call a camera and say what comes. A password is tried once.

    --json: {"ok", "camera": name or null, "streams": [{"address", "roles", "ok", "width", "height",
    "codec", "fps": measured, "sound": codec or null, "heard", "latency_s": to the first picture,
    "reason", "fix"}], "snapshot": path or null}.
    """
    with desk_of(ctx).open("reading") as house:
        camera = house.cameras.find(what)
        known = camera if camera is not None and camera.uri and login is None else None
        tests = house.cameras.test(known or _logged_in(what, login), transport)
    saved = None
    if snapshot is not None and tests[0].picture is not None:
        from omnisight_desktop.services.trial import save_picture

        saved = save_picture(tests[0].picture, snapshot)
    streams, well = [tried_json(one) for one in tests], all(one.ok for one in tests)
    if as_json:
        name = known.name if known else None
        path = str(saved) if saved else None
        put_json({"ok": well, "camera": name, "streams": streams, "snapshot": path})
    else:
        for stream in streams:
            say(tried_line(stream))
        if saved:
            say(f"The first picture is in {saved}.")
    if not well:
        raise typer.Exit(FAILED)


@app.command()
def enable(ctx: typer.Context, camera: Name, as_json: JsonFlag = False) -> None:
    """Watch a camera again. --json: as 'add'."""
    _switch(ctx, camera, as_json, on=True)


@app.command()
def disable(ctx: typer.Context, camera: Name, as_json: JsonFlag = False) -> None:
    """Leave a camera alone until it is enabled again. --json: as 'add'."""
    _switch(ctx, camera, as_json, on=False)


@app.command()
def remove(ctx: typer.Context, camera: Name, as_json: JsonFlag = False) -> None:
    """Forget where a camera is and its password. What was seen there stays, under its name.

    --json: {"removed": {"id", "name"}}.
    """
    with desk_of(ctx).open("writing") as house:
        removed = house.cameras.remove(house.cameras.get(camera))
    if as_json:
        put_json({"removed": {"id": removed.id, "name": removed.name}})
    else:
        say(f"'{removed.name}' is removed. What was seen there stays until it is past its time.")


def _switch(ctx: typer.Context, camera: str, as_json: bool, *, on: bool) -> None:
    from omnisight_desktop.services.cameras import Saved

    with desk_of(ctx).open("writing") as house:
        changed = house.cameras.enable(house.cameras.get(camera), on)
        _tell(house, Saved(changed), "is watched" if on else "is left alone", as_json)


def _tell(house: House, saved: Saved, what: str, as_json: bool) -> None:
    from omnisight_desktop.services.keeper import OwnersKeeper

    running = isinstance(house.keeper, OwnersKeeper)
    if as_json:
        kept = saved.kept
        place = {"reference": str(kept.reference), "where": kept.words} if kept else None
        put_json(
            {"camera": _told(house, saved.camera, None), "password": place, "running": running}
        )
        return
    when = "from now on" if running else "from the next start of 'omnisight run' on"
    say(f"'{saved.camera.name}' {what}, {when}.")
    if saved.kept is not None:
        say(f"Its password is kept {saved.kept.words}.")


def _told(house: House, camera: Camera, live: Any) -> dict[str, Any]:
    from omnisight_desktop.services.particulars import camera_json

    addresses = house.cameras.places(camera) if camera.uri else {}
    return camera_json(camera, addresses, live)


def _logged_in(address: str, login: str | None) -> str:
    """The address with the login that was asked for."""
    if login is None:
        return address
    from omnisight_desktop.capture.address import Kind, kind_of, with_login

    if kind_of(address) not in (Kind.STREAM, Kind.AXIS):
        raise UsageError("Nobody logs in there.", fix="Leave '--login' out.")
    return with_login(address, login, password_for(login))


def _live(desk: Desk) -> dict[str, Any]:
    """How the cameras are doing, where a program runs and tells."""
    from omnisight_desktop.flow.door import knock

    try:
        states = knock(desk.paths().door, "status", {}, _STATUS_S).get("states", {})
        return dict(states)
    except (StorageError, UsageError, AttributeError, ValueError, TypeError):
        return {}
