"""Every setting there is, as the schema describes it: found, changed, taken back, and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.config.accept import USUAL_NAMES, Origin, plain
from omnisight_desktop.config.keys import Key, Kind, groups, keys
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.again import start_again
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.computer import ComputerViewModel
from omnisight_desktop.gui.viewmodels.pulling import PullingViewModel
from omnisight_desktop.gui.viewmodels.storage import StorageViewModel
from omnisight_desktop.perception.detect import DETECTORS
from omnisight_desktop.services.settings import Preferences, Secret, Setting

#: What people look for first stands first; the rest in the order of the schema.
_FIRST = "interface"

#: These hold as soon as they are changed; the others at the next start.
_AT_ONCE = ("interface.", "retention.", "people.recognise_faces")
_NOT_AT_ONCE = ("retention.free_disk_percent", "retention.free_disk_gb")

_MOST_UNDONE = 50


@dataclass(frozen=True, slots=True)
class Field:
    """One setting as a row shows it. ``kind`` is the sort of value, as the schema calls it."""

    name: str
    title: str
    description: str
    kind: str
    value: Any
    default: str
    choices: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 0.0
    unit: str = ""
    changed: bool = False  # from the default
    locked: bool = False  # something wins over what is set here
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The settings of one section."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading brought."""

    settings: tuple[Setting, ...]
    secrets: frozenset[str]  # settings whose secret is there


class PreferencesViewModel(QObject):
    """State and verbs of the preferences; it knows no widget."""

    changed = Signal()
    refused = Signal(str, str)  # which setting, and why

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._house = desk.house
        self._say = desk.say
        self._preferences = Preferences(desk.house.paths)
        self._in_turn = Ops(threads=1)  # what is written first must not be overtaken
        self._undone: list[tuple[str, Any]] = []
        self.storage = StorageViewModel(desk)
        self.models = PullingViewModel(desk, everything=True)
        self.computer = ComputerViewModel(desk)
        self.pages: tuple[Page, ...] = ()
        self.pending: tuple[str, ...] = ()
        self.trouble = ""

    def load(self) -> None:
        """Read everything anew."""
        self._do(lambda: None)

    def close(self) -> None:
        """Wait until what was changed is written, and stop what need not be finished."""
        for part in (self._in_turn, self.storage, self.models):
            part.close()

    def put(self, name: str, value: Any) -> None:
        """Change one setting for good."""
        before = self.field(name)
        if before is not None and before.value == value:
            return
        self._remember(before)
        self._do(lambda: self._preferences.set(name, value), name)

    def reset(self, name: str) -> None:
        """Let the default hold again."""
        self._remember(self.field(name))
        self._do(lambda: self._preferences.reset(name), name)

    def undo(self) -> None:
        """Take back the last change."""
        if not self._undone:
            self._say(tr("There is nothing to undo."))
            return
        name, value = self._undone.pop()
        if value == plain(keys()[name].default):
            self._do(lambda: self._preferences.reset(name), name)
        else:
            self._do(lambda: self._preferences.set(name, value), name)
        self._say(tr("{setting} is as it was.", setting=tr(keys()[name].title)))

    def keep_secret(self, name: str, text: str) -> None:
        """Put what was typed where secrets are kept; the setting says only where."""
        field = self.field(name)
        if field is None:
            return
        called, secret = _called(str(field.value), name), Secret(text.strip())

        def keep() -> str:
            kept = self._preferences.keep_secret(called, secret)
            self._preferences.set(name, str(kept.reference))
            return kept.words

        self._do(keep, name, lambda words: self._say(tr("The key is kept {where}.", where=words)))

    def forget_secret(self, name: str) -> None:
        """Erase the secret itself."""
        field = self.field(name)
        if field is None:
            return
        reference = str(field.value)

        def forget() -> Secret | None:
            held = self._preferences.secret(reference)
            return held if self._preferences.forget_secret(_called(reference, name)) else None

        def gone(held: Secret | None) -> None:
            if held is None:
                self._desk.say(tr("There was no key to forget."))
                return
            words = tr("The key is erased from this computer.")
            self._desk.offer(words, tr("Undo"), lambda: self.keep_secret(name, held.reveal()))

        self._do(forget, name, gone)

    def restart(self) -> None:
        """Start the program anew, so that everything holds."""
        self._in_turn.close()
        start_again()

    def open_channels(self) -> None:
        """Channels are set up beside the rules that speak through them."""
        self._desk.go("rules", "channels")

    def field(self, name: str) -> Field | None:
        """One setting as it was read last."""
        section = name.partition(".")[0]
        page = next((p for p in self.pages if p.name == section), None)
        return next((f for f in page.fields if f.name == name), None) if page else None

    def find(self, words: str) -> tuple[Field, ...]:
        """The settings that speak of all the words, those that are called so first."""
        wanted = words.casefold().split()
        if not wanted:
            return ()
        found = [
            (not all(word in f"{page.title} {field.title}".casefold() for word in wanted), field)
            for page in self.pages
            for field in page.fields
            if all(word in _text(page, field) for word in wanted)
        ]
        return tuple(field for _, field in sorted(found, key=lambda one: one[0]))

    def _do(
        self,
        verb: Callable[[], Any],
        name: str = "",
        then: Callable[[Any], object] = lambda _: None,
    ) -> None:
        """Do something, and read how everything stands now."""

        def work() -> tuple[Any, _Read]:
            answer = verb()
            return answer, self._read()

        def done(outcome: tuple[Any, _Read]) -> None:
            self._take(outcome[1], name)
            then(outcome[0])

        self._in_turn.run(work, done, lambda error: self._failed(name, error))

    def _read(self) -> _Read:
        found = self._preferences.describe()
        places = [one for one in found if one.key.kind is Kind.SECRET]
        held = {one.key.name for one in places if self._preferences.secret(str(one.value))}
        return _Read(tuple(found), frozenset(held))

    def _take(self, read: _Read, name: str) -> None:
        fields = {one.key.name: self._field(one, read) for one in read.settings}
        pages = [
            Page(
                group.name,
                tr(group.title),
                tr(group.description),
                tuple(f for f in fields.values() if f.name.startswith(f"{group.name}.")),
            )
            for group in groups().values()
        ]
        self.pages = tuple(sorted(pages, key=lambda page: page.name != _FIRST))
        self.pending = tuple(f.title for f in fields.values() if self._waits(f))
        self.trouble = ""
        if name.startswith("retention."):
            self._house.retention.keep_to(self._preferences.current().retention)
        if name == "people.recognise_faces":
            self._house.people.recognition.switch(
                self._preferences.current().people.recognise_faces
            )
        self.changed.emit()

    def _failed(self, name: str, error: OmniSightError) -> None:
        if name:
            self.refused.emit(name, told(str(error)))
            return
        self.trouble = told(str(error))
        self.changed.emit()

    def _remember(self, field: Field | None) -> None:
        if field is not None:
            self._undone = [*self._undone, (field.name, field.value)][-_MOST_UNDONE:]

    def _waits(self, field: Field) -> bool:
        """Whether the program that runs has something else in mind."""
        at_once = field.name.startswith(_AT_ONCE) and field.name not in _NOT_AT_ONCE
        return not at_once and plain(keys()[field.name].of(self._house.settings)) != field.value

    def _field(self, one: Setting, read: _Read) -> Field:
        key = one.key
        said = _choice_words()
        locked = one.source in (Origin.ENVIRONMENT, Origin.FLAG)
        field = Field(
            name=key.name,
            title=tr(key.title),
            description=_description(key),
            kind=key.kind.value,
            value=one.value,
            default=words_of(key, plain(key.default)),
            choices=tuple((choice, said.get(choice, choice)) for choice in key.choices),
            suggestions=_suggestions(key),
            least=key.least or 0.0,
            most=key.most or 0.0,
            unit=_unit(key, one.value),
            changed=one.value != plain(key.default),
            locked=locked,
        )
        return _noted(field, _note(one, self._waits(field), key.name in read.secrets))


