"""Every setting there is, section by section, with its title, its meaning and its range."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    field_validator,
    model_validator,
)

#: Where a secret lies, never the secret itself.
REFERENCE = (
    r"^$|^(keyring|file):[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$|^env:[A-Za-z_][A-Za-z0-9_]{0,127}$"
)

_NAME = r"^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,127}$"

#: Something without blanks at its ends and without control characters anywhere.
_TEXT = r"^[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?$"

_Word = Annotated[str, StringConstraints(pattern=_TEXT, max_length=100)]


class Section(BaseModel):
    """A group of settings: unknown names and values of another type are refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


class Capture(Section):
    """How cameras are read."""

    fps: float = Field(
        30.0,
        title="Pictures a second",
        description="How many pictures a webcam is asked for each second.",
        ge=1,
        le=240,
    )
    reconnect_first_s: float = Field(
        0.5,
        title="First wait before reconnecting",
        description="Seconds to wait before a lost camera is tried again for the first time.",
        ge=0.1,
        le=60,
    )
    reconnect_most_s: float = Field(
        30.0,
        title="Longest wait before reconnecting",
        description="The wait doubles with every failure, up to this many seconds.",
        ge=1,
        le=3600,
    )
    offline_after_s: float = Field(
        10.0,
        title="Offline after",
        description="Seconds without a picture after which a camera is reported as offline.",
        ge=1,
        le=3600,
    )

    hardware_decoding: Literal["auto", "off"] = Field(
        "auto",
        title="Hardware decoding",
        description="'auto' uses the graphics device where a trial at start shows that it can; 'off' never.",
    )

    @model_validator(mode="after")
    def _waits_grow(self) -> Capture:
        if self.reconnect_first_s > self.reconnect_most_s:
            raise ValueError("capture.reconnect_first_s is longer than capture.reconnect_most_s")
        return self


class Detection(Section):
    """Finding people and things in a picture."""

    backend: str = Field(
        "auto",
        title="Engine",
        description="The engine that runs the detector; 'auto' takes the best this machine has.",
        pattern=_NAME,
    )
    model: str = Field(
        "yolov8n",
        title="Model",
        description="The name of an installed model, or the path of a model file.",
        pattern=_TEXT,
        max_length=1024,
    )
    score: float = Field(
        0.5,
        title="Least certainty",
        description="How sure the detector must be, from 0 to 1, before a finding counts.",
        ge=0,
        le=1,
    )
    detail: float = Field(
        2.0,
        title="Detail",
        description="How many times as large a picture may be shown for small, far things; 1 costs least.",
        ge=1,
        le=4,
    )
    labels: Annotated[tuple[_Word, ...], Strict(False)] = Field(
        ("person",),
        title="What to look for",
        description="The kinds of things that are followed, such as person, car or dog.",
        min_length=1,
        max_length=100,
    )
    fps: float = Field(
        5.0,
        title="Looks a second",
        description="How many pictures of each camera are examined each second.",
        ge=0.1,
        le=60,
    )
    most_fps: float = Field(
        10.0,
        title="Looks a second while something moves",
        description="Up to so many, as long as this computer keeps up with all cameras.",
        ge=0.1,
        le=60,
    )
    int8: bool = Field(
        True,
        title="Use lighter networks",
        description="Runs a network in whole numbers where one was made here and passed its check.",
    )
    mark_days: int = Field(
        90,
        title="Remember marks for",
        description="Days for which 'not a person' marks make the detector more careful where they are.",
        ge=1,
        le=3650,
    )


class Tracking(Section):
    """Following what was found from picture to picture."""

    confirm: int = Field(
        3,
        title="Sightings before it counts",
        description="How many times something must be found before it is believed to be there.",
        ge=1,
        le=100,
    )
    lost_s: float = Field(
        2.0,
        title="Lost after",
        description="Seconds unseen after which somebody is taken to have gone.",
        ge=0.1,
        le=300,
    )
    still_s: float = Field(
        10.0,
        title="Standing still after",
        description="Seconds in one place after which something is taken to stand there.",
        ge=1,
        le=3600,
    )
    hold_s: float = Field(
        600.0,
        title="Keep a place for",
        description="Seconds for which what stood somewhere is the same when it is seen there again.",
        ge=1,
        le=86_400,
    )


