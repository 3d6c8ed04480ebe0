"""People: who is known, what they are called, who is one with whom, and forgetting."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from omnisight_desktop.api.house import Inside, TheHouse
from omnisight_desktop.api.schemas import (
    ErasedShape,
    Id,
    MergeShape,
    NameShape,
    PersonList,
    PersonShape,
    QuestionList,
    ReplyShape,
    SeenPersonShape,
)
from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.core.face import EXEMPLARS
from omnisight_desktop.services.acquaintance import person_json
from omnisight_desktop.services.forgetting import ClipsToo
from omnisight_desktop.services.replying import Answer, reply
from omnisight_desktop.services.shape import written

router = APIRouter(prefix="/people", tags=["people"])

_MOST_QUESTIONS = 100
_JPEG: dict[int | str, dict[str, Any]] = {200: {"content": {"image/jpeg": {}}}}


@router.get("", response_model=PersonList)
def list_people(inside: TheHouse) -> dict[str, Any]:
    """Everybody: those with a name first, then visitors."""
    return {"people": [person_json(one) for one in inside.house.people.all()]}


@router.get("/questions", response_model=QuestionList)
def list_questions(
    inside: TheHouse, limit: Annotated[int, Query(ge=1, le=_MOST_QUESTIONS)] = 5
) -> dict[str, Any]:
    """The few questions whose answers help most."""
    found = inside.house.people.questions(limit)
    return {"questions": [{**one.as_json(), "key": one.key} for one in found]}


@router.post("/questions/{key}", status_code=HTTPStatus.NO_CONTENT)
def answer(key: Id, told: ReplyShape, inside: TheHouse) -> None:
    """Answer one, by its key: with yes or no, or with who it was."""
    people, heard = inside.house.people, inside.house.heard
    asked = next((one for one in people.questions(_MOST_QUESTIONS) if one.key == key), None)
    if asked is None:
        raise NotFound(f"Nobody asks '{key}'.", fix="See /api/v1/people/questions.")
    reply(people, heard, asked, Answer(told.yes, told.name, told.track))


@router.post("/undo", status_code=HTTPStatus.NO_CONTENT)
def undo(inside: TheHouse) -> None:
    """Take back the newest change to who is who."""
    inside.house.people.undo()


@router.get("/{person}", response_model=SeenPersonShape)
def one_person(person: Id, inside: TheHouse) -> dict[str, Any]:
    """One of them, by name, id or as 'Visitor 7', with their visits."""
    return _with_visits(person, inside)


@router.get("/{person}/picture", response_class=Response, responses=_JPEG)
def picture(person: Id, inside: TheHouse) -> Response:
    """Their face at its best, as a small JPEG."""
    people = inside.house.people
    known = people.get(person)
    data = people.album.portraits([known.id]).get(known.id)
    if not data:
        raise NotFound(f"There is no picture of {known.shown}.")
    return Response(data, media_type="image/jpeg", headers={"cache-control": "no-cache"})


@router.post("/{person}/name", response_model=PersonShape)
def name(person: Id, told: NameShape, inside: TheHouse) -> dict[str, Any]:
    """Give them a name, or another one."""
    people = inside.house.people
    return person_json(people.acquaintance(people.rename(person, told.name).id))


@router.post("/{person}/merge", response_model=PersonShape)
def merge(person: Id, told: MergeShape, inside: TheHouse) -> dict[str, Any]:
    """The others are the same person."""
    people = inside.house.people
    return person_json(people.acquaintance(people.merge(person, told.others).id))


@router.delete("/{person}", response_model=ErasedShape)
def forget(person: Id, inside: TheHouse, clips: ClipsToo = ClipsToo.KEEP) -> dict[str, Any]:
    """Forget them for good: what went, and what may still show or name them."""
    return inside.house.people.forget(person, clips.value).as_json()


def _with_visits(person: str, inside: Inside) -> dict[str, Any]:
    people, names = inside.house.people, inside.house.cameras.names()
    one = people.acquaintance(person)
    return {
        **person_json(one),
        "visits_told": [
            {
                "start": written(visit.start),
                "end": written(visit.end),
                "cameras": [names.get(camera, camera) for camera in visit.cameras],
                "tracks": list(visit.tracks),
                "event": visit.event,
                "clip": visit.clip,
            }
            for visit in people.album.visits(one.person.id)
        ],
        "looks": [
            {
                "id": face.id,
                "kind": face.kind.value,
                "quality": round(face.quality, 3),
                "at": written(face.at),
                "track": face.track,
            }
            for face in people.album.looks(one.person.id)
            if face.kind in EXEMPLARS
        ],
    }
