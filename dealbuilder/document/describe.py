"""An edit in words, for the undo label and the film-strip of what was done."""

from collections.abc import Callable

from dealbuilder.document.clause_edits import (
    AddClause,
    MoveClause,
    MoveClauses,
    RemoveClause,
    SetClauses,
    SetCondition,
    SetLevel,
    SetSnapback,
    SetTiming,
    UnlockGuardrail,
    WriteNote,
)
from dealbuilder.document.deal_edits import (
    AddMeasure,
    ChangeAssumption,
    LiftInject,
    RemoveMeasure,
    RemoveTarget,
    Rename,
    ResetAssumption,
    RestoreAssumptions,
    RestoreLens,
    RestoreVersion,
    SealValue,
    SetBaseline,
    SetDraws,
    SetLens,
    SetPack,
    SetPlan,
    SetSeed,
    SetTarget,
    SetWorldview,
    StrikeInject,
)
from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit
from dealbuilder.document.package_edits import (
    AddPackage,
    ClearPackage,
    DuplicatePackage,
    RemovePackage,
    RenamePackage,
    ReplacePackage,
    SelectPackage,
)
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language

Names = Callable[[str], str]
"""Turns a key into a name; keys: "measure:ID", "level:MEASURE:ID", "package:ID", "parameter:ID", "worldview:ID",
"pack:ID", "indicator:ID", "inject:ID", "lens:ID"."""


LONGEST = 120
"""Characters of a description."""


def namer(catalogue: Catalogue, document: Document, language: Language) -> Names:
    """Return the names of a catalogue and a document; what neither knows keeps its id."""
    own = catalogue.with_measures(document.measures)
    packages = {package.id: package.name for package in document.packages}
    injects = {one.id: one.title.get(language) for one in (*catalogue.injects, *document.injects)}
    packs = {pack.id: pack.label.get(language) for pack in catalogue.packs}
    changed = tuple(change.lens for change in document.lenses)
    lenses = {lens.id: lens.name.get(language) for lens in (*changed, *catalogue.lenses)}

    def name(key: str) -> str:
        kind, _, id = key.partition(":")
        labelled = {
            "parameter": catalogue.parameter_by_id,
            "worldview": catalogue.worldview_by_id,
            "indicator": catalogue.indicator_by_id,
        }
        if kind == "measure" and id in own.measure_by_id:
            return own.measure_by_id[id].title.get(language)
        if kind == "level":
            measure, _, level_id = id.partition(":")
            level = own.measure_by_id[measure].level(level_id) if measure in own.measure_by_id else None
            return level.label.get(language) if level else level_id
        if kind in labelled and id in labelled[kind]:
            return labelled[kind][id].label.get(language)
        return {"package": packages, "pack": packs, "inject": injects, "lens": lenses}.get(kind, {}).get(id) or id

    return name


