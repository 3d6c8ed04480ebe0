"""``omnisight gestures``: teach movements by showing them, and see how well they are known."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import JsonFlag, desk_of, note, put_json, put_table, say
from omnisight_desktop.core.errors import OmniSightError

if TYPE_CHECKING:  # the house is heavy; a command that only prints help never opens it
    from omnisight_desktop.core.gesture import Gesture
    from omnisight_desktop.services.gestures.library import Lesson, Usage

app = typer.Typer(help="Teach gestures by showing them.", no_args_is_help=True)

Label = Annotated[str, typer.Argument(metavar="LABEL", help="What the gesture is called.")]


@app.command("list")
def list_gestures(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """List the gestures that are known.

    --json: {"gestures": [{"id", "label", "takes", "num_frames", "created", "created_by",
    "mirrored", "enabled", "made", "last_made"}], "activities": [{"label", "enabled", "made",
    "last_made"}]}: activities are those that nobody has to teach.
    """
    from omnisight_desktop.services.gestures.library import ACTIVITIES, activities_in

    with desk_of(ctx).open("reading") as house:
        known, usage = house.gestures.all(), house.gestures.usage()
        on = activities_in(house.settings)
    rows = [_row(gesture, usage.get(gesture.label)) for gesture in known]
    activities = [_activity(label, label in on, usage.get(label)) for label in ACTIVITIES]
    if as_json:
        put_json({"gestures": rows, "activities": activities})
        return
    for activity in activities:
        state = "on" if activity["enabled"] else "off"
        note(f"Known without being taught: {activity['label']} ({state})")
    if not rows:
        note(
            "No gesture is known yet. Teach one with 'omnisight gestures teach LABEL --from VIDEO'."
        )
        return
    columns = ["gesture", "takes", "pictures", "taught by", "state", "made"]
    put_table(columns, [_cells(row) for row in rows])


@app.command()
def teach(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    label: Label,
    sources: Annotated[
        list[str],
        typer.Option("--from", metavar="SOURCE", help="A video or camera; may be repeated."),
    ],
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who teaches it.")] = None,
    mirrored: Annotated[
        bool, typer.Option("--mirrored", help="It counts with left and right changed over, too.")
    ] = False,
    more: Annotated[
        bool, typer.Option("--add", help="Add the takes to a gesture that is known already.")
    ] = False,
    takes: Annotated[
        int, typer.Option("--takes", min=1, max=10, help="How often each camera is recorded.")
    ] = 1,
    seconds: Annotated[
        float | None,
        typer.Option("--seconds", min=1, max=10, help="How long a take of a camera lasts."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Keep it although it looks much like another.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Teach a gesture from takes: one from each video, three to five are best from a camera.

    --json: {"gesture": {…} or null, "takes": [{"source", "good", "fault", "reason", "fix",
    "seconds"}], "confusable": [{"label", "distance"}], "symmetric"}.
    """
    from omnisight_desktop.services.gestures.teaching import usual_length_s

    wanted = [source for source in sources for _ in range(takes)]
    with desk_of(ctx).open("teaching") as (house, teacher):
        lesson = teacher.lesson(
            label,
            wanted,
            by=by,
            mirrored=mirrored,
            more=more,
            before=partial(_count_down, seconds or usual_length_s(house.settings)),
        )
        _tell(lesson, wanted, as_json=as_json)
        if lesson.gesture is None:
            raise OmniSightError(
                "Nothing was learnt, and nothing is stored.", fix="Show it once more."
            )
        if lesson.confusable and not (yes or as_json or _agreed(lesson)):
            raise OmniSightError("It is not kept.", fix="Show something else, or say --yes.")
        house.gestures.keep(lesson.gesture)
    if not as_json:
        count = len(lesson.gesture.takes)
        say(f"{lesson.gesture.label} is known, from {_takes(count)}.")
        if count == 1:
            note("It has to be made much like that; three to five takes leave more freedom.")


