"""An agreement that agents reached, read back: JSON or plain YAML, issue by issue or as one whole package."""

import json
from collections.abc import Mapping, Sequence

from dealbuilder.analysis.negmas.domain import BETWEEN, SETS, WHOLE, Domain, negotiable, with_levels
from dealbuilder.errors import DealError, Words
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package

LONGEST = 1_000_000
"""Characters of an agreement that are read."""
SHOWN = 60
"""Characters of a strange word that are shown."""
HINT = (
    "Write a JSON or YAML mapping of issue to level, as `dict(zip(issue_names, agreement))` gives it; "
    "the exported domain lists both."
)
HINT_ZH = (
    "请写成由议题到档位的JSON或YAML对照表，如 `dict(zip(issue_names, agreement))` 所给出的；导出的谈判域列有两者。"
)


def read(text: str, domain: Domain) -> dict[str, str]:
    """Return the level of each issue that a text names; raise DealError if it is no agreement."""
    try:
        found = json.loads(text[: LONGEST + 1])
    except (ValueError, RecursionError):
        found = _plain(text[: LONGEST + 1])
    if len(text) > LONGEST or not found:
        raise DealError(
            "There is no agreement in this file; the deal is as it was.",
            HINT,
            zh="此文件中没有合意；协议没有变化。",
            zh_hint=HINT_ZH,
        )
    if isinstance(found, list):
        found = _listed(found, domain)
    if not isinstance(found, dict) or not all(isinstance(level, str) for level in found.values()):
        raise DealError(
            "This is not an agreement of issue and level; the deal is as it was.",
            HINT,
            zh="这不是由议题和档位组成的合意；协议没有变化。",
            zh_hint=HINT_ZH,
        )
    levels = {str(issue): str(level) for issue, level in found.items()}
    if set(levels) == {WHOLE}:
        return _whole(levels[WHOLE], domain)
    return levels


def _plain(text: str) -> dict[str, str]:
    """Read "issue: level" line by line, as plain YAML writes it; anything else is no agreement."""
    levels: dict[str, str] = {}
    for line in text.splitlines():
        words = line.split("#", 1)[0].strip()
        if not words or words == "---":
            continue
        issue, colon, level = words.partition(":")
        if not colon or not level.strip():
            return {}
        levels[_bare(issue)] = _bare(level)
    return levels


def _bare(word: str) -> str:
    word = word.strip()
    return word[1:-1] if len(word) > 1 and word[0] == word[-1] and word[0] in "\"'" else word


def _listed(found: Sequence[object], domain: Domain) -> dict[str, object]:
    """Return a bare list of levels by issue: in the order of the issues, or one whole package."""
    if len(found) == len(domain.issues):
        named = dict(zip((issue.id for issue in domain.issues), found, strict=True))
        if not (len(found) == 1 and SETS in str(found[0])):
            return named
    if len(found) == 1:
        return {WHOLE: found[0]}
    raise DealError(
        f"This agreement has {len(found)} levels, but the deal has {len(domain.issues)} issues; it is as it was.",
        HINT,
        zh=f"此合意有 {len(found)} 个档位，而协议有 {len(domain.issues)} 个议题；协议没有变化。",
        zh_hint=HINT_ZH,
    )


def _whole(name: str, domain: Domain) -> dict[str, str]:
    """Return the level of every issue from the name of a whole package."""
    levels = {issue.id: "none" for issue in domain.issues}
    for part in name.split(BETWEEN) if name != "none" else ():
        issue, _, level = part.partition(SETS)
        levels[issue.strip()] = level.strip()
    return levels


def agreed(catalogue: Catalogue, base: Package, levels: Mapping[str, str]) -> Package:
    """Return the package of an agreement; raise one DealError that names every issue and level that is strange."""
    wrong: list[Words] = []
    for issue, level in levels.items():
        measure = catalogue.measure_by_id.get(issue)
        if measure is None:
            wrong.append(Words(f"no measure “{_short(issue)}” in this catalogue", f"此目录没有措施“{_short(issue)}”"))
        elif not negotiable(measure):
            wrong.append(
                Words(
                    f"“{measure.title.en}” ({issue}) is not negotiated", f"“{measure.title.zh}”（{issue}）不在谈判之列"
                )
            )
        elif measure.level(level) is None:
            ids = [known.id for known in measure.levels]
            wrong.append(
                Words(
                    f"“{measure.title.en}” ({issue}) has no level “{_short(level)}” but {', '.join(ids)}",
                    f"“{measure.title.zh}”（{issue}）没有档位“{_short(level)}”，只有{'、'.join(ids)}",
                )
            )
    if wrong:
        raise DealError(
            f"This agreement cannot be a package: {'; '.join(one.en for one in wrong)}. The deal is as it was.",
            HINT,
            zh=f"此合意不能成为方案：{'；'.join(one.zh for one in wrong)}。协议没有变化。",
            zh_hint=HINT_ZH,
        )
    return with_levels(base, levels)


def _short(word: str) -> str:
    return word if len(word) <= SHOWN else word[: SHOWN - 1] + "…"
