"""Single elements: buttons, headings, links, images, media, quotes, code and the like. Each still gets a complete page."""

from collections.abc import Sequence

from htmlbuilder.corpus.asks import color, look
from htmlbuilder.corpus.blocks.texts import plain
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, document, inline, tag
from htmlbuilder.corpus.style import Style, legible
from htmlbuilder.corpus.wish import Ask, Wish, colored, exactly, has, kind, shows


def simple(title: str, style: Style, components: Sequence[str], *body: str | None, extra: str = "", script: str = "") -> Html:
    """A narrow page with these components."""
    return document(title, style.css("narrow", *components, extra=extra), tag("main", *body, class_="narrow"), script=script)


def enumerate_words(draw: Draw, texts: Sequence[str]) -> str:
    """Texts to copy, as one enumeration: "A, B and C"."""
    words = [draw.quote(text) for text in texts] if draw.chance(0.4) else [draw.keep(text) for text in texts]
    if len(words) == 1:
        return words[0]
    return ", ".join(words[:-1]) + draw.pick((" and ", ", and ", ", ", " & ")) + words[-1]


@kind("button", 1.6)
def button(draw: Draw) -> Wish:
    asks: list[Ask] = []
    named = draw.chance(0.8)
    number = 1 if draw.chance(0.6) else draw.count(2, 6 if named else 20)
    texts = [f"Button {place}" for place in range(1, number + 1)] if number > 1 else ["Click me"]
    requires = [exactly("button, a.button", number)]
    if named:
        texts = list(dict.fromkeys(draw.word("buttons") if draw.chance(0.5) else draw.label() if draw.chance(0.7) else draw.phrase() for _ in range(number)))
        requires = [exactly("button, a.button", len(texts))]
        words = enumerate_words(draw, texts)
        asks.append(Ask(
            tails=(f"that say{'s' * (number == 1)} {words}", f"with the text{'s' * (number > 1)} {words}", f"labelled {words}", f"saying {words}", f"for {words}"),
            withs=(f"the text{'s' * (number > 1)} {words}", f"the label{'s' * (number > 1)} {words}"),
            says=(f"{'It says' if number == 1 else 'They say'} {words}.", f"Label{'s' * (number > 1)}: {words}.", f"The text {'is' if number == 1 else 'is to be'} {words}."),
            requires=tuple(shows(text, "button, a.button") for text in texts),
        ))  # fmt: skip
    elif number > 1:
        said = draw.say(number)
        asks.append(Ask(tails=(f"- {said} of them",), says=(f"There are {said} of them.", f"Make {said} of them.", f"Number of buttons: {said}.")))
    own = draw.chance(0.35)
    style = look(draw, asks, None, "indigo", 0.0 if own else 0.12)
    extra = ""
    if own:
        said, value, check = color(draw)
        style = style.with_accent(value)
        it = "It is" if number == 1 else "They are"
        asks.append(Ask(
            tails=(f"in {said}",),
            withs=(f"{said} as its colour", f"a {said} background" if said[0] not in "aeiou" else f"an {said} background"),
            says=(f"{it} {said}.", f"Button color: {said}.", f"Make {'it' if number == 1 else 'them'} {said}."),
            requires=(colored(check),),
        ))  # fmt: skip
    shape = draw.rng.random()
    if shape < 0.12:
        extra = "button, .button { border-radius: 999px; }"
        asks.append(Ask(withs=("round corners", "a pill shape", "rounded edges"), says=("Round the corners.", "Pill-shaped please.")))
    elif shape < 0.24:
        extra = "button, .button { padding: 1em 2.2em; font-size: 1.4rem; }"
        asks.append(Ask(withs=("a large size", "big letters"), says=("Make it big.", "A large one.")))
    target = ""
    if number == 1 and draw.chance(0.2):
        target = draw.url()
        k = draw.keep(target)
        asks.append(Ask(
            tails=(f"that links to {k}", f"that opens {k}", f"leading to {k}"),
            says=(f"It links to {k}.", f"Clicking it opens {k}.", f"It goes to {k}."),
            requires=(has(f'a[href="{target}"]'),),
        ))  # fmt: skip
    components: tuple[str, ...] = ("button",)
    row = [tag("a", text, class_="button", href=target) if target else tag("button", text, type="button") for text in texts]
    body = tag("p", row[0]) if len(row) == 1 else tag("div", *row, class_="row")
    if len(row) > 1:
        components = ("button", "row")
    nouns = (
        ("button", "button", "simple button", "html button", "clickable button", "page with a button", "call-to-action button", "push button", "cta button")
        if number == 1
        else (f"{draw.say(number)} buttons", f"a row of {draw.say(number)} buttons", f"a page with {draw.say(number)} buttons", f"a group of {draw.say(number)} buttons")
    )
    title = texts[0]
    return Wish(nouns=nouns, page=simple(title, style, components, tag("h1", title), body, extra=extra), asks=asks, requires=tuple(requires))


