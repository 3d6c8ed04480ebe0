"""The left half of teaching and trying: who teaches, and their mirror."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.mirror import MirrorViewModel
from omnisight_desktop.gui.widgets.choice import Choice
from omnisight_desktop.gui.widgets.mirror import Mirror
from omnisight_desktop.gui.widgets.said import words


class Stage(QWidget):
    """A choice of teachers over the mirror."""

    films_chosen = Signal()

    def __init__(self, model: MirrorViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self.mirror = Mirror(look)
        self._choice = Choice(look)
        self._choice.setAccessibleName(tr("Who teaches"))
        self._choice.setToolTip(tr("The camera in front of which you stand"))
        self._choice.setMinimumWidth(220)
        self._choice.activated.connect(self._chosen)
        film = QPushButton(tr("Videos…"))
        film.setToolTip(tr("Learn from videos, a take from each  Ctrl+O"))
        film.clicked.connect(self.ask_films)
        icons.put(film, "film", look)
        self._model_wanted = QPushButton(tr("Get the model"))
        self._model_wanted.setProperty("role", "primary")
        self._model_wanted.clicked.connect(model.get_model)
        self._model_wanted.hide()
        head = QHBoxLayout()
        head.setSpacing(Size.GAP)
        head.addWidget(words(tr("Camera"), "small", wrap=False))
        head.addWidget(self._choice)
        head.addWidget(film)
        head.addStretch(1)
        head.addWidget(self._model_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.PAD)
        column.addLayout(head)
        column.addWidget(self.mirror, 1)
        model.changed.connect(self._show)
        self._show()

    def pull(self) -> None:
        """Paint what is new."""
        picture = self._model.pull(self.mirror.serial, self.mirror.room)
        teacher = self._model.teacher
        if picture is not None:
            self.mirror.show_picture(picture, turned=teacher is not None and teacher.turned)

    def ask_films(self) -> None:
        """Have videos chosen."""
        kinds = (
            tr("Videos") + " (*.mp4 *.mkv *.avi *.mov *.webm *.m4v);;" + tr("All files") + " (*)"
        )
        files, _ = QFileDialog.getOpenFileNames(self, tr("Videos to learn from"), "", kinds)
        if files:
            self._model.choose_films(tuple(files))
            self.films_chosen.emit()

    def _chosen(self, at: int) -> None:
        self.mirror.clear()
        self._model.choose(str(self._choice.itemData(at)))

    def _show(self) -> None:
        model = self._model
        with QSignalBlocker(self._choice):
            known = [str(self._choice.itemData(n)) for n in range(self._choice.count())]
            said = [self._choice.itemText(n) for n in range(self._choice.count())]
            if known != [t.id for t in model.teachers] or said != [t.words for t in model.teachers]:
                self._choice.clear()
                for teacher in model.teachers:
                    self._choice.addItem(teacher.words, teacher.id)
            chosen = model.teacher.id if model.teacher is not None else ""
            self._choice.setCurrentIndex(self._choice.findData(chosen))
        self.mirror.say(model.words, model.tone)
        self._model_wanted.setVisible(model.needs_model)
