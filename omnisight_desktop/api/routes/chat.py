"""Asking what was seen: one answer, or the same as it comes; conversations; watch jobs, confirmed."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import asdict
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any, Literal

import anyio.to_thread
from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from omnisight_desktop.api.house import Inside, TheHouse
from omnisight_desktop.api.problems import of
from omnisight_desktop.api.schemas import Id, Word
from omnisight_desktop.chat.conversation import Conversation, Turn, recalled
from omnisight_desktop.chat.proof import Sentence
from omnisight_desktop.chat.watch import confirm, drop, watches
from omnisight_desktop.core.errors import NotFound, OmniSightError
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.errand import Stop
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.shape import written

log = logging.getLogger(__name__)
router = APIRouter(prefix="/chat", tags=["chat"])

_ROUND_S = 0.5
_ROOM = 256
_SSE: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {}}}}


class Asked(BaseModel):
    """A question; ``conversation`` is the one that it leans on."""

    model_config = ConfigDict(extra="forbid")

    message: Annotated[str, Field(min_length=1, max_length=4000)]
    include_clips: bool = True
    conversation: Id | None = None
    camera: Word | None = None
    model: Annotated[str, Field(max_length=100)] = ""


class VideoClip(BaseModel):
    """A clip that shows what an answer speaks of."""

    clip_url: str
    person_id: str | None
    timestamp: str
    event_type: str


class LeftShape(BaseModel):
    """What left this computer for an answer."""

    to: str
    requests: int
    bytes_out: int
    bytes_in: int
    pictures: int
    micro_usd: int


class AnswerShape(BaseModel):
    """An answer, what it rests on, who gave it, and what left this computer for it."""

    answer: str
    video_clips: list[VideoClip]
    sources: list[dict[str, Any]]
    status: Literal["answered", "nothing", "clarify", "refused"]
    value: Any
    model: str
    conversation: str | None
    sentences: list[dict[str, Any]]
    note: str
    left: LeftShape
    proposal: dict[str, Any] | None = Field(description="A watch job that waits for a yes.")


class Confirmed(BaseModel):
    """The watch job of that answer is wanted."""

    model_config = ConfigDict(extra="forbid")

    conversation: Id
    proposal: Id


@router.post("", response_model=AnswerShape)
async def ask(asked: Asked, inside: TheHouse, request: Request) -> dict[str, Any]:
    """Ask a question; each sentence of the answer rests on stored events. Who hangs up stops it."""
    stop = Stop()
    hung_up = asyncio.ensure_future(_hung_up(request, stop))
    try:
        return await anyio.to_thread.run_sync(partial(_asked, asked, inside, stop))
    finally:
        hung_up.cancel()


@router.post("/stream", response_class=StreamingResponse, responses=_SSE)
def stream(asked: Asked, inside: TheHouse) -> StreamingResponse:
    """The same as it comes, as server-sent events: step, sentence, anew, then answer or problem.
    Who hangs up stops it."""
    conversation = _conversation(asked, inside)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    pieces = _pieces(asked, conversation, inside)
    return StreamingResponse(pieces, media_type="text/event-stream", headers=headers)


@router.get("/conversations")
def conversations(
    inside: TheHouse, limit: Annotated[int, Query(ge=1, le=500)] = 50
) -> dict[str, Any]:
    """What was asked before, the newest first."""
    found = inside.house.talks.newest(limit)
    return {
        "conversations": [
            {"id": one.id, "title": one.title, "created": written(one.created)} for one in found
        ]
    }


@router.get("/conversations/{conversation}")
def one_conversation(conversation: str, inside: TheHouse) -> dict[str, Any]:
    """Everything that was said in it."""
    turns = recalled(inside.house, conversation)
    told = [
        {"question": t.question, "asked": written(t.asked), "answer": t.answer.text, **t.to_json()}
        for t in turns
    ]
    return {"id": conversation, "turns": told}


@router.delete("/conversations/{conversation}", status_code=HTTPStatus.NO_CONTENT)
def forget(conversation: str, inside: TheHouse) -> None:
    """Erase it."""
    inside.house.talks.forget(conversation)


@router.get("/watches")
def list_watches(inside: TheHouse) -> dict[str, Any]:
    """The watch jobs that are in force."""
    house = inside.house
    names = house.cameras.names()
    told = [
        {
            "id": rule.id,
            "camera": names.get(camera, camera),
            "words": rule.name,
            "until": written(rule.until) if rule.until else None,
        }
        for camera, rule in watches(house, house.clock.now())
    ]
    return {"watches": told}


@router.post("/watches", status_code=HTTPStatus.CREATED)
def keep_watch(wanted: Confirmed, inside: TheHouse) -> dict[str, Any]:
    """Confirm the watch job that an answer proposed."""
    for turn in recalled(inside.house, wanted.conversation):
        if turn.proposal is not None and turn.proposal.id == wanted.proposal:
            return {"id": turn.proposal.id, "cameras": confirm(inside.house, turn.proposal)}
    raise NotFound("That conversation proposed no such watch.")


@router.delete("/watches/{watch}", status_code=HTTPStatus.NO_CONTENT)
def drop_watch(watch: str, inside: TheHouse) -> None:
    """Watch for it no more."""
    drop(inside.house, watch, inside.house.clock.now())


async def _hung_up(request: Request, stop: Stop) -> None:
    """Wait until nobody listens any more; the question was read before."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    stop.say()


