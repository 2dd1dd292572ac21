"""Blocks to work with: totals, estimates, price switches, habits, slides, sliders, locks, timers, lists."""

from collections.abc import Sequence

from htmlbuilder.corpus.blocks.games import clicked, rows, words
from htmlbuilder.corpus.blocks.texts import amount, bit, bits, button_text, line, quoted, raised, series, sign
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COLOR_WORDS, covered
from htmlbuilder.corpus.wish import Ask, has, shows

UNITS = (("Monthly", "Yearly"), ("$", "€"), ("€", "£"), ("kg", "lb"), ("km", "miles"), ("°C", "°F"), ("Small", "Large"), ("Adults", "Children"), ("Metric", "Imperial"), ("Dine in", "Take away"), ("Members", "Guests"), ("Weekdays", "Weekend"))


def _priced(draw: Draw, low: int, high: int) -> tuple[list[tuple[str, str]], str, str]:
    """Things with prices: ((name, number as the page has it), ...), the currency in front, and how the prompt tells them."""
    mark = draw.pick(("$", "£", "€", ""))
    items = [(raised(name) if draw.chance(0.5) else name, amount(draw, "")) for name in bits(draw, low, high)]
    joint = draw.pick(("{} {}", "{} ({})", "{}: {}", "{} – {}", "{} at {}", "{} = {}", "{} for {}"))
    told = draw.pick((", ", "; ", "\n", ", ", " / ")).join(joint.format(draw.keep(name), draw.keep(mark + price)) for name, price in items)
    return items, mark, told


def steppers(draw: Draw, asks: list[Ask]) -> Part:
    """Things with prices, minus and plus for each, and a running total under a given label."""
    items, mark, told = _priced(draw, 2, 5)
    label = raised(bit(draw)) if draw.chance(0.5) else draw.pick(("Total", "To pay", "Your order", "Sum", "Altogether"))
    needed = [has("script"), has(".amount", len(items)), shows(label, "p:has(#total)")]
    needed += [requirement for name, price in items for requirement in (shows(name, ".amount"), shows(mark + price, ".amount"))]
    asks.append(ask(draw, "steppers", needed, s=told, a=draw.quote(label)))
    return totalled(items, mark, label)


def totalled(items: Sequence[tuple[str, str]], mark: str, label: str) -> Part:
    """Things with their prices in the currency `mark`, minus and plus for each, and the sum behind `label`."""
    lines = [
        tag("p", tag("span", f"{name} {mark}{price}"), tag("button", "−", type="button", aria_label=f"One {name} less"), tag("output", "0"), tag("button", "+", type="button", aria_label=f"One {name} more"), class_="amount", data_price=price)
        for name, price in items
    ]
    return Part(rows(*lines, tag("p", tag("b", inline(f"{label} {mark}", tag("output", "0.00", id="total"))))), ("button", "keys", "script:total"))


def estimate(draw: Draw, asks: list[Ask]) -> Part:
    """A calculator: two or three numbers, times or plus each other, perhaps a size with its price, and a sentence with the result."""
    begin = words(draw)
    if draw.chance(0.4):
        sizes, mark, told = _priced(draw, 2, 4)
        label = raised(bit(draw))
        needed = [has("script"), has("select"), *(shows(name, "option") for name, _ in sizes), *(has(f'option[value="{price}"]') for _, price in sizes), shows(label, "label"), shows(begin, "p")]
        asks.append(ask(draw, "estimate.sizes", needed, s=told, a=draw.quote(label), w=draw.quote(begin)))
        choice = tag("label", "Size", tag("select", *(tag("option", f"{name} {mark}{price}", value=price) for name, price in sizes)))
        fields = [choice, tag("label", label, tag("input", type="number", value=0, min=0))]
        script = "script:product"
    else:
        labels = list({raised(text): 0 for text in bits(draw, 2, 3)})
        plus = draw.chance(0.4)
        script = "script:plus" if plus else "script:product"
        needed = [has("script"), has("input[type=number]", len(labels)), *(shows(label, "label") for label in labels), shows(begin, "p")]
        s = draw.pick((" + ", " plus ", " + ") if plus else (" × ", " times ", " x ", " * ")).join(draw.quote(label) if draw.chance(0.3) else draw.keep(label) for label in labels)
        asks.append(ask(draw, "estimate", needed, s=s, w=draw.quote(begin)))
        fields = [tag("label", label, tag("input", type="number", value=0, step="any")) for label in labels]
    return reckoned(fields, begin, script)


