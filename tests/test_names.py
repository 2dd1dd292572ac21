"""Whose page it is stands in the prompt once, wherever it stands."""

import pytest

from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.names import asked_for


@pytest.mark.parametrize(("kind", "town"), [("", ""), ("<kind>", ""), ("", "<town>"), ("<kind>", "<town>")])
def test_all_that_is_given_is_said_and_the_name_once(kind: str, town: str) -> None:
    places = [0, 0, 0]
    for number in range(300):
        parts = asked_for(Draw(f"{number}"), "<page>", "<who>", kind, town)
        text = "\n".join(parts)
        assert text.count("<who>") == 1 and text.count("<page>") == 1, text
        assert kind in text and town in text, text
        assert "{" not in text
        places[next(i for i, part in enumerate(parts) if "<who>" in part)] += 1
    assert places[0] > 100 and places[1] > 30 and (places[2] > 5 or town)


def test_without_a_name_there_is_only_the_sort_of_page() -> None:
    for number in range(50):
        opening, late, signed = asked_for(Draw(f"{number}"), "<page>", "")
        assert "<page>" in opening and not late and not signed
