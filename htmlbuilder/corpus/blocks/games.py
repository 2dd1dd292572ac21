"""Blocks to play with: buttons that answer, panels, ratings, quizzes, polls, bingo, generators, coins, pairs, presents."""

from collections.abc import Mapping, Sequence

from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, line, quoted, raised, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import EMOJI, Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, has, shows

THINGS = ("door", "present", "egg", "chest", "box", "bell", "gate", "cupboard", "envelope", "nut", "shell", "window", "safe", "drum", "parcel", "piñata")
BEGINNINGS = ("Going to", "You pressed", "You woke the", "Now watching", "Today I feel", "You sit on", "Light on in the", "Coming right up:", "Flying to", "In gear", "Next stop", "You ordered", "Playing", "Your choice:", "I am")


def clicked(text: str, id: str, **attributes: str | int) -> Html:
    """A button that a script finds by its id."""
    return tag("button", text, type="button", id=id, **attributes)


def rows(*parts: Html | None) -> Html:
    return Html("\n".join(part for part in parts if part))


def words(draw: Draw) -> str:
    """How a sentence begins that the script ends."""
    return draw.pick((
        draw.pick(BEGINNINGS), f"Now {draw.word('verbs')}ing", f"You picked the {draw.word('nouns')}", f"{draw.name_word()} says", f"Your {draw.word('nouns')} is", f"Going to {draw.word('nouns')}", draw.word("bits"), f"{draw.word('adjectives').capitalize()} choice:",
        "That makes", f"In total you {draw.word('verbs')}", f"{draw.label()}:", "You get", f"We {draw.word('verbs')} for",
    ))  # fmt: skip


def knocks(draw: Draw, asks: list[Ask]) -> Part:
    """A button, often a thing, that shows a text after so many clicks."""
    button, text, times = button_text(draw), line(draw), draw.count(2, 12)
    needed = (has("script"), shows(text), shows(button, "button"), has(f'button[data-times="{times}"]'))
    name = "knocks"
    slots = {"b": draw.quote(button), "q": quoted(draw, text), "k": draw.say(times)}
    if draw.chance(0.4):
        thing, name = draw.pick(THINGS), "knocks.thing"
        button = raised(thing)
        needed = (*needed[:2], shows(thing, "button"), needed[3])
        slots = {"o": thing, "q": slots["q"], "k": slots["k"]}
    asks.append(ask(draw, name, needed, **slots))
    return knocked(button, times, text)


def knocked(button: str, times: int, text: str) -> Part:
    """A button, and a text that shows once it was clicked so many times."""
    return Part(rows(tag("p", clicked(button, "knock", data_times=times)), tag("p", text, id="opened", hidden=True)), ("button", "script:after"))


def swaps(draw: Draw, asks: list[Ask]) -> Part:
    """A button whose text changes at a click, or cards that turn."""
    if draw.chance(0.5):
        one, other = button_text(draw), button_text(draw) if draw.chance(0.7) else bit(draw)
        asks.append(ask(draw, "swaps", (has("script"), shows(one, "button"), shows(other, "button")), a=draw.quote(one), b=draw.quote(other)))
        faces = [(one, other)]
    else:
        faces = list({raised(bit(draw)): draw.pick((bit, line))(draw) for _ in range(draw.count(2, 6))}.items())
        joint = draw.pick(('{} ("{}")', '{}: "{}"', "{} → “{}”", '{} / "{}"', '{} = "{}"', '{} -> "{}"', '{}, back "{}"', '{} with "{}" behind'))
        s = draw.pick((", ", "; ", "\n", ", ")).join(joint.format(draw.keep(front), draw.keep(back)) for front, back in faces)
        asks.append(ask(draw, "swaps.cards", (has("script"), *(shows(text, "button") for face in faces for text in face)), s=s, **many(draw, len(faces))))
    return flipped(faces)


def flipped(faces: Sequence[tuple[str, str]]) -> Part:
    """Buttons that show their other text at each click."""
    made = [tag("button", inline(tag("span", front), tag("span", back, hidden=True)), type="button", class_="swap") for front, back in faces]
    return Part(tag("div", *made, class_="row"), ("button", "row", "swap", "script:swap"))


