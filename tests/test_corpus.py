"""The corpus keeps its promises: every page meets its requirements and is sound, every draw can be repeated."""

import itertools
import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from htmlbuilder.checks import unmet
from htmlbuilder.cli import run
from htmlbuilder.corpus import Sample, sample
from htmlbuilder.corpus.asks import sort_of
from htmlbuilder.corpus.blocks.scripts import SCRIPTS
from htmlbuilder.corpus.draw import CLOSE, OPEN, Draw, records, topics
from htmlbuilder.corpus.inspect import faults
from htmlbuilder.corpus.kinds import mix, vague
from htmlbuilder.corpus.markup import document, esc, inline, tag
from htmlbuilder.corpus.style import (
    COLOR_WORDS,
    COMPONENTS,
    DARK,
    LIGHT,
    LOOKS,
    PALETTES,
    STYLES,
    contrast,
    legible,
)
from htmlbuilder.corpus.wish import KINDS, Ask

PAGES = (
    "login signup landing pricing portfolio blog menu contact missing resume gallery event faq dashboard product soon "
    "newsletter checkout todo calculator "
    "profile chat linkbio memorial directory leaderboard testimonials lost kanban calendar admin settings invoice "
    "changelog docs status downloads results job course compare estate tracking weather player maintenance policy "
    "sitemap hours survey"
).split()
CORPUS = Path(__file__).parent.parent / "htmlbuilder" / "corpus"
PAIRS = (("text", "bg"), ("text", "surface"), ("muted", "bg"), ("muted", "surface"), ("on_accent", "accent"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_meets_its_requirements_and_is_sound(kind: str) -> None:
    for split, number in itertools.product(("train", "unseen"), range(8)):
        drawn = sample(11, number, split, kind)  # type: ignore[arg-type]
        assert not faults(drawn), drawn.prompt
        assert OPEN not in drawn.prompt and CLOSE not in drawn.prompt
        assert drawn.requirements


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"missing", "named", "stopwatch", "clock", "theme"}))
def test_requirements_can_fail(kind: str) -> None:
    empty = "<!doctype html><html lang=en><head><title>x</title></head><body><p>Nothing</p></body></html>"
    assert any(unmet(empty, sample(11, number, "train", kind).requirements) for number in range(3))


def test_the_page_kinds_that_are_promised_exist() -> None:
    assert len(PAGES) == 50 and set(PAGES) <= set(KINDS)


def test_a_sample_is_a_function_of_its_number() -> None:
    assert [sample(5, number) for number in range(20)] == [sample(5, number) for number in range(20)]
    assert sample(5, 1) != sample(6, 1)


def test_what_a_prompt_leaves_open_is_the_same_for_everyone() -> None:
    bare: dict[tuple[str, ...], set[str]] = {}
    for (kind, (make, _)), number in itertools.product(KINDS.items(), range(40)):
        wish = make(Draw(f"{number}", kind=kind))
        if not wish.asks:
            bare.setdefault((kind, *wish.nouns), set()).add(str(wish.page))
    assert len(bare) > 40
    assert [key for key, pages in bare.items() if len(pages) > 1] == []


def test_a_form_is_asked_for_whatever_was_asked_for_before_it() -> None:
    for number in range(50):
        asks = [Ask(withs=("a title 'Fallow fields'",))]
        mix._form(Draw(f"{number}"), asks)
        assert len(asks) > 1


def test_scripts_ask_for_nothing_that_the_preview_withholds() -> None:
    withheld = re.compile(
        r"\b(alert|confirm|prompt|fetch|open)\(|localStorage|sessionStorage|document\.cookie|XMLHttpRequest|location"
    )
    scripts = [
        script
        for name in KINDS
        for script in re.findall(r"<script>(.*?)</script>", sample(4, 1, "train", name).page, re.S)
    ]
    assert len(scripts) > 20
    assert [script for script in (*SCRIPTS.values(), *scripts) if withheld.search(script)] == []


def test_prompts_vary() -> None:
    assert len({sample(3, number, "train", "login").prompt for number in range(300)}) > 280


@pytest.mark.parametrize("name", STYLES)
def test_styles_pass_wcag_aa(name: str) -> None:
    for front, back in PAIRS:
        palette = STYLES[name].palette
        assert contrast(getattr(palette, front), getattr(palette, back)) >= 4.5, (front, back)


def test_there_are_styles_enough_and_no_two_are_alike() -> None:
    assert len({repr(style) for style in STYLES.values()}) == len(STYLES) >= 24
    assert len({(each.font, each.title, each.radius, each.edge, each.shadow) for each in STYLES.values()}) >= 24
    assert set(LIGHT) | set(DARK) == set(PALETTES) and LIGHT and DARK


def test_every_look_can_be_asked_for_in_many_words() -> None:
    assert {name for name, *_ in records("looks")} == set(LOOKS)
    for name, *words in records("looks"):
        assert sum(len(each.split(";")) for each in words) >= 9, name