def describe(edit: Edit, language: Language, names: Names = str) -> str:
    """Return an edit in a few words of one language; a key that `names` returns as it came is shown as its id."""
    en, zh = _both(edit, lambda *key: _named(names, key))
    words = " ".join((zh if language == "zh" else en).split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _named(names: Names, key: tuple[str, ...]) -> str:
    joined = ":".join(key)
    name = names(joined)
    return key[-1] if name == joined else name


def _both(edit: Edit, name: Callable[..., str]) -> tuple[str, str]:
    """Return an edit in English and in Chinese."""
    match edit:
        case AddClause(clause=c):
            level = name("level", c.measure, c.level)
            return f"add {name('measure', c.measure)} → {level}", f"加入 {name('measure', c.measure)} → {level}"
        case SetClauses(clauses=clauses):
            first, more = name("measure", clauses[0].measure), len(clauses) - 1
            return (f"set {first}", f"设定 {first}") if not more else (
                f"set {first} and {more} more", f"设定 {first} 等 {more + 1} 项"
            )  # fmt: skip
        case RemoveClause(measure=m):
            return f"remove {name('measure', m)}", f"移除 {name('measure', m)}"
        case SetLevel(measure=m, level=level):
            text = f"{name('measure', m)} → {name('level', m, level)}"
            return text, text
        case SetTiming(measure=m, start=start, end=end):
            last = ("the end of the deal", "协议结束") if end is None else (f"month {end}", f"第 {end} 个月")
            return (
                f"{name('measure', m)}: month {start} to {last[0]}",
                f"{name('measure', m)}：第 {start} 个月至{last[1]}",
            )
        case SetCondition(measure=m, condition=None):
            return f"{name('measure', m)}: no condition", f"{name('measure', m)}：不设条件"
        case SetCondition(measure=m, condition=c) if c is not None:
            other = f"{name('measure', c.measure)} → {name('level', c.measure, c.level)}"
            return f"{name('measure', m)}: only if {other}", f"{name('measure', m)}：以 {other} 为条件"
        case SetSnapback(measure=m, snapback=on):
            words = ("snapback on breach", "违约即快速恢复") if on else ("no snapback", "不设快速恢复")
            return f"{name('measure', m)}: {words[0]}", f"{name('measure', m)}：{words[1]}"
        case UnlockGuardrail(measure=m, unlocked=on):
            return (f"unlock {name('measure', m)}", f"解锁 {name('measure', m)}") if on else (
                f"lock {name('measure', m)}", f"锁定 {name('measure', m)}"
            )  # fmt: skip
        case MoveClause(measure=m, position=position):
            return (
                f"move {name('measure', m)} to place {position + 1}",
                f"将 {name('measure', m)} 移至第 {position + 1} 位",
            )
        case MoveClauses(moves=moves):
            both = [_both(move, name) for move in moves]
            return "; ".join(en for en, _ in both), "；".join(zh for _, zh in both)
        case WriteNote(package=p, measure=m, private=private):
            words = ("private note on", "私人备注：") if private else ("note on", "备注：")
            if m is not None:
                return f"{words[0]} {name('measure', m)}", f"{words[1]}{name('measure', m)}"
            if p is not None:
                return f"{words[0]} {name('package', p)}", f"{words[1]}{name('package', p)}"
            return f"{words[0]} the deal", f"{words[1]}整份协议"
        case AddPackage(package=p):
            return f"add package {p.name}", f"加入方案 {p.name}"
        case DuplicatePackage(source=source, name=copy):
            return f"copy {name('package', source)} as {copy}", f"将 {name('package', source)} 复制为 {copy}"
        case RemovePackage(package=p):
            return f"remove package {name('package', p)}", f"移除方案 {name('package', p)}"
        case RenamePackage(name=new):
            return f"name the package {new}", f"方案改名为 {new}"
        case SelectPackage(package=p):
            return f"show package {name('package', p)}", f"切换到方案 {name('package', p)}"
        case ReplacePackage(package=p):
            return f"import into package {p.name}", f"导入方案 {p.name}"
        case ClearPackage(package=p):
            return f"clear package {name('package', p)}", f"清空方案 {name('package', p)}"
        case _:
            return _both_of_deal(edit, name)


def _both_of_deal(edit: Edit, name: Callable[..., str]) -> tuple[str, str]:
    match edit:
        case Rename(title=title):
            return f"name the deal {title}", f"协议改名为 {title}"
        case ChangeAssumption(change=change):
            text = f"{name('parameter', change.parameter)} = {change.value:g}"
            return f"assume {text}", f"假设 {text}"
        case ResetAssumption(parameter=parameter):
            return f"reset {name('parameter', parameter)}", f"还原 {name('parameter', parameter)}"
        case RestoreAssumptions():
            return "restore all assumptions", "还原全部假设"
        case SetWorldview(worldview=view):
            return f"worldview {name('worldview', view)}", f"世界观：{name('worldview', view)}"
        case SetBaseline(package=p):
            if p is None:
                return "compare with no new deal", "与“无新协议”比较"
            return f"compare with {name('package', p)}", f"与 {name('package', p)} 比较"
        case SetPack(pack=pack):
            return f"baseline pack {name('pack', pack)}", f"基准包 {name('pack', pack)}"
        case SetSeed(seed=seed):
            return f"seed {seed}", f"随机种子 {seed}"
        case SetDraws(draws=draws):
            return f"{draws} draws", f"{draws} 次抽样"
        case SetTarget(target=target):
            sign = "≥" if target.sense == "at_least" else "≤"
            text = f"{name('indicator', target.indicator)} {sign} {target.value:g}"
            return f"target {text}", f"目标 {text}"
        case RemoveTarget(indicator=indicator):
            return f"no target for {name('indicator', indicator)}", f"取消目标 {name('indicator', indicator)}"
        case AddMeasure(measure=measure):
            return f"own measure {measure.title.en}", f"自定措施 {measure.title.zh}"
        case RemoveMeasure(id=id):
            return f"remove own measure {name('measure', id)}", f"移除自定措施 {name('measure', id)}"
        case SealValue(key=key, value=value):
            return (f"unseal {key}", f"撤除密封值 {key}") if value is None else (f"seal {key}", f"密封 {key}")
        case StrikeInject(inject=inject):
            return f"inject {inject.title.en}", f"突发事件：{inject.title.zh}"
        case LiftInject(id=id):
            return f"lift inject {name('inject', id)}", f"撤回突发事件 {name('inject', id)}"
        case SetLens(change=change):
            return f"role {change.lens.name.en}", f"角色：{change.lens.name.zh}"
        case RestoreLens(id=id):
            return f"restore role {name('lens', id)}", f"还原角色 {name('lens', id)}"
        case SetPlan(plan=None):
            return "no workshop", "不作为研讨会"
        case SetPlan():
            return "plan the workshop", "安排研讨会"
        case RestoreVersion(number=number):
            return f"restore version {number}", f"恢复版本 {number}"
        case _:
            raise AssertionError(f"no words for {edit.kind}")
