"""Keeps the files of translations: every text of the window and of the settings stands in each of them.

``python scripts/translate.py`` brings the files up to date and says what still has to be translated;
``--check`` changes nothing and fails where something is missing. The files are those of Qt Linguist.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from omnisight_desktop.gui.viewmodels.faults import done_here  # noqa: E402 - the path comes first

HOUSE = ROOT / "omnisight_desktop"
MANIFEST = ROOT / "models" / "manifest.toml"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"de": "de_DE"}

#: Calls whose first text is said to people: ``tr`` at once, ``noted`` later.
_SAYING = ("tr", "noted")
_FINDINGS = ("absent", "Check", "Verdict", "_bad")
_DOCTOR = "observability/doctor"  # puts its sentences together out of parts that have names
#: What the house below says of what went wrong reaches the window as it is, from these places.
_BELOW = (
    *("capture", "pipeline", _DOCTOR, "notify", "rules/drawn.py", "rules/rule.py"),
    *("storage/engine.py", "storage/file.py", "storage/writer.py", "config/save.py"),
    *("services/export", "services/models"),
    *(f"services/{name}.py" for name in ("cameras", "channels", "clips", "glance", "keeper")),
    *(f"services/{name}.py" for name in ("live", "logins", "particulars", "pause", "playback")),
    *(f"services/{name}.py" for name in ("retention", "steering", "thumbnail", "trial")),
    *(f"services/gestures/{name}.py" for name in ("library", "sitting", "teaching")),
    *("perception/weights.py", "perception/hearing/remote.py"),
    *("services/gesture_file.py", "perception/gesture/verdict.py", "perception/gesture/compare.py"),
)
_ERRORS = HOUSE / "core" / "errors.py"
_FIELD = re.compile(r"\{(\w*)\}")


@dataclass
class Texts:
    """The texts that were found, with the files they stand in, and what is wrong with some."""

    places: dict[str, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, text: str, place: Path) -> None:
        """One text of a file."""
        if text.strip():
            self.places.setdefault(text, set()).add(place.relative_to(ROOT).as_posix())


def collect() -> Texts:
    """Every text that a person may see in the window."""
    texts = Texts()
    for path in sorted((HOUSE / "gui").rglob("*.py")):
        for call in _calls(path):
            _said(call, path, texts)
    for path in sorted((HOUSE / "config").glob("*.py")):
        _set(path, texts)
    reasons = (*_usual_fixes(texts), *_FINDINGS)
    for place in _BELOW:
        found = HOUSE / place
        for path in [found] if found.is_file() else sorted(found.rglob("*.py")):
            for call in _calls(path):
                if _name(call) in reasons:
                    _reasons(call, path, texts)
    for path in sorted((HOUSE / _DOCTOR).glob("*.py")):
        _parts(path, texts)
    _models(MANIFEST, texts)
    return texts


def _usual_fixes(texts: Texts) -> list[str]:
    """The names of all errors; what usually helps against some of them is a text, too."""
    kinds = [n for n in ast.parse(_ERRORS.read_text("utf-8")).body if isinstance(n, ast.ClassDef)]
    for kind in kinds:
        for line in kind.body:
            if isinstance(line, ast.Assign):
                _hint(line.value, _ERRORS, texts)
    return [kind.name for kind in kinds]


def _parts(path: Path, texts: Texts) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Assign):
            text = _holed(node.value) if isinstance(node.value, ast.JoinedStr) else ""
            if isinstance(node.value, ast.Constant):
                text = str(node.value.value)
            if text.count(" ") >= 2 and "'omnisight " not in text:
                texts.add(text, path)


def _models(path: Path, texts: Texts) -> None:
    """What each model is for, and what is missing without it."""
    for model in tomllib.loads(path.read_text("utf-8"))["model"]:
        texts.add(model["role"], path)
        texts.add(model["without"], path)


def _set(path: Path, texts: Texts) -> None:
    """What settings are called and mean, and what each section of them is about."""
    for call in _calls(path):
        if _name(call) == "Field":
            _named(call, path, texts)
        elif _name(call) == "Given":  # who else set it
            _reasons(call, path, texts)
    for about in _sections(path):
        texts.add(about, path)


def _named(call: ast.Call, path: Path, texts: Texts) -> None:
    for word in call.keywords:
        if word.arg in ("title", "description"):
            _whole(word.value, path, texts)


def _sections(path: Path) -> Iterator[str]:
    """What each section of the settings is about: the first line of its docstring."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        bases = [base.id for base in getattr(node, "bases", ()) if isinstance(base, ast.Name)]
        if isinstance(node, ast.ClassDef) and "Section" in bases:
            yield (ast.get_docstring(node) or "").partition("\n")[0]


