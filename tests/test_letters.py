"""Letters: each can be told as it stands and with other things in it, and the page has what is then asked for."""

import re

import pytest

from htmlbuilder import checks
from htmlbuilder.corpus import thesaurus
from htmlbuilder.corpus.draw import Draw, bank
from htmlbuilder.corpus.kinds import letters as kind
from htmlbuilder.corpus.letters import ALL, Mark, letters, other, parsed
from htmlbuilder.corpus.letters.sheet import Sheet, counted
from htmlbuilder.corpus.style import STYLES

EVERY = {one for unused in (False, True) for sort in ALL for one in letters(unused, sort)}


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Letters ask for no blocks of briefs, but where a test is about these."""
    monkeypatch.setattr(kind, "BLOCK_SHARE", 0.0)


FIELDS = sorted({field for field, _ in EVERY})


@pytest.mark.parametrize("field", FIELDS)
def test_every_letter_can_be_told_and_its_page_has_what_it_asks_for(field, monkeypatch):
    for place, (_, text) in enumerate(sorted(one for one in EVERY if one[0] == field)):
        monkeypatch.setattr(kind, "letters", lambda unused=False, sort="", text=text: ((field, text),))
        wish = kind.letter(Draw(text))
        asked = [*wish.requires, *wish.asks[0].requires]
        page = checks.Document(wish.page)
        assert not checks.unmet(page, asked), text
        assert place % 5 or not checks.problems(page), text


def test_no_two_letters_have_the_same_words_and_roles():
    words = [
        re.sub(r"\W+", " ", re.sub(r"\{[=+]?(\w+)[^{}]*\}", r" \1 ", text)).casefold() for _, text in sorted(EVERY)
    ]
    assert len(set(words)) == len(words)


def test_training_never_draws_the_letters_that_are_kept_out_of_it():
    kept = {text for sort in ALL for _, text in letters(True, sort)}
    assert 0.03 < len(kept) / len(EVERY) < 0.15
    assert not kept & {text for sort in ALL for _, text in letters(sort=sort)}
    draw = Draw("1", "wordings")
    found = {kind.letter(draw).asks[0].says[0] for _ in range(40)}
    assert "wordings" in draw.held and len(found) > 30


def test_a_letter_is_told_with_other_things_in_it():
    told = {kind.letter(Draw(f"{number}")).asks[0].says[0] for number in range(200)}
    assert len(told) > 190


def test_marks_are_read_with_all_that_can_stand_in_them():
    parts = parsed(
        Draw("1"), "Sells {row(each)/food:olives = 5; nuts = 6.50}, {=h1:bakery}{+area:Message}{end} <now|now>."
    )
    assert parts == [
        "Sells ",
        Mark("row", (("olives", "5"), ("nuts", "6.50")), "each", "food"),
        ", ",
        Mark("h1", (("bakery",),), fixed=True),
        Mark("area", (("Message",),), silent=True),
        Mark("end", (("",),)),
        " now.",
    ]
    with pytest.raises(ValueError, match="cannot be read"):
        parsed(Draw("1"), "{row: olives} {Row x}")
    with pytest.raises(ValueError, match="no role is called rows"):
        Sheet(STYLES["slate"]).add(Mark("rows", (("olives",),)))


def test_what_is_shown_without_being_said_is_not_required():
    sheet = Sheet(STYLES["slate"])
    sheet.add(Mark("h1", (("bakery",),), fixed=True))
    sheet.add(Mark("area", (("Message",),), silent=True))
    page = sheet.page()
    assert "<textarea" in page
    assert [requirement.text for requirement in sheet.needs] == ["Bakery"]


@pytest.mark.parametrize(("text", "number"), [("Three buttons: {btn:Yes; No; Maybe}", 3), ("2 links: {link:A; B}", 2)])
def test_a_number_of_things_stays_true_in_every_draw(text, number, monkeypatch):
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", "{title:Page}" + text),))
    seen = set()
    for seed in range(60):
        wish = kind.letter(Draw(f"{seed}"))
        said = re.match(r"\w+", wish.asks[0].says[0])[0]
        shown = len(wish.asks[0].requires)
        assert said in (str(shown), ["", "One", "Two", "Three", "Four", "Five"][min(shown, 5)])
        seen.add(shown)
    assert len(seen) > 1


def test_other_words_are_told_but_for_what_the_page_shows(monkeypatch):
    monkeypatch.setattr(thesaurus, "SHARES", (1.0,))
    text = "{h1/name:Otter}. An umbrella form{+h2:Umbrella}{+field:Email}, underneath a contact form."
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", text),))
    told = [kind.letter(Draw(f"{seed}")).asks[0].says[0] for seed in range(20)]
    assert all("umbrella" in text for text in told)
    assert not any("underneath" in text for text in told)


def test_options_are_sometimes_joined_by_or(monkeypatch):
    text = "{title:Size}{radio(Size):small; medium; large}"
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", text),))
    told = [kind.letter(Draw(f"{seed}")).asks[0].says[0] for seed in range(60)]
    assert 5 < sum(" or " in text for text in told) < 40


def test_a_table_keeps_as_many_columns_as_its_rows_have_cells(monkeypatch):
    monkeypatch.setattr(
        kind, "letters", lambda unused=False, sort="": (("x", "{title:T}{th:A; B; C}: {tr:Ada = 7 = Leeds}"),)
    )
    assert all(kind.letter(Draw(f"{seed}")).page.count('<th scope="col"') == 3 for seed in range(40))


@pytest.mark.parametrize(
    "text", ["{th:Day; Open} {tr:Mon = 9; Tue = 10}", "{tr:Mon = 9; Tue = 10} under {th:Day; Open}"]
)
def test_the_columns_of_a_table_may_be_told_after_its_rows(text):
    sheet = sheet_of("{h1:Hours}" + text)
    page = sheet.page()
    assert page.count("<table") == 1 and page.index("<thead") < page.index("<tbody")
    assert not checks.unmet(checks.Document(page), sheet.needs)


def test_half_of_the_letters_lack_some_of_their_sentences_and_have_some_of_others(monkeypatch):
    mine = "A page for {h1:Otter Boats}. Call {phone:555 0100}. We have {row:canoe = 9; raft = 30}. Say {p:Dry!} too."
    monkeypatch.setattr(
        kind, "letters", lambda unused=False, sort="": (("x", mine), ("x", "{h1:Mill}. Links: {link:Map}."))
    )
    told = []
    for seed in range(500):
        wish = kind.letter(Draw(f"{seed}"))
        assert not checks.unmet(checks.Document(wish.page), wish.asks[0].requires)
        told.append(wish.asks[0].says[0])
    of_mine = [text for text in told if text.startswith("A page for")]
    assert 0.1 < sum("Call" not in text for text in of_mine) / len(of_mine) < 0.5
    assert 0.1 < sum("Links:" in text for text in of_mine) / len(of_mine) < 0.9


def test_what_the_words_around_a_mark_speak_of_stays_as_it_is():
    parts = kind._standing(
        parsed(
            Draw("1"), "{hue:navy}, not blue, for {h1:Bar Otter} in {lead:Leeds}; Otter is a dog, 12 of {p:12 seats}"
        )
    )
    assert [part.role for part in parts if isinstance(part, Mark) and part.stays] == ["h1", "p"]


def sheet_of(text: str) -> Sheet:
    sheet = Sheet(STYLES["slate"])
    for mark in parsed(Draw("1"), text):
        if isinstance(mark, Mark):
            sheet.add(mark)
    return sheet


@pytest.mark.parametrize(
    "text", ["{hue:green; gold} {band:navy} {dark:dark}", "{band:plum} {bg:mint} {hue:red}, {hue:#0b132b}, {hue:pink}"]
)
def test_every_colour_that_is_told_is_on_the_page_and_readable(text):
    sheet = sheet_of("{h1:Hours}{btn:Go}" + text)
    page = checks.Document(sheet.page())
    assert sum(bool(requirement.color) for requirement in sheet.needs) == 4 + ("#" in text)
    assert not checks.unmet(page, sheet.needs) and not checks.problems(page)


def test_pictures_may_be_told_by_their_number_and_posts_lead_on(monkeypatch):
    sheet = sheet_of("{h1:Trips}{pics:three} photos, {post(more):Alps = by bus; Sea = by boat}")
    assert sheet.page().count('role="img"') == 3 and sheet.page().count("<a ") == 2
    assert not checks.unmet(checks.Document(sheet.page()), sheet.needs)
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", "{h1:Trips}: {pics:three} photos"),))
    for seed in range(30):
        wish = kind.letter(Draw(f"{seed}"))
        number = re.findall(r"(\w+) photos", wish.asks[0].says[0])[-1]
        assert wish.page.count('role="img"') == counted(number)


def test_what_is_shown_again_is_what_was_told(monkeypatch):
    monkeypatch.setattr(
        kind, "letters", lambda unused=False, sort="": (("x", "{h1:Halm} {btn:Book it}, twice{+btn:Book it}"),)
    )
    texts = [re.findall("<button.*?>(.*?)<", kind.letter(Draw(f"{seed}")).page) for seed in range(30)]
    assert all(first == again for first, again in texts) and len({first for first, _ in texts}) > 10


def is_told_and_made(text, monkeypatch):
    """Thirty tellings of the letter ask for more than three things, each of which their sound pages have."""
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", text),))
    for seed in range(30):
        wish = kind.letter(Draw(f"{seed}"))
        page = checks.Document(wish.page)
        assert not checks.unmet(page, wish.asks[0].requires) and not checks.problems(page), wish.asks[0].says
        assert len(wish.asks[0].requires) > 3


ACTIVE = (
    "A tea timer, {timer(Steep):4 minutes = Take the bag out.}, the button says Steep",
    "count {count(Add one):pushups; laps} by a button, Add one; {stars:five = Thank you} stars",
    "{lot(Roll):1 = 20} with Roll; {riddle:What has keys? = piano = Come in!}; {pin:4821 = The key is under the pot.}",
    "field and hello: {greet:Your name = Ahoy}; in turn: {slides:Be kind.; Be early.}; {dialog:Why? = It is Tuesday.}",
    "they add theirs by Put it on: {adder(Put it on):milk; eggs}; {lamp:Lights out} makes it dark",
    "strip {banner:Closed today}, framed {box:Mind the step.}, lines {verse:Snow; on the cat}, {badge:new; sold out}",
)


@pytest.mark.parametrize("text", ACTIVE)
def test_what_a_page_does_is_told_and_made(text, monkeypatch):
    is_told_and_made("{h1:Otter}. " + text, monkeypatch)


STRUCTURED = (
    "table {th:Day; Mood}, {span(Day):1 = 5}; {cell:Day 3 = Mood = damp}. Caption {cap:My week}, end {total:Sum = 7}",
    "{row:tea = £2; bun = £3} {total:Total = £5}; {nest:Rosa = Tom = Ada; Olaf}",
    "trail {crumb:Home; Shop; Care}, pages {pager(2):Back; 1; 2; 3; …; 9; On}, {ask:Found it? = Yes = Not yet}",
    "accordion, {panel(one):Wood; Repairs = In two weeks}; sections {ids:menu; team} and {h2:Hello = hi}",
    "{some(Tip):three} tips, time in {clock:Oslo; Nairobi}, ring {pie:sleep = 33%; work = 40%}",
    "five tips {fill(Tip):five}, {fill:two} paragraphs, {zoom:Harbour = 1962; Two goats = 1974} open at a click",
    "must: {must:Name; Email}, {field:Town} (hint {hint:Leeds}), {slider(1-10):Pain}, {tint:navy} button {send:Go}",
    "a {tint:green} button {btn:Go}, {btn:Wait = orange; Walk = #b45309}; {price:€9} in {tint(last):plum}",
    "{tint:teal} title {h1:Otter}; {p:Mind.} in {tint(last):red}, {tint:gold} {box:Wet}, {badge:A} in {tint(last):red}",
)  # fmt: skip


@pytest.mark.parametrize("text", STRUCTURED)
def test_what_developers_have_names_for_is_told_and_made(text, monkeypatch):
    is_told_and_made(text if "{h1:" in text else "{h1:Otter}. " + text, monkeypatch)


COMPOSED = (
    "liked by {logos:Halm; Vostok; Oar}, colours {swatch:Moss = #14532d; #b45309; Sand = beige}",
    "{office:Oslo = 4 Quay Street = 22 11 40 10; Lima = Level 9 = hello@halm.example} side by side",
    "notes: {note:The otter returned. = Seen in May.; It left. = Nobody knows why.}, lent {bars:Owl = 22; Cat = 9}",
    "May with {month(2027-05):3 = Market; 14 = Fair}; per {ticks(Mon, Tue, Wed):stretch; feed Otto} (Mon, Tue, Wed)",
    "5x5 of {board(5):rain; a dog; somebody late}; back with {up:To the top}; {wipe:Before = After}",
    "{cart(To pay):Oat bar = £4.50; Pine bar = £5} and what it comes to; {run:Spin = Halt = 🎡}",
    "Monthly or Yearly: {swap(Monthly / Yearly):Basic = $5 = $50; Max = $9 = $90}; {sift:Birds = Tern; Men = Bo = Al}",
    "area of {times(That is):Width; Height}, below Menu {nav(Menu):Walls; Courses; Café}",
    "{field:Name}, then never, often or always: {matrix(never / often / always):I sleep; I eat}, {send:Done}",
    "sum of {plus:Rent; Food}",
    "hover {tip:escrow = Money that waits.}, at the edge {cookie:Two biscuits only. = Fine = No}",
    "since {event:1962 = The first goat; 1980 = A barn}, you are at 2 of {stage(2):Cart; Address; Pay}",
    "{chat:Ada = Hello; Bo = Who is there?; Ada = Ada} and {flip:Open = Closed; Sun = Moon}",
    "{lane:To do = Buy paint = Call Bo; Doing; Done = Sand}, {toast:Save = All is saved.}",
    "a number in {convert:Miles = 1.609}, {count(One more / Start over):laps} with One more and Start over",
    "{tier:Solo = €3 = one cat; Duo = €9 = two cats; Trio = €12}, the second is {best(2):Most loved}",
    "split by {split(Each pays):Bill; People}",
    "how much is {percent(The tip is):Bill; Percent}",
    "form: {field:Name}, button {send:Go}, then {thanks:Well done.}",
    "{dialog:Delete = Delete it for good? = Yes = Keep it}",
)


@pytest.mark.parametrize("text", COMPOSED)
def test_what_stands_side_by_side_or_is_worked_with_is_told_and_made(text, monkeypatch):
    is_told_and_made("{h1:Otter}. " + text, monkeypatch)


def test_some_texts_of_a_mark_may_be_shown_without_being_said(monkeypatch):
    text = "{h1:Otter}. Plans, one called {tier:_Solo = _€3; Crew = _€7; _Fleet = _€19}; {card:Fig = _Soft; Elm = _Old}"
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", text),))
    for seed in range(30):
        wish = kind.letter(Draw(f"{seed}"))
        said, page = wish.asks[0].says[0], wish.page
        assert all(word not in said and word in page for word in ("Solo", "€3", "€7", "Fleet", "Soft", "Old"))
        assert not {"Solo", "€7", "Soft"} & {need.text for need in wish.asks[0].requires}
        assert not checks.unmet(page, wish.asks[0].requires) and page.count("<article") == 5


def test_what_is_told_and_what_is_implied_of_one_thing_stand_together(monkeypatch):
    text = "{h1:Otter}. Steps: {ol:Knock; Wait}{+ol:Go in; Sit}. {+card:Fig = Soft}The other is {card:Elm = Old}"
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", text),))
    for seed in range(20):
        wish = kind.letter(Draw(f"{seed}"))
        assert wish.page.count("<ol>") == 1 and wish.page.count('class="grid"') == 1
        assert "<li>Sit</li>" in wish.page and not {"Sit", "Fig"} & {need.text for need in wish.asks[0].requires}


def test_two_sections_never_have_one_id():
    sheet = sheet_of("{h1:Otter}{nav:Dens}{h2:Dens}{p:Wet.}{h2:Dens}{p:Dry.}")
    assert sheet.page().count('id="dens"') == 1
    sheet = sheet_of("{h1:Otter}{ids:work; work}{h2:Work = work}{p:Dry.}")
    assert sheet.page().count('id="work"') == 1
    assert not checks.unmet(checks.Document(sheet.page()), sheet.needs)


def test_a_colour_is_that_of_the_mark_beside_it_alone():
    sheet = sheet_of("{h1:Otter}{tint:green}{btn:Go}{btn:Stay}{p:Dry.}{p:Wet.}{tint(last):red}")
    page = sheet.page()
    assert re.findall("<button.*?>", page)[1] == '<button type="button">'
    assert "<p>Dry.</p>" in page and '<p style="color:' in page
    with pytest.raises(ValueError, match="takes no colour"):
        sheet_of("{h1:Otter}{tint:green}{map:Hall}")
    with pytest.raises(ValueError, match="names of the rows"):
        sheet_of("{h1:Otter}{th:Day; Mood}{tr:Monday}{cell:Monday = Day = damp}")
    with pytest.raises(ValueError, match="no Tuesday"):
        sheet_of("{h1:Otter}{th:Day; Mood}{tr:Monday}{cell:Tuesday = Mood = damp}")
    with pytest.raises(ValueError, match="of no field"):
        sheet_of("{h1:Otter}{hint:damp}")


def test_a_colour_can_be_read_on_the_background_that_is_told_after_it(monkeypatch):
    text = "{h1:Otter} {p:Mind.} in {tint(last):navy}, heading {tint:maroon} {h1:Otter}, on {bg:black}"
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", text),))
    assert not any(checks.problems(checks.Document(kind.letter(Draw(f"{seed}")).page)) for seed in range(30))
    sheet = sheet_of("{bg:black}{h1:Otter}{p:Mind.}{tint(last):navy}")
    assert re.search('<p style="background: #[0-9a-f]{6}; color: #ffffff">Mind', sheet.page())


def test_a_fact_has_no_label_that_nobody_could_guess():
    text = (
        "On {fact(On):1 June} with {fact(Bench):a pool}, it weighs {fact(Weight):3 kg}, {fact(Date):noon}, {fact:dry}"
    )
    labels = [part.param for part in kind._labelled(parsed(Draw("1"), text)) if isinstance(part, Mark)]
    assert labels == ["On", "", "Weight", "When", ""]
    sheet = sheet_of("{h1:Otter}{fact(On):1 June}{fact:dry}{fact(When):noon}")
    items = "<ul>\n      <li>On 1 June</li>\n      <li>Dry</li>\n    </ul>"
    assert items in sheet.page() and sheet.page().count("<dt>") == 1


def test_letters_tell_what_others_tell_in_such_a_mark_but_not_where_names_are_unseen(monkeypatch):
    rows = [rows for found in other.series().values() for rows in found]
    assert not [text for found in rows for row in found for text in row if re.search("<[^<>]*[|][^<>]*>", text)]
    text = "{h1:Otter Boats}. Call {phone:555 0100}. We have {li:canoe; raft; dinghy}"
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", text),))
    lists = {found for found in rows if len(found[0]) == 1}
    shown = [
        tuple((item,) for item in re.findall("<li>(.*?)</li>", kind.letter(Draw(f"{seed}", split)).page))
        for split in ("train", "unseen")
        for seed in range(120)
    ]
    assert sum(items in lists for items in shown[:120]) > 8
    assert not any(items in lists for items in shown[120:])


def test_letters_also_ask_for_what_briefs_ask_for(monkeypatch):
    monkeypatch.setattr(kind, "BLOCK_SHARE", 0.3)
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", "{h1:Otter}. Call {phone:555 0100}."),))
    wishes = [kind.letter(Draw(f"{seed}")) for seed in range(200)]
    bred = [wish for wish in wishes if any(need.selector not in ("h1", "address") for need in wish.asks[0].requires)]
    assert len({need.selector for wish in bred for need in wish.asks[0].requires}) > 40
    assert not any(checks.unmet(checks.Document(wish.page), wish.asks[0].requires) for wish in wishes)


def test_marks_and_words_that_nothing_parts_are_told_apart():
    text = "{h1:Otter}{lead:Boats}. Ask for{+field:Name}numbers{+end}{p:Come.}{+p:Soon.}{btn:Go}."
    parts = kind._spaced(parsed(Draw("1"), text))
    told = [
        part if isinstance(part, str) else part.rows[0][0] for part in parts if isinstance(part, str) or not part.silent
    ]
    assert "".join(told) == "Otter Boats. Ask for numbers Come., Go."


def test_a_colour_gives_way_to_colours_whatever_else_has_its_name(monkeypatch):
    text = "{h1:Otter} {radio(Case):tan; black} {hue:tan}, {bg:black}"
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": (("x", text),))
    assert len({kind.letter(Draw(f"{seed}")).page for seed in range(40)}) > 30


def test_facts_stand_in_one_list_and_a_label_is_required_where_it_is_told():
    sheet = Sheet(STYLES["slate"])
    sheet.add(Mark("h1", (("fair",),)))
    sheet.add(Mark("fact", (("noon",),), param="Time"))
    sheet.add(Mark("fact", (("Hall", "Mill"),)))
    assert sheet.page().count("<dl>") == 1
    assert [requirement.text for requirement in sheet.needs] == ["Fair", "noon", "Mill", "Hall"]


def test_a_menu_leads_to_the_sections_that_it_names():
    sheet = Sheet(STYLES["slate"])
    for role, text in (("h1", "Otter"), ("nav", "rent"), ("h2", "Rent"), ("p", "Paid."), ("h2", "Food")):
        sheet.add(Mark(role, ((text,),)))
    page = sheet.page()
    assert '<a href="#rent">Rent</a>' in page and '<section id="rent">' in page and "<section>" in page


def tellings(text: str, monkeypatch, *others: str, count: int = 80) -> list[str]:
    """The letter as that many draws tell it, where `others` lend it sentences."""
    known = (("x", text), *(("y", other) for other in others))
    monkeypatch.setattr(kind, "letters", lambda unused=False, sort="": known)
    told = [kind.letter(Draw(f"{seed}")).asks[0].says[0].translate({2: None, 3: None}) for seed in range(count)]
    return [one for one in told if one.startswith(text[:8])]


def test_no_list_is_told_with_commas_where_only_a_comma_parts_it_from_what_follows(monkeypatch):
    told = tellings("Site for {h1:Otter}, {li:oak; elm; ash}, {btn:Go}", monkeypatch)
    as_written = [one for one in told if "oak" in one and "elm" in one]
    assert as_written and not any("oak, elm" in one for one in as_written)


def test_a_sign_that_stands_in_a_text_does_not_join_it_to_the_next(monkeypatch):
    for told in tellings("Times for {h1:Otter}. {=row:Mon – Tue = 9, 10; Wed = noon} too", monkeypatch):
        assert "Mon – Tue – " not in told and "Tue, 9, 10" not in told, told


def test_what_is_lent_says_what_it_is_and_stands_before_no_sentence_that_goes_on(monkeypatch):
    mine = "Page for {h1:Otter}. It was mine. He swims well. There is more."
    for told in tellings(
        mine, monkeypatch, "{title:Hi}Hi there. {btn:Press}. Button {btn:Push} above it. A button {btn:Tap} now."
    ):
        assert "It was mine. He swims" in told.replace("\n", " ")
        assert "above" not in told


def test_a_title_of_a_person_ends_no_sentence():
    sentences = kind._sentences(["Ask Ms. Otter at St. Ives, incl. dogs. Thanks. No. 5 is hers."])
    assert [sentence[0] for sentence in sentences] == [
        "Ask Ms. Otter at St. Ives, incl. dogs.",
        "Thanks.",
        "No. 5 is hers.",
    ]


def test_figures_stay_beside_those_that_are_implied(monkeypatch):
    text = "Prices: {h1:Otter}, one is {row:_Cod = _€3; Crab = €7; _Eel = _€9}."
    told = tellings(text, monkeypatch)
    assert all("€7" in one for one in told) and not all("Crab" in one for one in told)


def test_a_button_without_a_word_for_it_looks_like_one_and_a_box_to_tick_stays(monkeypatch):
    monkeypatch.setattr(other, "BORROWED", 0.0)
    button, tick = Mark("btn", (("Go",),)), Mark("tick", (("I agree",),))
    for seed in range(40):
        changed = [other.Others(Draw(f"{seed}"), 1.0).mark(mark, cued=False).rows[0][0] for mark in (button, tick)]
        assert changed[0] in bank("buttons") and changed[1] == "I agree"