def test_components_write_only_in_colours_that_every_style_keeps_legible() -> None:
    assert len(COMPONENTS) >= 40
    pairs = {f"{front} on {back}".replace("_", "-") for front, back in PAIRS} | {"bg on text"}
    for name, css in COMPONENTS.items():
        for body in re.findall(r"[{]([^{}]*)[}]", css):
            front = re.search(r"(?<!-)color: var[(]--([\w-]+)[)]", body)
            back = re.search(r"background: var[(]--([\w-]+)[)]", body)
            if front or back:
                backs = [back[1]] if back else ["bg", "surface"]
                fronts = [front[1]] if front else ["text"]
                assert {f"{one} on {other}" for one in fronts for other in backs} <= pairs, (name, body)


def test_no_component_is_left_over() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in CORPUS.rglob("*.py") if path.name != "style.py")
    assert [name for name in COMPONENTS if f'"{name}"' not in source] == []


def test_any_colour_can_be_written_on() -> None:
    rng = random.Random(0)
    colors = [f"#{rng.randrange(1 << 24):06x}" for _ in range(2000)] + list(COLOR_WORDS.values())
    assert all(contrast(color, legible(color)) >= 4.5 for color in colors)
    style = PALETTES["slate"].with_background("#777777").with_accent("#123456")
    assert "--bg: #777777" in style.css("card") and "--accent: #123456" in style.css("card")


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_markup_escapes_text_and_indents() -> None:
    assert tag("p", "a < b & c") == "<p>a &lt; b &amp; c</p>"
    assert tag("a", "x", href='?a=1&b="2"') == '<a href="?a=1&amp;b=&quot;2&quot;">x</a>'
    assert tag("ul", tag("li", "1"), None, tag("li", "2")) == "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>"
    assert tag("input", type="checkbox", checked=True, disabled=False) == '<input type="checkbox" checked>'
    assert inline("By ", tag("b", "x")) == "By <b>x</b>"
    assert esc("<") in document("<", "", tag("p", "x"))


def test_the_check_command_counts_what_is_at_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["corpus", "check", "--count", "3", "--kind", "login"]) == 0
    assert "3 samples, 3 different prompts, 0 at fault" in capsys.readouterr().out
    monkeypatch.setattr("htmlbuilder.corpus.inspect.unmet", lambda document, requirements: list(requirements)[:1])
    assert run(["corpus", "check", "--count", "3", "--kind", "login"]) == 1
    assert "3 at fault" in capsys.readouterr().out


def test_enough_asks_are_vague_odd_or_out_of_range() -> None:
    total = sum(weight for _, weight in KINDS.values())
    assert sum(KINDS[name][1] for name in vague.FAMILY) / total > 0.15


def test_a_page_says_plainly_what_it_cannot_do() -> None:
    drawn = [sample(3, number, "train", "beyond") for number in range(150)]
    said = [
        re.search(r'<p class="alert">This is a static page(: it does not|, not an?) .+\.</p>', each.page)
        for each in drawn
    ]
    assert all(said)
    assert len({found[0] for found in said if found}) > 100


@pytest.mark.parametrize(
    ("does", "third", "yours"),
    [
        ("read my mail", "reads my mail", "read your mail"),
        ("do our taxes for us", "does our taxes for us", "do your taxes for you"),
        ("watch my house", "watches my house", "watch your house"),
        ("fly a drone to \x02Lima\x03", "flies a drone to \x02Lima\x03", "fly a drone to \x02Lima\x03"),
        ("pay while I am away", "pays while I am away", "pay while you are away"),
    ],
)
def test_what_is_asked_of_a_program_is_turned_round(does: str, third: str, yours: str) -> None:
    assert vague._third(does) == third
    assert vague._yours(does) == yours


def test_any_kind_of_page_may_be_asked_for_more_than_it_can_do() -> None:
    draw = Draw("1")
    wish = KINDS["login"][0](draw)
    vague.stretch(draw, wish)
    (wanted,) = wish.asks[-1].requires
    assert wanted.text.startswith("This is a static page: it does not ") and wanted.text in wish.page


@pytest.mark.parametrize(
    ("what", "field", "sort"),
    [
        ("bakery", "food", "place"), ("butcher", "larder", "person"), ("animal shelter", "community", "place"),
        ("garden wedding", "personal", "event"), ("flea market", "events", "event"),
        ("notes app", "products", "product"),
        ("keyboard maker", "products", "person"), ("web studio", "tech", "place"), ("health centre", "health", "place"),
    ],
)  # fmt: skip
def test_people_speak_of_a_business_as_what_it_is(what: str, field: str, sort: str) -> None:
    assert sort_of(replace(topics()[1], field=field), what) == sort


def test_a_sample_at_fault_is_not_written_and_its_cause_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(drawn: Sample) -> list[str]:
        return ["alt: an image has no alt text"] if drawn == sample(0, 1) else []

    monkeypatch.setattr("htmlbuilder.corpus.inspect.faults", found)
    assert run(["corpus", "write", "--count", "3"]) == 0
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["train-0", "train-2"]
    assert "left out 1: alt: an image has no alt text" in said.err
