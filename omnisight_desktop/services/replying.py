"""What a yes or a no to a question about people comes to."""

from __future__ import annotations

from omnisight_desktop.services.inbox import Asked, Question
from omnisight_desktop.services.people import People


def reply(people: People, question: Question, *, yes: bool) -> bool:
    """Do as was answered. Whether who is who was changed by it, which can be undone; else the
    question was put aside."""
    if question.kind is Asked.WAS_IT and question.track is not None:
        verb = people.confirm if yes else people.deny
        verb(question.track, question.person)
        return True
    if yes and question.kind is Asked.SAME and question.other is not None:
        people.merge(question.person, [question.other])
        return True
    if yes and question.name is not None:
        people.rename(question.person, question.name)
        return True
    people.put_aside(question.key)
    return False
