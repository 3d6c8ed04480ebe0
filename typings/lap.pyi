import numpy as np
from numpy.typing import NDArray

def lapjv(
    cost: NDArray[np.float64],
    extend_cost: bool = ...,
    cost_limit: float = ...,
    return_cost: bool = ...,
) -> tuple[float, NDArray[np.int32], NDArray[np.int32]]: ...
