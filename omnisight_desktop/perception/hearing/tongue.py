"""How people are introduced in a language: data of ``resources/hearing``, made ready to be looked for.

A form is a row of plain words. ``( | )``, ``?``, ``*`` and ``+`` mean what they mean in regular
expressions, of words instead of letters. ``,`` is a pause that may be there, ``;`` one that has to, ``.`` the end of a sentence;
``^`` begins a clause, ``<`` a sentence, ``$`` ends a clause, and ``!`` is before a word that must not
stand there. A word in braces is a list of words
or a part of a form, by that name; but ``{name}`` is a name, ``{full}`` one of several words,
``{ranked}`` one behind a rank, ``{titled}`` one behind a title, ``{surname}`` a word nobody knows, ``{spelt}`` a word told letter by letter, ``{other}`` one that is not meant, ``{low}`` a word that is none, and
``{any}`` whatever word; neither is one that denies. ``{owner}`` is a name, behind which there may be "'s", and ``{others}`` one that has it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.core.speech import Whom

#: Those whose forms are there; the first two are told in most detail.
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "tr")

_SHORTEST_STEM = 3
_ON = r"(?:[NUWKB]\S+ |(?:P\S+ )+[NUW]\S+ ){0,3}"
_TITLED = rf"(?:[TRL]\S+ )+(?:P\S+ )*[NUWKB]\S+ {_ON}"
_MAYBE = rf"(?>{_TITLED}|[NUW]\S+ {_ON})"
_SURE = rf"(?>{_TITLED}|(?:(?:P\S+ )+[NU]|[NUWKB])\S+ {_ON})"
_FULL = r"(?>(?:[TRL]\S+ )*[NUW]\S+ (?:[NUWKB]\S+ |(?:P\S+ )+[NUW]\S+ ){1,3})"
_RANKED = rf"(?>(?:T\S+ )*(?:R\S+ )+[NUWKB]\S+ {_ON})"
_NOT_OWNER = r"(?!S)"
_SPELT = r"C[^\W\d_](?:-[^\W\d_])+ "
_SIGNS = {
    "(": "(?:",
    ",": "(?:[,:] )?",
    ";": "[,.!?:] ",
    ".": "[.!?] ",
    "^": "(?:^|(?<=[,.!?:] ))",
    "<": "(?:^|(?<=[.!?:] ))",
    "$": "(?=[,.!?:]|$)",
}
_SLOTS = {
    "{full}": f"({_FULL}){_NOT_OWNER}",
    "{ranked}": f"({_RANKED}){_NOT_OWNER}",
    "{titled}": f"((?>{_TITLED})){_NOT_OWNER}",
    "{owner}": f"({_SURE})",
    "{surname}": rf"(U\S+ ){_NOT_OWNER}",
    "{others}": rf"(?:{_SURE}S\S+ )",
    "{spelt}": _SPELT,
    "{other}": f"(?:{_SURE}){_NOT_OWNER}",
}
_SIGN = re.compile(r"\{\w+\}|[()|?*+^$<;,.!]|[^\s(){}|?*+^$<;,.!]+")


@dataclass(frozen=True, slots=True)
class Frame:
    """A form that introduces somebody. A ``sure`` one can be followed by hardly anything but a name."""

    form: re.Pattern[str]
    whom: Whom
    sure: bool
    near: bool  # only of somebody who is there, so not in a sentence about the absent
    many: bool  # more names may follow, of more of them
    bare: bool  # hardly more than the name itself, as when somebody is called
    known: bool  # counts only where the name is known as one
    strange: bool  # any word nobody knows is a name in it, however it ends
    points: bool  # at whatever stands there, so that a word nobody knows may be a thing as well
    unless: re.Pattern[str] | None  # what must not follow


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: its forms, and the words that are needed to tell names from others."""

    frames: tuple[Frame, ...]
    more: re.Pattern[str]  # one more name, behind another
    more_not: re.Pattern[str]  # and what follows where it begins another sentence
    titles: frozenset[str]
    low_titles: frozenset[str]  # only without a capital
    ranks: frozenset[str]
    rank_tails: tuple[str, ...]
    particles: frozenset[str]
    greetings: frozenset[str]
    longest_greeting: int
    fillers: frozenset[str]
    joined: Mapping[str, str]  # written as one word by those who write in a hurry
    always_joined: frozenset[str]
    tails_of_words: tuple[tuple[str, str], ...]
    clitics: frozenset[str]
    word_names: frozenset[str]
    small: frozenset[str]
    barred: frozenset[str]  # peoples, places, makers, days: with a capital, and no names
    doubtful: frozenset[str]  # of those, what somebody may be called all the same
    everyday: frozenset[str]
    everyday_tails: tuple[str, ...]
    plurals: tuple[str, ...]
    capital_nouns: bool
    heads: tuple[str, ...]  # longer words that end with one are of its kind
    owner_tails: tuple[str, ...]  # of a name whose owner has what follows
    no_name_tails: tuple[str, ...]  # how strange words end that are no names
    name_tails: tuple[
        str, ...
    ]  # how names end that nobody wrote down; other strange words are none
    things: frozenset[str]  # a name goes on with it where it is that of a thing
    after_names: frozenset[str]
    taken_back: re.Pattern[str] | None  # right before a form: it is not meant
    called_to: re.Pattern[str] | None  # right before a bare name: somebody is spoken to
    spoken_to: re.Pattern[str] | None  # right after it
    before_people: re.Pattern[str] | None  # before a form: people are about
    after_people: re.Pattern[str] | None  # right after a name: it is somebody's
    after_things: re.Pattern[str] | None  # right after a name: it is none
    articles: frozenset[str]  # right before a word, and
    owners: frozenset[str]  # one or two before it: it is a thing, where things have capitals
    thing_articles: frozenset[str]  # right before what is a thing, or a small one
    of_people: frozenset[str]  # who was named is spoken of with these words
    folk: frozenset[str]  # what people are to each other
    of_things: frozenset[str]  # and what was named with these
    pictured: frozenset[str]  # where one sentence tells of these the next is of nobody who is there
    beastly: re.Pattern[str] | None  # in the sentence or the next: who was named is an animal
    joins: frozenset[str]  # between two titles of one name
    absent: re.Pattern[str] | None  # anywhere in the sentence: about somebody who is not there

    def is_known(self, folded: str) -> bool:
        """Whether a word is surely a first name."""
        known = known_names()
        return folded in known or any(part in known for part in folded.split("-")[:1])

    def sounds_like_a_name(self, folded: str) -> bool:
        """Whether a word that nobody wrote down may be one, by its end."""
        return folded.endswith(self.name_tails) and not folded.endswith(self.no_name_tails)

    def is_everyday(self, folded: str, *, by_tail: bool) -> bool:
        """Whether a word is one that nobody is called, which its tail may tell as well."""
        if folded.endswith(self.heads) and folded not in known_names():
            return True
        if folded in self.everyday or (by_tail and folded.endswith(self.everyday_tails)):
            return True
        for plural in self.plurals:
            stem = folded.removesuffix(plural)
            if stem != folded and len(stem) >= _SHORTEST_STEM and stem in self.everyday:
                return True
        return "-" in folded and all(part in self.everyday for part in folded.split("-"))


