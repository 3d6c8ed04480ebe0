"""Any server that speaks like OpenAI's: Ollama, llama.cpp, vLLM; mostly one on this computer."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from omnisight_desktop.chat.providers.port import (
    Call,
    Ending,
    Part,
    Prompt,
    Reply,
    Result,
    Role,
    Traffic,
)
from omnisight_desktop.config.secrets import Secret
from omnisight_desktop.core.errors import KeyRefused, LanguageModelBusy, LanguageModelError
from omnisight_desktop.services.access import is_loopback

if TYPE_CHECKING:  # loaded when the first question is asked
    import httpx

_CONNECT_S, _SILENT_S = 5.0, 300.0  # a model that has to be loaded first takes its time
_ENDINGS = {
    "stop": Ending.DONE,
    "tool_calls": Ending.CALLS,
    "length": Ending.TOO_LONG,
    "content_filter": Ending.DECLINED,
}
_NONSENSE = (ValueError, KeyError, TypeError, AttributeError)
_LONGEST_LINE = 1_000_000
_MOST_HEARD = 8_000_000  # bytes of one answer, its wrapping included


@dataclass
class _Heard:
    """What has come of a reply so far."""

    text: str = ""
    ending: str | None = None
    calls: dict[int, dict[str, str]] = field(default_factory=dict)

    def take(self, delta: dict[str, Any]) -> str:
        """Take in a piece; the words in it."""
        for told in delta.get("tool_calls") or ():
            call = self.calls.setdefault(
                int(told.get("index", len(self.calls))), {"id": "", "name": "", "arguments": ""}
            )
            call["id"] = told.get("id") or call["id"]
            function = told.get("function") or {}
            call["name"] += function.get("name") or ""
            call["arguments"] += function.get("arguments") or ""
        said = str(delta.get("content") or "")
        self.text += said
        return said


class OpenAICompatible:
    """One line to such a server."""

    def __init__(self, model: str, address: str, key: Secret | None = None) -> None:
        self.name = model
        self.host = urlsplit(address).hostname or address
        self.is_here = is_loopback(self.host)
        self._address = address.rstrip("/")
        self._key = key
        self._client: httpx.AsyncClient | None = None

    async def reply(self, prompt: Prompt, hear: Callable[[str], object], traffic: Traffic) -> Reply:
        """Its reply, as it comes."""
        import httpx

        body = json.dumps(self._told(prompt)).encode("utf-8")
        traffic.bytes_out += len(body)
        heard = _Heard()
        try:
            async with self._opened().stream(
                "POST", f"{self._address}/chat/completions", content=body
            ) as response:
                if response.status_code >= 400:
                    raise self._refused(response)
                traffic.begun = True
                async for piece in _pieces(response, traffic):
                    _count(piece, traffic)
                    for choice in piece.get("choices") or ():
                        if said := heard.take(choice.get("delta") or {}):
                            hear(said)
                        heard.ending = choice.get("finish_reason") or heard.ending
        except httpx.TransportError as error:
            raise LanguageModelBusy(
                f"The language model at {self.host} cannot be reached.",
                fix="Start its server, or look at chat.server in the settings.",
            ) from error
        except (*_NONSENSE, httpx.RequestError, httpx.InvalidURL) as error:
            raise LanguageModelError(f"What {self.host} answered makes no sense.") from error
        if heard.ending is None:
            raise LanguageModelBusy(f"The answer of {self.host} was cut off.")
        return self._reply(heard)

    async def close(self) -> None:
        """Let go of the line."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    def _opened(self) -> httpx.AsyncClient:
        import httpx

        if self._client is None:
            headers = {"content-type": "application/json"}
            if self._key is not None:
                headers["authorization"] = f"Bearer {self._key.reveal()}"
            timeout = httpx.Timeout(_SILENT_S, connect=_CONNECT_S)
            # What the environment says of proxies is meant for the world, not for this computer.
            self._client = httpx.AsyncClient(
                headers=headers, timeout=timeout, trust_env=not self.is_here
            )
        return self._client

    def _told(self, prompt: Prompt) -> dict[str, Any]:
        messages: list[dict[str, Any]] = [{"role": "system", "content": prompt.system}]
        for part in prompt.parts:
            messages += _messages(part)
        return {
            "model": self.name,
            "max_tokens": prompt.most_words,
            "stream": True,
            "stream_options": {"include_usage": True},
            "messages": messages,
            "tools": [
                {
                    "type": "function",
                    "function": {"name": t.name, "description": t.words, "parameters": t.schema},
                }
                for t in prompt.tools
            ],
        }

    def _reply(self, heard: _Heard) -> Reply:
        calls = []
        for number, told in sorted(heard.calls.items()):
            try:
                arguments = json.loads(told["arguments"] or "{}")
            except ValueError:
                arguments = None
            known = arguments if isinstance(arguments, dict) else {"": told["arguments"]}
            calls.append(Call(told["id"] or f"call_{number}", told["name"], known))
        ending = Ending.CALLS if calls else _ENDINGS.get(heard.ending or "", Ending.DONE)
        return Reply(heard.text, tuple(calls), ending)

    def _refused(self, response: httpx.Response) -> LanguageModelError:
        status = response.status_code
        if status in (401, 402, 403):
            return KeyRefused(
                f"{self.host} refuses the key.", fix="Look at chat.server_key in the settings."
            )
        if status == 404:
            return KeyRefused(
                f"{self.host} has no model '{self.name}'.",
                fix="Set chat.server_model to one that it has.",
            )
        if status == 429 or status >= 500:
            try:
                after_s = float(response.headers.get("retry-after", ""))
            except ValueError:
                return LanguageModelBusy(f"{self.host} is too busy just now.")
            return LanguageModelBusy(f"{self.host} is too busy just now.", after_s=after_s)
        return LanguageModelError(f"{self.host} did not take the question ({status}).")


