"""Claude, through Anthropic's own library."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from omnisight_desktop.chat.providers.port import (
    Call,
    Ending,
    Part,
    Prompt,
    Reply,
    Role,
    Traffic,
)
from omnisight_desktop.config.secrets import Secret
from omnisight_desktop.core.errors import (
    BackendUnavailable,
    KeyRefused,
    LanguageModelBusy,
    LanguageModelError,
)

if TYPE_CHECKING:  # loaded when the first question is asked
    import anthropic
    import httpx2

ADDRESS = "https://api.anthropic.com"
_CONNECT_S, _SILENT_S = 5.0, 60.0
_CACHED: dict[str, str] = {"type": "ephemeral"}
_NEW_KEY = "Put in another with 'omnisight settings secret set anthropic'; until then this computer answers."
_ENDINGS = {
    "end_turn": Ending.DONE,
    "stop_sequence": Ending.DONE,
    "tool_use": Ending.CALLS,
    "max_tokens": Ending.TOO_LONG,
    "refusal": Ending.DECLINED,
}
_KINDS = {
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    429: "rate_limit_error",
}
_REFUSALS = {
    "billing_error": ("Claude's account has no credit left.", _NEW_KEY),
    "authentication_error": ("Claude's key is refused: it is wrong or has expired.", _NEW_KEY),
    "permission_error": ("Claude's key may not be used for this.", _NEW_KEY),
    "not_found_error": (
        "Claude has no model of that name.",
        "Set another: omnisight settings set chat.model claude-sonnet-5-5",
    ),
}
#: What 400 says where an account is unpaid; there is no code of its own for it everywhere.
_UNPAID = ("credit balance", "billing")


class Claude:
    """One line to Claude. What is said to every question alike is kept in Anthropic's cache."""

    def __init__(self, model: str, key: Secret, address: str = ADDRESS) -> None:
        self.name = model
        self.host = urlsplit(address).hostname or address
        self.is_here = False
        self._key = key
        self._address = address
        self._client: anthropic.AsyncAnthropic | None = None
        self._sent = 0
        self._response: httpx2.Response | None = None

    async def reply(self, prompt: Prompt, hear: Callable[[str], object], traffic: Traffic) -> Reply:
        """Its reply; tokens are counted as soon as they are told."""
        client, vendor = self._opened()
        self._response, sent_before = None, self._sent
        try:
            return await self._streamed(client, (prompt, hear), traffic)
        except vendor.APIStatusError as error:
            raise _fault(error) from error
        except vendor.APIConnectionError as error:
            raise LanguageModelBusy(f"{self.host} cannot be reached.") from error
        except (vendor.AnthropicError, ValueError) as error:
            raise LanguageModelError(f"What {self.host} answered makes no sense.") from error
        except _line_faults() as error:
            raise LanguageModelBusy(f"The line to {self.host} was cut.") from error
        finally:
            traffic.bytes_out += self._sent - sent_before
            traffic.bytes_in += self._heard()

    async def close(self) -> None:
        """Let go of the line."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    def _heard(self) -> int:
        return 0 if self._response is None else self._response.num_bytes_downloaded

    async def _streamed(
        self,
        client: anthropic.AsyncAnthropic,
        asked: tuple[Prompt, Callable[[str], object]],
        traffic: Traffic,
    ) -> Reply:
        (prompt, hear), usage = asked, traffic.usage
        told: Any = {
            "model": self.name,
            "max_tokens": prompt.most_words,
            "system": [{"type": "text", "text": prompt.system, "cache_control": _CACHED}],
            "tools": [
                {"name": t.name, "description": t.words, "input_schema": t.schema}
                for t in prompt.tools
            ],
            "messages": [_message(part) for part in prompt.parts],
            "cache_control": _CACHED,
        }
        async with client.messages.stream(**told) as stream:
            traffic.begun, begun = True, False
            async for event in stream:
                if event.type == "message_start":
                    first = event.message.usage
                    usage.read = first.input_tokens
                    usage.from_cache = first.cache_read_input_tokens or 0
                    usage.to_cache = first.cache_creation_input_tokens or 0
                elif event.type == "text":
                    hear(event.text)
                    usage.written += 1 + len(event.text) // 4  # until it is told exactly
                elif event.type == "message_delta":
                    usage.written = event.usage.output_tokens
                begun = True
            if not begun:  # there is nothing that could be put together
                raise LanguageModelBusy(f"The answer of {self.host} was cut off.")
            message = await stream.get_final_message()
        if message.stop_reason is None:
            raise LanguageModelBusy(f"The answer of {self.host} was cut off.")
        calls = tuple(
            Call(block.id, block.name, block.input if isinstance(block.input, dict) else {})
            for block in message.content
            if block.type == "tool_use"
        )
        text = "".join(block.text for block in message.content if block.type == "text")
        ending = _ENDINGS.get(message.stop_reason, Ending.DONE)
        own = [block.to_dict(exclude_none=True) for block in message.content]
        return Reply(text, calls, ending, [_sent_back(block) for block in own])

    def _opened(self) -> tuple[anthropic.AsyncAnthropic, Any]:
        try:
            import anthropic
            import httpx2
        except ImportError as error:
            raise BackendUnavailable(
                f"Claude's library cannot be loaded: {error}.",
                fix="Install it: pip install anthropic",
            ) from error
        if self._client is None:

            async def sent(request: httpx2.Request) -> None:
                self._sent += len(request.content)

            async def heard(response: httpx2.Response) -> None:
                self._response = response

            line = anthropic.DefaultAsyncHttpxClient(
                timeout=httpx2.Timeout(_SILENT_S, connect=_CONNECT_S),
                follow_redirects=False,
                event_hooks={"request": [sent], "response": [heard]},
            )
            self._client = anthropic.AsyncAnthropic(
                api_key=self._key.reveal(),
                base_url=self._address,
                max_retries=0,  # the house has its own patience, and notes each try
                http_client=line,
                open_telemetry=False,
            )
        return self._client, anthropic


def _message(part: Part) -> dict[str, Any]:
    if part.role is Role.MODEL:
        return {"role": "assistant", "content": part.own or part.text}
    content: list[dict[str, Any]] = [
        {
            "type": "tool_result",
            "tool_use_id": result.call,
            "is_error": result.failed,
            "content": [{"type": "text", "text": result.text}, *_picture(result.picture)],
        }
        for result in part.results
    ]
    if part.text:
        content.append({"type": "text", "text": part.text})
    return {"role": "user", "content": content}


def _picture(jpeg: bytes | None) -> list[dict[str, Any]]:
    if jpeg is None:
        return []
    data = base64.b64encode(jpeg).decode("ascii")
    source = {"type": "base64", "media_type": "image/jpeg", "data": data}
    return [{"type": "image", "source": source}]


def _sent_back(block: dict[str, Any]) -> dict[str, Any]:
    """A block as it may be handed back: what only answers have is left out."""
    if block["type"] == "text":
        return {"type": "text", "text": block["text"]}
    if block["type"] == "tool_use":
        return {key: block[key] for key in ("type", "id", "name", "input")}
    return block


def _fault(error: anthropic.APIStatusError) -> LanguageModelError:
    status, said = error.status_code, (error.api_message or "").lower()
    kind = _KINDS.get(status) or str(error.type or "")
    if any(word in said for word in _UNPAID):
        kind = "billing_error"
    if kind in _REFUSALS:
        reason, fix = _REFUSALS[kind]
        return KeyRefused(reason, fix=fix)
    if kind == "rate_limit_error":
        reason = "Claude wants fewer questions just now."
        return LanguageModelBusy(reason, after_s=_after(error.response))
    if status >= 500 or kind in ("overloaded_error", "api_error", "timeout_error"):
        return LanguageModelBusy("Claude is too busy just now.", after_s=_after(error.response))
    return LanguageModelError(f"Claude did not take the question ({status}).")


def _after(response: Any) -> float | None:
    try:
        return float(response.headers.get("retry-after", ""))
    except ValueError:
        return None


def _line_faults() -> type[Exception]:
    import httpx2

    return httpx2.TransportError
