"""Wishes for a thing that does something, in one breath: "poll pizza or sushi, bars", "clocks for Oslo and Lima".

What it does is said in passing, or not at all; only the names, texts and numbers of the prompt stand on the page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus import jotted
from htmlbuilder.corpus.blocks import actions, controls, entry, games, motion, tasks, tools
from htmlbuilder.corpus.blocks.texts import amount, bit, bits, button_text, line, raised
from htmlbuilder.corpus.blocks.words import many, say
from htmlbuilder.corpus.draw import EMOJI, MONTHS, Draw
from htmlbuilder.corpus.kinds.shared import worked
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COLOR_WORDS
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows


@dataclass(frozen=True, slots=True)
class Snap:
    """A thing that does something: the wordings that ask for it, what they copy, and the page's part.

    `heading` stands on top where the prompt gives no title; `titled` tells that it gives one anyway. `menu` has the links of
    a menu that stands above the page.
    """

    name: str
    heading: str
    part: Part
    needs: tuple[Requirement, ...]
    slots: dict[str, str]
    titled: bool = False
    menu: Sequence[str] = ()


class Hand:
    """How one person types: all small or not, which marks stand between items, whether texts are quoted."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.small = draw.chance(0.45)
        self.marks = draw.pick(('"{}"', "'{}'", "“{}”", "{}", "{}", "{}"))

    def text(self, text: str) -> str:
        text = text.replace('"', "")
        return text.lower() if self.small and "://" not in text else text

    def texts(self, texts: Sequence[str]) -> list[str]:
        return list(dict.fromkeys(self.text(text) for text in texts))

    def q(self, text: str, bare: bool = False) -> str:
        """The text to copy, in quotes unless it stands alone or this person uses none."""
        kept = self.draw.keep(text)
        return kept if bare else self.marks.format(kept)

    def row(self, items: Sequence[str]) -> str:
        """Items in a row, with a mark between them that none of them holds."""
        words = [self.draw.keep(item) for item in items]
        held = "".join(items)
        if any(mark in held for mark in (",", " and ", " or ")) or self.draw.chance(0.15):
            quoted = [f'"{word}"' for word in words]
            return self.draw.pick((", ", ", ", " ", " / ", "; ")).join(quoted)
        if len(words) > 1 and self.draw.chance(0.35):
            return ", ".join(words[:-1]) + self.draw.pick((" and ", " and ", ", and ", " & ", " or ", " + ")) + words[-1]
        marks = [mark for mark in (", ", ", ", ", ", " / ", " + ", "; ", " | ", ",", "/") if mark.strip() not in held]
        return self.draw.pick(marks or ["; "]).join(words)

    def pairs(self, rows: Sequence[tuple[str, ...]], joints: Sequence[str]) -> str:
        """Things with what belongs to each."""
        held = "".join(text for row in rows for text in row)
        if any(mark in row[-1] for row in rows for mark in ",.:;!?") or any(row[-1].count(" ") > 3 for row in rows):
            joints = [joint for joint in joints if '"' in joint] or joints  # or nobody could tell where the text ends
        joint = self.draw.pick([joint for joint in joints if joint.replace("{}", "").strip("[]() ") not in held or not joint.replace("{}", "").strip("[]() ")] or ['{} ("{}")'])
        marks = [mark for mark in ("; ", "; ", " / ", ", ", ", ", " | ") if mark.strip() not in held and mark.strip() not in joint] or ["\n"]
        return self.draw.pick(marks).join(joint.format(*(self.draw.keep(text) for text in row)) for row in rows)

    def groups(self, rows: Sequence[tuple[str, Sequence[str]]]) -> str:
        joint = self.draw.pick(("{}: {}", "{}: {}", "{} ({})", "{} - {}", "{} = {}", "{} [{}]"))
        mark = self.draw.pick(("; ", ". ", " / ", " | ", "; "))
        return mark.join(joint.format(self.draw.keep(name), ", ".join(self.draw.keep(item) for item in items)) for name, items in rows)


SCRIPT = has("script")
BACKS = ('{} ("{}")', '{} "{}"', '{}: "{}"', "{} = {}", "{} - {}", "{} -> {}", "{} ({})", "{}: {}")


