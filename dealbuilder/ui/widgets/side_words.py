"""The names of the five sides on the screen."""

from PySide6.QtCore import QCoreApplication


def side_names() -> dict[str, str]:
    """Return the short name of each side."""
    return {
        "us": QCoreApplication.translate("Sides", "United States"),
        "china": QCoreApplication.translate("Sides", "China"),
        "home": QCoreApplication.translate("Sides", "Home"),
        "terms": QCoreApplication.translate("Sides", "Terms"),
        "agenda": QCoreApplication.translate("Sides", "Agenda"),
    }


def side_titles() -> dict[str, str]:
    """Return what the measures of each side are called."""
    return {
        "us": QCoreApplication.translate("Sides", "US concessions"),
        "china": QCoreApplication.translate("Sides", "Chinese commitments"),
        "home": QCoreApplication.translate("Sides", "Home programme (derisking)"),
        "terms": QCoreApplication.translate("Sides", "Terms of the deal"),
        "agenda": QCoreApplication.translate("Sides", "Later agenda"),
    }


def gives(section: str) -> str:
    """Return the head of a section of a package."""
    names = {
        "us": QCoreApplication.translate("Sides", "United States gives"),
        "china": QCoreApplication.translate("Sides", "China gives"),
    }
    return names.get(section) or side_titles()[section]
