"""What kinds of page have in common: the asks for lists, pairs, counts and single features, and people to fill them with."""

from collections.abc import Sequence

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks.dress import css_and_script
from htmlbuilder.corpus.blocks.texts import pairs, series
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import Style
from htmlbuilder.corpus.wish import Ask, exactly, shows

PEOPLE = (
    "Ana Silva", "Ben Okafor", "Chloe Martin", "Dev Patel", "Emma Lund", "Farid Haddad", "Grace Kim", "Hugo Costa", "Ines Weber", "Jonas Berg",
    "Kira Novak", "Liam Byrne", "Mei Chen", "Nils Dahl", "Olga Petrova", "Paul Meyer", "Rosa Vidal", "Sam Carter", "Tara Singh", "Uma Rao",
)  # fmt: skip


def centred(title: str, style: Style, components: Sequence[str], *body: str | None, script: str = "") -> Html:
    """A page with one panel in its middle, text centred."""
    css = style.css("center", "centered", "panel", *components)
    return document(title, css, tag("main", tag("div", *body, class_="panel")), script=script)


def worked(title: str, style: Style, *parts: Part, top: Part | None = None) -> Html:
    """A page of blocks that do something, marked up as briefs have them; `top` stands above all."""
    used = {"narrow", "stack", *(top.components if top else ()), *(name for part in parts for name in part.components)}
    css, script = css_and_script(style, used)
    return document(title, css, top.html if top else None, tag("main", tag("h1", title), *(part.html or None for part in parts), class_="narrow"), script=script)


def initials(name: str) -> str:
    """The first letters of the first two words."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def listed(draw: Draw, asks: list[Ask], what: str, texts: Sequence[str], selector: str = "body") -> None:
    """Texts to copy, of which the prompt says that they are `what` (a plural)."""
    s = series(draw, texts)
    withs: tuple[str, ...] = (f"the {what} {s}", f"{what} {s}", f"the following {what}: {s}")
    says: tuple[str, ...] = (f"{what[0].upper()}{what[1:]}: {s}.", f"{what}: {s}", f"Show the {what} {s}.", f"As {what}: {s}.", f"For the {what} take {s}.", f"{what} {s}", f"List the {what} {s}.")
    if len(texts) > 1:
        n = draw.say(len(texts))
        withs += (f"{n} {what}: {s}",)
        says += (f"The {what} are {s}.", f"It has {n} {what}: {s}.", f"There are {n} {what}: {s}.", f"My {what} are {s}.")
    asks.append(Ask(withs=withs, says=says, requires=tuple(shows(text, selector) for text in texts)))


def paired(draw: Draw, asks: list[Ask], what: str, rows: Sequence[tuple[str, str]], first: str = "body", second: str = "body") -> None:
    """Pairs to copy, such as names with scores; each half must stand in what its selector matches."""
    s = pairs(draw, rows, ("{} ({})", "{}: {}", "{} – {}", "{} {}", "{}, {}", "{} = {}", "{} - {}"))
    withs: tuple[str, ...] = (f"the {what} {s}", f"these {what}: {s}")
    says: tuple[str, ...] = (f"{what[0].upper()}{what[1:]}: {s}.", f"{what}: {s}", f"Show {s}.", f"Put in {s}.", f"{what} {s}", f"It lists {s}.")
    if len(rows) > 1:
        n = draw.say(len(rows))
        withs += (f"{n} {what}: {s}",)
        says += (f"The {what} are {s}.", f"There are {n} {what}: {s}.")
    asks.append(Ask(withs=withs, says=says, requires=tuple(requirement for one, other in rows for requirement in (shows(one, first), shows(other, second)))))


def numbered(draw: Draw, asks: list[Ask], what: str, number: int, selector: str) -> None:
    """How many of `what` (a plural) there are."""
    said = draw.say(number)
    asks.append(Ask(
        tails=(f"with {said} {what}",),
        withs=(f"{said} {what}", f"exactly {said} {what}", f"a total of {said} {what}"),
        says=(
            f"Show {said} {what}.", f"There are {said} {what}.", f"{said} {what}", f"I need {said} {what}.", f"It has {said} {what}.", f"Number of {what}: {said}.", f"Make it {said} {what}.", f"{what}: {said}",
            f"Fill it with {said} {what}.", f"{said[0].upper()}{said[1:]} {what}, please.",
        ),
        requires=(exactly(selector, number),),
    ))  # fmt: skip


def wanted(draw: Draw, asks: list[Ask], share: float, withs: tuple[str, ...], says: tuple[str, ...], *requires: Requirement) -> bool:
    """Whether the prompt asks for a feature, with chance `share`."""
    if not draw.chance(share):
        return False
    asks.append(Ask(withs=withs, says=says, requires=requires))
    return True
