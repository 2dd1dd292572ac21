"""What is jotted down stands on the page letter by letter, and nothing else does."""

import re

import pytest
from bs4 import BeautifulSoup

from htmlbuilder.corpus.blocks.texts import digits
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.typed import KEPT
from htmlbuilder.corpus.wish import KINDS

JOTTED = [*sorted(name for name in KINDS if name.startswith("terse-")), "loose"]
OWN = {"more", "about", "this", "soon.", "send"}  # of a tab's panel and of a form's button that nobody named


@pytest.mark.parametrize("kind", JOTTED)
def test_every_note_stands_on_the_page_and_no_other_word_does(kind: str) -> None:
    assert len(JOTTED) == 8
    for number in range(40):
        wish = KINDS[kind][0](Draw(f"{number}", kind=kind))
        (text,) = wish.asks[0].says
        body = BeautifulSoup(wish.page.partition("<body>")[2].partition("<script>")[0], "html.parser")
        shown = " ".join(body.get_text(" ").split()).casefold()
        kept = [" ".join(part[1:-1].split()).casefold() for part in KEPT.findall(text)]
        unseen = wish.page.partition("</style>")[0].casefold() + " ".join(link["href"] for link in body.select("a"))
        lost = [part for part in kept if part not in shown and part not in unseen]
        assert [part for part in lost if not digits(part) or f"tel:{digits(part)}" not in unseen] == [], text
        said = set(re.sub(r"[\x02\x03]", " ", text).casefold().split())
        told = " ".join(kept).split()
        assert set(shown.split()) - set(told) - said <= OWN, text
