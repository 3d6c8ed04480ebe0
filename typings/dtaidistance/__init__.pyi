from . import dtw as dtw
from . import dtw_ndim as dtw_ndim
