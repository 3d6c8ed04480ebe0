"""How times, lengths, sizes and things are said to people."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale

from omnisight_desktop.gui.tongue import noted, tr

#: What a detector usually calls what it finds, so that it can be said in other languages.
LABELS = (
    *(noted("person"), noted("face"), noted("bicycle"), noted("car"), noted("motorcycle")),
    *(noted("bus"), noted("train"), noted("truck"), noted("boat"), noted("bird"), noted("cat")),
    *(noted("dog"), noted("horse"), noted("sheep"), noted("cow"), noted("bear"), noted("fox")),
    *(noted("deer"), noted("backpack"), noted("umbrella"), noted("handbag"), noted("suitcase")),
    *(noted("bottle"), noted("chair"), noted("ball"), noted("vehicle"), noted("animal")),
    *(
        noted("fall"),
        noted("raised hands"),
    ),
    *(noted("cycle"), noted("luggage"), noted("something"), noted("traffic light")),
)


def clock_time(moment: datetime, now: datetime) -> str:
    """A moment as people say it: ``14:05``, ``yesterday 22:10``, ``3 May 08:15``."""
    local, today = moment.astimezone(), now.astimezone().date()
    hours = f"{local:%H:%M}"
    days = (today - local.date()).days
    if days == 0:
        return hours
    if days == 1:
        return tr("yesterday {time}", time=hours)
    month = QLocale().monthName(local.month, QLocale.FormatType.ShortFormat)
    if local.year == today.year:
        return tr("{day} {month} {time}", day=local.day, month=month, time=hours)
    return tr(
        "{day} {month} {year} {time}", day=local.day, month=month, year=local.year, time=hours
    )


def date(moment: datetime, *, year: bool = False) -> str:
    """A day as people say it: ``Sat 3 May``, or with its year behind."""
    local = moment.astimezone()
    weekday = QLocale().dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
    day, in_month = local.day, month(local)
    if year:
        return tr(
            "{weekday} {day} {month} {year}",
            weekday=weekday,
            day=day,
            month=in_month,
            year=local.year,
        )
    return tr("{weekday} {day} {month}", weekday=weekday, day=day, month=in_month)


def month(moment: datetime) -> str:
    """A month, in short."""
    return QLocale().monthName(moment.month, QLocale.FormatType.ShortFormat)


def day_and_month(day: int, month: int) -> str:
    """A day of this year: ``3 May``."""
    named = QLocale().monthName(month, QLocale.FormatType.ShortFormat)
    return tr("{day} {month}", day=day, month=named)


def length(seconds: float) -> str:
    """A duration in the largest unit that fits: ``12 s``, ``3 min``, ``2 h 5 min``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return tr("{count} s", count=whole)
    if whole < 3600:
        return tr("{count} min", count=whole // 60)
    return tr("{hours} h {minutes} min", hours=whole // 3600, minutes=whole % 3600 // 60)


def amount(count: float) -> str:
    """So many bytes: ``812 kB``, ``6.5 MB``, ``1.2 GB``."""
    for unit, least in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= least:
            places = 0 if unit == "kB" or count >= 100 * least else 1
            return f"{number(count / least, places)} {unit}"
    return tr("{count} bytes", count=round(count))


def many(count: int) -> str:
    """A whole number that may be large, as it is read at a glance: ``12,345``."""
    return str(QLocale().toString(count))


def number(value: float, places: int = 0) -> str:
    """A number as it is written in the language of the window."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return str(locale.toString(float(value), "f", places))


def named(label: str) -> str:
    """A label in the language of the window."""
    return tr(label.replace("_", " "))


def days(count: int) -> str:
    """So many days."""
    return tr("1 day") if count == 1 else tr("{count} days", count=count)


def several(count: int, label: str) -> str:
    """So many of such things: ``2 people``, ``3 cars``."""
    known = {
        "person": tr("{count} people", count=count),
        "car": tr("{count} cars", count=count),
        "bus": tr("{count} buses", count=count),
        "truck": tr("{count} trucks", count=count),
        "motorcycle": tr("{count} motorcycles", count=count),
        "vehicle": tr("{count} vehicles", count=count),
        "animal": tr("{count} animals", count=count),
        "dog": tr("{count} dogs", count=count),
        "cat": tr("{count} cats", count=count),
        "bird": tr("{count} birds", count=count),
        "bicycle": tr("{count} bicycles", count=count),
    }
    return known.get(label) or tr("{count} × {thing}", count=count, thing=named(label))


def thing(label: str | None) -> str:
    """A label at the beginning of a line."""
    said = named(label or "something")
    return said[:1].upper() + said[1:]
