"""Games and generators that work by script: tic-tac-toe, dice, a number to guess, slides, sums, passwords, a timer, a drawing board."""

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks import actions, games, tools
from htmlbuilder.corpus.blocks.texts import bits, line
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.apps import titled, tool
from htmlbuilder.corpus.kinds.elements import simple
from htmlbuilder.corpus.kinds.forms import button_asked
from htmlbuilder.corpus.kinds.shared import listed, numbered, wanted, worked
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows


@kind("tictactoe", 0.3)
def tic_tac_toe(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Tic-tac-toe")
    button = button_asked(draw, asks, "New game")
    wanted(draw, asks, 0.3, ("a line that says whose turn it is", "a status line"), ("It says whose turn it is.", "Show who is next."), has("[role=status]"))
    style = look(draw, asks, None, "plum", 0.35)
    script = """\
const cells = [...document.querySelectorAll(".cells button")];
const said = document.querySelector("#said");
const lines = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];
let turn = "X", over = false;
const start = () => {
  for (const cell of cells) cell.textContent = "·";
  turn = "X";
  over = false;
  said.textContent = "X begins.";
};
for (const cell of cells) cell.addEventListener("click", () => {
  if (over || cell.textContent !== "·") return;
  cell.textContent = turn;
  over = lines.some((line) => line.every((at) => cells[at].textContent === turn));
  if (over) { said.textContent = turn + " wins!"; return; }
  turn = turn === "X" ? "O" : "X";
  said.textContent = cells.every((each) => each.textContent !== "·") ? "A draw." : turn + " is next.";
});
document.querySelector("#new").addEventListener("click", start);"""
    cells = [tag("button", "·", type="button") for _ in range(9)]
    page = tool(
        title, style, ("button",), tag("h1", title), tag("div", *cells, class_="cells"), tag("p", "X begins.", id="said", role="status"), tag("button", button, type="button", id="new"),
        extra=".cells { display: grid; grid-template-columns: repeat(3, 1fr); margin-bottom: 1rem; gap: 0.5rem; }\n.cells button { height: 5rem; padding: 0; font-size: 2rem; }", script=script,
    )  # fmt: skip
    return Wish(nouns=("tic-tac-toe game", "tic tac toe", "noughts and crosses", "tic-tac-toe", "tic tac toe game", "game of noughts and crosses", "X and O game"), needs=("My children want to play noughts and crosses.",), page=page, asks=asks, requires=(has("button", 9), has("script")))


@kind("dice", 0.2)
def dice(draw: Draw) -> Wish:
    """Something that is drawn at random: a number, a side of a coin, or one of the given things."""
    asks: list[Ask] = []
    form = draw.pick(("die", "coin", "draw"))
    if form == "die":
        title, most = titled(draw, asks, "Roll the die"), 6
        if draw.chance(0.5):
            most = draw.pick((4, 8, 10, 12, 20, 100))
            asks.append(Ask(tails=(f"with {most} sides",), withs=(f"{most} sides",), says=(f"It has {most} sides.", f"Numbers from 1 to {most}.", f"d{most}"), requires=(has(f'output[data-high="{most}"]'),)))
        part = games.lot(button_asked(draw, asks, "Roll"), 1, most)
        nouns: tuple[str, ...] = ("dice roller", "die roller", "dice", "virtual dice", "dice app", "page to roll a die", "random number generator")
    elif form == "coin":
        title = titled(draw, asks, "Flip a coin")
        part = games.coin(button_asked(draw, asks, "Flip"), ("Heads", "Tails"))
        nouns = ("coin flip", "coin toss", "coin flipper", "heads or tails page", "coin toss app")
    else:
        title, sides = titled(draw, asks, "Who is it?"), ["Ana", "Ben", "Chloe"]
        if draw.chance(0.85):
            sides = [text.replace('"', "") for text in bits(draw, 2, 8)]
            listed(draw, asks, draw.pick(("names", "choices", "options", "things")), sides, "li")
        part = actions.picked(button_asked(draw, asks, "Pick one"), sides)
        nouns = ("random picker", "name picker", "random name picker", "decision maker", "raffle page", "wheel of names", "random choice page")
    style = look(draw, asks, None, "ember", 0.35)
    return Wish(nouns=nouns, needs=("We cannot decide and leave it to chance.",), page=worked(title, style, part), asks=asks, requires=(has("button"), has("script"), has("output")))


@kind("guess", 0.25)
def guess(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Guess the number")
    most = 100
    if draw.chance(0.6):
        most = draw.rng.randint(1, 100) * 10
        asks.append(Ask(tails=(f"from 1 to {most}", f"between 1 and {most}"), withs=(f"numbers up to {most}",), says=(f"The number is between 1 and {most}.", f"From 1 to {most}.", f"Highest number: {most}."), requires=(has(f'input[max="{most}"]'),)))
    button = button_asked(draw, asks, "Guess")
    style = look(draw, asks, None, "aurora", 0.35)
    script = f"""\
const secret = 1 + Math.floor(Math.random() * {most});
let tries = 0;
document.querySelector("form").addEventListener("submit", (event) => {{
  event.preventDefault();
  const number = Number(document.querySelector("#number").value);
  const said = document.querySelector("#said");
  tries += 1;
  said.textContent = number < secret ? "Higher!" : number > secret ? "Lower!" : "Yes! Tries: " + tries;
}});"""
    form = tag("form", tag("label", f"Your guess (1 to {most})", tag("input", type="number", id="number", min=1, max=most, required=True)), tag("button", button, type="submit"))
    page = tool(title, style, ("form", "button"), tag("h1", title), form, tag("p", "I am thinking of a number.", id="said", role="status"), script=script)
    return Wish(nouns=("number guessing game", "guess the number game", "guessing game", "game where you guess a number", "higher or lower game"), needs=("I want a small game with numbers.",), page=page, asks=asks, requires=(has("input[type=number]"), has("script"), has("button")))


@kind("slides", 0.25)
def slides(draw: Draw) -> Wish:
    """A carousel: one picture or text at a time."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Slides")
    texts = ["Morning light", "The river house", "Small machines"]
    form = draw.rng.random()
    if form < 0.65:
        texts = list(dict.fromkeys(draw.phrase() if draw.chance(0.5) else line(draw) for _ in range(draw.count(2, 6))))
        listed(draw, asks, draw.pick(("slides", "captions", "pictures", "slides")), texts, "figure, li, [role=img]")
    elif form < 0.9:
        number = draw.count(2, 10)
        texts = [f"Slide {at}" for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("slides", "pictures", "images")), number, "figure")
    wanted(draw, asks, 0.4, ("previous and next buttons", "buttons to go back and forth", "arrows to the left and right"), ("There are buttons for previous and next.", "I can go back and forth."), has("button", 2))
    seconds = 0
    if draw.chance(0.3):
        seconds = draw.rng.randint(2, 12)
        asks.append(Ask(withs=(f"a change every {seconds} seconds",), says=(f"It moves on every {seconds} seconds.", f"Change the slide after {seconds} seconds.", f"Autoplay: {seconds} s."), requires=(has(f'#slides[data-seconds="{seconds}"]'),)))
    style = look(draw, asks, None, "graphite", 0.35)
    page = worked(title, style, tools.shown_by_turns(texts, True, seconds, ("Previous", "Next")))
    return Wish(nouns=("carousel", "image carousel", "slideshow", "slider", "image slider", "photo slideshow", "picture carousel", "page with slides", "slide show"), needs=("I want to show one picture after the other.", "Visitors should flip through my pictures."), page=page, asks=asks, requires=(has("figure, li, [role=img]", len(texts)), has("button", 2), has("script")))


@kind("sums", 0.3)
def sums(draw: Draw) -> Wish:
    """A calculator for one purpose: a few numbers in, one out."""
    asks: list[Ask] = []
    heading, nouns, fields, formula, result = draw.pick((
        ("Tip calculator", ("tip calculator", "tip calculator page", "calculator for tips"), (("Bill", 50), ("Tip in percent", 10)), "a + a * b / 100", "To pay"),
        ("BMI calculator", ("BMI calculator", "body mass index calculator", "BMI page"), (("Weight in kg", 70), ("Height in cm", 175)), "a / (b / 100) ** 2", "BMI"),
        ("Split the bill", ("bill splitter", "page to split a bill", "split-the-bill calculator"), (("Bill", 90), ("People", 3)), "a / b", "Each pays"),
        ("Discount calculator", ("discount calculator", "sale price calculator", "percent-off calculator"), (("Price", 80), ("Discount in percent", 25)), "a - a * b / 100", "New price"),
        ("Percentage calculator", ("percentage calculator", "percent calculator"), (("Part", 20), ("Whole", 80)), "100 * a / b", "Percent"),
        ("Travel time", ("travel time calculator", "trip calculator", "driving time calculator"), (("Distance in km", 300), ("Speed in km/h", 100)), "a / b", "Hours"),
        ("Savings", ("savings calculator", "savings page", "calculator for savings"), (("A month", 50), ("Years", 10)), "a * 12 * b", "Saved"),
        ("Loan calculator", ("loan calculator", "interest calculator", "loan page"), (("Loan", 1000), ("Interest in percent", 5)), "a * b / 100", "Interest a year"),
        ("Fuel costs", ("fuel cost calculator", "petrol calculator", "gas cost calculator"), (("Litres", 40), ("Price a litre", 2)), "a * b", "Costs"),
        ("Area", ("area calculator", "room size calculator", "square metre calculator"), (("Length in m", 5), ("Width in m", 4)), "a * b", "Square metres"),
    ))  # fmt: skip
    title = titled(draw, asks, heading)
    starts = [start for _, start in fields]
    if draw.chance(0.35):
        starts = [draw.rng.randint(1, 400) for _ in fields]
        (one, _), (other, _) = fields
        asks.append(Ask(withs=(f"the start values {starts[0]} and {starts[1]}",), says=(f"It starts with {starts[0]} and {starts[1]}.", f"{one}: {starts[0]}, {other.lower()}: {starts[1]}.", f"Start values: {starts[0]}, {starts[1]}."), requires=tuple(has(f'input[value="{start}"]') for start in starts)))
    wanted(draw, asks, 0.2, ("a result that changes while I type",), ("It works while I type.", "No button: the result changes at once."))
    style = look(draw, asks, None, "mint", 0.35)
    inputs = [tag("label", label, tag("input", type="number", value=start, step="any")) for (label, _), start in zip(fields, starts, strict=True)]
    script = f"""\
const fields = document.querySelectorAll("#estimate input");
const show = () => {{
  const [a, b] = [...fields].map((field) => Number(field.value));
  document.querySelector("#result").value = ({formula}).toFixed(2);
}};
document.querySelector("#estimate").addEventListener("input", show);
show();"""
    part = tools.reckoned(inputs, f"{result}:", "")
    page = simple(title, style, ("stack", "form"), tag("h1", title), part.html, script=script)
    return Wish(nouns=nouns, needs=("I never get this sum right in my head.",), page=page, asks=asks, requires=(has("input[type=number]", 2), has("script"), has("output")))


@kind("password", 0.3)
def password(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Password generator")
    length = 16
    if draw.chance(0.6):
        length = draw.rng.randint(6, 40)
        asks.append(Ask(tails=(f"for {length} characters",), withs=(f"{length} characters", f"a length of {length}"), says=(f"Passwords have {length} characters.", f"Length: {length}.", f"{length} characters long."), requires=(has(f'input[value="{length}"]'),)))
    button = button_asked(draw, asks, "Generate")
    wanted(draw, asks, 0.3, ("a field for the length", "a length to choose"), ("The length can be chosen.", "I can set how long it is."), has("input[type=number], input[type=range]"))
    style = look(draw, asks, None, "night", 0.35)
    script = """\
const letters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!%?-";
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const bytes = crypto.getRandomValues(new Uint32Array(Number(document.querySelector("#length").value)));
  document.querySelector("output").value = [...bytes].map((byte) => letters[byte % letters.length]).join("");
});"""
    form = tag("form", tag("label", "Length", tag("input", type="number", id="length", value=length, min=4, max=64)), tag("button", button, type="submit"))
    page = tool(title, style, ("form", "button"), tag("h1", title), form, tag("p", tag("output", "Your password will stand here.")), script=script)
    return Wish(nouns=("password generator", "random password generator", "password maker", "secure password page", "password creator", "strong password generator"), needs=("People use bad passwords, and should get good ones.",), page=page, asks=asks, requires=(has("button"), has("script"), has("output, input")))


@kind("timer", 0.2)
def timer(draw: Draw) -> Wish:
    asks: list[Ask] = []
    egg = draw.chance(0.3)
    title = titled(draw, asks, "Egg timer" if egg else "Focus timer")
    minutes = 5 if egg else 25
    if draw.chance(0.65):
        minutes = draw.rng.randint(1, 90)
        asks.append(Ask(tails=(f"of {minutes} minutes", f"for {minutes} minutes"), withs=(f"{minutes} minutes", f"a length of {minutes} minutes"), says=(f"It runs for {minutes} minutes.", f"{minutes} minutes.", f"Time: {minutes} min."), requires=(shows(f"{minutes}:00"),)))
    wanted(draw, asks, 0.35, ("start and reset buttons", "buttons to start and reset"), ("It has start and reset.", "I can start and reset it."), shows("start", "button"), shows("reset", "button"))
    style = look(draw, asks, None, "sunset", 0.35)
    page = worked(title, style, tools.timed(60 * minutes, "Start", "Time is up!", "Reset"))
    nouns = ("egg timer", "kitchen timer", "egg timer page") if egg else ("pomodoro timer", "focus timer", "countdown of minutes", "minute timer", "study timer", "work timer", "meeting timer")
    return Wish(nouns=nouns, needs=("I want to work without looking at the clock.",) if not egg else ("My eggs are always too hard.",), page=page, asks=asks, requires=(has("button", 2), has("script"), has("output")))


@kind("sketch", 0.25)
def sketch(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Draw something")
    width, height = 600, 360
    if draw.chance(0.4):
        width, height = draw.rng.randint(20, 80) * 10, draw.rng.randint(10, 60) * 10
        asks.append(Ask(tails=(f"of {width} by {height} pixels",), withs=(f"a size of {width}x{height}", f"{width} by {height} pixels"), says=(f"It is {width} by {height} pixels.", f"Size: {width}x{height}."), requires=(has(f'canvas[width="{width}"][height="{height}"]'),)))
    button = button_asked(draw, asks, "Clear")
    wanted(draw, asks, 0.35, ("a choice of colour", "a colour picker for the pen"), ("The colour of the pen can be chosen.", "I can change the pen's color."), has("input[type=color]"))
    style = look(draw, asks, None, "sand", 0.3)
    script = """\
