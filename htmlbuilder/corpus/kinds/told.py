"""Pages that a person tells of: who they are, why they want a page, and what must stand on it, with much that must not.

The telling and the page are a `Tale`'s; here is what people have to tell of themselves and theirs, in their order. What clubs
and offices tell is in `clubs`, what shops do in `keepers`.
"""

from htmlbuilder.corpus.blocks.passing import beside_each_other
from htmlbuilder.corpus.blocks.texts import bit, bits, raised
from htmlbuilder.corpus.blocks.words import many
from htmlbuilder.corpus.draw import DAYS, Draw
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.tale import ME, SHE, Tale, a_trade, named, rate, shuffled, span, years
from htmlbuilder.corpus.wish import Wish, kind
from htmlbuilder.corpus.wording import article


@kind("portrait", 1.6)
def portrait(draw: Draw) -> Wish:
    """A craftsman, an artist, a teacher, who wants to be found."""
    tale = Tale(draw, SHE if draw.chance(0.25) else ME)
    name, trade, town = draw.person(), draw.word("job_titles"), draw.word("towns")
    tale.aside(0.2)
    tale.say("her" if tale.who is SHE else "me", name=draw.keep(name), place=draw.keep(town), trade=a_trade(draw, trade))
    tale.aside(0.25)
    tale.headed(name)
    tale.lead = [trade, town]
    tale.need("p", trade, town)
    tale.want("a one-page portfolio", "a page about myself" if tale.who is ME else "a page about her", "a small portfolio", "one page", "a simple website", "a page like a business card", "a portfolio site on a single page", "a page for clients")

    def does() -> None:
        heading = tale.label("What I do", "Services", "My work", "Work", "I offer", "Lessons", "Languages") if draw.chance(0.35) else ""
        tale.items("does", bits(draw, 2, 5) if draw.chance(0.5) else named(draw, draw.rng.randint(2, 5), "skills"), heading)

    def works() -> None:
        heading = tale.label("Works", "Selected works", "Projects", "Translations", "Exhibitions") if draw.chance(0.4) else ""
        tale.rows("works", [(title, draw.pick((str(years(draw, 1)[0]), draw.word("towns"), f"{draw.word('towns')}, {years(draw, 1)[0]}"))) for title in named(draw, draw.count(2, 5))], heading)

    def costs() -> None:
        tale.price("rate", rate(draw))

    def refuses() -> None:
        text = f"I do not {draw.pick(('do', 'make', 'repair', 'teach', 'sell', 'take'))} {draw.word('adjectives')} {draw.word('nouns')}s"
        tale.say("says.that", u=draw.keep(text))
        tale.paragraphs(f"{text}.")

    shuffled(draw, (does, *((refuses,) if tale.who is ME else ()), works, costs, tale.fact), 2, 4)
    tale.aside(0.3)
    if draw.chance(0.75):
        tale.reach()
    return tale.wish("portrait")


@kind("memory", 1.2)
def memory(draw: Draw) -> Wish:
    """A story, in the words of who tells it."""
    tale = Tale(draw, ME)
    tale.want("a page for a memory of mine", "a page with one story", "a page for something that happened to us", "a story on a page", "a page for an old family story", "a little page for an anecdote", "a plain page to read from")
    tale.entitle(draw.phrase() if draw.chance(0.5) else raised(f"the {draw.word('adjectives')} {draw.word('nouns')}"))
    tale.aside(0.3)
    if draw.chance(0.25):
        name = draw.person()
        tale.say("author", n=draw.keep(name))
        tale.paragraphs(name)
    texts = tale.several("memory", draw.rng.randint(2, 7))
    told = draw.pick((" ", " ", " ", "\n")).join(draw.keep(text) for text in texts)
    tale.say("story", t=f'"{told}"' if draw.chance(0.2) else told)
    tale.paragraphs(*texts)
    tale.aside(0.3)
    if draw.chance(0.35):
        tale.bottom("ends")
    return tale.wish("memory")


@kind("bequest", 0.9)
def bequest(draw: Draw) -> Wish:
    """What a relative made, with years and notes."""
    tale = Tale(draw, ME)
    name = draw.person()
    tale.say("works.of", name=draw.keep(name))
    tale.aside(0.35)
    tale.want("a gallery page", "a small gallery", "a page of pictures", "an online exhibition", "a gallery for the family", "a page with photos of it all")
    if draw.chance(0.4):
        tale.entitle(draw.phrase())
        tale.lead = [name]
        tale.need("p", name)
    else:
        tale.headed(name)
    noted = draw.chance(0.6)
    rows = [(title, str(years(draw, 1)[0]), *((bit(draw),) if noted else ())) for title in named(draw, draw.count(2, 6))]
    tale.cards("works", rows, tale.label("Works", "Paintings", "Carvings") if draw.chance(0.3) else "", photo=True)
    tale.facts(0, 2)
    if draw.chance(0.5):
        tale.reach()
    return tale.wish("bequest")


