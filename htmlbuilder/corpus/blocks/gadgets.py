"""The blocks that do something, and what people call a page around each."""

from collections.abc import Callable

from htmlbuilder.corpus.blocks import controls, entry, games, motion, tasks, tools
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask

# (block, share, heading where the prompt gives none, names of such a page)
GADGETS: tuple[tuple[Callable[[Draw, list[Ask]], Part], float, str, tuple[str, ...]], ...] = (
    (games.knocks, 1.2, "Knock, knock", ("clicking game", "page with a surprise", "click game", "little joke page", "door to knock on", "secret page")),
    (games.swaps, 1.2, "Turn them over", ("flashcards", "flip cards", "toggle button", "set of flashcards", "study cards page", "click-to-turn cards")),
    (games.unveil, 1, "Step by step", ("step-by-step page", "story that unfolds", "reveal page", "page that tells a bit at a time", "guide in clicks")),
    (games.panel, 1.8, "Press a button", ("button panel", "lift panel", "keypad", "control panel", "remote control", "panel with buttons", "elevator panel", "animal sounds page", "mood picker")),
    (games.tones, 0.5, "Play", ("piano", "toy piano", "sound board", "instrument page", "music keys", "xylophone")),
    (games.stars, 1.2, "How was it?", ("star rating", "rating page", "feedback page", "rating widget", "review stars", "rate-us page", "emoji rating")),
    (games.trivia, 3, "Quiz", ("quiz", "quiz page", "trivia quiz", "one-question quiz", "little quiz", "pub quiz", "mini quiz", "quiz for kids")),
    (games.contest, 1, "Quiz", ("quiz", "quiz with several questions", "trivia quiz", "quiz game", "test", "knowledge test", "quiz night page", "class quiz")),
    (games.poll, 1.2, "Vote", ("poll", "poll page", "quick poll", "vote", "office poll", "voting page", "straw poll", "survey with bars")),
    (games.bingo, 1, "Bingo", ("bingo", "bingo card", "bingo board", "bingo game", "meeting bingo", "bingo sheet", "buzzword bingo")),
    (games.stamps, 0.8, "Mark them", ("tick-off board", "loyalty card", "sticker board", "click-to-mark page", "stamp card", "reward chart")),
    (games.mixer, 1.2, "Generator", ("random generator", "generator", "name generator", "idea generator", "story generator", "random idea page", "excuse generator", "tavern generator", "prompt generator")),
    (games.tosses, 1, "Toss", ("coin toss", "coin flip", "coin flipper", "dice page", "decision coin", "spinner", "decider", "coin flip page")),
    (games.memory, 0.8, "Find the pairs", ("memory game", "pairs game", "matching game", "memory", "card matching game", "find-the-pairs game")),
    (games.shy, 0.6, "Catch it", ("joke page", "prank page", "button that runs away", "uncatchable button", "silly page", "impossible button")),
    (games.balloon, 0.6, "Click it", ("balloon game", "clicker", "pop game", "popping game", "toddler game", "click toy")),
    (games.filling, 0.6, "Fill it up", ("fundraising bar", "progress game", "donation meter", "power bar", "charging bar", "goal tracker")),
    (games.riddle, 0.8, "A riddle", ("riddle", "riddle page", "password gate", "escape room page", "secret word page", "treasure hunt page", "puzzle page")),
    (games.lots, 0.5, "A number", ("random number page", "raffle", "lottery page", "number picker", "ticket draw", "raffle machine")),
    (tools.steppers, 1.2, "Your order", ("order page", "order calculator", "shopping cart", "till", "cash register", "market stall page", "basket page", "price calculator")),
    (tools.estimate, 1.4, "Calculator", ("calculator", "cost calculator", "price calculator", "estimate page", "quote calculator", "small calculator", "budget calculator")),
    (tools.either, 1, "Prices", ("price toggle", "pricing page with a toggle", "price list with a switch", "unit switch", "pricing page", "currency toggle page")),
    (tools.streak, 1, "Habit", ("habit tracker", "streak tracker", "habit grid", "30-day challenge", "challenge tracker", "chain tracker", "practice log")),
    (tools.slides, 1, "One by one", ("carousel", "quote carousel", "slideshow", "rotating quotes", "testimonial slider", "auto slider", "rotating banner")),
    (tools.wipe, 0.7, "Before and after", ("before/after slider", "before and after page", "image comparison", "comparison slider", "before-after page", "picture comparison")),
    (entry.gate, 0.8, "Checklist", ("checklist", "packing checklist", "safety checklist", "pre-flight checklist", "checklist page", "closing-time checklist")),
    (tools.pin, 0.8, "Enter the PIN", ("PIN pad", "PIN login", "lock screen", "keypad login", "PIN screen", "safe", "code lock")),
    (entry.finder, 1.2, "Find it", ("searchable list", "list with a search box", "directory", "live search", "filterable list", "lookup page", "search page")),
    (tools.dark, 0.5, "Welcome", ("page with a dark mode switch", "page with a dark mode", "dark mode toggle", "light/dark page", "page with a night mode")),
    (tools.timer, 0.9, "Timer", ("timer", "kitchen timer", "tea timer", "countdown timer", "speech timer", "classroom timer", "workout timer", "turn timer")),
    (entry.stages, 0.9, "Step by step", ("form in steps", "multi-step form", "wizard", "step form", "sign-up wizard", "form with several steps")),
    (tools.tally, 0.8, "Counter", ("counter", "tally", "people counter", "score counter", "tally counter", "plus minus counter", "head count page")),
    (tools.paints, 0.6, "Colours", ("colour changer", "color picker page", "mood light", "background changer", "colour game", "page that changes colour")),
    (tools.greeting, 0.7, "Hello", ("greeting page", "greeting generator", "name page", "hello page", "page that greets", "badge maker")),
    (tools.adder, 0.8, "List", ("shopping list", "wish list", "list I can add to", "guest list", "bring-along list", "shared list")),
    (controls.clocks, 1.2, "What time is it?", ("world clock", "clocks of several cities", "time zone page", "world time page", "clock wall", "clock page")),
    (controls.runs, 1, "Ready?", ("start/stop page", "stopwatch", "go and stop page", "start and stop buttons", "little machine", "spinner with start and stop")),
    (controls.another, 1.5, "Another one", ("random generator", "fortune teller", "name generator", "excuse generator", "quote generator", "compliment machine", "page that tells something new at each click")),
    (controls.copied, 0.8, "Copy it", ("page with a copy button", "copy button", "copy-to-clipboard page", "snippet page", "coupon code page", "wifi password page")),
    (controls.to_top, 0.5, "Welcome", ("page with a back-to-top button", "long page", "page that scrolls", "back to top button")),
    (tasks.todo, 2, "To-do list", ("to-do list", "todo list", "to do list", "todo app", "task list", "chore list", "checklist", "list of tasks", "packing list")),
    (tasks.rooms, 1.2, "To do", ("chore list", "cleaning list", "to-do list by room", "chores page", "house checklist", "to-do list", "packing list")),
    (motion.moving, 1, "Look", ("animated page", "animation", "CSS animation", "wiggly page", "page that moves", "fun page")),
    (motion.hovered, 1, "Welcome", ("page with hover effects", "hover effect", "hover demo", "CSS hover page", "page with a hover effect")),
    (motion.radio_tabs, 0.8, "Tabs", ("CSS tabs", "tabs", "page with tabs", "tabs without JavaScript", "pure CSS tabs", "tabbed page")),
    (motion.rate, 0.6, "How was it?", ("CSS star rating", "star rating without JavaScript", "rating page", "star rating", "pure CSS rating")),
    (motion.overlap, 0.8, "Team", ("avatar group", "row of avatars", "team row", "avatar stack", "overlapping avatars", "face pile")),
    (motion.tips, 0.6, "Good to know", ("tooltip", "page with a tooltip", "CSS tooltip", "hover note", "glossary line")),
    (motion.ticked, 0.6, "Show more", ("CSS-only toggle", "spoiler", "show/hide page", "CSS toggle", "spoiler page")),
    (motion.ticker, 0.6, "News", ("news ticker", "ticker", "scrolling text", "running text", "marquee", "announcement line")),
    (motion.turning, 0.7, "Turn over", ("flip card", "hover cards", "CSS flip cards", "cards that turn", "flipping cards")),
    (motion.strip, 0.6, "Swipe", ("CSS carousel", "swipe row", "scrolling row", "carousel without JavaScript", "swipeable cards", "snap slider")),
)  # fmt: skip