def reckoned(fields: Sequence[Html], begin: str, script: str) -> Part:
    """Fields with numbers, and a sentence with what comes out of them."""
    return Part(rows(tag("form", *fields, id="estimate"), tag("p", inline(begin, " ", tag("output", "0.00", id="result")))), ("form", script))


def either(draw: Draw, asks: list[Ask]) -> Part:
    """A button that switches prices or measures between two units."""
    one, other = draw.pick(UNITS) if draw.chance(0.6) else (raised(bit(draw)), raised(bit(draw)))
    mark = sign(draw)
    values = [(name, amount(draw, mark), amount(draw, mark)) for name in bits(draw, 2, 4)]
    joint = draw.pick(("{} {} / {}", "{}: {} or {}", "{} ({} / {})", "{} {} → {}", "{} – {} and {}", "{} {} ({})"))
    s = draw.pick((", ", "; ", "\n")).join(joint.format(draw.keep(name), draw.keep(first), draw.keep(second)) for name, first, second in values)
    needed = [has("script"), shows(one, "button"), shows(other, "button"), *(shows(text, "li") for row in values for text in row)]
    asks.append(ask(draw, "either", needed, a=draw.quote(one), b=draw.quote(other), s=s))
    return switched(one, other, values)


def switched(one: str, other: str, values: Sequence[tuple[str, str, str]]) -> Part:
    """Things with two prices or measures each, and a button that switches from one to the other."""

    def faces(first: str, second: str) -> tuple[Html, Html]:
        return tag("span", first), tag("span", second, hidden=True)

    switch = tag("button", inline(*faces(other, one)), type="button", id="switch", class_="either")
    made = [tag("li", tag("b", name), tag("span", inline(*faces(first, second)), class_="either")) for name, first, second in values]
    return Part(rows(tag("p", switch), tag("ul", *made, class_="rows")), ("button", "rows", "script:either"))


def streak(draw: Draw, asks: list[Ask]) -> Part:
    """Boxes to click, one a day, and the longest run."""
    number, what, label = draw.count(5, 31), raised(bit(draw)), draw.pick(("Streak", "Days in a row", "Longest streak", raised(bit(draw))))
    asks.append(ask(draw, "streak", (has("script"), has("button.box", number, number), shows(what), shows(label, "p")), k=draw.say(number), a=draw.quote(what), b=draw.quote(label)))
    return chained(number, what, label)


def chained(number: int, what: str, label: str) -> Part:
    """A box to click for each day, and the longest run of them behind `label`."""
    boxes = [tag("button", str(day), type="button", class_="box", aria_pressed="false") for day in range(1, number + 1)]
    return Part(rows(tag("p", tag("b", what)), tag("div", *boxes, class_="squares", style="grid-template-columns: repeat(7, 1fr)"), tag("p", inline(label, " ", tag("output", "0", id="streak")))), ("button", "lit", "squares", "script:streak"))