async def _pieces(response: httpx.Response, traffic: Traffic) -> AsyncIterator[dict[str, Any]]:
    async for line in _lines(response, traffic):
        if not line.startswith(b"data:"):
            continue
        told = line[5:].strip()
        if told == b"[DONE]":
            return
        piece = json.loads(told)
        if not isinstance(piece, dict):
            raise ValueError("no object")
        yield piece


async def _lines(response: httpx.Response, traffic: Traffic) -> AsyncIterator[bytes]:
    """Its lines; one that does not end, and an answer that does not, are given up."""
    before, heard, rest = 0, 0, b""
    async for some in response.aiter_bytes():
        traffic.bytes_in += response.num_bytes_downloaded - before
        before = response.num_bytes_downloaded
        heard += len(some)
        *lines, rest = (rest + some).split(b"\n")
        if heard > _MOST_HEARD or len(rest) > _LONGEST_LINE:
            raise ValueError("it does not end")
        for line in lines:
            yield line
    yield rest


def _count(piece: dict[str, Any], traffic: Traffic) -> None:
    told = piece.get("usage") or {}
    traffic.usage.read = int(told.get("prompt_tokens") or traffic.usage.read)
    traffic.usage.written = int(told.get("completion_tokens") or traffic.usage.written)


def _messages(part: Part) -> list[dict[str, Any]]:
    if part.role is Role.MODEL:
        calls = [
            {
                "id": call.id,
                "type": "function",
                "function": {"name": call.tool, "arguments": json.dumps(dict(call.arguments))},
            }
            for call in part.calls
        ]
        return [
            {"role": "assistant", "content": part.text} | ({"tool_calls": calls} if calls else {})
        ]
    told: list[dict[str, Any]] = [
        {"role": "tool", "tool_call_id": one.call, "content": one.text} for one in part.results
    ]
    pictures = [_picture(one) for one in part.results if one.picture is not None]
    if pictures:
        told.append({"role": "user", "content": pictures})
    if part.text:
        told.append({"role": "user", "content": part.text})
    return told


def _picture(result: Result) -> dict[str, Any]:
    data = base64.b64encode(result.picture or b"").decode("ascii")
    return {"type": "image_url", "image_url": {"url": f"data:image/jpeg;base64,{data}"}}
