"""How fast the frozen program starts, against a bundle that only loads NumPy, in interleaved rounds.

Before each start the bundle's files are dropped from the memory of the disk, as after a restart of the machine.
"""

import os
import statistics
import subprocess
import time
from pathlib import Path

NUMPY = "import numpy\nprint(numpy.ones(3).sum())\n"
ROUNDS = 7
ANSWER = ("score", "example:essay_minimal")
PAINTED = "painted"


def numpy_bundle(python: Path, work: Path) -> Path:
    """Freeze a program that only loads NumPy; return its file."""
    script = work / "only_numpy.py"
    work.mkdir(parents=True, exist_ok=True)
    script.write_text(NUMPY, encoding="utf-8")
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", str(work)]
    subprocess.run([*command, "--workpath", str(work / "work"), "--specpath", str(work), str(script)], check=True)
    return work / "only_numpy" / "only_numpy"


def cold(folder: Path) -> None:
    """Drop a folder's files from memory."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            descriptor = os.open(path, os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


def seconds(command: list[str], surroundings: dict[str, str]) -> float:
    """Return the seconds that a command takes."""
    begin = time.monotonic()
    subprocess.run(command, check=True, env={**os.environ, **surroundings}, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


def painted(program: list[str], folder: Path, surroundings: dict[str, str]) -> float:
    """Return the seconds from the start of a program to the first paint of its window; it is stopped then."""
    begin = time.time()
    with subprocess.Popen(
        [*program, "--smoke", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **surroundings},
    ) as run:
        assert run.stdout is not None
        at = next((float(line.split()[0]) for line in run.stdout if line.split()[1:] == [PAINTED]), float("nan"))
        run.kill()
    return at - begin


def measured(program: Path, numpy: Path, unfrozen: list[str], work: Path) -> dict[str, float]:
    """Return medians of interleaved rounds, seconds, and the ratios of their medians."""
    own = {"XDG_CONFIG_HOME": str(work), "XDG_STATE_HOME": str(work), "XDG_CACHE_HOME": str(work / "cache")}
    found: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, file in (("numpy", numpy), ("answer", program)):
            words = [str(file), *(ANSWER if name == "answer" else ())]
            cold(file.parent)
            found.setdefault(f"{name}_cold", []).append(seconds(words, own))
            found.setdefault(f"{name}_warm", []).append(seconds(words, own))
        found.setdefault("painted", []).append(painted([str(program)], work, own))
        found.setdefault("painted_unfrozen", []).append(painted(unfrozen, work, own))
    medians = {name: statistics.median(values) for name, values in found.items()}
    return {
        **medians,
        "answer_ratio_cold": medians["answer_cold"] / medians["numpy_cold"],
        "answer_ratio_warm": medians["answer_warm"] / medians["numpy_warm"],
        "painted_ratio": medians["painted"] / medians["painted_unfrozen"],
    }