def slides(draw: Draw, asks: list[Ask]) -> Part:
    """Texts or pictures one at a time, which change by themselves and stop under the mouse, or at the click of two buttons."""
    seconds, pictures, arrows = draw.rng.randint(2, 12), draw.chance(0.35), draw.chance(0.35)
    texts = list(dict.fromkeys(bit(draw) if pictures else line(draw) for _ in range(draw.count(2, 6))))
    needed = (has("script"), *(shows(text, "#slides [role=img]" if pictures else "#slides blockquote") for text in texts))
    named = {"s": series(draw, texts), **many(draw, len(texts))}
    if arrows and draw.chance(0.6):
        back, onward = draw.pick((("Previous", "Next"), ("‹", "›"), ("←", "→"), ("<", ">"), ("Back", "Forward"), (button_text(draw), button_text(draw))))
        asks.append(ask(draw, "slides.arrows", (*needed, shows(back, "button"), shows(onward, "button")), a=draw.quote(back), b=draw.quote(onward), **named))
        return shown_by_turns(texts, pictures, 0, (back, onward))
    if not pictures and draw.chance(0.3):
        asks.append(ask(draw, "slides.plain", (*needed, has("#slides[data-seconds]")), **named))
        return shown_by_turns(texts, False, 5, ())
    asks.append(ask(draw, "slides.pictures" if pictures else "slides", (*needed, has(f'#slides[data-seconds="{seconds}"]')), k=str(seconds), **named))
    if arrows:
        asks.append(ask(draw, "slides.both", (has("button", 2),)))
    return shown_by_turns(texts, pictures, seconds, ("Previous", "Next") if arrows else ())


def shown_by_turns(texts: Sequence[str], pictures: bool, seconds: int, arrows: tuple[str, ...]) -> Part:
    """One slide at a time: another every so many seconds, where that is not 0, and at the click of `arrows` where there are any."""
    made = [
        tag("figure", tag("div", class_="photo", role="img", aria_label=text), tag("figcaption", text), hidden=place > 0) if pictures else tag("blockquote", text, hidden=place > 0)
        for place, text in enumerate(texts)
    ]
    row = tag("div", clicked(arrows[0], "previous"), clicked(arrows[1], "next"), class_="row") if arrows else None
    used = [*(("figure", "photo") if pictures else ("quote",)), "script:slides", *(("button", "row", "script:arrows") if arrows else ()), *(("script:rotate",) if seconds else ())]
    return Part(rows(tag("div", *made, id="slides", data_seconds=seconds or None), row), tuple(used))


def wipe(draw: Draw, asks: list[Ask]) -> Part:
    """Two pictures over one another, and a slider between them."""
    one, other = draw.pick((("Before", "After"), ("Old", "New"), ("Winter", "Summer"), (raised(bit(draw)), raised(bit(draw)))))
    asks.append(ask(draw, "wipe", (has("script"), has("input[type=range]"), shows(one, ".compare"), shows(other, ".compare")), a=draw.quote(one), b=draw.quote(other)))
    return wiped(one, other)


def wiped(one: str, other: str) -> Part:
    """Two pictures over one another, and the slider between them."""
    box = tag("div", tag("p", other), tag("div", tag("p", one), id="cover"), class_="compare")
    return Part(rows(box, tag("label", f"{one} / {other}", tag("input", type="range", id="compare", min=0, max=100, value=50))), ("form", "compare", "script:compare"))


def pin(draw: Draw, asks: list[Ask]) -> Part:
    """A pad of digits that opens with the right PIN; dots for what is typed."""
    code = "".join(str(draw.rng.randint(0, 9)) for _ in range(draw.pick((4, 4, 4, 3, 5, 6))))
    text, refused = line(draw), "Wrong PIN, try again."
    asks.append(ask(draw, "pin", (has("script"), has("#pad button", 10), has(f'#pad[data-pin="{code}"]'), shows(text, "#unlocked")), k=draw.keep(code), q=quoted(draw, text)))
    if draw.chance(0.6):
        refused = line(draw)
        asks.append(ask(draw, "pin.wrong", (shows(refused, "#refused"),), q=quoted(draw, refused)))
    return locked(code, text, refused)


