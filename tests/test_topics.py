"""The topics keep their form: the same fields, as many entries in each, and nothing said twice."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from htmlbuilder.corpus.draw import HERE, Topic, topics
from htmlbuilder.corpus.style import PALETTES

FILES = sorted((HERE / "topics").glob("*.toml"))
# How many entries a field has (at least, at most), and how many characters a text in it.
SHAPE = {
    "kinds": (3, 4, 36),
    "suffixes": (3, 4, 24),
    "taglines": (3, 3, 50),
    "about": (2, 2, 180),
    "items": (8, 8, 60),
    "features": (6, 6, 70),
    "reviews": (4, 4, 70),
    "faq": (6, 6, 85),
    "stats": (4, 4, 36),
    "roles": (5, 5, 26),
    "actions": (3, 3, 28),
    "posts": (4, 4, 90),
    "sections": (3, 3, 30),
}


def texts(value: Any) -> Iterator[str]:
    """Every text in a field, however deep it lies."""
    yield from [value] if isinstance(value, str) else (text for part in value for text in texts(part))


def repeated(found: Iterator[str]) -> list[str]:
    return [text for text, number in Counter(text.casefold().rstrip(".!?") for text in found).items() if number > 1]


def test_every_topic_has_the_fields_and_no_others() -> None:
    expected = {field.name for field in fields(Topic)} - {"key", "field"}
    for path in FILES:
        for key, given in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert set(given) == expected, f"{path.name}: {key}"


def test_every_field_has_its_number_of_entries() -> None:
    for topic in topics():
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", topic.key)
        assert topic.palette in PALETTES, topic.key
        for field, (least, most, _) in SHAPE.items():
            assert least <= len(getattr(topic, field)) <= most, (topic.key, field)


def test_every_text_is_short_plain_and_trimmed() -> None:
    for topic in topics():
        for field, (_, _, longest) in SHAPE.items():
            for text in texts(getattr(topic, field)):
                assert 0 < len(text) <= longest and text == text.strip(), (topic.key, text)
                assert all(letter.isalnum() or letter in " !$%&',-./:;?°" for letter in text), (topic.key, text)
        for text in (*topic.about, *(line for _, line in (*topic.features, *topic.faq, *topic.posts))):
            assert text[-1] in ".!?", (topic.key, text)
        assert all(question[-1] == "?" for question, _ in topic.faq), topic.key


def test_ids_and_kinds_stand_once() -> None:
    found = topics()
    assert not repeated(topic.key for topic in found)
    assert not repeated(kind for topic in found for kind in topic.kinds)


def test_within_a_topic_no_title_stands_twice() -> None:
    for topic in topics():
        for field in ("items", "features", "reviews", "faq", "stats", "posts"):
            last = 1 if field in ("reviews", "stats") else 0
            assert not repeated(entry[last] for entry in getattr(topic, field)), (topic.key, field)
        for field in ("kinds", "suffixes", "roles", "actions", "sections"):
            assert not repeated(iter(getattr(topic, field))), (topic.key, field)


def test_no_sentence_and_no_reviewer_stands_in_two_topics() -> None:
    found = topics()
    abouts = (sentence for topic in found for text in topic.about for sentence in re.split(r"(?<=[.!?]) ", text))
    pairs = (line for topic in found for _, line in (*topic.features, *topic.faq, *topic.posts))
    quotes = (quote for topic in found for quote, _ in topic.reviews)
    offers = (line for topic in found for _, line, _ in topic.items)
    lines = (line for topic in found for line in topic.taglines)
    assert not repeated(text for part in (abouts, pairs, quotes, offers, lines) for text in part)
    assert not repeated(person for topic in found for _, person in topic.reviews)
