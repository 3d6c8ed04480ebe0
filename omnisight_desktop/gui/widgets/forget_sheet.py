"""The sheet on which somebody is forgotten: what goes, what stays, and a button to hold."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.forgetting import ForgettingViewModel
from omnisight_desktop.gui.widgets.hold import HoldButton
from omnisight_desktop.gui.widgets.overlay import Overlay
from omnisight_desktop.gui.widgets.said import fit, words

_WIDTH = 520


class ForgetSheet(Overlay):
    """There is no way back from here, so it says everything before, and what is left after."""

    def __init__(self, parent: QWidget, model: ForgettingViewModel, look: Look) -> None:
        super().__init__(parent, look, _WIDTH)
        self._model = model
        self._title = words("", "title")
        self._goes, self._stays, self._left = words(), words("", "muted"), words("", "muted")
        self._goes_head = words(tr("What goes"), "strong", wrap=False)
        self._stays_head = words(tr("What this program cannot reach"), "strong", wrap=False)
        self._left_head = words(tr("They are still to be found here"), "strong", wrap=False)
        self._clips = QButtonGroup(self)
        self._clips_part = QWidget()
        self._trouble = words("", "failed")
        self._hold = HoldButton(tr("Hold to forget"), look)
        self._cancel = QPushButton(tr("Cancel"))
        self._lay_out()
        model.changed.connect(self._show)

    def ask_about(self, person: str) -> None:
        """Show what forgetting them would come to."""
        self._clips.button(0).setChecked(True)
        self._model.begin(person)
        self.come(self._cancel)

    def _lay_out(self) -> None:
        part = QVBoxLayout(self._clips_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(0)
        part.addWidget(words(tr("Clips that show them"), "strong", wrap=False))
        for at, said in enumerate(
            (tr("Stay as they are"), tr("Are kept, with them blurred"), tr("Are removed"))
        ):
            choice = QRadioButton(said)
            self._clips.addButton(choice, at)
            part.addWidget(choice)
        self._hold.setToolTip(tr("Keep it pressed for a moment; there is no way back"))
        self._hold.held.connect(self._forget)
        self._cancel.clicked.connect(self.leave)
        buttons = QHBoxLayout()
        buttons.setSpacing(Size.GAP)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._hold)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(Size.WIDE, Size.WIDE, Size.WIDE, Size.ROOM)
        column.setSpacing(Size.GAP)
        column.addWidget(self._title)
        for head, body in (
            (self._goes_head, self._goes),
            (self._stays_head, self._stays),
            (self._left_head, self._left),
        ):
            column.addSpacing(Size.GAP // 2)
            column.addWidget(head)
            column.addWidget(body)
        column.addSpacing(Size.GAP // 2)
        column.addWidget(self._clips_part)
        column.addWidget(self._trouble)
        column.addSpacing(Size.GAP)
        column.addLayout(buttons)

    def _forget(self) -> None:
        self._model.forget(("keep", "veil", "remove")[max(0, self._clips.checkedId())])

    def _show(self) -> None:
        model = self._model
        done = model.done
        if done:
            title = tr("{name} is forgotten", name=model.name)
        elif model.busy:
            title = tr("Forgetting {name}…", name=model.name)
        else:
            title = tr("Forget {name}?", name=model.name or "…")
        self._title.setText(title)
        _list(self._goes_head, self._goes, () if done else model.goes)
        _list(self._stays_head, self._stays, () if done else model.stays)
        _list(self._left_head, self._left, model.left if done else ())
        self._clips_part.setVisible(model.has_clips and not done)
        self._clips_part.setEnabled(not model.busy)
        self._trouble.setText(model.trouble)
        self._trouble.setVisible(bool(model.trouble))
        self._hold.setVisible(not done)
        self._hold.setEnabled(bool(model.goes) and not model.busy)
        self._cancel.setText(tr("Close") if done else tr("Cancel"))
        self._cancel.setEnabled(not model.busy)
        self.sheet.adjustSize()


def _list(head: QLabel, body: QLabel, lines: tuple[str, ...]) -> None:
    body.setText("\n".join(f"· {line}" for line in lines))
    fit(body, _WIDTH - 2 * Size.WIDE)
    body.setMaximumHeight(body.minimumHeight())
    for label in (head, body):
        label.setVisible(bool(lines))
