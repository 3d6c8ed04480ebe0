"""A camera's picture as Qt paints it, over the picture's own memory."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from omnisight_desktop.core.frame import Image


def image_of(pixels: Image) -> QImage:
    """The picture without a copy, in three bytes a pixel or in four; whoever shows it keeps ``pixels``
    for as long."""
    height, width, depth = pixels.shape
    step = pixels.strides[0]
    # Decoders pad rows to what suits them: one piece of memory, but no array in one piece.
    length = (height - 1) * step + depth * width
    flat = np.lib.stride_tricks.as_strided(pixels, shape=(length,), strides=(1,))
    form = QImage.Format.Format_BGR888 if depth == 3 else QImage.Format.Format_RGB32
    return QImage(flat.data, width, height, step, form)
