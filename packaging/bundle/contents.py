"""What goes into the frozen program and what stays out."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = "dealbuilder"

EXCLUDED = (
    # Libraries bring these along for uses that this program never makes of them.
    *("matplotlib", "mpl_toolkits", "kiwisolver", "contourpy", "fontTools", "PIL", "IPython", "tkinter", "idlelib"),
    *("lxml", "_testcapi", "_testinternalcapi", "readline", "test", "pydoc_data", "ensurepip", "xmlrpc", "lib2to3"),
    # The program opens no socket to the internet, so it needs no encrypted ones; the hashes it takes Python has itself.
    *("_ssl", "_hashlib"),
    *("pytest", "_pytest", "hypothesis", "setuptools", "pkg_resources", "pip", "wheel", "hatchling"),
    # Extras: large, and each command that asks for one says so in a sentence.
    *("pyarrow", "dask", "distributed", "negmas", "pysd", "paretoset"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtQuickControls2", "PySide6.QtDesigner"),
    *("PySide6.QtHelp", "PySide6.QtSql", "PySide6.QtUiTools", "PySide6.QtNetwork", "PySide6.QtXml"),
    *("PySide6.QtConcurrent", "pyqtgraph.examples", "pyqtgraph.opengl"),
    *("numpy.tests", "scipy.io", "scipy.cluster", "scipy.datasets", "scipy.odr", "numba.cuda"),
    *("numba.tests", "emcee.tests", "SALib.test_functions"),
)
"""Modules that are not bundled, with all below them."""

LINKED = sys.platform.startswith("linux")
"""Whether kernels are linked when a bundle is made (kernels.py); elsewhere a program compiles at its first start."""
COMPILER = ("numba", "llvmlite")
FROM_C = () if LINKED else ("numba._devicearray",)
"""Modules that compiled code imports, out of sight of any analysis."""

METADATA = (
    *("PySide6_Essentials", "pyqtgraph", "numba", "numpy", "emcee", "moocore", "SALib", "pydantic", "sqlite-utils"),
    *("typst", "typer", "platformdirs", "pikepdf", "cryptography", "xlsxwriter"),
    *("fontpkg-inter", "pylopdf-fonts-zh-cn"),
)
"""Libraries whose version the program can tell."""

FONTS = {
    "fontpkg_inter": ("files/*.ttf", "*LICENSE*", "*OFL*"),
    "pylopdf_fonts_zh_cn": ("NotoSansSC-Regular.otf", "*LICENSE*", "*OFL*"),
}
"""Packages of fonts and which of their files are used."""

PLUGINS = frozenset(
    {"platforms", "iconengines", "platformthemes", "platforminputcontexts", "xcbglintegrations"}
    | {"wayland-shell-integration", "wayland-decoration-client", "wayland-graphics-integration-client"}
)
"""Kinds of Qt plug-ins that stay whole."""
SINGLE = frozenset({"libqsvg.so", "libqjpeg.so", "libqgif.so"})
"""Of the readers of pictures, those that stay."""
UNWANTED = (
    *("libqeglfs.so", "libqlinuxfb.so", "libqminimalegl.so", "libqvkkhrdisplay.so", "libqvnc.so", "libqtvirtualkey"),
    # Dialogs of GTK would bring all of GTK; those of the desktop's portal look the same.
    "libqgtk3.so",
)
"""Plug-ins of a kind that stays whose libraries would come along for nothing."""


LEFT = ("numba.np.ufunc.tbbpool", "numba.np.ufunc.omppool")
"""Compiled modules for kinds of threads that no kernel asks for."""
STAND_INS = ROOT / "packaging" / "bundle" / "stand_ins"
"""Modules that take the place of large libraries of which nothing is used."""
PARTS = ROOT / "packaging" / "bundle" / "parts"
STOOD_IN = {
    "PySide6.QtOpenGL": PARTS / "qt_opengl.py",
    "PySide6.QtOpenGLWidgets": PARTS / "qt_opengl_widgets.py",
    "scipy.optimize._highspy._core": PARTS / "highs_core.py",
    "scipy.optimize._highspy._highs_options": PARTS / "highs_options.py",
}
"""Compiled parts of libraries that are imported but never used, and the module that takes the place of each."""


def keeps(target: str) -> bool:
    """Return whether a file that PyInstaller found goes into the bundle; `target` is its path there."""
    parts = target.replace("\\", "/").split("/")
    name = parts[-1]
    if "plugins" in parts[:-2]:
        kind = parts[parts.index("plugins") + 1]
        return name in SINGLE or (kind in PLUGINS and not name.startswith(UNWANTED))
    if "translations" in parts and name.endswith(".qm"):
        return name.startswith("qtbase_zh")
    if ".".join((*parts[:-1], name.split(".")[0])) in LEFT:
        return False
    return not ("tests" in parts and name.endswith((".so", ".npz", ".csv", ".txt", ".dat")))


def modules(root: Path = ROOT) -> list[str]:
    """Return every module of the program: some are loaded by name, and no analysis of imports finds those."""
    found = []
    for path in sorted((root / PACKAGE).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def resources(root: Path = ROOT) -> list[tuple[Path, str]]:
    """Return the program's own resources, each with its folder in the bundle."""
    files = sorted(path for path in (root / "resources").rglob("*") if path.is_file())
    return [(path, path.parent.relative_to(root).as_posix()) for path in files]


def version(root: Path = ROOT) -> str:
    """Return the version of the program."""
    project: str = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return project


def named(root: Path = ROOT) -> set[str]:
    """Return the modules that the program loads by a name written in the source."""
    return {name for path in (root / PACKAGE).rglob("*.py") for name in _named_in(ast.parse(path.read_text("utf-8")))}


def _named_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "import_module":
            asked = node.args[0]
            if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
                yield asked.value


def hidden(root: Path = ROOT) -> list[str]:
    """Return what PyInstaller must be told to bundle: all modules of the program and all it loads by name."""
    return sorted({*modules(root), *FONTS, *FROM_C, *(name for name in named(root) if not is_excluded(name))})


def excluded() -> list[str]:
    """Return the modules that are not bundled here."""
    return [*EXCLUDED, *(COMPILER if LINKED else ()), *STOOD_IN]


def is_excluded(name: str) -> bool:
    """Return whether a module is left out, itself or with a package above it."""
    return any(name == one or name.startswith(f"{one}.") for one in EXCLUDED)
