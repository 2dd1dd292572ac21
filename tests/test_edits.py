"""Changes of a page in the corpus: what was asked is done, nothing else is touched, and every draw can be repeated."""

import re
from functools import cache, partial

import pytest

from htmlbuilder.checks import Document, unmet
from htmlbuilder.cli import run
from htmlbuilder.corpus.draw import CLOSE, OPEN, SPLITS, Draw, Split
from htmlbuilder.corpus.edits import CATEGORIES, edit, mixed
from htmlbuilder.corpus.edits.asking import say, wordings
from htmlbuilder.corpus.edits.change import CHANGES
from htmlbuilder.corpus.edits.hand import Hand, draw_hand, rewritten
from htmlbuilder.corpus.edits.sheets import Sheet, draw_sheet
from htmlbuilder.corpus.edits.source import Page, patch
from htmlbuilder.corpus.edits.texts import LANGUAGES, dictionary
from htmlbuilder.corpus.inspect import faults
from htmlbuilder.corpus.sample import is_held_out, sample

PAGE = """\
<!doctype html>
<html lang="en">
<head>
  <title>Kettle &amp; Crow</title>
  <style>
    a { color: red; }
  </style>
</head>
<body>
  <main>
    <h1>Kettle &amp; Crow</h1>
    <ul>
      <li>Beans <b>now</b></li>
      <li><input type="text" name="x" required></li>
    </ul>
  </main>
  <script>
    if (1 < 2) document.title = "</p>";
  </script>
</body>
</html>
"""


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_change_does_what_is_asked_and_leaves_a_sound_page(category: str) -> None:
    for split in ("train", "unseen", "wordings"):
        for number in range(3):
            drawn = edit(12, number, split, category)  # type: ignore[arg-type]
            assert not faults(drawn), drawn.prompt
            assert drawn.kind == f"edit-{category}" and drawn.html and drawn.requirements
            assert (drawn.html == drawn.page) == (category == "nothing")
            assert not {OPEN, CLOSE} & set(drawn.prompt + drawn.page)


@cache
def pages() -> list[Page]:
    return [Page(sample(2, number).page) for number in range(100)]


@pytest.mark.parametrize("category", sorted(set(CATEGORIES) - {"several", "nothing"}))
def test_only_the_lines_of_its_spans_change(category: str) -> None:
    found = 0
    for number, page in enumerate(pages()):
        old = page.html.split("\n")
        for maker, _ in CHANGES[category]:
            change = maker(Draw(f"{number}"), page)
            if not change:
                continue
            found += 1
            new = patch(page.html, change.spans).split("\n")
            if category == "order":
                assert new != old and sorted(new) == sorted(old), change.said
                continue
            touched = {page.html.count("\n", 0, at) for start, end, _ in change.spans for at in range(start, end + 1)}
            left = iter(new)
            assert all(line in left for number, line in enumerate(old) if number not in touched), change.said
    assert found


def test_a_page_in_another_hand_says_the_same_and_is_changed_in_the_same_place() -> None:
    rewrote = 0
    for number, page in enumerate(pages()[:60]):
        draw = Draw(f"{number}")
        hand, sheet = draw_hand(draw, page.html, (), False), draw_sheet(draw, page.html)
        heading = page.first("h1")
        run = page.run(heading) if heading else None
        if run is None:
            continue
        before, after = (
            rewritten(html, hand, sheet.css(hand), sheet.inline(), sheet.body())
            for html in (page.html, patch(page.html, [page.say(run, "Xyzzy")]))
        )
        soup, old = Document(before).soup.body, Document(page.html).soup.body
        assert soup and old and "".join(soup.get_text().split()) == "".join(old.get_text().split())
        changed = [(one, two) for one, two in zip(before.split("\n"), after.split("\n"), strict=True) if one != two]
        assert len(changed) == 1 and "Xyzzy" in changed[0][1]
        rewrote += before != page.html
    assert rewrote > 50


def test_a_stranger_s_sheet_is_changed_where_it_says_how_the_page_looks() -> None:
    sheet = Sheet({"body": {"background": "#fff", "color": "#333"}, "h1": {"color": "navy"}}, "style")
    assert sheet.with_("h1", color="red").css(Hand()) == ("body { background: #fff; color: #333; }\nh1 { color: red; }")
    assert sheet.with_("p", color="red").css(Hand(css="tight")).endswith("}\np{color: red}")
    assert Sheet({}, "none").with_("p", color="red").css(Hand()) == "p { color: red; }"
    inline = Sheet(sheet.rules, "inline")
    assert inline.css(Hand()) == "" and inline.inline()["h1"] == "color: navy"
    assert Sheet(sheet.rules, "body").body() == [("bgcolor", "#fff"), ("text", "#333")]


