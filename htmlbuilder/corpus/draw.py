"""Random choices and open vocabulary: everything a sample draws, from one seeded generator.

Copying is learned slot by slot, so every slot mixes real words, rare words and invented ones, in several scripts and
lengths, and no bank is ever whole: a model that can know all texts of a slot recognizes them instead of copying.

What training never draws is decided here, by a hash of the thing itself, and a split draws it:

- "heldout": prompts, as wholes (`sample` decides it);
- "unseen": one line in twelve of every bank, one word in twelve, one invented name in twelve, and no other;
- "wordings": one prompt frame in twelve (`voice`);
- "combinations": one pair in sixteen of the pieces that pages are put together from;
- "topics": one topic in ten;
- "counts": one pair in eight of a kind of page and a number from five on.

A `Draw` notes in `held` what it drew of these, and `sample` accepts a draw that holds what its split is named for and
nothing else.
"""

import random
import re
import tomllib
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Literal, TypeVar, get_args

from pydantic import TypeAdapter

Split = Literal["train", "heldout", "unseen", "wordings", "combinations", "topics", "counts"]
SPLITS: tuple[Split, ...] = get_args(Split)
# Splits that are named for something which a draw may or may not hold.
NAMED: frozenset[Split] = frozenset(("wordings", "combinations", "topics", "counts"))
T = TypeVar("T")
HERE = Path(__file__).parent
WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# Banks of texts that pages copy: nearly half of the draws keep only the pattern of a line.
REWORDED = frozenset(
    "bits lines sentences headings buttons links foods products skills subjects job_titles towns streets surnames first_names plan_names".split()
)
EMOJI = "🐸 🚂 🌮 🎉 🔥 ☕ 🌱 🐝 ⭐ 🍋 🎸 🦔 🏔️ 💡 ❤️ 🚲 🍞 🌊 🎂 🧦".split()

# Marks around text that must reach the page letter by letter: no typo and no other wording may touch it.
OPEN, CLOSE = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a page can be about: a kind of business, person, event or project, with content of its own."""

    key: str
    kinds: tuple[str, ...]
    suffixes: tuple[str, ...]
    palette: str
    taglines: tuple[str, ...]
    about: tuple[str, ...]
    items: tuple[tuple[str, str, str], ...]
    features: tuple[tuple[str, str], ...]
    reviews: tuple[tuple[str, str], ...]
    faq: tuple[tuple[str, str], ...]
    stats: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]
    actions: tuple[str, ...]
    posts: tuple[tuple[str, str], ...]
    sections: tuple[str, ...]
    field: str  # the file it stands in

    @property
    def title(self) -> str:
        """What a page without a name of its own calls the business: its kind."""
        return self.kinds[0][0].upper() + self.kinds[0][1:]


@cache
def topics() -> tuple[Topic, ...]:
    """All topics; the first is the one for pages about nothing in particular."""
    found, adapter = [], TypeAdapter(Topic)
    for path in sorted((HERE / "topics").glob("*.toml")):
        for key, fields in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.append(adapter.validate_python({"key": key, "field": path.stem, **fields}))
    return tuple(sorted(found, key=lambda topic: topic.key != "general"))


@cache
def choice_of_topics(held: bool = False) -> tuple[Topic, ...]:
    """The topics that training draws, or those it does not; the one for pages about nothing in particular is neither."""
    return tuple(topic for topic in topics()[1:] if held_out(topic.key, 10) == held)


@cache
def bank(name: str, split: Split = "train") -> tuple[str, ...]:
    """The lines of `banks/<name>.txt` that `split` may use."""
    lines = (HERE / "banks" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and held_out(line) == (split == "unseen"))


@cache
def records(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a bank of records, split at `|`. Records are structure, not vocabulary: every split uses them all."""
    lines = (HERE / "banks" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines if line)


@cache
def vocabulary(split: Split = "train") -> tuple[str, ...]:
    """Every word of every bank that `split` may use, in small letters."""
    lines = "\n".join(path.read_text(encoding="utf-8") for path in sorted((HERE / "banks").glob("*.txt")))
    words = sorted(set(re.findall(r"[^\W\d_]{3,}", lines.lower())))
    return tuple(word for word in words if held_out(word) == (split == "unseen"))


