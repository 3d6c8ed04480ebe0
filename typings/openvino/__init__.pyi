from typing import Any

from . import preprocess as preprocess

def __getattr__(name: str) -> Any: ...
