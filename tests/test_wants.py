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
        ('a "Knock twice" button on the right', {"a button “Knock twice”"}),
        ('the bar has aria-label "Rooms"', {"the label “Rooms”"}),
        ("name: Halm. tagline: Bread from yesterday", {"“Halm”", "“Bread from yesterday”"}),
        ("cta: Ask Bo", {"a button “Ask Bo”"}),
        ("we sold 1,204 loaves in 1987, 64% rye, from 5:30", {"“1,204”", "“1987”", "“64%”", "“5:30”"}),
        ("Hens: speckled, brown and cross", {"“speckled”", "“brown”", "“cross”"}),
        ("chores for the weekend: sweep, mow, oil the gate", {"“sweep”", "“mow”", "“oil the gate”"}),
        ("an open day, Tuna Quay", {"“Tuna Quay”"}),
        ("bread prices, navy and gold.", {"the colour navy", "the colour gold"}),
        ("a complaint form for the lift", {"a form"}),
        ("a contact form, but the subject is a dropdown", {"a form", "a text area", "a drop-down"}),
        ("an email signup below", {"an email field"}),
        ("bread prices. Navy and white please, sharp", {"the colour navy"}),
        ("a hotel bar, deep green, gold type, few lines", {"the colour green", "the colour gold"}),
        ("a booking. Vet: Ilse or Ramon.", {"“Ilse”", "“Ramon”"}),
        ("use <dl> and <time>", {"a <dl>", "a <time>"}),
        ("sections with ids #hens, #eggs", {"the id hens", "the id eggs"}),
        ("three fieldsets and an accordion", {"three fieldsets", "an accordion"}),
        ("a seat map where a seat lights up when it is clicked", {"that it does something"}),
        ("footnotes under a bar chart", {"footnotes", "a chart"}),
        ("a nav bar above a numbered list", {"a navigation", "a numbered list"}),
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
        "at most 1200 px wide, under 300 words",
        "style: clean, warm, modern",
        "compromise: a big heading, the smaller text, done",
        "THE PAGE IS FOR MY MOTHER AND SHE LIKES IT LOUD",
        "in the form of a letter",
        "call 0610 555 0100 soon",
    ],
)
def test_it_leaves_alone(prompt: str) -> None:
    assert not read(prompt) - {"“Bob”"}


def test_what_it_reads_can_be_checked() -> None:
    prompt = 'a page called "Bread" in navy with two links, an email field, and https://example.org/a?b=1&c=2'
    assert len(checks.unmet("<!doctype html>", [want.requirement for want in wants(prompt)])) == len(wants(prompt)) == 5


@pytest.mark.parametrize(
    "part",
    [
        "'a ",
        '"',
        "A ",
        "Aa, ",
        "dark ",
        "$1.",
        "a@a.",
        "no a ",
        "Columns a, ",
        "As: a, ",
        "x:\n- a\n",
        "As: Aa, ",
        "As: Aa b, Aa or ",
    ],
)
def test_no_prompt_keeps_it_busy(part: str) -> None:
    began = time.process_time()
    wants((part * 8_000)[:8_000])
    assert time.process_time() - began < 1