def articled(text: str) -> str:
    """The text with "an" before vowels and "a" before consonants, as far as small letters show which it is."""
    text = re.sub(r"(?:(?<=\ba)|(?<=^A)) (?=[aeio](?!ne\b|nce\b|u)[a-z])", "n ", text)
    return re.sub(r"(?<=\ba)n (?=[bcdfgjklmnpqrstvwxz][a-z]{2})(?!svg|faq|rsvp|mp3|mp4|nhs|sms|css|xml|md5)", " ", text)


def held_out(word: str, one_in: int = 12) -> bool:
    return zlib.crc32(word.casefold().encode()) % one_in == 0


def apart(first: str, second: str) -> bool:
    """Whether training keeps these two pieces off one page."""
    return first != second and held_out(" and ".join(sorted((first, second))), 16)


def uncounted(kind: str, number: int) -> bool:
    """Whether training never draws that number of anything for that kind of page."""
    return bool(kind) and number > 4 and held_out(f"{number} on {kind}", 8)


class Draw:
    """The choices of one sample. Everything comes from one generator, so a sample is a function of its seed."""

    def __init__(self, seed: str, split: Split = "train", kind: str = "") -> None:
        self.rng = random.Random(seed)
        self.split: Split = split
        self.kind = kind
        self.held: set[Split] = set()  # what it drew that training never draws
        self.pieces: list[str] = []  # what the page is put together from
        self.frames: list[str] = []  # the wordings of the prompt
        self.numbers: list[int] = []
        self.topics: list[str] = []
        self.manners: set[str] = set()  # of the person who asks
        self.quotes = self.pick(("“”", '""', '""', '""', "''", "''", "‘’", "  "))

    # Choices

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def pick(self, options: Sequence[T]) -> T:
        return options[int(self.rng.random() * len(options))]

    def some(self, options: Sequence[T], low: int, high: int) -> list[T]:
        """`low` to `high` of the options, all different, in random order."""
        return self.rng.sample(list(options), min(len(options), self.rng.randint(low, high)))

    def count(self, low: int, high: int) -> int:
        """A number from `low` to `high`, small ones more often."""
        numbers = range(low, high + 1)
        odd = [number for number in numbers if uncounted(self.kind, number)]
        if odd and self.split == "counts" and self.chance(0.7):
            return self._counted(self.pick(odd))
        usual = [number for number in numbers if number not in odd] or numbers if odd else numbers
        return self._counted(min(self.pick(usual), self.pick(usual)) if self.chance(0.5) else self.pick(usual))

    def _counted(self, number: int) -> int:
        self.numbers.append(number)
        if uncounted(self.kind, number):
            self.held.add("counts")
        return number

    def noted(self) -> tuple[set[Split], list[str], list[int], list[str]]:
        """What was noted so far, for `forget` to go back to."""
        return set(self.held), list(self.pieces), list(self.numbers), list(self.topics)

    def forget(self, noted: tuple[set[Split], list[str], list[int], list[str]]) -> None:
        """Goes back to what was noted then: whatever was drawn since does not come on the page."""
        self.held, self.pieces, self.numbers, self.topics = noted

    def together(self, choose: Callable[[], T], pieces: Callable[[T], Iterable[str]]) -> T:
        """A choice whose `pieces` training may put on one page with each other and with those that are there.

        In the split "combinations" it is one that training may not make. Every choice of what a page is put together
        from goes through here.
        """
        for _ in range(60):
            chosen = choose()
            names = list(dict.fromkeys((*self.pieces, *pieces(chosen))))
            parted = any(apart(first, second) for first, second in combinations(names, 2))
            if parted == (self.split == "combinations"):
                break
        self.pieces = names
        if parted:
            self.held.add("combinations")
        return chosen

    # How the prompt spells things

    def say(self, number: int) -> str:
        """A number as a digit or as a word."""
        self._counted(number)
        return WORDS[number] if number < len(WORDS) and self.chance(0.5) else str(number)

    def keep(self, text: str) -> str:
        """Text that the page copies, marked as such."""
        return f"{OPEN}{text}{CLOSE}"

    def quote(self, text: str) -> str:
        """The same, in this sample's kind of quotes (sometimes none)."""
        kept = self.keep(text)
        return kept if self.quotes == "  " else f"{self.quotes[0]}{kept}{self.quotes[1]}"

    # Open vocabulary

    def word(self, name: str) -> str:
        """A line of the bank `name` or, of banks whose texts pages copy, often its pattern in other words."""
        text = self.pick(bank(name, self.split))
        return self.reworded(text) if name in REWORDED and self.chance(0.45) else text

    def reworded(self, text: str) -> str:
        """The pattern of `text` with other words in it, some of which do not exist."""

        def other(match: re.Match[str]) -> str:
            old = match[0]
            if " " in text and self.chance(0.35):
                return old
            new = self.invented().lower() if self.chance(0.2) else self.pick(vocabulary(self.split))
            return new.upper() if old.isupper() else new.capitalize() if old[0].isupper() else new

        return articled(re.sub(r"[^\W\d_]{4,}", other, text))

    def code(self) -> str:
        """A text that is no word: a part number, a version, a handle."""
        letters = "".join(self.pick("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(self.rng.randint(1, 4)))
        number, word = self.rng.randint(1, 9999), self.pick(vocabulary(self.split))
        return self.pick((
            f"{letters}-{number}", f"{letters}{number}", f"v{number % 10}.{number % 7}.{number % 13}", f"{word}_{self.pick(vocabulary(self.split))}", f"@{word}", f"#{word}", f"{number}{letters[0]}",
            f"{word}{number % 100}", f"{number % 300} {word}", f"{word} no. {number % 90}", f"{letters}/{number % 100}", f"{word}-{self.pick(vocabulary(self.split))}",
        ))  # fmt: skip

    def invented(self) -> str:
        """A word that does not exist, such as `Velora`."""
        while True:
            word = "".join(self.pick(bank("syllables", "train")) for _ in range(self.rng.choice((2, 2, 2, 3, 3, 4)))).capitalize()
            if held_out(word) == (self.split == "unseen"):
                return word

    def name_word(self) -> str:
        return self.invented() if self.chance(0.4) else self.word("name_words")

    def brand(self, topic: Topic | None = None) -> str:
        """The name of a business, product, event or project."""
        form = self.rng.random()
        if form < 0.22:
            name = self.name_word()
        elif form < 0.44:
            name = f"{self.name_word()} {self.name_word()}"
        elif form < 0.54:
            name = f"{self.name_word()} & {self.name_word()}"
        elif form < 0.64:
            return f"{self.word('first_names')}'s {self.pick(topic.suffixes) if topic else self.name_word()}"
        elif form < 0.72:
            name = f"The {self.name_word()} {self.word('nouns').capitalize()}"
        elif form < 0.80:
            name = f"{self.word('surnames')} {self.pick(('& Sons', '& Co.', '& Partners', 'Bros.', 'Studio', 'Group', 'and Daughters'))}"
        elif form < 0.88:
            name = f"{self.word('adjectives').capitalize()} {self.word('nouns').capitalize()}"
        elif form < 0.94:
            name = f"{self.invented()}{self.pick(('ly', 'io', '.io', 'Hub', 'Lab', 'Works', ' 24', 'Box', '360', ' X'))}"
        else:
            name = self.word("towns") + " " + self.name_word()
        if topic and self.chance(0.35) and len(name.split()) < 3:
            name += " " + self.pick(topic.suffixes)
        return name

    def person(self) -> str:
        surname = self.invented() if self.chance(0.2) else self.word("surnames")
        first = self.invented() if self.chance(0.1) else self.word("first_names")
        return f"{first} {surname}-{self.word('surnames')}" if self.chance(0.06) else f"{first} {surname}"

    def phrase(self) -> str:
        """A short heading or title: one of the bank, or one nobody wrote before, in title or sentence case."""
        if self.chance(0.35):
            text = self.word("lines").rstrip(".")
            if not any(mark in text for mark in ",;:."):
                return text
        adjective, noun, other = self.word("adjectives"), self.word("nouns"), self.word("nouns")
        verb, abstract, place, name = self.word("verbs"), self.word("abstract"), self.word("towns"), self.name_word()
        text = self.pick((
            f"the {adjective} {noun}", f"{adjective} {noun}s", f"{verb} your {noun}", f"{verb} the {adjective} {noun}", f"a {noun} for every {other}",
            f"{noun} and {other}", f"{abstract} in {place}", f"the {abstract} of {noun}s", f"welcome to {name}", f"why {noun}s {verb}", f"{verb}, {self.word('verbs')}, {self.word('verbs')}",
            f"how to {verb} a {noun}", f"our {adjective} {other}", f"{name} {noun}", f"from {noun} to {other}", f"{abstract} first", f"no {noun}, no {other}", f"{self.rng.randint(2, 99)} {noun}s",
            f"more than a {noun}", f"{name}: {adjective} {noun}s", f"meet the {noun}", f"{place} {noun} {self.rng.randint(2019, 2031)}", f"{adjective} {abstract}", f"{name} {self.name_word()}",
        ))  # fmt: skip
        text = articled(text)
        return text.title().replace("'S", "'s") if self.chance(0.4) else text[0].upper() + text[1:]

    def label(self) -> str:
        """A short label: a button, a link, a tab, a column, a plan."""
        if self.chance(0.3):
            text = self.word("bits")
            return text[0].upper() + text[1:]
        form = self.rng.random()
        if form < 0.25:
            return f"{self.word('verbs').capitalize()} {self.pick(('now', 'it', 'more', 'all', 'today', 'here', 'again', 'my ' + self.word('nouns'), 'the ' + self.word('nouns')))}"
        if form < 0.5:
            return f"{self.word('adjectives').capitalize()} {self.word('nouns')}"
        if form < 0.75:
            return self.word("nouns").capitalize()
        return self.name_word() if form < 0.9 else self.word("abstract").capitalize()

    def sentence(self) -> str:
        form = self.rng.random()
        if form < 0.3:
            text = self.word("lines")
            return text if text[-1] in ".!?…" else text + "."
        if form < 0.65:
            return self.word("sentences")
        return articled(self.pick((
            f"We {self.word('verbs')} {self.word('adjectives')} {self.word('nouns')}s for people who {self.word('verbs')} in {self.word('towns')}.",
            f"Every {self.word('nouns')} deserves a {self.word('adjectives')} {self.word('nouns')}, and {self.name_word()} knows how to {self.word('verbs')} it.",
            f"{self.name_word()} brings {self.word('abstract')} to your {self.word('nouns')}, one {self.word('nouns')} at a time.",
            f"Come and {self.word('verbs')} the {self.word('adjectives')} {self.word('nouns')} on {self.word('streets')}.",
        )))  # fmt: skip

    def email(self, name: str = "") -> str:
        host = _slug(name or self.name_word()) or self.invented().lower()
        first = _slug(self.word("first_names")) or "desk"
        user = self.pick(("hello", "info", "contact", "team", "office", "support", "mail", first, first, f"{first}.{_slug(self.word('surnames')) or 'm'}", _slug(self.word("nouns")), f"{first[0]}.{_slug(self.word('surnames')) or 'k'}", f"{first}{self.rng.randint(1, 99)}", f"{_slug(self.word('nouns'))}+{first}", f"{first}_{_slug(self.word('nouns'))}"))
        host = f"{_slug(self.word('nouns'))}-{host}" if self.chance(0.1) else f"{_slug(self.word('nouns'))}.{host}" if self.chance(0.06) else host
        return f"{user}@{host}.{self.pick(('com', 'org', 'net', 'co', 'io', 'example', 'de', 'co.uk', 'studio', 'edu', 'school.nz', 'coop', 'fr', 'com.br', 'ca', 'ngo', 'test'))}"

    def phone(self) -> str:
        """A telephone number of any country, or only the end of one: three groups of digits in most, split in some way."""
        if self.chance(0.4):
            form = self.pick(("(###) ###-####", "+44 20 #### ####", "###-###-####", "+49 ## ######", "0### ### ###", "+1 ### ### ####", "555-####", "01632 ######", "0### ### ####", "07### ######", "1-800-###-####"))
        else:
            between = self.pick((" ", " ", "-", ".", " "))
            groups = between.join("#" * self.pick((2, 3, 3, 4, 4, 5)) for _ in range(self.pick((2, 2, 3, 3, 4))))
            form = self.pick(("", "", "0", f"+{self.rng.randint(20, 999)} ", f"(0{self.rng.randint(1, 99)}) ", f"00{self.rng.randint(20, 99)} ")) + groups
        return re.sub("#", lambda _: str(self.rng.randint(0, 9)), form)

    def price(self, low: int = 1, high: int = 200) -> str:
        amount = self.rng.randint(low, high)
        cents = self.pick(("", "", "", ".50", ".99", ".95", f".{self.rng.randint(10, 99)}"))
        if self.chance(0.7):
            return self.pick(("${}", "${}", "${}", "£{}", "€{}", "{} €", "{} kr", "₹{}")).format(f"{amount}{cents}")
        whole = f"{amount:,}" if self.chance(0.5) else str(amount)
        form = self.pick(("${}", "£{}", "€{}", "A${}", "NZ${}", "R{}", "R$ {}", "¥{}", "₦{}", "Rs {}", "{}€", "{} zł", "CHF {}", "{} CHF", "USD {}", "{} EUR", "{} pounds", "{} dollars", "{},-", "{} Kč", "£{}pp", "{}p", "₱{}", "{} DKK"))
        return form.format(whole if form[-1] in "-p" else whole + (cents.replace(".", ",") if "{}€" in form or "zł" in form or "Kč" in form else cents))

    def date(self) -> str:
        month, day, year = self.pick(MONTHS), self.rng.randint(1, 28), self.rng.randint(2025, 2032)
        if self.chance(0.5):
            return self.pick((f"{day} {month} {year}", f"{month} {day}, {year}", f"{day} {month}", f"{month} {day}", f"{self.pick(DAYS)}, {day} {month}"))
        number, week, short = MONTHS.index(month) + 1, self.pick(DAYS), month[:3]
        ordinal = f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
        return self.pick((
            f"{ordinal} {month}", f"{month} {ordinal}", f"{week} {day} {month}", f"{week} {ordinal} {month}", f"{week[:3]} {day} {short}", f"{day} {short}", f"{short} {day}", f"the {ordinal} of {month}", f"{week} the {ordinal}",
            f"{year}-{number:02}-{day:02}", f"{day:02}.{number:02}.{year}", f"{day}.{number}.", f"{day:02}/{number:02}/{year}", f"{week} {month} {day}", f"{day}–{day + 2} {month}", f"{month} {day}-{day + 1}", f"{month} {year}", f"{short}. {day}", f"{ordinal} {month} {year}", f"{week[:3]}, {short} {day}",
        ))  # fmt: skip

    def time(self) -> str:
        hour, minute = self.rng.randint(1, 12), self.pick(("00", "00", "15", "30", "45"))
        half = self.pick(("am", "pm"))
        if self.chance(0.5):
            return self.pick((f"{hour}:{minute} {half}", f"{hour + 8}:{minute}", f"{hour} {half}"))
        word = self.pick(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
        return self.pick((f"{hour}{half}", f"{hour}{half}", f"{hour}:{minute}{half}", f"{hour}.{minute}{half}", f"{hour + 8}.{minute}", f"{hour + 8:02}:{self.rng.randint(0, 59):02}", f"{hour} o'clock", f"half past {word}", f"quarter to {word}", f"{hour + 8}h{minute}", f"{hour} {half[0]}.m.", "noon", "midday", f"{hour} sharp"))

    def url(self) -> str:
        path = self.pick(("", "", f"/{_slug(self.word('nouns'))}", f"/{_slug(self.word('nouns'))}/{_slug(self.word('verbs'))}"))
        return f"https://{self.pick(('', 'www.'))}{_slug(self.name_word())}.{self.pick(('com', 'org', 'net', 'io', 'example', 'dev'))}{path}"

    def file(self, *endings: str) -> str:
        return f"{_slug(self.word('nouns'))}{self.pick(('', '-' + _slug(self.word('nouns')), str(self.rng.randint(1, 20))))}.{self.pick(endings)}"

    def hex(self) -> str:
        return f"#{self.rng.randrange(1 << 24):06x}"

    def question(self) -> tuple[str, str]:
        """A question and its answer; the answer is a function of the question."""
        known = records("questions")
        question, answer = self.pick(known)
        if self.chance(0.5):
            noun, verb = self.word("nouns"), self.word("verbs")
            question = self.pick((f"Can I {verb} my {noun}?", f"How do I {verb} a {noun}?", f"Do you {verb} {noun}s?", f"Where is the {noun}?", f"What does a {noun} cost?", f"Is the {noun} {self.word('adjectives')}?"))
            question = articled(question)
            answer = "Write to us, and we will gladly help you with that."
        return question, answer

    def topic(self) -> Topic:
        if self.split == "topics":
            self.held.add("topics")
        topic = self.pick(choice_of_topics(self.split == "topics"))
        self.topics.append(topic.key)
        return topic


def _slug(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isascii() and letter.isalnum())
