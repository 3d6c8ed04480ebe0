"""``omnisight people``: who is known, what they are called, and who is who."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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

if TYPE_CHECKING:  # heavy, and not needed to print help
    from omnisight_desktop.services.enrolled import Enrolled

app = typer.Typer(help="Who is known, and who is who.", no_args_is_help=True)

Who = Annotated[str, typer.Argument(metavar="WHO", help="A name, an id, or 'Visitor 7'.")]


@app.command("list")
def list_people(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """List everybody: those with a name first, then visitors.

    --json: {"people": [{"id", "name", "shown", "visitor", "state", "visits", "first_seen",
    "last_seen", "faces", "note", "consent", "expires"}]}.
    """
    from omnisight_desktop.services.acquaintance import person_json

    with desk_of(ctx).open("reading") as house:
        rows = [person_json(one) for one in house.people.all()]
        on = house.settings.people.recognise_faces
    if as_json:
        put_json({"people": rows})
        return
    if not rows:
        say("Nobody is known yet.")
    else:
        put_table(
            ["who", "seen", "first", "last", "faces", "id"],
            [
                [
                    row["shown"],
                    _times(row["visits"]),
                    _when(row["first_seen"]),
                    _when(row["last_seen"]),
                    str(row["faces"]),
                    row["id"],
                ]
                for row in rows
            ],
        )
    if not on:
        note("Faces are not recognised: 'omnisight settings set people.recognise_faces true'.")


@app.command()
def show(ctx: typer.Context, who: Who, as_json: JsonFlag = False) -> None:
    """Show one of them, when they were seen, and by what they are recognised and called.

    --json: the person as in the list, with "sightings": [{"track", "camera", "start", "end",
    "score", "verdict", "story"}], "looks": [{"id", "kind", "quality", "at", "track", "model"}] and
    "heard": the names by which they were heard to be called, as in 'people proposals'.
    """
    from omnisight_desktop.services.acquaintance import person_json
    from omnisight_desktop.services.heard import proposal_json

    with desk_of(ctx).open("reading") as house:
        one = house.people.acquaintance(who)
        names = house.cameras.names()
        told = {
            **person_json(one),
            "sightings": [
                {
                    "track": s.track,
                    "camera": names.get(s.camera, s.camera),
                    "start": s.start.isoformat(),
                    "end": s.end.isoformat(),
                    "score": s.score,
                    "verdict": s.verdict.value,
                    "story": s.story,
                }
                for s in house.people.sightings(one.person)
            ],
            "looks": [
                {
                    "id": f.id,
                    "kind": f.kind.value,
                    "quality": round(f.quality, 3),
                    "at": f.at.isoformat(),
                    "track": f.track,
                    "model": f.model,
                }
                for f in house.people.faces(one.person)
            ],
            "heard": [proposal_json(h, names) for h in house.heard.of_person(one.person.id)],
        }
    if as_json:
        put_json(told)
        return
    say(f"{told['shown']} ({told['id']}), {_times(told['visits'])}, {told['faces']} looks")
    if told["note"] or told["consent"]:
        say("  ".join(filter(None, (told["note"], told["consent"]))))
    if told["sightings"]:
        put_table(
            ["start", "camera", "likeness", "track"],
            [
                [clock(s["start"]), s["camera"], f"{s['score']:.2f}", s["track"]]
                for s in told["sightings"]
            ],
        )
    for heard in told["heard"]:
        say(f"{clock(heard['at'])}, {heard['camera']}: heard as {heard['name']}: {heard['text']}")


@app.command()
def enroll(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What they are called.")],
    photos: Annotated[list[Path], typer.Argument(metavar="PHOTO…", help="Pictures of their face.")],
    as_json: JsonFlag = False,
) -> None:
    """Remember somebody by photographs; each says why, if it does not serve.

    --json: {"person": {"id", "name"}, "photos": [{"file", "taken", "quality", "reason"}]}.
    """
    with desk_of(ctx).open("writing") as house:
        done = house.people.enroll(name, photos)
        on = house.settings.people.recognise_faces
    _tell_enrolled(done, as_json=as_json)
    if not on and not as_json:
        note("Faces are not recognised: 'omnisight settings set people.recognise_faces true'.")
    if not all(photo.taken for photo in done.photos):
        raise typer.Exit(FAILED)


@app.command()
def name(
    ctx: typer.Context,
    who: Who,
    new: Annotated[str, typer.Argument(metavar="NAME", help="What to call them.")],
) -> None:
    """Give somebody a name, or another one."""
    with desk_of(ctx).open("writing") as house:
        person = house.people.rename(who, new)
    say(f"{person.id} is called {person.name}.")


@app.command()
def merge(
    ctx: typer.Context,
    who: Who,
    others: Annotated[list[str], typer.Argument(metavar="OTHER…", help="Who is the same person.")],
) -> None:
    """These are one and the same; all that is known of them becomes the first one's."""
    with desk_of(ctx).open("writing") as house:
        person = house.people.merge(who, others)
    say(f"They are all {person.shown} now. 'omnisight people undo' takes it back.")


