"""Whatever is asked, the server answers in its one shape and never breaks."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.stage import Stage

WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", "demo", "porch", "E00", "C1", "-1", "0", "1e999", "null", "2026-05-03", "\x00", "..",
         "9" * 30, "ＡＢ", "'; DROP TABLE person_events; --", "\ud83d\ude00", "*", '"', "AND OR"]
    ),
)  # fmt: skip
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
    max_leaves=6,
)
PARAMETERS = ("camera", "person", "type", "label", "zone", "text", "since", "until", "limit",
              "after", "event", "width")  # fmt: skip


@cache
def routes(stage: Stage) -> list[tuple[str, str]]:
    with stage.client() as client:
        described = client.get("/api/openapi.json").json()
    return [(path, method) for path, methods in described["paths"].items() for method in methods]


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_question_breaks_it(stage: Stage, client: httpx.Client, data: st.DataObject) -> None:
    path, method = data.draw(st.sampled_from(routes(stage)))
    for name in ("camera", "event", "clip", "export", "name", "gesture"):
        word = data.draw(WORDS).encode("utf-8", "replace")
        path = path.replace(f"{{{name}}}", quote(word, safe=""))
    params = data.draw(st.dictionaries(st.sampled_from(PARAMETERS), WORDS, max_size=4))
    body = data.draw(VALUES) if method == "post" else None
    try:
        answer = client.request(method, path, params=params, json=body)
    except (UnicodeEncodeError, httpx.InvalidURL):
        return
    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert set(answer.json()) == {"error", "reason", "fix"}
        assert answer.json()["reason"]