@kind("vita", 1.2)
def vita(draw: Draw) -> Wish:
    """A CV from an account that jumps about."""
    tale = Tale(draw, ME)
    name, trade, town = draw.person(), draw.word("job_titles"), draw.word("towns")
    tale.want("a CV", "a CV as a page", "a résumé page", "a one-page CV", "my CV as HTML", "a page with my whole working life")
    tale.say("me", name=draw.keep(name), place=draw.keep(town), trade=a_trade(draw, trade))
    tale.headed(name)
    tale.lead = [trade, town]
    tale.need("p", trade, town)
    tale.aside(0.4)

    def jobs() -> None:
        rows = [(draw.brand(), span(draw)) for _ in range(draw.count(2, 5))]
        rows = list(dict(rows).items())
        if len(rows) > 1 and draw.chance(0.4):
            joint = draw.pick(("{} ({})", "{}, {}", "{} {}", "{} – {}"))
            words = [joint.format(draw.keep(firm), draw.keep(when)) for firm, when in rows]
            tale.say("jobs", first=words[0], rest=draw.pick((", then ", "; then ", ", after that ", ", ")).join(words[1:]))
            tale.need("ul.rows > li", *(text for row in rows for text in row))
            tale.show(tag("ul", *(tag("li", tag("b", firm), tag("span", when)) for firm, when in rows), class_="rows"), "rows")
        else:
            tale.rows("jobs", rows, tale.label("Work", "Experience", "Jobs", "Employment") if draw.chance(0.5) else "")

    def papers() -> None:
        rows = [(title, str(years(draw, 1)[0])) for title in named(draw, draw.count(1, 4))]
        tale.rows("works", rows, tale.label("Certificates", "Education", "Training", "Papers"))

    def skills() -> None:
        tale.items("does", named(draw, draw.rng.randint(2, 6), "skills"), tale.label("Skills", "I can", "Languages", "Tools"))

    def others() -> None:
        tale.items("does", bits(draw, 1, 3), tale.label("Community", "Interests", "Volunteering", "Other"))

    shuffled(draw, (jobs, papers, skills, others, tale.fact), 2, 5)
    if draw.chance(0.7):
        tale.reach()
    return tale.wish("vita")


# What a letter is headed with, and how it begins; {} is what it is about.
LETTERS = {
    "sorry": ("Apology", "I am sorry for {}."), "thanks": ("Thank you", "Thank you for {}."), "job": ("Application", "I would like to apply for the post of {}."), "leave": ("Farewell", "I am leaving {}."),
    "complain": ("Complaint", "I am writing to complain about {}."), "condole": ("Condolences", "I was sad to hear of {}."), "congrats": ("Congratulations", "Congratulations on {}!"), "ask": ("A request", "I would like to ask you about {}."),
}  # fmt: skip


DEEDS = {
    "sorry": ("breaking", "losing", "forgetting", "missing", "selling", "laughing at"), "thanks": ("lending me", "repairing", "keeping", "finding", "telling me about", "looking after"), "congrats": ("winning", "finishing", "opening", "your work on"),
}  # fmt: skip


def _matter(draw: Draw, sort: str) -> str:
    """What a letter is about."""
    noun, adjective, town = draw.word("nouns"), draw.word("adjectives"), draw.word("towns")
    if sort in DEEDS and draw.chance(0.5):
        return f"{draw.pick(DEEDS[sort])} {draw.pick(('the', 'your', f'the {adjective}'))} {noun}"
    return f"the {draw.pick((noun, f'{adjective} {noun}', f'{noun} on {draw.pick(DAYS)}', f'{noun} in {town}'))}"


@kind("notepaper", 1.2)
def notepaper(draw: Draw) -> Wish:
    """A letter to somebody: an apology, thanks, an application, a farewell."""
    tale = Tale(draw, ME)
    sort = draw.pick(tuple(LETTERS))
    head, opening = LETTERS[sort]
    to = draw.pick((draw.person(), f"{draw.pick(('Mrs', 'Mr', 'Ms', 'Dr', 'Professor', 'Aunt', 'Uncle'))} {draw.word('surnames')}", draw.word("first_names")))
    why = draw.word("job_titles") if sort == "job" else draw.brand() if sort == "leave" else _matter(draw, sort)
    tale.say(f"letter.{sort}", to=draw.keep(to), why=draw.keep(why))
    tale.aside(0.4, "taste" if draw.chance(0.4) else "aside")
    tale.title = head
    if draw.chance(0.3):
        tale.entitle(draw.phrase())
    if draw.chance(0.6):
        day = draw.date()
        tale.say("dated", d=draw.keep(day))
        tale.lead = [day]
        tale.need("p", day)
    tale.need("p", to, why)
    tale.show(tag("p", f"Dear {to},"))
    tale.show(tag("p", opening.format(why)))
    number = draw.rng.randint(0, 3)
    if number and draw.chance(0.3):
        tale.say("length", **many(draw, number + 1))
    for _ in range(number):
        told = tale.drawn("fact")
        tale.say("says.that", u=draw.keep(told))
        tale.paragraphs(f"{raised(told)}.")
        tale.aside(0.2)
    name = draw.person() if draw.chance(0.7) else draw.word("first_names")
    tale.say("signed", n=draw.keep(name))
    tale.show(tag("p", "With kind regards,"))
    tale.paragraphs(name)
    return tale.wish("notepaper")


