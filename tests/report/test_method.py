"""The method's pages say what the code computes and what the catalogue holds, no more and no less."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.engine.names import D, M, N, T
from dealbuilder.engine.outputs import SERIES
from dealbuilder.engine.parameters import P
from dealbuilder.report.method import blocks, lexicon, pages, tokens
from dealbuilder.report.method.blocks import Equation

CODE = Path(blocks.__file__).parents[2]
SCRATCH = {"d", "m", "t", "now", "acc", "series", "rate", "terms"}
"""Work arrays whose rows are documented by name, and those that hold nothing from one block to the next."""
INNER = {"N.summed", "M.count", "D.count", "T.count", "N.count"}
"""Where rows of one kind end, and counts."""


@pytest.fixture(scope="module")
def shipped():
    return blocks.load(paths.resources())


@pytest.fixture(scope="module")
def known(catalogue, shipped):
    return lexicon.lexicon(catalogue, shipped)


def rows_used(owner: str) -> dict[str, set[str]]:
    """Return the members of one enumeration that each function of the engine names, by module.function."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in (CODE / "engine").glob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == owner:
                        found[f"{path.stem}.{function.name}"].add(node.attr)
    return found


def equations_of(shipped) -> dict[str, list[Equation]]:
    cited: dict[str, list[Equation]] = defaultdict(list)
    for block in shipped:
        for equation in block.equations:
            for function in equation.code:
                cited[function].append(equation)
    return cited


def test_the_committed_pages_are_what_the_catalogue_makes(catalogue):
    stale = [
        path.name
        for path, text in pages.fresh(paths.resources(), catalogue).items()
        if path.read_text(encoding="utf-8") != text
    ]
    assert not stale, f"run packaging/make_method.py: {stale}"


def test_both_languages_ask_for_the_same_parts_in_the_same_order(shipped):
    folder = paths.resources() / blocks.FOLDER
    for block in shipped:
        english, chinese = (
            (folder / language / f"{block.page}.md").read_text(encoding="utf-8") for language in pages.LANGUAGES
        )
        assert pages.asked(english) == pages.asked(chinese)
        assert english.count("\n## ") == chinese.count("\n## ")
        assert english.count("\n- ") == chinese.count("\n- ")


def test_every_page_shows_all_its_equations_tables_and_numbers(shipped):
    folder = paths.resources() / blocks.FOLDER / "en"
    for block in shipped:
        asked = pages.asked((folder / f"{block.page}.md").read_text(encoding="utf-8"))
        wanted = {f"equation {equation.id}" for equation in block.equations} | {"symbols"}
        wanted |= {"parameters"} if block.topics else set()
        wanted |= {"tables"} if block.tables else set()
        wanted |= {"outputs"} if block.outputs else set()
        assert wanted <= set(asked), block.page
        assert len(asked) == len(set(asked)), block.page


def test_code_and_catalogue_know_the_same_parameters(catalogue):
    outside = {parameter.id for parameter in catalogue.parameters} - {parameter.name for parameter in P}
    said = "".join(path.read_text(encoding="utf-8") for path in (CODE / "analysis").glob("*.py"))
    assert not {parameter.name for parameter in P} - set(catalogue.parameter_by_id)
    assert not [id for id in outside if f'"{id}"' not in said], "no code reads these parameters"


def test_every_parameter_of_the_engine_is_used_in_some_equation_of_the_code():
    used = set().union(*rows_used("P").values())
    assert {parameter.name for parameter in P} == used


def test_every_symbol_is_short_and_means_one_thing(catalogue, known):
    symbols = [parameter.symbol for parameter in catalogue.parameters]
    assert all(symbols)
    assert len(symbols) == len(set(symbols))
    assert all(len(symbol) <= 8 for symbol in symbols)
    assert known.twice == ()


def test_every_parameter_has_a_page_and_stands_in_its_equations(catalogue, shipped, known):
    homeless = [p.id for p in catalogue.parameters if not lexicon.topic_page(shipped, p.topic)]
    assert not homeless
    for block in shipped:
        said = frozenset().union(*(tokens.plain(equation.text) for equation in block.equations))
        missing = [p.symbol for p in catalogue.parameters if p.topic in block.topics and p.symbol not in said]
        assert not missing, block.page


