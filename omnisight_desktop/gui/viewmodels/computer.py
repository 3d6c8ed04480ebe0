"""The truth about this computer: what runs here, what does not, why, and what would help."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import noted, told, tr
from omnisight_desktop.observability.health import diagnose

#: What is found on the way down, and said by the doctor.
_FOUND = (
    *(noted("there is no graphics device here that could do it"), noted("hardware decoding")),
)
_RANK = {Health.FAILED: 0, Health.DEGRADED: 1, Health.OK: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: ``state`` is ok, degraded or failed."""

    name: str
    state: str
    reason: str
    fix: str


class ComputerViewModel(QObject):
    """Asks the doctor; what it looks at is loaded in a process of its own, so it takes a while."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._house = desk.house
        self._live = desk.live
        self._ops = desk.ops
        self.findings: tuple[Finding, ...] = ()
        self.busy = False
        self.trouble = ""

    def look(self) -> None:
        """Look at everything, unless that is being done."""
        if self.busy:
            return
        self.busy = True
        self.changed.emit()
        paths, settings = self._house.paths, self._house.settings
        self._ops.run(lambda: diagnose(paths, settings), self._looked, self._failed)

    def summary(self) -> str:
        """Everything in a sentence."""
        if self.busy and not self.findings:
            return tr("Looking at this computer…")
        bad = sum(one.state == Health.FAILED.value for one in self.findings)
        weak = sum(one.state == Health.DEGRADED.value for one in self.findings)
        if not bad and not weak:
            return tr("Everything the program needs is here and works.")
        if not bad:
            return tr("All that is needed works; {count} could be better.", count=weak)
        broken = tr("1 does not work.") if bad == 1 else tr("{bad} do not work.", bad=bad)
        better = tr("{count} could be better.", count=weak) if weak else ""
        return f"{broken} {better}".strip()

    def detector(self) -> Finding:
        """Which detector finds people now, and why not a better one."""
        trouble, how = self._live.detector_trouble(), self._live.detector()
        name = tr("detector in use")
        if trouble is not None:
            return Finding(name, Health.FAILED.value, told(trouble.reason), told(trouble.fix))
        if how is None:
            return Finding(name, Health.OK.value, tr("none was needed yet"), "")
        state = Health.DEGRADED if how.reason else Health.OK
        words = tr("people are found by their outline") if how.name == "hog" else how.name
        return Finding(name, state.value, words, told(how.reason))

    def _looked(self, checks: list[Check]) -> None:
        self.busy, self.trouble = False, ""
        ordered = sorted(checks, key=lambda check: _RANK[check.state])
        # Single model files have a page of their own.
        shown = [check for check in ordered if not check.name.startswith("model ")]
        self.findings = tuple(
            Finding(tr(check.name), check.state.value, told(check.reason), _fix(check))
            for check in shown
        )
        self.changed.emit()

    def _failed(self, error: OmniSightError) -> None:
        self.busy, self.trouble = False, told(str(error))
        self.changed.emit()


def _fix(check: Check) -> str:
    """What would help, as it is done from the window."""
    if check.name == "models" and check.fix:
        return tr("Get them on the page of models.")
    return told(check.fix)
