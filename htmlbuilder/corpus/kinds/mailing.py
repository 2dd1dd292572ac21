"""A mailing: a page laid out as e-mail programs want it, in one table of a fixed width."""

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks.texts import button_text, line, plain, quoted
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import document, tag
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows


@kind("mailing", 0.7)
def mailing(draw: Draw) -> Wish:
    asks: list[Ask] = []
    heading = draw.phrase() if draw.chance(0.6) else draw.brand()
    asks.append(ask(draw, "title", (shows(heading, "h1"),), q=plain(draw, heading)))
    width = draw.pick((600, 600, 600, 640, 560, 480))
    if draw.chance(0.6):
        asks.append(ask(draw, "mailing.width", (has(f'table[width="{width}"]'),), w=str(width)))
    else:
        width = 600
    rows = [tag("h1", heading)]
    texts = list(dict.fromkeys(line(draw) for _ in range(draw.rng.randint(1, 3))))
    if len(texts) > 1:
        asks.append(ask(draw, "paragraphs", [shows(text, "td p") for text in texts], s=draw.pick((", ", "; ", "\n")).join(quoted(draw, text) for text in texts), **many(draw, len(texts))))
    else:
        asks.append(ask(draw, "note", (shows(texts[0], "td p"),), q=plain(draw, texts[0])))
    rows += [tag("p", text) for text in texts]
    if draw.chance(0.7):
        button, url = button_text(draw), draw.url()
        asks.append(ask(draw, "link.button", (shows(button, f'td a[href="{url}"]'),), q=quoted(draw, button), u=draw.keep(url)))
        rows.append(tag("p", tag("a", button, href=url, class_="button")))
    if draw.chance(0.35):
        name = draw.person()
        asks.append(ask(draw, "closing.signed", (shows(name, "td"),), q=draw.keep(name)))
        rows.append(tag("p", name))
    if draw.chance(0.5):
        asks.append(ask(draw, "mailing.leave", (shows("Unsubscribe", "td a"),)))
        rows.append(tag("p", tag("a", "Unsubscribe", href="#unsubscribe"), class_="muted"))
    style = look(draw, asks, None, "slate", 0.25)
    table = tag("table", *(tag("tr", tag("td", row)) for row in rows), role="presentation", width=width, align="center")
    page = document(heading, style.css("button", "muted", extra="table { max-width: 100%; }\ntd { padding: 0.5rem 1.25rem; }"), tag("main", table))
    return Wish(
        nouns=("HTML email", "e-mail newsletter", "email template", "mailing", "newsletter email", "html mail", "email in a table layout", "email laid out with tables", "promotional email", "mail template", "announcement email", "email-style page"),
        needs=("I want to send it by mail to our members.", "It goes out by email, so it must be laid out with a table."),
        page=page,
        asks=asks,
        requires=(has("table[role=presentation]"), has("h1")),
        ordered=True,
    )