class People(Section):
    """Recognising people by their faces."""

    recognise_faces: bool = Field(
        False,
        title="Recognise faces",
        description="Compares all faces that pass, bystanders' too, with known ones; off until switched on.",
    )
    meet_strangers: bool = Field(
        True,
        title="Remember strangers",
        description="Groups unknown faces as visitors by number; without it only people you named are known.",
    )
    finder: str = Field(
        "auto",
        title="Face finder",
        description="The engine that finds faces: yunet, scrfd or mediapipe; 'auto' takes the best.",
        pattern=_NAME,
    )
    model: str = Field(
        "auto",
        title="Face model",
        description="facenet512, sface, another of DeepFace's or an ArcFace ONNX file; 'auto' takes what is here.",
        pattern=_TEXT,
        max_length=1024,
    )
    faces_a_look: int = Field(
        2,
        title="Faces a look",
        description="In how many people's pictures a face is looked for, of each picture examined.",
        ge=1,
        le=20,
    )
    face_similarity: float = Field(
        0.6,
        title="Face similarity",
        description="How alike two faces must be, from 0 to 1, to be taken for the same person.",
        ge=0,
        le=1,
    )


class Gestures(Section):
    """Recognising gestures that were taught."""

    confidence: float = Field(
        0.7,
        title="Least certainty",
        description="How sure the program must be, from 0 to 1, before a gesture counts.",
        ge=0,
        le=1,
    )
    frames: int = Field(
        30,
        title="Length",
        description="How many pictures long a gesture usually is; a camera is recorded for twice that.",
        ge=5,
        le=300,
    )
    backend: str = Field(
        "auto",
        title="Engine",
        description="The engine that finds the points of a body; 'auto' takes the best there is.",
        pattern=_NAME,
    )
    fps: float = Field(
        15.0,
        title="Looks a second",
        description="How often it is looked how people move, while somebody moves.",
        ge=5,
        le=30,
    )
    comparing: Literal["own", "dtaidistance"] = Field(
        "own",
        title="Comparing",
        description="What compares whole movements when gestures are measured; both find the same.",
    )
    falls: bool = Field(
        False,
        title="Notice falls",
        description="Recognises without being taught when somebody falls and stays down.",
    )
    raised_hands: bool = Field(
        False,
        title="Notice raised hands",
        description="Recognises without being taught when somebody holds up both hands.",
    )
    hands: bool = Field(
        False,
        title="Look at fingers",
        description="Finds the fingers, too, for fine signs; what was taught without is to be taught anew.",
    )
    people: int = Field(
        3,
        title="People at once",
        description="How many people are watched for gestures at the same time, the nearest first.",
        ge=1,
        le=10,
    )
    cool_down_s: float = Field(
        1.0,
        title="Rest after a gesture",
        description="Seconds in which the same gesture of the same person does not count again.",
        ge=0,
        le=60,
    )


class Hearing(Section):
    """Noticing what can be heard near a camera or a microphone."""

    loud_sounds: bool = Field(
        True,
        title="Notice loud sounds",
        description="Keeps an event when it becomes much louder than usual; no words are noted.",
    )

    enabled: bool = Field(
        False,
        title="Listen",
        description="Writes down speech and notices names; off until you switch it on.",
    )
    model: str = Field(
        "base",
        title="Model",
        description="The speech model; larger ones understand more and take longer.",
        pattern=_TEXT,
        max_length=1024,
    )
    engine: Literal["auto", "whisper", "faster-whisper", "pocketsphinx"] = Field(
        "auto",
        title="Engine",
        description="What writes speech down; auto takes Whisper where its model is there.",
    )
    language: str = Field(
        "",
        title="Language",
        description="The language that is spoken, such as en or de; empty for any.",
        pattern=r"^(?:[a-z]{2})?$",
    )
    sounds: bool = Field(
        True,
        title="Recognise sounds",
        description="Glass, screams, barks and alarms are events, where a camera is listened to.",
    )


