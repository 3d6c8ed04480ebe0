"""Takes out of a text what nobody may read in it: known secrets, passwords in addresses, tokens.

Whoever holds a secret says so with ``remember``; whoever writes a text that stays says ``redact``.
"""

from __future__ import annotations

import base64
import json
import re
from urllib.parse import quote, quote_plus

HIDDEN = "***"

#: A shorter secret is only taken out where it stands alone, or no text would stay readable.
_SHORT = 8

# A password in an address may itself hold '/', '@' or a quote that nobody encoded. So everything
# up to the last '@' goes, once a colon says that there is a password; too much is better here than
# too little. A quote ends the address only where it looks like the end of a quoted text.
_LETTER = r"(?:[^\s\"'<>]|[\"'<>](?![\s,:;)\]}<>]|$))"
_ADDRESS = re.compile(
    rf"(?<=://)(?:[^\s/?#@:\"'<>]{{0,256}}:{_LETTER}{{0,512}}@|[^\s/?#]{{1,512}}@)"
)

_QUOTED = r"(?:\"[^\"\r\n]*\"?|'[^'\r\n]*'?)"
_HEADER = re.compile(
    r"\b((?:proxy-)?authorization|(?:set-)?cookie|x-api-key|x-auth-token)"
    r"([\"']?\s{0,8}[:=,]\s{0,8}b?)"
    rf"(?:{_QUOTED}|[^\r\n]+)",
    re.IGNORECASE,
)

_NAMES = r"password|passwd|passphrase|pwd|secret|client_secret|token|access_token|api[_-]?key"
_PAIR = re.compile(
    rf"(?<![a-z])((?:{_NAMES})(?:=|[\"']\s{{0,8}}:\s{{0,8}}))(?:{_QUOTED}|[^\s&\"',;)\]}}]+)",
    re.IGNORECASE,
)

_TOKEN = re.compile(
    r"\bsk-ant-[\w-]{4,}"  # Anthropic
    r"|\bsk-[\w-]{16,}"  # OpenAI and those who do as it does
    r"|\bgh[oprsu]_\w{16,}|\bgithub_pat_\w{16,}|\bhf_[A-Za-z0-9]{16,}|\bxox[a-z]-[\w-]{8,}"
    r"|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"  # JSON web tokens
    r"|\b\d{8,10}:[\w-]{35}\b"  # Telegram bots
    r"|(?<=\bBearer )[\w.~+/=-]{8,}",
    re.IGNORECASE,
)


class Redactor:
    """Knows secrets by value and takes them out of texts, in every spelling that texts have."""

    def __init__(self) -> None:
        self._values: frozenset[str] = frozenset()
        self._known: re.Pattern[str] | None = None

    def remember(self, value: str) -> None:
        """From now on this value is taken out of every text."""
        if value.strip() and value not in self._values:
            values = self._values | {value}
            spellings = {spelling for one in values for spelling in _spellings(one)}
            longest_first = sorted(spellings, key=lambda s: (-len(s), s))
            known = re.compile("|".join(map(_pattern, longest_first)))
            self._values, self._known = values, known

    def redact(self, text: str) -> str:
        """The text without secrets."""
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        text = _ADDRESS.sub(f"{HIDDEN}@", text)
        text = _HEADER.sub(rf"\1\2{HIDDEN}", text)
        text = _PAIR.sub(rf"\1{HIDDEN}", text)
        return _TOKEN.sub(HIDDEN, text)


def _spellings(value: str) -> set[str]:
    """The value as it stands, in an address, in a repr or JSON, and as a header encodes it."""
    found = {value, value.strip(), *value.split("\n")}
    found |= {
        encode(value, safe, "utf-8", "replace")
        for encode in (quote, quote_plus)
        for safe in ("", "/")
    }
    found |= {repr(value)[1:-1], value.encode("unicode_escape").decode("ascii")}
    found |= {json.dumps(value, ensure_ascii=only_ascii)[1:-1] for only_ascii in (True, False)}
    if len(value) >= _SHORT:
        found.add(base64.b64encode(value.encode("utf-8", "replace")).decode("ascii"))
    return {spelling for spelling in found if spelling.strip()}


def _pattern(spelling: str) -> str:
    plain = re.escape(spelling)
    return plain if len(spelling) >= _SHORT else rf"(?<!\w){plain}(?!\w)"


#: One for the whole process: a secret that is known anywhere is written nowhere.
_OURS = Redactor()
remember = _OURS.remember
redact = _OURS.redact
