"""Finding the points of bodies in pictures."""

from omnisight_desktop.core.registry import Registry

#: Every engine there is; the packaged program reads the same table.
POSE_FINDERS = Registry(
    "pose",
    {
        "mediapipe": "omnisight_desktop.perception.pose.mediapipe:open_finder",
        "yolo": "omnisight_desktop.perception.pose.yolo:open_finder",
    },
)
