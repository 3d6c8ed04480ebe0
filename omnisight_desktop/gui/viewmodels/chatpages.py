"""A conversation as a file: Markdown with its pictures beside it, or a PDF with them inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.services.handout import whole_file

_MARGIN_MM = 18.0
_PICTURE = 240.0
_HEAD, _TEXT, _SMALL = 15.0, 11.0, 8.5
_BOLD = 600
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|!"})


@dataclass(frozen=True, slots=True)
class Page:
    """A question, its answer, what it rests on, and pictures of that with their words."""

    question: str
    text: str
    line: str
    pictures: tuple[tuple[str, QImage | None], ...]


def write_markdown(file: Path, title: str, pages: Sequence[Page]) -> None:
    """Write it; pictures go into a folder of the same name."""
    folder = file.with_name(f"{file.stem} pictures")
    lines = [f"# {title}", ""]
    number = 0
    for page in pages:
        lines += [f"## {_plain(page.question)}", "", _plain(page.text), ""]
        for words, image in page.pictures:
            if image is None:
                lines += [f"- {_plain(words)}", ""]
                continue
            number += 1
            folder.mkdir(parents=True, exist_ok=True)
            picture = folder / f"{number}.jpg"
            if not image.save(str(picture), "JPEG", 85):  # type: ignore[call-overload]
                raise StorageError(f"{picture.name} could not be written.")
            where = QUrl(f"{folder.name}/{picture.name}").toEncoded().toStdString()
            lines += [f"![{_plain(words)}]({where})", "", _plain(words), ""]
        lines += [f"*{_plain(page.line)}*", ""] if page.line else []
    with whole_file(file) as part:
        part.write_text("\n".join(lines), "utf-8")


def write_pdf(file: Path, title: str, pages: Sequence[Page]) -> None:
    """Write it, a page of paper after the other."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    _put(cursor, title, _HEAD + 4, bold=True)
    for page in pages:
        _put(cursor, page.question, _HEAD, bold=True, above=14.0)
        _put(cursor, page.text, _TEXT)
        for number, (words, image) in enumerate(page.pictures):
            if image is not None:
                name = f"picture:{id(page)}:{number}"
                document.addResource(
                    QTextDocument.ResourceType.ImageResource.value, QUrl(name), image
                )
                shown = QTextImageFormat()
                shown.setName(name)
                shown.setWidth(_PICTURE)
                cursor.insertBlock(QTextBlockFormat())
                cursor.insertImage(shown)
            _put(cursor, words, _SMALL)
        _put(cursor, page.line, _SMALL)
    with whole_file(file) as part:
        writer = QPdfWriter(str(part))
        writer.setTitle(title)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        document.print_(writer)
        del writer  # it writes the end as it goes


def _put(
    cursor: QTextCursor, text: str, size: float, *, bold: bool = False, above: float = 4.0
) -> None:
    if not text:
        return
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(above)
    letters.setFontPointSize(size)
    letters.setFontWeight(_BOLD if bold else 400)
    cursor.insertBlock(block, letters)
    cursor.insertText(text, letters)


def _plain(text: str) -> str:
    """What was heard or imported is nobody's page."""
    return text.translate(_ESCAPED)
