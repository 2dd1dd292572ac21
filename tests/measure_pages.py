"""Pages for the measure's own tests: good ones, ways to break them, and ones that only look broken or only look good."""

# ruff: noqa: E501 - a page's line stands in one piece

from typing import Any, NamedTuple

SHOP = """<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Kestrel Bakery</title>
  <style>
    body { margin: 0; font: 16px/1.5 sans-serif; color: #1f2937; background: #fffaf0 }
    main { max-width: 60rem; margin: 0 auto; padding: 1rem }
    h1 { color: #6b21a8 }
    .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)) }
    .card { padding: 1rem; border: 1px solid #d6c7ae; border-radius: 8px; background: #ffffff }
    .scroll { overflow-x: auto }
    button { padding: .5rem 1rem; border: 0; color: #ffffff; background: #1b6f5c }
    img { width: 40px; height: 40px }
  </style>
</head>
<body>
  <header><nav aria-label="Main"><a href="#bread">Bread</a> <a href="#order">Order</a></nav></header>
  <main>
    <h1>Kestrel Bakery</h1>
    <p>Baked in Linden Street since 1998.</p>
    <img src="data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='40'%20height='40'%3E%3Ccircle%20cx='20'%20cy='20'%20r='18'/%3E%3C/svg%3E" alt="A loaf">
    <h2 id="bread">Our bread</h2>
    <div class="cards">
      <article class="card"><h3>Rye loaf</h3><p class="price">$4.50</p></article>
      <article class="card"><h3>Spelt roll</h3><p class="price">$1.20</p></article>
      <article class="card"><h3>Plum cake</h3><p class="price">$18</p></article>
    </div>
    <h2 id="order">Order</h2>
    <form action="#" method="post">
      <p><label for="name">Your name</label> <input id="name" name="name" type="text" autocomplete="name"></p>
      <p><label for="email">Email</label> <input id="email" name="email" type="email" autocomplete="email"></p>
      <p><label for="size">Size</label> <select id="size" name="size"><option>Small</option><option>Large</option></select></p>
      <button type="submit">Place order</button>
    </form>
    <ul><li>Open from six</li><li>Closed on Mondays</li></ul>
    <p id="said" role="status"></p>
  </main>
  <script>
    document.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      document.getElementById("said").textContent = "Thank you";
    });
  </script>
</body>
</html>
"""

ASKED: list[dict[str, Any]] = [
    {"selector": "h1", "text": "Kestrel Bakery"},
    {"text": "Linden Street"},
    {"selector": ".card", "min": 3, "max": 3},
    {"text": "$4.50"},
    {"text": "$18"},
    {"selector": "input[type=email]"},
    {"selector": "option", "text": "Large"},
    {"selector": "button", "text": "Place order"},
    {"color": "#1b6f5c"},
    {"color": "purple"},
]


class Break(NamedTuple):
    """`old` becomes `new` in the good page, and the check `caught_by` must fail with a fault that says `saying`."""

    name: str
    old: str
    new: str
    caught_by: str
    saying: str


