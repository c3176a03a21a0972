"""Whether two pictures of a screen look alike: blurred and made smaller first, so that hinting and antialiasing pass.

The measure is the share of blocks whose mean colour differs by more than a threshold. Looking at means of places and
not at pixels is the idea of structural similarity (Wang, Bovik, Sheikh and Simoncelli 2004, IEEE Transactions on Image
Processing 13): what an eye averages away does not count, a shifted or missing element does.
"""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

BLOCK = 4
"""Pixels a side that are averaged."""
THRESHOLD = 24.0
"""Difference of a block's mean in any of red, green and blue, 0 to 255, that counts."""

Pixels = npt.NDArray[np.float32]


def pixels(image: QImage) -> Pixels:
    """Return red, green and blue, 0 to 255, shape (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(np.float32)


def blocks(image: QImage) -> Pixels:
    """Return the mean colour of every block; edges that fill no block are left out."""
    whole = pixels(image)
    height, width = (side // BLOCK for side in whole.shape[:2])
    cut = whole[: height * BLOCK, : width * BLOCK]
    return cut.reshape(height, BLOCK, width, BLOCK, 3).mean(axis=(1, 3))


def differing(one: QImage, other: QImage) -> float:
    """Return the share of blocks in which two pictures differ, 0 to 1; 1 if they have not the same size."""
    if one.size() != other.size():
        return 1.0
    apart = np.abs(blocks(one) - blocks(other)).max(axis=2)
    return float((apart > THRESHOLD).mean())
