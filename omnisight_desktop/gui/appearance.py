"""Theme, accent and language as the settings have them, taken up at once when they change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QFileSystemWatcher,
    QLibraryInfo,
    QLocale,
    QObject,
    Qt,
    QTimer,
    QTranslator,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Interface
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.gui import theme, tongue
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.services.settings import Preferences

_SETTLED_MS = 150
_LANGUAGES = ("en", "de")


class Appearance(QObject):
    """How the window looks and speaks. Whoever writes the settings, it is followed."""

    language_changed = Signal()
    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, application: QApplication, interface: Interface, paths: Paths, ops: Ops
    ) -> None:
        super().__init__()
        self._application = application
        self._paths = paths
        self._ops = ops
        self._told: Interface | None = None  # what the settings said when they were last read
        self._translator: QTranslator | None = None
        self.interface = interface
        self.language = ""
        self._speak()
        self.look = Look(self._tokens())
        theme.apply(application, self.look.tokens)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self._read)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._settling.start)
        self._watcher.fileChanged.connect(self._settling.start)
        self._stamp = self._stamp_now()
        self._watcher.addPath(str(paths.root))
        self._watch_file()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._wear)
        ops.run(lambda: load(paths).interface, self._remember, lambda _: None)

    def set(self, name: str, value: str | bool) -> None:
        """Choose something for good, such as ``theme``; it holds at once, and is then written."""
        self._take(self.interface.model_copy(update={name: value}))
        self._ops.run(
            lambda: Preferences(self._paths).set(f"interface.{name}", value),
            lambda _: None,
            self._not_written,
        )

    def close(self) -> None:
        """Follow no longer."""
        self._settling.stop()
        self._watcher.deleteLater()

    def _remember(self, told: Interface) -> None:
        if self._told is None:
            self._told = told

    def _read(self) -> None:
        self._watch_file()
        stamp = self._stamp_now()
        if stamp != self._stamp:
            self._stamp = stamp
            self._ops.run(lambda: load(self._paths).interface, self._follow, lambda _: None)

    def _follow(self, told: Interface) -> None:
        """Take up what was changed, and no more: a flag may have said otherwise about the rest."""
        before, self._told = self._told or told, told
        news = {
            name: value
            for name, value in told.model_dump().items()
            if value != getattr(before, name)
        }
        self._take(self.interface.model_copy(update=news))

    def _take(self, interface: Interface) -> None:
        if interface == self.interface:
            return
        self.interface = interface
        self._wear()
        self._speak()
        self.changed.emit()

    def _wear(self) -> None:
        tokens = self._tokens()
        if tokens != self.look.tokens:
            theme.apply(self._application, tokens)
            self.look.wear(tokens)

    def _tokens(self) -> theme.Tokens:
        hints = QGuiApplication.styleHints()
        is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        chosen = self.interface
        return theme.choose(chosen.theme, system_is_dark=is_dark, accent=chosen.accent)

    def _speak(self) -> None:
        language: str = self.interface.language
        if language == "system":
            language = _of_the_system()
        if language == self.language:
            return
        before, self.language = self.language, language
        tongue.speak(words_of(language))
        self._qt_speaks(language)
        if before:
            self.language_changed.emit()

    def _qt_speaks(self, language: str) -> None:
        """Qt's own words: those of its file dialogue, of its menus, and its way with numbers."""
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        system = QLocale.system()
        same = system.name().startswith(language)
        QLocale.setDefault(system if same else QLocale(language))
        if language == "en":
            return
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            self._application.installTranslator(translator)
            self._translator = translator

    def _not_written(self, error: OmniSightError) -> None:
        self.failed.emit(str(error))

    def _watch_file(self) -> None:
        """A file that was replaced is another file: it has to be watched anew."""
        file = str(self._paths.settings_file)
        if file not in self._watcher.files():
            self._watcher.addPath(file)

    def _stamp_now(self) -> object:
        try:
            found = self._paths.settings_file.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size


def words_of(language: str) -> Path | None:
    """The file of a language; English needs none."""
    if language == "en":
        return None
    try:
        return shipped("resources/translations", f"{language}.ts")
    except OmniSightError:
        return None


def _of_the_system() -> str:
    """The first of the system's languages that the window speaks."""
    spoken = (name.split("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in spoken if name in _LANGUAGES), "en")
