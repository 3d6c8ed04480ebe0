"""The shapes of answers and orders, as the documentation of the API shows them."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Id = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Word = Annotated[str, StringConstraints(max_length=200)]

_MOST_IDS = 1000
_MOST_CAMERAS = 100
_MOST_POSES = 1 << 20  # letters


class ProblemShape(BaseModel):
    """Every refusal and failure."""

    error: str = Field(description="A word for programs, such as not_found.")
    reason: str = Field(description="What is wrong, for people.")
    fix: str = Field(description="What to do; may be empty.")


class CameraLive(BaseModel):
    """How a camera is doing."""

    state: Literal["connecting", "live", "offline", "ended", "paused"]
    since: str
    reason: str
    fix: str
    quality: Literal["good", "fair", "poor"] | None
    decoding: str


class CameraShape(BaseModel):
    """A camera; no password is ever shown."""

    id: str
    name: str
    enabled: bool = Field(description="Whether it is watched at every start.")
    address: str | None
    kind: str | None
    roles: dict[str, str]
    options: dict[str, Any]
    live: CameraLive | None = Field(description="None while it is not watched.")


class CameraList(BaseModel):
    """The cameras that are somewhere."""

    cameras: list[CameraShape]


class EventShape(BaseModel):
    """Something that happened; ``end`` is open while it lasts."""

    id: str
    camera: str
    type: str
    label: str | None
    person: str | None
    start: str
    end: str | None
    zone: str | None
    text: str | None
    track: str | None
    clip: str | None
    score: float | None
    story: str | None


class EventPageShape(BaseModel):
    """Some events, newest first."""

    events: list[EventShape]
    next: str | None = Field(description="Give it as 'after' for the next page; null at the end.")


class StoryShape(EventShape):
    """One visit: its first event, and all that belongs to it."""

    seen: int
    events: list[EventShape]


class StoryPageShape(BaseModel):
    """Some stories, those that began last first."""

    stories: list[StoryShape]
    next: str | None


class ClipShape(BaseModel):
    """A piece of footage; its bytes are at /api/v1/clips/{id}."""

    id: str
    camera: str
    start: str
    end: str
    seconds: float
    bytes: int
    sha256: str
    path: str
    protected: bool
    events: list[str]


class ClipList(BaseModel):
    """Some clips, newest first; the next ones begin before the last of these."""

    clips: list[ClipShape]


class ExportOrderShape(BaseModel):
    """What is to be exported: clips by their ids, or those that fit; or films of a stretch of time."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["clips", "evidence", "films"] = "clips"
    clips: list[Id] = Field(default=[], max_length=_MOST_IDS)
    events: list[Id] = Field(default=[], max_length=_MOST_IDS)
    camera: Word | None = None
    since: Word | None = None
    until: Word | None = None
    playable: bool = Field(False, description="In H.264 where a clip would not play everywhere.")
    by: Word = Field("", description="Who hands it out, as it stands in evidence.")
    cameras: list[Id] = Field(default=[], max_length=_MOST_CAMERAS, description="Of films.")
    draw: list[Literal["boxes", "names", "time"]] = Field(default=[], max_length=3)
    hide: Literal["nobody", "others", "all_else"] = Field(
        "nobody", description="Blur everybody who was followed, or the whole picture, but 'keep'."
    )
    keep: list[Id] = Field(default=[], max_length=_MOST_IDS, description="Tracks, and people.")
    only: list[Id] = Field(default=[], max_length=_MOST_IDS, description="Hide such things only.")
    sound: bool = True
    names: Word | None = Field(None, description="How films are called: '{camera} {start}'.")
    sealed: bool = Field(False, description="Films as evidence, in one zip.")


class ExportFile(BaseModel):
    """A file that came of an export, at /api/v1/exports/{id}/files/{name}."""

    name: str
    bytes: int


class ExportShape(BaseModel):
    """An export as it stands now."""

    id: str
    kind: Literal["clips", "evidence", "films"]
    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    share: float = Field(description="How much of it is done, 0 to 1.")
    clips: int
    cameras: list[str] = Field(description="Of films; by name.")
    since: str | None
    until: str | None
    asked_at: str
    files: list[ExportFile]
    reason: str
    fix: str


class ExportList(BaseModel):
    """The exports of this start, newest first."""

    exports: list[ExportShape]


class ArmingShape(BaseModel):
    """Whether people are told what happens; if not, since when, and the rule that did it, if one did."""

    armed: bool
    since: str | None
    rule: str


class ArmingOrder(BaseModel):
    """Whether people are to be told what happens."""

    model_config = ConfigDict(extra="forbid")

    armed: bool


class Alive(BaseModel):
    """The program answers."""

    status: Literal["live"]


class CheckShape(BaseModel):
    """One thing that was looked at."""

    name: str
    state: Literal["ok", "degraded", "failed"]
    reason: str
    fix: str


class Ready(BaseModel):
    """Whether the program does its work, and how its parts are."""

    status: Literal["ready", "not_ready"]
    checks: list[CheckShape]


class PersonShape(BaseModel):
    """Somebody the house knows; a visitor has a number and no name."""

    id: str
    name: str | None
    shown: str = Field(description="What to call them.")
    visitor: int | None
    state: str
    visits: int
    first_seen: str | None
    last_seen: str | None
    faces: int = Field(description="By how many looks they are recognised.")
    note: str
    consent: str
    expires: str | None = Field(description="When they are to be forgotten.")


