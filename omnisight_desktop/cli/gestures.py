"""``omnisight gestures``: teach movements by showing them, and see how well they are known."""

from __future__ import annotations

from pathlib import Path
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
    "mirrored", "enabled", "made", "last_made"}]}.
    """
    with desk_of(ctx).open("reading") as house:
        known, usage = house.gestures.all(), house.gestures.usage()
    rows = [_row(gesture, usage.get(gesture.label)) for gesture in known]
    if as_json:
        put_json({"gestures": rows})
        return
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
    as_json: JsonFlag = False,
) -> None:
    """Teach a gesture from takes: one from each video or camera.

    --json: {"gesture": {…} or null, "takes": [{"source", "good", "fault", "reason", "fix",
    "seconds"}], "confusable": [{"label", "distance"}], "symmetric"}.
    """
    with desk_of(ctx).open("teaching") as (house, teacher):
        lesson = teacher.lesson(label, sources, by=by, mirrored=mirrored, more=more)
        if lesson.gesture is not None:
            house.gestures.keep(lesson.gesture)
    _tell(lesson, sources, as_json=as_json)
    if lesson.gesture is None:
        raise OmniSightError("Nothing was learnt, and nothing is stored.", fix="Show it once more.")


@app.command()
def delete(ctx: typer.Context, label: Label) -> None:
    """Forget a gesture."""
    with desk_of(ctx).open("writing") as house:
        gone = house.gestures.delete(label)
    say(f"The gesture {gone.label} is forgotten.")


@app.command("eval")
def evaluate(  # noqa: PLR0913 - each is an option of its own
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

    trial = Trial(shots, seed, draws, tuple(unknown or ()))
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
    if lesson.gesture is not None:
        say(f"{lesson.gesture.label} is known, from {len(lesson.gesture.takes)} takes.")


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
