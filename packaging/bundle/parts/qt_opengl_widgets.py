"""Stands in for PySide6.QtOpenGLWidgets in the bundle: pyqtgraph derives a canvas from it that is never made here."""

from PySide6.QtWidgets import QWidget


class QOpenGLWidget(QWidget):
    """A canvas that nobody makes."""
