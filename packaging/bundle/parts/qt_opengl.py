"""Stands in for PySide6.QtOpenGL in the bundle: pyqtgraph imports it for curves drawn by OpenGL, which are off here."""
