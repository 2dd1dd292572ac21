"""What briefs are made of: each block is asked for in many ways, and the page keeps the order that the prompt tells."""

import re
from itertools import product
from math import prod

import pytest

from htmlbuilder.checks import fold, unmet
from htmlbuilder.corpus import sample
from htmlbuilder.corpus.blocks import access, dress, entry
from htmlbuilder.corpus.blocks import forms as forms_of
from htmlbuilder.corpus.blocks.fields import joined, row
from htmlbuilder.corpus.blocks.gadgets import GADGETS
from htmlbuilder.corpus.blocks.order import MARKS, cleaned, marked, mentioned
from htmlbuilder.corpus.blocks.prose import prose
from htmlbuilder.corpus.blocks.scripts import SCRIPTS
from htmlbuilder.corpus.blocks.texts import pairs, series
from htmlbuilder.corpus.blocks.words import CHOICE, _read, word
from htmlbuilder.corpus.draw import CLOSE, OPEN, Draw
from htmlbuilder.corpus.kinds import briefs
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.markup import document, indent, tag
from htmlbuilder.corpus.wish import KINDS, Ask

WORDINGS, SETS = _read()
DECLARED = re.compile(r"^(?:const|let|function) (\w+)")


def forms(line: str) -> int:
    """In how many ways the line reads."""
    chosen = [choice[1] for choice in CHOICE.finditer(line)]
    return prod(len((SETS[text[1:]] if text[0] == "@" else text).split("|")) for text in chosen if text)


def test_every_block_is_asked_for_in_many_ways() -> None:
    family: dict[str, int] = {}
    for name, found in WORDINGS.items():
        family.setdefault(name.partition(".")[0], 0)
        family[name.partition(".")[0]] += sum(forms(line) for lines in found.lines.values() for _, line in lines)
    assert not {name: number for name, number in family.items() if number < 25}


def test_every_wording_reads_well() -> None:
    draw = Draw("0")
    for name, found in WORDINGS.items():
        for form, lines in found.lines.items():
            assert len({line for _, line in lines}) == len(lines), name
            for _, line in lines:
                text = word(draw, line)
                assert not re.search(r"[<>@]|  | [.,;]", text.replace("->", "to")), (name, line)
                assert form != "w" or not text.endswith("."), (name, line)


@pytest.mark.parametrize("block", [block for block, _ in briefs.BLOCKS], ids=lambda block: block.__name__)
def test_a_block_has_what_it_is_asked_for(block: briefs.Block) -> None:
    for number in range(8):
        asks: list[Ask] = []
        part = block(Draw(f"{number}"), asks)
        around = "header" if block in briefs.ABOVE else "footer" if block in briefs.BELOW else "main"
        page = document(
            "x",
            "\n".join(dress.RULES.get(name, "") for name in part.components),
            tag(around, part.html),
            script="\n".join(SCRIPTS[name] for name in part.components if name in SCRIPTS),
        )
        needed = [requirement for one in asks for requirement in one.requires]
        assert needed and not unmet(page, needed)
        assert unmet(document("x", "", tag("main", tag("p", "-"))), needed)


def test_scripts_share_no_names() -> None:
    names = [name for script in SCRIPTS.values() for line in script.split("\n") for name in DECLARED.findall(line)]
    assert len(names) > 30 and len(names) == len(set(names))


def test_a_page_follows_the_order_of_its_prompt() -> None:
    first, second = Ask(withs=(f"a list of {OPEN}A{CLOSE}",)), Ask(withs=("an email box",), says=("Email.",))
    told = [marked(first, 0), marked(second, 1)]
    assert mentioned(f"{told[1].withs[0]} and {told[0].withs[0]}", 3) == [1, 0, 2]
    for one, old in zip(told, (first, second), strict=True):
        assert [cleaned(text).replace(OPEN + CLOSE, "") for text in one.withs + one.says] == [*old.withs, *old.says]
    assert not any(
        MARKS.search(sample(3, number, "train", kind).prompt) for number in range(60) for kind in ("brief", "mix")
    )


FORMED = ("gate", "thanks", "opens", "letters", "wizard", "sum", "sift", "peek", "keys", "strength")


@pytest.mark.parametrize("name", FORMED)
def test_a_script_of_a_form_finds_what_it_works_on(name: str) -> None:
    name = f"script:{name}"
    makers = (entry.gate, entry.stages, entry.picker, entry.sift, access.login, forms_of.form)
    parts = (block(Draw(f"{number}"), []) for number in range(400) for block in makers)
    part = next(part for part in parts if name in part.components)
    for mark, found in re.findall(r'\("([#.])([a-z]+)', SCRIPTS[name]):
        assert f'{"id" if mark == "#" else "class"}="{found}"' in part.html, found