def _calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text("utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _said(call: ast.Call, path: Path, texts: Texts) -> None:
    name = _name(call)
    if name == "Entry" and path.name == "shelf.py" and len(call.args) > 1:
        _whole(call.args[1], path, texts)
    if name not in _SAYING or not call.args:
        return
    text = call.args[0]
    if isinstance(text, ast.JoinedStr | ast.BinOp):
        where = f"{path.relative_to(ROOT)}:{call.lineno}"
        texts.faults.append(f"{where}: a text for translation is one literal, with {{fields}}.")
        return
    _whole(text, path, texts)
    if isinstance(text, ast.Constant):
        given = {word.arg for word in call.keywords}
        wanted = set(_FIELD.findall(str(text.value)))
        if given and given != wanted:  # without any, the template itself is wanted
            where = f"{path.relative_to(ROOT)}:{call.lineno}"
            texts.faults.append(
                f"{where}: the fields are {sorted(wanted)}, not {sorted(map(str, given))}."
            )


def _reasons(call: ast.Call, path: Path, texts: Texts) -> None:
    for value in (*call.args, *(word.value for word in call.keywords)):
        _hint(value, path, texts)


def _hint(value: ast.expr, path: Path, texts: Texts) -> None:
    """A sentence of the house below, as far as a window says it."""
    if isinstance(value, ast.JoinedStr):
        texts.add(done_here(_holed(value)), path)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        texts.add(done_here(value.value), path)


def _whole(value: ast.expr, path: Path, texts: Texts) -> None:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        texts.add(value.value, path)


def _holed(text: ast.JoinedStr) -> str:
    """A text that names and numbers are put into, with numbered fields in their places."""
    said, holes = "", 0
    for part in text.values:
        if isinstance(part, ast.Constant):
            said += str(part.value)
        else:
            said += f"{{f{holes}}}"
            holes += 1
    return said if re.search(r"\w", re.sub(r"\{\w+\}", "", said)) else ""


def read(path: Path) -> dict[str, str]:
    """What a file says so far, by the English text."""
    if not path.is_file():
        return {}
    found = {}
    for message in ET.parse(path).iter("message"):
        source = message.findtext("source") or ""
        found[source] = message.findtext("translation") or ""
    return found


def written(texts: Texts, said: dict[str, str], language: str) -> str:
    """The file as it should be: in alphabetical order, so that two people's changes seldom meet."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "OmniSight"
    for text in sorted(texts.places):
        message = ET.SubElement(context, "message")
        for place in sorted(texts.places[text]):
            ET.SubElement(message, "location", filename=f"../../{place}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if said.get(text):
            translation.text = said[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def faults_of(texts: Texts, said: dict[str, str]) -> list[str]:
    """What is missing, or has other fields than the English."""
    faults = []
    for text in sorted(texts.places):
        told = said.get(text, "")
        if not told:
            faults.append(f"not translated: {text!r}")
        elif sorted(set(_FIELD.findall(told))) != sorted(set(_FIELD.findall(text))):
            faults.append(f"other fields: {text!r} -> {told!r}")
    return faults


def main() -> int:
    """Bring the files up to date, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, fail where it is due")
    check = parser.parse_args().check
    texts, faults = collect(), 0
    for fault in texts.faults:
        faults += 1
        sys.stdout.write(f"{fault}\n")
    for name, language in LANGUAGES.items():
        path = FOLDER / f"{name}.ts"
        said = read(path)
        now = written(texts, said, language)
        if check and (not path.is_file() or path.read_text("utf-8") != now):
            faults += 1
            sys.stdout.write(f"{path.name} is not up to date: run scripts/translate.py\n")
        elif not check:
            path.write_text(now, "utf-8")
        for fault in faults_of(texts, said):
            faults += 1
            sys.stdout.write(f"{path.name}: {fault}\n")
    sys.stdout.write(f"{len(texts.places)} texts, {faults} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
