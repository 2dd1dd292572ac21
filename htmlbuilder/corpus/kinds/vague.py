"""Wishes that are vague, odd, or more than a page can be. Each gets a decent small page made of the prompt's own words.

What a static page cannot do it says, in one visible sentence that follows from the ask: "This is a static page: it does
not read your mail." Every text is a plain function of the prompt, whatever words stand in it.
"""

import re
from dataclasses import replace

from htmlbuilder.checks import Requirement, unmet
from htmlbuilder.corpus import names
from htmlbuilder.corpus.asks import look, sort_of
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.kinds.elements import enumerate_words
from htmlbuilder.corpus.kinds.sites import site
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.style import COMPONENTS, Style
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows
from htmlbuilder.corpus.wording import article, framed, lowered, raised

PAGES = ("page", "web page", "website", "site", "homepage", "small site", "small page", "HTML page", "little website", "page in HTML", "internet page", "webpage", "one-page site")
KIN = ("grandma", "grandpa", "mum", "mom", "dad", "sister", "brother", "aunt", "uncle", "cousin", "neighbour", "neighbor", "wife", "husband", "boss", "teacher", "landlord", "flatmate", "roommate", "best friend")
PETS = "dog cat hamster rabbit parrot goldfish tortoise pony hen goat snake canary".split()
# What an app is called that no page can be.
PROGRAMS = ("app", "web app", "program", "tool", "website", "bot", "page", "service", "assistant", "script", "system", "thing", "little program", "platform", "portal", "application", "gadget")


# How people bid a program do what no page does.
BIDDEN = (
    "{Does}.", "{Does}", "{does}", "{Does}, please.", "Please {does}.", "pls {does}", "Can you {does}?", "Could you {does} for me?", "{Does}, as a web page.", "{Does} and put it on a page.", "{does} in html", "Write HTML to {does}.",
    "Write an HTML code to {does}", "{Does} with HTML and CSS.", "I need you to {does}.", "I want you to {does}, on a page.", "Make a page and {does} on it.", "html: {does}", "Just {does}, that is all.", "You know what to do: {does}.",
    "For my website: {does}.", "Let's see whether you can {does}.", "{Does}! Then show it nicely.", "My teacher wants me to {does}, can you do that?", "On the page, {does}.", "{Does}. Use only HTML.", "what i need: {does}",
)  # fmt: skip


FAMILY = ("named", "about", "vague", "odd", "beyond", "tongues", "caprice", "nutshell")
ENGLISH = "This page is in English, the only language it can be written in."


@kind("named", 10.0)
def named(draw: Draw) -> Wish:
    """Nothing is said but whose page it is: a kind of business, and perhaps its name."""
    asks: list[Ask] = []
    topic = draw.topic()
    what = draw.pick(topic.kinds)
    topic = replace(topic, kinds=(what,))
    name = (names.business(draw) if draw.chance(0.25) else draw.brand(topic)) if draw.chance(0.45) else ""
    if sort_of(topic, what) == "person":
        whose = draw.pick((article(what), f"{article(what)} like me", f"my {draw.pick(KIN)} the {what}", f"a friend who is {article(what)}", f"me, {article(what)}"))
    else:
        whose = draw.pick((f"my {what}", f"our {what}", f"my {what}", f"the {what} of my {draw.pick(KIN)}", article(what), f"our little {what}", f"a friend's {what}"))
    q = draw.quote(name) if draw.chance(0.4) else draw.keep(name)
    if name:
        whose = draw.pick((f"{whose}, {q}", f"{whose} {q}", f"{whose} ({q})", f"{q}, {whose}", f"{whose} called {q}"))
    wish = _asked_for(draw, whose, asks, shows(name or what))
    style = look(draw, asks, topic, asked=0.12)
    wish.page = site(draw, asks, name, topic, style, usual=("features", "reviews"), extra=(0, 0))
    return wish


@kind("about", 6.0)
def about_anything(draw: Draw) -> Wish:
    """A page about a subject nobody planned for."""
    asks: list[Ask] = []
    owner, thing = _subject(draw)
    subject = f"{owner}{thing}"
    wish = _asked_for(draw, f"{owner}{draw.keep(thing)}", asks, shows(thing, "h1"))
    text = f"This page is about {subject}. Here you find what we know, and how to find out more."
    if draw.chance(0.2):
        text = draw.sentence()
        quoted = draw.quote(text)
        asks.append(Ask(withs=(f"the text {quoted}", f"the words {quoted}"), says=(f"It says {quoted}", f"Write {quoted}", f"It should say {quoted}"), requires=(shows(text, "p"),)))
    style = look(draw, asks, None, "forest", 0.15)
    wish.page = _page(style, raised(subject), text, ("Good to know", (f"News about {subject}", f"Pictures of {subject}", f"Questions about {subject}")), "Get in touch")
    return wish