def locked(code: str, text: str, refused: str) -> Part:
    """A pad of digits, and what it says to the right PIN and to others."""
    pad = tag("div", *(tag("button", digit, type="button") for digit in "1234567890"), id="pad", class_="squares", data_pin=code, style="grid-template-columns: repeat(3, 1fr)")
    return Part(rows(tag("output", "○" * len(code), id="dots"), pad, tag("p", text, id="unlocked", hidden=True), tag("p", refused, id="refused", hidden=True)), ("button", "squares", "dots", "script:pin"))


def dark(draw: Draw, asks: list[Ask]) -> Part:
    """A switch between light and dark."""
    button = button_text(draw) if draw.chance(0.6) else ""
    needed = (has("script"), shows(".dark {", "style"), *((shows(button, "button#dark"),) if button else (has("button#dark"),)))
    asks.append(ask(draw, "dark", needed, **({"b": draw.quote(button)} if button else {})))
    return darkened(button or "Dark mode")


def darkened(button: str) -> Part:
    return Part(tag("p", clicked(button, "dark")), ("button", "dark", "script:dark"))


def timer(draw: Draw, asks: list[Ask]) -> Part:
    """A time that runs down at a click, and a text at its end."""
    minutes, seconds = draw.pick(((draw.rng.randint(1, 90), 0), (draw.rng.randint(0, 9), draw.pick((15, 20, 30, 45))), (draw.rng.randint(1, 25), 0)))
    text, button = line(draw), "Start"
    shown = f"{minutes}:{seconds:02}"
    said = shown if draw.chance(0.3) else f"{minutes} {draw.pick(('minutes', 'min', 'minutes'))}" if not seconds and minutes > 1 else f"{minutes * 60 + seconds} seconds" if not minutes else shown
    asks.append(ask(draw, "timer", (has("script"), has(f'#time[data-seconds="{60 * minutes + seconds}"]'), shows(text, "p")), t=draw.keep(said), q=quoted(draw, text)))
    again = ""
    if draw.chance(0.5):
        button = button_text(draw)
        asks.append(ask(draw, "timer.start", (shows(button, "button#start"),), b=draw.quote(button)))
    if draw.chance(0.25):
        again = draw.pick(("Reset", "Again", "Start over", "Stop", button_text(draw)))
        asks.append(ask(draw, "timer.again", (shows(again, "button"),), b=draw.quote(again)))
    return timed(60 * minutes + seconds, button, text, again)


def timed(seconds: int, start: str, text: str, again: str = "") -> Part:
    """A time that runs down once `start` is pressed, and `text` then; a button sets it back where `again` says something."""
    made = tag("div", clicked(start, "start"), clicked(again, "again") if again else None, class_="row")
    return Part(rows(tag("p", tag("output", f"{seconds // 60}:{seconds % 60:02}", id="time", data_seconds=seconds)), made, tag("p", text, id="over", hidden=True)), ("button", "row", "script:timer", *(("script:again",) if again else ())))


def counted(what: str, start: int = 0, step: int = 1, up: str = "+", down: str = "−", reset: str = "") -> Part:
    """A number with a button that adds to it, one that takes away where `down` says something, and one that sets it back where `reset` does."""
    parts = (
        tag("span", what) if what else None,
        tag("button", down, type="button", data_by=-step, aria_label="Less" if down == "−" else None) if down else None,
        tag("output", str(start)),
        tag("button", up, type="button", data_by=step, aria_label="More" if up == "+" else None),
        tag("button", reset, type="button", class_="reset") if reset else None,
    )
    return Part(tag("p", *parts, class_="count"), ("button", "count", "script:count", *(("script:reset",) if reset else ())))


