"""What was said near cameras, and the names that were heard: a human says who is called so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import NotFound, UsageError
from omnisight_desktop.core.speech import NameProposal, ProposalState, Transcript, Whom
from omnisight_desktop.perception.hearing.remote import RemoteScribe
from omnisight_desktop.perception.hearing.sounds import Ears
from omnisight_desktop.services.hear import Listened, listen
from omnisight_desktop.services.inbox import Asked, Question
from omnisight_desktop.services.keeper import Changer
from omnisight_desktop.services.people import People
from omnisight_desktop.storage.heard import HeardArchive

_MOST_ASKED = 20


class Heard:
    """Reads what was said, and takes answers about the names that were heard."""

    def __init__(
        self,
        archive: HeardArchive,
        people: People,
        keeper: Changer,
        scribe: Callable[[], RemoteScribe],
        ears: Callable[[], Ears | None],
    ) -> None:
        self._archive = archive
        self._people = people
        self._keeper = keeper
        self._owner: Callable[[str, Any], Any] | None = None
        self.scribe = scribe
        self.ears = ears
        people.ask_also(self.questions)

    def through(self, owner: Callable[[str, Any], Any]) -> None:
        """Have the program that owns the data folder do what is to be done."""
        self._owner = owner

    def said(
        self, words: str = "", camera: str | None = None, limit: int = 100
    ) -> list[Transcript]:
        """What was said, newest first; with words, only what holds all of them."""
        return self._archive.transcripts(words, camera, limit)

    def told(
        self, words: str = "", camera: str | None = None, limit: int = 100
    ) -> list[tuple[Transcript, list[NameProposal]]]:
        """The same, each with the names that were heard in it."""
        said = self.said(words, camera, limit)
        names: dict[str, list[NameProposal]] = {one.id: [] for one in said}
        for name in self._archive.of_transcripts(names):
            names[name.transcript].append(name)
        return [(one, names[one.id]) for one in said]

    def proposals(
        self, state: ProposalState | None = ProposalState.OPEN, limit: int = 100
    ) -> list[NameProposal]:
        """Names that were heard, newest first."""
        return self._archive.proposals(state, limit)

    def of_person(self, person: str) -> list[NameProposal]:
        """By which names somebody was heard to be called, newest first, each with what was heard."""
        return self._archive.of_person(person)

    def get(self, id_: str) -> NameProposal:
        """One name that was heard."""
        found = self._archive.get(id_)
        if found is None:
            raise NotFound(
                f"No name was heard under '{id_}'.", fix="See 'omnisight people proposals'."
            )
        return found

    def is_one(self, id_: str) -> bool:
        """Whether a name was heard under this id."""
        return self._archive.get(id_) is not None

    def confirm(self, id_: str, name: str | None = None, track: str | None = None) -> NameProposal:
        """A human says that somebody is called so, or otherwise, and on which track that was."""
        if self._owner is not None:
            self._ask("confirm", proposal=id_, name=name, track=track)
            return self.get(id_)
        heard = self._open(id_)
        on = track or heard.track
        if on is None:
            there = ", ".join(heard.in_view) or "nobody in view"
            raise UsageError(
                f"It is not certain who is called {heard.name}: there was {there}.",
                fix=f"Say on which track: omnisight people confirm {id_} --track TRACK",
            )
        self._people.confirm(on, name or heard.name, heard=id_)
        return self.get(id_)

    def deny(self, id_: str) -> NameProposal:
        """A human says that nobody there is called so."""
        if self._owner is not None:
            self._ask("deny", proposal=id_)
            return self.get(id_)
        self._open(id_)
        self._people.mishear(id_)
        return self.get(id_)

    def questions(self) -> list[Question]:
        """Each open name as a question for the inbox; the surer it is, the more it is worth."""
        return [_question(one) for one in self.proposals(limit=_MOST_ASKED)]

    def answer(self, told: Any) -> dict[str, Any]:
        """What another program wants done."""
        verb, told = told["verb"], told["told"]
        if verb == "confirm":
            self.confirm(told["proposal"], told["name"], told["track"])
        elif verb == "deny":
            self.deny(told["proposal"])
        else:
            raise UsageError(f"Nobody knows how to '{verb}' a name.")
        return {}

    def listen_to(self, path: Path) -> Listened:
        """What is said in a recording; nothing of it is remembered."""
        scribe = self.scribe()
        try:
            return listen(path, scribe.write, scribe.engine, self.ears())
        finally:
            scribe.close()

    def _open(self, id_: str) -> NameProposal:
        heard = self.get(id_)
        if heard.state is not ProposalState.OPEN:
            raise UsageError(
                f"That was {heard.state.value} already.",
                fix="'omnisight people undo' takes back the newest answer, and it is asked again.",
            )
        return heard

    def _ask(self, verb: str, **told: Any) -> Any:
        assert self._owner is not None
        return self._owner("heard", {"verb": verb, "told": told})


def proposal_json(heard: NameProposal, cameras: dict[str, str]) -> dict[str, Any]:
    """A name that was heard, for programs."""
    return {
        "id": heard.id,
        "name": heard.name,
        "whom": heard.whom.value,
        "text": heard.text,
        "camera": cameras.get(heard.camera, heard.camera),
        "at": heard.at.isoformat(),
        "score": round(heard.score, 3),
        "track": heard.track,
        "in_view": list(heard.in_view),
        "state": heard.state.value,
        "person": heard.person,
    }


def said_json(
    said: Transcript, names: Sequence[NameProposal], cameras: dict[str, str]
) -> dict[str, Any]:
    """Something that was said, for programs; ``sound`` is whether a bite of it is kept."""
    return {
        "id": said.id,
        "camera": cameras.get(said.camera, said.camera),
        "start": said.start.isoformat(),
        "end": said.end.isoformat(),
        "text": said.text,
        "language": said.language,
        "names": [
            {"name": one.name, "whom": one.whom.value, "state": one.state.value, "id": one.id}
            for one in names
        ],
        "sound": any(one.bite for one in names),
    }


def _question(heard: NameProposal) -> Question:
    when = f"{heard.at.astimezone():%Y-%m-%d at %H:%M}"
    whom = "Is whoever spoke" if heard.whom is Whom.SELF else "Is somebody who was there"
    words = f"{whom} called {heard.name}? On {when} was said: \u201c{heard.text}\u201d"
    worth = heard.score + (1.5 if heard.track else 0.5)
    return Question(
        Asked.CALLED, words, worth, "", track=heard.track, name=heard.name, proposal=heard.id
    )