class PersonList(BaseModel):
    """Everybody."""

    people: list[PersonShape]


class VisitShape(BaseModel):
    """One time that somebody was here, over all cameras."""

    start: str
    end: str
    cameras: list[str]
    tracks: list[str]
    event: str | None
    clip: str | None


class LookShape(BaseModel):
    """A look by which somebody is recognised."""

    id: str
    kind: str
    quality: float
    at: str
    track: str | None


class SeenPersonShape(PersonShape):
    """The same with their visits, newest first, and their looks, best first."""

    visits_told: list[VisitShape]
    looks: list[LookShape]


class QuestionShape(BaseModel):
    """Something that is worth asking about people."""

    key: str
    kind: str
    question: str
    person: str
    other: str | None
    track: str | None
    proposal: str | None
    name: str | None
    worth: float


class QuestionList(BaseModel):
    """The few that help most."""

    questions: list[QuestionShape]


class ReplyShape(BaseModel):
    """Yes or no, or a name."""

    model_config = ConfigDict(extra="forbid")

    yes: bool = False
    name: Word | None = Field(default=None, description="Who it was, or how the name is spelt.")
    track: Id | None = Field(
        default=None, description="Where a name was heard and it is not certain of whom."
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set & {"yes", "name"}:
            raise ValueError("neither yes nor no nor a name")
        return self


class NameShape(BaseModel):
    """What somebody is called."""

    model_config = ConfigDict(extra="forbid")

    name: Word


class MergeShape(BaseModel):
    """Who is the same person, by names or ids."""

    model_config = ConfigDict(extra="forbid")

    others: list[Id] = Field(min_length=1, max_length=_MOST_CAMERAS)


class TrackShape(BaseModel):
    """On which track it was."""

    model_config = ConfigDict(extra="forbid")

    track: Id


class SplitShape(BaseModel):
    """On which tracks it was somebody else, and who, if that is known."""

    model_config = ConfigDict(extra="forbid")

    tracks: list[Id] = Field(min_length=1, max_length=_MOST_CAMERAS)
    to: Word | None = None


class NoteShape(BaseModel):
    """What is to be noted of somebody; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    note: str | None = Field(default=None, max_length=1000)
    consent: str | None = Field(default=None, max_length=1000)
    expires: Word | None = Field(default=None, description="A time to come, or 'never'.")


class ProposalShape(BaseModel):
    """A name that was heard, and of whom."""

    id: str
    name: str
    whom: str
    text: str
    camera: str
    at: str
    score: float
    track: str | None
    in_view: list[str]
    state: str
    person: str | None


class ProposalList(BaseModel):
    """Names that wait for an answer."""

    proposals: list[ProposalShape]


class ErasedShape(BaseModel):
    """What went, and what is out of reach."""

    faces: int
    events: int
    texts: int
    pictures: int
    clips_changed: int
    clips_left: list[str]
    backups: list[str]
    named_in: list[str]


class TeachOrder(BaseModel):
    """One take of a gesture, as poses that were found elsewhere."""

    model_config = ConfigDict(extra="forbid")

    label: Word = Field(description="What it is called.")
    pose_sequence_b64: str = Field(
        max_length=_MOST_POSES,
        description="Base64 of a float32 .npy of frames x 33 x 3 or 4, or frames x 99 or 132.",
    )
    num_frames: int | None = Field(None, ge=1, le=1_000_000, description="Checked, if it is told.")
    created_by: Word | None = None
    fps: float = Field(
        30.0, ge=1, le=240, description="How quickly the poses followed one another."
    )
    mirrored: bool = Field(False, description="It counts with left and right changed over, too.")
    add: bool = Field(False, description="Add the take to the gesture of that name.")


class GestureShape(BaseModel):
    """A gesture that was taught, and how often it was made in the last thirty days."""

    gesture_id: str
    label: str
    num_frames: int = Field(description="How many poses long it is, in the middle of its takes.")
    takes: int
    created_at: str
    created_by: str | None
    mirrored: bool
    enabled: bool
    made: int
    last_made: str | None


class TeachShape(BaseModel):
    """A gesture was kept."""

    status: Literal["success"]
    message: str
    gesture: GestureShape
    confusable: list[str] = Field(description="Gestures that look much like it.")


class TeachGone(BaseModel):
    """A gesture was forgotten."""

    status: Literal["success"]
    message: str
    gesture_id: str


class ActivityShape(BaseModel):
    """Something that is recognised without being taught, if it is switched on."""

    label: str
    enabled: bool


class GestureList(BaseModel):
    """The gestures that are known."""

    gestures: list[GestureShape]
    activities: list[ActivityShape]


class GestureCounts(BaseModel):
    """How often one was made, where and by whom."""

    label: str
    made: int
    last_made: str | None
    confidence: float | None = Field(description="How sure it was, on average.")
    cameras: dict[str, int]
    people: dict[str, int]


class GestureSummary(BaseModel):
    """All gestures together, over the last thirty days."""

    total_gestures: int
    enabled_gestures: int
    total_takes: int
    total_frames: int
    made: int
    last_made: str | None
    days: list[int] = Field(description="Of each day, today's last.")
    gestures: list[GestureCounts]