@app.command()
def split(
    ctx: typer.Context,
    who: Who,
    tracks: Annotated[
        list[str], typer.Argument(metavar="TRACK…", help="Where it was somebody else.")
    ],
    to: Annotated[
        str | None, typer.Option("--to", metavar="NAME", help="Who it was; else a new visitor.")
    ] = None,
) -> None:
    """On these tracks it was somebody else."""
    with desk_of(ctx).open("writing") as house:
        person = house.people.split(who, tracks, to)
    say(f"That was {person.shown} ({person.id}). 'omnisight people undo' takes it back.")


@app.command()
def confirm(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="TRACK|PROPOSAL")],
    who: Annotated[str | None, typer.Argument(metavar="NAME", help="Who it was.")] = None,
    track: Annotated[
        str | None, typer.Option("--track", help="On which track, for a name that was heard.")
    ] = None,
) -> None:
    """Say who was seen on a track, or that a name that was heard is right."""
    with desk_of(ctx).open("writing") as house:
        if house.heard.is_one(what):
            heard = house.heard.confirm(what, who, track)
            person = house.people.get(heard.person or "")
        elif who is None:
            raise UsageError("Who was it?", fix=f"omnisight people confirm {what} NAME")
        else:
            person = house.people.confirm(what, who)
    say(f"That was {person.shown} ({person.id}).")


@app.command()
def deny(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="TRACK|PROPOSAL")],
    who: Annotated[str | None, typer.Argument(metavar="WHO", help="Who it was not.")] = None,
) -> None:
    """Say who was not seen on a track, or that a name that was heard is wrong.

    Looks like those on the track speak against them from now on.
    """
    with desk_of(ctx).open("writing") as house:
        if house.heard.is_one(what):
            heard = house.heard.deny(what)
            shown = f"called {heard.name}"
        elif who is None:
            raise UsageError("Who was it not?", fix=f"omnisight people deny {what} NAME")
        else:
            shown = house.people.deny(what, who).shown
    say(f"That was not {shown}.")