def _all(texts: Sequence[str], selector: str) -> tuple[Requirement, ...]:
    return tuple(shows(text, selector) for text in texts)


def _clocks(draw: Draw, hand: Hand) -> Snap:
    cities = draw.rng.sample(sorted(controls.ZONES), draw.count(2, 5))
    names = [hand.text(city) for city in cities]
    needs = (SCRIPT, *_all(names, ".clock"), *(has(f'time[data-zone="{controls.ZONES[city]}"]') for city in cities))
    return Snap("clocks", "What time is it?", controls.dials(cities, names), needs, {"s": hand.row(names), **many(draw, len(cities))})


def _todo(draw: Draw, hand: Hand) -> Snap:
    items = hand.texts(tasks.chores(draw, 2, 6))
    return Snap("todo", "To-do list", tasks.listed(items, "Add"), (SCRIPT, has(".todo output"), *_all(items, "li label")), {"s": hand.row(items)})


def _rooms(draw: Draw, hand: Hand) -> Snap:
    names = hand.texts(draw.rng.sample(tasks.ROOMS, draw.count(2, 4)) if draw.chance(0.7) else bits(draw, 2, 3))
    rows = [(name, hand.texts(tasks.chores(draw, 1, 3))) for name in names]
    part = Part(games.rows(*(tasks.ticked(items, name) for name, items in rows)), ("check", "plain", "todo", "script:todo"))
    needs = (SCRIPT, has(".todo output", len(rows)), *_all(names, "h2"), *(need for _, items in rows for need in _all(items, "li label")))
    return Snap("rooms", "To do", part, needs, {"s": hand.groups(rows)})


def _question(draw: Draw, hand: Hand) -> str:
    text = draw.question()[0] if draw.chance(0.35) else draw.pick((f"{draw.pick(('Which', 'What', 'Best', 'Favourite', 'Next'))} {draw.word('nouns')}?", f"{draw.word('towns')} or not?", f"Who {draw.word('verbs')}s the {draw.word('nouns')}?", f"What {draw.pick(('day', 'time', 'colour', 'film', 'name'))} for the {draw.word('nouns')}?", f"Where to {draw.word('verbs')}?"))
    return hand.text(text)


def _poll(draw: Draw, hand: Hand) -> Snap:
    question, answers = _question(draw, hand), hand.texts(bits(draw, 2, 5))
    needs = (SCRIPT, shows(question), has("progress", len(answers)), *_all(answers, "button"))
    return Snap("poll", "Vote", games.voted(question, answers, [0] * len(answers)), needs, {"q": hand.q(question, draw.chance(0.5)), "s": hand.row(answers)})


def _stars(draw: Draw, hand: Hand) -> Snap:
    number, low, high = draw.pick((3, 4, 5, 5, 5, 6, 7, 10)), hand.text(bit(draw) if draw.chance(0.5) else draw.word("adjectives")), hand.text(bit(draw) if draw.chance(0.5) else draw.word("adjectives"))
    needs = (SCRIPT, has("button.star", number, number), shows(low), shows(high))
    return Snap("stars", "How was it?", games.starred("★", number, low, high), needs, {"k": draw.say(number), "a": hand.q(low), "b": hand.q(high)})


def _runs(draw: Draw, hand: Hand) -> Snap:
    go, stop = hand.texts(draw.pick((("Go", "Stop"), ("Start", "Stop"), ("Run", "Halt"), ("On", "Off"), ("Play", "Pause"), ("Race", "Brake"), (draw.label(), f"{draw.label()}!"))))
    colors = (draw.pick(("green", "green", *COLOR_WORDS)), draw.pick(("red", "red", *COLOR_WORDS)))
    mark = draw.pick(EMOJI) if draw.chance(0.45) else ""
    needs = (SCRIPT, *(shows(text, f'button[style*="{COLOR_WORDS[color]}"]') for text, color in zip((go, stop), colors, strict=True)), shows(mark, "#whirl") if mark else has("output"))
    slots = {"a": hand.q(go, not hand.small), "b": hand.q(stop, not hand.small), "c": colors[0], "d": colors[1]}
    return Snap("spin" if mark else "runs", "Ready?", controls.running(go, stop, colors, mark), needs, slots | ({"e": draw.keep(mark)} if mark else {}))