const board = document.querySelector("canvas");
const pen = board.getContext("2d");
pen.lineWidth = 4;
pen.lineCap = "round";
board.addEventListener("pointermove", (event) => {
  if (!event.buttons) return;
  const scale = board.width / board.clientWidth;
  pen.strokeStyle = document.querySelector("#color").value;
  pen.beginPath();
  pen.moveTo((event.offsetX - event.movementX) * scale, (event.offsetY - event.movementY) * scale);
  pen.lineTo(event.offsetX * scale, event.offsetY * scale);
  pen.stroke();
});
document.querySelector("#clear").addEventListener("click", () => pen.clearRect(0, 0, board.width, board.height));"""
    tools = tag("div", tag("label", "Colour", tag("input", type="color", id="color", value="#c62828")), tag("button", button, type="button", id="clear"), class_="row")
    page = simple(title, style, ("stack", "button", "row"), tag("h1", title), tag("canvas", "A board to draw on", width=width, height=height, role="img", aria_label="Drawing board"), tools, extra="canvas { max-width: 100%; border: var(--edge) solid var(--line); background: #ffffff; touch-action: none; }", script=script)
    return Wish(nouns=("drawing board", "drawing app", "paint app", "sketch pad", "whiteboard", "canvas to draw on", "drawing page", "doodle pad"), needs=("My children want to draw on the tablet.",), page=page, asks=asks, requires=(has("canvas"), has("script")))