@kind("heading", 1.2)
def headings(draw: Draw) -> Wish:
    asks: list[Ask] = []
    requires = []
    if draw.chance(0.12):
        levels = draw.count(2, 6)
        body = [tag(f"h{level}", f"Heading {level}") for level in range(1, levels + 1)]
        said = draw.say(levels)
        nouns: tuple[str, ...] = ("page with headings", "heading demo", "set of headings")
        asks.append(Ask(tails=(f"from h1 to h{levels}",), withs=(f"{said} heading levels", f"the headings h1 to h{levels}"), says=(f"Show {said} levels.", f"From h1 to h{levels}.")))
        requires = [exactly(f"h{level}", 1) for level in range(1, levels + 1)]
        style = look(draw, asks, None, "slate", 0.2)
        return Wish(nouns=nouns, page=simple("Headings", style, (), *body), asks=asks, requires=tuple(requires))
    text = draw.phrase() if draw.chance(0.8) else draw.word("headings")
    q = draw.quote(text)
    asks.append(Ask(
        tails=(f"that says {q}", f"saying {q}", f"with the text {q}", f"reading {q}", q),
        withs=(f"the text {q}",),
        says=(f"It says {q}.", f"The text is {q}.", f"Text: {q}."),
        requires=(shows(text, "h1"),),
    ))  # fmt: skip
    sub, paragraph = "", ""
    if draw.chance(0.35):
        sub = draw.phrase()
        q = draw.quote(sub)
        asks.append(Ask(withs=(f"the subheading {q}", f"a subtitle {q}", f"an h2 saying {q}", f"{q} below it"), says=(f"Below it: {q}.", f"The subtitle is {q}.", f"Then a smaller heading {q}."), requires=(shows(sub, "h2, p"),)))
    if draw.chance(0.4):
        paragraph = draw.sentence()
        q = draw.quote(paragraph)
        asks.append(Ask(withs=(f"the paragraph {q}", f"a paragraph that says {q}", f"a text: {q}"), says=(f"The paragraph reads {q}", f"Under it write {q}", f"Then a paragraph: {q}"), requires=(shows(paragraph, "p"),)))
    centered = draw.chance(0.15)
    if centered:
        asks.append(Ask(withs=("centered text",), says=("Center it.", "It is centred.", "Put it in the middle.")))
    style = look(draw, asks, None, "ocean", 0.3)
    parts = [tag("h1", text), tag("h2", sub) if sub else None, tag("p", paragraph) if paragraph else None]
    return Wish(
        nouns=("heading", "heading", "headline", "title", "h1 heading", "page with a heading", "big heading", "h1", "main heading"),
        page=simple(text, style, ("centered",) if centered else (), *parts),
        asks=asks,
        requires=(has("h1"),),
    )


@kind("paragraphs", 0.7)
def paragraphs(draw: Draw) -> Wish:
    asks: list[Ask] = []
    if draw.chance(0.6):
        texts = [draw.sentence() for _ in range(draw.count(1, 3))]
        words = " and ".join(draw.quote(text) for text in texts)
        asks.append(Ask(tails=(f"that says {words}", f"reading {words}"), withs=(f"the text {words}",), says=(f"It reads {words}", f"Text: {words}", f"It says {words}"), requires=tuple(shows(text, "p") for text in texts)))
        nouns: tuple[str, ...] = ("paragraph", "text paragraph", "paragraph of text", "p element") if len(texts) == 1 else (f"{draw.say(len(texts))} paragraphs", f"a page with {draw.say(len(texts))} paragraphs")
    else:
        about = draw.topic()
        number = draw.count(1, 6)
        pool = [about.about[0], about.about[1], *(line for _, line in about.posts)]
        texts = pool[:number]
        what = draw.pick(about.kinds)
        nouns = (f"{draw.say(number)} paragraphs of text", f"a text in {draw.say(number)} paragraphs", f"a page with {draw.say(number)} paragraphs") if number > 1 else ("paragraph", "short text", "paragraph of text")
        asks.append(Ask(tails=(f"about a {what}",), says=(f"It is about a {what}.", f"The subject is a {what}.")))
    title = "Text"
    if draw.chance(0.4):
        title = draw.phrase()
        q = draw.quote(title)
        asks.append(Ask(withs=(f"the heading {q}", f"the title {q}"), says=(f"The heading is {q}.", f"Title: {q}."), requires=(shows(title, "h1"),)))
    style = look(draw, asks, None, "sand", 0.25)
    return Wish(nouns=nouns, page=simple(title, style, (), tag("h1", title), *(tag("p", text) for text in texts)), asks=asks, requires=(exactly("p", len(texts)),))


