"""Other words for the same wish: what they may replace, and what they leave alone."""

import re

import pytest

from htmlbuilder.corpus import thesaurus
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.sample import sample


@pytest.fixture
def retold(monkeypatch):
    monkeypatch.setattr(thesaurus, "SHARES", (1.0,))
    known = {
        "i need": ("i'd like",),
        "with": ("along with",),
        "bakery": ("bake shop",),
        "big": ("large",),
        "and": ("&",),
    }
    monkeypatch.setattr(thesaurus, "phrases", lambda: known)
    thesaurus._longest.cache_clear()
    yield lambda *parts, spared=(): thesaurus.retold(Draw("1"), parts, set(spared))
    thesaurus._longest.cache_clear()


def test_phrases_are_told_in_other_words_as_they_were_written(retold):
    assert retold("I need a big page with bread") == ["I'd like a large page along with bread"]
    assert retold("i need it. With cakes") == ["i'd like it. Along with cakes"]


def test_what_is_quoted_stays_also_across_parts(retold):
    assert retold('the sign "with a big door" with') == ['the sign "with a big door" along with']
    assert retold('a button "', ' big" with') == ['a button "', ' big" along with']


def test_names_and_what_the_page_shows_stay(retold):
    assert retold("the Bakery And co, a bakery") == ["the Bakery And co, a bake shop"]
    assert retold("a big bakery", spared=["bakery"]) == ["a large bakery"]


def test_the_file_can_be_read_and_says_nothing_that_a_prompt_could_not():
    known = thesaurus.phrases()
    assert len(known) > 2500
    for phrase, others in known.items():
        assert re.fullmatch(r"[^\W\d_]\S*(?: \S+)*", phrase), phrase
        assert phrase == phrase.lower(), phrase
        assert others and phrase not in others and len(set(others)) == len(others), phrase
        assert not any(re.search(r"[\d{}<>\"“”|=]|^\s*$", other) for other in others), phrase


def test_letters_are_told_in_many_words(monkeypatch):
    monkeypatch.setattr(thesaurus, "SHARES", (0.0,))
    plain = [sample(3, index, kind="letter") for index in range(40)]
    monkeypatch.setattr(thesaurus, "SHARES", (0.5,))
    other = [sample(3, index, kind="letter") for index in range(40)]
    assert sum(one.prompt != two.prompt for one, two in zip(plain, other, strict=True)) > 30