def unveil(draw: Draw, asks: list[Ask]) -> Part:
    """A button that shows one text more at each click."""
    button, texts = button_text(draw), list(dict.fromkeys(line(draw) if draw.chance(0.6) else bit(draw) for _ in range(draw.count(2, 6))))
    asks.append(ask(draw, "unveil", (has("script"), shows(button, "button"), *(shows(text, "ol li") for text in texts)), b=draw.quote(button), s=series(draw, texts)))
    return unveiled(button, texts)


def unveiled(button: str, texts: Sequence[str]) -> Part:
    """Texts of which each click shows one more."""
    return Part(rows(tag("ol", *(tag("li", text, hidden=True) for text in texts), id="unveiled"), tag("p", clicked(button, "more"))), ("button", "list", "script:unveil"))


def _keys(draw: Draw) -> tuple[list[str], str, list[str]]:
    """The labels of a panel, how the prompt tells them, and those that it names."""
    form = draw.rng.random()
    if form < 0.3:
        low, high = draw.pick((-2, -1, 0, 0, 1, 1)), draw.rng.randint(3, 12)
        labels = [str(floor) for floor in range(low, high + 1)]
        told = draw.pick((f"{low} to {high}", f"from {low} to {high}", f"{low} – {high}", f"{low}..{high}", f"{low} up to {high}"))
        return labels, draw.keep(told), [labels[0], labels[-1]]
    if form < 0.45:
        labels = draw.rng.sample(EMOJI, draw.count(2, 8))
        return labels, draw.pick((" ", ", ", "", " / ")).join(draw.keep(label) for label in labels), labels
    labels = bits(draw, 2, 9)
    return labels, series(draw, labels), labels


def panel(draw: Draw, asks: list[Ask]) -> Part:
    """Buttons of which the pressed one lights up, and a line says which."""
    labels, s, named = _keys(draw)
    text = words(draw)
    needed = (has("script"), has("button.key", len(labels)), *(shows(label, "button.key") for label in named), shows(text, "p"))
    asks.append(ask(draw, "panel", needed, s=s, w=draw.quote(text)))
    return pressed(labels, text)


def pressed(labels: Sequence[str], text: str) -> Part:
    """Buttons of which the pressed one is lit, and named behind `text`."""
    keys = [tag("button", label, type="button", class_="key", aria_pressed="false") for label in labels]
    return Part(rows(tag("div", *keys, class_="row"), tag("p", inline(text, " ", tag("output")), id="pressed", hidden=True)), ("button", "row", "lit", "script:panel"))


def tones(draw: Draw, asks: list[Ask]) -> Part:
    """Keys that each sound a tone."""
    labels, s = draw.pick((("C", "D", "E", "F", "G", "A", "B"), ("do", "re", "mi", "fa", "sol", "la", "ti"), ("C", "E", "G"), ("A", "B", "C", "D"))), ""
    chosen = list(labels) if draw.chance(0.5) else bits(draw, 2, 8)
    s = draw.pick((" ", ", ", ", ")).join(draw.keep(label) for label in chosen) if chosen == list(labels) else series(draw, chosen)
    asks.append(ask(draw, "tones", (has("script"), *(shows(label, "button.note") for label in chosen)), s=s, **many(draw, len(chosen))))
    return Part(tag("div", *(tag("button", label, type="button", class_="note") for label in chosen), class_="row"), ("button", "row", "script:notes"))


def stars(draw: Draw, asks: list[Ask]) -> Part:
    """A row of stars, or of an emoji, to click, perhaps with a word at each end and thanks."""
    mark, number = draw.pick(("★", "★", *EMOJI)), draw.pick((3, 4, 5, 5, 5, 5, 6, 7, 10))
    star = mark == "★"
    asks.append(ask(draw, "stars" if star else "stars.emoji", (has("script"), has("button.star", number, number), shows(mark, "button.star", number)), k=draw.say(number), **({} if star else {"e": draw.keep(mark)})))
    low = high = thanks = ""
    if draw.chance(0.5):
        low, high = raised(bit(draw)), raised(bit(draw))
        asks.append(ask(draw, "stars.ends", (shows(low), shows(high)), a=draw.quote(low), b=draw.quote(high)))
    if draw.chance(0.5):
        thanks = line(draw)
        asks.append(ask(draw, "stars.thanks", (shows(thanks, "p"),), q=quoted(draw, thanks)))
    return starred(mark, number, low, high, thanks)


