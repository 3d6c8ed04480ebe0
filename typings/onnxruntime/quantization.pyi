from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

class CalibrationMethod(Enum):
    MinMax = ...

class QuantFormat(Enum):
    QDQ = ...

class QuantType(Enum):
    QInt8 = ...
    QUInt8 = ...

class CalibrationDataReader:
    def get_next(self) -> Mapping[str, Any] | None: ...

def quantize_static(
    model_input: object,
    model_output: str,
    calibration_data_reader: CalibrationDataReader,
    quant_format: QuantFormat = ...,
    op_types_to_quantize: Sequence[str] | None = ...,
    per_channel: bool = ...,
    reduce_range: bool = ...,
    activation_type: QuantType = ...,
    weight_type: QuantType = ...,
    nodes_to_quantize: Sequence[str] | None = ...,
    nodes_to_exclude: Sequence[str] | None = ...,
    calibrate_method: CalibrationMethod = ...,
) -> None: ...
