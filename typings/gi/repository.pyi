"""GStreamer as PyGObject shows it; made from introspection when imported, so nothing is typed."""

from typing import Any

GLib: Any
Gst: Any
GstRtsp: Any
GstRtspServer: Any
