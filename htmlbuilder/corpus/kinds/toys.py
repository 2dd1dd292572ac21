"""Things that do something, asked for by name alone: "a memory game", "bingo 5x5", "PIN pad 4821". What is not told is always the same."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks import actions, controls, games, tools
from htmlbuilder.corpus.draw import EMOJI, Draw, uncounted
from htmlbuilder.corpus.kinds.apps import titled
from htmlbuilder.corpus.kinds.shared import worked
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import LIGHT
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows


@dataclass(frozen=True, slots=True)
class Toy:
    """A thing by its names: its heading, its part, and what any page of it has."""

    nouns: tuple[str, ...]
    heading: str
    part: Part
    needs: tuple[Requirement, ...]


def _number(draw: Draw, asks: list[Ask], usual: int, low: int, high: int, forms: str, selector: str = "", each: int = 1) -> int:
    """A number that the prompt gives with chance one half, said in one of `forms` (parted by |)."""
    if not draw.chance(0.5):
        return usual
    number = draw.count(low, high)
    if each > 1:
        draw.count(each * number, each * number)  # also a number of things on the page
    said = tuple(form.format(draw.say(number)) for form in forms.split("|"))
    asks.append(Ask(withs=said, says=said, requires=(exactly(selector, each * number),) if selector else ()))
    return number


def _poll(draw: Draw, asks: list[Ask]) -> Toy:
    number = _number(draw, asks, 3, 2, 6, "{} options|{} answers to vote for|{} choices", "progress")
    part = games.voted("Which day suits you?", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][:number], [0] * number)
    return Toy(("poll", "poll with bars", "voting page", "quick poll", "poll with percentages", "vote", "office poll", "poll where one sees the result"), "Vote", part, (has("progress", 2), has("button", 2), has("script")))


def _memory(draw: Draw, asks: list[Ask]) -> Toy:
    number = _number(draw, asks, 6, 2, 10, "{} pairs|{} pairs of cards|{} different cards", ".memory button", 2)
    part = games.pairs(EMOJI[:number], "You found them all!")
    return Toy(("memory game", "memory", "pairs game", "card matching game", "find-the-pairs game", "memory card game", "matching game for kids"), "Find the pairs", part, (has("button", 4), has("script")))


def _bingo(draw: Draw, asks: list[Ask]) -> Toy:
    size = 5
    if draw.chance(0.5):
        size = draw.pick([size for size in (3, 3, 4, 5) if not uncounted(draw.kind, size * size)])
        asks.append(Ask(tails=(f"of {size} by {size}",), withs=(f"{size} by {size} squares", f"a {size}x{size} grid"), says=(f"{size}x{size}", f"It is {size} by {size}."), requires=(exactly("button.stamp", size * size),)))
    part = games.board(size, [str(at) for at in range(1, size * size + 1)])
    return Toy(("bingo", "bingo card", "bingo board", "clickable bingo card", "bingo game", "bingo card one can stamp"), "Bingo", part, (has("button", 9), has("script")))


def _pin(draw: Draw, asks: list[Ask]) -> Toy:
    code = "1234"
    if draw.chance(0.6):
        code = "".join(str(draw.rng.randint(0, 9)) for _ in range(draw.pick((3, 4, 4, 4, 5, 6))))
        k = draw.keep(code)
        asks.append(Ask(tails=(f"with the code {k}", f"for {k}"), withs=(f"the PIN {k}", f"{k} as the code"), says=(f"The code is {k}.", f"PIN {k}", f"It opens with {k}.", f"code: {k}"), requires=(has(f'#pad[data-pin="{code}"]'),)))
    return Toy(("PIN pad", "keypad", "code lock", "lock screen", "PIN login", "number pad with a code", "keypad with dots"), "Enter the PIN", tools.locked(code, "It is open.", "Wrong PIN, try again."), (has("#pad button", 10), has("script")))


def _stars(draw: Draw, asks: list[Ask]) -> Toy:
    mark = "★"
    if draw.chance(0.3):
        mark = draw.pick(EMOJI)
        k = draw.keep(mark)
        asks.append(Ask(withs=(f"{k} instead of stars", f"{k} to click"), says=(f"Use {k} instead of stars.", f"It has {k} for stars."), requires=(shows(mark, "button.star"),)))
    number = _number(draw, asks, 5, 3, 10, "{} stars|a scale of {}|1 to {}", "button.star")
    return Toy(("star rating", "clickable star rating", "rating widget", "rating with stars", "star review", "rate-us page", "stars to click"), "How was it?", games.starred(mark, number), (has("button.star", 3), has("script")))


def _clocks(draw: Draw, asks: list[Ask]) -> Toy:
    cities = ["London", "New York", "Tokyo"]
    return Toy(("world clock", "clock for several time zones", "page with clocks of the world", "time zone clocks", "world clocks"), "What time is it?", controls.dials(cities, cities), (has("[data-zone]", 2), has("script")))


def _habit(draw: Draw, asks: list[Ask]) -> Toy:
    number = _number(draw, asks, 30, 5, 31, "{} days|{} boxes to click|{} days to tick", "button.box")
    return Toy(("habit tracker", "streak tracker", "habit grid", "challenge tracker", "habit tracking page", "day-by-day tracker"), "Habit", tools.chained(number, "Every day", "Streak"), (has("button.box", 5), has("script")))


def _runs(draw: Draw, asks: list[Ask]) -> Toy:
    return Toy(("start and stop button", "start/stop counter", "seconds counter with start and stop", "go and stop buttons", "counter that one starts and stops"), "Ready?", controls.running("Start", "Stop", ("green", "red")), (has("button", 2), has("script"), has("output")))


def _copy(draw: Draw, asks: list[Ask]) -> Toy:
    return Toy(("copy button", "text with a copy button", "copy-to-clipboard button", "button that copies a text", "snippet to copy"), "Copy it", controls.copy("This text can be copied."), (has("button"), has("script")))


def _toggle(draw: Draw, asks: list[Ask]) -> Toy:
    part = tools.switched("Monthly", "Yearly", [("Basic", "$9", "$90"), ("Plus", "$19", "$190"), ("Team", "$49", "$490")])
    return Toy(("price toggle", "pricing with a monthly and yearly switch", "monthly/yearly toggle", "pricing switch", "prices with a toggle"), "Prices", part, (has("button"), has("script"), shows("Monthly", "button"), shows("Yearly", "button")))


def _wipe(draw: Draw, asks: list[Ask]) -> Toy:
    return Toy(("before/after slider", "before and after slider", "image comparison slider", "comparison slider", "before-after picture"), "Before and after", tools.wiped("Before", "After"), (has("input[type=range]"), shows("Before"), shows("After"), has("script")))


def _till(draw: Draw, asks: list[Ask]) -> Toy:
    part = tools.totalled([("Tea", "2.00"), ("Coffee", "2.50"), ("Cake", "3.50")], "$", "Total")
    return Toy(("shopping cart", "cart with plus and minus", "till", "order calculator", "cart that adds up", "order page with a running total"), "Your order", part, (has(".amount", 2), has("script"), shows("Total")))


def _panel(draw: Draw, asks: list[Ask]) -> Toy:
    top = _number(draw, asks, 5, 3, 12, "{} floors|buttons for {} floors|{} buttons", "button.key")
    return Toy(("lift panel", "elevator panel", "elevator buttons", "panel of lift buttons"), "Press a button", games.pressed([str(floor) for floor in range(1, top + 1)], "Going to"), (has("button.key", 3), has("script")))


def _adder(draw: Draw, asks: list[Ask]) -> Toy:
    return Toy(("list one can add to", "guest list one can add to", "list with an add button", "growing list", "list where I can add things"), "List", tools.growing(["The first thing"], "Add"), (has("form input"), has("form button"), has("li"), has("script")))


def _upward(draw: Draw, asks: list[Ask]) -> Toy:
    return Toy(("back-to-top button", "scroll-to-top button", "button that scrolls back to the top", "go-to-top button"), "Welcome", controls.upward(), (has("button#up"), has("script")))


def _modal(draw: Draw, asks: list[Ask]) -> Toy:
    return Toy(("confirmation dialog", "confirm popup", "are-you-sure dialog", "dialog with yes and no", "delete confirmation"), "One moment", actions.opened("Delete", "Are you sure?", ["Yes", "No"]), (has("dialog"), has("dialog button", 2), has("script")))


TOYS: tuple[Callable[[Draw, list[Ask]], Toy], ...] = (_poll, _poll, _memory, _memory, _bingo, _bingo, _pin, _stars, _stars, _clocks, _habit, _runs, _copy, _toggle, _wipe, _till, _panel, _adder, _upward, _modal)


@kind("toy", 2.5)
def toy(draw: Draw) -> Wish:
    asks: list[Ask] = []
    made = draw.pick(TOYS)(draw, asks)
    title, noun = titled(draw, asks, made.heading), draw.pick(made.nouns)
    style = look(draw, asks, None, LIGHT[zlib.crc32(noun.encode()) % len(LIGHT)], 0.3)  # as a gadget of that name has it
    return Wish(nouns=(noun,), page=worked(title, style, made.part), asks=asks, requires=made.needs)
