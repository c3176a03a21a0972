"""Monitors of an X server without hardware, plugged and unplugged through RandR as a cable would do it."""

import ctypes
from ctypes import POINTER, byref, c_char_p, c_int, c_ulong, c_void_p


class _Monitor(ctypes.Structure):
    _fields_ = (
        ("name", c_ulong), ("primary", c_int), ("automatic", c_int), ("noutput", c_int), ("x", c_int), ("y", c_int),
        ("width", c_int), ("height", c_int), ("mwidth", c_int), ("mheight", c_int), ("outputs", c_void_p),
    )  # fmt: skip


class _Resources(ctypes.Structure):
    _fields_ = (
        ("timestamp", c_ulong), ("configured", c_ulong), ("ncrtc", c_int), ("crtcs", POINTER(c_ulong)),
        ("noutput", c_int), ("outputs", POINTER(c_ulong)),
    )  # fmt: skip


class Monitors:
    """Plugs monitors into the display of DISPLAY; OSError where the X libraries are missing."""

    def __init__(self) -> None:
        self._x, self._r = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype, self._x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
        self._x.XDefaultRootWindow.restype, self._x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
        self._x.XInternAtom.restype, self._x.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
        self._x.XSync.argtypes = [c_void_p, c_int]
        self._r.XRRSetMonitor.argtypes = [c_void_p, c_ulong, c_void_p]
        self._r.XRRDeleteMonitor.argtypes = [c_void_p, c_ulong, c_ulong]
        self._r.XRRGetScreenResources.restype = POINTER(_Resources)
        self._r.XRRGetScreenResources.argtypes = [c_void_p, c_ulong]
        self._display = self._x.XOpenDisplay(None)
        self._root = self._x.XDefaultRootWindow(self._display)
        found = self._r.XRRGetScreenResources(self._display, self._root)
        self._output = (c_ulong * 1)(found.contents.outputs[0])

    def _atom(self, name: str) -> int:
        return self._x.XInternAtom(self._display, name.encode(), 0)

    def plug(self, name: str, box: tuple[int, int, int, int], *, first: bool = False) -> None:
        """Plug a monitor in at a box of the display; the `first` owns the server's only output."""
        x, y, wide, tall = box
        outputs = ctypes.cast(self._output, c_void_p) if first else None
        made = _Monitor(
            self._atom(name), int(first), 0, int(first), x, y, wide, tall, wide // 4, tall // 4, outputs
        )  # fmt: skip
        self._r.XRRSetMonitor(self._display, self._root, byref(made))
        self._x.XSync(self._display, 0)

    def unplug(self, name: str) -> None:
        """Pull a monitor's cable."""
        self._r.XRRDeleteMonitor(self._display, self._root, self._atom(name))
        self._x.XSync(self._display, 0)