def _dialog(draw: Draw, hand: Hand) -> Snap:
    opener, question = hand.text(button_text(draw)), hand.text(draw.pick((f"{draw.word('verbs').capitalize()} the {draw.word('nouns')}?", "Are you sure?", "Really?", line(draw), f"Do you want to {draw.word('verbs')}?")))
    yes, no = draw.pick((("Yes", "No"), ("OK", "Cancel"), ("Sure", "Not now"), ("Keep", "Delete"), (f"Yes, {draw.word('verbs')}", f"No, {draw.word('verbs')}"), (draw.label(), f"No {draw.word('nouns')}")))
    yes, no = hand.text(yes), hand.text(no)
    needs = (SCRIPT, shows(opener, "button"), shows(question, "dialog"), *_all((yes, no), "dialog button"))
    return Snap("dialog", "One moment", actions.opened(opener, question, [yes, no]), needs, {"o": hand.q(opener), "q": hand.q(question), "a": hand.q(yes), "b": hand.q(no)})


def _tabs(draw: Draw, hand: Hand) -> Snap:
    rows = list({hand.text(name): hand.text(draw.pick((bit, line))(draw)) for name in bits(draw, 2, 4)}.items())
    if len(rows) < 2:
        rows.append(("more", "soon"))
    slots = {"s": hand.pairs(rows, BACKS), **many(draw, len(rows))}
    if draw.chance(0.4):
        needs = (has("script", 0, 0), has("input[type=radio]", len(rows)), *(need for name, text in rows for need in (shows(name, "label"), shows(text, "p"))))
        return Snap("radiotabs", "Tabs", motion.chosen(rows), needs, slots)
    return Snap("tabs", "Tabs", actions.tabbed(rows), (SCRIPT, *(need for name, text in rows for need in (shows(name, "[role=tab]"), shows(text, "[role=tabpanel]")))), slots)


def _quotes(draw: Draw, hand: Hand) -> Snap:
    texts = hand.texts([line(draw) for _ in range(draw.count(2, 5))])
    seconds = draw.rng.randint(2, 15) if draw.chance(0.4) else 0
    slots = {"s": hand.row(texts), **({"k": str(seconds)} if seconds else many(draw, len(texts)))}
    needs = (SCRIPT, *_all(texts, "#slides blockquote"), has(f'#slides[data-seconds="{seconds or 5}"]' if seconds else "#slides"))
    return Snap("quotes.timed" if seconds else "quotes", "One by one", tools.shown_by_turns(texts, False, seconds or 5, ()), needs, slots)


def _another(draw: Draw, hand: Hand) -> Snap:
    button = hand.text(draw.pick(("Again", "Another", "New one", "Next", "Tell me", "Spin", "Surprise me", draw.word("buttons"), button_text(draw))))
    texts = hand.texts(draw.pick((bits(draw, 2, 6), [line(draw) for _ in range(draw.count(2, 4))])))
    needs = (SCRIPT, shows(button, "button"), *_all(texts, ".part span"))
    if draw.chance(0.3):
        more = [hand.text(draw.pick((bit, line))(draw)) for _ in texts]
        s = draw.pick(("; ", "\n", " / ")).join(f'{draw.keep(text)} "{draw.keep(extra)}"' for text, extra in zip(texts, more, strict=True))
        return Snap("another.more", "Another one", controls.drawn(button, texts, more), (*needs, *_all(more, ".part small")), {"b": hand.q(button), "s": s})
    return Snap("another", "Another one", games.generator(button, {"": texts}), needs, {"b": hand.q(button), "s": hand.row(texts)})


def _knocks(draw: Draw, hand: Hand) -> Snap:
    button, times, text = hand.text(raised(draw.pick(games.THINGS)) if draw.chance(0.4) else button_text(draw)), draw.count(2, 12), hand.text(line(draw))
    needs = (SCRIPT, shows(button, "button"), has(f'button[data-times="{times}"]'), shows(text))
    return Snap("knocks", "Knock, knock", games.knocked(button, times, text), needs, {"b": hand.q(button), "k": draw.say(times), "q": f'"{draw.keep(text)}"'})