def words_of(key: Key, value: Any) -> str:
    """A value as people say it."""
    match value:
        case None | "" | []:
            return tr("none")
        case bool():
            return tr("on") if value else tr("off")
        case list():
            return ", ".join(str(one) for one in value)
        case int() | float():
            return f"{value:g} {_unit(key, value)}".strip()
        case _:
            return _choice_words().get(value, str(value)) if key.choices else str(value)


def _noted(field: Field, note: str) -> Field:
    values = {name: getattr(field, name) for name in Field.__slots__}
    return Field(**{**values, "note": note})


def _note(one: Setting, waits: bool, has_secret: bool) -> str:
    if one.source in (Origin.ENVIRONMENT, Origin.FLAG):
        return tr("{where} wins over what is set here.", where=told(one.where))
    if one.key.kind is Kind.SECRET:
        return tr("There is a key.") if has_secret else tr("There is no key yet.")
    return tr("Holds from the next start.") if waits else ""


def _description(key: Key) -> str:
    if key.kind is Kind.SECRET:  # the schema speaks of its place, a person has the thing itself
        return tr("Kept in the keyring of this computer, never among the settings.")
    return tr(key.description)


def _called(reference: str, setting: str) -> str:
    """The name of a secret in its reference; that of another place is of no use to the keyring."""
    place, _, name = reference.partition(":")
    return name if place in ("keyring", "file") else USUAL_NAMES[setting]


def _text(page: Page, field: Field) -> str:
    key, group = keys()[field.name], groups()[page.name]
    parts = (page.title, group.title, field.name, field.title, field.description)
    return " ".join((*parts, key.title, key.description)).casefold()


def _suggestions(key: Key) -> tuple[str, ...]:
    """What many write there, where anything may be written."""
    return ("auto", *DETECTORS.names()) if key.name == "detection.backend" else ()


def _unit(key: Key, value: Any) -> str:
    if key.unit == "days" and value == 1:
        return tr("day")
    return tr("days") if key.unit == "days" else tr("per s") if key.unit == "/s" else key.unit


def _choice_words() -> dict[str, str]:
    return {
        "system": tr("Like the system"),
        "light": tr("Light"),
        "dark": tr("Dark"),
        "teal": tr("Teal"),
        "blue": tr("Blue"),
        "violet": tr("Violet"),
        "pink": tr("Pink"),
        "green": tr("Green"),
        "en": "English",
        "de": "Deutsch",
        "off": tr("Off"),
        "always": tr("Always"),
        "motion": tr("While something moves"),
        "schedule": tr("In the hours below"),
        "auto": tr("Automatic"),
        "anthropic": "Claude",
        "offline": tr("This computer only"),
    }
