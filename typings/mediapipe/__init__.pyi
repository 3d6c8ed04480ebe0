from typing import Any

class ImageFormat:
    SRGB: Any

class Image:
    def __init__(self, image_format: Any, data: Any) -> None: ...