def starred(mark: str, number: int, low: str = "", high: str = "", thanks: str = "") -> Part:
    """A row of stars to click, perhaps with a word at each end, and what it says then."""
    buttons = [tag("button", mark, type="button", class_="star", aria_pressed="false") for _ in range(number)]
    row = tag("div", tag("span", low) if low else None, *buttons, tag("span", high) if high else None, class_="row")
    return Part(rows(row, tag("p", inline(thanks or "Your rating:", " ", tag("output"), f" / {number}"), id="rated", hidden=True)), ("button", "row", "stars-lit", "script:stars"))


RIGHT, WRONG = "Right!", "Not quite. Try again."


def quest(question: str, answers: Sequence[str], right: str, *after: Html) -> Html:
    """A question with its answers as buttons, of which the right one is marked."""
    return tag("fieldset", tag("legend", question), *(tag("button", answer, type="button", data_right=answer == right) for answer in answers), *after, class_="quest")


def quiz(question: str, answers: Sequence[str], right: str, well: str = RIGHT, badly: str = WRONG) -> Part:
    """A quiz of one question, with what it says to the right answer and to the others."""
    return Part(quest(question, answers, right, tag("p", well, class_="right", hidden=True), tag("p", badly, class_="wrong", hidden=True)), ("button", "quest", "script:quiz"))


def _asked(draw: Draw) -> str:
    """A question of a quiz."""
    if draw.chance(0.4):
        return draw.question()[0]
    about = draw.pick((draw.word("nouns") + "s", "is the " + draw.word("nouns"), "was " + draw.name_word()))
    return f"{draw.pick(('Which', 'What', 'Who', 'Where', 'How many', 'When'))} {about} {draw.pick(('in ' + draw.word('towns'), draw.word('verbs'), draw.word('bits')))}?"


def trivia(draw: Draw, asks: list[Ask]) -> Part:
    """A question with answers, and what it says to the right one and to the wrong ones."""
    question, answers, form = _asked(draw), bits(draw, 2, 5), draw.rng.random()
    right, well, badly = draw.pick(answers), RIGHT, WRONG
    needed = (has("script"), shows(question), *(shows(answer, "button") for answer in answers))
    marked = shows(right, "button[data-right]")
    if form < 0.3:
        asks.append(ask(draw, "quiz", (*needed, marked), q=quoted(draw, question), s=series(draw, answers), r=draw.keep(right)))
    elif form < 0.5:
        mark = draw.pick(("{} (right)", "{} (correct)", "{} ✓", "{}*", "{} (this is the right one)", "*{}*", "{} <- right", "{} [correct]", "{} (true)"))
        told = [mark.format(draw.keep(answer)) if answer == right else draw.keep(answer) for answer in answers]
        asks.append(ask(draw, "quiz.marked", (*needed, marked), q=quoted(draw, question), s=draw.pick((", ", " / ", "; ", ", ", "\n", " | ")).join(told)))
    else:
        well = line(draw)
        asks.append(ask(draw, "trivia", needed, q=quoted(draw, question), s=series(draw, answers), **many(draw, len(answers))))
        asks.append(ask(draw, "trivia.right", (marked, shows(well, ".right")), a=draw.quote(right), q=quoted(draw, well)))
        if draw.chance(0.5):
            badly = line(draw)
            asks.append(ask(draw, "trivia.wrong", (shows(badly, ".wrong"),), q=quoted(draw, badly)))
    return quiz(question, answers, right, well, badly)


def contest(draw: Draw, asks: list[Ask]) -> Part:
    """Several questions with answers, of which one is right, the score, and a text when all are answered."""
    rounds: dict[str, tuple[list[str], str]] = {}
    for _ in range(draw.count(2, 4)):
        answers = bits(draw, 2, 3)
        rounds[_asked(draw)] = (answers, draw.pick(answers))
    comma, marked = draw.pick((" / ", ", ", " | ", " or ")), draw.pick(("{} ({}; right: {})", "{} {}, correct is {}", "{} [{}] answer {}", "{} {} -> {}", "{} – {} – right one {}"))
    told = [marked.format(quoted(draw, question), comma.join(draw.keep(answer) for answer in answers), draw.keep(right)) for question, (answers, right) in rounds.items()]
    text = line(draw)
    needed = [has("script"), has("fieldset", len(rounds)), *(shows(question, "legend") for question in rounds)]
    needed += [requirement for answers, right in rounds.values() for requirement in (*(shows(answer, "button") for answer in answers), shows(right, "button[data-right]"))]
    asks.append(ask(draw, "contest", needed, s=draw.pick(("; ", "\n", "; ")).join(told), **many(draw, len(rounds))))
    if draw.chance(0.6):
        asks.append(ask(draw, "contest.end", (shows(text, "#ended"),), q=quoted(draw, text)))
    else:
        text = "That was all."
    return scored(rounds, text)


