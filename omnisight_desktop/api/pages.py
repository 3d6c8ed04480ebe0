"""The pages that explain the API, made here from its own description; nothing is fetched from elsewhere.

``/api/docs`` has a form for each route, ``/api/redoc`` is for reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

router = APIRouter(include_in_schema=False)

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src blob:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_SOCKETS = """
<section><h2>WebSocket</h2>
<article><h3><b>WS</b> <code>/ws/camera/{id}</code></h3>
<p>Pictures with tracks, events, and how the camera is doing. Parameters: <code>fps</code> up to 15 (10),
<code>width</code> 0, 1280, 640 or 320 (0: as they come), <code>since</code>: events after that
<code>seq</code> first.</p>
<p>Text messages: <code>{"type": "frame", "data": {"frame": base64 JPEG, "tracks", "events", "camera", "at",
"serial", "width", "height"}}</code>, <code>{"type": "event", "seq", "data": an event}</code>,
<code>{"type": "status", "camera", "data": {"state", "since", "reason", "fix", "quality", "decoding"}}</code>.</p>
<p>With the sub-protocol <code>omnisight.binary.v1</code> pictures are binary messages: four bytes, the
greater first, that say how long the JSON is; the JSON, as above without <code>frame</code>; the JPEG.</p>
<p>Once the server is exposed: the header <code>Authorization: Bearer TOKEN</code>, or the sub-protocol
<code>omnisight.token.TOKEN</code> beside <code>omnisight.json.v1</code> or the binary one.</p>
</article></section>
"""
_CSS = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1c2126; background: #fff }
code, pre, input, textarea { font: 14px/1.4 ui-monospace, monospace }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f1f3f5; padding: .5rem }
article { border-top: 1px solid #ccd2d8; padding: .5rem 0 }
h3 b { display: inline-block; min-width: 5rem; color: #0a5f8a }
table { border-collapse: collapse } td, th { text-align: left; vertical-align: top; padding: .1rem 1rem .1rem 0 }
label { display: block; margin: .2rem 0 } label span { display: inline-block; min-width: 8rem }
textarea { width: 100%; min-height: 6rem } img { max-width: 100% }
@media (prefers-color-scheme: dark) { body { color: #dfe4e8; background: #15191d }
  pre { background: #22282e } h3 b { color: #6cc1ec } article { border-color: #3a434b } a { color: #6cc1ec } }
"""
_JS = """
'use strict';
for (const form of document.querySelectorAll('form')) form.addEventListener('submit', async (said) => {
  said.preventDefault();
  const out = form.querySelector('output'), query = new URLSearchParams();
  let path = form.dataset.path;
  for (const input of form.querySelectorAll('input[name]')) {
    if (input.dataset.in === 'path') path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
    else if (input.value) query.append(input.name, input.value);
  }
  const headers = {}, body = form.querySelector('textarea');
  const token = document.querySelector('#token').value;
  if (token) headers.authorization = `Bearer ${token}`;
  if (body) headers['content-type'] = 'application/json';
  const all = query.toString();
  const answer = await fetch(all ? `${path}?${all}` : path,
    {method: form.dataset.method, headers, body: body ? body.value : undefined});
  out.replaceChildren();
  const line = document.createElement('p'), type = answer.headers.get('content-type') || '';
  line.textContent = `${answer.status} ${type}`;
  out.append(line);
  if (type.startsWith('image/')) {
    const picture = document.createElement('img');
    picture.src = URL.createObjectURL(await answer.blob());
    out.append(picture);
  } else if (type.startsWith('application/json')) {
    const text = document.createElement('pre');
    text.textContent = JSON.stringify(await answer.json(), null, 2);
    out.append(text);
  }
});
"""


@router.get("/api/docs")
def docs(request: Request) -> HTMLResponse:
    """Every route, with a form to try it."""
    return _page(request.app.openapi(), forms=True)


@router.get("/api/redoc")
def redoc(request: Request) -> HTMLResponse:
    """Every route, for reading."""
    return _page(request.app.openapi(), forms=False)


@router.get("/api/docs.css")
def style() -> Response:
    """How the pages look."""
    return Response(_CSS, media_type="text/css")


@router.get("/api/docs.js")
def script() -> Response:
    """What the forms do."""
    return Response(_JS, media_type="text/javascript")