@cache
def tongue(code: str) -> Tongue:
    """A language, by its code."""
    with shipped("resources/hearing", f"{code}.toml").open("rb") as file:
        return _read(_folded(tomllib.load(file)))


@cache
def known_names() -> frozenset[str]:
    """First names that are surely names, folded."""
    return _listed("names.txt")


@cache
def known_things() -> frozenset[str]:
    """What surely is the name of a thing, whoever is called so as well, folded."""
    return _listed("things.txt")


@cache
def spoken_names() -> frozenset[str]:
    """The few that an engine listens for which knows only what it is told, folded."""
    return _listed("spoken.txt")


def _listed(file: str) -> frozenset[str]:
    path = shipped("resources/hearing", file)
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return frozenset(word.casefold() for line in lines for word in line.split())


def _read(data: Mapping[str, Any]) -> Tongue:
    everyday = _listed(data["everyday"]) if "everyday" in data else frozenset[str]()
    never = rf"(?:\S(?:{'|'.join(data['never'])}) )"
    parts = {"{never}": never}
    parts |= {f"{{{name}}}": _list(words, parts) for name, words in data["words"].items()}
    for name, form in data.get("parts", {}).items():
        parts[f"{{{name}}}"] = _form(form, parts, sure=True)
    greetings = frozenset(data["greetings"])
    no_names = data["no_names"]
    small = frozenset(no_names["small"])
    barred = frozenset(word for name in data["barred"] for word in no_names[name])
    barred |= known_things()
    spoken = frozenset(word for some in data["words"].values() for word in some)
    others = frozenset(word for some in no_names.values() for word in some)

    def set_of(name: str) -> frozenset[str]:
        return frozenset(data.get(name, ()))

    def before(name: str, pause: str) -> re.Pattern[str] | None:
        return _pattern(rf"{_list(data[name], parts)}(?:{pause} )?$") if data.get(name) else None

    def behind(name: str) -> re.Pattern[str] | None:
        return _pattern(_list(data[name], parts)) if data.get(name) else None

    def anywhere(name: str) -> re.Pattern[str] | None:
        return re.compile(rf" (?:{'|'.join(data[name])}) ") if data.get(name) else None

    return Tongue(
        frames=tuple(_frame(told, parts) for told in data["frames"]),
        more=_pattern(_form(data["more"], parts, sure=False)),
        more_not=_pattern(_form(data["more_not"], parts, sure=False)),
        titles=set_of("titles"),
        low_titles=set_of("low_titles"),
        ranks=set_of("ranks"),
        rank_tails=tuple(data.get("rank_tails", ("\x00",))),
        particles=set_of("particles"),
        greetings=greetings,
        longest_greeting=max(len(one.split()) for one in greetings),
        fillers=set_of("fillers"),
        joined=data.get("joined", {}),
        always_joined=set_of("always_joined"),
        tails_of_words=tuple(data.get("tails_of_words", {}).items()),
        clitics=set_of("clitics"),
        word_names=set_of("word_names") | (known_things() & known_names()),
        small=small,
        barred=barred,
        doubtful=known_things().union(no_names.get("places", ())),
        everyday=everyday | others | spoken,
        everyday_tails=tuple(data.get("everyday_tails", ("\x00",))),
        plurals=tuple(data.get("plurals", ())),
        capital_nouns=data.get("compounds", False),
        heads=tuple(frozenset(data["words"]["kin"]).difference(data.get("no_heads", ())))
        if data.get("compounds")
        else ("\x00",),
        owner_tails=tuple(data.get("owner_tails", ())),
        no_name_tails=tuple(data.get("no_name_tails", ("\x00",))),
        name_tails=tuple(data.get("name_tails", ("",))),
        things=set_of("things"),
        after_names=set_of("after_names"),
        taken_back=before("taken_back", ","),
        called_to=before("called_to", "[,.!:]"),
        spoken_to=_pattern(rf"(?:[,] )?{_list(data['spoken_to'], parts)}"),
        before_people=before("before_people", ","),
        after_people=behind("after_people"),
        after_things=behind("after_things"),
        articles=frozenset(data["words"].get("art", ())),
        owners=frozenset(data["words"].get("det", ())).difference(data["words"].get("art", ())),
        thing_articles=set_of("thing_articles"),
        of_people=set_of("of_people"),
        folk=frozenset(data["words"]["kin"]).union(data["words"].get("one", ()))
        - set_of("no_folk"),
        of_things=set_of("of_things"),
        pictured=set_of("pictured"),
        joins=set_of("joins"),
        beastly=anywhere("beastly"),
        absent=anywhere("absent"),
    )


