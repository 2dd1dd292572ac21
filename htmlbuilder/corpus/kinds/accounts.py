"""Pages where people have an account: logging in, signing up, a forgotten password."""

from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks.texts import plain
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, document, inline, tag
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows


def field(label: str, name: str, type_: str = "text", complete: str = "", hint: str = "", required: bool = True) -> Html:
    """A labelled input."""
    return tag("label", label, tag("input", type=type_, name=name, autocomplete=complete or None, placeholder=hint or None, required=required))


@kind("login", 1.2)
def login(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.5, known=0.4)
    style = look(draw, asks, topic, "ocean")

    heading = "Log in"
    if draw.chance(0.2):
        heading = draw.pick(("Welcome back", "Sign in", "Member login", draw.phrase()))
        q = draw.quote(heading)
        asks.append(ask(draw, "account.heading", (shows(heading, "h1, h2"),), q=q))

    user = ("Email", "email", "email", "email")
    if draw.chance(0.3):
        label, type_, said = draw.pick((
            ("Username", "text", "a username field"), ("Email", "email", "an email field"), ("Member number", "text", "a member number field"),
            ("Phone number", "tel", "a phone number field"), ("Student ID", "text", "a student ID field"), ("Employee ID", "text", "an employee ID field"),
        ))  # fmt: skip
        user = (label, label.lower().replace(" ", "-"), type_, {"email": "email", "tel": "tel"}.get(type_, "username"))
        asks.append(ask(draw, "account.by", (shows(label, "label, input"),), k=label.lower(), a=said.split()[0]))

    button = "Log in"
    if draw.chance(0.25):
        button = draw.pick(("Sign in", "Continue", "Enter", "Let me in", draw.label()))
        q = plain(draw, button)
        asks.append(ask(draw, "account.button", (shows(button, "button"),), b=q))

    remember = draw.chance(0.3)
    if remember:
        asks.append(ask(draw, "account.remember", (has("input[type=checkbox]"),)))
    forgot = draw.chance(0.3)
    if forgot:
        asks.append(ask(draw, "account.forgot", (shows("forgot", "a"),)))
    signup = draw.chance(0.25)
    if signup:
        asks.append(ask(draw, "account.new", (shows("create an account", "a"),)))

    form = tag(
        "form",
        field(user[0], user[1], user[2], user[3]),
        field("Password", "password", "password", "current-password"),
        tag("label", inline(tag("input", type="checkbox", name="remember"), " Remember me"), class_="check") if remember else None,
        tag("button", button, type="submit"),
    )
    page = document(
        f"{heading} – {name}" if name else heading,
        style.css("center", "panel", "form", *(("check",) if remember else ()), "button", "muted"),
        tag(
            "main",
            tag(
                "div",
                tag("p", name, class_="muted") if name else None,
                tag("h1", heading),
                form,
                tag("p", tag("a", "Forgot your password?", href="#reset")) if forgot else None,
                tag("p", inline("New here? ", tag("a", "Create an account", href="#signup"))) if signup else None,
                class_="panel",
            ),
        ),
    )
    return Wish(
        nouns=("login page", "login page", "login form", "sign-in page", "log in page", "sign in form", "login screen", "page to log in", "member login", "page with a login form"),
        needs=(
            "My members must be able to sign in.", "People need to log in to their account.", "Users should be able to sign in with a password.", "Our customers want to get into their accounts.",
            "I need something where users can log in.", "A place where people enter their password to get in.", "How do my users sign in?",
        ),
        page=page,
        asks=asks,
        requires=(has("form"), has("input[type=password]"), has("button, input[type=submit]")),
    )  # fmt: skip