@kind("vague", 4.0)
def vague(draw: Draw) -> Wish:
    """Nothing is said at all."""
    asks: list[Ask] = []
    style = look(draw, asks, None, "indigo", 0.25)
    page = _page(style, "Welcome", "This page is yours: change any word of it, and it says what you want to say.", ("Ideas for it", ("Who you are", "What you do", "How to reach you")), "Get in touch")
    nouns = (
        "website", "page", "website", "something", "something nice", "something cool", "something pretty", "something beautiful", "anything", "cool website", "nice page", "whatever you like",
        "surprise", "some website", "some page", "any page", "some HTML", "site of any kind", "nice little something", "modern website", "page that looks good", "thing for the web", "good website",
    )  # fmt: skip
    return Wish(nouns, page, asks, ("Surprise me.", "Do something.", "I have no idea what I want.", "I want to be on the internet.", "I'm bored."), (has("h1"), has("p"), has("h2")))


@kind("odd", 13.0)
def odd(draw: Draw) -> Wish:
    """What nobody has a page for, taken at its word."""
    asks: list[Ask] = []
    head, lede, *lines, button = draw.pick(records("oddities"))
    who = _odd_subject(draw)
    spelled, shown = head.format(x=draw.keep(who)), head.format(x=who)
    title = raised(shown)
    subject = article(spelled)
    form = draw.rng.random()
    if form < 0.35:
        wish = _asked_for(draw, subject, asks, shows(shown, "h1"))
    else:
        nouns = (spelled, spelled, f"page for {subject}", f"website for {subject}", f"web page of {subject}", f"site for {subject}", f"{draw.pick(PAGES)} for {subject}", f"page about {subject}")
        wish = Wish(nouns, Html(""), asks, requires=(has("h1"), shows(shown, "h1")))
    if draw.chance(0.25):
        name = draw.brand()
        q = draw.quote(name)
        asks.append(Ask(tails=(f"called {q}", f"named {q}"), says=(f"It is called {q}.", f"The name is {q}.", f"Its name is {q}."), requires=(shows(name),)))
        lede = f"{name}: {lowered(lede)}"
    if draw.chance(0.2):
        day = draw.pick((f"{draw.date()}", f"{draw.date()}, {draw.time()}"))
        asks.append(Ask(tails=(f"on {draw.keep(day)}", f"({draw.keep(day)})"), says=(f"It is on {draw.keep(day)}.", f"Date: {draw.keep(day)}.", f"When: {draw.keep(day)}."), requires=(shows(day),)))
        lines.append(day)
    style = look(draw, asks, None, "plum", 0.2)
    wish.page = _page(style, title, lede.format(x=who) + ".", ("What awaits you", tuple(line.format(x=who) for line in lines)), button)
    return wish