@kind("link", 1.3)
def links(draw: Draw) -> Wish:
    asks: list[Ask] = []
    number = 1 if draw.chance(0.6) else draw.count(2, 5)
    made = [(draw.url(), draw.word("links") if draw.chance(0.3) else draw.label() if draw.chance(0.6) else draw.phrase()) for _ in range(number)]
    made = list({text: (url, text) for url, text in made}.values())
    named = draw.chance(0.8)
    requires = tuple(shows(text if named else url, f'a[href="{url}"]') for url, text in made)
    if number == 1:
        text, k = made[0][1], draw.keep(made[0][0])
        q = draw.quote(text)
        if named:
            forms = (f"to {k} that says {q}", f"to {k} with the text {q}", f"that says {q} and goes to {k}", f"labelled {q} to {k}", f"saying {q} that opens {k}")
            asks.append(Ask(tails=forms, says=(f"It goes to {k} and says {q}.", f"Text: {q}, address: {k}.", f"It should open {k}, and read {q}."), requires=requires))
        else:
            asks.append(Ask(tails=(f"to {k}", f"that opens {k}", f"pointing at {k}"), says=(f"It leads to {k}.", f"Address: {k}.", f"The target is {k}."), requires=requires))
    else:
        words = [f"{draw.quote(text)} ({draw.keep(url)})" if named else draw.keep(url) for url, text in made]
        together = ", ".join(words)
        asks.append(Ask(tails=(f"to {together}", f": {together}"), withs=(f"links to {together}",), says=(f"They are {together}.", f"Links: {together}."), requires=requires))
    new_tab = draw.chance(0.25)
    if new_tab:
        asks.append(Ask(withs=("a new tab as target",), says=("It opens in a new tab.", "Open it in a new window.", "Target blank."), requires=(has("a[target=_blank]", len(made)),)))
    style = look(draw, asks, None, "ocean", 0.2)
    anchors = [tag("a", text if named else url, href=url, target="_blank" if new_tab else None, rel="noopener" if new_tab else None) for url, text in made]
    title = made[0][1] if named and len(made) == 1 else "Links"
    body = tag("p", anchors[0]) if len(anchors) == 1 else tag("ul", *(tag("li", anchor_) for anchor_ in anchors))
    nouns = ("link", "hyperlink", "text link", "html link", "anchor link", "page with a link") if number == 1 else (f"{draw.say(len(made))} links", "list of links", "link list", "page with links", "link page")
    return Wish(nouns=nouns, page=simple(title, style, ("list",) if len(made) > 1 else (), tag("h1", title), body), asks=asks, requires=(exactly("main a", len(made)),))