def _folded(data: Any) -> Any:
    """The same with all that is written in it folded, as what was said is."""
    if isinstance(data, dict):
        return {key: _folded(one) for key, one in data.items()}
    if isinstance(data, list):
        return [_folded(one) for one in data]
    return data.casefold() if isinstance(data, str) else data


def _frame(told: Mapping[str, Any], parts: Mapping[str, str]) -> Frame:
    sure = told.get("sure", False)
    unless = told.get("unless")
    return Frame(
        _pattern(_form(told["form"], parts, sure=sure)),
        Whom(told["whom"]),
        sure,
        told.get("near", False),
        told.get("many", False),
        told.get("bare", False),
        told.get("known", False),
        told.get("strange", False),
        told.get("points", False),
        _pattern(_form(unless, parts, sure=sure)) if unless else None,
    )


def _form(form: str, parts: Mapping[str, str], *, sure: bool) -> str:
    """A form as the regular expression that finds it in a line of words."""
    slots = {**parts, **_SLOTS, "{name}": f"({_SURE if sure else _MAYBE}){_NOT_OWNER}"}
    slots["{low}"] = rf"(?:(?!{parts['{never}']})[CGPL]\S+ )"
    slots["{any}"] = rf"(?:(?!{parts['{never}']})[^,.!?:\s]\S+ )"
    made = []
    never = False
    for sign in _SIGN.findall(form):
        if sign == "!":
            never = True
            continue
        one = slots.get(sign) or _SIGNS.get(sign) or (sign if sign in ")|?*+" else None)
        if one is None and sign.startswith("{"):
            raise ValueError(f"{sign} is nowhere told, in the form '{form}'")
        one = one or rf"(?:\S{re.escape(sign)} )"
        made.append(f"(?!{one})" if never else one)
        never = False
    return f"(?:{''.join(made)})"


def _list(phrases: Iterable[str], parts: Mapping[str, str]) -> str:
    return f"(?:{'|'.join(_form(one, parts, sure=False) for one in phrases)})"


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= )){form}")
