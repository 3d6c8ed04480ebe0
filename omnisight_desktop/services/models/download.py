"""One file over HTTP: goes on where it stopped, asks again after a fault, and trusts no server."""

from __future__ import annotations

import re
import shutil
import ssl
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from omnisight_desktop.core.errors import DiskFull
from omnisight_desktop.services.models.part import (
    Origin,
    PartFile,
    disk_faults_in_words,
    sum_of,
)
from omnisight_desktop.services.models.progress import Doing, FetchError, Job, stopped

if TYPE_CHECKING:  # a command that only prints help needs no network
    import httpx

#: Answers after which the same request may well succeed.
_PASSING = {408, 425, 429, 500, 502, 503, 504}

#: However well each try gets on: a server that hands out crumbs is not worth more than this.
_MOST_TRIES = 100

_RANGE = re.compile(r"bytes (?:(\d+)-\d+|\*)/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the whole file must be, as far as that is known."""

    sha256: str | None = None
    size: int | None = None


class _PassingError(Exception):
    """A fault that may be gone at the next try."""

    def __init__(self, reason: str, *, unreachable: bool = False) -> None:
        super().__init__(reason)
        self.unreachable = unreachable


class Downloads:
    """Files over HTTP, one after the other; who could not be reached once is not waited for again."""

    def __init__(self) -> None:
        self._deaf: set[str] = set()

    def get(self, url: str, part: PartFile, wanted: Wanted, job: Job) -> None:
        """Bring a file into the part; whether it is the right one is for the caller to check.

        Raises ``FetchError`` when this address does not give it; what came so far stays in the part.
        """
        job = replace(job, where=host(url))
        if job.where in self._deaf:
            job = replace(job, patience=replace(job.patience, tries=1))
        try:
            _get(url, part, wanted, job)
        except FetchError as fault:
            if fault.unreachable:
                self._deaf.add(fault.where)
            raise


def _get(url: str, part: PartFile, wanted: Wanted, job: Job) -> None:
    import httpx

    patience = job.patience
    timeout = httpx.Timeout(patience.read_s, connect=patience.connect_s)
    failures = 0
    with httpx.Client(timeout=timeout, follow_redirects=True, verify=_trust()) as client:
        for _ in range(_MOST_TRIES):
            before = part.size
            try:
                _try(client, url, part, wanted, job)
                return
            except _PassingError as fault:
                if wanted.sha256 and part.size and sum_of(part.path, job) == wanted.sha256:
                    return  # all of it came, whatever length the server had promised
                failures = 1 if part.size > before else failures + 1
                if failures >= patience.tries:
                    raise FetchError(
                        job.where, str(fault), unreachable=fault.unreachable
                    ) from fault
            job.step(Doing.WAIT, part.size, wanted.size)
            if job.stop.wait(patience.backoff.wait_s(failures)):
                raise stopped(job.name)
    raise FetchError(job.where, f"{job.where} breaks off again and again.")


@cache
def _trust() -> ssl.SSLContext:
    """Whose certificates are believed; reading them all takes a while."""
    import httpx

    return httpx.create_ssl_context()


def host(url: str) -> str:
    """The machine an address leads to, for people."""
    return urlsplit(url).hostname or url


def _try(client: httpx.Client, url: str, part: PartFile, wanted: Wanted, job: Job) -> None:
    import httpx

    headers = {"Accept-Encoding": "identity", **_resume(url, part, wanted)}
    try:
        with client.stream("GET", url, headers=headers) as response:
            _same_protection(url, response, job)
            _take(response, url, part, wanted, job)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
        raise _PassingError(f"{job.where} cannot be reached.", unreachable=True) from error
    except httpx.TimeoutException as error:
        raise _PassingError(f"{job.where} stopped sending.") from error
    except httpx.UnsupportedProtocol as error:
        raise FetchError(job.where, f"'{url}' is no web address.") from error
    except httpx.TransportError as error:
        raise _PassingError(f"{job.where} broke off.") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(job.where, f"{job.where} cannot be used: {error}.") from error


def _resume(url: str, part: PartFile, wanted: Wanted) -> dict[str, str]:
    """Ask for the rest only where what is there belongs to it, or the sum would tell."""
    have, origin = part.size, part.origin
    if not have or origin is None or origin.url != url:
        return {}
    if origin.mark:
        return {"Range": f"bytes={have}-", "If-Range": origin.mark}
    return {"Range": f"bytes={have}-"} if wanted.sha256 else {}


def _take(response: httpx.Response, url: str, part: PartFile, wanted: Wanted, job: Job) -> None:
    status = response.status_code
    if status == 416 and _whole_already(response, part):
        return
    if status == 416 or (status == 206 and not _continues(response, part)):
        part.discard()
        raise _PassingError(f"{job.where} cannot go on where it stopped.")
    if status in _PASSING:
        raise _PassingError(f"{job.where} answers {status} {response.reason_phrase}.")
    if status not in (200, 206):
        raise FetchError(job.where, f"{job.where} answers {status} {response.reason_phrase}.")
    _is_a_file(response, job)
    if status == 200:
        part.begin(Origin(url, _mark(response)))
    total = _total(response, part)
    _fits(total, wanted, part, job)
    _write(response, part, total, wanted, job)


def _continues(response: httpx.Response, part: PartFile) -> bool:
    told = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    origin = part.origin
    if told is None or told[1] is None or int(told[1]) != part.size or origin is None:
        return False
    return not origin.mark or _mark(response) in ("", origin.mark)


def _whole_already(response: httpx.Response, part: PartFile) -> bool:
    told = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    return told is not None and told[2] == str(part.size) and part.size > 0


def _mark(response: httpx.Response) -> str:
    """By what the server would know this version again; a weak tag does not promise the same bytes."""
    tag: str = response.headers.get("ETag", "")
    if tag and not tag.startswith("W/"):
        return tag
    return str(response.headers.get("Last-Modified", ""))


def _is_a_file(response: httpx.Response, job: Job) -> None:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        raise FetchError(
            job.where,
            f"{job.where} sent a web page instead of the file; this network may want a sign-in.",
        )
    if response.headers.get("Content-Encoding", "identity") not in ("", "identity"):
        raise FetchError(job.where, f"{job.where} sent the file packed, which was not asked for.")


def _same_protection(url: str, response: httpx.Response, job: Job) -> None:
    if url.startswith("https:") and response.url.scheme != "https":
        raise FetchError(job.where, f"{job.where} led to an address without protection.")


def _total(response: httpx.Response, part: PartFile) -> int | None:
    """The size of the whole file, as the server tells it."""
    told = response.headers.get("Content-Length", "")
    length = int(told) if told.isdecimal() else None
    return None if length is None else part.size + length


def _fits(total: int | None, wanted: Wanted, part: PartFile, job: Job) -> None:
    if total is None:
        return
    if wanted.size is not None and total != wanted.size:
        raise FetchError(
            job.where, f"{job.where} offers {total} bytes; the file has {wanted.size}."
        )
    if total > job.patience.most_bytes:
        raise FetchError(job.where, f"{job.where} offers {total} bytes, which no model has.")
    with disk_faults_in_words(part.path):
        free = shutil.disk_usage(part.path.parent).free
    if total - part.size > free:
        raise DiskFull(
            f"'{job.name}' needs {total - part.size} bytes more, and {free} are free.",
            fix="Free some space and pull again: it goes on from there.",
        )


def _write(
    response: httpx.Response, part: PartFile, total: int | None, wanted: Wanted, job: Job
) -> None:
    most = wanted.size if wanted.size is not None else job.patience.most_bytes
    done = part.size
    job.step(Doing.DOWNLOAD, done, total or wanted.size)
    with disk_faults_in_words(part.path), part.path.open("ab") as file:
        for block in response.iter_raw():  # as it comes, so that a break loses nothing
            done += len(block)
            if done > most:
                file.close()
                part.discard()
                raise FetchError(job.where, f"{job.where} sends more than the file has.")
            file.write(block)
            job.step(Doing.DOWNLOAD, done, total or wanted.size)
