"""What tests of the manual read out of its pages: links, pictures, commands, menu paths, figures."""

import re
import shlex

from dealbuilder.report.manual import Page

LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
SHELL = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
MENU = re.compile(r"\*\*([^*\n]+?) > ([^*\n]+?)\*\*")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def prose(text: str) -> str:
    """Return a page without its code."""
    return CODE.sub("", text)


def links(text: str) -> list[str]:
    """Return where links lead, those of pictures left out."""
    return [target for _, target in LINK.findall(prose(text))]


def pictures(text: str) -> list[tuple[str, str]]:
    """Return alternative text and file of every picture."""
    return PICTURE.findall(prose(text))


def menus(text: str) -> list[tuple[str, str]]:
    """Return every menu path, without the dots that follow a name."""
    return [(menu, entry.rstrip("….")) for menu, entry in MENU.findall(prose(text))]


def commands(page: Page) -> list[list[str]]:
    """Return the words of every command line of ours in a page's shell blocks."""
    lines = [line for block in SHELL.findall(page.text) for line in block.replace("\\\n", " ").splitlines()]
    found = [shlex.split(line, comments=True) for line in lines]
    return [words[1:] for words in found if words and words[0] == "dealbuilder"]


def figures(text: str) -> list[str]:
    """Return all figures of a page, sorted, thousands joined."""
    return sorted(number.replace(",", "") for number in FIGURE.findall(PICTURE.sub("", text)))
