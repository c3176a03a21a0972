"""practise: two scripts negotiate from a deal's package, so that tactics can be tried without a screen."""

from typing import Annotated

import typer
from rich.text import Text

from dealbuilder.analysis.counterpart.play import debrief, played
from dealbuilder.analysis.counterpart.reply import Counterpart, judged
from dealbuilder.analysis.counterpart.tactic import Rules, Tactic, sound
from dealbuilder.analysis.counterpart.worth import Scorer
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.party_value import Party
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Baseline, Deal, Draws, InPackage, Speech, Worldview
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language
from dealbuilder.report.study import counterpart
from dealbuilder.report.study.answering import other
from dealbuilder.report.study.rounds import Rehearsal, debriefed, ending, rows, setup


def practise(
    name: Deal,
    side: Annotated[Party, typer.Option("--side", help="Whose package opens; the script answers.")] = "us",
    tactic: Annotated[Tactic, typer.Option("--tactic", help="How the counterpart concedes.")] = "firm",
    own: Annotated[Tactic, typer.Option("--own-tactic", help="How the opening side concedes.")] = "reciprocal",
    rounds: Annotated[int, typer.Option("--rounds", help="Rounds until the deadline.")] = 6,
    seed: Annotated[int, typer.Option("--seed", help="Decides between answers that are equally good.")] = 1,
    exponent: Annotated[
        float | None,
        typer.Option("--exponent", help="Below 1 concedes late, above 1 early."),
    ] = None,
    role: Annotated[str, typer.Option("--role", help="One role by whose value the counterpart judges.")] = "",
    lock: Annotated[list[str] | None, typer.Option("--lock", help="A measure that stays as it is.")] = None,
    package: InPackage = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Let the package open a negotiation that two scripts play to its end. Scripts, not a forecast of anybody."""
    deal = deals.opened(name, language)
    known = deal.catalogue
    strange = sorted(set(lock or ()) - set(known.measure_by_id))
    if strange:
        hint = deals.nearest(strange[0], known.measure_by_id)
        raise DealError(
            f"This catalogue has no measure “{strange[0]}”; nothing was played.",
            hint.en,
            zh=f"此目录没有措施“{strange[0]}”；预演未进行。",
            zh_hint=hint.zh,
        )
    chosen = deals.package(deal.document, package)
    script: Party = other(side)
    locked = frozenset(lock or ())
    rules = sound(Rules(script, tactic, rounds, seed, exponent, role, locked))
    back = Rules(side, own, rounds, seed, locked=locked)
    lenses = judged(deal.lenses, rules)
    setting, service = deals.setting(deal.document, worldview, baseline, draws, None), Evaluator(known)
    service.pack(setting)
    scorer = Scorer(service, setting, lenses)
    answerer, opener = (Counterpart(known, lenses, scorer, each) for each in (rules, back))
    with printing.progress("negotiating") as tick:
        ended = played(opener, answerer, chosen, tick)
    agreed = (ended.agreed, ended.worth, ended.by) if ended.agreed and ended.worth and ended.by else None
    reservations: dict[Party, float] = {script: answerer.reservation, side: opener.reservation}
    told = Rehearsal(
        catalogue=known,
        rules=rules,
        turns=ended.turns,
        draws=scorer.draws,
        agreed=agreed,
        over=True,
        debrief=debrief(known, ended.turns, agreed[:2] if agreed else None, reservations),
        reservations=tuple(reservations.items()),
    )
    if as_json:
        title = {"deal": deal.document.title or name, "package": chosen.name or chosen.id, "own_tactic": own}
        printing.as_json({**title, **counterpart.as_data(told, language)})
    else:
        _show(told, language)


def _show(told: Rehearsal, language: Language) -> None:
    printing.say(setup(told, language))
    printing.say()
    heads = counterpart.header(language)
    table = printing.plain_table(*heads, right=heads[3:])
    for row in rows(told, language):
        table.add_row(*(Text(printing.harmless(cell)) for cell in counterpart.cells(row, language)))
    printing.show(table)
    printing.say()
    printing.say(ending(told, language))
    for text in debriefed(told, language):
        printing.say(text)