@kind("image", 1.3)
def images(draw: Draw) -> Wish:
    """Images keep the file names and sizes of the prompt; without one, the page draws a small picture of its own."""
    asks: list[Ask] = []
    number = 1 if draw.chance(0.7) else draw.count(2, 6)
    files = [draw.file("jpg", "png", "webp", "gif", "svg", "jpeg") if draw.chance(0.85) else draw.url() + "/" + draw.file("jpg", "png") for _ in range(number)]
    files = list(dict.fromkeys(files))
    told = number > 1 or draw.chance(0.75)
    requires = [exactly("img", len(files))]
    if told:
        words = ", ".join(draw.keep(file) for file in files)
        asks.append(Ask(
            tails=(f"from {words}", f"of {words}", f"using the file{'s' * (number > 1)} {words}"),
            withs=(f"the file{'s' * (number > 1)} {words}", f"{words} as the source"),
            says=(f"The file{'s are' if number > 1 else ' is'} {words}.", f"Source: {words}.", f"Use {words}."),
            requires=tuple(has(f'img[src="{file}"]') for file in files),
        ))  # fmt: skip
    alts = [file.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("-", " ").capitalize() for file in files] if told else ["A house by the sea"]
    if number == 1 and draw.chance(0.45):
        alts = [draw.phrase()]
        q = draw.quote(alts[0])
        asks.append(Ask(tails=(f"with the alt text {q}",), withs=(f"the alt text {q}", f"alt {q}"), says=(f"The alt text is {q}.", f"Alt: {q}.", f"It shows {q}."), requires=(has(f'img[alt="{alts[0]}"]') if '"' not in alts[0] else has("img[alt]"),)))
    caption = ""
    if number == 1 and draw.chance(0.4):
        caption = draw.phrase() if draw.chance(0.7) else draw.sentence()
        q = draw.quote(caption)
        asks.append(Ask(tails=(f"with the caption {q}",), withs=(f"the caption {q}", f"a caption saying {q}", f"{q} underneath"), says=(f"The caption is {q}.", f"Caption: {q}", f"Under it stands {q}."), requires=(shows(caption, "figcaption, p"),)))
    width = 0
    if draw.chance(0.3):
        width = draw.rng.randint(4, 90) * 10
        asks.append(Ask(tails=(f"{width} pixels wide",), withs=(f"a width of {width}", f"a width of {width} pixels", f"width {width}px"), says=(f"It is {width} pixels wide.", f"Width: {width}."), requires=(has(f'img[width="{width}"]', len(files)),)))
    linked = ""
    if number == 1 and draw.chance(0.12):
        linked = draw.url()
        k = draw.keep(linked)
        asks.append(Ask(tails=(f"that links to {k}",), says=(f"A click on it opens {k}.", f"It links to {k}."), requires=(has(f'a[href="{linked}"] img'),)))
    style = look(draw, asks, None, "sand", 0.2)
    drawn = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%204%203'%3E%3Crect%20width='4'%20height='3'%20fill='%239cc9e8'/%3E%3Cpath%20d='M1%203V1.7L2%201l1%20.7V3z'%20fill='%23b5533c'/%3E%3C/svg%3E"
    pictures = [tag("img", src=file if told else drawn, alt=alt, width=width or None) for file, alt in zip(files, alts, strict=True)]
    shown: list[Html] = [tag("a", picture, href=linked) for picture in pictures] if linked else pictures
    body = tag("figure", shown[0], tag("figcaption", caption)) if caption else tag("p", shown[0]) if len(shown) == 1 else tag("div", *shown, class_="grid")
    title = alts[0] if len(alts) == 1 else "Images"
    nouns = ("image", "picture", "photo", "html image", "page with an image", "img tag", "page showing a picture", "image element") if number == 1 else (f"{draw.say(len(files))} images", f"a page with {draw.say(len(files))} images", f"{draw.say(len(files))} pictures side by side", f"a page showing {draw.say(len(files))} photos")
    components = ("figure",) if caption else ("grid",) if len(shown) > 1 else ()
    return Wish(nouns=nouns, page=simple(title, style, components, tag("h1", title), body), asks=asks, requires=tuple(requires))