@kind("beyond", 18.0)
def beyond(draw: Draw) -> Wish:
    """More than a page can be: a system, or a program that does something."""
    asks: list[Ask] = []
    name = draw.brand() if draw.chance(0.35) else ""
    if draw.chance(0.55):
        kept, noun = _filled(draw, draw.pick(records("systems"))[0])
        sentence = f"This is a static page, not {article(noun)}."
        nouns: tuple[str, ...] = (kept,)
        title, lede = raised(noun), f"A first look at the idea of {article(noun)}."
    else:
        noun = draw.pick(PROGRAMS)
        kept, does = _filled(draw, draw.pick(records("abilities"))[0])
        sentence, it_does = _cannot(does), _third(kept)
        nouns, title, lede = (noun,), raised(_yours(does)), f"A first look at the idea of {article(noun)} to {_yours(does)}."
        if draw.chance(0.35):
            nouns, lede = (), "A first look at what it could be."
            asks.append(Ask(says=tuple(form.format(does=kept, Does=raised(kept)) for form in BIDDEN)))
        else:
            asks.append(Ask(
                tails=(f"that can {kept}", f"which can {kept}", f"to {kept}", f"that is able to {kept}", f"and it should {kept}", f"that will {kept}", f"so it can {kept}", f"made to {kept}", f"that {it_does}", f"that {it_does}", f"which {it_does}"),
                says=(
                    f"It should {kept}.", f"It must {kept}.", f"It has to {kept}.", f"I want it to {kept}.", f"The point is to {kept}.", f"It will {kept}.", f"It would {kept}.", f"Make it {kept}.", f"What it does: {kept}.",
                    f"All it has to do is {kept}.", f"It can {kept}.", f"Let it {kept}.", f"It {it_does}.",
                ),
            ))  # fmt: skip
    if name:
        q = draw.quote(name)
        asks.append(Ask(tails=(f"called {q}", f"named {q}", f"with the name {q}"), says=(f"It is called {q}.", f"The name is {q}.", f"Call it {q}.", f"Name: {q}."), requires=(shows(name, "h1"),)))
        title = name
    plans: tuple[str, ...] = ("Say what it would be for", "Collect what people expect of it", "Look good while you build it")
    heading = "What this page can do"
    if draw.chance(0.35):
        heading, plans = "What is planned", tuple(dict.fromkeys(draw.label() if draw.chance(0.5) else draw.word("bits") for _ in range(draw.count(2, 6))))
        words = enumerate_words(draw, plans)
        asks.append(Ask(
            withs=(f"the features {words}", f"features: {words}", f"the parts {words}", words), says=(f"Features: {words}.", f"It has {words}.", f"The parts are {words}.", f"It comes with {words}."),
            requires=(*(shows(plan, "li") for plan in plans), exactly("main li", len(plans))),
        ))  # fmt: skip
    style = look(draw, asks, None, "slate", 0.25)
    page = _page(style, title, lede, (heading, plans), "Tell us what you think", sentence)
    return Wish(nouns, page, asks, requires=(has("h1"), shows(sentence)))


@kind("tongues", 2.5)
def tongues(draw: Draw) -> Wish:
    """A wish in another language: the page carries the name that stands in it, if one does, and says what it is not."""
    name = draw.brand()
    prompt = framed(draw, "tongues", x=draw.quote(name) if draw.chance(0.3) else draw.keep(name))
    title = name if name in prompt else "Welcome"
    style = look(draw, [], None, "ocean", 0.0)
    page = _page(style, title, "A first look at what it could be.", ("What this page can do", ("Say it in English", "Show a name and a few lines", "Be changed by hand")), "Tell us what you think", ENGLISH)
    return Wish((), page, [Ask(says=(prompt,))], requires=(shows(title, "h1"), shows(ENGLISH)), ordered=True)


def stretch(draw: Draw, wish: Wish) -> None:
    """Asks of a page of any kind what no page does by itself, where the page has room for a line that says so."""
    kept, does = _filled(draw, draw.pick(records("abilities"))[0])
    sentence, arrange = _cannot(does), wish.arrange
    longer = _with_line(wish.page, sentence)
    ask = Ask(
        says=(f"It should {kept}.", f"It must {kept}.", f"And it has to {kept}.", f"It should also {kept}.", f"It has to {kept} too.", f"Make it {kept}.", f"Also it should {kept}.", f"Let it {kept}.", f"I want it to {kept}.", f"And then it should {kept}."),
        requires=(shows(sentence),),
    )  # fmt: skip
    if unmet(longer, [*wish.requires, *(requirement for each in (*wish.asks, ask) for requirement in each.requires)]):
        return

    def arranged(prompt: str) -> tuple[str, Html]:
        assert arrange
        text, page = arrange(prompt)
        return text, _with_line(page, sentence)

    wish.page = longer
    wish.asks.append(ask)
    if arrange:
        wish.arrange = arranged


def _with_line(page: str, line: str) -> Html:
    """The page with a small line at the end of its panel or its main part; as it is where it has neither."""
    end, depth = (page.find("\n    </div>\n  </main>"), 6) if 'class="panel"' in page else (page.find("\n  </main>"), 4)
    return Html(page) if end < 0 else Html(f"{page[:end]}\n{' ' * depth}{tag('p', tag('small', line))}{page[end:]}")


# Their parts


def _asked_for(draw: Draw, subject: str, asks: list[Ask], required: Requirement) -> Wish:
    """A wish, its page to come, for a page of which only the subject is known."""
    requires = (has("h1"), has("p"), required)
    if draw.chance(0.45) or draw.split == "wordings":
        asks.append(Ask(says=(framed(draw, "vagues", x=subject, X=raised(subject)),)))
        return Wish((), Html(""), asks, requires=requires, ordered=True)
    nouns = (*PAGES, "something", "something nice", "something simple", "anything", "thing", "fan page", "info page", "tribute page", "page")
    asks.append(Ask(tails=(f"for {subject}", f"for {subject}", f"about {subject}"), says=(f"It is for {subject}.", f"It's about {subject}.", f"The subject is {subject}.", f"Topic: {subject}.", f"It's all about {subject}.")))
    return Wish(nouns, Html(""), asks, requires=requires)