def _page(described: Mapping[str, Any], *, forms: bool) -> HTMLResponse:
    title = escape(f"{described['info']['title']} {described['info']['version']}")
    other = (
        '<a href="/api/redoc">for reading</a>' if forms else '<a href="/api/docs">with forms</a>'
    )
    token = '<label><span>token</span><input id="token" type="password"></label>' if forms else ""
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f'<title>{title}</title><link rel="stylesheet" href="/api/docs.css"></head><body>',
        f"<h1>{title}</h1><p>{escape(described['info'].get('description', ''))}</p>",
        f'<p>This page {other}, or <a href="/api/openapi.json">for programs</a> (OpenAPI).</p>',
        token,
        *_sections(described, forms=forms),
        _SOCKETS,
        _shapes(described),
        '<script src="/api/docs.js"></script>' if forms else "",
        "</body></html>",
    ]
    return HTMLResponse("".join(parts), headers={"content-security-policy": _POLICY})


def _sections(described: Mapping[str, Any], *, forms: bool) -> Iterator[str]:
    by_tag: dict[str, list[str]] = {}
    for path, methods in described["paths"].items():
        for method, route in methods.items():
            tag = next(iter(route.get("tags", ())), "other")
            by_tag.setdefault(tag, []).append(_route(path, method, route, forms=forms))
    for tag, routes in by_tag.items():
        yield f"<section><h2>{escape(tag.capitalize())}</h2>{''.join(routes)}</section>"


def _route(path: str, method: str, route: Mapping[str, Any], *, forms: bool) -> str:
    head = f"<h3><b>{method.upper()}</b> <code>{escape(path)}</code></h3>"
    says = f"<p>{escape(route.get('description', ''))}</p>"
    rows = "".join(_parameter(one) for one in route.get("parameters", ()))
    body = _content(route.get("requestBody"))
    if body:
        rows += f"<tr><td>the body</td><td>{body}</td></tr>"
    table = f"<table>{rows}</table>" if rows else ""
    answers = ", ".join(
        f"<code>{escape(code)}</code> {_content(one) or escape(one.get('description', ''))}"
        for code, one in route.get("responses", {}).items()
    )
    form = _form(path, method, route) if forms else ""
    return f"<article>{head}{says}{table}<p>Answers: {answers}</p>{form}</article>"


def _parameter(one: Mapping[str, Any]) -> str:
    shape = one.get("schema", {})
    usual = f", {escape(str(shape['default']))} if not said" if "default" in shape else ""
    needed = "needed" if one.get("required") else "may be left out"
    told = escape(one.get("description", ""))
    return (
        f"<tr><td><code>{escape(one['name'])}</code></td><td>{_type(shape)}</td>"
        f"<td>{needed}{usual}</td><td>{told}</td></tr>"
    )


def _form(path: str, method: str, route: Mapping[str, Any]) -> str:
    fields = "".join(
        f"<label><span>{escape(one['name'])}</span>"
        f'<input name="{escape(one["name"])}" data-in="{escape(one["in"])}"></label>'
        for one in route.get("parameters", ())
    )
    body = "<textarea>{}</textarea>" if "requestBody" in route else ""
    return (
        f'<details><summary>Try it</summary><form data-path="{escape(path)}" '
        f'data-method="{escape(method.upper())}">{fields}{body}<button>Send</button>'
        f"<output></output></form></details>"
    )


def _content(one: Mapping[str, Any] | None) -> str:
    kinds = (one or {}).get("content", {})
    return " or ".join(
        _type(kind["schema"]) if kind.get("schema") else escape(name)
        for name, kind in kinds.items()
    )


def _shapes(described: Mapping[str, Any]) -> str:
    shapes = described.get("components", {}).get("schemas", {})
    parts = []
    for name, shape in shapes.items():
        rows = "".join(
            f"<tr><td><code>{escape(field)}</code></td><td>{_type(one)}</td>"
            f"<td>{escape(one.get('description', ''))}</td></tr>"
            for field, one in shape.get("properties", {}).items()
        )
        told = escape(shape.get("description", ""))
        parts.append(
            f'<article id="{escape(name)}"><h3><code>{escape(name)}</code></h3><p>{told}</p>'
            f"<table>{rows}</table></article>"
        )
    return f"<section><h2>Shapes</h2>{''.join(parts)}</section>"


def _type(shape: Mapping[str, Any]) -> str:
    if "$ref" in shape:
        name = escape(shape["$ref"].rpartition("/")[2])
        return f'<a href="#{name}">{name}</a>'
    if "anyOf" in shape:
        return " or ".join(_type(one) for one in shape["anyOf"])
    if "enum" in shape or "const" in shape:
        words = shape.get("enum", [shape.get("const")])
        return ", ".join(f"<code>{escape(json.dumps(word))}</code>" for word in words)
    if shape.get("type") == "array":
        return f"list of {_type(shape.get('items', {}))}"
    return escape(str(shape.get("type", "anything")))