@kind("media", 1.2)
def media(draw: Draw) -> Wish:
    asks: list[Ask] = []
    video = draw.chance(0.6)
    name = "video" if video else "audio"
    file = draw.file("mp4", "webm") if video else draw.file("mp3", "ogg", "wav")
    requires = [has(name)]
    if draw.chance(0.8):
        k = draw.keep(file)
        asks.append(Ask(
            tails=(f"for {k}", f"that plays {k}", f"playing {k}", f"of {k}"),
            withs=(f"the file {k}", f"{k} as the source"),
            says=(f"The file is {k}.", f"It plays {k}.", f"Source: {k}.", f"Use {k}."),
            requires=(has(f'{name}[src="{file}"], {name} source[src="{file}"]'),),
        ))  # fmt: skip
    else:
        file = "video.mp4" if video else "audio.mp3"
    flags = {}
    for flag, share, withs, says in (
        ("autoplay", 0.2, ("autoplay",), ("It starts by itself.", "Autoplay it.")),
        ("loop", 0.25, ("a loop", "looping on"), ("It repeats for ever.", "Loop it.", "It should loop.")),
        ("muted", 0.2, ("the sound off", "muted sound"), ("Mute it.", "Without sound.", "It is muted.")),
    ):
        flags[flag] = draw.chance(share)
        if flags[flag]:
            asks.append(Ask(withs=withs, says=says, requires=(has(f"{name}[{flag}]"),)))
    if draw.chance(0.25):
        asks.append(Ask(withs=("controls", "play and pause controls", "a control bar"), says=("Show the controls.", "People can pause it."), requires=(has(f"{name}[controls]"),)))
    width, poster = 0, ""
    if video and draw.chance(0.3):
        width = draw.rng.randint(16, 96) * 10
        asks.append(Ask(tails=(f"{width} pixels wide",), withs=(f"a width of {width}", f"width {width}px"), says=(f"It is {width} pixels wide.",), requires=(has(f'video[width="{width}"]'),)))
    if video and draw.chance(0.2):
        poster = draw.file("jpg", "png")
        k = draw.keep(poster)
        asks.append(Ask(withs=(f"the poster {k}", f"{k} as the poster image"), says=(f"The poster is {k}.", f"Before it plays it shows {k}."), requires=(has(f'video[poster="{poster}"]'),)))
    title = "Video" if video else "Audio"
    if draw.chance(0.4):
        title = draw.phrase()
        q = draw.quote(title)
        asks.append(Ask(tails=(f"called {q}", f"titled {q}"), withs=(f"the title {q}", f"the heading {q}"), says=(f"The title is {q}.", f"Above it stands {q}."), requires=(shows(title, "h1"),)))
    style = look(draw, asks, None, "night" if video else "plum", 0.15)
    player = tag(name, "Your browser cannot play this.", src=file, controls=True, width=width or None, poster=poster or None, aria_label=title, **flags)
    nouns = (
        ("video", "video player", "page with a video", "html video", "video element", "video page", "movie player", "clip player")
        if video
        else ("audio player", "audio element", "page with audio", "sound player", "music player", "html audio", "song player", "podcast player")
    )
    return Wish(nouns=nouns, page=simple(title, style, (), tag("h1", title), tag("p", player), extra="video { max-width: 100%; }" if video else ""), asks=asks, requires=tuple(requires))


@kind("quote", 0.7)
def quotation(draw: Draw) -> Wish:
    asks: list[Ask] = []
    text, person = draw.sentence() if draw.chance(0.6) else draw.phrase(), draw.person()
    q = draw.quote(text)
    asks.append(Ask(tails=(f"that says {q}", f"reading {q}", f": {q}"), withs=(f"the words {q}", f"the text {q}"), says=(f"It says {q}", f"The quote is {q}", f"Text: {q}"), requires=(shows(text, "blockquote"),)))
    named = draw.chance(0.7)
    if named:
        k = draw.keep(person)
        asks.append(Ask(tails=(f"by {k}",), withs=(f"{k} as the author", f"the author {k}"), says=(f"{k} said it.", f"The author is {k}.", f"It is by {k}."), requires=(shows(person),)))
    style = look(draw, asks, None, "plum", 0.3)
    block = tag("blockquote", tag("p", text), tag("cite", person) if named else None)
    return Wish(nouns=("quote", "blockquote", "quotation", "pull quote", "page with a quote", "quote card", "citation"), page=simple("Quote", style, ("quote",), tag("h1", "Quote"), block), asks=asks, requires=(has("blockquote"),))


@kind("code", 0.5)
def code(draw: Draw) -> Wish:
    asks: list[Ask] = []
    noun, verb = draw.word("nouns"), draw.word("verbs")
    text = draw.pick((f"print('{noun}')", f"let {noun} = {draw.rng.randint(0, 99)};", f"def {verb}(): return {draw.rng.randint(0, 9)}", f"npm install {noun}", f"SELECT * FROM {noun};", f"git commit -m '{verb} {noun}'", f"echo {verb}"))
    text = text if text.isascii() else "echo hello"
    k = draw.keep(text)
    asks.append(Ask(tails=(f"that shows {k}", f"with {k}", f"for {k}"), withs=(f"the code {k}", f"the line {k}"), says=(f"The code is {k}", f"It shows {k}", f"Code: {k}"), requires=(shows(text, "code"),)))
    style = look(draw, asks, None, "graphite", 0.25)
    return Wish(nouns=("code block", "code snippet", "code sample", "pre block", "page with source code", "block of code"), page=simple("Code", style, ("code",), tag("h1", "Code"), tag("pre", tag("code", text))), asks=asks, requires=(has("pre code"),))


