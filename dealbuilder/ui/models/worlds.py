"""The four switches of a worldview in words."""

from PySide6.QtCore import QCoreApplication

from dealbuilder.model.assumptions import Worldview

translate = QCoreApplication.translate


def switches(view: Worldview) -> tuple[tuple[str, str], ...]:
    """Return each switch and where it stands; what nobody has words for is shown by its id."""
    names, places = _names(), _places()
    return tuple((names.get(id, id), places.get(place, place)) for id, place in view.switches.items())


def _names() -> dict[str, str]:
    return {
        "technology": translate("Worlds", "Technology"),
        "intent": translate("Worlds", "Chinese intent"),
        "derisking": translate("Worlds", "Derisking"),
        "coercion": translate("Worlds", "Coercion"),
    }


def _places() -> dict[str, str]:
    return {
        "mixed": translate("Worlds", "between the two readings"),
        "controls_backfire": translate("Worlds", "controls backfire"),
        "controls_work": translate("Worlds", "controls work"),
        "bureaucratic": translate("Worlds", "slow bureaucracy, no scheme"),
        "metering": translate("Worlds", "deliberate metering"),
        "slow": translate("Worlds", "building takes long"),
        "fast": translate("Worlds", "building can be fast"),
        "calms": translate("Worlds", "a deal calms"),
        "pressure_pays": translate("Worlds", "a deal teaches that pressure pays"),
    }
