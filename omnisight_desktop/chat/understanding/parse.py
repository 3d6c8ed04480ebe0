"""The words of a question to a query: what is asked, about whom or what, where and when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from omnisight_desktop.chat.understanding.draft import Draft
from omnisight_desktop.chat.understanding.language import (
    Language,
    fold,
    language_of,
    normal,
    written_as_names,
)
from omnisight_desktop.chat.understanding.lean import is_opening, leaning
from omnisight_desktop.chat.understanding.link import TAKEN, mended, parts, take
from omnisight_desktop.chat.understanding.places import elsewhere, places, unknown_camera
from omnisight_desktop.chat.understanding.query import Ask, Doubt, Known, Query, Span
from omnisight_desktop.chat.understanding.times import Told, read_times
from omnisight_desktop.chat.understanding.topics import CAMERA_STATES, Topic

_QUOTED = re.compile(r"[\"“„”«»]([^\"“„”«»]{2,80})[\"“„”«»]|(?<!\w)['‘‚]([^'‘’‚]{2,80})['’‘](?!\w)")
_ASKS = (Ask.COMPARE, Ask.COUNT, Ask.DURATION, Ask.LAST, Ask.FIRST, Ask.WHERE, Ask.WHO)
_NEVER_LIVE = (Ask.COMPARE, Ask.LAST, Ask.FIRST)
_TOPICS = (
    Topic.BACK, Topic.OFFLINE, Topic.LOUD, Topic.SPOKEN, Topic.RULE, Topic.GESTURE, Topic.STOOD,
    Topic.LEFT, Topic.VISITS,
)  # fmt: skip
_ANYBODY = frozenset(
    ("anyone", "anybody", "someone", "somebody", "everyone", "everybody", "nobody", "jemand")
)
_LONGEST = 500  # letters of a question that are read


def parse(
    question: str,
    now: datetime,
    zone: tzinfo,
    known: Known,
    before: Query | None = None,
    spoken: Language | None = None,
) -> Query | Doubt:
    """What the question asks for, or why it cannot be told; ``before`` is the turn before it."""
    spoken = spoken or language_of(question)
    quoted = _QUOTED.search(question)
    words = next(filter(None, quoted.groups()), None) if quoted else None
    bare = question.replace(quoted.group(), f" {TAKEN} ") if quoted else question
    text = normal(bare[:_LONGEST], spoken)
    if not re.search(r"\w", text) and not quoted:
        return Doubt(spoken.say("empty"), ambiguous=True)
    draft = Draft(text, text, spoken, known, quoted=words)
    return unknown_camera(draft) or _read(draft, question, (now, zone), before)


def _read(
    draft: Draft, question: str, moment: tuple[datetime, tzinfo], before: Query | None
) -> Query | Doubt:
    now, zone = moment
    proper = written_as_names(question, draft.spoken)
    draft.proper = proper
    draft.rest = draft.whole = mended(draft.whole, draft.spoken, draft.known, proper)
    _names(draft)
    local = now.astimezone(zone)
    told = read_times(
        draft.rest,
        local,
        draft.spoken,
        _anchor(before, zone),
        goes_on=is_opening(draft.whole, draft.spoken),
    )
    doubt = _beyond(draft, told, local, draft.known)
    if doubt is None:
        draft.rest = " ".join(told.rest.replace(TAKEN, " ").split())
        doubt = elsewhere(draft) or _numbered(draft)
    if doubt is None:
        draft.phrase = _phrase(draft)
        _kinds(draft)
        doubt = places(draft) or _partly(draft)
    if doubt is None and (doubt := _left_over(draft, question)) is not None:
        return _otherwise(doubt, draft, told)
    if doubt is not None:
        return doubt
    query = _query(draft, told)
    if draft.live:
        return replace(query, now=True)
    if _is_of_habit(draft):
        query = replace(query, ask=Ask.USUAL)
    return leaning(query, draft, before) if before is not None else query


def _phrase(draft: Draft) -> str:
    """From the first word that describes something to the last one: a man with a ladder."""
    spoken = draft.spoken
    things = [form for forms in spoken.patterns("labels").values() for form in forms]
    nothing = (spoken.words("about", "nothing"), spoken.words("filler", "words"))
    words = draft.rest.split()
    telling = [
        place
        for place, word in enumerate(words)
        if not any(form.fullmatch(word) for form in nothing)
        or (word not in _ANYBODY and any(form.fullmatch(word) for form in things))
    ]
    return " ".join(words[telling[0] : telling[-1] + 1]) if telling else ""


def _otherwise(doubt: Doubt, draft: Draft, told: Told) -> Doubt:
    """The same doubt; what is not understood may describe something that was noted or pictured."""
    if draft.live or draft.topic not in (None, Topic.ANYTHING, Topic.VISITS):
        return doubt
    if draft.spoken.code == "en" and doubt.about_name:
        return doubt
    strange = [w for w in re.findall(r"[^\W\d_]{2,}", draft.rest) if not draft.spoken.knows(w)]
    draft.described = tuple(dict.fromkeys((*draft.described, *strange)))
    return replace(doubt, otherwise=_query(draft, told))


def _anchor(before: Query | None, zone: tzinfo) -> Span | None:
    """The time that words like 'that day' lean on: that of the turn before, or of what it found."""
    if before is None or before.span is not None or before.found is None:
        return before.span if before else None
    local = before.found.astimezone(zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return Span(midnight.astimezone(UTC), (midnight + timedelta(days=1)).astimezone(UTC), "")


def _is_of_habit(draft: Draft) -> bool:
    """Whether it is asked if something is as it always is."""
    asked = draft.ask in (None, Ask.WHO) and bool(draft.people or draft.labels)
    return asked and bool(draft.spoken.words("usual", "words").search(draft.whole))


def _names(draft: Draft) -> None:
    """Whole names: those of rules, people, zones and cameras."""
    rules, draft.rest = take(draft.rest, {name: name for name in draft.known.rules})
    if rules:
        draft.quoted = rules[0]
        draft.topic = Topic.RULE
    _rule_in_part(draft)
    draft.people, draft.rest = take(draft.rest, _aliases(draft))
    _leave_out(draft)
    both = {**draft.known.cameras, **{zone: f"zone:{zone}" for zone in draft.known.zones}}
    found, draft.rest = take(draft.rest, both)
    draft.cameras = tuple(one for one in found if not one.startswith("zone:"))
    draft.zones = tuple(one[5:] for one in found if one.startswith("zone:"))


def _rule_in_part(draft: Draft) -> None:
    """A rule by some words of its name: the alarm of the shed."""
    spoken = draft.spoken
    told = spoken.words("topics", Topic.RULE).search(draft.rest)
    if draft.topic is not None or told is None:
        return
    nothing = spoken.words("about", "nothing")
    for name in draft.known.rules:
        own = set(re.findall(r"\w+", fold(name)))
        telling = {word for word in own if len(word) > 2 and not nothing.fullmatch(word)}
        words = draft.rest.split()
        near = [w for w in words if w in telling]
        if len(near) > 1 or (near and len(draft.known.rules) == 1):
            first, last = (words.index(near[0]), len(words) - 1 - words[::-1].index(near[-1]))
            if set(words[first : last + 1]) <= own:
                draft.quoted, draft.topic = name, Topic.RULE
                draft.rest = " ".join((*words[:first], TAKEN, *words[last + 1 :]))
                return


def _leave_out(draft: Draft) -> None:
    """Everybody but those who are left out by name."""
    without = draft.spoken.words("without", "words").search(draft.rest)
    if (
        without is None
        or not draft.people
        or not draft.rest[without.end() :].strip().startswith(TAKEN)
    ):
        return
    draft.rest = f"{draft.rest[: without.start()]} {draft.rest[without.end() :]}"
    out = draft.people
    draft.people = tuple(
        one for one in dict.fromkeys(draft.known.people.values()) if one not in out
    )


def _aliases(draft: Draft) -> dict[str, str]:
    """Names, and those of visitors who have only a number in the words of this language."""
    visitor = draft.spoken.data["callings"]["visitor"][0]
    numbered = {
        f"{visitor} {name.split()[1]}": key
        for name, key in draft.known.people.items()
        if re.fullmatch(r"\w+ \d+", name)
    }
    return {**numbered, **draft.known.people}


def _beyond(draft: Draft, told: Told, local: datetime, known: Known) -> Doubt | None:
    """What nobody can answer: what no camera knows, what is now, what is to come or too long ago."""
    spoken = draft.spoken
    if spoken.words("unknowable", "words").search(draft.rest):
        return Doubt(spoken.say("unknowable"))
    if told.trouble:
        doubtful = told.trouble in ("which_time", "no_turn")
        return Doubt(spoken.say(told.trouble, word=told.words), ambiguous=doubtful)
    if told.span is None:
        start = rf"(?:{'|'.join(spoken.data['live']['start'])})"
        is_live = spoken.words("live", "words").search(told.rest)
        live = is_live or (
            re.match(start, f"{draft.whole} ")
            and "ever" not in told.words
            and not spoken.words("usual", "words").search(draft.whole)
            and not any(spoken.words("asks", a).search(draft.whole) for a in _NEVER_LIVE)
        )
        draft.live = bool(live)
        return None
    if told.span.since > local:
        return Doubt(spoken.say("future"))
    return _too_early(draft, told.span, known, local)


def _too_early(draft: Draft, span: Span, known: Known, local: datetime) -> Doubt | None:
    if known.first is None:
        return None
    first = known.first.astimezone(local.tzinfo)
    if span.until > first.replace(hour=0, minute=0, second=0, microsecond=0):
        return None
    spoken = draft.spoken
    month = spoken.data["calendar"]["month_names"][first.month - 1]
    dot = "." if spoken.data["clock_24"] else ""
    return Doubt(spoken.say("too_early", first=f"{first.day}{dot} {month} {first.year}"))


def _kinds(draft: Draft) -> None:
    """What is asked, what happened, and to what."""
    spoken = draft.spoken
    for sign, patterns in spoken.patterns("gestures").items():
        if any([draft.cut(pattern) for pattern in patterns]):
            draft.topic, draft.labels = Topic.GESTURE, (*draft.labels, sign)
    draft.ask = next((a for a in _ASKS if spoken.words("asks", a).search(draft.rest)), None)
    _talked_about(draft)
    for callings in spoken.patterns("callings").items():
        _calling(draft, *callings)
    draft.topic = draft.topic or _topic(draft)
    for words, patterns in spoken.patterns("described").items():
        if any([draft.cut(pattern) for pattern in patterns]):
            draft.described = (*draft.described, words)
    if draft.topic is not None and draft.topic is not Topic.GESTURE:
        heard = "happened" if draft.topic is Topic.ANYTHING else draft.topic
        draft.cut(spoken.words("topics", heard))
    _labels(draft)


def _talked_about(draft: Draft) -> None:
    """What was spoken of: the words themselves count, not what they stand for."""
    spoken = draft.spoken
    verb = spoken.words("topics", Topic.SPOKEN).search(draft.rest)
    if verb is None or draft.quoted:
        return
    nothing = spoken.words("about", "nothing")
    ahead, behind = draft.rest[: verb.end()], draft.rest[verb.end() :].split()
    told = [word for word in behind if word.isalpha() and not nothing.fullmatch(word)]
    draft.described = tuple(_as_said(word, spoken) for word in told)
    draft.rest = " ".join((*ahead.split(), *(word for word in behind if word not in told)))


def _as_said(word: str, spoken: Language) -> str:
    """The word that stands in what was noted, where this language has another one for it."""
    for section in ("described", "labels"):
        for told, forms in spoken.patterns(section).items():
            if told != "person" and any(form.fullmatch(word) for form in forms):
                return told
    return word


def _labels(draft: Draft) -> None:
    spoken = draft.spoken
    if spoken.words("known", "people").search(draft.rest) and not draft.people:
        draft.cut(spoken.words("known", "people"))
        draft.people = tuple(dict.fromkeys(draft.known.people.values()))
    for label, patterns in spoken.patterns("labels").items():
        if any([draft.cut(pattern) for pattern in patterns]):
            draft.labels = (*draft.labels, label)
    for several, patterns in spoken.patterns("kinds").items():
        if any([draft.cut(pattern) for pattern in patterns]):
            kinds = [label for label in several.split() if label in draft.known.labels]
            draft.labels = (*draft.labels, *(kinds or several.split()))
    more = {label: label for label in draft.known.labels - draft.known.gestures}
    found, draft.rest = take(draft.rest, more)
    draft.labels = tuple(dict.fromkeys((*draft.labels, *found)))


def _topic(draft: Draft) -> Topic | None:
    for topic in _TOPICS:
        if draft.spoken.words("topics", topic).search(draft.rest):
            return topic
    if draft.spoken.words("topics", "happened").search(draft.rest):
        return Topic.ANYTHING
    return None


def _calling(draft: Draft, calling: str, patterns: list[re.Pattern[str]]) -> None:
    known = [key for name, key in draft.known.people.items() if fold(name) == calling]
    if known and any([draft.cut(pattern) for pattern in patterns]):
        draft.people = tuple(dict.fromkeys((*draft.people, *known)))


def _numbered(draft: Draft) -> Doubt | None:
    """The visitor, where there are several who have no other name; one of a number that nobody has."""
    calling = "|".join(draft.spoken.data["callings"]["visitor"])
    strange = re.search(rf"\b(?:{calling}) (?:nr |no |number |nummer )?(\d{{1,4}})\b", draft.rest)
    if strange is not None:
        return _nobody(draft, strange.group().title())
    if draft.people or not draft.spoken.words("numbered", "words").search(draft.rest):
        return None
    there = sorted(name.title() for name in draft.known.people if re.fullmatch(r"\w+ \d+", name))
    if len(there) < 2:
        return None
    word = draft.spoken.data["callings"]["visitor"][0].title()
    return Doubt(draft.spoken.say("which", word=word, there=", ".join(there)), ambiguous=True)


def _partly(draft: Draft) -> Doubt | None:
    """Parts of names: whoever is called so, if it is only one."""
    people = parts(draft.known.people)
    for word in draft.rest.split():
        for form in (word, word.removesuffix("s")):
            ids = people.get(form)
            if not ids or (ids & set(draft.people)):
                continue
            if draft.spoken.knows(word) and (len(ids) > 1 or word in ("visitor", "visitors")):
                break
            if (other := _further_name(draft, word)) is not None:
                return _nobody(draft, f"{form.title()} {other.title()}")
            if len(ids) > 1:
                there = sorted(
                    name.title() for name, key in draft.known.people.items() if key in ids
                )
                words = draft.spoken.say("which", word=form.title(), there=", ".join(there))
                return Doubt(words, ambiguous=True)
            draft.people = (*draft.people, *ids)
            draft.cut(re.compile(rf"\b{re.escape(word)}\b"))
            break
    cameras = parts(draft.known.cameras)
    for word in draft.rest.split():
        ids = cameras.get(word)
        if ids and len(ids) == 1 and not draft.spoken.knows(word):
            draft.cameras = tuple(dict.fromkeys((*draft.cameras, *ids)))
            draft.cut(re.compile(rf"\b{re.escape(word)}\b"))
    return None


def _further_name(draft: Draft, word: str) -> str | None:
    """A second name right behind the first, which nobody has who is called by that."""
    words = draft.rest.split()
    behind = words[words.index(word) + 1 :][:1]
    strange = behind and behind[0].isalpha() and not draft.spoken.is_word(behind[0])
    named = strange and (behind[0] in draft.proper or draft.spoken.data["nouns_are_capital"])
    return behind[0] if named else None


def _left_over(draft: Draft, question: str) -> Doubt | None:
    """A word that means nothing here: guessing would answer something else."""
    for word in re.findall(r"[^\W\d_]{2,}", draft.rest):
        if draft.spoken.knows(word):
            continue
        if draft.topic in (Topic.SPOKEN, Topic.RULE):
            draft.described = (*draft.described, word)
            continue
        as_typed = next((w for w in re.findall(r"\w+", question) if fold(w) == word), word)
        if (
            as_typed[0].isupper()
            and draft.spoken.code == "en"
            and not question.startswith(as_typed)
        ):
            return _nobody(draft, as_typed)
        if draft.spoken.code == "de" and as_typed[0].isupper():
            return _nobody(draft, as_typed)
        return Doubt(draft.spoken.say("refuse_word", word=as_typed))
    return None


def _nobody(draft: Draft, name: str) -> Doubt:
    there = ", ".join(sorted(person.title() for person in draft.known.people)) or "-"
    return Doubt(draft.spoken.say("no_person", word=name, there=there), about_name=True)


def _query(draft: Draft, told: Told) -> Query:
    spoken = draft.spoken
    text = draft.quoted or " ".join(dict.fromkeys(draft.described)) or None
    topic = draft.topic or Topic.SIGHTINGS
    if topic is Topic.LOUD and not draft.described:
        text = draft.quoted
    labels = draft.labels
    if topic is Topic.SPOKEN and (about := [one for one in labels if one != "person"]):
        text = " ".join(filter(None, (text, *about)))
    if topic in (Topic.SPOKEN, Topic.LOUD, Topic.RULE, *CAMERA_STATES):
        labels = ()
    if topic is Topic.GESTURE:
        labels = tuple(label for label in labels if label != "person")
    if topic is Topic.ANYTHING and (labels or draft.people or text):
        topic = Topic.SIGHTINGS
    ask = draft.ask or _asked(draft, told)
    if ask is Ask.COMPARE and spoken.words("asks", "count").search(draft.whole):
        ask = ask if _comparable(draft) else Ask.COUNT
    if ask is Ask.WHO and (topic in CAMERA_STATES):
        ask = Ask.WHERE
    if ask is Ask.WHO and topic in (Topic.SIGHTINGS, Topic.LEFT, Topic.STOOD) and not labels:
        labels = ("person",) if not text else ()
    if ask in (Ask.LAST, Ask.FIRST, Ask.COUNT) and not labels and not draft.people and not text:
        whoever = re.search(rf"\b(?:{spoken.data['asks']['who'][0]})\b", draft.whole)
        labels = ("person",) if whoever and topic is Topic.SIGHTINGS else labels
    return Query(
        ask=ask,
        span=told.span,
        labels=labels,
        people=draft.people,
        cameras=draft.cameras,
        zones=draft.zones,
        topic=topic,
        text=text,
        each_person=bool(spoken.words("asks", "who").search(draft.whole)),
        words=(draft.quoted or draft.phrase or None) if text else None,
    )


def _comparable(draft: Draft) -> bool:
    things = tuple(label for label in draft.labels if label != "person")
    return max(len(draft.people) + len(things), len(draft.cameras), len(draft.labels)) > 1


def _asked(draft: Draft, told: Told) -> Ask:
    """What is asked where no word says so outright: when somebody came is when they came first."""
    if not draft.spoken.words("asks", "when").search(draft.whole):
        return Ask.LIST
    arrived = draft.spoken.words("moves", "arrive").search(draft.whole)
    home = draft.spoken.words("moves", "home").search(draft.whole)
    return Ask.FIRST if told.span is not None and arrived and not home else Ask.LAST