@kind("progress", 0.6)
def progress(draw: Draw) -> Wish:
    asks: list[Ask] = []
    number = draw.count(1, 5)
    bars = list({label: (label, draw.rng.randint(1, 100)) for label in ((draw.word("skills") if draw.chance(0.4) else draw.label()) for _ in range(number))}.values())
    words = ", ".join(f"{draw.keep(label)} {draw.pick((f'{value}%', f'at {value}%', f'({value}%)', f'{value} percent'))}" for label, value in bars)
    asks.append(Ask(tails=(f"for {words}", f"showing {words}"), withs=(words, f"the values {words}"), says=(f"Values: {words}.", f"It shows {words}."), requires=tuple(shows(label) for label, _ in bars)))
    style = look(draw, asks, None, "forest", 0.25)
    lines = [tag("p", tag("label", f"{label}: {value}%", tag("progress", f"{value}%", max=100, value=value))) for label, value in bars]
    nouns = ("progress bar", "progress indicator", "percentage bar", "progress element") if len(bars) == 1 else (f"{draw.say(len(bars))} progress bars", "skill bars", "set of progress bars")
    return Wish(nouns=nouns, page=simple("Progress", style, ("progress",), tag("h1", "Progress"), *lines), asks=asks, requires=tuple(has(f'progress[value="{value}"]') for _, value in bars))


@kind("alert", 0.6)
def alert(draw: Draw) -> Wish:
    asks: list[Ask] = []
    text = draw.sentence() if draw.chance(0.5) else draw.phrase()
    tone, value = draw.pick((("success", "#14532d"), ("warning", "#f2c230"), ("error", "#8b1a1a"), ("info", "#12316b"), ("", "#12316b")))
    q = draw.quote(text)
    asks.append(Ask(tails=(f"that says {q}", f"saying {q}", f"with {q}"), withs=(f"the message {q}", f"the text {q}"), says=(f"It says {q}", f"Message: {q}"), requires=(shows(text),)))
    style = look(draw, asks, None, "slate", 0.1)
    box = tag("div", text, class_="alert", role="alert" if tone in ("error", "warning") else "status")
    names = (f"{tone} message", f"{tone} alert", f"{tone} box", f"{tone} banner", f"{tone} notice") if tone else ("alert box", "notice", "banner", "message box", "notification", "announcement bar")
    return Wish(nouns=names, page=simple("Notice", style, ("alert",), tag("h1", "Notice"), box, extra=f".alert {{ background: {value}; color: {legible(value)}; }}"), asks=asks, requires=(has("[role=alert], [role=status], .alert"),))


@kind("definitions", 0.5)
def definitions(draw: Draw) -> Wish:
    asks: list[Ask] = []
    pairs = list({draw.label(): draw.sentence() for _ in range(draw.count(1, 4))}.items())
    words = "; ".join(f"{draw.keep(term)}: {draw.keep(text)}" for term, text in pairs)
    asks.append(Ask(tails=(f"with {words}",), withs=(f"these terms: {words}", words), says=(f"Terms: {words}", f"It explains {words}"), requires=(*(shows(term, "dt") for term, _ in pairs), *(shows(text, "dd") for _, text in pairs))))
    style = look(draw, asks, None, "sand", 0.25)
    entries = [part for term, text in pairs for part in (tag("dt", term), tag("dd", text))]
    return Wish(nouns=("definition list", "description list", "glossary", "list of terms", "dl list", "word list with explanations"), page=simple("Glossary", style, (), tag("h1", "Glossary"), tag("dl", *entries), extra="dt { font-weight: 700; }\ndd { margin: 0 0 1rem; }"), asks=asks, requires=(exactly("dt", len(pairs)),))


