"""Any figure as a picture file: SVG as it is, PNG set by Typst so that no display is needed."""

from typing import Literal

import typst

from dealbuilder.errors import DealError
from dealbuilder.report import fonts, svg
from dealbuilder.report.figure import Figure
from dealbuilder.report.theme import Theme

WIDTH, HEIGHT, MARGIN = 680.0, 400.0, 16.0
"""Size of an exported picture and its free edge, in points."""
PPI = 144.0
FRAME = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.picture), format: "svg", alt: sys.inputs.alt)
"""


def render(
    figure: Figure,
    theme: Theme,
    kind: Literal["svg", "png"],
    width: float = WIDTH,
    height: float = HEIGHT,
    below: tuple[str, ...] = (),
    scale: float = 1.4,
) -> bytes:
    """Return a figure as a picture of width x height points, at two dots a point for PNG; `below` says what it is."""
    drawn = svg.draw(figure, theme, width, height, scale=scale, margin=MARGIN, below=below)
    if kind == "svg":
        return drawn.encode()
    try:
        made = typst.Compiler(
            FRAME,
            font_paths=fonts.typst_fonts(fonts.font_files()),
            sys_inputs={"picture": drawn, "alt": figure.alt},
        ).compile(format="png", ppi=PPI)
    except typst.TypstError as error:
        raise DealError(
            f"The picture could not be made: {error.message}. Nothing was written.",
            "Export it as SVG instead.",
            zh=f"图片无法生成：{error.message}。没有写入任何内容。",
            zh_hint="请改为导出SVG。",
        ) from error
    return b"".join(made) if isinstance(made, list) else made or b""