def _asked(asked: Asked, inside: Inside, stop: Stop) -> dict[str, Any]:
    conversation = _conversation(asked, inside)
    turn = conversation.ask(asked.message, camera=asked.camera, wish=asked.model, stop=stop)
    return _told(turn, conversation, inside, asked)


def _conversation(asked: Asked, inside: Inside) -> Conversation:
    inside.choice.speaker(asked.model)  # a name that nobody has is refused before anything begins
    return Conversation(
        inside.house, inside.choice, id=asked.conversation, statuses=inside.live.statuses
    )


def _told(turn: Turn, conversation: Conversation, inside: Inside, asked: Asked) -> dict[str, Any]:
    house, told = inside.house, turn.to_json()
    events = [house.events.get(one) for one in turn.answer.events]
    clips = [
        {
            "clip_url": f"/api/v1/clips/{event.clip}",
            "person_id": event.person,
            "timestamp": written(event.start),
            "event_type": event.type,
        }
        for event in events
        if event.clip and asked.include_clips
    ]
    return {
        "answer": turn.answer.text,
        "video_clips": clips,
        "sources": house.events.as_json(events),
        "conversation": conversation.id,
        **{key: told[key] for key in ("status", "value", "model", "sentences", "note", "proposal")},
        "left": asdict(turn.left),
    }


class _Teller:
    """Hands on what is said while it is said."""

    def __init__(self, pieces: Channel[tuple[str, Any]]) -> None:
        self._pieces = pieces

    def step(self, tool: str) -> None:
        self._pieces.put(("step", {"tool": tool}), 1.0)

    def sentence(self, sentence: Sentence) -> None:
        self._pieces.put(("sentence", {"text": sentence.text}), 1.0)

    def anew(self) -> None:
        self._pieces.put(("anew", {}), 1.0)


async def _pieces(asked: Asked, conversation: Conversation, inside: Inside) -> AsyncIterator[str]:
    pieces: Channel[tuple[str, Any]] = Channel("chat.pieces", _ROOM, DropPolicy.WAIT)
    stop = Stop()

    def answer(_: Worker) -> None:
        try:
            turn = conversation.ask(
                asked.message,
                camera=asked.camera,
                wish=asked.model,
                listener=_Teller(pieces),
                stop=stop,
            )
            pieces.put(("answer", _told(turn, conversation, inside, asked)), 1.0)
        except OmniSightError as error:
            pieces.put(("problem", of(error).to_json()), 1.0)
        finally:
            pieces.close()

    worker = Worker("chat", answer)
    worker.start()
    try:
        while True:
            piece = await anyio.to_thread.run_sync(
                partial(pieces.get, _ROUND_S), abandon_on_cancel=True
            )
            if piece is not None:
                yield f"event: {piece[0]}\ndata: {json.dumps(piece[1], ensure_ascii=False)}\n\n"
            elif pieces.closed and not len(pieces):
                return
    finally:
        stop.say()
        worker.stop()
