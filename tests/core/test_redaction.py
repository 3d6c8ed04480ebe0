"""No secret stays in a text, in whatever spelling."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.errors import SourceRefused
from omnisight_desktop.core.redaction import HIDDEN, Redactor, redact

SECRETS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=8).filter(
    lambda text: len(text.strip()) >= 8 and "*" not in text
)


@pytest.mark.parametrize(
    ("text", "gone", "stays"),
    [
        ("rtsp://admin:hunter22@10.0.0.5:554/stream", ["hunter22", "admin"], "10.0.0.5:554/stream"),
        ("rtsp://admin:p@ss/w0rd?#@10.0.0.5/live", ["p@ss", "w0rd"], "10.0.0.5/live"),
        ("rtsp://admin:pa\"ss'word@cam/live", ["pa", "word"], "cam/live"),
        ("https://tokenonly@example.org/x", ["tokenonly"], "example.org/x"),
        ('["rtsp://a:bbbb@one/","rtsp://c:dddd@two/"]', ["bbbb", "dddd"], '@one/","rtsp'),
        ("'http://u:pw11@h/' failed", ["pw11"], "failed"),
        ("a key sk-ant-api03-AbC_d-1 came", ["AbC_d", "sk-ant"], "a key"),
        ("sk-proj-0123456789abcdef01 came", ["0123456789abcdef01"], "came"),
        ("Authorization: Basic YWRtaW46cHc=\nHost: x", ["YWRtaW46cHc"], "Host: x"),
        ('Authorization: Digest username="admin", response="f00d"', ["f00d"], "Authorization"),
        ("{'authorization': 'Bearer abc.def', 'accept': '*/*'}", ["abc.def"], "'accept': '*/*'"),
        ("[(b'Authorization', b'Basic YWRt'), (b'Host', b'x')]", ["YWRt"], "b'Host'"),
        ("sent Bearer abcdefghijklmnop", ["abcdefghijklmnop"], "sent Bearer"),
        ("GET /cgi?user=a&password=geheim&x=1", ["geheim"], "x=1"),
        ('{"api_key": "k1 k2 k3", "n": 1}', ["k1", "k3"], '"n": 1'),
        ("Cookie: session=abcdef; a=b", ["abcdef"], "Cookie"),
        ("x-api-key: abcdef", ["abcdef"], "x-api-key"),
        ("jwt eyJhbGciOiJI.eyJzdWIiOiIx.sig-na_ture x", ["eyJzdWIiOiIx", "na_ture"], "jwt"),
        ("hf_abcdefghijklmnopqrst", ["abcdefghijklmnopqrst"], HIDDEN),
    ],
)
def test_what_looks_like_a_secret_goes(text: str, gone: list[str], stays: str) -> None:
    clean = redact(text)
    for piece in gone:
        assert piece not in clean
    assert stays in clean


@pytest.mark.parametrize(
    "text",
    [
        "Porch went offline: no answer from rtsp://10.0.0.5:554/stream",
        "see https://example.org/help?topic=cameras#first and write to a@b.org",
        "the icon at https://example.org/icon@2x.png",
        "the secret: nobody knows; a token of thanks",
        "http://127.0.0.1:8000/api/docs",
        "",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact(text) == text


@given(SECRETS)
def test_a_known_secret_goes_in_every_spelling(secret: str) -> None:
    redactor = Redactor()
    redactor.remember(secret)
    spellings = [
        secret,
        repr(secret),
        json.dumps(secret),
        json.dumps(secret, ensure_ascii=False),
        f"https://h/?q={quote(secret, safe='')}",
        f"https://h/?q={quote_plus(secret)}",
        base64.b64encode(secret.encode()).decode(),
    ]
    for spelling in spellings:
        clean = redactor.redact(f"({spelling})")
        assert HIDDEN in clean
        assert secret not in clean
        assert spelling not in clean


def test_a_secret_within_another_does_not_leave_its_rest() -> None:
    redactor = Redactor()
    redactor.remember("open")
    redactor.remember("open-sesame-now")
    assert redactor.redact("say open-sesame-now") == f"say {HIDDEN}"


def test_a_very_short_secret_goes_only_where_it_stands_alone() -> None:
    redactor = Redactor()
    redactor.remember("abc")
    assert redactor.redact("pin abc, alphababcd") == f"pin {HIDDEN}, alphababcd"


@pytest.mark.parametrize("nothing", ["", "  ", "\n"])
def test_nothing_is_no_secret(nothing: str) -> None:
    redactor = Redactor()
    redactor.remember(nothing)
    assert redactor.redact("some text\nhere") == "some text\nhere"


def test_errors_hold_no_secret_by_construction() -> None:
    error = SourceRefused(
        "rtsp://root:hunter22@cam/live said no.", fix="Try rtsp://root:other33@cam/live."
    )
    for text in (str(error), repr(error), error.reason, error.fix, str(error.args)):
        assert "hunter22" not in text
        assert "other33" not in text
