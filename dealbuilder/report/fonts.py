"""The fonts of paper: found in their packages, checked before anything is set in them."""

from functools import lru_cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

import typst

from dealbuilder.errors import DealError

FILES = (
    ("fontpkg_inter", "files/Inter[opsz,wght].ttf", "fontpkg-inter"),
    ("fontpkg_inter", "files/Inter-Italic[opsz,wght].ttf", "fontpkg-inter"),
    ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf", "pylopdf-fonts-zh-cn"),
)
FAMILIES = ("Inter", "Noto Sans SC")


def font_files() -> tuple[Path, ...]:
    """Return the font files; raise DealError naming the package of the first that is missing."""
    found: list[Path] = []
    for module, file, package in FILES:
        path = Path(str(resources.files(module))) / file if find_spec(module) is not None else None
        if path is None or not path.is_file():
            raise DealError(
                f"The font {Path(file).name} is missing, so nothing was written. Your deal is not affected.",
                f"Install the package {package} again, then repeat.",
                zh=f"缺少字体 {Path(file).name}，因此没有写入任何内容。您的协议没有受影响。",
                zh_hint=f"请重新安装软件包 {package}，然后重试。",
            )
        found.append(path)
    return tuple(found)


@lru_cache(maxsize=2)
def typst_fonts(files: tuple[Path, ...]) -> typst.Fonts:
    """Return the fonts as Typst takes them, and none of the machine's own: paper looks the same everywhere."""
    folders = sorted({str(file.parent) for file in files})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
