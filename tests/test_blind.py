"""The blind prompts: well formed, out of a fixed page's reach, satisfiable, and able to fail.

Three sets, all written without sight of the generator: the first forty, 150 to develop with, and 300 that stay sealed:
nobody reads them, or what a model makes of them, to improve the corpus. Their hash tells that they are the same.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
import soupsieve

import htmlbuilder
from htmlbuilder.checks import HUES, Requirement, fold, unmet

DATA = Path(__file__).parent / "data"
CORPUS = Path(htmlbuilder.__file__).parent / "corpus"
SIZES = {"blind": 40, "develop": 150, "sealed": 300}
SEAL = "a27bb45eace570d1fd6ef201b7e13cd8a298f74b0efa5d97e18bdbf263834a3a"


class Blind(NamedTuple):
    id: str
    kind: str
    prompt: str
    requirements: list[Requirement]


def _read(line: str) -> Blind:
    fields = json.loads(line)
    return Blind(**fields | {"requirements": [Requirement(**each) for each in fields["requirements"]]})


SETS = {name: [_read(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()] for name in SIZES}
BY_ID = {blind.id: blind for blind in SETS["blind"]}
each_prompt = pytest.mark.parametrize("blind", [pytest.param(b, id=b.id) for found in SETS.values() for b in found])

BLANK = "<!doctype html><html lang=en><head><title></title></head><body></body></html>"

STATIC_LOGIN = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Log in</title>
<style>body { font-family: sans-serif; background: #f4f5f7 } button { background: #2563eb; color: #fff }</style>
</head>
<body>
<nav><a href="/">Home</a> <a href="/about">About</a> <a href="/pricing">Pricing</a> <a href="/contact">Contact</a></nav>
<main>
<h1>Welcome back</h1>
<p>Log in to your account to continue.</p>
<form method="post">
<label>Name <input type="text" name="name"></label>
<label>Email <input type="email" name="email" placeholder="you@example.com"></label>
<label>Password <input type="password" name="password"></label>
<label><input type="checkbox" name="remember"> Remember me</label>
<button type="submit">Log in</button>
<a href="/forgot">Forgot your password?</a>
</form>
<p>No account yet? <a href="/signup">Sign up</a></p>
</main>
<footer>© 2025 All rights reserved</footer>
</body>
</html>"""

BUTTONS = """<!doctype html>
<html lang="en">
<head><title>Choose</title><style>.yes { background: #1b7f3b } .no { background: #b3141b }</style></head>
<body><main><button class="yes">Buy the jar</button> <a class="no" href="#">No thanks</a></main></body>
</html>"""

LOGIN = """<!doctype html>
<html lang="en">
<head><title>Members</title><style>button { background: #1f6b3a }</style></head>
<body>
<h1>Harrow Lane Plots</h1>
<form>
<label>Plot number <input type="text" name="plot"></label>
<label>Password <input type="password" name="password"></label>
<button>Come in</button>
</form>
<a href="/key">Lost your key?</a>
</body>
</html>"""

RECIPE = """<!doctype html>
<html lang="en">
<head><title>Soup</title></head>
<body>
<h1>Nan Edie’s Fog Soup</h1>
<ul><li>500g split peas</li><li>A ham hock</li><li>Two leeks</li><li>A bay leaf</li></ul>
<ol><li>Soak the peas.</li><li>Simmer for three hours.</li><li>Shred the meat back in.</li></ol>
<p>“It’s ready when the window’s gone.”</p>
</body>
</html>"""

