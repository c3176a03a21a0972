"""What a chart says in words of one month."""

from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.figure import Chart


def month_words(chart: Chart, month: int, language: Language) -> str:
    """Return the values of every line and band in a month from signing; what is not defined there is left out."""
    parts = []
    for line in chart.lines:
        hit = [y for x, y in zip(line.x.tolist(), line.y.tolist(), strict=True) if round(x) == month]
        if hit and hit[0] == hit[0]:
            parts.append(f"{line.label} {wording.plain(hit[0], 1)}")
    for band in chart.bands:
        pairs = zip(band.x.tolist(), band.low.tolist(), band.high.tolist(), strict=True)
        hit = [(low, high) for x, low, high in pairs if round(x) == month]
        if hit and hit[0][0] == hit[0][0]:
            parts.append(f"{band.label} {wording.plain(hit[0][0], 1)} – {wording.plain(hit[0][1], 1)}")
    when = wording.month_label(wording.month_after(chart.origin, month), language) if chart.origin else str(month)
    return f"{when} ({chart.unit}): " + " · ".join(parts)