def scored(rounds: Mapping[str, tuple[Sequence[str], str]], text: str) -> Part:
    """Questions with their answers and the right one, the score, and a text when all are answered."""
    made = [quest(question, answers, right) for question, (answers, right) in rounds.items()]
    return Part(rows(*made, tag("p", inline("Score: ", tag("output", "0", id="score"), f" / {len(rounds)}")), tag("p", text, id="ended", hidden=True)), ("button", "locked", "quest", "script:score"))


def poll(draw: Draw, asks: list[Ask]) -> Part:
    """A question with answers that a click votes for, and bars with percents."""
    question, answers = line(draw).rstrip(".") if draw.chance(0.4) else draw.question()[0], bits(draw, 2, 5)
    shares = [0] * len(answers)
    needed = [has("script"), shows(question), has("progress", len(answers)), *(shows(answer, "button") for answer in answers)]
    if draw.chance(0.35):
        shares = [draw.rng.randint(1, 99) for _ in answers]
        joint = draw.pick(("{} {}", "{}: {}", "{} ({})", "{} – {}", "{} at {}", "{} = {}"))
        told = draw.pick((", ", "; ", "\n", " / ")).join(joint.format(draw.keep(answer), draw.keep(f"{share}%")) for answer, share in zip(answers, shares, strict=True))
        asks.append(ask(draw, "poll.shares", [*needed, *(shows(f"{share}%", "output") for share in shares)], q=quoted(draw, question), s=told))
    else:
        asks.append(ask(draw, "poll", needed, q=quoted(draw, question), s=series(draw, answers), **many(draw, len(answers))))
    return voted(question, answers, shares)


def voted(question: str, answers: Sequence[str], shares: Sequence[int]) -> Part:
    """A question, and for each answer a button to vote with and a bar."""
    lines = [
        tag("p", tag("button", answer, type="button"), tag("progress", f"{share}%", value=share, max=100, data_votes=share, aria_label=answer), tag("output", f"{share}%"))
        for answer, share in zip(answers, shares, strict=True)
    ]
    return Part(tag("div", tag("p", tag("b", question)), *lines, id="poll"), ("button", "progress", "script:poll"))


def bingo(draw: Draw, asks: list[Ask]) -> Part:
    """A square board to stamp, with a free square in the middle, given texts, and a button that shuffles them."""
    size = draw.pick((3, 3, 4, 5, 5))
    texts = bits(draw, 3, min(12, size * size - 1))
    needed = [has("script"), has(".squares button", size * size), *(shows(text, ".squares button") for text in texts)]
    asks.append(ask(draw, "bingo", needed, s=series(draw, texts), k=str(size)))
    free, shuffle = "Free", "Shuffle"
    if draw.chance(0.5):
        free = raised(bit(draw))
        asks.append(ask(draw, "bingo.free", (shows(free, "#free"),), a=draw.quote(free)))
    if draw.chance(0.5):
        shuffle = button_text(draw)
        asks.append(ask(draw, "bingo.shuffle", (shows(shuffle, "#shuffle"),), b=draw.quote(shuffle)))
    rest = [*texts, *(str(place) for place in range(len(texts) + 1, size * size))]
    return board(size, rest, free, shuffle)