# For each page: the prompt it answers, and for each requirement in turn a replacement that breaks it.
BREAKS = {
    "b04": (
        BUTTONS,
        [
            ("Buy the jar", "Buy the pot"),
            ("No thanks", "Cancel"),
            ("</main>", "<button>Maybe</button></main>"),
            ("#1b7f3b", "#777777"),
            ("#b3141b", "#777777"),
            ("<main>", "<nav>Shop</nav><main>"),
        ],
    ),
    "b14": (
        LOGIN,
        [
            ("Harrow Lane Plots", "Welcome"),
            ("Plot number", "User name"),
            ('type="password"', 'type="text"'),
            ('type="text"', 'type="url"'),
            ('type="text"', 'type="email"'),
            ("Lost your key?", "Forgot password?"),
            ("<button>Come in</button>", ""),
            ("#1f6b3a", "#3a1f6b"),
        ],
    ),
    "b36": (
        RECIPE,
        [
            ("Nan Edie’s Fog Soup", "Pea soup"),
            ("<li>A bay leaf</li>", ""),
            ("split peas", "lentils"),
            ("ham hock", "gammon"),
            ("leeks", "onions"),
            ("<li>Soak the peas.</li>", ""),
            ("window", "light"),
        ],
    ),
}


def test_the_sets_are_whole_and_no_prompt_occurs_twice() -> None:
    assert {name: len(found) for name, found in SETS.items()} == SIZES
    prompts = [(blind.id, fold(blind.prompt)) for found in SETS.values() for blind in found]
    assert len({key for key, _ in prompts}) == len({prompt for _, prompt in prompts}) == sum(SIZES.values())


def test_the_sealed_set_is_the_one_that_was_sealed() -> None:
    assert hashlib.sha256((DATA / "sealed.jsonl").read_bytes()).hexdigest() == SEAL


def _runs(text: str) -> set[str]:
    """What two people hardly write alike: nine words in a row, or five with a number among them."""
    words = re.findall(r"\w+", fold(text))
    rows = [words[place : place + length] for length in (5, 9) for place in range(len(words) - length + 1)]
    return {" ".join(row) for row in rows if len(row) == 9 or 0 < sum(word.isdigit() for word in row) < 4}


def test_no_prompt_of_the_sets_stands_in_the_corpus() -> None:
    told = {run: blind.id for found in SETS.values() for blind in found for run in _runs(blind.prompt)}
    found = set()
    for path in (path for path in CORPUS.rglob("*") if path.suffix in (".txt", ".toml", ".py")):
        text = re.sub(r"\{[=+]?\w+(?:\([^()]*\))?(?:/\w+)?:", " ", path.read_text("utf-8"))  # marks of letters
        found |= {(path.name, told[run], run) for run in _runs(text) & told.keys()}
    assert not found


@each_prompt
def test_format(blind: Blind) -> None:
    assert blind.kind
    assert blind.prompt == blind.prompt.strip() != ""
    assert len(blind.requirements) >= 4
    assert len(set(blind.requirements)) == len(blind.requirements)
    for requirement in blind.requirements:
        soupsieve.compile(requirement.selector)
        assert requirement.max is None or requirement.min <= requirement.max


@each_prompt
def test_every_required_text_and_colour_stands_in_the_prompt(blind: Blind) -> None:
    prompt = fold(blind.prompt)
    texts = [requirement.text for requirement in blind.requirements if requirement.text]
    assert texts
    assert [text for text in texts if fold(text) not in prompt] == []
    for color in (requirement.color for requirement in blind.requirements if requirement.color):
        assert color in HUES or re.fullmatch("#[0-9a-f]{6}", color)
        assert color in prompt


@each_prompt
def test_a_blank_page_does_not_do(blind: Blind) -> None:
    assert unmet(BLANK, blind.requirements)


@pytest.mark.parametrize("name", SETS)
def test_a_fixed_page_shows_few_of_the_texts(name: str) -> None:
    texts = [requirement for blind in SETS[name] for requirement in blind.requirements if requirement.text]
    met = len(texts) - len(unmet(STATIC_LOGIN, texts))
    assert met < 0.15 * len(texts)


@pytest.mark.parametrize("key", BREAKS)
def test_a_small_page_meets_all(key: str) -> None:
    assert unmet(BREAKS[key][0], BY_ID[key].requirements) == []


@pytest.mark.parametrize("key", BREAKS)
def test_each_requirement_can_fail(key: str) -> None:
    page, replacements = BREAKS[key]
    for requirement, (old, new) in zip(BY_ID[key].requirements, replacements, strict=True):
        assert old in page
        assert requirement in unmet(page.replace(old, new), BY_ID[key].requirements), str(requirement)