@kind("seeking", 0.9)
def seeking(draw: Draw) -> Wish:
    """Somebody who wants company: a person, a pet or a grandparent, with likes and dislikes."""
    tale = Tale(draw, ME if draw.chance(0.6) else SHE)
    name = draw.word("first_names") if draw.chance(0.7) else draw.person()
    tale.want(*(("a profile page for myself", "a page about me", "a dating profile", "a lonely-hearts page") if tale.who is ME else ("a profile page for my dog", "a profile page for our cat", "a page for my grandmother", "a page to find a home for a hen", "a profile for my aunt")))
    tale.entitle(name)
    if draw.chance(0.5):
        age, town = str(draw.rng.randint(2, 92)), draw.word("towns")
        tale.said.append(draw.pick(("{} years old, {}.", "Age {}, lives in {}.", "{} and from {}.", "{} years young, at home in {}.", "Age: {}. Town: {}.")).format(draw.keep(age), draw.keep(town)))
        tale.lead = [age, town]
        tale.need("p", age, town)
    tale.aside(0.3)
    tale.items("likes", bits(draw, 2, 5), shown="Likes")
    if draw.chance(0.7):
        tale.items("dislikes", bits(draw, 1, 4), shown="Dislikes")
    tale.aside(0.2)
    if draw.chance(0.6):
        text = draw.pick((f"somebody with {article(draw.word('nouns'))}", f"a {draw.word('adjectives')} person for {draw.word('nouns')}s", f"{article(draw.word('adjectives'))} home in {draw.word('towns')}", bit(draw)))
        tale.say("seeks", t=draw.keep(text))
        tale.need("p", text)
        tale.under("Looking for", tag("p", raised(text)))
    tale.facts(0, 1)
    if draw.chance(0.7):
        tale.button()
    return tale.wish("seeking")


@kind("quarrel", 1.0)
def quarrel(draw: Draw) -> Wish:
    """A recipe that a family cannot agree on."""
    tale = Tale(draw, ME)
    dish = draw.word("foods") if draw.chance(0.5) else f"{draw.word('adjectives')} {draw.word('foods')}"
    tale.say("kitchen", t=draw.keep(dish))
    tale.headed(raised(dish))
    tale.aside(0.4)
    if draw.chance(0.4):
        count = f"{draw.rng.randint(2, 12)} {draw.pick(('people', 'persons', 'hungry children', 'plates', 'guests'))}"
        tale.say("serves", n=draw.keep(count))
        tale.lead = [f"For {count}"]
        tale.need("p", count)
    tale.items("takes", [f"{draw.pick(('', f'{draw.rng.randint(2, 900)} g ', f'{draw.rng.randint(2, 9)} ', 'a pinch of ', 'half a ', f'{draw.rng.randint(1, 5)} cups of ', '½ '))}{draw.word('foods').lower()}" for _ in range(draw.count(2, 7))], shown="Ingredients")
    tale.aside(0.25)
    steps = tale.several("step", draw.rng.randint(2, 6))
    told = " ".join(draw.keep(text) for text in steps)
    tale.say("steps", t=told)
    tale.need("ol > li", *steps)
    tale.under("Method", tag("ol", *(tag("li", text) for text in steps)))
    tale.used.add("list")
    if draw.chance(0.5):
        text = raised(tale.drawn("warning"))
        tale.say("warns", t=draw.keep(text))
        tale.need("strong", text)
        tale.show(tag("p", tag("strong", text)))
    tale.facts(0, 1)
    return tale.wish("quarrel")


@kind("essay", 1.0)
def essay(draw: Draw) -> Wish:
    """A post with subheadings, told by its author."""
    tale = Tale(draw, ME)
    title = draw.phrase() if draw.chance(0.6) else draw.word("lines").rstrip(".")
    tale.say("post", t=tale.told(title))
    tale.headed(title)
    tale.aside(0.3)
    if draw.chance(0.75):
        name = draw.person()
        tale.say("author", n=draw.keep(name))
        tale.lead.append(name)
    if draw.chance(0.4):
        day = draw.date()
        tale.say("dated", d=draw.keep(day))
        tale.lead.append(day)
    tale.need("p", *tale.lead)
    if draw.chance(0.5):
        tale.fact()
    for heading in named(draw, draw.rng.randint(1, 3)):
        texts = [raised(draw.pick((tale.drawn("memory"), draw.sentence(), f"{tale.drawn('fact')}."))) for _ in range(draw.rng.randint(1, 2))]
        tale.say("part", h=tale.told(heading), t=" ".join(draw.keep(text) for text in texts))
        tale.need("section p", *texts)
        tale.need("h2", heading)
        tale.show(tag("section", tag("h2", heading), *(tag("p", text) for text in texts)), "section")
        tale.aside(0.2)
    if draw.chance(0.5):
        before, after = draw.phrase(), draw.phrase()
        tale.say("neighbours", a=tale.told(before), b=tale.told(after))
        tale.need("a", before, after)
        tale.show(beside_each_other(before, after), "row")
    return tale.wish("essay")
