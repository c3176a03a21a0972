"""A document as rows of readable tables, and back."""

from typing import Any

from dealbuilder.document.document import Document, Target
from dealbuilder.document.plan import Plan
from dealbuilder.document.schema import Tables
from dealbuilder.errors import Words, Wrong
from dealbuilder.model.assumptions import Assumptions, Change
from dealbuilder.model.inject import Inject
from dealbuilder.model.lens import LensChange
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Condition, Package

Row = dict[str, Any]

_PLAIN = ("id", "title", "active", "baseline", "pack", "seed", "draws", "note")


def rows(document: Document) -> Tables:
    """Return a document as tables; what is confidential stands in tables of its own."""
    deal = {field: getattr(document, field) for field in _PLAIN} | {"worldview": document.assumptions.worldview}
    return {
        "deal": [{"key": key, "value": value} for key, value in deal.items()],
        "package": _numbered({"id": p.id, "name": p.name, "note": p.note} for p in document.packages),
        "clause": _numbered(_clause_row(p.id, clause) for p in document.packages for clause in p.clauses),
        "assumption": _numbered(change.model_dump() for change in document.assumptions.changes),
        "target": _numbered(target.model_dump() for target in document.targets),
        "own_measure": _numbered({"id": m.id, "content": m.model_dump_json()} for m in document.measures),
        "private_note": _numbered(_private(document)),
        "sealed": _numbered({"key": key, "value": value} for key, value in document.sealed.items()),
        "inject": _numbered({"id": one.id, "content": one.model_dump_json()} for one in document.injects),
        "lens": _numbered({"id": one.id, "content": one.model_dump_json()} for one in document.lenses),
        "plan": _numbered({"content": plan.model_dump_json()} for plan in (document.plan,) if plan is not None),
    }


def _numbered(found: Any) -> list[Row]:
    return [{"position": position, **row} for position, row in enumerate(found, 1)]


def _clause_row(package: str, clause: Clause) -> Row:
    condition = clause.condition
    return {
        "package": package,
        "measure": clause.measure,
        "level": clause.level,
        "start_month": clause.start,
        "end_month": clause.end,
        "ramp_months": clause.ramp,
        "only_if_measure": condition.measure if condition else None,
        "only_if_level": condition.level if condition else None,
        "snapback": int(clause.snapback),
        "unlocked": int(clause.unlocked),
        "note": clause.note,
    }


def _private(document: Document) -> list[Row]:
    found: list[tuple[str | None, str | None, str]] = [(None, None, document.private_note)]
    for package in document.packages:
        found.append((package.id, None, package.private_note))
        found.extend((package.id, clause.measure, clause.private_note) for clause in package.clauses)
    return [{"package": package, "measure": measure, "text": text} for package, measure, text in found if text]


def document(tables: Tables) -> tuple[Document, tuple[Words, ...]]:
    """Return the document of the tables and what to tell the user; raise ValueError or TypeError if there is none."""
    notices: list[Words] = []
    deal = {row["key"]: row["value"] for row in tables["deal"]}
    strange = sorted(str(key)[:60] for key in deal.keys() - {*_PLAIN, "worldview"})
    if strange:
        notices.append(
            Words(
                f"The file has entries that this dealbuilder does not know: {', '.join(strange[:5])}. Not read.",
                f"文件中有本程序不认识的条目：{'、'.join(strange[:5])}；没有读取。",
            )
        )
    private = {(row["package"], row["measure"]): row["text"] for row in tables["private_note"]}
    packages = _packages(tables, private, notices)
    fields = {key: deal[key] for key in _PLAIN if key in deal}
    ids = [package.id for package in packages]
    if ids and fields.get("active") not in ids:
        fields["active"] = ids[0]
        notices.append(
            Words(
                f'The active package was not in the file; "{packages[0].name}" is shown.',
                f"文件中没有当前方案；改为显示“{packages[0].name}”。",
            )
        )
    if fields.get("baseline") is not None and fields["baseline"] not in ids:
        fields["baseline"] = None
        notices.append(
            Words(
                "The baseline package was not in the file; the deal is compared with no new deal.",
                "文件中没有作为基准的方案；改为与“无新协议”比较。",
            )
        )
    changes = tuple(Change.model_validate(_without_position(row)) for row in tables["assumption"])
    view = {"worldview": deal["worldview"]} if "worldview" in deal else {}
    built = Document(
        **fields,
        packages=packages,
        assumptions=Assumptions.model_validate({**view, "changes": changes}),
        targets=tuple(Target.model_validate(_without_position(row)) for row in tables["target"]),
        measures=tuple(Measure.model_validate_json(row["content"]) for row in tables["own_measure"]),
        private_note=private.get((None, None), ""),
        sealed=_sealed(tables),
        injects=tuple(Inject.model_validate_json(row["content"]) for row in tables.get("inject", ())),
        lenses=tuple(LensChange.model_validate_json(row["content"]) for row in tables.get("lens", ())),
        plan=next((Plan.model_validate_json(row["content"]) for row in tables.get("plan", ())), None),
    )
    return built, tuple(notices)


def _sealed(tables: Tables) -> dict[Any, Any]:
    """Return the sealed values by key; two under one key are refused, for one would be lost with the next save."""
    found = {row["key"]: row["value"] for row in tables["sealed"]}
    if len(found) < len(tables["sealed"]):
        raise Wrong(Words("two values are sealed under one key", "同一键下密封了两个值"))
    return found


def _without_position(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "position"}


def _packages(tables: Tables, private: dict[tuple[Any, Any], str], notices: list[Words]) -> tuple[Package, ...]:
    clauses: dict[str, dict[str, Clause]] = {row["id"]: {} for row in tables["package"]}
    for row in tables["clause"]:
        package, measure = row["package"], row["measure"]
        if package not in clauses:
            notices.append(
                Words(
                    f"A clause on {str(measure)[:60]} belongs to no package of the file; it was not read.",
                    f"一条关于 {str(measure)[:60]} 的条款不属于文件中的任何方案；没有读取。",
                )
            )
        elif measure in clauses[package]:
            notices.append(
                Words(
                    f"The file has two clauses on {str(measure)[:60]} in one package; only the first was read.",
                    f"文件的同一方案中有两条关于 {str(measure)[:60]} 的条款；只读取了第一条。",
                )
            )
        else:
            clauses[package][measure] = _clause(row, private.get((package, measure), ""))
    return tuple(
        Package(
            id=row["id"],
            name=row["name"],
            note=row["note"],
            private_note=private.get((row["id"], None), ""),
            clauses=tuple(clauses[row["id"]].values()),
        )
        for row in tables["package"]
    )


def _clause(row: Row, private: str) -> Clause:
    measure, level = row["only_if_measure"], row["only_if_level"]
    return Clause(
        measure=row["measure"],
        level=row["level"],
        start=row["start_month"],
        end=row["end_month"],
        ramp=row["ramp_months"],
        condition=None if measure is None else Condition(measure=measure, level=level),
        snapback=row["snapback"],
        unlocked=row["unlocked"],
        note=row["note"],
        private_note=private,
    )
