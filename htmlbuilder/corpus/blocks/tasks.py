"""Blocks of things to do: lists to tick off, with what is left, in one list or by group."""

from collections.abc import Sequence

from htmlbuilder.corpus.blocks.games import rows
from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, raised, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, has, shows

ROOMS = ("Kitchen", "Bathroom", "Garden", "Bedroom", "Garage", "Living room", "Office", "Hall", "Cellar", "Balcony", "Monday", "Tuesday", "Saturday", "Morning", "Evening", "Mum", "Dad", "Kids", "Home", "Work", "School", "Errands", "Calls", "Tent", "Car", "Before", "After", "Urgent", "Later")


def chores(draw: Draw, low: int, high: int) -> list[str]:
    """Things to do, as people jot them down."""
    if draw.chance(0.4):
        return bits(draw, low, high)
    made = []
    for _ in range(draw.count(low, high)):
        noun, name = draw.word("nouns"), draw.word("first_names")
        made.append(draw.pick((f"{draw.word('verbs')} the {noun}", f"{draw.word('verbs')} {noun}", f"call {name}", f"buy {draw.word('foods').lower()}", f"email {name}", f"{noun} for {name}", draw.word("foods").lower(), f"{draw.word('verbs')} {name}'s {noun}", f"{noun}s")))
    found = list(dict.fromkeys(made))
    return [raised(text) for text in found] if draw.chance(0.35) else found


def ticked(tasks: Sequence[str], heading: str = "", left: str = "left") -> Html:
    """Tasks to tick off, under how many are left."""
    boxes = [tag("li", tag("label", inline(tag("input", type="checkbox"), " ", task), class_="check")) for task in tasks]
    return tag("div", tag("h2", heading) if heading else None, tag("p", inline(tag("output", str(len(tasks))), f" {left}")), tag("ul", *boxes, class_="plain"), class_="todo")


def listed(tasks: Sequence[str], button: str, field: str = "New task", left: str = "left") -> Part:
    """A to-do list: what is to be done, how much is left, and a field for more."""
    form = tag("form", tag("label", field, tag("input", type="text", id="task", required=True)), tag("button", button, type="submit"), id="add")
    return Part(rows(ticked(tasks, left=left), form), ("form", "check", "plain", "button", "todo", "script:todo", "script:add"))


def todo(draw: Draw, asks: list[Ask]) -> Part:
    """Things to tick off, how many are left, and a field for more."""
    tasks, button, field, left = chores(draw, 2, 7), "Add", "New task", "left"
    needed = (has("script"), has(".todo input[type=checkbox]", len(tasks)), *(shows(task, "li label") for task in tasks))
    asks.append(ask(draw, "todo", needed, s=series(draw, tasks), **many(draw, len(tasks))))
    if draw.chance(0.35):
        asks.append(ask(draw, "todo.left", (has(".todo output"),)))
    elif draw.chance(0.2):
        left = draw.pick(("to go", "still to do", "things left", "open", "to do", bit(draw)))
        asks.append(ask(draw, "todo.left", (shows(left, ".todo p"),), q=draw.quote(left)))
    if draw.chance(0.3):
        asks.append(ask(draw, "todo.more", (has("form input"),)))
    elif draw.chance(0.4):
        button = button_text(draw)
        asks.append(ask(draw, "todo.button", (shows(button, "form button"),), b=draw.quote(button)))
    if draw.chance(0.1):
        field = raised(bit(draw))
        asks.append(ask(draw, "adder.field", (shows(field, "label"),), a=draw.quote(field)))
    return listed(tasks, button, field, left)


def rooms(draw: Draw, asks: list[Ask]) -> Part:
    """Things to tick off by room, day or person, and how many are left of each."""
    number = draw.count(2, 4)
    names = draw.rng.sample(ROOMS, number) if draw.chance(0.6) else bits(draw, number, number)
    groups = [(name, chores(draw, 1, 3)) for name in names]
    joint = draw.pick(("{}: {}", "{} ({})", "{} – {}", "{} = {}", "{}: {}", "{} -> {}", "{} [{}]"))
    s = draw.pick(("; ", "; ", "\n", ". ", " / ")).join(joint.format(draw.keep(name), ", ".join(draw.keep(task) for task in tasks)) for name, tasks in groups)
    needed = [has("script"), has(".todo output", len(groups)), *(requirement for name, tasks in groups for requirement in (shows(name, "h2"), *(shows(task, "li label") for task in tasks)))]
    asks.append(ask(draw, "todo.rooms", needed, s=s, **many(draw, len(groups))))
    return Part(rows(*(ticked(tasks, name) for name, tasks in groups)), ("check", "plain", "todo", "script:todo"))
