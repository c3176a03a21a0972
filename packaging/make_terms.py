"""The page of terms in the manual, made from resources/i18n/terms.toml; `--check` names what is out of date.

Run it from anywhere after a change of terms: .venv/bin/python packaging/make_terms.py
"""

import argparse
import sys
import tomllib
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parent.parent
TERMS = ROOT / "resources" / "i18n" / "terms.toml"
NAME = "90-terms.md"

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")

TITLE = {"en": "Terms in both languages", "zh": "术语对照"}
LEAD = {
    "en": "The program says one thing by one word, in English and in Chinese. A test holds every text of the window, "
    "the reports, the command line and the catalogue to this list. The last column says whose word the Chinese one is: "
    "of a law or regulation, usual in the field, or our own choice (a judgement, open to correction).",
    "zh": "同一事物在程序中只用一个词，英文和中文都是如此。窗口、报告、命令行和目录中的每段文字均由测试按本表检查。"
    "最后一列说明中文用语的依据：法律法规、业内通用，或本程序的选择（属于判断，欢迎指正）。",
}
HEADS = {"en": ("English", "Chinese", "Whose word"), "zh": ("英文", "中文", "依据")}
BASES = {
    "law": {"en": "law or regulation", "zh": "法律法规"},
    "usual": {"en": "usual in the field", "zh": "业内通用"},
    "judgement": {"en": "judgement", "zh": "判断"},
}
TOPICS = {
    "controls": {"en": "Controls and licences", "zh": "管制与许可"},
    "earths": {"en": "Rare earths and magnets", "zh": "稀土与磁体"},
    "chips": {"en": "Chips", "zh": "芯片"},
    "deal": {"en": "Deals and bargaining", "zh": "协议与谈判"},
    "model": {"en": "Model and statistics", "zh": "模型与统计"},
    "room": {"en": "Workshop", "zh": "研讨"},
}


def terms() -> list[dict[str, Any]]:
    """Return the terms as they stand in the file."""
    return tomllib.loads(TERMS.read_text(encoding="utf-8"))["term"]


def page(language: Language) -> str:
    """Return the page in a language: one table a topic, in the order of the file."""
    stop = ": " if language == "en" else "："
    lines = [f"# {TITLE[language]}", "", LEAD[language]]
    for topic, title in TOPICS.items():
        head = HEADS[language]
        lines += ["", f"## {title[language]}", "", f"| {' | '.join(head)} |", "|---|---|---|"]
        for term in terms():
            if term["topic"] != topic:
                continue
            basis, note = BASES[term["basis"]][language], term.get("note")
            said = f"{basis}{stop}{note[language]}" if note else basis
            lines.append(f"| {term['en']} | {term['zh']} | {said} |")
    lines += ["", _counted(language)]
    return "\n".join(lines) + "\n"


def _counted(language: Language) -> str:
    known = terms()
    of = {basis: sum(term["basis"] == basis for term in known) for basis in BASES}
    parts = [f"{BASES[basis][language]} {count}" for basis, count in of.items()]
    if language == "en":
        return f"{len(known)} terms ({', '.join(parts)})."
    return f"共 {len(known)} 个术语（{'，'.join(parts)}）。"


def stale() -> list[tuple[Path, str]]:
    """Return the pages that are not as the terms would have them, with the text they should hold."""
    wanted = [(ROOT / "resources" / "manual" / language / NAME, page(language)) for language in LANGUAGES]
    return [(path, text) for path, text in wanted if not path.exists() or path.read_text(encoding="utf-8") != text]


def main() -> int:
    """Renew or check; return 1 if the check finds a stale page."""
    parser = argparse.ArgumentParser(description="Renew the manual's page of terms.")
    parser.add_argument("--check", action="store_true", help="say what is out of date, change nothing")
    only_check = parser.parse_args().check
    found = stale()
    for path, text in found:
        if not only_check:
            path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)} {'is out of date' if only_check else 'renewed'}\n")
    return 1 if only_check and found else 0


if __name__ == "__main__":
    sys.exit(main())
