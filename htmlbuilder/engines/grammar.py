"""How the pages of our corpus nest, as a grammar (GBNF) that llama.cpp holds a model to while it writes.

A small model that loses its thread closes an element in the wrong place, and all that follows lands somewhere else.
Held to the grammar, it writes the likeliest token that can stand there, and mostly finds its way back. Where a page
nests well by itself, the grammar changes nothing. It knows nothing of sense: it cannot end a page that runs on.
"""

from functools import cache

TEXT = "#text"
ANY, SPACE = "[^<]", "[ \\n]"
VOID = "br col hr img input link meta source track wbr".split()
RAW = "script style textarea title".split()  # they hold text alone
PHRASING = (
    "a abbr audio b br button canvas cite code del em i img input ins kbd label mark meter output progress q s samp "
    "script select small span strong sub sup svg textarea time u var video wbr"
)
FLOW = (
    f"{PHRASING} address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr main menu nav ol p pre section table ul"
)
SHAPES = "circle ellipse g line path polygon polyline rect text"
HOLDS = {
    "head": "link meta script style title",
    **dict.fromkeys("article body dialog footer form header main nav section".split(), FLOW),
    **dict.fromkeys("address aside blockquote dd div figcaption li td th".split(), f"{TEXT} {FLOW}"),
    **dict.fromkeys(
        "a abbr audio b button canvas caption cite code del dt em h1 h2 h3 h4 h5 h6 i ins kbd label legend mark meter "
        "option output p pre progress q s samp small span strong sub summary sup time u var video".split(),
        f"{TEXT} {PHRASING} source track",
    ),
    "details": f"summary {FLOW}",
    "fieldset": f"legend {FLOW}",
    "figure": f"figcaption {FLOW}",
    **dict.fromkeys(("ul", "ol", "menu"), "li"),
    "dl": "dt dd div",
    "table": "caption colgroup thead tbody tfoot tr",
    "colgroup": "col",
    **dict.fromkeys(("thead", "tbody", "tfoot"), "tr"),
    "tr": "td th",
    "select": "option optgroup",
    "optgroup": "option",
    **dict.fromkeys(("svg", "g"), SHAPES),
    **dict.fromkeys("circle ellipse line path polygon polyline rect".split(), ""),
    "text": TEXT,
}
"""What each element may hold, apart from white space."""


@cache
def gbnf() -> str:
    """The grammar of a whole page, for llama.cpp's field `grammar`.

    An element's rule leaves out its first `<`: in running text, llama.cpp then follows three ways and not a hundred.
    """
    rules = {
        "root": '"<!doctype html>" space "<html" attributes ">" space "<" head space "<" body space "</html>" space',
        "space": f"{SPACE}*",
        "attributes": '( " " [a-zA-Z0-9:-]+ ( "=\\"" [^"<]* "\\"" )? )*',
        **{tag: f'"{tag}" attributes ">"' for tag in VOID},
        **{tag: f'"{tag}" attributes ">" ( [^<] | "<" [^/] )* "</{tag}>"' for tag in RAW},
    }
    contents: dict[str, str] = {}
    for tag, held in HOLDS.items():
        content = contents.setdefault(held, f"content-{len(contents)}")
        rules[tag] = f'"{tag}" attributes ">" {content} "</{tag}>"'
    for held, content in contents.items():
        elements = " | ".join(word for word in held.split() if word != TEXT)
        ways = [ANY if TEXT in held else SPACE, *([f'"<" ( {elements} )'] if elements else [])]
        rules[content] = f"( {' | '.join(ways)} )*"
    return "\n".join(f"{name} ::= {rule}" for name, rule in rules.items())
