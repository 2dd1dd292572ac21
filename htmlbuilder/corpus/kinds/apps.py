"""Small tools that work by script: to-do list, calculator, countdown, counter, stopwatch, tabs, quiz, converter, theme switch, dialog.

Scripts keep to what an opaque origin allows: no storage, no dialogs of the browser, nothing from elsewhere.
"""

from collections.abc import Sequence

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks import actions, controls, games, tools
from htmlbuilder.corpus.blocks import tasks as checklist
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.elements import enumerate_words
from htmlbuilder.corpus.kinds.forms import button_asked
from htmlbuilder.corpus.kinds.shared import worked
from htmlbuilder.corpus.markup import Html, document, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import Style
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows


def titled(draw: Draw, asks: list[Ask], default: str) -> str:
    """The tool's heading: its own, or one the prompt gives."""
    if not draw.chance(0.4):
        return default
    title = draw.phrase() if draw.chance(0.6) else draw.brand()
    q = draw.quote(title)
    asks.append(Ask(
        tails=(f"called {q}", f"titled {q}", f"named {q}"),
        withs=(f"the title {q}", f"the heading {q}", f"{q} on top"),
        says=(f"The title is {q}.", f"It is called {q}.", f"Heading: {q}.", f"On top it says {q}."),
        requires=(shows(title, "h1"),),
    ))  # fmt: skip
    return title


def tool(title: str, style: Style, components: Sequence[str], *body: str | None, extra: str = "", script: str = "") -> Html:
    """A page with one panel, in which a tool stands."""
    return document(title, style.css("center", "panel", *components, extra=extra), tag("main", tag("div", *body, class_="panel")), script=script)


@kind("todo", 0.45)
def todo(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "To-do list")
    tasks = ["Water the plants", "Answer the mail", "Plan the week"]
    if draw.chance(0.55):
        tasks = list(dict.fromkeys(f"{draw.word('verbs').capitalize()} {draw.pick(('the', 'my', 'a'))} {draw.word('nouns')}" if draw.chance(0.7) else draw.label() for _ in range(draw.count(1, 6))))
        words = enumerate_words(draw, tasks)
        asks.append(Ask(
            withs=(f"the tasks {words}", f"the entries {words}", words),
            says=(f"The first tasks are {words}.", f"Tasks: {words}.", f"On it: {words}.", f"It starts with {words}."),
            requires=tuple(shows(task, "li") for task in tasks),
        ))  # fmt: skip
    elif draw.chance(0.4):
        number = draw.count(1, 7)
        tasks = ["Water the plants", "Answer the mail", "Plan the week", "Call the dentist", "Buy bread", "Read a chapter", "Tidy the desk"][:number]
        said = draw.say(number)
        s = "s" * (number > 1)
        asks.append(Ask(withs=(f"{said} task{s}", f"{said} example task{s}"), says=(f"Start with {said} task{s}.", f"There {'are' if number > 1 else 'is'} {said} task{s} on it."), requires=(exactly("ul li", number),)))
    button = button_asked(draw, asks, "Add")
    if draw.chance(0.3):
        asks.append(Ask(withs=("a field to add tasks", "an input for new tasks"), says=("I can add new tasks.", "New tasks can be typed in."), requires=(has("form input"),)))
    if draw.chance(0.3):
        asks.append(Ask(withs=("a count of what is left", "how many are left"), says=("It counts what is left.", "Show how many are still open.", "x left"), requires=(has("output"),)))
    style = look(draw, asks, None, "mint", 0.35)
    page = worked(title, style, checklist.listed(tasks, button))
    return Wish(
        nouns=("to-do list", "todo list", "to do app", "todo app", "task list", "to-do list app", "checklist", "task manager", "list of things to do"),
        needs=("I forget what I have to do.", "I want to tick off my tasks.", "We need to keep track of what is to be done."),
        page=page,
        asks=asks,
        requires=(has("form"), has("input[type=checkbox]"), has("script")),
    )  # fmt: skip


