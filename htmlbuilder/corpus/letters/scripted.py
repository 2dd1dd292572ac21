"""The parts of a letter's page that do something: markup and scripts are those of the blocks."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from htmlbuilder.corpus.blocks import actions, controls, entry, games, tasks, tools
from htmlbuilder.corpus.draw import WORDS
from htmlbuilder.corpus.letters import Mark
from htmlbuilder.corpus.wish import has

if TYPE_CHECKING:
    from htmlbuilder.corpus.letters.sheet import Sheet

SOON = "More about this soon."


def counted(text: str) -> int:
    """The number that the text says in figures or as a word."""
    return int(text) if text.isdigit() else WORDS.index(text.lower())


def firsts(mark: Mark) -> list[str]:
    return [row[0] for row in mark.rows]


def said(mark: Mark) -> list[str]:
    """What the mark has in its brackets, where the letter says it."""
    return [mark.param] if mark.told else []


def _tabs(sheet: "Sheet", mark: Mark) -> None:
    rows = [(row[0], row[1] if len(row) > 1 else SOON) for row in mark.rows]
    sheet.need("[role=tab]", *firsts(mark))
    sheet.need("[role=tabpanel]", *(text for row in mark.rows for text in row[1:]))
    sheet.part(actions.tabbed(rows))


def _poll(sheet: "Sheet", mark: Mark) -> None:
    """A poll: the question in the param, and the answers."""
    sheet.need("#poll button", *firsts(mark))
    sheet.need("#poll b", *said(mark))
    sheet.part(games.voted(mark.param, firsts(mark), [0] * len(mark.rows)))


def _quiz(sheet: "Sheet", mark: Mark) -> None:
    """A question, its answers, and first among them the right one."""
    question, right, *wrong = mark.rows[0]
    answers = sorted([right, *wrong], key=str.casefold)
    sheet.need("fieldset legend", question)
    sheet.need("fieldset button", *answers)
    sheet.need("button[data-right]", right)
    sheet.part(games.quiz(question, answers, right))


def _pick(sheet: "Sheet", mark: Mark) -> None:
    sheet.need("li.option", *firsts(mark))
    sheet.need("button", *said(mark))
    sheet.part(actions.picked(mark.param or "Pick one", firsts(mark)))


def _mix(sheet: "Sheet", mark: Mark) -> None:
    """One of several texts, and another at each click of the button in the param."""
    sheet.need(".part span", *firsts(mark))
    sheet.need("button", *said(mark))
    sheet.part(games.generator(mark.param or "Another", {"": firsts(mark)}))


def _coin(sheet: "Sheet", mark: Mark) -> None:
    sheet.need(".side", *firsts(mark))
    sheet.need("button", *said(mark))
    sheet.part(games.coin(mark.param or "Flip", firsts(mark)))


def _todo(sheet: "Sheet", mark: Mark) -> None:
    sheet.need("li label", *firsts(mark))
    sheet.needs.append(has(".todo output"))
    sheet.part(tasks.listed(firsts(mark), "Add"))


def _search(sheet: "Sheet", mark: Mark) -> None:
    sheet.need(".found li", *firsts(mark))
    sheet.needs.append(has("input[type=search]"))
    sheet.part(entry.narrowed(firsts(mark)))


def _reveal(sheet: "Sheet", mark: Mark) -> None:
    """A button and the text that it shows."""
    button, text = mark.rows[0]
    sheet.need("button", button)
    sheet.need("#answer[hidden]", text)
    sheet.part(actions.revealed(button, text))


def _copy(sheet: "Sheet", mark: Mark) -> None:
    sheet.need("#copied", mark.rows[0][0])
    sheet.part(controls.copy(mark.rows[0][0]))


def _until(sheet: "Sheet", mark: Mark) -> None:
    """The time left until a day: as it is told, and its date in the param."""
    sheet.need("body", mark.rows[0][0])
    sheet.needs.append(has(f'[data-end="{mark.param}"]'))
    sheet.part(actions.awaited(mark.param, mark.rows[0][0]))


def _timer(sheet: "Sheet", mark: Mark) -> None:
    """A time that runs down at a click of the button in the param, and a text at its end."""
    time, text = mark.rows[0]
    number, seconds = int(re.search(r"\d+", time)[0]), 1 if re.search(r"\bsec|\ds\b", time) else 60  # type: ignore[index]
    sheet.needs.append(has(f'#time[data-seconds="{number * seconds}"]'))
    sheet.need("#over", text)
    sheet.need("button#start", *said(mark))
    sheet.part(tools.timed(number * seconds, mark.param or "Start", text))


def _count(sheet: "Sheet", mark: Mark) -> None:
    """Numbers that clicks add to: at the button in the param, or at plus and minus. A second button there, after a stroke, starts over."""
    up, _, again = (text.strip() for text in mark.param.partition("/"))
    sheet.need(".count", *firsts(mark))
    sheet.need(".count button", *((up, again) if again else said(mark)))
    for text in firsts(mark):
        sheet.part(tools.counted(text, up=up or "+", down="" if up else "−", reset=again))


def _stars(sheet: "Sheet", mark: Mark) -> None:
    """So many stars to click, and what is said then."""
    number, *thanks = mark.rows[0]
    sheet.needs.append(has("button.star", counted(number)))
    sheet.need("#rated", *thanks)
    sheet.part(games.starred("★", counted(number), thanks=thanks[0] if thanks else ""))


def _lot(sheet: "Sheet", mark: Mark) -> None:
    """A number by chance, from the first to the second, at a click of the button in the param."""
    low, high = sorted(int(text) for text in mark.rows[0])
    sheet.needs.append(has(f'output[data-low="{low}"][data-high="{high}"]'))
    sheet.need("button", *said(mark))
    sheet.part(games.lot(mark.param or "Draw", low, high))


def _riddle(sheet: "Sheet", mark: Mark) -> None:
    """A question to answer in writing, the word it waits for, and what is said then."""
    question, word, text = mark.rows[0]
    word = word.replace('"', "")
    sheet.need("label", question)
    sheet.needs.append(has(f'form[data-word="{word}"]'))
    sheet.need("#solved", text)
    sheet.part(games.guessed(question, word, text, "No, try again."))


def _pin(sheet: "Sheet", mark: Mark) -> None:
    """A pad of digits, its code, and the text that it opens."""
    code, text = mark.rows[0]
    sheet.needs.append(has(f'#pad[data-pin="{code}"]'))
    sheet.need("#unlocked", text)
    sheet.part(tools.locked(code, text, "Wrong PIN, try again."))


def _greet(sheet: "Sheet", mark: Mark) -> None:
    """A field, and what is said to whatever is typed there."""
    label, before = mark.rows[0]
    sheet.need("label", label)
    sheet.need("#greeting", before)
    sheet.part(tools.greeted(label, before, "!"))


def _slides(sheet: "Sheet", mark: Mark) -> None:
    """Texts one at a time, with a button back and one onward."""
    sheet.need("#slides blockquote", *firsts(mark))
    sheet.part(tools.shown_by_turns(firsts(mark), False, 0, ("Previous", "Next")))


def _dialog(sheet: "Sheet", mark: Mark) -> None:
    """A button, the text of the box that it opens, and perhaps the answers there."""
    button, text, *answers = mark.rows[0]
    sheet.need("button", button)
    sheet.need("dialog", text)
    sheet.need("dialog button", *answers)
    sheet.part(actions.opened(button, text, answers or ["OK"]))


def _adder(sheet: "Sheet", mark: Mark) -> None:
    """A list to which the visitor may add, at the button in the param."""
    sheet.need("#items li", *firsts(mark))
    sheet.need("form button", *said(mark))
    sheet.part(tools.growing(firsts(mark), mark.param or "Add"))


def _lamp(sheet: "Sheet", mark: Mark) -> None:
    """A button that makes the page dark and light."""
    sheet.need("button#dark", mark.rows[0][0])
    sheet.part(tools.darkened(mark.rows[0][0]))


SCRIPTS: dict[str, Callable[["Sheet", Mark], None]] = {
    "tabs": _tabs, "poll": _poll, "quiz": _quiz, "pick": _pick, "mix": _mix, "coin": _coin, "todo": _todo, "search": _search, "reveal": _reveal, "copy": _copy, "until": _until,
    "timer": _timer, "count": _count, "stars": _stars, "lot": _lot, "riddle": _riddle, "pin": _pin, "greet": _greet, "slides": _slides, "dialog": _dialog, "adder": _adder, "lamp": _lamp,
}  # fmt: skip
