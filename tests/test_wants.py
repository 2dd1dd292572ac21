"""The reader of prompts: what it must find, what it must leave alone, and that no prompt keeps it busy."""

import time

import pytest

from htmlbuilder import checks
from htmlbuilder.wants import wants


def read(prompt: str) -> set[str]:
    return {want.what for want in wants(prompt)}


@pytest.mark.parametrize(
    ("prompt", "found"),
    [
        ('a page that says "Closed on Mondays"', {"“Closed on Mondays”"}),
        ("a page with the line ‘It’s never too late’", {"“It’s never too late”"}),
        ("a form whose button says 'Book now'", {"a button “Book now”"}),
        ("the headline is “Bread, daily”", {"a heading “Bread, daily”"}),
        ("a landing page for Harbour Lights in town", {"“Harbour Lights”"}),
        ("a shop called Zeta & Pages", {"“Zeta & Pages”"}),
        ("a page for Ines Duarte's wedding", {"“Ines Duarte”"}),
        ("three plans: Free, Plus at $8 and Team at $20",
         {"“Free”", "“Plus”", "“Team”", "“$8”", "“$20”", "three plans"}),
        ("a mug for 12,50 €", {"“12,50 €”"}),
        ("accents in #0B63A5", {"the colour #0B63A5"}),
        ("a page in navy and gold", {"the colour navy", "the colour gold"}),
        ("a page with a dark green header", {"the colour green"}),
        ("a table with five rows", {"a table", "five rows"}),
        ("columns: Name, Age and Town", {"column “Name”", "column “Age”", "column “Town”"}),
        ("a contact form with name, email and message",
         {"a form", "a field for name", "a field for email", "a field for message"}),
        ("a login page", {"a password field"}),
        ("services:\n- Cutting\n- Shaving", {"“Cutting”", "“Shaving”"}),
        ("it opens https://example.org/menu.", {"a link to https://example.org/menu"}),
    ],
)  # fmt: skip
def test_it_finds(prompt: str, found: set[str]) -> None:
    assert read(prompt) == found


@pytest.mark.parametrize(
    "prompt",
    [
        "Write an HTML page with CSS and JavaScript",
        "Hi, I'm Anna. Please make it by Monday",
        "make a page without a footer",
        "leave out 'Sunday lunch'",
        'a div with the class "card"',
        "a page about orange juice and red pandas",
        "a page for a coffee table shop",
        "Make It Simple And Friendly For Every Visitor Please",
        "it takes two minutes",
        "no more than 3 links",
        "requirements: fast, simple and clean",
        "it isn't hard, it's Bob's",
    ],
)
def test_it_leaves_alone(prompt: str) -> None:
    assert not read(prompt) - {"“Bob”"}


def test_what_it_reads_can_be_checked() -> None:
    prompt = 'a page called "Bread" in navy with two links, an email field, and https://example.org/a?b=1&c=2'
    assert len(checks.unmet("<!doctype html>", [want.requirement for want in wants(prompt)])) == len(wants(prompt)) == 5


@pytest.mark.parametrize(
    "part", ["'a ", '"', "A ", "Aa, ", "dark ", "$1.", "a@a.", "no a ", "Columns a, ", "As: a, ", "x:\n- a\n"]
)
def test_no_prompt_keeps_it_busy(part: str) -> None:
    began = time.process_time()
    wants((part * 8_000)[:8_000])
    assert time.process_time() - began < 1