BREAKS = [
    # gate
    Break("cut off in the middle", SHOP[SHOP.index("    <h2 id=\"order\">") :], "", "gate", "unfinished"),
    Break("no doctype", "<!DOCTYPE html>\n", "", "gate", "doctype"),
    Break("text after the end", "</html>\n", "</html>\nI hope that this helps!\n", "gate", "unfinished"),
    Break("a stray end tag", "<h1>Kestrel", "</div><h1>Kestrel", "gate", "parse"),
    Break("a tag that is not closed", "<h1>Kestrel", "<b><h1>Kestrel", "gate", "parse"),
    Break("everything hidden", "<body>", "<body hidden>", "gate", "blank"),
    Break("everything as pale as the paper", "h1 { color: #6b21a8 }", "body * { color: #fffaf0 !important; background: #fffaf0 !important; border-color: #fffaf0 !important } img, button, input, select { opacity: 0 }", "gate", "blank"),
    Break("a script with a syntax error", 'event.preventDefault();', "event.preventDefault(;", "gate", "Uncaught"),
    Break("a script that throws", '<script>\n', "<script>\n    cart.open();\n", "gate", "cart is not defined"),
    Break("a promise that nobody catches", '<script>\n', "<script>\n    Promise.reject(new Error('late'));\n", "gate", "late"),
    Break("an error on the console", '<script>\n', "<script>\n    console.error('no stock');\n", "gate", "no stock"),
    Break("a style sheet from elsewhere", "<style>", '<link rel="stylesheet" href="https://cdn.invalid/a.css">\n  <style>', "gate", "asks the network for a stylesheet"),
    Break("a script from elsewhere", "<script>", '<script src="https://cdn.invalid/a.js"></script>\n  <script>', "gate", "asks the network for a script"),
    # requirements
    Break("another name", "Kestrel Bakery</h1>", "The Bakery</h1>", "requirements", "Kestrel Bakery"),
    Break("another price", "$4.50", "$5.40", "requirements", "$4.50"),
    Break("a card too few", '      <article class="card"><h3>Spelt roll</h3><p class="price">$1.20</p></article>\n', "", "requirements", ".card"),
    Break("a card too many", '<article class="card"><h3>Rye', '<article class="card"><h3>Bun</h3></article>\n      <article class="card"><h3>Rye', "requirements", ".card"),
    Break("another kind of field", 'type="email"', 'type="text"', "requirements", "input[type=email]"),
    Break("another colour", "#1b6f5c", "#1d4ed8", "requirements", "#1b6f5c"),
    Break("an option gone", "<option>Large</option>", "", "requirements", "Large"),
    # fidelity: the source has it, and nobody sees it
    Break("a price that is not displayed", '<p class="price">$18', '<p class="price" style="display: none">$18', "fidelity", "$18"),
    Break("a price that is transparent", '<p class="price">$18', '<p class="price" style="opacity: 0">$18', "fidelity", "$18"),
    Break("a name without a size", "<p>Baked in", '<p style="font-size: 0">Baked in', "fidelity", "Linden Street"),
    Break("a name far off the page", "<p>Baked in", '<p style="position: absolute; left: -9999px">Baked in', "fidelity", "Linden Street"),
    Break("a name cut off by its box", "<p>Baked in", '<p style="height: 0; overflow: hidden">Baked in', "fidelity", "Linden Street"),
    Break("a hue that nothing wears", "h1 { color", ".never { color", "fidelity", "purple"),
    Break("a colour that nothing wears", "button { padding", ".never { background: #1b6f5c } button { background: #14532d !important; padding", "fidelity", "#1b6f5c"),
    Break("a button taken away by a script", "<script>\n", "<script>\n    document.querySelector('button').remove();\n", "fidelity", "Place order"),
    Break("a list nobody can open", '<select id="size"', '<select hidden id="size"', "fidelity", "Large"),
    # validity
    Break("an id twice", '<p id="said"', '<p id="name"', "validity", "Duplicate ID"),
    Break("a heading in a list", "<li>Open from six</li>", "<h3>Open from six</h3>", "validity", "not allowed as child"),
    Break("a property that does not exist", "border: 0;", "border: 0; colour: red;", "validity", "colour"),
    Break("an attribute that does not exist", '<p class="price">$18', '<p class="price" amount="18">$18', "validity", "amount"),
    Break("a label for nothing", 'for="email"', 'for="mail"', "validity", "for"),
    # accessibility
    Break("no language", '<html lang="en">', "<html>", "accessibility", "html-has-lang"),
    Break("no title", "  <title>Kestrel Bakery</title>\n", "", "accessibility", "document-title"),
    Break("an image without a text", ' alt="A loaf"', "", "accessibility", "image-alt"),
    Break("a field without a label", '<label for="name">Your name</label>', "Your name", "accessibility", "label"),
    Break("text that is too pale", "color: #1f2937", "color: #b9b2a5", "accessibility", "color-contrast"),
    Break("a button without a name", "<form ", '<button type="button"><span></span></button>\n    <form ', "accessibility", "button-name"),
    Break("a link without a name", ">Bread</a>", "></a>", "accessibility", "link-name"),
    # layout
    Break("a fixed width", "max-width: 60rem", "width: 60rem", "layout", "at 375 pixels"),
    Break("a line that does not wrap", "<p>Baked in", '<p style="white-space: nowrap">' + "Bread and rolls and cake. " * 5 + "Baked in", "layout", "at 375 pixels"),
    Break("wider than a desk", "max-width: 60rem", "width: 90rem", "layout", "at 1280 pixels"),
    Break("text cut off at the edge", "max-width: 60rem", "width: 60rem; overflow: visible } html { overflow-x: hidden", "layout", "at 375 pixels"),
]  # fmt: skip