@kind("card", 0.9)
def card(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = draw.phrase() if draw.chance(0.6) else draw.brand()
    q = draw.quote(title)
    asks.append(Ask(tails=(f"titled {q}", f"called {q}", f"for {q}"), withs=(f"the title {q}", f"the heading {q}"), says=(f"The title is {q}.", f"Title: {q}."), requires=(shows(title, "h1, h2, h3"),)))
    text, action, price = "A few words about it.", "", ""
    if draw.chance(0.6):
        text = draw.sentence()
        q = draw.quote(text)
        asks.append(Ask(withs=(f"the text {q}", f"a line saying {q}", f"the description {q}"), says=(f"The text is {q}", f"Below: {q}", f"Description: {q}"), requires=(shows(text, "p"),)))
    if draw.chance(0.5):
        action = draw.word("buttons") if draw.chance(0.5) else draw.label()
        asks.append(ask(draw, "button", (shows(action, "button, a"),), b=plain(draw, action)))
    if draw.chance(0.25):
        price = draw.price()
        k = draw.keep(price)
        asks.append(Ask(withs=(f"the price {k}", f"a price of {k}"), says=(f"It costs {k}.", f"Price: {k}."), requires=(shows(price),)))
    pictured = draw.chance(0.25)
    if pictured:
        asks.append(Ask(withs=("a picture on top", "an image area", "a photo"), says=("There is a picture on top.",), requires=(has("img, [role=img]"),)))
    style = look(draw, asks, None, "clay", 0.25)
    body = tag("article", tag("div", class_="photo", role="img", aria_label=title) if pictured else None, tag("h1", title), tag("p", text), tag("p", price, class_="price") if price else None, tag("button", action, type="button") if action else None, class_="card")
    components = ("card", *(("button",) if action else ()), *(("price",) if price else ()), *(("photo",) if pictured else ()))
    return Wish(nouns=("card", "info card", "card component", "content card", "card element", "html card", "product card" if price else "teaser card"), page=simple(title, style, components, body), asks=asks, requires=(has(".card"),))


@kind("inline", 0.5)
def marked(draw: Draw) -> Wish:
    """Words set apart inside a sentence: bold, italic, marked, struck out."""
    asks: list[Ask] = []
    element, names = draw.pick((("strong", ("bold", "strong")), ("em", ("italic", "emphasised", "slanted")), ("mark", ("highlighted", "marked")), ("del", ("struck out", "crossed out")), ("u", ("underlined",)), ("small", ("small", "fine-print"))))
    word = draw.label() if draw.chance(0.5) else draw.phrase()
    q, said = draw.quote(word), draw.pick(names)
    selector = {"strong": "strong, b", "em": "em, i", "del": "del, s"}.get(element, element)
    asks.append(Ask(tails=(f"that says {q}", f"reading {q}"), withs=(f"the words {q}",), says=(f"It says {q}.", f"The words are {q}."), requires=(shows(word, selector),)))
    style = look(draw, asks, None, "slate", 0.2)
    page = simple("Text", style, (), tag("h1", "Text"), tag("p", tag(element, word)))
    return Wish(nouns=(f"{said} text", f"{said} line of text", f"piece of {said} text", f"page with {said} text"), page=page, asks=asks, requires=(has(selector),))


@kind("shape", 0.4)
def shape(draw: Draw) -> Wish:
    """Two texts parted by a line, or a box of a given size and colour."""
    asks: list[Ask] = []
    if draw.chance(0.5):
        said, value, check = color(draw)
        width, height = draw.rng.randint(4, 60) * 10, draw.rng.randint(4, 60) * 10
        asks.append(Ask(tails=(f"of {width} by {height} pixels",), withs=(f"a size of {width}x{height}", f"a width of {width}px and a height of {height}px"), says=(f"It is {width} pixels wide and {height} pixels high.", f"Size: {width}x{height}px.")))
        asks.append(Ask(tails=(f"in {said}",), withs=(f"the colour {said}",), says=(f"It is {said}.", f"Colour: {said}."), requires=(colored(check),)))
        style = look(draw, asks, None, "slate", 0.05)
        box = tag("div", class_="box", role="img", aria_label="Box")
        return Wish(nouns=("box", "div", "square" if width == height else "rectangle", "coloured box", "div box"), page=simple("Box", style, (), tag("h1", "Box"), box, extra=f".box {{ width: {width}px; max-width: 100%; height: {height}px; background: {value}; }}"), asks=asks, requires=(has("div"),))
    first, second = draw.sentence(), draw.sentence()
    asks.append(Ask(withs=(f"{draw.quote(first)} above and {draw.quote(second)} below",), says=(f"Above it stands {draw.quote(first)} and below {draw.quote(second)}",), requires=(shows(first, "p"), shows(second, "p"))))
    style = look(draw, asks, None, "slate", 0.2)
    return Wish(nouns=("horizontal line", "horizontal rule", "hr element", "dividing line", "separator"), page=simple("Line", style, (), tag("h1", "Line"), tag("p", first), tag("hr"), tag("p", inline(second))), asks=asks, requires=(has("hr"),))
