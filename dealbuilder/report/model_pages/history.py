"""The page that holds the model against what happened: month by month, before and after fitting, target by target."""

from collections.abc import Sequence
from dataclasses import dataclass

from dealbuilder.analysis.backtest import Backtest
from dealbuilder.analysis.held import Held
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.targets import Target
from dealbuilder.model.text import Language, Text
from dealbuilder.report import backtest as told
from dealbuilder.report import wording
from dealbuilder.report.model_pages import history_words as words
from dealbuilder.report.model_pages.grid import cited, grid


@dataclass(frozen=True, slots=True)
class History:
    """Everything the page tells: the replay under each worldview, the one before fitting, and the targets."""

    by_view: dict[str, Backtest]
    before: Backtest
    held: tuple[Held, ...]

    @property
    def central(self) -> Backtest:
        """Return the replay under the central worldview."""
        return self.by_view["central"]


def page(found: History, catalogue: Catalogue, language: Language) -> str:
    """Return the page as Markdown."""
    central = found.central
    draws = wording.number(central.world.draws, "draw", language, 0)
    lines = [f"# {words.TITLE.get(language)}", ""]
    lines += [words.INTRO.get(language).format(draws=draws, seed=central.world.seed, pack=central.pack), ""]
    lines += [f"## {words.MONTHS.get(language)}", "", words.BAND.get(language), ""]
    lines += grid((*told.HEADS[language][:6], words.VERDICT.get(language)), told.rows(central, language), 5)
    lines += ["", *(f"- {sentence}" for sentence in told.summary(central, language)), ""]
    lines += [words.CURVE.get(language), ""]
    lines += _views(found, catalogue, language)
    lines += _fitted(found, catalogue, language)
    lines += _targets(found.held, catalogue, language)
    lines += [f"## {words.AGAIN.get(language)}", "", words.HOW.get(language), ""]
    return "\n".join(lines)


def _views(found: History, catalogue: Catalogue, language: Language) -> list[str]:
    rows = [
        (
            catalogue.worldview_by_id[id].label.get(language),
            *(f"{error:.3f}" for error in one.errors.values()),
            wording.number(100.0 * one.inside_90, "%", language, 0),
        )
        for id, one in found.by_view.items()
    ]
    heads = (words.VIEW.get(language), *told.NAMES[language].values(), words.INSIDE.get(language))
    return [f"## {words.VIEWS.get(language)}", "", words.VIEWS_NOTE.get(language), "", *grid(heads, rows, 4), ""]


def _fitted(found: History, catalogue: Catalogue, language: Language) -> list[str]:
    lines = [f"## {words.FIT.get(language)}", ""]
    before, after = found.before.mean_absolute_error, found.central.mean_absolute_error
    lines += [words.FIT_NOTE.get(language).format(before=before, after=after), ""]
    rows = [
        (p.label.get(language), wording.unit(p.unit, language), _range(p.prior), _range((p.value, p.low, p.high)))
        for p in catalogue.parameters
        if p.prior is not None
    ]
    return [*lines, *grid([head.get(language) for head in words.FIT_HEADS], rows, 2), ""]


def _range(figures: tuple[float, float, float] | None) -> str:
    value, low, high = figures or (float("nan"),) * 3
    return f"{value:.3g} ({low:.3g}{wording.EN_DASH}{high:.3g})"


def _targets(held: Sequence[Held], catalogue: Catalogue, language: Language) -> list[str]:
    lines = [f"## {words.TARGETS.get(language)}", "", words.TARGETS_NOTE.get(language), ""]
    asked = [one for one in held if one.met is not None]
    rows = [
        (
            one.target.label.get(language),
            wording.unit(one.target.unit, language),
            _figures(one.target.values),
            _must(one.target, language),
            _model(one, language),
            (words.MET if one.met else words.MISSED).get(language),
        )
        for one in asked
    ]
    lines += grid([head.get(language) for head in words.TARGET_HEADS], rows)
    lines += ["", f"## {words.MISSES.get(language)}", ""]
    missed = [one.target for one in asked if not one.met]
    lines += [f"- {_reason(target, language)}" for target in missed] or [words.NONE_MISSED.get(language)]
    lines += [f"- {words.SEPTEMBER.get(language)}", ""]
    lines += [f"## {words.UNASKED.get(language)}", ""]
    lines += [f"- {_reason(one.target, language)}" for one in held if one.met is None]
    lines += ["", f"## {words.SOURCES.get(language)}", ""]
    named = dict.fromkeys(source for one in held for source in one.target.sources)
    return [*lines, f"{cited(catalogue, named, language)}{'.' if language == 'en' else '。'}", ""]


def _reason(target: Target, language: Language) -> str:
    why = words.REASONS.get(target.id, words.NO_REASON).get(language)
    return f"**{target.label.get(language)}**{': ' if language == 'en' else '：'}{why}"


def _figures(values: Sequence[float]) -> str:
    return ", ".join(f"{value:.3g}" for value in values) or wording.EN_DASH


def _model(one: Held, language: Language) -> str:
    if one.target.rule != "mean_error":
        return _figures(one.found)
    return words.WITH_ERROR.get(language).format(_figures(one.found[:-1]), f"{one.found[-1]:.2f}")


def _must(target: Target, language: Language) -> str:
    if target.rule == "prior":
        return words.PRIOR.get(language)
    if target.within is not None:
        form: Text = words.EACH if target.rule == "each" else words.MEAN
        return form.get(language).format(f"{target.within:.3g}")
    if target.low is None or target.high is None:
        edge = target.low if target.high is None else target.high
        return (words.LEAST if target.high is None else words.MOST).get(language).format(f"{edge:.3g}")
    return f"{target.low:.3g}{wording.EN_DASH}{target.high:.3g}"