def test_a_script_of_a_gadget_finds_what_it_works_on() -> None:
    for (block, *_), number in product(GADGETS, range(8)):
        part = block(Draw(f"{number}"), [])
        for name in SCRIPTS.keys() & set(part.components):
            for mark, found in re.findall(r'\("([#.])([a-z]+)', SCRIPTS[name]):
                assert re.search(rf'{"id" if mark == "#" else "class"}="([^"]* )?{found}[" ]', part.html), (name, found)


def test_one_thing_is_marked_up_one_way() -> None:
    """What a kind of page and a block both make has the same script, so the model has one way to learn."""
    for kind in (
        "quiz",
        "todo",
        "timer",
        "slides",
        "counter",
        "tabs",
        "dialog",
        "countdown",
        "theme",
        "dice",
        "painter",
    ):
        script = re.findall(r"<script>\n(.*?)\n  </script>", sample(6, 1, "train", kind).page, re.S)[0]
        known = sorted((text for text in SCRIPTS.values() if indent(indent(text)) in script), key=len)
        assert sum(len(indent(indent(text))) + 1 for text in known) == len(script) + 1, kind


def test_the_type_of_a_field_follows_from_its_label() -> None:
    expected = {
        "mailing address": "text",
        "E-mail": "email",
        "what happened": "textarea",
        "Date lost": "date",
        "age": "number",
        "member number": "text",
        "I agree": "checkbox",
        "Photo of the bike": "file",
        "time zone": "text",
    }
    assert {label: type_of(label) for label in expected} == expected


def test_prose_tells_the_place_of_each_block() -> None:
    asks = [[Ask(withs=(f"block {letter}",))] for letter in "abcd"]
    seen = set()
    for number in range(120):
        text, order = prose(Draw(f"{number}"), [(one, 1) for one in asks])
        text = text.lower()
        at = [text.index(f"block {'abcd'[place]}") for place in order]
        above, last = re.search(r"above|over that|on top of that", text), re.search("bottom|end|last", text[:40])
        told = (
            "in order"
            if at == sorted(at)
            else "above"
            if at[0] > at[1] and above
            else "bottom first"
            if at[-1] == min(at) and last
            else text
        )
        seen.add(told)
    assert seen == {"in order", "above", "bottom first"}
    assert prose(Draw("1"), [(asks[0], 2), (asks[1], 0), (asks[2], 1)])[1] == [1, 2, 0]


def test_texts_that_hold_commas_are_told_apart() -> None:
    for number in range(60):
        draw = Draw(f"{number}")
        row = series(draw, ["a, b", "c"])
        assert re.search(rf"[\"'“‘]{OPEN}a, b{CLOSE}|\n", row)
        assert f"{CLOSE}, {OPEN}" not in pairs(draw, [("a, b", "c"), ("d", "e")], ("{} ({})",))


def test_a_brief_tells_every_text_that_its_page_must_show() -> None:
    for number in range(150):
        drawn = sample(21, number, "train", "brief")
        texts = [each.text for each in drawn.requirements if each.selector != "style"]
        told = fold(drawn.prompt).replace("y/n", "yes/no").replace("y or n", "yes or no")
        untold = [text for text in texts if fold(text) not in told]
        # What no page can do is answered by a sentence of ours, stars are told in number or word, dummy text is Latin.
        ours = ("This is a static page", "Lorem ipsum")
        assert all(text.startswith(ours) or set(text) <= set("★☆*") for text in untold), untold


def test_a_reader_can_part_the_fields_of_a_row_and_their_choices() -> None:
    for number in range(80):
        draw = Draw(f"{number}")
        assert re.fullmatch(rf"(\W{OPEN}[^{CLOSE}]+{CLOSE}\W\W*(or |and )?){{2}}", joined(draw, ["a / b", "c"]) + " ")
        told = row(draw, ["size: S, M", "name"])
        assert "size: S, M, name" not in "".join(told.values())
        assert "spoken" not in told


def test_fields_told_by_themselves_stand_in_the_order_of_the_prompt() -> None:
    turned = 0
    for number in range(60):
        wish = KINDS["intake"][0](Draw(f"{number}"))
        marks = sorted(set(MARKS.findall("".join("".join((*ask.withs, *ask.says)) for ask in wish.asks))))
        if wish.arrange and len(marks) > 1:
            page, other = (str(wish.arrange("".join(told))[1]) for told in (marks, marks[::-1]))
            assert page != other and sorted(page.split("\n")) == sorted(other.split("\n"))
            turned += 1
    assert turned > 5
