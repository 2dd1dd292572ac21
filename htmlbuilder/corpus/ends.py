"""What people jot down or tell last, whatever the page is about: a link, two buttons, the same button twice, a footer, a button in square brackets.

`jotted` adds such notes to a pad, `told` such sentences to a tale, `slipped` one of them to a slip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from htmlbuilder.corpus.blocks import passing
from htmlbuilder.corpus.blocks.passing import PIECES, SITE, beside_each_other, tricky
from htmlbuilder.corpus.blocks.texts import bit, button_text, digits, line
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.wish import shows

if TYPE_CHECKING:
    from htmlbuilder.corpus.jots import Pad
    from htmlbuilder.corpus.slip import Slip
    from htmlbuilder.corpus.tale import Tale

ONE = (
    "{} link", "{} link", "link {}", "link: {}", "link to {}", "+ {} link", "a {} link", "{} (link)", "{} as link", "w/ {} link", "link = {}", "small link {}", "{} link at the end", "and a link {}", "link -> {}", "1 link {}",
)  # fmt: skip
ONE_LOOSE = ("there is a {} link", "a link to {}", "with a {} link", "it links to {}", "one link, {}", "people can click {} (link)", "and a {} link", "dont forget the {} link", "a link that says {}", "i also need a {} link")
TWO = (
    "{} / {} buttons", "buttons {} / {}", "buttons {} + {}", "{} + {} buttons", "2 buttons {} {}", "btns {} / {}", "[{}] [{}]", "[{}] / [{}]", "buttons: {} or {}", "buttons {}, {}", "{} or {} (buttons)", "btn {} + btn {}", "cta {} / {}", "two buttons: {}, {}", "[{}] or [{}]", "button {} & button {}", "{} / {} (btns)",
)  # fmt: skip
TWO_LOOSE = ("two buttons, {} and {}", "buttons {} and {}", "buttons that say {} and {}", "people click {} or {} (buttons)", "a {} button and a {} button", "2 btns, {} / {}", "with the buttons {} / {}")
TWICE = ("cta {} x2", "cta {} x2", "{} x2 (top + bottom)", "button {} top + bottom", "{} button 2x, top and bottom", "{} button top and bottom", "btn {} x2", "cta {} (top, bottom)", "cta: {} x2", "{} btn on top + at the end", "{} button twice", "2x cta {}", "button {} x 2", "same button twice: {}")
TWICE_LOOSE = ("the button {} at the top and again at the bottom", "a {} button twice, top and bottom", "button {} x2", "put the button {} on top and at the end", "cta {} two times, first and last", "{} button above and below")
CORNER = ("{} button far right", "{} btn far right", "button {} top right", "top right: {} button", "{} button top right", "far right {} button", "header: {} button right", "btn top right {}", "{} (button, far right)", "{} top right as button")
CORNER_LOOSE = ("a {} button far right", "top right a {} button", "a button {} in the top right corner", "in the header on the right a {} button", "the {} button goes far right")
FOOT = (
    "footer: {}", "footer: {}", "footer {}", "foot: {}", "footer = {}", "at the bottom {}", "at the bottom: {}", "bottom: {}", "{} at the bottom", "{} in the footer", "{} (footer)", "at the foot {}", "in the foot: {}", "foot {}", "+ footer {}", "footer w/ {}", "end: footer {}", "{} as footer", "down below: {}",
)  # fmt: skip
FOOT_LOOSE = ("at the bottom {}", "the footer says {}", "a footer with {}", "in the footer {}", "{} in the footer", "at the foot it says {}", "footer: {}", "put {} at the bottom", "down at the bottom {}", "and at the foot of the page {}")
FOOT_LINK = ("{} link in the foot", "{} link in footer", "footer: {} link", "footer link {}", "foot: link {}", "{} link at the bottom", "footer: link to {}", "bottom link: {}", "{} (footer link)", "in the foot a {} link", "small {} link at the bottom")
FOOT_LINK_LOOSE = ("a {} link in the footer", "a {} link at the foot", "in the footer a link to {}", "with a {} link in the foot", "the footer links to {}", "small {} link at the bottom")
SMALL = ("small print: {}", "small print {}", "fine print: {}", "{} in small print", "{} (small print)", "in the small print {}", "tiny at the bottom: {}", "small print at the bottom: {}")
SMALL_LOOSE = ("in the small print {}", "small print: {}", "{} in the small print", "the fine print says {}", "in tiny letters at the bottom {}")
LEAF = ("prev: {} / next: {}", "prev {}, next {}", "prev/next: {} / {}", "previous {} / next {}", "prev {} | next {}", "← {} / {} →", "previous link {}, next link {}", "prev = {}, next = {}")
LEAF_LOOSE = ("links to the previous ({}) and the next ({})", "previous is {}, next is {}, both links", "prev {} and next {} as links")
REACH = ("{0} calls {1}, {2} mails {3}", "links: {0} ({1}), {2} ({3})", "{0} -> {1}, {2} -> {3}", "tel link {0} {1}, mail link {2} {3}", "{0} (tel {1}) / {2} (mail {3})", "{0} = {1}, {2} = {3} (links)", "one phones {0} ({1}), one mails {2} ({3})")
REACH_LOOSE = ("one link phones {0} ({1}), one mails {2} ({3})", "two links, {0} calls {1} and {2} mails {3}", "{0} should call {1} and {2} should mail {3}", "a click on {0} rings {1}, on {2} it writes to {3}")


def _short(draw: Draw, *usual: str) -> str:
    """A short text without marks that jotted notes have a meaning for."""
    for _ in range(8):
        text = draw.pick((draw.pick(usual), button_text(draw), bit(draw)))
        if not tricky(text) and len(text) < 28:
            return text
    return draw.pick(usual)


def jotted(pad: Pad) -> None:
    """Adds a note or two of those to the pad."""
    draw = pad.draw
    has_button = any("<button" in html for jot in pad.jots for html in jot.inner)
    notes = [_link, _foot, _foot, _foot_link, _small, _leaf, _reach, _corner]
    if not has_button:
        notes += [_two, _two, _twice, _bracket, _bracket]
    for note in draw.some(notes, 1, 2):
        note(pad)


def _link(pad: Pad) -> None:
    text = pad.text(_short(pad.draw, *SITE, "shop", "map", "directions", "photos", "more"))
    k = pad.keep(text)
    pad.add(pad.draw.pick(ONE).format(k), pad.draw.pick(ONE_LOOSE).format(k), "link", [tag("p", tag("a", text, href="#"))], [shows(text, "p > a")], rank=2)


def _two(pad: Pad) -> None:
    draw = pad.draw
    one = pad.text(_short(draw, "yes", "call", "book", "join", "im in", "buy", "order"))
    other = pad.text(_short(draw, "no", "write", "cancel", "later", "maybe", "directions", "ask"))
    if one.casefold() == other.casefold():
        return
    words = pad.keep(one), pad.keep(other)
    pad.add(draw.pick(TWO).format(*words), draw.pick(TWO_LOOSE).format(*words), "row", [tag("button", text, type="button") for text in (one, other)], [shows(one, "button"), shows(other, "button")], rank=3)


def _twice(pad: Pad) -> None:
    text = pad.text(_short(pad.draw, "book", "join", "buy", "call us", "sign up", "order now"))
    k = pad.keep(text)
    pad.add(pad.draw.pick(TWICE).format(k), pad.draw.pick(TWICE_LOOSE).format(k), "twice", [tag("button", text, type="button")], [shows(text, "button", 2)], rank=3)


def _bracket(pad: Pad) -> None:
    """The last thing of a terse note: a button in square brackets."""
    text = pad.text(_short(pad.draw, "send", "join", "order", "ok", "im in", "call", "go"))
    k = pad.keep(text)
    pad.add(f"[{k}]", pad.draw.pick(("[{}]", "[{}] button", "button [{}]", "then [{}]", "at the end [{}]")).format(k), "row", [tag("button", text, type="button")], [shows(text, "button")], rank=3)


def _corner(pad: Pad) -> None:
    text = pad.text(_short(pad.draw, "log in", "book", "menu", "sign in", "call", "cart"))
    k = pad.keep(text)
    pad.add(pad.draw.pick(CORNER).format(k), pad.draw.pick(CORNER_LOOSE).format(k), "head", [tag("a", text, href="#main", class_="button", style="margin-left: auto")], [shows(text, "header > a.button")], rank=3)


def _foot(pad: Pad) -> None:
    draw = pad.draw
    text = draw.pick((f"© {draw.brand()}", f"© {draw.rng.randint(2019, 2032)} {draw.brand()}", f"since {draw.rng.randint(1890, 2026)}", f"made in {draw.word('towns')}", f"made by {draw.word('first_names')}", draw.word("lines").rstrip("."), draw.word("lines").rstrip("."), bit(draw), "all rights reserved", f"no {draw.word('nouns')}s were harmed", f"part of {draw.brand()}"))
    text = pad.text(text)
    k = pad.keep(text)
    pad.add(draw.pick(FOOT).format(k), draw.pick(FOOT_LOOSE).format(k), "foot", [tag("p", text)], [shows(text, "footer p")], rank=3)


def _foot_link(pad: Pad) -> None:
    text = pad.text(_short(pad.draw, *SITE))
    k = pad.keep(text)
    pad.add(pad.draw.pick(FOOT_LINK).format(k), pad.draw.pick(FOOT_LINK_LOOSE).format(k), "foot", [tag("p", tag("a", text, href="#"))], [shows(text, "footer a")], rank=3)


def _small(pad: Pad) -> None:
    text = pad.text(pad.draw.pick((pad.draw.word("lines").rstrip("."), "prices incl. tax", "subject to change", "while stocks last", f"no {pad.draw.word('nouns')}s", "errors excepted", bit(pad.draw))))
    k = pad.keep(text)
    pad.add(pad.draw.pick(SMALL).format(k), pad.draw.pick(SMALL_LOOSE).format(k), "foot", [tag("p", tag("small", text))], [shows(text, "footer small")], rank=3)


def _leaf(pad: Pad) -> None:
    draw = pad.draw
    one, other = pad.text(_short(draw, "intro", "part 1", "last week", "home")), pad.text(_short(draw, "part 3", "the end", "next week", "chapter 2"))
    if one.casefold() == other.casefold():
        return
    words = pad.keep(one), pad.keep(other)
    pad.add(draw.pick(LEAF).format(*words), draw.pick(LEAF_LOOSE).format(*words), "leaf", [beside_each_other(one, other)], [shows(one, "a[rel=prev]"), shows(other, "a[rel=next]")], rank=3)


def _reach(pad: Pad) -> None:
    draw = pad.draw
    one, other = pad.text(draw.pick((draw.person(), draw.word("first_names"), _short(draw, "call us", "ring me", "the office")))), pad.text(draw.pick((draw.brand(), _short(draw, "write to us", "ask", "mail me"))))
    if one.casefold() == other.casefold():
        return
    phone, mail = draw.phone(), draw.email()
    words = [pad.keep(text) for text in (one, phone, other, mail)]
    rows = ((one, f"tel:{digits(phone)}"), (other, f"mailto:{mail}"))
    pad.add(draw.pick(REACH).format(*words), draw.pick(REACH_LOOSE).format(*words), "address", [tag("p", tag("a", text, href=target)) for text, target in rows], [shows(text, f'a[href="{target}"]') for text, target in rows], rank=3)


def told(tale: Tale) -> None:
    """Adds a sentence or two of those to the tale."""
    if any(need.max == 0 and not need.text for need in tale.needs):
        return  # the page must lack something
    form = tale.draw.rng.random()
    if form < 0.5 and not any("<button" in html for html in (*tale.body, *tale.last)):
        tale.draw.pick((_pair_told, _again_told, _corner_told))(tale)
    elif form < 0.8:
        tale.draw.pick((_link_told, _reach_told, _corner_told))(tale)
    if form > 0.35 and not tale.foot:
        tale.draw.pick((_foot_told, _foot_told, _small_told))(tale)


def _link_told(tale: Tale) -> None:
    draw = tale.draw
    if draw.chance(0.4):
        rows = passing.different(draw, passing.linked, draw.pick((2, 2, 3)))
        tale.say("ends.links", s=passing.beside(draw, [said for _, said in rows]))
        tale.need("main a", *(text for text, _ in rows))
        tale.show(passing.row([text for text, _ in rows]), "row")
        return
    text, said = passing.linked(draw)
    tale.say("ends.link", l=said)
    tale.need("main a", text)
    tale.show(tag("p", tag("a", text, href="#")))


def _pair_told(tale: Tale) -> None:
    rows = passing.different(tale.draw, passing.pressed, 2)
    tale.say("ends.pair", s=passing.beside(tale.draw, [said for _, said in rows]))
    tale.need("button", *(text for text, _ in rows))
    tale.show(tag("div", *(tag("button", text, type="button") for text, _ in rows), class_="row"), "row", "button")


def _again_told(tale: Tale) -> None:
    text = button_text(tale.draw)
    tale.twice(text)


def _corner_told(tale: Tale) -> None:
    if tale.semantic:
        return
    text, said = passing.pressed(tale.draw)
    tale.say("ends.corner", b=said)
    tale.need("header > a.button", text)
    tale.top.append(tag("a", text, href="#main", class_="button", style="margin-left: auto"))
    tale.used |= {"header", "button"}


def _reach_told(tale: Tale) -> None:
    draw = tale.draw
    (one, said), (other, written) = passing.different(draw, passing.whom, 2)
    phone, mail = draw.phone(), draw.email()
    tale.say("ends.reachers", x=said, p=draw.keep(phone), y=written, m=draw.keep(mail))
    rows = ((one, f"tel:{digits(phone)}"), (other, f"mailto:{mail}"))
    tale.needs += [shows(text, f'a[href="{target}"]') for text, target in rows]
    tale.show(tag("address", *(tag("p", tag("a", text, href=target)) for text, target in rows)))


def _foot_told(tale: Tale) -> None:
    made = [make(tale.draw) for make in tale.draw.some(PIECES, 1, 2)]
    tale.say("ends.foot", s=tale.draw.pick((" and ", " and ", " / ", ", and ")).join(said for said, _, _ in made))
    tale.needs += [need for _, _, needs in made for need in needs]
    tale.foot += [html for _, html, _ in made]
    tale.used.add("footer")


def _small_told(tale: Tale) -> None:
    text = line(tale.draw)
    tale.say("ends.small", q=tale.told(text))
    tale.need("footer small", text)
    tale.foot.append(tag("p", tag("small", text)))
    tale.used.add("footer")


def slipped(slip: Slip) -> None:
    """Adds one of those to the slip."""
    draw, form = slip.draw, slip.draw.rng.random()
    text = slip.text(_short(draw, *SITE))
    k = slip.keep(text) if draw.chance(0.75) else f'"{slip.keep(text)}"'
    if form < 0.3:
        slip.add(draw.pick((*ONE[:8], *ONE_LOOSE)).format(k), tag("p", tag("a", text, href="#")), [shows(text, "p > a")])
    elif form < 0.5:
        slip.foot.append(tag("p", tag("a", text, href="#")))
        slip.add(draw.pick((*FOOT_LINK, *FOOT_LINK_LOOSE)).format(k), None, [shows(text, "footer a")], "footer")
    elif form < 0.65:
        other = slip.text(_short(draw, "yes", "book", "join", "order", "call"))
        if other.casefold() == text.casefold():
            return
        html = tag("div", tag("button", text, type="button"), tag("button", other, type="button"), class_="row")
        slip.add(draw.pick((*TWO, *TWO_LOOSE)).format(k, slip.keep(other)), html, [shows(text, "button"), shows(other, "button")], "button", "row")
    else:
        last = slip.text(draw.pick((f"© {draw.brand()}", f"© {draw.rng.randint(2019, 2032)} {draw.brand()}", line(draw), line(draw), bit(draw))))
        small = draw.chance(0.25)
        slip.foot.append(tag("p", tag("small", last) if small else last))
        ways = (*SMALL, *SMALL_LOOSE) if small else (*FOOT, *FOOT_LOOSE)
        slip.add(draw.pick(ways).format(f'"{slip.keep(last)}"' if tricky(last) or draw.chance(0.3) else slip.keep(last)), None, [shows(last, "footer small" if small else "footer p")], "footer")