def test_a_share_of_the_changed_pages_is_in_another_hand() -> None:
    foreign = [
        not edit(6, number).html.startswith(
            '<!doctype html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <meta name="viewport"'
        )
        for number in range(120)
    ]
    assert 20 < sum(foreign) < 60


def test_a_change_is_a_function_of_its_number() -> None:
    assert [edit(5, number) for number in range(10)] == [edit(5, number) for number in range(10)]
    assert edit(5, 1) != edit(6, 1)


def test_a_share_of_a_mixed_corpus_is_changes() -> None:
    drawn = [mixed(0.3, 1, number) for number in range(100)]
    assert 18 < sum(bool(each.html) for each in drawn) < 42
    assert not any(each.html for each in map(partial(mixed, 0.0, 1), range(20)))
    assert drawn[:5] == [mixed(0.3, 1, number) for number in range(5)]


def test_requirements_of_a_change_can_fail() -> None:
    for number in range(60):
        drawn = edit(8, number)
        assert drawn.kind == "edit-nothing" or unmet(drawn.html, drawn.requirements), drawn.prompt


def test_instructions_vary() -> None:
    assert len({edit(3, number).prompt for number in range(300)}) > 290
    assert len({edit(3, number, "train", "dark").prompt for number in range(100)}) > 70


def test_wordings_kept_for_their_split_are_never_trained_on() -> None:
    for key in ("text.to", "leads", "remove", "add.item"):
        unused = wordings(key, unused=True)
        assert unused and not set(unused) & set(wordings(key))
    draw = Draw("0", "wordings")
    assert all(say(draw, "required.all") in wordings("required.all", unused=True) for _ in range(9))
    assert draw.held == {"wordings"}


@pytest.mark.parametrize("split", SPLITS)
def test_every_split_has_changes_of_its_own(split: Split) -> None:
    drawn = [edit(1, number, split) for number in range(4)]
    assert not any(map(faults, drawn))
    if split in ("train", "heldout"):
        assert all(is_held_out(each.prompt + each.html) == (split == "heldout") for each in drawn)


def test_labels_are_known_in_all_five_languages() -> None:
    assert len(LANGUAGES) == 5 and len(dictionary()) > 150
    assert all(set(words) == set(LANGUAGES.values()) and all(words.values()) for words in dictionary().values())


def test_a_source_is_read_with_its_spans() -> None:
    page = Page(PAGE)
    heading, field = page.all("h1")[0], page.all("input")[0]
    assert PAGE[heading.start : heading.end] == "<h1>Kettle &amp; Crow</h1>" and page.text(heading) == "Kettle & Crow"
    assert field.attributes == {"type": "text", "name": "x", "required": ""} and field.within("ul")
    assert [each.text for each in page.texts] == ["Kettle & Crow", "Kettle & Crow", "Beans", "now"]
    assert page.run(page.all("li")[0]) is None


def test_a_patch_changes_its_spans_and_no_two_may_overlap() -> None:
    page = Page(PAGE)
    heading, item = page.all("h1")[0], page.all("li")[0]
    run = page.run(heading)
    assert run
    more = page.after(page.all("ul")[0], "<p>\n  x\n</p>")
    changed = patch(PAGE, [page.say(run, "A < B"), page.without(item), more])
    wanted = PAGE.replace("<h1>Kettle &amp; Crow", "<h1>A &lt; B").replace("      <li>Beans <b>now</b></li>\n", "")
    assert changed == wanted.replace("    </ul>\n", "    </ul>\n    <p>\n      x\n    </p>\n")
    assert page.attribute(page.all("input")[0], "required", None)[2] == ""
    with pytest.raises(ValueError, match="overlap"):
        patch(PAGE, [(3, 9, ""), (5, 6, "")])
    with pytest.raises(ValueError, match="is closed by"):
        Page("<p><b>x</p></b>")


def test_the_corpus_command_shows_and_checks_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corpus", "show", "--kind", "edit-title", "--count", "1"]) == 0
    shown = capsys.readouterr().out
    assert "# edit-title" in shown and all(re.search(rf"\n\{sign}\s*<title>", shown, re.IGNORECASE) for sign in "-+")
    assert run(["corpus", "check", "--kind", "edit", "--count", "3"]) == 0
    assert "0 at fault" in capsys.readouterr().out
