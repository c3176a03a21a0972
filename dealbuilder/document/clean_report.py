"""What a clean copy left out and what it still tells, in sentences of both languages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dealbuilder.document.document import Document
from dealbuilder.document.history import History
from dealbuilder.document.session import Session
from dealbuilder.document.versions import Version
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language, Text

BEHIND = Text(
    en="The journal of edits, the record of workshops and the kept versions.", zh="编辑记录、研讨会记录和保存的版本。"
)


@dataclass(frozen=True, slots=True)
class Around:
    """What stays behind because it is no part of a document: for a report that counts it."""

    history: History
    versions: tuple[Version, ...] = ()
    session: Session = ()


def left_out(document: Document, copy: Document, wanted: Sequence[str], around: Around | None = None) -> list[Text]:
    """Return what of a deal is not in the copy of the wanted packages; what is around it is counted if it is given."""
    behind = [BEHIND] if around is None else list(beside(around)) or [BEHIND]
    kept = [package for package in document.packages if package.id in wanted]
    others = len(document.packages) - len(kept)
    said = [
        *behind,
        others
        and Text(en=f"{count(others, 'other package')}, notes included.", zh=f"其他 {others} 个方案及其全部备注。"),
        document.baseline is not None
        and copy.baseline is None
        and Text(
            en="The package it was compared with: the copy is compared with no new deal.",
            zh="作为比较基准的方案：副本与“无新协议”比较。",
        ),
        *confidential(document, kept),
        _unused(len(document.measures) - len(copy.measures)),
    ]
    return [text for text in said if text]


def beside(around: Around) -> Iterator[Text]:
    """Yield what stands in a file beside its document: journal, kept versions, record of workshops."""
    if around.history.steps:
        edits = len(around.history.steps)
        yield Text(
            en=f"The journal of {count(edits, 'step')} that can be undone or done again, with their times.",
            zh=f"可撤销或重做的 {edits} 步编辑记录及其时间。",
        )
    if around.versions:
        kept = len(around.versions)
        yield Text(
            en=f"{count(kept, 'kept version')}, with who kept them, when and why.",
            zh=f"{kept} 个保存的版本及其保存者、时间和理由。",
        )
    if around.session:
        entries = len(around.session)
        yield Text(
            en=f"The record of workshops: {count(entries, 'entry', 'entries')}, with proposals, predictions and names.",
            zh=f"研讨会记录：{entries} 条，包括提议、预测和姓名。",
        )


def confidential(document: Document, packages: Sequence[Package]) -> Iterator[Text]:
    """Yield what a document holds that no copy for the other side may: of the deal as a whole and these packages."""
    notes = (
        document.private_note,
        *(package.private_note for package in packages),
        *(clause.private_note for package in packages for clause in package.clauses),
    )
    private, sealed, targets = sum(map(bool, notes)), len(document.sealed), len(document.targets)
    named = sum(bool(change.who) for change in document.assumptions.changes)
    weighers = sum(bool(change.who) for change in document.lenses)
    if private:
        yield Text(en=f"{count(private, 'private note')}.", zh=f"{private} 条私人备注。")
    if sealed:
        yield Text(en=f"{count(sealed, 'sealed value')}, enciphered or not.", zh=f"{sealed} 个密封值（无论是否加密）。")
    if document.plan is not None:
        yield Text(en="The plan of the workshop and its seats.", zh="研讨会安排及其席位。")
    if targets:
        yield Text(en=f"{count(targets, 'target')}.", zh=f"{targets} 个目标。")
    if named:
        yield Text(en=f"The names of who changed {count(named, 'assumption')}.", zh=f"{named} 项假设的修改者。")
    if weighers:
        yield Text(en=f"The names of who changed {count(weighers, 'role')}.", zh=f"{weighers} 个角色的修改者。")


def unused(document: Document) -> Text | None:
    """Return that a document holds measures of its own that none of its clauses uses, None if it does not."""
    used = {clause.measure for package in document.packages for clause in package.clauses}
    return _unused(sum(measure.id not in used for measure in document.measures))


def _unused(own: int) -> Text | None:
    if own <= 0:
        return None
    return Text(
        en=f"{count(own, 'measure')} of its own that no clause of the copy uses.",
        zh=f"{own} 项未被条款使用的自定措施。",
    )


def kept_open(copy: Document, language: Language = "en") -> tuple[str, ...]:
    """Return sentences on what a clean copy still tells, for its owner to read before it is handed over."""
    return tuple(text.get(language) for text in _open(copy))


def _open(copy: Document) -> Iterator[Text]:
    names = [package.name or package.id for package in copy.packages]
    yield Text(
        en=f"The title “{copy.title}” and the names of packages: {', '.join(names)}.",
        zh=f"标题“{copy.title}”和方案名称：{'、'.join(names)}。",
    )
    notes = (
        copy.note,
        *(package.note for package in copy.packages),
        *(clause.note for package in copy.packages for clause in package.clauses),
    )
    public, changes, own = sum(map(bool, notes)), copy.assumptions.changes, copy.measures
    if public:
        yield Text(en=f"{count(public, 'note')} not marked private.", zh=f"{public} 条未标为私人的备注。")
    if changes:
        reasons = sum(bool(change.reason) for change in changes)
        yield Text(
            en=f"{count(len(changes), 'changed assumption')}, {reasons} with a reason.",
            zh=f"{len(changes)} 项经修改的假设，其中 {reasons} 项附有理由。",
        )
    if own:
        titles = {"en": ", ".join(one.title.en for one in own), "zh": "、".join(one.title.zh for one in own)}
        yield Text(
            en=f"{count(len(own), 'measure')} of your own with texts and figures: {titles['en']}.",
            zh=f"{len(own)} 项自定措施及其文字和数值：{titles['zh']}。",
        )
    if copy.injects:
        titles = {"en": ", ".join(i.title.en for i in copy.injects), "zh": "、".join(i.title.zh for i in copy.injects)}
        yield Text(
            en=f"{count(len(copy.injects), 'inject')} that bear on it: {titles['en']}.",
            zh=f"{len(copy.injects)} 个起作用的突发事件：{titles['zh']}。",
        )
    if copy.lenses:
        roles = {"en": ", ".join(one.lens.name.en for one in copy.lenses)}
        roles["zh"] = "、".join(one.lens.name.zh for one in copy.lenses)
        yield Text(
            en=f"{count(len(copy.lenses), 'changed role')} with weights, red lines, reservation and why: "
            f"{roles['en']}.",
            zh=f"{len(copy.lenses)} 个经修改的角色及其权重、红线、保留值和理由：{roles['zh']}。",
        )


def count(number: int, noun: str, several: str = "") -> str:
    """Return a number with its noun in English."""
    return f"{number} {noun}" if number == 1 else f"{number} {several or noun + 's'}"