def _lamp(draw: Draw, hand: Hand) -> Snap:
    button = hand.text(draw.pick(("💡", "Lights", "Light off", draw.pick(EMOJI), button_text(draw), draw.label())))
    return Snap("lamp", "Welcome", tools.darkened(button), (SCRIPT, shows(button, "button#dark"), shows(".dark {", "style")), {"b": hand.q(button)})


def _wipe(draw: Draw, hand: Hand) -> Snap:
    one, other = draw.pick((("Before", "After"), ("Old", "New"), ("1990", "2025"), tuple(bits(draw, 2, 2)), (draw.label(), f"{draw.word('adjectives')} {draw.word('nouns')}")))[:2]
    one, other = hand.text(one), hand.text(other)
    return Snap("wipe", "Before and after", tools.wiped(one, other), (SCRIPT, has("input[type=range]"), shows(one, ".compare"), shows(other, ".compare")), {"a": hand.q(one), "b": hand.q(other)})


def _bingo(draw: Draw, hand: Hand) -> Snap:
    size = draw.pick((2, 3, 3, 3))
    texts: dict[str, None] = {}
    while len(texts) < size * size:
        texts.update(dict.fromkeys(hand.texts(bits(draw, 3, 9))))
    squares = list(texts)[: size * size]
    slots = {"s": hand.row(squares)} | ({"k": str(size)} if draw.chance(0.5) else {})
    return Snap("bingo", "Bingo", games.board(size, squares), (SCRIPT, has("button.stamp", size * size, size * size), *_all(squares, "button.stamp")), slots)


def _times(draw: Draw, hand: Hand) -> Snap:
    plus = draw.chance(0.4)
    labels = hand.texts([text.replace("+", "").replace("*", "") for text in (bits(draw, 2, 3) if draw.chance(0.5) else (draw.label(), f"{draw.word('nouns')} {draw.pick(('price', 'hours', 'count', 'metres', 'days'))}"))])
    if len(labels) < 2:
        labels.append("number")
    words = hand.text(games.words(draw))
    mark = draw.pick((" + ", " plus ", " + ") if plus else (" x ", " times ", " * ", " × "))
    fields = [tag("label", label, tag("input", type="number", value=0, step="any")) for label in labels]
    needs = (SCRIPT, has("input[type=number]", len(labels)), *_all(labels, "label"), shows(words, "p"))
    return Snap("times", "Calculator", tools.reckoned(fields, words, "script:plus" if plus else "script:product"), needs, {"s": mark.join(draw.keep(label) for label in labels), "w": f'"{draw.keep(words)}"'})


def _either(draw: Draw, hand: Hand) -> Snap:
    one, other = draw.pick((*tools.UNITS, ("US", "UK"), ("Germany", "Poland"), ("euro", "dollar"), (draw.word("towns"), draw.label())))
    one, other = hand.text(one), hand.text(other)
    mark, last = (one, other) if one in "$€£" else (draw.pick(("$", "€", "£", "")),) * 2
    values = [(hand.text(name), amount(draw, mark), amount(draw, last)) for name in bits(draw, 2, 4)]
    needs = (SCRIPT, shows(one, "button"), shows(other, "button"), *(shows(text, "li") for row in values for text in row))
    return Snap("either", "Prices", tools.switched(one, other, values), needs, {"a": draw.keep(one), "b": draw.keep(other), "s": hand.pairs(values, ("{} {} / {}", "{} {} or {}", "{} ({} / {})", "{}: {} / {}"))})


