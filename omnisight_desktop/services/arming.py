"""Whether the house tells anybody what happens: disarmed, it goes on watching and recording in silence.

It is disarmed by hand or by a rule, and stays so, over new starts too, until it is armed again.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import OmniSightError, UsageError
from omnisight_desktop.rules.rule import Act
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.storage.records import AuditEntry

log = logging.getLogger(__name__)

VERB = "arming"
#: A wish to be left in peace counts while it is fresh; one to be told counts as long as news do.
_FRESH = {Act.DISARM: timedelta(minutes=5), Act.ARM: timedelta(days=1)}


@dataclass(frozen=True, slots=True)
class Silence:
    """The latest time in which nobody was told of anything; ``rule`` began it, or else somebody by hand."""

    since: datetime
    until: datetime | None = None
    rule: str = ""

    @property
    def changed(self) -> datetime:
        """When it began, or when it ended."""
        return self.until or self.since

    def holds(self, moment: datetime) -> bool:
        """Whether a moment lies in it."""
        return self.since <= moment and (self.until is None or moment < self.until)


class Arming:
    """Disarms the house and arms it; each change is written down with whoever wanted it."""

    def __init__(self, file: Path, keep: Callable[[AuditEntry], object]) -> None:
        self._file = file
        self._keep = keep
        self._ask: Callable[[str, Any], Any] | None = None
        self._changing = threading.Lock()
        self.latest = self._found()

    def through(self, ask: Callable[[str, Any], Any]) -> None:
        """Have the owner of the data folder change it, who answers to ``arming``."""
        self._ask = ask

    @property
    def armed(self) -> bool:
        """Whether people are told what happens."""
        return self.latest is None or self.latest.until is not None

    @property
    def silence(self) -> Silence | None:
        """Since when nobody is told, if so."""
        return None if self.armed else self.latest

    def silences(self, moment: datetime) -> bool:
        """Whether nobody is told now, or was at that moment."""
        return not self.armed or (self.latest is not None and self.latest.holds(moment))

    def do(self, act: Act, now: datetime, rule: str = "") -> bool:
        """Disarm the house or arm it; whether that changed anything."""
        if self._ask is not None:
            told = self._ask(VERB, {"act": act.value, "at": now.isoformat()})
            self.latest = self._found()
            return bool(told["changed"])
        with self._changing:
            if (act is Act.ARM) is self.armed:
                return False
            self._change(act, now, rule)
        return True

    def obey(self, act: Act, at: datetime, now: datetime, rule: str) -> bool:
        """Do what a rule wanted at that moment, unless it is too late for that or was undone since."""
        latest = self.latest
        if now - at >= _FRESH[act] or (latest is not None and at < latest.changed):
            return False
        return self.do(act, at, rule)

    def answer(self, payload: Any) -> Any:
        """What another program wants, and how things stand then."""
        changed = self.do(act_of(str(payload["act"])), parse_time(str(payload["at"])))
        return {"changed": changed, **self.as_json()}

    def as_json(self) -> dict[str, Any]:
        """How things stand: ``armed``, ``since`` when it is not, and the ``rule`` that did it."""
        silence = self.silence
        since = None if silence is None else silence.since.isoformat()
        return {"armed": self.armed, "since": since, "rule": silence.rule if silence else ""}

    def _change(self, act: Act, now: datetime, rule: str) -> None:
        if act is Act.DISARM or self.latest is None:
            silence = Silence(now, rule=rule)
        else:
            silence = replace(self.latest, until=max(now, self.latest.since))
        ends = {} if silence.until is None else {"until": silence.until.isoformat()}
        written = {"since": silence.since.isoformat(), **ends, "rule": silence.rule}
        with whole_file(self._file) as part:
            part.write_text(json.dumps(written, ensure_ascii=False) + "\n", "utf-8")
        self.latest = silence
        self._keep(AuditEntry(now, "rule" if rule else "owner", act.value, rule))

    def _found(self) -> Silence | None:
        try:
            told = json.loads(self._file.read_text("utf-8"))
            until = told.get("until")
            end = None if until is None else parse_time(str(until))
            return Silence(parse_time(str(told["since"])), end, str(told.get("rule", "")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError, AttributeError, OmniSightError) as e:
            # Better told once too often than never.
            log.warning("%s cannot be read, so the house is armed: %s", self._file.name, e)
            return None


def act_of(word: str) -> Act:
    """What is meant by a word."""
    try:
        return Act(word)
    except ValueError as error:
        raise UsageError(
            f"'{word}' cannot be done to the house.", fix="Say arm or disarm."
        ) from error