class Clips(Section):
    """Footage of events."""

    pre_roll_s: float = Field(
        5.0,
        title="Before the event",
        description="Seconds of footage from before an event that its clip begins with.",
        ge=0,
        le=60,
    )
    min_s: float = Field(
        5.0,
        title="Shortest clip",
        description="Seconds that a clip lasts at least, those before the event included.",
        ge=1,
        le=600,
    )
    max_s: float = Field(
        10.0,
        title="Longest clip of a short event",
        description="Seconds that a clip lasts at most, unless its event itself goes on for longer.",
        ge=1,
        le=600,
    )
    longest_s: float = Field(
        60.0,
        title="Longest clip",
        description="Seconds after which a clip ends although its event goes on or others joined it.",
        ge=5,
        le=3600,
    )

    @model_validator(mode="after")
    def _lengths_fit(self) -> Clips:
        if self.min_s > self.max_s:
            raise ValueError("clips.min_s is longer than clips.max_s")
        return self


class Retention(Section):
    """How long things are kept."""

    clip_days: int = Field(
        30,
        title="Keep clips",
        description="Days after which a clip is deleted, unless it is protected.",
        ge=1,
        le=36500,
    )
    picture_days: int = Field(
        30,
        title="Keep pictures",
        description="Days after which pictures of who was seen are deleted, unless protected.",
        ge=1,
        le=36500,
    )
    media_gb: float = Field(
        0.0,
        title="Most gigabytes of footage",
        description="The oldest clips go early when clips and pictures take more; 0 for no limit.",
        ge=0,
        le=100_000,
    )
    footage_days: float = Field(
        7.0,
        title="Keep continuous footage",
        description="Days after which continuous footage is deleted, unless it is protected.",
        ge=0.05,
        le=36500,
    )
    still_footage_days: float = Field(
        0.0,
        title="Keep footage in which nothing moves",
        description="Days after which footage without movement goes; 0 for as long as the rest.",
        ge=0,
        le=36500,
    )
    footage_gb: float = Field(
        0.0,
        title="Most gigabytes of continuous footage of a camera",
        description="The oldest footage of a camera goes early when it takes more; 0 for no limit.",
        ge=0,
        le=1_000_000,
    )
    export_days: float = Field(
        7.0,
        title="Keep exports",
        description="Days after which what was exported and not told where to go is deleted.",
        ge=0.05,
        le=36500,
    )
    event_days: int = Field(
        365,
        title="Keep events",
        description="Days after which an event is deleted.",
        ge=1,
        le=36500,
    )
    person_days: int = Field(
        180,
        title="Archive people",
        description="Days without being seen after which a person is archived.",
        ge=1,
        le=36500,
    )
    archived_person_days: int = Field(
        730,
        title="Delete archived people",
        description="Days without being seen after which an archived person is deleted.",
        ge=1,
        le=36500,
    )
    free_disk_percent: float = Field(
        5.0,
        title="Share of the disk to leave free",
        description="The oldest clips go early when less than this share of the disk is free.",
        ge=0,
        le=90,
    )
    free_disk_gb: float = Field(
        10.0,
        title="Gigabytes to leave free",
        description="The oldest clips go early when fewer gigabytes than this are free.",
        ge=0,
        le=100_000,
    )


