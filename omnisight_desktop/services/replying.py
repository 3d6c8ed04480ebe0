"""What an answer to a question about people comes to: a yes, a no, or a name."""

from __future__ import annotations

from dataclasses import dataclass

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.identity import Person
from omnisight_desktop.services.heard import Heard
from omnisight_desktop.services.inbox import Asked, Question
from omnisight_desktop.services.people import People


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said to a question: yes or no, or who it was; and on which track, where a name
    was heard and it is not certain of whom."""

    yes: bool = False
    name: str | None = None
    track: str | None = None


def reply(people: People, heard: Heard, question: Question, answer: Answer) -> bool:
    """Do as was answered. Whether who is who was changed by it, which can be undone; else the
    question was put aside."""
    if question.proposal is not None:
        _of_heard(heard, question.proposal, answer)
    elif answer.name is not None:
        _named(people, question, answer.name)
    elif question.kind is Asked.WAS_IT and question.track is not None:
        verb = people.confirm if answer.yes else people.deny
        verb(question.track, question.person)
    elif answer.yes and question.kind is Asked.SAME and question.other is not None:
        people.merge(question.person, [question.other])
    elif answer.yes:
        raise UsageError("A yes does not say who it is.", fix="Answer with a name.")
    else:
        people.put_aside(question.key)
        return False
    return True


def _of_heard(heard: Heard, proposal: str, answer: Answer) -> None:
    if answer.yes or answer.name is not None:
        heard.confirm(proposal, answer.name, answer.track)
    else:
        heard.deny(proposal)


def _named(people: People, question: Question, name: str) -> Person:
    """It was somebody who is known, or somebody new."""
    if question.kind is Asked.WAS_IT and question.track is not None:
        return people.confirm(question.track, name)
    known = people.find(name)
    if known is not None and known.id != question.person:
        return people.merge(known.id, [question.person])
    return people.rename(question.person, name)
