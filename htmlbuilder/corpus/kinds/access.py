"""Logins as people describe them: whose they are, what one types, and what else is wanted of whoever comes in."""

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks import access
from htmlbuilder.corpus.blocks.texts import line, quoted, title
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.intake import owner, sheet
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows

WHO = (
    "member", "student", "staff", "admin", "customer", "parent", "pupil", "teacher", "employee", "patient", "driver", "volunteer", "library", "college", "school", "kids", "clinic", "gym", "club", "portal", "intranet", "wifi", "guest", "player", "dashboard", "tenant", "course", "alumni", "bank", "webmail", "shop", "editor",
)  # fmt: skip
NOUNS = ("login page", "login", "login form", "log in page", "sign-in page", "login screen", "sign in", "sign-in form", "log-in", "login for the website", "entry page", "login panel", "login box")


@kind("access", 2.2)
def entrance(draw: Draw) -> Wish:
    asks: list[Ask] = []
    sort = draw.pick(NOUNS)
    who = draw.pick(WHO) if draw.chance(0.8) else draw.word("nouns")
    noun = f"{who} {sort}" if draw.chance(0.75) else sort
    heading = noun[0].upper() + noun[1:]
    name, topic = owner(draw, asks)
    if draw.chance(0.3):
        heading = title(draw)
        asks.append(ask(draw, "title", (shows(heading, "h1"),), q=draw.quote(heading)))
    lead = access.warned(draw, asks) if draw.chance(0.3) else ""
    part = access.ways_in(draw, asks, draw.pick((0.1, 0.2, 0.35)))
    under = ""
    if draw.chance(0.15):
        under = line(draw)
        asks.append(ask(draw, "form.under", (shows(under, "main > p:last-child"),), q=quoted(draw, under)))
    style = look(draw, asks, topic, "ocean", 0.25)
    return Wish(nouns=(noun, noun, f"{noun} in HTML"), page=sheet(heading, style, name, lead, part, under), asks=asks, requires=(has("form"), has("input[type=password]")), ordered=True)
