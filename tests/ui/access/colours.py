"""Contrast and difference of colours, and colours as people see them who see fewer.

Sources: WCAG 2.2 (definitions of relative luminance and contrast ratio); CIE 15:2018 for Lab with D65 white; G. Sharma,
W. Wu, E. Dalal, "The CIEDE2000 color-difference formula", Color Research and Application 30 (2005), 21-30; for
protanopia, deuteranopia and tritanopia the matrices of G. Machado, M. Oliveira, L. Fernandes, "A physiologically-based
model for simulation of color vision deficiency", IEEE TVCG 15 (2009), 1291-1298, severity 1.0, on linear RGB.
"""

import numpy as np
import numpy.typing as npt

Colours = npt.NDArray[np.float64]
"""Shape (..., 3)."""
LUMINANCE = np.array((0.2126, 0.7152, 0.0722))
TO_XYZ = np.array(
    ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
)
WHITE = np.array((0.95047, 1.0, 1.08883))
SIGHTS: dict[str, Colours] = {
    "full": np.eye(3),
    "protanopia": np.array(
        ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
    ),
    "deuteranopia": np.array(
        ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
    ),
    "tritanopia": np.array(
        ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
    ),
    "grey": np.tile(LUMINANCE, (3, 1)),
}


def rgb(text: str) -> Colours:
    """Return #rrggbb as three numbers from 0 to 1."""
    return np.array([int(text[place : place + 2], 16) for place in (1, 3, 5)]) / 255.0


def linear(colours: npt.ArrayLike) -> Colours:
    """Return sRGB from 0 to 1 as linear light."""
    plain = np.asarray(colours, dtype=np.float64)
    return np.where(plain <= 0.04045, plain / 12.92, ((plain + 0.055) / 1.055) ** 2.4)


def curved(light: Colours) -> Colours:
    """Return linear light as sRGB from 0 to 1."""
    light = np.clip(light, 0.0, 1.0)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def luminance(colours: npt.ArrayLike) -> Colours:
    """Return relative luminance of sRGB: bytes or numbers from 0 to 1."""
    plain = np.asarray(colours)
    return linear(plain / 255.0 if plain.dtype == np.uint8 else plain) @ LUMINANCE


def contrast(one: npt.ArrayLike, other: npt.ArrayLike) -> Colours:
    """Return the contrast ratio of two colours, 1 to 21."""
    first, second = luminance(one), luminance(other)
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)


def seen_as(colours: npt.ArrayLike, sight: str) -> Colours:
    """Return sRGB as somebody with this sight sees it."""
    return curved(linear(colours) @ SIGHTS[sight].T)


def lab(colours: npt.ArrayLike) -> Colours:
    """Return sRGB in CIE Lab."""
    ratio = (linear(colours) @ TO_XYZ.T) / WHITE
    root = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.stack(
        (116 * root[..., 1] - 16, 500 * (root[..., 0] - root[..., 1]), 200 * (root[..., 1] - root[..., 2])), axis=-1
    )


def difference(one: npt.ArrayLike, other: npt.ArrayLike) -> float:
    """Return CIEDE2000 of two sRGB colours."""
    return apart(lab(one), lab(other))


def apart(one: Colours, other: Colours) -> float:
    """Return CIEDE2000 of two colours in Lab."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(mean**7 / (mean**7 + 25.0**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    if c1 * c2 == 0:
        middle = h1 + h2
    elif abs(h1 - h2) <= 180:
        middle = (h1 + h2) / 2
    else:
        middle = (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    light, strong = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * _cos(middle - 30)
        + 0.24 * _cos(2 * middle)
        + 0.32 * _cos(3 * middle + 6)
        - 0.2 * _cos(4 * middle - 63)
    )
    s_l = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    s_c, s_h = 1 + 0.045 * strong, 1 + 0.015 * strong * t
    rotation = (
        -2 * np.sqrt(strong**7 / (strong**7 + 25.0**7)) * np.sin(np.radians(60 * np.exp(-(((middle - 275) / 25) ** 2))))
    )
    d_l, d_c = (l2 - l1) / s_l, (c2 - c1) / s_c
    d_h = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)) / s_h
    return float(np.sqrt(d_l**2 + d_c**2 + d_h**2 + rotation * d_c * d_h))


def _cos(degrees: float) -> float:
    return float(np.cos(np.radians(degrees)))
