"""Requirements for a prompt of which only a good page is known: what both the prompt and that page speak of. Pure.

Derived are the texts and colours that the prompt names and the page has, and the kinds of field and element that the
page works with. Counts, order and wording beyond the prompt are the page's own, and bind no other page.
"""

import re

from bs4 import BeautifulSoup

from htmlbuilder import checks
from htmlbuilder.checks import HUES, Requirement

QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|‘([^’]+)’|(?<!\w)'([^']+)'(?!\w)")
PRICE = re.compile(r"(?:[$€£]\s?\d[\d.,]*\d|[$€£]\s?\d|\d[\d.,]*\s?€)")
HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
# A capital within a sentence makes a name; so do two in a row, wherever they stand.
NAME = re.compile(
    r"(?<=[a-z,;:] )[A-Z][\w’'&-]+(?: (?:&|and|of|the) [A-Z][\w’'-]+| [A-Z][\w’'-]+)*"
    r"|\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+"
)
WORKING = (
    *(f"input[type={kind}]" for kind in "email password checkbox radio date time number search tel url".split()),
    "input[type=file]", "input[type=range]", "input[type=color]",
    "form", "textarea", "select", "table", "details", "video", "audio", "canvas", "ol",
)  # fmt: skip
# Nearly every page has one of these; it is required only where the prompt speaks of it.
ON_REQUEST = {
    "nav": r"\b(nav\w*|menu)\b",
    "footer": r"\bfooter\b",
    "img, svg, picture, [role=img]": r"\b(image|photo|picture|logo|icon)s?\b",
    "button, [type=submit], [role=button]": r"\bbuttons?\b",
    "ul, ol": r"\blists?\b",
}


def requirements_of(prompt: str, page: str) -> tuple[Requirement, ...]:
    """What any page that grants `prompt` must have, given that `page` does."""
    soup = BeautifulSoup(page, "html.parser")
    texts = ["".join(groups) for groups in QUOTED.findall(prompt)]
    texts += [found.rstrip(".,") for found in [*PRICE.findall(prompt), *NAME.findall(prompt)]]
    words = re.findall(r"[a-z]+", prompt.lower())
    wanted = [Requirement(text=text) for text in texts if text.strip()]
    wanted += [Requirement(color=color) for color in [*HEX.findall(prompt), *(word for word in words if word in HUES)]]
    wanted += [Requirement(selector=selector) for selector in WORKING if soup.select_one(selector)]
    wanted += [Requirement(selector=each) for each, asked in ON_REQUEST.items() if re.search(asked, prompt.lower())]
    unmet = checks.unmet(page, wanted)
    return tuple(each for each in dict.fromkeys(wanted) if each not in unmet)