@app.command("test")
def try_out(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A video or camera.")],
    seconds: Annotated[
        float, typer.Option("--seconds", min=1, max=3600, help="How long a camera is looked at.")
    ] = 30.0,
    as_json: JsonFlag = False,
) -> None:
    """Look which gestures are recognised in a video or at a camera; nothing is stored.

    --json: {"made": [{"label", "start_s", "end_s", "confidence"}], "best": {label: confidence},
    "seconds"}: "best" is how sure it ever was of each.
    """
    with desk_of(ctx).open("teaching") as (_house, teacher):
        trial = teacher.try_out(source, seconds, None if as_json else _live())
    made = [
        {
            "label": one.label,
            "start_s": round(one.start_s, 2),
            "end_s": round(one.end_s, 2),
            "confidence": round(one.confidence, 3),
        }
        for one in trial.made
    ]
    best = {label: round(sure, 3) for label, sure in trial.best.items()}
    if as_json:
        put_json({"made": made, "best": best, "seconds": round(trial.seconds, 2)})
        return
    for one in made:
        say(
            f"{one['start_s']:.1f} to {one['end_s']:.1f} s: {one['label']} ({one['confidence']:.0%})"
        )
    note(f"{len(made)} gestures in {trial.seconds:.1f} s.")


@app.command()
def switch(
    ctx: typer.Context,
    label: Label,
    on: Annotated[bool, typer.Option("--on/--off", help="Look for it, or no longer.")] = True,
) -> None:
    """Look for a gesture, or no longer, without forgetting it."""
    with desk_of(ctx).open("writing") as house:
        changed = house.gestures.switch(label, on=on)
    say(f"The gesture {changed.label} is switched {'on' if on else 'off'}.")


@app.command("export")
def export_gestures(
    ctx: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write them.")],
    labels: Annotated[list[str] | None, typer.Argument(metavar="[LABEL...]")] = None,
) -> None:
    """Write gestures to a file, to share them; all of them unless some are named."""
    from omnisight_desktop.services.gesture_file import save_gestures

    with desk_of(ctx).open("reading") as house:
        known = house.gestures
        wanted = [known.get(label) for label in labels] if labels else known.all()
    if not wanted:
        raise OmniSightError("There is no gesture to export.", fix="Teach one first.")
    save_gestures(wanted, target)
    say(f"{len(wanted)} gestures are in {target}.")


@app.command("import")
def import_gestures(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What was exported.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="They take the place of yours of the same name.")
    ] = False,
) -> None:
    """Take gestures in from a file: all of them, or none."""
    from omnisight_desktop.services.gesture_file import load_gestures

    fresh = load_gestures(file)
    with desk_of(ctx).open("writing") as house:
        kept = house.gestures.take_in(fresh, replacing=replace)
    say(f"{len(kept)} gestures are known now: {', '.join(g.label for g in kept)}.")


@app.command()
def delete(ctx: typer.Context, label: Label) -> None:
    """Forget a gesture."""
    with desk_of(ctx).open("writing") as house:
        gone = house.gestures.delete(label)
    say(f"The gesture {gone.label} is forgotten.")


