"""Addresses of a device's streams, with what is wanted of them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from camera_bridge.place import Place

RTSP_PORT = 554
_RTSP_PATH = "/axis-media/media.amp"
_MJPEG_PATH = "/axis-cgi/mjpg/video.cgi"
_PICTURE_PATH = "/axis-cgi/jpg/image.cgi"

#: What has a meaning for compressed streams only; JPEGs have neither sound nor a choice of codec.
_NOT_OF_JPEG = ("audio", "video")


def rtsp_address(place: Place, wanted: Mapping[str, str], port: int | None = None) -> str:
    """Where its compressed video and sound come from.

    ``wanted`` is what VAPIX knows, such as videocodec, resolution, fps, audio or streamprofile.
    """
    behind = f":{port}" if port not in (None, RTSP_PORT) else ""
    return f"rtsp://{place.written_host}{behind}{_RTSP_PATH}{_query(wanted)}"


def mjpeg_address(place: Place, wanted: Mapping[str, str]) -> str:
    """Where its pictures come from as JPEGs, one after the other, without sound."""
    return f"{place.web}{_MJPEG_PATH}{_query(_of_jpeg(wanted))}"


def picture_address(place: Place, wanted: Mapping[str, str]) -> str:
    """Where a single picture comes from."""
    return f"{place.web}{_PICTURE_PATH}{_query(_of_jpeg(wanted))}"


def _of_jpeg(wanted: Mapping[str, str]) -> dict[str, str]:
    return {k: v for k, v in wanted.items() if not k.lower().startswith(_NOT_OF_JPEG)}


def _query(wanted: Mapping[str, str]) -> str:
    return f"?{urlencode(wanted)}" if wanted else ""