def tally(draw: Draw, asks: list[Ask]) -> Part:
    """A number with plus and minus, and what is counted; or several of them."""
    reset = ""
    if draw.chance(0.35):
        things = bits(draw, 2, 5)
        asks.append(ask(draw, "tally.many", (has("script"), *(shows(thing, ".count") for thing in things), has(".count", len(things)), has("button[data-by]", 2 * len(things))), s=series(draw, things), **many(draw, len(things))))
        made = [counted(thing) for thing in things]
        return Part(rows(*(part.html for part in made)), made[0].components)
    what, start = bit(draw), draw.rng.randint(0, 99) if draw.chance(0.5) else 0
    slots = {"k": str(start)} if start else {}
    asks.append(ask(draw, "tally", (has("script"), shows(what, ".count"), shows(str(start), "output") if start else has("output"), has("button[data-by]", 2)), a=draw.quote(what), **slots))
    if draw.chance(0.3):
        reset = draw.pick(("Reset", "Start again", "Clear", "Back to zero", button_text(draw)))
        asks.append(ask(draw, "tally.reset", (shows(reset, "button.reset"),), b=draw.quote(reset)))
    return counted(what, start, reset=reset)


def paints(draw: Draw, asks: list[Ask]) -> Part:
    """Buttons that give the page a colour."""
    colors = draw.rng.sample(sorted(COLOR_WORDS), draw.count(2, 6))
    asks.append(ask(draw, "paints", (has("script"), *(shows(color, f'button.paint[value="{COLOR_WORDS[color]}"]') for color in colors)), s=series(draw, colors), **many(draw, len(colors))))
    return painted([(raised(color), COLOR_WORDS[color]) for color in colors])


def painted(colors: Sequence[tuple[str, str]]) -> Part:
    """Buttons, each with its text and the colour it gives the page."""
    made = [tag("button", text, type="button", class_="paint", value=value, style=covered(value)) for text, value in colors]
    return Part(tag("div", *made, class_="row"), ("button", "row", "script:paint"))


def greeting(draw: Draw, asks: list[Ask]) -> Part:
    """A field, and a sentence that takes in what is typed."""
    label, before = draw.pick(("Your name", "What is your name?", raised(bit(draw)), raised(bit(draw)))), draw.pick(("Hello", "Good morning", "Ahoy", "Welcome", words(draw)))
    after = draw.pick(("!", f", {draw.word('bits')}!", f" is a {draw.word('adjectives')} name.", f", {line(draw)}"))
    told = f"{draw.keep(before)} {draw.pick(('…', '<name>', '[name]', '___', '{name}', 'NAME', '...'))}{draw.keep(after)}"
    ended = after.strip("!, ")
    asks.append(ask(draw, "greeting", (has("script"), shows(label, "label"), shows(before, "#greeting"), *((shows(ended, "#greeting"),) if ended else ())), a=draw.quote(label), q=f'"{told}"'))
    return greeted(label, before, after)


def greeted(label: str, before: str, after: str) -> Part:
    """A field, and a sentence with what is typed between its two halves."""
    return Part(rows(tag("label", label, tag("input", type="text", id="named")), tag("p", inline(f"{before} ", tag("output", id="name"), after), id="greeting", hidden=True)), ("form", "script:greet"))


def adder(draw: Draw, asks: list[Ask]) -> Part:
    """A list to which one can add."""
    items, button, label = bits(draw, 1, 5), button_text(draw), "New entry"
    asks.append(ask(draw, "adder", (has("script"), *(shows(item, "#items li") for item in items), shows(button, "form button"), has("form input")), s=series(draw, items), b=draw.quote(button)))
    if draw.chance(0.4):
        label = raised(bit(draw))
        asks.append(ask(draw, "adder.field", (shows(label, "label"),), a=draw.quote(label)))
    return growing(items, button, label)


def growing(items: Sequence[str], button: str, label: str = "New entry") -> Part:
    """A list, and a field and button to add to it."""
    form = tag("form", tag("label", label, tag("input", type="text", id="item", required=True)), tag("button", button, type="submit"), id="adder")
    return Part(rows(tag("ul", *(tag("li", item) for item in items), id="items"), form), ("form", "button", "list", "script:adder"))