def page(body: str, style: str = "", head: str = "") -> str:
    """A sound page around `body`."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Test</title>\n<style>{style}</style>\n{head}</head>\n<body>\n<main><h1>Test</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


# Sound pages that a careless check would fail, with what was asked of them.
SOUND: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "an answer that a click opens": (
        page("<details><summary>When?</summary><p>At noon</p></details>"),
        [{"selector": "details p", "text": "At noon"}],
    ),
    "a panel behind a tab": (
        page(
            '<div role="tablist"><button type="button" role="tab" aria-controls="a" onclick="show(\'a\', \'b\')">One</button>'
            '<button type="button" role="tab" aria-controls="b" onclick="show(\'b\', \'a\')">Two</button></div>'
            '<div role="tabpanel" id="a" tabindex="0">First things</div><div role="tabpanel" id="b" tabindex="0" hidden>Second thoughts</div>'
            "<script>function show(on, off) { document.getElementById(on).hidden = false; document.getElementById(off).hidden = true; }</script>"
        ),
        [{"text": "First things"}, {"selector": "[role=tabpanel]", "text": "Second thoughts"}],
    ),
    "a menu that opens under the pointer": (
        page(
            '<ul><li class="top"><a href="#x" id="x">Shop</a><ul class="sub"><li><a href="#y" id="y">Gift cards</a></li></ul></li></ul>',
            ".sub { display: none } @media (width > 1px) { .top:hover .sub { display: block } }",
        ),
        [{"selector": "a", "text": "Gift cards"}],
    ),
    "a dialog that a button opens": (
        page('<button type="button" onclick="box.showModal()">More</button><dialog id="box"><p>Small print</p></dialog>'),
        [{"selector": "dialog", "text": "Small print"}],
    ),
    "texts that are drawn by lot": (
        page(
            '<button type="button" onclick="draw()">Draw</button>'
            + "".join(f'<p class="word" hidden>Word {number}</p>' for number in range(6))
            + "<script>function draw() { const all = document.querySelectorAll('.word'), lot = Math.floor(Math.random() * 6); all.forEach((each, at) => { each.hidden = at !== lot; }); }</script>"
        ),
        [{"selector": ".word", "text": f"Word {number}"} for number in range(6)],
    ),
    "a greeting for whoever types a name": (
        page(
            '<label>Name <input oninput="hello.hidden = !this.value"></label><p id="hello" hidden>Good to see you</p>'
        ),
        [{"selector": "#hello", "text": "Good to see you"}],
    ),
    "a heading that fades in": (
        page('<p class="in">Good evening</p>', "@keyframes in { from { opacity: 0 } } .in { animation: in 3s 2s backwards }"),
        [{"text": "Good evening"}],
    ),
    "a wide table that scrolls by itself": (
        page(
            '<div class="scroll" tabindex="0" role="region" aria-label="Figures"><table><tr>'
            + "".join(f"<td>Column number {number}</td>" for number in range(30))
            + "</tr></table></div>",
            ".scroll { overflow-x: auto } td { white-space: nowrap }",
        ),
        [{"selector": "td", "min": 30}, {"text": "Column number 29"}],
    ),
    "a menu that waits off the screen": (
        page('<div class="off"><p>Menu</p></div><p>Here</p>', "body { overflow-x: hidden } .off { position: absolute; left: 100%; width: 300px }"),
        [{"text": "Here"}],
    ),
    "a film that is not there": (
        page('<video controls src="film.mp4"></video><img src="https://photos.invalid/a.jpg" alt="A heron">', "video, img { max-width: 100% }"),
        [{"selector": "video"}, {"selector": "img", "text": "heron"}],
    ),
    "a greeting in a box, and a store": (
        page("<p>Hello</p><script>alert('Welcome'); localStorage.setItem('seen', 1);</script>"),
        [{"text": "Hello"}],
    ),
    "colours in all notations": (
        page(
            '<p class="a">A</p><p class="b">B</p><svg width="20" height="20" role="img" aria-label="dot"><circle cx="9" cy="9" r="9"/></svg><input aria-label="x">',
            ".a { background: linear-gradient(90deg, #112233, #223344); color: white } .b::before { content: '•'; color: hsl(120 60% 25%) } circle { fill: hwb(10 10% 20%) } input { border: 2px solid rebeccapurple }",
        ),
        [{"color": "#112233"}, {"color": "green"}, {"color": "red"}, {"color": "#663399"}],
    ),
}  # fmt: skip