@app.command()
def proposals(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Those that were answered, too.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Names that were heard, each to be confirmed or denied.

    --json: {"proposals": [{"id", "name", "whom": "self|present", "text", "camera", "at", "score",
    "track", "in_view", "state": "open|confirmed|denied", "person"}]}.
    """
    from omnisight_desktop.core.speech import ProposalState
    from omnisight_desktop.services.heard import proposal_json

    with desk_of(ctx).open("reading") as house:
        names = house.cameras.names()
        found = house.heard.proposals(None if every else ProposalState.OPEN)
        rows = [proposal_json(one, names) for one in found]
        on = house.settings.hearing.enabled
    if as_json:
        put_json({"proposals": rows})
        return
    if rows:
        put_table(
            ["at", "camera", "name", "state", "track", "said", "id"],
            [
                [
                    *(clock(row["at"]), row["camera"], row["name"], row["state"]),
                    *(row["track"] or "", row["text"], row["id"]),
                ]
                for row in rows
            ],
        )
    else:
        say("No name was heard.")
    if not on:
        note("Nobody is listened to: 'omnisight settings set hearing.enabled true'.")


@app.command()
def undo(ctx: typer.Context) -> None:
    """Take back the newest change to who is who."""
    with desk_of(ctx).open("writing") as house:
        house.people.undo()
    say("Done.")


@app.command()
def forget(
    ctx: typer.Context,
    who: Who,
    clips: Annotated[
        str, typer.Option("--clips", metavar="keep|veil|remove", help="Those that show them.")
    ] = "keep",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Forget somebody for good: face, pictures, name and every mention. There is no way back.

    --json: {"faces", "events", "texts", "pictures", "clips_changed", "clips_left", "backups",
    "named_in"}: what went, the clips that still show them, backups of the database from before, and
    other files that name them.
    """
    if not yes and not as_json:
        typer.confirm(f"Forget {who} for good?", abort=True, err=True)
    with desk_of(ctx).open("writing") as house:
        done = house.people.forget(who, clips)
    if as_json:
        put_json(done.as_json())
        return
    say(f"Forgotten: {done.faces} looks, {done.pictures} pictures, {done.events} events unnamed.")
    if done.clips_changed:
        say(f"{done.clips_changed} clips were changed or removed.")
    for what, names in (
        ("Clips that still show them", done.clips_left),
        ("Backups from before", done.backups),
        ("Files that still name them", done.named_in),
    ):
        if names:
            note(f"{what}: {', '.join(names)}.")


@app.command("note")
def note_down(
    ctx: typer.Context,
    who: Who,
    text: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None,
    consent: Annotated[
        str | None,
        typer.Option("--consent", metavar="TEXT", help="What they said to being remembered."),
    ] = None,
    expires: Annotated[
        str | None,
        typer.Option("--expires", metavar="ISO|never", help="When they are to be forgotten."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Note something about somebody, such as their consent and how long it holds.

    --json: {"id", "name", "note", "consent", "expires"}.
    """
    with desk_of(ctx).open("writing") as house:
        person = house.people.describe(who, note=text, consent=consent, expires=expires)
    told = {
        "id": person.id,
        "name": person.name,
        "note": person.note,
        "consent": person.consent,
        "expires": person.expires.isoformat() if person.expires else None,
    }
    if as_json:
        put_json(told)
    else:
        say(f"Noted about {person.shown}.")


@app.command()
def inbox(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100)] = 5,
    as_json: JsonFlag = False,
) -> None:
    """The few questions about people whose answers help most.

    --json: {"questions": [{"kind": "who|was_it|same|called", "question", "person", "other", "track",
    "proposal", "name", "worth"}]}.
    """
    with desk_of(ctx).open("reading") as house:
        questions = house.people.questions(limit)
    if as_json:
        put_json({"questions": [question.as_json() for question in questions]})
        return
    if not questions:
        say("There is nothing to ask.")
    answers = {
        "who": "omnisight people name {person} NAME",
        "was_it": "omnisight people confirm {track} {person}, or deny",
        "same": "omnisight people merge {person} {other}",
        "called": "omnisight people name {person} {name}",
        "heard": "omnisight people confirm {proposal}, or deny",
    }
    for question in questions:
        told = question.as_json()
        say(question.words)
        form = answers["heard" if question.proposal else told["kind"]]
        note("  " + form.format(**told))


@app.command("eval")
def evaluate(
    ctx: typer.Context,
    pairs: Annotated[
        Path,
        typer.Option("--pairs", metavar="CSV", help="Columns: file_x, file_y, same (1 or 0)."),
    ],
    as_json: JsonFlag = False,
) -> None:
    """How well faces are told apart, on photographs of which you know who they show.

    --json: {"auc", "accuracy", "far", "frr", "threshold", "model", "unread", "pairs": [{"a", "b",
    "same", "score", "cosine", "decision"}]}. A score reads from 0 to 1; from the threshold on two
    are taken to be one. Of a pair that cannot be read the decision is null, and never counts as right.
    """
    with desk_of(ctx).open("reading") as house:
        told = house.people.evaluate(pairs)
    if as_json:
        put_json(told)
        return
    say(f"{told['model']}: {len(told['pairs'])} pairs, threshold {told['threshold']:g}")
    if told["unread"]:
        note(f"{told['unread']} of them could not be read, and count as wrong.")
    for word, key in (
        ("area under the curve", "auc"),
        ("accuracy", "accuracy"),
        ("others taken for one", "far"),
        ("one taken for others", "frr"),
    ):
        if told[key] is not None:
            say(f"  {word:22} {told[key]:.4f}")
    for pair in told["pairs"]:
        if pair.get("reason"):
            note(f"{pair['a']}, {pair['b']}: {pair['reason']}")


def _tell_enrolled(done: Enrolled, *, as_json: bool) -> None:
    photos: list[dict[str, Any]] = [
        {
            "file": photo.file,
            "taken": photo.taken,
            "quality": photo.quality,
            "reason": photo.reason or None,
        }
        for photo in done.photos
    ]
    if as_json:
        put_json({"person": {"id": done.person.id, "name": done.person.name}, "photos": photos})
        return
    taken = sum(photo["taken"] for photo in photos)
    if taken:
        say(f"{done.person.shown} ({done.person.id}) is known by {taken} more pictures.")
    for photo in photos:
        if photo["reason"]:
            note(f"{photo['file']}: {photo['reason']}.")


def _times(visits: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(visits, f"{visits} times")


def _when(moment: str | None) -> str:
    return clock(moment) if moment else ""