def test_every_name_in_an_equation_is_defined(catalogue, shipped, known):
    for block in shipped:
        undefined = [name for name in lexicon.used(block) if known.page(name) is None]
        assert not undefined, block.page
        for equation in block.equations:
            assert tokens.channels(equation.text) <= set(catalogue.channel_by_id), (block.page, equation.id)
            for short, column in tokens.columns(equation.text):
                table = catalogue.table_by_id[known.tables[short][0]]
                assert column in table.columns, (block.page, equation.id, short, column)


def test_equations_name_the_parameters_that_their_code_reads_and_no_others(catalogue, shipped, known):
    cited, used = equations_of(shipped), rows_used("P")
    assert not [function for function in used if function not in cited], "no equation says what these compute"
    for function, names in used.items():
        said = frozenset().union(*(tokens.plain(equation.text) for equation in cited[function]))
        unsaid = [name for name in names if catalogue.parameter_by_id[name].symbol not in said]
        assert not unsaid, function
    for block in shipped:
        for equation in block.equations:
            read = set().union(*(used.get(function, set()) for function in equation.code))
            said = {known.parameters[name][0].id for name in tokens.plain(equation.text) if name in known.parameters}
            outside = {id for id in said if id not in P.__members__}
            assert not said - read - outside, (block.page, equation.id)


def test_equations_name_the_channels_that_their_code_reads(catalogue, shipped):
    cited = equations_of(shipped)
    for function, names in rows_used("C").items():
        if function in cited and not function.startswith("simulate."):
            said = frozenset().union(*(tokens.channels(equation.text) for equation in cited[function]))
            assert names == set(said), function


def test_every_function_that_an_equation_cites_exists(shipped):
    functions = set()
    for folder in ("engine", "analysis"):
        for path in (CODE / folder).glob("*.py"):
            functions.add(path.stem)
            functions |= {
                f"{path.stem}.{node.name}"
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.FunctionDef)
            }
    assert not {function for block in shipped for eq in block.equations for function in eq.code} - functions


def test_every_state_and_work_array_of_the_engine_is_documented(shipped):
    documented = {name for block in shipped for symbol in block.symbols for name in symbol.code}
    rows = {f"{rows.__name__}.{row.name}" for rows in (D, M, T, N) for row in rows}
    kernel = ast.parse((CODE / "engine" / "simulate.py").read_text(encoding="utf-8"))
    arrays = {
        target.id
        for node in ast.walk(kernel)
        if isinstance(node, ast.Assign) and "work(" in ast.unparse(node.value)
        for place in node.targets
        for target in ([place] if isinstance(place, ast.Name) else getattr(place, "elts", []))
    }
    assert len(arrays) > 50
    assert not rows - INNER - documented
    assert not arrays - SCRATCH - documented
    assert not documented - rows - arrays, "these stand for nothing in the code any more"


def test_every_indicator_and_series_is_computed_on_exactly_one_page(catalogue, shipped):
    for kind, wanted in (("indicator", [i.id for i in catalogue.indicators]), ("series", list(SERIES))):
        said = [output.id for block in shipped for output in block.outputs if output.kind == kind]
        assert sorted(said) == sorted(wanted)


def test_every_table_of_the_model_stands_on_a_page(catalogue, shipped):
    shown = {id for block in shipped for id in block.tables.values()}
    read = "".join(path.read_text(encoding="utf-8") for path in (CODE / "engine").glob("*.py"))
    used = {table.id for table in catalogue.tables if f'"{table.id}"' in read}
    assert used <= shown


def test_units_columns_projects_and_notes_have_words_in_both_languages(catalogue, shipped):
    words = blocks.words(paths.resources())
    shown = [catalogue.table_by_id[id] for block in shipped for id in block.tables.values()]
    units = {symbol.unit for block in shipped for symbol in block.symbols}
    units |= {item.unit for item in (*catalogue.parameters, *catalogue.series, *shown)}
    assert not units - set(words.units)
    members = {named.id for members in catalogue.sets.values() for named in members} | set(catalogue.channel_by_id)
    names = {name for table in shown for name in (*table.rows, *table.columns)} - members
    assert not names - set(words.columns) - set(words.projects)
    notes = {item.note for item in (*catalogue.parameters, *shown) if item.note}
    assert not notes - set(words.notes), "say these notes in Chinese in resources/manual/model/words.toml"


def test_no_equation_is_wider_than_a_page(shipped):
    wide = [line for block in shipped for equation in block.equations for line in equation.text.splitlines()]
    assert max(map(len, wide)) <= 98
