"""Time phrases, resolved in the user's zone with the clock passed in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from omnisight_desktop.chat.understanding.language import Language, language
from omnisight_desktop.chat.understanding.query import Span

_SEASONS = {
    "spring": 3, "summer": 6, "autumn": 9, "winter": 12,
    "fruehling": 3, "fruehjahr": 3, "sommer": 6, "herbst": 9,
}  # fmt: skip
_PARTS = {"morning": (5, 12), "afternoon": (12, 18), "evening": (17, 23), "night": (20, 30)}
_AROUND = timedelta(minutes=30)
_A_DAY = timedelta(days=1)
_NAMES_OF_DAYS = ("weekday", "weekday_last")
_OF_THE_MONTH = ("date", "day_of_month")
_BESIDE = frozenset({"", "the", "den", "der", "dem", "on the", "-"})
_LIVELY_FROM = 7  # a bare hour before that is one of the afternoon, where nothing else is said


_SINGLE_DAYS = ("today", "tonight", "date", "weekday", "day_of_month")
_NEAR_LINKS = ("just_before", "just_after")
_NEAR = timedelta(hours=1)  # what is shortly before or after


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a time phrase: what it is, what it matched, where it stands."""

    kind: str  # date, part, clock
    name: str
    found: re.Match[str]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.found.start()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.found.end()


@dataclass(frozen=True, slots=True)
class Told:
    """What a question says of time: the stretch, what is left of the words, and any trouble."""

    span: Span | None
    rest: str
    trouble: str = ""  # the key of a sentence
    words: str = ""


def find_span(
    text: str,
    now: datetime,
    zone: tzinfo,
    spoken: Language | None = None,
    before: Span | None = None,
) -> Span | None:
    """The stretch of time that a question speaks of, or None if it speaks of none."""
    return read_times(text, now.astimezone(zone), spoken or language("en"), before).span


def read_times(
    text: str, now: datetime, spoken: Language, before: Span | None = None, *, goes_on: bool = False
) -> Told:
    """What the words say of time, as of a local moment; ``before`` is what was spoken of last, and an
    hour is one of that day where the words go on with it."""
    atoms, rest = _atoms(text, spoken)
    if not atoms:
        return Told(None, rest)
    words = text[atoms[0].start : atoms[-1].end].strip()
    if any(atom.name in ("tomorrow", "coming") for atom in atoms):
        return Told(None, rest, "future", words)
    try:
        stretch = _Reading(text, now, spoken, before, goes_on=goes_on).stretch(atoms)
        if stretch is None:
            return Told(None, rest)
        if isinstance(stretch, str):
            return Told(None, rest, stretch, words)
        since, until = (one.astimezone(UTC) for one in stretch)
    except (ValueError, OverflowError):
        return Told(None, rest, "no_date", words)
    trouble = "" if since < until else "no_date"
    return Told(None if trouble else Span(since, until, words), rest, trouble, words)


def _atoms(text: str, spoken: Language) -> tuple[list[Atom], str]:
    """The pieces in the order in which they stand, and the text without them."""
    rest, atoms = text, []

    def take(kind: str, name: str, pattern: re.Pattern[str]) -> None:
        nonlocal rest
        while found := pattern.search(rest):
            atoms.append(Atom(kind, name, found))
            rest = (
                f"{rest[: found.start()]}{'#' * (found.end() - found.start())}{rest[found.end() :]}"
            )

    for section, kind in (("days", "date"), ("parts", "part"), ("clock", "clock")):
        for name, patterns in spoken.patterns(section).items():
            for pattern in patterns if name != "bare_hour" else ():
                take(kind, name, pattern)
    has_clock = any(atom.kind == "clock" for atom in atoms)
    for link, form, ahead in _bare_hours(spoken):
        if link == "to" and not has_clock:
            continue
        while found := ahead.search(rest):
            begin = found.start("bare")
            inner = form.match(rest, begin)
            assert inner is not None
            atoms.append(Atom("clock", "bare_hour", inner))
            has_clock = True
            rest = f"{rest[:begin]}{'#' * (inner.end() - begin)}{rest[inner.end() :]}"
    atoms.sort(key=lambda atom: atom.start)
    return atoms, " ".join(re.sub("#+", " ", rest).split())