@app.command("eval")
def evaluate(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    train: Annotated[Path, typer.Option("--train", metavar="FILE", help="What is learnt.")],
    test: Annotated[Path, typer.Option("--test", metavar="FILE", help="What is asked.")],
    shots: Annotated[
        int | None, typer.Option("--shots", min=1, max=1000, help="Takes of each class; else all.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Which takes are drawn.")] = 0,
    draws: Annotated[
        int, typer.Option("--draws", min=1, max=1000, help="How often; seeds go up from the first.")
    ] = 1,
    unknown: Annotated[
        list[str] | None,
        typer.Option("--unknown", metavar="LABEL", help="Held out as strange; may be repeated."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Measure how well gestures are told apart, beside plain DTW over the same movements.

    FILE is a .ts file as sktime writes it, or an export of ours. --json: {"set", "accuracy",
    "predictions": [label], "peer": {"name", "accuracy"}, "published", "gain": {"mean", "low",
    "high"} or null, "draws": [{"seed", "takes", "accuracy", "peer"}]}; with --unknown also "eer",
    "fixed_threshold_eer" and "strangeness". "accuracy" is the mean over the draws, "predictions"
    those of the first.
    """
    from omnisight_desktop.services.gestures.measure import Trial, measure
    from omnisight_desktop.services.gestures.sets import read_set

    comparing = desk_of(ctx).settings().gestures.comparing
    trial = Trial(shots, seed, draws, tuple(unknown or ()), comparing)
    told = measure(read_set(train), read_set(test), trial).as_json()
    if as_json:
        put_json(told)
        return
    say(f"{told['set']}: {told['accuracy']:.3f}; DTW alone {told['peer']['accuracy']:.3f}")
    if told["published"]:
        others = ", ".join(f"{name} {value:.3f}" for name, value in told["published"].items())
        say(f"Others report with all takes, nearest neighbour: {others}")
    if told["gain"]:
        gain = told["gain"]
        say(f"Better by {gain['mean']:+.3f} ({gain['low']:+.3f} to {gain['high']:+.3f})")
    if "eer" in told:
        fixed = told["fixed_threshold_eer"]
        say(f"Equal error rate {told['eer']:.3f}; with one threshold for all {fixed:.3f}")


def _count_down(seconds: float, source: str, number: int) -> float:
    """Time to get ready in front of a camera; how long it is recorded then."""
    from omnisight_desktop.capture.address import is_stream

    if not is_stream(source) and not source.startswith("webcam"):
        return 60.0
    note(f"Take {number}:")
    waiting = Event()
    for left in (3, 2, 1):
        note(f"  {left}")
        waiting.wait(1.0)
    note("  now")
    return seconds


def _agreed(lesson: Lesson) -> bool:
    """Whether a person who is asked wants it all the same; where nobody looks on, nobody is asked."""
    if not sys.stdin.isatty():
        return True
    others = ", ".join(other.label for other in lesson.confusable)
    return typer.confirm(f"It looks much like {others}. Keep it all the same?", err=True)


def _live() -> Callable[[float, dict[str, float]], None]:
    """A line that is written over while a person looks on."""

    def tell(at_s: float, sure: dict[str, float]) -> None:
        if sys.stderr.isatty() and sure:
            best = max(sure, key=lambda label: sure[label])
            typer.echo(f"\r{at_s:6.1f} s  {best} {sure[best]:4.0%}    ", nl=False, err=True)

    return tell


def _tell(lesson: Lesson, sources: list[str], *, as_json: bool) -> None:
    if as_json:
        put_json(_lesson_json(lesson, sources))
        return
    for source, verdict in zip(sources, lesson.verdicts, strict=True):
        words = "good" if verdict.good else f"{verdict.reason} {verdict.fix}".strip()
        say(f"{source}: {words}")
    for other in lesson.confusable:
        note(f"It looks much like {other.label}; one may be taken for the other.")
    if lesson.symmetric and lesson.gesture is not None and not lesson.gesture.mirrored:
        note("It looks the same in a mirror, and will be recognised there, too.")


def _takes(count: int) -> str:
    return "1 take" if count == 1 else f"{count} takes"


def _lesson_json(lesson: Lesson, sources: list[str]) -> dict[str, Any]:
    takes = [
        {
            "source": source,
            "good": verdict.good,
            "fault": verdict.fault and str(verdict.fault),
            "reason": verdict.reason,
            "fix": verdict.fix,
            "seconds": round(verdict.take.length_s, 3) if verdict.take is not None else None,
        }
        for source, verdict in zip(sources, lesson.verdicts, strict=True)
    ]
    return {
        "gesture": _row(lesson.gesture, None) if lesson.gesture is not None else None,
        "takes": takes,
        "confusable": [{"label": o.label, "distance": o.distance} for o in lesson.confusable],
        "symmetric": lesson.symmetric,
    }


def _activity(label: str, enabled: bool, usage: Usage | None) -> dict[str, Any]:
    last = usage.last if usage is not None else None
    return {
        "label": label,
        "enabled": enabled,
        "made": usage.count if usage is not None else 0,
        "last_made": last.isoformat() if last is not None else None,
    }


def _row(gesture: Gesture, usage: Usage | None) -> dict[str, Any]:
    return {
        "id": gesture.id,
        "label": gesture.label,
        "takes": len(gesture.takes),
        "num_frames": gesture.num_frames,
        "created": gesture.created.isoformat(),
        "created_by": gesture.created_by,
        "mirrored": gesture.mirrored,
        "enabled": gesture.enabled,
        "made": usage.count if usage is not None else 0,
        "last_made": usage.last.isoformat() if usage is not None and usage.last else None,
    }


def _cells(row: dict[str, Any]) -> list[str]:
    state = "on" if row["enabled"] else "off"
    return [
        row["label"],
        str(row["takes"]),
        str(row["num_frames"]),
        row["created_by"] or "",
        state,
        str(row["made"]),
    ]
