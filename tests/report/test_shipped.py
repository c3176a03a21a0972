"""The shipped catalogue on paper: every measure at every level, in both languages."""

import pytest

from dealbuilder.model.package import Clause, Package
from dealbuilder.report import clauses, content, coverage, fonts, pdf
from dealbuilder.report.units import known
from tests.report import fixtures


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_measure_at_every_level_can_be_printed(catalogue, language):
    depth = max(len(measure.levels) for measure in catalogue.measures)
    document = fixtures.document()
    for place in range(1, depth):
        chosen = [
            Clause(measure=measure.id, level=measure.levels[place].id, unlocked=True)
            for measure in catalogue.measures
            if place < len(measure.levels)
        ]
        package = Package(id="p1", name="Everything", clauses=tuple(chosen))
        options = content.Options(language=language, term_sheet=True)
        report = content.build(catalogue, document, package, fixtures.evaluation(), options)
        assert pdf.render(report, options).startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_word_of_the_catalogue_has_its_glyphs(catalogue, language):
    files = fonts.font_files()
    for measure in catalogue.measures:
        texts = [measure.title, measure.summary, measure.instrument.name, measure.ramp_note]
        texts += [text for level in measure.levels for text in (level.label, level.sentence)]
        for text in texts:
            assert coverage.BOX not in coverage.printable(text.get(language), files), measure.id


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_level_is_said_in_one_sentence(catalogue, language):
    for measure in catalogue.measures:
        for level in measure.levels[1:]:
            said = clauses.line(catalogue, Clause(measure=measure.id, level=level.id), "2025-07", language)
            assert said.endswith("." if language == "en" else "。")
            assert ".." not in said
            assert "{" not in said


def test_every_unit_of_the_catalogue_has_words_in_both_languages(catalogue):
    told = {
        *(s.unit for s in catalogue.series),
        *(i.unit for i in catalogue.indicators),
        *(p.unit for p in catalogue.parameters),
    }
    assert not [unit for unit in sorted(told) if not known(unit)]