@kind("calculator", 0.45)
def calculator(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Calculator")
    if draw.chance(0.3):
        asks.append(Ask(withs=("plus, minus, times and divide", "the four basic operations", "+, -, * and /"), says=("It can add, subtract, multiply and divide.", "It does the four operations."), requires=(has("button", 14),)))
    if draw.chance(0.3):
        asks.append(Ask(withs=("a clear button", "a C button", "a button to clear it"), says=("It can be cleared.", "There is a button to start again."), requires=(shows("C", "button"),)))
    if draw.chance(0.3):
        asks.append(Ask(withs=("a display", "a big display"), says=("The result is shown on top.", "It has a display."), requires=(has("output, input"),)))
    style = look(draw, asks, None, "graphite", 0.4)
    keys = ["7", "8", "9", "/", "4", "5", "6", "*", "1", "2", "3", "-", "0", ".", "=", "+"]
    names = {"/": "divide", "*": "times", "-": "minus", "+": "plus", "=": "equals", ".": "point"}
    buttons = [tag("button", key, type="button", aria_label=names.get(key)) for key in keys]
    script = """\
const display = document.querySelector("output");
let first = null, sign = "", fresh = true;
const work = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b };
document.querySelector(".keys").addEventListener("click", (event) => {
  const key = event.target.textContent;
  if (event.target.tagName !== "BUTTON") return;
  if (key === "C") { first = null; sign = ""; fresh = true; display.value = "0"; return; }
  if ("0123456789.".includes(key)) {
    display.value = fresh ? key : display.value + key;
    fresh = false;
    return;
  }
  const number = Number(display.value);
  first = sign && !fresh ? work[sign](first, number) : number;
  display.value = String(Number(first.toFixed(10)));
  sign = key === "=" ? "" : key;
  fresh = true;
});"""
    page = document(
        title,
        style.css("center", "panel", "button", extra="output { display: block; margin-bottom: 1rem; padding: 0.75rem 1rem; background: var(--bg); border-radius: var(--radius); font-size: 2rem; text-align: right; }\n.keys { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0.5rem; }\n.keys button { padding: 1rem 0; font-size: 1.2rem; }\n.wide { grid-column: span 4; }"),
        tag("main", tag("div", tag("h1", title), tag("output", "0", aria_label="Result"), tag("div", *buttons, tag("button", "C", type="button", class_="wide", aria_label="C, clear"), class_="keys"), class_="panel")),
        script=script,
    )
    return Wish(
        nouns=("calculator", "calculator", "simple calculator", "pocket calculator", "calculator app", "calculator page", "basic calculator", "working calculator", "web calculator"),
        needs=("I need to add up numbers in the browser.", "People should be able to calculate on the page."),
        page=page,
        asks=asks,
        requires=(has("button", 14), has("script"), has("output, input")),
    )  # fmt: skip


@kind("countdown", 0.5)
def countdown(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Countdown")
    months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
    month, day, year = draw.rng.randint(1, 12), draw.rng.randint(1, 28), draw.rng.randint(2027, 2035)
    told = draw.chance(0.8)
    said = draw.pick((f"{day} {months[month - 1]} {year}", f"{months[month - 1]} {day}, {year}")) if told else "1 January 2030"
    moment = f"{year}-{month:02d}-{day:02d}" if told else "2030-01-01"
    if told:
        k = draw.keep(said)
        asks.append(Ask(tails=(f"to {k}", f"until {k}", f"for {k}"), withs=(f"the target {k}", f"the date {k}"), says=(f"It counts down to {k}.", f"The date is {k}.", f"Target: {k}."), requires=(shows(said),)))
    style = look(draw, asks, None, "night", 0.35)
    page = worked(title, style, actions.awaited(moment, said))
    return Wish(
        nouns=("countdown", "countdown timer", "countdown page", "countdown clock", "page that counts down", "timer page"),
        needs=("I want to see how many days are left.", "People should see how long they have to wait."),
        page=page,
        asks=asks,
        requires=(has("script"), shows("days"), shows("hours")),
    )  # fmt: skip


@kind("counter", 0.2)
def counter(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Counter")
    start = step = 0
    if draw.chance(0.45):
        start = draw.rng.randint(1, 100)
        asks.append(Ask(tails=(f"that starts at {start}", f"starting from {start}"), withs=(f"the start value {start}",), says=(f"It starts at {start}.", f"Start: {start}."), requires=(shows(str(start), "output"),)))
    if draw.chance(0.3):
        step = draw.rng.randint(2, 25)
        asks.append(Ask(tails=(f"in steps of {step}",), withs=(f"a step of {step}", f"steps of {step}"), says=(f"It goes up by {step}.", f"Step: {step}.")))
    step = step or 1
    reset = draw.chance(0.4)
    if reset:
        asks.append(Ask(withs=("a reset button",), says=("It can be reset.", "There is a reset button."), requires=(shows("reset", "button"),)))
    up = button_asked(draw, asks, "+1" if step == 1 else f"+{step}")
    style = look(draw, asks, None, "forest", 0.35)
    page = worked(title, style, tools.counted("", start, step, up, f"-{step}", "Reset" if reset else ""))
    return Wish(nouns=("counter", "click counter", "counter app", "tally counter", "counting button", "plus and minus counter"), needs=("I want to count things with a click.", "I count people at the door."), page=page, asks=asks, requires=(has("button", 2), has("script"), has("output")))


@kind("stopwatch", 0.3)
def stopwatch(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Stopwatch")
    if draw.chance(0.4):
        asks.append(Ask(withs=("start, stop and reset buttons", "buttons to start, stop and reset"), says=("It has start, stop and reset.", "I can start, stop and reset it."), requires=(shows("start", "button"), shows("stop", "button"), shows("reset", "button"))))
    style = look(draw, asks, None, "night", 0.35)
    buttons = [tag("button", text, type="button", id=text.lower()) for text in ("Start", "Stop", "Reset")]
    script = """\
const shown = document.querySelector("output");
let since = 0, kept = 0, timer = 0;
const now = () => kept + (timer ? Date.now() - since : 0);
const show = () => { shown.value = (now() / 1000).toFixed(1); };
document.querySelector("#start").addEventListener("click", () => {
  if (timer) return;
  since = Date.now();
  timer = setInterval(show, 100);
});
document.querySelector("#stop").addEventListener("click", () => {
  kept = now();
  clearInterval(timer);
  timer = 0;
});
document.querySelector("#reset").addEventListener("click", () => {
  kept = 0;
  since = Date.now();
  show();
});"""
    page = tool(title, style, ("button", "row", "big"), tag("h1", title), tag("p", inline(tag("output", "0.0"), " seconds")), tag("div", *buttons, class_="row"), script=script)
    return Wish(nouns=("stopwatch", "stopwatch app", "stopwatch page", "timer with start and stop", "lap timer"), needs=("I want to time my runs.",), page=page, asks=asks, requires=(has("button", 2), has("script")))


@kind("clock", 0.25)
def clock(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "What time is it?")
    dated = draw.chance(0.35)
    if dated:
        asks.append(Ask(withs=("the date", "today's date"), says=("It also shows the date.", "Show the date as well."), requires=(has("#date"),)))
    style = look(draw, asks, None, "aurora", 0.35)
    date = Part(tag("p", "today", id="date"), ("script:date",)) if dated else Part(Html(""), ())
    page = worked(title, style, Part(controls.clock(), ("clock", "script:clock")), date)
    return Wish(nouns=("clock", "digital clock", "live clock", "clock page", "page that shows the time"), needs=("I want to see the time on a screen in our hall.",), page=page, asks=asks, requires=(has("script"),))


@kind("tabs", 0.2)
def tabs(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Tabs")
    names = ["Overview", "Details", "Reviews"]
    if draw.chance(0.7):
        names = list(dict.fromkeys(draw.label() if draw.chance(0.6) else draw.word("links") for _ in range(draw.count(2, 5))))
        words = enumerate_words(draw, names)
        asks.append(Ask(tails=(f"for {words}", f"named {words}"), withs=(f"the tabs {words}", f"{draw.say(len(names))} tabs: {words}", words), says=(f"The tabs are {words}.", f"Tabs: {words}."), requires=tuple(shows(name, "[role=tab]") for name in names)))
    elif draw.chance(0.6):
        number = draw.count(2, 6)
        names = ["Overview", "Details", "Reviews", "Prices", "Help", "Contact"][:number]
        said = draw.say(number)
        asks.append(Ask(withs=(f"{said} tabs",), says=(f"There are {said} tabs.",), requires=(exactly("[role=tab]", number),)))
    style = look(draw, asks, None, "indigo", 0.3)
    page = worked(title, style, actions.tabbed([(name, f"This is the part about {name}.") for name in names]))
    return Wish(nouns=("tabs", "tab component", "tabbed page", "page with tabs", "tab panel", "tabbed content"), page=page, asks=asks, requires=(has("[role=tab]"), has("script")))


@kind("quiz", 0.2)
def quiz(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Quiz")
    question, answers, right = "Which planet is the largest?", ["Mars", "Jupiter", "Venus"], 1
    if draw.chance(0.75):
        question = f"{draw.phrase()}?"
        answers = list(dict.fromkeys(draw.label() for _ in range(draw.count(2, 5))))
        right = draw.rng.randrange(len(answers))
        words = enumerate_words(draw, answers)
        asks.append(Ask(tails=(f"that asks {draw.quote(question)}",), withs=(f"the question {draw.quote(question)}",), says=(f"The question is {draw.quote(question)}", f"It asks {draw.quote(question)}"), requires=(shows(question),)))
        asks.append(Ask(withs=(f"the answers {words}",), says=(f"The answers are {words}.", f"Answers: {words}."), requires=tuple(shows(answer, "button, label") for answer in answers)))
        asks.append(Ask(says=(f"{draw.keep(answers[right])} is right.", f"The right answer is {draw.keep(answers[right])}.", f"Correct: {draw.keep(answers[right])}."), requires=(shows(answers[right], "button[data-right]"),)))
    style = look(draw, asks, None, "plum", 0.3)
    page = worked(title, style, games.quiz(question, answers, answers[right]))
    return Wish(nouns=("quiz", "quiz page", "multiple choice quiz", "trivia question", "small quiz", "quiz with one question"), needs=("I want to test what people know.",), page=page, asks=asks, requires=(has("button", len(answers)), has("script")))


@kind("converter", 0.3)
def converter(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, source, target, formula = draw.pick((
        ("temperature", "Celsius", "Fahrenheit", "x * 9 / 5 + 32"), ("temperature", "Fahrenheit", "Celsius", "(x - 32) * 5 / 9"), ("length", "Kilometres", "Miles", "x * 0.621371"),
        ("length", "Miles", "Kilometres", "x * 1.609344"), ("length", "Inches", "Centimetres", "x * 2.54"), ("weight", "Kilograms", "Pounds", "x * 2.204623"),
        ("weight", "Pounds", "Kilograms", "x * 0.453592"), ("volume", "Litres", "Gallons", "x * 0.264172"), ("time", "Hours", "Minutes", "x * 60"), ("length", "Feet", "Metres", "x * 0.3048"),
    ))  # fmt: skip
    asks.append(Ask(tails=(f"from {source} to {target}", f"that turns {source.lower()} into {target.lower()}"), withs=(f"{source.lower()} in and {target.lower()} out",), says=(f"It converts {source} to {target}.", f"From {source} to {target}."), requires=(shows(source), shows(target))))
    title = titled(draw, asks, f"{source} to {target}")
    style = look(draw, asks, None, "ocean", 0.3)
    script = f"""\
const field = document.querySelector("#value");
const show = () => {{
  const x = Number(field.value);
  document.querySelector("output").value = ({formula}).toFixed(2);
}};
field.addEventListener("input", show);
show();"""
    form = tag("form", tag("label", source, tag("input", type="number", id="value", value=1, step="any")), tag("p", inline(tag("output", "0"), f" {target}")))
    page = tool(title, style, ("form", "big"), tag("h1", title), form, script=script)
    return Wish(nouns=(f"{name} converter", "unit converter", "converter", f"{name} conversion tool", "conversion page"), page=page, asks=asks, requires=(has("input[type=number]"), has("script"), has("output")))


@kind("theme", 0.1)
def theme(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Welcome")
    button = button_asked(draw, asks, "Switch theme")
    style = look(draw, asks, None, "slate", 0.2)
    page = worked(title, style, Part(tag("p", "Read by day, read by night."), ()), tools.darkened(button))
    return Wish(nouns=("page with a dark mode switch", "dark mode toggle", "theme switcher", "page with a light and dark theme button", "dark and light mode button", "theme toggle"), needs=("Visitors should be able to switch between light and dark.",), page=page, asks=asks, requires=(has("button"), has("script")))


@kind("dialog", 0.2)
def dialog(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "One moment")
    button = button_asked(draw, asks, "Open")
    text = "Here is what we wanted to tell you."
    if draw.chance(0.6):
        text = draw.sentence() if draw.chance(0.6) else draw.phrase()
        q = draw.quote(text)
        asks.append(Ask(withs=(f"the message {q}", f"the text {q}"), says=(f"It says {q}", f"The message is {q}", f"Inside stands {q}"), requires=(shows(text, "dialog"),)))
    style = look(draw, asks, None, "rose", 0.3)
    page = worked(title, style, actions.opened(button, text, ["Close"]))
    return Wish(nouns=("modal", "popup", "dialog", "modal dialog", "pop-up window", "popup message", "page with a popup", "modal window"), page=page, asks=asks, requires=(has("dialog, [role=dialog]"), has("button"), has("script")))