class Chat(Section):
    """Asking questions about what was seen."""

    provider: Literal["auto", "anthropic", "server", "offline"] = Field(
        "auto",
        title="Who answers",
        description="'offline' needs no model; 'auto' asks Claude once there is a key, else your server.",
    )
    model: str = Field(
        "claude-sonnet-5-5",
        title="Language model",
        description="The name of the language model that answers when there is a key.",
        pattern=_TEXT,
        max_length=200,
    )
    key: str = Field(
        "keyring:anthropic",
        title="Where the key is",
        description="Where the key lies: keyring:NAME, file:NAME or env:NAME; never the key.",
        pattern=REFERENCE,
    )
    server: str = Field(
        "",
        title="Language model of your own",
        description="The address of Ollama, llama.cpp or vLLM, such as http://127.0.0.1:11434/v1.",
        pattern=r"^$|^https?://[^\s@]{1,500}$",
    )
    server_model: str = Field(
        "llama3.2",
        title="Model of that server",
        description="The name of the model that your server is asked for.",
        pattern=_TEXT,
        max_length=200,
    )
    server_key: str = Field(
        "",
        title="Key of that server",
        description="Where its key lies, if it wants one: keyring:NAME, file:NAME or env:NAME.",
        pattern=REFERENCE,
    )
    usd_read: float = Field(
        0.0,
        title="Price of a million tokens read",
        description="US dollars, where they differ from what is known here; 0 for what is known.",
        ge=0,
        le=10_000,
    )
    usd_written: float = Field(
        0.0,
        title="Price of a million tokens written",
        description="US dollars, where they differ from what is known here; 0 for what is known.",
        ge=0,
        le=10_000,
    )
    daily_budget_usd: float = Field(
        1.0,
        title="Daily budget",
        description="US dollars that answers may cost in a day; after that this computer answers.",
        ge=0,
        le=10_000,
    )


class Server(Section):
    """Answers for programs and browsers of this computer."""

    enabled: bool = Field(
        True,
        title="Serve the API",
        description="Answers programs and browsers of this computer while OmniSight watches.",
    )
    host: str = Field(
        "127.0.0.1",
        title="Address",
        description="The address the server listens on; 127.0.0.1 is this computer only.",
        pattern=r"^[A-Za-z0-9.:_-]{1,253}$",
    )
    port: int = Field(
        8000,
        title="Port",
        description="The port the server listens on.",
        ge=1,
        le=65535,
    )
    names: Annotated[tuple[_Word, ...], Strict(False)] = Field(
        ("localhost",),
        title="Names",
        description="By what names browsers may call the server; a name of your own needs the token.",
        min_length=1,
        max_length=20,
    )


class Privacy(Section):
    """What may leave this computer."""

    send_pictures: bool = Field(
        False,
        title="Send pictures to the language model",
        description="Lets a question take pictures along; without it only words leave.",
    )
    pictures_of: Annotated[tuple[_Word, ...], Strict(False)] = Field(
        (),
        title="Cameras whose pictures may be sent",
        description="Names of cameras; of all others no picture is ever sent to a language model.",
        max_length=100,
    )


class Models(Section):
    """The files that the program sees and hears with."""

    dir: Annotated[Path | None, Strict(False)] = Field(
        None,
        title="Folder of model files",
        description="A folder to look for model files in before the program's own.",
    )

    @field_validator("dir", mode="before")
    @classmethod
    def _is_a_place(cls, value: object) -> object:
        if isinstance(value, str) and ("\0" in value or len(value) > 4096):
            raise ValueError("no folder can be called so")
        return None if value == "" else value


class Interface(Section):
    """How the window looks, and which language it speaks."""

    theme: Literal["system", "light", "dark"] = Field(
        "system",
        title="Theme",
        description="Light, dark, or as the system has it.",
    )
    accent: Literal["teal", "blue", "violet", "pink", "green"] = Field(
        "teal",
        title="Accent",
        description="The one colour for what is chosen or in focus.",
    )
    language: Literal["system", "en", "de"] = Field(
        "system",
        title="Language",
        description="The language of the window, or the one the system speaks.",
    )
    start_minimised: bool = Field(
        False,
        title="Start minimised",
        description="Starts without showing the window.",
    )
    close_to_tray: bool = Field(
        False,
        title="Go on when the window is closed",
        description="Closing the window leaves OmniSight watching; it waits in the tray.",
    )
    keep_awake: bool = Field(
        False,
        title="Keep this computer awake",
        description="Keeps the computer from going to sleep while OmniSight watches.",
    )