def _page(style: Style, title: str, lede: str, section: tuple[str, tuple[str, ...]], button: str, sentence: str = "") -> Html:
    """A heading, a line, perhaps what the page is not, a few points, and a button to write to its owner."""
    heading, points = section
    used = {"hero", "button", "wrap", "grid", "plain", "card", *(("alert",) if sentence else ())}
    hero = tag("div", tag("h1", title), tag("p", lede), tag("a", button, class_="button", href="mailto:hello@example.com"), class_="hero")
    main = tag("main", tag("p", sentence, class_="alert") if sentence else None, tag("h2", heading), tag("ul", *(tag("li", point, class_="card") for point in points), class_="grid plain"), class_="wrap")
    return document(title, style.css(*(name for name in COMPONENTS if name in used)), hero, main)


def _subject(draw: Draw) -> tuple[str, str]:
    """What a page can be about, whatever it is: the words before it that are not its name, and the rest."""
    noun, other, adjective = draw.word("nouns"), draw.word("nouns"), draw.word("adjectives")
    return draw.pick((
        ("my ", noun), ("my ", f"{adjective} {noun}"), ("our ", noun), ("our ", f"{noun} {other}"), ("my ", f"{noun} {other}"), ("", f"{noun}s"), ("", f"{adjective} {noun}s"), ("", draw.word("abstract")),
        ("the ", f"{noun} of {draw.word('towns')}"), ("", draw.word("towns")), ("", draw.name_word()), ("", draw.word("foods").lower()), ("", draw.word("skills").lower()), ("my ", f"{noun} {draw.word('first_names')}"),
        ("my ", draw.pick(KIN)), ("my ", f"{draw.pick(PETS)} {draw.word('first_names')}"), ("", f"{draw.word('first_names')}'s {noun}"), ("the ", f"{adjective} {noun}s of {draw.word('towns')}"), ("", draw.brand()),
    ))  # fmt: skip


def _odd_subject(draw: Draw) -> str:
    noun, adjective = draw.word("nouns"), draw.word("adjectives")
    return draw.pick((
        f"{noun}s", f"{noun}s", f"{adjective} {noun}s", f"imaginary {noun}s", f"lost {noun}s", f"retired {noun}s", f"invisible {noun}s", f"{noun}s that cannot {draw.word('verbs')}", f"my {noun}", f"my {adjective} {noun}",
        f"the {noun} of {draw.word('towns')}", draw.word("abstract"), f"{draw.word('first_names')} the {noun}", f"my imaginary {draw.pick((noun, 'friend', 'friend', 'sister', 'boss'))}", f"my {draw.pick(PETS)}", f"{draw.word('first_names')} and {draw.word('first_names')}",
        f"{noun}s from {draw.word('towns')}", draw.word("foods").lower(), f"the last {noun}", f"{noun}s and {draw.word('nouns')}s", f"left-handed {noun}s", f"the ghost in my {noun}", draw.name_word(),
    ))  # fmt: skip


def _filled(draw: Draw, text: str) -> tuple[str, str]:
    """The text with words nobody can guess: as the prompt has it, marked, and plain."""
    noun, adjective = draw.word("nouns"), draw.word("adjectives")
    slots = {"x": draw.pick((f"{noun}s", f"{adjective} {noun}s", f"the {noun}s", draw.word("foods").lower(), f"old {noun}s")), "town": draw.word("towns"), "n": str(draw.rng.randint(20, 900))}
    return text.format(**{name: draw.keep(word) for name, word in slots.items()}), text.format(**slots)


def _yours(does: str) -> str:
    """What I want it to do for me, said to me."""
    return re.sub(r"\b(?:me|us)\b", "you", re.sub(r"\b(?:my|our)\b", "your", does)).replace(" I am ", " you are ")


def _third(does: str) -> str:
    """The same of somebody else: "reads my mail"."""
    verb, space, rest = does.partition(" ")
    ending = "es" if verb.endswith(("o", "s", "sh", "ch", "x")) else "s"
    return (f"{verb[:-1]}ies" if verb.endswith(("fly", "copy", "try")) else verb + ending) + space + rest


def _cannot(does: str) -> str:
    return f"This is a static page: it does not {_yours(does)}."
