"""Ways in: fields to log in with, and what people put around them so that only the right ones get in."""

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks.entry import captcha, pressed
from htmlbuilder.corpus.blocks.fields import choices, entry, joined, label_of, named, picks, plain
from htmlbuilder.corpus.blocks.natures import offered
from htmlbuilder.corpus.blocks.texts import bit, line, quoted
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import EMOJI, Draw
from htmlbuilder.corpus.kinds.forms import Field
from htmlbuilder.corpus.labels import asked_label, type_of
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, has, shows

FIRST = (
    "email", "username", "member number", "phone number", "student ID", "college ID", "staff number", "card number", "user name", "work email", "login name", "employee ID", "library card number", "nickname", "customer number", "student number", "roll number", "class code", "badge number", "team name", "account number",
    "parent's email", "pupil name", "e-mail address", "user ID", "admin name", "room number", "registration number", "matriculation number", "driver ID", "membership no.", "mobile number", "school email",
)  # fmt: skip
SECOND = ("password", "password", "password", "password", "PIN", "passphrase", "access code", "secret word", "pass code", "pin code", "one-time code", "key code")
BEFORE = ("college", "school", "organisation", "campus", "department", "company", "class", "branch", "workspace", "site code", "hospital", "team")
FACES = ("animal", "picture", "icon", "colour", "fruit", "avatar", "symbol", "mascot", "sticker", "emoji", "shape", "flower")


def faces(draw: Draw, asks: list[Ask]) -> Html:
    """Pictures of which one is one's own, as small children log in."""
    what = draw.pick(FACES) if draw.chance(0.8) else draw.word("nouns")
    form = draw.rng.random()
    if form < 0.35:
        options = draw.rng.sample(EMOJI, draw.rng.randint(3, 6))
    elif form < 0.75:
        options = offered(draw, "@colours" if what == "colour" else "@animals")
    else:
        options = list(dict.fromkeys(draw.word("nouns") for _ in range(draw.rng.randint(2, 6))))
    needed = [shows(option, "label:has(input[type=radio])") for option in options]
    asks.append(ask(draw, "login.faces", needed, x=draw.keep(what), s=joined(draw, options)))
    return picks(f"Pick your {what}", options, row=True)


def keypad(draw: Draw, asks: list[Ask], second: str) -> Html:
    """Digits to press instead of typing."""
    asks.append(ask(draw, "login.keypad", (has("script"), has("#keys button", 10)), k=draw.keep(second)))
    return tag("div", *(tag("button", digit, type="button") for digit in "1234567890"), id="keys", class_="squares", style="grid-template-columns: repeat(3, 1fr)")


def login(draw: Draw, asks: list[Ask]) -> Part:
    """Fields to log in with, and what stands around them."""
    return ways_in(draw, asks, 0.1)


def ways_in(draw: Draw, asks: list[Ask], share: float) -> Part:
    """The same, with chance `share` each for what is out of the ordinary."""
    first = draw.pick(FIRST) if draw.chance(0.85) else draw.pick((label_of, asked_label))(draw)
    second = draw.pick(SECOND)
    first, second = (text[0].upper() + text[1:] if draw.chance(0.2) else text for text in (first, second))
    before = [draw.pick(BEFORE)] if draw.chance(share) and first.lower() not in BEFORE else []
    needed = [*(shows(label, "form label") for label in (*before, first)), shows(second, "label:has(input[type=password])")]
    slots = {"a": draw.keep(first), "b": draw.keep(second)} | ({"c": draw.keep(before[0])} if before else {})
    asks.append(ask(draw, "login.fields", needed, **slots))
    rows = [*(plain(draw, label).html for label in before), Field(first, type_of(first) if type_of(first) in ("email", "tel") else "text").html(), entry(second, "password", required=True)]
    parts = ["form", "button"]
    if draw.chance(share):
        role = choices(draw, draw.pick(("role", "I am a", "log in as", "user type", "account type", "who are you")), "select", draw.rng.sample(("student", "teacher", "parent", "admin", "staff", "guest", "doctor", "patient", "driver", "manager", "editor", "member", "visitor", "tutor"), draw.rng.randint(2, 4)))
        asks.append(ask(draw, "form.late", role.needs, f=role.words if not role.apart else role.apart.rstrip(".")))
        rows.append(role.html)
    if second.lower().startswith(("pin", "access", "pass code", "key")) and draw.chance(max(share, 0.3)):
        rows.append(keypad(draw, asks, second))
        parts += ["squares", "script:keys"]
    if draw.chance(share):
        rows.append(faces(draw, asks))
        parts += ["check", "row"]
    if draw.chance(share):
        rows.append(captcha(draw, asks).html)
    for name, chance in (("remember", 0.3), ("peek", 0.15)):
        if draw.chance(chance):
            text = {"remember": draw.pick(("remember me", "keep me signed in", "stay logged in", "remember this device", "stay signed in")), "peek": draw.pick(("show password", "show it", "let me see it"))}[name]
            asks.append(ask(draw, f"login.{name}", (shows(text, "label:has(input[type=checkbox])"), *((has("script"),) if name == "peek" else ())), q=draw.keep(text)))
            rows.append(tag("label", inline(tag("input", type="checkbox", name=named(text), id="peek" if name == "peek" else None), " ", text), class_="check"))
            parts += ["check", *(("script:peek",) if name == "peek" else ())]
    button = pressed(draw, asks, "Log in")
    after: list[Html] = []
    for name, chance in (("forgot", 0.4), ("join", 0.3)):
        if draw.chance(chance):
            text = bit(draw) if draw.chance(0.3) else draw.pick({"forgot": ("Forgot password?", "Forgotten your password?", "I forgot my PIN", "Lost your password?", "Reset password", "Can't log in?"), "join": ("Sign up", "Create an account", "Register", "Become a member", "New here?", "Request access")}[name])
            asks.append(ask(draw, f"login.{name}", (shows(text, "a"),), q=draw.quote(text)))
            after.append(tag("p", tag("a", text, href=f"#{name}")))
    html = tag("form", *rows, tag("button", button, type="submit"))
    return Part(Html("\n".join((html, *after))), tuple(dict.fromkeys(parts)))


def warned(draw: Draw, asks: list[Ask]) -> str:
    """A sentence above the way in."""
    text = line(draw)
    wanted: tuple[Requirement, ...] = (shows(text, "h1 + p"),)
    asks.append(ask(draw, "form.lead", wanted, q=quoted(draw, text)))
    return text
