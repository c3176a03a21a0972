"""What a measurement was made on, without saying whose machine it was."""

import importlib.metadata
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from dealbuilder import __version__

PEERS = ("pytest-benchmark", "pysd", "SALib", "moocore", "paretoset")
LIBRARIES = ("numpy", "numba", *PEERS)
CPUINFO = Path("/proc/cpuinfo")


def processor() -> str:
    """Return the processor's model as the system names it."""
    try:
        lines = CPUINFO.read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    facts = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
    family = ", ".join(
        f"{name} {facts[key]}" for name, key in (("family", "cpu family"), ("model", "model")) if key in facts
    )
    name = facts.get("model name", platform.machine())
    return f"{name} ({family})" if family else name


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def machine() -> dict[str, str]:
    """Return processor, cores, system, Python, and the versions of the libraries that take part."""
    found = {name: _version(name) for name in LIBRARIES}
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": processor(),
        "cores": str(os.cpu_count() or 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "dealbuilder": __version__,
        **{name.lower(): version for name, version in found.items() if version is not None},
    }