@lru_cache(maxsize=8)
def _bare_hours(spoken: Language) -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Numbers that can only be hours because of the word before them, and because nothing is counted."""
    units = "|".join(spoken.data["units"])
    labels = "|".join(form for forms in spoken.data["labels"].values() for form in forms)
    found = []
    for link in (*_NEAR_LINKS, "between", "to", "until", "before", "after", "around", "since"):
        some = "|".join(sorted(map(re.escape, spoken.data["links"][link]), key=len, reverse=True))
        for form in spoken.data["clock"]["bare_hour"]:
            ahead = rf"(?<!\w)(?:{some}) (?P<bare>{form})(?= |$)(?! (?:(?:{units})s?|{labels})\b)"
            found.append((link, re.compile(form), re.compile(ahead)))
    return found


class _Reading:
    """Reads the pieces of one question."""

    def __init__(
        self, text: str, now: datetime, spoken: Language, before: Span | None, *, goes_on: bool
    ) -> None:
        self._text = text
        self._now = now
        self._spoken = spoken
        self._before = before
        self._goes_on_with = before if goes_on else None
        self._dates: list[Atom] = []

    def stretch(self, atoms: list[Atom]) -> tuple[datetime, datetime] | str | None:
        """From when to when; the key of a sentence where that cannot be told."""
        if all(atom.name == "ever" for atom in atoms):
            return None
        dates = [atom for atom in atoms if atom.kind == "date" and atom.name != "ever"]
        parts = [atom for atom in atoms if atom.kind == "part"]
        clocks = [atom for atom in atoms if atom.kind == "clock"]
        dates = self._dates = self._each_once(self._without_weekdays(dates))
        if not dates and not clocks:
            return self._same_day(parts)
        if len(dates) > 1:
            return self._several(dates, parts, clocks)
        base = self._day(dates, parts)
        if isinstance(base, str):
            return base
        if not clocks and base is not None:
            link = self._link(dates[0])
            return base if link == "since" and self._is_of(dates[0]) else self._linked(base, link)
        return self._clocks(clocks, base, parts)

    def _day(self, dates: list[Atom], parts: list[Atom]) -> tuple[datetime, datetime] | str | None:
        """The day or days that are named, or the part of them; that of the turn before, if it goes on."""
        if not dates:
            last = self._goes_on_with
            if last is None or last.until - last.since > timedelta(hours=26):
                return None
            return self._days(last.since.astimezone(self._now.tzinfo).date(), 1)
        base = self._date(dates[0])
        if isinstance(base, str) or not parts:
            return base
        if parts[0].name == "night" and dates[0].name == "date_range":
            base = base[0], base[1] - _A_DAY  # a night is named by both its days
        within = self._in_part(base, parts[0].name)
        # Of several nights that go on until now, none has begun: all of them are meant.
        if not (base[0] <= self._now < within[0]) or dates[0].name in _SINGLE_DAYS:
            base = within
        if self._leads_to(parts[0], dates[0]):
            base = base[0] - _A_DAY, base[1] - _A_DAY
        return base

    def _without_weekdays(self, dates: list[Atom]) -> list[Atom]:
        """Only the date where a weekday stands beside it: Saturday the 24th is one day."""
        named = [
            one
            for one, other in zip(dates, dates[1:], strict=False)
            if one.name in _NAMES_OF_DAYS
            and other.name in _OF_THE_MONTH
            and self._text[one.end : other.start].strip() in _BESIDE
        ]
        return [one for one in dates if one not in named]

    def _each_once(self, dates: list[Atom]) -> list[Atom]:
        """Without a day that was named before: Halloween, the 31st."""
        if len(dates) < 2 or dates[0].name in ("week_of", "weekend_of"):
            return dates
        first = self._date(dates[0])
        same = [one for one in dates[1:] if self._date(one) == first]
        return [one for one in dates if one not in same]

    def _same_day(self, parts: list[Atom]) -> tuple[datetime, datetime] | str:
        """A part of the day that was spoken of before."""
        if self._before is None and parts and self._is_the_last(parts[0]):
            back = 1 if parts[0].name == "night" else 0
            found = self._in_part(
                self._days(self._now.date() - timedelta(days=back), 1), parts[0].name
            )
            return found if found[0] < self._now else (found[0] - _A_DAY, found[1] - _A_DAY)
        if self._before is None or not parts:
            return "which_time"
        since, until = (
            one.astimezone(self._now.tzinfo) for one in (self._before.since, self._before.until)
        )
        if until - since > timedelta(hours=26):
            return "which_time"
        return self._in_part(self._days(since.date(), 1), parts[0].name)

    def _is_the_last(self, part: Atom) -> bool:
        """Whether one part of a day is meant, not all of them: in the night, not at night."""
        ahead = self._text[: part.start].rstrip()
        return any(ahead.endswith(f" {one}") for one in self._spoken.data["night"]["one"])

    def _leads_to(self, part: Atom, day: Atom) -> bool:
        """Whether the night before that day is meant: the night to Friday."""
        if part.name != "night" or part.start > day.start:
            return False
        between = self._text[part.end : day.end].split()
        return bool(between) and between[0] in self._spoken.data["night"]["to"]

    def _several(
        self, dates: list[Atom], parts: list[Atom], clocks: list[Atom]
    ) -> tuple[datetime, datetime] | str:
        """From one day to another, each with its own part or hour where one stands beside it."""
        if dates[0].name in ("week_of", "weekend_of"):
            return self._around(dates)
        night = [p for p in parts if p.name == "night"]
        if len(night) == 1 and not clocks and night[0].start < dates[0].start:
            ends_of_night = [self._date(one) for one in dates[:2]]
            if not any(isinstance(end, str) for end in ends_of_night):
                first, last = ends_of_night[0][0], ends_of_night[1][0]
                if timedelta(0) < last - first < timedelta(hours=26):  # type: ignore[operator]
                    return self._in_part((first, last), "night")  # type: ignore[arg-type]
        ends: list[tuple[datetime, datetime]] = []
        for place, one in enumerate(dates[:2]):
            found = self._date(one)
            if isinstance(found, str):
                return found
            limit = dates[place + 1].start if place + 1 < len(dates) else len(self._text)
            mine = [p for p in parts if one.start <= p.start < limit]
            hours = [c for c in clocks if one.start <= c.start < limit]
            if mine:
                found = self._in_part(found, mine[0].name)
            if hours:
                moment = self._hour(hours[0], found, mine)
                found = (moment, moment)
            ends.append(found)
        return min(e[0] for e in ends), max(e[1] for e in ends)

    def _around(self, dates: list[Atom]) -> tuple[datetime, datetime] | str:
        """The week or the weekend in which a day lies."""
        found = self._date(dates[1])
        if isinstance(found, str):
            return found
        day = found[0].date()
        monday = day - timedelta(days=day.weekday())
        if dates[0].name == "week_of":
            return self._days(monday, 7)
        return self._days(monday + timedelta(days=5), 2)

    def _clocks(
        self, clocks: list[Atom], base: tuple[datetime, datetime] | None, parts: list[Atom]
    ) -> tuple[datetime, datetime]:
        day = base or self._usual(clocks[0], parts)
        first = self._hour(clocks[0], day, parts, clocks[1] if len(clocks) > 1 else None)
        if len(clocks) > 1:
            second = self._hour(clocks[1], day, parts)
            while second <= first:
                second += timedelta(hours=12)
            return first, second
        link = self._link(clocks[0])
        if link in _NEAR_LINKS:
            return (first - _NEAR, first) if link == "just_before" else (first, first + _NEAR)
        if link in ("since", "after"):
            if link == "since" and self._goes_on(clocks[0]):
                return first, self._now
            over = base is None or link == "since"
            return first, min(self._now, day[1]) if over else day[1]
        if link in ("before", "until"):
            return min(day[0], first), first
        return (
            (first.astimezone(UTC) - _AROUND).astimezone(first.tzinfo),
            (first.astimezone(UTC) + _AROUND).astimezone(first.tzinfo),
        )

    def _usual(self, clock: Atom, parts: list[Atom]) -> tuple[datetime, datetime]:
        """The day meant where none is named: today, or yesterday where that hour is still to come."""
        today = self._days(self._now.date(), 1)
        base = self._in_part(today, parts[0].name) if parts else today
        if self._hour(clock, base, parts) <= self._now:
            return base
        yesterday = self._days(self._now.date() - timedelta(days=1), 1)
        return self._in_part(yesterday, parts[0].name) if parts else yesterday

    def _hour(
        self,
        clock: Atom,
        base: tuple[datetime, datetime],
        parts: list[Atom],
        partner: Atom | None = None,
    ) -> datetime:
        hour, minute, exact = self._face(clock)
        if not exact and partner is not None and _half(partner):
            hour, exact = hour % 12 + (12 if _half(partner) == "pm" else 0), True
        in_part = bool(parts) or (base[1] - base[0]) < timedelta(hours=22)
        day = base[0].date()
        if in_part:
            options = [hour] if exact else [hour % 12, hour % 12 + 12]
            for offset in (0, 1):
                for option in options:
                    moment = self._at(day + timedelta(days=offset), option, minute)
                    if base[0] <= moment < base[1]:
                        return moment
            if parts and not exact:  # three in the morning, eleven in the evening
                hour = hour % 12 + (0 if parts[0].name == "morning" else 12)
                return self._at(day, hour, minute)
        if not exact and hour < _LIVELY_FROM and not self._spoken.data["clock_24"]:
            later = self._at(day, hour + 12, minute)
            if later <= self._now:
                hour += 12
        return self._at(day, hour, minute)

    def _face(self, clock: Atom) -> tuple[int, int, bool]:
        """Hour, minute, and whether it can only mean one half of the day."""
        told = _groups(clock.found)
        fixed = {"noon": (12, 0, True), "midnight": (0, 0, True)}
        if clock.name in fixed:
            return fixed[clock.name]
        if clock.name in ("half", "half_to", "quarter_past", "quarter_to"):
            words = re.findall(r"\w+", clock.found.group())
            hour = self._spoken.number(words[-1])
            shift = {"half": 30, "half_to": -30, "quarter_past": 15, "quarter_to": -15}[clock.name]
            minutes = (hour * 60 + shift) % (12 * 60)
            return minutes // 60, minutes % 60, False
        word = told.get("word")
        hour = self._spoken.number(word) if word else int(told["h"])
        minute = int(told.get("mm") or 0)
        if half := told.get("ap"):
            return hour % 12 + (12 if half == "pm" else 0), minute, True
        if hour > 24 or minute > 59:
            raise ValueError("no such hour")
        exact = hour > 12 or hour == 0 or "mm" in told
        return hour % 24, minute, exact

    def _linked(self, base: tuple[datetime, datetime], link: str) -> tuple[datetime, datetime]:
        if link == "since":
            return base[0], self._now
        if link == "after":
            return base[1], self._now
        if link == "before":
            return datetime(2, 1, 3, tzinfo=UTC), base[0]
        if link == "until":
            return datetime(2, 1, 3, tzinfo=UTC), base[1]
        return base

    def _with_its_day(self, atom: Atom) -> int:
        """Where a piece begins together with the day right before it: since yesterday noon."""
        beside = [
            day.start
            for day in self._dates
            if atom.kind == "clock"
            and day.end <= atom.start
            and self._text[day.end : atom.start].strip() in _BESIDE
        ]
        return beside[-1] if beside else atom.start

    def _goes_on(self, clock: Atom) -> bool:
        """Whether it is since then until now, not only on that day."""
        ahead = self._text[: self._with_its_day(clock)].split()[-1:]
        return bool(ahead) and ahead[0] in self._spoken.data["links"]["until_now"]

    def _is_of(self, day: Atom) -> bool:
        """Whether things of that day are meant, not all since then: the cars from last week."""
        ahead = self._text[: day.start].split()[-1:]
        behind = self._text[day.end :].strip(" #")
        form = self._spoken.words("links", "on")
        return bool(
            (ahead and ahead[0] in self._spoken.data["links"]["of"])
            or day.found.group().split()[0] in self._spoken.data["links"]["of"]
        ) and not form.match(behind)

    def _link(self, atom: Atom) -> str:
        """The word before a piece that says how it is meant."""
        ahead = self._text[: self._with_its_day(atom)].rstrip()
        own = atom.found.group().split()[0]
        for link in (*_NEAR_LINKS, "since", "before", "after", "until", "around"):
            for form in self._spoken.data["links"][link]:
                if re.search(rf"\b{re.escape(form)}(?: the| dem| den| last| on)?$", ahead):
                    return link
                if link == "since" and form == own and form in ("seit", "ab"):
                    return link
        return ""

    def _in_part(self, base: tuple[datetime, datetime], part: str) -> tuple[datetime, datetime]:
        begin, end = _PARTS[part]
        first, last = base[0].date(), (base[1] - timedelta(seconds=1)).date()
        if (base[1] - base[0]) < timedelta(hours=20):
            last = first
        return self._at(first, begin, 0), self._at(last, end, 0)

    def _date(self, atom: Atom) -> tuple[datetime, datetime] | str:
        told = _groups(atom.found)
        return self._resolvers().get(atom.name, self._fixed(atom.name))(told)

    def _resolvers(
        self,
    ) -> dict[str, Callable[[dict[str, str]], tuple[datetime, datetime] | str]]:
        return {
            "that_day": self._that_day,
            "day_before": self._day_before,
            "day_after": self._day_after,
            "days_ago": self._days_ago,
            "weeks_ago": self._weeks_ago,
            "rolling": self._rolling,
            "last_year": lambda told: self._years(self._now.year - self._ago(told)),
            "this_year": lambda _: self._years(self._now.year),
            "year": lambda told: self._years(int(told["y"])),
            "season": self._season,
            "months_ago": self._months_ago,
            "part_before_last": self._part_before_last,
            "parts_ago": self._parts_ago,
            "part_before": lambda told: self._part_beside(told["part"], -1),
            "part_after": lambda told: self._part_beside(told["part"], 1),
            "today_ago": self._today_ago,
            "weekday_weeks_ago": self._weekday_weeks_ago,
            "week_shift": self._week_shift,
            "moment_ago": self._moment_ago,
            "date_range": self._date_range,
            "weekday_of_month": self._weekday_of_month,
            "weekday": self._weekday,
            "weekday_last": self._weekday_last,
            "weekday_ago": self._weekday_ago,
            "weekday_of_last_week": self._weekday_of_last_week,
            "date": self._calendar,
            "month": self._month,
            "day_of_month": self._day_of_month,
        }

    def _fixed(self, name: str) -> Callable[[dict[str, str]], tuple[datetime, datetime]]:
        today = self._now.date()
        monday = today - timedelta(days=today.weekday())
        saturday = (
            monday + timedelta(days=5) if today.weekday() >= 5 else monday - timedelta(days=2)
        )
        month = today.replace(day=1)
        starts = {
            "today": (today, 1),
            "yesterday": (today - timedelta(days=1), 1),
            "before_yesterday": (today - timedelta(days=2), 1),
            "this_week": (monday, 7),
            "last_week": (monday - timedelta(days=7), 7),
            "week_before_last": (monday - timedelta(days=14), 7),
            "this_weekend": (saturday, 2),
            "last_weekend": (saturday - timedelta(days=7 if today.weekday() >= 5 else 0), 2),
            "weekend_before_last": (
                saturday - timedelta(days=14 if today.weekday() >= 5 else 7),
                2,
            ),
            "this_month": (month, (_next_month(month) - month).days),
        }
        if name == "last_month":
            before = (month - timedelta(days=1)).replace(day=1)
            return lambda _: self._days(before, (month - before).days)
        if name in ("last_night", "tonight"):
            day = today - timedelta(days=1) if name == "last_night" else today
            return lambda _: (self._at(day, 20, 0), self._at(day, 30, 0))
        begin, days = starts.get(name, (today, 1))
        stretch = self._days(begin, days)
        # What is not over yet ends now.
        return lambda _: (stretch[0], min(stretch[1], self._now) if days > 1 else stretch[1])

    def _that_day(self, _: dict[str, str]) -> tuple[datetime, datetime] | str:
        if self._before is None:
            return "no_turn"
        return self._days(self._before.since.astimezone(self._now.tzinfo).date(), 1)

    def _day_before(self, _: dict[str, str]) -> tuple[datetime, datetime] | str:
        return self._shifted(-1)

    def _day_after(self, _: dict[str, str]) -> tuple[datetime, datetime] | str:
        return self._shifted(1)

    def _shifted(self, days: int) -> tuple[datetime, datetime] | str:
        if self._before is None:
            return "no_turn"
        since = self._before.since.astimezone(self._now.tzinfo)
        until = self._before.until.astimezone(self._now.tzinfo)
        shift = timedelta(days=days)
        return since + shift, until + shift  # by the clock on the wall

    def _days_ago(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        return self._days(self._now.date() - timedelta(days=self._spoken.number(told["n"])), 1)

    def _weeks_ago(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        monday = self._now.date() - timedelta(days=self._now.weekday())
        return self._days(monday - timedelta(days=7 * self._spoken.number(told["n"])), 7)

    def _rolling(self, told: dict[str, str]) -> tuple[datetime, datetime] | str:
        unit = self._unit(told)
        if "n" not in told and unit == "week" and told.get("how") == "last" and "in" not in told:
            return self._fixed("last_week")({})
        amount = self._spoken.number(told.get("n") or "1")
        since = self._now.astimezone(UTC) - timedelta(
            seconds=amount * self._spoken.data["units"][unit]
        )
        return since.astimezone(self._now.tzinfo), self._now

    def _unit(self, told: dict[str, str]) -> str:
        return next(
            u for u in (told["unit"], told["unit"].rstrip("s")) if u in self._spoken.data["units"]
        )

    def _ago(self, told: dict[str, str]) -> int:
        return self._spoken.number(told.get("n") or "1")

    def _years(self, year: int) -> tuple[datetime, datetime]:
        first = date(year, 1, 1)
        return self._days(first, (date(year + 1, 1, 1) - first).days)

    def _season(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        begins = date(self._now.year, _SEASONS[told["season"]], 1)
        if begins > self._now.date():
            begins = begins.replace(year=self._now.year - 1)
        after = _next_month(_next_month(_next_month(begins)))
        return self._days(begins, (after - begins).days)

    def _months_ago(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        first = self._now.date().replace(day=1)
        for _ in range(self._ago(told)):
            first = (first - timedelta(days=1)).replace(day=1)
        return self._days(first, (_next_month(first) - first).days)

    def _part_before_last(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        return self._part_ago(told["part"], 2)

    def _parts_ago(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        return self._part_ago(told["part"], self._spoken.number(told["n"]))

    def _part_beside(self, word: str, days: int) -> tuple[datetime, datetime] | str:
        """The evening before what was spoken of, or the morning after it."""
        if self._before is None:
            return "no_turn"
        part = next(n for n in _PARTS if self._spoken.words("parts", n).fullmatch(word))
        day = self._before.since.astimezone(self._now.tzinfo).date()
        return self._in_part(self._days(day + timedelta(days=days), 1), part)

    def _part_ago(self, word: str, days: int) -> tuple[datetime, datetime]:
        part = next(n for n in _PARTS if self._spoken.words("parts", n).fullmatch(word))
        return self._in_part(self._days(self._now.date() - timedelta(days=days), 1), part)

    def _today_ago(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        return self._days(self._now.date() - timedelta(days=7 * self._spoken.number(told["n"])), 1)

    def _weekday_weeks_ago(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        back = 7 * self._spoken.number(told["n"]) + self._now.weekday()
        monday = self._now.date() - timedelta(days=back)
        return self._days(monday + timedelta(days=self._spoken.weekday(told["weekday"])), 1)

    def _week_shift(self, _: dict[str, str]) -> tuple[datetime, datetime] | str:
        return self._fixed("last_week")({}) if self._before is None else self._shifted(-7)

    def _moment_ago(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        length = self._spoken.data["units"][self._unit(told)] * self._spoken.number(told["n"])
        give = timedelta(seconds=max(300, min(length / 2, _AROUND.total_seconds())))
        at = self._now.astimezone(UTC) - timedelta(seconds=length)
        return tuple(end.astimezone(self._now.tzinfo) for end in (at - give, at + give))  # type: ignore[return-value]

    def _date_range(self, told: dict[str, str]) -> tuple[datetime, datetime] | str:
        year = int(told["y"]) if "y" in told else None
        month = self._spoken.month(told["month"])
        first, last = (self._on(year, month, int(told[day])) for day in "de")
        return first[0], last[1]

    def _weekday(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        ago = (self._now.weekday() - self._spoken.weekday(told["weekday"])) % 7
        return self._days(self._now.date() - timedelta(days=ago), 1)

    def _weekday_of_month(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        first = self._month(told)[0].date()
        days = [first + timedelta(days=n) for n in range((_next_month(first) - first).days)]
        days = [day for day in days if day.weekday() == self._spoken.weekday(told["weekday"])]
        ordinals = self._spoken.data["ordinals"]
        place = next(i for i, forms in enumerate(ordinals) if re.fullmatch(forms, told["which"]))
        return self._days(days[place] if place < 4 else days[-1], 1)

    def _weekday_last(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        ago = (self._now.weekday() - self._spoken.weekday(told["weekday"]) - 1) % 7 + 1
        return self._days(self._now.date() - timedelta(days=ago), 1)

    def _weekday_ago(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        ago = (self._now.weekday() - self._spoken.weekday(told["weekday"]) - 1) % 7 + 8
        return self._days(self._now.date() - timedelta(days=ago), 1)

    def _weekday_of_last_week(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        monday = self._now.date() - timedelta(days=self._now.weekday() + 7)
        return self._days(monday + timedelta(days=self._spoken.weekday(told["weekday"])), 1)

    def _calendar(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        month = int(told["m"]) if "m" in told else self._spoken.month(told["month"])
        return self._on(int(told["y"]) if "y" in told else None, month, int(told["d"]))

    def _on(self, year: int | None, month: int, day: int) -> tuple[datetime, datetime]:
        found = date(year or self._now.year, month, day)
        if year is None and found > self._now.date():
            found = date(self._now.year - 1, month, day)
        return self._days(found, 1)

    def _month(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        month = self._spoken.month(told["month"])
        year = int(told["y"]) if "y" in told else self._now.year - (month > self._now.month)
        first = date(year, month, 1)
        return self._days(first, (_next_month(first) - first).days)

    def _day_of_month(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        day, month = int(told["d"]), self._now.date().replace(day=1)
        if day > self._now.day:
            month = (month - timedelta(days=1)).replace(day=1)
        return self._days(month.replace(day=day), 1)

    def _days(self, first: date, days: int) -> tuple[datetime, datetime]:
        return self._at(first, 0, 0), self._at(first + timedelta(days=days), 0, 0)

    def _at(self, day: date, hour: int, minute: int) -> datetime:
        whole = day + timedelta(days=hour // 24)
        return datetime.combine(whole, time(hour % 24, minute), self._now.tzinfo)


def _groups(found: re.Match[str]) -> dict[str, str]:
    """What the groups took, by their names, without the numbers of those that came again."""
    return {re.sub(r"_\d$", "", k): v for k, v in found.groupdict().items() if v is not None}


def _half(clock: Atom) -> str | None:
    return _groups(clock.found).get("ap")


def _next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)
