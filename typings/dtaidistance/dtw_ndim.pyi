from typing import Any

def distance_fast(
    s1: Any,
    s2: Any,
    window: int | None = ...,
    max_dist: float | None = ...,
    use_pruning: bool = ...,
) -> float: ...
def distance_matrix_fast(s: Any, **options: Any) -> Any: ...