def board(size: int, texts: Sequence[str], free: str = "", shuffle: str = "") -> Part:
    """Squares to stamp, `size` in a row; one more in the middle that is free, and a button that shuffles them, where these say something."""
    squares = [tag("button", text, type="button", class_="stamp", aria_pressed="false") for text in texts]
    if free:
        squares.insert(size * size // 2, tag("button", free, type="button", class_="stamp", id="free", aria_pressed="true"))
    made = tag("div", *squares, class_="squares", style=f"grid-template-columns: repeat({size}, 1fr)")
    return Part(rows(made, tag("p", clicked(shuffle, "shuffle")) if shuffle else None), ("button", "lit", "squares", "script:stamp", *(("script:shuffle",) if shuffle else ())))


def stamps(draw: Draw, asks: list[Ask]) -> Part:
    """Things to mark with a click, and to unmark."""
    texts = bits(draw, 3, 9)
    asks.append(ask(draw, "stamps", (has("script"), *(shows(text, "button[aria-pressed]") for text in texts)), s=series(draw, texts), **many(draw, len(texts))))
    return Part(tag("div", *(tag("button", text, type="button", class_="stamp", aria_pressed="false") for text in texts), class_="row"), ("button", "row", "lit", "script:stamp"))


def mixer(draw: Draw, asks: list[Ask]) -> Part:
    """A generator: for each part one of its words, drawn anew at a click; the first of each stand there first."""
    button = button_text(draw)
    parts = {draw.pick(("Name", "Keeper", "Rumour", "Place", "Hero", "Weapon", "Weakness", "Who", "What", "Where", "Colour", "Side dish", "Main", "Topic", "Style", draw.word("nouns").capitalize())): bits(draw, 2, 4) for _ in range(draw.pick((1, 2, 2, 3, 3)))}
    joint = draw.pick(("{}: {}", "{} ({})", "{} = {}", "{} – {}", "{}: {}"))
    comma = draw.pick((", ", " / ", " | ", ", ", " or "))
    s = draw.pick(("; ", "; ", "\n", " — ")).join(joint.format(draw.keep(name), comma.join(draw.keep(option) for option in options)) for name, options in parts.items())
    needed = (has("script"), shows(button, "button"), *(shows(text) for name, options in parts.items() for text in (name, *options)))
    asks.append(ask(draw, "mixer", needed, b=draw.quote(button), s=s))
    return generator(button, parts)


def generator(button: str, parts: Mapping[str, Sequence[str]]) -> Part:
    """What a click draws anew: of each part one text, behind the part's name where it has one."""
    lines = [tag("p", tag("b", name) if name else None, tag("span", *(tag("span", option, hidden=place > 0) for place, option in enumerate(options)), class_="part")) for name, options in parts.items()]
    return Part(rows(*lines, tag("p", clicked(button, "mix"))), ("button", "script:mix"))


def tosses(draw: Draw, asks: list[Ask]) -> Part:
    """A coin or a die with named sides, and how often each came; perhaps the best of so many wins."""
    button, sides = button_text(draw), bits(draw, 2, 2 if draw.chance(0.6) else 6)
    sides = sides if len(sides) > 1 else [*sides, "The other"]
    best = draw.pick((3, 3, 5, 7)) if draw.chance(0.45) and len(sides) == 2 else 0
    needed = (has("script"), shows(button, "button"), *(shows(side, ".side") for side in sides), *((has(f'button[data-best="{best}"]'),) if best else ()))
    named = {"b": draw.quote(button), "s": series(draw, sides)}
    asks.append(ask(draw, "tosses.best", needed, k=draw.say(best), **named) if best else ask(draw, "tosses", needed, **named, **many(draw, len(sides))))
    return coin(button, sides, best)


def coin(button: str, sides: Sequence[str], best: int = 0) -> Part:
    """A coin, or a die with words on it, and how often each side came."""
    lines = [tag("p", inline(tag("b", side), " ", tag("output", "0")), class_="side") for side in sides]
    return Part(rows(tag("p", clicked(button, "flip", **({"data_best": best} if best else {}))), tag("p", tag("output", "?", id="landed")), *lines), ("button", "script:flip"))


def memory(draw: Draw, asks: list[Ask]) -> Part:
    """Pairs of cards to find, and a text at the end."""
    faces = draw.rng.sample(EMOJI, draw.count(2, 8)) if draw.chance(0.5) else bits(draw, 2, 6)
    text = line(draw)
    s = draw.pick((" ", ", ")).join(draw.keep(face) for face in faces) if faces[0] in EMOJI else series(draw, faces)
    asks.append(ask(draw, "memory", (has("script"), has(".memory button", 2 * len(faces)), *(shows(face, ".memory button", 2) for face in faces)), s=s, **many(draw, len(faces))))
    if draw.chance(0.5):
        asks.append(ask(draw, "memory.won", (shows(text, ".won"),), q=quoted(draw, text)))
    else:
        text = "You found them all!"
    return pairs(faces, text)


def pairs(faces: Sequence[str], text: str) -> Part:
    """Two cards of each, face down, and a text when all are found."""
    cards = [tag("button", inline(tag("span", "?"), tag("span", face, hidden=True)), type="button") for face in faces for _ in range(2)]
    return Part(rows(tag("div", *cards, class_="squares memory", style="grid-template-columns: repeat(4, 1fr)"), tag("p", text, class_="won", hidden=True)), ("button", "squares", "script:memory"))


def shy(draw: Draw, asks: list[Ask]) -> Part:
    """A button that runs away, and what it says when it is caught."""
    button, text = button_text(draw), line(draw)
    asks.append(ask(draw, "shy", (has("script"), shows(button, "button"), shows(text, "p")), b=draw.quote(button), q=quoted(draw, text)))
    return Part(rows(tag("p", clicked(button, "shy")), tag("p", text, id="caught", hidden=True)), ("button", "script:shy"))


def balloon(draw: Draw, asks: list[Ask]) -> Part:
    """Something that grows at each click until it bursts, and a text then."""
    mark, text, times = draw.pick(("🎈", *EMOJI)), line(draw), draw.count(3, 15)
    asks.append(ask(draw, "balloon", (has("script"), shows(mark, "button"), shows(text, "p"), has(f'button[data-times="{times}"]')), e=draw.keep(mark), q=quoted(draw, text), k=draw.say(times)))
    return Part(rows(tag("p", clicked(mark, "balloon", data_times=times)), tag("p", text, id="popped", hidden=True)), ("button", "hides", "script:grow"))


def filling(draw: Draw, asks: list[Ask]) -> Part:
    """A button that fills a bar by so much a click, and a text when it is full."""
    button, text, step, what = button_text(draw), line(draw), draw.pick((5, 10, 10, 20, 25, 50)), raised(bit(draw))
    asks.append(ask(draw, "filling", (has("script"), shows(button, "button"), shows(text, "p"), has(f'progress[data-step="{step}"]')), b=draw.quote(button), q=quoted(draw, text), k=f"{step}"))
    if draw.chance(0.4):
        asks.append(ask(draw, "filling.label", (shows(what, "label"),), a=draw.quote(what)))
    else:
        what = "Progress"
    return filled(button, step, text, what)


def filled(button: str, step: int, text: str, what: str = "Progress") -> Part:
    """A bar that each click fills by `step` percent, and a text when it is full."""
    bar = tag("p", tag("label", what, tag("progress", "0%", value=0, max=100, id="filled", data_step=step)))
    return Part(rows(bar, tag("p", clicked(button, "fill")), tag("p", text, id="full", hidden=True)), ("button", "progress", "script:fill"))


def riddle(draw: Draw, asks: list[Ask]) -> Part:
    """A question to answer in writing, the word it waits for, and what it says then."""
    question, word, text = draw.pick((line(draw).rstrip("."), draw.question()[0])), bit(draw), line(draw)
    needed = (has("script"), shows(question, "label"), shows(text, "#solved"), has(f'form[data-word="{word.replace(chr(34), "")}"]'))
    word = word.replace('"', "")
    asks.append(ask(draw, "riddle", needed, q=quoted(draw, question), a=draw.quote(word), w=quoted(draw, text)))
    missed = "No, try again."
    if draw.chance(0.45):
        missed = line(draw)
        asks.append(ask(draw, "riddle.missed", (shows(missed, "#missed"),), q=quoted(draw, missed)))
    return guessed(question, word, text, missed)


def guessed(question: str, word: str, text: str, missed: str) -> Part:
    """A question to answer in writing, and what it says to `word` and to anything else."""
    form = tag("form", tag("label", question, tag("input", type="text", id="word")), tag("button", "Answer", type="submit"), id="riddle", data_word=word)
    return Part(rows(form, tag("p", text, id="solved", hidden=True), tag("p", missed, id="missed", hidden=True)), ("form", "button", "script:riddle"))


def lots(draw: Draw, asks: list[Ask]) -> Part:
    """A button that draws a number."""
    button, low, high = button_text(draw), draw.pick((0, 1, 1, 1, 10)), draw.rng.randint(11, 999)
    asks.append(ask(draw, "lots", (has("script"), shows(button, "button"), has(f'output[data-low="{low}"][data-high="{high}"]')), b=draw.quote(button), a=str(low), z=str(high)))
    return lot(button, low, high)


def lot(button: str, low: int, high: int) -> Part:
    """A number by chance, from `low` to `high`."""
    return Part(rows(tag("p", tag("output", "?", id="lot", data_low=low, data_high=high)), tag("p", clicked(button, "drawn"))), ("button", "script:number"))