def _countdown(draw: Draw, hand: Hand) -> Snap:
    day = date(draw.rng.randint(2026, 2035), draw.rng.randint(1, 12), draw.rng.randint(1, 28))
    month = MONTHS[day.month - 1]
    said = hand.text(draw.pick((f"{day.day} {month} {day.year}", f"{month} {day.day} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat(), f"{day.day} {month[:3]} {day.year}", f"{day.day}.{day.month}.{day.year}" if day.day > 12 else f"{day.day} {month} {day.year}")))
    event = hand.text(draw.pick((f"{draw.word('first_names')}'s birthday", "our wedding", f"{draw.word('towns')}", "the holidays", f"the {draw.word('nouns')} {draw.pick(('party', 'race', 'festival', 'exam', 'concert', 'launch', 'sale'))}", draw.brand(), line(draw).rstrip("."), bit(draw), f"{draw.word('nouns')} day")))
    needs = (SCRIPT, shows(event, "h1"), shows(said), has(f'[data-end="{day.isoformat()}"]'))
    return Snap("countdown", raised(event), actions.awaited(day.isoformat(), said), needs, {"t": hand.q(event, draw.chance(0.6)), "d": draw.keep(said)}, titled=True)


def _finder(draw: Draw, hand: Hand) -> Snap:
    items = hand.texts(bits(draw, 3, 9))
    return Snap("finder", "Find it", entry.narrowed(items), (SCRIPT, has("input[type=search]"), *_all(items, ".found li")), {"s": hand.row(items)})


def _count(draw: Draw, hand: Hand) -> Snap:
    things = hand.texts(bits(draw, 1, 4))
    made = [tools.counted(thing) for thing in things]
    return Snap("count", "Counter", Part(games.rows(*(part.html for part in made)), made[0].components), (SCRIPT, *_all(things, ".count"), has("button[data-by]", 2 * len(things))), {"s": hand.row(things)})


def _pin(draw: Draw, hand: Hand) -> Snap:
    code, text, wrong = "".join(str(draw.rng.randint(0, 9)) for _ in range(draw.pick((4, 4, 4, 3, 5, 6)))), hand.text(line(draw)), hand.text(line(draw))
    needs = (SCRIPT, has("#pad button", 10), has(f'#pad[data-pin="{code}"]'), shows(text, "#unlocked"), shows(wrong, "#refused"))
    return Snap("pin", "Enter the PIN", tools.locked(code, text, wrong), needs, {"k": draw.keep(code), "q": f'"{draw.keep(text)}"', "w": f'"{draw.keep(wrong)}"'})


def _copied(draw: Draw, hand: Hand) -> Snap:
    text = draw.pick((draw.code(), draw.code(), draw.email(), draw.url(), hand.text(line(draw)), hand.text(bit(draw))))
    button = "Copy" if draw.chance(0.3) else hand.text(button_text(draw))
    slots = {"q": hand.q(text)} | ({"b": hand.q(button)} if button != "Copy" else {})
    return Snap("copied", "Copy it", controls.copy(text, button), (SCRIPT, shows(text, "#copied"), shows(button, "button#copy")), slots)


def _cards(draw: Draw, hand: Hand) -> Snap:
    rows = list({hand.text(front): hand.text(bit(draw)) for front in bits(draw, 2, 6)}.items())
    return Snap("cards", "Turn them over", games.flipped(rows), (SCRIPT, *(shows(text, "button") for row in rows for text in row)), {"s": hand.pairs(rows, BACKS), **many(draw, len(rows))})


def _memory(draw: Draw, hand: Hand) -> Snap:
    faces = draw.rng.sample(EMOJI, draw.count(2, 8)) if draw.chance(0.5) else hand.texts(bits(draw, 2, 6))
    text = hand.text(line(draw)) if draw.chance(0.4) else ""
    s = draw.pick((" ", ", ", "")).join(draw.keep(face) for face in faces) if faces[0] in EMOJI else hand.row(faces)
    needs = (SCRIPT, has(".memory button", 2 * len(faces)), *(shows(face, ".memory button", 2) for face in faces), *((shows(text, ".won"),) if text else ()))
    return Snap("memory", "Find the pairs", games.pairs(faces, text or "You found them all!"), needs, {"s": s} | ({"q": f'"{draw.keep(text)}"'} if text else {}))


def _score(draw: Draw, hand: Hand) -> Snap:
    rounds: dict[str, tuple[list[str], str]] = {}
    for _ in range(draw.count(1, 3)):
        answers = hand.texts(bits(draw, 2, 3))
        rounds[_question(draw, hand)] = (answers, draw.pick(answers))
    marked = draw.pick(("{} {} ({})", "{} {} -> {}", "{} {} right: {}", "{} ({}, correct {})", "{} {} = {}", "{} {} answer {}", "{} [{}] {}"))
    told = [marked.format(draw.keep(question), draw.pick((" / ", ", ", " or ")).join(draw.keep(answer) for answer in answers), draw.keep(right)) for question, (answers, right) in rounds.items()]
    needs = [SCRIPT, has("fieldset", len(rounds)), has("output")]
    for question, (answers, right) in rounds.items():
        needs += [shows(question, "legend"), *_all(answers, "button"), shows(right, "button[data-right]")]
    return Snap("score", "Quiz", games.scored(rounds, "That was all."), tuple(needs), {"s": draw.pick(("; ", "\n", " ")).join(told), **many(draw, len(rounds))})


def _burger(draw: Draw, hand: Hand) -> Snap:
    links = hand.texts([draw.word("links") if draw.chance(0.6) else draw.label() for _ in range(draw.count(2, 6))])
    return Snap("burger", "Welcome", Part(tag("p", "The menu opens at a click."), ()), (SCRIPT, has("button#menu"), *_all(links, "nav a")), {"s": hand.row(links)}, menu=links)


def _totop(draw: Draw, hand: Hand) -> Snap:
    names = hand.texts(bits(draw, 2, 4))
    sections = Part(games.rows(*(tag("section", tag("h2", name)) for name in names)), ("section",))
    upward = controls.upward()
    part = Part(games.rows(sections.html, upward.html), (*sections.components, *upward.components))
    return Snap("totop", "Welcome", part, (SCRIPT, has("button#up"), *_all(names, "h2")), {"s": hand.row(names)})


def _steps(draw: Draw, hand: Hand) -> Snap:
    button, texts = hand.text(draw.pick(("Next", "Go on", "More", "And then?", button_text(draw)))), hand.texts([line(draw) if draw.chance(0.6) else bit(draw) for _ in range(draw.count(2, 5))])
    return Snap("steps", "Step by step", games.unveiled(button, texts), (SCRIPT, shows(button, "button"), *_all(texts, "ol li")), {"b": hand.q(button), "s": hand.row(texts)})


def _panel(draw: Draw, hand: Hand) -> Snap:
    labels = draw.rng.sample(EMOJI, draw.count(2, 7)) if draw.chance(0.3) else hand.texts(bits(draw, 2, 6))
    words = hand.text(games.words(draw))
    needs = (SCRIPT, has("button.key", len(labels)), *_all(labels, "button.key"), shows(words, "p"))
    return Snap("panel", "Press a button", games.pressed(labels, words), needs, {"s": hand.row(labels), "w": f'"{draw.keep(words)}"'})


def _filling(draw: Draw, hand: Hand) -> Snap:
    button, step, text = hand.text(button_text(draw)), draw.pick((5, 10, 10, 20, 25, 50)), hand.text(line(draw))
    needs = (SCRIPT, shows(button, "button"), has(f'progress[data-step="{step}"]'), shows(text, "p"))
    return Snap("filling", "Fill it up", games.filled(button, step, text), needs, {"b": hand.q(button), "k": str(step), "q": f'"{draw.keep(text)}"'})


def _till(draw: Draw, hand: Hand) -> Snap:
    mark, label = draw.pick(("$", "£", "€", "")), hand.text(draw.pick(("Total", "To pay", "Sum", "Your order", bit(draw))))
    items = list({hand.text(name): amount(draw, "") for name in bits(draw, 2, 5)}.items())
    needs = (SCRIPT, shows(label, "p:has(#total)"), *(need for name, price in items for need in (shows(name, ".amount"), shows(mark + price, ".amount"))))
    s = hand.pairs([(name, mark + price) for name, price in items], ("{} {}", "{} ({})", "{}: {}", "{} = {}", "{} at {}"))
    return Snap("till", "Your order", tools.totalled(items, mark, label), needs, {"s": s, "a": hand.q(label)})


def _greet(draw: Draw, hand: Hand) -> Snap:
    label, before = hand.text(draw.pick(("Your name", "Name", "Who are you?", bit(draw)))), hand.text(draw.pick(("Hello", "Hi", "Ahoy", "Good evening", "Welcome back,", games.words(draw))))
    after = hand.text(draw.pick(("!", f", {draw.word('bits')}!", f", {line(draw)}")))
    told = f'"{draw.keep(before)} {draw.pick(("…", "<name>", "[name]", "___", "NAME", "...", "xxx"))}{draw.keep(after)}"'
    ended = after.strip("!, ")
    return Snap("greet", "Hello", tools.greeted(label, before, after), (SCRIPT, shows(label, "label"), shows(before, "#greeting"), *((shows(ended, "#greeting"),) if ended else ())), {"a": hand.q(label), "q": told})


def _adder(draw: Draw, hand: Hand) -> Snap:
    items, button = hand.texts(bits(draw, 2, 5)), hand.text(draw.pick(("Add", "Put it on", "Bring it", button_text(draw))))
    return Snap("adder", "List", tools.growing(items, button), (SCRIPT, *_all(items, "#items li"), shows(button, "form button")), {"s": hand.row(items), "b": hand.q(button)})


def _pick(draw: Draw, hand: Hand) -> Snap:
    items, button = hand.texts(bits(draw, 2, 7)), hand.text(draw.pick(("Pick one", "Decide", "Who?", "Draw", button_text(draw))))
    return Snap("pick", "Who is it?", actions.picked(button, items), (SCRIPT, *_all(items, "li"), shows(button, "button")), {"s": hand.row(items), "b": hand.q(button)})


def _timer(draw: Draw, hand: Hand) -> Snap:
    minutes, text = draw.rng.randint(1, 60), hand.text(line(draw))
    button = "Start" if draw.chance(0.5) else hand.text(button_text(draw))
    slots = {"t": draw.keep(draw.pick((f"{minutes} min", f"{minutes} minutes" if minutes > 1 else "1 minute", f"{minutes}:00"))), "q": f'"{draw.keep(text)}"'} | ({"b": hand.q(button)} if button != "Start" else {})
    return Snap("timer", "Timer", tools.timed(60 * minutes, button, text), (SCRIPT, has(f'#time[data-seconds="{60 * minutes}"]'), shows(text, "#over"), shows(button, "#start")), slots)


def _toss(draw: Draw, hand: Hand) -> Snap:
    sides, button = hand.texts(draw.pick((("Heads", "Tails"), ("Yes", "No"), tuple(bits(draw, 2, 3)), (draw.word("first_names"), draw.word("first_names"))))), hand.text(draw.pick(("Flip", "Toss", "Throw", button_text(draw))))
    return Snap("toss", "Toss", games.coin(button, sides), (SCRIPT, shows(button, "button"), *_all(sides, ".side")), {"s": hand.row(sides), "b": hand.q(button)})


def _paints(draw: Draw, hand: Hand) -> Snap:
    colors = draw.rng.sample(sorted(COLOR_WORDS), draw.count(2, 5))
    part = tools.painted([(color if hand.small else raised(color), COLOR_WORDS[color]) for color in colors])
    return Snap("paints", "Colours", part, (SCRIPT, *(shows(color, f'button.paint[value="{COLOR_WORDS[color]}"]') for color in colors)), {"s": hand.row(colors)})


def _sift(draw: Draw, hand: Hand) -> Snap:
    names = hand.texts(bits(draw, 2, 3))
    rows = [(name, hand.texts(bits(draw, 1, 3))) for name in names]
    needs = (SCRIPT, *_all(names, "button.sift"), *(need for _, items in rows for need in _all(items, "li[data-group]")))
    return Snap("sift", "Find it", entry.sifted(rows), needs, {"s": hand.groups(rows)})


def _riddle(draw: Draw, hand: Hand) -> Snap:
    question, word, text = _question(draw, hand), hand.text(draw.word("nouns") if draw.chance(0.6) else bit(draw)), hand.text(line(draw))
    missed = hand.text(line(draw)) if draw.chance(0.5) else ""
    needs = (SCRIPT, shows(question, "label"), has(f'form[data-word="{word}"]'), shows(text, "#solved"), *((shows(missed, "#missed"),) if missed else ()))
    slots = {"q": hand.q(question, draw.chance(0.5)), "a": hand.q(word), "w": f'"{draw.keep(text)}"'} | ({"o": f'"{draw.keep(missed)}"'} if missed else {})
    return Snap("riddle", "A riddle", games.guessed(question, word, text, missed or "No, try again."), needs, slots)


def _lot(draw: Draw, hand: Hand) -> Snap:
    button, low, high = hand.text(draw.pick(("Roll", "Draw", "Go", "Number", button_text(draw)))), draw.pick((0, 1, 1, 1, 10)), draw.rng.randint(11, 999)
    needs = (SCRIPT, shows(button, "button"), has(f'output[data-low="{low}"][data-high="{high}"]'))
    return Snap("lot", "A number", games.lot(button, low, high), needs, {"b": hand.q(button), "a": str(low), "z": str(high)})


SNAPS: tuple[tuple[Callable[[Draw, Hand], Snap], float], ...] = (
    (_clocks, 1.3), (_todo, 1.6), (_rooms, 1.2), (_poll, 1.6), (_stars, 1), (_runs, 1.5), (_dialog, 1.4), (_tabs, 1.8), (_quotes, 1.4), (_another, 1.8), (_knocks, 1), (_lamp, 0.5), (_wipe, 0.8), (_bingo, 1), (_times, 1.2),
    (_either, 1), (_countdown, 1.2), (_finder, 1), (_count, 1), (_pin, 0.8), (_copied, 0.8), (_cards, 1), (_memory, 0.8), (_score, 1),
    (_burger, 1), (_totop, 0.7), (_steps, 1), (_panel, 1), (_filling, 0.6), (_till, 1.1), (_greet, 0.7), (_adder, 0.9), (_pick, 1.2), (_timer, 1.1), (_toss, 0.8), (_paints, 0.6), (_sift, 1), (_riddle, 0.9), (_lot, 0.6),
)  # fmt: skip


def _drawn(draw: Draw, hand: Hand) -> Snap:
    return draw.rng.choices([make for make, _ in SNAPS], [share for _, share in SNAPS])[0](draw, hand)


@kind("snap", 10.0)
def snap(draw: Draw) -> Wish:
    """One or two things that do something, and perhaps a title, a line of text and a word about looks."""
    hand = Hand(draw)
    made = _drawn(draw, hand)
    style, look, needed = jotted.looked(draw, made.heading, 0.18)
    text, title, parts, needs = say(draw, f"snap.{made.name}", "s", **made.slots), made.heading, [made.part], [*made.needs, *needed]
    if not made.titled and draw.chance(0.4):
        name = hand.text(draw.pick((draw.brand(), draw.brand(), line(draw).rstrip("."), draw.phrase(), draw.person(), bit(draw))))
        text, title = say(draw, "snap.title", "s", x=text.rstrip("."), t=hand.q(name, draw.chance(0.5))), raised(name)
        needs += [shows(name, "h1")]
    if draw.chance(0.25) and made.name != "radiotabs":
        other = _drawn(draw, hand)
        if other.name.partition(".")[0] != made.name.partition(".")[0] and other.name != "radiotabs" and not other.menu and not other.titled:
            text = say(draw, "snap.two", "s", x=text.rstrip("."), y=say(draw, f"snap.{other.name}", "s", **other.slots))
            parts.append(other.part)
            needs += other.needs
    if draw.chance(0.15):
        note = hand.text(line(draw))
        text = say(draw, "snap.line", "s", x=text.rstrip("."), q=f'"{draw.keep(note)}"')
        parts.append(Part(tag("p", note), ()))
        needs.append(shows(note, "p"))
    if look:
        text = draw.pick(("{}, {}", "{}. {}", "{} / {}", "{} ({})", "{} - {}")).format(text.rstrip("."), look)
    if draw.chance(0.15):
        text += draw.pick((", ", ". ", " ")) + draw.pick([words for words in jotted.PLEASE if not words.startswith("for")])
    draw.manners.add("jotted")
    if draw.chance(0.4) and not hand.small:
        text = raised(text)
    top = controls.folding(title, "Menu", made.menu) if made.menu else None
    return Wish((), worked(title, style, *parts, top=top), [Ask(says=(text,), requires=tuple(needs))], ordered=True)
