"""Nutshells: every wish of a few words has a whole page, and training never sees those kept out of it."""

from collections import Counter
from html import unescape

import pytest

from htmlbuilder.checks import Document, problems, unmet
from htmlbuilder.corpus.draw import Draw, held_out
from htmlbuilder.corpus.kinds import nutshells as room
from htmlbuilder.corpus.kinds.nutshells import FOLDER, Nutshell, nutshell, nutshells
from htmlbuilder.corpus.letters import MARK, read_mark
from htmlbuilder.corpus.sample import sample

ALL = nutshells() + nutshells(unused=True)
FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("field", FILES)
def test_the_page_of_every_nutshell_can_be_built_and_is_more_than_a_heading(field, monkeypatch):
    for each in ALL:
        if each.field != field:
            continue
        monkeypatch.setattr(room, "nutshells", lambda unused=False, each=each: (each,))
        wish = nutshell(Draw(each.nouns[0]))
        page = Document(str(wish.page))
        asked = [need for ask in wish.asks for need in ask.requires]
        assert not unmet(page, [*wish.requires, *asked]) and not problems(page), each.nouns


def test_no_wording_stands_twice_and_none_has_an_article():
    said = Counter(noun.casefold() for each in ALL for noun in each.nouns)
    assert [noun for noun, times in said.items() if times > 1] == []
    assert [noun for noun in said if noun.split()[0] in ("a", "an", "the")] == []
    assert all(len(each.nouns) > 1 for each in ALL)


def test_training_never_draws_the_nutshells_that_are_kept_out_of_it():
    kept = {noun for each in nutshells(unused=True) for noun in each.nouns}
    assert kept and all(held_out(each.nouns[0]) for each in nutshells(unused=True))
    assert kept.isdisjoint(noun for each in nutshells() for noun in each.nouns)
    prompts = [sample(3, index, "wordings", "nutshell").prompt.casefold() for index in range(40)]
    assert any(noun.casefold() in prompt for noun in kept for prompt in prompts)


def test_a_business_may_have_a_name_that_is_told_and_then_stands_everywhere(monkeypatch):
    page = "{nav:Menu} {h1:Miller's Bakery} {p:Bread from Miller's Bakery.}"
    marks = tuple(read_mark(match) for match in MARK.finditer(page))
    monkeypatch.setattr(room, "nutshells", lambda unused=False: (Nutshell(room.NAMED, ("bakery website",), marks),))
    told = Counter(
        (need.text, unescape(wish.page).casefold().count(need.text.casefold()), "Miller" in wish.page)
        for wish in (nutshell(Draw(f"named {number}")) for number in range(60))
        for ask in wish.asks
        for need in ask.requires
        if need.selector == "h1"
    )
    assert len(told) > 10 and all(times >= 2 and not old for _, times, old in told), told


def test_what_the_words_say_is_required_where_the_page_has_it():
    assert [need.selector for need in room._said(("lost umbrella form", "form for umbrellas"), "<form>")] == ["form"]
    assert room._said(("lost umbrella form", "umbrella page"), "<form>") == []
    assert room._said(("space quiz", "quiz about space"), "<p>") == []
