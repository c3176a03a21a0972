"""About: what the program is, its versions, its licences, and that it opens no connection."""

import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dealbuilder import __version__, paths
from dealbuilder.ui.widgets.appearance import Caption


class AboutDialog(QDialog):
    """Shows the versions, selectable to be quoted."""

    def __init__(self, catalogue: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About dealbuilder"))
        mark = QLabel()
        mark.setAccessibleName("dealbuilder")
        mark.setPixmap(QPixmap(str(paths.resources() / "icons" / "dealbuilder.svg")))
        name = Caption(f"dealbuilder {__version__}", factor=1.8, bold=True)
        said = QLabel(
            self.tr(
                "Assembles a package of US export-control concessions and Chinese rare-earth licences, "
                "and scores it with a local model. Scores are model results, not forecasts. "
                "The program opens no network connection."
            )
        )
        versions = QLabel(
            "\n".join(
                (
                    self.tr("Catalogue {version}").format(version=catalogue),
                    f"Qt {qVersion()} · Python {platform.python_version()} · {platform.platform(terse=True)}",
                    self.tr("Fonts: Inter and Noto Sans SC, SIL Open Font License 1.1"),
                    self.tr("Qt for Python under the GNU LGPL 3; dealbuilder under the MIT licence"),
                )
            )
        )
        versions.setProperty("muted", True)
        versions.setTextInteractionFlags(versions.textInteractionFlags().TextSelectableByMouse)
        for label in (said, versions):
            label.setWordWrap(True)
            label.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        words = QVBoxLayout()
        for label in (name, said, versions):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(mark)
        row.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(buttons)
